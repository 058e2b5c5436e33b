"""The map of places: where they lie, what is drawn of the world, which dots have names."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.site.sample import BAKHMUT, entry
from timeline import site
from timeline.model import Timeline
from timeline.site.maps.brackets import regions_in_brackets
from timeline.site.maps.drawing import Place, maps
from timeline.site.maps.frame import frames
from timeline.site.maps.gazetteer import LatLon, located
from timeline.site.maps.homonyms import placed


@pytest.mark.parametrize(
    ("name", "latitude", "longitude"),
    [
        ("Paris", 48.9, 2.3),
        ("Vannes", 47.7, -2.8),
        ("La Réunion", -21.1, 55.5),  # not the Saint-Denis near Paris
        ("Morbihan", 47.7, -2.8),  # at its prefecture
        ("Côte d’Ivoire", 7.6, -5.6),
        ("Val-d'Oise", 49.0, 2.1),
        ("Kremlin", 55.8, 37.6),
        ("Vienne", 48.2, 16.4),  # the capital is meant more often than the town in the Isère
        ("Orange", 44.1, 4.8),  # not the one in California
        ("Saint-Denis", 48.9, 2.4),
        ("Russie", 55.8, 37.6),  # its middle would be in Siberia
        ("Londres", 51.5, -0.1),
        ("Muyinga", -2.8, 30.3),  # a small town where French is official
        ("République du Congo", -0.8, 15.2),  # a country by its official name, and not its neighbour
        ("Confédération suisse", 46.8, 8.2),
        ("Oregon", 44.0, -120.5),  # the state, not the town in Ohio
        ("mer Noire", 43.3, 34.5),
        ("Navarre", 42.7, -1.6),  # the region, not the town in Florida
        ("Col du Tourmalet", 42.9, 0.1),
        ("Cherbourg-en-Cotentin", 49.6, -1.6),  # a town under its new name
    ],
)
def test_places_lie_where_the_press_means_them(name: str, latitude: float, longitude: float) -> None:
    assert located(name) == pytest.approx((latitude, longitude), abs=0.12)


@pytest.mark.parametrize("name", ["", "Dupont", "Paris\t", "zzz", "\U0010ffff", "paris", "Afrique", "Europe"])
def test_what_is_no_place_lies_nowhere(name: str) -> None:
    assert located(name) is None


NEAR_VIENNE = ["Vienne", "Grenoble", "Lyon", "Péage-de-Roussillon", "Isère"]


@pytest.mark.parametrize(
    ("articles", "name", "latitude", "longitude"),
    [
        ([NEAR_VIENNE], "Vienne", 45.5, 4.9),  # the town on the Rhône
        ([[*NEAR_VIENNE, "Cologne", "Roumanie"]], "Vienne", 45.5, 4.9),  # its owner's seat does not count against it
        (
            [["Vienne", "Lyon", "Grenoble"], ["Vienne", "Isère"], *[["Vienne", far] for far in ("Cologne", "Brasov")]],
            "Vienne",
            45.5,
            4.9,
        ),
        (
            [["Vienne", "Isère", "Lyon"], ["Vienne", "Isère"], ["Vienne", "Cologne", "Brasov", "Roumanie"]],
            "Vienne",
            48.2,
            16.4,
        ),
        ([NEAR_VIENNE], "Lyon", 45.8, 4.8),
        ([["Vienne"]], "Vienne", 48.2, 16.4),
        ([["Vienne", "Lyon"]], "Vienne", 48.2, 16.4),  # one place near it is too little
        ([["Vienne", "Téhéran", "Genève", "Paris", "Washington", "Lyon", "Grenoble"]], "Vienne", 48.2, 16.4),
        ([["Vienne", "Bratislava", "Grenoble", "Lyon", "Isère"]], "Vienne", 48.2, 16.4),  # not far from all others
        ([["Vienne", "Téhéran"], ["Grenoble", "Lyon", "Isère"]], "Vienne", 48.2, 16.4),  # others are in another article
        ([["Tripoli", "Beyrouth", "Zahlé", "Damas"]], "Tripoli", 34.4, 35.8),
        ([["Tripoli", "Misrata", "Benghazi"]], "Tripoli", 32.9, 13.2),
        ([["Saint-Denis", "Saint-Paul", "La Réunion"]], "Saint-Denis", -20.9, 55.5),
        ([["Changé", "Laval", "Nantes"], ["Changé", "Laval"]], "Changé", 48.1, -0.8),  # beside Laval, not Le Mans
        ([["Changé"], ["Laval", "Cholet"], ["Laval", "Annecy"]], "Changé", 48.1, -0.8),  # alone: the story's centre
        ([["Changé", "Laval", "Nantes"]], "Changé", 48.0, 0.3),  # one article is too little
        ([["Changé", "Le Mans"], ["Changé", "Le Mans"], ["Changé", "Laval"]], "Changé", 48.0, 0.3),
        ([["Changé", "Nantes"], ["Changé", "Nantes"], ["Laval"], ["Laval"]], "Changé", 48.0, 0.3),
    ],
)
def test_the_other_places_of_an_article_say_which_town_is_meant(
    articles: list[list[str]], name: str, latitude: float, longitude: float
) -> None:
    assert placed(articles)[name] == pytest.approx((latitude, longitude), abs=0.12)


TOLD = (
    ("Rhodes", "Des moutons ont été tués lundi à Rhodes (Moselle).", None),  # a village that the table does not have
    ("Rhodes", "Un incendie a éclaté à Rhodes (Grèce).", (36.4, 28.2)),
    ("Rhodes", "Un incendie a éclaté à Rhodes.", (36.4, 28.2)),
    ("Vienne", "Un pont est fermé à Vienne (Isère).", (45.5, 4.9)),
    ("Vienne", "Un pont est fermé dans la Grande-Vienne (Isère).", (48.2, 16.4)),
    ("Vienne", "Il a joué à Vienne (Paul Rey).", (48.2, 16.4)),
    ("Nancy", "Le marché de Nancy (Grand Est) rouvre.", (48.7, 6.2)),
)


@pytest.mark.parametrize(("name", "quote", "at"), TOLD)
def test_the_region_in_brackets_says_which_town_is_meant(name: str, quote: str, at: tuple[float, float] | None) -> None:
    found = placed([[name]], regions_in_brackets([quote], [name])).get(name)
    assert found == (at if at is None else pytest.approx(at, abs=0.12))


def test_a_bracket_belongs_to_each_name_that_ends_before_it() -> None:
    names = ["Roche", "La Roche", "Sur-La Roche", "Rennes", "oche", ""]
    found = regions_in_brackets(["Fête à La Roche (Loire), puis à Rennes (Ille-et-Vilaine) et Rennes (Paul)."], names)
    assert found == {"Roche": {"Loire"}, "La Roche": {"Loire"}, "Rennes": {"Ille-et-Vilaine", "Paul"}}


def test_a_map_does_not_show_a_village_in_another_country() -> None:
    quote = "Des moutons ont été tués lundi à Rhodes (Moselle)."
    told = replace(entry("a", "2023-03-14", "Des moutons sont tués"), places=("Rhodes", "Moselle"))
    told = replace(told, sources=(replace(BAKHMUT.entries[0].sources[0], quote=quote),))
    page = str(site.render([replace(BAKHMUT, entries=(told,))])["bakhmut/map.html"])
    assert "Moselle" in page
    assert not re.search(r"<title>[^<]*Rhodes", page)


def places(*names: str) -> list[Place]:
    found = [(name, located(name)) for name in names]
    return [Place(at, (name,), f"places/{name}.html", 1) for name, at in found if at]


def test_a_close_up_is_drawn_where_most_is_near() -> None:
    near = ["Vannes", "Lorient", "Rennes", "Brest", "Quimper"]
    assert len(maps(places(*near))) == 1
    close, whole = maps(places(*near, "New York"))
    assert {dot.place.names[0] for dot in close.dots} == {*near}
    assert {dot.place.names[0] for dot in whole.dots} == {*near, "New York"}


BRITTANY = ["Vannes", "Lorient", "Rennes", "Brest", "Quimper"]


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (BRITTANY, ["New York"]),
        (BRITTANY, ["New York", "Tokyo", "Johannesburg"]),  # three of eight
        (BRITTANY, ["Marseille", "Strasbourg"]),
        (["Paris", "Bobigny", "Melun"], ["Lyon", "Bordeaux"]),
    ],
)
def test_a_story_of_one_region_is_not_shown_on_the_map_of_its_farthest_place(near: list[str], far: list[str]) -> None:
    close, whole = maps(places(*near, *far))
    assert {dot.place.names[0] for dot in close.dots} >= {*near}
    assert {dot.place.names[0] for dot in whole.dots} == {*near, *far}


@pytest.mark.parametrize("names", [["Paris"], ["Évry", "Paris", "Bobigny"], ["Moscou"], ["Kansas City"]])
def test_a_close_up_of_inland_towns_shows_a_coast_or_a_border(names: list[str]) -> None:
    (drawn,) = maps(places(*names))
    assert drawn.borders or drawn.land.count(" ") > 8  # more than the rectangle of a map that is all land


@pytest.mark.parametrize("names", [["Paris"], ["Paris", "Tokyo", "Auckland", "San Francisco"], ["Suva"], ["Reykjavik"]])
def test_every_dot_lies_on_its_map_and_names_do_not_meet(names: list[str]) -> None:
    for drawn in maps(places(*names)):
        assert drawn.land.startswith("M")
        assert 0.4 <= drawn.height / drawn.width <= 0.8
        for dot in drawn.dots:
            assert 0 <= dot.x <= drawn.width
            assert 0 <= dot.y <= drawn.height


def steps(path: str) -> list[tuple[int, int, int, int]]:
    """From where to where each line of a path goes."""
    found = []
    for line in re.findall(r"M[^M]+", path):
        x, y, *rest = map(int, re.findall(r"-?\d+", line))
        for right, down in zip(rest[::2], rest[1::2], strict=True):
            found.append((x, y, x + right, y + down))
            x, y = x + right, y + down
    return found


def test_no_land_leaps_from_one_edge_of_the_world_to_the_other() -> None:
    (drawn,) = maps(places("Suva", "Anchorage", "Moscou", "Auckland", "Ushuaia"))
    seen = [s for s in steps(drawn.land) if 0 < s[1] < drawn.height and 0 < s[3] < drawn.height]
    assert max(abs(s[2] - s[0]) for s in seen) < drawn.width / 8


def test_nothing_is_drawn_of_no_place() -> None:
    assert frames([]) == ()
    assert maps([]) == ()
    unknown = Timeline("Ici", "ici", "ici.yaml", entries=(entry("a", "2020-01-01", "Fait", places=("Zzz",)),))
    pages = site.render([unknown])
    assert "ici/map.html" not in pages
    assert "map.html" not in str(pages["ici/index.html"])


def test_two_names_of_one_point_are_one_dot() -> None:
    entries = (
        entry("a", "2020-01-01", "Fait", places=("Moscou", "Kremlin")),
        entry("b", "2020-01-02", "Suite", places=("Kremlin",)),
    )
    page = str(site.render([Timeline("M", "m", "m.yaml", entries=entries)])["m/map.html"])
    assert page.count("<circle") == 1
    assert "Kremlin, Moscou\u00a0: 3 événements" in page


def test_the_page_lists_what_the_map_shows_and_what_it_lacks() -> None:
    lost = replace(BAKHMUT.entries[0], id="z9", places=("Trifouillis",))
    page = str(site.render([replace(BAKHMUT, entries=(*BAKHMUT.entries, lost))])["bakhmut/map.html"])
    assert "5 lieux sur 6" in page
    after = page.split("Lieux qui ne sont pas sur la carte")[1]
    assert "Trifouillis" in after
    assert "places/bakhmut.html" in page
    assert "http" not in re.sub(r"<(head|meta)[^>]*>", "", page.split("<main")[1])


def test_the_middle_of_a_frame_has_true_proportions() -> None:
    (frame,) = frames([(LatLon(48.0, 2.0), 1), (LatLon(50.0, 2.0), 1)])
    (x, y), (_, south), (east, _) = frame.at((2, 49)), frame.at((2, 48)), frame.at((3, 49))
    assert (east - x) / (south - y) == pytest.approx(0.656, abs=0.02)  # cos 49°
