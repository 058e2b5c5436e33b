"""One record of an export (JSON, CSV) as a draft: its fields by their known names, its text, its dates."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.articles.metadata.fields import Metadata, metadata_from
from timeline.articles.publication_date import absolute
from timeline.articles.publication_date.evidence import Hint
from timeline.articles.source import ReadOptions, Skipped, SourceFile, UndatedArticle
from timeline.articles.text.html_paragraphs import is_marked_up, text_of_html
from timeline.i18n.messages import message
from timeline.model import Problem

_SHARED = ("publisher", "author", "language", "licence", "date", "modified")
"""What a sidecar of an export may say of all its records at once."""
UNPUBLISHED = frozenset({
    "draft", "pending", "private", "trash", "auto-draft", "inherit", "future", "scheduled", "prop", "prepa",
    "poubelle",
})  # fmt: skip
"""What content systems (WordPress, Ghost, SPIP) call records that no reader has seen."""
_EPOCH = {10: 1, 13: 1000}
_OF_TEXT = ("text", "header")
"""The types of elements that are text, and no picture or video."""


def draft_of(
    record: Mapping[str, Any], source: SourceFile, number: int, line: int, options: ReadOptions
) -> UndatedArticle | Problem | Skipped:
    """The draft of one record.

    Args:
        record: The fields of the record.
        source: The file.
        number: The place of the record in the file, from 1.
        line: Its line, from 1; 0 where it is not known.
        options: How articles are read.

    Returns:
        The draft; a problem for a record without text, or the reason why the record is no article.
    """
    status = str(record.get("status") or record.get("statut") or "")
    if status.lower() in UNPUBLISHED:
        return Skipped(f"{source.path}#{number}", message("articles.skipped.status", status=status))
    found = _stated(record, source, line, options)
    text = found.get("text")
    body = text_of_html(found.get("html") or "") if text is None and found.get("html") else text_of_html(text or "")
    if not text and not found.get("html"):
        names = ", ".join(list(record)[:12])
        wording = message("articles.record.no_text", number=number, names=names)
        return Problem(source.path, line, 1 if line else 0, wording)
    hints = record_hints(found, options.zone)
    if isinstance(hints, str):
        return Problem(source.path, line, 1 if line else 0, message("articles.record.wrong", number=number, why=hints))
    return UndatedArticle(
        path=f"{source.path}#{number}",
        file=source.path,
        stem=record_stem(source.stem, found.get("id"), number),
        text=body,
        stated=shared(source.stated),
        found=found,
        hints=hints,
        line=line,
    )


def _stated(record: Mapping[str, Any], source: SourceFile, line: int, options: ReadOptions) -> Metadata:
    """What a record says; a body in sections is put together, and an author that is a number is nobody."""
    flat = {key: words for key, words in flattened(record).items() if key != "author" or not words.isdigit()}
    if text := text_in_parts(record):
        flat = {**flat, "text": text}
    found = metadata_from(flat, source.path, options.fields, line)
    title = found.get("title")
    values = dict(found.values)
    if title and is_marked_up(title):
        values["title"] = dataclasses.replace(values["title"], text=" ".join(text_of_html(title).split()))
    return Metadata(values, found.keys)


def text_in_parts(record: Mapping[str, Any]) -> str:
    """The text of a record that keeps it as sections or elements; "" for any other.

    Returns:
        The paragraphs, separated by empty lines.
    """
    elements = record.get("content_elements")
    if isinstance(elements, list):
        parts = [each.get("content") for each in elements if isinstance(each, dict) and each.get("type") in _OF_TEXT]
        return "\n\n".join(text_of_html(words) for words in parts if isinstance(words, str) and words.strip())
    return _sections(record["body"]) if isinstance(record.get("body"), dict) else ""


def _sections(body: Mapping[str, Any]) -> str:
    """The paragraphs of a body that is kept as a summary and sections with headlines, as crawlers do."""

    def paragraphs(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            for each in value:
                yield from paragraphs(each)
        elif isinstance(value, dict):
            for name in ("summary", "headline", "paragraphs", "sections"):
                yield from paragraphs(value.get(name))

    return "\n\n".join(each.strip() for each in paragraphs(dict(body)) if each.strip())


def shared(stated: Metadata) -> Metadata:
    """What a sidecar beside a container says of all the articles in it.

    Returns:
        The metadata without what only one article can have.
    """
    return Metadata({name: value for name, value in stated.values.items() if name in _SHARED}, stated.keys)


def record_stem(stem: str, stated: str | None, number: int) -> str:
    """The default id of a record: its file's stem with its own id, where that is short, else with its number."""
    usable = stated if stated and len(stated) <= 40 and "/" not in stated else None
    return f"{stem}-{usable or number}"


def record_hints(found: Metadata, zone: str) -> tuple[Hint, ...] | str:
    """The evidence in a record's own date fields, or what is wrong with its date."""
    hints = []
    for name, modification in (("date", False), ("modified", True)):
        stated = found.get(name)
        if stated is None:
            continue
        read = _moment(stated, zone)
        if isinstance(read, absolute.ParsedDate):
            hints.append(Hint("record", stated, read.day, read.time, modification=modification))
        elif not modification:
            return absolute.no_date(stated[:80], read)
    return tuple(hints)


def _moment(stated: str, zone: str) -> absolute.ParsedDate | absolute.Unreadable:
    """A date as people write it, or seconds or milliseconds since 1970 as exports do."""
    digits = stated.split(".", maxsplit=1)[0]
    if digits.isdigit() and len(digits) in _EPOCH:
        return absolute.in_zone(datetime.datetime.fromtimestamp(int(digits) / _EPOCH[len(digits)], datetime.UTC), zone)
    return absolute.parse(stated[:200], zone)


_SPOKEN = ("name", "nom", "rendered", "processed", "value")
"""The keys under which an object keeps its words: a person's name, a field's text."""

_WRAPPING = ("data", "attributes")
"""The keys under which Strapi puts a related record: `{"data": {"id": 3, "attributes": {"nom": …}}}`."""


def flattened(record: Mapping[str, Any], prefix: str = "", depth: int = 0) -> dict[str, str]:
    """Every value as text under its own key; those of nested objects also under `outer.inner`.

    Args:
        record: The fields of a record.
        prefix: The keys that lead to it, with a full stop behind each.
        depth: How many keys lead to it; deeper objects than the limit are left out.

    Returns:
        The text of each value by its key.
    """
    flat: dict[str, str] = {}
    for key, value in list(record.items())[:200]:
        words = _words(value)
        if words:
            flat.setdefault(f"{prefix}{key}", words)
        if isinstance(value, dict) and depth < 4:
            for inner, text in flattened(value, f"{prefix}{key}.", depth + 1).items():
                flat.setdefault(inner, text)
    return flat


def _words(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, dict):
        inner = (value.get(key) for key in _WRAPPING if isinstance(value.get(key), dict | list))
        return next((words for each in (*map(value.get, _SPOKEN), *inner) if (words := _words(each))), "")
    return ", ".join(words for each in value[:50] if (words := _words(each))) if isinstance(value, list) else ""
