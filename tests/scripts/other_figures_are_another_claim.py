#!/usr/bin/env python3
"""Whether `compare` takes what two sources say with different figures for two claims, over short reports written for it."""
from short_reports import compare

REST = " Fishermen of Weldon took their boats to the old quay behind the mill."
TOLD = "The storm off Weldon killed {} on Sunday, {} said." + REST

# what is looked at, the reports, words of the claim, the sources of it and of nothing else
CASES = [
    ("another toll", [TOLD.format("14 people", "the mayor, Orla Tew,"), TOLD.format("11 people", "the pilot, Tad Roe,")],
     "14 people", ["Orla Tew"]),
    ("another toll with a bound", [TOLD.format("at least 14 people", "the mayor, Orla Tew,"),
                                   TOLD.format("83 people", "the pilot, Tad Roe,")], "83 people", ["Tad Roe"]),
    ("others counted", [TOLD.format("three divers", "the mayor, Orla Tew,"), TOLD.format("two pilots", "the pilot, Tad Roe,")],
     "three divers", ["Orla Tew"]),
    ("one toll", [TOLD.format("14 people", "the mayor, Orla Tew,"), TOLD.format("at least 14 people", "the pilot, Tad Roe,")],
     "14 people", ["Orla Tew", "Tad Roe"]),
    ("two tolls that a report without one joins",
     [TOLD.format("14 people", "the mayor, Orla Tew,"), TOLD.format("11 people", "the pilot, Tad Roe,"),
      TOLD.format("many people", "the priest, Ann Marlow,")], "11 people", ["Tad Roe"]),
    ("another span of time",
     ["The court in Weldon jailed Tom Marsh for ten years over the barge, the clerk, Orla Tew, said." + REST,
      "The court in Weldon jailed Tom Marsh for two years over the barge, his lawyer, Tad Roe, said." + REST],
     "for two years", ["Tad Roe"]),
    ("a sum that is rounded",
     ["The mayor, Orla Tew, said the storm off Weldon cost the ferries $15.2 billion." + REST,
      "The pilot, Tad Roe, said the storm off Weldon cost the ferries $15 billion." + REST],
     "cost the ferries $15", ["Orla Tew", "Tad Roe"]),
    ("another sum",
     ["The mayor, Orla Tew, said the storm off Weldon cost the ferries $15.2 billion." + REST,
      "The pilot, Tad Roe, said the storm off Weldon cost the ferries $16 billion." + REST],
     "$16 billion", ["Tad Roe"]),
]

failed = []
for what, texts, words, wanted in CASES:
    c = compare(texts)
    names = {o["id"]: o["name"] for o in c["origins"]}
    found = [sorted(names[o] for o in k["supporting"]["origins"]) for k in c["claims"] if words in k["text"]]
    if found != [wanted]:
        failed.append(f"{what}: {found}")
assert not failed, "\n".join(failed)
