"""Lists of other articles within an article's text: "Sur le même sujet", "À lire aussi : …".

They announce other articles, often later ones, and contain no event of this one. Neither does the line that a site puts
below each article of its feed: "L'article … est apparu en premier sur …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.languages.folding import fold
from timeline.languages.press import phrases

_LINE = re.compile(r"[^\n]*\n?")
_LONGEST_HEADING = 80
_LONGEST_ITEM = 220
_LONGEST_SYNDICATION = 500
"""The most characters of a line that names an article by its title, and the site where it appeared."""
_ENDS_A_SENTENCE = re.compile(r"[.!…][\s»”\")\]]*$")
_DATELINE = re.compile(r"^\W*\d{1,2}(er)?\s+[^\W\d]+\s+\d{4}\b")
_WORD_GOES_ON = re.compile(r"\w|-")

Stretch = tuple[int, int]
"""The position of a list: its start and end in code points, end exclusive."""


def related_lists(text: str) -> tuple[Stretch, ...]:
    """The stretches of a text that announce other articles, or say on which site this one appeared first.

    A heading is a short line that begins with one of the languages' phrases and does not end a sentence. Where it
    continues after a colon, it is the whole list. Otherwise the list is the lines below it, up to the first one that is
    a sentence or a date, or up to an empty line after a list item.

    Args:
        text: An article's text.

    Returns:
        The stretches, in text order, as code points, end exclusive.
    """
    return tuple(_stretches([(found.start(), found.end(), found[0].strip()) for found in _LINE.finditer(text)]))


def _stretches(lines: list[tuple[int, int, str]]) -> Iterator[Stretch]:
    until = 0
    for number, (start, end, line) in enumerate(lines):
        if start < until:
            continue
        heading = _heading(line)
        if _is_syndication(line):
            until = end
            yield start, until
        elif heading is not None:
            until = end if heading else _end_of_items(lines[number + 1 :], end)
            yield start, until


def _is_syndication(line: str) -> bool:
    """Whether a line says on which site an article appeared first, as WordPress writes it below each item of a feed."""
    if not line or len(line) > _LONGEST_SYNDICATION:
        return False
    folded = fold(line)
    return folded.startswith(phrases("names_an_article")) and any(each in folded for each in phrases("appeared_first"))


def _heading(line: str) -> str | None:
    """The text that a heading announces on its own line ("" where the list follows); None for another line."""
    if not line or len(line) > _LONGEST_ITEM:
        return None
    folded = fold(line).lstrip(" -–—•*>|")
    for phrase in phrases("related"):
        if folded.startswith(phrase) and not _WORD_GOES_ON.match(folded[len(phrase) :]):
            rest = folded[len(phrase) :].strip()
            if rest.startswith(":") and rest.strip(": "):
                return rest
            return "" if len(line) <= _LONGEST_HEADING and not _ENDS_A_SENTENCE.search(line) else None
    return None


def _end_of_items(lines: list[tuple[int, int, str]], end: int) -> int:
    found = False
    for _, its_end, line in lines:
        if not line and found:
            break
        if line and (len(line) > _LONGEST_ITEM or _ENDS_A_SENTENCE.search(line) or _DATELINE.match(line)):
            break
        found = found or bool(line)
        end = its_end
    return end
