"""tests/golden/en.tsv: what spaCy finds in the golden sentences."""
import parity_spacy
import parity_texts

HEAD = """\
# What spaCy 3.8 with en_core_web_sm 3.8.0 finds in sentences-*.txt. Made by tools/parity --golden; do not edit.
# A number tag pos morph (_: none); then for each text: T file line; a token a line: start end (bytes) A-number
# head (from itself) dep 1=begins-a-sentence lemma (=: its text; escapes as in the sentences);
# E first end kind: a named entity; N first end root: a noun chunk.
"""


def escape(lemma):
    named = {"\n": "\\n", "\t": "\\t", "\\": "\\\\"}
    return "".join(named.get(c) or (c if c.isprintable() or ord(c) > 0xffff else f"\\u{ord(c):04x}")
                   for c in lemma)


def block(text, answer, numbers):
    """The lines of one text."""
    size = [0]
    for c in text:
        size.append(size[-1] + len(c.encode()))
    tokens = answer["tokens"]
    for i, (start, end, tag, pos, lemma, head, dep, sent_start, space, morph) in enumerate(tokens):
        next_start = tokens[i + 1][0] if i + 1 < len(tokens) else len(text)
        if lemma == "=" != text[start:end] or space != next_start - end:
            raise ValueError(f"this format cannot hold {text!r}")
        yield (f"{size[start]}\t{size[end]}\t{numbers[tag, pos, morph]}\t{head - i}\t{dep}\t{sent_start}\t"
               f"{'=' if lemma == text[start:end] else escape(lemma)}")
    for first, end, kind in answer["entities"]:
        yield f"E\t{first}\t{end}\t{kind}"
    for first, end, root in answer["chunks"]:
        yield f"N\t{first}\t{end}\t{root}"


def write(nlp, ties_only):
    """Writes nothing and returns True when spaCy nearly decides some of the texts otherwise."""
    golden = list(parity_texts.golden_texts())
    texts = [text for _, _, text in golden]
    ties = parity_spacy.undecided(nlp, texts, seeds=3, noise=5e-5)
    for i in ties:
        print(f"near tie, write another: {golden[i][0]}:{golden[i][1]}: {texts[i]!r}")
    if ties or ties_only:
        return bool(ties)
    answers = parity_spacy.answers(nlp, texts)
    kinds = sorted({(t[2], t[3], t[9]) for a in answers for t in a["tokens"]})
    numbers = {kind: i for i, kind in enumerate(kinds)}
    with (parity_texts.GOLDEN / "en.tsv").open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for i, kind in enumerate(kinds):
            file.write("\t".join(["A", str(i), *(column or "_" for column in kind)]) + "\n")
        for (name, number, text), answer in zip(golden, answers):
            file.write(f"T\t{name}\t{number}\n")
            file.writelines(line + "\n" for line in block(text, answer, numbers))
    print(f"{len(texts)} texts, {sum(len(a['tokens']) for a in answers)} tokens")
    return False
