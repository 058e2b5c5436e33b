"""The chronologies that the selection is learnt from: ids and dates alone, each event in one place."""

import json
from collections import Counter
from pathlib import Path

from timeline.calendar import parse_edtf
from timeline.evaluation.gold import read
from training.story.chronologies import PATH, of_news

STORIES = Path(__file__).parents[2] / "evaluation" / "stories"


def test_each_event_is_in_one_place_and_each_date_is_one() -> None:
    for name, story in json.loads(PATH.read_text(encoding="utf-8")).items():
        events = Counter(event for one in story["chronology"] for event in one["e"])
        events.update(event for same in story["left out"] for event in same)
        assert max(events.values()) == 1, name
        assert {event.partition(" ")[0] for event in events} <= set(story["articles"]), name
        assert all(parse_edtf(date) for one in story["chronology"] for date in one["d"]), name
        assert all(one["k"] in (2, 3) for one in story["chronology"]), name


def test_a_chronology_of_articles(tmp_path: Path) -> None:
    """Events of several articles are one; what no chronology names is an event of its own."""
    articles = read(STORIES / "usine")
    first, other = articles[0], articles[1]
    told = [f"{gold.article.id} {gold.events[0].id}" for gold in (first, other)]
    story = {"articles": [first.article.id, other.article.id], "left out": []}
    file = tmp_path / "chronologies.json"
    file.write_text(json.dumps({"usine": {**story, "chronology": [{"d": ["2020-05-04"], "k": 3, "e": told}]}}))
    (made,) = of_news(articles, file)
    assert [(one.cluster, one.salience) for one in made.chronology] == [(told[0], 3)]
    assert made.chronology[0].title == first.events[0].summary
    assert {gold.events[0].cluster for gold in made.articles} == {told[0]}
    clusters = [event.cluster for gold in made.articles for event in gold.events[1:]]
    assert len(set(clusters)) == len(clusters)
    assert of_news([first], file) == []
