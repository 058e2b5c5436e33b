"""The possible tenses and moods of a French verb form, by its ending and its verb.

« surmonta » is a simple past and not a present, « soient » is a subjunctive, « adressiez » is not a present indicative.

A tense is excluded only if the form alone excludes it. If the form is ambiguous (« hésitez », « comportent »), or no
known verb has the form, all tenses stay possible. The rules are those of conjugation tables (Bescherelle, « L'Art de
conjuguer »).
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.languages.tables import section
from timeline.nlp.french.lexicon import analyses, infinitives, lexicon

TENSES = ("future", "conditional", "past", "imperfect", "subjunctive", "other", "none")
"""The tenses that a finite verb's form can show; "past" is the simple past, "none" means no finite verb."""

_MOODS = {"Cnd": "conditional", "Sub": "subjunctive"}
_INDICATIVE = {"Fut": "future", "Past": "past", "Imp": "imperfect"}

_WORDS = section("fr", "pipeline", "tenses")
_SUBJUNCTIVES = frozenset(_WORDS.words("subjunctives"))
"""Forms of common verbs that, as finite verbs, can only be a subjunctive."""
_IMPERFECTS = frozenset(_WORDS.words("imperfects"))
_SUBJUNCTIVE_OR_PRESENT, _NO_PAST = _WORDS.words("subjunctive_or_present"), _WORDS.words("no_past")
_IN_E = _WORDS.pattern("present_in_e")
"""Verbs not in -er whose present ends in -e: ouvrir, offrir, cueillir, assaillir."""
_PRESENT_IN_AIT = _WORDS.pattern("present_in_ait")
_PLAIN_PAST = _WORDS.pattern("plain_past")
_PAST_IN_RENT = _WORDS.pattern("past_in_rent")
_OTHER_IN_ER = _WORDS.words("other_in_er")
_FIRST_GROUP_PAST = _WORDS.words("first_group_past")
_SOFTENED = _WORDS.pairs("softened")


def finite_tense(features: str) -> str:
    """The member of `TENSES` that a tag's features give; "none" for a word that is not a finite verb.

    Args:
        features: The features of a word in the form of Universal Dependencies: "Mood=Ind|Tense=Pres|VerbForm=Fin".

    Returns:
        One of `TENSES`.
    """
    found = dict(part.split("=", 1) for part in features.split("|") if "=" in part)
    if found.get("VerbForm") != "Fin":
        return "none"
    mood, tense = found.get("Mood", ""), found.get("Tense", "")
    return _MOODS.get(mood) or (_INDICATIVE.get(tense, "other") if mood == "Ind" else "other")


def finite_tenses(norm: str) -> tuple[bool, ...]:
    """For each of `TENSES`, whether a form (in lower case, with straight apostrophes) allows it.

    Returns:
        As many values as `TENSES` has members, in their order.
    """
    allowed = _allowed(norm)
    return tuple(allowed is None or tense in allowed or tense == "none" for tense in TENSES)


def _allowed(norm: str) -> frozenset[str] | None:
    """The possible tenses of a form; None where all are possible."""
    if norm in _SUBJUNCTIVES:
        return frozenset({"subjunctive"})
    if norm in _IMPERFECTS:
        return frozenset({"imperfect"})
    codes = analyses(norm).split(" ")[0]
    if not codes.startswith("V"):
        return None
    open_ones = {"past", "imperfect", "subjunctive", "other"} if set(codes[1:]) - {"f", "c"} else set()
    unambiguous = {tense for code, tense in (("f", "future"), ("c", "conditional")) if code in codes[1:]}
    verbs = infinitives(norm, lexicon().verbs)
    return frozenset(unambiguous | (open_ones & _by_ending(norm, verbs)))


def _by_ending(norm: str, verbs: Iterable[str]) -> set[str]:
    """The tenses besides future and conditional that the ending allows for any of the verbs."""
    return {tense for verb in verbs for tense in _of_verb(norm, verb)}


_ALL = ("past", "imperfect", "subjunctive", "other")


def _of_verb(norm: str, verb: str) -> tuple[str, ...]:
    first_group = verb.endswith("er") and verb not in _OTHER_IN_ER
    stem = verb[:-2]
    if _is_plain_past(norm, verb, first_group):
        return ("past",)
    if _is_plain_imperfect(norm, verb):
        return ("imperfect",)
    if first_group and norm in (stem + "ions", stem + "iez") and not stem.endswith("i"):
        return ("imperfect", "subjunctive")
    if not first_group and norm.endswith("e") and not _may_be_of(norm[:-1]) and not _IN_E.search(verb):
        return ("subjunctive", "other") if verb in _SUBJUNCTIVE_OR_PRESENT else ("subjunctive",)
    return _ALL


def _may_be_of(stem: str) -> bool:
    """Whether a verb in -er may have the stem: « durent » is a form of devoir and of durer."""
    return stem + "er" in lexicon().verbs


def _is_plain_imperfect(norm: str, verb: str) -> bool:
    """« montraient », « vendait »; not « paient », « fait » and « sait », which are present forms."""
    if norm.endswith("aient"):
        return not (verb.endswith("yer") and norm == verb[:-3] + "ient")
    return norm.endswith("ait") and not _PRESENT_IN_AIT.search(verb)


def _is_plain_past(norm: str, verb: str, first_group: bool) -> bool:
    """« surmonta », « appelèrent », « reçurent »; not « tirent », « gèrent » and « courent », also present."""
    stem = verb[:-2]
    if first_group:
        soft = next((stem.removesuffix(hard) + soft for hard, soft in _SOFTENED if stem.endswith(hard)), stem)
        singular, plural = _FIRST_GROUP_PAST
        return norm in (stem + singular, soft + singular, stem + plural) or _PLAIN_PAST.search(norm) is not None
    if norm in _NO_PAST:
        return False
    in_rent = _PAST_IN_RENT.search(norm) is not None and not stem.endswith("r") and not verb.endswith("rre")
    return _PLAIN_PAST.search(norm) is not None or (in_rent and not _may_be_of(norm[:-3]))
