"""A headline for a literal quotation: "Bob Ferguson : « La décision entre en vigueur »"."""

from __future__ import annotations

import re

from timeline.languages.function_words import function_words, pattern

_QUOTED = re.compile(r"[«“]\s*([^«»“”]+?)\s*(?:[»”]|$)|^\s*([^«»“”]+?)\s*[»”]")
_BORDER = pattern("quotation_border")
_FEWEST_WORDS = 4
_LEADS_A_NAME = function_words("definite") | function_words("genitive_form") | function_words("contracted")
_PART, _LEADS_ON = pattern("part_of_quotation"), pattern("subordinate_quotation")


def headline(speaker: str, sentence: str, limit: int) -> str:
    """The speaker and the first quotation of the sentence; "" if there is none.

    An unpaired quotation mark reaches to the beginning or end of the sentence.

    A quotation that is too long ends at its last clause border that fits, with an ellipsis. A quotation of fewer than
    four words, or one that begins with a small letter or a preposition, is an expression and gives "". A long quotation
    also gives "" if it has no such border, or if it begins with a subordinate clause ("bien que…").

    Args:
        speaker: The name of the speaker.
        sentence: The text of the sentence.
        limit: The largest number of characters of the headline.

    Returns:
        The headline, or "".
    """
    found = next((one for one in _QUOTED.finditer(sentence) if not _is_a_name(sentence[: one.start()])), None)
    quoted = " ".join((found[1] or found[2]).split()).rstrip(" .,;") if found else ""
    if (
        not speaker
        or len(quoted.split()) < _FEWEST_WORDS
        or _PART.match(quoted)
        or quoted[0].islower()
        or "(...)" in quoted
    ):
        return ""
    room = limit - len(f"{speaker} : «  »")
    if len(quoted) > room:
        quoted = _to_a_border(quoted, room - 1)
    return f"{speaker} : « {quoted} »" if quoted else ""


def _is_a_name(before: str) -> bool:
    """Whether an article or "de" stands before the quotation mark: "le comité de « La Dépêche du Rhône »"."""
    last = before.split()[-1:]
    return bool(last) and last[0].lower() in _LEADS_A_NAME


def _to_a_border(quoted: str, room: int) -> str:
    if _LEADS_ON.match(quoted):
        return ""
    borders = [border.start() for border in _BORDER.finditer(quoted) if border.start() <= room]
    kept = quoted[: borders[-1]].rstrip() if borders else ""
    return f"{kept}…" if len(kept.split()) >= _FEWEST_WORDS else ""
