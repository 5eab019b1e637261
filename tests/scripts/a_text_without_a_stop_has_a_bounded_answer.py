#!/usr/bin/env python3
"""Two long texts in which no sentence ends: what `compare` says of them has its bounds."""
import json
import os
import subprocess
import sys
import tempfile

BYTES, TIMES = 40_000, 150
PATTERNS = {
    "a source in every line of it": "according to Ann Roe, according to the Weldon Herald, ",
    "figures in every line of it": "and Ann Roe of Weldon counted {} barges, {} divers and {} tonnes of silt ",
}

failed = 0
for name, pattern in PATTERNS.items():
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, f"{letter}.txt") for letter in "ab"]
        text = "".join(pattern.format(i, 2 * i, 3 * i) for i in range(3, 3 + BYTES // len(pattern)))
        for path, opening in zip(paths, ("", "The barge sank. ")):
            with open(path, "w", encoding="utf8") as out:
                out.write(opening + text)
        done = subprocess.run([os.environ["TWOSOURCE"], "compare", "--verbatim", "--format=json", "--same=" + ",".join(paths), *paths],
                              capture_output=True, check=False)
    small = done.returncode == 0 and json.loads(done.stdout) and len(done.stdout) < TIMES * BYTES
    print(f"{'ok' if small else 'FAILED'}: {name}: exit {done.returncode}, {len(done.stdout)} bytes {done.stderr.decode()[:200]}")
    failed += not small
sys.exit(failed > 0)
