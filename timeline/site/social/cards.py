"""The cards of a site: one for each timeline, and one for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from timeline.site.parts.days import position
from timeline.site.render.rendered import Written, summary
from timeline.site.social.card import picture

NAME = "card.png"


def cards(every: Sequence[Written]) -> dict[str, Callable[[], bytes]]:
    """The pictures that other sites show beside a link.

    Returns:
        What draws each PNG, by its path in the site; nothing where the site has no address, or a picture of its own.
    """
    if not every or every[0].options.social_image or not every[0].options.site_url:
        return {}
    found: dict[str, Callable[[], bytes]] = {one.picture: partial(_timeline, one) for one in every}
    return found | {NAME: partial(_site, every)}


def _dated(written: Written) -> list[tuple[int, str]]:
    return [(at, "") for shown in written.cards if (at := position(shown.date)) is not None]


def _timeline(written: Written) -> bytes:
    title, name = written.shared.timeline.title, written.options.site_name
    return picture(title, summary(written, written.cards), name if name != title else "", _dated(written))


def _site(every: Sequence[Written]) -> bytes:
    name = every[0].options.site_name or every[0].shared.words("timelines")
    titles = " · ".join(one.shared.timeline.title for one in every)
    return picture(name, titles, "", [point for one in every for point in _dated(one)])
