"""Translate the labels of other pipelines.

The targets are the relations of Universal Dependencies without most subtypes, and five kinds of entities.

spaCy's French pipelines follow Sequoia's UD. Its English ones follow ClearNLP, where a preposition stands between a
verb and its complement; here the complement is attached to the verb, as in UD
(https://universaldependencies.org/u/dep/).
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

KEPT = frozenset(
    {"nsubj:pass", "obl:agent", "aux:pass", "aux:tense", "aux:caus", "acl:relcl", "expl:subj", "flat:name"}
)
"""The subtypes that the packaged pipeline uses; other subtypes are removed."""

CLEARNLP = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "relcl": "acl:relcl",
    "neg": "advmod",
    "poss": "nmod",
    "prt": "compound",
    "attr": "xcomp",
    "acomp": "xcomp",
    "oprd": "xcomp",
    "npadvmod": "obl",
    "pcomp": "advcl",
    "preconj": "cc",
    "predet": "det",
    "quantmod": "advmod",
    "intj": "discourse",
    "meta": "dep",
}

ENTITIES = {
    "PER": "PER",
    "PERSON": "PER",
    "PERS": "PER",
    "ORG": "ORG",
    "NORP": "MISC",
    "LOC": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
    "EVENT": "EVENT",
    "EVT": "EVENT",
    "MISC": "MISC",
    "PRODUCT": "MISC",
    "WORK_OF_ART": "MISC",
    "LAW": "MISC",
}
"""Entity labels; an entity with another label (`DATE`, `MONEY`, …) is not a name and is dropped."""


def relation(label: str) -> str:
    """The packaged pipeline's relation for another pipeline's relation.

    `obl:mod` is `obl`, `nsubjpass` is `nsubj:pass`, `expl:pass` is `expl:comp`.
    """
    if label in KEPT or label == "ROOT":
        return label
    if label.startswith("expl"):
        return "expl:comp"
    return CLEARNLP.get(label) or ("ROOT" if label == "root" else label.partition(":")[0])


def translated(doc: Doc) -> Doc:
    """The same Doc with translated labels; attributes that the other pipeline did not set stay empty."""
    heads, deps = _tree(doc)
    parsed = doc.has_annotation("DEP")
    new = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        pos=[token.pos_ for token in doc] if doc.has_annotation("POS") else None,
        tags=[token.tag_ for token in doc] if doc.has_annotation("TAG") else None,
        morphs=[str(token.morph) for token in doc] if doc.has_annotation("MORPH") else None,
        lemmas=[token.lemma_ for token in doc] if doc.has_annotation("LEMMA") else None,
        heads=heads if parsed else None,
        deps=deps if parsed else None,
        sent_starts=None if parsed else [bool(token.is_sent_start) for token in doc],
    )
    new.set_ents(
        [Span(new, span.start, span.end, label=ENTITIES[span.label_]) for span in doc.ents if span.label_ in ENTITIES]
    )
    return new


def _tree(doc: Doc) -> tuple[list[int], list[str]]:
    heads = [token.head.i for token in doc]
    deps = [relation(token.dep_) for token in doc]
    for token in doc:
        if token.dep_ == "pobj" and token.head.dep_ in ("prep", "agent"):
            preposition, governor = token.head, token.head.head
            heads[token.i], heads[preposition.i] = governor.i, token.i
            deps[token.i], deps[preposition.i] = _complement(preposition, governor), "case"
    return heads, deps


def _complement(preposition: Token, governor: Token) -> str:
    if preposition.dep_ == "agent":
        return "obl:agent"
    return "obl" if governor.pos_ in ("VERB", "AUX", "ADJ") else "nmod"


@Language.component("timeline_scheme")
def translate_labels(doc: Doc) -> Doc:
    """The pipeline component."""
    return translated(doc)
