"""Measures `timeline.coref`.

    python -m benchmarks.grouping.merging invented [-v]   the invented articles of training/story: B³, pairs, false
                                                          merges
    python -m benchmarks.grouping.merging gold DIR        articles by hand (DIR/gold, DIR/text, DIR/groups.json)
    python -m benchmarks.grouping.merging pipeline DIR    the same articles, with the events that this project finds
    python -m benchmarks.grouping.merging speed [COUNT…]  synthetic events, reported by up to four articles each: time
                                                          and memory (vectors made beforehand), and what it takes to
                                                          encode a mention

The head-lemma baseline (same trigger lemma, same date) is printed beside every score. Of `pipeline`, pairs count where
both events were found; `of all` counts every pair of the groups.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections import defaultdict
from pathlib import Path

from benchmarks.grouping import invented as invented_rows
from benchmarks.grouping.by_hand import article_of, by_hand
from benchmarks.grouping.scores import Score, b_cubed, grouped, head_lemma, pairs, pairwise
from benchmarks.grouping.synthetic import synthetic, vectors
from timeline.coref import Names, merge
from timeline.coref.meaning import encode, texts_of
from timeline.coref.similarity import similarity
from timeline.coref.topic import on_topic
from timeline.model import (
    Annotated,
    Event,
    Length,
)

COUNTS = (10_000, 100_000, 1_000_000)


def key(event: Event) -> tuple[str, str]:
    return event.article, event.id


def groups_of(annotated: list[Annotated]) -> dict[str, list[list[tuple[str, str]]]]:
    events = [event for one in annotated for event in one.events]
    merged = grouped(on_topic(annotated, None), Names())
    return {
        "head lemma": [[key(event) for event in group] for group in head_lemma(events)],
        "merge": [[key(mention.event) for mention in group] for group in merged],
    }


def invented(*, verbose: bool) -> None:
    rows = invented_rows.invented(Path(__file__).parents[2] / "training" / "story" / "invented.psv")
    gold = defaultdict(list)
    for row in rows:
        gold[row.event].append(key(row.annotated.events[0]))
    wanted = list(gold.values())
    for name, found in groups_of([row.annotated for row in rows]).items():
        false = len(pairs(found) - pairs(wanted))
        print(f"{name:12} B³ {b_cubed(wanted, found)}   pairs {pairwise(wanted, found)}   false merges {false}")
    if verbose:
        faults([row.annotated for row in rows], pairs(wanted))


def faults(annotated: list[Annotated], wanted: set[frozenset[tuple[str, str]]]) -> None:
    groups = grouped(on_topic(annotated, None), Names())
    mentions = {key(mention.event): mention for group in groups for mention in group}
    got = pairs([key(mention.event) for mention in group] for group in groups)
    for pair in sorted(map(sorted, wanted ^ got)):
        one, other = (mentions[each] for each in pair)
        verdict = similarity(one, other)
        print("missed" if frozenset(pair) in wanted else "FALSE", f"{verdict.score:.2f}", verdict.veto or "")
        print("   ", one.event.quote, "\n   ", other.event.quote)


def by_pipeline(folder: Path) -> list[Annotated]:
    from timeline import events, nlp
    from timeline.timex import normalise, recognise

    pipeline = nlp.load("fr")
    annotated = []
    for path in sorted((folder / "gold").glob("*.json")):
        article = article_of(folder, json.loads(path.read_text(encoding="utf-8")))
        (sentences,) = nlp.read(pipeline, [article.text])
        resolved = normalise.resolve(article.text, recognise.find(article.text, "fr"), article.published, sentences)
        found = events.extract(article, sentences, resolved.timexes)
        kept = tuple(event for event in found if event.weight >= events.KEEP)
        others = tuple(event for event in found if event.weight < events.KEEP)
        annotated.append(Annotated(article, resolved.timexes, kept, other_events=others))
    return annotated


def scored(folder: Path, annotated: list[Annotated]) -> None:
    groups = json.loads((folder / "groups.json").read_text(encoding="utf-8"))["groups"]
    clusters = [[(m["doc"], m["event"]) for m in c["members"]] for g in groups for c in g["clusters"]]
    apart = {frozenset((m["doc"], m["event"]) for m in pair) for g in groups for pair in g["must_not_merge"]}
    groupings = groups_of(annotated)
    gold_of = matched(folder, annotated, {each for group in groupings["merge"] for each in group})
    found_gold = set(gold_of.values())
    for name, found in groupings.items():
        got = pairs([gold_of[each] for each in group if each in gold_of] for group in found)
        reachable = {pair for pair in pairs(clusters) if pair <= found_gold}
        right = got & pairs(clusters)
        score = Score(len(right) / max(1, len(got)), len(right) / max(1, len(reachable)))
        of_all = len(right) / len(pairs(clusters))
        print(f"{name:12} pairs {score}   of all {of_all:.3f}   forbidden pairs merged {len(got & apart)}")


def matched(
    folder: Path, annotated: list[Annotated], shown: set[tuple[str, str]]
) -> dict[tuple[str, str], tuple[str, str]]:
    """The gold event of each event `shown`: the one whose trigger it shares, else the nearest of the sentence."""
    offers = []
    for one in annotated:
        gold = json.loads((folder / "gold" / f"{one.article.id}.json").read_text(encoding="utf-8"))
        events = [event for event in (*one.events, *one.other_events) if key(event) in shown]
        for event, wanted in ((event, wanted) for event in events for wanted in gold["events"]):
            if event.span.start <= wanted["trigger_start"] < event.span.end:
                distance = abs(event.trigger.start - wanted["trigger_start"])
                offers.append((distance, key(event), (one.article.id, wanted["id"])))
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for distance, event_key, gold_key in sorted(offers):
        if event_key not in found and gold_key not in found.values() and distance < 60:
            found[event_key] = gold_key
    return found


def encoding(annotated: list[Annotated]) -> None:
    """What it takes to encode the mentions of articles, once in their life: the vectors are cached with them."""
    encode(["chauffe"])
    started = time.process_time()
    for one in annotated:
        encode(texts_of(one.article.title, one.events))
    spent = time.process_time() - started
    print(f"encoding: {1000 * spent / len(annotated):.1f} ms of processor an article of one mention", flush=True)


def speed(counts: tuple[int, ...]) -> None:
    encoding(synthetic(200))
    for count in counts:
        annotated = synthetic(count)
        started, processor = time.perf_counter(), time.process_time()
        entries = merge(annotated, length=Length.ALL, encode=vectors)
        seconds, of_processor = time.perf_counter() - started, time.process_time() - processor
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{count:7,} events: {len(entries):6,} entries, {seconds:5.1f} s ({of_processor:.1f} s of processor, "
            f"{1000 * of_processor / count:.2f} ms an event), {memory:,.0f} MB at most",
            flush=True,
        )


def main() -> None:
    match sys.argv[1:]:
        case ["invented", *rest]:
            invented(verbose="-v" in rest)
        case ["gold", folder]:
            scored(Path(folder), by_hand(Path(folder)))
        case ["pipeline", folder]:
            scored(Path(folder), by_pipeline(Path(folder)))
        case ["speed", *counts]:
            speed(tuple(map(int, counts)) or COUNTS)
        case _:
            print(__doc__)


if __name__ == "__main__":
    main()
