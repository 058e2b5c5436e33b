"""oEmbed: how another site finds the embed of this timeline."""

from __future__ import annotations

from html import escape

from timeline.site.exports.whole import dump
from timeline.site.render.rendered import Written


def oembed(written: Written) -> str:
    """How another site shows the timeline in a frame.

    Returns:
        An oEmbed 1.0 response of type "rich", as JSON.
    """
    return dump(
        {
            "version": "1.0",
            "type": "rich",
            "title": written.shared.timeline.title,
            "provider_name": written.options.site_name,
            "provider_url": written.options.site_url,
            "html": iframe(written),
            "width": 800,
            "height": 600,
        }
    )


def iframe(written: Written) -> str:
    """The code that shows the timeline in another page.

    Returns:
        An `<iframe>` with the site's own address; the reader fills it in ("https://…/") where it has none.
    """
    address = f"{written.options.site_url or 'https://…/'}{written.slug}/embed.html"
    title = escape(written.shared.timeline.title)
    return f'<iframe src="{escape(address)}" title="{title}" width="100%" height="600" loading="lazy"></iframe>'
