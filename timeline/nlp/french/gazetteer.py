"""Names that are frequent in French news.

Places, first names and titles, compiled for this project (`data/*.txt`), and the names of the world's towns
(`data/world_places.txt.gz`, from GeoNames, https://www.geonames.org, CC BY 4.0).
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from timeline.languages.organisations import known as organisations
from timeline.languages.tables import section

DEMONYM_ENDINGS = section("fr", "pipeline", "names").words("demonym_endings")


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
    return _capitalised_words(places())


def _capitalised_words(names: Iterable[str]) -> frozenset[str]:
    """The capitalised words of names that have several words."""
    return frozenset(word for name in names if " " in name for word in name.split() if word[0].isupper())


@cache
def world() -> frozenset[str]:
    """Names of towns: of 15,000 inhabitants anywhere, of 1,000 where French is spoken."""
    packed = files("timeline.nlp").joinpath("data", "world_places.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode("utf-8").split("\n"))


@cache
def _world_words() -> frozenset[str]:
    return _capitalised_words(world())


@cache
def _organisation_words() -> frozenset[str]:
    return _capitalised_words(organisations())


def listed(word: str) -> str:
    """The entries of the longer lists for one word: `town`, `town-part`, `body`, `body-part`, several, or nothing.

    Args:
        word: One word, as the text has it.

    Returns:
        The names of the lists, separated by blanks.
    """
    name = word.title() if word.isupper() and len(word) > 3 else word
    entries = (
        ("town", name in world()),
        ("town-part", name in _world_words()),
        ("body", word in organisations()),
        ("body-part", word in _organisation_words()),
    )
    return " ".join(kind for kind, holds in entries if holds)


def kinds(word: str) -> str:
    """The entries of the lists for one word, as a key: `place first`, `title`, or the empty string.

    Args:
        word: One word, as the text has it.

    Returns:
        The names of the lists, separated by blanks.
    """
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
