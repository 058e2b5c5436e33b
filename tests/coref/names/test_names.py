import pytest

from tests.coref.making import annotated, merged, telling
from timeline.coref import Names, Naming, slug
from timeline.coref.names.canonical import canon

PEOPLE = [
    "Vladimir Poutine",
    "V. Poutine",
    "Poutine",
    "Donald Trump",
    "Ivanka Trump",
    "Trump",
    "George Bush",
    "Georges Dumas",
]


def articles(*names: str, repeat: int = 1) -> list:
    return [
        annotated(f"{name} est parti.", "partir", article=f"{name}-{number}", people=(name,))
        for name in names
        for number in range(repeat)
    ]


def test_short_forms_get_the_full_name() -> None:
    found = canon(articles(*PEOPLE), Names()).people
    assert found["Poutine"] == found["V. Poutine"] == "Vladimir Poutine"


def test_a_family_name_that_two_bear_stays_alone() -> None:
    found = canon(articles(*PEOPLE), Names()).people
    assert found["Trump"] == "Trump"
    assert found["Donald Trump"] == "Donald Trump"


def test_unless_one_of_them_is_named_nearly_always() -> None:
    found = canon([*articles("Donald Trump", repeat=20), *articles("Ivanka Trump", "Trump")], Names()).people
    assert found["Trump"] == "Donald Trump"


def test_father_and_son_stay_two() -> None:
    found = canon(articles("Alexandre Dumas", "Alexandre Dumas fils"), Names()).people
    assert found["Alexandre Dumas"] == "Alexandre Dumas"
    assert found["Alexandre Dumas fils"] == "Alexandre Dumas fils"


def test_the_commonest_spelling_stands() -> None:
    found = canon([*articles("Zelensky", repeat=2), *articles("zelensky")], Names()).people
    assert set(found.values()) == {"Zelensky"}


CAPITALS = [
    (["PARIS", "PARIS", "Paris"], "Paris"),
    (["PARIS"], "Paris"),
    (["AIX-EN-PROVENCE"], "Aix-en-Provence"),
    (["L'ÎLE-D'YEU"], "L'Île-d'Yeu"),
    (["LE MANS"], "Le Mans"),
    (["NEW YORK"], "New York"),
    (["RDC"], "RDC"),
    (["CHRU"], "CHRU"),
    (["CHU de Lille"], "CHU de Lille"),
    (["Val-de-Marne"], "Val-de-Marne"),
]


@pytest.mark.parametrize(("names", "printed"), CAPITALS)
def test_a_dateline_in_capitals_is_printed_in_small_letters(names: list[str], printed: str) -> None:
    told = [
        annotated("Il neige.", "neiger", article=f"{name}-{number}", places=(name,))
        for number, name in enumerate(names)
    ]
    assert set(canon(told, Names()).places.values()) == {printed}
    ordered = Names(places=(Naming(names[0]),))
    assert canon(told, ordered).places[names[0]] == names[0]  # as a person orders


def test_places_are_not_joined_by_their_last_word() -> None:
    told = [
        annotated("Il neige.", "neiger", article=name, places=(name,)) for name in ("États-Unis", "sud des États-Unis")
    ]
    assert canon(told, Names()).places["États-Unis"] == "États-Unis"


@pytest.mark.parametrize(
    ("place", "counts"),
    [
        ("Gap", True),
        ("salle Rex", True),
        ("départementale 32", True),
        ("平壤", True),  # no capitals in this script
        ("salle des fêtes", False),
        ("palais de justice", False),
    ],
)
def test_a_site_that_every_town_has_tells_no_events_together_or_apart(place: str, counts: bool) -> None:
    assert bool(telling(annotated("Il neige.", "neiger", places=(place,))).places) is counts


def test_a_person_joins_splits_and_renames() -> None:
    names = Names(
        people=(
            Naming("Vladimir Poutine", also=("Poutine", "le chef du Kremlin")),
            Naming("Donald Trump", also=("Trump",), slug="trump"),
            Naming("Georges Bush père", also=("George Bush",)),
        ),
        places=(Naming("Kyiv", also=("Kiev",)),),
    )
    (entry,) = merged(
        [
            annotated(
                "Trump et le chef du Kremlin se voient à Kiev.",
                "voir",
                people=("Trump", "le chef du Kremlin"),
                places=("Kiev",),
            )
        ],
        names=names,
    )
    assert entry.people == ("Donald Trump", "Vladimir Poutine")
    assert entry.places == ("Kyiv",)
    assert names.addresses() == {("people", "Donald Trump"): "trump"}


def test_an_entry_has_no_name_that_a_person_ignores() -> None:
    names = Names(people=(Naming("Gilet", ignored=True),), places=(Naming("Héliade", also=("HELIADE",), ignored=True),))
    told = annotated("Un Gilet voit Héliade.", "voir", people=("Gilet", "Paul Rey"), places=("Gap", "HELIADE"))
    (entry,) = merged([told], names=names)
    assert (entry.people, entry.places) == (("Paul Rey",), ("Gap",))


def test_what_a_person_keeps_apart_stays_apart() -> None:
    names = Names(people=(Naming("Poutine", apart=("Vladimir Poutine",)),))
    assert canon(articles("Poutine", "Vladimir Poutine"), names).people["Poutine"] == "Poutine"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Élisabeth Borne", "elisabeth-borne"), ("L’Haÿ-les-Roses", "l-hay-les-roses"), ("Œuvre", "oeuvre"), ("…", "x")],
)
def test_slugs(name: str, expected: str) -> None:
    assert slug(name) == expected
