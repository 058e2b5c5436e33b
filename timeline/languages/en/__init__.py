"""English."""

from __future__ import annotations

from timeline.languages.en import words
from timeline.languages.en.cues import ARTICLES, CUES, ITEM, LEXICON, LISTS, MODIFIERS, OPENERS, RANGES, SIGNALS
from timeline.languages.en.joins import JOINS
from timeline.languages.en.rules import RULES
from timeline.languages.grammar import Language
from timeline.model import Direction

LANGUAGE = Language(
    code="en",
    words={
        "month": words.MONTHS,
        "weekday": words.WEEKDAYS,
        "weekdays": words.WEEKDAYS_PLURAL,
        "unit": words.UNITS,
        "period": words.PERIODS,
        "season": words.SEASONS,
        "part": words.PARTS,
        "ordinal": words.ORDINALS,
        "holiday": words.HOLIDAYS,
        "meridiem": words.MERIDIEMS,
        "noon": {"noon|midday": 12, "midnight": 0},
        "direction": {"last|past|previous": Direction.BACK, "next|coming|upcoming": Direction.FORWARD},
        "relative": {"following|next": Direction.FORWARD, "previous|preceding": Direction.BACK},
        "eve": {"eve": -1, "day before": -1, "day after|morrow": 1},
        "share_start": {"(?:first|1st) half": (1, 2), "(?:first|1st) third": (1, 3), "(?:first|1st) quarter": (1, 4)},
        "share_mid": {
            "(?:second|2nd|middle) third": (2, 3),
            "(?:second|2nd) quarter": (2, 4),
            "(?:third|3rd) quarter": (3, 4),
        },
        "share_end": {
            "(?:second|2nd|latter|last) half": (2, 2),
            "(?:third|last|final) third": (3, 3),
            "(?:fourth|4th|last|final) quarter": (4, 4),
        },
        "side": {"after|following": Direction.FORWARD, "before": Direction.BACK},
        "era": {"b\\.?c\\.?(?:e\\.?)?": "BC"},
        "zone": {"gmt|utc": "Z"},
        "every": words.EVERY,
    },
    shapes={
        "number": words.NUMBER,
        "count": words.COUNT,
        "day": r"\d{1,2}(?:st|nd|rd|th)?",
        "two": r"\d{1,2}",
        "two_figures": r"\d{2}",
        "year": r"(?:1\d{3}|20\d{2})",
        "decade": r"(?:(?:1\d|20)\d0|'?\d0)s",
        "century": r"\d{1,2}(?:st|nd|rd|th)",
    },
    readers={
        "number": words.number,
        "count": words.count,
        "day": words.figures,
        "two": int,
        "two_figures": int,
        "year": int,
        "decade": words.figures,
        "century": words.figures,
    },
    rules=RULES,
    joins=JOINS,
    signals=SIGNALS,
    modifiers=MODIFIERS,
    articles=ARTICLES,
    lists=LISTS,
    ranges=RANGES,
    openers=OPENERS,
    item=ITEM,
    cues=CUES,
    lexicon=LEXICON,
)
