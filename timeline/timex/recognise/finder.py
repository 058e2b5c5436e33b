"""From a text to its expressions: scan, choose, join, and read the words before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.languages.folding import fold_bytes
from timeline.languages.grammar import Join
from timeline.languages.kinds import Kind
from timeline.model import Clock, Duration, Expression, Meaning, Modifier, Nth, On, Repeat, Signal, Span, TimexType
from timeline.timex.recognise.context import before
from timeline.timex.recognise.engine import GUARD_WIDTH, CompiledRule, Engine, Part, engine
from timeline.timex.recognise.lists import completed
from timeline.timex.recognise.repetition import CROWD, DENSE, end_of_repetition

_RETRIES = 4
_WIDEST_GAP = 14
"""The most characters between two matches that can join."""
_REST_OF_WORD = re.compile(rb"[A-Za-z0-9]*")


class ExpressionMatch(NamedTuple):
    """A match, or several joined: its offsets in the text, and its expressions."""

    start: int
    end: int
    kind: Kind
    name: str
    parts: tuple[Part, ...]
    modifier: Modifier | None = None
    helper: bool = False


def find(text: str, language: str = "fr") -> tuple[Expression, ...]:
    """Every temporal expression of a text, in text order, without overlaps.

    Args:
        text: The text to search.
        language: The code of its language.

    Returns:
        The expressions; their offsets are code points into `text` as given, end exclusive.

    Raises:
        LookupError: There is no such language.
    """
    compiled = engine(language)
    folded = fold_bytes(text)
    items = _alone(compiled, folded, _joined(compiled, folded, _scan(compiled, folded)))
    found = [expression for item in items for expression in _expressions(compiled, text, folded, item)]
    return completed(compiled.language, folded, found)


def _scan(compiled: Engine, folded: bytes) -> Iterator[ExpressionMatch]:
    position, length = 0, len(folded)
    seen, since = 0, 0
    while position < length:
        start, end = compiled.scanner.search(folded, position, length)[0]
        if start < 0:
            return
        item = _choose(compiled, folded, start, end)
        if item is not None:
            yield item
        position = item.end if item else _next_word(folded, start)
        seen += 1
        if seen == CROWD:
            if start - since < CROWD * DENSE:
                position = max(position, end_of_repetition(folded, start))
            seen, since = 0, start


def _next_word(folded: bytes, start: int) -> int:
    """The end of the word at `start`, or the next character where there is none."""
    rest = _REST_OF_WORD.match(folded, start + 1)
    return rest.end() if rest else len(folded)


def _choose(compiled: Engine, folded: bytes, start: int, end: int, *, helpers: bool = True) -> ExpressionMatch | None:
    """The first rule that matches the words and whose guards hold; where none does, shorter matches are tried."""
    for _ in range(_RETRIES):
        for rule, parts in compiled.interpret(folded[start:end]):
            if (helpers or not rule.rule.helper) and _accepts(rule, folded, start, end):
                return _item(rule, parts, start, end)
        shorter = _shorter(compiled, folded, start, end)
        if shorter is None:
            return None
        end = shorter
    return None


def _shorter(compiled: Engine, folded: bytes, start: int, end: int) -> int | None:
    """The end of the longest match from `start` that is at least a word shorter."""
    limit = end - 1
    while limit > start and folded[limit - 1 : limit].isalnum() and folded[limit : limit + 1].isalnum():
        limit -= 1
    if limit <= start:
        return None
    found = compiled.scanner.match(folded, start, limit)[0][1]
    return found if found > start else None


def _accepts(compiled: CompiledRule, folded: bytes, start: int, end: int) -> bool:
    left, right = compiled.left, compiled.right
    if left is not None and not left.holds(folded[max(0, start - GUARD_WIDTH) : start]):
        return False
    return right is None or right.holds(folded[end : end + GUARD_WIDTH])


def _item(compiled: CompiledRule, parts: Sequence[Part], start: int, end: int) -> ExpressionMatch:
    rule = compiled.rule
    if not rule.kind:
        return ExpressionMatch(start, end, Kind.REFUSAL, rule.name, ())
    moved = tuple(Part(part.start + start, part.end + start, part.meaning) for part in parts)
    return ExpressionMatch(start, end, rule.kind, rule.name, moved, rule.modifier, rule.helper)


def _joined(compiled: Engine, folded: bytes, items: Iterator[ExpressionMatch]) -> Iterator[ExpressionMatch]:
    """Joins neighbours that belong together; yields an item once the next gap is too wide for any join."""
    stack: list[ExpressionMatch] = []
    for item in items:
        if stack and item.start - stack[-1].end > _WIDEST_GAP:
            yield from stack
            stack.clear()
        latest = item
        while stack and (joined := _join(compiled, folded, stack[-1], latest)):
            stack.pop()
            latest = joined
        stack.append(latest)
    yield from stack


def _alone(compiled: Engine, folded: bytes, items: Iterator[ExpressionMatch]) -> Iterator[ExpressionMatch]:
    """The items that are expressions by themselves; helpers that joined nothing are read again without helper rules."""
    for item in items:
        alone = _choose(compiled, folded, item.start, item.end, helpers=False) if item.helper else item
        if alone is not None and alone.kind:
            yield alone


def _join(compiled: Engine, folded: bytes, left: ExpressionMatch, right: ExpressionMatch) -> ExpressionMatch | None:
    joins = compiled.joins.get((left.kind, right.kind))
    if not joins or len(right.parts) != 1:
        return None
    gap = folded[left.end : right.start].lower()
    for gaps, join in joins:
        if gap in gaps and (parts := _joined_parts(join, left.parts, right.parts[0])):
            modifier = left.modifier or right.modifier
            return ExpressionMatch(left.start, right.end, join.kind, f"{left.name} + {right.name}", parts, modifier)
    return None


def _joined_parts(join: Join, left: tuple[Part, ...], right: Part) -> tuple[Part, ...]:
    """The expressions that a join makes; none where they do not fit. The last one ends where the right one ends."""
    if len(left) != 1 and not join.each:
        return ()
    ends = (*(part.end for part in left[:-1]), right.end)
    made = tuple(
        Part(part.start, end, join.make(part.meaning, right.meaning)) for part, end in zip(left, ends, strict=True)
    )
    return () if any(part.meaning is None for part in made) else made


def _expressions(compiled: Engine, text: str, folded: bytes, item: ExpressionMatch) -> Iterator[Expression]:
    for part in item.parts:
        if part.meaning is None:
            continue
        signal, modifier = before(compiled.language.code, text, folded, part.start)
        yield Expression(
            Span(part.start, part.end),
            text[part.start : part.end],
            type_of(part.meaning),
            item.name,
            part.meaning,
            item.modifier or modifier or (Modifier.APPROX if signal is Signal.AROUND else None),
            signal,
        )


def type_of(meaning: Meaning) -> TimexType:
    """The TIMEX3 type of what a meaning denotes."""
    match meaning:
        case Clock() | On():
            return TimexType.TIME
        case Duration():
            return TimexType.DURATION
        case Nth(count=count) if count != 1:
            return TimexType.DURATION
        case Repeat():
            return TimexType.SET
    return TimexType.DATE
