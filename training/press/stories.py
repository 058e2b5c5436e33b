"""Stories that were written and annotated for this project, each as several outlets report it.

A file is a story: `## name`, its articles in the form of `training.press.pieces`, and `## chronology`. The lines of
events have a tenth field, the cluster: one name for one real event in every article. A line of the chronology has three
fields: the cluster, its dates with the best first, salience (3 or 2).

    python -m training.press.stories FILE...

checks files: it prints what each story holds, and every fault.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from timeline.calendar import parse_edtf
from timeline.evaluation.stories import ChronologyEntry, GoldStory
from training.press import pieces
from training.press.annotation import MarkedArticle, annotated, gold_articles

WRITTEN = pieces.WRITTEN / "stories"
"""The stories that models learn from."""

_FORM = re.compile(r"\s*## (?P<name>[\w-]+)\n(?P<pieces>.*)^## chronology\n(?P<lines>.*)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Line:
    """One entry of a chronology: its cluster, its dates in EDTF with the best first, and its salience."""

    cluster: str
    dates: tuple[str, ...]
    salience: int


@dataclass(frozen=True)
class WrittenStory:
    """A story: its name, its articles with marked events, and its chronology."""

    name: str
    articles: tuple[MarkedArticle, ...]
    chronology: tuple[Line, ...]


def parse(text: str) -> WrittenStory:
    """The story of a file.

    Args:
        text: The file's text.

    Returns:
        The story.

    Raises:
        ValueError: The text does not have the form of a story, or a line of it is no entry.
    """
    form = _FORM.fullmatch(text)
    if form is None:
        raise ValueError("no story: it needs '## name', its articles and '## chronology'")
    lines = tuple(_line(line) for line in form["lines"].splitlines() if line.strip())
    return WrittenStory(form["name"], tuple(pieces.pieces(form["pieces"])), lines)


def _line(text: str) -> Line:
    fields = [field.strip() for field in text.split("|")]
    if len(fields) != 3 or fields[2] not in ("2", "3"):
        raise ValueError(f"no entry (cluster|dates|salience 3 or 2): {text!r}")
    dates = tuple(date.strip() for date in fields[1].split(";"))
    if not all(map(parse_edtf, dates)):
        raise ValueError(f"no date in EDTF: {text!r}")
    return Line(fields[0], dates, int(fields[2]))


def in_folder(folder: Path = WRITTEN) -> list[WrittenStory]:
    """The stories of a folder's `*.txt`, by file.

    Args:
        folder: The folder.

    Returns:
        The stories.

    Raises:
        ValueError: A file does not have the form of a story.
    """
    return [parse(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]


def gold(written: Sequence[WrittenStory]) -> tuple[GoldStory, ...]:
    """Stories as the evaluation reads them.

    Args:
        written: The stories.

    Returns:
        The same stories, by name.

    Raises:
        KeyError: An event is in a sentence that its article does not have.
        ValueError: A trigger is not in its sentence, or a date is none.
    """
    return tuple(map(_gold, sorted(written, key=lambda story: story.name)))


def _gold(story: WrittenStory) -> GoldStory:
    articles = gold_articles(story.articles)
    titles: dict[str, str] = {}
    for event in (event for article in articles for event in article.events):
        titles.setdefault(event.cluster, event.summary)
    chronology = [
        ChronologyEntry.of(line.cluster, line.dates, line.salience, titles[line.cluster]) for line in story.chronology
    ]
    return GoldStory(story.name, articles, tuple(chronology))


def faults(story: WrittenStory) -> Iterator[str]:
    """What is wrong with a story's annotation.

    Args:
        story: The story.

    Yields:
        Each fault, with the article or the line of the chronology that has it.
    """
    clusters = set[str]()
    for article in story.articles:
        try:
            events = annotated(article)[1]["events"]
        except (KeyError, ValueError) as error:
            yield f"{article.id}: {error}"
            continue
        yield from (f"{article.id}: {date!r} is no date in EDTF" for event in events for date in _wrong_dates(event))
        in_article = Counter(event.get("cluster", "") for event in events)
        clusters.update(in_article)
        for cluster, number in in_article.items():
            if not cluster:
                yield f"{article.id}: an event has no cluster"
            elif number > 1:
                yield f"{article.id}: {number} events are of the cluster {cluster}"
    for line, number in Counter(line.cluster for line in story.chronology).items():
        if number > 1:
            yield f"chronology: {line} stands {number} times"
        if line not in clusters:
            yield f"chronology: no article marks {line}"


def _wrong_dates(event: Mapping[str, Any]) -> list[str]:
    return [date for date in (event["date"], *event["date_alts"]) if parse_edtf(date) is None]


def _summary(story: WrittenStory) -> str:
    marked = Counter(e["cluster"] for article in story.articles for e in annotated(article)[1]["events"])
    pairs = sum(len(list(combinations(range(number), 2))) for number in marked.values())
    return (
        f"{len(story.articles)} articles, {marked.total()} events in {len(marked)} clusters, "
        f"{len(story.chronology)} in the chronology, {pairs} pairs"
    )


def main(paths: Sequence[str]) -> int:
    """Prints the contents or the faults of each file; the exit code is 1 where there are faults."""
    wrong = False
    for path in paths:
        try:
            story = parse(Path(path).read_text(encoding="utf-8"))
            found = list(faults(story))
        except ValueError as error:
            found = [str(error)]
        wrong = wrong or bool(found)
        for text in found or [_summary(story)]:
            print(f"{path}: {text}")
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
