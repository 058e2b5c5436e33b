"""Scores for whole chronologies: entries made of several articles, against the chronology that an editor wrote.

A folder of stories holds, for each story, `gold/` and `text/` as annotated articles have them, each marked event with a
`cluster` (the same for one real event in every article), and `story.jsonl`: one line for each entry
of the editor's chronology, `{"c": cluster, "d": EDTF, "alt": [...], "k": 3 or 2, "h": headline}`.

An entry is matched by its sources: each quote stands for the marked event of its sentence; where there are several, for
the one whose summary is nearest to the entry's title. The entry stands for the event of most of its sources.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from timeline.calendar import parse_edtf
from timeline.evaluation.chrf import chrf
from timeline.evaluation.gold import GoldArticle, GoldError, GoldEvent, read
from timeline.evaluation.matching import is_exact
from timeline.evaluation.scores import share
from timeline.model import Date, Entry

_SAME_SENTENCE = 0.7  # the share of its words that a quote shares with a sentence to be that sentence
_FEW_WORDS = 4


@dataclass(frozen=True, slots=True)
class ChronologyEntry:
    """One entry of the editor's chronology: its best date first, then equally good ones; salience 3 is required."""

    cluster: str
    dates: tuple[Date, ...]
    salience: int
    title: str

    @classmethod
    def of(cls, cluster: str, dates: Iterable[str], salience: int, title: str) -> ChronologyEntry:
        """An entry with its dates as EDTF; what is no date is left out."""
        return cls(cluster, tuple(filter(None, map(parse_edtf, dates))), salience, title)


@dataclass(frozen=True, slots=True)
class GoldStory:
    """The articles of a story with their marked events, and an editor's chronology of them."""

    name: str
    articles: tuple[GoldArticle, ...]
    chronology: tuple[ChronologyEntry, ...]


@dataclass(frozen=True, slots=True)
class StoryScores:
    """The measures of whole chronologies; shares are between 0 and 1.

    `precision` and `recall` count entries that match one of the chronology's, each once; `dated` is the share of these
    with a right date, `story_f1` counts those that are both. `repeats` is the share of entries that repeat another
    entry's event, `mixed` the number whose sources report different events; `pairs` are pairs of sources in different
    articles.
    """

    entries: int
    chronology: int
    precision: float
    recall_must: float
    recall: float
    dated: float
    story_f1: float
    repeats: float
    mixed: int
    pairs_precision: float
    pairs_recall: float
    titles: float

    def __str__(self) -> str:
        rows = {
            "entries, of the editor's": f"{self.entries} of {self.chronology}",
            "story F1": f"{self.story_f1:.3f}",
            "precision": f"{self.precision:.3f}",
            "recall, salience 3": f"{self.recall_must:.3f}",
            "recall": f"{self.recall:.3f}",
            "dates right, of found": f"{self.dated:.3f}",
            "repeated entries": f"{self.repeats:.3f}",
            "entries of several events": str(self.mixed),
            "pairs of sources: precision": f"{self.pairs_precision:.3f}",
            "pairs of sources: recall": f"{self.pairs_recall:.3f}",
            "titles, chrF": f"{self.titles:.3f}",
        }
        width = max(map(len, rows))
        return "\n".join(f"{label.ljust(width)}  {value}" for label, value in rows.items())


def read_stories(folder: Path) -> tuple[GoldStory, ...]:
    """The stories of a folder, by name.

    Args:
        folder: A folder with one folder for each story.

    Returns:
        The stories.

    Raises:
        GoldError: The folder holds no story, or a file of one cannot be parsed.
    """
    found = sorted(path for path in folder.iterdir() if (path / "story.jsonl").is_file())
    if not found:
        raise GoldError(folder, "no folder in it holds a story.jsonl")
    return tuple(GoldStory(path.name, read(path), _chronology(path / "story.jsonl")) for path in found)


def _chronology(path: Path) -> tuple[ChronologyEntry, ...]:
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            found.append(ChronologyEntry.of(row["c"], (row["d"], *row.get("alt", ())), int(row["k"]), row["h"]))
        except (KeyError, TypeError, ValueError) as error:
            raise GoldError.of(path, "entry of a chronology", error, number) from error
    return tuple(found)


def score_stories(stories: Iterable[tuple[GoldStory, Sequence[Entry]]]) -> StoryScores:
    """The scores of the entries made of each story, over all stories together.

    Args:
        stories: Each story with the entries that were made of its articles.

    Returns:
        Precision, recall and the other scores, each from 0 to 1.
    """
    return total([counted(story, entries) for story, entries in stories])


def total(stories: Iterable[Mapping[str, float]]) -> StoryScores:
    """The scores of all stories together.

    Args:
        stories: The counts of each story, from `counted`.

    Returns:
        Shares over all entries.
    """
    counts: dict[str, float] = defaultdict(float)
    for story in stories:
        for name, count in story.items():
            counts[name] += count
    return _scores(counts)


def source_clusters(story: GoldStory, entry: Entry) -> list[tuple[str, str]]:
    """The gold events that an entry cites.

    Returns:
        For each source that quotes a marked event, its article's id and the event's cluster.
    """
    articles = {gold.article.id: gold for gold in story.articles}
    found = []
    for source in entry.sources:
        marked = _marked(articles[source.article], source.quote) if source.article in articles else []
        if marked:
            best = max(marked, key=lambda event: chrf(entry.title, event.summary))
            found.append((source.article, best.cluster))
    return found


def _marked(gold: GoldArticle, quote: str) -> list[GoldEvent]:
    """The marked events of the sentence that a source quotes."""
    text, quoted = gold.article.text, " ".join(quote.split())
    return [
        event
        for event in gold.events
        if _same(" ".join(text[event.sentence.start : event.sentence.end].split()), quoted)
    ]


def _same(one: str, other: str) -> bool:
    if not one or not other:
        return False
    if one in other or other in one:
        return True
    first, second = set(one.lower().split()), set(other.lower().split())
    fewer = min(len(first), len(second))
    return fewer > _FEW_WORDS and len(first & second) / fewer > _SAME_SENTENCE


def counted(story: GoldStory, entries: Sequence[Entry]) -> Mapping[str, float]:
    """The counts for one story; `total` adds them up and computes shares.

    Returns:
        The counts by name.
    """
    chronology = {entry.cluster: entry for entry in story.chronology}
    counts: Counter[str] = Counter(entries=len(entries), chronology=len(chronology))
    counts["must"] = sum(entry.salience == 3 for entry in story.chronology)
    counted_before: set[str] = set()
    titles = 0.0
    for entry in entries:
        sources = source_clusters(story, entry)
        counts.update(_pairs(sources))
        counts["mixed"] += len({cluster for _, cluster in sources}) > 1
        cluster = main_cluster(sources, chronology)
        if not cluster:
            continue
        counts["repeats"] += cluster in counted_before
        if cluster in chronology and cluster not in counted_before:
            wanted = chronology[cluster]
            counts["right"] += 1
            counts["right, must"] += wanted.salience == 3
            counts["dated"] += is_exact(entry.interval, wanted.dates)
            titles += chrf(entry.title, wanted.title)
        counted_before.add(cluster)
    counts["pairs wanted"] = _pairs_wanted(story)
    return {**counts, "titles": titles}


def main_cluster(sources: Sequence[tuple[str, str]], chronology: Mapping[str, ChronologyEntry]) -> str:
    """The gold event that most sources of an entry cite.

    Args:
        sources: The article and the cluster of each source, from `source_clusters`.
        chronology: The events of the gold chronology by cluster, which are preferred.

    Returns:
        The cluster; "" where no source quotes a marked event.
    """
    votes = Counter(cluster for _, cluster in sources)
    votes.pop("", None)
    return max(votes, key=lambda cluster: (votes[cluster], cluster in chronology), default="")


def _pairs(sources: Sequence[tuple[str, str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for (article, cluster), (other, its) in combinations(sources, 2):
        if article != other:
            counts["pairs"] += 1
            counts["pairs right"] += cluster == its
    return counts


def _pairs_wanted(story: GoldStory) -> int:
    tellers: dict[str, set[str]] = {}
    for gold in story.articles:
        for event in gold.events:
            tellers.setdefault(event.cluster, set()).add(gold.article.id)
    return sum(len(articles) * (len(articles) - 1) // 2 for articles in tellers.values())


def _scores(counts: Mapping[str, float]) -> StoryScores:
    return StoryScores(
        entries=int(counts["entries"]),
        chronology=int(counts["chronology"]),
        precision=share(counts["right"], counts["entries"]),
        recall_must=share(counts["right, must"], counts["must"]),
        recall=share(counts["right"], counts["chronology"]),
        dated=share(counts["dated"], counts["right"]),
        story_f1=share(2 * counts["dated"], counts["entries"] + counts["chronology"]),
        repeats=share(counts["repeats"], counts["entries"]),
        mixed=int(counts["mixed"]),
        pairs_precision=share(counts["pairs right"], counts["pairs"]),
        pairs_recall=share(counts["pairs right"], counts["pairs wanted"]),
        titles=share(counts["titles"], counts["right"]),
    )
