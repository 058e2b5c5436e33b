"""Every key that a timeline file may have: its kind, and its place in the order."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class ValueType(StrEnum):
    """What a key's value is."""

    TEXT = "text"
    MARKDOWN = "markdown"
    ID = "id"
    DATE = "date"
    DATES = "dates"
    NAMES = "names"
    PATTERNS = "patterns"
    STATUS = "status"
    LENGTH = "length"
    FLAG = "flag"
    NUMBER = "number"
    IMPORTANCE = "importance"
    LANGUAGE = "language"
    ZONE = "zone"
    URL = "url"
    IMAGE_PATH = "image path"
    IMAGE = "image"
    LINKS = "links"
    SOURCES = "sources"
    ABOUT = "about"
    RECORD_FIELDS = "record fields"
    EVENTS = "events"


HEAD: Mapping[str, ValueType] = {
    "title": ValueType.TEXT,
    "slug": ValueType.ID,
    "language": ValueType.LANGUAGE,
    "description": ValueType.MARKDOWN,
    "articles": ValueType.PATTERNS,
    "about": ValueType.ABOUT,
    "length": ValueType.LENGTH,
    "zone": ValueType.ZONE,
    "encoding": ValueType.TEXT,
    "fields": ValueType.RECORD_FIELDS,
    "full_text": ValueType.FLAG,
    "names": ValueType.TEXT,
    "events": ValueType.EVENTS,
}
ABOUT: Mapping[str, ValueType] = {
    "words": ValueType.NAMES,
    "people": ValueType.NAMES,
    "places": ValueType.NAMES,
    "period": ValueType.DATE,
}
RECORD_FIELDS: Mapping[str, ValueType] = dict.fromkeys(
    ("id", "title", "date", "modified", "url", "publisher", "author", "page", "language", "licence", "text", "html"),
    ValueType.TEXT,
)
"""What a field of JSON and CSV exports is for; its value is what the export calls it."""
EVENT: Mapping[str, ValueType] = {
    "id": ValueType.ID,
    "date": ValueType.DATE,
    "title": ValueType.TEXT,
    "text": ValueType.MARKDOWN,
    "status": ValueType.STATUS,
    "ongoing": ValueType.FLAG,
    "people": ValueType.NAMES,
    "places": ValueType.NAMES,
    "tags": ValueType.NAMES,
    "importance": ValueType.IMPORTANCE,
    "order": ValueType.NUMBER,
    "hidden": ValueType.FLAG,
    "confirmed": ValueType.FLAG,
    "was": ValueType.DATES,
    "image": ValueType.IMAGE,
    "links": ValueType.LINKS,
    "notes": ValueType.MARKDOWN,
    "sources": ValueType.SOURCES,
}
SOURCE: Mapping[str, ValueType] = {
    "article": ValueType.TEXT,
    "url": ValueType.URL,
    "title": ValueType.TEXT,
    "quote": ValueType.MARKDOWN,
    "because": ValueType.TEXT,
    "date": ValueType.DATE,
}
IMAGE: Mapping[str, ValueType] = {
    "src": ValueType.IMAGE_PATH,
    "article": ValueType.TEXT,
    "alt": ValueType.TEXT,
    "caption": ValueType.TEXT,
    "credit": ValueType.TEXT,
    "licence": ValueType.TEXT,
}
LINK: Mapping[str, ValueType] = {"url": ValueType.URL, "title": ValueType.TEXT}

MANAGED: tuple[str, ...] = ("date", "title", "text", "status", "ongoing", "people", "places", "tags", "was")
"""The fields of an event that the machine writes; the sources are merged one by one, field by field."""

MANAGED_SOURCE: tuple[str, ...] = ("article", "quote", "because", "date")
"""The fields of a source that the machine writes."""

OWN = "x-"
"""Keys that begin so are a person's own; nothing reads them."""

NOTHING = frozenset({"", "~", "null"})
"""Plain scalars that mean that nothing stands there."""
