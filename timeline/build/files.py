"""A project's files, read: timeline files, their heads, and the articles they name; no language pipeline is loaded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from timeline import articles, document
from timeline.build.project import default_articles
from timeline.build.stopped import Stopped
from timeline.build.understanding import understand
from timeline.document import Head
from timeline.model import Date, Problem

DEFAULT_TITLE = "Chronologie"


def read_articles(
    patterns: Sequence[str], root: Path, *, zone: str = "Europe/Paris", language: str | None = None
) -> articles.Collected:
    """The articles that files, folders and globs name, relative to `root`."""
    return articles.read(patterns, root, zone=zone, language=language)


def read_head(path: Path) -> tuple[Head, tuple[Problem, ...]]:
    """The head of a timeline file and what is wrong with the file; the head of a new one where there is none."""
    text = read_text(path)
    if text is None:
        return Head(title=DEFAULT_TITLE, articles=(default_articles(path.parent),)), ()
    parsed = document.parse(text, str(path), understand=understanding(text))
    if parsed.document is None:
        return Head(), parsed.problems
    head = parsed.document.head
    return head if head.articles else replace(head, articles=(default_articles(path.parent),)), parsed.problems


def understanding(text: str) -> Callable[[str], Date | None]:
    """How dates in words are read in a file: in the language that its head tells."""
    language = "en" if "\nlanguage: en" in f"\n{text}" else "fr"
    return partial(understand, language=language)


def read_text(path: Path) -> str | None:
    """A file's text with its line ends as they are; None where there is no such file. Stops where it is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line, column = before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1
        raise Stopped([Problem(str(path), line, column, "this file is not UTF-8; save it as UTF-8")]) from None
