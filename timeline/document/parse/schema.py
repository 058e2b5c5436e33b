"""The published JSON Schema of timeline files: any editor with a YAML language server completes and checks with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline.document.parse.fields import ABOUT, EVENT, HEAD, IMAGE, LINK, OWN, RECORD_FIELDS, SOURCE, ValueType
from timeline.document.parse.values import LENGTHS
from timeline.i18n import say
from timeline.model import Status

_TEXT: Mapping[str, Any] = {"type": ["string", "number", "boolean"]}  # `title: 2020` is text to us
_NAMES: Mapping[str, Any] = {"anyOf": [{"type": "array", "items": _TEXT}, _TEXT]}
_DATE: Mapping[str, Any] = {"type": ["string", "integer"]}
_PLAIN: Mapping[ValueType, Mapping[str, Any]] = {
    ValueType.TEXT: _TEXT,
    ValueType.MARKDOWN: _TEXT,
    ValueType.ID: {"type": ["string", "number"]},
    ValueType.DATE: _DATE,
    ValueType.DATES: {"anyOf": [{"type": "array", "items": _DATE}, _DATE]},
    ValueType.NAMES: _NAMES,
    ValueType.PATTERNS: _NAMES,
    ValueType.STATUS: {"enum": [str(status) for status in Status]},
    ValueType.LENGTH: {"enum": [str(length) for length in LENGTHS]},
    ValueType.FLAG: {"enum": [True, False, "oui", "non", "yes", "no"]},
    ValueType.NUMBER: {"type": "integer"},
    ValueType.IMPORTANCE: {"type": "integer", "minimum": 1, "maximum": 5},
    ValueType.LANGUAGE: {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
    ValueType.ZONE: {"type": "string"},
    ValueType.URL: {"type": "string", "pattern": "^(https?://|mailto:)\\S+$"},
    ValueType.IMAGE_PATH: {"type": "string", "pattern": "^[^/:\\\\][^:]*$"},
}


def schema(language: str = "fr") -> dict[str, Any]:
    """The schema (draft 2020-12), with descriptions in `language`.

    Args:
        language: The code of the language of the descriptions.

    Returns:
        A JSON Schema as a mapping that `json.dumps` accepts.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "timeline",
        **_object(HEAD, "head", ("title",), language),
    }


def _object(keys: Mapping[str, ValueType], where: str, required: tuple[str, ...], language: str) -> dict[str, Any]:
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


def _value(kind: ValueType, language: str) -> dict[str, Any]:
    match kind:
        case ValueType.ABOUT:
            whole: Mapping[str, Any] = _object(ABOUT, "about", (), language)
        case ValueType.RECORD_FIELDS:
            whole = _object(RECORD_FIELDS, "fields", (), language)
        case ValueType.IMAGE:
            file = [{"required": ["src"]}, {"required": ["article"]}]
            whole = {**_object(IMAGE, "image", ("alt",), language), "oneOf": file}
        case ValueType.LINKS:
            link = _object(LINK, "link", ("url",), language)
            whole = {"type": "array", "items": {"anyOf": [_PLAIN[ValueType.URL], link]}}
        case ValueType.SOURCES:
            source = _object(SOURCE, "source", (), language)
            cites = [{"required": ["article"]}, {"required": ["url"]}]
            whole = {"type": "array", "items": {**source, "anyOf": cites}}
        case ValueType.EVENTS:
            event = _object(EVENT, "event", ("date", "title"), language)
            whole = {"anyOf": [{"type": "array", "items": event}, {"type": "null"}]}
        case _:
            whole = _PLAIN[kind]
    return dict(whole)
