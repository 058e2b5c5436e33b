"""Patches by spans: the text is never dumped again; only the stretches that change are replaced (see `edits`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.document.parse.fields import EVENT, SOURCE
from timeline.document.parse.keys import is_nothing
from timeline.document.parse.types import Document, Item, Plain
from timeline.document.writing.emit import (
    event_flow,
    event_text,
    field_lines,
    flow_field,
    source_flow,
    sources_text,
    value_text,
)
from timeline.document.writing.gaps import above_blank_lines, behind_the_last, is_blank_before
from timeline.document.writing.layout import line_after, newline_of, sources_node, sources_pair, tail_of_events
from timeline.document.yaml.edits import Edit, touches
from timeline.document.yaml.scalars import inline, names
from timeline.document.yaml.tree import MappingNode, Node, Pair, Scalar, SequenceNode, resolved


@dataclass(frozen=True, slots=True)
class New:
    """An event to write, behind the item `after` (None: before all others)."""

    id: str
    plain: Mapping[str, Plain]
    sources: Sequence[Mapping[str, str]]
    after: int | None


class Patcher:
    """The edits of one document, collected one by one."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.lines = document.lines
        self.newline = newline_of(document.text)
        self.language = document.head.language
        self.edits: list[Edit] = []
        self.above_events = ""  # lines above a key `events` that is new

    # ---- fields ------------------------------------------------------------------------------------------------

    def set_fields(self, node: Node, values: Mapping[str, Plain | None], order: Iterable[str] = EVENT) -> None:
        """Sets fields of an event or a source; None takes a field out, and `order` places new ones."""
        mapping = resolved(node)
        assert isinstance(mapping, MappingNode)
        keys = list(order)
        for name in sorted(values, key=keys.index):
            value = values[name]
            pair = next((pair for pair in mapping.pairs if pair.key.value == name), None)
            if value is None and pair:
                self._remove_field(mapping, pair)
            elif value is not None and pair:
                self._replace(mapping, pair, value)
            elif value is not None:
                self._insert_field(mapping, name, value, keys)

    def _replace(self, mapping: MappingNode, pair: Pair, value: Plain) -> None:
        node = pair.value
        name = pair.key.value
        if is_nothing(node) and node.start == node.end:
            self._edit(
                pair.key.end + self._colon(pair),
                pair.key.end + self._colon(pair),
                f" {self._bare(mapping, name, value)}",
            )
        else:
            self._edit(node.start, node.end, self._value(mapping, pair, value))

    def _colon(self, pair: Pair) -> int:
        """How far behind a key its colon ends."""
        return self.text.index(":", pair.key.end) + 1 - pair.key.end

    def _value(self, mapping: MappingNode, pair: Pair, value: Plain) -> str:
        node = pair.value
        if isinstance(node, SequenceNode) and isinstance(value, tuple) and not node.flow:
            indent = " " * self.lines.column(node.start)
            return f"{self.newline}{indent}".join(f"- {inline(item)}" for item in value)
        style = node.style if isinstance(node, Scalar) else ""
        return self._bare(mapping, pair.key.value, value, style)

    def _bare(self, mapping: MappingNode, name: str, value: Plain, style: str = "") -> str:
        if mapping.flow or isinstance(value, tuple):
            return names(value) if isinstance(value, tuple) else flow_field(name, value, self.language)[len(name) + 2 :]
        return value_text(name, value, self._indent(mapping), self.newline, language=self.language, style=style)

    def _indent(self, mapping: MappingNode) -> str:
        return " " * self.lines.column(mapping.pairs[0].key.start)

    def _insert_field(self, mapping: MappingNode, name: str, value: Plain, keys: list[str]) -> None:
        rank = keys.index(name)
        before = [pair for pair in mapping.pairs if pair.key.value in keys and keys.index(pair.key.value) < rank]
        if mapping.flow:
            self._insert_flow(mapping, before, flow_field(name, value, self.language))
            return
        indent = self._indent(mapping)
        written = field_lines(name, value, indent, self.newline, self.language)
        if before:
            self._line(self._behind(before[-1]), indent + written)
        else:
            start = mapping.pairs[0].key.start
            self._edit(start, start, written + self.newline + indent)

    def _insert_flow(self, mapping: MappingNode, before: list[Pair], written: str) -> None:
        if before:
            at = self._end(before[-1])
            self._edit(at, at, f", {written}")
        else:
            at = mapping.pairs[0].key.start if mapping.pairs else mapping.start + 1
            self._edit(at, at, f"{written}, " if mapping.pairs else written)

    def _end(self, pair: Pair) -> int:
        """Where a pair ends: behind its value, or behind the colon where it has none."""
        return max(pair.value.end, pair.key.end + self._colon(pair)) if is_nothing(pair.value) else pair.value.end

    def _behind(self, pair: Pair) -> int:
        """Where the line after a pair begins."""
        return self._after(self._end(pair))

    def _after(self, end: int) -> int:
        return line_after(self.document, end)

    def _line(self, at: int, written: str) -> None:
        """Inserts whole lines at the beginning of a line, or at the end of a text without a last line break."""
        if at == len(self.text) and self.text and self.text[-1] not in "\r\n":
            self._edit(at, at, self.newline + written)
        else:
            self._edit(at, at, written + self.newline)

    def add_lines(self, pair: Pair, written: str) -> None:
        """Writes whole lines, indented and without the last line break, behind a field of a block mapping."""
        self._line(self._behind(pair), written)

    def _remove_field(self, mapping: MappingNode, pair: Pair) -> None:
        place = mapping.pairs.index(pair)
        end = self._end(pair)
        following = mapping.pairs[place + 1] if place + 1 < len(mapping.pairs) else None
        on_dash_line = self.text[self.lines.start(pair.key.start) : pair.key.start].strip() != ""
        if mapping.flow:
            self._remove_from_flow(mapping.pairs[place - 1] if place else None, pair, following, end)
        elif on_dash_line and following and not self.text[end : following.key.start].strip():
            self._edit(pair.key.start, following.key.start, "")
        elif on_dash_line or self._rest_of_line(end).strip():
            self._edit(pair.key.start, end, "")
        else:
            self._edit(self.lines.start(pair.key.start), self._after(end), "")

    def _rest_of_line(self, end: int) -> str:
        return "" if self.text[end - 1 : end] in ("\r", "\n") else self.text[end : self.lines.after(end)]

    def _remove_from_flow(self, before: Pair | None, pair: Pair, following: Pair | None, end: int) -> None:
        if following:
            self._edit(pair.key.start, following.key.start, "")
        elif before:
            self._edit(self._end(before), end, "")
        else:
            self._edit(pair.key.start, end, "")

    # ---- sources -----------------------------------------------------------------------------------------------

    def set_source(self, item: Item, place: int, values: Mapping[str, str | None]) -> None:
        """Sets fields of the source of an event at the index `place`; None takes a field out."""
        sequence = sources_node(item)
        assert sequence
        self.set_fields(sequence.items[place], dict(values), SOURCE)

    def remove_sources(self, item: Item, places: Sequence[int]) -> None:
        """Takes sources out."""
        sequence, pair = sources_node(item), sources_pair(item)
        assert sequence
        assert pair
        if len(places) == len(sequence.items):
            mapping = resolved(item.node)
            assert isinstance(mapping, MappingNode)
            self._remove_field(mapping, pair)
        else:
            self._remove_items(sequence, places)

    def _remove_items(self, sequence: SequenceNode, places: Sequence[int]) -> None:
        kept = [place for place in range(len(sequence.items)) if place not in places]
        for place in places:
            node = sequence.items[place]
            if not sequence.flow:
                self._remove_block_item(node)
            elif any(other > place for other in kept):
                self._edit(node.start, sequence.items[place + 1].start, "")
            else:
                self._edit(sequence.items[place - 1].end if place else node.start, node.end, "")

    def _remove_block_item(self, node: Node) -> None:
        dash = self.text.rfind("-", 0, node.start)
        start = self.lines.start(dash)
        first_of_line = not self.text[start:dash].strip()
        self._edit(start if first_of_line else dash, self._after(node.end), "")

    def append_sources(self, item: Item, sources: Sequence[Mapping[str, str]]) -> None:
        """Writes new sources behind those that are there."""
        mapping = resolved(item.node)
        assert isinstance(mapping, MappingNode)
        pair, sequence = sources_pair(item), sources_node(item)
        written = ", ".join(source_flow(source) for source in sources)
        if sequence and sequence.items and not sequence.flow:
            indent = " " * self.lines.column(self.text.rfind("-", 0, sequence.items[0].start))
            lines = sources_text(sources, indent, self.newline, self.language).removeprefix(self.newline)
            self._line(self._after(sequence.end), lines)
        elif sequence and sequence.items:
            self._edit(sequence.items[-1].end, sequence.items[-1].end, f", {written}")
        elif sequence:
            self._edit(sequence.start, sequence.end, f"[{written}]")
        elif pair:
            at = pair.key.end + self._colon(pair)
            self._edit(at, max(at, pair.value.end), f" [{written}]")
        else:
            self._new_sources(mapping, sources, written)

    def _new_sources(self, mapping: MappingNode, sources: Sequence[Mapping[str, str]], written: str) -> None:
        if mapping.flow:
            self._insert_flow(mapping, list(mapping.pairs), f"sources: [{written}]")
            return
        indent = self._indent(mapping)
        lines = f"{indent}sources:" + sources_text(sources, indent, self.newline, self.language)
        self._line(self._behind(mapping.pairs[-1]), lines)

    # ---- events ------------------------------------------------------------------------------------------------

    def insert_events(self, new: Sequence[New]) -> None:
        """Writes new events, each behind the item it follows."""
        if new and self.document.items:
            for after, group in _grouped(new).items():
                self._insert_group(after, group)
        elif new:
            self._first_events(self.document.events, new)

    def _insert_group(self, after: int | None, group: Sequence[New]) -> None:
        items = self.document.items
        if self.document.is_flow:
            written = [event_flow(event.id, event.plain, event.sources, self.language) for event in group]
            at = items[0].node.start if after is None else items[after].node.end
            self._edit(at, at, "".join(f"{one}, " if after is None else f", {one}" for one in written))
            return
        texts = self._event_texts(group, " " * self.lines.column(items[0].begin))
        gap = self.newline if self._has_gaps() else ""
        following = 0 if after is None else after + 1
        if following < len(items):
            item = items[following]
            self._edit(item.comments, item.comments, "".join(text + gap for text in texts))
        else:
            at = tail_of_events(self.document)
            self._line(at, "".join(gap + text for text in texts).removesuffix(self.newline))

    def _event_texts(self, group: Sequence[New], indent: str) -> list[str]:
        return [
            event_text(event.id, event.plain, event.sources, indent, self.newline, self.language) for event in group
        ]

    def _has_gaps(self) -> bool:
        """Whether the file leaves a blank line between its events; one event alone stands in for many."""
        items = self.document.items[1:4]
        starts = [self.lines.start(item.comments) for item in items]
        return not starts or any(is_blank_before(self.lines, start) for start in starts)

    def _first_events(self, pair: Pair | None, new: Sequence[New]) -> None:
        written = self.newline.join(self._event_texts(new, "")).removesuffix(self.newline)
        if pair is None:
            root_end = max((self._behind(last) for last in self.document.root.pairs[-1:]), default=len(self.text))
            self._line(root_end, f"{self.above_events}events:{self.newline}{written}")
            return
        node = pair.value
        colon = pair.key.end + self._colon(pair)
        if node.end > node.start:  # `events: []`
            rest = self._rest_of_line(node.end).strip()
            self._edit(colon, node.end, " " if rest else "")
        self._line(self.lines.after(max(colon, node.end)), written)

    def remove_events(self, places: Sequence[int]) -> None:
        """Takes events out; blank lines around them close up. To be called when all else is patched."""
        if self.document.is_flow:
            events = self.document.events
            sequence = resolved(events.value) if events else None
            assert isinstance(sequence, SequenceNode)
            self._remove_items(sequence, places)
            return
        staying, made = behind_the_last(len(self.document.items), frozenset(places)), sorted(self.edits)
        for place in places:
            item = self.document.items[place]
            start, end = self.lines.start(item.begin), self._after(item.node.end)
            if place >= staying:
                self.remove_last(start, end, made)
            else:
                self.remove_stretch(start, end, self.document.items[place + 1].comments)

    def remove_last(self, start: int, end: int, made: Sequence[Edit]) -> None:
        """Takes out the lines of an event behind which none stays, with the blank lines above that no edit needs.

        Args:
            start: The offset of the first line.
            end: The offset behind the last line.
            made: The edits so far, in order.
        """
        above = above_blank_lines(self.lines, start)
        self._edit(start if touches(made, above, end) else above, end, "")

    def remove_stretch(self, start: int, end: int, following: int) -> None:
        """Takes out the lines of another event, with the blank lines between it and the event that follows.

        Args:
            start: The offset of the first line.
            end: The offset behind the last line.
            following: Where the comments of the event that follows begin.
        """
        while not self.lines.content(end).strip() and end < following:
            end = self.lines.after(end)
        self._edit(start, end, "")

    def _edit(self, start: int, end: int, text: str) -> None:
        self.edits.append(Edit(start, end, text))


def _grouped(new: Sequence[New]) -> dict[int | None, list[New]]:
    groups: dict[int | None, list[New]] = {}
    for event in new:
        groups.setdefault(event.after, []).append(event)
    return groups
