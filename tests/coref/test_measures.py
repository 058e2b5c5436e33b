"""What a sentence measures, and when two sentences measure two things."""

import pytest

from timeline.coref.features.measures import differ, measures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("une étape de 237,5 kilomètres", {"kilometre": {237.5}}),
        ("62 % des Écossais, 51,9% des Britanniques", {"percent": {62.0, 51.9}}),
        ("est mort à l'âge de 73 ans", {"years": {73.0}}),
        ("12 000 km parcourus", {"kilometre": {12000.0}}),
        ("trois cents kilomètres", {}),
        ("632 morts et 12 anses", {}),
        ("le 12 mars, kilomètre 5", {}),
    ],
)
def test_measures(text: str, found: dict[str, set[float]]) -> None:
    assert measures("fr", text) == found


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("une étape de 237,5 kilomètres", "une étape de 216 kilomètres", False),
        ("une étape de 237,5 kilomètres", "une étape de 180 kilomètres", True),
        ("réélu avec 58,5 % des voix", "réélu avec 58 % des voix", False),
        ("55,3 % ont voté contre", "62 % ont voté contre", True),
        ("mort à 73 ans", "mort à 83 ans", True),
        ("mort à 73 ans", "62 % ont voté contre", False),
        ("mort à 73 ans", "mort après trente ans de carrière", False),
    ],
)
def test_differ(one: str, other: str, two: bool) -> None:
    assert differ(measures("fr", one), measures("fr", other)) is two
    assert differ(measures("fr", other), measures("fr", one)) is two


def test_a_language_without_units_measures_nothing() -> None:
    assert measures("xx", "62 %") == {}
