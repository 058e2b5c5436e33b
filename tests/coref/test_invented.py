"""The invented set: 40 events in two to four rewrites each, and 80 look-alikes, all merged at once."""

from collections import defaultdict

from benchmarks.grouping.invented import invented
from benchmarks.grouping.scores import b_cubed, grouped, head_lemma, pairs, pairwise
from tests.coref.making import INVENTED, merged
from timeline.coref import Names
from timeline.coref.topic import on_topic


def test_the_set_is_what_it_says() -> None:
    rows = invented(INVENTED)
    rewrites = defaultdict(int)
    for row in rows:
        rewrites[row.event] += not row.lookalike_of
    assert sum(count >= 2 for count in rewrites.values()) == 40
    assert sum(bool(row.lookalike_of) for row in rows) == 80
    assert all(row.annotated.events[0].quote in row.annotated.article.text for row in rows)


def test_rewrites_are_merged_and_lookalikes_are_not(capsys) -> None:
    rows = invented(INVENTED)
    gold: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        gold[row.event].append(row.annotated.article.id)
    groups = list(gold.values())
    articles = on_topic([row.annotated for row in rows], None)
    found = [[telling.event.article for telling in group] for group in grouped(articles, Names())]
    baseline = [[event.article for event in group] for group in head_lemma(one.events[0] for one in articles)]
    with capsys.disabled():
        print(f"\n  invented set: merge B³ {b_cubed(groups, found)}; head lemma B³ {b_cubed(groups, baseline)}")
    assert b_cubed(groups, found).f1 >= 0.95
    assert pairwise(groups, found).recall >= 0.9
    assert len(pairs(found) - pairs(groups)) <= 2
    assert b_cubed(groups, found).f1 > b_cubed(groups, baseline).f1


def test_agency_copies_are_cited_and_count_once() -> None:
    rows = [row for row in invented(INVENTED) if row.event == "e36"]
    (entry,) = merged([row.annotated for row in rows])
    (without_copy,) = merged([row.annotated for row in rows if "Littoral" not in str(row.annotated.article.publisher)])
    assert len(entry.sources) == 4
    assert len(without_copy.sources) == 3
    assert entry.confidence == without_copy.confidence


def test_the_postponed_concert_is_one_entry() -> None:
    (entry,) = merged([row.annotated for row in invented(INVENTED) if row.event == "e28"])
    assert (entry.date, entry.was) == ("2019-04-04", ("2019-03-20",))


def test_the_mark_is_the_dating_expression_within_the_quote() -> None:
    for entry in merged([row.annotated for row in invented(INVENTED)]):
        for source in entry.sources:
            if source.mark:
                assert source.quote[source.mark.start : source.mark.end] == source.because
