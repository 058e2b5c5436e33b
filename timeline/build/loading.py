"""YAML to a timeline ready to publish: what the site is made of. No article is annotated here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from timeline import document
from timeline.build.files import lock_path, parsed, read_articles, read_head, stored
from timeline.build.stopped import Stopped
from timeline.model import Article, ArticleCard, Problem, Timeline


def load_timeline(path: Path) -> Timeline:
    """The timeline that the YAML file at `path` holds; raises `Stopped` with every problem where it is broken."""
    text = stored(path).text
    if text is None:
        message = "there is no such file; `timeline update` writes it from your articles"
        raise Stopped([Problem(str(path), 0, 0, message)])
    read = parsed(path, text)
    if read.document is None:
        raise Stopped(read.problems)
    lock = stored(lock_path(path)).text
    timeline = document.to_timeline(read.document, lock, cards(path, full_text=read.document.head.full_text))
    return replace(timeline, path=path.name)


def cards(path: Path, *, full_text: bool) -> tuple[ArticleCard, ...]:
    """What the site tells of the timeline's articles."""
    head, _ = read_head(path)
    collected = read_articles(head.articles, path.parent, zone=head.zone)
    return tuple(card(article, full_text=full_text) for article in collected.articles)


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
    )
