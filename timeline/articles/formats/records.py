"""Records of exports: JSON, JSON Lines and CSV.

Field names are known, guessed by their aliases, or mapped by the user.
"""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, BinaryIO

from timeline.articles.formats.encoding import Undecodable, decode, decoded, text_of, undecodable
from timeline.articles.formats.record import draft_of, flattened, text_in_parts
from timeline.articles.metadata.fields import metadata_from
from timeline.articles.parser_reasons import json_reason
from timeline.articles.source import SINGLE_LIMIT, ReadOptions, Skipped, SourceFile, UndatedArticle
from timeline.i18n.messages import file_problem, message
from timeline.model import Problem

_JSON_LIMIT = 64 * 1024 * 1024
_LINE_LIMIT = SINGLE_LIMIT
_FIELD_LIMIT = 2 * 1024 * 1024
_DELIMITERS = ",;\t|"
_SEPARATOR = re.compile(r'"?sep=([,;\t|])"?\s*')
"""The line by which Excel is told the delimiter of a table."""
_END = "\ue000"
"""Stands in no table: a character of private use."""


class JsonReader:
    """`.json`: one record, a list of them, or an object that holds such a list anywhere near its top."""

    name = "json"

    def can_read(self, path: str, head: bytes) -> bool:
        """By the suffix."""
        return path.lower().endswith(".json")

    def read(self, source: SourceFile, options: ReadOptions) -> Iterator[UndatedArticle | Problem | Skipped]:
        """Every record, numbered."""
        text = text_of(source, options, _JSON_LIMIT)
        if isinstance(text, Problem):
            yield text
            return
        loaded = load(text, source.path, 1)
        if isinstance(loaded, Problem) and _is_json_lines(text):
            yield from JsonLinesReader().read(source, options)
            return
        if isinstance(loaded, Problem):
            yield loaded
            return
        records = _records(loaded)
        if not records:
            yield file_problem(source.path, "articles.json.no_records")
        for number, record in enumerate(records, 1):
            yield draft_of(record, source, number, 0, options)


def _is_json_lines(text: str) -> bool:
    """Whether each of the first lines is a JSON object: then the file is JSON Lines, independent of its suffix."""
    lines = [line for line in text[:1_000_000].splitlines()[:10] if line.strip()]
    whole = lines[:-1] if len(text) > 1_000_000 else lines
    return len(whole) > 1 and isinstance(load(whole[0], "", 1), dict) and all(line.startswith("{") for line in whole)


def load(text: str, path: str, line: int) -> Any:
    """JSON, or a problem with the place; `line` is that of the text's first line."""
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        return Problem(
            path, error.lineno + line - 1, error.colno, message("articles.json.broken", why=json_reason(error.msg))
        )
    except (RecursionError, ValueError) as error:
        why = message("articles.json.deep") if isinstance(error, RecursionError) else message("articles.json.number")
        return Problem(path, line, 1, message("articles.json.no_articles", why=why))


def _records(loaded: Any) -> list[dict[str, Any]]:
    if isinstance(loaded, dict) and (by_key := _by_key(loaded)):
        return by_key
    if isinstance(loaded, dict) and _has_text(loaded):
        return [loaded]
    lists = sorted(_lists(loaded, 0), key=lambda each: (sum(map(_is_article, each[:50])), len(each)), reverse=True)
    if lists:
        publisher = _feed_title(loaded)
        return [{**publisher, **_inner(each)} for each in lists[0]]
    return [loaded] if isinstance(loaded, dict) and loaded else []


def _by_key(loaded: dict[str, Any]) -> list[dict[str, Any]]:
    """The articles of an object that holds them under their ids; empty where it is another object."""
    inner = [{"id": key, **value} for key, value in loaded.items() if isinstance(value, dict)]
    return inner if len(inner) > 1 and len(inner) == len(loaded) and all(map(_is_article, inner[:50])) else []


def _is_article(record: dict[str, Any]) -> bool:
    found = metadata_from(flattened(_inner(record)), "", {})
    return bool(found.get("text") or found.get("html") or text_in_parts(_inner(record)))


def _feed_title(loaded: Any) -> dict[str, str]:
    """The publisher that a JSON Feed names for all its items."""
    if not isinstance(loaded, dict) or "jsonfeed.org" not in str(loaded.get("version", "")):
        return {}
    fields = {"publisher": loaded.get("title"), "language": loaded.get("language")}
    return {name: text for name, text in fields.items() if isinstance(text, str) and text}


def _has_text(record: dict[str, Any]) -> bool:
    if text_in_parts(record):
        return True
    found = metadata_from(flattened(record), "", {})
    return bool(found.get("text") or found.get("html")) and not any(
        isinstance(each, list) and _objects(each) for each in record.values()
    )


def _lists(value: Any, depth: int) -> Iterator[list[Any]]:
    if isinstance(value, list):
        objects = _objects(value)
        if objects:
            yield objects
        if len(objects) == 1:  # the one database of an export
            yield from _lists(objects[0], depth + 1)
    elif isinstance(value, dict) and depth < 4:
        for each in value.values():
            yield from _lists(each, depth + 1)


def _objects(value: list[Any]) -> list[Any]:
    return [each for each in value if isinstance(each, dict)]


def _inner(record: dict[str, Any]) -> dict[str, Any]:
    """The record itself where a search engine (`_source`) or a content system (`attributes`) wraps it, with its id."""
    inner = record.get("_source", record.get("attributes"))
    number = record.get("_id", record.get("id", ""))
    return {"id": number, **inner} if isinstance(inner, dict) else record


class JsonLinesReader:
    """`.jsonl`, `.ndjson`: a record a line, read line by line."""

    name = "json_lines"

    def can_read(self, path: str, head: bytes) -> bool:
        """By the suffix."""
        return path.lower().endswith((".jsonl", ".ndjson", ".jsonlines"))

    def read(self, source: SourceFile, options: ReadOptions) -> Iterator[UndatedArticle | Problem | Skipped]:
        """Every line's record; a bad line is a problem and the next one is read."""
        with source.open() as file:
            for line, text in _lines(file, source, options):
                if isinstance(text, Problem):
                    yield text
                elif text.strip():
                    yield self._record(load(text, source.path, line), source, line, options)

    def _record(
        self, loaded: Any, source: SourceFile, line: int, options: ReadOptions
    ) -> UndatedArticle | Problem | Skipped:
        if isinstance(loaded, Problem):
            return loaded
        if isinstance(loaded, dict):
            return draft_of(_inner(loaded), source, line, line, options)
        return Problem(source.path, line, 1, message("articles.json.line"))


def _lines(file: BinaryIO, source: SourceFile, options: ReadOptions) -> Iterator[tuple[int, str | Problem]]:
    """Numbered lines as text; one that is too long or not decodable is a problem in its place."""
    if source.head(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        yield from _wide_lines(source)
        return
    line = 0
    while data := file.readline(_LINE_LIMIT + 1):
        line += 1
        if len(data) > _LINE_LIMIT:
            size = _LINE_LIMIT // 1024 // 1024
            yield line, Problem(source.path, line, 1, message("articles.line_too_long", size=size))
            while data and not data.endswith(b"\n"):
                data = file.readline(_LINE_LIMIT)
            continue
        text = decoded(data, source, options)
        if isinstance(text, Undecodable):
            placed = Undecodable(line, text.column, text.reason, text.likely)
            yield line, undecodable(placed, source.path)
        else:
            yield line, text


def _wide_lines(source: SourceFile) -> Iterator[tuple[int, str | Problem]]:
    """The lines of UTF-16, as spreadsheets export it: its line ends are no single bytes, so it is read as a whole."""
    data = source.bytes(_JSON_LIMIT)
    text = data if isinstance(data, Problem) else decode(data)
    if isinstance(text, Undecodable):
        yield 1, undecodable(text, source.path)
    elif isinstance(text, Problem):
        yield 1, text
    else:
        yield from enumerate(text.splitlines(keepends=True), 1)


class TableReader:
    """`.csv` and `.tsv` with a line of column names; the delimiter is the one that this line has most of."""

    name = "csv"

    def can_read(self, path: str, head: bytes) -> bool:
        """By the suffix."""
        return path.lower().endswith((".csv", ".tsv"))

    def read(self, source: SourceFile, options: ReadOptions) -> Iterator[UndatedArticle | Problem | Skipped]:
        """Every row; a row that cannot be read ends the table, since the rows after it are not reliable."""
        csv.field_size_limit(_FIELD_LIMIT)  # the module has only a global limit; we need a larger one
        problems: list[Problem] = []
        with source.open() as file:
            lines = _good_lines(_lines(file, source, options), problems)
            first = next(lines, "")
            told = _SEPARATOR.fullmatch(first)
            first = next(lines, "") if told else first
            delimiter = told[1] if told else max(_DELIMITERS, key=first.count)
            names = next(csv.reader([first], delimiter=delimiter), [])
            rows = csv.reader(chain(lines, _end(problems)), delimiter=delimiter)
            yield from self._rows(rows, names, 3 if told else 2, source, options)
        yield from problems

    def _rows(
        self, rows: Any, names: list[str], top: int, source: SourceFile, options: ReadOptions
    ) -> Iterator[UndatedArticle | Problem | Skipped]:
        number = 0
        while True:
            line = rows.line_num + top
            try:
                row = next(rows, None)
            except csv.Error:
                yield Problem(source.path, line, 1, message("articles.row.unread"))
                return
            if row is None or row == [_END]:
                return
            if row and row[-1].endswith(_END):
                yield Problem(source.path, line, 1, message("articles.row.open"))
                return
            number += bool(row)
            if row and len(row) > len(names):
                wording = message("articles.row.columns", count=len(row), expected=len(names))
                yield Problem(source.path, line, 1, wording)
            elif any(map(str.strip, row)):
                yield draft_of(dict(zip(names, row, strict=False)), source, number, line, options)


def _end(problems: list[Problem]) -> Iterator[str]:
    """A last line that is a row of its own unless a quotation mark is open; none where the lines ended at a problem."""
    if not problems:
        yield _END


def _good_lines(lines: Iterator[tuple[int, str | Problem]], problems: list[Problem]) -> Iterator[str]:
    """The lines up to the first that cannot be read, which goes to `problems`: a hole would shift every column."""
    for _, text in lines:
        if isinstance(text, Problem):
            problems.append(text)
            return
        yield text
