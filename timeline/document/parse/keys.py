"""The keys of a mapping: which are known, which are wrong, and what no value of any may hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.document.parse.dates import Dated, read_date
from timeline.document.parse.fields import NOTHING, OWN, ValueType
from timeline.document.parse.typed import nearest_key
from timeline.document.parse.types import Understand
from timeline.document.yaml.findings import Finding, shortened
from timeline.document.yaml.tree import MappingNode, Node, Pair, Scalar, SequenceNode, resolved
from timeline.document.yaml.unseen import ODD_SPACES
from timeline.model import Severity

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]")
_FREE = frozenset(
    {ValueType.TEXT, ValueType.MARKDOWN, ValueType.NAMES, ValueType.PATTERNS, ValueType.URL, ValueType.IMAGE_PATH}
)
"""Kinds of values that may hold anything, as what they are copied from does."""
_LONGEST_TEXT = 1_000_000
"""A longer title, name or quote is no such thing: another file was pasted, or something wrote without end."""


@dataclass(slots=True)
class Diagnostics:
    """What a reading has found wrong so far, and the dates that it has understood."""

    understand: Understand
    findings: list[Finding] = field(default_factory=list)
    dates: dict[str, Dated] = field(default_factory=dict)

    def error(self, node: Node | Scalar, key: str, **arguments: object) -> None:
        """Notes an error at a node."""
        self.findings.append(Finding(node.start, key, arguments))

    def warning(self, node: Node | Scalar, key: str, **arguments: object) -> None:
        """Notes a warning at a node."""
        self.findings.append(Finding(node.start, key, arguments, Severity.WARNING))

    def date(self, text: str) -> Dated:
        """A date text understood, once for each text."""
        known = self.dates.get(text)
        if known is None:
            known = self.dates[text] = read_date(text, self.understand)
        return known


def is_nothing(node: Node) -> bool:
    """Whether a value is left empty (`title:`, `~`, `null`)."""
    whole = resolved(node)
    return isinstance(whole, Scalar) and not whole.style and whole.value in NOTHING


def fields_of(
    node: MappingNode, known: Mapping[str, ValueType], diagnostics: Diagnostics, *, where: str
) -> dict[str, Pair]:
    """The keys of a mapping that are known and filled; unknown keys and doubles are noted as errors.

    Args:
        node: The mapping.
        known: The kind of each known key.
        diagnostics: Where errors are noted.
        where: The part of the file that the mapping describes, for the messages.

    Returns:
        The key and value of each known and filled key.
    """
    found: dict[str, Pair] = {}
    meant: dict[str, Pair] = {}
    filled = True
    for pair in node.pairs:
        key = pair.key.value
        if key in found:
            diagnostics.error(pair.key, "key.twice", name=key)
        elif key in known:
            value = pair.value if known[key] is ValueType.MARKDOWN else _short(pair.value, diagnostics)
            value = value if known[key] in _FREE else _visible(value, diagnostics)
            found[key] = pair if value is pair.value else Pair(pair.key, value)
            filled = filled and not is_nothing(pair.value)
        elif node.flow and is_nothing(pair.value):
            diagnostics.error(pair.key, "key.flow_comma", text=shortened(key))
        elif not key.startswith(OWN):
            meant.setdefault(_unknown_key(pair.key, known, diagnostics, where), pair)
    for key, pair in meant.items():
        if key and key not in found:  # a missing key is reported once: the key is wrong, not absent
            found[key] = pair
            filled = filled and not is_nothing(pair.value)
    return found if filled else {key: pair for key, pair in found.items() if not is_nothing(pair.value)}


def _short(node: Node, diagnostics: Diagnostics) -> Node:
    """A value, or a list of them, of which what is too long for a page is noted as an error and left out."""
    if isinstance(node, SequenceNode):
        if all(not isinstance(item, Scalar) or len(item.value) <= _LONGEST_TEXT for item in node.items):
            return node
        return node._replace(items=tuple(_short(item, diagnostics) for item in node.items))
    if not isinstance(node, Scalar) or len(node.value) <= _LONGEST_TEXT:
        return node
    start = shortened(node.value)
    diagnostics.error(node, "value.too_long", text=start, length=len(node.value), most=_LONGEST_TEXT)
    return node._replace(value=start)


def _visible(node: Node, diagnostics: Diagnostics) -> Node:
    """A value, or a list of them, without the characters that no one sees; these are noted as errors."""
    if isinstance(node, SequenceNode):
        return node._replace(items=tuple(_visible(item, diagnostics) for item in node.items))
    if not isinstance(node, Scalar) or not (odd := _INVISIBLE.search(node.value)):
        return node
    diagnostics.error(
        node, "syntax.invisible", code=f"U+{ord(odd[0]):04X}", text=shortened(_INVISIBLE.sub("", node.value))
    )
    return node._replace(value=_INVISIBLE.sub("", node.value))


def _unknown_key(key: Scalar, known: Mapping[str, ValueType], diagnostics: Diagnostics, where: str) -> str:
    """Reports an unknown key; returns the key that was meant, or ""."""
    guess = nearest_key(_INVISIBLE.sub("", key.value).strip(ODD_SPACES), known)
    if _INVISIBLE.search(key.value):
        _visible(key, diagnostics)
    elif odd := re.search(f"^[{ODD_SPACES}]|[{ODD_SPACES}]$", key.value):
        diagnostics.findings.append(Finding(key.start + odd.start(), "syntax.odd_space"))
    elif key.value == "<<":
        diagnostics.error(key, "key.merge")
    elif guess:
        diagnostics.error(key, "key.near", name=key.value, guess=guess)
    else:
        diagnostics.error(key, f"key.unknown_{where}", name=shortened(key.value), known=", ".join(known))
    return guess
