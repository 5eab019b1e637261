#!/usr/bin/env python3
"""Holds `compare examples/harbour` to the right answer of examples/README.md."""
import json
import os
import subprocess

out = subprocess.run([os.environ["TWOSOURCE"], "compare", "--format=json", "examples/harbour"],
                     capture_output=True, check=True).stdout
c = json.loads(out)
page = {r["id"]: int(os.path.basename(r["source"]["path"])[0]) for r in c["reports"]}
pages = lambda ids: sorted({page[i] for i in ids})
failed = []


def expect(what, got, want):
    if got != want:
        failed.append(f"{what}: {got!r}, not {want!r}")


expect("order by time", [page[r["id"]] for r in c["reports"]], [1, 4, 2, 3, 5, 6, 7, 8, 9])
expect("outlets", {page[r["id"]]: r["outlet"] for r in c["reports"]},
       {1: "The Vessmouth Ledger", 2: "Dunmarrow Courier", 3: "Aldwyke Gazette", 4: "Northmere Press Agency",
        5: "Corrowdale Tribune", 6: "Lissen Bay Herald", 7: "Merrowfield Chronicle", 8: "The Skarrow Times",
        9: "Aldwyke Gazette"})
expect("opinion", pages(r["id"] for r in c["reports"] if r["kind"] == "opinion"), [8])
expect("stories", [pages(s["reports"]) for s in c["stories"]], [[1, 2, 3, 4, 5, 6, 7, 8]])
story = c["stories"][0]
expect("kept out", pages(m["report"] for m in story["near_misses"] if m["why_not"]), [9])
origins = {o["id"]: o for o in c["origins"]}
expect("range", (story["supporting"]["at_least"], story["supporting"]["at_most"]), (2, 2))
expect("origins", sorted((origins[o]["name"], origins[o]["kind"]) for o in story["supporting"]["origins"]),
       [("Merrowfield Chronicle", "own"), ("The Vessmouth Ledger", "outlet")])
of = {o["name"]: o["id"] for o in c["origins"]}
tied = lambda name: pages(l["from"] for l in c["links"] if l["to"] == of[name])
expect("carried by", tied("The Vessmouth Ledger"), [1, 2, 3, 4, 5, 6, 7, 8])
expect("own check", tied("Merrowfield Chronicle"), [7])
expect("stated people", origins[of["The Vessmouth Ledger"]]["stated_people"]["at_least"], 2)
expect("unsourced", story["unsourced"], [])
for first, second, least in ((4, 5, .75), (4, 6, .75), (5, 6, .65)):
    share = next((s for r in c["reports"] if page[r["id"]] == first
                  for s in r["shares"] if page[s["with"]] == second), {"of_this": 0})
    if not least <= share["of_this"] <= 1:
        failed.append(f"share of {first} in {second}: {share['of_this']}")
copied = {tuple(pages(e["report"] for e in k["evidence"])) for k in c["copies"]}
expect("copies", sorted(copied), [(4, 5), (4, 6), (5, 6)])
differing = [f for f in c["figures"] if f["differs"]]
expect("figures that differ", [sorted((v["value"], pages(v["reports"])[:1]) for v in f["values"]) for f in differing],
       [[(4600, [1]), (6400, [3])]])
altered = [(pages(u["report"] for u in q["reports"] if u["altered"]),
            pages(u["report"] for u in q["reports"] if not u["altered"]))
           for q in c["quotes"] if any(u["altered"] for u in q["reports"])]
expect("altered quotation", altered, [([7], [1, 2, 4, 5, 6])])
for o in c["origins"]:
    if not o["evidence"]:
        failed.append(f"{o['name']}: no evidence")
assert not failed, "\n".join(failed)
