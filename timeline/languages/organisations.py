"""Recognises names of organisations and groups, as opposed to people: rules, each with examples and refusals.

The names and words are in `timeline/languages/<language>/organisations.txt` and `organisations.toml`. Those of all
languages are read together, because articles of one language name organisations of another.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from timeline.languages.folding import fold
from timeline.languages.tables import tables_of_all

_LANGUAGES = Path(__file__).parent
_ACRONYM = re.compile(r"(?=..)[A-ZÉ][A-ZÉ&]{0,4}(?:-[A-ZÉ]{1,5})?\d{0,2}")
_ROMAN = re.compile(r"[IVX]+")
_ARTICLE = re.compile(r"^(?:(?:les?|la|the)\s+|l['’]\s*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameRule:
    """A rule that recognises an organisation by its name.

    Attributes:
        name: The name of the rule.
        holds: Whether the rule recognises a name.
        examples: Names that it must recognise.
        refusals: Names that no rule may recognise.
    """

    name: str
    holds: Callable[[str], bool]
    examples: tuple[str, ...]
    refusals: tuple[str, ...]


def is_organisation(name: str) -> bool:
    """Whether a name is that of an organisation or a group, not of a person.

    Args:
        name: A name as the text has it.

    Returns:
        True where one of the named rules holds.
    """
    return any(rule.holds(name) for rule in RULES)


@cache
def known() -> frozenset[str]:
    """Full names of organisations: international bodies, parties, unions, media, companies, clubs."""
    lines = (line for path in sorted(_LANGUAGES.glob("*/organisations.txt")) for line in _lines(path))
    return frozenset(name.strip() for line in lines for name in line.partition(":")[2].split(",") if name.strip())


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@cache
def _listed(key: str) -> frozenset[str]:
    """The folded words under `key` of every language."""
    return frozenset(fold(word) for table in tables_of_all("organisations") for word in table.get(key, "").split())


@cache
def _folded_names() -> frozenset[str]:
    return frozenset(map(fold, known()))


def _words(name: str) -> list[str]:
    return re.findall(r"[a-z-]+", fold(name))


def _is_known(name: str) -> bool:
    return fold(name) in _folded_names() or fold(_ARTICLE.sub("", name, count=1)) in _folded_names()


def _is_acronym(name: str) -> bool:
    bare = name.replace(".", "")
    return bool(_ACRONYM.fullmatch(bare)) and not _ROMAN.fullmatch(bare) and fold(bare) not in _listed("initials")


def _has_head(name: str) -> bool:
    """Whether it has a noun of organisations: "Cour suprême", "Union des employeurs", "New York Police"."""
    bare = _ARTICLE.sub("", name, count=1)
    words = _words(bare)
    if words and words[0] in _listed("first_names") and bare.partition(" ")[2][:1].isupper():
        return False
    return bool(words) and (words[0] in _listed("heads") or bool({*words[1:]} & _listed("anywhere")))


def _is_common(name: str) -> bool:
    """Whether it starts in lower case ("gendarmes", "manifestants"), as a person's name only does with a particle."""
    first, _, _ = name.strip().partition(" ")
    particle = re.split(r"[-']", fold(first))[0]
    return first[:1].islower() and particle not in _listed("particles")


RULES: tuple[NameRule, ...] = (
    NameRule(
        "known",
        _is_known,
        ("Otan", "AFP", "le Parti socialiste", "New York Times", "L’Équipe", "Cour suprême"),
        ("Emmanuel Macron", "Jean Monnet", "Renaud"),
    ),
    NameRule(
        "acronym",
        _is_acronym,
        ("ONU", "O.N.U.", "CFE-CGC", "UNEF", "G20", "BFM"),
        ("JFK", "DSK", "XIV", "Elon", "M. Macron", "X"),
    ),
    NameRule(
        "head",
        _has_head,
        (
            "Ministère de l’Intérieur", "Cour fédérale d'appel de San Francisco", "Parti pirate",
            "Union américaine pour les libertés civiles", "la Ligue des droits de l’homme",
            "Los Angeles Police Department", "Mouvement 5 étoiles", "Marine nationale",
        ),
        ("Conseillère Dupont", "Jean-Michel Parti-Pris", "Antoine Cour", "Louis Garde", "Marine Le Pen"),
    ),
    NameRule(
        "common",
        _is_common,
        ("gendarmes", "manifestants", "ouvriers de l’usine"),
        ("de Gaulle", "van Gogh", "d’Ormesson", "al-Sissi", "von der Leyen"),
    ),
)  # fmt: skip
