"""The bar on a terminal: how many, how fast, how long; nothing where standard error is a file."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from timeline.cli.messages import progress
from timeline.workflow.commands.build_site import build_site
from timeline.workflow.commands.update import update_all
from timeline.workflow.options import UpdateOptions


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


def test_no_bar_where_there_is_no_console(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    progress()("articles", 1, 50)


def test_a_few_are_done_before_anyone_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = _Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    show = progress()
    show("articles", 3, 3)
    assert stream.getvalue() == ""


def test_merging_and_pages_are_long_work_too(tmp_path: Path) -> None:
    """Each of the four tasks comes to its end: reading files, annotating, merging, building pages."""
    (tmp_path / "articles").mkdir()
    for day in range(1, 4):
        text = f"---\ndate: 2022-12-{day:02}\n---\nLe maire a démissionné mardi.\n"
        (tmp_path / "articles" / f"{day}.md").write_text(text, encoding="utf-8")
    seen: dict[str, list[tuple[int, int]]] = {}

    def show(what: str, done: int, of: int) -> None:
        seen.setdefault(what, []).append((done, of))

    file = tmp_path / "timeline.yaml"
    update_all([file], UpdateOptions(workers=1), show)
    build_site(file, progress=show)
    assert list(seen) == ["files", "articles", "merging", "pages"]
    for what, steps in seen.items():
        assert steps[-1][0] == steps[-1][1] > 0, what
        assert [done for done, _ in steps] == sorted(done for done, _ in steps), what
