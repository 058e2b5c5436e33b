"""The rules that a headline must pass before it is printed: general ones here, a language's own in its table."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from operator import eq

from timeline.events.headline.words import HeadlineWords
from timeline.languages.function_words import function_words, source
from timeline.lines.first_letter import capitalised, uncapitalised

LONGEST = 100
"""The largest number of characters of a headline."""

LONGEST_CLAUSE = 120
"""The largest number of characters of a clause whose short drafts are in doubt.

An editor rather uses twenty characters more than cuts what the line needs: "… le processus d'arrêt (des soins)".
"""

LONGEST_SENTENCE = 170
"""The number of characters up to which a whole sentence may pass the gate."""

_LENGTH = f"at most {LONGEST} characters"
_FEWEST = 10
_REMEMBERED = 1 << 12
"""More lines than the drafts of an article: several mentions have a line in common, and each is asked about twice."""
_WORD, _HEAD = re.compile(r"\w+"), 6
"""A word, and the letters at its beginning that repeat it with another ending."""
_TWICE = re.compile(r"\b(\w++)['’\s]+\1\b(?!-)", re.IGNORECASE)
_ALIKE = re.compile(r"\b(\w{6,})\w*\s(?:\w+\s)?\1\w*\b", re.IGNORECASE)
_NAME_TWICE = re.compile(r"(?<![\w-])([A-ZÀ-Ý][\w'’-]{3,})(?![\w-]).*(?<![\w-])\1(?![\w-])")
_ENDS = re.compile(r"^[,;:.\-–—)\]»]|[,;:(\[«\-–—/]$")
_MARKS = re.compile(rf"[,;:]\s*[,;:.]|,\s+{source('joined')}\s*,|\(\s*\)|«\s*»")
_WEB = re.compile(r"https?:|www\.|[{}|<>_=]|\.(?:fr|com|org)\b", re.IGNORECASE)
_DETERMINED = re.compile(r"(?i)(?:^|[\s(])(?:" + "|".join(sorted(function_words("number_determiner"))) + r")\s$")
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))


def _has_a_name_twice(line: str) -> bool:
    """Whether a name stands twice that is not the family's of two: "Suzanne Sequin épouse Gaston Sequin"."""
    found = _NAME_TWICE.search(line)
    if found is None:
        return False
    own = [one.group(1) for one in re.finditer(rf"([A-ZÀ-Ý][\w'’-]+) {re.escape(found[1])}(?![\w-])", line)]
    return len(own) < line.count(found[1]) or len(set(own)) < len(own)


def _may_repeat(line: str) -> bool:
    """Whether two words that stand near each other begin alike: most lines have none, and need no search."""
    heads = [word[:_HEAD] for word in _WORD.findall(line.lower())]
    return any(map(eq, heads, heads[1:])) or any(map(eq, heads, heads[2:]))


RULES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    (_LENGTH, lambda line: len(line) > LONGEST),
    ("at least two words", lambda line: len(line) < _FEWEST or " " not in line),
    ("a capital, a figure or a quotation mark first", lambda line: not _begins_well(line[0])),
    ("no mark at its ends", lambda line: bool(_ENDS.search(line))),
    ("no word twice", lambda line: _may_repeat(line) and bool(_TWICE.search(line) or _ALIKE.search(line))),
    ("no name twice", _has_a_name_twice),
    ("no mark twice", lambda line: bool(_MARKS.search(line))),
    ("marks in pairs", lambda line: line.count('"') % 2 == 1 or any(line.count(a) != line.count(b) for a, b in _PAIRS)),
    ("nothing of the web", lambda line: bool(_WEB.search(line))),
)


_REPETITIONS = ("no word twice", "no name twice")
"""Rules that a headline may break if its sentence does: "La Chine est accusée de militariser la mer de Chine"."""


def _begins_well(first: str) -> bool:
    return first.isupper() or first.isdigit() or first in "«“"


def limited(line: str, words: HeadlineWords, sentence: str) -> str:
    """The line with the limits that its numbers lost: "28 000 cas" is "Plus de 28 000 cas".

    Args:
        line: The headline.
        words: The patterns of its language.
        sentence: The sentence that the line was written from.

    Returns:
        The line; "" if a limit cannot stand before its number.
    """
    measures = _measures(words.measure, sentence)
    if not measures:
        return line
    kept = {number.lower() for number, _ in _measures(words.measure, line)}
    for number, limit in measures:
        place = re.search(rf"(?i)(?<![\w,]){re.escape(number)}(?![\w,])", line)
        if number.lower() in kept or place is None:
            continue
        if _DETERMINED.search(line[: place.start()]):
            return ""
        behind = line[place.start() :]
        line = capitalised(f"{line[: place.start()]}{limit.lower()}{uncapitalised(behind)}")
    return line


@lru_cache(maxsize=_REMEMBERED)
def _measures(pattern: re.Pattern[str], text: str) -> tuple[tuple[str, str], ...]:
    """The numbers of a text that have a limit, each with it."""
    return tuple((found["number"], found["limit"]) for found in pattern.finditer(text))


def broken(line: str, words: HeadlineWords, longest: int = LONGEST, sentence: str = "") -> str:
    """The name of the first rule that the line breaks; "" if it may be printed.

    Args:
        line: The headline.
        words: The rules of its language.
        longest: The largest number of characters: a whole sentence may have more than `LONGEST`.
        sentence: The sentence that the line was written from; its own repetitions may stay.

    Returns:
        A rule's name, or "".
    """
    if not line:
        return "at least two words"
    for name in _broken_rules(line):
        if name == _LENGTH and len(line) <= longest:
            continue
        if not (sentence and name in _REPETITIONS and name in _broken_rules(sentence)):
            return name
    return _forbidden(line, words)


@lru_cache(maxsize=_REMEMBERED)
def _broken_rules(line: str) -> tuple[str, ...]:
    """The names of the general rules that the line breaks, whatever its sentence and its length."""
    return tuple([name for name, breaks in RULES if breaks(line)])


@lru_cache(maxsize=_REMEMBERED)
def _forbidden(line: str, words: HeadlineWords) -> str:
    """The name of the first rule of the language that the line breaks, whatever its sentence and its length."""
    return words.first_broken(line)
