#!/usr/bin/env python3
"""The stance that `compare` gives a report to a claim, over pairs of short reports written for it."""
import json
import os
import pathlib
import subprocess
import tempfile

BARGE = "Edda Marrow sold the barge to a Norland dealer in May, the mayor of Weldon, Orla Tew, said."
DEAD = "Three sailors died when the barge hit the pier at Weldon on Monday, the mayor of Weldon, Orla Tew, said."
SHOT = "Tom Marsh shot the engineer Idris Pell at the yard in Weldon on Monday, police said."
KILLED = "The engineer Idris Pell was killed at the yard in Weldon on Monday, police said."

# what is looked at, the report that states, words of the claim in it, the other report, whether that denies
CASES = [
    ("not", BARGE, "sold the barge", "Edda Marrow did not sell the barge to a Norland dealer, her lawyer Tad Roe said.", True),
    ("falsely said", BARGE, "sold the barge",
     "The Weldon Herald falsely claimed that Edda Marrow sold the barge to a Norland dealer.", True),
    ("no evidence", BARGE, "sold the barge",
     "There is no evidence that Edda Marrow sold the barge to a Norland dealer, police said.", True),
    ("no longer, and so before", BARGE, "sold the barge",
     "Edda Marrow, who sold the barge to a Norland dealer in May, no longer sells to Norland, her lawyer Tad Roe said.", False),
    ("what is done by mistake is done", DEAD, "sailors died",
     "The pilot mistakenly opened the throttle and the barge hit the pier at Weldon, killing three sailors, police said.", False),
    ("what has not happened before", DEAD, "sailors died",
     "Three sailors died when the barge hit the pier at Weldon. \"This has never happened before,\" said the harbour master, "
     "Tad Roe.", False),
    ("what is not right", DEAD, "sailors died",
     "Three sailors died when the barge hit the pier at Weldon. \"It is just not right,\" said the harbour master, Tad Roe.", False),
    ("no fewer than", DEAD, "sailors died",
     "No fewer than three sailors died when the barge hit the pier at Weldon, the harbour master, Tad Roe, said.", False),
    ("others who are alive", DEAD, "sailors died",
     "Three sailors died when the barge hit the pier at Weldon. Two sailors are alive in the clinic, police said.", False),
    ("a clause beside what is not known", SHOT, "shot the engineer",
     "There is no evidence that Tom Marsh knew Idris Pell before he shot the engineer at the yard in Weldon, police said.", False),
    ("a crime of which one is wrongly accused", KILLED, "was killed",
     "Tom Marsh was falsely accused of the murder of the engineer Idris Pell at the yard in Weldon, his lawyer Tad Roe said.", False),
    ("not only", SHOT, "shot the engineer",
     "Tom Marsh did not just shoot the engineer Idris Pell at the yard in Weldon, he laughed about it, police said.", False),
]


def stances(texts, words):
    """Of the claim that has these words in the first report: the other report's stance, None when it is silent."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, f"{i}.txt") for i in range(len(texts))]
        for path, text in zip(paths, texts):
            path.write_text(text + "\n", encoding="utf8")
        run = subprocess.run([os.environ["TWOSOURCE"], "compare", "--verbatim", "--format=json",
                              f"--same={paths[0]},{paths[1]}", *map(str, paths)], capture_output=True, check=True)
    c = json.loads(run.stdout)
    first = next(r["id"] for r in c["reports"] if r["source"]["path"].endswith("0.txt"))
    claim = next((k for k in c["claims"] for r in k["reports"]
                  if r["report"] == first and any(words in e["quote"] for e in r["evidence"])), None)
    return next((r["stance"] for r in claim["reports"] if r["report"] != first), None) if claim else "no claim"


failed = []
for what, stated, words, other, denies in CASES:
    got = stances([stated, other], words)
    if (got in ("denies", "both")) != denies or got == "no claim":
        failed.append(f"{what}: {got}")
assert not failed, "\n".join(failed)
