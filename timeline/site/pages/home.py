"""The home page of several timelines."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.site.parts.labels import Words
from timeline.site.render.options import Options
from timeline.site.render.page import Page, fill
from timeline.site.render.rendered import Written, summary


def home(every: Sequence[Written], options: Options) -> Page:
    """The site's first page, where the author has none of their own: each timeline with what it holds."""
    language = every[0].shared.timeline.language if every else "en"
    words = Words(language)
    title = options.site_name or words("timelines")
    named = ", ".join(written.shared.timeline.title for written in every)
    return Page("index.html", title, cards(every, title), language, named or title)


def cards(every: Sequence[Written], title: str = "", up: str = "", index: str = "index.html") -> str:
    """The timelines as a list of cards, in HTML; `up` leads to the site's root."""
    shown = [
        {
            "href": f"{up}{written.slug}/{index}",
            "title": written.shared.timeline.title,
            "description": written.shared.timeline.description,
            "summary": summary(written, written.cards),
            "language": written.shared.timeline.language,
        }
        for written in every
    ]
    language = shown[0]["language"] if shown else ""
    return fill("home.html", cards=shown, title=title, language=language)
