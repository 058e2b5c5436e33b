"""How a date is understood while it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.document.parse.dates import Dated, read_date
from timeline.document.parse.types import Understand
from timeline.document.yaml.findings import worded
from timeline.i18n import readable, say
from timeline.model import Date


@dataclass(frozen=True, slots=True)
class Reading:
    """A date as understood, in words and as EDTF; or what is wrong with it and what would be right."""

    words: str = ""
    edtf: str = ""
    fault: str = ""


def in_any(understand: Sequence[Understand]) -> Understand:
    """Reads a date in the first language that understands it.

    Args:
        understand: A reader of dates for each language, in order of preference.

    Returns:
        A reader that returns None where none of them understands the text.
    """

    def read(text: str) -> Date | None:
        return next((date for one in understand if (date := one(text)) is not None), None)

    return read


def reading(text: str, understand: Understand, language: str) -> Reading:
    """Reads what was typed as a date.

    Args:
        text: EDTF, or words in any language that `understand` knows.
        understand: How dates in words are read.
        language: The language of the answer.

    Returns:
        The date in words and as EDTF, or the fault; all "" where nothing is typed yet.
    """
    if not text.strip():
        return Reading()
    dated: Dated = read_date(text, understand)
    if dated.fault:
        return Reading(fault=worded(dated.finding(0), language))
    if dated.interval is None:
        return Reading(words=say(language, "document.unknown_date"))
    return Reading(words=readable(dated.interval, language, weekday=True), edtf=dated.edtf)
