#!/usr/bin/env python3
"""Each origin that a claim lists on a side is carried by a report that takes this side, and each report's origins are listed."""
import json
import os
import pathlib
import subprocess
import sys

from short_reports import compare

SIDES = {"supporting": ("states", "both"), "denying": ("denies", "both")}

# reports of one story; who must not support a claim with these words, nor deny it
STORIES = [
    (["Orla Tew considered leaving the harbour board of Weldon this week, the Norland Courier reported.",
      "Orla Tew has insisted that she never considered leaving the harbour board of Weldon. \"I did not offer my resignation,\" "
      "the chairwoman told Sky News."],
     "considered leaving", ["Sky News"]),
    (["Orla Tew considered leaving the harbour board of Weldon this week, the Norland Courier reported.",
      "\"I have never considered leaving the harbour board of Weldon,\" Orla Tew told Sky News."],
     "considered leaving", ["Sky News"]),
    (["The engineer Idris Pell was killed in an air strike near Weldon, a site run by his captors said.",
      "Norland denied that the engineer Idris Pell was killed in an air strike near Weldon. The Pell family asked the media not to "
      "speculate about his death."],
     "was killed", ["Pell family", "The Pell family"]),
    (["Weldon Rovers have agreed a fee with Norstad for Tom Marsh, the Weldon Herald reported.",
      "Weldon Rovers have not agreed a fee with Norstad for Tom Marsh, his agent, Tad Roe, told the Norland Courier."],
     "agreed a fee", []),
    (["A lion walked through the streets of Weldon on Sunday, a video shows.",
      "No lion walked through the streets of Weldon on Sunday, police said. The video that shows the lion was filmed in Norstad."],
     "lion walked", []),
]


def broken(comparison):
    """What does not hold in a comparison."""
    names = {o["id"]: o["name"] for o in comparison["origins"]}
    for claim in comparison["claims"]:
        listed = set()
        for side, stances in SIDES.items():
            listed |= set(claim[side]["origins"])
            for origin in claim[side]["origins"]:
                if not any(origin in r["origins"] and r["stance"] in stances for r in claim["reports"]):
                    yield f"{claim['text']}: {side} {names[origin]}, whom no report of that side has"
        for report in claim["reports"]:
            for origin in set(report["origins"]) - listed:
                yield f"{claim['text']}: {names[origin]} of {report['report']} is on no side"


failed = []
for texts, words, nobody in STORIES:
    c = compare(texts)
    failed += broken(c)
    names = {o["id"]: o["name"] for o in c["origins"]}
    claim = next((k for k in c["claims"] if any(words in e["quote"] for r in k["reports"] for e in r["evidence"])), None)
    got = {names[o] for side in SIDES for o in claim[side]["origins"]} if claim else {"no claim"}
    if got & {*nobody, "no claim"}:
        failed.append(f"{words}: {sorted(got)}")
examples = pathlib.Path(__file__).resolve().parents[2] / "examples"
stories = [d for d in sorted(examples.iterdir()) if d.is_dir()]
assert stories, examples
for story in stories:
    run = subprocess.run([os.environ["TWOSOURCE"], "compare", "--verbatim", "--format=json", story], capture_output=True, check=True)
    failed += broken(json.loads(run.stdout))
print("\n".join(failed))
sys.exit(1 if failed else 0)
