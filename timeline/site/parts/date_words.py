"""The date of an event in words, with the words of the article that EDTF cannot keep: "fin 2016", "depuis des mois"."""

from __future__ import annotations

import re

from timeline.i18n import say, texts
from timeline.model import Date, Entry, Granularity, Qualifier, Source
from timeline.site.parts.labels import Words

_PARTED = (Granularity.MONTH, Granularity.YEAR, Granularity.DECADE)


def date_words(entry: Entry, words: Words) -> str:
    """The date of an event as readers read it.

    "fin 2016" stays "fin 2016": its EDTF is `2016`, since nobody knows where an end begins. An event that has lasted
    for a time without a beginning has that time in brackets. A date that a person typed has no such words.

    Args:
        entry: The event; its sources mark the expression that dates it.
        words: The words of the timeline's language.

    Returns:
        A label that, typed into the file, is read as the same date.
    """
    plain = words.date(entry.interval, weekday=True)
    if entry.interval is None or entry.date_corrected:
        return plain
    for source in entry.sources:
        if source.mark is not None and source.date == entry.date:
            label = _parted(entry.interval, source, plain, words) or _lasting(entry.interval, source, plain, words)
            if label:
                return label
    return plain


def _parted(date: Date, source: Source, plain: str, words: Words) -> str:
    """ "fin 2016", "début mars 2017", "mi-avril 2017", "courant 2015"; "" where the article says the whole."""
    single = date.begin is not None and date.end is not None and not date.is_range
    if not single or date.granularity not in _PARTED or date.qualifier is not Qualifier.NONE:
        return ""
    phrase = _marked(source)
    for part in ("start", "middle", "end", "during"):
        if re.match(texts(words.language)[f"calendar.part.{part}_said"], phrase, re.IGNORECASE):
            kind = "many" if date.granularity is Granularity.DECADE else "one"
            return say(words.language, f"calendar.part.{part}.{kind}", date=plain)
    return ""


def _lasting(date: Date, source: Source, plain: str, words: Words) -> str:
    """ "au plus tard le 1er juin 2017 (depuis des mois)"; "" where the article gives a beginning."""
    phrase = _marked(source)
    if date.begin is not None or re.search(r"\d", phrase):
        return ""
    before = source.quote[: source.mark.start if source.mark else 0]
    since = re.search(texts(words.language)["calendar.lasting_said"], f"{before}{phrase}", re.IGNORECASE)
    return say(words.language, "calendar.lasting", date=plain, time=since[0]) if since else ""


def _marked(source: Source) -> str:
    return source.quote[source.mark.start : source.mark.end] if source.mark else ""
