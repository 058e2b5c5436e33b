"""JSON Feed 1.1 (https://www.jsonfeed.org): the content of the Atom feed, for readers of JSON."""

from __future__ import annotations

from typing import Any

from timeline.site.exports.atom import address_of, identifier, newest, stamp
from timeline.site.exports.whole import dump
from timeline.site.render.rendered import Written


def json_feed(written: Written) -> str:
    """The feed: the newest events and corrections, newest first.

    Returns:
        A JSON Feed 1.1 with the items and the ids of the Atom feed.
    """
    timeline, options = written.shared.timeline, written.options
    base = f"{options.site_url}{written.slug}/" if options.site_url else ""
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": timeline.title,
        "language": timeline.language,
        "authors": [{"name": options.site_name or timeline.title}],
        "items": [
            {
                "id": identifier(written, item.key),
                "url": address_of(written, item),
                "title": item.title,
                "content_text": item.text or item.title,
                "date_published": stamp(item.day),
                **({"tags": list(item.tags)} if item.tags else {}),
            }
            for item in newest(written)
        ],
    }
    if timeline.description:
        feed["description"] = timeline.description
    if base:
        feed |= {"home_page_url": f"{base}index.html", "feed_url": f"{base}feed.json"}
    return dump(feed)
