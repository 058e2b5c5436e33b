"""Mails in a text: the lines of headers ("De : …", "Envoyé : …", "Objet : …") that a mail passed on or pasted keeps.

Such a mail is an article with the mail's subject and, where the article has no day of its own, the mail's day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from timeline.articles.formats.databases import drafts_of_text, mailing
from timeline.articles.formats.databases.piece import draft_of
from timeline.articles.metadata.fields import Metadata, Value
from timeline.articles.publication_date import absolute
from timeline.articles.publication_date.evidence import Hint
from timeline.articles.publication_date.lines import first_date
from timeline.articles.source import ReadOptions, SourceFile, UndatedArticle
from timeline.languages.folding import fold
from timeline.languages.press import phrases
from timeline.model import Problem

PASSED_ON = re.compile(r"^\s*(?:(?:\[[^\]]{1,40}\]\s*)?(?:tr|fwd?|re|ré|i)\s*:\s*)+", re.IGNORECASE)
"""What mail programs write before the subject of a mail that is passed on or answered."""
_QUOTE = re.compile(r"^(?:[>|]\s?)+")
_LABEL = re.compile(r"^\s*\*?([^\W\d_][^:*]{0,20}?)\*?\s?:\*?\s*(.*)$")
_KINDS = ("from", "sent", "to", "subject")
_LEAST, _PREFACE = 80, 600
"""The fewest characters of a mail that is an article, and the most of a note above the first mail."""


@dataclass(frozen=True, slots=True)
class PastedMail:
    """A mail in a text: its subject and the line of its date as written there, and its own text."""

    subject: str
    sent: str
    text: str


@dataclass(frozen=True, slots=True)
class _Headers:
    """The lines of a mail's headers: the first (with the line that announces it), the end (exclusive), the values."""

    start: int
    end: int
    stated: dict[str, str]


def pasted_mails(text: str) -> list[PastedMail]:
    """The mails in a text that are long enough for an article, in order; a short answer above one is none.

    Args:
        text: The whole text, quoted (`>`) or not.

    Returns:
        The mails; empty where the text is no mail.
    """
    lines = [_QUOTE.sub("", line.rstrip()) for line in text.split("\n")]
    found = list(_headers(lines))
    if not found or len("".join(lines[: found[0].start])) > _PREFACE:
        return []
    ends = [*(each.start for each in found[1:]), len(lines)]
    mails = [
        PastedMail(PASSED_ON.sub("", each.stated.get("subject", "")), each.stated["sent"], _text(lines[each.end : end]))
        for each, end in zip(found, ends, strict=True)
    ]
    return [mail for mail in mails if len(mail.text) >= _LEAST]


def drafts_of_mails(text: str, source: SourceFile, options: ReadOptions) -> list[UndatedArticle | Problem]:
    """The articles of the mails in a text.

    Returns:
        The drafts, and the problems of mails that hold several articles; empty where the text is no mail.
    """
    mails = pasted_mails(text)
    drafts: list[UndatedArticle | Problem] = []
    for mail in mails:
        day = sent_day(mail, options.zone)
        items = mailing.of_text(mail.text.split("\n"), mail.sent) if day else []
        inner: Sequence[UndatedArticle | Problem] = [
            draft_of(item, number, source, options.zone) for number, item in enumerate(items, 1)
        ] or drafts_of_text(mail.text, source, options)
        drafts += inner or [_draft(mail, len(drafts) + 1, len(mails), source, day)]
    return drafts


def sent_day(mail: PastedMail, zone: str) -> Hint | None:
    """The day of a mail that was passed on, as evidence of its article's; None where its line holds no date.

    Args:
        mail: The headers of a mail.
        zone: The time zone of times without one.

    Returns:
        The evidence, or None.
    """
    day = absolute.parse(mail.sent, zone)
    read = day if isinstance(day, absolute.ParsedDate) else first_date(mail.sent, zone)
    return Hint("passed on", mail.sent, read.day) if read else None


def _draft(mail: PastedMail, number: int, of: int, source: SourceFile, day: Hint | None) -> UndatedArticle:
    slug = re.sub(r"\W+", "-", mail.subject.lower()).strip("-")[:60]
    return UndatedArticle(
        path=source.path if of == 1 else f"{source.path}#{number}",
        file=source.path,
        stem=source.stem if of == 1 else f"{day.day if day else source.stem}-{slug or number}",
        text=mail.text,
        stated=source.stated,
        found=Metadata({"title": Value(mail.subject, source.path)} if mail.subject else {}),
        hints=(day,) if day else (),
    )


def _text(lines: Sequence[str]) -> str:
    return "\n".join(line for line in lines if not announces(line)).strip()


def announces(line: str) -> bool:
    """Whether a line announces a mail: "-----Message d'origine-----".

    Returns:
        False for a line with other words.
    """
    return fold(line).strip(" ->*:").startswith(phrases("passed_on"))


def header(line: str) -> tuple[str, str] | None:
    """A header's kind (`from`, `sent`, `to`, `subject`) and value; None for any other line.

    Returns:
        The kind and the value, or None.
    """
    found = _LABEL.match(_QUOTE.sub("", line))
    kind = _kinds().get(fold(found[1]).strip()) if found else None
    return (kind, found[2].strip()) if found and kind else None


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind in _KINDS for word in phrases(f"mail_{kind}")}


def _headers(lines: Sequence[str]) -> Iterator[_Headers]:
    """The blocks of headers: who sent it and when, and its subject or who got it, or a line that announces it."""
    read = [header(line) for line in lines]
    places = [index for index, found in enumerate(read) if found]
    starts = [place for before, place in pairwise([-9, *places]) if not _goes_on(lines, before, place)]
    for start in starts:
        block = [place for place in places if place >= start]
        end = next((one for one, other in pairwise([*block, len(lines) + 9]) if not _goes_on(lines, one, other)), start)
        stated: dict[str, str] = {}
        for found in read[start : end + 1]:
            if found:
                stated.setdefault(*found)
        above = next((place for place in range(start - 1, max(-1, start - 4), -1) if lines[place].strip()), None)
        announced = above is not None and announces(lines[above])
        if {"from", "sent"} <= stated.keys() and (announced or stated.keys() & {"to", "subject"}):
            yield _Headers(above if announced and above is not None else start, end + 1, stated)


def _goes_on(lines: Sequence[str], before: int, place: int) -> bool:
    """Whether two headers are of one block: nothing between them but an empty line or more addresses."""
    between = [line for line in lines[max(0, before + 1) : place] if line.strip()]
    return before >= 0 and place - before <= 4 and all("@" in line or line.rstrip().endswith(";") for line in between)
