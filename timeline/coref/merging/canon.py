"""The canonical names of a few names of many articles, and which of them an update changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.coref.merging.columns import ArticleRow
from timeline.coref.names.canonical import Canon, Names, NamesOf, canon_of
from timeline.coref.names.same_name import family_name, tokens
from timeline.languages.folding import fold


def canon_within(articles: Iterable[ArticleRow], named: set[str], names: Names) -> Canon:
    """The canonical names of some names, and of all that share a family name with one of them.

    Returns:
        The same as `canon_of` for these.
    """
    return canon_of(_only([row.names for row in articles], named, names), names)


def _only(articles: Sequence[NamesOf], named: set[str], names: Names) -> list[NamesOf]:
    """The names of articles that share a family name with one of some, and those that a person ordered."""
    families = {family_name(tokens(name)) for name in named}
    ordered = {*names.aliases()}
    every = {name for its in articles for name in its.every}
    wanted = {name for name in every if family_name(tokens(name)) in families or fold(name) in ordered}
    return [its.only(wanted.__contains__) for its in articles]


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
    was, its = ({id(row): row for row in rows} for rows in (before, now))
    lost, came = ([row for key, row in one.items() if key not in other] for one, other in ((was, its), (its, was)))
    stays = [row for key, row in its.items() if key in was]
    seen = {name for row in (*changed, *lost) for name in (*row.named, *row.names.every)}
    only = _only([row.names for row in (*lost, *stays, *came)], seen, names)
    canons = canon_of(only[: len(lost) + len(stays)], names), canon_of(only[len(lost) :], names)
    return {
        name
        for one, other in zip(*((canon.people, canon.places) for canon in canons), strict=True)
        for name in {*one, *other}
        if one.get(name, name) != other.get(name, name)
    }
