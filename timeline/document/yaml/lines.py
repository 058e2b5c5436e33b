"""From offsets in a text to the lines and columns of an editor."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Lines:
    """A text and where its lines begin.

    Breaks are LF, CRLF and CR, as editors count them (YAML knows more, editors do not).
    """

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """The lines of `text`."""
        if "\r" not in text:
            return cls(text, tuple(accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0)))
        return cls(text, (0, *[found.end() for found in _BREAK.finditer(text)]))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1; columns count code points."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return bisect_right(self.starts, offset)

    def start(self, offset: int) -> int:
        """Where the line of `offset` begins."""
        return self.starts[bisect_right(self.starts, offset) - 1]

    def after(self, offset: int) -> int:
        """Where the line after that of `offset` begins: behind the line break, or the end of the text."""
        line = bisect_right(self.starts, offset)
        return self.starts[line] if line < len(self.starts) else len(self.text)

    def content(self, offset: int) -> str:
        """The line that `offset` lies in, without its break."""
        return self.text[self.start(offset) : self.after(offset)].rstrip("\r\n")

    def column(self, offset: int) -> int:
        """How far into its line `offset` lies, from 0."""
        return offset - self.start(offset)
