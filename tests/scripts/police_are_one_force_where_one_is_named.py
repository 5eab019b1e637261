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
     ["Weldon Police said {}.", "Police said {}.", "{}, police officials said."],
     ["Weldon Police"]),
    ("detectives of the report's force",
     ["Weldon Police came to the yard. Detectives said {}.", "{}, Weldon Police said."],
     ["Weldon Police"]),
    ("a sergeant is his force",
     ["Weldon Police came to the yard. Sgt Orla Tew said {}.", "{}, Weldon Police said."],
     ["Weldon Police"]),
    ("of a place and of its people",
     ["Norland police said {}.", "{}, Norlandic police said."],
     ["Norlandic police"]),
    ("a fire department",
     ["The Weldon Fire Department came late. Firefighters said {}.", "{}, the Weldon Fire Department said."],
     ["Weldon Fire Department"]),
    ("on a day of the week",
     ["Weldon Police came to the yard. On Tuesday police said {}.", "{}, Weldon Police said."],
     ["Weldon Police"]),
    ("who speaks for the police",
     ["Weldon Police came to the yard. Police spokeswoman Orla Tew said {}.", "{}, Weldon Police said."],
     ["Weldon Police"]),
    ("a spokesman between commas",
     ["{}, a police spokesman, Tom Marsh, said.", "{}, Weldon Police said."],
     ["Weldon Police"]),
    ("the spokesman behind his name",
     ["{}, said Tom Marsh, the police spokesman in Weldon.", "{}, Weldon Police said."],
     ["Weldon Police"]),
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
    ("the police of the place",
     ["{}, police in Weldon said.", "{}, Weldon Police said."],
     ["Weldon Police"]),
    # not one
    ("for one of two hospitals",
     ["Weldon General Hospital and Marsh Hospital were full. {}, hospital spokesman Tom Marsh said.",
      "{}, according to Weldon General Hospital."],
     ["Tom Marsh", "Weldon General Hospital"]),
    ("a former spokesman",
     ["{}, said Tom Marsh, a former police spokesman.", "{}, Weldon Police said."],
     ["Weldon Police", "Tom Marsh"]),
    ("who lives near a spokesman",
     ["{}, said Orla Tew, who lives near the police spokesman's house.", "{}, Weldon Police said."],
     ["Weldon Police", "Orla Tew"]),
    ("two forces",
     ["Weldon Police said {}.", "{}, Norland Police said."],
     ["Weldon Police", "Norland Police"]),
    ("of two forces in the report neither",
     ["Weldon Police and Norland Police came to the yard. Police said {}.", "{}, Norland Police said."],
     ["Norland Police", "police"]),
    ("an officer without a name stays nobody's",
     ["Weldon Police came to the yard. Two officers said {}.", "{}, Weldon Police said."],
     ["Weldon Police", "Two officers"]),
    ("detectives who asked for no names",
     ["Weldon Police came to the yard. Detectives who asked not to be named said {}.",
      "Weldon Police said that a man was hurt on Monday in Weldon when somebody set the blue van on fire."],
     ["Detectives", "Weldon Police"]),
    ("a former sergeant is himself",
     ["Weldon Police came to the yard. Former Sgt Orla Tew said {}.", "{}, Weldon Police said."],
     ["Weldon Police", "Orla Tew"]),
    ("a sergeant of the army is himself",
     ["Police and soldiers came to the yard. Sgt Orla Tew, of the Norland Army, said {}.", "{}, police said."],
     ["Orla Tew", "police"]),
    ("the union of the police is another body",
     ["Weldon Police came to the yard. The Weldon Police Union said {}.", "{}, Weldon Police said."],
     ["Weldon Police", "Weldon Police Union"]),
    ("state police are others",
     ["Weldon Police came to the yard. The state police said {}.", "{}, Weldon Police said."],
     ["Weldon Police", "state police"]),
    ("a sheriff is no policeman",
     ["The Weldon County Sheriff's Office sent a car. Sheriff Tom Marsh said {}.", "{}, Weldon Police said."],
     ["Tom Marsh", "Weldon Police"]),
    ("officers of a force that nobody names",
     ["The barge came in late. Officers said {}.", "{}, the mayor, Orla Tew, said."],
     ["Officers", "Orla Tew"]),
    ("an inspector of another body",
     ["Police came to the yard. Insp Orla Tew, of the Norland Pet Society, said {}.", "{}, police said."],
     ["Orla Tew", "police"]),
    ("a captain of a ship",
     ["Police came to the yard. Captain Orla Tew of the ferry Hesper said {}.", "{}, police said."],
     ["Orla Tew", "police"]),
    ("a detective where nothing but police is named",
     ["Police came to the yard. Detective Inspector Orla Tew said {}.", "{}, police said."],
     ["Orla Tew", "police"]),
    ("of two places with one end",
     ["Yorkshire Police said {}.", "West Yorkshire Police said {}."],
     ["West Yorkshire Police", "Yorkshire Police"]),
    ("a city and its state",
     ["Kansas City Police said {}.", "{}, Kansas Police said."],
     ["Kansas City Police", "Kansas Police"]),
    ("of two countries that begin alike",
     ["Nigerian police said {}.", "{}, police in Niger said. Niger's police were there."],
     ["Niger", "Nigerian police"]),
    ("the police of another place",
     ["Dutch police said {}.", "{}, police in Germany said."],
     ["Dutch police", "police"]),
    ("the state police of the same report",
     ["Indiana State Police went to the yard. Police said {}.", "{}, Weldon Police said."],
     ["Weldon Police", "police"]),
    ("the army of another country",
     ["Pakistan's army said {}.", "NEW DELHI - {}, the army said."],
     ["Pakistan's army", "army"]),
    ("the sergeant of another force",
     ["OPP Sgt. Orla Tew said {}. Weldon police closed the road.", "{}, Weldon police said."],
     ["Orla Tew", "Weldon police"]),
    ("a detective of another place",
     ["Detective Orla Tew of Vale said {}. Weldon police closed the road.", "{}, Weldon police said."],
     ["Orla Tew", "Weldon police"]),
    ("a sergeant before a court",
     ["Sgt Orla Tew told the court {}. Weldon Police suspended her.", "{}, Weldon Police said."],
     ["Orla Tew", "Weldon Police"]),
    ("a police chief who is accused",
     ["Police Chief Tom Marsh said {}. Weldon Police suspended him.", "{}, Weldon Police said."],
     ["Tom Marsh", "Weldon Police"]),
    ("a sergeant of the union",
     ["Sgt Tom Marsh, chairman of the union, said {}. Weldon Police came late.", "{}, Weldon Police said."],
     ["Tom Marsh", "Weldon Police"]),
    ("a private detective",
     ["Private detective Tom Marsh said {}. Weldon Police came late.", "{}, Weldon Police said."],
     ["Tom Marsh", "Weldon Police"]),
    ("officers of the council",
     ["Planning officers at the council came. Officers said {}. Weldon Police came late.", "{}, Weldon Police said."],
     ["Officers", "Weldon Police"]),
    ("what an army of rebels says",
     ["The Arakan Army said {}.", "{}, the military said."],
     ["Arakan Army", "military"]),
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
    if sorted(got) != sorted(wanted):
        failed.append(f"{what}: {got!r}, not {wanted!r}")
print("\n".join(failed))
sys.exit(1 if failed else 0)
