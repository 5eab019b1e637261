#!/usr/bin/env python3
"""Whom `compare` takes "he" and "her" in a claim's words for, over a few short reports written for it."""
from short_reports import compare

# A report that tells nothing beside it.
OTHER = "Nothing else was known on Tuesday."

# what is looked at, the reports, what each claim's pronouns are said to mean
CASES = [
    ("a man who is named before",
     ["Jan Quill was jailed in Weldon in May. He burned the old barge of the Weldon port office.",
      "The man was jailed in Weldon in May. He burned the old barge of the Weldon port office."],
     {"He burned the old barge of the Weldon port office": [("He", "Jan Quill")]}),
    ("by the fullest form of his name",
     ["Jan Quill was jailed in Weldon in May. Quill left in June. He burned the old barge of the Weldon port office."] * 2,
     {"He burned the old barge of the Weldon port office": [("He", "Jan Quill")]}),
    ("her ship, once for all that is hers",
     ["Ann Roe sailed from Weldon. Her ship and her crew reached the Norland port of Halvern on Monday."] * 2,
     {"Her ship and her crew reached the Norland port of Halvern on Monday": [("Her", "Ann Roe")]}),
    ("nobody, where the words name her",
     ["Ann Roe of Weldon sold her old barge to a dealer.", OTHER], {"Ann Roe of Weldon sold her old barge to a dealer": []}),
    ("nobody, where a name follows that it may stand for",
     ["Jan Quill owned the Weldon mill for years. Before his death in May, Tom Lund sold the Weldon barge to a dealer."] * 2,
     {"Before his death in May, Tom Lund sold the Weldon barge to a dealer": []}),
    ("nobody, where another is named with him",
     ["Jan Quill sold the mill to Tom Lund in May. He burned the old barge of the Weldon port office."] * 3,
     {"He burned the old barge of the Weldon port office": []}),
    ("nobody, where no name stands before it",
     ["A man was jailed in Weldon in May. He burned the old barge of the Weldon port office."] * 3,
     {"He burned the old barge of the Weldon port office": []}),
]

failed = []
for why, texts, want in CASES:
    told = {c["text"]: [(m["quote"], m["name"]["quote"]) for m in c["means"]] for c in compare(texts)["claims"]}
    failed += [f"{why}: {text}: {told.get(text)}, not {means}" for text, means in want.items() if told.get(text) != means]
assert not failed, "\n".join(failed)
