"""Reads `data/press.txt`: paragraphs with entities in brackets."""

from __future__ import annotations

import re
from pathlib import Path

Marked = tuple[str, frozenset[tuple[int, int, str]]]
_ENTITY = re.compile(r"\[(PER|LOC|ORG|EVENT|MISC) ([^\]]+)\]")


def paragraphs() -> list[Marked]:
    text = (Path(__file__).parent / "data" / "press.txt").read_text(encoding="utf-8")
    blocks = "\n".join(line for line in text.split("\n") if not line.startswith("#")).strip().split("\n\n")
    return [marked(block) for block in blocks]


def marked(block: str) -> Marked:
    """The plain text, and its entities (start, end, label)."""
    plain, spans, done = "", set(), 0
    for match in _ENTITY.finditer(block):
        plain += block[done : match.start()]
        spans.add((len(plain), len(plain) + len(match[2]), match[1]))
        plain += match[2]
        done = match.end()
    return plain + block[done:], frozenset(spans)
