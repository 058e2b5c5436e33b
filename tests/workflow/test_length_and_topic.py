"""A timeline of a chosen length and topic: the rest is beside it, and what is off the topic is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from timeline.document import parse
from timeline.workflow.commands.update import update_all
from timeline.workflow.files import understanding
from timeline.workflow.options import UpdateOptions
from timeline.workflow.project import candidates_path

STORY = ROOT / "tests" / "evaluation" / "stories" / "maternite"


def project(folder: Path, head: str = "") -> Path:
    """The articles of an invented story, with a timeline file that has no event yet."""
    articles = folder / "articles"
    articles.mkdir(parents=True)
    for number, day in (("m1", "2024-03-05"), ("m2", "2024-03-18"), ("m3", "2024-04-10")):
        shutil.copy(STORY / "text" / f"{number}.txt", articles)
        (articles / f"{number}.yaml").write_text(f"title: La maternité de Valmont\ndate: {day}\n", encoding="utf-8")
    path = folder / "timeline.yaml"
    path.write_text(f"title: Valmont\narticles: articles\n{head}\nevents: []\n", encoding="utf-8")
    return path


def ids(path: Path) -> set[str]:
    text = path.read_text(encoding="utf-8")
    document = parse(text, str(path), understand=understanding(text)).document
    assert document is not None
    return {item.id for item in document.items}


def updated(path: Path, *, keep_all: bool = False) -> set[str]:
    update_all([path], UpdateOptions(keep_all=keep_all))
    return ids(path)


def test_a_longer_timeline_holds_a_shorter_one_and_the_rest_is_beside_it(tmp_path: Path) -> None:
    short, normal, full = (
        updated(project(tmp_path / length, f"length: {length}\n")) for length in ("short", "normal", "full")
    )
    assert short <= normal <= full
    assert normal
    everything = updated(project(tmp_path / "all"), keep_all=True)
    beside = ids(candidates_path(tmp_path / "normal" / "timeline.yaml"))
    assert not normal & beside
    assert normal | beside == everything


def test_an_entry_that_a_person_moves_over_stays(tmp_path: Path) -> None:
    path = project(tmp_path, "length: short\n")
    before = updated(path)
    text = candidates_path(path).read_text(encoding="utf-8")
    assert "ce que vous y changez se perd" in text
    assert "ce que vous changez reste" not in text
    moved = "- id:" + text.split("- id:")[1]
    path.write_text(path.read_text(encoding="utf-8").rstrip() + "\n" + moved, encoding="utf-8")
    chosen = moved.split()[2]
    assert updated(path) == updated(path) == before | {chosen}


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ("about: {words: [maternité]}\n", ()),
        ("about: {words: [football]}\n", ("m1", "m2", "m3")),
        ("about: {people: [Zinédine Zidane]}\n", ("m1", "m2", "m3")),
        ("about: {words: [maternité], period: 2024-03}\n", ("m1", "m2", "m3")),
    ],
)
def test_what_the_topic_leaves_out_is_told(tmp_path: Path, about: str, told: tuple[str, ...]) -> None:
    (outcome,) = update_all([project(tmp_path, about)])
    named = {line.split(":")[0].strip() for line in outcome.off_topic}
    assert named <= set(told)
    assert bool(named) is bool(told)


def test_of_many_articles_off_the_topic_the_first_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    path = project(tmp_path, "about: {words: [football]}\n")
    articles = tmp_path / "articles"
    for number in range(12):
        for suffix in ("txt", "yaml"):
            shutil.copy(articles / f"m1.{suffix}", articles / f"n{number:02}.{suffix}")
    (outcome,) = update_all([path])
    *told, rest = outcome.off_topic
    assert [line.split(":")[0] for line in told] == ["m1", "m2", "m3", *(f"n{number:02}" for number in range(7))]
    assert rest == "5 more articles have events off the topic or outside the period."
