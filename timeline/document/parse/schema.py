"""The published JSON Schema of timeline files: any editor with a YAML language server completes and checks with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline.document.parse.fields import ABOUT, EVENT, HEAD, IMAGE, LINK, OWN, RECORD_FIELDS, SOURCE, Kind
from timeline.document.parse.values import LENGTHS
from timeline.i18n import say
from timeline.model import Status

_TEXT: Mapping[str, Any] = {"type": ["string", "number", "boolean"]}  # `title: 2020` is text to us
_NAMES: Mapping[str, Any] = {"anyOf": [{"type": "array", "items": _TEXT}, _TEXT]}
_DATE: Mapping[str, Any] = {"type": ["string", "integer"]}
_PLAIN: Mapping[Kind, Mapping[str, Any]] = {
    Kind.TEXT: _TEXT,
    Kind.MARKDOWN: _TEXT,
    Kind.ID: {"type": ["string", "number"]},
    Kind.DATE: _DATE,
    Kind.DATES: {"anyOf": [{"type": "array", "items": _DATE}, _DATE]},
    Kind.NAMES: _NAMES,
    Kind.PATTERNS: _NAMES,
    Kind.STATUS: {"enum": [str(status) for status in Status]},
    Kind.LENGTH: {"enum": [str(length) for length in LENGTHS]},
    Kind.FLAG: {"enum": [True, False, "oui", "non", "yes", "no"]},
    Kind.NUMBER: {"type": "integer"},
    Kind.IMPORTANCE: {"type": "integer", "minimum": 1, "maximum": 5},
    Kind.LANGUAGE: {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
    Kind.ZONE: {"type": "string"},
    Kind.URL: {"type": "string", "pattern": "^(https?://|mailto:)\\S+$"},
    Kind.IMAGE_PATH: {"type": "string", "pattern": "^[^/:\\\\][^:]*$"},
}


def schema(language: str = "fr") -> dict[str, Any]:
    """The schema (draft 2020-12), with descriptions in `language`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "timeline",
        **_object(HEAD, "head", ("title",), language),
    }


def _object(keys: Mapping[str, Kind], where: str, required: tuple[str, ...], language: str) -> dict[str, Any]:
    properties = {
        name: {**_value(kind, language), "description": say(language, f"document.schema.{where}.{name}")}
        for name, kind in keys.items()
    }
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {f"^{OWN}": {}},
        "additionalProperties": False,
        "required": list(required),
    }


def _value(kind: Kind, language: str) -> dict[str, Any]:
    match kind:
        case Kind.ABOUT:
            whole: Mapping[str, Any] = _object(ABOUT, "about", (), language)
        case Kind.RECORD_FIELDS:
            whole = _object(RECORD_FIELDS, "fields", (), language)
        case Kind.IMAGE:
            file = [{"required": ["src"]}, {"required": ["article"]}]
            whole = {**_object(IMAGE, "image", ("alt",), language), "oneOf": file}
        case Kind.LINKS:
            link = _object(LINK, "link", ("url",), language)
            whole = {"type": "array", "items": {"anyOf": [_PLAIN[Kind.URL], link]}}
        case Kind.SOURCES:
            source = _object(SOURCE, "source", (), language)
            cites = [{"required": ["article"]}, {"required": ["url"]}]
            whole = {"type": "array", "items": {**source, "anyOf": cites}}
        case Kind.EVENTS:
            event = _object(EVENT, "event", ("date", "title"), language)
            whole = {"anyOf": [{"type": "array", "items": event}, {"type": "null"}]}
        case _:
            whole = _PLAIN[kind]
    return dict(whole)
