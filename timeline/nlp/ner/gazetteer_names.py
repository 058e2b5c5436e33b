"""Names that the network missed and the gazetteer contains, and people's names after a title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from timeline.languages.organisations import known as organisations
from timeline.languages.tables import section
from timeline.nlp.french.gazetteer import first_names, places, titles
from timeline.nlp.ner.name_patterns import is_code, shaped

_WORDS = section("fr", "pipeline", "names")
_AMBIGUOUS = frozenset(_WORDS.words("ambiguous_places"))
"""Places that are also common words, planets or first names: only the network decides about them."""

_FEASTS = frozenset(_WORDS.words("feasts"))
_PARTICLES = frozenset(_WORDS.words("particles"))
_BEFORE_CODES = frozenset({"NOUN", "ADP"})
"""What stands before a code that is no place; a road behind these has been found by its words."""
_INITIAL_LENGTH = 2
_TWO_PEOPLE = 4
"""The smallest number of words in two full names."""


def completed(doc: Doc) -> Doc:
    """Add the names from patterns and lists: they override the network where they are sure, and fill its gaps."""
    words = [token.text for token in doc]
    sure = [*shaped(doc, words)]
    known = _known_organisations(doc, words, _covered(sure))
    over = _covered([*sure, *known])
    kept = [_placed(span) for span in joined(doc) if over.isdisjoint(range(span.start, span.end))]
    networks = {index: span for span in doc.ents for index in range(span.start, span.end)} if known else {}
    wider = [_wider(span, networks) for span in known]
    larger = [*{span.start: span for span in wider if span is not None}.values()]
    known = [span for span, outer in zip(known, wider, strict=True) if outer is None]
    added = [*kept, *larger, *sure, *known]
    taken = _covered(added)
    for span in (
        *_titled(doc, words, taken),
        *_first_named(doc, words, taken),
        *_listed(doc, words, taken, _by_first_word(), "LOC"),
    ):
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            added.append(span)
    doc.set_ents(_recalled(doc, words, filter_spans(added)))
    return doc


def _known_organisations(doc: Doc, words: Sequence[str], over: set[int]) -> list[Span]:
    """The organisations of the list, but for those that the network has as a product: « sur Twitter »."""
    products = {(span.start, span.end) for span in doc.ents if span.label_ == "MISC"}
    return [
        span
        for span in _listed(doc, words, over, _organisations(), "ORG")
        if not _covered([span]) & over and (span.start, span.end) not in products
    ]


def _recalled(doc: Doc, words: Sequence[str], found: list[Span]) -> list[Span]:
    """Add each later mention of a person by the last word of the full name: « Volodymyr Zelensky … Zelensky »."""
    people = {span[-1].text for span in found if span.label_ == "PER" and len(span) > 1} - places()
    found = [
        Span(doc, span.start, span.end, label="PER") if len(span) == 1 and span.text in people else span
        for span in found
    ]
    covered = _covered(found)
    return found + [
        Span(doc, index, index + 1, label="PER")
        for index, word in enumerate(words)
        if word in people and index not in covered and doc[index].pos_ == "PROPN"
    ]


def joined(doc: Doc) -> list[Span]:
    """The network's names; two adjacent people's names are joined.

    « Armel », « Le Cléac'h » become one name. Two full names stay two, even if the network joined them: « de François
    Hollande Manuel Valls ». A code is no person and no work, and behind a noun no place
    (« vitamine D3 »).
    """
    found: list[Span] = []
    for span in doc.ents:
        goes_on = bool(found) and found[-1].end == span.start and {found[-1].label_, span.label_} == {"PER"}
        found.append(Span(doc, found.pop().start, span.end, label="PER") if goes_on else span)
    return [part for span in found for part in apart(span) if not _is_only_a_code(part)]


def _is_only_a_code(span: Span) -> bool:
    before = span.doc[span.start - 1].pos_ if span.start else ""
    return is_code(span.text) and (span.label_ in ("PER", "MISC") or (span.label_ == "LOC" and before in _BEFORE_CODES))


def apart(span: Span) -> tuple[Span, ...]:
    """A person's name, cut before a second first name that follows a full name and precedes a family name."""
    words = [token.text for token in span]
    if span.label_ != "PER" or len(words) < _TWO_PEOPLE or words[0] not in first_names():
        return (span,)
    for index in range(2, len(words) - 1):
        full = words[index - 1] not in first_names() and words[index - 1].lower() not in _PARTICLES
        if words[index] in first_names() and words[index + 1] not in first_names() and full:
            cut = span.start + index
            return (Span(span.doc, span.start, cut, label="PER"), Span(span.doc, cut, span.end, label="PER"))
    return (span,)


@cache
def _sure_places() -> frozenset[str]:
    """Places whose name has no other meaning."""
    return places() - _AMBIGUOUS


def _placed(span: Span) -> Span:
    """A name that is exactly a known place becomes a place, a feast an event.

    A country that acts is labelled as a place too. "Toussaint" may be a person.
    """
    if span.text in _FEASTS and span.label_ != "PER":
        return Span(span.doc, span.start, span.end, label="EVENT")
    known = span.text.replace("’", "'") in _sure_places()
    return Span(span.doc, span.start, span.end, label="LOC") if known and span.label_ != "LOC" else span


def _covered(spans: Iterable[Span]) -> set[int]:
    return {index for span in spans for index in range(span.start, span.end)}


def _wider(span: Span, names: Mapping[int, Span]) -> Span | None:
    """The name of which a span is a proper part: « Renault » in « Renault-Nissan-Mitsubishi SA »."""
    outer = names.get(span.start)
    return outer if outer is not None and span.end <= outer.end and len(span) < len(outer) else None


def _titled(doc: Doc, words: Sequence[str], taken: set[int]) -> Iterator[Span]:
    """« M. Dupont », « le président Dupont »: the capitalised words after a title."""
    names = _Names(doc, taken)
    for index, word in enumerate(words[:-1]):
        if index in taken or not (word in titles() or word.lower() in titles()):
            continue
        end = names.end(index + 1)
        if end > index + 1 and words[index + 1] not in places():
            yield Span(doc, index + 1, end, label="PER")


def _first_named(doc: Doc, words: Sequence[str], taken: set[int]) -> Iterator[Span]:
    """A first name and the capitalised words after it."""
    names = _Names(doc, taken)
    for index, word in enumerate(words[:-1]):
        if word in first_names() and index not in taken:
            end = names.end(index)
            if end - index > 1:
                yield Span(doc, index, end, label="PER")


class _Names:
    """Where sequences of name words end; a particle counts if it stands between two of them.

    The last sequence is kept: in a long one (« M. M. M. … ») each word may be looked at as its first.
    """

    def __init__(self, doc: Doc, taken: set[int]) -> None:
        self._doc, self._taken = doc, taken
        self._start = self._end = 0

    def end(self, start: int) -> int:
        """The end of the sequence that begins with a word; `start` itself where none does."""
        if start in self._taken or start >= len(self._doc) or not _is_name_word(self._doc, start):
            return start
        if not self._start <= start < self._end:
            self._start, self._end = start, self._after(start + 1)
        return self._end

    def _after(self, end: int) -> int:
        doc = self._doc
        while end < len(doc) and end not in self._taken:
            if _is_name_word(doc, end):
                end += 1
            elif doc[end].text.lower() in _PARTICLES and end + 1 < len(doc) and _is_name_word(doc, end + 1):
                end += 2
            else:
                break
        return end


def _is_name_word(doc: Doc, index: int) -> bool:
    token = doc[index]
    return (
        token.text[:1].isupper()
        and token.pos_ in ("PROPN", "X", "NOUN", "")
        and (len(token) > 1 or token.text.isalpha())
    )


Table = dict[str, tuple[tuple[str, ...], ...]]


@cache
def _by_first_word() -> Table:
    """Places as word sequences, by their first word, longest first."""
    return _table(_sure_places())


@cache
def _organisations() -> Table:
    """Organisations, in the same form."""
    return _table(organisations())


def _table(listed: frozenset[str]) -> Table:
    table: dict[str, list[tuple[str, ...]]] = {}
    for name in listed:
        words = tuple(_words(name))
        table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=lambda words: (-len(words), words))) for first, found in table.items()}


def _words(name: str) -> Iterator[str]:
    for word in name.replace("’", "'").split():
        elision, apostrophe, rest = word.partition("'")
        yield from (elision + "'", rest) if apostrophe and len(elision) <= _INITIAL_LENGTH else (word,)


def _listed(doc: Doc, words: Sequence[str], taken: set[int], table: Table, label: str) -> Iterator[Span]:
    """Names of a list that are not part of a longer name: no capitalised word follows."""
    for index, word in enumerate(words):
        if word not in table or index in taken:
            continue
        for name in table[word]:
            end = index + len(name)
            same = tuple(part.replace("’", "'") for part in words[index:end]) == name
            if same and not (end < len(words) and words[end][:1].isupper() and doc[end].pos_ == "PROPN"):
                yield Span(doc, index, end, label=label)
                break


@Language.component("timeline_names", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def complete_names(doc: Doc) -> Doc:
    """The pipeline component."""
    return completed(doc)
