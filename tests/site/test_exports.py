"""Each export is read back by a library that is not ours."""

from __future__ import annotations

import csv
import datetime
import io
import json
import time
import warnings

import feedparser
import jsonschema
import pytest
from icalendar import Calendar

from tests.site.sample import BAKHMUT, entry
from timeline import site
from timeline.calendar import parse_edtf
from timeline.model import Entry, Image, Status, Timeline
from timeline.site.exports.icalendar import _folded
from timeline.site.exports.timeml import timex3

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # it calls its parser's library by old names
    from edtf_validate.valid_edtf import is_valid

OPTIONS = site.SiteOptions(site_name="Le fil", site_url="https://example.org/fil/")


@pytest.fixture(scope="module")
def made() -> dict[str, str | bytes]:
    return site.render([BAKHMUT], OPTIONS)


def test_json_is_as_its_schema_says_and_its_dates_are_edtf(made: dict[str, str | bytes]) -> None:
    exported = json.loads(made["bakhmut/timeline.json"])
    schema = json.loads(made["assets/timeline-export.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(exported)
    assert [event["id"] for event in exported["events"]] == [entry.id for entry in BAKHMUT.entries]
    for event in exported["events"]:
        assert event["date"] == "" or is_valid(event["date"]), event["date"]


def test_csv_is_read_back(made: dict[str, str | bytes]) -> None:
    rows = list(csv.DictReader(io.StringIO(str(made["bakhmut/timeline.csv"]).removeprefix("\ufeff"), newline="")))
    assert [row["title"] for row in rows] == [entry.title for entry in BAKHMUT.entries]
    assert (rows[0]["begin"], rows[0]["end"]) == ("", "2022-12-20")
    assert (rows[6]["begin"], rows[6]["end"]) == ("2023-03-01", "2023-03-31")
    assert rows[1]["people"] == "Vladimir Poutine; Alexandre Loukachenko"


@pytest.mark.parametrize("title", ["=1+1", "+33", "@SUM(A1)", "-x", "-1+1", "-2+3+cmd|' /C calc'!A0"])
def test_csv_holds_no_formula(title: str) -> None:
    made = site.render([Timeline("T", "t", "t.yaml", entries=(entry("a", "2020", title),))])
    (row,) = csv.DictReader(io.StringIO(str(made["t/timeline.csv"]).removeprefix("\ufeff")))
    assert row["title"] == f"'{title}"


def test_csv_keeps_dates_before_christ() -> None:
    made = of(entry("a", "-0499/-0448", "Les guerres médiques"), entry("b", "-0043-03-15", "César"))
    rows = list(csv.DictReader(io.StringIO(str(made["t/timeline.csv"]))))
    assert [(row["date"], row["begin"]) for row in rows] == [
        ("-0499/-0448", "-0499-01-01"),
        ("-0043-03-15", "-0043-03-15"),
    ]


def test_icalendar_is_read_back(made: dict[str, str | bytes]) -> None:
    calendar = Calendar.from_ical(bytes(made["bakhmut/timeline.ics"]))
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    assert len(events) == 7, "an open beginning and an unknown date are no days"
    visit = events["7f3a1c@bakhmut.timeline"]
    assert visit["dtstart"].dt == datetime.date(2022, 12, 19)
    assert visit["dtend"].dt == datetime.date(2022, 12, 20)
    assert str(visit["summary"]) == "Vladimir Poutine rend visite à Alexandre Loukachenko"
    assert "« lundi »" not in str(visit["summary"])
    month = events["b8c9d0@bakhmut.timeline"]
    assert (month["dtstart"].dt, month["dtend"].dt) == (datetime.date(2023, 3, 1), datetime.date(2023, 4, 1))
    assert str(month["status"]) == "TENTATIVE"
    assert all(len(line) <= 75 for line in bytes(made["bakhmut/timeline.ics"]).split(b"\r\n"))


def test_icalendar_escapes_and_folds_what_it_must() -> None:
    title = "Un titre; très, très long\\ avec « tout » ce qu’il faut, et même plus encore, jusqu’à la ligne suivante"
    made = site.render([Timeline("T", "t", "t.yaml", entries=(entry("a", "2020-01-01", title, text="a\nb"),))])
    (event,) = Calendar.from_ical(bytes(made["t/timeline.ics"])).walk("VEVENT")
    assert str(event["summary"]) == title
    assert "a\nb" in str(event["description"])


def test_a_very_long_line_is_folded_in_time_proportional_to_its_length() -> None:
    title = "é" * 3_000_000
    start = time.process_time()
    folded = _folded(f"SUMMARY:{title}")
    assert time.process_time() - start < 5, "it took minutes when the rest of the line was copied for each fold"
    assert folded.replace(b"\r\n ", b"").decode() == f"SUMMARY:{title}\r\n"
    assert max(map(len, folded.split(b"\r\n"))) <= 75


def test_icalendar_keeps_both_clock_times_of_a_range() -> None:
    meeting = entry("a", "2022-12-21T14:00:00/2022-12-21T16:00:00", "Réunion")
    made = site.render([Timeline("T", "t", "t.yaml", entries=(meeting,))])
    (event,) = Calendar.from_ical(bytes(made["t/timeline.ics"])).walk("VEVENT")
    assert event["dtstart"].to_ical() == b"20221221T140000"
    assert event["dtend"].to_ical() == b"20221221T160000"


def test_feeds_tell_corrections_in_words() -> None:
    changes = (
        site.Correction(2, "changed", "7f3a1c", "Visite", "person", "date", "2022-12", "../2022-12-19"),
        site.Correction(2, "changed", "7f3a1c", "Visite", "person", "status", "reported", "asserted"),
        site.Correction(2, "changed", "7f3a1c", "Visite", "person", "ongoing", "", "true"),
        site.Correction(2, "merged", "zz", "Rencontre", "person", "7f3a1c"),
        site.Correction(2, "merged", "yy", "Rumeur", "person", "gone"),
    )
    made = site.render([BAKHMUT], site.SiteOptions(changes={"bakhmut": changes}))
    told = {item.id: item.summary for item in feedparser.parse(made["bakhmut/atom.xml"]).entries if ":r2-" in item.id}
    assert set(told.values()) == {
        "date\u00a0: décembre 2022 → au plus tard le 19 décembre 2022",
        "statut\u00a0: rapporté → établi",
        "en cours\u00a0: non → oui",
        "Vladimir Poutine rend visite à Alexandre Loukachenko",
        "",
    }


def test_atom_is_read_back() -> None:
    changes = {
        "bakhmut": (site.Correction(2, "changed", "7f3a1c", "Visite", "person", "date", "2022-12-18", "2022-12-19"),)
    }
    made = site.render([BAKHMUT], site.SiteOptions(site_url="https://example.org/fil/", changes=changes))
    feed = feedparser.parse(made["bakhmut/atom.xml"])
    assert not feed.bozo
    assert feed.feed.title == BAKHMUT.title
    assert feed.feed.updated == "2022-12-20T00:00:00Z"
    titles = [item.title for item in feed.entries]
    assert "Corrigé\u00a0: Visite" in titles
    assert "Visite surprise de Volodymyr Zelensky à Bakhmut" in titles
    assert all(item.link.startswith("https://example.org/fil/bakhmut/index.html#") for item in feed.entries)
    assert len({item.id for item in feed.entries}) == len(feed.entries)


def test_timelinejs_has_what_it_reads(made: dict[str, str | bytes]) -> None:
    exported = json.loads(made["bakhmut/timelinejs.json"])
    by_id = {event["unique_id"]: event for event in exported["events"]}
    assert by_id["7f3a1c"]["start_date"] == {"year": 2022, "month": 12, "day": 19}
    assert by_id["b8c9d0"]["start_date"] == {"year": 2023, "month": 3}, "no finer than the text"
    assert by_id["d0e1f2"]["end_date"] == {"year": 2023, "month": 6, "day": 12}


def test_linked_data_is_json_in_the_page(made: dict[str, str | bytes]) -> None:
    document = str(made["bakhmut/index.html"])
    data = json.loads(document.split('<script type="application/ld+json">')[1].split("</script>", maxsplit=1)[0])
    assert data["@type"] == "ItemList"
    assert data["itemListElement"][0]["item"]["startDate"] == "2022-12-19"


@pytest.mark.parametrize(
    ("edtf", "type_", "value", "mod"),
    [
        ("2022-12-19", "DATE", "2022-12-19", None),
        ("2022-12", "DATE", "2022-12", None),
        ("2022~", "DATE", "2022", "APPROX"),
        ("196X", "DATE", "196", None),
        ("19XX", "DATE", "19", None),
        ("2021-22", "DATE", "2021-SU", None),
        ("2021-24", "DATE", "2021-WI", None),
        ("2021-34", "DATE", "2021-Q2", None),
        ("2021-41", "DATE", "2021-H2", None),
        ("../2022-12-20", "DATE", "2022-12-20", "ON_OR_BEFORE"),
        ("2022-12-19/..", "DATE", "2022-12-19", "ON_OR_AFTER"),
        ("2022-12-19/2022-12-20", "DURATION", "P2D", None),
        ("2022-12-20T14:30", "TIME", "2022-12-20T14:30", None),
        ("2022-12-12/2022-12-18", "DATE", "2022-W50", None),
        ("2022-12-01/2022-12-31", "DATE", "2022-12", None),
    ],
)
def test_timex3_of_a_date(edtf: str, type_: str, value: str, mod: str | None) -> None:
    date = parse_edtf(edtf)
    assert date is not None
    found = timex3(date)
    assert (found["type"], found["value"], found.get("mod")) == (type_, value, mod)


def test_the_head_and_the_footer_lead_to_the_exports(made: dict[str, str | bytes]) -> None:
    document = str(made["bakhmut/index.html"])
    head, body = document.split("</head>")
    for name in ("timeline.json", "timeline.csv", "timeline.ics", "atom.xml"):
        assert f'href="{name}"' in head
        assert f'href="{name}"' in body
    assert "application/json+oembed" in head
    assert json.loads(made["bakhmut/oembed.json"])["html"].startswith(
        '<iframe src="https://example.org/fil/bakhmut/embed.html"'
    )


def of(*entries: Entry) -> dict[str, str | bytes]:
    return site.render([Timeline("T", "t", "t.yaml", entries=entries)], OPTIONS)


@pytest.mark.parametrize(
    ("date", "end", "json_date"),
    [
        ("2022-12-20T14:30/2022-12-20T16:00", "2022-12-20T16:00", "2022-12-20"),
        ("2022-12-20T23:30/2022-12-21T02:00", "2022-12-21T02:00", "2022-12-20/2022-12-21"),
    ],
)
def test_a_span_of_clock_times_has_both_in_every_export(date: str, end: str, json_date: str) -> None:
    made = of(entry("a", date, "Une réunion"))
    first, last = date.split("/")
    (event,) = Calendar.from_ical(bytes(made["t/timeline.ics"])).walk("VEVENT")
    assert (event["dtstart"].dt, event["dtend"].dt) == tuple(map(datetime.datetime.fromisoformat, (first, end)))
    (told,) = json.loads(made["t/timeline.json"])["events"]
    assert (told["date"], told["time"], told["end_time"]) == (json_date, first[11:], last[11:])
    assert is_valid(told["date"])
    page = str(made["t/index.html"])
    data = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>", maxsplit=1)[0])
    item = data["itemListElement"][0]["item"]
    assert (item["startDate"], item["endDate"]) == (first, last)


def test_a_calendar_shows_the_picture() -> None:
    made = of(entry("a", "2022-12-20", "Le pont", image=Image("photos/pont.jpg", "Un pont")))
    (event,) = Calendar.from_ical(bytes(made["t/timeline.ics"])).walk("VEVENT")
    assert str(event["image"]) == "https://example.org/fil/photos/pont.jpg"


def test_a_feed_has_what_a_person_added_and_no_day_to_come() -> None:
    made = of(
        entry("old", "-0043-03-15", "César est assassiné"),
        entry("none", "", "Un jour"),
        entry("done", "2022-12-20", "Le pont ouvre"),
        entry("plan", "2030-01-01", "Le pont fermera", status=Status.PLANNED),
    )
    feed = feedparser.parse(made["t/atom.xml"])
    assert {item.id.partition("#")[2] for item in feed.entries} == {"old", "none", "done", "plan"}
    assert {item.updated[:10] for item in feed.entries} == {"2022-12-20"}
    assert feed.feed.updated == "2022-12-20T00:00:00Z"


@pytest.mark.parametrize(
    ("date", "start", "end", "start_date"),
    [
        ("2022-12-20T18:30+01:00", "20221220T173000Z", None, "2022-12-20T18:30+01:00"),
        ("2022-12-20T00:15+01:00", "20221219T231500Z", None, "2022-12-20T00:15+01:00"),
        ("2022-12-20T18:30Z", "20221220T183000Z", None, "2022-12-20T18:30Z"),
        ("2022-12-20T18:30-0330", "20221220T220000Z", None, "2022-12-20T18:30-0330"),
        ("2022-12-20T18:30:45", "20221220T183045", None, "2022-12-20T18:30:45"),
        ("2022-12-20T00:00", "20221220T000000", None, "2022-12-20T00:00"),
        (
            "2022-12-20T23:00+01:00/2022-12-21T01:00+01:00",
            "20221220T220000Z",
            "20221221T000000Z",
            "2022-12-20T23:00+01:00",
        ),
        ("2022-12-20T22:00/2022-12-22", "20221220T220000", "20221223T000000", "2022-12-20"),
    ],
)
def test_a_time_keeps_its_zone_and_its_seconds(date: str, start: str, end: str | None, start_date: str) -> None:
    made = of(entry("a", date, "Une réunion"))
    (event,) = Calendar.from_ical(bytes(made["t/timeline.ics"])).walk("VEVENT")
    assert event["dtstart"].to_ical().decode() == start
    assert (event["dtend"].to_ical().decode() if "dtend" in event else None) == end
    page = str(made["t/index.html"])
    data = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>", maxsplit=1)[0])
    assert data["itemListElement"][0]["item"]["startDate"] == start_date


def test_what_was_denied_is_nowhere_told_as_a_fact() -> None:
    made = of(entry("a", "2022-12-20", "La mairie ferme", status=Status.DENIED))
    (event,) = Calendar.from_ical(bytes(made["t/timeline.ics"])).walk("VEVENT")
    (told,) = feedparser.parse(made["t/atom.xml"]).entries
    (item,) = json.loads(made["t/feed.json"])["items"]
    (slide,) = json.loads(made["t/timelinejs.json"])["events"]
    headlines = (str(event["summary"]), told.title, item["title"], slide["text"]["headline"])
    assert set(headlines) == {"La mairie ferme (démenti)"}


def test_what_is_announced_says_so_beside_its_date() -> None:
    made = of(entry("a", "2032-12-20", "La mairie fermera", status=Status.PLANNED))
    (event,) = Calendar.from_ical(bytes(made["t/timeline.ics"])).walk("VEVENT")
    (told,) = feedparser.parse(made["t/atom.xml"]).entries
    (slide,) = json.loads(made["t/timelinejs.json"])["events"]
    for said in (str(event["description"]), told.content[0].value, slide["display_date"]):
        assert said.startswith("lundi 20 décembre 2032 (annoncé)")
    assert told.title == "La mairie fermera"


@pytest.mark.parametrize("dates", [("-0043-03-15", "-0499/-0448"), ("",)])
def test_a_feed_has_all_events_where_none_is_since_christ(dates: tuple[str, ...]) -> None:
    made = of(*(entry(f"e{n}", date, f"Événement {n}") for n, date in enumerate(dates)))
    feed = feedparser.parse(made["t/atom.xml"])
    assert not feed.bozo
    assert len(feed.entries) == len(dates)
    assert "1980" not in str(made["t/atom.xml"])
