"""A page before its frame, and the templates that write it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined


@dataclass(frozen=True, slots=True)
class Page:
    """The body of a page and what its frame needs to know.

    `path` is within the site (`bakhmut/index.html`). `head` is ready HTML for the page's own `<head>`: feeds,
    exports, structured data. `timeline` is the slug of the timeline that it belongs to, "" for pages of the site.
    `bare` pages have no frame around them (embeds). `image` is the path of the picture that stands for the page
    elsewhere, "" where there is none.
    """

    path: str
    title: str
    body: str
    language: str
    description: str = ""
    head: str = ""
    timeline: str = ""
    bare: bool = False
    image: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """All pages of the site, and the files beside them (exports, indexes), by path."""

    pages: tuple[Page, ...]
    files: Mapping[str, str | bytes] = field(default_factory=dict)


@cache
def templates() -> Environment:
    """The environment of the page templates: everything is escaped, and a missing name is an error."""
    environment = Environment(
        loader=PackageLoader("timeline.site"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    environment.filters["once"] = _once
    return environment


@lru_cache(maxsize=1 << 16)
def _once(macro: Callable[..., str], *arguments: object) -> str:
    """What a macro makes of its arguments: the same for the same, and made once."""
    return macro(*arguments)


def fill(template: str, **context: object) -> str:
    """The text of `template` with `context`.

    Args:
        template: The path of the template within `templates/`.
        context: The names that it uses.

    Returns:
        HTML.
    """
    return templates().get_template(template).render(context)
