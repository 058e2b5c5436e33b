"""The preferences of readers: the form of their table."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.model import Span
from training.headlines.judgements.lead_marks import ALONE, BEHIND, Preference, read_preferences


def test_most_lines_have_a_preference() -> None:
    found = read_preferences()
    marks = [one.mark for one in found]
    assert len(found) > 1200
    assert marks.count(BEHIND) > marks.count(ALONE) > 200


def test_a_preference(tmp_path: Path) -> None:
    path = tmp_path / "leads.tsv"
    path.write_text("# a remark\na1\t3\t9\tIncendie à Rieux\t+\n", encoding="utf-8")
    assert read_preferences(path) == [Preference(("a1", Span(3, 9)), "Incendie à Rieux", BEHIND)]


def test_an_unknown_mark_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "leads.tsv"
    path.write_text("a1\t3\t9\tRieux\t?\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no mark of a line"):
        read_preferences(path)
