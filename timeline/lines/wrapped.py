"""Lines wrapped at a fixed width (agency files, e-mails, pasted PDFs): which line ends are blanks in a sentence.

Nothing is removed: a soft line end becomes a blank, and the parts of a hyphenated word move together, followed by
blanks. The rows of a chronology get a colon behind their day (`rows`), capitals their accent (`capitals`), headings in
capitals small letters (`all_capitals`), what heads a paragraph stands apart (`heads`). The text keeps its length, and
every offset after a divided word is the same in both texts.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline.languages.press import keeps_hyphen, phrases
from timeline.lines.all_capitals import with_small_letters
from timeline.lines.capitals import with_accents
from timeline.lines.heads import with_heads_apart
from timeline.lines.rows import looks_like_a_row, with_colons

_ENDING = re.compile(r"[.!?…:»”\")\]]\s*$")
_STARTS_ITEM = re.compile(r"\s*(?:[-–—•*·▪●►+]\s|\d{1,3}[.)]\s|[a-z]\)\s|#|\||>|={3}|-{3})")
_COLUMNS = re.compile(r"\t|\S {3,}\S|\|.*\|")
_GOES_ON = re.compile(r"\s*[^\W\d_A-ZÀ-ÖØ-Þ]|\s*[(\d«]")
_CHUNK = re.compile(r"\s*([^\s-]+-(?=\w)|\S+)")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_WORD = re.compile(r"[^\W\d_]+")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_WIDTHS = range(36, 101)
_LEAST = 30
"""The least number of code points of a line that was wrapped: shorter lines are verse, lists, captions."""
_HELD, _GOING_ON = 0.6, 0.3
_NEAR, _EXACT = 0.7, 0.9


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A text of the same length without soft line ends.

    `moved` are the parts of divided words that moved to the left: (start, end, by) in this text. Adding `by` gives
    their position in the text as stored. `printed` is the text with the signs that the rows of a chronology have in it,
    "" where they are the same.
    """

    text: str
    moved: tuple[tuple[int, int, int], ...] = ()
    printed: str = ""

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text as stored of a span of this text.

        Args:
            start: The first code point.
            end: The code point after the last one.

        Returns:
            Both offsets, the end exclusive.
        """
        return (
            start + next((by for first, last, by in self.moved if first <= start < last), 0),
            end + next((by for first, last, by in self.moved if first < end <= last), 0),
        )


@dataclass(frozen=True, slots=True)
class _Break:
    """The end of the line `before`, at `at`, and the line `after` it."""

    before: str
    after: str
    at: int

    @property
    def apart(self) -> bool:
        """Whether one of the lines is an item, a heading or a row of a table."""
        return bool(
            _STARTS_ITEM.match(self.after)
            or _COLUMNS.search(self.before)
            or _COLUMNS.search(self.after.strip())
            or re.match(r"\s*(?:#|\||>|={3}|-{3})", self.before)
        )

    @property
    def goes_on(self) -> bool:
        """Whether the sentence continues in the next line."""
        if self.before.endswith((",", "«", "(", "“", "-")):
            return True
        last = self.before[self.before.rfind(" ") + 1 :].lower()
        if last in phrases("never_last"):
            return True
        goes_on = not _ENDING.search(self.before) and _GOES_ON.match(self.after)
        return bool(goes_on) and not looks_like_a_row(self.after)

    def full(self, width: int) -> bool:
        """Whether the first word of the next line did not fit in this one."""
        found = _CHUNK.match(self.after)
        return found is not None and len(self.before) + 1 + len(found[1]) > width


def unwrap(text: str) -> Unwrapped:
    """`text` with blanks for the soft line ends; verse, lists, tables and headings keep theirs.

    Args:
        text: An article's text.

    Returns:
        The text with as many code points as before, and where its lines ended.
    """
    rows = with_heads_apart(with_accents(with_small_letters(text)))
    if "\n" not in text.strip():
        return Unwrapped(rows, printed="" if rows == text else text)
    rows = with_colons(rows)
    soft = _soft(_breaks(rows))
    read = _joined(rows, soft) if soft else Unwrapped(rows)
    if rows == text:
        return read
    return replace(read, printed=_joined(text, soft).text if soft else text)


def _breaks(text: str) -> list[_Break]:
    """The line ends between two lines that are not empty."""
    lines, end = [], 0
    for line in text.split("\n"):
        end += len(line) + 1
        lines.append((line, end - 1))
    return [
        _Break(before.rstrip(), after, end)
        for (before, end), (after, _) in pairwise(lines)
        if before.strip() and after.strip()
    ]


def _soft(breaks: list[_Break]) -> list[_Break]:
    inner = [each for each in breaks if not each.apart]
    width = max((len(each.before) for each in inner if len(each.before) in _WIDTHS), default=0)
    fitting = [each for each in inner if len(each.before) <= width]
    going_on = [each for each in fitting if each.goes_on]
    full = [each for each in fitting if each.full(width)]
    held = len({each.at for each in (*going_on, *full)})
    if not width or held < _HELD * len(fitting) or len(going_on) < _GOING_ON * len(fitting):
        return [each for each in inner if _is_cut(each)]
    exact = sum(each.full(width) for each in going_on) >= _EXACT * len(going_on)
    return [each for each in inner if _is_cut(each) or _is_wrapped(each, width, exact)]


def _is_cut(each: _Break) -> bool:
    """Whether a line ends in the middle of a sentence, even in a text that is not wrapped elsewhere."""
    return each.goes_on and len(each.before.strip()) >= _LEAST


def _is_wrapped(each: _Break, width: int, exact: bool) -> bool:
    """Whether a line of a text wrapped at `width` ends because of it; `exact`: wrapped by a program, not by hand."""
    if len(each.before) > width:
        return False
    near = not exact and len(each.before) >= _NEAR * width and not _ENDING.search(each.before)
    return near or each.full(width)


def _joined(text: str, soft: list[_Break]) -> Unwrapped:
    known = Counter(word for word in _HYPHENATED.findall(text.lower())) if "-" in text else Counter[str]()
    letters = list(text)
    moved = []
    for each in soft:
        letters[each.at] = " "
        if text[each.at - 1] == "\r":
            letters[each.at - 1] = " "
        if (found := _BROKEN.search(each.before)) and _WORD.match(each.after.lstrip()):
            chained = "-" in each.before[each.before.rfind(" ") + 1 : -1]
            moved.append(_rejoin(letters, text, each, "" if chained else found[1], known))
    return Unwrapped("".join(letters), tuple(moved))


def _rejoin(letters: list[str], text: str, each: _Break, first: str, known: Counter[str]) -> tuple[int, int, int]:
    """Moves the rest of a divided word to its beginning; the hyphen is removed unless the word keeps it.

    `first` is the part before the hyphen, "" where the word has several ("Saint-Jean-"). The result is the start and
    the end of the moved part, and how far it moved.
    """
    start = each.at + 1 + len(each.after) - len(each.after.lstrip())
    end = start
    while end < len(text) and not text[end].isspace():
        end += 1
    second = _WORD.match(text, start)
    hyphen = text.rindex(each.before[-1], 0, each.at)
    rest = second[0] if second else ""
    kept = not first or not rest[:1].islower() or keeps_hyphen(first.lower(), rest.lower(), known)
    place = hyphen + kept
    by = start - place
    letters[place:end] = [*text[start:end], *" " * by]
    return place, place + end - start, by
