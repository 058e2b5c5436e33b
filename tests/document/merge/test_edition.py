"""An editor holds an older copy and saves it: what that copy never had is not deleted."""

from __future__ import annotations

import pytest

from tests.document.examples import STRIKE, VISIT, build, changed, entry, first, titles, without_edition
from timeline.document import Extraction, FileTexts, load_lock, update
from timeline.model import Source

FIRE = entry("fire", "2022-12-21", "Incendie", ("afp-3", "Une école a brûlé."))
FLOOD = entry("flood", "2022-12-22", "Crue", ("afp-3", "Le fleuve a débordé."))
LATER = changed(
    VISIT, date="2022-12-18", sources=(*VISIT.sources, Source("afp-3", "Lundi, dit-on.", "lundi", "2022-12-18"))
)


def saved_again(text: str) -> str:
    """The copy, with a title changed by hand."""
    return text.replace(STRIKE.title, "Mon titre : la grève")


def test_events_that_the_copy_never_had_are_written_again() -> None:
    text, lock = first(VISIT, STRIKE)
    now = (LATER, STRIKE, FIRE, FLOOD)
    new = build(text, lock, *now)
    back = build(saved_again(text), new.lock, *now)
    assert back.report.older_copy
    assert back.report.unseen == ("fire", "flood")
    assert back.text == saved_again(new.text)
    theirs = {id_: set(record.theirs) for id_, record in load_lock(back.lock).records.items() if record.theirs}
    assert theirs == {"strike": {"title"}}
    again = build(back.text, back.lock, *now)
    assert (again.text, again.lock) == (back.text, back.lock)
    once_more = build(saved_again(text), back.lock, *now)
    assert once_more.text == back.text, "the editor still holds the old copy and saves it once more"


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_the_line_is_found_whatever_the_line_break(line_break: str) -> None:
    text, lock = first(VISIT, STRIKE)
    text = text.replace("\n", line_break)
    again = build(text, lock, VISIT, STRIKE)
    assert (again.text, again.report.older_copy) == (text, False)


def test_what_the_copy_had_and_has_no_more_is_deleted() -> None:
    text, lock = first(VISIT, STRIKE)
    new = build(text, lock, VISIT, STRIKE, FIRE)
    cut = text[: text.index("- id: strike")].rstrip() + "\n"
    back = build(cut, new.lock, VISIT, STRIKE, FIRE)
    assert titles(back.text) == [VISIT.title, FIRE.title]
    assert back.report.taken_out == ("strike",)


def test_a_new_event_that_a_person_deletes_is_deleted() -> None:
    text, lock = first(VISIT, STRIKE)
    new = build(text, lock, VISIT, STRIKE, FIRE)
    cut = new.text[: new.text.index("- id: fire")].rstrip() + "\n"
    back = build(cut, new.lock, VISIT, STRIKE, FIRE)
    assert back.text == cut
    assert not back.report.older_copy


@pytest.mark.parametrize("start", ["title: x\n", "title: x\nevents:\n", "title: x\nevents: []\n"])
def test_a_copy_from_before_the_first_build(start: str) -> None:
    new = build(start, None, VISIT, STRIKE)
    back = build(start.replace("title: x", "title: À moi"), new.lock, VISIT, STRIKE)
    assert titles(back.text) == [VISIT.title, STRIKE.title]
    assert "title: À moi" in back.text


def test_a_file_without_the_line_goes_without() -> None:
    text, lock = first(VISIT, STRIKE)
    new = build(text, lock, VISIT, STRIKE, FIRE)
    bare = without_edition(new.text)
    later = build(bare, new.lock, VISIT, STRIKE, FIRE, FLOOD)
    assert "édition" not in later.text
    assert titles(later.text)[-1] == FLOOD.title


def test_the_line_is_a_comment_above_the_events_only() -> None:
    text = "title: x\ndescription: |\n  a\n# édition b : non\n  c\nevents: []\n"
    updated = update(FileTexts(text), Extraction([VISIT]), understand=lambda _: None)
    assert updated.text is None or updated.text.count("# édition") <= 2
