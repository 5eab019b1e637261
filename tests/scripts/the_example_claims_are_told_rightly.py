#!/usr/bin/env python3
"""Holds the claims of `compare` over the example stories to the right answers of examples/README.md."""
import json
import os
import subprocess

failed = []


class Story:
    def __init__(self, folder):
        self.folder = folder
        out = subprocess.run([os.environ["TWOSOURCE"], "compare", "--format=json", folder],
                             capture_output=True, check=True).stdout
        self.c = json.loads(out)
        self.page = {r["id"]: int(os.path.basename(r["source"]["path"])[0]) for r in self.c["reports"]}
        self.origins = {o["id"]: o for o in self.c["origins"]}

    def pages(self, ids):
        return sorted(self.page[i] for i in ids)

    def claim(self, page, words):
        """The first claim that has these words of this page in its evidence."""
        return next((k for k in self.c["claims"] for r in k["reports"]
                     if self.page[r["report"]] == page and any(words in e["quote"] for e in r["evidence"])), None)

    def side(self, claim, side):
        s = claim[side]
        return (s["at_least"], s["at_most"],
                sorted((self.origins[o]["name"], self.origins[o]["kind"]) for o in s["origins"]))

    def cells(self, claim, key):
        return {self.page[r["report"]]: r[key] for r in claim["reports"]}

    def expect(self, what, got, want):
        if got != want:
            failed.append(f"{self.folder}: {what}: {got!r}, not {want!r}")

    def expect_sides(self, page, words, supporting, denying=(0, 0, []), unsourced=()):
        claim = self.claim(page, words)
        if not claim:
            failed.append(f"{self.folder}: no claim has {words!r}")
            return
        self.expect(f"{words}: supporting", self.side(claim, "supporting"), supporting)
        self.expect(f"{words}: denying", self.side(claim, "denying"), denying)
        self.expect(f"{words}: unsourced", self.pages(claim["unsourced"]), sorted(unsourced))


def one(name, kind):
    return (1, 1, [(name, kind)])


def of_railway():
    s = Story("examples/railway")
    standard, company = ("The Orlesk Standard", "outlet"), ("Halvern Rail", "organisation")
    official = ("A senior official at the transport ministry", "unnamed")
    s.expect("stories", [s.pages(x["reports"]) for x in s.c["stories"]], [[1, 2, 3, 4, 5]])
    s.expect("copies", s.c["copies"], [])
    s.expect_sides(1, "kept 14 trains in service", (1, 2, [official, standard]), (1, 1, [company]), [4])
    main = s.claim(1, "kept 14 trains in service")
    s.expect("the main claim stands first", s.c["claims"][0]["id"], main["id"])
    s.expect("stances", s.cells(main, "stance"), {1: "states", 2: "states", 3: "states", 4: "states", 5: "both"})
    s.expect("voices", s.cells(main, "voice"), {1: "attributed", 2: "attributed", 3: "attributed", 4: "own", 5: "attributed"})
    roles = s.cells(main, "roles")
    s.expect("roles", {p: roles[p] for p in (1, 2, 3, 4)},
             {1: ["own_reporting"], 2: ["credited"], 3: ["own_reporting"], 4: ["no_source"]})
    s.expect("page 5 credits", "credited" in roles[5], True)
    s.expect("whose word", {p: [s.origins[o]["name"] for o in ids] for p, ids in s.cells(main, "origins").items()},
             {1: [standard[0]], 2: [standard[0]], 3: [official[0]], 4: [], 5: [standard[0], company[0]]})
    for side, rules in (("supporting", {"credit-one", "plural-kept", "unnamed-range", "unsourced-apart"}),
                        ("denying", {"denial-apart"})):
        s.expect(f"rules of {side}", rules - set(main[side]["rules"]), set())
    people = next(o["stated_people"] for o in s.c["origins"] if o["name"] == standard[0])
    s.expect("stated people", people, {"at_least": 2, "words": "two officials"})
    s.expect("questions on people", [s.pages(q["reports"]) for q in s.c["cannot_tell"]
                                     if standard[0] in q["question"] and "Capital Observer" in q["question"]], [[1, 3]])
    s.expect_sides(1, "not withdrawn until 6 September", (2, 2, [company, standard]), unsourced=[4])
    s.expect_sides(1, "carried some 210,000 passengers", one(*standard), one(*company))
    s.expect_sides(3, "learnt of the cracks on 5 September", one(*official))
    s.expect_sides(1, "sent its report on 5 September", one(*standard))
    s.expect_sides(1, "refused to take one of the trains", one("Odile Farrant", "person"))
    s.expect_sides(5, "refused to take out one of the trains", one("Odile Farrant", "person"))
    s.expect("one person, two outlets", s.claim(1, "refused to take")["supporting"]["rules"].count("speaker-one"), 1)
    s.expect_sides(3, "asked the rail inspectorate for a report", one("Ruben Astley", "person"))


def of_harbour():
    s = Story("examples/harbour")
    ledger = ("The Vessmouth Ledger", "outlet")
    s.expect_sides(1, "paid a dredging company $3.2 million", (2, 2, [("Merrowfield Chronicle", "own"), ledger]),
                   one("Piers Ollander", "person"))
    main = s.claim(1, "paid a dredging company $3.2 million")
    s.expect("carried by", sorted(s.cells(main, "stance")), [1, 2, 3, 4, 5, 6, 7, 8])
    s.expect("nothing else is denied", [k["text"] for k in s.c["claims"] if any(r["stance"] != "states" for r in k["reports"])],
             [main["text"]])
    s.expect("own check", [p for p, roles in s.cells(main, "roles").items() if "own_confirmation" in roles], [7])
    s.expect_sides(1, "shown to four of the nine members", one(*ledger))
    s.expect_sides(2, "were shown the engineer", one(*ledger))
    s.expect_sides(3, "her inspectors would take samples", one("Hanne Tolvik", "person"))
    s.expect_sides(7, "had agreed to step aside", one("board of the authority", "organisation"))


of_railway()
of_harbour()
assert not failed, "\n".join(failed)
