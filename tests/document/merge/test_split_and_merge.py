"""A split that is merged back restores the machine's own event, which follows its articles again."""

from __future__ import annotations

import dataclasses

import pytest

from tests.document.examples import (
    ARTICLES,
    STRIKE_QUOTE,
    VISIT_QUOTE,
    build,
    changed,
    entry,
    first,
    read,
    understand,
    without_edition,
)
from timeline.document.commands.acts.perform import perform
from timeline.document.commands.acts.types import Act, Merge, Split
from timeline.model import Entry

LONG = VISIT_QUOTE.removesuffix(".") + ", et tous deux ont signé un accord sur le gaz russe."
OTHER = "Le ministre des transports a reçu mercredi tous les syndicats de cheminots pour la troisième fois du mois."
ONE = entry("visit", "2022-12-19", "Visite à Minsk", ("afp-1", LONG))
TWO = entry("strike", "2022-12-20", "Grève : les cheminots", ("afp-2", STRIKE_QUOTE), ("afp-3", OTHER))
CASES = [("the one source, which both keep", ONE, (0,)), ("one of two", TWO, (1,)), ("the first of two", TWO, (0,))]


def reworded(machine: Entry) -> Entry:
    """The event after a slight correction in each of its articles."""
    sources = [dataclasses.replace(one, quote=one.quote.replace(" a ", " aurait ", 1)) for one in machine.sources]
    return changed(machine, sources=tuple(sources))


def act(text: str, lock: str, done: Act) -> tuple[str, str]:
    """The file after an act, and the id to show next."""
    edited = perform(read(text), lock, done, understand=understand)
    assert edited.text is not None, edited.problems
    return edited.text, edited.id


def sources(text: str) -> list[list[tuple[str, str]]]:
    return [sorted((one.article, one.quote) for one in item.entry.sources) for item in read(text).items]


@pytest.mark.parametrize("is_built", [False, True], ids=["at once", "after an update"])
@pytest.mark.parametrize(("machine", "chosen"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_split_merged_back_is_the_machine_s_event(machine: Entry, chosen: tuple[int, ...], is_built: bool) -> None:
    before, lock = first(machine)
    text, new = act(before, lock, Split(machine.id, "Scindé", "2022-12-21", chosen))
    if is_built:
        built = build(text, lock, machine)
        text, lock = built.text or "", built.lock or ""
    text, _ = act(text, lock, Merge(new, machine.id))
    assert sources(text) == sources(before)
    after = build(text, lock, reworded(machine))
    fresh = build(None, None, reworded(machine), articles=ARTICLES)
    assert sources(after.text or "") == sources(fresh.text or "")
    assert build(after.text, after.lock, reworded(machine)).text == after.text


def test_a_source_of_another_event_keeps_its_words() -> None:
    text, lock = first(ONE, TWO)
    text, _ = act(text, lock, Merge("strike", "visit"))
    after = build(text, lock, reworded(ONE), reworded(TWO))
    (cited,) = sources(after.text or "")
    assert {STRIKE_QUOTE, OTHER} <= {quote for _, quote in cited}
    assert without_edition(build(after.text, after.lock, reworded(ONE), reworded(TWO)).text or "") == without_edition(
        after.text or ""
    )
