#!/usr/bin/env python3
"""Which clauses of two reports `compare` takes for one claim."""
import sys
from short_reports import compare

# No report begins with what is looked at.
BEFORE = ("The sun shone in Tarnholt. Shops were full. Children played on the quay. ",
          "Weldon slept late. Its streets were empty. Trains ran on time. ",
          "Snow fell in Harrow. Nobody minded it. The lake froze. ",
          "Mist lay on the fields. Cows stood in it. A dog barked. ",
          "Rain came in from the sea. Roofs leaked. Umbrellas sold well. ")

# what is looked at, a clause of each report, whether they are one claim
CASES = [
    ("what is done to the same thing, told by a passive",
     "The school has banned phones since May.", "Phones were banned by the head teacher, parents said.", True),
    ("what two bodies do to two things of a kind",
     "Ann Roe repaired the organ.", "Workers from Norland repaired an organ in May.", False),
    ("a sum that one rounds", "The new lamp starts at $249, the firm said.",
     "The firm announced the lamp in May and told no more than that its pricing would start at $250.", True),
    ("a sum that none rounds", "The new lamp starts at $249, the firm said.",
     "The firm announced the lamp in May and told no more than that its pricing would start at $290.", False),
    ("sums that one rounds, of two names", "Harrow Mills made a profit of 41.9 million crowns.",
     "Kelda Foods made a profit of 42 million crowns.", False),
    ("somebody who takes part in each of two events", "Ann Roe told an employee of the Weldon mill that she swims.",
     "Employees of the Weldon mill went home in May.", False),
]

# what is looked at, a clause of each report; the last is like some of the others, not like what they tell
OTHERS = [
    ("the same doer with another thing",
     ["The council closed the organ in the chapel at Weldon with money from a lottery.",
      "The council opened the organ in the chapel at Weldon with money from a lottery.",
      "The council of Tarnholt opened the organ in the chapel at Weldon after the storm.",
      "The council opened the organ in the chapel at Weldon after the storm.",
      "The council closed a bell for the chapel after the storm."]),
]


def tellers(reports, clauses):
    """For each claim, the reports that tell it in these clauses."""
    return [{r["report"] for r in c["reports"] for e in r.get("evidence", []) if e["quote"] in clauses}
            for c in compare(reports)["claims"]]


failed = 0
for name, first, second, one in CASES:
    told = tellers([BEFORE[0] + first, BEFORE[1] + second], first + second)
    joined = any(len(reports) == 2 for reports in told)
    print(f"{'ok' if joined == one else 'FAILED'}: {name}: {'one claim' if joined else 'two claims'}")
    failed += joined != one
for name, clauses in OTHERS:
    told = tellers([before + clause for before, clause in zip(BEFORE, clauses)], " ".join(clauses))
    right = {"r1", "r2", "r3", "r4"} in told
    print(f"{'ok' if right else 'FAILED'}: {name}: {told}")
    failed += not right
sys.exit(failed > 0)
