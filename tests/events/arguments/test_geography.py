"""Places are weighed by the countries of the others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from timeline.events.arguments.geography.relations import (
    COLUMNS,
    CONSIDERED,
    MODEL,
    UNLIKELY,
    ArticleGeography,
    columns,
    corrected,
)
from timeline.events.boosting import load
from timeline.events.geography.country_codes import PlaceKind, country_code


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("Afghanistan", "AF", PlaceKind.COUNTRY),
        ("RDC", "CD", PlaceKind.COUNTRY),
        ("Etats-Unis", "US", PlaceKind.COUNTRY),
        ("Côte d’Ivoire", "CI", PlaceKind.COUNTRY),
        ("Côte d'Ivoire", "CI", PlaceKind.COUNTRY),
        ("Morbihan", "FR", PlaceKind.PART),
        ("Texas", "US", PlaceKind.PART),
        ("Kaboul", "AF", PlaceKind.TOWN),
        ("Void-Vacon", "FR", PlaceKind.TOWN),
        ("aéroport de Nice", "FR", PlaceKind.SITE),
        ("15e arrondissement de Paris", "FR", PlaceKind.SITE),
        ("bassin d'Arcachon", "FR", PlaceKind.SITE),
    ],
)
def test_the_country_of_a_place(name: str, code: str, kind: PlaceKind) -> None:
    assert country_code(name) == (code, kind)


@pytest.mark.parametrize("name", ["", " ", "Europe", "mer Méditerranée", "nulle part", "kaboul", "Kabou", "Kaboul\tAF"])
def test_a_name_that_is_in_no_country(name: str) -> None:
    assert country_code(name) is None


NAMES = ("Kaboul", "Afghanistan", "Herat", "Pakistan", "Europe", "")
ODDS = np.array([[2.0, -1.0, 0.5, -3.0, 1.0, -9.0], [-2.0, 1.5, -1.0, 3.0, -8.0, -9.0]])
ACTORS = np.full(ODDS.shape, -5.0)


def related(column: str, setting: str = "Afghanistan") -> list[list[float]]:
    geography = ArticleGeography.of(NAMES, (3, 2, 1, 1, 4, 7), setting)
    found = columns(ODDS, ACTORS, geography)
    assert found.shape == (*ODDS.shape, len(COLUMNS))
    values: list[list[float]] = found[..., COLUMNS.index(column)].tolist()
    return values


UNKNOWN = UNLIKELY - 1


@pytest.mark.parametrize(
    ("column", "first", "second"),
    [
        ("score", [2, -1, 0.5, -3, 1, UNLIKELY], [-2, 1.5, -1, 3, UNLIKELY, UNLIKELY]),
        ("best other", [1, 2, 2, 2, 2, 2], [3, 3, 3, 1.5, 3, 3]),
        ("likely", [3] * 6, [2] * 6),
        ("kind", [2, 0, 2, 0, -1, -1], [2, 0, 2, 0, -1, -1]),
        ("of setting", [1, 1, 1, 0, 0, 0], [1, 1, 1, 0, 0, 0]),
        # a town's country, a country's likeliest town
        ("below or above", [-1, 2, -1, UNLIKELY, UNKNOWN, UNKNOWN], [1.5, -1, 1.5, UNLIKELY, UNKNOWN, UNKNOWN]),
        ("beside", [0.5, UNLIKELY, 2, UNLIKELY, UNKNOWN, UNKNOWN], [-1, UNLIKELY, -2, UNLIKELY, UNKNOWN, UNKNOWN]),
        ("another country", [-3, -3, -3, -1, UNKNOWN, UNKNOWN], [3, 3, 3, 1.5, UNKNOWN, UNKNOWN]),
        (
            "place of another country",
            [UNLIKELY, UNLIKELY, UNLIKELY, 2, UNKNOWN, UNKNOWN],
            [UNLIKELY, UNLIKELY, UNLIKELY, -1, UNKNOWN, UNKNOWN],
        ),
        ("mentions of country", [6, 6, 6, 1, 0, 0], [6, 6, 6, 1, 0, 0]),
        ("names of country", [1, 1, 1, 1, -1, -1], [1, 1, 1, 1, -1, -1]),
        ("parts of country", [2, 2, 2, 0, -1, -1], [2, 2, 2, 0, -1, -1]),
    ],
)
def test_how_places_are_related(column: str, first: Sequence[float], second: Sequence[float]) -> None:
    assert related(column) == [list(first), list(second)]


def test_a_setting_without_a_country_is_that_of_no_name() -> None:
    assert related("of setting", "") == related("of setting", "Mali") == [[0] * 6] * 2


@pytest.mark.parametrize(
    ("here", "abroad"),
    [
        ((1, 0, 0, 0, 0, 0), (0, 0, 0, 1, 0, 0)),  # beside Kabul only Pakistan is abroad: nobody knows where Europe is
        ((0, 0, 0, 1, 0, 0), (1, 1, 1, 0, 0, 0)),
        ((1, 0, 0, 1, 0, 0), (0, 0, 0, 0, 0, 0)),
        ((0, 0, 0, 0, 1, 0), (0, 0, 0, 0, 0, 0)),
    ],
)
def test_places_abroad(here: Sequence[int], abroad: Sequence[int]) -> None:
    geography = ArticleGeography.of(NAMES, (1, 1, 1, 1, 1, 1), "")
    assert geography.abroad([bool(one) for one in here]) == [bool(one) for one in abroad]


@pytest.mark.parametrize("names", [("Europe",), ("Kaboul",), ("Europe", "mer Noire"), ("Mali", "Mali du Nord")])
def test_few_names_have_all_columns(names: Sequence[str]) -> None:
    odds = np.array([[0.5] * len(names)])
    found = columns(odds, odds, ArticleGeography.of(names, [1] * len(names), ""))
    assert found.shape == (1, len(names), len(COLUMNS))
    assert np.isfinite(found).all()


def test_each_event_is_weighed_by_itself() -> None:
    geography = ArticleGeography.of(NAMES, (3, 2, 1, 1, 4, 7), "")
    apart = [corrected(ODDS[[row]], ACTORS[[row]], geography)[0].tolist() for row in range(2)]
    assert corrected(ODDS, ACTORS, geography).tolist() == apart


def test_an_unlikely_place_stays_as_it_is() -> None:
    geography = ArticleGeography.of(NAMES, (3, 2, 1, 1, 4, 7), "")
    found = corrected(ODDS, ACTORS, geography)
    assert (found[ODDS <= CONSIDERED] == ODDS[ODDS <= CONSIDERED]).all()
    assert (found[ODDS > CONSIDERED] != ODDS[ODDS > CONSIDERED]).any()
    none = np.full(ODDS.shape, CONSIDERED)
    assert corrected(none, ACTORS, geography) is none


def test_another_countrys_town_speaks_against_a_country() -> None:
    """The same odds of Pakistan beside Kabul and beside Karachi."""
    odds, actors = np.array([[2.5, 0.0]]), np.array([[-5.0, -5.0]])
    chosen = [
        corrected(odds, actors, ArticleGeography.of((town, "Pakistan"), (3, 1), ""))[0, 1]
        for town in ("Kaboul", "Karachi")
    ]
    assert chosen[0] < chosen[1]


def test_the_model_knows_its_columns() -> None:
    assert load("timeline.events.arguments.geography", MODEL).features == COLUMNS
