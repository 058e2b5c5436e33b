"""Correct how likely each name is a place of an event by the countries of the other likely places.

The log odds of each name are weighed against those of the article's other names: whether "Afghanistan" is a place of an
event depends on how likely "Kaboul" is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.events import boosting
from timeline.events.geography.country_codes import PlaceKind, country_code

Margins = NDArray[np.float64]
Rows = NDArray[np.float32]

COLUMNS = (
    "score", "best other", "likely", "score as actor", "best actor",
    "kind", "of setting", "below or above", "lead on it", "beside", "another country", "place of another country",
    "mentions of country", "share of mentions", "names of country", "parts of country",
)  # fmt: skip
"""Features of an event's place: log odds, and their relation to those of the other names.

"below or above" is the best of the towns and parts of a country, or the best name of a place's country; "beside" the
best other one of the same level and country.
"""
UNLIKELY = -6.0
"""Log odds under which it does not matter how unlikely a place is; also where there is none."""
MODEL = "relations.onnx.gz"
CONSIDERED = -4.0
"""Log odds up to which a name is no place, whatever the others are."""
_UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class ArticleGeography:
    """The countries of an article's names.

    `kinds` is the `PlaceKind` of each name, `groups` the number of its country, -1 for both where it is unknown.
    `mentions` counts the occurrences of the names of each country; `setting` is the country of the headline's place.
    """

    kinds: NDArray[np.int64]
    groups: NDArray[np.int64]
    mentions: NDArray[np.int64]
    setting: int

    @classmethod
    def of(cls, names: Sequence[str], counts: Sequence[int], setting: str) -> ArticleGeography:
        """The geography of an article.

        Args:
            names: Its names; "" for one that is no place.
            counts: How often each occurs.
            setting: The place before the colon of its headline, or "".
        """
        found = [country_code(name) for name in names]
        numbers: dict[str, int] = {}
        for one in found:
            if one is not None:
                numbers.setdefault(one.code, len(numbers))
        groups = np.array([numbers[one.code] if one else _UNKNOWN for one in found], dtype=np.int64)
        kinds = np.array([int(one.kind) if one else _UNKNOWN for one in found], dtype=np.int64)
        known = groups >= 0
        mentions = np.bincount(groups[known], weights=np.array(counts)[known], minlength=len(numbers)).astype(np.int64)
        where = country_code(setting) if setting else None
        return cls(kinds, groups, mentions, numbers.get(where.code, _UNKNOWN - 1) if where else _UNKNOWN - 1)

    def abroad(self, is_home: Sequence[bool]) -> list[bool]:
        """Which names are of other countries than some of them.

        Args:
            is_home: For each name whether it is one of those.

        Returns:
            For each name whether its country is known and none of theirs; none is where theirs is unknown.
        """
        groups = self.groups.tolist()
        at_home = {group for group, is_here in zip(groups, is_home, strict=True) if is_here and group >= 0}
        return [bool(at_home) and group >= 0 and group not in at_home for group in groups]


def columns(places: Margins, people: Margins, geography: ArticleGeography) -> Rows:
    """The values of `COLUMNS`.

    Args:
        places: (events, names): the log odds that each name is a place of each event.
        people: (events, names): the same for a participant.
        geography: The countries of the names.

    Returns:
        (events, names, COLUMNS).
    """
    score, actor = np.maximum(places, UNLIKELY), np.maximum(people, UNLIKELY)
    groups, is_country = geography.groups, geography.kinds == PlaceKind.COUNTRY
    known, shape, count = groups >= 0, score.shape, len(geography.mentions)
    best = [_best_by_country(score, np.where(level, groups, _UNKNOWN), count) for level in (is_country, ~is_country)]
    of_country, of_parts = (_seen_by(each[..., 0], groups) for each in best)
    second_country, second_part = (_seen_by(each[..., 1], groups) for each in best)
    other_level = np.where(is_country, of_parts, of_country)
    first, second = np.where(is_country, of_country, of_parts), np.where(is_country, second_country, second_part)
    elsewhere = [_seen_by(_best_elsewhere(each[..., 0]), groups) for each in best]
    number = np.where(known, groups, 0)
    mentions = np.append(geography.mentions, 0)[np.where(known, number, count)]
    names = [np.bincount(groups[known & level], minlength=count + 1)[number] for level in (is_country, ~is_country)]
    of_name = (
        geography.kinds,
        (groups == geography.setting) & known,
        mentions,
        mentions / max(1, int(geography.mentions.sum())),
        *(np.where(known, each, _UNKNOWN) for each in names),
    )
    kind, of_setting, *counted = (np.broadcast_to(each, shape) for each in of_name)
    likely = np.broadcast_to((score >= 0).sum(axis=-1, keepdims=True), shape)
    beside = np.where(score == first, second, first)
    found = (
        *(score, _best_other(score), likely, actor, _best_other(actor)),
        *(kind, of_setting, other_level, score - other_level, beside, *elsewhere, *counted),
    )
    return np.stack(found, axis=-1).astype(np.float32)


def _best_by_country(score: Margins, groups: NDArray[np.int64], count: int) -> Margins:
    """(events, countries, 2): the best and the second log odds of the names of each country."""
    best = np.full((len(score), count, 2), UNLIKELY)
    for group in range(count):
        its = np.sort(score[:, groups == group], axis=-1)[:, ::-1][:, :2]
        best[:, group, : its.shape[1]] = its
    return best


def _seen_by(best: Margins, groups: NDArray[np.int64]) -> Margins:
    """The value of each name's country; `UNLIKELY` - 1 for a name whose country is unknown."""
    padded = np.hstack([best, np.full((len(best), 1), UNLIKELY - 1.0)])
    return padded[:, np.where(groups >= 0, groups, best.shape[1])]


def _best_elsewhere(best: Margins) -> Margins:
    """For each country the best value of the others."""
    return _best_other(best) if best.shape[1] > 1 else np.full(best.shape, UNLIKELY)


def _best_other(score: Margins) -> Margins:
    """For each name the best log odds of the others; `UNLIKELY` where it is the only one."""
    if score.shape[1] == 1:
        return np.full(score.shape, UNLIKELY)
    order = np.sort(score, axis=-1)
    first, second = order[:, -1:], order[:, -2:-1]
    return np.where(score == first, second, first)


def corrected(places: Margins, people: Margins, geography: ArticleGeography) -> Margins:
    """The log odds that each name is a place of each event, with what the learned model adds to them.

    Args:
        places: (events, names): the log odds of each name by itself.
        people: (events, names): the same for a participant.
        geography: The countries of the names.

    Returns:
        (events, names): the corrected log odds.
    """
    likely = places > CONSIDERED
    if not likely.any():
        return places
    model = boosting.load("timeline.events.arguments.geography", MODEL)
    found = places.copy()
    found[likely] += model.scores(columns(places, people, geography)[likely], COLUMNS)[:, 0]
    return found
