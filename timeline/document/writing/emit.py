"""Writes events and heads as YAML, in the machine's layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.document.parse.fields import EVENT, SOURCE, ValueType
from timeline.document.parse.types import Head, Plain
from timeline.document.yaml.scalars import block, folded, inline, names
from timeline.i18n import say

SCHEMA_LINE = "# yaml-language-server: $schema={schema}"
WIDTH = 100
"""A text longer than this is wrapped, a list that goes beyond this column is written one item a line."""

_BARE = frozenset({ValueType.DATE, ValueType.DATES, ValueType.FLAG, ValueType.NUMBER, ValueType.IMPORTANCE})


def value_text(name: str, value: Plain, indent: str, newline: str, *, language: str, style: str = "") -> str:
    """The value of a field as it stands behind `name: `.

    Args:
        name: The field, of an event or a source, which decides on quotes and wrapping.
        value: The text or the list.
        indent: The indentation of the field; further lines begin with it.
        newline: The line break of the file.
        language: The language of the word for an unknown date.
        style: The quote or the block sign that the value had before; kept where it can be.
    """
    kind = EVENT.get(name) or SOURCE[name]
    if isinstance(value, tuple):
        return _list_text(value, indent, newline, WIDTH - len(name) - 2)
    if name == "date" and not value:
        return say(language, "document.unknown_date")
    if style not in ("'", '"') and (as_block := block(value, indent + "  ", newline)):
        return as_block
    written = inline(value, bare=kind in _BARE, style=style if style in ("'", '"') else "")
    too_long = len(written) > WIDTH and kind in (ValueType.TEXT, ValueType.MARKDOWN)
    wrapped = folded(value, indent + "  ", newline, WIDTH) if too_long and style not in ("'", '"') else None
    return wrapped or written


def _list_text(value: tuple[str, ...], indent: str, newline: str, width: int) -> str:
    flow = names(value)
    if len(indent) + len(flow) <= width:
        return flow
    return "".join(f"{newline}{indent}- {inline(item)}" for item in value)


def field_lines(name: str, value: Plain, indent: str, newline: str, language: str) -> str:
    """A whole field, `name: value`, without its first indentation and last line break.

    Args:
        name: The name of the field.
        value: Its value.
        indent: The blanks before the field's name, for lines after the first.
        newline: The line break of the file.
        language: The language of the file.

    Returns:
        One or more lines of YAML.
    """
    text = value_text(name, value, indent, newline, language=language)
    return f"{name}:{text}" if text.startswith(newline) else f"{name}: {text}"


def source_text(source: Mapping[str, str], indent: str, newline: str, language: str) -> str:
    """The fields of a source, one a line, the lines after the first behind `indent`."""
    lines = [field_lines(name, source[name], indent, newline, language) for name in SOURCE if source.get(name)]
    return (newline + indent).join(lines)


def event_text(
    id_: str, plain: Mapping[str, Plain], sources: Sequence[Mapping[str, str]], indent: str, newline: str, language: str
) -> str:
    """A new event in block style, from its dash to its last line break.

    Args:
        id_: The event's id.
        plain: The other fields by name.
        sources: The fields of each source.
        indent: The indentation of the dash.
        newline: The line break of the file.
        language: The language of the word for an unknown date.
    """
    inner = indent + "  "
    lines = [f"id: {inline(id_)}"]
    lines += [
        field_lines(name, plain[name], inner, newline, language) for name in EVENT if name in plain and name != "id"
    ]
    if sources:
        lines.append("sources:" + sources_text(sources, inner, newline, language))
    return f"{indent}- " + (newline + inner).join(lines) + newline


def sources_text(sources: Sequence[Mapping[str, str]], indent: str, newline: str, language: str) -> str:
    """Sources as a block list; each begins with a line break.

    Args:
        sources: The fields of each source.
        indent: The blanks before each dash.
        newline: The line break of the file.
        language: The language of the file.

    Returns:
        YAML.
    """
    return "".join(f"{newline}{indent}- {source_text(source, indent + '  ', newline, language)}" for source in sources)


def event_flow(id_: str, plain: Mapping[str, Plain], sources: Sequence[Mapping[str, str]], language: str) -> str:
    """A new event in braces, for a list that is written in brackets.

    Args:
        id_: The id of the event.
        plain: Its fields.
        sources: The fields of each of its sources.
        language: The language of the file, for words of EDTF.

    Returns:
        One line of YAML.
    """
    parts = [f"id: {inline(id_, flow=True)}"]
    parts += [flow_field(name, plain[name], language) for name in EVENT if name in plain and name != "id"]
    if sources:
        parts.append("sources: [" + ", ".join(source_flow(source) for source in sources) + "]")
    return "{" + ", ".join(parts) + "}"


def flow_field(name: str, value: Plain, language: str = "fr") -> str:
    """A field within braces."""
    kind = EVENT.get(name) or SOURCE[name]
    if isinstance(value, tuple):
        return f"{name}: {names(value)}"
    if name == "date" and not value:
        return f"{name}: {say(language, 'document.unknown_date')}"
    return f"{name}: {inline(value, flow=True, bare=kind in _BARE)}"


def source_flow(source: Mapping[str, str]) -> str:
    """A source within braces."""
    return "{" + ", ".join(flow_field(name, source[name]) for name in SOURCE if source.get(name)) + "}"


def first_text(head: Head, schema: str, *, welcome: str = "") -> str:
    """A new file up to its events: the schema line, what may be edited, and the head.

    Args:
        head: The head, whose language is that of the comments.
        schema: The address of the JSON schema; "" leaves its line out.
        welcome: What may be edited, for the comment above the head; "" says what holds of a timeline.

    Returns:
        YAML, ending with the line before the first event.
    """
    lines = [SCHEMA_LINE.format(schema=schema)] if schema else []
    lines += [f"# {line}" for line in (welcome or say(head.language, "document.welcome")).split("\n")]
    lines += [f"title: {inline(head.title or say(head.language, 'document.untitled'))}"]
    if head.slug:
        lines.append(f"slug: {inline(head.slug)}")
    lines.append(f"language: {inline(head.language)}")
    if head.description:
        lines.append("description: " + (block(head.description, "  ", "\n") or inline(head.description)))
    if head.articles:
        lines.append(f"articles: {inline(head.articles[0]) if len(head.articles) == 1 else names(head.articles)}")
    if head.zone != Head().zone:
        lines.append(f"zone: {inline(head.zone)}")
    return "\n".join([*lines, "", "events:", ""])
