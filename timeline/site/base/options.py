"""What the pages take besides the timelines: the address of the site, what changed, what needs review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Correction:
    """A difference between two builds, for the corrections page and the feed.

    `revision` counts the builds that changed something. `kind` is `added`, `changed`, `removed`, `merged` or
    `restored`; `what` names the field of a change, or the id of the event that took a merged one in. `by` is `person`
    or `machine`. `title` is the event's title at that time, so that a removed event still has a name.
    """

    revision: int
    kind: str
    id: str
    title: str
    by: str = ""
    what: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """Why an event needs an editor's review: shown in the margin of a preview, never published."""

    id: str
    reason: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as pages show it.

    Attributes:
        path: The file within the site: the picture itself, or a smaller copy.
        width: Its width in pixels.
        height: Its height in pixels.
    """

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """How the pages are made. Everything is optional, and nothing is read from a clock or the environment.

    `site_url` is absolute and ends in "/", or "" when the site has no address of its own: links are relative in
    either case; it is needed only for the absolute addresses of feeds, calendars and oEmbed. `edit_url` leads to a
    line of a YAML file, with `{path}` and `{line}` to fill in. `per_page` is how many events a page holds before the
    timeline is split. With `full_articles`, article pages carry the article's text where its card has one. `changes`
    and `redirects` (old id to new id) are by the timeline's slug, and so are `addresses`, the names of pages that a
    person chose, by kind and name. `margin`, by slug, is what an editor should look
    at; None outside a preview. `touched`, by slug, are the ids of the events that a person wrote or changed, and
    `to_review` those that bear « à relire », where `review_badge` asks for it.
    `pictures` are those that pages show in place of the events' pictures, by the latter's paths.
    With `typography`, titles are set as they are printed ("l’été", a space that does not break before "?").
    `social_image` is a path within the site. `index` is how a link to a folder's page ends: "index.html" works
    from a disk, too.
    """

    site_name: str = ""
    site_url: str = ""
    edit_url: str = ""
    per_page: int = 200
    full_articles: bool = False
    social_image: str = ""
    index: str = "index.html"
    changes: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict)
    redirects: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    addresses: Mapping[str, Mapping[tuple[str, str], str]] = field(default_factory=dict)
    margin: Mapping[str, tuple[ReviewRow, ...]] | None = None
    touched: Mapping[str, frozenset[str]] = field(default_factory=dict)
    review_badge: bool = False
    to_review: Mapping[str, frozenset[str]] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    typography: bool = False
