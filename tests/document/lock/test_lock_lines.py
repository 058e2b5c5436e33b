"""A lock that an update has just written is read line by line, where somebody asks: it says what it says read whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from timeline.document.lock import Author, ChangeKind, FieldChange, Lock, Record, SourceRecord, State, Stood
from timeline.document.lock.quotes import KeptQuotes
from timeline.document.lock.records import Records, may_say
from timeline.document.lock.text import dump_lock, read_lock
from timeline.document.merge.matching import used_ids
from timeline.model import ArticleCard

LONG = "Le maire a présenté sa démission au conseil municipal réuni lundi soir."
RECORDS = {
    "aaa111": Record(
        ours={"date": "2020-01-01", "title": "\"state\" et 'into'"},
        sources=(SourceRecord(ours={"article": "a-1", "quote": "Le maire a présenté"}, quote=LONG),),
    ),
    "bbb222": Record(
        state=State.GONE,
        machine="fff666",
        into="aaa111",
        history=(FieldChange(3, "bbb222", ChangeKind.MERGED, Author.MACHINE, "Démission", into="aaa111"),),
        sources=(SourceRecord(ours={"url": 'https://exemple.fr/?a="b"', "quote": "Le maire"}, quote=LONG + " Bis."),),
    ),
    "ccc333": Record(state=State.ADDED, theirs={"title": "Un titre"}, nameless=True),
    "ddd444": Record(state=State.DELETED, ours={"title": "Ôté"}, into="bbb222", stood=Stood()),
}
LOCK = Lock(RECORDS, {"a-1": ArticleCard(id="a-1", title="Un article", published=date(2020, 1, 2))}, "b")
TEXT = dump_lock(LOCK)


def in_lines(text: str) -> Lock:
    """The lock of a text that no other test reads whole."""
    found = read_lock(text, ours=True).lock
    assert found is not None
    assert isinstance(found.records, Records)
    return found


def test_it_says_the_same_as_read_whole() -> None:
    lines, whole = in_lines(TEXT), read_lock("\ufeff" + TEXT).lock
    assert whole is not None
    assert not isinstance(whole.records, Records)
    assert lines == whole
    told = (lines.history, lines.revision, lines.redirects)
    assert told == (whole.history, whole.revision, whole.redirects)
    assert all(told)
    assert used_ids(lines, ()) == used_ids(whole, ()) >= {"fff666"}
    assert (lines.lines, lines.card_lines) == (whole.lines, whole.card_lines)
    assert dump_lock(lines) == dump_lock(lines, lines) == TEXT


@pytest.mark.parametrize(
    ("article", "quote"),
    [("a-1", "Le maire a présenté"), ('https://exemple.fr/?a="b"', "Le maire"), ("a-2", "Le maire"), ("", "Le maire")],
)
def test_quotes_are_found_by_their_articles(article: str, quote: str) -> None:
    assert KeptQuotes(in_lines(TEXT)).of(article, quote) == KeptQuotes(LOCK).of(article, quote)


def test_only_a_record_that_may_say_it_is_read() -> None:
    read: list[str] = []
    lines = Records({"a": '{"event": "a"}', "b": '{"event": "b", "into": "a"}'}, read.append)
    assert [id_ for id_ in lines if may_say(lines, id_, "into")] == ["b"]
    assert "c" not in lines
    assert not may_say(lines, "c", "into")
    assert not read


def test_a_record_may_stand_in_place_of_its_line() -> None:
    now = replace(RECORDS["ccc333"], into="aaa111")
    known = Records.of(in_lines(TEXT).records).replaced({"ccc333": now})
    assert known["ccc333"] is now
    assert [*known] == [*RECORDS]
    assert may_say(known, "ccc333", "into")


def test_events_left_alone_keep_their_lines() -> None:
    before, ids = in_lines(TEXT), ["aaa111", "ddd444"]
    others = {id_: record for id_, record in RECORDS.items() if id_ not in ids}
    assert dump_lock(replace(LOCK, records=others), before, ids) == TEXT


@pytest.mark.parametrize("id_", ["ddd444", "aaa111"])
def test_a_later_edition_does_not_say_that_an_event_came_with_this_one(id_: str) -> None:
    now = dump_lock(replace(LOCK, records={**RECORDS, id_: replace(RECORDS[id_], stood=None)}))
    others = replace(LOCK, records={other: record for other, record in RECORDS.items() if other != id_})
    assert dump_lock(others, in_lines(TEXT), [id_], is_later_edition=True) == now
    kept = replace(LOCK, records={**in_lines(TEXT).records, id_: replace(RECORDS[id_], stood=None)})
    assert dump_lock(kept, in_lines(TEXT)) == now


@pytest.mark.parametrize("line", ['{"ours": {}, "event": "eee555"}', '{"event": "eee555", "basis": "\\u0001"}'])
def test_a_line_that_is_written_otherwise_has_the_lock_read_whole(line: str) -> None:
    head, end = '{"timeline.lock": 2}', '{"end": true}'
    found = read_lock("\n\n".join([head, line, end]) + "\n", ours=True).lock
    assert found is not None
    assert isinstance(found.records, dict)
    assert "eee555" in found.records
