"""`timeline annotate --to` and `timeline query`: a folder is read once, timelines are drawn from what was kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.projects.archive import ask
from tests.conftest import Run, write_article
from timeline.annotator import processes
from timeline.coref import meaning
from timeline.workflow.commands import archive as archiving


@pytest.fixture
def filled(project: Path, run: Run) -> Path:
    write_article(project, "pont", "Le pont de Courville a été inauguré le 3 mars 2021.", title="Le pont de Courville")
    write_article(project, "retard", "Le pont de Courville a été fermé mardi.", title="Le pont fermé")
    result = run("annotate", "articles", "--to", "archive.sqlite")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "archive.sqlite: articles read: 3.\n" in result.stderr
    return project


def test_only_what_is_new_is_read(filled: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write_article(filled, "vote", "La loi a été votée lundi.")
    asked: list[str] = []
    read = processes.read_chunk

    def noted(articles: list, **how: object) -> list:
        asked.extend(article.id for article in articles)
        return read(articles, **how)

    monkeypatch.setattr(archiving, "read_chunk", noted)
    assert "articles read: 1 of 4" in run("annotate", "articles", "--to", "archive.sqlite").stderr
    assert asked == ["vote"]


def test_a_query_draws_what_matches(filled: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("an article is read again")

    monkeypatch.setattr(processes, "read_or_unread", refuse)
    result = run("query", "pont de Courville")
    assert [line.split("\t")[0] for line in result.stdout.splitlines()] == ["2021-03-03", "2022-12-20"]
    result = run("query", "pont de Courville", "--from", "2022")
    assert [line.split("\t")[2] for line in result.stdout.splitlines()] == ["retard"]
    assert run("query", "--person", "Paul Ardent").stdout.split("\t")[2].strip() == "demission"


@pytest.mark.parametrize("period", [("--from", "2021-06"), ("--to", "2021-02"), ("--from", "2022"), ("--to", "2021")])
def test_a_period_adds_nothing(filled: Path, run: Run, period: tuple[str, str]) -> None:
    """ "En 2021" touches every month of 2021, but another article says on which day it was."""
    write_article(filled, "annee", "Le pont de Courville a été inauguré en 2021.", title="Le pont de Courville")
    run("annotate", "articles", "--to", "archive.sqlite")
    whole = run("query", "pont de Courville").stdout.splitlines()
    assert [line.split("\t")[0] for line in whole] == ["2021-03-03", "2022-12-20"]
    inside = {"--from": whole[1:], "--to": whole[:1] if period[1] == "2021" else []}[period[0]]
    assert run("query", "pont de Courville", *period).stdout.splitlines() == inside


def test_a_topic_is_encoded_once(filled: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("query", "pont de Courville").stdout

    def refuse(*_: object) -> None:
        raise AssertionError("the encoder is loaded again")

    monkeypatch.setattr(meaning, "_encoder", refuse)
    assert run("query", "pont de Courville").stdout == first
    assert run("query", "pont de Courville", "--from", "2022").stdout in first


def test_the_benchmark_asks_an_archive(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask(filled / "archive.sqlite", "a place")
    assert "a place: 0 events of 0 articles" in capsys.readouterr().out


def test_a_query_writes_a_timeline_that_people_edit(filled: Path, run: Run) -> None:
    result = run("query", "pont", "--to", "mars 2021", "--output", "pont.yaml")
    assert result.exit_code == 0
    text = (filled / "pont.yaml").read_text(encoding="utf-8")
    assert "title: Pont" in text
    (filled / "pont.yaml").write_text(text.replace("date: 2021-03-03", "date: 2021-03-04"), encoding="utf-8")
    run("query", "pont", "--output", "pont.yaml")
    text = (filled / "pont.yaml").read_text(encoding="utf-8")
    assert "date: 2021-03-04" in text
    assert "date: 2022-12-20" in text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("query", "pont"), "archive.sqlite: there is no such archive"),
        (("query", "pont", "--from", "hier"), "write it as 2022"),
        (("query", "pont", "--from", "2024", "--to", "2023"), "it ends before it begins"),
        (("query", "pont", "--most", "-1"), "--most"),
        (("annotate", "articles", "--to", "articles/demission.md"), "no archive"),
        (("annotate", "articles", "--to", "nowhere/archive.sqlite"), "its folder is missing"),
    ],
)
def test_what_is_wrong_is_told(project: Path, run: Run, arguments: tuple[str, ...], told: str) -> None:
    result = run(*arguments)
    assert result.exit_code in (1, 2)
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_a_timeline_is_written_into_a_yaml_file_alone(filled: Path, run: Run) -> None:
    before = sorted(filled.iterdir())
    result = run("query", "pont", "--output", "pont.txt")
    assert (result.exit_code, sorted(filled.iterdir())) == (1, before)
    assert "pont.txt: there is no such file or folder; the name of a new timeline ends in .yaml" in result.stderr


def test_what_is_no_archive_is_told_in_french(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    told = run("annotate", "articles", "--to", "articles/demission.md").stderr
    assert "articles/demission.md: ce fichier n’est pas une archive d’annotations" in told
    assert told.count("demission.md") == 1
