"""Later articles retell an event in their background: it joins, and what only looks like it does not."""

from collections import defaultdict
from pathlib import Path

from tests.merge.invented import told
from timeline.merge import Names
from timeline.merge.evaluation import pairs, pairwise
from timeline.merge.grouping import grouped, on_topic


def test_retellings_join_and_lookalikes_do_not() -> None:
    rows = told(Path(__file__).with_name("retellings.psv"))
    gold: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        gold[row.event].append(row.annotated.article.id)
    groups = list(gold.values())
    found = [
        [telling.event.article for telling in group]
        for group in grouped(on_topic([row.annotated for row in rows], None), Names())
    ]
    assert pairs(found) <= pairs(groups)
    assert pairwise(groups, found).recall >= 0.8
