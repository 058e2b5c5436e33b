"""What a candidate's neighbours say of it: counted in one pass, equal to counting for each candidate alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.events.dating.options import Days
from timeline.events.ranking import neighbours

CANDIDATES = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from("abc"), st.sampled_from([None, (1, 1), (1, 2)]), st.floats(0.0, 1.0)),
    min_size=1,
    max_size=9,
)
Candidates = list[tuple[int, str, Days | None, float]]


@given(CANDIDATES)
def test_repeats_are_those_of_each_candidate_alone(candidates: Candidates) -> None:
    sentences, stems, dates, scores = (list(column) for column in zip(*candidates, strict=True))
    for number, row in enumerate(neighbours.repeats(sentences, stems, dates, scores)):
        before = [other for other in range(number) if stems[other] == stems[number]]
        here = [n for n in range(len(stems)) if n != number and sentences[n] == sentences[number]]
        assert row == [
            len(before),
            stems[number + 1 :].count(stems[number]),
            any(dates[other] == dates[number] for other in before),
            dates[:number].count(dates[number]),
            1 + len(here),
            max((scores[other] for other in here), default=-9.0),
        ]


@given(CANDIDATES)
def test_the_competition_is_the_same_in_blocks(candidates: Candidates) -> None:
    sentences, stems, dates, scores = (list(column) for column in zip(*candidates, strict=True))
    whole = neighbours.competition(sentences, stems, dates, np.array(scores))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(neighbours, "_ROWS", 2)
        assert np.array_equal(whole, neighbours.competition(sentences, stems, dates, np.array(scores)))
    assert whole.shape == (len(candidates), len(neighbours.COMPETITION))
