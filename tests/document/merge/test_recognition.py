"""An event keeps its id: where another article retells it, and where the machine parts or joins events."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.document.examples import STRIKE, VISIT, build, changed, entry, first, read
from timeline.document.merge.matching import _best_quote, similarity
from timeline.model import Entry

VOTE = "Le Sénat avait adopté le texte le 16 mars, avant un accord en commission mixte paritaire."
RETOLD = "Le Sénat a adopté jeudi soir, par 201 voix contre 115, la réforme."


def named(one: Entry, *lemmas: str) -> Entry:
    """The event, with the words that name it in its sources."""
    sources = zip(one.sources, lemmas, strict=True)
    return changed(one, sources=tuple(replace(source, event=lemma) for source, lemma in sources))


@pytest.mark.parametrize(("lemma", "kept"), [("adopter", True), ("accord", False)])
def test_an_event_that_another_article_retells_under_another_title_keeps_its_id(lemma: str, *, kept: bool) -> None:
    before = named(entry("one", "2023-03-16", "Accord en commission avant le vote", ("afp-1", VOTE)), lemma)
    now = entry("two", "2023-03-16", "La réforme passe par 201 voix contre 115", ("afp-2", RETOLD), ("afp-1", VOTE))
    text, lock = first(before)
    updated = build(text, lock, named(now, "adopter", "adopter"))
    assert updated.text is not None
    (item,) = read(updated.text).items
    assert (item.id == read(text).items[0].id) == kept


def test_what_the_machine_joined_and_parts_again_has_its_own_sources() -> None:
    text, lock = first(VISIT, STRIKE)
    joined = build(text, lock, changed(VISIT, sources=VISIT.sources + STRIKE.sources))
    apart = build(joined.text, joined.lock, VISIT, STRIKE)
    assert apart.text is not None
    cited = [[source["article"] for source in item.sources] for item in read(apart.text).items]
    assert sorted(cited) == [["afp-1"], ["afp-2"]]


QUOTES = st.lists(
    st.tuples(st.sampled_from(["", "a", "b"]), st.sampled_from(["", "le pont cède", "le pont a cédé", "un quai"])),
    max_size=4,
)


@given(QUOTES, QUOTES)
def test_the_best_quote_is_the_best_of_all_pairs(one: list[tuple[str, str]], other: list[tuple[str, str]]) -> None:
    pairs = [(a, b) for a in one for b in other]
    best = max((similarity(a[1], b[1]) for a, b in pairs if a[1] and b[1]), default=0.0)
    assert _best_quote(one, other) == (best, any(a[0] == b[0] != "" for a, b in pairs))
