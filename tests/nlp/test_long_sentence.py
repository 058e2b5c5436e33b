"""A text without a sentence end is cut in a loop: no depth of calls grows with its length."""

from __future__ import annotations

import numpy as np

from timeline.nlp.parser import batches


def test_a_sentence_of_any_length_is_cut_into_bounded_parts() -> None:
    words = np.arange(400_000)
    parts = list(batches._bounded(words, np.zeros(len(words))))
    assert max(map(len, parts)) <= batches.LONGEST
    assert np.array_equal(np.concatenate(parts), words)
