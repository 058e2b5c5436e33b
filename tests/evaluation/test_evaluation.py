"""The evaluation: matching, scores, baselines, the printed report."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.events.reading import GOLD, parses, resolved
from timeline.calendar import parse_edtf
from timeline.evaluation import GoldError, evaluate, read
from timeline.evaluation.headline_faults import faults
from timeline.evaluation.matching import is_exact, overlaps
from timeline.events import KEEP, extract
from timeline.model import Annotated, Article, Basis, Date, Event, Span, Status


def annotate(article: Article) -> Annotated:
    sentences = parses()[article.id]
    timexes = resolved(article, sentences)
    found = extract(article, sentences, timexes)
    return Annotated(article, timexes, tuple(event for event in found if event.weight >= KEEP))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A gold folder with the articles that have a parse."""
    for kind, ending in (("gold", "json"), ("text", "txt")):
        (tmp_path / kind).mkdir()
        for name in sorted(parses()):
            source = GOLD / kind / f"{name}.{ending}"
            (tmp_path / kind / source.name).write_text(source.read_text("utf-8"), "utf-8")
    return tmp_path


def test_the_report_has_ours_beside_the_baselines(folder: Path) -> None:
    report = evaluate(folder, annotate)
    assert report.articles == len(parses())
    assert list(report.systems) == ["timeline", "article date", "nearest", "nearest, carried"]
    naive = (report.systems["article date"], report.systems["nearest"])
    assert all(report.scores.timeline_f1 > other.timeline_f1 + 0.02 for other in naive)
    table = report.table()
    assert table.startswith(f"articles: {report.articles}; events annotated: {report.events}")
    for word in ("timeline F1", "confidence", "genre", "faults of headlines"):
        assert word in table


def test_perfect_predictions_score_one(folder: Path) -> None:
    golds = {one.article.id: one for one in read(folder)}

    def oracle(article: Article) -> Annotated:
        events = tuple(event(one.trigger, one.sentence, one.dates[0], one.status) for one in golds[article.id].events)
        return Annotated(article, (), events)

    scores = evaluate(folder, oracle).scores
    assert (scores.precision, scores.date_exact, scores.status, scores.timeline_f1) == (1.0, 1.0, 1.0, 1.0)


def test_no_prediction_scores_zero(folder: Path) -> None:
    assert evaluate(folder, lambda article: Annotated(article, (), ())).scores.timeline_f1 == 0.0


def event(trigger: Span, sentence: Span, date: Date, status: Status = Status.ASSERTED, title: str = "Titre") -> Event:
    return Event("e", "a", sentence, trigger, "x", title, "", date, Basis.STATED, status, confidence=0.9)


@pytest.mark.parametrize(
    ("given", "accepted", "exact", "near"),
    [
        ("2022-12-20", ["2022-12-20"], True, True),
        ("2022-12-20", ["2022-12-19", "2022-12-20~"], True, True),
        ("2022-12-19/2022-12-20", ["2022-12-20"], False, True),
        ("2022-12", ["2022-12-20"], False, False),
        ("../2022-12-20", ["../2022-12-21"], False, True),
        ("2022-12-20/..", ["../2022-12-20"], False, False),
    ],
)
def test_dates(given: str, accepted: list[str], exact: bool, near: bool) -> None:
    dates = [date for date in map(parse_edtf, accepted) if date]
    assert is_exact(parse_edtf(given), dates) is exact
    assert overlaps(parse_edtf(given), dates) is near


@pytest.mark.parametrize(
    ("title", "status", "expected"),
    [
        ("Le ministre démissionne", "asserted", []),
        ("Il démissionne", "asserted", ["dangling pronoun"]),
        ("Le ministre démissionne de", "asserted", ["cut"]),
        ("Le ministre « démissionne", "asserted", ["unbalanced"]),
        ("Le ministre démissionne", "denied", ["lost negation"]),
        ("Le ministre ne démissionne", "asserted", ["half a negation"]),
        ("le ministre démissionne", "asserted", ["no capital"]),
    ],
)
def test_faults_of_headlines(title: str, status: str, expected: list[str]) -> None:
    date = parse_edtf("2022-12-20")
    assert date
    assert list(faults(event(Span(0, 1), Span(0, 9), date, Status(status), title))) == expected


def test_a_folder_without_annotations_says_so(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="annotations belong there"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("written", "place", "reason"),
    [
        ('{"id": "zz"}', ("zz.json", 1, 1), "'title' is missing"),
        ('{"id": "zz",\n "title" 3}', ("zz.json", 2, 10), "Expecting ':' delimiter"),
        ("[]", ("zz.json", 1, 1), "this is no annotation"),
        ('{"id": "yy"}', ("yy.txt", 0, 0), "the text of zz.json"),
    ],
)
def test_a_broken_annotation_is_named(folder: Path, written: str, place: tuple[str, int, int], reason: str) -> None:
    (folder / "gold" / "zz.json").write_text(written, "utf-8")
    (folder / "text" / "zz.txt").write_text("x", "utf-8")
    with pytest.raises(GoldError, match=reason) as raised:
        read(folder)
    assert (raised.value.path.name, raised.value.line, raised.value.column) == place
