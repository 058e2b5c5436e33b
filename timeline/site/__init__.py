"""The published pages: a pure function from timelines to `{path: content}`.

`site` returns the pages without their frame, for a generator that has one (the MkDocs plugin); `render` returns whole
documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from timeline.model import Timeline
from timeline.site.base.options import Correction, Picture, ReviewRow, SiteOptions
from timeline.site.base.page import Page, Site
from timeline.site.pages.broken import broken
from timeline.site.pages.compose import site
from timeline.site.pages.markdown import markdown
from timeline.site.render.shell import frame_words, framed, not_found, social_tags

__all__ = [
    "Correction",
    "Page",
    "Picture",
    "ReviewRow",
    "Site",
    "SiteOptions",
    "assets",
    "broken",
    "frame_words",
    "markdown",
    "render",
    "site",
    "social_tags",
]


def assets() -> dict[str, str | bytes]:
    """The stylesheet and the script that every page links to, by path."""
    folder = files("timeline.site.theme") / "assets"
    names = ("timeline.css", "timeline.js", "favicon.svg")
    return {f"assets/{name}": (folder / name).read_text(encoding="utf-8") for name in names}


def render(timelines: Sequence[Timeline], options: SiteOptions | None = None) -> dict[str, str | bytes]:
    """The whole site as files, ready to be served or opened from a disk. The same arguments give the same bytes.

    Args:
        timelines: The timelines, in the order of the start page.
        options: How the site looks; the defaults where None.

    Returns:
        The content of each file by its path; text is to be written as UTF-8.
    """
    chosen = options or SiteOptions()
    made = site(timelines, chosen)
    links = [(page.title, page.path) for page in made.pages if page.path == f"{page.timeline}/index.html"]
    language = timelines[0].language if timelines else "en"
    documents: dict[str, str | bytes] = {
        page.path: framed(page, links, chosen) for page in (*made.pages, not_found(language))
    }
    return documents | dict(made.files) | assets()
