"""Pages in their frame: whole HTML documents, from the same frame as the MkDocs theme's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader

from timeline.site.base.options import SiteOptions
from timeline.site.base.page import Page, fill
from timeline.site.base.routes import root
from timeline.site.parts.labels import Words


def frame_words(language: str) -> dict[str, str]:
    """The texts of the frame in `language`.

    Args:
        language: The code of the language.

    Returns:
        The texts by their keys.
    """
    words = Words(language)
    return {key: words(key) for key in ("skip", "menu", "home", "timeline", "not_found", "not_found_text")}


@cache
def _frames() -> Environment:
    return Environment(
        loader=PackageLoader("timeline.site.theme", "."), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )


def framed(page: Page, links: Sequence[tuple[str, str]], options: SiteOptions) -> str:
    """A page as a whole document.

    Args:
        page: The page.
        links: (text, path) of the site's menu.
        options: Those of the site.

    Returns:
        HTML from its doctype on.
    """
    up = root(page.path)
    return (
        _frames()
        .get_template("shell.html")
        .render(
            **_about(page, options),
            head=page.head,
            content=page.body,
            root=up,
            home=up + options.index,
            links=[(text, up + path, path == page.path) for text, path in links],
            policy=True,
            bare=page.bare,
            say=frame_words(page.language),
            prose=False,
        )
    )


def social_tags(page: Page, options: SiteOptions) -> str:
    """The tags by which networks show a link to the page, for a theme that is not ours.

    Args:
        page: The page.
        options: How the site looks; the tags need its address.

    Returns:
        HTML for the head of the page.
    """
    return _frames().get_template("social.html").render(**_about(page, options))


def _about(page: Page, options: SiteOptions) -> dict[str, str]:
    """What the head of every document says about its page."""
    return {
        "language": page.language,
        "title": page.title,
        "description": page.description,
        "site_name": options.site_name,
        "canonical": options.site_url + page.path if options.site_url else "",
        "social_image": options.site_url + page.image if options.site_url and page.image else "",
    }


def not_found(language: str) -> Page:
    """The page for a wrong address. Servers look for it at the root; its links work where the site is at the root.

    Returns:
        The page "404.html".
    """
    words = Words(language)
    return Page("404.html", words("not_found"), fill("not_found.html", w=words), language)
