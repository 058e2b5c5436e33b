"""Sources of the file are found again among those of the machine, however many an event has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.document.merge.threeway import source_pairs
from timeline.document.merge.threeway.source_pairs import pair

Sources = list[dict[str, str]]
SOURCES = st.lists(
    st.builds(
        lambda article, quote: {"article": article, "quote": quote},
        st.sampled_from(("un", "deux")),
        st.sampled_from(("Le pont est fermé.", "Le pont sera fermé.", "Le maire parle.")),
    ),
    max_size=6,
)


@given(known=SOURCES, found=SOURCES)
def test_what_is_the_same_is_paired_before_what_is_alike(known: Sources, found: Sources) -> None:
    pairs = pair(known, found)
    assert len({*pairs.values()}) == len(pairs)
    for source in known:
        same = sum(known[one] == source == found[other] for one, other in pairs.items())
        assert same == min(known.count(source), found.count(source))


def test_of_hundreds_of_sources_only_those_that_changed_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, str]] = []
    whole = source_pairs.similarity
    monkeypatch.setattr(source_pairs, "similarity", lambda a, b: (compared.append((a, b)), whole(a, b))[1])
    known = [{"article": f"a{n}", "quote": f"La séance numéro {n} a été levée."} for n in range(300)]
    found = [*known[:150], {"article": "a150", "quote": "La séance a repris."}, *known[151:], {"article": "neuf"}]
    assert pair(known, found) == {n: n for n in range(300)}
    assert len(compared) <= 2
