"""Which expressions lie in a sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Expression, Reference, Span, Timex, TimexType, Vague
from timeline.model.timex import numbers_within, within

PLACES = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)), max_size=12)


def timex(start: int, length: int) -> Timex:
    said = Expression(Span(start, start + length), "x" * length, TimexType.DATE, "weekday", Vague(Reference.PRESENT))
    return Timex(said, "", None)


@given(places=PLACES, start=st.integers(0, 30), length=st.integers(1, 15))
def test_those_within_are_found_as_by_looking_at_each(places: list[tuple[int, int]], start: int, length: int) -> None:
    timexes = [timex(*place) for place in sorted(places)]
    sentence = Span(start, start + length)
    naive = [number for number, one in enumerate(timexes) if sentence.contains(one.span)]
    assert list(numbers_within(timexes, sentence)) == naive
    assert within(timexes, sentence) == [timexes[number] for number in naive]
