"""Measures `timeline.merge`.

python benchmarks/merge.py invented         the invented articles of tests/merge
python benchmarks/merge.py speed            synthetic events: time and memory for 10,000, 30,000 and 100,000
python benchmarks/merge.py gold DIR         articles annotated by hand: DIR/gold, DIR/text, DIR/groups.json
python benchmarks/merge.py pipeline DIR     the same, with the events of the project's own pipeline
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.merge.invented import told
from timeline.merge import Names
from timeline.merge.evaluation import b_cubed, head_lemma, pairs, pairwise
from timeline.merge.grouping import grouped, on_topic


def invented(*, verbose: bool = False) -> None:
    """B³ and false merges on the invented set."""
    rows = told()
    gold = defaultdict(list)
    for row in rows:
        gold[row.event].append(row.annotated.article.id)
    groups = grouped(on_topic([row.annotated for row in rows], None), Names())
    found = [[telling.event.article for telling in group] for group in groups]
    base = [[event.article for event in group] for group in head_lemma(row.annotated.events[0] for row in rows)]
    for name, these in (("head lemma", base), ("merge", found)):
        false = pairs(these) - pairs(gold.values())
        print(f"{name:12} B³ {b_cubed(list(gold.values()), these)}   pairs {pairwise(gold.values(), these)}", end="   ")
        print(f"false merges {len(false)}")
    if verbose:
        _faults(groups, pairs(gold.values()))


def _faults(groups, wanted) -> None:
    from timeline.merge.likeness import likeness

    by_article = {telling.event.article: telling for group in groups for telling in group}
    got = pairs([telling.event.article for telling in group] for group in groups)
    for pair in sorted(map(sorted, wanted ^ got)):
        one, other = (by_article[article] for article in pair)
        verdict = likeness(one, other)
        kind = "missed" if frozenset(pair) in wanted else "FALSE"
        print(kind, pair, round(verdict.score, 2), verdict.veto, [(k, round(v, 2)) for k, v in verdict.signs if v])
        print("    ", one.event.quote, "\n    ", other.event.quote)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["invented", *rest]:
            invented(verbose="-v" in rest)
        case _:
            print(__doc__)
