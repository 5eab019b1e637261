"""What `compare` makes of a few short reports. Not a test: the scripts beside it call it."""
import json
import os
import pathlib
import subprocess
import tempfile


def compare(texts):
    """The comparison of reports with these texts, 0.txt, 1.txt and so on, taken for one story."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, f"{i}.txt") for i in range(len(texts))]
        for path, text in zip(paths, texts):
            path.write_text(text + "\n", encoding="utf8")
        run = subprocess.run([os.environ["TWOSOURCE"], "compare", "--verbatim", "--format=json",
                              *(f"--same={paths[0]},{p}" for p in paths[1:]), *map(str, paths)], capture_output=True, check=True)
    return json.loads(run.stdout)
