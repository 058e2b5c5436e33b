"""Later articles retell an event in their background: it joins, and what only looks like it does not."""

from collections import Counter, defaultdict

from benchmarks.grouping.invented import invented
from benchmarks.grouping.scores import grouped, pairs, pairwise
from tests.conftest import ROOT
from timeline.coref import Names
from timeline.coref.topic import on_topic

ROWS = ROOT / "training" / "story" / "retellings.psv"


def test_the_set_is_what_it_says() -> None:
    rows = invented(ROWS)
    retold = Counter(row.event for row in rows if not row.lookalike_of)
    assert sum(count >= 2 for count in retold.values()) == 20
    assert sum(bool(row.lookalike_of) for row in rows) == 40


def test_retellings_join_and_lookalikes_do_not() -> None:
    rows = invented(ROWS)
    gold: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        gold[row.event].append(row.annotated.article.id)
    groups = list(gold.values())
    found = [
        [telling.event.article for telling in group]
        for group in grouped(on_topic([row.annotated for row in rows], None), Names())
    ]
    assert pairs(found) <= pairs(groups)
    assert pairwise(groups, found).recall >= 0.95
