"""Patterns on folded text, compiled by a linear-time engine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
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
