"""RSS and Atom files, by feedparser: each entry with a text is an article."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from timeline.articles.formats.newsxml import too_deep
from timeline.articles.formats.record import UNPUBLISHED, shared
from timeline.articles.metadata.addresses import slug_of
from timeline.articles.metadata.fields import Metadata, Value
from timeline.articles.publication_date import absolute
from timeline.articles.publication_date.evidence import Hint
from timeline.articles.source import ReadOptions, Skipped, SourceFile, UndatedArticle, warning
from timeline.articles.text.html_paragraphs import text_of_html
from timeline.i18n.messages import file_problem, message
from timeline.model import Problem

_LIMIT = 16 * 1024 * 1024
_ENTRIES = 10_000
_ENTRY = re.compile(rb"<(?:item|entry)[\s>]")
_SUMMARY = 600
_NO_POSTS = frozenset(["attachment", "nav_menu_item", "revision", "page", "custom_css", "customize_changeset"])
_LOOKS_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")
_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)


class FeedReader:
    """`.rss`, `.atom`, and `.xml` that begins like a feed."""

    name = "feed"

    def can_read(self, path: str, head: bytes) -> bool:
        """By suffix, or by its root element."""
        low = path.lower()
        return low.endswith((".rss", ".atom", ".rdf")) or (low.endswith(".xml") and bool(_LOOKS_FEED.search(head)))

    def read(self, source: SourceFile, options: ReadOptions) -> Iterator[UndatedArticle | Problem | Skipped]:
        """All entries, in the order of the feed."""
        data = source.bytes(_LIMIT)
        parsed = data if isinstance(data, Problem) else _checked(data, source.path)
        if isinstance(parsed, Problem):
            yield parsed
            return
        summaries = 0
        for number, entry in enumerate(parsed.entries, 1):
            if why := _unpublished(entry):
                yield Skipped(f"{source.path}#{number}", why)
                continue
            draft = _draft(entry, parsed.feed, source, number, options)
            summaries += not entry.get("content") and len(draft.text) < _SUMMARY
            yield draft
        if summaries:
            told = message("articles.feed.summaries", some=summaries, all=len(parsed.entries))
            yield warning(source.path, 0, told)


def _unpublished(entry: Any) -> str:
    """Why an item of a WordPress export is not a published article: a draft, an attachment, a menu, a page."""
    kind, status = str(entry.get("wp_post_type") or "post"), str(entry.get("wp_status") or "publish")
    if kind in _NO_POSTS or kind.startswith("wp_"):
        return message("articles.skipped.kind", kind=kind)
    return message("articles.skipped.status", status=status) if status in UNPUBLISHED else ""


def _checked(data: bytes, path: str) -> Any | Problem:
    """What feedparser reads from the bytes, or what is wrong with them."""
    if _ENTITY.search(data):
        return file_problem(path, "articles.feed.entities")
    if too_deep(data):
        return file_problem(path, "articles.feed.deep")
    if next(islice(_ENTRY.finditer(data), _ENTRIES, None), None):
        return file_problem(path, "articles.feed.too_many", most=_ENTRIES)
    parsed = _parsed(data)
    if isinstance(parsed, str):
        return file_problem(path, "articles.feed.broken", why=parsed)
    return parsed if parsed.entries else file_problem(path, "articles.feed.none")


def _parsed(data: bytes) -> Any:
    """What feedparser reads from the bytes, or why it fails. It gets a stream, since it would fetch an address."""
    import feedparser

    try:
        return feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:100]}"


def _draft(entry: Any, feed: Any, source: SourceFile, number: int, options: ReadOptions) -> UndatedArticle:
    link = str(entry.get("link") or "")
    fields = {
        "title": text_of_html(str(entry.get("title") or "")),
        "url": link if link.startswith(("http://", "https://")) else "",
        "publisher": text_of_html(str(feed.get("title") or "")),
        "author": str(entry.get("author") or ""),
        "language": str(feed.get("language") or ""),
        "licence": str(entry.get("license") or feed.get("license") or ""),
    }
    return UndatedArticle(
        path=f"{source.path}#{number}",
        file=source.path,
        stem=_stem(link, str(entry.get("id") or ""), source.stem, number),
        text=text_of_html(_content(entry)),
        stated=shared(source.stated),
        found=Metadata({name: Value(text, source.path) for name, text in fields.items() if text.strip()}),
        hints=tuple(_hints(entry, options.zone)),
    )


def _content(entry: Any) -> str:
    pieces = [str(piece.get("value") or "") for piece in entry.get("content", ())]
    return max(pieces, key=len, default="") or str(entry.get("summary") or "")


def _hints(entry: Any, zone: str) -> Iterator[Hint]:
    """The entry's dates.

    `dict.get`, since the library's own lookup answers "updated" with the publication where there is none.
    """
    dates = {name: str(dict.get(entry, name) or "")[:100] for name in ("published", "created", "updated")}
    stated = {name: absolute.parse(text, zone) for name, text in dates.items()}
    first = any(isinstance(stated[name], absolute.ParsedDate) for name in ("published", "created"))
    for name, read in stated.items():
        if isinstance(read, absolute.ParsedDate):
            yield Hint(
                "feed" if first else "feed update",
                dates[name],
                read.day,
                read.time,
                modification=first and name == "updated",
            )


def _stem(link: str, guid: str, stem: str, number: int) -> str:
    """The last part of the entry's address, which stays when the feed moves on; else its guid; else its number."""
    slug = slug_of(link)
    if len(slug) >= 8:
        return slug
    key = re.sub(r"[^\w]+", "-", guid.rsplit("://", maxsplit=1)[-1]).strip("-")[-60:]
    return f"{stem}-{key or number}"
