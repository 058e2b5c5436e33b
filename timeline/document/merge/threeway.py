"""The three-way merge of one event: what the machine last wrote, what the file says, what the machine says now.

A field that a person changed stays theirs; a field that they did not touch may be updated. Sources are merged one by
one in the same way, field by field.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from timeline.document.lock import Record, SourceRecord, State, with_source_fact
from timeline.document.lock.quotes import in_standing_form, is_shortened
from timeline.document.merge.matching import folded, similarity
from timeline.document.parse.fields import MANAGED, MANAGED_SOURCE
from timeline.document.parse.types import Plain
from timeline.model import Source, Status

Value = TypeVar("Value")

_SAME_SOURCE = 0.6


@dataclass(frozen=True, slots=True)
class Fields:
    """A merge of fields: `set_` are the values to write (None: remove the field); the rest is the new record."""

    set_: Mapping[str, Plain | None]
    ours: Mapping[str, Plain]
    theirs: Mapping[str, Plain | None]
    latest: Mapping[str, Plain | None]


def merge_fields(
    record: Record, file: Mapping[str, Plain], machine: Mapping[str, Plain], guarded: Collection[str]
) -> Fields:
    """Merges the fields of an event: a person's value stays, the machine's changes are taken over elsewhere.

    `guarded` ones are left as they are for now (a comment within, a confirmed event).
    """
    set_: dict[str, Plain | None] = {}
    ours, theirs = dict(record.ours), dict(record.theirs)
    latest: dict[str, Plain | None] = {}
    for name in MANAGED:
        base, there = record.ours.get(name), file.get(name)
        now = _as_written(name, base, machine.get(name))
        if name in record.theirs or there != base:
            theirs[name] = there
        elif name not in guarded:
            if now != base:
                set_[name] = now
            _put(ours, name, now)
            continue
        if now != base:
            latest[name] = now
    return Fields(set_, ours, theirs, latest)


def _as_written(name: str, base: Plain | None, now: Plain | None) -> Plain | None:
    """What the machine says, with default values spelled out where an earlier version wrote them."""
    return base if name == "status" and now is None and base == str(Status.ASSERTED) else now


def in_its_form(record: SourceRecord, now: Mapping[str, str], fact: Source) -> Mapping[str, str]:
    """A source as the machine gives it now, in the form that it has in the file.

    Args:
        record: The record of the source.
        now: The source as it would be written today.
        fact: All that the machine knows of it now.

    Returns:
        `now`, with the explanation or the whole quote that an earlier version wrote into the file, and without a quote
        that one left out.
    """
    if not record.ours:  # a person's source that the machine found too: the person's quote stays, or none
        return {name: value for name, value in now.items() if name != "quote" or name in record.theirs}
    stands, before = record.ours.get("quote", ""), record.whole.get("quote", "")
    facts = {"because": fact.because, "quote": in_standing_form(stands, before, fact.quote, now.get("quote", ""))}
    spelled = {name: value for name, value in facts.items() if value and record.ours.get(name)}
    return {name: value for name, value in now.items() if name not in facts} | spelled


def spelled_sources(
    record: Record, now: Sequence[Mapping[str, str]], facts: Sequence[Source]
) -> Sequence[Mapping[str, str]]:
    """The sources as the machine gives them, each in the form that it has in the file."""
    if len(now) != len(record.sources):
        return now
    triples = zip(record.sources, now, facts, strict=True)
    return [in_its_form(known, source, fact) for known, source, fact in triples]


def as_stated(record: Record, file: Mapping[str, Plain], machine: Mapping[str, Plain]) -> Record:
    """The record to merge with where the lock is lost or older than the file.

    A value that is the same in the file and from the machine is the machine's; what the file lacks and the lock never
    had was removed by a person.
    """
    same = {name: machine[name] for name in MANAGED if name in machine and file.get(name) == machine[name]}
    if "status" not in machine and file.get("status") == str(Status.ASSERTED):
        same["status"] = str(Status.ASSERTED)
    missing = {name: None for name in MANAGED if name in machine and name not in record.ours and file.get(name) is None}
    return replace(record, ours={**record.ours, **same}, theirs={**missing, **record.theirs})


def of_this_file(record: Record, file: Mapping[str, Plain]) -> Record:
    """The record of an event of which git left several: for each field, the one that agrees with the file."""
    if not record.others:
        return record
    ours = dict(record.ours)
    for name in MANAGED:
        for other in record.others:
            if file.get(name) != ours.get(name) and file.get(name) == other.ours.get(name):
                _put(ours, name, other.ours.get(name))
    return replace(record, ours=ours, others=())


def their_fields(record: Record, file: Mapping[str, Plain]) -> dict[str, Plain | None]:
    """The fields that are the person's by now, as they stand in the file (None: taken out)."""
    return {
        name: file.get(name) for name in MANAGED if name in record.theirs or file.get(name) != record.ours.get(name)
    }


def _put(into: dict[str, Value], name: str, value: Value | None) -> None:
    if value is None:
        into.pop(name, None)
    else:
        into[name] = value


def is_settled(
    record: Record,
    file: Mapping[str, Plain],
    file_sources: Sequence[Mapping[str, str]],
    machine: Mapping[str, Plain],
    machine_sources: Sequence[Mapping[str, str]],
) -> bool:
    """Whether file, lock and machine say the same and nothing is a person's: then there is nothing to merge."""
    if (
        record.state is not State.LIVE
        or record.theirs
        or not len(file_sources) == len(record.sources) == len(machine_sources)
    ):
        return False
    same = record.ours == machine and not any(file.get(name) != machine.get(name) for name in MANAGED)
    return same and all(
        there == known.ours == now and not known.theirs
        for there, known, now in zip(file_sources, record.sources, machine_sources, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Sources:
    """A merge of sources, by the places of the file's.

    The fields to set, the sources to remove, the sources to append, and the new records.
    """

    set_: Mapping[int, Mapping[str, str | None]]
    remove: tuple[int, ...]
    append: tuple[Mapping[str, str], ...]
    records: tuple[SourceRecord, ...]
    orphans: tuple[int, ...]


def merge_sources(
    records: Sequence[SourceRecord],
    file: Sequence[Mapping[str, str]],
    machine: Sequence[Mapping[str, str]],
    facts: Sequence[Source],
    *,
    articles: Collection[str] | None,
    guarded: Collection[int],
    hold: bool,
) -> Sources:
    """Merges the sources of an event.

    Args:
        records: What the lock knows of the sources.
        file: The sources in the file.
        machine: The sources as the machine would now write them.
        facts: All that the machine knows of them, in the same order as `machine`.
        articles: The ids of all articles there are; None: not known.
        guarded: The indices, in `file`, of sources that must not be removed.
        hold: Whether a source that is not in the file counts as deleted by a person.

    Returns:
        The fields to set, the sources to remove and to append, and the new records.
    """
    in_file = pair([seen_source(record) for record in records], file)
    whole = [{**values, "quote": fact.quote} for values, fact in zip(machine, facts, strict=True)]
    in_machine = pair([_whole_said(record) for record in records], whole)
    merge = _SourceMerge(articles, frozenset(guarded))
    kept: list[SourceRecord] = []
    for place, record in enumerate(records):
        there, now, noted = in_file.get(place), in_machine.get(place), record
        said = None
        if now is not None:
            said, noted = in_its_form(record, machine[now], facts[now]), with_source_fact(record, facts[now])
        kept += merge.known(noted, there, file[there] if there is not None else None, said)
    new = [index for index in range(len(machine)) if index not in in_machine.values()]
    own = [index for index in range(len(file)) if index not in in_file.values()]
    paired = pair([machine[index] for index in new], [file[index] for index in own])
    append = []
    for order, index in enumerate(new):
        if order in paired:
            stands = file[own[paired[order]]]
            written = _moved_here(stands, facts[index])
            says = in_its_form(written, machine[index], facts[index])
            kept += merge.known(with_source_fact(written, facts[index]), own[paired[order]], stands, says)
            continue
        kept.append(with_source_fact(SourceRecord(ours=dict(machine[index]), deleted=hold), facts[index]))
        if not hold:
            append.append(machine[index])
    return Sources(merge.set_, tuple(merge.remove), tuple(append), tuple(kept), tuple(merge.orphans))


def _moved_here(stands: Mapping[str, str], fact: Source) -> SourceRecord:
    """The record of a source that a person wrote, or moved here: all of it is theirs.

    But a quote that is not in the file is left out, not taken out, and one that the machine shortened is the machine's.
    """
    short = {"quote": stands["quote"]} if is_shortened(stands.get("quote", ""), fact.quote) else {}
    own = {name for name in MANAGED_SOURCE if name != "quote" or (name in stands and not short)}
    return SourceRecord(ours=short, theirs={name: stands.get(name) for name in MANAGED_SOURCE if name in own})


class _SourceMerge:
    """The patches of one merge, collected one by one."""

    def __init__(self, articles: Collection[str] | None, guarded: frozenset[int]) -> None:
        self.articles = articles
        self.guarded = guarded
        self.set_: dict[int, Mapping[str, str | None]] = {}
        self.remove: list[int] = []
        self.orphans: list[int] = []

    def known(
        self, record: SourceRecord, place: int | None, there: Mapping[str, str] | None, now: Mapping[str, str] | None
    ) -> list[SourceRecord]:
        """Merges one source that the lock knows."""
        if place is None or there is None:
            return [_with_said(replace(record, deleted=True), now)]
        if now is None:
            return self.untold(replace(record, deleted=False), place, there)
        merged = _merge_source(record, there, now)
        if merged.set_:
            self.set_[place] = merged.set_
        return [_with_said(replace(record, ours=merged.ours, theirs=merged.theirs, deleted=False), now)]

    def untold(self, record: SourceRecord, place: int, there: Mapping[str, str]) -> list[SourceRecord]:
        """A source that the machine no longer gives.

        It is removed if its article is still there and no person changed it.
        """
        article = there.get("article", "")
        gone = self.articles is not None and article not in self.articles
        touched = record.theirs or dict(there) != dict(record.ours) or place in self.guarded
        if gone and article:
            self.orphans.append(place)
        if touched or gone or self.articles is None:
            return [record]
        self.remove.append(place)
        return []


@dataclass(frozen=True, slots=True)
class _SourceFields:
    set_: Mapping[str, str | None]
    ours: Mapping[str, str]
    theirs: Mapping[str, str | None]


def _merge_source(record: SourceRecord, there: Mapping[str, str], now: Mapping[str, str]) -> _SourceFields:
    set_: dict[str, str | None] = {}
    ours, theirs = dict(record.ours), dict(record.theirs)
    for name in MANAGED_SOURCE:
        base, stands, says = record.ours.get(name), there.get(name), now.get(name)
        if name in record.theirs or stands != base:
            theirs[name] = stands
        elif says != base:
            set_[name] = says
            _put(ours, name, says)
    return _SourceFields(set_, ours, theirs)


def said_source(record: SourceRecord) -> Mapping[str, str]:
    """A source as the machine last gave it."""
    return record.said or record.ours


def _whole_said(record: SourceRecord) -> Mapping[str, str]:
    values = said_source(record) or seen_source(record)
    return {**values, "quote": record.quote} if record.quote else values


def _with_said(record: SourceRecord, now: Mapping[str, str] | None) -> SourceRecord:
    if now is None:
        return record
    return replace(record, said={} if dict(now) == dict(record.ours) else dict(now))


def seen_source(record: SourceRecord) -> Mapping[str, str]:
    """A source as it last stood in the file."""
    seen = dict(record.ours)
    for name, value in record.theirs.items():
        if value is None:
            seen.pop(name, None)
        else:
            seen[name] = value
    return seen


def pair(known: Sequence[Mapping[str, str]], found: Sequence[Mapping[str, str]]) -> dict[int, int]:
    """Matches two lists of sources by the same article and quote, else by similarity: indices of `known` to `found`."""
    if list(known) == list(found):
        return {place: place for place in range(len(known))}
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    scored = []
    for place, one in enumerate(known):
        for other_place, other in enumerate(found):
            if score := _likeness_of_sources(one, other):
                scored.append((-score, abs(place - other_place), place, other_place))
    for _, _, place, other_place in sorted(scored):
        if place not in pairs and other_place not in taken:
            pairs[place] = other_place
            taken.add(other_place)
    return pairs


def _likeness_of_sources(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """The similarity of two sources: above 0 where both may be one source."""
    same_article = (one.get("article") or one.get("url")) == (other.get("article") or other.get("url"))
    quote, other_quote = one.get("quote", ""), other.get("quote", "")
    alike = _likeness_of_quotes(quote, other_quote)
    if same_article:
        return 1 + alike
    return alike if quote and alike >= 0.95 else 0.0


def _likeness_of_quotes(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if is_shortened(one, other) or is_shortened(other, one):
        return 0.99
    return similarity(folded(one), folded(other))
