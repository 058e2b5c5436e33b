"""YAML to a timeline ready to publish: what the site is made of. No article is annotated here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from timeline import document
from timeline.build.files import lock_path, parsed, read_articles, stored
from timeline.build.project import default_articles
from timeline.build.stopped import Stopped
from timeline.document import Document, Head
from timeline.model import Article, ArticleCard, Problem, Timeline


@dataclass(frozen=True, slots=True)
class Loaded:
    """A timeline ready to publish, and what a preview shows its editor from: the document and its lock, as text."""

    timeline: Timeline
    document: Document
    lock: str | None


def load_timeline(path: Path) -> Timeline:
    """The timeline that the YAML file at `path` holds; raises `Stopped` with every problem where it is broken."""
    return load(path).timeline


def load(path: Path) -> Loaded:
    """Reads the YAML file at `path` and the cards of its articles; raises `Stopped` as `load_timeline` does."""
    text = stored(path).text
    if text is None:
        message = "there is no such file; `timeline update` writes it from your articles"
        raise Stopped([Problem(str(path), 0, 0, message)])
    read = parsed(path, text)
    if read.document is None:
        raise Stopped(read.problems)
    lock = stored(lock_path(path)).text
    timeline = document.to_timeline(read.document, lock, cards(read.document.head, path.parent))
    return Loaded(replace(timeline, path=path.name), read.document, lock)


def cards(head: Head, root: Path) -> tuple[ArticleCard, ...]:
    """What the site tells of the timeline's articles."""
    collected = read_articles(head.articles or (default_articles(root),), root, zone=head.zone)
    return tuple(card(article, full_text=head.full_text) for article in collected.articles)


def card(article: Article, *, full_text: bool) -> ArticleCard:
    """An article without its text, unless the timeline publishes it."""
    return ArticleCard(
        id=article.id,
        title=article.title,
        published=article.published,
        url=article.url or "",
        publisher=article.publisher or "",
        author=article.author or "",
        text=article.text if full_text else "",
        licence=article.licence or "",
    )
