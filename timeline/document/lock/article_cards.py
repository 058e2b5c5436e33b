"""The cards of articles as the lock keeps them: everything but the text, and nothing that is empty."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, fields
from typing import Any

from timeline.document.lock.values import list_of, text_of
from timeline.model import ArticleCard

_UNKEPT = ("id", "text")
_TEXTS = tuple(one.name for one in fields(ArticleCard) if one.type == "str" and one.name not in _UNKEPT)


def raw_card(card: ArticleCard) -> dict[str, Any]:
    """A card as JSON holds it, under its id.

    Returns:
        A mapping that `json.dumps` accepts.
    """
    fields = asdict(card) | {"published": card.published.isoformat()}
    return {name: value for name, value in fields.items() if value and name not in _UNKEPT}


def load_card(id_: str, raw: Mapping[str, Any]) -> ArticleCard:
    """The inverse of the card's value in the lock.

    Raises:
        ValueError, KeyError, TypeError: The value is not a card.
    """
    texts = {name: text_of(raw[name]) for name in _TEXTS if name in raw}
    if unknown := raw.keys() - {*_TEXTS, "published", "organisations"}:
        raise ValueError(f"a card has no {min(unknown)}")
    published = datetime.date.fromisoformat(text_of(raw["published"]))
    organisations = tuple(map(text_of, list_of(raw.get("organisations", []))))
    return ArticleCard(**{"title": "", **texts}, id=id_, published=published, organisations=organisations)


def kept_cards(
    known: Mapping[str, ArticleCard], given: Iterable[ArticleCard], cited: Collection[str]
) -> dict[str, ArticleCard]:
    """The cards to keep in the lock.

    Args:
        known: The cards that the lock has, by article.
        given: The cards of the present articles.
        cited: The ids of the cited articles; only their cards are kept.

    Returns:
        The cards by article: the present one, or the last one where the article is gone.
    """
    return {id_: card for id_, card in {**known, **{card.id: card for card in given}}.items() if id_ in cited}
