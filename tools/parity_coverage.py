"""What of the pipeline's rules the golden sentences reach: the report of tools/parity --coverage."""
import collections
import re

import parity_texts
import spacy.pipeline._parser_internals.nonproj as nonproj
from spacy.language import Language

counts = collections.defaultdict(collections.Counter)


def alternatives(pattern):
    """The alternatives of a regular expression, split at the bars outside brackets."""
    parts, depth, in_class, at = [""], 0, False, 0
    while at < len(pattern):
        c = pattern[at:at + 2] if pattern[at] == "\\" else pattern[at]
        in_class = c != "]" if in_class else c == "["
        depth += (c == "(") - (c == ")") if not in_class else 0
        if c == "|" and depth == 0 and not in_class:
            parts.append("")
        else:
            parts[-1] += c
        at += len(c)
    return parts


class Watched:
    """A search or finditer that counts which alternative each match is by."""

    def __init__(self, rule, find):
        self.rule, self.find = rule, find
        self.parts = list(dict.fromkeys(alternatives(find.__self__.pattern)))
        self.compiled = [re.compile(part) for part in self.parts]

    def count(self, match):
        for part, compiled in zip(self.parts, self.compiled):
            same = compiled.match(match.string, match.start())
            if same and same.span() == match.span():
                counts[self.rule][short(part)] += 1
                return match
        return match

    def __call__(self, text):
        found = self.find(text)
        if found is None or hasattr(found, "span"):
            return self.count(found) if found else None
        return iter([self.count(match) for match in found])


def short(part):
    return part if len(part) < 60 else f"{part[:32]}...{part[-16:]}"


def watch_tokenizer(tokenizer):
    for rule, name in (("prefix", "prefix_search"), ("suffix", "suffix_search"), ("infix", "infix_finditer")):
        watched = Watched(rule, getattr(tokenizer, name))
        setattr(tokenizer, name, watched)
        yield rule, [short(part) for part in watched.parts]


def count_exceptions(tokenizer, text):
    pieces = []
    for kind, piece in [*tokenizer.explain(text), ("", "")]:
        if not kind.startswith("SPECIAL-") or kind == "SPECIAL-1":
            if pieces:
                counts["exception"]["".join(pieces)] += 1
            pieces = []
        if kind.startswith("SPECIAL-"):
            pieces.append(piece)
        elif kind == "URL_MATCH":
            counts["other"]["an address as one token"] += 1


@Language.component("count_ruler")
def count_ruler(doc):
    for pattern, _, _, _ in count_ruler.ruler.match(doc):
        counts["ruler"][pattern] += 1
    return doc


def watch_deprojectivize(doc):
    for token in doc:
        if "||" in token.dep_:
            counts["decorated"][token.dep_] += 1
    return watch_deprojectivize.real(doc)


def count_lemma(lemmatizer, token):
    """By which way the lemma came; the ways of spaCy's rule lemmatizer."""
    pos, text = token.pos_.lower(), token.text.lower()
    tables = {name: lemmatizer.lookups.get_table(name).get(pos, {}) for name in
              ("lemma_index", "lemma_exc", "lemma_rules")}
    if token.pos_ == "SPACE" or lemmatizer.is_base_form(token) or not any(tables.values()):
        counts["lemma"]["as it is, or in lower case"] += 1
        return
    how = "exception" if text in tables["lemma_exc"] else "no rule"
    for old, new in tables["lemma_rules"]:
        form = text[:len(text) - len(old)] + new
        if text.endswith(old) and form == token.lemma_:
            counts["lemma rule"][f"{pos} -{old} +{new}"] += 1
            if how == "no rule":
                how = ("known" if form in tables["lemma_index"] else
                       "not a word" if not form.isalpha() else "unknown")
    counts["lemma"][f"{pos}: {how}"] += 1


def line(name, wanted):
    missing = [w for w in wanted if not counts[name][w]]
    print(f"{name}: {len(wanted) - len(missing)} of {len(wanted)} reached; not: "
          f"{' '.join(map(str, missing)) if missing else 'none'}")


def report(nlp):
    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
    count_ruler.ruler = ruler
    nlp.add_pipe("count_ruler", before="attribute_ruler")
    watch_deprojectivize.real, nonproj.deprojectivize = nonproj.deprojectivize, watch_deprojectivize
    set_by_ruler = {i for i, attrs in enumerate(ruler._attrs_unnormed) if "LEMMA" in attrs}
    parts = dict(watch_tokenizer(nlp.tokenizer))
    texts = [text for _, _, text in parity_texts.golden_texts()]
    for text in texts:
        count_exceptions(nlp.tokenizer, text)
    tokens = 0
    for doc in nlp.pipe(texts, batch_size=64):
        tokens += len(doc)
        by_ruler = {m[2] + ruler.indices[m[0]] for m in ruler.match(doc) if m[0] in set_by_ruler}
        for token in doc:
            counts["tag"][token.tag_] += 1
            counts["pos"][token.pos_] += 1
            counts["dep"][token.dep_] += 1
            if token.i not in by_ruler:
                count_lemma(lemmatizer, token)
        for entity in doc.ents:
            counts["entity"][entity.label_] += 1
        counts["other"]["noun chunks"] += len(list(doc.noun_chunks)) if len(doc) else 0
    print(f"{len(texts)} texts, {tokens} tokens")
    line("tag", nlp.get_pipe("tagger").labels)
    line("dep", nlp.get_pipe("parser").labels)
    line("entity", nlp.get_pipe("ner").labels)
    line("ruler", range(len(ruler.patterns)))
    line("exception", list(nlp.tokenizer.rules))
    for rule, all_of in parts.items():
        line(rule, all_of)
    rules = lemmatizer.lookups.get_table("lemma_rules")
    line("lemma rule", [f"{pos} -{old} +{new}" for pos in ("adj", "adv", "noun", "verb", "punct")
                        for old, new in rules.get(pos, [])])
    for name in ("tag", "pos", "dep", "decorated", "entity", "lemma", "other"):
        print(f"{name}: " + ", ".join(f"{k} {n}" for k, n in counts[name].most_common()))
