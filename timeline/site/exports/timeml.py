"""TimeML: the sentences that the timeline quotes, article by article, with their TIMEX3, for researchers.

The articles are not published, so their full annotation is not either: only what the page quotes.
"""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from xml.etree import ElementTree as ET

from timeline.calendar import DAY, civil, edtf, iso_week, parse_edtf, unit
from timeline.model import ArticleCard, Date, Granularity, Modifier, Qualifier, Source, TimexType
from timeline.site.parts.cards import Card
from timeline.site.render.rendered import Written

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def timeml(written: Written) -> bytes:
    """A ZIP archive with a TimeML document for each article cited, laid out as TempEval-3's are.

    The archive has no date: the same timeline gives the same bytes.

    Returns:
        The bytes of the archive.
    """
    quotes: dict[str, dict[str, Source]] = defaultdict(dict)
    citing: dict[str, list[Card]] = defaultdict(list)
    for card in written.cards:
        for source in card.entry.sources:
            if source.quote and source.article in written.shared.articles:
                held = quotes[source.article].setdefault(source.quote, source)
                quotes[source.article][source.quote] = held if held.mark else source
                citing[source.article].append(card)
    cited = [article for article in written.shared.timeline.articles if article.id in quotes]
    made = written.each_of(
        "timeml",
        [((one.id, one.title, one.published), citing[one.id]) for one in cited],
        lambda at: document(cited[at], list(quotes[cited[at].id].values())),
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for article, text in zip(cited, made, strict=True):
            name = written.shared.article_pages[article.id].removeprefix("articles/").removesuffix(".html")
            archive.writestr(zipfile.ZipInfo(f"{name}.tml"), text.encode("utf-8"))
    return packed.getvalue()


def document(article: ArticleCard, quotes: Sequence[Source]) -> str:
    """The TimeML of an article: its quoted sentences, one on each line, with their time expressions marked."""
    root = ET.Element("TimeML")
    ET.SubElement(root, "DOCID").text = article.id
    published = article.published.isoformat()
    created = {"tid": "t0", "type": "DATE", "value": published, "functionInDocument": "CREATION_TIME"}
    ET.SubElement(ET.SubElement(root, "DCT"), "TIMEX3", created).text = published
    ET.SubElement(root, "TITLE").text = article.title
    text = ET.SubElement(root, "TEXT")
    last, ends, number = None, [], 0
    tail: list[str] = []  # what stands after the last expression
    for source in quotes:
        date, mark = parse_edtf(source.date), source.mark
        if date is None or mark is None or not 0 <= mark.start < mark.end <= len(source.quote):
            tail.append(f"{source.quote}\n")
            continue
        number += 1
        _say(text, last, [*tail, source.quote[: mark.start]])
        last = ET.SubElement(text, "TIMEX3", {"tid": f"t{number}", **timex3(date)})
        last.text, tail = source.quote[mark.start : mark.end], [f"{source.quote[mark.end :]}\n"]
        if last.get("type") == "DURATION":
            ends.append((last, date))
    _say(text, last, tail)
    for stretch, date in ends:  # empty expressions at the end: the first and the last day of the span
        for name, at in (("beginPoint", date.begin), ("endPoint", (date.end or 1) - 1)):
            number += 1
            stretch.set(name, f"t{number}")
            day = _value(unit(at or 0, Granularity.DAY))
            ET.SubElement(text, "TIMEX3", {"tid": f"t{number}", "type": "DATE", "value": day})
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _say(text: ET.Element, last: ET.Element | None, tail: Sequence[str]) -> None:
    """Puts what is said after the last expression, or at the beginning."""
    if last is None:
        text.text = "".join(tail)
    else:
        last.tail = "".join(tail)


def timex3(date: Date) -> dict[str, str]:
    """`type`, `value` and `mod` of TIMEX3.

    An open span has the value of its known end. A closed one is the calendar's unit that it fills ("semaine dernière"
    is a week, whichever way it is written), else a length in days.
    """
    whole = _filled(date) if date.begin is not None and date.end is not None and date.is_range else date
    if whole is None:
        return {"type": TimexType.DURATION, "value": f"P{((date.end or 0) - (date.begin or 0)) // DAY}D"}
    type_ = TimexType.TIME if whole.granularity <= Granularity.HOUR else TimexType.DATE
    found: dict[str, str] = {"type": type_, "value": _value(whole)}
    if whole.begin is None or whole.end is None:
        found["mod"] = Modifier.ON_OR_BEFORE if whole.begin is None else Modifier.ON_OR_AFTER
    elif whole.qualifier is not Qualifier.NONE:
        found["mod"] = Modifier.APPROX
    return found


def _filled(date: Date) -> Date | None:
    """The week, month, quarter, half or year that a span of days fills, or None."""
    for granularity in (Granularity.WEEK, Granularity.MONTH, Granularity.QUARTER, Granularity.HALF, Granularity.YEAR):
        whole = unit(date.begin or 0, granularity)
        if (whole.begin, whole.end) == (date.begin, date.end):
            return replace(whole, qualifier=date.qualifier)
    return None


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
