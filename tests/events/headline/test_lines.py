"""Lines that one rule decides. A row of `lines.tsv`: use, rule, the sentence before, the sentence, its word, a line.

The line is the printed one ("best"), one of those that may be printed ("may be") or none of these ("never").
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.events.headline.reading import read
from timeline.events.headline import build
from timeline.events.headline.choice.passing import printable_drafts

ROWS = [row.split("\t") for row in Path(__file__).with_name("lines.tsv").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("use", "rule", "before", "sentence", "word", "line"), ROWS)
def test_lines(use: str, rule: str, before: str, sentence: str, word: str, line: str) -> None:
    inputs = read("", f"{before} {sentence}".strip(), word)
    lines = [build.write(*inputs)] if use == "best" else [draft.text for draft in printable_drafts(*inputs)]
    assert lines, rule
    assert (line in lines) is (use != "never"), rule
