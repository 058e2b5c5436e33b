"""The rows of features that the models read."""

from __future__ import annotations

import numpy as np
import pytest

from timeline.events.boosting import matrix, table

ROWS = [
    [[1, True, 0.1], [-3.5, False, 1e-9]],
    [(0.1 + 0.2,)],
    [[np.float64(2.5), np.int64(7), 10**9]],
]


@pytest.mark.parametrize("rows", ROWS)
def test_rows_are_read_as_numpy_reads_them(rows: list[list[float]]) -> None:
    assert matrix(rows).tolist() == np.array(rows, dtype=np.float64).tolist()
    assert table(rows).tolist() == np.array(rows, dtype=np.float32).tolist()
    assert table(rows).dtype == np.float32


def test_no_rows_have_no_columns() -> None:
    assert matrix([]).shape == (0, 0)


def test_rows_of_two_lengths_are_refused() -> None:
    with pytest.raises(Exception, match="expected 2 items"):
        matrix([[1.0, 2.0], [1.0]])
