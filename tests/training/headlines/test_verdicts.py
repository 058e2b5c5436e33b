"""The kept verdicts on headlines: one row a line, with the verdict of each reader."""

from __future__ import annotations

from training.headlines.judgements.verdicts import VERDICTS, read_lines


def test_each_line_has_verdicts() -> None:
    lines = read_lines()
    said = [verdicts for spans in lines.values() for texts in spans.values() for verdicts in texts.values()]
    assert len(said) >= 4500
    assert all(verdicts and set(verdicts) <= set(VERDICTS) for verdicts in said)
    assert all(span.start < span.end for spans in lines.values() for span in spans)
