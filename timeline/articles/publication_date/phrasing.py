"""What the words beside a date say that it is of: another work, an act, what takes place.

The phrases are those of the languages' `press.toml`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from timeline.languages.press import phrases

_LONGEST_FACT = 80


def flat(text: str) -> str:
    """`text` in small letters without accents, as long as before."""
    return "".join(_FLAT.get(each) or _base(each) for each in text)


_FLAT = {"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\t": " "}


def _base(character: str) -> str:
    return character if character.isascii() and not character.isupper() else (
        unicodedata.normalize("NFD", character.lower())[:1] or character
    )  # fmt: skip


@cache
def any_of(kind: str) -> str:
    """A pattern's alternation of the phrases of a kind.

    Args:
        kind: A key of the languages' `press.toml`.
    """
    return "|".join(map(re.escape, phrases(kind)))


def is_of_another_work(before: str) -> bool:
    """Whether something else than the article is named as published: "Site mis en ligne le", "Rapport publié le"."""
    return bool(re.search(rf"\b(?:{any_of('other_work')}|{any_of('other_time')})\s*$", flat(before)))


def is_of_an_act(line: str) -> bool:
    """Whether a line names an act by its day: "Arrêté n° 12 du 12/05/2022 (publié le 14/05/2022)"."""
    return bool(re.match(rf"\W*(?:{any_of('acts')})\b[^|,.]{{0,30}}\bdu\s\d", flat(line[:80])))


def names_an_occasion(before: str) -> bool:
    """Whether the words before a date open with what takes place: "Conférence, jeudi", "Prochain concert".

    Args:
        before: The words.
    """
    return bool(re.match(rf"\W*(?:(?:{any_of('other_time')})\s)?(?:{any_of('occasions')})\b", flat(before)))


def opens_with(words: str, kind: str) -> bool:
    """Whether words open with a phrase of a kind: "Concert de soutien à l'école".

    Args:
        words: The words.
        kind: A key of the languages' `press.toml`.
    """
    return bool(re.match(rf"\W*(?:{any_of(kind)})\b", flat(words)))


def is_event_fact(line: str) -> bool:
    """Whether a short line says where something takes place or what it costs: "Lieu : mairie", "Entrée libre".

    Args:
        line: A line.
    """
    label = re.match(r"[^:.,–—(]*", flat(line))
    return bool(label and label[0].strip() in phrases("event_facts")) and len(line) <= _LONGEST_FACT
