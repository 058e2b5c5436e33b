"""The scores of whole chronologies, on three invented stories."""

from dataclasses import replace
from pathlib import Path

import pytest

from timeline.evaluation.gold import GoldError
from timeline.evaluation.stories import GoldStory, read_stories, score_stories
from timeline.model import Article, Entry, Source
from timeline.workflow.commands.evaluate import entries

STORIES = Path(__file__).with_name("stories")


def stories() -> dict[str, GoldStory]:
    return {story.name: story for story in read_stories(STORIES)}


def perfect(story: GoldStory) -> list[Entry]:
    """The editor's chronology, each entry with every sentence that tells it."""
    return [
        Entry(
            id=one.cluster,
            date="",
            title=one.title,
            interval=one.dates[0],
            sources=tuple(
                Source(gold.article.id, gold.article.text[event.sentence.start : event.sentence.end])
                for gold in story.articles
                for event in gold.events
                if event.cluster == one.cluster
            ),
        )
        for one in story.chronology
    ]


@pytest.mark.parametrize("name", ["echecs", "maternite", "usine"])
def test_the_editors_own_chronology_is_perfect(name: str) -> None:
    story = stories()[name]
    scores = score_stories([(story, perfect(story))])
    whole = (scores.precision, scores.recall, scores.recall_must, scores.dated, scores.story_f1, scores.pairs_precision)
    assert whole == (1, 1, 1, 1, 1, 1)
    assert (scores.repeats, scores.mixed) == (0, 0)
    assert scores.titles == pytest.approx(1)


def test_what_is_told_twice_late_or_mixed_up_is_counted() -> None:
    story = stories()["maternite"]
    first, *others = perfect(story)
    wrong_day = replace(others[0], interval=first.interval)
    mixed = replace(others[1], sources=(*others[1].sources, *others[3].sources))
    scores = score_stories([(story, [first, first, wrong_day, mixed])])
    assert (scores.entries, scores.mixed) == (4, 1)
    assert scores.repeats == pytest.approx(0.25)
    assert scores.precision == pytest.approx(0.75)
    assert scores.dated == pytest.approx(2 / 3)
    assert scores.pairs_precision < 1


def test_what_no_editor_keeps_counts_against_precision() -> None:
    story = stories()["maternite"]
    minor = next(event for gold in story.articles for event in gold.events if event.cluster == "maire-se-rejouit")
    article = next(gold.article for gold in story.articles if minor in gold.events)
    quote = article.text[minor.sentence.start : minor.sentence.end]
    entry = Entry(id="x", date="", title=minor.summary, sources=(Source(article.id, quote),))
    assert score_stories([(story, [entry])]).precision == 0


def test_a_chronology_that_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    for part in ("gold", "text"):
        (tmp_path / "one" / part).mkdir(parents=True)
    (tmp_path / "one" / "story.jsonl").write_text('{"c": "a", "d": "2020", "k": 3, "h": "x"}\n{"c": "b"}\n')
    with pytest.raises(GoldError, match=r"story\.jsonl:2"):
        read_stories(tmp_path)


def test_the_product_makes_these_stories() -> None:
    """Rounds of a tournament are not joined; what is told again is one entry; every milestone is there."""
    made = [(story, entries([gold.article for gold in story.articles])) for story in stories().values()]
    scores = score_stories(made)
    assert scores.recall_must == 1
    assert scores.mixed == 0
    assert scores.story_f1 >= 0.75
    assert all(isinstance(gold.article, Article) for story, _ in made for gold in story.articles)
