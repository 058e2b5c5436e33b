"""Markdown's marks in an article's body are none of its words: emphasis, links, pictures, headings, quotations."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HELD = 0xE000
"""The first code point for private use: an escaped mark stands there while the other marks are taken out."""
_RESTORED = re.compile(f"[{chr(_HELD)}-{chr(_HELD + 127)}]")

_GONE = (
    re.compile(r"^[ ]{0,3}\[[^\]\n]+\]:[ ]+\S.*$", re.MULTILINE),  # where a link or a note leads
    re.compile(r"^[ ]{0,3}(?:>[ ]?)+", re.MULTILINE),
    re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"),
    re.compile(r"\[\^[^\[\]\s]+\]"),
)
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ ]+(.*)$", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]\n]+)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]\n]*\])")
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]*[^\s*])\1(?![\w*])|(?<![\w_])(_{1,3})(?=[^\s_])([^_\n]*[^\s_])\3(?![\w_])"
)


def without_markup(text: str) -> str:
    """A Markdown text as its readers see it, with as many lines.

    Returns:
        The text without its marks. Lists, tables and rules are left as they are.
    """
    text = _ESCAPED.sub(lambda found: chr(_HELD + ord(found[1])), text)
    for pattern in _GONE:
        text = pattern.sub("", text)
    text = _LINK.sub(r"\1", _HEADING.sub(_heading, text))
    for _ in range(2):  # emphasis may stand in emphasis
        text = _EMPHASIS.sub(lambda found: found[2] or found[4], text)
    return _RESTORED.sub(lambda found: chr(ord(found[0]) - _HELD), text)


def _heading(found: re.Match[str]) -> str:
    """A heading without the marks that close it: "Les faits ##", not "Le langage C#"."""
    words = found[1].rstrip()
    bare = words.rstrip("#")
    return bare.rstrip() if not bare or bare.endswith(" ") else words
