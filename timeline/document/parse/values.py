"""One value of the file, read by its kind: what it says, and what is wrong with it.

Every reader takes a node and gives the value; what is wrong goes to the `Diagnostics`, so that all faults are reported
at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from timeline.document.parse.fields import ValueType
from timeline.document.parse.keys import Diagnostics
from timeline.document.parse.typed import flags, nearest_length, nearest_status, unknown_dates
from timeline.document.yaml.findings import shortened
from timeline.document.yaml.tree import MappingNode, Node, Pair, Scalar, SequenceNode, resolved
from timeline.i18n.nearest import nearest
from timeline.model import Length, Status

_ID = re.compile(r"[^\W_][\w.-]*")
_CURVED = re.compile('[“”„‘]([^“”„‘’"]+)[“”’]')
"""A whole text in curved quotation marks."""
LENGTHS = (Length.SHORT, Length.NORMAL, Length.FULL)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SCHEMES = ("http", "https", "mailto")
MAX_ID = 80
LONGEST_LIST = 10_000
"""A list of more names is no such thing: each name has a page."""


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
        _curved(pair.value, whole.value, diagnostics)
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
            _curved(item, whole.value, diagnostics)
            found.append(whole.value)
    return found


def _curved(node: Node, text: str, diagnostics: Diagnostics) -> None:
    """A warning where a word processor curved the quotation marks: they are part of the name, and make it another."""
    if found := _CURVED.fullmatch(text):
        diagnostics.warning(node, "value.curved", text=shortened(text), suggestion=f'"{shortened(found[1])}"')


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
    return "" if text.strip().casefold() in unknown_dates() else text


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
    if text in flags("true"):
        return "true"
    if text not in flags("false") and isinstance(resolved(pair.value), Scalar):
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
    return _one_of(pair, diagnostics, "value.status", tuple(Status), nearest_status)


def length(pair: Pair, diagnostics: Diagnostics) -> str:
    """One of the lengths of a timeline that a head may ask for."""
    return _one_of(pair, diagnostics, "value.length", LENGTHS, nearest_length)


def _one_of(
    pair: Pair, diagnostics: Diagnostics, key: str, known: Sequence[str], nearest_to: Callable[[str], str]
) -> str:
    text = scalar(pair, diagnostics)
    if text not in known and isinstance(resolved(pair.value), Scalar):
        guess = nearest_to(text)
        fault = f"{key}_near" if guess else key
        diagnostics.error(pair.value, fault, text=shortened(text), guess=guess, known=", ".join(known))
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
