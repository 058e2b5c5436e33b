"""What two articles tell of a day is one event, where neither has anything else that it could be."""

from collections.abc import Sequence

import pytest

from benchmarks.grouping.scores import grouped
from tests.coref.making import annotated
from timeline.coref import Names
from timeline.coref.merging import offers
from timeline.coref.similarity import model
from timeline.model import Annotated, Status

STORY = " Le procès des putschistes du Comando se tient à Moroni devant la Cour de sûreté. Le putsch a échoué en mars."
OTHER = " Le championnat de ligue reprend à Lyon après la trêve. Les supporteurs du club sont attendus au stade."
SATURDAY = "2001-11-17"


def awaited() -> Annotated:
    return told("Le jugement est attendu samedi.", "jugement", "2001-11-16", status=Status.PLANNED, places=("Moroni",))


def sentenced(text: str = STORY, date: str = SATURDAY, **facts: object) -> Annotated:
    return told("Le meneur a écopé samedi de huit ans.", "écoper", "2001-11-20", text, date, **facts)


def told(quote: str, lemma: str, published: str, text: str = STORY, date: str = SATURDAY, **facts: object) -> Annotated:
    title = "Procès des putschistes à Moroni" if text == STORY else "Reprise du championnat"
    return annotated(
        quote, lemma, date, article=published, published=published, title=title, text=quote + text, **facts
    )


@pytest.mark.parametrize(
    ("other", "events"),
    [
        pytest.param(sentenced(), 1, id="a plan and its act"),
        pytest.param(sentenced(OTHER), 2, id="another story"),
        pytest.param(sentenced(weight=0.2), 2, id="said by the way"),
        pytest.param(sentenced(places=("Lyon",)), 2, id="another town"),
        pytest.param(sentenced(date="2001-11-19"), 2, id="another day"),
        pytest.param(sentenced(status=Status.PLANNED), 2, id="two plans"),
    ],
)
def test_a_plan_and_its_act_are_one(other: Annotated, events: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "linkage", lambda *_: 0.15)
    assert len(grouped([awaited(), other], Names())) == events


@pytest.mark.parametrize(
    ("likely", "facts", "events"),
    [
        pytest.param(0.25, {}, 1, id="the news of a day in two papers"),
        pytest.param(0.15, {}, 2, id="too unlike for two acts"),
        pytest.param(0.25, {"date": "2001-11-19"}, 2, id="another day"),
        pytest.param(0.25, {"text": OTHER}, 2, id="another story"),
        pytest.param(0.25, {"weight": 0.2}, 2, id="said by the way"),
        pytest.param(0.25, {"places": ("Lyon",)}, 2, id="another town"),
    ],
)
def test_two_acts_of_a_day_are_one(
    likely: float, facts: dict[str, object], events: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offers, "linkage", lambda *_: likely)
    act = told("Le chef des putschistes est condamné.", "condamner", "2001-11-18", date=SATURDAY, places=("Moroni",))
    assert len(grouped([act, sentenced(**facts)], Names())) == events


@pytest.mark.parametrize(
    ("scores", "found"),
    [
        ([{0: 0.2}], [(0, 0)]),
        ([{0: 0.05}], []),
        ([{0: 0.2, 1: 0.15}], []),
        ([{0: 0.2, 1: 0.05}], [(0, 0)]),
        ([{0: 0.2}, {0: 0.15}], []),
        ([{0: 0.2}, {0: 0.6}], [(1, 0)]),
        ([{0: 0.2}, {0: 0.05}], [(0, 0)]),
    ],
)
def test_no_other_is_nearly_as_likely(
    scores: Sequence[dict[int, float]], found: list[tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offers, "linkage", lambda at, members, fitted: scores[at][members[0]])
    monkeypatch.setattr(offers, "_may_be_one", lambda one, other: True)
    monkeypatch.setattr(offers, "_is_plan_of", lambda one, other: True)
    events = {event: [event] for its in scores for event in its}
    made = offers.offers(range(len(scores)), [list(its) for its in scores], events, model())
    assert [(its.at, its.event) for its in made] == found
