#!/usr/bin/env python3
"""`compare --stories`, which needs no language model, groups reports as the whole comparison does."""
import json
import os
import subprocess
import sys


def grouping(*options, **environment):
    out = subprocess.run([os.environ["TWOSOURCE"], "compare", "--format=json", *options, "examples/harbour"],
                         capture_output=True, check=True, env={**os.environ, **environment}).stdout
    c = json.loads(out)
    return [(s["reports"], s["near_misses"]) for s in c["stories"]], [r["id"] for r in c["reports"]]


alone, whole = grouping("--stories", TWOSOURCE_MODELS="/nowhere"), grouping()
if alone != whole or not whole[0]:
    sys.exit(f"not the same grouping: {alone} and {whole}")
