"""Regional daily press beside the news articles: builds the folder that `training.event_ranking` learns from.

    python -m training.regional_press CORPORA GOLD OUT

CORPORA holds the treebank (`ud/seq-*.conllu`), GOLD the annotated news (`docs/guidelines.md`). OUT gets the part
`train` of GOLD and the articles of `training/regional_press.txt`, each of them twice (WEIGHT): they are few, and their
genre, where most news of the day has no date of its own, is rare in GOLD. The texts are those of the treebank
(L'Est Républicain, UD French-Sequoia, LGPL-LR); the annotation is this project's.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SPEC = Path(__file__).with_name("regional_press.txt")
WEIGHT = ("", "b")
"""What is added to an article's id, for each copy of it."""

_SENTENCE = re.compile(r"^# sent_id = annodis\.er_(\d+)\n(?:# .*\n)*?# text = (.*)$", re.MULTILINE)
_FACTUALITY = {"a": "asserted", "r": "reported", "p": "planned", "d": "denied", "c": "conditional"}


@dataclass(frozen=True)
class Piece:
    """An article of the specification: its heading's number (0: none), its sentences, the lines of its events."""

    id: str
    published: str
    heading: int
    sentences: range
    events: list[str] = field(default_factory=list)


def pieces(spec: str) -> list[Piece]:
    """The articles that a specification describes, in its order."""
    found: list[Piece] = []
    for line in filter(None, map(str.strip, spec.splitlines())):
        head = re.fullmatch(r"# (er-\d+) (\S+) (\d+) (\d+)-(\d+)", line)
        if head:
            found.append(Piece(head[1], head[2], int(head[3]), range(int(head[4]), int(head[5]) + 1)))
        elif not line.startswith("#"):
            found[-1].events.append(line)
    return found


def sentences(treebank: Path) -> Mapping[int, str]:
    """The sentences of the newspaper by number, from the three parts of the treebank."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(treebank.glob("seq-*.conllu")))
    return {int(number): text.strip() for part in texts for number, text in _SENTENCE.findall(part)}


def article(piece: Piece, known: Mapping[int, str]) -> tuple[str, dict[str, Any]]:
    """A piece as text and annotation.

    Args:
        piece: The article's specification.
        known: The sentences by number.

    Returns:
        The text, and the annotation in the form of `docs/guidelines.md`: offsets are code points, ends exclusive.

    Raises:
        KeyError: A sentence is missing.
        ValueError: A trigger does not stand in its sentence.
    """
    title = known[piece.heading] if piece.heading else ""
    text = f"{title}\n" if title else ""
    starts: dict[int, int] = {}
    for number in piece.sentences:
        text += " " if starts else ""
        starts[number] = len(text)
        text += known[number]
    events = sorted(
        (_event(line, piece.published, starts, known) for line in piece.events),
        key=lambda event: (event["trigger_start"], event["trigger_end"]),
    )
    return text, {
        "id": piece.id,
        "source": "UD French-Sequoia, annodis.er (L'Est Républicain)",
        "licence": "LGPL-LR",
        "title": title,
        "dct": piece.published,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "timexes": None,
        "events": [{**event, "id": f"e{number}"} for number, event in enumerate(events, 1)],
    }


def _event(line: str, published: str, starts: Mapping[int, int], known: Mapping[int, str]) -> dict[str, Any]:
    number, trigger, headline, date, others, factuality, salience, people, places = map(str.strip, line.split("|"))
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
        "factuality": _FACTUALITY[factuality],
        "salience": int(salience),
        "actors": _listed(people),
        "places": _listed(places),
        "date_alts": [other.replace("D", published) for other in _listed(others)],
    }


def _places(words: str, sentence: str) -> list[int]:
    found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", sentence)]
    if not found:
        raise ValueError(f"{words!r} does not stand in {sentence!r}")
    return found


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _copies(known: Mapping[int, str]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for piece in pieces(SPEC.read_text(encoding="utf-8")):
        text, annotation = article(piece, known)
        for mark in WEIGHT:
            name = piece.id + mark
            yield name, text, {**annotation, "id": name}


def main(arguments: Sequence[str]) -> int:
    """Writes OUT."""
    corpora, gold, out = map(Path, arguments)
    for part in ("gold", "text"):
        (out / part).mkdir(parents=True, exist_ok=True)
    names: list[str] = json.loads((gold / "splits.json").read_text(encoding="utf-8"))["train"]
    for name in names:
        shutil.copy(gold / "gold" / f"{name}.json", out / "gold")
        shutil.copy(gold / "text" / f"{name}.txt", out / "text")
    regional = [*_copies(sentences(corpora / "ud"))]
    for name, text, annotation in regional:
        (out / "gold" / f"{name}.json").write_text(json.dumps(annotation, ensure_ascii=False), encoding="utf-8")
        (out / "text" / f"{name}.txt").write_text(text, encoding="utf-8")
    train = sorted([*names, *(name for name, _, _ in regional)])
    (out / "splits.json").write_text(json.dumps({"train": train, "dev": []}), encoding="utf-8")
    print(f"{out}: {len(names)} articles of news, {len(regional)} of regional press")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
