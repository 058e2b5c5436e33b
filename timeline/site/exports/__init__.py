"""The timeline in the formats that other programs read: one file for each, beside the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from markupsafe import escape

from timeline.site.base.draft import digest_of
from timeline.site.base.page import Page
from timeline.site.exports.atom import atom
from timeline.site.exports.icalendar import calendar
from timeline.site.exports.json_feed import json_feed
from timeline.site.exports.json_ld import linked
from timeline.site.exports.oembed import oembed
from timeline.site.exports.search import indexes
from timeline.site.exports.table import csv_for_excel, csv_table, rows_of
from timeline.site.exports.texts.wikitext import wikitext
from timeline.site.exports.texts.wordpress import wordpress
from timeline.site.exports.timelinejs import timelinejs
from timeline.site.exports.timeml import timeml
from timeline.site.exports.whole import SCHEMA_PATH, confidence_of, schema, whole
from timeline.site.render.rendered import Written

__all__ = ["Maker", "digests", "head_links", "makers"]

Maker = Callable[[], str | bytes]

_FORMATS = (
    ("timeline.json", "application/json", whole),
    ("timeline.ics", "text/calendar", calendar),
    ("atom.xml", "application/atom+xml", atom),
    ("feed.json", "application/feed+json", json_feed),
    ("timelinejs.json", "", timelinejs),
    ("timeline.wiki.txt", "", wikitext),
    ("wordpress.html.txt", "", wordpress),
    ("timeml.zip", "", timeml),
)
_TABLES = {"timeline.csv": csv_table, "timeline-excel.csv": csv_for_excel}
_IN_HEAD = (*((name, kind) for name, kind, _ in _FORMATS if kind), ("timeline.csv", "text/csv"))


def makers(written: Written) -> dict[str, Maker]:
    """The exports of a timeline, their schema and the search index, each made when it is asked for.

    Returns:
        What makes each file, by its path in the site ("bakhmut/timeline.ics").
    """
    slug = written.slug
    made: dict[str, Maker] = {f"{slug}/{name}": partial(make, written) for name, _, make in _FORMATS}
    rows = rows_of(written)
    made |= {f"{slug}/{name}": partial(make, written, rows) for name, make in _TABLES.items()}
    made[SCHEMA_PATH] = schema
    made |= {f"{slug}/{path}": make for path, make in indexes(written).items()}
    if written.options.site_url:
        made[f"{slug}/oembed.json"] = partial(oembed, written)
    return made


def digests(written: Written) -> Callable[[str], str]:
    """What tells whether a file beside the pages is as it was.

    Args:
        written: The timeline.

    Returns:
        Gives by its path a digest of all that it depends on, beside the code and the settings.
    """
    common = cache(written.digest_of_exports)
    whole = cache(lambda: digest_of((common(), [*map(confidence_of, written.cards)])))
    return lambda path: whole() if path == f"{written.slug}/timeline.json" else common()


def head_links(written: Written, page: Page) -> str:
    """Links to the timeline's feeds and exports, and the timeline as linked data.

    Args:
        written: The timeline.
        page: Its first page, whose title the links have.

    Returns:
        HTML for the page's `<head>`, one element a line.
    """
    links = [
        f'<link rel="alternate" type="{kind}" href="{name}" title="{escape(page.title)}">' for name, kind in _IN_HEAD
    ]
    if written.options.site_url:
        address = f"{written.options.site_url}{written.slug}/oembed.json"
        links.append(f'<link rel="alternate" type="application/json+oembed" href="{escape(address)}">')
    return "\n".join([*links, linked(written)]) + "\n"
