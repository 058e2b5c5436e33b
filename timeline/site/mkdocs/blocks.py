"""Fenced blocks in the author's Markdown: ```` ```timeline ```` with filters, ```` ```timelines ```` for the list of
all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from timeline.site.pages.blocks import block, overview, read_block
from timeline.site.render.rendered import Written

_FENCE = re.compile(r"^(`{3,}|~{3,})[ \t]*(timelines?)[ \t]*\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_PLACE = re.compile(r'<div class="timeline-block" data-block="(\d+)"></div>')


def taken_out(markdown: str) -> tuple[str, list[tuple[str, str]]]:
    """The Markdown with a place in the stead of each block, and the blocks: (kind, text)."""
    blocks: list[tuple[str, str]] = []

    def place(found: re.Match[str]) -> str:
        blocks.append((found[2], found[3]))
        return f'<div class="timeline-block" data-block="{len(blocks) - 1}"></div>'

    return _FENCE.sub(place, markdown), blocks


def put_back(html: str, blocks: Sequence[tuple[str, str]], every: Sequence[Written], up: str) -> tuple[str, list[str]]:
    """The HTML with each block in its place, and what is wrong with those that are not understood."""
    problems: list[str] = []

    def write(found: re.Match[str]) -> str:
        kind, text = blocks[int(found[1])]
        if kind == "timelines":
            return overview(every, up)
        asked = read_block(text)
        if isinstance(asked, str):
            problems.append(asked)
            return f"<p><strong>{escape(asked)}</strong></p>"
        made = block(asked, every, up)
        if made is None:
            names = ", ".join(one.slug for one in every)
            problems.append(f"“{asked.timeline}”: there is no such timeline, or several: name one of {names}")
            return f"<p><strong>{escape(problems[-1])}</strong></p>"
        return made

    return _PLACE.sub(write, html), problems
