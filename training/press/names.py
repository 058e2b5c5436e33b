"""The names in the pieces that models learn from: `names.tsv`.

A line of the table is a piece's id, a label and the names of that label, separated by tabs; the names by " | ". A name
stands for all its occurrences in the text (title and paragraphs, as `annotated` joins them) that are whole words and in
no longer name; `name@1@3` for the first and the third alone. The labels are WiNER's, and so is what gets them: a name
has its title's words only where they are of the name ("cour d'appel de Nancy", but "le tribunal de Nancy": the town).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.corpora.entities import LABELS, Marked
from training.press import pieces, regional, stories
from training.press.annotation import MarkedArticle, annotated

TABLE = Path(__file__).with_name("names.tsv")

_LABELS = frozenset(LABELS.values())


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a piece, its label, and which of its occurrences it is (counted from 1; all where there are none)."""

    label: str
    text: str
    occurrences: frozenset[int] = frozenset()


def table(lines: Iterable[str]) -> Mapping[str, Sequence[Name]]:
    """The names of each piece.

    Args:
        lines: The lines of a table.

    Returns:
        The names by the piece's id.

    Raises:
        ValueError: A line is not of the form, has an unknown label, or stands twice.
    """
    found: dict[str, list[Name]] = defaultdict(list)
    for line in lines:
        fields = line.split("\t")
        if len(fields) != 3 or fields[1] not in _LABELS:
            raise ValueError(f"no line of names (id, label, names): {line[:80]!r}")
        piece, label, names = fields
        if any(name.label == label for name in found[piece]):
            raise ValueError(f"{piece} has two lines of {label}")
        found[piece].extend(_name(label, name) for name in names.split(" | "))
    return found


def _name(label: str, written: str) -> Name:
    text, *occurrences = re.split(r"@(?=\d)", written)
    return Name(label, text, frozenset(map(int, occurrences)))


def marked(article: MarkedArticle, names: Iterable[Name]) -> Marked:
    """An article with its names.

    Args:
        article: The article.
        names: Its names.

    Returns:
        The article's text and the place of each name, in order.

    Raises:
        ValueError: A name does not stand in the text, or not as often as it says.
    """
    text, _ = annotated(article)
    spans: list[tuple[int, int, str]] = []
    for name in sorted(names, key=lambda name: -len(name.text)):
        places = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(name.text)}(?!\w)", text)]
        if not places or max(name.occurrences, default=1) > len(places):
            raise ValueError(f"{article.id}: {name.text!r} stands there {len(places)} times")
        for count, (start, end) in enumerate(places, 1):
            free = not any(start < after and before < end for before, after, _ in spans)
            if free and (not name.occurrences or count in name.occurrences):
                spans.append((start, end, name.label))
    return Marked(article.id, text, tuple(sorted(spans)))


def read(corpora: Path) -> Iterator[Marked]:
    """Every piece whose names are marked.

    Args:
        corpora: The folder with the treebank (`ud/seq-*.conllu`), of which the regional articles are.

    Yields:
        The pieces; `path` is the id.

    Raises:
        ValueError: The table has a line that is wrong.
    """
    known = table(TABLE.read_text(encoding="utf-8").splitlines())
    of_stories = (article for story in stories.in_folder() for article in story.articles)
    for article in (*regional.articles(corpora / "ud"), *pieces.in_folder(pieces.WRITTEN), *of_stories):
        if article.id in known:
            yield marked(article, known[article.id])
