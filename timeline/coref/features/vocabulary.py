"""Words made comparable: stems, and how rare each is in the press.

Rarity comes from a fixed table of document frequencies (`languages/<code>/coref/document_frequencies.tsv`), never from
the articles at hand, so that a third article does not change the similarity of two events.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

import Stemmer

from timeline.languages.folding import fold
from timeline.languages.tables import table_of

_LANGUAGES = Path(__file__).parents[2] / "languages"
"""The folder with the tables of each language."""

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NO_DIGIT = re.compile(r"\D")
_WORD = re.compile(r"\d+(?:[ \u00a0\u202f.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_]{2,}")
_UNSEEN = 0.4  # the number of documents assumed for a word that the table does not have

NOTHING: frozenset[str] = frozenset()
"""No words: most of the sets that mentions hold are empty, and each new one would take 216 bytes."""

Word: TypeAlias = tuple[str, int, int, bool]
"""A word of a text: its stem (folded, no accents) or digits, its start and end, and whether it is a number."""


def table(language: str, name: str) -> list[dict[str, str]]:
    """The rows of a tab-separated table of a language; empty where the language has no such table.

    Args:
        language: The code of the language.
        name: The name of the file in `languages/<code>/coref/`, without its ending.

    Returns:
        A mapping from column to value for each row.
    """
    path = _LANGUAGES / language / "coref" / f"{name}.tsv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@dataclass(frozen=True, slots=True)
class WordForms:
    """The forms of a language's words.

    `stemmer` is the name of its Snowball stemmer, "" where it has none. `reflexive` are the words before the lemma of a
    reflexive verb, `infinitives` the endings of infinitives.
    """

    stemmer: str = ""
    reflexive: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()


@cache
def word_forms(language: str) -> WordForms:
    """The forms of a language's words (`languages/<code>/coref/words.toml`).

    Returns:
        The forms; empty ones for a language without that file.
    """
    try:
        data = table_of(language, "coref/words")
    except FileNotFoundError:
        return WordForms()
    return WordForms(data["stemmer"], tuple(data.get("reflexive", ())), tuple(data.get("infinitives", ())))


class _Stems(dict[str, str]):
    """The stems of a language by word, each computed on first use: most words then cost one look-up."""

    def __init__(self, language: str) -> None:
        super().__init__()
        name = word_forms(language).stemmer
        self._stemmer = Stemmer.Stemmer(name) if name else None

    def __missing__(self, word: str) -> str:
        self[word] = fold(self._stemmer.stemWord(word) if self._stemmer else word)
        return self[word]


@cache
def _stems(language: str) -> _Stems:
    return _Stems(language)


def stem(language: str, word: str) -> str:
    """The stem of a lower-case word, folded.

    Args:
        language: The code of the language.
        word: One word, in lower case.

    Returns:
        The stem, without accents.
    """
    return _stems(language)[word]


@cache
def _frequencies(language: str) -> tuple[dict[str, int], int]:
    rows = table(language, "document_frequencies")
    counts = {row["stem"]: int(row["documents"]) for row in rows}
    return counts, max(counts.values(), default=1)


class _Rarities(dict[str, float]):
    """The rarity of each stem of a language, computed on first use."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._counts, self._most = _frequencies(language)

    def __missing__(self, stem_: str) -> float:
        most = self._most
        known = most > 1
        self[stem_] = math.log(most / self._counts.get(stem_, _UNSEEN)) / math.log(most / _UNSEEN) if known else 0.7
        return self[stem_]


@cache
def rarities(language: str) -> Mapping[str, float]:
    """The rarity of every stem of a language, known or not, from 0 (in every text) to 1 (in almost none).

    Returns:
        A mapping that has a value for every stem.
    """
    return _Rarities(language)


class _Readings(dict[str, tuple[str, bool]]):
    """For each word or number as written: its stem or digits, and whether it is a number."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._stems = _stems(language)

    def __missing__(self, token: str) -> tuple[str, bool]:
        number = token[0].isdigit()
        self[token] = (_NO_DIGIT.sub("", token) if number else self._stems[token.lower()], number)
        return self[token]


@cache
def _readings(language: str) -> _Readings:
    return _Readings(language)


def words(language: str, text: str) -> list[Word]:
    """The words and numbers of a text, in order, without single letters.

    Args:
        language: The code of the language, which has the stemmer.
        text: The text, unfolded.

    Returns:
        For each word its stem, its first code point in `text`, its last one (exclusive), and whether it is a number.
    """
    known, found, end, find = _readings(language), [], 0, text.find
    for token in _WORD.findall(text):
        start = find(token, end)  # two words have no letters or digits between them, so the first match is this token
        end = start + len(token)
        stem_, number = known[token]
        found.append((stem_, start, end, number))
    return found


def stems(language: str, text: str) -> Iterator[str]:
    """The stems of the words of a text, in order, without its numbers.

    Args:
        language: The code of the text's language.
        text: Any text.

    Yields:
        One stem for each word, in lower case.
    """
    return map(_stems(language).__getitem__, _LETTERS.findall(text.lower()))
