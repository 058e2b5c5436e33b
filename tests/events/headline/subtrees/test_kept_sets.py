"""The sets of words that drafts keep: all, all but what is spare, what loses least where the line is too long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.events.headline.reading import read
from timeline.events.headline.subtrees import units
from timeline.events.headline.subtrees.kept_sets import kept_sets

SENTENCE = "Le maire inaugure le gymnase municipal avec les enfants du quartier derrière la mairie."
"""Its clause can do without "municipal", "avec les enfants … la mairie", and in that "derrière la mairie"."""


def _sets(needed: Mapping[str, float], room: int) -> list[str]:
    """The kept words of each set; a subtree is needed as its top word says, others are."""
    context, mention = read("", SENTENCE, "inaugure")
    tree, head = mention.tree, mention.trigger
    subject = tree.first(head, "nsubj")
    assert subject is not None
    out = frozenset(word.index for word in tree.subtree(subject))
    found = tuple(replace(one, keep=needed.get(one.token.text, 0.9)) for one in units.units(context, tree, head, out))
    sets = [kept for kept, _, _ in kept_sets(context, tree, head, out, found, room)]
    return [" ".join(word.text for word in tree.tokens if word.index in kept and word.pos != "PUNCT") for kept in sets]


def test_all_words_come_first() -> None:
    for needed in ({}, {"municipal": 0.1, "mairie": 0.2}):
        first = _sets(needed, room=100)[0]
        assert first == "inaugure le gymnase municipal avec les enfants du quartier derrière la mairie"


def test_what_is_spare_goes_though_there_is_room() -> None:
    without = "inaugure le gymnase avec les enfants du quartier"
    assert _sets({"municipal": 0.2, "mairie": 0.1}, room=100)[1] == without
    assert _sets({"municipal": 0.6, "mairie": 0.5}, room=100)[1] != without


@pytest.mark.parametrize(
    ("needed", "room", "kept"),
    [
        ({"mairie": 0.6}, 65, "inaugure le gymnase municipal avec les enfants du quartier"),
        # what is least needed is too short to make room
        ({"municipal": 0.5, "mairie": 0.7}, 65, "inaugure le gymnase municipal avec les enfants du quartier"),
        # what is needed more goes where nothing else makes room
        ({"municipal": 0.5, "mairie": 0.5, "enfants": 0.7}, 45, "inaugure le gymnase municipal"),
        # two go where one is not enough
        ({"municipal": 0.5, "mairie": 0.5, "enfants": 0.79}, 55, "inaugure le gymnase avec les enfants du quartier"),
    ],
)
def test_what_fits_loses_least(needed: Mapping[str, float], room: int, kept: str) -> None:
    assert _sets(needed, room)[1] == kept


def test_what_is_surely_needed_goes_last() -> None:
    sets = _sets({"municipal": 0.9, "mairie": 0.5, "enfants": 0.95}, room=100)
    whole = ["municipal" in one and "enfants" in one for one in sets]
    assert whole == sorted(whole, reverse=True)
    assert whole.count(True) == 2
