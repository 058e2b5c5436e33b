"""The dates that a source's sentence offered and that lost: kept in the lock, never in the file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.document.examples import VISIT, build, first, read
from timeline.document import to_timeline
from timeline.model import Entry, RejectedDate, RejectionReason

LOST = RejectedDate("lundi", "2022-12-26", RejectionReason.SAYING, "annoncé")


def telling(*discarded: RejectedDate) -> Entry:
    (source,) = VISIT.sources
    return replace(VISIT, sources=(replace(source, discarded=discarded),))


def shown(text: str, lock: str) -> tuple[RejectedDate, ...]:
    (entry,) = to_timeline(read(text), lock, ()).entries
    return entry.sources[0].discarded


@pytest.mark.parametrize("discarded", [(), (LOST,), (LOST, replace(LOST, reason=RejectionReason.COARSER, word=""))])
def test_what_was_set_aside_comes_back_from_the_lock(discarded: tuple[RejectedDate, ...]) -> None:
    text, lock = first(telling(*discarded))
    assert shown(text, lock) == discarded
    assert "annoncé" not in text, "the file stays readable for people"


def test_a_later_build_tells_what_it_sets_aside_now() -> None:
    text, lock = first(telling())
    later = build(text, lock, telling(LOST))
    assert later.text == text
    assert shown(later.text, later.lock) == (LOST,)


def test_words_that_a_person_took_out_of_the_quote_are_set_aside_no_more() -> None:
    text, lock = first(telling(LOST))
    assert shown(text.replace("visite lundi à", "visite à"), lock) == ()
