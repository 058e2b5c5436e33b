"""Lemmas from the lexicon, chosen by the part of speech and the features that the network predicts."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.language import Language
from spacy.tokens import Doc, MorphAnalysis
from spacy.training import Example

from timeline.languages.tables import section
from timeline.nlp.french.lexicon import STRAIGHT, LemmaLexicon, edited, infinitives, lemmas, lexicon, verb_codes
from timeline.nlp.french.retag import retag

_CODES = {
    ("Fin", "Ind", "Pres"): "p",
    ("Fin", "Ind", "Imp"): "i",
    ("Fin", "Ind", "Fut"): "f",
    ("Fin", "Ind", "Past"): "s",
    ("Fin", "Cnd", "Pres"): "c",
    ("Part", "", "Past"): "k",
    ("Part", "", "Pres"): "g",
    ("Inf", "", ""): "w",
}
_WORDS = section("fr", "pipeline", "forms")
_IRREGULAR_PLURAL = _WORDS.pairs("irregular_plurals")
_FEMININE = _WORDS.pairs("feminines")
_SURE = frozenset(_WORDS.words("sure_feminines"))
_REGULAR_FEMININE = _WORDS.words("regular_feminines")
_PARTICIPLES = _WORDS.words("participles")
_KEPT = frozenset({"PROPN", "X", "PUNCT", "SYM", "NUM", "SPACE"})


def feature_key(features: Mapping[str, str]) -> str:
    """The features that distinguish lemmas of one form: « fut » by tense, « vis » by tense, « fils » by number."""
    return ",".join(features.get(name, "") for name in ("VerbForm", "Mood", "Tense", "Number", "PronType")).strip(",")


def lemma(text: str, pos: str, features: Mapping[str, str], words: LemmaLexicon) -> str:
    """The lemma of a word whose part of speech and features are known.

    Args:
        text: The word as written.
        pos: Its universal part of speech; a name keeps its form.
        features: Its universal features ("Number", "VerbForm", …).
        words: The lexicon.
    """
    form = text.translate(STRAIGHT)
    if pos in _KEPT:
        return text
    form = form.lower().removeprefix("-t").removeprefix("-")
    key = f"{form}|{pos}"
    edit = words.seen.get(f"{key}|{feature_key(features)}") or words.seen.get(key)
    if edit is not None:
        return edited(form, edit)
    if pos in ("VERB", "AUX"):
        return _verb(form, features, words)
    if pos == "NOUN":
        return _noun(form, features, words)
    if pos == "ADJ":
        return _adjective(form, features, words)
    return form


def _verb(form: str, features: Mapping[str, str], words: LemmaLexicon) -> str:
    if found := infinitives(form, words.verbs):
        code = _CODES.get((features.get("VerbForm", ""), features.get("Mood", ""), features.get("Tense", "")), "")
        return next((known for known in found if code and code in verb_codes(form, known)), found[0])
    for size in range(min(6, len(form) - 1), 0, -1):
        if (edit := words.endings.get(form[-size:])) is not None:
            return edited(form, edit)
    return form


def _noun(form: str, features: Mapping[str, str], words: LemmaLexicon) -> str:
    if (edits := words.nouns.get(form)) is not None and (edits != "0" or features.get("Number") != "Plur"):
        return lemmas(form, edits)[0]
    return _singular(form, features, words.nouns)


def _adjective(form: str, features: Mapping[str, str], words: LemmaLexicon) -> str:
    if (edits := words.adjectives.get(form)) is not None:
        found = lemmas(form, edits)
        infinitive = found[0] in words.verbs and words.verbs[found[0]].startswith("0") and found[0] != form
        if not infinitive:
            return found[0]
    if form.endswith(_PARTICIPLES) and infinitives(
        form, words.verbs
    ):  # a participle used as an adjective: its masculine singular
        return form.removesuffix("s").removesuffix("e")
    singular = _singular(form, features, words.adjectives)
    return _masculine(singular, words.adjectives) if features.get("Gender") == "Fem" else singular


def _masculine(form: str, known: Mapping[str, str]) -> str:
    """The masculine of a feminine singular that is in no table.

    « légale » because of « légal », « défunte » by its ending alone.
    """
    if not form.endswith("e"):
        return form
    for feminine, masculine in _FEMININE:
        if form.endswith(feminine) and (
            (whole := form.removesuffix(feminine) + masculine) in known or feminine in _SURE
        ):
            return whole
    return form[:-1] if form[:-1] in known or form.endswith(_REGULAR_FEMININE) else form


def is_feminine(text: str, noun: str) -> bool:
    """Whether a noun's form is the feminine of its lemma: "avocate" of "avocat", "cabaretières" of "cabaretier".

    Args:
        text: The form as written.
        noun: Its lemma.
    """
    form = text.lower().removesuffix("s")
    pairs = any(form.endswith(one) and form.removesuffix(one) + other == noun for one, other in _FEMININE)
    return form != noun and (form == f"{noun}e" or pairs)


def _singular(form: str, features: Mapping[str, str], known: Mapping[str, str]) -> str:
    if features.get("Number") == "Sing" or form[-1:] not in ("s", "x"):
        return form
    for plural, singular in _IRREGULAR_PLURAL:
        if form.endswith(plural) and (whole := form.removesuffix(plural) + singular) in known:
            return whole
    return form[:-1] if form[:-1] in known or form not in known else form


class LexiconLemmatizer:
    """The pipeline component: sets every token's lemma."""

    def __init__(self, words: LemmaLexicon) -> None:
        self._words = words
        self._memory: dict[tuple[int, int, int], int] = {}
        self._feminine: dict[tuple[int, int, int], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of the Doc, of verbs also where the network mistook them, and return it.

        A noun in the feminine of its lemma is feminine, whatever gender the network gives it.
        """
        retag(doc)
        memory = self._memory
        if len(memory) > 1 << 17:
            memory.clear()
            self._feminine.clear()
        keys = list(map(tuple, doc.to_array([ORTH, POS, MORPH]).tolist()))
        for token, key in zip(doc, keys, strict=True) if not memory.keys() >= set(keys) else ():
            if key not in memory:
                found = lemma(token.text, token.pos_, token.morph.to_dict(), self._words)
                memory[key] = doc.vocab.strings.add(found)
                features = token.morph.to_dict()
                if token.pos_ == "NOUN" and features.get("Gender") == "Masc" and is_feminine(token.text, found):
                    self._feminine[key] = str(MorphAnalysis(doc.vocab, features | {"Gender": "Fem"}))
        doc.from_array([LEMMA], np.array([memory[key] for key in keys], dtype=np.uint64))  # type: ignore[arg-type]  # the stub knows signed numbers only
        if not self._feminine.keys().isdisjoint(keys):
            for token, key in zip(doc, keys, strict=True):
                if key in self._feminine:
                    token.set_morph(self._feminine[key])  # type: ignore[attr-defined]  # the stub does not know it
        return doc

    def to_disk(self, *_: object, **__: object) -> None:
        """Write nothing: the lexicon is data of the package."""

    def from_disk(self, *_: object, **__: object) -> LexiconLemmatizer:
        """Return the component itself."""
        return self

    def score(self, examples: list[Example], **_: object) -> dict[str, float]:
        """`lemma_acc`, as spaCy's own lemmatizers compute it."""
        from spacy.scorer import Scorer

        scores: dict[str, float] = Scorer.score_token_attr(examples, "lemma")
        return scores


@Language.factory("timeline_lemmatizer", assigns=["token.lemma"], default_score_weights={"lemma_acc": 1.0})
def make_lemmatizer(nlp: Language, name: str) -> LexiconLemmatizer:
    """The factory for spaCy configurations."""
    return LexiconLemmatizer(lexicon())
