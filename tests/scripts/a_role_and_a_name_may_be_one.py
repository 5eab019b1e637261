#!/usr/bin/env python3
"""The range that `compare` gives a claim of "the governor" and of somebody with a name, over short reports written for it."""
from short_reports import compare

REST = " Fishermen of Weldon took their boats to the old quay behind the mill."
BARGE = "The old barge sank off Weldon on Sunday, {} said." + REST

# what is looked at, who says it in the one report and in the other, the range
CASES = [
    ("called so before the name", "the governor", "Governor Ann Roe said", (1, 2)),
    ("called so behind it", "the governor", "said Ann Roe, the governor of Norland", (1, 2)),
    ("in other words", "the Norlandic president", "President Ann Roe said", (1, 2)),
    ("called otherwise", "the governor", "Mayor Ann Roe said", (2, 2)),
    ("people of one kind, called otherwise", "officers", "detectives said", (1, 2)),
    ("people of a body", "researchers at Holm University", "Holm University said", (1, 2)),
    ("people of another body", "researchers at Harlow University", "Holm University said", (2, 2)),
    ("people of two kinds", "residents", "officers said", (2, 2)),
    ("who is nothing known", "the governor", "Ann Roe said", (2, 2)),
]

failed = []
for what, one, other, wanted in CASES:
    c = compare([BARGE.format(one), "On Sunday an old barge sank off Weldon, " + other + "." + REST])
    claim = next(k for k in c["claims"] if "sank" in k["text"])
    got = claim["supporting"]["at_least"], claim["supporting"]["at_most"]
    if got != wanted:
        failed.append(f"{what}: {got}")
NEW = "A Norlandic man says the old barge Hesper sank off Weldon in May. {} told the Weldon Herald of his night at sea."
for who, wanted in [("Bo Tew, 40,", (1, 2)), ("Bo Tew, from Weldon,", (1, 2)), ("Another man, Bo Tew, 40,", (2, 2)),
                    ("His lawyer, Bo Tew,", (2, 2))]:
    c = compare([NEW.format(who), "Bo Tew told the Weldon Herald that the old barge Hesper sank off Weldon in May."])
    claim = next(k for k in c["claims"] if "sank" in k["text"])
    got = claim["supporting"]["at_least"], claim["supporting"]["at_most"]
    if got != wanted:
        failed.append(f"somebody new, and {who} {got}")
assert not failed, "\n".join(failed)
