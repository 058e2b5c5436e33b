"""The bar on a terminal: how many, how fast, how long; nothing where standard error is a file."""

from __future__ import annotations

import io
import sys

import pytest

from timeline.cli.messages import progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "told"), [(_Terminal(), True), (io.StringIO(), False)])
def test_a_bar_on_a_terminal_alone(stream: io.StringIO, told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    show = progress()
    for done in range(1, 51):
        show("articles", done, 50)
    assert ("articles" in stream.getvalue() and "50/50" in stream.getvalue()) is told
    assert bool(stream.getvalue()) is told


def test_a_few_are_done_before_anyone_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = _Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    show = progress()
    show("articles", 3, 3)
    assert stream.getvalue() == ""
