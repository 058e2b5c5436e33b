"""Acts that write one field of one event."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.document.commands.acts.types import Editing, Mark, Redate, Refused, Rename, Retitle
from timeline.document.parse.dates import read_date
from timeline.document.parse.types import Item, Plain
from timeline.document.writing.layout import guarded_fields
from timeline.document.yaml.findings import Finding
from timeline.document.yaml.tree import is_marked

_BLANKS = re.compile(r"[ \t\r\n]+")  # a space that does not break is the typography of a title


def mark(editing: Editing, act: Mark) -> str:
    """Writes `confirmed: true` or `hidden: true`, or removes the line."""
    set_field(editing, editing.item(act.id), act.field, "true" if act.on else None)
    return act.id


def retitle(editing: Editing, act: Retitle) -> str:
    """Writes a headline."""
    item = editing.item(act.id)
    set_field(editing, item, "title", title_of(act.title, item.begin))
    return act.id


def redate(editing: Editing, act: Redate) -> str:
    """Writes a date, as EDTF."""
    item = editing.item(act.id)
    set_field(editing, item, "date", date_of(act.date, editing, item.begin))
    return act.id


def rename(editing: Editing, act: Rename) -> str:
    """Writes the people and places."""
    item = editing.item(act.id)
    named = {"people": names_of(act.people), "places": names_of(act.places)}
    had = {name: item.plain.get(name, ()) for name in named}
    set_fields(editing, item, {name: value or None for name, value in named.items() if value != had[name]})
    return act.id


def set_field(editing: Editing, item: Item, name: str, value: Plain | None) -> None:
    """Sets or removes a field of an event. Raises as `set_fields` does.

    Args:
        editing: The edit in progress.
        item: The event.
        name: The field.
        value: Its new value; None removes it.
    """
    set_fields(editing, item, {name: value})


def set_fields(editing: Editing, item: Item, values: Mapping[str, Plain | None]) -> None:
    """Sets or removes fields of an event.

    Args:
        editing: The edit in progress.
        item: The event.
        values: The new values by field; None removes a field.

    Raises:
        Refused: An anchor or an alias shares a field with other events, or a comment stands within.
    """
    for name in values:
        if is_marked(item.node) or name in guarded_fields(editing.document, item):
            raise Refused(Finding(item.begin, "act.guarded", {"name": name}))
    if changed := {name: value for name, value in values.items() if item.plain.get(name) != value}:
        editing.patcher.set_fields(item.node, changed)


def names_of(text: str) -> tuple[str, ...]:
    """Names that a person typed, one a line, each once."""
    names = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return tuple(dict.fromkeys(filter(None, names)))


def title_of(text: str, offset: int) -> str:
    """A headline on one line.

    Args:
        text: What the person typed.
        offset: The code point in the file at which a refusal is reported.

    Raises:
        Refused: There is no text.
    """
    title = _BLANKS.sub(" ", text).strip()
    if not title:
        raise Refused(Finding(offset, "act.no_title"))
    return title


def date_of(text: str, editing: Editing, offset: int) -> str:
    """A date as EDTF.

    Args:
        text: What the person typed: EDTF, or a date in words.
        editing: The edit in progress, which understands words.
        offset: The code point in the file at which a refusal is reported.

    Returns:
        The date; "" where the text says that it is unknown.

    Raises:
        Refused: The text is not a date; the message suggests one.
    """
    if not text.strip():
        raise Refused(Finding(offset, "act.no_date"))
    dated = read_date(text, editing.understand)
    if dated.fault:
        raise Refused(dated.finding(offset))
    return dated.edtf
