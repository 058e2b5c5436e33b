"""Reads CoNLL-U into sentences of surface words.

Format: https://universaldependencies.org/format.html. A contraction (« du », « aux ») is one word here, as it is in the
text. It has the part of speech and the relation of its first part whose head is outside the contraction; dependents of
any part depend on the whole.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a treebank; `head` is an index into the sentence, from 0; the root is its own head.

    `lemma` is "" where the treebank has none.
    """

    text: str
    lemma: str
    pos: str
    features: dict[str, str]
    head: int
    dep: str
    space_after: bool = True
    misc: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TreebankSentence:
    """One sentence; sentences of one document have the same `group`, as far as the ids show it."""

    group: str
    words: tuple[Word, ...]

    @property
    def spoken(self) -> bool:
        """Whether it is a transcript of speech."""
        return self.group.startswith(("Rhap", "ParisStories"))

    @property
    def text(self) -> str:
        """The sentence as it was written."""
        return "".join(word.text + " " * word.space_after for word in self.words).rstrip()


def read(path: Path) -> Iterator[TreebankSentence]:
    """The sentences of a file in order, packed (`.gz`) or not.

    The group is the sentence's id without its last part (`annodis.er_00014`).
    """
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    for block in text.split("\n\n"):
        lines = block.strip().split("\n")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows:
            yield TreebankSentence(_group(lines), _words(rows))


def _group(lines: list[str]) -> str:
    for line in lines:
        if line.startswith("# sent_id = "):
            return line.removeprefix("# sent_id = ").replace("-", "_").rpartition("_")[0]
    return ""


def _pairs(column: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in column.split("|") if "=" in pair)


def _words(rows: list[list[str]]) -> tuple[Word, ...]:
    """Surface words: a range (`3-4`) replaces its parts, and empty nodes (`5.1`) are left out."""
    parts = {int(row[0]): row for row in rows if row[0].isdigit()}
    surface: list[tuple[list[str], list[int]]] = []
    swallowed = 0
    for row in rows:
        if "-" in row[0]:
            first, swallowed = (int(number) for number in row[0].split("-"))
            surface.append((row, list(range(first, swallowed + 1))))
        elif row[0].isdigit() and int(row[0]) > swallowed:
            surface.append((row, [int(row[0])]))
    place = {part: index for index, (_, members) in enumerate(surface) for part in members}
    place[0] = -1
    return tuple(_word(row, members, parts, place) for row, members in surface)


def _word(row: list[str], members: list[int], parts: dict[int, list[str]], place: dict[int, int]) -> Word:
    own = place[members[0]]
    main = next((parts[member] for member in members if place[int(parts[member][6])] != own), parts[members[0]])
    head = place[int(main[6])]
    misc = _pairs(row[9])
    return Word(
        text=row[1].replace(" ", " "),
        lemma="" if main[2] == "_" else main[2],
        pos=main[3],
        features=_pairs(main[5]),
        head=own if head < 0 else head,
        dep=main[7],
        space_after=misc.get("SpaceAfter") != "No",
        misc=misc | _pairs(main[9]),
    )
