"""English time words and their values; numbers in figures and words."""

from __future__ import annotations

import re

from timeline.model import Granularity, PartOfDay

MONTHS = {
    "january|jan\\.?": 1, "february|feb\\.?": 2, "march|mar\\.": 3, "april|apr\\.?": 4, "may": 5, "june|jun\\.?": 6,
    "july|jul\\.?": 7, "august|aug\\.?": 8, "september|sept\\.?|sep\\.?": 9, "october|oct\\.?": 10,
    "november|nov\\.?": 11, "december|dec\\.?": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday|mon\\.": 0, "tuesday|tues?\\.": 1, "wednesday|wed\\.": 2, "thursday|thu(?:rs)?\\.": 3, "friday|fri\\.": 4,
    "saturday|sat\\.": 5, "sunday|sun\\.": 6,
}  # fmt: skip
WEEKDAYS_PLURAL = {f"{form.split('|')[0]}s": value for form, value in WEEKDAYS.items()}
UNITS = {
    "seconds?": Granularity.SECOND, "minutes?": Granularity.MINUTE, "hours?": Granularity.HOUR, "days?": Granularity.DAY,
    "weeks?": Granularity.WEEK, "fortnights?": Granularity.WEEK, "months?": Granularity.MONTH, "quarters?": Granularity.QUARTER,
    "years?": Granularity.YEAR, "decades?": Granularity.DECADE, "century|centuries": Granularity.CENTURY,
}  # fmt: skip
PERIODS = {
    "week": Granularity.WEEK, "weekend": Granularity.WEEKEND, "month": Granularity.MONTH, "quarter": Granularity.QUARTER,
    "year": Granularity.YEAR, "decade": Granularity.DECADE, "century": Granularity.CENTURY,
}  # fmt: skip
SEASONS = {"spring": 0, "summer": 1, "autumn|fall": 2, "winter": 3}
PARTS = {
    "morning": PartOfDay.MORNING, "afternoon": PartOfDay.AFTERNOON, "evening": PartOfDay.EVENING, "night": PartOfDay.NIGHT,
}  # fmt: skip
MERIDIEMS = {"a\\.?m\\b\\.?": PartOfDay.MORNING, "p\\.?m\\b\\.?": PartOfDay.AFTERNOON}
EVERY = {
    "daily": Granularity.DAY, "weekly": Granularity.WEEK, "monthly": Granularity.MONTH, "quarterly": Granularity.QUARTER,
    "yearly|annual|annually": Granularity.YEAR,
}  # fmt: skip
ORDINALS = {"first|1st": 1, "second|2nd": 2, "third|3rd": 3, "fourth|4th": 4, "fifth|5th": 5, "last": -1}
HOLIDAYS = {
    "christmas(?: day)?": "christmas", "christmas eve": "christmas_eve", "new year's eve": "new_year_eve", "boxing day": "boxing_day",
    "new year's day": "new_year", "easter(?: sunday)?": "easter", "easter monday": "easter_monday", "good friday": "good_friday",
    "valentine's day": "valentine", "halloween": "halloween", "thanksgiving(?: day)?": "thanksgiving", "black friday": "black_friday",
    "labour day|may day": "labour_day", "all saints' day": "all_saints", "bastille day": "national_day", "armistice day": "armistice",
    "independence day": "independence_day", "saint patrick's day|st\\.? patrick's day": "saint_patrick", "ash wednesday": "ash_wednesday",
    "pentecost|whit sunday": "pentecost", "whit monday": "whit_monday", "ascension day": "ascension",
}  # fmt: skip
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = dict(
    zip(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), range(20, 100, 10), strict=True)
)
CARDINALS = {
    **{word: value for value, word in enumerate(_ONES)}, **_TENS, "a": 1, "an": 1, "hundred": 100, "thousand": 1000,
    "million": 10**6,
}  # fmt: skip
_WORD = "|".join(sorted(CARDINALS, key=len, reverse=True))
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,9}}(?:\.\d{{1,3}})?|(?:{_WORD})(?:(?: and |[ -])(?:{_WORD})){{0,6}})"
"""The pattern of a number."""
_VAGUE = "a few|several|some|many|a couple of|dozens of|hundreds of|a number of"
COUNT = rf"(?:\d{{1,9}}(?:\.\d{{1,3}})?[ -]?|(?:{_WORD})(?:(?: and |[ -])(?:{_WORD})){{0,6}}[ -]|(?:{_VAGUE}|half a|half an) )"
"""The pattern of a count of units, with the space after it."""


def number(text: str) -> float:
    """The value of a number in figures or words.

    Returns:
        The number; 0 for words that are none.
    """
    plain = text.strip().lower().replace(",", "")
    if plain[:1].isdigit():
        return float(plain) if "." in plain else int(plain)
    total, current = 0, 0
    words = re.split(r"[ -]", plain)
    for word in words[1:] if words[0] in ("a", "an") and len(words) > 1 else words:
        value = CARDINALS.get(word, 0)
        if value == 100:
            current = (current or 1) * value
        elif value >= 1000:
            total, current = total + (current or 1) * value, 0
        else:
            current += value
    return total + current


def count(text: str) -> float | None:
    """The value of a count.

    Returns:
        The number; None where it is vague ("several").
    """
    plain = text.strip(" -").lower()
    if plain.startswith("half a"):
        return 0.5
    if plain == "a couple of":
        return 2
    return None if re.fullmatch(_VAGUE, plain) else number(plain)


def figures(text: str) -> int:
    """The number in "21st", "1990s".

    Args:
        text: The words of the slot, with at least one digit.

    Returns:
        The number that its digits form.
    """
    return int(re.sub(r"\D", "", text))
