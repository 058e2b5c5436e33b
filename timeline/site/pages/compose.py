"""From timelines to the pages of the site: which pages there are, and in which order they are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from timeline.model import Timeline
from timeline.site.base.cache import RenderCache
from timeline.site.base.draft import Draft, made
from timeline.site.base.options import SiteOptions
from timeline.site.base.page import Page, Site
from timeline.site.base.pieces import Pieces
from timeline.site.base.routes import slugs
from timeline.site.exports import Maker, head_links, makers
from timeline.site.pages.about import about
from timeline.site.pages.as_of import known
from timeline.site.pages.atlas import atlas
from timeline.site.pages.chronicle import chronicle, first
from timeline.site.pages.home import home
from timeline.site.pages.topics import articles, topics
from timeline.site.parts.sanitise import clean
from timeline.site.render.earlier import Earlier
from timeline.site.render.rendered import Written, write
from timeline.site.social.cards import NAME, cards

_MAKERS = (chronicle, topics, atlas, articles, known, about)


def site(timelines: Sequence[Timeline], options: SiteOptions) -> Site:
    """Every page and file of the site.

    Args:
        timelines: The timelines, in the order of the menu.
        options: Those of the site.

    Returns:
        The pages in order, and what makes each file.
    """
    return site_of(written(timelines, options), options)


def site_of(every: Sequence[Written], options: SiteOptions) -> Site:
    """The same from timelines that are written already."""
    return Site(pages_of(every, options), {path: make() for path, make in files_of(every).items()})


def pages_of(every: Sequence[Written], options: SiteOptions) -> tuple[Page, ...]:
    """The pages alone, in order.

    Returns:
        Every page of the site; the first is its start page.
    """
    return tuple(draft.make() for draft in drafts_of(every, options))


def drafts_of(
    every: Sequence[Written], options: SiteOptions, is_kept: Callable[[Written], bool] = lambda _: False
) -> tuple[Draft, ...]:
    """The pages before they are made, in order.

    Args:
        every: All timelines of the site.
        options: How the site looks.
        is_kept: Whether all pages of a timeline but its first are as they were.

    Returns:
        A draft for every page of the site that may be another; the first is its start page.
    """
    start = home(every, options)
    pictured = replace(start, image=options.social_image or (NAME if every and options.site_url else ""))
    drafts = ([first(one)] if is_kept(one) else [draft for make in _MAKERS for draft in make(one)] for one in every)
    return made(pictured), *(draft for its, one in zip(drafts, every, strict=True) for draft in _headed(its, one))


def files_of(every: Sequence[Written]) -> dict[str, Maker]:
    """What makes each file beside the pages, by its path.

    Args:
        every: All timelines of the site.

    Returns:
        By path, a function without arguments that makes the file's content.
    """
    return {path: make for one in every for path, make in makers(one).items()} | cards(every)


def written(
    timelines: Sequence[Timeline],
    options: SiteOptions,
    before: Sequence[Earlier] = (),
    keep: RenderCache | None = None,
    pieces: Pieces | None = None,
) -> list[Written]:
    """The timelines, cleaned and with their events written, each under a folder name of its own.

    Args:
        timelines: The timelines, in the order of the start page.
        options: How the site looks.
        before: What an earlier build made of them: events that are still the same are taken from it.
        keep: The pages of earlier calls, which are taken where nothing on them changed; it is updated.
        pieces: The parts of exports that an earlier build made; it is updated.

    Returns:
        One for each timeline, in the same order.
    """
    names = slugs([timeline.slug for timeline in timelines])
    known = {one.shared.slug: one for one in before}
    keep = keep or RenderCache()

    def one(timeline: Timeline) -> Written:
        slug = names[timeline.slug]
        earlier = known.get(slug)
        harmless = frozenset(id(card.entry) for card in earlier.cards) if earlier else frozenset[int]()
        cards = earlier.shared.articles if earlier else {}
        return write(clean(timeline, keep, harmless, cards), slug, options, earlier, keep, pieces)

    return list(map(one, timelines))


def _headed(drafts: list[Draft], one: Written) -> list[Draft]:
    """The timeline's first page links to feeds and exports in its `<head>`, and holds it as linked data."""
    return [_with_links(draft, one) if draft.path == f"{one.slug}/index.html" else draft for draft in drafts]


def _with_links(draft: Draft, one: Written) -> Draft:
    page = draft.make()
    return made(replace(page, head=head_links(one, page)))
