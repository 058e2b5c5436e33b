"""Names that French news tells often: places, first names and titles, written for this project (`data/*.txt`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

DEMONYM_ENDINGS = (
    "ais",
    "aise",
    "aises",
    "ien",
    "ienne",
    "iens",
    "iennes",
    "éen",
    "éenne",
    "ains",
    "ain",
    "aine",
    "ois",
    "oise",
    "oises",
)


def _lines(name: str) -> list[str]:
    text = files("timeline.nlp").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _names(file: str) -> frozenset[str]:
    return frozenset(
        name.strip() for line in _lines(file) for name in line.partition(":")[2].split(",") if name.strip()
    )


@cache
def places() -> frozenset[str]:
    """Full names of places: countries, French regions and cities, cities of the world, seas, official buildings."""
    return _names("places.txt")


@cache
def organisations() -> frozenset[str]:
    """Full names of organisations: international bodies, parties, unions, media, companies, clubs."""
    return _names("organisations.txt")


@cache
def first_names() -> frozenset[str]:
    """First names, with their accents."""
    return frozenset(name for line in _lines("first_names.txt") for name in line.split())


@cache
def titles() -> frozenset[str]:
    """Words that introduce a person (« président », « M. »)."""
    return frozenset(word for line in _lines("titles.txt") for word in line.split())


@cache
def _place_words() -> frozenset[str]:
    """Capitalised words that are part of a longer place name (« Arabie », « Sud »)."""
    return frozenset(word for name in places() if " " in name for word in name.split() if word[0].isupper())


def kinds(word: str) -> str:
    """What the lists say of one word, as a key: `place first`, `title`, `` when nothing."""
    name = word.title() if word.isupper() and len(word) > 3 else word
    found = []
    if name in places():
        found.append("place")
    elif name in _place_words():
        found.append("part")
    if name in first_names() or name.partition("-")[0] in first_names():
        found.append("first")
    if word.lower() in titles() or word in titles():
        found.append("title")
    if word[:1].isupper() and word.lower().endswith(DEMONYM_ENDINGS):
        found.append("demonym")
    return " ".join(found)
