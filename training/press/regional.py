"""Articles of a regional daily, cut from the sentences of a treebank.

The texts are L'Est Républicain's, from UD French-Sequoia (LGPL-LR); `regional.txt` names the sentences of each article
and holds this project's annotation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from training.press.annotation import MarkedArticle

SPEC = Path(__file__).with_name("regional.txt")

_SENTENCE = re.compile(r"^# sent_id = annodis\.er_(\d+)\n(?:# .*\n)*?# text = (.*)$", re.MULTILINE)
_HEAD = re.compile(r"# (er-\d+) (\S+) (\d+) (\d+)-(\d+)")


@dataclass(frozen=True)
class Outline:
    """An article of the specification: its heading's number (0: none), its sentences, the lines of its events."""

    id: str
    published: str
    heading: int
    sentences: range
    events: list[str] = field(default_factory=list)


def outlines(spec: str) -> list[Outline]:
    """The articles that a specification describes, in its order."""
    found: list[Outline] = []
    for line in filter(None, map(str.strip, spec.splitlines())):
        head = _HEAD.fullmatch(line)
        if head:
            found.append(Outline(head[1], head[2], int(head[3]), range(int(head[4]), int(head[5]) + 1)))
        elif not line.startswith("#"):
            found[-1].events.append(line)
    return found


def sentences(treebank: Path) -> Mapping[int, str]:
    """The sentences of the newspaper by number, from the three parts of the treebank."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(treebank.glob("seq-*.conllu")))
    return {int(number): text.strip() for part in texts for number, text in _SENTENCE.findall(part)}


def article(outline: Outline, known: Mapping[int, str]) -> MarkedArticle:
    """An article of the specification with its sentences; KeyError where the treebank lacks one."""
    return MarkedArticle(
        outline.id,
        outline.published,
        known[outline.heading] if outline.heading else "",
        [{number: known[number] for number in outline.sentences}],
        outline.events,
        "UD French-Sequoia, annodis.er (L'Est Républicain)",
        "LGPL-LR",
    )


def articles(treebank: Path) -> list[MarkedArticle]:
    """All regional articles."""
    known = sentences(treebank)
    return [article(outline, known) for outline in outlines(SPEC.read_text(encoding="utf-8"))]
