"""A plan is no entry any more once its story has gone on beyond its time, unless somebody says that it happened."""

import pytest

from tests.coref.making import annotated, merged, telling
from timeline.coref.selection.plans import NEVER, are_over, plan_end
from timeline.model import Annotated, Status

PLAN = "Le verdict du procès Rey est attendu le 14 mars à Gap."
DAY = telling(annotated(PLAN, "attendre", status=Status.PLANNED)).days.last


def plan(date: str | None = "2023-03-14", status: Status = Status.PLANNED) -> Annotated:
    return annotated(PLAN, "attendre", date, trigger="attendu", status=status, published="2023-03-10", weight=0.9)


def later(published: str) -> Annotated:
    return annotated(
        "La ville de Gap a ouvert son marché.", "ouvrir", published, article="a2", trigger="ouvert", published=published
    )


@pytest.mark.parametrize(
    ("date", "status", "end"),
    [
        ("2023-03-14", Status.PLANNED, DAY),
        ("2023-03-10/2023-03-14", Status.PLANNED, DAY),
        ("2023-03-14T15:00", Status.PLANNED, DAY),
        ("2023-03-14", Status.ASSERTED, NEVER),
        ("2023-03-14", Status.CONDITIONAL, NEVER),
        ("2023-03-14/..", Status.PLANNED, NEVER),
        (None, Status.PLANNED, NEVER),
    ],
)
def test_the_last_day_of_a_plan(date: str | None, status: Status, end: int) -> None:
    assert plan_end(telling(plan(date, status))) == end


@pytest.mark.parametrize(
    ("ends", "last_day", "over"),
    [([5], 6, True), ([5], 5, False), ([5, 9], 8, False), ([5, 7], 8, True), ([5, NEVER], 8, False)],
)
def test_an_event_is_over_once_all_its_plans_are(ends: list[int], last_day: int, over: bool) -> None:
    assert are_over(ends, last_day) is over


@pytest.mark.parametrize(
    ("published", "status", "counts_less"),
    [
        ("2023-03-13", Status.PLANNED, False),  # still to come
        ("2023-03-14", Status.PLANNED, False),  # its own day
        ("2023-03-16", Status.PLANNED, True),
        ("2023-03-16", Status.ASSERTED, False),
    ],
)
def test_a_later_article_makes_a_plan_count_less(published: str, status: Status, counts_less: bool) -> None:
    (alone,) = merged([plan(status=status)])
    beside = next(one for one in merged([plan(status=status), later(published)]) if one.id == alone.id)
    assert (beside.weight < alone.weight) is counts_less
