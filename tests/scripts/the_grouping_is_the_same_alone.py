#!/usr/bin/env python3
"""`compare --stories`, which needs no language model, groups reports as the whole comparison does."""
import json
import os
import subprocess
import sys


def grouping(*arguments, **environment):
    out = subprocess.run([os.environ["TWOSOURCE"], "compare", "--format=json", *arguments],
                         capture_output=True, check=True, env={**os.environ, **environment}).stdout
    c = json.loads(out)
    return [(s["reports"], s["near_misses"]) for s in c["stories"]], [r["id"] for r in c["reports"]]


for folders in (["examples/harbour"], ["examples/railway"], ["examples/harbour", "examples/railway"]):
    alone, whole = grouping("--stories", *folders, TWOSOURCE_MODELS="/nowhere"), grouping(*folders)
    if alone != whole or len(whole[0]) != len(folders):
        sys.exit(f"{folders}: not the same grouping: {alone} and {whole}")
