"""`timeline annotate` and `date`, as a researcher and a curious person call them."""

from __future__ import annotations

import datetime
import errno
import json
from pathlib import Path
from typing import Any

import click
import pytest

import timeline
from tests.conftest import ROOT, Run, write_article
from timeline import nlp
from timeline.annotation import Annotation
from timeline.annotator.article import read_one
from timeline.cli import main
from timeline.model import Article

TIMEX_FIELDS = {"id", "start", "end", "text", "type", "value", "mod", "interval", "anchor", "rule"}
EVENT_FIELDS = {
    "id", "start", "end", "trigger_start", "trigger_end", "date", "basis", "status", "ongoing", "title", "people",
    "places", "weight", "confidence", "date_confidence", "title_confidence", "rejected",
}  # fmt: skip


def test_one_object_per_article_in_path_order(project: Path, run: Run) -> None:
    write_article(project, "avant", "La maire a été élue dimanche.", date="2022-12-20")
    result = run("annotate", "articles")
    objects = [json.loads(line) for line in result.stdout.splitlines()]
    assert [found["id"] for found in objects] == ["avant", "demission"]
    assert [found["path"] for found in objects] == ["articles/avant.md", "articles/demission.md"]
    assert [found["published"] for found in objects] == ["2022-12-20", "2022-12-21"]


def test_what_was_annotated_once_is_not_read_again(
    project: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from timeline.annotator import processes

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    first = run("annotate", "articles").stdout

    def refuse(*_: object, **__: object) -> Annotation:
        raise AssertionError("an article is read again")

    monkeypatch.setattr(processes, "read_or_unread", refuse)
    assert run("annotate", "articles").stdout == first


def test_a_reader_that_has_enough_is_no_mistake(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`timeline annotate articles | head -1`."""

    echo = click.echo

    def leave(text: str, *, err: bool = False, **how: Any) -> None:
        if not err:
            raise BrokenPipeError(errno.EPIPE, "Broken pipe")
        echo(text, err=True, **how)

    monkeypatch.chdir(project)
    monkeypatch.setattr("click.echo", leave)
    with pytest.raises(SystemExit) as left:
        main(["annotate", "articles"])
    assert left.value.code == 1
    assert capsys.readouterr().err == ""


def test_a_language_that_is_not_read_is_told_with_those_that_are(project: Path, run: Run) -> None:
    result = run("date", "Il a plu mardi.", "--on", "2022-12-21", "--text-lang", "zz")
    assert result.exit_code == 2
    assert "'zz' is not one of 'en', 'fr'" in result.stderr


def test_a_publication_line_is_no_event_and_a_sentence_like_it_is(project: Path, run: Run) -> None:
    told = "La maire démissionne\n\nPublié le 21 décembre 2022 à 18h20\n\nLa maire a publié le rapport lundi."
    (project / "articles" / "demission.md").write_text(told, encoding="utf-8")
    (found,) = map(json.loads, run("annotate", "articles").stdout.splitlines())
    assert found["published"].startswith("2022-12-21")
    assert "21 décembre 2022 à 18h20" in [timex["text"] for timex in found["timexes"]]
    assert "Publié" not in "".join(event["title"] for event in found["events"])
    assert "2022-12-19" in [event["date"] for event in found["events"]]


@pytest.mark.parametrize(
    ("language", "told"),
    [("fr", "il n’y a pas d’analyse pour la langue « en »"), ("en", "no reading pipeline for the")],
)
def test_a_language_that_is_read_coarsely_is_told_in_the_users_own(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str, told: str
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    nlp.load("en")
    assert capsys.readouterr().err.startswith(told)


def test_the_fields_of_the_format(project: Path, run: Run) -> None:
    (found,) = map(json.loads, run("annotate", "articles").stdout.splitlines())
    assert list(found)[:4] == ["id", "path", "title", "published"]
    for timex in found["timexes"]:
        assert set(timex) == TIMEX_FIELDS
    for event in found["events"]:
        assert set(event) == EVENT_FIELDS
    assert found["timexes"]
    assert found["events"]


@pytest.mark.parametrize(
    ("title", "told"), [("06 halle", "Incendie de Rieux : le toit"), ("Incendie à Rieux", "Incendie à Rieux : le toit")]
)
def test_a_files_name_is_no_headline(title: str, told: str) -> None:
    text = "Un incendie a frappé la halle de Rieux lundi soir. Le toit s'est effondré mardi matin."
    article = Article("06-halle", "articles/06-halle.md", title, datetime.date(2022, 12, 21), text)
    _, collapsed = read_one(article).events
    assert collapsed.title.startswith(told)


def test_offsets_are_code_points_into_the_body_as_it_stands(project: Path, run: Run) -> None:
    body = "« Été 😀 »\u00a0: l’e\u0301quipe a gagné mardi."
    write_article(project, "demission", body)
    (found,) = map(json.loads, run("annotate", "articles").stdout.splitlines())
    (timex,) = [timex for timex in found["timexes"] if timex["text"] == "mardi"]
    assert f"{body}\n"[timex["start"] : timex["end"]] == "mardi"
    assert timex["value"] == "2022-12-20"
    assert timex["anchor"] == "t0"


def test_date_explains_in_french_and_english(run: Run) -> None:
    french = run("date", "Il a démissionné mardi.", "--on", "2022-12-21", "--lang", "fr")
    english = run("date", "Il a démissionné mardi.", "--on", "2022-12-21", "--lang", "en")
    assert french.exit_code == english.exit_code == 0
    assert "mardi\tDATE\t2022-12-20\t2022-12-20" in french.stdout
    assert "mardi 20 décembre 2022" in french.stdout
    assert "Tuesday 20 December 2022" in english.stdout


@pytest.mark.parametrize(
    "published",
    ["2017-02-22", "22/02/2017", "22.02.2017", "22-02-2017", "22 février 2017", "le 22 février 2017",
     "mercredi 22 février 2017", "22 févr. 2017", "February 22, 2017", "22 February 2017"],
)  # fmt: skip
def test_date_takes_the_day_as_people_write_it(run: Run, published: str) -> None:
    assert "lundi\tDATE\t2017-02-20\t2017-02-20" in run("date", "Il est mort lundi.", "--on", published).stdout


@pytest.mark.parametrize(
    ("locale", "words"), [("fr_FR.UTF-8", "lundi 20 février 2017"), ("en_GB.UTF-8", "Monday 20 February")]
)
def test_date_explains_in_the_language_of_the_locale(
    run: Run, monkeypatch: pytest.MonkeyPatch, locale: str, words: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert words in run("date", "Il est mort lundi.", "--on", "22/02/2017").stdout


def test_date_prints_the_time_by_the_clock(run: Run) -> None:
    assert "2017-02-20T20:30:00" in run("date", "Il est mort lundi à 20 h 30.", "--on", "22/02/2017").stdout


@pytest.mark.parametrize(
    ("text", "day", "code", "told"),
    [
        ("mardi", "2022-02-31", 2, "2022-12-20"),
        ("Il partira le 31 février 2023.", "2022-12-21", 1, "TEXT:1:"),
    ],
)
def test_date_refuses_a_day_that_is_none(run: Run, text: str, day: str, code: int, told: str) -> None:
    result = run("date", text, "--on", day)
    assert result.exit_code == code
    assert told in result.stderr


@pytest.mark.parametrize(
    "published", [datetime.date(2022, 12, 21), datetime.datetime(2022, 12, 21, 18, 30, tzinfo=datetime.UTC)]
)
def test_the_python_face(published: datetime.date) -> None:
    annotated = timeline.annotate("Le ministre a démissionné mardi.", published, title="Démission")
    assert [timex.value for timex in annotated.timexes] == ["2022-12-20"]
    assert {"id", "path"} & set(annotated.to_dict()) == set()


def test_the_seed_article() -> None:
    text = (ROOT / "seeds" / "000_757b3090b5a09eac.txt").read_text(encoding="utf-8")
    annotated = timeline.annotate(text, datetime.date(2022, 12, 20)).to_dict()
    told = [(text[event["start"] : event["end"]], event) for event in annotated["events"]]

    def dates(words: str) -> list[str]:
        return [event["date"] for quote, event in told if words in quote]

    assert "2022-12-20" in dates("a admis mardi")
    assert "2022-12-20" in dates("visite surprise")
    assert "2022-12-19" in dates("allié biélorusse")
    accords, *plan = dates("ont également conclu des accords")  # "… et la Russie formera des Biélorusses"
    assert accords == "2022-12-19"
    assert plan in ([], ["2022-12-20/.."])
    other = [(text[event["start"] : event["end"]], event) for event in annotated["other_events"]]
    lasting = [event["date"] for quote, event in [*told, *other] if "depuis des mois" in quote]
    begin, end = next(date for date in lasting if "/" in date).split("/")
    assert begin == ".." or begin < "2022-12-01"
    assert end == ".." or end >= "2022-12-20"
    titles = [event["title"] for _, event in told]
    assert any(title.endswith("« très difficile »") for title in titles), "a quotation is whole or not there"
    assert any(title.endswith("des accords sur les prix de l’énergie") for title in titles)
    for event in annotated["events"]:
        assert event["status"] == "planned" or (event["date"] or "")[:10] <= "2022-12-20"


def test_an_article_without_a_date_is_named_and_the_others_are_read(run: Run, project: Path) -> None:
    (project / "articles" / "sans-date.txt").write_text("Le ministre a parlé mardi.\n", encoding="utf-8")
    result = run("annotate", "articles")
    assert result.exit_code == 1
    assert "articles/sans-date.txt: this article has no date" in result.stderr
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["demission"]
    kept = run("annotate", "articles", "--to", "archive.sqlite")
    assert kept.exit_code == 1
    assert "archive.sqlite: articles read: 1." in kept.stderr
    (project / "articles" / "demission.md").unlink()
    assert "nothing was written" in run("annotate", "articles").stderr
