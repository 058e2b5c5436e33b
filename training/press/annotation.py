"""Articles whose sentences are numbered, and the lines that mark their events.

A line of an event has nine fields, separated by "|", and may have a tenth: the sentence's number, the trigger
(`word@2`: its second occurrence in the sentence), the headline, the date, other right dates, factuality (`a`sserted,
`r`eported, `p`lanned, `d`enied, `c`onditional), salience (3: the chronology is wrong without it, to 1), people, places.
Lists are separated by semicolons; `D` in a date is the day of publication. The tenth field is the cluster, one name for
one real event in all articles of a story. `docs/guidelines.md` defines events and their dates.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.evaluation.gold import GoldArticle, read

FIELDS = 9
FACTUALITY = {"a": "asserted", "r": "reported", "p": "planned", "d": "denied", "c": "conditional"}


@dataclass(frozen=True)
class MarkedArticle:
    """An article in sentences with its events.

    Attributes:
        id: Unique among all articles that a model learns from.
        published: The day of publication, ISO.
        title: The headline; "" where there is none.
        paragraphs: Its sentences by number, a mapping for each paragraph, in order.
        events: One line for each event.
        source: Who published it.
        licence: The terms under which the text may be used.
        language: The code of its language.
    """

    id: str
    published: str
    title: str
    paragraphs: Sequence[Mapping[int, str]]
    events: Sequence[str]
    source: str
    licence: str
    language: str = "fr"


def annotated(article: MarkedArticle) -> tuple[str, dict[str, Any]]:
    """An article as text and annotation.

    Args:
        article: The article with the lines of its events.

    Returns:
        The text (title and paragraphs each on a line, a space between sentences), and the annotation in the form of
        `docs/guidelines.md`, its events in the order of the text: offsets are code points, ends exclusive.

    Raises:
        KeyError: An event is in a sentence that the article does not have.
        ValueError: A trigger is not in its sentence.
    """
    text, starts = _joined(article)
    known = {number: sentence for paragraph in article.paragraphs for number, sentence in paragraph.items()}
    events = sorted(
        (_event(line, article.published, starts, known) for line in article.events),
        key=lambda event: (event["trigger_start"], event["trigger_end"]),
    )
    return text, {
        "id": article.id,
        "source": article.source,
        "licence": article.licence,
        "language": article.language,
        "title": article.title,
        "dct": article.published,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "timexes": None,
        "events": [{**event, "id": f"e{number}"} for number, event in enumerate(events, 1)],
    }


def write(article: MarkedArticle, folder: Path, name: str = "") -> None:
    """Writes an article into a folder of annotated articles, as `gold/<name>.json` and `text/<name>.txt`.

    Args:
        article: The article.
        folder: The folder; it is created where it is missing.
        name: The id in the folder; the article's own where it is empty.
    """
    text, annotation = annotated(article)
    name = name or article.id
    for part in ("gold", "text"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    whole = json.dumps({**annotation, "id": name}, ensure_ascii=False)
    (folder / "gold" / f"{name}.json").write_text(whole, encoding="utf-8")
    (folder / "text" / f"{name}.txt").write_text(text, encoding="utf-8", newline="")


def gold_articles(articles: Sequence[MarkedArticle]) -> tuple[GoldArticle, ...]:
    """Articles as the evaluation reads them.

    Args:
        articles: The articles.

    Returns:
        The same articles, by id.

    Raises:
        KeyError: An event is in a sentence that its article does not have.
        ValueError: A trigger is not in its sentence, or a date is none.
    """
    with tempfile.TemporaryDirectory() as folder:
        for article in articles:
            write(article, Path(folder))
        return read(Path(folder))


def _joined(article: MarkedArticle) -> tuple[str, dict[int, int]]:
    """The text, and the offset of each sentence in it."""
    text = f"{article.title}\n" if article.title else ""
    starts: dict[int, int] = {}
    for count, paragraph in enumerate(article.paragraphs):
        text += "\n" if count else ""
        for place, (number, sentence) in enumerate(paragraph.items()):
            text += " " if place else ""
            starts[number] = len(text)
            text += sentence
    return text, starts


def _event(line: str, published: str, starts: Mapping[int, int], known: Mapping[int, str]) -> dict[str, Any]:
    fields = [field.strip() for field in line.split("|")]
    number, trigger, headline, date, others, factuality, salience, people, places = fields[:FIELDS]
    words, _, occurrence = trigger.partition("@")
    start = starts[int(number)]
    at = start + _places(words, known[int(number)])[int(occurrence or 1) - 1]
    return {
        "sent_start": start,
        "sent_end": start + len(known[int(number)]),
        "trigger_start": at,
        "trigger_end": at + len(words),
        "trigger": words,
        "summary": headline,
        "date": date.replace("D", published),
        "factuality": FACTUALITY[factuality],
        "salience": int(salience),
        "actors": _listed(people),
        "places": _listed(places),
        "date_alts": [other.replace("D", published) for other in _listed(others)],
        **({"cluster": fields[FIELDS]} if len(fields) > FIELDS else {}),
    }


def _places(words: str, sentence: str) -> list[int]:
    found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", sentence)]
    if not found:
        raise ValueError(f"{words!r} does not stand in {sentence!r}")
    return found


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]
