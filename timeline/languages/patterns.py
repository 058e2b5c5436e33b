"""Patterns on folded text, compiled by a linear-time engine; and patterns of `re` widened for it (`wider`).

A set of wider patterns is searched all at once, so that those of `re` are only tried on texts that they may match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
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
    return lambda text: made.Match(text) or []


def spaced(pattern: str) -> str:
    """The pattern with every space outside brackets matching one or two spaces.

    Args:
        pattern: A pattern on folded text.

    Returns:
        The pattern; escapes and classes of characters are unchanged.
    """
    return re.sub(r"\[[^\]]*\]|\\.| (?![?*{])", lambda found: " {1,2}" if found[0] == " " else found[0], pattern)


_TOKEN = re.compile(
    r"""\\(?:u[0-9A-Fa-f]{4}|[1-9]\d{0,2}|.)|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:<?[=!]|>|P=\w+\))|\{,\d+\}|.""",
    re.DOTALL,
)
"""A piece of a pattern: an escape, a class of characters, what opens a group that the engine lacks, a character."""
_ANY, _ANYTHING = r"(?s:.)", r"(?s:.*)"
_FOREIGN = r"\x{80}-\x{10FFFF}"
_CLASSES = {r"\d": rf"0-9{_FOREIGN}", r"\s": rf"\x{{0}}-\x20{_FOREIGN}", r"\w": rf"0-9A-Za-z_{_FOREIGN}"}
_LOOKING = ("(?=", "(?!", "(?<=", "(?<!")
_WIDER = {
    **{escape: f"[{inside}]" for escape, inside in _CLASSES.items()},
    **dict.fromkeys([r"\D", r"\S", r"\W", "."], _ANY),
    **dict.fromkeys([r"\b", r"\B"], ""),
    "^": r"\A", "$": r"(?:\n?\z)", r"\Z": r"\z", "(?>": "(?:",
}  # fmt: skip


def wider(pattern: re.Pattern[str]) -> str:
    """A pattern for the engine, on UTF-8, that matches wherever a pattern of `re` does, and in some other places.

    What the engine lacks is left out (what must not stand before or behind) or widened (back references).

    Args:
        pattern: A pattern of `re` on texts without line breaks.

    Returns:
        A pattern of RE2; "" (which matches everywhere) where the pattern has something that has no counterpart.
    """
    if pattern.flags & (re.MULTILINE | re.VERBOSE):
        return ""
    found = _widened(_TOKEN.findall(pattern.pattern))
    chosen = re2.Options()
    chosen.log_errors = False
    try:
        re2.compile(found, chosen)
    except re2.error:
        return ""
    return f"(?i:{found})" if pattern.flags & re.IGNORECASE else found


def _widened(tokens: Sequence[str]) -> str:
    """The tokens for the engine; what must stand ahead is kept where nothing follows it."""
    made, at = "", 0
    while at < len(tokens):
        end = at
        if tokens[at] in _LOOKING:
            end = _closing(tokens, at)
            if tokens[at] == "(?=" and not _widened(tokens[end + 1 :]):
                made += f"(?:{_widened(tokens[at + 1 : end])})"
        else:
            made += _for_engine(tokens[at])
        at = end + 1
    return made


def _closing(tokens: Sequence[str], start: int) -> int:
    """The place of the bracket that closes the group that begins at `start`."""
    depth = 0
    for at in range(start, len(tokens)):
        depth += (tokens[at] in ("(", "(?>", *_LOOKING)) - (tokens[at] == ")")
        if not depth:
            return at
    return len(tokens)


def _for_engine(token: str) -> str:
    """A token that is no looking ahead or behind."""
    if token in _WIDER:
        return _WIDER[token]
    if token.startswith("(?P=") or re.match(r"\\[1-9]", token):
        return _ANYTHING
    if token.startswith("{,"):
        return f"{{0{token[1:]}"
    token = re.sub(r"\\u(....)", r"\\x{\1}", token)
    if token[0] != "[":
        return token
    unknown = r"\\[dswDSW]" if token.startswith("[^") else r"\\[DSW]"
    return _ANY if re.search(unknown, token) else re.sub(r"\\[dsw]", lambda found: _CLASSES[found[0]], token)
