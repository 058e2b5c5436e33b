"""Headings in capitals are read in small letters: "LES OBSÈQUES DE STALINE" as "Les obsèques de Staline".

The parser and the finder of names learned from ordinary spelling. How a word is spelled the article itself says.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from timeline.languages.folding import fold
from timeline.lines.first_letter import capitalised

_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OPENS = re.compile(r"(?:^|[.!?…:;«»“”\"(])\s*$|^\s*[-–—•*]\s+$")
_LEAST_WORDS, _LONG = 2, 7
"""A heading has two words of more than one letter, or one that is too long for an abbreviation."""
_VOWELS = frozenset("aeiouy")
_NUMERAL = re.compile(r"[IVXL]{2,}|[IVX]+(?=e\b)")

Spellings = Mapping[str, Counter[str]]
"""How often an article spells a word in each way, by the folded word."""


def in_small_letters(heading: str, text: str) -> str:
    """A heading in ordinary spelling.

    Args:
        heading: A line.
        text: The article's text, which has most of its words as they are usually spelled.

    Returns:
        As many code points: "LA GRÈVE DE LA SNCF" is "La grève de la SNCF". A line that has small letters stays, as
        does one that may be an abbreviation ("AFP").
    """
    return _lowered(heading, _spellings(text)) if _is_in_capitals(heading) else heading


def with_small_letters(text: str) -> str:
    """The text with its headings in ordinary spelling.

    Args:
        text: An article's text.

    Returns:
        As many code points; the text itself where no line is a heading in capitals.
    """
    lines = text.split("\n")
    headings = [place for place, line in enumerate(lines) if _is_in_capitals(line)]
    if not headings or len(headings) == len([line for line in lines if line.strip()]):
        return text
    spelled = _spellings(text)
    for place in headings:
        lines[place] = _lowered(lines[place], spelled)
    return "\n".join(lines)


def _is_in_capitals(line: str) -> bool:
    if not line.isupper():
        return False
    words = [word for word in _LETTERS.findall(line) if len(word) > 1]
    return len(words) >= _LEAST_WORDS or (len(words) == 1 and len(words[0]) >= _LONG)


def _spellings(text: str) -> Spellings:
    """How the article spells each word within its sentences, and the parts of its names with a hyphen.

    What opens a sentence has a capital anyway, unless a later part of the word has one as well.
    """
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in text.split("\n"):
        if line.isupper():
            continue
        for match in _WORD.finditer(line):
            word = match.group()
            capitals = sum(letter.isupper() for letter in word)
            if capitals != 1 or word[0].islower() or not _OPENS.search(line, 0, match.start()):
                found[fold(word)][word] += 1
    parts = [part for own in tuple(found.values()) for word in own if "-" in word for part in word.split("-")]
    for part in parts:
        if part[:1].isupper() and fold(part) not in found:
            found[fold(part)][part] += 1
    return found


def _lowered(line: str, spelled: Spellings) -> str:
    small = _WORD.sub(lambda found: _usual(found.group(), spelled), line)
    first = _LETTERS.search(small)
    return small if first is None else small[: first.start()] + capitalised(small[first.start() :])


def _usual(word: str, spelled: Spellings) -> str:
    """The spelling that the article has most often; small letters for a word that it has nowhere else."""
    own = spelled.get(fold(word), Counter())
    known = [(count, form.islower(), form) for form, count in own.items() if len(form) == len(word)]
    if known:
        return max(known)[2]
    if "-" in word:
        return "-".join(_usual(part, spelled) for part in word.split("-"))
    abbreviated = len(word) > 1 and not _VOWELS & set(fold(word))
    return word if abbreviated or _NUMERAL.fullmatch(word) else word.lower()
