"""What every test shares: projects in temporary folders, and the command line run in this process."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

Run = Callable[..., Result]
ROOT = Path(__file__).parent.parent

# `make test` draws the same examples each time; `make test-wide` draws others, and many more.
WIDE = os.environ.get("HYPOTHESIS_PROFILE") == "wide"
settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.register_profile("wide", deadline=None)
settings.load_profile("wide" if WIDE else "same")


def examples(few: int, many: int) -> int:
    """How many random examples a test draws: `few` by default, `many` in the wide run."""
    return many if WIDE else few


LONGEST = ("tests/browser/", "tests/site/", "tests/document/", "tests/cli/", "tests/workflow/")
"""Folders whose files take longest. They are handed out first, so that no process is left alone with one at the end."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: a third of the time, a test waits for a browser, a server or a disk."""
    return 1 + (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest folders first; within a folder the order stays as it was drawn."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the user's own cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `timeline ARGS...` in the test's folder."""
    from timeline.cli import main

    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(main, list(arguments), catch_exceptions=False)

    return call


def contents(folder: Path) -> dict[str, bytes]:
    """What each file of a folder holds, by its path there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one article and no timeline yet."""
    (tmp_path / "articles").mkdir()
    write_article(tmp_path, "demission", "Le ministre Paul Ardent a démissionné mardi.", date="2022-12-21")
    return tmp_path


def write_article(root: Path, name: str, text: str, *, date: str | None = "2022-12-21", title: str = "Titre") -> Path:
    """A Markdown article with front matter in `root/articles`; `date=None` leaves the date out."""
    path = root / "articles" / f"{name}.md"
    dated = f"date: {date}\n" if date else ""
    path.write_text(f"---\ntitle: {title}\n{dated}---\n{text}\n", encoding="utf-8")
    return path
