"""Texts from articles and YAML made harmless before any page sees them.

Escaping is the templates' work. This takes out what escaping cannot: control characters, the marks that turn the
direction of the text around them, and links that are not http(s) or mailto.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any, TypeVar
from urllib.parse import urlsplit

from timeline.model import ArticleCard, Entry, Image, Link, RejectedDate, Source, Timeline
from timeline.site.base.cache import RenderCache

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SCHEMES = ("http", "https", "mailto")
Cleaned = TypeVar("Cleaned", Entry, Source, Image, RejectedDate)


def clean_text(text: str) -> str:
    """`text` with control characters shown as U+FFFD and without directional overrides."""
    if text.isprintable():
        return text
    return _DIRECTION.sub("", _CONTROL.sub("\ufffd", text))


def safe_url(url: str) -> str:
    """`url` where it is an absolute http(s) or mailto address, else "".

    Args:
        url: What stands in the YAML or in an article.

    Returns:
        The address without blanks around it.
    """
    if not url:
        return ""
    bare = clean_text(url).strip()
    if re.search(r"[\s\ufffd<>\"\\]", bare):
        return ""
    try:
        parts = urlsplit(bare)
    except ValueError:
        return ""
    return bare if parts.scheme.lower() in _SCHEMES and (parts.netloc or parts.scheme.lower() == "mailto") else ""


def local_path(path: str) -> str:
    """`path` where it is a relative path within the site, else ""."""
    bare = clean_text(path).strip().removeprefix("./")
    inside = bare and not bare.startswith(("/", "\\")) and ".." not in bare.replace("\\", "/").split("/")
    return bare if inside and not re.search(r"[:\s\ufffd<>\"\\?#]", bare) else ""


def clean(
    timeline: Timeline,
    keep: RenderCache,
    harmless: Container[int] = (),
    cards: Mapping[str, ArticleCard] = MappingProxyType({}),
) -> Timeline:
    """The published part of a timeline, harmless: hidden entries left out. `keep` has those of an earlier build.

    Args:
        timeline: As it was read.
        keep: What an earlier build of a preview made.
        harmless: The `id` of each entry that came out of an earlier call.
        cards: The cards of articles that came out of an earlier call, by the ids of the articles.

    Returns:
        The same timeline, safe to show.
    """
    return replace(
        timeline,
        title=clean_text(timeline.title),
        description=clean_text(timeline.description),
        entries=tuple(
            entry
            if id(entry) in harmless
            else keep.get(("clean", timeline.path, entry.id), entry, partial(_entry, entry))
            for entry in timeline.entries
            if not entry.hidden
        ),
        articles=tuple(card if card == cards.get(card.id) else _card(card) for card in timeline.articles),
    )


def _with(value: Cleaned, **fields: Any) -> Cleaned:
    """The value with these fields; itself where they are the same, as nearly all are."""
    changed = {name: field for name, field in fields.items() if field != getattr(value, name)}
    return replace(value, **changed) if changed else value


def _entry(entry: Entry) -> Entry:
    return _with(
        entry,
        title=_line(entry.title),
        text=clean_text(entry.text),
        people=_names(entry.people),
        places=_names(entry.places),
        tags=_names(entry.tags),
        sources=tuple(_source(source) for source in entry.sources),
        links=tuple(_link(link) for link in entry.links),
        image=_image(entry.image) if entry.image else None,
    )


def _line(text: str) -> str:
    return " ".join(clean_text(text).split())


def _names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_line, names))))


def _source(source: Source) -> Source:
    """Directional marks are cut from quotes too, so the mark is found again by its text."""
    quote = clean_text(source.quote)
    mark = source.mark
    if mark and quote != source.quote:
        shift = len(source.quote[: mark.start]) - len(clean_text(source.quote[: mark.start]))
        length = len(clean_text(source.quote[mark.start : mark.end]))
        mark = replace(mark, start=mark.start - shift, end=mark.start - shift + length)
    return _with(
        source,
        quote=quote,
        mark=mark,
        because=clean_text(source.because),
        title=_line(source.title),
        url=safe_url(source.url),
        discarded=tuple(_with(lost, words=_line(lost.words), word=_line(lost.word)) for lost in source.discarded),
    )


def _link(link: Link) -> Link:
    return Link(safe_url(link.url), _line(link.title) or clean_text(link.url))


def _image(image: Image) -> Image:
    return _with(
        image,
        src=local_path(image.src),
        alt=_line(image.alt),
        caption=_line(image.caption),
        credit=_line(image.credit),
        licence=_line(image.licence),
    )


def _card(card: ArticleCard) -> ArticleCard:
    return replace(
        card,
        title=_line(card.title),
        publisher=_line(card.publisher),
        author=_line(card.author),
        licence=_line(card.licence),
        page=_line(card.page),
        url=safe_url(card.url),
        text=clean_text(card.text),
    )
