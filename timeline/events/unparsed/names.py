"""People and places of a text that no parser has read, by capitals and the words before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache

from timeline.languages.organisations import is_organisation
from timeline.languages.tables import section_if_any
from timeline.model import Name, Sentence, Timex, Token
from timeline.model.syntax import extent
from timeline.model.timex import within


@dataclass(frozen=True, slots=True)
class _WordsRead:
    place: frozenset[str]
    weak: frozenset[str]
    joints: frozenset[str]
    openers: frozenset[str]
    peoples: frozenset[str]
    persons: frozenset[str]
    spots: frozenset[str]


@dataclass(frozen=True, slots=True)
class ArticleNames:
    """The people and places that an article names, by sentence, in text order."""

    people: tuple[tuple[Name, ...], ...]
    places: tuple[tuple[Name, ...], ...]


@dataclass(frozen=True, slots=True)
class _Capitals:
    """Words with capitals in a row, in one sentence, and the word before them in lower case."""

    tokens: tuple[Token, ...]
    before: str

    @property
    def text(self) -> str:
        return " ".join(token.text for token in self.tokens)

    def name(self, canonical: str, label: str) -> Name:
        return Name(canonical, self.text, extent(self.tokens), label)


@cache
def _words(language: str) -> _WordsRead | None:
    table = section_if_any(language, "unparsed", "names")
    if table is None:
        return None
    return _WordsRead(**{one.name: frozenset(table.words(one.name)) for one in fields(_WordsRead)})


def names(sentences: Sequence[Sentence], timexes: Sequence[Timex], language: str) -> ArticleNames:
    """The people and places of each sentence.

    A name of two words or more is a person's unless a preposition of place or a word of organisations indicates another
    kind. A single word is a person if it is a person's last name, and a place if it follows a preposition of place.

    Args:
        sentences: The article's sentences.
        timexes: Its time expressions, whose capitals are not names.
        language: The code of the language.

    Returns:
        The names, one tuple for each sentence; all empty where the language has no table.
    """
    known = _words(language)
    if known is None:
        nothing = tuple(() for _ in sentences)
        return ArticleNames(nothing, nothing)
    rows = _without_openers([[*_capitals(one, within(timexes, one.span), known)] for one in sentences])
    people = _people(rows, known)
    led = known.place | known.weak
    places = {run.text for row in rows for run in row if run.before in led and run.text not in people}
    return ArticleNames(
        tuple(_distinct(run.name(people[run.text], "PER") for run in row if run.text in people) for row in rows),
        tuple(_distinct(run.name(run.text, "LOC") for run in row if run.text in places) for row in rows),
    )


def _capitals(sentence: Sentence, dated: Sequence[Timex], known: _WordsRead) -> Iterator[_Capitals]:
    """The names of a sentence; in a list ("in London, Leeds and Glasgow") all have the word before the first."""
    run: list[Token] = []
    before = previous = ""
    listed = False
    for token in sentence.tokens:
        if _is_capital(token, dated, known):
            before = before if run or listed else previous
            run.append(token)
            continue
        word = token.text.lower()
        if run:
            yield _Capitals(tuple(run), before)
        listed = (bool(run) or listed) and word in known.joints
        run, previous = [], word
    if run:
        yield _Capitals(tuple(run), before)


def _without_openers(rows: Sequence[Sequence[_Capitals]]) -> list[list[_Capitals]]:
    """The names without a first word that only opens the sentence: "Novelist Edith Rowe", elsewhere "Edith Rowe"."""
    seen = {run.text for row in rows for run in row if len(run.tokens) > 1}
    return [
        [_bare(run) if run.tokens[0].index == 0 and _bare(run).text in seen else run for run in row] for row in rows
    ]


def _bare(run: _Capitals) -> _Capitals:
    return replace(run, tokens=run.tokens[1:])


def _is_capital(token: Token, dated: Sequence[Timex], known: _WordsRead) -> bool:
    word = token.text.lower()
    if not token.text[:1].isupper() or word in known.peoples or (token.index == 0 and word in known.openers):
        return False
    return not is_in_any(token, dated)


def is_in_any(token: Token, timexes: Sequence[Timex]) -> bool:
    """Whether a token is part of a time expression.

    Returns:
        True where it shares a code point with one of them.
    """
    return any(timex.span.start < token.end and token.start < timex.span.end for timex in timexes)


def _people(rows: Sequence[Sequence[_Capitals]], known: _WordsRead) -> dict[str, str]:
    """The canonical name of each form that is a person's, without the title before it."""
    placed = {run.text for row in rows for run in row if run.before in known.place}
    found: dict[str, str] = {}
    for run in (run for row in rows for run in row):
        bare = [token.text for token in run.tokens if token.text.lower() not in known.persons]
        full = " ".join(bare)
        is_spot = any(word.lower() in known.spots for word in bare)
        if len(bare) >= 2 and run.text not in placed and not is_spot and not is_organisation(full):
            found.setdefault(run.text, full)
            found.setdefault(full, full)
    for full in [*found.values()]:
        found.setdefault(full.rpartition(" ")[2], full)
    return found


def _distinct(given: Iterator[Name]) -> tuple[Name, ...]:
    return tuple({name.canonical: name for name in reversed([*given])}.values())[::-1]
