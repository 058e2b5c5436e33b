"""Dates that stand in a text, an address or a file's name.

Datelines, publication lines, `/2022/12/20/`, `2022-12-20-title`. "Quimper, le 14 mars 2023" is the date of a press
release, a speech or a letter; elsewhere such a line may be a picture's caption, so a word for the kind stands near it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import cache

from timeline.articles.metadata.addresses import path_of
from timeline.articles.publication_date import absolute
from timeline.articles.publication_date.evidence import Hint
from timeline.articles.publication_date.lines import bare_date, from_line, only_date
from timeline.articles.publication_date.phrasing import is_event_fact, is_known
from timeline.calendar import exists
from timeline.languages.folding import fold
from timeline.languages.press import phrases

_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_.-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])([-_.])(0?[1-9]|1[0-2])\2((?:19|20)\d\d)(?!\d)")
_OF_TOPIC = re.compile(r"(?<![a-z])(?:du|de|au|depuis)[-_ ]$")
_HEAD_LINES, _TAIL_LINES, _BARE_LINES = 8, 3, 5
_LETTER_WORD, _LETTER_LINE = 60, 100
_KIND_END = re.compile(r"\s[–—|-]\s")
_OPENING = re.compile(r"([^\d:–—]{3,60}\d{1,2}\D{1,12}\d{4})\s?(?:[–—:]|-\s)(?=\s?\S)")
_HEADING, _PARAGRAPH, _BEGUN, _EXCLAMATION = 40, 100, 400, 3
_ANNOUNCED, LAST = 3, 20
"""Lines on other articles, after a heading such as "À lire aussi", in the head of a text and at its end."""


def from_address(url: str, kind: str = "url") -> tuple[Hint, ...]:
    """The one full date in the path of an address or in a file's name; none where there are several different ones."""
    path = path_of(url) if kind == "url" else url
    found = {
        (int(match[1]), int(match[3]), int(match[4]))
        for match in _ADDRESS.finditer(path)
        if match[2] or len(match[3]) == len(match[4]) == 2
    }
    found |= {(int(match[4]), int(match[3]), int(match[1])) for match in _DAY_FIRST.finditer(path)}
    if long := _long_date(path, kind):
        found.add(long)
    days = [datetime.date(*day) for day in found if exists(*day)]
    return (Hint(kind, url, days[0]),) if len(days) == 1 else ()


def _long_date(path: str, kind: str) -> tuple[int, int, int] | None:
    """`…-20-decembre-2022…`, as in French addresses; not "attentats-du-13-novembre-2015", the day of the topic."""
    found = _long_dates().search(fold(path[:500]))
    if found and kind == "url" and _OF_TOPIC.search(found.string, 0, found.start()):
        return None
    month = absolute.month_number(found[2]) if found else None
    return (int(found[3]), month, int(found[1])) if found and month else None


@cache
def _long_dates() -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(\d{{1,2}})(?:er)?[-_ ]({absolute.month_pattern()})[-_ ]((?:19|20)\d\d)(?!\d)")


def from_text(text: str, zone: str) -> tuple[Hint, ...]:
    """The dateline and the publication lines of a text: looked for in its first and last lines."""
    head = _own(_above_text(_lines(text[: _HEAD_LINES * 400])[:_HEAD_LINES]), _ANNOUNCED)
    tail = _own(_lines(text[-LAST * 400 :])[-LAST:], LAST)[-_TAIL_LINES:]
    tail = _undisputed(tail)
    lines = dict.fromkeys((*head, *tail))
    visible = [hint for line in lines if line for hint in from_line(line, zone)]
    datelines = _first([hint for line in head[:4] if (hint := from_dateline(line, zone))])
    if not any(not hint.modification for hint in (*visible, *datelines)) and not any(map(is_event_fact, head)):
        visible += _only([hint for line in head[:_BARE_LINES] if (hint := bare_date(line, zone))])
    if not visible and not datelines and is_letter((*head, *tail)):
        visible += _only([hint for line in (*head, *tail) if (hint := letter_date(line, zone))])
    return (*visible, *datelines)


def announces_others(line: str) -> bool:
    """Whether a line is a heading such as "À lire aussi :", under which other articles are named."""
    return fold(line[:60]).strip(" :.!-–—•*") in phrases("related")


def _above_text(lines: list[str]) -> list[str]:
    """The lines up to the article's first paragraphs: what stands below a short text is its end."""
    length = 0
    for number, line in enumerate(lines):
        if length >= _BEGUN:
            return lines[:number]
        length += len(line) if len(line) >= _PARAGRAPH else 0
    return lines


def _opens_comments(line: str) -> bool:
    """Whether a line heads the readers' comments: "3 commentaires", "Les commentaires"."""
    words = re.sub(r"^[\W\d_]+", "", fold(line[:80])).strip(" :.!-–—•*")
    return len(words) <= _HEADING and words.startswith(phrases("comments"))


def _undisputed(tail: list[str]) -> list[str]:
    """The last lines, without those above a reader's words: "Posté le 15 mars 2014", "Bravo"."""
    for number, line in enumerate(tail[:-1]):
        if from_line(line, "UTC") and any(map(_is_readers, tail[number + 1 :])):
            return ["" for _ in tail]
    return tail


def _is_readers(line: str) -> bool:
    """Whether a line below a date may be a reader's: a sentence, or a few words that are no button of the site."""
    if is_known(line) or from_line(line, "UTC"):
        return False
    return line.endswith((".", "!", "?", "…")) or len(line.split()) <= _EXCLAMATION


def _own(lines: list[str], length: int) -> list[str]:
    """The lines without those after a heading such as "À lire aussi :", "3 commentaires"; each leaves ""."""
    until = 0
    kept = []
    for number, line in enumerate(lines):
        if announces_others(line) or (length == LAST and _opens_comments(line)):
            until = number + length
        kept.append("" if number <= until and until else line)
    return kept


def _first(datelines: list[Hint]) -> list[Hint]:
    """The first dateline; none where lines that only open with a date have several dates: they are a chronology's."""
    days = {hint.day for hint in datelines if hint.day}
    return [] if len(days) > 1 else datelines[:1]


def _only(bare: list[Hint]) -> list[Hint]:
    """The date that stands alone on a line: several of them are a chronology's."""
    return bare[:1] if len({hint.day for hint in bare}) == 1 else []


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


@cache
def _dateline() -> re.Pattern[str]:
    months = absolute.month_pattern()
    return re.compile(
        rf"""^(?P<place>[^\W\d_][\w'’ .-]{{1,40}}?(?:\s?\([^()]{{1,40}}\))?\s?[,:–—-]\s?)?
             (?:le\s)?(?:[a-z]{{5,9}}\s)?
             (?: (?P<day>\d{{1,2}})(?:er)?\s(?P<month>{months})\.?(?:\s(?P<year>\d{{4}}))?
               | (?P<month2>{months})\.?\s(?P<day2>\d{{1,2}})(?:,?\s(?P<year2>\d{{4}}))? )
             \s?(?P<agency>\([^()]{{2,40}}\))?\s?(?P<end>\.?\s?[–—-](?!\s?\d\d?\s?[h:])|\.\s|:|$)""",
        re.VERBOSE,
    )


def from_dateline(line: str, zone: str) -> Hint | None:
    """An agency's dateline: "PARIS, 11 mars (AFP) - …", "4 février 2017. – …", "LONDON, March 11, 2021 (Reuters) - …".

    Without a year it only supports or contradicts other evidence. A place in capitals, an agency in brackets, or a date
    that opens the line and closes with a dash distinguish it from an ordinary sentence.
    """
    found = _dateline().match(fold(line[:160]))
    if not found:
        return None
    place = found["place"] or ""
    dashed = found["end"].strip(" .") in ("-", "–", "—")
    if not (found["agency"] or "(" in place or line[:3].isupper() or (not place and dashed)):
        return None
    if any(word in phrases("caption") for word in re.findall(r"\w+", f"{found['agency'] or ''} {place}")):
        return None
    month = absolute.month_number(found["month"] or found["month2"] or "")
    day, year = int(found["day"] or found["day2"]), found["year"] or found["year2"]
    dateline = line[: found.end()].strip(" -–—")
    if (
        month is None
        or not exists(int(year or 2000), month, day)
        or _dateline().match(fold(line[found.end() :][:160].lstrip()))
    ):
        return None  # "12 mars 1932 – 4 janvier 2015" is a time between two days
    if not year:
        return Hint("dateline", dateline, month_day=(month, day))
    stated = absolute.parse(f"{int(year):04}-{month:02}-{day:02}", zone)
    return Hint("dateline", dateline, stated.day) if isinstance(stated, absolute.ParsedDate) else None


def is_letter(around: Iterable[str]) -> bool:
    """Whether one of the short lines says that the text is a press release, a speech, a letter.

    Args:
        around: The lines at the beginning and at the end of a text.
    """
    return any(
        len(kind := _KIND_END.split(line)[0]) <= _LETTER_WORD
        and fold(kind).strip(" *#_:-").startswith(phrases("letters"))
        for line in around
    )


def letter_date(line: str, zone: str) -> Hint | None:
    """The day of a line that is a place and a day: "Quimper, le 14 mars 2023", "Fait à Brest, le 3 mai 2016".

    They may also open a paragraph: "Quimper, le 14 mars 2023 – Le groupe annonce", and follow the kind of the text:
    "Communiqué de presse – Quimper, le 14 mars 2023, 17h00".

    Args:
        line: One line of a text.
        zone: The IANA name of the zone.
    """
    kind, _, of_kind = line.partition(" – ")
    line = of_kind if of_kind and fold(kind).strip() in phrases("letters") else line
    opening = _OPENING.match(line)
    line = opening[1] if opening else line
    if len(line) > _LETTER_LINE:
        return None
    found = only_date(line, zone)
    if found is None:
        return None
    before, after = line[: found[0]].strip(), line[found[1] :].strip(" .\t")
    before = re.sub(rf"^(?:{'|'.join(map(re.escape, phrases('done_at')))})\s", "", before, flags=re.IGNORECASE)
    place = re.fullmatch(r"([A-ZÀ-Þ][\w'’-]*(?:[ -](?:[\w'’]+))*)\s?,", before)
    if after or not place or len(place[1].split()) > 4:
        return None
    return Hint("letter", line, found[2])
