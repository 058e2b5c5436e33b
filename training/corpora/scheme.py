"""One label scheme for treebanks that differ: the relations and features that the pipeline learns.

Sequoia, GSD, FQB and PUD disagree on the finer subtypes (`obl:arg` or `obl:mod`, `expl:pv` or `expl:comp`), so these
are merged. Subtypes that show who did what (`nsubj:pass`, `obl:agent`, `aux:pass`, `aux:tense`) are kept.
"""

from __future__ import annotations

from dataclasses import replace

from training.corpora.conllu import TreebankSentence, Word

KEPT_SUBTYPES = frozenset(
    {"nsubj:pass", "obl:agent", "aux:pass", "aux:tense", "aux:caus", "acl:relcl", "expl:subj", "flat:name"}
)
KEPT_FEATURES = frozenset([
    "Definite", "Gender", "Mood", "NumType", "Number", "Person", "Polarity", "Poss", "PronType", "Reflex", "Tense",
    "VerbForm", "Voice",
])  # fmt: skip


def relation(label: str) -> str:
    """The merged relation: `obl:mod` is `obl`, `expl:pv` is `expl:comp`; the root is spaCy's `ROOT`."""
    if label == "root":
        return "ROOT"
    if label in KEPT_SUBTYPES:
        return label
    if label == "nmod:appos":
        return "appos"
    if label.startswith("expl"):
        return "expl:comp"
    return label.partition(":")[0]


def harmonised(sentence: TreebankSentence) -> TreebankSentence:
    """The sentence in the common scheme."""
    return replace(
        sentence, words=tuple(_harmonised(word, index, sentence) for index, word in enumerate(sentence.words))
    )


def _harmonised(word: Word, index: int, sentence: TreebankSentence) -> Word:
    children = [other for place, other in enumerate(sentence.words) if other.head == index and place != index]
    pos = "ADV" if word.pos == "PART" else word.pos
    pos = pos if pos != "_" else "X"
    return replace(
        word,
        pos=pos,
        features=_features(word, pos, children),
        dep=_corrected(word, index, sentence) or relation(word.dep),
    )


def _features(word: Word, pos: str, children: list[Word]) -> dict[str, str]:
    features = {name: value for name, value in word.features.items() if name in KEPT_FEATURES}
    if pos in ("NOUN", "ADJ"):  # the spoken treebanks keep these aside
        features |= {
            name.partition("[")[0]: value
            for name, value in word.misc.items()
            if name in ("Gender[lex]", "Gender[ctxt]", "Number[ctxt]")
        }
    if pos in ("PROPN", "X", "PUNCT", "SYM"):
        features = {}
    if features.get("VerbForm") == "Part":
        features |= _participle(word, features, children)
    if features.get("Voice") == "Act":
        del features["Voice"]
    return features


def _participle(word: Word, features: dict[str, str], children: list[Word]) -> dict[str, str]:
    """Tense and voice of a participle, where a treebank leaves them out."""
    tense = features.get("Tense", "Pres" if word.text.lower().endswith("ant") else "Past")
    found = {"Tense": tense}
    if tense == "Past":
        auxiliaries = {child.dep for child in children}
        passive = "aux:pass" in auxiliaries or (
            word.dep.startswith("acl") and not auxiliaries & {"aux:tense", "aux"} and word.dep != "acl:relcl"
        )
        found["Voice"] = "Pass" if passive or features.get("Voice") == "Pass" else "Act"
    return found


def _corrected(word: Word, index: int, sentence: TreebankSentence) -> str | None:
    """The relation where a treebank has a coarser or a wrong one; None where it has the right one."""
    if _is_bare_weekday(word, index, sentence):
        return "obl"
    return "obl:agent" if word.dep == "obl" and _is_agent(index, sentence) else None


def _is_agent(index: int, sentence: TreebankSentence) -> bool:
    """« par » under a passive: a verb with a passive auxiliary, or a past participle that modifies a noun.

    PUD labels these plain `obl`; nine in ten of them are agents where other treebanks label them so.
    """
    case = any(other.head == index and other.dep == "case" and other.text.lower() == "par" for other in sentence.words)
    governor = sentence.words[sentence.words[index].head]
    siblings = {other.dep for other in sentence.words if other.head == sentence.words[index].head}
    participle = governor.features.get("VerbForm") == "Part" and governor.features.get("Tense", "Past") == "Past"
    adjectival = participle and governor.dep.startswith("acl") and not siblings & {"aux", "aux:tense"}
    return case and ("aux:pass" in siblings or adjectival)


WEEKDAYS = frozenset(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])


def _is_bare_weekday(word: Word, index: int, sentence: TreebankSentence) -> bool:
    """« a admis mardi que … »: a weekday with no word before it is a time, whatever relation a treebank gives it."""
    alone = not any(other.head == index and other.dep in ("det", "case", "nummod") for other in sentence.words)
    return word.dep in ("obj", "iobj") and word.text.lower() in WEEKDAYS and alone
