"""What a trigger means, so that « arrêté » and « l'arrestation » match, and « ouvre » and « ferme » do not.

Two words trigger the same event where they share a verb (a noun of action stands for its verb, by table or by
ending), or, more weakly, where they stand in the same family of `languages/<code>/coref/trigger_families.tsv`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline.coref.features.vocabulary import stem, table, word_forms
from timeline.languages.folding import fold

SEQUEL = ">"
"""The prefix of groups whose families happen to one person one after the other, and are therefore two events."""

_SAYING = "-speech"
_EMPTY = frozenset({_SAYING, "-occurrence"})
_KINDS = _EMPTY | {"-light"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a trigger stands for: its verbs, the families it belongs to, the opposite families, and related groups.

    A `light` verb ("faire", "émettre", "annoncer") says little alone: its object names the event. An `empty` one
    ("annoncer", "survenir") says nothing alone: two of them need not refer to one event. `saying` verbs are those of
    the empty ones that say that somebody says something.
    """

    verbs: frozenset[str]
    families: frozenset[str]
    opposed: frozenset[str]
    kin: frozenset[str]
    light: bool
    empty: bool
    saying: bool


@cache
def meaning(language: str, lemma: str) -> Meaning:
    """The meaning of a trigger's lemma ("arrêter", "arrestation", "prendre le départ").

    Args:
        language: The code of the language, whose tables of families and opposites are read.
        lemma: The lemma as the event has it, unfolded; several words for a light verb with its object.

    Returns:
        The verbs and families of the lemma, and those that they exclude or are related to.
    """
    word = _plain(language, lemma)
    families = _families(language).get(word, frozenset())
    verbs = _verbs(language, word)
    for verb in verbs if not families else ():
        families |= _families(language).get(verb, frozenset())
    families = families or _families_of_stems(language).get(stem(language, lemma.lower()), frozenset())
    kinds = families & _KINDS
    families -= _KINDS
    opposed = frozenset(name for family in families for name in _opposed(language).get(family, ()))
    kin = frozenset(name for family in families for name in _kin(language).get(family, ()))
    return Meaning(verbs, families, opposed, kin, bool(kinds), bool(kinds & _EMPTY), _SAYING in kinds)


@cache
def objects(language: str, stem_: str) -> frozenset[str]:
    """The families of the nouns and verbs with a stem, for the object of a light verb.

    Returns:
        The families; empty for a stem of none.
    """
    return _families_of_stems(language).get(stem_, frozenset())


@cache
def of_role(language: str, role: str) -> frozenset[str]:
    """The families of triggers with a role in an affair.

    Args:
        language: The code of the language.
        role: "step" for what changes an affair (an arrest, a verdict), "move" for what is seldom news by itself.

    Returns:
        Their names; none where the language has no table.
    """
    return frozenset(row["family"] for row in table(language, "trigger_families") if row["role"] == role)


def _plain(language: str, lemma: str) -> str:
    word = fold(lemma).strip()
    for prefix in word_forms(language).reflexive:
        word = word.removeprefix(prefix)
    return word.replace(" ", "-")


def _verbs(language: str, word: str) -> frozenset[str]:
    """The verbs of a word, and its stem, which still matches where a lemma is wrong."""
    listed = _nominalisations(language).get(word)
    spelled = {word, f"={stem(language, word)}"}
    return frozenset(listed | spelled if listed else {*spelled, *_derived(language, word)})


def _derived(language: str, word: str) -> list[str]:
    """The verbs that a noun of this form may come from, by its ending."""
    if word.endswith(word_forms(language).infinitives):
        return []
    return [
        word.removesuffix(noun) + verb
        for noun, verb in _endings(language)
        if word.endswith(noun) and len(word) - len(noun) >= 2
    ]


@cache
def _nominalisations(language: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in table(language, "nominalisations"):
        noun = fold(row["noun"])
        found[noun] = found.get(noun, frozenset()) | {fold(row["verb"])}
    return found


@cache
def _endings(language: str) -> tuple[tuple[str, str], ...]:
    return tuple((fold(row["noun"]), fold(row["verb"])) for row in table(language, "nominalisation_endings"))


@cache
def _families(language: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in table(language, "trigger_families"):
        for word in row["words"].split():
            plain = fold(word)
            found[plain] = found.get(plain, frozenset()) | {row["family"]}
    return found


@cache
def _families_of_stems(language: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in table(language, "trigger_families"):
        if row["family"] not in _KINDS:
            for word in row["words"].split():
                found[stem(language, word)] = found.get(stem(language, word), frozenset()) | {row["family"]}
    return found


@cache
def _kin(language: str) -> dict[str, frozenset[str]]:
    """For each family, the groups of families (rows that begin with + or >) that it belongs to."""
    found: dict[str, frozenset[str]] = {}
    for row in table(language, "trigger_families"):
        for word in row["words"].split():
            if word.startswith("@"):
                found[word[1:]] = found.get(word[1:], frozenset()) | {row["family"]}
    return found


@cache
def _opposed(language: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in table(language, "trigger_families"):
        for other in row["opposed"].split():
            found[row["family"]] = found.get(row["family"], frozenset()) | {other}
            found[other] = found.get(other, frozenset()) | {row["family"]}
    return found
