"""What a person took out stays out, however the articles are dated, worded, joined or split afterwards."""

from __future__ import annotations

import json
from collections.abc import ItemsView

import pytest

from tests.document.examples import ARTICLES, build, changed, entry, first, read, titles
from timeline.document import load_lock
from timeline.document.merge.history import Moves
from timeline.document.parse.types import Item
from timeline.model import Entry, Source

QUOTE = "L'explosion de lundi a fait trois morts."


def telling(id_: str, title: str, event: str, *articles: str, date: str = "2021-03-08", quote: str = QUOTE) -> Entry:
    sources = tuple(Source(article, quote, "lundi", date, "stated", event=event) for article in articles)
    return changed(entry(id_, date, title), sources=sources)


BLAST = telling("blast", "Une explosion à Nantes", "explosion", "afp-1", "afp-2")
DEAD = telling("dead", "Trois morts à Nantes", "mort", "afp-1")
OTHER = entry(
    "other", "2021-03-09", "Le tribunal condamne Hugo Renard", ("afp-3", "Le tribunal a condamné Hugo Renard.")
)


def without(id_: str, text: str) -> str:
    blocks = text.split("- id: ")
    return "- id: ".join(block for block in blocks if not block.startswith(f"{id_}\n"))


@pytest.mark.parametrize(
    "now",
    [
        [changed(BLAST, id="x", date="2021-03-15")],
        [
            telling("x", BLAST.title, "explosion", "afp-1", date="2021-03-15"),
            telling("y", BLAST.title, "explosion", "afp-2"),
        ],
        [telling("x", "Nantes : une déflagration", "explosion", "afp-1", "afp-2")],
        [
            telling(
                "x",
                BLAST.title,
                "explosion",
                "afp-1",
                quote="La forte explosion de lundi a fait trois morts.",
            )
        ],
        [telling("x", BLAST.title, "explosion", "moved-1", "moved-2")],
        [telling("x", BLAST.title, "explosion", "afp-1", "afp-9")],
        [changed(OTHER, sources=(*OTHER.sources, *BLAST.sources))],
    ],
    ids=["redated", "split and redated", "retitled", "reworded", "moved", "told again", "joined to another"],
)
def test_a_deleted_event_stays_deleted(now: list[Entry]) -> None:
    text, lock = first(BLAST, DEAD, OTHER)
    text = without("blast", text)
    articles = ARTICLES | {"moved-1", "moved-2", "afp-9"}
    others = [DEAD] if any(one.id == "other" for one in now) else [DEAD, OTHER]
    for machine in ([BLAST, DEAD, OTHER], [*now, *others], [BLAST, DEAD, OTHER], [*now, *others]):
        updated = build(text, lock, *machine, articles=articles)
        assert sorted(titles(updated.text)) == sorted([DEAD.title, OTHER.title])
        assert {source.quote for one in read(updated.text).entries for source in one.sources} == {
            QUOTE,
            OTHER.sources[0].quote,
        }
        again = build(updated.text, updated.lock, *machine, articles=articles)
        assert (again.text, again.lock) == (updated.text, updated.lock)
        text, lock = updated.text or "", updated.lock or ""


FIRE = telling(
    "fire",
    "Un incendie détruit un entrepôt à Rouen",
    "détruit",
    "afp-1",
    date="2021-06-30",
    quote=("Un incendie a détruit mercredi un entrepôt dans la zone industrielle de Rouen."),
)
LATER_QUOTE = "Un incendie a détruit jeudi un entrepôt dans la zone industrielle de Lille."


@pytest.mark.parametrize("event", ["détruit", ""])
@pytest.mark.parametrize("title", ["Un incendie détruit un entrepôt à Lille", FIRE.title])
@pytest.mark.parametrize("article", ["afp-1", "afp-2"])
def test_an_event_like_a_deleted_one_is_written(article: str, title: str, event: str) -> None:
    """Another day, and the deleted event still stands in its article: nobody has seen this one."""
    gone = changed(FIRE, sources=(changed(FIRE.sources[0], event=event),))
    later = telling("later", title, event, article, date="2021-07-01", quote=LATER_QUOTE)
    text, lock = first(gone, OTHER)
    text = without("fire", text)
    for machine in ([gone, OTHER], [gone, OTHER, later], [gone, OTHER, later]):
        updated = build(text, lock, *machine)
        text, lock = updated.text or "", updated.lock or ""
    assert sorted(titles(text)) == sorted([OTHER.title, title])
    redated = [changed(gone, id="x", date="2022-06-30"), OTHER, changed(later, id="y", date="2022-07-01")]
    updated = build(text, lock, *redated)
    assert sorted(titles(updated.text or "")) == sorted([OTHER.title, title])


@pytest.mark.parametrize(
    "now",
    [
        telling("later", FIRE.title, "détruit", "afp-1", date="2021-07-01", quote=LATER_QUOTE),
        telling("later", FIRE.title, "détruit", "afp-2", date="2021-07-01", quote=FIRE.sources[0].quote),
    ],
    ids=["the sentence is no longer there", "the same sentence"],
)
def test_a_deleted_event_in_other_words_or_another_article_stays_deleted(now: Entry) -> None:
    text, lock = first(FIRE, OTHER)
    text = without("fire", text)
    for machine in ([FIRE, OTHER], [now, OTHER], [now, OTHER]):
        updated = build(text, lock, *machine)
        assert titles(updated.text or "") == [OTHER.title]
        text, lock = updated.text or "", updated.lock or ""


@pytest.mark.parametrize(("gone", "left"), [("blast", DEAD), ("dead", BLAST)])
def test_one_of_two_events_of_a_sentence_is_deleted_not_merged(gone: str, left: Entry) -> None:
    text, lock = first(BLAST, DEAD)
    text = without(gone, text)
    updated = build(text, lock, BLAST, DEAD)
    assert updated.text == text
    known = load_lock(updated.lock)
    assert known.redirects == {}
    assert [change.what for change in known.history] == ["removed"]
    assert build(text, updated.lock, BLAST, DEAD).text == text


def test_without_the_words_of_the_events_their_titles_tell_them_apart() -> None:
    """A lock of a former version does not know the word that tells an event."""
    two = [changed(one, sources=tuple(changed(source, event="") for source in one.sources)) for one in (BLAST, DEAD)]
    text, lock = first(*two)
    text = without("blast", text)
    updated = build(text, lock, *two)
    assert updated.text == text
    assert build(text, updated.lock, changed(BLAST, id="x", date="2021-03-15"), DEAD).text == text


def test_a_lock_of_version_1_is_read() -> None:
    text, lock = first(BLAST, DEAD)
    known = load_lock(build(without("blast", text), lock, BLAST, DEAD).lock)
    history = [{"revision": 1, "id": "blast", "what": "removed", "by": "person", "title": BLAST.title}]
    events = {
        id_: {
            "state": str(record.state),
            "ours": {name: list(value) if isinstance(value, tuple) else value for name, value in record.ours.items()},
            "sources": [{"ours": dict(source.ours)} for source in record.sources],
        }
        for id_, record in known.records.items()
    }
    old = json.dumps({"version": 1, "revision": 1, "articles": {}, "events": events, "history": history})
    assert load_lock(old).history == known.history or load_lock(old).history[0].id == "blast"
    text = without("blast", text)
    updated = build(text, old, changed(BLAST, id="x", date="2021-03-15"), DEAD)
    assert titles(updated.text) == [DEAD.title]
    assert updated.lock.startswith('{"timeline.lock": 2}\n')


class _Counted(dict[str, Item]):
    """The events of a file; counts how often all of them are gone through."""

    passes = 0

    def items(self) -> ItemsView[str, Item]:
        self.passes += 1
        return super().items()


def test_the_events_of_the_file_are_gone_through_once_for_all_that_are_gone() -> None:
    text, lock = first(BLAST, OTHER)
    items = _Counted({item.entry.id: item for item in read(text).items})
    known = load_lock(lock)
    moves = Moves(items, known)
    moved = changed(OTHER, sources=(*OTHER.sources, *BLAST.sources))
    taken = Moves(items, known, {"other": moved})
    for _ in range(100):
        assert moves.moved_to(known.records["blast"]) == ""
        assert taken.mentioned_by(known.records["blast"]) == "other"
    assert items.passes == 1
