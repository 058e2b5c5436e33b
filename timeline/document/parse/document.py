"""A timeline file, from text to a `Document`; all faults are reported at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from timeline.document.parse import values
from timeline.document.parse.fields import ABOUT, EVENT, HEAD, IMAGE, LINK, RECORD_FIELDS, SOURCE, ValueType
from timeline.document.parse.keys import Diagnostics, fields_of
from timeline.document.parse.margin import within_head
from timeline.document.parse.reading_order import meet
from timeline.document.parse.types import About, Document, Head, Item, Parsed, Plain, Understand
from timeline.document.yaml.findings import Finding, problems
from timeline.document.yaml.lines import Lines
from timeline.document.yaml.syntax import read
from timeline.document.yaml.tree import MappingNode, Node, Pair, Scalar, SequenceNode, resolved
from timeline.gc_pause import collector_paused
from timeline.model import Entry, Image, Length, Link, Source, Status

BOM = "\ufeff"
_BLANK = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
_COMMENT = re.compile(r" *#")


def parse(text: str, path: str = "timeline.yaml", *, understand: Understand, language: str = "en") -> Parsed:
    """Reads a timeline file.

    Args:
        text: The file's text, with or without a BOM.
        path: The file's name, for problems.
        understand: Reads dates in words.
        language: The language of problems.

    Returns:
        The document, None where there are errors; and all problems, with the line and column that an editor shows.
    """
    bare = text.removeprefix(BOM)
    with collector_paused():
        return _parse(bare, path, Diagnostics(understand), language, bom=bare != text)


def _parse(text: str, path: str, diagnostics: Diagnostics, language: str, *, bom: bool) -> Parsed:
    lines = Lines.of(text)
    tree = read(lines)
    diagnostics.findings += tree.findings
    shell = _root(tree.root, diagnostics, bool(tree.findings))
    read_head, items, events = _contents(shell, diagnostics, lines) if shell else (Head(), (), None)
    found = problems(diagnostics.findings, lines, path, language)
    if shell is None or any(problem.is_error for problem in found):
        return Parsed(None, found)
    return Parsed(Document(path, text, bom, lines, read_head, items, shell, events, found), found)


def _root(
    root: Scalar | MappingNode | SequenceNode | None, diagnostics: Diagnostics, broken: bool
) -> MappingNode | None:
    if isinstance(root, MappingNode):
        return root
    if root is None and not broken:
        diagnostics.findings.append(Finding(0, "file.empty"))
    elif root is not None:
        diagnostics.error(root, "file.no_mapping" if isinstance(root, SequenceNode) else "file.text")
    return None


def _contents(root: MappingNode, diagnostics: Diagnostics, lines: Lines) -> tuple[Head, tuple[Item, ...], int | None]:
    broken = bool(diagnostics.findings)
    found = fields_of(within_head(root, diagnostics), HEAD, diagnostics, where="head")
    if "title" not in found and not broken:
        diagnostics.error(root, "head.no_title")
    head = _head(found, diagnostics)
    events = next((at for at, pair in enumerate(root.pairs) if pair.key.value == "events"), None)
    items = items_of(found["events"].value, diagnostics, lines) if "events" in found else ()
    same_ids(items, diagnostics)
    return head, items, events


_LENGTHS = frozenset(Length)


def _read(found: Mapping[str, Pair], kinds: Mapping[str, ValueType], diagnostics: Diagnostics) -> dict[str, Plain]:
    """Every text and list of texts among the fields."""
    plain: dict[str, Plain] = {}
    for name, pair in found.items():
        kind = kinds[name]
        if one := values.ONE_TEXT.get(kind):
            plain[name] = one(pair, diagnostics)
        elif many := values.MANY_TEXTS.get(kind):
            plain[name] = many(pair, diagnostics)
    return plain


def one(plain: Mapping[str, Plain], name: str) -> str:
    """A field that is one text, or ""."""
    value = plain.get(name, "")
    return value if isinstance(value, str) else ""


def many(plain: Mapping[str, Plain], name: str) -> tuple[str, ...]:
    """A field that is a list, or ()."""
    value = plain.get(name, ())
    return value if isinstance(value, tuple) else ()


def _head(found: Mapping[str, Pair], diagnostics: Diagnostics) -> Head:
    plain = _read(found, HEAD, diagnostics)
    return Head(
        title=one(plain, "title"),
        slug=one(plain, "slug"),
        language=one(plain, "language") or "fr",
        description=one(plain, "description"),
        articles=many(plain, "articles"),
        zone=one(plain, "zone") or "Europe/Paris",
        encoding=one(plain, "encoding"),
        fields=_record_fields(found["fields"], diagnostics) if "fields" in found else (),
        about=_about(found["about"], diagnostics) if "about" in found else About(),
        length=Length(length) if (length := one(plain, "length")) in _LENGTHS else Length.NORMAL,
        full_text=one(plain, "full_text") == "true",
        names=one(plain, "names"),
    )


def _record_fields(pair: Pair, diagnostics: Diagnostics) -> tuple[tuple[str, str], ...]:
    node = resolved(pair.value)
    if not isinstance(node, MappingNode):
        diagnostics.error(pair.value, "value.fields")
        return ()
    plain = _read(fields_of(node, RECORD_FIELDS, diagnostics, where="fields"), RECORD_FIELDS, diagnostics)
    return tuple((name, one(plain, name)) for name in plain)


def _about(pair: Pair, diagnostics: Diagnostics) -> About:
    node = resolved(pair.value)
    if not isinstance(node, MappingNode):
        diagnostics.error(pair.value, "value.about")
        return About()
    plain = _read(fields_of(node, ABOUT, diagnostics, where="about"), ABOUT, diagnostics)
    period = one(plain, "period")
    interval = diagnostics.date(period).interval if period else None
    return About(many(plain, "words"), many(plain, "people"), many(plain, "places"), period, interval)


def items_of(node: Node, diagnostics: Diagnostics, lines: Lines) -> tuple[Item, ...]:
    """The events that the value of `events` lists."""
    sequence = resolved(node)
    if not isinstance(sequence, SequenceNode):
        diagnostics.error(node, "value.events")
        return ()
    found = []
    for child in sequence.items:
        mapping = resolved(child)
        if isinstance(mapping, MappingNode):
            found.append(_item(child, mapping, diagnostics, lines, sequence.flow))
        else:
            text = getattr(mapping, "value", "…")[:60]
            diagnostics.error(child, "value.event" if text else "value.no_event", text=text)
    return tuple(found)


class _Place(NamedTuple):
    begin: int
    comments: int


def _item(node: Node, mapping: MappingNode, diagnostics: Diagnostics, lines: Lines, flow: bool) -> Item:
    found = fields_of(mapping, EVENT, diagnostics, where="event")
    for name in {"title", "date"} - found.keys():
        left_empty = next((pair.value for pair in mapping.pairs if pair.key.value == name), None)
        if isinstance(left_empty, Scalar) and left_empty.value:  # `null` and `~` are nothing in YAML
            diagnostics.error(left_empty, f"event.null_{name}", text=left_empty.value)
        else:
            diagnostics.error(node, f"event.no_{name}")
    plain = _read(found, EVENT, diagnostics)
    if "notes" in found:
        plain["notes"] = values.scalar(found["notes"], diagnostics)
    sources = _sources(found["sources"], diagnostics) if "sources" in found else ()
    begin, comments = (node.start, node.start) if flow else _place(node.start, lines)
    entry = _entry(plain, found, sources, diagnostics)
    _contradictions(found, entry, diagnostics)
    _cut_texts(found, diagnostics, lines.text)
    return Item(entry, plain, sources, node, begin, comments, lines.line(begin))


def _place(offset: int, lines: Lines) -> _Place:
    """Where the dash before a block item stands, and where the comment lines above it begin.

    Blank lines may stand between them.

    A comment indented deeper than the dash belongs to the event above.
    """
    begin = lines.text.rfind("-", 0, offset)
    line = lines.line(begin) - 1
    margin = begin - lines.starts[line]
    above = line
    while above > 0:
        above -= 1
        found = _COMMENT.match(lines.text, lines.starts[above])
        if found and len(found[0]) <= margin + 1:
            line = above
        elif not _BLANK.match(lines.text, lines.starts[above]):
            break
    return _Place(begin, lines.starts[line])


def _entry(
    plain: Mapping[str, Plain],
    found: Mapping[str, Pair],
    sources: tuple[Mapping[str, str], ...],
    diagnostics: Diagnostics,
) -> Entry:
    dated = diagnostics.date(one(plain, "date")) if "date" in plain else None
    status = one(plain, "status")
    return Entry(
        id=one(plain, "id"),
        date=dated.edtf if dated else "",
        title=one(plain, "title"),
        interval=dated.interval if dated else None,
        text=one(plain, "text"),
        status=Status(status) if status in Status.__members__.values() else Status.ASSERTED,
        ongoing=one(plain, "ongoing") == "true",
        people=many(plain, "people"),
        places=many(plain, "places"),
        tags=many(plain, "tags"),
        sources=tuple(_source_of(source, diagnostics) for source in sources),
        importance=int(one(plain, "importance")) if "importance" in plain else None,
        image=_image(found["image"], diagnostics) if "image" in found else None,
        links=_links(found["links"], diagnostics) if "links" in found else (),
        hidden=one(plain, "hidden") == "true",
        confirmed=one(plain, "confirmed") == "true",
        was=tuple(diagnostics.date(text).edtf for text in many(plain, "was")),
        order=int(one(plain, "order")) if "order" in plain else None,
    )


def _source_of(plain: Mapping[str, str], diagnostics: Diagnostics) -> Source:
    date = diagnostics.date(plain["date"]).edtf if plain.get("date") else ""
    return Source(
        article=plain.get("article", ""),
        quote=plain.get("quote", ""),
        because=plain.get("because", ""),
        date=date,
        url=plain.get("url", ""),
        title=plain.get("title", ""),
    )


def _sources(pair: Pair, diagnostics: Diagnostics) -> tuple[Mapping[str, str], ...]:
    sequence = resolved(pair.value)
    if not isinstance(sequence, SequenceNode):
        diagnostics.error(pair.value, "value.sources")
        return ()
    found = []
    for child in sequence.items:
        mapping = resolved(child)
        if isinstance(mapping, MappingNode):
            found.append(_source(child, mapping, diagnostics))
        else:
            text = getattr(mapping, "value", "…")
            diagnostics.error(child, "value.source", text=text[:60], name="url" if values.is_url(text) else "article")
    return tuple(found)


def _source(node: Node, mapping: MappingNode, diagnostics: Diagnostics) -> Mapping[str, str]:
    found = fields_of(mapping, SOURCE, diagnostics, where="source")
    plain = _read(found, SOURCE, diagnostics)
    if not plain.get("article") and not plain.get("url"):
        diagnostics.error(node, "source.event" if plain.get("title") and plain.get("date") else "source.nothing")
    return {name: value for name, value in plain.items() if isinstance(value, str)}


def _image(pair: Pair, diagnostics: Diagnostics) -> Image:
    node = resolved(pair.value)
    if not isinstance(node, MappingNode):
        diagnostics.error(pair.value, "image.form", text=getattr(node, "value", "photo.jpg"))
        return Image("", "")
    plain = _read(fields_of(node, IMAGE, diagnostics, where="image"), IMAGE, diagnostics)
    if not plain.get("src") and not plain.get("article"):
        diagnostics.error(pair.value, "image.no_src")
    if plain.get("src") and plain.get("article"):
        diagnostics.error(pair.value, "image.two")
    if not plain.get("alt"):
        diagnostics.error(pair.value, "image.no_alt")
    return Image(**{name: one(plain, name) for name in IMAGE})


def _links(pair: Pair, diagnostics: Diagnostics) -> tuple[Link, ...]:
    node = resolved(pair.value)
    children = node.items if isinstance(node, SequenceNode) else (pair.value,)
    return tuple(_link(child, pair, diagnostics) for child in children)


def _link(node: Node, pair: Pair, diagnostics: Diagnostics) -> Link:
    mapping = resolved(node)
    if isinstance(mapping, Scalar):
        return Link(values.url(Pair(pair.key, node), diagnostics))
    if isinstance(mapping, SequenceNode):
        diagnostics.error(node, "value.nested", name="links")
        return Link("")
    plain = _read(fields_of(mapping, LINK, diagnostics, where="link"), LINK, diagnostics)
    if "url" not in plain:
        diagnostics.error(node, "link.no_url")
    return Link(one(plain, "url"), one(plain, "title"))


def same_ids(items: tuple[Item, ...], diagnostics: Diagnostics) -> None:
    """Notes an error at every event that has the id of one before it."""
    lines: dict[str, int] = {}
    for item in items:
        if item.id in lines:
            diagnostics.error(_value_of(item, "id"), "event.id_twice", id=item.id, line=lines[item.id])
        elif item.id:
            lines[item.id] = item.line


def _value_of(item: Item, name: str) -> Node:
    mapping = resolved(item.node)
    assert isinstance(mapping, MappingNode)
    return next((pair.value for pair in mapping.pairs if pair.key.value == name), item.node)


_CUT = re.compile(r" #\S")


def _cut_texts(found: Mapping[str, Pair], diagnostics: Diagnostics, text: str) -> None:
    """A warning where ` #` cuts a text that is not in quotes, as in `Le mot #MeToo`; a comment stands behind `# `."""
    for name in ("title", "text"):
        node = found[name].value if name in found else None
        if isinstance(node, Scalar) and node.style == "" and _CUT.match(text, node.end):
            rest = text[node.end :].partition("\n")[0].rstrip("\r")
            diagnostics.warning(node, "value.cut", text=node.value[-40:], rest=rest.strip()[:40])


def _contradictions(found: Mapping[str, Pair], entry: Entry, diagnostics: Diagnostics) -> None:
    """A warning where the event's date and that which a source states have no day in common."""
    if entry.interval is None or entry.confirmed:
        return
    for source in entry.sources:
        cites = source.cited
        stated = diagnostics.date(source.date).interval if source.date and cites else None
        if stated and not meet(entry.interval, stated):
            diagnostics.warning(
                found["date"].value, "date.contradicts", date=entry.date, source=cites, stated=source.date
            )
