"""The merge of the sources of an event, one by one, field by field."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.document.lock import Record, SourceRecord, with_source_fact
from timeline.document.lock.quotes import KeptQuotes, in_standing_form, is_shortened, stands_for_whole
from timeline.document.merge.threeway.fields import put
from timeline.document.merge.threeway.source_pairs import pair, said_source, seen_source
from timeline.document.parse.fields import MANAGED_SOURCE
from timeline.model import Source


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
    """The sources as the machine gives them, each in the form that it has in the file.

    Args:
        record: The record of the event.
        now: The sources as the machine would write them today.
        facts: All that the machine knows of them, in the same order.

    Returns:
        The sources, in the same order; `now` itself where the record has another number of sources.
    """
    if len(now) != len(record.sources):
        return now
    triples = zip(record.sources, now, facts, strict=True)
    return [in_its_form(known, source, fact) for known, source, fact in triples]


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


@dataclass(frozen=True, slots=True)
class ProjectSources:
    """What a merge of sources needs to know beyond its event.

    Attributes:
        articles: The ids of all articles there are; None: not known.
        quotes: What the machine wrote for the quotes of all events.
        hold: Whether a source that is not in the file counts as deleted by a person.
    """

    articles: Collection[str] | None
    quotes: KeptQuotes
    hold: bool


def merge_sources(
    records: Sequence[SourceRecord],
    file: Sequence[Mapping[str, str]],
    machine: Sequence[Mapping[str, str]],
    facts: Sequence[Source],
    *,
    guarded: Collection[int],
    project: ProjectSources,
) -> Sources:
    """Merges the sources of an event.

    Args:
        records: What the lock knows of the sources.
        file: The sources in the file.
        machine: The sources as the machine would now write them.
        facts: All that the machine knows of them, in the same order as `machine`.
        guarded: The indices, in `file`, of sources that must not be removed.
        project: What holds of all events.

    Returns:
        The fields to set, the sources to remove and to append, and the new records.
    """
    in_file = pair([seen_source(record) for record in records], file)
    whole = [{**values, "quote": fact.quote} for values, fact in zip(machine, facts, strict=True)]
    in_machine = pair([_whole_said(record) for record in records], whole)
    merge = _SourceMerge(project.articles, frozenset(guarded))
    kept: list[SourceRecord] = []
    for place, record in enumerate(records):
        there, now, noted = in_file.get(place), in_machine.get(place), record
        in_form = None
        if now is not None:
            in_form, noted = in_its_form(record, machine[now], facts[now]), with_source_fact(record, facts[now])
        kept += merge.known(noted, there, file[there] if there is not None else None, in_form)
    new = [index for index in range(len(machine)) if index not in in_machine.values()]
    own = [index for index in range(len(file)) if index not in in_file.values()]
    paired = pair([machine[index] for index in new], [file[index] for index in own])
    append = []
    for order, index in enumerate(new):
        says, fact = machine[index], facts[index]
        if order in paired:
            there = own[paired[order]]
            written = _moved_here(file[there], fact, project.quotes)
            in_form = in_its_form(written, says, fact)
            kept += merge.known(with_source_fact(written, fact), there, file[there], in_form)
            continue
        kept.append(with_source_fact(SourceRecord(ours=dict(says), deleted=project.hold), fact))
        if not project.hold:
            append.append(says)
    return Sources(merge.set_, tuple(merge.remove), tuple(append), tuple(kept), tuple(merge.orphans))


def _moved_here(stands: Mapping[str, str], fact: Source, kept: KeptQuotes) -> SourceRecord:
    """The record of a source that a person wrote, or moved here: all of it is theirs.

    But a quote that is not in the file is left out, not taken out, and one that the machine shortened is the machine's.
    """
    quote, known = stands.get("quote", ""), SourceRecord(quote=fact.quote)
    is_machines = is_shortened(quote, fact.quote) and (
        stands_for_whole(quote, known) or kept.of(fact.cited, quote) is not None
    )
    short = {"quote": quote} if is_machines else {}
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
            return self.unreported(replace(record, deleted=False), place, there)
        merged = _merge_source(record, there, now)
        if merged.set_:
            self.set_[place] = merged.set_
        return [_with_said(replace(record, ours=merged.ours, theirs=merged.theirs, deleted=False), now)]

    def unreported(self, record: SourceRecord, place: int, there: Mapping[str, str]) -> list[SourceRecord]:
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


def _merge_source(record: SourceRecord, file: Mapping[str, str], now: Mapping[str, str]) -> _SourceFields:
    set_: dict[str, str | None] = {}
    ours, theirs = dict(record.ours), dict(record.theirs)
    for name in MANAGED_SOURCE:
        base, stands, says = record.ours.get(name), file.get(name), now.get(name)
        if name in record.theirs or stands != base:
            theirs[name] = stands
        elif says != base:
            set_[name] = says
            put(ours, name, says)
    return _SourceFields(set_, ours, theirs)


def _whole_said(record: SourceRecord) -> Mapping[str, str]:
    values = said_source(record) or seen_source(record)
    return {**values, "quote": record.quote} if record.quote else values


def _with_said(record: SourceRecord, now: Mapping[str, str] | None) -> SourceRecord:
    if now is None:
        return record
    return replace(record, said={} if dict(now) == dict(record.ours) else dict(now))
