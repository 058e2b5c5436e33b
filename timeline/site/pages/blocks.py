"""A timeline, or a filtered part of it, within one of the author's own pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.calendar import parse_edtf
from timeline.model import Date
from timeline.site.base.page import fill
from timeline.site.parts import page_parts
from timeline.site.parts.cards import Card
from timeline.site.render.rendered import Written, short

NAMES = ("people", "places", "tags")
KEYS = ("timeline", *NAMES, "status", "from", "to", "limit")


@dataclass(frozen=True, slots=True)
class BlockQuery:
    """What a block asks for: the slug of a timeline ("" for the only one), and filters by name, each `{key: value}`."""

    timeline: str
    wanted: Mapping[str, str]


def read_block(text: str) -> BlockQuery | str:
    """Reads `key: value` lines; a message where one is not understood.

    Args:
        text: The lines of a block, without its fence.

    Returns:
        The parsed block, or a message for the person who wrote it.
    """
    wanted: dict[str, str] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        key, colon, value = line.partition(":")
        if not colon or key.strip() not in KEYS:
            return f"“{line}” is not understood: write `key: value`, with a key of {', '.join(KEYS)}"
        wanted[key.strip()] = value.strip().strip("\"'")
    for key in ("from", "to"):
        if key in wanted and parse_edtf(wanted[key]) is None:
            return f"“{wanted[key]}” is no date: write 2022-12-19, 2022-12 or 2022"
    if not wanted.get("limit", "1").isdigit():
        return f"“{wanted['limit']}” is no number"
    return BlockQuery(wanted.pop("timeline", ""), wanted)


def block(asked: BlockQuery, every: Sequence[Written], up: str, seen: Counter[str]) -> str | None:
    """The HTML of a block on a page of a person's own.

    Args:
        asked: The parsed block.
        every: All timelines of the site.
        up: The relative address of the site's root, from that page.
        seen: The number of headings of each id in the blocks before, so that no two have one id; it is updated.

    Returns:
        HTML; None where there is no such timeline.
    """
    found = [one for one in every if asked.timeline in ("", one.slug, one.shared.timeline.slug)]
    if len(found) != 1:
        return None
    (one,) = found
    chosen = list(_chosen(one.cards, asked.wanted))
    chosen = chosen[: int(asked.wanted.get("limit", len(chosen)))]
    folder = f"{up}{one.slug}/"
    days = page_parts.rail(chosen, one.shared.words, short(one, folder), seen=seen)
    return fill(
        "parts/block.html",
        w=one.shared.words,
        days=days,
        href=f"{folder}index.html",
        language=one.shared.words.language,
    )


def _chosen(cards: Sequence[Card], wanted: Mapping[str, str]) -> Iterator[Card]:
    first = parse_edtf(wanted["from"]) if "from" in wanted else None
    last = parse_edtf(wanted["to"]) if "to" in wanted else None
    for card in cards:
        if any(key in wanted and wanted[key] not in getattr(card.entry, key) for key in NAMES):
            continue
        if wanted.get("status") not in (None, card.status.value):
            continue
        if (first or last) and not _touches(card.date, first, last):
            continue
        yield card


def _touches(date: Date | None, first: Date | None, last: Date | None) -> bool:
    """Whether a date has a moment from the beginning of `first` to the end of `last`.

    An open side ends where it is known.
    """
    if date is None:
        return False
    begin = date.begin if date.begin is not None else (date.end or 1) - 1
    end = date.end if date.end is not None else begin + 1
    after = first is None or (first.begin is not None and end > first.begin)
    return after and (last is None or (last.end is not None and begin < last.end))
