"""Hints in texts, addresses and names; how they decide the date together."""

from __future__ import annotations

import datetime

import pytest

from timeline.articles.publication_date import hints
from timeline.articles.publication_date.evidence import Hint, decide

PARIS = "Europe/Paris"
DAY = datetime.date(2021, 3, 11)

LINES = {
    "Publié le 11 mars 2021 à 06h30": ["2021-03-11"],
    "Publié le 11/03/2021 à 06:30 | Mis à jour le 12/03/2021 à 10:00": ["2021-03-11", "2021-03-12 modified"],
    "Publié le 11/03/21 à 06:30 • Mis à jour le 12/03/21 à 10:00": ["2021-03-11", "2021-03-12 modified"],
    "Par Claire Morvan, publié le jeudi 11 mars 2021 à 18 h 05": ["2021-03-11"],
    "Article publié le 11 mars 2021": ["2021-03-11"],
    "Mis en ligne le 11 mars 2021, modifié le 1er avril 2021": ["2021-03-11", "2021-04-01 modified"],
    "Posted on March 11, 2021 by admin": ["2021-03-11"],
    "Published: 11 March 2021": ["2021-03-11"],
    "Date de publication : 11 mars 2021": ["2021-03-11"],
    "Mis à jour le 12 mars 2021": ["2021-03-12 modified"],
    # No publication lines:
    "Une étude publiée le 11 mars 2021 montre que le lynx revient.": [],
    "Le décret a été publié le 11 mars 2021 au Journal officiel.": [],
    "Publié le 11 mars": [],
    "Publié le 31 février 2021": [],
    "Le 11 mars 2021, le pont a été fermé.": [],
}

DATELINES = {
    "PARIS, 11 mars (AFP) - Le pont": (3, 11),
    "PARIS, 11 mars 2021 (AFP) - Le pont": "2021-03-11",
    "Lyon (AFP) - 11 mars 2021 - Le pont": "2021-03-11",
    "LONDON, March 11, 2021 (Reuters) - The bridge": "2021-03-11",
    "4 février 2017 . –": "2017-02-04",
    "4 février 2017. – Le juge": "2017-02-04",
    "SAINT-DENIS-DE-LA-RÉUNION, le 11 mars 2021 - Le pont": "2021-03-11",
    # Sentences, not datelines:
    "Le 11 mars, le pont a été fermé.": None,
    "Paris, 11 mars : le pont est fermé": None,
    "Mardi 11 mars, le pont a été fermé.": None,
    "Onze jours après": None,
    "À Paris, 11 marcheurs sont partis": None,
}

ADDRESSES = {
    "https://x.fr/attentats-du-13-novembre-2015/proces-123.html": None,
    "https://x.example/societe/article/2021/03/11/pont_6072731.html": "2021-03-11",
    "https://x.example/2021-03-11-pont": "2021-03-11",
    "https://x.example/20210311-pont": "2021-03-11",
    "https://x.example/pont-11-03-2021.php": "2021-03-11",
    "https://x.example/le-11-mars-2021-pont-ferme": "2021-03-11",
    "https://x.example/2021/03/pont": None,
    "https://x.example/pont-6072731": None,
    "https://x.example/2021/13/45/pont": None,
    "https://x.example/2021/03/11/retour-sur-le-2020-01-02": None,
    "https://x.example/99202103119": None,
    "https://[x/2021/03/11": None,
}


@pytest.mark.parametrize(("line", "expected"), LINES.items())
def test_publication_lines(line: str, expected: list[str]):
    found = hints.from_line(line, PARIS)
    assert [f"{hint.day}{' modified' if hint.modification else ''}" for hint in found] == expected


@pytest.mark.parametrize(("line", "expected"), DATELINES.items())
def test_datelines(line: str, expected: object):
    hint = hints.from_dateline(line, PARIS)
    assert (hint and (hint.month_day or hint.day.isoformat())) == expected


@pytest.mark.parametrize(("url", "expected"), ADDRESSES.items())
def test_addresses(url: str, expected: str | None):
    found = hints.from_address(url)
    assert [hint.day.isoformat() for hint in found] == ([expected] if expected else [])


def test_file_names():
    assert hints.from_address("2021-03-11-pont-ferme", "file name")[0].day == DAY
    assert hints.from_address("IMG_20210311", "file name")[0].day == DAY
    assert hints.from_address("article 12", "file name") == ()


def _hint(kind: str, day: int = 11, **more: object) -> Hint:
    return Hint(kind, kind, datetime.date(2021, 3, day), **more)


def test_a_persons_word_wins():
    decision = decide([_hint("told", 9), _hint("json-ld"), _hint("opengraph"), _hint("visible")])
    assert (decision.day.day, decision.kind) == (9, "told")
    assert [hint.kind for hint in decision.against] == ["json-ld", "opengraph", "visible"]


def test_what_several_parts_of_a_page_agree_on_wins_over_one():
    decision = decide([_hint("json-ld", 14), _hint("visible"), _hint("url")])
    assert decision.day == DAY
    assert [hint.kind for hint in decision.against] == ["json-ld"]


def test_the_same_kind_twice_is_one_voice():
    assert decide([_hint("json-ld"), *[_hint("time", 14)] * 3]).day == DAY


def test_a_modification_never_anchors():
    assert decide([_hint("json-ld", 14, modification=True)]).day is None
    assert decide([_hint("json-ld", 14, modification=True), _hint("url")]).day == DAY


def test_a_dateline_without_a_year_backs_or_contradicts():
    backing, against = (
        Hint("dateline", "PARIS, 10 mars", month_day=(3, 10)),
        Hint("dateline", "PARIS, 2 mars", month_day=(3, 2)),
    )
    assert decide([_hint("json-ld"), backing]).against == ()
    assert decide([_hint("json-ld"), against]).against == (against,)
    assert decide([backing]).day is None


def test_a_heuristic_alone_is_no_date():
    assert decide([_hint("htmldate")]).day is None


def test_a_capture_is_only_an_upper_bound():
    assert decide([_hint("capture", 20)]).day is None
    assert decide([_hint("json-ld"), _hint("capture", 20)]).against == ()
    assert [hint.kind for hint in decide([_hint("json-ld"), _hint("capture", 2)]).against] == ["capture"]


def test_a_local_clock_with_a_wrong_label_is_read_as_the_reader_sees_it():
    seen = datetime.datetime(2021, 3, 11, 23, 40, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))
    labelled = seen.replace(tzinfo=datetime.UTC)
    visible = Hint("visible", "Publié le 11 mars 2021 à 23h40", DAY, seen)
    decision = decide([Hint("json-ld", "2021-03-11T23:40:00Z", datetime.date(2021, 3, 12), labelled), visible])
    assert (decision.day, decision.time) == (DAY, seen)


def test_the_order_of_the_hints_does_not_matter():
    found = [_hint("json-ld", 14), _hint("visible"), _hint("url"), _hint("time", 14)]
    assert decide(found).day == decide(found[::-1]).day
