"""Where sentences cannot run on, and where they cannot end, before the network says the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.nlp.french import ABBREVIATIONS

_NEVER_LAST = frozenset(ABBREVIATIONS) - {"etc.", "J.-C.", "a.m.", "p.m."}
_CLOSING = frozenset("»”)]’")
_ENDING = re.compile(r"[.!?…:»”\")\]]$")


def boundaries(words: Sequence[str], text: str) -> Iterator[tuple[int, bool]]:
    """Words whose sentence start is certain: (index, starts or not). `words` are those of `text`, white space too.

    A blank line, or a line's end in a text that is not wrapped at a fixed width, starts a sentence; an abbreviation,
    an initial before a name, a mark that closes what came before, and a small
    letter after a word with no mark at its end never do.
    """
    wrapped = is_wrapped(text)
    for index, (before, word) in enumerate(pairwise(words), start=1):
        if before.isspace():
            if "\n" in before:
                yield (
                    index,
                    breaks(before, wrapped) or _ENDING.search(words[index - 2] if index > 1 else ".") is not None,
                )
        elif (
            word in _CLOSING
            or before in _NEVER_LAST
            or word.isspace()
            or (_initial(before) and word.istitle())
            or (word[:1].islower() and not _ENDING.search(before))
        ):
            yield index, False


def _initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "." and word[0].isupper()


def breaks(space: str, wrapped: bool) -> bool:
    """Whether a stretch of space between two lines ends a paragraph."""
    return space.count("\n") > 1 or not wrapped


WRAP = range(50, 101)


def is_wrapped(text: str) -> bool:
    """Whether a text's lines were broken at a fixed width: most lines of its longer paragraphs are nearly as long
    as the longest."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 4:
        return False
    longest = max(len(line) for line in lines)
    unfinished = [line for line in lines if len(line) > longest * 0.75 and not _ENDING.search(line.rstrip())]
    return longest in WRAP and len(unfinished) * 2 > len(lines)
