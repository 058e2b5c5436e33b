"""YAML to a timeline ready to publish: what the site is made of. No article is annotated here."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from timeline import document
from timeline.document import Document, Head
from timeline.i18n.messages import file_problem
from timeline.model import Article, ArticleCard, Entry, Timeline
from timeline.workflow.files import parsed, read_articles, stored, text_language
from timeline.workflow.project import DEFAULT_NAMES, articles_folder, lock_path
from timeline.workflow.stopped import Stopped


@dataclass(frozen=True, slots=True)
class Loaded:
    """A timeline ready to publish, and what a preview shows its editor from: the document and its lock, as text.

    `addresses` are the names of pages that a person chose, by kind and name; `names` is the file that holds them.
    `origins` are digests of all that events are made of, by id.
    """

    timeline: Timeline
    document: Document
    lock: str | None
    names: Path | None = None
    addresses: Mapping[tuple[str, str], str] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)

    @property
    def made(self) -> Mapping[str, Entry]:
        """The events by the digests of what they are made of, as far as these are known."""
        made_of = ((self.origins.get(entry.id), entry) for entry in self.timeline.entries)
        return {origin: entry for origin, entry in made_of if origin}


def load_timeline(path: Path) -> Timeline:
    """The timeline that a YAML file holds.

    Returns:
        The timeline, ready to publish.

    Raises:
        Stopped: The file is broken; with every problem.
    """
    return load(path).timeline


def load(
    path: Path,
    before: Loaded | None = None,
    known: Document | None = None,
    made: Mapping[str, Entry] | None = None,
    *,
    lines: bool = True,
) -> Loaded:
    """Reads a YAML file and the cards of its articles.

    Problems are worded in the language of the file: this is for the preview's page.

    Args:
        path: The YAML file.
        before: What an earlier call returned for the same path: only what was edited since is read again.
        known: What the file held before, where there was no earlier call.
        made: Events that were made then, by the digests of what they are made of.
        lines: Whether these have their current lines.

    Returns:
        The timeline, its document, and the text of its lock.

    Raises:
        Stopped: There is no file, or it has errors.
    """
    text = stored(path).text
    if text is None:
        raise Stopped([file_problem(path, "build.no_file")])
    read = parsed(path, text, text_language(text), before.document if before else _at(path, known))
    if read.document is None:
        raise Stopped(read.problems)
    lock = stored(lock_path(path)).text
    article_cards = cards(read.document.head, lock, path.parent)
    timeline, origins = document.timeline_again(
        read.document, lock, article_cards, before.made if before else made or {}, lines=lines
    )
    names = path.parent / (read.document.head.names or DEFAULT_NAMES)
    shown = replace(timeline, path=path.name)
    return Loaded(shown, read.document, lock, names, addresses(names), origins)


def _at(path: Path, known: Document | None) -> Document | None:
    """What is known of a file, under the name that it has here; without warnings, which no site shows."""
    return known and replace(known, path=str(path), warnings=())


def addresses(path: Path) -> dict[tuple[str, str], str]:
    """The addresses that the names file at `path` sets; `timeline check` reports what is wrong in it."""
    if not path.exists():
        return {}
    from timeline.workflow.names_file import read_names  # `merge` is slow to import, and few timelines have such a file

    return read_names(path.parent, path.name)[0].addresses()


def cards(head: Head, lock: str | None, root: Path) -> tuple[ArticleCard, ...]:
    """What the site shows of the timeline's articles.

    It comes from the lock; from the articles where the lock has none, or where their text is to be published.

    Args:
        head: The head of the timeline, which names the articles.
        lock: The text of the lock; None where there is none.
        root: The folder of the timeline.
    """
    known = document.load_lock(lock)
    if known and known.cards and not head.full_text:
        return tuple(sorted(known.cards.values(), key=_by_publication))
    if not head.articles and articles_folder(root) is None:
        return ()  # the YAML file is the only source
    collected = read_articles(head, root, compare=False)  # problems are for `check`
    every = (card(article, full_text=head.full_text) for article in collected.articles)
    return tuple(sorted(every, key=_by_publication))


def _by_publication(card: ArticleCard) -> tuple[datetime.date, str]:
    return card.published, card.id


def card(article: Article, *, full_text: bool = False, organisations: tuple[str, ...] = ()) -> ArticleCard:
    """An article without its text, unless the timeline publishes it.

    Args:
        article: What was read.
        full_text: Whether the timeline publishes its text.
        organisations: The names among its actors that were read as no person's.
    """
    return ArticleCard(
        id=article.id,
        title=article.title,
        published=article.published,
        url=article.url or "",
        publisher=article.publisher or "",
        author=article.author or "",
        text=article.text if full_text else "",
        licence=article.licence or "",
        organisations=organisations,
        page=article.page or "",
    )
