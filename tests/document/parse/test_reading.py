"""What people type is what they mean."""

from __future__ import annotations

import pytest

from tests.document.examples import read, understand
from timeline.document import parse
from timeline.model import Granularity, Image, Length, Link, Status

EVENT = "title: x\nevents:\n- title: Un\n"


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2020", "2020"),
        ("'2020'", "2020"),
        ("2020-03", "2020-03"),
        ("2022-12-19", "2022-12-19"),
        ('"2022-12-19"', "2022-12-19"),
        ("2022-12-19/2022-12-20", "2022-12-19/2022-12-20"),
        ("../2022-12-20", "../2022-12-20"),
        ("2022-12-19/..", "2022-12-19/.."),
        ("2019~", "2019~"),
        ("2022-12-20T12:30", "2022-12-20T12:30"),
        ("1er mars 2020", "2020-03-01"),
        ("1er mars 2020 à 14 heures", "2020-03-01T14:00"),
        ("mars 2020", "2020-03"),
        ("vers 2019", "2019~"),
        ("avant 2020", "../2019"),
        ("inconnue", ""),
        ("unknown", ""),
        ("'?'", ""),
        ("n/a", ""),
        ("sans date", ""),
        ("s.d.", ""),
    ],
)
def test_dates(typed: str, edtf: str) -> None:
    (entry,) = read(f"{EVENT}  date: {typed}\n").entries
    assert entry.date == edtf
    assert (entry.interval is None) == (edtf == "")


@pytest.mark.parametrize(
    ("typed", "columns"),
    [("[“A B”, C, ‘D’]", [12, 22]), ("“A B”", [11]), ("[A “B” C, L’Haÿ, «A»]", []), ("[“A” et “B”]", [])],
)
def test_curved_quotation_marks_around_a_name_are_told(typed: str, columns: list[int]) -> None:
    parsed = parse(f"{EVENT}  date: 2020\n  people: {typed}\n", understand=understand)
    assert parsed.document
    assert [(problem.line, problem.column) for problem in parsed.problems] == [(5, column) for column in columns]


def test_scalars_are_text() -> None:
    (entry,) = read(EVENT + "  date: 2020\n  tags: [no, 12:30, 2020, 1e3, ~x, 0o7, NULL]\n  notes: null\n").entries
    assert entry.tags == ("no", "12:30", "2020", "1e3", "~x", "0o7", "NULL")


def test_every_field() -> None:
    text = """\
title: Chronologie
slug: bakhmut
language: fr
description: |
  Deux *phrases*.
articles: [seeds, "*.md"]
zone: Europe/Kiev
full_text: non
length: short
names: names.yaml
x-own: {a: [1, {b: c}]}
about:
  words: grève
  people: [Macron]
  period: 2019/2020
events:
- id: a.1-b
  date: 2020-03-01
  title: "Un : deux"
  text: |
    Un *texte*.

    Fin.
  status: planned
  ongoing: oui
  people: Vladimir Poutine
  places: [Minsk, "Bakhmout, Ukraine"]
  tags:
  - a
  - b
  importance: 3
  order: -2
  hidden: YES
  confirmed: true
  was: [2020-02]
  image: {src: photos/a.jpg, alt: Un pont}
  links: [https://a.fr/, {url: "mailto:a@b.fr", title: écrire}]
  notes: secret
  sources:
  - article: art
    quote: Un
    because: deux
    date: mars 2020
  - url: https://b.fr/x
    title: Ailleurs
"""
    document = read(text)
    head = document.head
    assert (head.slug, head.articles, head.zone, head.full_text) == ("bakhmut", ("seeds", "*.md"), "Europe/Kiev", False)
    assert head.description == "Deux *phrases*.\n"
    assert head.length is Length.SHORT
    assert (head.about.words, head.about.people, head.about.period) == (("grève",), ("Macron",), "2019/2020")
    assert head.about.interval is not None
    assert head.about.interval.granularity is Granularity.YEAR
    (entry,) = document.entries
    assert (entry.id, document.items[0].line, entry.status, entry.ongoing) == ("a.1-b", 17, Status.PLANNED, True)
    assert entry.text == "Un *texte*.\n\nFin.\n"
    assert (entry.people, entry.places) == (("Vladimir Poutine",), ("Minsk", "Bakhmout, Ukraine"))
    assert (entry.importance, entry.order, entry.hidden, entry.confirmed) == (3, -2, True, True)
    assert entry.image == Image("photos/a.jpg", "Un pont")
    assert entry.links == (Link("https://a.fr/"), Link("mailto:a@b.fr", "écrire"))
    assert entry.was == ("2020-02",)
    assert [(source.article, source.url, source.date) for source in entry.sources] == [
        ("art", "", "2020-03"),
        ("", "https://b.fr/x", ""),
    ]


def test_anchors_and_aliases_are_followed() -> None:
    text = EVENT + "  date: 2020\n  people: &p [A, B]\n- title: Deux\n  date: 2021\n  people: *p\n"
    assert [entry.people for entry in read(text).entries] == [("A", "B"), ("A", "B")]


def test_dates_in_words_that_need_another_day_are_not_asked_for() -> None:
    asked: list[str] = []

    def listen(text: str) -> None:
        asked.append(text)

    parse(EVENT + "  date: lundi dernier\n", understand=listen)
    parse(EVENT + "  date: le 20 mai 2020\n", understand=listen)
    assert asked == ["le 20 mai 2020"]


def test_empty_fields_are_as_if_not_there() -> None:
    (entry,) = read(EVENT + "  date: 2020\n  people:\n  text: ~\n  sources:\n  links: null\n  image:\n").entries
    assert (entry.people, entry.text, entry.sources, entry.links, entry.image) == ((), "", (), (), None)


def test_a_file_without_events_is_a_timeline() -> None:
    assert parse("title: x\n", understand=understand).problems == ()


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Le mot #MeToo", "` #` cuts this text: `#MeToo` is but a comment"),
        ("Le mot  #MeToo", ""),
        ("À Minsk # sûr", ""),
        ("'Le mot #MeToo'", ""),
        ("Le C#", ""),
    ],
)
def test_a_text_that_a_hash_cuts_is_told(title: str, told: str) -> None:
    parsed = parse(f"title: Essai\nevents:\n- date: 2020\n  title: {title}\n", understand=understand, language="en")
    assert [problem.message.partition(";")[0] for problem in parsed.problems] == ([told] if told else [])
    assert parsed.document is not None, "a warning stops nothing"
