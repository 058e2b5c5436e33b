"""Joins lines that a scanner or an old editor broke into paragraphs, and removes hyphens at line ends."""

from __future__ import annotations

import re

from timeline.languages.press import keeps_hyphen

_BREAK = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_WORD = re.compile(r"^([^\W\d_]+)")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_SENTENCE_END = (".", "!", "?", "…", "»", ":", '"', "”")
_SHORT_LINE = 0.7


def rejoin(text: str) -> str:
    """`text` with the lines of every paragraph joined, and words that were divided at line ends joined again.

    An empty line separates paragraphs; so does a line that ends a sentence well before the margin. A hyphen at a line's
    end is dropped unless the word keeps it ("peut-être", "est-il"), as `languages/*/press.toml` says or the text itself
    shows elsewhere.

    Args:
        text: A text with a line break at the end of each printed line.

    Returns:
        The text with one line for each paragraph.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    known = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)+", plain.lower()))
    return "\n\n".join(filter(None, (_paragraphs(block, known) for block in _PARAGRAPHS.split(plain.strip()))))


def _paragraphs(block: str, known: set[str]) -> str:
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    margin = max((len(line) for line in lines), default=0)
    out = ""
    for number, line in enumerate(lines):
        if number == 0:
            out = line
        elif _ends(lines[number - 1], margin):
            out += "\n\n" + line
        else:
            out = _joined(out, line, known)
    return out


def _ends(line: str, margin: int) -> bool:
    return len(line) < _SHORT_LINE * margin and line.endswith(_SENTENCE_END)


def _joined(before: str, line: str, known: set[str]) -> str:
    broken, following = _BREAK.search(before), _WORD.match(line)
    if not broken or not following:
        return f"{before} {line}"
    first, second = broken[1], following[1]
    if keeps_hyphen(first.lower(), second.lower(), known) or not second[0].islower():
        return before[:-1] + "-" + line
    return before[:-1] + line
