"""What parsers say in English of a broken file, in the language of the person who has it."""

from __future__ import annotations

from timeline.i18n.messages import message

_JSON = {
    "Expecting value": "value",
    "Expecting property name": "name",
    "Expecting ':'": "colon",
    "Expecting ','": "comma",
    "Extra data": "extra",
    "Unterminated string": "string",
    "Invalid \\": "escape",
    "Invalid control": "control",
    "Illegal trailing comma": "name",
}
"""Beginnings of the messages of Python's `json`, and the key of ours."""
_XML = {
    "mismatched tag": "tag",
    "no element found": "cut",
    "unclosed token": "cut",
    "unclosed CDATA": "cut",
    "undefined entity": "entity",
    "junk after document": "extra",
    "duplicate attribute": "attribute",
}
"""Beginnings of the messages of expat, and the key of ours."""


def json_reason(error: str) -> str:
    """Why a text is no JSON."""
    return message(f"articles.json.why.{_key(_JSON, error)}")


def xml_reason(error: str) -> str:
    """Why a text is no XML."""
    return message(f"articles.xml.why.{_key(_XML, error)}")


def _key(table: dict[str, str], error: str) -> str:
    return next((key for beginning, key in table.items() if error.startswith(beginning)), "other")
