#!/usr/bin/env python3
"""Which reports `compare` takes to have a claim from one public body, over short reports written for it."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

FACT = "the blue van was set on fire in Weldon on Monday"

# what is looked at, the reports ({}: the fact), the names of its origins, - for a report that has none
CASES = [
    ("one force is named",
     ["Marsh County Police said {}.", "Police said {}.", "{}, police officials said."],
     ["Marsh County Police"]),
    ("detectives of the report's force",
     ["Marshland Police came to the yard. Detectives said {}.", "{}, Marshland Police said."],
     ["Marshland Police"]),
    ("the force",
     ["Marshland Police came to the yard. The force said {}.", "{}, according to Marshland Police."],
     ["Marshland Police"]),
    ("a sergeant is his force",
     ["Marshland Police came to the yard. Sgt Orla Tew said {}.", "{}, Marshland Police said."],
     ["Marshland Police"]),
    ("a detective inspector, and nothing but police",
     ["Police came to the yard. Detective Inspector Orla Tew said {}.", "{}, police said."],
     ["police"]),
    ("of a place and of its people",
     ["Norland police said {}.", "{}, Norlandic police said."],
     ["Norlandic police"]),
    ("a fire department",
     ["The Weldon Fire Department came late. Firefighters said {}.", "{}, the Weldon Fire Department said."],
     ["Weldon Fire Department"]),
    ("on a day of the week",
     ["Marshland Police came to the yard. On Tuesday police said {}.", "{}, Marshland Police said."],
     ["Marshland Police"]),
    ("who speaks for the police",
     ["Marshland Police came to the yard. Police spokeswoman Orla Tew said {}.", "{}, Marshland Police said."],
     ["Marshland Police"]),
    ("a spokesman between commas",
     ["{}, a police spokesman, Tom Marsh, said.", "{}, Marshland Police said."],
     ["Marshland Police"]),
    ("the spokesman behind his name",
     ["{}, said Tom Marsh, the police spokesman in Weldon.", "{}, Marshland Police said."],
     ["Marshland Police"]),
    ("for a fire service",
     ["{}, said Orla Tew, a spokeswoman for the Norland fire service.", "{}, the Norland Fire Service said."],
     ["Norland Fire Service"]),
    ("for a ministry named before",
     ["The Norland Ministry of Defence came late. Ministry spokesman Maj. Gen. Tom Marsh told the Herald {}.",
      "{}, the Norland Ministry of Defence said."],
     ["Norland Ministry of Defence"]),
    ("for a hospital named before",
     ["Weldon General Hospital was full. {}, hospital spokesman Tom Marsh said.", "{}, according to Weldon General Hospital."],
     ["Weldon General Hospital"]),
    # not one
    ("for one of two hospitals",
     ["Weldon General Hospital and Marsh Hospital were full. {}, hospital spokesman Tom Marsh said.",
      "{}, according to Weldon General Hospital."],
     ["Tom Marsh", "Weldon General Hospital"]),
    ("a former spokesman",
     ["{}, said Tom Marsh, a former police spokesman.", "{}, Marshland Police said."],
     ["Marshland Police", "Tom Marsh"]),
    ("who lives near a spokesman",
     ["{}, said Orla Tew, who lives near the police spokesman's house.", "{}, Marshland Police said."],
     ["Marshland Police", "Orla Tew"]),
    ("two forces",
     ["Marshland Police said {}.", "{}, Norland Police said."],
     ["Marshland Police", "Norland Police"]),
    ("of two forces in the report neither",
     ["Marshland Police and Norland Police came to the yard. Police said {}.", "{}, Norland Police said."],
     ["Norland Police", "Police"]),
    ("an officer without a name stays nobody's",
     ["Marshland Police came to the yard. Two officers said {}.", "{}, Marshland Police said."],
     ["Marshland Police", "Two officers"]),
    ("detectives who asked for no names",
     ["Marshland Police came to the yard. Detectives who asked not to be named said {}.",
      "Marshland Police said that a man was hurt on Monday in Weldon when somebody set the blue van on fire."],
     ["-", "Marshland Police"]),
    ("a former sergeant is himself",
     ["Marshland Police came to the yard. Former Sgt Orla Tew said {}.", "{}, Marshland Police said."],
     ["Marshland Police", "Orla Tew"]),
    ("a sergeant of the army is himself",
     ["Police and soldiers came to the yard. Sgt Orla Tew, of the Norland Army, said {}.", "{}, police said."],
     ["Orla Tew", "police"]),
    ("the union of the police is another body",
     ["Marshland Police came to the yard. The Marshland Police Union said {}.", "{}, Marshland Police said."],
     ["Marshland Police", "Marshland Police Union"]),
    ("state police are others",
     ["Weldon Police came to the yard. The state police said {}.", "{}, Weldon Police said."],
     ["Weldon Police", "state police"]),
    ("a sheriff is no policeman",
     ["The Weldon County Sheriff's Office sent a car. Sheriff Tom Marsh said {}.", "{}, Weldon Police said."],
     ["Weldon County Sheriff's Office", "Weldon Police"]),
    ("officers of a force that nobody names",
     ["The barge came in late. Officers said {}.", "{}, the mayor, Orla Tew, said."],
     ["Officers", "Orla Tew"]),
    ("an inspector of another body",
     ["Police came to the yard. Insp Orla Tew, of the Norland Pet Society, said {}.", "{}, police said."],
     ["Orla Tew", "police"]),
    ("a captain of a ship",
     ["Police came to the yard. Captain Orla Tew of the ferry Hesper said {}.", "{}, police said."],
     ["Orla Tew", "police"]),
]


def compare(texts):
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, f"{i}.txt") for i in range(len(texts))]
        for i, path in enumerate(paths):
            path.write_text(f"{texts[i]} It rained in Weldon {i + 2} times that day.\n", encoding="utf8")
        run = subprocess.run([os.environ["TWOSOURCE"], "compare", "--verbatim", "--format=json",
                              *(f"--same={paths[0]},{p}" for p in paths[1:]), *map(str, paths)], capture_output=True, check=True)
    return json.loads(run.stdout)


failed = []
for what, texts, wanted in CASES:
    c = compare([t.format(FACT[0].upper() + FACT[1:] if t.startswith("{}") or ". {}" in t else FACT) for t in texts])
    origins = {o["id"]: o["name"] for o in c["origins"]}
    told = [r for k in c["claims"] for r in k["reports"] if any("blue van" in e["quote"] for e in r["evidence"])]
    got = sorted({origins[o] for r in told for o in r["origins"] or []} | {"-" for r in told if not r["origins"]}) if told else "no claim"
    if got != wanted:
        failed.append(f"{what}: {got!r}, not {wanted!r}")
print("\n".join(failed))
sys.exit(1 if failed else 0)
