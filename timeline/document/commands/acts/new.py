"""Acts that write an event that the file does not have yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.document.commands.acts.fields import date_of, title_of
from timeline.document.commands.acts.types import Add, Editing, Refused, Split, Take
from timeline.document.merge.matching import made_id, used_ids
from timeline.document.parse.dates import read_date
from timeline.document.parse.document import parse
from timeline.document.parse.reading_order import places
from timeline.document.parse.types import Item, Plain
from timeline.document.parse.values import is_url
from timeline.document.writing.layout import comments_within, sources_node
from timeline.document.writing.patch import New
from timeline.document.yaml.edits import Edit
from timeline.document.yaml.findings import Finding
from timeline.document.yaml.tree import is_marked
from timeline.model import Entry

Sources = Sequence[Mapping[str, str]]


def add(editing: Editing, act: Add) -> str:
    """Writes a new event where it belongs in time."""
    if act.url and not is_url(act.url):
        raise Refused(Finding(0, "value.url", {"text": act.url[:60]}))
    title, date = title_of(act.title, 0), date_of(act.date, editing, 0)
    plain = {"date": date, "title": title} | ({"text": act.text.strip()} if act.text.strip() else {})
    return _insert(editing, "", plain, [{"url": act.url}] if act.url else [])


def split(editing: Editing, act: Split) -> str:
    """Writes the second event, and removes its sources from the first unless no other source would stay."""
    item = editing.item(act.id)
    chosen = sorted({place for place in act.sources if 0 <= place < len(item.sources)})
    if item.sources and not chosen:
        raise Refused(Finding(item.begin, "act.no_source_chosen"))
    if is_marked(item.node):
        raise Refused(Finding(item.begin, "act.guarded", {"name": "sources"}))
    title, date = title_of(act.title, item.begin), date_of(act.date, editing, item.begin)
    taken = [editing.sources(act.id)[place] for place in chosen]
    if len(chosen) < len(item.sources):
        _keep_comments(editing, item, chosen)
        editing.patcher.remove_sources(item, chosen)
    return _insert(editing, "", {"date": date, "title": title}, taken)


def _keep_comments(editing: Editing, item: Item, chosen: Sequence[int]) -> None:
    """Moves the comments in a source that leaves an event above that event."""
    sequence = sources_node(item)
    assert sequence
    if sequence.flow:
        return
    document, patcher = editing.document, editing.patcher
    found = [one for place in chosen for one in comments_within(document, sequence.items[place])]
    above = document.lines.start(item.begin)
    if found:
        margin = document.text[above : item.begin]
        patcher.edits.append(Edit(above, above, "".join(f"{margin}{one}{patcher.newline}" for one in found)))


def take(editing: Editing, act: Take) -> str:
    """Writes a candidate as an event, with its id."""
    if act.id in editing.ids:
        raise Refused(Finding(0, "act.taken_already", {"id": act.id}))
    listed = parse(act.candidates, understand=editing.understand).document
    found = next((item for item in listed.items if item.id == act.id), None) if listed else None
    if found is None:
        raise Refused(Finding(0, "act.no_candidate", {"id": act.id}))
    return _insert(editing, act.id, found.plain, found.sources)


def _insert(editing: Editing, id_: str, plain: Mapping[str, Plain], sources: Sources) -> str:
    """Writes an event behind the one that precedes it in time; returns its id, a new one where `id_` is ""."""
    title, date = str(plain["title"]), str(plain["date"])
    id_ = id_ or made_id((title, date), used_ids(editing.lock, editing.document.items) | {*editing.ids})
    interval = read_date(date, editing.understand).interval
    (after, _), *_ = places(editing.document.entries, [Entry(id_, "", title, interval)])
    editing.patcher.insert_events([New(id_, plain, sources, after)])
    return id_
