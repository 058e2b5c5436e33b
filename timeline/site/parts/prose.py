"""Markdown that people write in an event's `text`, as safe HTML."""

from __future__ import annotations

from markupsafe import Markup

from timeline.site.parts.sanitise import safe_url


def html(text: str) -> Markup:
    """A person's text as HTML: CommonMark without raw HTML, headings and pictures.

    Returns:
        Safe HTML, whose links are http(s) and mailto only; empty for an empty text.
    """
    if not text:
        return Markup("")
    from markdown_it import MarkdownIt  # slow to import, and few events have a text

    reader = MarkdownIt("commonmark", {"html": False}).disable(
        ["image", "heading", "lheading", "html_block", "html_inline"]
    )
    reader.validateLink = lambda url: bool(safe_url(url))  # type: ignore[method-assign]  # the library's documented hook
    return Markup(reader.render(text))  # markdown-it escapes: raw HTML is off
