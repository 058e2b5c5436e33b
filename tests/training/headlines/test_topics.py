"""The topics that editors chose: the form of their table."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.model import Span
from training.headlines.judgements.topic_marks import BEST, WRONG, read_marks


def test_each_line_has_one_choice() -> None:
    lines = [line for spans in read_marks().values() for line in spans.values()]
    assert len(lines) >= 4700
    assert all([line.alone, *line.topics.values()].count(BEST) == 1 for line in lines)


def test_the_marks_of_a_line(tmp_path: Path) -> None:
    path = tmp_path / "marks.tsv"
    path.write_text(
        "# a remark\na1\t3\t9\tLe toit s'effondre\t-\t+Incendie à Rieux\t=Rieux\t-Nantes\n", encoding="utf-8"
    )
    (line,) = read_marks(path)["a1"].values()
    assert (line.line, line.alone) == ("Le toit s'effondre", WRONG)
    assert line.topics == {"Incendie à Rieux": "+", "Rieux": "=", "Nantes": "-"}
    assert list(read_marks(path)["a1"]) == [Span(3, 9)]


def test_an_unknown_mark_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "marks.tsv"
    path.write_text("a1\t3\t9\tLe toit s'effondre\t-\t?Rieux\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no marks of topics"):
        read_marks(path)
