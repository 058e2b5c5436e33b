"""Moves what an earlier version of the machine spelled out from the file to the lock.

These are the explanations and the ends of quotes that are the machine's own, and `status: asserted`; the pages still
show them. What a person wrote or changed stays, and so does what has a comment, an anchor or an alias.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from timeline.document.lock import Lock, Record, SourceRecord, State
from timeline.document.lock.first_words import FirstWords, Sentence, sentences_of
from timeline.document.lock.quotes import LONGEST
from timeline.document.merge.identity import items_by_id
from timeline.document.merge.threeway.source_pairs import pair, seen_source
from timeline.document.parse.fields import MANAGED
from timeline.document.parse.types import Document, Item
from timeline.document.writing.emit import WIDTH
from timeline.document.writing.layout import commented_sources, guarded_fields, has_comment
from timeline.document.writing.patch import Patcher
from timeline.document.yaml.edits import apply
from timeline.document.yaml.tree import Alias, MappingNode, Scalar, resolved
from timeline.model import Status


@dataclass(frozen=True, slots=True)
class Slimmed:
    """The file without what it need not say, and its lock."""

    text: str
    lock: Lock


def slimmed(document: Document, lock: Lock) -> Slimmed:
    """Removes from a file what the machine spelled out, and wraps the machine's long lines.

    Args:
        document: A file without errors.
        lock: What the machine remembers of it.

    Returns:
        Both, changed so that the next update finds nothing to change in them.
    """
    patcher, records = Patcher(document), dict(lock.records)
    known = [record for record in lock.records.values() if record.state is not State.GONE]
    first_words = FirstWords([sentence for record in known for sentence in sentences_of(record)], {})
    for id_, item in items_by_id(document, lock).items():
        record = records.get(id_)
        if record is not None and record.state is State.LIVE and not isinstance(item.node, Alias):
            records[id_] = _slim_sources(patcher, item, _slim_fields(patcher, item, record), first_words)
    return Slimmed(apply(document.text, patcher.edits), replace(lock, records=records))


def _slim_fields(patcher: Patcher, item: Item, record: Record) -> Record:
    guarded = guarded_fields(patcher.document, item)
    free = {
        name
        for name in MANAGED
        if name not in guarded and name not in record.theirs and item.plain.get(name) == record.ours.get(name)
    }
    if "status" in free and record.ours.get("status") == str(Status.ASSERTED) and _stands_alone(patcher, item):
        patcher.set_fields(item.node, {"status": None})
        record = replace(record, ours={name: value for name, value in record.ours.items() if name != "status"})
    patcher.set_fields(item.node, {name: item.plain[name] for name in free & _too_wide(patcher, item)})
    return record


def _stands_alone(patcher: Patcher, item: Item) -> bool:
    """Whether the status is on a line without a comment."""
    mapping = resolved(item.node)
    assert isinstance(mapping, MappingNode)
    (pair_,) = (pair_ for pair_ in mapping.pairs if pair_.key.value == "status")
    return not has_comment(patcher.document, pair_.value)


def _too_wide(patcher: Patcher, item: Item) -> set[str]:
    """The fields of which a plain value without a comment is longer than a line may be."""
    mapping, document = resolved(item.node), patcher.document
    assert isinstance(mapping, MappingNode)
    return {
        pair_.key.value
        for pair_ in mapping.pairs
        if not mapping.flow
        and isinstance(pair_.value, Scalar)
        and pair_.value.style == ""
        and pair_.value.end - pair_.value.start > WIDTH
        and not has_comment(document, pair_.value)
    }


def _slim_sources(patcher: Patcher, item: Item, record: Record, first_words: FirstWords) -> Record:
    document = patcher.document
    if "sources" in guarded_fields(document, item):
        return record
    in_file = pair([seen_source(source) for source in record.sources], item.sources)
    commented = commented_sources(document, item)
    sentences, sources = sentences_of(record), list(record.sources)
    for place, there in in_file.items():
        values = _shorter(sources[place], item.sources[there], sentences[place], first_words)
        if values and there not in commented:
            patcher.set_source(item, there, values)
            sources[place] = _with(sources[place], values)
    return replace(record, sources=tuple(sources))


def _shorter(
    record: SourceRecord, stands: Mapping[str, str], sentence: Sentence, first_words: FirstWords
) -> dict[str, str | None]:
    """The fields of a source to be written anew: no explanation of the machine's own, the first words of its quote."""
    mine = {name for name in stands if stands[name] == record.ours.get(name) and name not in record.theirs}
    values: dict[str, str | None] = {"because": None} if "because" in mine else {}
    quote = stands.get("quote", "")
    is_fit = len(quote) <= LONGEST and first_words.is_clear(quote, sentence)
    if record.leaves_quote_out or ("quote" in mine and not is_fit):
        written = first_words.of(sentence)
        values |= {"quote": written} if written != quote else {}
    return values


def _with(record: SourceRecord, values: Mapping[str, str | None]) -> SourceRecord:
    """The record of a source of which the file now says less; the pages show the same as before."""
    quote, because = record.whole.get("quote", ""), record.because or record.ours.get("because", "")
    ours = _set(record.ours, values)
    machine = _set(record.said, values) if record.said else {}
    return replace(record, ours=ours, said={} if machine == ours else machine, quote=quote, because=because)


def _set(fields: Mapping[str, str], values: Mapping[str, str | None]) -> dict[str, str]:
    kept = {name: value for name, value in fields.items() if name not in values}
    return kept | {name: value for name, value in values.items() if value is not None}
