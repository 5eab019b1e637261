#!/usr/bin/env python3
"""Whose word `compare` finds behind a claim, over a few short reports written for it."""
import pathlib
import sys

from short_reports import compare

# what is looked at, the reports, words of the claim, the names of its supporting origins
CASES = [
    ("an owner is the firm",
     ["Edda Marrow, who has owned Halvern Dredging Company in Weldon for thirty years, said the yard sold the barge to a Norland "
      "dealer in May.",
      "A spokesman for Halvern Dredging Company said the yard sold the barge to a Norland dealer in May."],
     "sold the barge", ["Halvern Dredging Company"]),
    ("a firm with and without its legal form",
     ["A spokesman for Halvern Dredging Company said the barge sank off Weldon on Monday.",
      "A spokeswoman for Halvern Dredging said the barge sank off Weldon on Monday."],
     "the barge sank", ["Halvern Dredging Company"]),
    ("the spokesman is whom he was called a spokesman of",
     ["A spokesman for the Weldon Port Office stood on the quay. A spokesman for the Weldon Port Office said the barge "
      "was old. The spokesman said the barge sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, according to the Weldon Port Office."],
     "the barge sank", ["Weldon Port Office"]),
    ("the spokesman of a seat of power is those who rule from there",
     ["\"The plan was not checked,\" the Vatican's deputy spokesman, Father Tullo Marchetti, said on Saturday. The bishop was pleased "
      "with the new harbour, Marchetti said.",
      "The Vatican said on Monday that the bishop was pleased with the new harbour."],
     "bishop was pleased", ["Vatican"]),
    ("who is quoted says it, and who quotes him relays",
     ["The Weldon Herald quoted Tad Dunmore, a sailor, as saying that the barge sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said."],
     "barge sank", ["Orla Tew", "Tad Dunmore"]),
    ("nameless people whom an outlet quotes are the outlet's",
     ["The Weldon Herald quoted a sailor as saying that the barge sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said."],
     "barge sank", ["Orla Tew", "Weldon Herald"]),
    ("a former spokesman speaks for himself",
     ["Former Vatican spokesman Tad Dunmore said the bishop was pleased with the new harbour.",
      "The Vatican said on Monday that the bishop was pleased with the new harbour."],
     "bishop was pleased", ["Tad Dunmore", "Vatican"]),
    ("a credit behind \"but\" is not for what stands before it",
     ["The barge sank off Weldon on Monday, but according to the Weldon Herald, the crew swam ashore.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said."],
     "The barge sank", ["Orla Tew"]),
    ("what somebody is to announce is the word of who tells of the plan",
     ["According to the Weldon Herald, Halvern Dredging is planning to announce that the barge will be sold in May.",
      "The barge will be sold in May, the mayor of Weldon, Orla Tew, said."],
     "barge will be sold", ["Orla Tew", "Weldon Herald"]),
    ("what is reported behind a speaker's words is not on his",
     ["Edda Marrow said the quay was safe. The barge reportedly sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said."],
     "barge", ["Orla Tew"]),
    ("he who goes on speaking",
     ["Two port officers said the barge was old. They said the barge sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said."],
     "the barge sank", ["Orla Tew", "Two port officers"]),
    ("what somebody is does not belong to the name",
     ["Striker Sven Holt said that the old barge sank off Weldon on Monday.",
      "The old barge sank off Weldon on Monday, according to Sven Holt, a striker. Nobody was hurt."],
     "barge sank", ["Sven Holt"]),
    ("a given name that is a trade does",
     ["Baker Kim Bao said that the old barge sank off Weldon on Monday.",
      "The old barge sank off Weldon on Monday, according to Kim Bao, a pilot. Nobody was hurt."],
     "barge sank", ["Baker Kim Bao", "Kim Bao"]),
    ("who is somebody's is another",
     ["Liam Carter is a clerk. Carter's mother said the old barge sank off Weldon on Monday.",
      "The old barge sank off Weldon on Monday, according to Liam Carter. Nobody was hurt."],
     "barge sank", ["Carter's mother", "Liam Carter"]),
    ("the family of somebody is his family",
     ["The family of the late Ann Roe said the old barge sank off Weldon on Monday.",
      "The old barge sank off Weldon on Monday, Ann Roe's family said."],
     "barge sank", ["Roe family"]),
    ("two families of a name are apart",
     ["The family of Ann Roe said the old barge sank off Weldon on Monday.",
      "The old barge sank off Weldon on Monday, the family of Ben Roe said."],
     "barge sank", ["Ann Roe family", "Ben Roe family"]),
    ("a place does not speak for who is in it",
     ["Authorities in Brest said the old barge sank off Weldon on Monday.",
      "The old barge sank off Weldon on Monday, the council in nearby Orby said."],
     "barge sank", ["Authorities in Brest", "council in nearby Orby"]),
    ("a report with another's name at its end is that outlet's",
     ["The barge sank off Weldon on Monday. Nobody was hurt.\n\nReuters",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said."],
     "The barge sank", ["Orla Tew", "Reuters"]),
    ("a report with two names at its end is not the first one's",
     ["The barge sank off Weldon on Monday. Nobody was hurt.\n\nSource: Reuters, BBC",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said."],
     "The barge sank", ["Orla Tew"]),
    ("of two names at a report's end it is the one's whom others credit",
     ["The barge sank off Weldon on Monday. Nobody was hurt.\n\nSource: Reuters, BBC",
      "The barge sank off Weldon on Monday, the BBC reported."],
     "The barge sank", ["BBC News"]),
    ("a headline is the outlet's whose piece is told of",
     ["The Weldon Herald published a piece on it. Its headline said the barge sank off Weldon with forty cows on it.",
      "The Weldon Herald reported that the barge was old. Orla Tew said the barge sank off Weldon with forty cows on it."],
     "barge sank", ["Orla Tew", "Weldon Herald"]),
    ("one headline is nobody's that is named",
     ["The Weldon Herald asked for the papers. One headline said the barge sank off Weldon with forty cows on it.",
      "The Weldon Herald reported that the barge was old. Orla Tew said the barge sank off Weldon with forty cows on it."],
     "barge sank", ["Orla Tew"]),
    ("an outlet that tells of a posted picture only relays it",
     ["A picture of the barge on the rocks off Weldon was posted on Monday by the Norland Front, according to the "
      "Weldon Herald.",
      "A picture of the barge on the rocks off Weldon was posted on Monday by the Norland Front."],
     "picture of the barge", ["Norland Front"]),
    ("who tells of a rumour does not vouch for it",
     ["Edda Marrow said that rumours spread on Monday that the barge had sunk off Weldon.",
      "Orla Tew, the mayor of Weldon, said on Monday that the barge has sunk off Weldon."],
     "barge ha", ["Orla Tew"]),
    ("a publication without a name is told by what it is",
     ["A satirical Norland website posted that the barge sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said."],
     "the barge sank", ["Orla Tew", "satirical Norland website"]),
    ("the media of a place are one",
     ["The barge sank off Weldon on Monday, according to Norlandic news media.",
      "The barge sank off Weldon on Monday, Norlandic media reported."],
     "The barge sank", ["Norlandic news media"]),
    ("who has no idea how it came about tells that it did",
     ["Edda Marrow said she had no idea how the barge sank off Weldon.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said."],
     "barge sank", ["Edda Marrow", "Orla Tew"]),
    ("a post is the word of who signs it",
     ["People on the quay could not believe it.\n\nThe barge sank off Weldon on Monday — Tom Marsh (@tmarsh) May 4, 2026",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said."],
     "The barge sank", ["Orla Tew", "Tom Marsh"]),
    ("the place of a dateline says nothing",
     ["BATON ROUGE, La. \u2014The Weldon Port Office said the barge sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said."],
     "barge sank", ["Orla Tew"]),
    ("a ministry is one under its names",
     ["The Iraqi Ministry of Defence said the barge sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, Iraq's defense ministry said."],
     "barge sank", ["Iraqi Ministry of Defence"]),
    ("what stands beside a speaker's words is not his",
     ["Orla Tew, talking to a clerk whose barge sank off Weldon on Monday, said that the quay was safe.",
      "The barge sank off Weldon on Monday, a Weldon pilot, Edda Marrow, said."],
     "barge sank", ["Edda Marrow"]),
    ("what somebody claims to have done is told by him",
     ["Edda Marrow claims to have raised the wreck of the barge Aster off Weldon on Monday.",
      "The wreck of the barge Aster was raised off Weldon on Monday, the mayor of Weldon, Orla Tew, said."],
     "raised", ["Edda Marrow", "Orla Tew"]),
    ("what is joined on to a speaker's words is his",
     ["Orla Tew said the quay was safe, but the barge had sunk off Weldon on Monday.",
      "The barge sank off Weldon on Monday, a Weldon pilot, Edda Marrow, said."],
     "barge", ["Edda Marrow", "Orla Tew"]),
    ("a picture that tells who is meant shows nothing of what became of him",
     ["Edda Marrow said on Monday that the pilot who was seen in a video posted by the Norland Front had left Weldon.",
      "The pilot left Weldon on Monday, the mayor of Weldon, Orla Tew, said."],
     "left Weldon", ["Edda Marrow", "Orla Tew"]),
    ("unnamed people are the outlet's to which the report says that they spoke",
     ["The barge sank off Weldon on Monday with forty cows on it, according to two people familiar with the sinking. Nobody "
      "on the quay had seen it. It was an old barge. A port official told the Weldon Herald that the crew had been asleep.",
      "The Weldon Herald reported that the barge sank off Weldon on Monday with forty cows on it.",
      "The barge sank off Weldon on Monday with forty cows on it, according to the Weldon Herald."],
     "The barge sank", ["Weldon Herald"]),
    ("unnamed people of a report that credits an outlet are its own",
     ["The barge sank off Weldon on Monday with forty cows on it, according to two people familiar with the sinking. Nobody "
      "on the quay had seen it. It was an old barge. The Weldon Herald reported that the crew had been asleep.",
      "The Weldon Herald reported that the barge sank off Weldon on Monday with forty cows on it.",
      "The barge sank off Weldon on Monday with forty cows on it, according to the Weldon Herald."],
     "The barge sank", ["Weldon Herald", "two people familiar with the sinking"]),
    ("unnamed people of a report to which others spoke are its own",
     ["The barge sank off Weldon on Monday with forty cows on it, according to two people familiar with the sinking. Nobody "
      "on the quay had seen it. A clerk told us that it was an old barge. A port official told the Weldon Herald that the crew "
      "had been asleep.",
      "The Weldon Herald reported that the barge sank off Weldon on Monday with forty cows on it.",
      "The barge sank off Weldon on Monday with forty cows on it, according to the Weldon Herald."],
     "The barge sank", ["Weldon Herald", "two people familiar with the sinking"]),
    ("unnamed people of a report that has another outlet's as well are its own",
     ["The barge sank off Weldon on Monday with forty cows on it, according to two people familiar with the sinking. Nobody "
      "on the quay had seen it. Tom Marsh told the Dunmore Post that it was an old barge. A port official told the Weldon Herald "
      "that the crew had been asleep.",
      "The Weldon Herald reported that the barge sank off Weldon on Monday with forty cows on it.",
      "The barge sank off Weldon on Monday with forty cows on it, according to the Weldon Herald."],
     "The barge sank", ["Weldon Herald", "two people familiar with the sinking"]),
    ("unnamed people are not the outlet's that is credited for something else",
     ["The barge sank off Weldon on Monday with forty cows on it, according to two people familiar with the sinking. Nobody "
      "on the quay had seen it. It was an old barge. A port official told the Weldon Herald that the crew had been asleep.",
      "The Weldon Herald reported that the mayor wants a new quay in Dunmore. The barge sank with forty cows on it.",
      "The mayor wants a new quay in Dunmore, according to the Weldon Herald. The barge sank with forty cows on it."],
     "The barge sank", ["two people familiar with the sinking"]),
    ("many media are not the outlet that was named before",
     ["The Weldon Herald asked for the papers. Several newspaper reports said the barge sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said. The Weldon Herald reported that it was old."],
     "barge sank", ["Orla Tew"]),
    ("reports at large are not the outlet that was named before",
     ["The Weldon Herald asked for the papers. Reports say the barge sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said. The Weldon Herald reported that it was old."],
     "barge sank", ["Orla Tew"]),
    ("what is told beside a speaker's words is his where others have it from him",
     ["The old barge sank off Weldon on Monday. Orla Tew, the mayor of Weldon, said that nobody was hurt.",
      "The old barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said."],
     "barge sank", ["Orla Tew"]),
    ("the article is the outlet's that published one",
     ["The Dunmore Post reported that the quay was shut. The Weldon Herald published a long article on the harbour, of which "
      "the Dunmore Post knew nothing. The article said that the barge sank on Monday.",
      "The Weldon Herald reported that the barge sank on Monday. The Dunmore Post reported that the quay was shut."],
     "the barge sank", ["Weldon Herald"]),
    ("a report is the outlet's that reported since another ran something",
     ["The Weldon Herald ran a cartoon on Monday. The Dunmore Post reported that the quay was shut. The report said the barge "
      "sank off Weldon on Sunday.",
      "The Dunmore Post reported that the barge sank off Weldon on Sunday. The Weldon Herald reported that the quay was shut."],
     "the barge sank", ["Dunmore Post"]),
    ("reports that all cite one outlet are its word",
     ["Several reports, all citing the Weldon Herald, said the barge sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said. The Weldon Herald reported that it was old."],
     "barge sank", ["Orla Tew", "Weldon Herald"]),
    ("a country's newspaper is no organisation called after the country",
     ["Orla Tew wrote to the Weldon Herald. A Bolivian newspaper reported that the barge sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said. The Weldon Herald reported that it was old."],
     "barge sank", ["Bolivian newspaper", "Orla Tew"]),
    ("reports of a country are those of its media",
     ["The Weldon Herald asked for the papers. Since then Danish reports said the barge sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, several Danish media reports said. The Weldon Herald reported that it was "
      "old."],
     "barge sank", ["several Danish media reports"]),
    ("a newspaper that has a country's name is that newspaper",
     ["The Norwegian Ledger website said the barge sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said."],
     "barge sank", ["Norwegian Ledger", "Orla Tew"]),
    ("the reports of a day are no organisation called after the day",
     ["The Weldon Herald asked for the papers. Friday's reports said the barge sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said. The Weldon Herald reported that it was old."],
     "barge sank", ["Orla Tew"]),
    ("media reports are not the outlet that was named before",
     ["The Weldon Herald asked for the papers. According to media reports, the barge sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said. The Weldon Herald reported that it was old."],
     "barge sank", ["Orla Tew"]),
    ("whom an article is about has not written it",
     ["An old article about Tom Marsh said the barge sank off Weldon in May.",
      "The barge sank off Weldon in May, the mayor of Weldon, Orla Tew, said."],
     "barge sank", ["Orla Tew"]),
    ("a newspaper whose name has an and is one",
     ["On Tuesday the old newspaper Ropes and Rigging, which had sent a boat, reported that the barge sank off Weldon.",
      "The barge sank off Weldon, the mayor of Weldon, Orla Tew, said."],
     "barge sank", ["Orla Tew", "Ropes and Rigging"]),
    ("a report in some newspaper is not the outlet's that was named before",
     ["The Weldon Herald asked for the papers. A report in a German newspaper said the barge sank off Weldon on Monday.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said. The Weldon Herald reported that it was old."],
     "barge sank", ["Orla Tew"]),
    ("a video at the head of a caption is no organisation",
     ["Quay: Video shows the moment the old barge sank off Weldon.",
      "The old barge sank off Weldon, the mayor of Weldon, Orla Tew, said."],
     "barge sank", ["Orla Tew"]),
    ("people who know of the reports are people",
     ["The Weldon Herald asked for the papers. Norwegian officials aware of the reports said the barge sank off Weldon on "
      "Monday.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said. The Weldon Herald reported that it was old."],
     "barge sank", ["Norwegian officials aware of the reports", "Orla Tew"]),
    ("he who is not allowed to speak to the media is a man",
     ["The Weldon Herald asked for the papers. The Norwegian official, who may not talk to the media, said the barge sank off "
      "Weldon on Monday.",
      "The barge sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said. The Weldon Herald reported that it was old."],
     "barge sank", ["Orla Tew", "The Norwegian official"]),
]

# what is looked at, the reports, words of the claim that the first of them tells, on whose word there
FIRST = [
    ("a place in what is told does not make it the government's own deed",
     ["A small ferry sank off Norland late on Monday. The government of Norland said it will search.",
      "The ferry sank off Norland on Monday, the government of Norland said."],
     "ferry sank", ["Norland"]),
    ("a body's own people are not an outlet's",
     ["Red Cross sources said the old ferry sank off Weldon on Monday. It rained. Nobody was on the quay. The wind was cold. "
      "The lamps were out. The town was quiet. The Guardian reported that the mayor was asleep.",
      "The Guardian reported that the mayor was asleep. The old ferry sank off Weldon on Monday, the mayor, Orla Tew, said.",
      "The Guardian reported that the mayor was asleep."],
     "ferry sank", ["Red Cross sources"]),
    ("an advert tells it",
     ["According to the ad, the old ferry was sold to a Norland dealer in May. It rained.",
      "The old ferry was sold to a Norland dealer in May, the mayor of Weldon, Orla Tew, said."],
     "ferry was sold", ["ad"]),
    ("what was given to an outlet is the outlet's",
     ["The old ferry was sold to a Norland dealer in May, according to new accounts given to the Guardian. It rained.",
      "The old ferry was sold to a Norland dealer in May, the mayor of Weldon, Orla Tew, said.",
      "The Guardian reported that the old ferry was sold to a Norland dealer in May."],
     "ferry was sold", ["The Guardian"]),
    ("several people of whom nothing more is told",
     ["Customers complained that the old ferry sank off Weldon on Monday. It rained.",
      "The old ferry sank off Weldon on Monday, the mayor of Weldon, Orla Tew, said."],
     "ferry sank", ["Customers"]),
    ("unnamed people are called what the report calls them there",
     ["Weldon officials said the old ferry sank off Norland on Monday. Two relatives of the pilot said the crew swam to the "
      "lighthouse at night.",
      "The ferry sank off Norland on Monday. The crew swam to the lighthouse at night, the mayor of Weldon, Orla Tew, said."],
     "crew swam", ["Two relatives of the pilot"]),
]


# what is looked at, the reports, words of the claim that the first of them tells on nobody's word
FLAT = [
    ("what is told of a speaker beside his words is not his",
     ["Orla Tew bought the old barge in May. Orla Tew said that nobody was hurt.",
      "Orla Tew, the mayor of Weldon, said that she had bought the old barge in May."],
     "bought the old barge"),
    ("what somebody says by the way is not what is told",
     ["The pilot of the old ferry was taken to a hospital in Weldon on Monday where nurses described his leg as broken. It "
      "rained.",
      "The pilot of the old ferry was taken to a hospital in Weldon on Monday. Nobody saw it."],
     "taken to a hospital"),
    ("what somebody is called is not his word",
     ["The old ferry was a present to Tom Marsh, dubbed the king of Weldon, from a friend. It rained.",
      "The old ferry was a present to Tom Marsh. Nobody saw it."],
     "a present"),
]

# facts that two reports tell in these words, which look like opinions, halves, guesses and pointers
PLAIN = [
    "Will Smith was arrested in Weldon on Monday, police said.",
    "Marsh ate a snake called 'Medusa,' police said.",
    "Marsh ate a snake called \"Medusa,\" police said.",
    "Felix' boat sank off Weldon on Monday.",
    "Dunkin' Donuts opened a shop in Weldon in May.",
    "Marsh called Tew 'the divers' friend' in Weldon on Monday.",
    "Marsh has a bad leg injury, police in Weldon said.",
    "Marsh has a strange growth on his neck, Tew said.",
    "No ship has ever sunk off Weldon, Tew said.",
    "Nobody had ever crossed the Weldon channel, Tew said.",
    "Marsh has hardly ever left Weldon, Tew said.",
    "Anyone with a gun was jailed in Weldon on Monday.",
    "Only in May did police arrest Marsh in Weldon.",
    "Guns have to be registered by May 1, police said.",
    "So many people died in Weldon that the morgue was full.",
    "Regardless of the storm, the ferry left Weldon on Monday.",
    "Marsh reported from Norland for two years, his mother said.",
    "The bodies of the two men from Weldon were found here.",
    "The website listed Marsh's house for $2 million.",
    "The Weldon Herald cited two officials.",
    "Marsh owned not only the barge that sank off Weldon.",
]

# what five reports tell, though it is only a guess
FORECAST = "The watch could cost $349 in May, Edda Marrow said."

failed = []
for told, reports in [(t, 2) for t in PLAIN] + [(FORECAST, 5)]:
    text = f"The mayor of Weldon, Orla Tew, stood on the quay with Tom Marsh. {told} It rained."
    c = compare([text + f" Tew went home {i} times." for i in range(reports)])
    if not any(k["text"] in told and "stood" not in k["text"] and len(k["text"]) > len(told) / 2 and
               len(k["reports"]) == reports for k in c["claims"]):
        failed.append(f"no claim: {told}")
for what, texts, words, wanted in FIRST + [(*flat, []) for flat in FLAT]:
    c = compare(texts)
    origins = {o["id"]: o["name"] for o in c["origins"]}
    first = next(r["id"] for r in c["reports"] if pathlib.Path(r["source"]["path"]).name == "0.txt")
    told = [r for k in c["claims"] for r in k["reports"]
            if r["report"] == first and any(words in e["quote"] for e in r["evidence"])]
    got = sorted({origins[o] for r in told for o in r["origins"]}) if told else "no claim"
    if got != wanted:
        failed.append(f"{what}: {got!r}, not {wanted!r}")
for what, texts, words, wanted in CASES:
    c = compare(texts)
    origins = {o["id"]: o["name"] for o in c["origins"]}
    claim = next((k for k in c["claims"] if any(words in e["quote"] for r in k["reports"] for e in r["evidence"])), None)
    got = sorted(origins[o] for o in claim["supporting"]["origins"]) if claim else "no claim"
    if got != wanted:
        failed.append(f"{what}: {got!r}, not {wanted!r}")
print("\n".join(failed))
sys.exit(1 if failed else 0)
