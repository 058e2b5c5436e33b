"""The paper or agency that the head of a text names beside its day: "Le Courrier, mardi 14 mars 2023", "(AFP)"."""

from __future__ import annotations

import re

from timeline.articles.metadata.fields import Metadata, Value
from timeline.articles.publication_date.hints import from_dateline
from timeline.articles.publication_date.lines import from_line, only_date
from timeline.articles.publication_date.phrasing import SIGNS, is_furniture, is_known
from timeline.languages.folding import fold
from timeline.languages.organisations import is_organisation
from timeline.languages.press import phrases

_LINES, _HEAD, _LONGEST_LINE, _MOST_WORDS = 4, 1_000, 160, 5
_LEAST_WORDS = 4
"""Before a day of its own line: "L'Écho du Léon – 14 mars 2023"; "Le Mans, 14 mars 2023" names a place."""
_BEFORE_DAY = re.compile(r"\s[–—-]\s|,")
_AGENCY = re.compile(r"\(([^()\d]{2,30})\)")
_ELIDED = re.compile(r"(?<=^[Ll]['’])(?=\w)")


def paper_of(body: str, title: str, path: str) -> Metadata:
    """The publisher of a text, where the line of its day or the one above names it.

    A name alone may be the author's: a paper has an article before its name, is a known organisation, or stands with
    the day above the title.

    Args:
        body: The text.
        title: Its title, "" where none is known.
        path: The file, for the problems.

    Returns:
        The publisher and its place; empty metadata where there is none.
    """
    lines = [line.strip() for line in body[:_HEAD].splitlines() if line.strip()][:_LINES]
    for number, line in enumerate(lines):
        if named := _beside_day(line):
            above = [other for other in lines[:number][::-1] if not other.startswith(title or other)]
            heads = lines[:number] if title and number == 1 and lines[2:3] == [title] else []
            found = next((name for name in (*named, *above) if is_paper(name)), "".join(heads))
            return Metadata({"publisher": Value(found, path)}) if found else Metadata()
    return Metadata()


def _beside_day(line: str) -> tuple[str, ...]:
    """What may be a paper on a line with a day, "" among it; nothing for a line without one."""
    if dateline := from_dateline(line[:_LONGEST_LINE], "UTC"):
        before = _BEFORE_DAY.split(line)[0].strip() if dateline.text == line else ""
        is_place = len(_parts(before)) < _LEAST_WORDS and not is_organisation(before)
        return ("" if is_place else before, *_AGENCY.findall(dateline.text))
    if from_line(line, "UTC"):
        return ("",)
    found = only_date(line, "UTC") if len(line) <= _LONGEST_LINE else None
    return tuple(part.strip(SIGNS) for part in line[: found[0]].split(",")) if found else ()


def _parts(name: str) -> list[str]:
    """The words of a name, an elided article for itself: "L'Écho du Léon" has four."""
    return _ELIDED.sub(" ", name).split()


def is_paper(name: str) -> bool:
    """Whether words are a paper's or an agency's name: "Le Courrier du Sud", "AFP"; not "La rédaction"."""
    words = _parts(name)
    if len(words) == 1:
        return name.isalpha() and is_organisation(name)
    is_name = 0 < len(words) <= _MOST_WORDS and is_furniture(name) and not is_known(name)
    return is_name and (fold(words[0]) in phrases("determiners") or is_organisation(name))
