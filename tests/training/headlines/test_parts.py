"""The marks of the parts of clauses: the form of their table."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from timeline.model import Span
from training.headlines.judgements.parts import WORTH, read_parts


def test_each_mark_has_many_parts() -> None:
    found = read_parts()
    marks = Counter(mark for parts in found.values() for mark in parts.values())
    assert len(found) == 3000
    assert marks.keys() == WORTH.keys()
    assert min(marks.values()) > 2000


def test_the_parts_of_a_clause(tmp_path: Path) -> None:
    path = tmp_path / "parts.tsv"
    path.write_text("# a remark\na1\t3\t9\tn12-20\ts22-30\n", encoding="utf-8")
    assert read_parts(path) == {("a1", Span(3, 9)): {Span(12, 20): "n", Span(22, 30): "s"}}


def test_an_unknown_mark_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "parts.tsv"
    path.write_text("a1\t3\t9\tx12-20\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no mark of a part"):
        read_parts(path)
