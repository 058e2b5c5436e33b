"""The canonical names of a few names of many articles, and which of them an update changes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from timeline.coref.merging.columns import ArticleRow
from timeline.coref.names.canonical import Canon, Names, canon_of
from timeline.coref.names.same_name import family_name, tokens
from timeline.languages.folding import fold


def canon_within(articles: Iterable[ArticleRow], named: set[str], names: Names) -> Canon:
    """The canonical names of some names, and of all that share a family name with one of them.

    Returns:
        The same as `canon_of` for these.
    """
    families = {family_name(tokens(name)) for name in named}
    ordered = {*names.aliases()}

    @cache
    def wanted(name: str) -> bool:
        return family_name(tokens(name)) in families or fold(name) in ordered

    return canon_of([row.names.only(wanted) for row in articles], names)


def renamed(
    before: Iterable[ArticleRow], now: Iterable[ArticleRow], changed: Iterable[ArticleRow], names: Names
) -> set[str]:
    """The names whose canonical name is another one than before.

    Args:
        before: The articles of the last merge.
        now: The articles of now.
        changed: Those of now that are new, or that changed.
        names: What a person ordered about names.

    Returns:
        The names as the articles have them.
    """
    before, now = tuple(before), tuple(now)
    standing = set(map(id, now))
    lost = (row for row in before if id(row) not in standing)
    seen = {name for row in (*changed, *lost) for name in (*row.named, *row.names.every)}
    was, its = (canon_within(rows, seen, names) for rows in (before, now))
    return {
        name
        for one, other in ((was.people, its.people), (was.places, its.places))
        for name in {*one, *other}
        if one.get(name, name) != other.get(name, name)
    }
