"""The articles that lack only a day, each with its likely day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice

from timeline import articles
from timeline.annotator import read_one
from timeline.i18n import say
from timeline.model import Annotated

_MOST = 10
"""The most articles for which a build looks for a day: each is read as if published on up to thirty days."""
_INSIDE = ("build.undated.unknown_inside", "build.undated.perhaps_inside")
_BESIDE = ("build.undated.unknown", "build.undated.perhaps")


def listed(
    undated: Sequence[articles.Undated], known: Callable[[], Iterable[Annotated]], model: str | None, language: str
) -> tuple[str, ...]:
    """A line for each of the first articles without a date, and one for the rest.

    Args:
        undated: The articles.
        known: Gives the events of all dated articles; asked only where an article has no evidence of its own.
        model: The spaCy pipeline to read with, None for our own.
        language: The language of the lines.

    Returns:
        The path, and the one day that weak evidence gives or, without any, that agrees with the dated articles.
    """
    few = tuple(islice(undated, _MOST))
    bare = [one for one in few if not one.candidates]
    suggested = articles.suggest_dates(bare, known(), partial(read_one, model=model)) if bare else ()
    days = {one.path: one.day for one in suggested}
    lines = []
    for each in few:
        day = each.candidates[0] if len(each.candidates) == 1 else days.get(each.path)
        inside = "#" in each.path or ".zip/" in each.path  # a record of an export, a file of an archive
        key = _INSIDE[day is not None] if inside else _BESIDE[day is not None]
        lines.append(say(language, key, path=each.path, day=day.isoformat() if day else ""))
    if len(undated) > _MOST:
        lines.append(say(language, "build.undated.more", count=len(undated) - _MOST))
    return tuple(lines)
