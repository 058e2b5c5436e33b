"""Separates the articles that could not be read: each becomes a problem with its name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from timeline.annotation import Annotation
from timeline.annotator.unread import Unread
from timeline.i18n import say
from timeline.model import Problem


def separate_unread(
    annotations: Iterable[Annotation], root: Path, language: str
) -> tuple[tuple[Annotation, ...], tuple[Problem, ...]]:
    """The annotations, and a problem for each article that could not be read.

    Args:
        annotations: The annotations of the articles, with `Unread` among them.
        root: The folder that the articles' paths start from.
        language: The language of the problems.

    Returns:
        Both in the order of `annotations`.
    """
    read: list[Annotation] = []
    problems: list[Problem] = []
    for one in annotations:
        if isinstance(one, Unread):
            message = say(language, f"unread.{one.why}", detail=one.detail)
            problems.append(Problem((root / one.article.path).as_posix(), 0, 0, message))
        else:
            read.append(one)
    return tuple(read), tuple(problems)
