"""Where nothing has changed since the last update nothing is read, merged or written; whatever changes is seen."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import Run, write_article
from timeline.document import Head, Parsed
from timeline.model import Problem, Severity
from timeline.workflow.commands import update

WARNING = Problem("timeline.yaml", 3, 9, "this date is odd", Severity.WARNING)


@pytest.fixture
def updated(project: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write_article(project, "undated", "Le pont a été fermé.", date=None)
    run("update")
    return project


def _merges(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The timelines that are looked for anew."""
    found: list[Path] = []
    find = update.find

    def noted(path: Path, *rest: object) -> update.UpdatePlan:
        found.append(path)
        return find(path, *rest)

    monkeypatch.setattr(update, "find", noted)
    return found


def test_nothing_changed(updated: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in updated.iterdir()}
    merged = _merges(monkeypatch)
    result = run("update")
    assert merged == []
    assert "1 article read" in result.stderr
    assert "nothing to change" in result.stderr
    assert "undated" in result.stderr, "what was wrong is told again"
    assert {path.name: path.stat().st_mtime_ns for path in updated.iterdir()} == before


def test_a_warning_about_the_file_is_of_the_file_as_it_stands(
    updated: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A warning about what the update itself mends is not printed, nor is it remembered."""
    read_file = update.read_file

    def warned(path: Path, language: str = "en") -> tuple[Head, Parsed]:
        head, read = read_file(path, language)
        wrong = "2022-12-20" in path.read_text(encoding="utf-8")
        return head, replace(read, problems=(WARNING,) if wrong else ())

    monkeypatch.setattr(update, "read_file", warned)
    _edit(updated)
    assert WARNING.message in run("update").stderr
    article = updated / "articles" / "demission.md"
    article.write_text(article.read_text(encoding="utf-8").replace("mardi", "lundi"), encoding="utf-8")
    assert WARNING.message not in run("update").stderr
    assert WARNING.message not in run("update").stderr


def _touch_article(root: Path) -> None:
    """Its size and its time stay, as `rsync -t` leaves them."""
    path = root / "articles" / "demission.md"
    told = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("Ardent", "Ardant"), encoding="utf-8")
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))


def _edit(root: Path) -> None:
    path = root / "timeline.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# a note\n", encoding="utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "an article": _touch_article,
    "a new article": lambda root: write_article(root, "vote", "La loi a été votée lundi."),
    "an article less": lambda root: (root / "articles" / "undated.md").unlink(),
    "the YAML": _edit,
    "no YAML": lambda root: (root / "timeline.yaml").unlink(),
    "no lock": lambda root: (root / "timeline.lock").unlink(),
    "names": lambda root: (root / "names.yaml").write_text("people: {}\n", encoding="utf-8"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(updated: Path, run: Run, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    CHANGES[change](updated)
    merged = _merges(monkeypatch)
    run("update")
    assert [path.name for path in merged] == ["timeline.yaml"]


def test_another_option_is_seen(updated: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    merged = _merges(monkeypatch)
    run("update", "--all")
    assert len(merged) == 1
    run("update", "--all", "--jobs", "1")
    assert len(merged) == 1
