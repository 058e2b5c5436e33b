"""Around the merge: accept, tidy, publish, look, the lock and the schema."""

from __future__ import annotations

import dataclasses
import datetime
import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.document.examples import STRIKE, VISIT, build, changed, entry, first, read, titles, understand
from timeline.calendar import parse_edtf
from timeline.document import Reason, accept, check, line_of, load_lock, review_items, tidy, to_timeline
from timeline.document.commands.check import disagreements
from timeline.document.lock import dump_lock
from timeline.document.parse.fields import ABOUT, EVENT, HEAD, IMAGE, LINK, RECORD_FIELDS, SOURCE
from timeline.document.parse.schema import schema
from timeline.model import ArticleCard, Span, Status

CARDS = [
    ArticleCard("afp-1", "Visite", datetime.date(2022, 12, 20)),
    ArticleCard("afp-2", "Grève", datetime.date(2022, 12, 21)),
    ArticleCard("afp-9", "Autre", datetime.date(2022, 12, 22)),
]


def edited() -> tuple[str, str]:
    """A file whose first event a person retitled, and that the machine now tells otherwise."""
    text, lock = first(VISIT, STRIKE)
    text = text.replace("Visite à Minsk", "À Minsk").replace("date: 2022-12-19\n", "date: 2022-12-18  # sûr\n", 1)
    updated = build(text, lock, changed(VISIT, title="Voyage à Minsk", date="2022-12-17"), STRIKE)
    return updated.text, updated.lock


def test_accept_one_field() -> None:
    text, lock = edited()
    accepted = accept(text, lock, "visit", "title", understand=understand)
    assert accepted.text == text.replace("À Minsk", "Voyage à Minsk")
    later = build(accepted.text, accepted.lock, changed(VISIT, title="Séjour à Minsk", date="2022-12-17"), STRIKE)
    assert "title: Séjour à Minsk" in later.text
    assert "2022-12-18  # sûr" in later.text


@pytest.mark.parametrize("field", ["title", None])
def test_accept_before_any_update(field: str | None) -> None:
    """No update has seen the edit yet: the lock does not have it among theirs."""
    text, lock = first(VISIT, STRIKE)
    mine = text.replace("title: Visite à Minsk", "title: À Minsk").replace(
        "people: [Vladimir Poutine]", "people: [Moi]"
    )
    mine = mine if field is None else mine.replace("people: [Moi]", "people: [Vladimir Poutine]")
    accepted = accept(mine, lock, "visit", field, understand=understand)
    assert accepted.text == text
    later = build(accepted.text, accepted.lock, changed(VISIT, title="Voyage"), STRIKE)
    assert "title: Voyage\n" in later.text


def test_accept_a_whole_event() -> None:
    text, lock = edited()
    accepted = accept(text, lock, "visit", understand=understand)
    assert "title: Voyage à Minsk" in accepted.text
    assert "date: 2022-12-17  # sûr" in accepted.text
    assert disagreements(read(accepted.text), accepted.lock) == ()


def test_accept_a_deleted_event_and_a_held_one() -> None:
    text, lock = first(VISIT, STRIKE)
    without = text[: text.index("\n- id: strike")]
    deleted = build(without, lock, VISIT, STRIKE)
    held = build(without, None, VISIT, STRIKE)
    for updated in (deleted, held):
        accepted = accept(updated.text, updated.lock, "strike", understand=understand)
        assert accepted.text == text
        assert build(accepted.text, accepted.lock, VISIT, STRIKE).text == text


def test_accept_a_source_that_was_taken_out() -> None:
    text, lock = first(changed(VISIT, sources=VISIT.sources + STRIKE.sources))
    start = text.index("  - article: afp-2")
    updated = build(text[:start], lock, changed(VISIT, sources=VISIT.sources + STRIKE.sources))
    assert updated.text == text[:start]
    assert accept(updated.text, updated.lock, "visit", "sources", understand=understand).text == text


@pytest.mark.parametrize(
    ("id_", "field", "told"),
    [
        ("vist", None, "visit"),
        ("zzzzz", None, "id:"),
        ("visit", "titel", "title, text"),
        ("visit", "notes", "title, text"),
    ],
)
def test_accept_what_is_not_there(id_: str, field: str | None, told: str) -> None:
    text, lock = edited()
    refused = accept(text, lock, id_, field, understand=understand)
    assert refused.text is None
    assert told in refused.problems[0].message


@pytest.mark.parametrize(
    ("mine", "other", "is_taken"),
    [
        ("people: &who [Moi]", "people: *who", False),
        ("people: &who\n  - Moi", "people: *who", False),
        ("people: [&one Moi]", "people: [*one]", False),
        ("people: &who [Moi]", "people: [Toi]", True),
    ],
)
def test_accept_leaves_the_anchor_that_another_event_needs(mine: str, other: str, is_taken: bool) -> None:
    text, lock = first(VISIT, changed(STRIKE, people=("Élise",)))
    text = text.replace("people: [Vladimir Poutine]", mine).replace("people: [Élise]", other)
    updated = build(text, lock, VISIT, STRIKE)
    accepted = accept(updated.text, updated.lock, "visit", understand=understand)
    if is_taken:
        assert read(accepted.text).entries[0].people == ("Vladimir Poutine",)
    else:
        assert accepted.text is None
        assert "anchor" in accepted.problems[0].message
        assert accepted.problems[0].line == read(updated.text).items[0].line


def test_accept_of_an_alias_leaves_its_anchor() -> None:
    text, lock = first(VISIT, changed(STRIKE, people=("Élise",)))
    text = text.replace("people: [Vladimir Poutine]", "people: &who\n  - Moi").replace(
        "people: [Élise]", "people: *who"
    )
    updated = build(text, lock, VISIT, changed(STRIKE, people=("Élise",)))
    accepted = accept(updated.text, updated.lock, "strike", understand=understand)
    assert [one.people for one in read(accepted.text).entries] == [("Moi",), ("Élise",)]


def test_an_update_leaves_an_event_with_an_anchor_that_is_needed() -> None:
    text, lock = first(VISIT, changed(STRIKE, people=("Vladimir Poutine",)))
    text = text.replace("people: [Vladimir Poutine]", "people: [&one Vladimir Poutine]", 1)
    text = text.replace("people: [Vladimir Poutine]", "people: [*one]")
    updated = build(text, lock, changed(STRIKE, people=("Vladimir Poutine",)))
    assert read(updated.text).entries[1].people == ("Vladimir Poutine",)


def test_check_tells_disagreements_and_unknown_articles() -> None:
    text, lock = edited()
    text = text.replace("article: afp-2", "article: afp_2")
    found = check(read(text), lock, ["afp-1", "afp-2"], language="fr")
    assert [problem.line for problem in found] == [9, 9, 22]
    assert "« timeline accept visit date » prend cette valeur" in found[0].message
    assert ["compté de afp-1" in problem.message for problem in found[:2]] == [True, False]
    assert "vouliez-vous dire « afp-2 »" in found[2].message
    gone = check(read(first(VISIT)[0]), first(VISIT)[1], [])
    assert "is no longer in the folder" in gone[0].message
    assert "cannot be read" in check(read(text), "{", ["afp-1", "afp-2", "afp_2"])[0].message


def test_a_date_that_a_person_corrected_is_no_warning() -> None:
    text, lock = first(VISIT)
    text = text.replace("date: 2022-12-19", "date: 2021")
    assert check(read(text), build(text, lock, VISIT).lock, ["afp-1"]) == ()


def test_events_that_a_person_merged_are_no_warning() -> None:
    """The moved source has another day than the event, which a person need not write: the lock has it."""
    dated = dataclasses.replace(STRIKE, sources=(dataclasses.replace(STRIKE.sources[0], date="2022-12-20"),))
    text, lock = first(VISIT, dated)
    merged = text[: text.index("\n- id: strike")] + text[text.index("  - article: afp-2") :]
    updated = build(merged, lock, VISIT, dated)
    assert updated.text == merged
    assert check(read(merged), updated.lock, ["afp-1", "afp-2"]) == ()
    assert [source.date for source in to_timeline(read(merged), updated.lock, []).entries[0].sources][1] == "2022-12-20"


def test_publishing_puts_back_what_only_the_machine_knows() -> None:
    text, lock = first(VISIT, STRIKE)
    timeline = to_timeline(read(text), lock, CARDS)
    assert [one.id for one in timeline.entries] == ["visit", "strike"]
    visit = timeline.entries[0]
    assert (visit.basis, visit.confidence, visit.first_known) == ("stated", 0.9, datetime.date(2022, 12, 20))
    assert (visit.sources[0].mark, visit.sources[0].basis, visit.sources[0].date) == (
        Span(0, 4),
        "stated",
        "2022-12-19",
    )
    assert [card.id for card in timeline.articles] == ["afp-1", "afp-2"]
    assert timeline.slug == "timeline"


def test_publishing_an_edited_date_and_quote() -> None:
    text, lock = first(VISIT)
    text = text.replace("date: 2022-12-19", "date: mars 2020").replace("Poutine a rendu", "« Poutine a rendu")
    visit = to_timeline(read(text), build(text, lock, VISIT).lock, CARDS).entries[0]
    assert (visit.date, visit.basis, visit.confidence) == ("2020-03", "", None)
    assert visit.sources[0].mark == Span(2, 6)


def test_publishing_without_a_lock() -> None:
    text, _ = first(VISIT)
    visit = to_timeline(read(text), None, CARDS).entries[0]
    assert (visit.id, visit.basis, visit.first_known) == ("visit", "", datetime.date(2022, 12, 20))


def test_a_new_file_is_in_the_order_of_the_page() -> None:
    """Of an evening the file and the page have the day: the machine's own hour sorts nothing."""
    day = parse_edtf("2022-12-19")
    evening = dataclasses.replace(
        entry("evening", "2022-12-19", "Le soir"), interval=dataclasses.replace(day, begin=day.end - 6 * 3600)
    )
    noon = entry("noon", "2022-12-19T12:00:00", "À midi")
    text, lock = first(noon, evening)
    assert titles(text) == ["Le soir", "À midi"]
    tidied = tidy(text, lock, understand=understand)
    assert (tidied.text, tidied.lock) == (text, lock)
    later = build(first(noon)[0], first(noon)[1], noon, evening)
    assert titles(later.text or "") == ["Le soir", "À midi"]


def test_reading_order() -> None:
    dates = {"d": "2022-12-20", "c": "../2022-12-20", "e": "2022-12-20", "a": "2020", "b": "2022-12", "f": ""}
    text, lock = first(*(entry(id_, date, f"Titre {id_}", ("afp-1", f"Phrase {id_}.")) for id_, date in dates.items()))
    text = text.replace("- id: e\n", "- id: e\n  order: -1\n")
    assert [one.id for one in to_timeline(read(text), lock, []).entries] == ["a", "b", "c", "e", "d", "f"]


def test_a_day_stands_together() -> None:
    """A night over two days, or a month, does not part the events of a day: the pages have one heading for each day."""
    dates = {
        "month": "2022-12",
        "first": "2022-12-01",
        "day": "2022-12-04",
        "hour": "2022-12-04T04:40",
        "last": "2022-12-04T23:59",
        "night": "2022-12-04/2022-12-05",
        "next": "2022-12-05",
    }
    for order in (dates, reversed(dates)):
        made = (entry(id_, dates[id_], f"Titre {id_}", ("afp-1", f"Phrase {id_}.")) for id_ in order)
        text, lock = first(*made)
        assert [one.id for one in to_timeline(read(text), lock, []).entries] == list(dates)


MESSY = """\
title: x{space}
events:
# b, plus tard
- date: 2022
  title: b{space}
  # dans b


- title: a
  id: a9   # dans a
  date: 2021
  text: |
    blanc{space}
    fin
# après
zone: Europe/Paris
"""
NEAT = """\
title: x
events:
- title: a
  id: a9   # dans a
  date: 2021
  text: |
    blanc{space}
    fin

# b, plus tard
- date: 2022
  title: b
  # dans b

# après
zone: Europe/Paris
"""


def test_tidy_sorts_and_trims_and_keeps_everything() -> None:
    tidied = tidy(MESSY.format(space="   "), None, understand=understand)
    assert tidied.text is not None
    assert tidied.text == NEAT.format(space="   ")
    assert tidy(tidied.text, None, understand=understand).text == tidied.text


def test_tidy_leaves_the_order_where_something_hangs_on_it() -> None:
    later = "- date: 2022\n  id: b\n  title: b\n  people: &p [A]\n"
    text = f"title: x\nevents:\n{later}- date: 2021\n  id: a\n  title: a\n  people: *p\n"
    assert tidy(text, None, understand=understand).text == text
    assert tidy("title: a : b", None, understand=understand).text is None


def test_looks_come_gravest_first() -> None:
    vague = entry("vague", "2022-12~", "Un mois", ("afp-1", "Ce mois-ci."))
    twin = entry("twin", "2022-12-20", "Grève: les cheminots !", ("afp-3", "Pas de trains."))
    text, lock = first(changed(VISIT, conflict=True), STRIKE, vague, twin)
    text += "\n- id: own\n  date: 2023\n  title: Sans source\n- {id: seen, date: 2024~, title: Relu, confirmed: true}\n"
    looks = review_items(read(text), lock, frozenset({"afp-1", "afp-2"}))
    assert [(look.id, look.reasons[0]) for look in looks] == [
        ("visit", Reason.CONFLICT),
        ("twin", Reason.ARTICLE_GONE),
        ("strike", Reason.DUPLICATE),
        ("vague", Reason.UNCERTAIN_DATE),
        ("own", Reason.NO_SOURCE),
    ]
    assert looks[2].like == ("twin",)
    text, lock = edited()
    assert review_items(read(text), lock)[0].reasons == (Reason.DISAGREEMENT, Reason.SINGLE_SOURCE)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"date_confidence": 0.95, "title_confidence": 0.9}, set()),
        ({"date_confidence": 0.95, "basis": "published", "confidence": 0.4}, set()),  # an inferred day that is likely
        ({"date_confidence": 0.6, "basis": "stated", "confidence": 0.9}, {Reason.UNCERTAIN_DATE}),
        ({"date_confidence": 0.95, "title_confidence": 0.3}, {Reason.UNCLEAR_TITLE}),
        ({"date_confidence": 0.3, "title_confidence": 0.3}, {Reason.UNCERTAIN_DATE, Reason.UNCLEAR_TITLE}),
        ({"basis": "published"}, {Reason.UNCERTAIN_DATE}),  # by rules alone: no probability of the date
        ({"basis": "stated", "confidence": 0.4}, {Reason.UNCERTAIN_DATE}),
    ],
)
def test_a_doubtful_date_and_an_unclear_title_are_reviewed(known: dict, expected: set[Reason]) -> None:
    text, lock = first(changed(VISIT, **known))
    looks = review_items(read(text), lock)
    assert {*looks[0].reasons} - {Reason.SINGLE_SOURCE} == expected


@pytest.mark.parametrize(
    ("title", "quote", "expected"),
    [
        ("Paul Rey démissionne", "Il a démissionné mardi.", True),
        ("Paul Rey démissionne", "M. Rey a démissionné mardi.", False),
        ("Le ministre démissionne", "Il a démissionné mardi.", False),
    ],
)
def test_a_title_with_a_name_from_another_sentence_is_reviewed(title: str, quote: str, expected: bool) -> None:
    one = entry("one", "2022-12-20", title, ("afp-1", quote))
    text, lock = first(changed(one, people=("Paul Rey",)))
    assert (Reason.NAME_NOT_QUOTED in review_items(read(text), lock)[0].reasons) is expected
    assert Reason.NAME_NOT_QUOTED not in review_items(read(text.replace(title, "Paul Rey part")), lock)[0].reasons


@pytest.mark.parametrize(
    ("status", "date", "expected"),
    [
        (Status.PLANNED, "2022-12-20", True),
        (Status.PLANNED, "2022-12", False),  # the month goes on
        (Status.PLANNED, "2022-12-22", False),  # the day of the newest article
        (Status.PLANNED, "2022-12-20/..", False),
        (Status.ASSERTED, "2022-12-20", False),
    ],
)
def test_what_was_announced_for_a_day_that_is_past_is_reviewed(status: Status, date: str, expected: bool) -> None:
    text, lock = first(changed(entry("one", date, "Le pont rouvre", ("afp-1", "Le pont rouvre.")), status=status))
    known = load_lock(lock)
    assert known is not None
    lock = dump_lock(dataclasses.replace(known, cards={card.id: card for card in CARDS}))
    assert (Reason.OVERDUE in review_items(read(text), lock)[0].reasons) is expected


def test_what_a_person_wrote_is_not_in_doubt() -> None:
    text, lock = first(changed(VISIT, date_confidence=0.3, title_confidence=0.3))
    text = text.replace("Visite à Minsk", "À Minsk").replace("date: 2022-12-19\n", "date: 2022-12-18\n", 1)
    seen = build(text, lock, changed(VISIT, date_confidence=0.3, title_confidence=0.3))
    assert {*review_items(read(seen.text), seen.lock)[0].reasons} == {Reason.SINGLE_SOURCE}
    entry = to_timeline(read(seen.text), seen.lock, CARDS).entries[0]
    assert (entry.date_confidence, entry.title_confidence) == (None, None)


def test_the_line_of_an_event() -> None:
    text, lock = first(VISIT, STRIKE)
    both = build(text, lock, changed(VISIT, sources=VISIT.sources + STRIKE.sources))
    document, known = read(both.text), load_lock(both.lock)
    assert line_of(document, known, "visit") == 9
    assert line_of(document, known, "strike") == 9
    assert line_of(document, known, "nobody") is None


def test_the_lock_is_read_back_as_it_was() -> None:
    _, lock = edited()
    known = load_lock(lock)
    assert known is not None
    assert dump_lock(known) == lock
    assert next(json.loads(line) for line in lock.split("\n\n")) == {"timeline.lock": 2}
    assert len(known.records) == 2


def test_the_schema_takes_what_we_write_and_refuses_what_we_refuse() -> None:
    validator = jsonschema.Draft202012Validator(schema("fr"))
    jsonschema.Draft202012Validator.check_schema(schema("en"))
    strike = changed(STRIKE, text="Un\ndeux", was=("2022-11~",), ongoing=True, date="2022-12~")
    text, _ = first(changed(VISIT, date="2022"), strike, entry("u", "", "Un jour"))
    text += "- {title: 2020, date: 2020, image: {src: a.jpg, alt: b}, links: [https://a.fr], hidden: true, x-own: 1}\n"
    assert titles(text).count("2020") == 1
    known = yaml.load(text.replace("2022-12-", "vers 2022-12-"), Loader=yaml.CSafeLoader)  # PyYAML makes dates of days
    assert list(validator.iter_errors(known)) == []
    for wrong in ("peple: [A]", "status: prévu", "image: {src: a.jpg}", "importance: 9", "sources: [{quote: x}]"):
        whole = yaml.safe_load(f"title: x\nevents:\n- date: a\n  title: b\n  {wrong}\n")
        assert list(validator.iter_errors(whole)), wrong


def test_both_languages_say_the_same_things() -> None:
    folder = Path(__file__).parents[3] / "timeline" / "i18n"
    french, english = (tomllib.loads((folder / f"{code}.toml").read_text("utf-8"))["document"] for code in ("fr", "en"))
    assert _keys(french) == _keys(english)
    tables = {
        "head": HEAD,
        "fields": RECORD_FIELDS,
        "about": ABOUT,
        "event": EVENT,
        "source": SOURCE,
        "image": IMAGE,
        "link": LINK,
    }
    assert {where: set(keys) for where, keys in french["schema"].items()} == {k: set(v) for k, v in tables.items()}
    assert set(french["review"]) == set(Reason)


def _keys(table: dict, prefix: str = "") -> set[str]:
    found = set()
    for key, value in table.items():
        found |= _keys(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key}
    return found
