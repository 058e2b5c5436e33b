"""One article that cannot be read is told by its name, and the others go on; what it told before stays in the file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.conftest import Run, write_article
from timeline.annotator import article, unread
from timeline.model import Article

HOSTILE = "L'entrepôt de Melun a brûlé jeudi."


def fails(error: BaseException, monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    """Makes the reading of an article with `HOSTILE` fail, which no text that we know does; no cache has read it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(project.parent / f"{project.name} cache"))
    read = article.sentences_of

    def sentences_of(one: Article, *, model: str | None = None) -> object:
        if HOSTILE in one.text:
            raise error
        return read(one, model=model)

    monkeypatch.setattr(article, "sentences_of", sentences_of)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (RecursionError(), "nests too deep"),
        (MemoryError(), "memory"),
        (unread.TooSlowError(), "too long"),
        (ZeroDivisionError("division by zero"), "ZeroDivisionError: division by zero (test_hostile_articles.py:"),
    ],
)
@pytest.mark.parametrize("command", ["update", "check", "annotate"])
def test_one_article_fails_by_its_name(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, command: str, error: BaseException, words: str
) -> None:
    write_article(project, "hostile", HOSTILE)
    fails(error, monkeypatch, project)
    result = run(command, *(["articles"] if command == "annotate" else []))
    assert "articles/hostile.md: " in result.stderr
    assert words in result.stderr
    assert "demission" not in result.stderr
    assert "Traceback" not in result.output
    assert result.exit_code == (0 if command == "update" else 1)
    if command == "update":
        assert "1 left out, unreadable or without a date" in result.stderr
        assert "demission" in (project / "timeline.yaml").read_text()
        assert run("update").stderr == result.stderr.replace("1 added", "nothing to change"), "it is tried again"
        assert run("update", "--strict").exit_code == 1


def test_what_it_told_before_stays(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write_article(project, "hostile", HOSTILE)
    run("update")
    before = (project / "timeline.yaml").read_text()
    assert "hostile" in before
    write_article(project, "hostile", HOSTILE + " On ne sait rien de plus.")
    fails(MemoryError(), monkeypatch, project)
    assert run("update").exit_code == 0
    assert (project / "timeline.yaml").read_text() == before


def test_an_archive_holds_the_others(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write_article(project, "hostile", HOSTILE)
    fails(MemoryError(), monkeypatch, project)
    result = run("annotate", "articles", "--to", "archive.sqlite")
    assert result.exit_code == 1
    assert "hostile.md" in result.stderr
    assert run("query", "--from", "2000").stdout.count("demission")


def test_an_article_has_a_budget_of_time() -> None:
    with pytest.raises(unread.TooSlowError):
        work(5, budget=0.05)
    work(0, budget=0.05)
    work(0.1, budget=5)  # what was armed before is not any more


def work(seconds: float, budget: float) -> None:
    with unread.within(budget):
        until = time.process_time() + seconds
        while time.process_time() < until:
            pass


@pytest.mark.parametrize("text", ["« " * 500, "mot " * 500, "(" * 1_500])
def test_a_text_without_an_end_is_read_or_told(project: Path, run: Run, text: str) -> None:
    write_article(project, "sans-fin", text)
    result = run("update")
    assert result.exit_code == 0, result.output
    assert "Traceback" not in result.output
    assert "demission" in (project / "timeline.yaml").read_text()
