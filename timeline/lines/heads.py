"""What heads a paragraph and is no part of its first sentence: the dateline of a press release, an interview's speaker.

"Lyon, le 8 juin 2021, 17 h 45 – Novalie annonce …", "Hélène Vasseur : En octobre, …". The text as it is parsed has a
line end in the place of the sign between, so that neither town nor speaker is the sentence's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from timeline.languages.folding import fold
from timeline.languages.function_words import source
from timeline.languages.press import phrases

_DATELINE = re.compile(
    r"""^[A-ZÀ-Ý][\w'’-]+(?:[ ][A-ZÀ-Ý][\w'’-]+)*(?:[ ]\([^()\n]{2,30}\))?,?[ ](?:le[ ])?(?:[^\W\d_]{5,8}[ ])?
        \d{1,2}(?:er)?[ ](?P<month>[^\W\d_]{3,9})[ ]\d{4}(?:,|[ ][–—-]|[ ]\w)?
        [ ]\d{1,2}[^\S\n]?[h:](?:[^\S\n]?\d\d)?(?:[ ]\(?[A-Z]{3,4}\)?|[ ]\([^()\n]{2,20}\))?
        [^\S\n]?(?P<sign>[–—:-])[ ]""",
    re.MULTILINE | re.VERBOSE,
)
"""A town with the day and the hour of a press release; one with the day alone is known to the parser."""
_SPEAKER = re.compile(
    r"""^[^\S\n]*(?P<dash>[–—-][^\S\n]?)?
        (?P<name>(?:[A-ZÀ-Ý]\.[ -]?){2,3}|[A-ZÀ-Ý][\w'’-]+(?:[ ](?:"""
    + source("name_particle")
    + r"""|[A-ZÀ-Ý][\w'’-]+))+)
        [^\S\n]?(?P<sign>:)[ ](?=[A-ZÀ-Ý«“])""",
    re.MULTILINE | re.VERBOSE,
)
_QUESTION = re.compile(r"[?…][^\S\n]*$", re.MULTILINE)
_LEAST = 2
"""The fewest questions of an interview, and the fewest answers that a name heads."""


def with_heads_apart(text: str) -> str:
    """The text with a line end for the sign behind a dateline with its hour and behind an interview's speaker.

    Returns:
        As many code points.
    """
    if not (signs := {*_datelines(text), *_speakers(text)}):
        return text
    return "".join("\n" if at in signs else letter for at, letter in enumerate(text))


def _datelines(text: str) -> Iterator[int]:
    found = _DATELINE.finditer(text) if "–" in text or "—" in text or "-" in text else iter(())
    return (one.start("sign") for one in found if fold(one["month"]) in phrases("row_months"))


def _speakers(text: str) -> Iterator[int]:
    """Where the speakers' colons are: of initials, of the name that they stand for, of a name that comes again."""
    if ":" not in text or sum(1 for _ in _QUESTION.finditer(text)) < _LEAST:
        return
    found = [*_SPEAKER.finditer(text)]
    times = Counter(one["name"] for one in found)
    short = {_initials(one["name"]) for one in found if "." in one["name"]}
    for one in found:
        name = one["name"]
        if one["dash"] or _initials(name) in short or times[name] >= _LEAST:
            yield one.start("sign")


def _initials(name: str) -> str:
    return "".join(letter for letter in name if letter.isupper())
