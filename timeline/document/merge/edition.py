"""The edition of a file: a letter in a line above the events, which shows that an older copy was saved again.

The letter changes whenever the machine writes. It is `a` at first, then `b` and `c` by turns: two branches that were
both written have the same letter again, so that git merges the line. `Record.stood` keeps the events as they were in
the edition before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from timeline.document.lock import Lock, Record, SourceRecord, State, Stood
from timeline.document.parse.types import Document
from timeline.document.writing.patch import Patcher
from timeline.document.yaml.edits import Edit
from timeline.i18n import say

_FIRST = "a"
_NEXT = {"": _FIRST, _FIRST: "b", "b": "c", "c": "b"}
_LINE = re.compile(r"(?:^|(?<=\r))# (?:édition|edition) ([abc])\b[^\r\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Edition:
    """The letter that the lock knows, and that of a file (`there`); each "" where there is none."""

    known: str
    there: str

    @property
    def is_older_copy(self) -> bool:
        """Whether the file was saved from a copy that is older than what the machine last wrote."""
        return bool(self.known) and self.there != self.known and (self.there != "" or self.known == _FIRST)

    @property
    def is_of_a_branch(self) -> bool:
        """Whether both have the letter of a later edition, as two branches have that were both written."""
        return self.there == self.known != _FIRST and self.known != ""

    def letter(self, *, wrote: bool) -> str:
        """The letter of the file after an update that `wrote` to it, or did not."""
        return _NEXT[self.known] if wrote and not self.is_older_copy else self.known


def edition_of(document: Document, lock: Lock) -> Edition:
    """The edition that a file comes from, and the last one.

    Returns:
        Both letters; "" where the file has no such line.
    """
    found = _edition_line(document)
    return Edition(lock.edition if lock.edition in _NEXT else "", found[1] if found else "")


def write_edition(patcher: Patcher, edition: Edition) -> str:
    """Writes the letter into the patched file and returns the letter for the lock: "" where there is no place for it.

    A file from which a person removed the line gets no letter.

    Args:
        patcher: The patches of the file, to which the letter is added.
        edition: The edition that the file comes from, and the last one.

    Returns:
        The letter, or "".
    """
    letter = edition.letter(wrote=bool(patcher.edits))
    if letter in ("", edition.there) or patcher.document.events_at is None:
        return letter
    if not (edition.there or edition.is_older_copy or letter == _FIRST):
        return letter
    edit = _edit(patcher, letter)
    if edit is None:
        return edition.known
    patcher.edits.append(edit)
    return letter


def edition_line(document: Document, letter: str) -> str:
    """The line of an edition, without its line break.

    Returns:
        A comment of YAML.
    """
    return f"# {say(document.head.language, 'document.edition', letter=letter)}"


def _edit(patcher: Patcher, letter: str) -> Edit | None:
    """The letter in its place, or in a new line above a block list of events; None where neither is possible."""
    document = patcher.document
    if found := _edition_line(document):
        return Edit(found.start(1), found.end(1), letter)
    key = document.events_key
    if key is None or (document.is_flow and document.items):
        return None
    start = document.lines.start(key.start)
    if document.text[start : key.start]:
        return None
    return Edit(start, start, edition_line(document, letter) + patcher.newline)


def _edition_line(document: Document) -> re.Match[str] | None:
    """The line, above the events and in no text of several lines."""
    end = document.events_key.start if document.events_key else len(document.text)
    values = [(pair.value.start, pair.value.end) for pair in document.tree.pairs]
    for found in _LINE.finditer(document.text, 0, end):
        if not any(start <= found.start() < stop for start, stop in values):
            return found
    return None


def as_it_stood(record: Record) -> Record:
    """The record of an event as it was in the edition before.

    Returns:
        The record itself where the last edition did not change it.
    """
    if record.stood is None or record.stood.ours is None:
        return record
    known = {tuple(sorted(source.ours.items())): source for source in record.sources}
    sources = tuple(
        replace(known.get(tuple(sorted(stood.ours.items())), stood), theirs=stood.theirs, deleted=stood.deleted)
        for stood in record.stood.sources
    )
    return replace(record, ours=record.stood.ours, sources=sources)


def is_unseen(record: Record) -> bool:
    """Whether an event came with the last edition: a copy of the one before never had it.

    Returns:
        True for an event that the last edition added.
    """
    return record.state is State.LIVE and record.stood is not None and record.stood.ours is None


def with_stood(
    records: Mapping[str, Record], before: Mapping[str, Record], *, written: bool, older_copy: bool
) -> dict[str, Record]:
    """The records, each with how its event stood before this edition (`written`), or before the one that goes on."""
    return {id_: _with_stood(record, before.get(id_), written, older_copy) for id_, record in records.items()}


def _with_stood(record: Record, before: Record | None, written: bool, older_copy: bool) -> Record:
    stood = before.stood if before else None
    if record.state is not State.LIVE:
        stood = None
    elif written and not (older_copy and stood):
        stood = _stood(record, before)
    return record if stood == record.stood else replace(record, stood=stood)


def _stood(record: Record, before: Record | None) -> Stood | None:
    if before is None or before.state is not State.LIVE:
        return Stood()
    if before is record or (before.ours == record.ours and _sources_of(before) == _sources_of(record)):
        return None
    return Stood(before.ours, _sources_of(before))


def _sources_of(record: Record) -> tuple[SourceRecord, ...]:
    """The sources as the file has them, without what only the machine knows."""
    return tuple(SourceRecord(source.ours, source.theirs, deleted=source.deleted) for source in record.sources)
