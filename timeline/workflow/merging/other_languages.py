"""Events that only articles in another language than the timeline's tell: their titles are in that language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.i18n import say
from timeline.model import Article, Entry


def foreign(articles: Sequence[Article], language: str) -> tuple[Article, ...]:
    """The articles in another language than the timeline's; none where all are: then the head does not say which.

    Args:
        articles: The articles of the timeline.
        language: The timeline's language.
    """
    others = tuple(one for one in articles if one.language != language)
    return others if len(others) < len(articles) else ()


def set_aside(entries: Iterable[Entry], others: Sequence[Article]) -> tuple[Entry, ...]:
    """The entries; those that only articles in another language tell without weight, for the candidates.

    Args:
        entries: All entries.
        others: The articles in another language.
    """
    ids = {one.id for one in others}
    return tuple(
        replace(one, weight=0.0) if ids and ids.issuperset(source.article for source in one.sources) else one
        for one in entries
    )


def told(others: Sequence[Article], language: str) -> tuple[str, ...]:
    """The line that says so, for the person who builds.

    Args:
        others: The articles in another language.
        language: The language of the interface.
    """
    if not others:
        return ()
    return (say(language, "build.other_language", count=len(others), article=others[0].id),)
