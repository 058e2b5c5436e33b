"""Fenced blocks in the author's Markdown.

```` ```timeline ```` with filters, ```` ```timelines ```` for the list of all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from textwrap import dedent

from timeline.site.pages.blocks import block, read_block
from timeline.site.pages.home import cards
from timeline.site.render.rendered import Written

_OPENING = re.compile(r"^(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>.*?)[ \t]*$")
_KINDS = ("timeline", "timelines")
_TOKEN = "timelineblockplace{}x"  # a word that no extension of Markdown changes, wherever it stands
_PLACE = re.compile(r"(?:<p>)?timelineblockplace(\d+)x(?:</p>)?")


def taken_out(markdown: str) -> tuple[str, list[tuple[str, str]]]:
    """Takes the blocks of timelines out of a page.

    Blocks within admonitions, lists and tabs are indented; a block within another fence is that fence's text.

    Returns:
        The Markdown with a placeholder for each block, and the blocks: (kind, text).
    """
    kept: list[str] = []
    blocks: list[tuple[str, str]] = []
    lines = iter(markdown.split("\n"))
    for line in lines:
        opened = _OPENING.match(line)
        if opened is None:
            kept.append(line)
            continue
        inside = _fenced(lines, opened["fence"])
        if opened["info"] in _KINDS and inside and _closes(inside[-1], opened["fence"]):
            kept += ["", opened["indent"] + _TOKEN.format(len(blocks)), ""]
            blocks.append((opened["info"], dedent("\n".join(inside[:-1]))))
        else:
            kept += [line, *inside]
    return "\n".join(kept), blocks


def _fenced(lines: Iterator[str], fence: str) -> list[str]:
    """The lines up to and including the one that closes `fence`."""
    inside: list[str] = []
    for line in lines:
        inside.append(line)
        if _closes(line, fence):
            break
    return inside


def _closes(line: str, fence: str) -> bool:
    bare = line.strip()
    return len(bare) >= len(fence) and set(bare) == {fence[0]}


def put_back(html: str, blocks: Sequence[tuple[str, str]], every: Sequence[Written], up: str) -> tuple[str, list[str]]:
    """The page with each block in its place.

    Args:
        html: The page's HTML, with the placeholders of `taken_out`.
        blocks: The blocks that were taken out, (kind, text).
        every: The site's timelines.
        up: The way from the page to the site's root ("../").

    Returns:
        The HTML, and a message for each block that is not understood; the page shows it, too.
    """
    problems: list[str] = []
    seen: Counter[str] = Counter()

    def write(found: re.Match[str]) -> str:
        kind, text = blocks[int(found[1])]
        if kind == "timelines":
            return cards(every, up=up)
        asked = read_block(text)
        if isinstance(asked, str):
            problems.append(asked)
            return f"<p><strong>{escape(asked)}</strong></p>"
        made = block(asked, every, up, seen)
        if made is None:
            names = ", ".join(one.slug for one in every)
            problems.append(f"“{asked.timeline}”: there is no such timeline, or several: name one of {names}")
            return f"<p><strong>{escape(problems[-1])}</strong></p>"
        return made

    return _PLACE.sub(write, html), problems
