"""Converts WiNER-fr (brat standoff over Wikinews) to training documents with PER, ORG, LOC, EVENT and MISC spans.

Dates and hours are left out, because rules find them. The released texts have a space wherever a wiki link ended before
a mark (« Alan Bean , survenu »); these spaces are removed, because they would show the network where entities end.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

LABELS = {"Person": "PER", "Location": "LOC", "Organization": "ORG", "Event": "EVENT", "Product": "MISC"}
_STRAY = re.compile(r" +(?=[,.)\]])|(?<=[(\[]) +|(?<=\b[dlLDnNsSqQjJcC]['’]) +|(?<= ) +|(?<=[dlLD] ['’]) +")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and its entities (start, end, label), in code points."""

    path: str
    text: str
    spans: tuple[tuple[int, int, str], ...]


def read(folder: Path) -> Iterator[Marked]:
    """All articles, by date; `path` is `YYYY/MM/name`."""
    for annotation in sorted(folder.glob("*/*/*.ann")):
        with annotation.with_suffix(".txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        lines = annotation.read_text(encoding="utf-8").splitlines()
        yield cleaned(str(annotation.relative_to(folder).with_suffix("")), text, _outermost(_spans(lines, text)))


def kept_aside(article: Marked) -> bool:
    """Whether an article is of April to December 2018: these are used for the scores only."""
    return article.path[:4] == "2018" and article.path[5:7] >= "04"


def for_tuning(article: Marked) -> bool:
    """Whether an article is of January or February 2018: these were used to choose settings."""
    return article.path[:7] in ("2018/01", "2018/02")


def held_out(article: Marked) -> bool:
    """Whether an article must not be used for training."""
    return kept_aside(article) or for_tuning(article)


def _spans(lines: Iterable[str], text: str) -> Iterator[tuple[int, int, str]]:
    for line in lines:
        parts = line.split("\t")
        if not parts[0].startswith("T") or ";" in parts[1]:
            continue
        label, start, end = parts[1].split()
        if label in LABELS and text[int(start) : int(end)] == parts[2]:
            yield int(start), int(end), LABELS[label]


def _outermost(spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if not any(span[0] < other[1] and other[0] < span[1] for other in kept):
            kept.append(span)
    return sorted(kept)


def cleaned(path: str, text: str, spans: Iterable[tuple[int, int, str]]) -> Marked:
    """The article without the stray spaces."""
    dropped = {place for match in _STRAY.finditer(text) for place in range(*match.span())}
    moved, kept = [0], 0
    for place in range(len(text)):
        kept += place not in dropped
        moved.append(kept)
    plain = "".join(character for place, character in enumerate(text) if place not in dropped)
    return Marked(path, plain, tuple((moved[start], moved[end], label) for start, end, label in spans))


def documents(article: Marked, nlp: Language, rng: random.Random | None = None) -> Iterator[Doc]:
    """The article as a whole, or, with `rng`, cut at paragraphs into documents of one to four paragraphs."""
    whole = _marked(nlp, article)
    if rng is None:
        yield whole
        return
    cuts = [token.i + 1 for token in whole if token.is_space and "\n" in token.text]
    start = 0
    while cuts:
        take = cuts[min(rng.randint(0, 3), len(cuts) - 1)]
        yield whole[start:take].as_doc()
        start, cuts = take, [cut for cut in cuts if cut > take]
    if start < len(whole):
        yield whole[start:].as_doc()


def _marked(nlp: Language, article: Marked) -> Doc:
    doc = nlp.make_doc(article.text)
    found: list[Span] = []
    for start, end, label in article.spans:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None and (not found or found[-1].end <= span.start):
            found.append(span)
    doc.set_ents([_trimmed(span) for span in found], default="outside")
    return doc


def _trimmed(span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span.start, span.end
    while end - start > 1 and span.doc[end - 1].is_space:
        end -= 1
    while end - start > 1 and span.doc[start].is_space:
        start += 1
    return Span(span.doc, start, end, label=span.label_)


def documents_bin(articles: Iterable[Marked], nlp: Language, rng: random.Random | None = None) -> DocBin:
    """Several articles as one file of documents."""
    docs = (doc for article in articles for doc in documents(article, nlp, rng))
    return DocBin(attrs=("ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"), docs=docs)
