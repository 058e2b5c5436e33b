"""French numbers in figures and words: "vingt-cinq", "quatre-vingt-dix-neuf", "2 400", "une dizaine de", "quelques"."""

from __future__ import annotations

import re

from timeline.languages.fr.time.words import CARDINALS, COLLECTIVES, VAGUE_COUNTS

_WORD = "|".join(sorted(CARDINALS, key=len, reverse=True))
_FIRST = "|".join(word for word in _WORD.split("|") if CARDINALS[word] < 10**6)  # "8,9 milliards | un an plus tôt"
_FIGURES = r"(?:\d{1,3}(?: \d{3}){1,2}|\d{1,9}(?:[.,]\d{1,3})?)"
_AND = "(?: et |-et-)(?:une?|onze)"  # "vingt et un", "soixante-et-onze"; "deux et trois" are two numbers
_IN_WORDS = rf"(?:{_FIRST})(?:{_AND}|[ -](?:{_WORD})){{0,6}}"
NUMBER = rf"(?:{_FIGURES}|{_IN_WORDS})"
"""The pattern of a number."""

_QUALITY = "(?: (?:petite?s?|longue?s?|bonne?s?|courte?s?|pleine?s?|autres?|nouveaux|nouvelles))?"
_COLLECTIVE = rf"(?:une |la |deux |trois )?(?:bonne |petite )?(?:{'|'.join(COLLECTIVES)})s? d(?:e |')"
COUNT = rf"(?:{_FIGURES}(?:{_QUALITY} | ?)|{_IN_WORDS}{_QUALITY} |{_COLLECTIVE}|(?:{VAGUE_COUNTS}) ?)"
"""The pattern of a count of units, with the space after it: a number, a collective, or a vague word."""

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_SCALES = (10**9, 10**6, 1000)


def number(text: str) -> float:
    """The value of a number in figures or words.

    Args:
        text: The folded words of the slot.

    Returns:
        The number; 0 for words that are none.
    """
    text = text.lower()
    figures = text.replace(" ", "").replace(",", ".")
    if figures[:1].isdigit():
        found = re.match(r"\d+(?:\.\d+)?", figures)
        assert found
        return float(found[0]) if "." in found[0] else int(found[0])
    return _words([CARDINALS[word] for word in re.split(r"[ -]", text) if word in CARDINALS])


def _words(values: list[int]) -> int:
    """Reads values in order: a smaller one before a scale multiplies it, otherwise they add up."""
    for scale in _SCALES:
        if scale in values:
            at = values.index(scale)
            return (_words(values[:at]) or 1) * scale + _words(values[at + 1 :])
    total = 0
    for value in values:
        multiplies = (value == 100 and total % 100) or (value == 20 and total % 100 == 4)
        total = total - total % 100 + (total % 100 or 1) * value if multiplies else total + value
    return total


def count(text: str) -> float | None:
    """The value of a count.

    Args:
        text: The folded words of the slot.

    Returns:
        The number; None where it is vague ("quelques", "des", "plusieurs").
    """
    text = text.strip().lower()
    for word, value in COLLECTIVES.items():
        if word in text:
            return value * {"deux": 2, "trois": 3}.get(text.split()[0], 1)
    words = re.split(r"[ -]", text)
    return number(text) if text[0].isdigit() or words[0] in CARDINALS else None


def roman(text: str) -> int:
    """The value of a Roman number, or of an ordinal in figures: "XIXe", "19e".

    Args:
        text: The folded words of the slot.
    """
    letters = text.lower()
    if letters[0].isdigit():
        return int(re.sub(r"\D", "", letters))
    values = [_ROMAN[letter] for letter in letters if letter in _ROMAN]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def republican_year(text: str) -> int:
    """A year of the Republican calendar: "IV", "7", "dix".

    Args:
        text: The folded words of the slot.

    Returns:
        The year, from 1.
    """
    word = text.lower()
    return CARDINALS[word] if word in CARDINALS else roman(text)


_DAY = rf"(?:{_WORD})(?:{_AND}|-(?:{_WORD}))?"
DAY = rf"(?:\d{{1,2}}(?: ?er\b)?|premier|{_DAY})"


def day(text: str) -> int:
    """The day of a month: "1er", "premier", "12", "vingt et un".

    Args:
        text: The folded words of the slot.

    Returns:
        The day; the calendar is not consulted.
    """
    text = text.lower()
    return 1 if text == "premier" else int(number(text))


def year(text: str) -> int:
    """A year in four figures, in two, or in words.

    Args:
        text: The folded words of the slot.

    Returns:
        The year; of two figures, 00 to 29 are 2000 to 2029, the others are in the 20th century.
    """
    figures = text.strip("' ")
    if not figures.isdigit():
        return int(number(figures))
    value = int(figures)
    return value if len(figures) > 2 else value + (2000 if value < 30 else 1900)


def decade(text: str) -> int:
    """The decade in "années 60", "années 1960", "années soixante".

    Args:
        text: The folded words of the slot.

    Returns:
        Its first year as written: 60 or 1960.
    """
    text = text.strip("'")
    return int(text) if text.isdigit() else int(number(text))


_ORDINAL_STEMS = {"quatr": "quatre", "cinqu": "cinq", "neuv": "neuf", "onz": "onze", "douz": "douze", "treiz": "treize",
                  "quatorz": "quatorze", "quinz": "quinze", "seiz": "seize", "dix-neuv": "dix-neuf"}  # fmt: skip


def century(text: str) -> int:
    """The number of a century: "XIXe", "19e", "dix-neuvième".

    Args:
        text: The folded words of the slot.

    Returns:
        The number, from 1.
    """
    text = text.lower().replace(" ", "-")
    if text == "premier":
        return 1
    if (text.endswith("ieme") and text[0] not in "ivx") or (text.endswith("ieme") and len(text) > 7):
        stem = text[: -len("ieme")]
        return int(number(_ORDINAL_STEMS.get(stem, stem)))
    return roman(text.rstrip("rsem"))
