"""The names that head the paragraphs of a column of briefs: "Vallourec. Le fabricant de tubes annonce …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.events.context import Context
from timeline.events.geography.capitals import written_small
from timeline.events.geography.country_codes import PlaceKind, country_code
from timeline.events.tree import Tree
from timeline.languages.folding import fold
from timeline.languages.function_words import function_words
from timeline.languages.press import phrases

_FEWEST = 2
"""The paragraphs that a column of briefs heads with different names; one may be a signature or a dateline."""
_LINKS = function_words("name_link")
_HEAD = re.compile(
    r"""(?mx)^[^\S\n]*(?P<name>[A-ZÀ-Ý][\w'’\ -]{2,38}?)
        (?:(?P<stop>\.)(?:[^\S\n]*[–—-])?[^\S\n]+\S|[^\S\n]*(?:[–—]|-[^\S\n]|:[^\S\n]+(?=[a-zà-ÿ]))|(?P<alone>[^\S\n]*$))"""
)
"""A name before a full stop or a dash, before a colon and a small letter (who speaks has a capital), or on a line."""


@dataclass(frozen=True, slots=True)
class ParagraphHead:
    """A name at the beginning of a paragraph, and the stretch of text that it heads, as code points (end exclusive).

    `is_town` is set for a place that the gazetteer has.
    """

    name: str
    start: int
    end: int
    is_town: bool


def head_of(context: Context, trees: Sequence[Tree], tree: Tree) -> ParagraphHead | None:
    """The name that heads the paragraph of a sentence.

    Args:
        context: The article.
        trees: The trees of its sentences, in text order.
        tree: One of them.

    Returns:
        The head; None where the article is no column of briefs, or has none there.
    """
    heads = trees[0].remembered("paragraph heads", trees, lambda: _heads(context, trees))
    at = tree.sentence.span.start
    return next((head for head in reversed(heads) if head.start <= at < head.end), None)


def _heads(context: Context, trees: Sequence[Tree]) -> tuple[ParagraphHead, ...]:
    found = tuple(_heads_in(context.article.text, frozenset(_names(trees))))
    return found if len({head.name for head in found}) >= _FEWEST else ()


def _heads_in(text: str, names: frozenset[str]) -> Iterator[ParagraphHead]:
    """The heads of a text, in text order.

    A town may stand before a dash, or on a line of its own for all lines up to the next one; any other name stands
    before a full stop.
    """
    matches = [one for one in _HEAD.finditer(text) if _has_capitals(one["name"])]
    for number, one in enumerate(matches):
        name = written_small(one["name"]) if one["name"].isupper() else one["name"]
        code = country_code(name)
        is_town = code is not None and code.kind is not PlaceKind.SITE
        if not is_town and not (one["stop"] and one["name"] in names and not _says_what_it_is(one["name"])):
            continue
        behind = matches[number + 1].start() if number + 1 < len(matches) else len(text)
        line = text.find("\n", one.end())
        alone = one["alone"] is not None
        yield ParagraphHead(name, one.start(), behind if alone or line < 0 else line, is_town)


def _says_what_it_is(head: str) -> bool:
    """Whether it is the genre of the text, opens an answer or a day: "PORTRAIT. Fille d'ouvriers, …", "Oui. En mai"."""
    return any(fold(head) in phrases(kind) for kind in ("text_labels", "answers", "row_weekdays"))


def _has_capitals(name: str) -> bool:
    return all(word[:1].isupper() or word.lower() in _LINKS for word in name.split())


def _names(trees: Sequence[Tree]) -> Iterator[str]:
    """The sentences that are a word alone, without their full stop; a noun may be a name: "Boulanger."."""
    for tree in trees:
        words = [token for token in tree.tokens if token.pos != "PUNCT"]
        if words and all(token.pos in ("PROPN", "NOUN", "X", "ADP", "DET") or token.entity for token in words):
            yield " ".join(token.text for token in words)
