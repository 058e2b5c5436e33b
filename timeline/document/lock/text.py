"""The text of a lock: JSON, one record a line, a blank line between, in an order that never changes.

A head line, the edition, the records of events and articles, an end line. Two branches that change different events
change different lines, so git merges them. Records that git leaves side by side, with or without its marks, are both
read.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from typing import Any

from timeline.document.lock.article_cards import load_card, raw_card
from timeline.document.lock.first_format import load_first_format
from timeline.document.lock.raw import load_record, raw_record
from timeline.document.lock.records import Records
from timeline.document.lock.types import Lock, Record
from timeline.document.lock.union import one_record
from timeline.gc_pause import reading_what_stays
from timeline.model import ArticleCard

VERSION = 2

_HEAD = "timeline.lock"
_BEGIN = re.compile(r'\{"(event|article)": ("(?:[^"\\]|\\.)+")')
"""How the line of an event or of an article begins, as we write it."""
_EDITION = re.compile(r'\{"edition": "(\w*)"\}')
_MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?")
_MARKS = ("<" * 7, "|" * 7, "=" * 7, ">" * 7)
_CAME = ', "stood": {}'
"""What the line of an event has that came with the last edition; no text of it has such marks unescaped."""
_FAULTS = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class LockTrouble:
    """What is wrong with a lock: `reason` is a key of the messages (`lock.<reason>`), `line` counts from 1.

    A lock with only a `conflict` can be read: both sides of a merge count.
    """

    reason: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class LockRead:
    """A lock, or None where there is none or it cannot be read, and what is wrong with it."""

    lock: Lock | None
    trouble: LockTrouble | None = None


class _Unreadable(Exception):  # noqa: N818 - an ending, caught in this file
    """Raised at a line that does not belong in a lock."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.trouble = LockTrouble(reason, line)


def load_lock(text: str | None) -> Lock | None:
    """Reads a lock; None where there is none, or where it cannot be read (see `read_lock`).

    Args:
        text: The text of the lock file; None where there is none.

    Returns:
        The lock, or None.
    """
    return read_lock(text).lock


def read_lock(text: str | None, *, ours: bool = False) -> LockRead:
    """Reads a lock, and says what is wrong with it: `newer`, `cut`, `empty`, `unreadable`; or `conflict`.

    Args:
        text: The text of the lock file; None where there is none.
        ours: Whether this very text is known to come from `dump_lock`. Nothing is wrong with it, and a record is read
            from its line where somebody asks for it.

    Returns:
        The lock, None where it cannot be read, and what is wrong with it.
    """
    return LockRead(None) if text is None else _reading(text).read(ours)


class _Reading:
    """A text that may be read as a lock, once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._read: LockRead | None = None

    def read(self, ours: bool) -> LockRead:
        if self._read is None:
            with reading_what_stays():
                lock = _in_lines(self._text) if ours else None
            self._read = LockRead(lock) if lock else _whole(self._text)
        return self._read


@lru_cache(maxsize=2)
def _reading(text: str) -> _Reading:
    return _Reading(text)


def _in_lines(text: str) -> Lock | None:
    """A lock that `dump_lock` wrote, its records in their lines; None where a line is not as we write it.

    Lines that stood may be another's: of those no more is known than that they were read before.
    """
    first, *lines, last = text.split("\n\n")
    if first != _line({_HEAD: VERSION}) or last.removesuffix("\n") != _line({"end": True}) or "\\u" in text:
        return None
    events: dict[str, str] = {}
    articles: dict[str, str] = {}
    edition = ""
    for line in lines:
        if found := _BEGIN.match(line):
            quoted = found[2]
            id_ = json.loads(quoted) if "\\" in quoted else quoted[1:-1]
            (events if found[1] == "event" else articles)[id_] = line
        elif found := _EDITION.fullmatch(line):
            edition = found[1]
        else:
            return None
    cards = {id_: _read_line(line).value for id_, line in articles.items()}
    known = {id_: card for id_, card in cards.items() if isinstance(card, ArticleCard)}
    return Lock(Records(events, _record), known, edition, events, articles)


def _record(line: str) -> Record:
    """The record of a line that we wrote."""
    value = _read_line(line).value
    assert isinstance(value, Record)
    return value


def _whole(text: str) -> LockRead:
    """A text read as a lock, every line of it."""
    text = text.removeprefix("\ufeff")  # some editors write a byte order mark
    try:
        if (old := load_first_format(text)) is not None:
            return LockRead(old)
        may_conflict = any(mark in text for mark in _MARKS)
        lines = list(_sides(text) if may_conflict else _filled_lines(text))
        marked = may_conflict and any(_MARK.fullmatch(line) for line in text.splitlines())
        return LockRead(_lock(lines), LockTrouble("conflict") if marked else None)
    except _Unreadable as fault:
        return LockRead(None, fault.trouble)


def _filled_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers."""
    lines = enumerate(text.replace("\r\n", "\n").split("\n"), start=1)
    return ((number, line) for number, line in lines if line and not line.isspace())


def _sides(text: str) -> Iterator[tuple[int, str]]:
    """The same without git's marks and without what both sides had before (`|||||||`)."""
    before = False
    for number, line in _filled_lines(text):
        if mark := _MARK.fullmatch(line):
            before = mark[1][0] == "|"
        elif not before:
            yield number, line


def _lock(lines: list[tuple[int, str]]) -> Lock:
    read = [(number, _parsed(number, line)) for number, line in lines]
    _check_frame(read)
    records: dict[str, list[Record]] = defaultdict(list)
    cards: dict[str, ArticleCard] = {}
    texts: dict[str, str] = {}
    card_texts: dict[str, str] = {}
    edition = ""
    for (number, text), (_, line) in zip(lines, read, strict=True):
        value = line.value
        if isinstance(value, Record):
            records[line.id] += [value] if value not in records[line.id] else []
            texts[line.id] = text
        elif isinstance(value, ArticleCard):
            cards[line.id], card_texts[line.id] = value, text
        elif isinstance(value, str):
            edition = max(edition, value)
        elif line.is_faulty:
            raise _Unreadable("unreadable", number)
    single = {id_: text for id_, text in texts.items() if len(records[id_]) == 1}
    return Lock({id_: one_record(found) for id_, found in records.items()}, cards, edition, single, card_texts)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a lock: the record of an event, the card of an article, the edition, or a part of the frame."""

    id: str = ""
    value: Record | ArticleCard | str | None = None
    frame: Mapping[str, Any] = field(default_factory=dict)
    is_faulty: bool = False


def _parsed(number: int, line: str) -> _Line:
    try:
        return _read_line(line)
    except (ValueError, RecursionError):
        raise _Unreadable("unreadable", number) from None


@lru_cache(maxsize=1 << 16)
def _read_line(line: str) -> _Line:
    """A line, read once: the locks of two builds have most lines in common.

    Raises:
        ValueError, RecursionError: It is no object of JSON.
    """
    raw = json.loads(line)
    if "\\u" in line:
        json.dumps(raw, ensure_ascii=False).encode()  # half a surrogate could never be written: a ValueError too
    if not isinstance(raw, dict):
        raise ValueError("no object")
    try:
        if "event" in raw:
            id_ = _id(raw.pop("event"))
            return _Line(id_, load_record(id_, raw))
        if "article" in raw:
            id_ = _id(raw.pop("article"))
            return _Line(id_, load_card(id_, raw))
        return _Line("", _id(raw["edition"])) if "edition" in raw else _Line(frame=raw)
    except _FAULTS:
        return _Line(frame=raw, is_faulty=True)


def _check_frame(read: list[tuple[int, _Line]]) -> None:
    """Whether a text begins and ends as our locks do."""
    head = read[0][1].frame.get(_HEAD) if read else None
    if isinstance(head, int) and head > VERSION:
        raise _Unreadable("newer")
    if head != VERSION:
        raise _Unreadable("unreadable", read[0][0]) if read else _Unreadable("empty")
    if "end" not in read[-1][1].frame:
        raise _Unreadable("cut", read[-1][0])


def _id(raw: Any) -> str:
    if not isinstance(raw, str) or not raw:
        raise ValueError("no id")
    return raw


def came_last(lock: Lock, id_: str) -> bool:
    """Whether an event came with the last edition, as its line says it: a later edition says no more of that."""
    return _CAME in lock.lines.get(id_, "")


def dump_lock(
    lock: Lock, before: Lock | None = None, left: Collection[str] = (), *, is_later_edition: bool = False
) -> str:
    """The text of a lock: the same lock, the same bytes.

    Args:
        lock: The lock.
        before: The lock as it was read; lines of it that still say the same are left as they are.
        left: Events that are as `before` has them, each in one line, and are not in `lock`.
        is_later_edition: Whether `before` is of an earlier edition.

    Returns:
        JSON, one event a line.
    """
    was = before or Lock()
    events = [
        (id_, _line_of(was, id_, record) or _line({"event": id_}, raw_record(record)))
        for id_, record in lock.records.items()
    ]
    articles = [
        (
            _place(id_),
            _standing(was.card_lines, id_, card == was.cards.get(id_)) or _line({"article": id_}, raw_card(card)),
        )
        for id_, card in lock.cards.items()
    ]
    edition = [_line({"edition": lock.edition})] if lock.edition else []
    stay = [(id_, was.lines[id_].replace(_CAME, "", is_later_edition)) for id_ in left]
    body = [line for _, line in sorted([*stay, *events, *articles])]
    return "\n\n".join([_line({_HEAD: VERSION}), *edition, *body, _line({"end": True}) + "\n"])


def _line_of(was: Lock, id_: str, record: Record) -> str:
    """The line that a record was read from, where it says the same but for the edition that it came with; or ""."""
    known = was.records.get(id_)
    if record is known:
        return was.lines.get(id_, "")
    same = known is not None and came_last(was, id_) and record == replace(known, stood=None)
    return was.lines[id_].replace(_CAME, "", 1) if same else ""


def _standing(lines: Mapping[str, str], id_: str, same: bool) -> str:
    """The line that something was read from, where it is the same; "" otherwise."""
    return lines.get(id_, "") if same else ""


def _place(article: str) -> str:
    """The position of an article's card among the events: scattered, so that two new cards are seldom adjacent."""
    return sha256(article.encode()).hexdigest()[:8]


def _line(first: dict[str, Any], rest: dict[str, Any] | None = None) -> str:
    return json.dumps(first | dict(sorted((rest or {}).items())), ensure_ascii=False)
