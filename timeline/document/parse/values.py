"""One value of the file, read by its kind: what it says, and what is wrong with it.

Every reader takes a node and gives the value; what is wrong goes to the `Diagnostics`, so that all faults are reported
at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from timeline.document.parse.dates import UNKNOWN, Dated, read_date
from timeline.document.parse.diagnostics import Finding
from timeline.document.parse.fields import (
    FALSE,
    NOTHING,
    OWN,
    TRUE,
    ValueType,
    nearest_key,
    nearest_length,
    nearest_status,
)
from timeline.document.parse.types import Understand
from timeline.document.yaml.errors import ODD_SPACES
from timeline.document.yaml.tree import Alias, MappingNode, Node, Pair, Scalar, SequenceNode, resolved
from timeline.i18n.nearest import nearest
from timeline.model import Length, Severity, Status

_ID = re.compile(r"[^\W_][\w.-]*")
_STATUSES = frozenset(Status)
LENGTHS = (Length.SHORT, Length.NORMAL, Length.FULL)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SCHEMES = ("http", "https", "mailto")
MAX_ID = 80
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]")
_FREE = frozenset(
    {ValueType.TEXT, ValueType.MARKDOWN, ValueType.NAMES, ValueType.PATTERNS, ValueType.URL, ValueType.IMAGE_PATH}
)
"""Kinds of values that may hold anything, as what they are copied from does."""
LONGEST_TEXT = 1_000_000
"""A longer title, name or quote is no such thing: another file was pasted, or something wrote without end."""
LONGEST_LIST = 10_000
"""A list of more names is no such thing: each name has a page."""


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
    whole = node.target if isinstance(node, Alias) else node
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
        if all(not isinstance(item, Scalar) or len(item.value) <= LONGEST_TEXT for item in node.items):
            return node
        return node._replace(items=tuple(_short(item, diagnostics) for item in node.items))
    if not isinstance(node, Scalar) or len(node.value) <= LONGEST_TEXT:
        return node
    start = shortened(node.value)
    diagnostics.error(node, "value.too_long", text=start, length=len(node.value), most=LONGEST_TEXT)
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


def shortened(text: str) -> str:
    """A text for a message: at most 60 code points."""
    return text if len(text) <= 60 else text[:57] + "…"


def scalar(pair: Pair, diagnostics: Diagnostics) -> str:
    """The text of a value that is one text."""
    whole = resolved(pair.value)
    if isinstance(whole, Scalar):
        return whole.value.strip() if not whole.style else whole.value
    kind = "value.list_for_text" if isinstance(whole, SequenceNode) else "value.mapping_for_text"
    diagnostics.error(pair.value, kind, name=pair.key.value, example=_example_of(whole))
    return ""


def _example_of(node: MappingNode | SequenceNode) -> str:
    """The first text within a list or mapping, to show what a plain text would look like."""
    first = resolved(node.items[0]) if isinstance(node, SequenceNode) and node.items else None
    return first.value if isinstance(first, Scalar) else "…"


def texts(pair: Pair, diagnostics: Diagnostics) -> tuple[str, ...]:
    """A list of texts; one text alone is a list of one, unless it holds commas."""
    whole = resolved(pair.value)
    if isinstance(whole, Scalar):
        if "," in whole.value and not whole.style:
            diagnostics.error(pair.value, "value.commas", name=pair.key.value, suggestion=f"[{shortened(whole.value)}]")
        return (whole.value,)
    if isinstance(whole, MappingNode):
        diagnostics.error(pair.value, "value.mapping_for_list", name=pair.key.value)
        return ()
    if len(whole.items) > LONGEST_LIST:
        diagnostics.error(pair.value, "value.too_many", name=pair.key.value, count=len(whole.items), most=LONGEST_LIST)
        return ()
    return tuple(_texts_of(pair, whole, diagnostics))


def _texts_of(pair: Pair, node: SequenceNode, diagnostics: Diagnostics) -> list[str]:
    found = []
    for item in node.items:
        whole = resolved(item)
        if isinstance(whole, MappingNode) and {"article", "url"} & {one.key.value for one in whole.pairs}:
            diagnostics.error(item, "value.source_here", name=pair.key.value)
        elif not isinstance(whole, Scalar):
            diagnostics.error(item, "value.nested", name=pair.key.value)
        elif not whole.style and " - " in whole.value and whole.end - whole.start != len(whole.value):
            diagnostics.error(item, "value.dash_too_deep", name=pair.key.value)
        elif whole.value == "" and not whole.style:
            diagnostics.error(item, "value.empty_item", name=pair.key.value)
        else:
            found.append(whole.value)
    return found


def identifier(pair: Pair, diagnostics: Diagnostics) -> str:
    """An id or a slug: letters, digits, `.`, `_` and `-`."""
    text = scalar(pair, diagnostics)
    if text and (not _ID.fullmatch(text) or len(text) > MAX_ID):
        suggestion = "-".join(re.findall(r"\w+", text))[:MAX_ID] or "greve-2022"
        diagnostics.error(pair.value, "value.id", text=shortened(text), suggestion=suggestion)
    return text


def date(pair: Pair, diagnostics: Diagnostics) -> str:
    """The text of a date; `diagnostics.date` has it understood."""
    text = scalar(pair, diagnostics)
    dated = diagnostics.date(text)
    if dated.fault and isinstance(resolved(pair.value), Scalar):
        diagnostics.findings.append(dated.finding(pair.value.start))
    return "" if text.strip().casefold() in UNKNOWN else text


def dates(pair: Pair, diagnostics: Diagnostics) -> tuple[str, ...]:
    """A list of dates."""
    found = texts(pair, diagnostics)
    for text in found:
        if (dated := diagnostics.date(text)).fault:
            diagnostics.findings.append(dated.finding(pair.value.start))
    return found


def flag(pair: Pair, diagnostics: Diagnostics) -> str:
    """`true` or `false`, however it is written."""
    text = scalar(pair, diagnostics).casefold()
    if text in TRUE:
        return "true"
    if text not in FALSE and isinstance(resolved(pair.value), Scalar):
        diagnostics.error(pair.value, "value.flag", name=pair.key.value, text=shortened(text))
    return "false"


def number(pair: Pair, diagnostics: Diagnostics) -> str:
    """A whole number."""
    text = scalar(pair, diagnostics)
    if not re.fullmatch(r"-?\d{1,6}", text) and isinstance(resolved(pair.value), Scalar):
        diagnostics.error(pair.value, "value.number", name=pair.key.value, text=shortened(text))
        return "0"
    return text


def importance(pair: Pair, diagnostics: Diagnostics) -> str:
    """1 to 5."""
    text = scalar(pair, diagnostics)
    if text in ("1", "2", "3", "4", "5"):
        return text
    if isinstance(resolved(pair.value), Scalar):
        diagnostics.error(pair.value, "value.importance", text=shortened(text))
    return "1"


def status(pair: Pair, diagnostics: Diagnostics) -> str:
    """One of the five statuses."""
    text = scalar(pair, diagnostics)
    if text not in _STATUSES and isinstance(resolved(pair.value), Scalar):
        guess = nearest_status(text)
        key = "value.status_near" if guess else "value.status"
        diagnostics.error(pair.value, key, text=shortened(text), guess=guess, known=", ".join(Status))
    return text


def length(pair: Pair, diagnostics: Diagnostics) -> str:
    """One of the lengths of a timeline that a head may ask for."""
    text = scalar(pair, diagnostics)
    if text not in LENGTHS and isinstance(resolved(pair.value), Scalar):
        guess = nearest_length(text)
        key = "value.length_near" if guess else "value.length"
        diagnostics.error(pair.value, key, text=shortened(text), guess=guess, known=", ".join(LENGTHS))
    return text


def language(pair: Pair, diagnostics: Diagnostics) -> str:
    """A language code."""
    text = scalar(pair, diagnostics)
    if text and not _LANGUAGE.fullmatch(text):
        diagnostics.error(pair.value, "value.language", text=shortened(text))
    return text


def zone(pair: Pair, diagnostics: Diagnostics) -> str:
    """A time zone of the IANA database."""
    text = scalar(pair, diagnostics)
    if text and text not in available_timezones():
        guess = nearest(text, available_timezones(), 0.6) or "Europe/Paris"
        diagnostics.error(pair.value, "value.zone", text=shortened(text), guess=guess)
    return text


def url(pair: Pair, diagnostics: Diagnostics) -> str:
    """An http(s) or mailto address."""
    text = scalar(pair, diagnostics)
    if text and not is_url(text):
        diagnostics.error(pair.value, "value.url", text=shortened(text))
    return text


def is_url(text: str) -> bool:
    """Whether a text is an address that a page may link to."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in _SCHEMES and bool(parts.netloc or parts.scheme == "mailto") and not re.search(r"\s", text)


def image_path(pair: Pair, diagnostics: Diagnostics) -> str:
    """A file of the project: the site loads nothing from elsewhere."""
    text = scalar(pair, diagnostics)
    if ":" in text or text.startswith(("/", "\\")) or ".." in text.split("/"):
        diagnostics.error(pair.value, "value.image_path", text=shortened(text))
    return text


ONE_TEXT: Mapping[ValueType, Callable[[Pair, Diagnostics], str]] = {
    ValueType.TEXT: scalar,
    ValueType.MARKDOWN: scalar,
    ValueType.ID: identifier,
    ValueType.DATE: date,
    ValueType.FLAG: flag,
    ValueType.NUMBER: number,
    ValueType.IMPORTANCE: importance,
    ValueType.STATUS: status,
    ValueType.LENGTH: length,
    ValueType.LANGUAGE: language,
    ValueType.ZONE: zone,
    ValueType.URL: url,
    ValueType.IMAGE_PATH: image_path,
}
MANY_TEXTS: Mapping[ValueType, Callable[[Pair, Diagnostics], tuple[str, ...]]] = {
    ValueType.NAMES: texts,
    ValueType.PATTERNS: texts,
    ValueType.DATES: dates,
}
