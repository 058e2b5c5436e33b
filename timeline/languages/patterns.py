"""Patterns on folded text, compiled by a linear-time engine; and patterns of `re` widened for it (`wider`).

A set of wider patterns is searched all at once, so that those of `re` are only tried on texts that they may match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from re import _constants as ops  # type: ignore[attr-defined]  # the stubs do not show how `re` reads a pattern
from re import _parser  # type: ignore[attr-defined]  # nor this
from typing import Any

import re2

_ANYWHERE = re2._Anchor.UNANCHORED
_AT_START = re2._Anchor.ANCHOR_START
_MEMORY = 512 << 20


def options(*, longest: bool = False) -> Any:
    """RE2's options: case is ignored, one byte a character, enough memory for one automaton of all rules.

    Args:
        longest: Whether the longest alternative matches, instead of the first.

    Returns:
        An `re2.Options`.
    """
    chosen = re2.Options()
    chosen.case_sensitive = False
    chosen.longest_match = longest
    chosen.max_mem = _MEMORY
    chosen.encoding = re2.Options.Encoding.LATIN1
    chosen.log_errors = False
    return chosen


def compile_pattern(pattern: str, *, longest: bool = False) -> Any:
    """Compiles a pattern on folded text; it ignores case.

    Args:
        pattern: The pattern, in ASCII; blanks stand for one blank.
        longest: Whether the longest alternative matches, instead of the first.

    Returns:
        A compiled RE2 pattern on bytes.

    Raises:
        re2.error: The pattern is not RE2.
    """
    return re2.compile(pattern.encode("ascii"), options(longest=longest))


class Spans:
    """A pattern that returns bare spans, because the engine's Python layer costs more than its search.

    Args:
        pattern: The pattern, on folded text.
        longest: Whether the leftmost match must also be the longest.
    """

    __slots__ = ("_match",)

    def __init__(self, pattern: str, *, longest: bool = False) -> None:
        self._match = compile_pattern(pattern, longest=longest)._regexp.Match

    def search(self, text: bytes, start: int, end: int) -> list[tuple[int, int]]:
        """The spans of the first match between two offsets.

        Args:
            text: The folded text, one byte a code point.
            start: The first offset at which the match can begin.
            end: The offset where the text ends for the match.

        Returns:
            The spans of the match and of its groups; the first one is (-1, -1) where nothing matches.
        """
        spans: list[tuple[int, int]] = self._match(_ANYWHERE, text, start, end)
        return spans

    def match(self, text: bytes, start: int, end: int) -> list[tuple[int, int]]:
        """The same as `search`, for a match that begins at `start`."""
        spans: list[tuple[int, int]] = self._match(_AT_START, text, start, end)
        return spans

    def every(self, text: bytes) -> Iterator[tuple[int, int]]:
        """The spans of all matches, in order; a match must not be empty."""
        match, end = self._match, len(text)
        first, last = match(_ANYWHERE, text, 0, end)[0]
        while first >= 0:
            yield first, last
            first, last = match(_ANYWHERE, text, last, end)[0]


def search_set(patterns: Iterable[str], *, accents: bool = False) -> Callable[[bytes], list[int]]:
    """Compiles patterns that are searched all at once.

    Args:
        patterns: The patterns, on folded text.
        accents: Whether they are on the original text, in UTF-8, and case-sensitive.

    Returns:
        A function that returns the numbers of the patterns, from 0, that occur in a text.
    """
    made = re2.Set.SearchSet(re2.Options() if accents else options())
    for pattern in patterns:
        made.Add(pattern.encode())
    made.Compile()
    found: Callable[[bytes], list[int]] = made._set.Match
    return found


def spaced(pattern: str) -> str:
    """The pattern with every space outside brackets matching one or two spaces.

    Args:
        pattern: A pattern on folded text.

    Returns:
        The pattern; escapes and classes of characters are unchanged.
    """
    return re.sub(r"\[[^\]]*\]|\\.| (?![?*{])", lambda found: " {1,2}" if found[0] == " " else found[0], pattern)


_ANY, _ANYTHING = r"(?s:.)", r"(?s:.*)"
_MOST_TIMES = 1000
_FOREIGN = r"\x{80}-\x{10FFFF}"
_CLASSES = {
    ops.CATEGORY_DIGIT: rf"0-9{_FOREIGN}",
    ops.CATEGORY_SPACE: rf"\x{{0}}-\x20{_FOREIGN}",
    ops.CATEGORY_WORD: rf"0-9A-Za-z_{_FOREIGN}",
}
_EDGES = {ops.AT_BEGINNING: r"\A", ops.AT_BEGINNING_STRING: r"\A", ops.AT_END: r"\n?\z", ops.AT_END_STRING: r"\z"}


def wider(pattern: re.Pattern[str]) -> str:
    """A pattern for the engine, on UTF-8, that matches wherever a pattern of `re` does, and in some other places.

    What the engine lacks is left out (what must not stand before or behind) or widened (back references).

    Args:
        pattern: A pattern of `re` on texts without line breaks.

    Returns:
        A pattern of RE2; "" (which matches everywhere) where the pattern has something that has no counterpart.
    """
    if pattern.flags & re.MULTILINE:
        return ""
    try:
        found = _whole(_parser.parse(pattern.pattern, pattern.flags))
    except KeyError:
        return ""
    return f"(?i:{found})" if pattern.flags & re.IGNORECASE else found


def _whole(items: Iterable[tuple[Any, Any]]) -> str:
    """A whole pattern; what must stand ahead is kept where no other words follow it."""
    found = ""
    for op, value in reversed(list(items)):
        last = op is ops.ASSERT and value[0] == 1 and not found
        found = _whole(value[1]) if last else _item(op, value) + found
    return found


def _sequence(items: Iterable[tuple[Any, Any]]) -> str:
    """Items of a part, one after the other."""
    return "".join([_item(op, value) for op, value in items])


def _item(op: Any, value: Any) -> str:
    return _ITEMS[op](value)


def _literal(code: int) -> str:
    return rf"\x{{{code:X}}}"


def _inside(items: Iterable[tuple[Any, Any]]) -> str:
    """One of some characters."""
    found, negated = "", False
    for op, value in items:
        if op is ops.NEGATE:
            negated = True
        elif op is ops.LITERAL:
            found += _literal(value)
        elif op is ops.RANGE:
            found += f"{_literal(value[0])}-{_literal(value[1])}"
        elif value in _CLASSES and not negated:
            found += _CLASSES[value]
        else:
            return _ANY
    return f"[{'^' * negated}{found}]"


def _group(value: Any) -> str:
    _, added, removed, items = value
    flags = ("i" if added & re.IGNORECASE else "") + ("-i" if removed & re.IGNORECASE else "")
    return f"(?{flags}:{_sequence(items)})"


def _repeated(value: Any) -> str:
    least, most, items = value
    inner = _sequence(items)
    if not inner or least > _MOST_TIMES:
        return ""
    end = "" if most is ops.MAXREPEAT or most > _MOST_TIMES else most
    return f"(?:{inner}){{{least},{end}}}"


def _without_place(_value: Any) -> str:
    return ""


_ITEMS: dict[Any, Callable[[Any], str]] = {
    ops.LITERAL: _literal,
    ops.NOT_LITERAL: lambda _: _ANY,
    ops.ANY: lambda _: _ANY,
    ops.IN: _inside,
    ops.BRANCH: lambda value: f"(?:{'|'.join(_sequence(one) for one in value[1])})",
    ops.SUBPATTERN: _group,
    ops.MAX_REPEAT: _repeated,
    ops.MIN_REPEAT: _repeated,
    ops.POSSESSIVE_REPEAT: _repeated,
    ops.ATOMIC_GROUP: lambda value: f"(?:{_sequence(value)})",
    ops.AT: lambda value: _EDGES.get(value, ""),
    ops.ASSERT: _without_place,
    ops.ASSERT_NOT: _without_place,
    ops.GROUPREF: lambda _: _ANYTHING,
}
