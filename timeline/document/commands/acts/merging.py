"""Merges two events: the first takes over what the second says, and nothing that a person wrote is lost."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.document.commands.acts.sources import as_first_written
from timeline.document.commands.acts.types import Editing, Merge, Refused
from timeline.document.merge.matching import folded
from timeline.document.parse.fields import OWN
from timeline.document.parse.types import Item, Plain
from timeline.document.writing.layout import comments_of, guarded_fields, own_comments, tail_of
from timeline.document.yaml.edits import Edit
from timeline.document.yaml.findings import Finding
from timeline.document.yaml.tree import MappingNode, Pair, SequenceNode, is_marked, resolved

_NAMES = ("people", "places", "tags", "was")
_TEXTS = ("text", "notes")
_WHERE_NONE = ("importance", "order")
_RAW = ("image", "links")


def merge(editing: Editing, act: Merge) -> str:
    """Patches both events of a merge.

    The one that stays keeps its title, date and status.

    Args:
        editing: The file, its lock, and the patches so far.
        act: The ids of the event that stays and of the one that is merged into it.

    Returns:
        The id of the event that stays.
    """
    gone, stays = editing.item(act.id), editing.item(act.into)
    if act.id == act.into:
        raise Refused(Finding(gone.begin, "act.same_event"))
    for item in (gone, stays):
        if is_marked(item.node):
            raise Refused(Finding(item.begin, "act.guarded", {"name": "sources"}))
    _fields(editing, gone, stays)
    had = {_cited(source) for source in editing.sources(act.into)}
    if new := [source for source in editing.sources(act.id) if _cited(source) not in had]:
        editing.patcher.append_sources(stays, [as_first_written(source, editing.record(act.into)) for source in new])
    _raw_fields(editing, gone, stays)
    _take_out(editing, gone, stays)
    return act.into


def _cited(source: Mapping[str, str]) -> tuple[str, str]:
    return source.get("article") or source.get("url", ""), folded(source.get("quote", ""))


def _fields(editing: Editing, gone: Item, stays: Item) -> None:
    guarded = guarded_fields(editing.document, stays)
    values: dict[str, Plain | None] = {}
    for name in _NAMES:
        theirs, ours = gone.plain.get(name, ()), stays.plain.get(name, ())
        if more := [one for one in theirs if one not in ours]:
            values[name] = (*ours, *more)
    for name in _TEXTS:
        theirs, ours = gone.plain.get(name, ""), stays.plain.get(name, "")
        if isinstance(theirs, str) and isinstance(ours, str) and theirs and theirs not in ours:
            values[name] = f"{ours.rstrip()}\n\n{theirs}" if ours else theirs
    for name in _WHERE_NONE:
        if name in gone.plain and name not in stays.plain:
            values[name] = gone.plain[name]
    if lost := [name for name in values if name in guarded]:
        raise Refused(Finding(stays.begin, "act.guarded", {"name": lost[0]}))
    editing.patcher.set_fields(stays.node, values)


def _raw_fields(editing: Editing, gone: Item, stays: Item) -> None:
    """Copies pictures, links and a person's own keys as they are written."""
    from_, to = resolved(gone.node), resolved(stays.node)
    assert isinstance(from_, MappingNode)
    assert isinstance(to, MappingNode)
    there = {pair.key.value for pair in to.pairs}
    for pair in from_.pairs:
        name = pair.key.value
        if name not in _RAW and not name.startswith(OWN):
            continue
        if name in there or from_.flow or to.flow:
            raise Refused(Finding(gone.begin, "act.both_have", {"name": name}))
        at = editing.document.lines.column(to.pairs[0].key.start)
        editing.patcher.add_lines(to.pairs[-1], _indented(editing, pair, " " * at))


def _indented(editing: Editing, pair: Pair, indent: str) -> str:
    """A field as it is written, with another indentation."""
    lines = editing.document.lines
    margin = lines.column(pair.key.start)
    first, *others = editing.document.text[pair.key.start : pair.value.end].splitlines()
    return editing.patcher.newline.join([indent + first, *(indent + line[margin:] for line in others)])


def _take_out(editing: Editing, gone: Item, stays: Item) -> None:
    """Removes an event; its comments move above the event that stays."""
    document, patcher = editing.document, editing.patcher
    events = resolved(document.events.value) if document.events else None
    assert isinstance(events, SequenceNode)
    place = next(at for at, item in enumerate(document.items) if item is gone)
    if events.flow:
        patcher.remove_events([place])
        return
    start, end = own_comments(document, gone), tail_of(document, gone)
    if comments := comments_of(document, start, gone, end):
        above = document.lines.start(stays.begin)
        margin = document.text[above : stays.begin]
        patcher.edits.append(Edit(above, above, "".join(f"{margin}{one}{patcher.newline}" for one in comments)))
    if place == len(document.items) - 1:
        patcher.remove_last(start, end, sorted(patcher.edits))
    else:
        patcher.remove_stretch(start, end, document.items[place + 1].comments)
