#!/usr/bin/env python3
"""Which words `compare` shows as claims, over a few short reports written for it."""
from short_reports import compare

# A report that tells nothing beside it.
OTHER = "Nothing else was known on Tuesday."

# what is looked at, the reports, all claims that are shown
CASES = [
    ("somebody told of by name",
     ["Ann Roe is a miller. She sold the mill of Tarnholt in May.", OTHER], ["Ann Roe is a miller"]),
    ("somebody's brother, without and with a name",
     ["Ann Roe is a miller. Her brother burned a barge near Weldon. Her brother Jan Roe bought a barge in Norland.", OTHER],
     ["Ann Roe is a miller", "Her brother Jan Roe bought a barge in Norland"]),
    ("somebody's boat of a kind", ["His Halvern boat sank off Tarnholt in May.", OTHER], []),
    ("what was told before", ["This storm sank nine ships off Tarnholt in June.", OTHER], []),
    ("but not a storm that is told of here",
     ["The storm of this week sank nine ships off Tarnholt.", OTHER], ["The storm of this week sank nine ships off Tarnholt"]),
    ("some, of what is not told", ["Some left Weldon in March. It sank off Tarnholt on Monday.", OTHER], []),
    ("some, of what is told",
     ["Some of the divers left Tarnholt in July.", OTHER], ["Some of the divers left Tarnholt in July"]),
    ("some, of whom is not told", ["Many of them drowned off Weldon in 2011.", OTHER], []),
    ("the speaker himself",
     ["Ann Roe, the miller of Tarnholt, said she had sold the old barge to a dealer.", OTHER],
     ["Ann Roe, the miller of Tarnholt, said she had sold the old barge to a dealer"]),
    ("an office that speaks of itself",
     ["The port office said it had closed the old quay of Tarnholt for a week."] * 2,
     ["The port office said it had closed the old quay of Tarnholt for a week"]),
    ("a speaker who speaks of another",
     ["Ann Roe stood on the quay. Her friend Eva Lund said that he had burned the barge."] * 2,
     ["Ann Roe stood on the quay"]),
    ("a speaker who speaks of a ship", ["Jan Quill said it had reached the new quay."] * 2, []),
    ("the member that names whom it tells of",
     ["Jan Quill was jailed in Weldon. He burned the old barge of the Weldon port office.",
      "Jan Quill burned the old barge of the Weldon port office."],
     ["Jan Quill burned the old barge of the Weldon port office", "Jan Quill was jailed in Weldon"]),
    ("what is compared, whole",
     ["More people live in Tarnholt than Ann Roe had thought.", OTHER],
     ["More people live in Tarnholt than Ann Roe had thought"]),
    ("what it is sold for, is not told", ["Ann Roe sold it to a dealer in Norland.", OTHER], []),
    ("who is found, is not told", ["Police in Tarnholt found him under the quay.", OTHER], []),
    ("an object that is told before",
     ["Ann Roe sold the barge that a dealer from Norland gave her. Ann Roe took a lamp with her to Tarnholt.", OTHER],
     ["Ann Roe sold the barge that a dealer from Norland gave her", "Ann Roe took a lamp with her to Tarnholt"]),
    ("so many of what is not told",
     ["Ten sailors were from Weldon and 17 were from Norland.", OTHER], ["Ten sailors were from Weldon"]),
    ("a headline is shown as the sentence that tells it",
     ["Ferry Aster Sinks Off Tarnholt In Heavy Storm\n\nThe ferry Aster sank off Tarnholt in a heavy storm.", OTHER],
     ["The ferry Aster sank off Tarnholt in a heavy storm"]),
    ("a headline that looks like a name",
     ["Police Are Investigating Theft Allegations Against Jan Quill", OTHER], []),
    ("but names have capitals too",
     ["The United Norland Bank and the Weldon Ferry Company opened a quay in Tarnholt.", OTHER],
     ["The United Norland Bank and the Weldon Ferry Company opened a quay in Tarnholt"]),
    ("what something is only made to look like",
     ["The shop in Tarnholt was painted to look like Ann Roe owned it.", OTHER],
     ["The shop in Tarnholt was painted to look like Ann Roe owned it"]),
    ("whom it was done to, as half a sentence",
     ["The new strike killed a Weldon woman held hostage by the Norland Front.",
      "You can picture a clerk in Weldon watching the same Norland film sped up to various speeds."], []),
    ("a part of whom is not told",
     ["A quarter of them left Tarnholt in May. A quarter of the sailors left Weldon in May.", OTHER],
     ["A quarter of the sailors left Weldon in May"]),
    ("one of two things", ["Either the Norland ferry sank off Weldon or the tug did.", OTHER], []),
    ("one of two men", ["Either man owned a barge in Tarnholt.", OTHER], ["Either man owned a barge in Tarnholt"]),
    ("what somebody weighs",
     ["Ann Roe certainly left Tarnholt in May. Jan Quill made some smart decisions in Weldon. Too many ships have sunk off "
      "Tarnholt. The best thing for Weldon is to leave Norland.", OTHER], []),
    ("what looks like it",
     ["Ann Roe made a decision on the Weldon quay in May. The Aster was carrying too many passengers to Weldon. The last "
      "thing Ann Roe saw was the Weldon quay.", OTHER],
     ["Ann Roe made a decision on the Weldon quay in May", "The Aster was carrying too many passengers to Weldon",
      "The last thing Ann Roe saw was the Weldon quay"]),
    ("what stands elsewhere",
     ["Ann Roe made this claim. Ann Roe of Weldon announced the following. Jan Quill wrote on Twitter.", OTHER], []),
    ("what is told here",
     ["Ann Roe bought this year's best Norland barge. Jan Quill wrote on the wall of the Weldon mill.", OTHER],
     ["Ann Roe bought this year's best Norland barge", "Jan Quill wrote on the wall of the Weldon mill"]),
    ("what a speaker tells of himself behind other words",
     ["Jan Quill lives in Weldon. Quill said that he only learned of the Norland fire after the fact, and told the Herald that he "
      "still felt safe living in Norland.", OTHER],
     ["Jan Quill lives in Weldon", "Quill said that he only learned of the Norland fire after the fact",
      "he still felt safe living in Norland"]),
    ("that somebody writes", ["As Ann Roe of the Weldon Port Office tweeted, the barge Aster sank.", OTHER], ["the barge Aster sank"]),
]


failed = [f"{why}: {got}, not {want}" for why, texts, want in CASES for got in [[c["text"] for c in compare(texts)["claims"]]] if sorted(got) != sorted(want)]
assert not failed, "\n".join(failed)
