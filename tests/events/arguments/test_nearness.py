"""Where names stand, seen from a sentence."""

from __future__ import annotations

import pytest

from timeline.events.arguments.nearness import FAR, NameTrace, Nearness

MAYOR = NameTrace((0, 3), ((True, False), (False, False)), frozenset({0, 1}))
TOWN = NameTrace((1,), ((False, True),), frozenset({0}))
OTHER = NameTrace((), (), frozenset())
SEEN = Nearness((MAYOR, TOWN, OTHER), (0, 2, 0), (0, 0, 1, 1, 2))


@pytest.mark.parametrize(
    ("sentence", "mayor", "town"),
    [
        (0, [0, 3, 0, 1, 0, 0], [FAR, 1, 9, 1, 0, 0]),
        (1, [1, 2, 0, 1, 1, 0], [0, FAR, 0, 1, 0, 0]),
        (3, [0, FAR, 0, 1, 1, 0], [2, FAR, 0, 0, 0, 1]),
        (4, [1, FAR, 0, 0, 0, 0], [3, FAR, 0, 0, 0, 1]),
    ],
)
def test_names_seen_from_a_sentence(sentence: int, mayor: list[float], town: list[float]) -> None:
    assert SEEN.seen_from(sentence).tolist() == [mayor, town, [FAR, FAR, 9, 0, 0, 0]]
