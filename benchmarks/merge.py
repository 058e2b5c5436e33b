"""Measures `timeline.coref`.

    python -m benchmarks.merge invented [-v]    the invented articles of training/story: B³, pairs, false merges
    python -m benchmarks.merge gold DIR         articles by hand (DIR/gold, DIR/text, DIR/groups.json)
    python -m benchmarks.merge pipeline DIR     the same articles, with the events that this project finds in them
    python -m benchmarks.merge speed [COUNT…]   synthetic events, reported by up to four articles each: time and memory
                                                (vectors made beforehand), and what it takes to encode a mention

The head-lemma baseline (same trigger lemma, same date) is printed beside every score. Of `pipeline`, pairs count where
both events were found; `of all` counts every pair of the groups.
"""

from __future__ import annotations

import datetime
import json
import random
import resource
import sys
import time
import zlib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import invented as invented_rows
from benchmarks.grouping_scores import Score, b_cubed, grouped, head_lemma, pairs, pairwise
from timeline.calendar import from_date, parse_edtf, unit
from timeline.coref import Names, merge
from timeline.coref.features.vocabulary import table
from timeline.coref.meaning import DIMENSIONS, encode, texts_of
from timeline.coref.similarity import similarity
from timeline.coref.topic import on_topic
from timeline.model import (
    Annotated,
    Article,
    Basis,
    Event,
    Expression,
    Fixed,
    Granularity,
    Length,
    Name,
    Span,
    Status,
    Timex,
    TimexType,
    Token,
)

Gold = dict[str, Any]
"""An article or an event as the gold files have it."""
COUNTS = (10_000, 100_000, 1_000_000)
POOL = np.random.default_rng(7).standard_normal((4096, DIMENSIONS)).astype(np.float32)


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
    rows = invented_rows.invented(Path(__file__).parents[1] / "training" / "story" / "invented.psv")
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


def by_hand(folder: Path) -> list[Annotated]:
    """The gold events and time expressions; the gold has no lemmas, these are of the project's pipeline."""
    from timeline import nlp

    pipeline = nlp.load("fr")
    return [annotated_by_hand(folder, path, pipeline) for path in sorted((folder / "gold").glob("*.json"))]


def article_of(folder: Path, gold: Gold) -> Article:
    text = (folder / "text" / f"{gold['id']}.txt").read_text(encoding="utf-8")
    published = datetime.date.fromisoformat(gold["dct"])
    return Article(gold["id"], f"{gold['id']}.txt", gold["title"], published, text)


def annotated_by_hand(folder: Path, path: Path, pipeline: Any) -> Annotated:
    from timeline import nlp

    gold = json.loads(path.read_text(encoding="utf-8"))
    article = article_of(folder, gold)
    (sentences,) = nlp.read(pipeline, [article.text])
    tokens = [token for sentence in sentences for token in sentence.tokens]
    timexes = tuple(timex_by_hand(timex) for timex in gold["timexes"])
    return Annotated(article, timexes, tuple(event_by_hand(article, event, tokens) for event in gold["events"]))


def timex_by_hand(gold: Gold) -> Timex:
    span = Span(gold["start"], gold["end"])
    meaning = Fixed(1, Granularity.YEAR)  # the gold has none, and merging asks for none
    return Timex(Expression(span, gold["surface"], TimexType(gold["type"]), "gold", meaning), gold["value"], None)


def lemma_of(gold: Gold, tokens: list[Token]) -> str:
    """The lemma of the trigger's first verb, else of its first noun, else of its first word."""
    start, end = gold["trigger_start"], gold["trigger_end"]
    inside = [token for token in tokens if token.start < end and start < token.end]
    inside.sort(key=lambda token: ("VERB", "NOUN").index(token.pos) if token.pos in ("VERB", "NOUN") else 2)
    return inside[0].lemma if inside else gold["trigger"]


def event_by_hand(article: Article, gold: Gold, tokens: list[Token]) -> Event:
    span = Span(gold["sent_start"], gold["sent_end"])
    date = parse_edtf(gold["date"]) if gold["date"] else None
    return Event(
        id=gold["id"],
        article=article.id,
        span=span,
        trigger=Span(gold["trigger_start"], gold["trigger_end"]),
        lemma=lemma_of(gold, tokens),
        title=gold["summary"],
        quote=article.text[span.start : span.end],
        date=date,
        basis=basis_by_hand(article, gold),
        status=Status(gold["factuality"]),
        people=tuple(Name(name, name, span, "PER") for name in gold["actors"] if name[0].isupper()),
        places=tuple(Name(name, name, span, "LOC") for name in gold["places"]),
        weight=gold["salience"] / 3,
        confidence=0.8,
    )


def basis_by_hand(article: Article, gold: Gold) -> Basis:
    if not gold["date"] or ".." in gold["date"]:
        return Basis.BOUNDED
    if gold["timex_same_sentence"]:
        return Basis.STATED
    return Basis.LEAD if gold["date"] == article.published.isoformat() else Basis.CARRIED


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


def synthetic(count: int) -> list[Annotated]:
    """`count` events, each reported by one to four articles of their own; the same ones in every run."""
    chance = random.Random(7)
    common = [row["stem"] for row in table("fr", "document_frequencies")][200:3500]
    rare = [f"mot{number:05}" for number in range(20_000)]
    verbs = [word for row in table("fr", "trigger_families") for word in row["words"].split() if word[0] != "@"]
    people = [f"Prénom{number % 400} Nom{number}" for number in range(max(400, count // 20))]
    towns = [f"Ville{number}" for number in range(max(200, count // 50))]
    found: list[Annotated] = []
    while len(found) < count:
        day = datetime.date(2015, 1, 1) + datetime.timedelta(chance.randrange(3000))
        topic = chance.sample(common, 6) + chance.sample(rare, 3)
        names = tuple(chance.sample(people, chance.choice((0, 1, 1, 2))))
        facts = (day, chance.choice(verbs), names, chance.choice(towns))
        for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
            found.append(synthetic_article(len(found), facts, topic, common, chance))
    return found[:count]


def synthetic_article(
    number: int,
    facts: tuple[datetime.date, str, tuple[str, ...], str],
    topic: list[str],
    common: list[str],
    chance: random.Random,
) -> Annotated:
    day, verb, people, town = facts
    quote = " ".join([*people, verb, town, *chance.sample(topic, 6), *chance.sample(common, 8)]) + "."
    text = " ".join([quote, *chance.sample(topic, 5), *chance.sample(common, 30)])
    published = day + datetime.timedelta(chance.randrange(6))
    article = Article(f"a{number:06}", f"a{number:06}.txt", " ".join(topic[:4]), published, text)
    span, start = Span(0, len(quote)), quote.index(verb)
    event = Event(
        id="1",
        article=article.id,
        span=span,
        trigger=Span(start, start + len(verb)),
        lemma=verb,
        title=quote[:80],
        quote=quote,
        date=unit(from_date(day), Granularity.DAY),
        basis=Basis.STATED,
        status=Status.ASSERTED,
        people=tuple(Name(name, name, span, "PER") for name in people),
        places=(Name(town, town, span, "LOC"),),
        weight=0.5,
        confidence=0.8,
    )
    return Annotated(article, (), (event,))


def vectors(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """Vectors that a real run has in its cache: one for each topic, the same for texts that end alike."""
    if not texts:
        return np.zeros((0, DIMENSIONS), np.float32)
    return np.stack([POOL[zlib.crc32(" ".join(text.split()[-14:-8]).encode()) % len(POOL)] for text in texts])


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
