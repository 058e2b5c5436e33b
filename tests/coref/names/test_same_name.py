import pytest

from timeline.coref.names.same_name import alike, countries, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vladimir Poutine", "Poutine"),
        ("Vladimir Poutine", "V. Poutine"),
        ("Bertrand de Broc", "de Broc"),
        ("Etats-Unis", "États-Unis"),
        ("Les Sables-d'Olonne", "Sables d’Olonne"),
        ("Jean-Luc Mélenchon", "J.-L. Mélenchon"),
        ("Mme Le Pen", "Marine Le Pen"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    assert alike(tokens(one), tokens(other))
    assert alike(tokens(other), tokens(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Donald Trump", "Ivanka Trump"),
        ("Donald Trump", "Donald Trump Jr."),
        ("Alexandre Dumas père", "Alexandre Dumas fils"),
        ("Emmanuel Macron", "Brigitte Macron"),
        ("Jean Dupont", "Jean Durand"),
        ("Corée du Nord", "Corée du Sud"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert not alike(tokens(one), tokens(other))


def test_countries_are_known_by_their_french_names() -> None:
    assert {tokens("Maroc"), tokens("États-Unis"), tokens("Europe")} <= countries("fr")
    assert tokens("Lyon") not in countries("fr")
    assert countries("no such language") == frozenset()
