"""What a mention is filed under: which two mentions are compared at all."""

from __future__ import annotations

from typing import Any

import pytest

from tests.coref.making import annotated, telling
from timeline.coref.blocking import pairs_of
from timeline.model import Annotated, Basis

DAY = "2019-04-09"


def planned(**facts: Any) -> Annotated:
    return annotated("Le vote définitif est prévu mardi.", "vote", DAY, title="Pas d'entente en vue", **facts)


def adopted(lemma: str = "adopter", **facts: Any) -> Annotated:
    quote = "La loi sur l'eau a été adoptée par 289 voix contre 231."
    return annotated(quote, lemma, DAY, article="b", title="Des élus saisissent les Sages", **facts)


@pytest.mark.parametrize(
    ("one", "other", "compared"),
    [
        pytest.param(planned(), adopted(), True, id="one kind, each on a day that its text states"),
        pytest.param(planned(), adopted("démissionner"), False, id="two kinds"),
        pytest.param(planned(), adopted(basis=Basis.PUBLISHED), False, id="a day that is only inferred"),
    ],
)
def test_what_shares_only_its_kind_is_compared_on_a_stated_day(
    one: Annotated, other: Annotated, compared: bool
) -> None:
    filed = [set(pairs_of(telling(each)).tolist()) for each in (one, other)]
    assert bool(filed[0] & filed[1]) is compared
