"""Which licences let anybody publish a copy, if its author is named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.languages.folding import fold
from timeline.languages.press import phrases


@dataclass(frozen=True, slots=True)
class LicenceRule:
    """How an open licence is written: its name, a pattern of folded text, what it matches and what it does not."""

    name: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    refusals: tuple[str, ...]


_RULES = (
    LicenceRule(
        "creative commons: attribution, share alike",
        re.compile(
            r"\b(?:cc|creative commons)\b.{0,40}?\bby\b(?!.{0,12}\bn[cd]\b)|creativecommons\.org/licenses/by(?:-sa)?/"
        ),
        ("CC BY 2.5", "CC-BY-SA 4.0", "Creative Commons BY", "https://creativecommons.org/licenses/by-sa/4.0/deed.fr"),
        ("CC BY-NC 4.0", "CC BY-NC-SA", "CC BY ND", "https://creativecommons.org/licenses/by-nd/4.0/", "Accby"),
    ),
    LicenceRule(
        "given to the public domain",
        re.compile(r"\bcc-?0\b|\bcc zero\b|creativecommons\.org/publicdomain/"),
        ("CC0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("ACC0RD", "00CC"),
    ),
)


def is_open(licence: str) -> bool:
    """Whether a licence lets anybody publish a copy, also a smaller one, also beside advertising.

    Args:
        licence: What an article states: a name, an address, or a sentence with either.

    Returns:
        False also for a licence that is not known.
    """
    words = fold(licence)
    if any(phrase in words for phrase in phrases("licence_reserved")):
        return False
    named = any(re.search(rf"\b{re.escape(phrase)}\b", words) for phrase in phrases("licence_open"))
    return named or any(rule.pattern.search(words) for rule in _RULES)
