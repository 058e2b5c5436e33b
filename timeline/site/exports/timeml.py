"""TimeML: the sentences that the timeline quotes, article by article, with their TIMEX3, for researchers.

The articles themselves are not published, so neither is their full annotation: only what the page quotes.
"""

from __future__ import annotations

from collections import defaultdict
from xml.etree import ElementTree as ET

from timeline.calendar import DAY, civil, edtf, iso_week, parse_edtf
from timeline.model import Date, Granularity, Qualifier, Source
from timeline.site.render.rendered import Written

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def timeml(written: Written) -> str:
    """A `<TimeML>` element for each article cited, within one `<collection>`."""
    quotes: dict[str, dict[str, Source]] = defaultdict(dict)
    for card in written.cards:
        for source in card.entry.sources:
            if source.quote and source.article in written.shared.articles:
                held = quotes[source.article].setdefault(source.quote, source)
                quotes[source.article][source.quote] = held if held.mark else source
    root = ET.Element("collection")
    for article in written.shared.timeline.articles:
        if article.id in quotes:
            _document(root, article.id, article.published.isoformat(), list(quotes[article.id].values()))
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _document(root: ET.Element, identifier: str, published: str, quotes: list[Source]) -> None:
    document = ET.SubElement(root, "TimeML")
    ET.SubElement(document, "DOCID").text = identifier
    created = {"tid": "t0", "type": "DATE", "value": published, "functionInDocument": "CREATION_TIME"}
    ET.SubElement(ET.SubElement(document, "DCT"), "TIMEX3", created).text = published
    text = ET.SubElement(document, "TEXT")
    number = 0
    for source in quotes:
        sentence = ET.SubElement(text, "s")
        date = parse_edtf(source.date)
        mark = source.mark
        if date is None or mark is None or not 0 <= mark.start < mark.end <= len(source.quote):
            sentence.text = source.quote
            continue
        number += 1
        sentence.text = source.quote[: mark.start]
        timex = ET.SubElement(sentence, "TIMEX3", {"tid": f"t{number}", **timex3(date)})
        timex.text, timex.tail = source.quote[mark.start : mark.end], source.quote[mark.end :]


def timex3(date: Date) -> dict[str, str]:
    """`type`, `value` and `mod` of TIMEX3.

    An open span has the value of its known end, a closed one its length in days.
    """
    if date.begin is not None and date.end is not None and date.is_range:
        return {"type": "DURATION", "value": f"P{(date.end - date.begin) // DAY}D"}
    found = {"type": "DATE", "value": _value(date)}
    if date.begin is None or date.end is None:
        found["mod"] = "ON_OR_BEFORE" if date.begin is None else "ON_OR_AFTER"
    elif date.qualifier is not Qualifier.NONE:
        found["mod"] = "APPROX"
    return found


def _value(date: Date) -> str:
    at = date.begin if date.begin is not None else (date.end or 1) - 1
    year, month, day = civil(at)
    match date.granularity:
        case Granularity.MILLENNIUM | Granularity.CENTURY | Granularity.DECADE | Granularity.YEAR if year >= 0:
            dropped = {Granularity.MILLENNIUM: 1, Granularity.CENTURY: 2, Granularity.DECADE: 3}
            return f"{year:04}"[: dropped.get(date.granularity, 4)]
        case Granularity.SEASON:
            return f"{year:04}-{_SEASONS.get(month, 'WI')}"
        case Granularity.QUARTER:
            return f"{year:04}-Q{(month + 2) // 3}"
        case Granularity.HALF:
            return f"{year:04}-H{1 if month <= 6 else 2}"
        case Granularity.MONTH:
            return f"{year:04}-{month:02}"
        case Granularity.WEEK | Granularity.WEEKEND:
            week_year, week = iso_week(at)
            return f"{week_year:04}-W{week:02}" + ("-WE" if date.granularity is Granularity.WEEKEND else "")
        case Granularity.HOUR | Granularity.MINUTE | Granularity.SECOND:
            return f"{year:04}-{month:02}-{day:02}T{at // 3600 % 24:02}:{at // 60 % 60:02}"
    return f"{year:04}-{month:02}-{day:02}" if year > 0 else edtf(Date(at, at + DAY, Granularity.DAY))
