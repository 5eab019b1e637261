#!/usr/bin/env python3
"""The stance that `compare` gives a report to a claim, over pairs of short reports written for it."""
from short_reports import compare

BARGE = "Edda Marrow sold the barge to a Norland dealer in May, the mayor of Weldon, Orla Tew, said."
DEAD = "Three sailors died when the barge hit the pier at Weldon on Monday, the mayor of Weldon, Orla Tew, said."
SHOT = "Tom Marsh shot the engineer Idris Pell at the yard in Weldon on Monday, police said."
DEBATE = "Norland Television will hold a debate on fishing on Friday, the Weldon Herald reported."
DIED = "The singer Tom Marsh died at his house in Weldon on Sunday, the Weldon Herald reported."
RIDE = "A man rode a zebra through the town hall of Weldon on Saturday, a video posted by the Weldon Herald shows."
SHARED = "The article on the zebra of Weldon was shared by nine thousand people on Saturday, the mayor, Orla Tew, said."
SCREENSHOT = SHARED.replace("article", "screenshot")
WON = "The singer Tom Marsh won the boat race at Weldon on Sunday, the Weldon Herald reported."
MEETING = "Media in Norland claimed that the town of Weldon had called a meeting on the mill for Monday."
SANK = "The ferry Alma sank off Weldon on Sunday, the harbour master, Tad Roe, said."
FILMED = "A team of divers filmed a lake monster off Weldon on Sunday, the Weldon Herald reported."
KILLED = "The engineer Idris Pell was killed at the yard in Weldon on Monday, police said."

MAST = "The new ferry Alma drops the mast and the funnel of the old boat, the Weldon Herald reported."

KNIFE = "Tom Marsh dropped a knife at the yard in Weldon, police said."
FACE = "Norland Television covered the face of Orla Tew on Monday, the Weldon Herald reported."

# what is looked at, the report that states, words of the claim in it, the other report, whether that denies
CASES = [
    ("not", BARGE, "sold the barge", "Edda Marrow did not sell the barge to a Norland dealer, her lawyer Tad Roe said.", True),
    ("what is dropped is not there", MAST, "drops the mast",
     "There will be no mast on the new ferry Alma, and no funnel of the old boat.", False),
    ("what is dropped, they do not have", MAST, "drops the mast", "The new ferry Alma will not have the mast of the old boat.", False),
    ("what they have is dropped", "The new ferry Alma has the mast of the old boat.", "has the mast", MAST, True),
    ("what one drops, he had", KNIFE, "dropped a knife", "Tom Marsh did not have a knife at the yard in Weldon, his brother Jan Marsh said.", True),
    ("what is not dropped", MAST, "drops the mast", "The new ferry Alma does not drop the mast of the old boat.", True),
    ("at no point", BARGE, "sold the barge",
     "At no point did Edda Marrow sell the barge to a Norland dealer, her lawyer Tad Roe said.", True),
    ("not once", BARGE, "sold the barge",
     "Not once did Edda Marrow sell the barge to a Norland dealer, her lawyer Tad Roe said.", True),
    ("in no way", BARGE, "sold the barge",
     "In no way did Edda Marrow sell the barge to a Norland dealer, her lawyer Tad Roe said.", True),
    ("nowhere", FACE, "covered the face",
     "“We showed the meeting and nowhere is anything covered,” the station said.", True),
    ("in no time", BARGE, "sold the barge",
     "Edda Marrow sold the barge to a Norland dealer in no time, her lawyer Tad Roe said.", False),
    ("what she by no means is", BARGE, "sold the barge",
     "Edda Marrow, by no means a rich woman, sold the barge to a Norland dealer.", False),
    ("not once, but twice", BARGE, "sold the barge",
     "Not once, but twice, Edda Marrow sold the barge to a Norland dealer.", False),
    ("never, at no point", BARGE, "sold the barge",
     "Edda Marrow never, at no point, sold the barge to a Norland dealer, her lawyer Tad Roe said.", True),
    ("at no point of the summer", BARGE, "sold the barge",
     "At no point during the summer did Edda Marrow sell the barge to a Norland dealer, her lawyer Tad Roe said.", True),
    ("not once but twice", BARGE, "sold the barge",
     "Not once but twice Edda Marrow sold the barge to a Norland dealer.", False),
    ("falsely said", BARGE, "sold the barge",
     "The Weldon Herald falsely claimed that Edda Marrow sold the barge to a Norland dealer.", True),
    ("no evidence", BARGE, "sold the barge",
     "There is no evidence that Edda Marrow sold the barge to a Norland dealer, police said.", True),
    ("what one is urged not to do", BARGE, "sold the barge",
     "The union urged Edda Marrow not to sell the barge to a Norland dealer.", False),
    ("no longer, and so before", BARGE, "sold the barge",
     "Edda Marrow, who sold the barge to a Norland dealer in May, no longer sells to Norland, her lawyer Tad Roe said.", False),
    ("what is done by mistake is done", DEAD, "sailors died",
     "The pilot mistakenly opened the throttle and the barge hit the pier at Weldon, killing three sailors, police said.", False),
    ("what has not happened before", DEAD, "sailors died",
     "Three sailors died when the barge hit the pier at Weldon. \"This has never happened before,\" said the harbour master, "
     "Tad Roe.", False),
    ("what is not right", DEAD, "sailors died",
     "Three sailors died when the barge hit the pier at Weldon. \"It is just not right,\" said the harbour master, Tad Roe.", False),
    ("no fewer than", DEAD, "sailors died",
     "No fewer than three sailors died when the barge hit the pier at Weldon, the harbour master, Tad Roe, said.", False),
    ("others who are alive", DEAD, "sailors died",
     "Three sailors died when the barge hit the pier at Weldon. Two sailors are alive in the clinic, police said.", False),
    ("a clause beside what is not known", SHOT, "shot the engineer",
     "There is no evidence that Tom Marsh knew Idris Pell before he shot the engineer at the yard in Weldon, police said.", False),
    ("a crime of which one is wrongly accused", KILLED, "was killed",
     "Tom Marsh was falsely accused of the murder of the engineer Idris Pell at the yard in Weldon, his lawyer Tad Roe said.", False),
    ("not only", SHOT, "shot the engineer",
     "Tom Marsh did not just shoot the engineer Idris Pell at the yard in Weldon, he laughed about it, police said.", False),
    ("found to be false", BARGE, "sold the barge",
     "Rumours that Edda Marrow sold the barge to a Norland dealer turned out to be false.", True),
    ("what appears to be false", BARGE, "sold the barge",
     "Reports that Edda Marrow sold the barge to a Norland dealer appear to be untrue, police said.", True),
    ("what only appears", BARGE, "sold the barge",
     "Edda Marrow, who sold the barge to a Norland dealer in May, appears to be honest, police said.", False),
    ("no basis for reports", BARGE, "sold the barge",
     "There is no basis for reports that Edda Marrow sold the barge to a Norland dealer, police said.", True),
    ("no basis for doing it", BARGE, "sold the barge",
     "There is no basis for selling the barge to a Norland dealer, police said.", False),
    ("no doubt", BARGE, "sold the barge",
     "There is no doubt that Edda Marrow sold the barge to a Norland dealer in May, police said.", False),
    ("no reason", BARGE, "sold the barge",
     "There was no reason why Edda Marrow sold the barge to a Norland dealer, police said.", False),
    ("nobody who did it", BARGE, "sold the barge",
     "There was no Norland dealer who bought the barge from Edda Marrow, police said.", True),
    ("squashed rumours", BARGE, "sold the barge",
     "Tad Roe, her lawyer, has squashed rumours that Edda Marrow sold the barge to a Norland dealer.", True),
    ("what an earlier version said, behind a label", BARGE, "sold the barge",
     "Correction: An earlier version of this story reported that Edda Marrow sold the barge to a Norland dealer.", True),
    ("squashed grapes", BARGE, "sold the barge",
     "Edda Marrow squashed grapes on the barge that she sold to a Norland dealer in May, her lawyer Tad Roe said.", False),
    ("made up", BARGE, "sold the barge",
     BARGE + " The story was made up, her lawyer Tad Roe said.", True),
    ("made up of", BARGE, "sold the barge", BARGE + " The report was made up of four pages.", False),
    ("the story denied to be true", BARGE, "sold the barge",
     BARGE + " Her lawyer Tad Roe denied that the story was true.", True),
    ("the story denied to be false", BARGE, "sold the barge",
     BARGE + " Her lawyer Tad Roe denied that the report was false.", False),
    ("no sign that the story is true", BARGE, "sold the barge",
     BARGE + " There is no sign that the reports are true, her lawyer Tad Roe said.", True),
    ("what is not confirmed to be true", BARGE, "sold the barge",
     BARGE + " Police could not confirm that the story was true.", False),
    ("exaggerated death", DIED, "Marsh died",
     "Rumours of the death of the singer Tom Marsh are greatly exaggerated, his agent Tad Roe said.", True),
    ("exaggerated tales", DIED, "Marsh died",
     DIED + " His agent Tad Roe said the tales about his money were greatly exaggerated.", False),
    ("what appears to live", DIED, "Marsh died", "The singer Tom Marsh still appears to be very much alive.", True),
    ("there is none", DEBATE, "hold a debate",
     "There is no debate on fishing on Norland Television on Friday, its director Tad Roe said.", True),
    ("none was planned", DEBATE, "hold a debate",
     "Contrary to reports in the Weldon Herald, there was no debate on fishing planned for Friday, Norland Television said.", True),
    ("there is no other", DEBATE, "hold a debate",
     "Norland Television will hold a debate on fishing on Friday, and there is no other debate on Friday.", False),
    ("a picture of it is false", RIDE, "rode a zebra",
     "A video of a man riding a zebra through the town hall of Weldon has proved to be a fake.", True),
    ("it was doctored to show it", RIDE, "rode a zebra",
     "The Norland Post has revealed the video to have been doctored to show a man riding a zebra through the town hall of Weldon.",
     True),
    ("the video is false", RIDE, "rode a zebra",
     "A video shows a man riding a zebra through the town hall of Weldon. The video is fake.", True),
    ("it happens in a false video", RIDE, "rode a zebra",
     "In a fake video shared on Sunday, a man rides a zebra through the town hall of Weldon.", True),
    ("a paper that claims it is false", RIDE, "rode a zebra",
     "A forged letter claims that a man rode a zebra through the town hall of Weldon.", True),
    ("it happens in a staged video", RIDE, "rode a zebra",
     "In a staged video shared on Sunday, a man rides a zebra through the town hall of Weldon.", False),
    ("a picture that is false and something else", RIDE, "rode a zebra",
     "A fake viral video shows a man riding a zebra through the town hall of Weldon.", True),
    ("a protest is staged to show it", RIDE, "rode a zebra",
     "Sailors staged a march to show that a man rode a zebra through the town hall of Weldon.", False),
    ("the video may be false", RIDE, "rode a zebra",
     "A video shows a man riding a zebra through the town hall of Weldon. The video may be fake.", False),
    ("another video is false", RIDE, "rode a zebra",
     "A video shows a man riding a zebra through the town hall of Weldon. The video of the mayor is fake.", False),
    ("a false picture of what happened", RIDE, "rode a zebra",
     "A man rode a zebra through the town hall of Weldon on Saturday. A picture showing a man riding a zebra through the town hall "
     "of Weldon is fake.", False),
    ("a false picture of who did it", RIDE, "rode a zebra",
     "A picture of the man who rode a zebra through the town hall of Weldon on Saturday is fake, police said.", False),
    ("a false thing in a picture", RIDE, "rode a zebra",
     "A video of a man with a fake beard riding a zebra through the town hall of Weldon was posted on Saturday.", False),
    ("contrary to reports of it", BARGE, "sold the barge",
     "Contrary to a report in the Weldon Herald that Edda Marrow sold the barge to a Norland dealer, she gave it to her son.", True),
    ("despite reports of it", BARGE, "sold the barge",
     "Despite a report in the Weldon Herald that Edda Marrow sold the barge to a Norland dealer, she is poor.", False),
    ("contrary to a notion", BARGE, "sold the barge",
     "Contrary to the notion that Edda Marrow sold the barge to a Norland dealer, she gave it to her son.", True),
    ("contrary to a notion of something else", BARGE, "sold the barge",
     "Contrary to her notions of thrift, Edda Marrow sold the barge to a Norland dealer in May.", False),
    ("no basis for the belief", BARGE, "sold the barge",
     "There is no basis for the belief that Edda Marrow sold the barge to a Norland dealer, police said.", True),
    ("contrary to another thing", BARGE, "sold the barge",
     "Contrary to reports that Edda Marrow was ill, she sold the barge to a Norland dealer in May, the mayor said.", False),
    ("not a case of it", DIED, "Marsh died",
     "The singer Tom Marsh died at his house in Weldon on Sunday, the Herald said. It is not a criminal case.", False),
    ("no time wasted", BARGE, "sold the barge",
     "Edda Marrow wasted no time selling the barge to a Norland dealer in May, the mayor said.", False),
    ("an article that is made up", SHARED, "was shared", SHARED + " It is completely fabricated.", False),
    ("a screenshot that is", SCREENSHOT, "was shared", SCREENSHOT + " It is a hoax.", False),
    ("done without it", BARGE, "sold the barge",
     "Other skippers, however, appeared to get by without selling the barge to a Norland dealer.", False),
    ("no such thing", DEBATE, "hold a debate",
     DEBATE + " Its director, Tad Roe, said that no such debate would take place.", True),
    ("no such thing at another time", DEBATE, "hold a debate", DEBATE + " No such debate was held last year.", False),
    ("no such thing of another kind", DEBATE, "hold a debate",
     DEBATE + " There is no such thing as bad weather, the mayor said.", False),
    ("nobody more often", WON, "won the boat race",
     "No one has won the boat race at Weldon more often than the singer Tom Marsh.", False),
    ("nobody", WON, "won the boat race", "No one won the boat race at Weldon on Sunday, police said.", True),
    ("this rumour, not what the report is about", MEETING, "called a meeting",
     "The singer Tom Marsh died on Sunday, the Herald reported. Media in Norland claimed that the town of Weldon had called a "
     "meeting on the mill. But this rumour is false, the mayor, Orla Tew, said.", True),
    ("this, in a sentence on another thing", MEETING, "called a meeting",
     "The town of Weldon had called a meeting on the mill, the Herald reported. A site wrote that the mill burned, but this turned "
     "out to be false.", False),
    ("no truth to another rumour", DEAD, "sailors died",
     "Three sailors died when the barge hit the pier at Weldon, and there is no truth to the rumour that the pilot was drunk, "
     "police said.", False),
    ("what one wishes", DEAD, "sailors died",
     DEAD + " \"I wish this were a hoax,\" the owner, Edda Marrow, said.", False),
    ("what would not have been", SANK, "Alma sank",
     SANK + " If there had been no storm, she would not have sunk, the owner said.", False),
    ("what had not been before", SANK, "Alma sank", SANK + " No ferry had ever sunk before, the mayor said.", False),
    ("no further ones", "Further bodies were found at Weldon on Friday, the mayor, Orla Tew, said.", "bodies were found",
     "The army said no further bodies were found at Weldon on Friday.", True),
    ("lost none", "The bank lost customers after the robbery at Weldon on Monday, the mayor, Orla Tew, said.", "lost customers",
     "The bank lost no customers after the robbery at Weldon on Monday, the bank said.", True),
    ("lost no time", "The bank lost customers after the robbery at Weldon on Monday, the mayor, Orla Tew, said.", "lost customers",
     "The bank lost no time after the robbery at Weldon on Monday, the bank said.", False),
    ("there is no part of it", DEBATE, "hold a debate",
     DEBATE + " There is no host of the debate yet, its director Tad Roe said.", False),
]


# what is looked at, the report that states, words of the claim in it, the other report, which denies, and who denies
DENIERS = [
    ("by nobody", BARGE, "sold the barge",
     "Rumours that Edda Marrow sold the barge to a Norland dealer turned out to be false.", []),
    ("by somebody", BARGE, "sold the barge",
     "Rumours that Edda Marrow sold the barge to a Norland dealer are false, Tad Roe, a lawyer, said.", ["Tad Roe"]),
    ("not by who stated it", BARGE, "sold the barge",
     "Contrary to reports in the Weldon Herald, Edda Marrow did not sell the barge to a Norland dealer.", []),
    ("by who is quoted against it", BARGE, "sold the barge",
     "\"Contrary to reports in the Weldon Herald, Edda Marrow did not sell the barge to a Norland dealer,\" Tad Roe said in a "
     "statement.", ["Tad Roe"]),
    ("by the outlet alone", BARGE, "sold the barge",
     "Edda Marrow sold the barge to a Norland dealer, the Weldon Herald wrote in May. It turned out that the story was made up.",
     []),
    ("not by who is said to be wrong", MEETING, "called a meeting",
     "The town of Weldon had called a meeting on the mill, the Herald reported, but this turned out to be false.", []),
    ("not by who is said to say it falsely", BARGE, "sold the barge",
     "Tad Roe said that the Weldon Herald falsely claimed that Edda Marrow sold the barge to a Norland dealer.", ["Tad Roe"]),
    ("by who laughs it off", BARGE, "sold the barge",
     "Tad Roe, her lawyer, laughed off claims that Edda Marrow sold the barge to a Norland dealer.", ["Tad Roe"]),
    ("by who calls it nonsense", BARGE, "sold the barge",
     "Tad Roe, her lawyer, called the report that Edda Marrow sold the barge to a Norland dealer nonsense.", ["Tad Roe"]),
    ("by who rejects it", BARGE, "sold the barge",
     "Her lawyer, Tad Roe, rejected the claim that Edda Marrow sold the barge to a Norland dealer.", ["Tad Roe"]),
]


MOVES = "Velkon will move its barge yard to Norstad next year, the Norland Courier reported."
MOVE = "move its barge yard to Norstad"

# a report on what MOVES tells, the stance that it has: None, it says neither yes nor no
GOVERNED = [
    (f"Velkon said that it had no plans to {MOVE}.", "denies"),
    (f"Velkon never had any plans to {MOVE}, its owner Edda Marrow said.", "denies"),
    (f"\"We have no intention of moving our barge yard to Norstad,\" Velkon said.", "denies"),
    (f"Velkon has no immediate plans to {MOVE}.", None),
    (f"Velkon has no plans to sell its slips and will {MOVE}, Edda Marrow said.", "states"),
    (f"Velkon has no choice but to {MOVE}, Edda Marrow said.", "states"),
    ("Velkon ruled out moving its barge yard to Norstad.", "denies"),
    ("The mayor said Velkon had ruled out moving its barge yard to Norstad.", "denies"),
    ("Velkon has not ruled out moving its barge yard to Norstad.", None),
    (f"Velkon cannot rule out that it will {MOVE}.", None),
    (f"Velkon laughed off claims that it would {MOVE}.", "denies"),
    (f"Velkon brushed aside a report that it would {MOVE}.", "denies"),
    (f"Edda Marrow, the head of Velkon, called the report that it would {MOVE} \"nonsense\".", "denies"),
    (f"Edda Marrow described as nonsense the claim that Velkon would {MOVE}.", "denies"),
    (f"Edda Marrow dismissed the claim that Velkon would {MOVE} as nonsense.", "denies"),
    (f"The claim that Velkon would {MOVE} is ludicrous, Edda Marrow said.", "denies"),
    (f"It is ludicrous that Velkon will {MOVE}, Edda Marrow said.", "states"),
    (f"Reports that Velkon will {MOVE} are premature, according to the mayor, Orla Tew.", None),
    (f"Nowhere has Velkon said that it would {MOVE}, the owner said.", None),
    (f"Nobody at Velkon has said that it would {MOVE}.", None),
    (f"Velkon did not mention that it would {MOVE}.", "states"),
    (f"Velkon did not deny that it would {MOVE}.", "states"),
    (f"Velkon neither confirmed nor denied that it would {MOVE}.", None),
    (f"Velkon would not confirm or deny that it would {MOVE}.", None),
    (f"The mayor could not confirm that Velkon would {MOVE}.", None),
    (f"The mayor could not be reached to confirm that Velkon would {MOVE}.", None),
    (f"Velkon confirmed that it would {MOVE} but could not say when.", "states"),
    (f"The mayor, who could not confirm the day, said Velkon would {MOVE}.", "states"),
    (f"The mayor had no information that Velkon would {MOVE}.", None),
    (f"Fishermen are awaiting confirmation that Velkon will {MOVE}.", None),
    ("The mayor knew nothing about Velkon moving its barge yard to Norstad.", None),
    (f"The mayor knew nothing of it, but Velkon will {MOVE}, Edda Marrow said.", "states"),
    (f"The mayor said she was not aware of plans by Velkon to {MOVE}.", None),
    (f"The mayor was not aware that Velkon would {MOVE} until she read the paper.", "states"),
    (f"The mayor is looking into reports that Velkon will {MOVE}.", None),
    (f"Inspectors are checking a report on the quay because Velkon will {MOVE}.", "states"),
    (f"Velkon has decided not to {MOVE}, Edda Marrow said.", "denies"),
    (f"If it is confirmed that Velkon will {MOVE}, the crew will strike.", None),
    (f"Velkon has no intention of letting its crew {MOVE}.", None),
    (f"Velkon has no plans to cancel its vow to {MOVE}.", "states"),
    (f"Velkon, which has no plans to sell the slips of the yard it will close, will {MOVE}.", "states"),
    (f"The claim that Velkon would {MOVE} is no lie, Edda Marrow said.", "states"),
    (f"The claim that Velkon would {MOVE} is a lie, Edda Marrow said.", "denies"),
    (f"Edda Marrow called the report that Velkon would {MOVE} a blow to the owner's propaganda.", "states"),
    (f"Edda Marrow called the report that Velkon would {MOVE} a lie.", "denies"),
    (f"Talk that Velkon would {MOVE} is nonsense, Edda Marrow said.", "denies"),
    (f"Velkon has neither confirmed nor denied that it would {MOVE}.", None),
    (f"It was premature to say that Velkon would {MOVE}, Edda Marrow said.", None),
    (f"It is too early to say that Velkon would {MOVE}, Edda Marrow said.", None),
    (f"Edda Marrow described the report that Velkon would {MOVE} as speculative.", None),
    (f"Edda Marrow could not wait to confirm that Velkon would {MOVE}.", "states"),
    (f"Edda Marrow did not hesitate to say that Velkon would {MOVE}.", "states"),
    (f"Edda Marrow never stopped saying that Velkon would {MOVE}.", "states"),
    (f"Edda Marrow did not fail to say that Velkon would {MOVE}.", "states"),
    (f"Edda Marrow failed to confirm that Velkon would {MOVE}.", None),
]

ALMA = "the ferry Alma sank off Weldon on Sunday"
FIRE = "Faulty wiring caused the fire at the mill in Weldon on Monday, police said."
STRIKE = "The crew of the Alma will strike in Weldon on Friday, the union said."
STOLE = "The banker Tad Roe stole two million crowns in May, the court of Weldon heard."
BROKE = "The captain Tad Roe broke his leg at Weldon on Sunday, the club said."
RAID = "Rebels attacked the base at Weldon on Monday, the army said."

# what a report states, words of the claim in it, another report, the stance that this has: what stands beside, or below, what
# is denied or left open is not denied or left open with it
BESIDE = [
    (SANK, "Alma sank", "The town has no plans to raise the ferry Alma, which sank off Weldon on Sunday.", "states"),
    (SANK, "Alma sank", f"Edda Marrow denied that she was on board when {ALMA}.", "states"),
    (SANK, "Alma sank", f"Edda Marrow laughed off claims that she was asleep when {ALMA}.", "states"),
    (SANK, "Alma sank", f"Edda Marrow denied that {ALMA} when she was on board.", "denies"),
    (SANK, "Alma sank", f"The harbour board had no immediate word on why {ALMA}.", "states"),
    (SANK, "Alma sank", f"The harbour board has no information on how {ALMA}.", "states"),
    (SANK, "Alma sank", f"The harbour board has not confirmed why {ALMA}.", "states"),
    (SANK, "Alma sank", f"The harbour board has no information on whether {ALMA}.", None),
    (STOLE, "stole two million", "The banker Tad Roe has no intention of returning the two million crowns he stole in May.", "states"),
    (BROKE, "broke his leg", "The club ruled out surgery for the captain Tad Roe, who broke his leg at Weldon on Sunday.", "states"),
    (RAID, "attacked the base", "The rebels have no intention of apologising for the attack on the base at Weldon on Monday.", "states"),
    (FIRE, "caused the fire", "Detectives ruled out faulty wiring as the cause of the fire at the mill in Weldon on Monday.", None),
    (STRIKE, "will strike", "The crew of the Alma ruled out a strike in Weldon on Friday.", "denies"),
    (STRIKE, "will strike", "The crew of the Alma ruled out calling off the strike in Weldon on Friday.", None),
]


def compared(texts, words):
    """The claim that has these words in the first report: the other report's stance, None when it is silent; who denies."""
    c = compare(texts)
    first = next(r["id"] for r in c["reports"] if r["source"]["path"].endswith("0.txt"))
    claim = next((k for k in c["claims"] for r in k["reports"]
                  if r["report"] == first and any(words in e["quote"] for e in r["evidence"])), None)
    if not claim:
        return "no claim", []
    names = {o["id"]: o["name"] for o in c["origins"]}
    return (next((r["stance"] for r in claim["reports"] if r["report"] != first), None),
            [names[o] for o in claim["denying"]["origins"]])


failed = []
for what, stated, words, other, denies in CASES:
    got = compared([stated, other], words)[0]
    if (got in ("denies", "both")) != denies or got == "no claim":
        failed.append(f"{what}: {got}")
for other, wanted in GOVERNED:
    got = compared([MOVES, other], MOVE)[0]
    if got != wanted:
        failed.append(f"{other}: {got}")
for stated, words, other, wanted in BESIDE:
    got = compared([stated, other], words)[0]
    if got != wanted:
        failed.append(f"{other}: {got}")
for what, stated, words, other, deniers in DENIERS:
    got = compared([stated, other], words)
    if got != ("denies", deniers):
        failed.append(f"{what}: {got}")
for what, stated, words, other in [
    ("a fact beside a false picture of it", "A wolf attacked a boy at Weldon on Monday.", "attacked a boy",
     "A wolf attacked a boy at Weldon on Monday, police said. A fake video showing a wolf attacking the boy has been shared."),
    ("a fact beside a false letter on it", "The minister resigned on Friday.", "minister resigned",
     "The minister resigned on Friday, his office said. A fake letter saying the minister had resigned was shared a week ago.")]:
    got = compared([stated, other], words)[0]
    if got not in ("states", "both"):
        failed.append(f"{what}: {got}")
for what, stated, words, other, wanted in [
    ("somebody's word beside another's", BARGE, "sold the barge",
     "Edda Marrow sold the barge to a Norland dealer, the mayor said. Her lawyer, Tad Roe, denied it.", "both"),
    ("denied, then confirmed", SANK, "Alma sank",
     "Edda Marrow initially denied that the ferry sank off Weldon on Sunday but on Friday confirmed it.", "both"),
    ("denied, then admitted", SANK, "Alma sank",
     "Edda Marrow first denied that the ferry sank off Weldon on Sunday, but later admitted it.", "both"),
    ("denied, and not confirmed", SANK, "Alma sank",
     "Edda Marrow denied that the ferry sank off Weldon on Sunday but would not confirm it.", "denies"),
    ("a film that some call a prank", FILMED, "filmed a lake monster",
     "A team of divers filmed a lake monster off Weldon on Sunday. The footage has drawn crowds, with some suggesting it was "
     "a prank of the ferry crew.", "both"),
    ("a film that is nothing more than that", FILMED, "filmed a lake monster",
     "A team of divers filmed a lake monster off Weldon on Sunday. Tad Roe, a biologist, said the lake video was nothing more "
     "than a prank.", "both"),
    ("a film that is called a fake before it is told of", FILMED, "filmed a lake monster",
     "Tad Roe, a biologist, says that the video is a fake. A team of divers filmed a lake monster off Weldon on Sunday.", "both"),
    ("a fake photo beside a film", FILMED, "filmed a lake monster",
     "A team of divers filmed a lake monster off Weldon on Sunday. Tad Roe, a biologist, said the photo was a fake.", "states"),
    ("more than a stunt", FILMED, "filmed a lake monster",
     "A team of divers filmed a lake monster off Weldon on Sunday. The footage is more than a stunt, Tad Roe said.", "states"),
    ("not, in marks and without", "The Weldon harbour board was \"not aware\" of the barge being sold to Norland, Orla Tew told the "
     "Herald.", "of the barge",
     "\"The Weldon harbour board was not aware of the barge being sold to Norland,\" Orla Tew told the Courier.", "states"),
    ("not, in marks, against it", "The Alma was ready for the winter, the Weldon Herald reported.", "ready for the winter",
     "The Alma was \"not ready\" for the winter, the mayor, Orla Tew, said.", "denies"),
    ("what a false paper shows may be so", RIDE, "rode a zebra",
     "A forged letter shows that a man rode a zebra through the town hall of Weldon.", "both"),
    ("what a false paper claims, on somebody's word", RIDE, "rode a zebra",
     "A forged letter claims that a man rode a zebra through the town hall of Weldon, police said.", "both"),
    ("what a false picture shows, on somebody's word", RIDE, "rode a zebra",
     "A fake video shows a man riding a zebra through the town hall of Weldon, police said.", "both"),
    ("a picture that was worked on", RIDE, "rode a zebra",
     "A manipulated photograph shows a man riding a zebra through the town hall of Weldon.", "both"),
    ("a picture of something false", RIDE, "rode a zebra",
     "A fake gun video shows a man riding a zebra through the town hall of Weldon.", "both"),
    ("what a false letter shows of another, on somebody's word", SANK, "Alma sank",
     "The forged letter shows that the ferry Alma sank off Weldon on Sunday, police said.", "both"),
    ("a rumour alone", SANK, "Alma sank",
     "Rumours that the ferry Alma sank off Weldon on Sunday spread quickly in the town.", "both"),
    ("rumours that spread", SANK, "Alma sank",
     "Rumours swept the town on Monday that the ferry Alma had sunk off Weldon on Sunday.", "both"),
    ("a rumour, and then the fact", SANK, "Alma sank",
     "Rumours spread that the ferry Alma sank off Weldon. The ferry Alma sank off Weldon on Sunday, police said.", "states"),
    ("rumours that are confirmed", SANK, "Alma sank",
     "Rumours that the ferry Alma had sunk off Weldon on Sunday were confirmed by the coast guard.", "states"),
    ("rumours that are true", SANK, "Alma sank",
     "The rumours that the ferry Alma had sunk off Weldon on Sunday were true.", "states"),
    ("what speculation follows", SANK, "Alma sank",
     "Speculation followed the news that the ferry Alma had sunk off Weldon on Sunday.", "states"),
    ("what the rumours began with", SANK, "Alma sank",
     "Rumours about the pilot began when the ferry Alma sank off Weldon on Sunday.", "states"),
    ("what is only rumoured to be so", SANK, "Alma sank",
     "The ferry Alma is rumoured to have sunk off Weldon on Sunday.", "states")]:
    got = compared([stated, other], words)[0]
    if got != wanted:
        failed.append(f"{what}: {got}")
assert not failed, "\n".join(failed)
