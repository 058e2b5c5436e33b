"""Where sentences cannot run on, and where they cannot end, before the parser says the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from timeline.nlp.french import ABBREVIATIONS

_NEVER_LAST = frozenset(ABBREVIATIONS) - {"etc.", "J.-C.", "a.m.", "p.m."}
_INITIAL = re.compile(r"^[A-ZÀ-Þ]\.$")
_CLOSING = frozenset('»”")]’')
_ENDING = re.compile(r"[.!?…:»”\")\]]$")


def boundaries(doc: Doc) -> Iterator[tuple[int, bool]]:
    """Token indices whose sentence start is certain: (index, starts or not).

    A blank line, or a line's end in a text that is not wrapped at a fixed width, starts a sentence; an
    abbreviation, an initial
    before a name, and a mark that closes what came before never do.
    """
    wrapped = is_wrapped(doc.text)
    for index in range(1, len(doc)):
        token, before = doc[index], doc[index - 1]
        if before.is_space:
            if "\n" in before.text:
                yield (
                    index,
                    breaks(before.text, wrapped)
                    or _ENDING.search(doc[index - 2].text if index > 1 else ".") is not None,
                )
        elif (
            token.is_space
            or (token.text in _CLOSING and token.text != '"')
            or before.text in _NEVER_LAST
            or (_INITIAL.match(before.text) and token.is_title)
        ):
            yield index, False


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


def split(doc: Doc) -> Doc:
    """Marks what `boundaries` is sure of."""
    for index, starts in boundaries(doc):
        doc[index].is_sent_start = starts
    return doc


@Language.component("timeline_splitter", assigns=["token.is_sent_start"])
def splitter(doc: Doc) -> Doc:
    """The pipeline component."""
    return split(doc)
