"""Patterns on folded text, compiled by a linear-time engine."""

from __future__ import annotations

import re
from typing import Any

import re2

_MEMORY = 512 << 20


def options(*, longest: bool = False) -> Any:
    """RE2's options: case ignored, one byte a character, memory enough for one automaton of all rules."""
    chosen = re2.Options()
    chosen.case_sensitive = False
    chosen.longest_match = longest
    chosen.max_mem = _MEMORY
    chosen.encoding = re2.Options.Encoding.LATIN1
    chosen.log_errors = False
    return chosen


def compile_pattern(pattern: str, *, longest: bool = False) -> Any:
    """A pattern on folded text; it ignores case."""
    return re2.compile(pattern.encode("ascii"), options(longest=longest))


def spaced(pattern: str) -> str:
    """A space of a pattern, outside brackets, stands for one or two spaces."""
    return re.sub(r"\[[^\]]*\]|\\.| (?![?*{])", lambda found: " {1,2}" if found[0] == " " else found[0], pattern)
