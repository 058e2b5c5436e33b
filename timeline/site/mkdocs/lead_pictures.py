"""Pictures that a person takes from an article (`image: {article: …}`): copied only where its licence is open."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from timeline import articles
from timeline.document import Head
from timeline.i18n import say
from timeline.model import Article, Entry, Image, Problem, Timeline
from timeline.site.mkdocs.opened import with_opened
from timeline.site.mkdocs.yaml_places import place_of
from timeline.workflow.files import read_articles
from timeline.workflow.stopped import Stopped

_SMALLEST = 200  # pixels of a picture's width: smaller ones are icons
_KINDS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "GIF": ".gif"}


@dataclass(frozen=True, slots=True)
class LeadPictures:
    """A timeline whose pictures out of articles are files of the site, and those files by their paths there."""

    timeline: Timeline
    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def with_lead_pictures(timeline: Timeline, head: Head, file: Path) -> LeadPictures:
    """The timeline with the pictures that its events take from articles; nothing is fetched.

    Args:
        timeline: What the YAML file holds.
        head: What stands above its events: it says where the articles are.
        file: The YAML file, beside which the articles are.

    Returns:
        The same timeline where no event asks for such a picture; a problem for each that cannot be had, at its line.
    """
    if not any(entry.image and entry.image.article for entry in timeline.entries):
        return LeadPictures(timeline)
    try:
        known = {article.id: article for article in read_articles(head, file.parent, compare=False).articles}
    except Stopped as stopped:
        return LeadPictures(timeline, problems=tuple(stopped.problems))
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    entries: list[Entry] = []
    for entry in timeline.entries:
        if entry.image is None or not entry.image.article:
            entries.append(entry)
            continue
        found = _taken(entry.image, known, file.parent, timeline.language)
        if isinstance(found, str):
            line, column = place_of(file, entry.line, entry.image.article)
            problems.append(Problem(timeline.path, line, column, found))
            continue
        image, content = found
        files[image.src] = content
        entries.append(replace(entry, image=image))
    return LeadPictures(replace(timeline, entries=tuple(entries)), files, tuple(problems))


def _taken(image: Image, known: Mapping[str, Article], root: Path, language: str) -> tuple[Image, bytes] | str:
    """The picture with its file, credit and licence; or why it cannot be had."""
    article = known.get(image.article)
    if article is None:
        return say(language, "document.image.no_article", article=image.article)
    if not article.licence:
        return say(language, "document.image.no_licence")
    if not articles.is_open(article.licence):
        return say(language, "document.image.not_open", licence=article.licence)
    path = root / article.path
    found = _first_large(articles.saved_pictures(path)) if path.is_file() else None
    if found is None:
        return say(language, "document.image.none_saved", example=f"{path.stem}.jpg")
    content, suffix = found
    src = f"assets/pictures/{article.id}-{hashlib.sha256(content).hexdigest()[:10]}{suffix}"
    credit = image.credit or article.author or article.publisher or article.title
    return replace(image, src=src, credit=credit, licence=image.licence or article.licence), content


def _first_large(contents: Iterable[bytes]) -> tuple[bytes, str] | None:
    """The first picture that opens and is no icon, and the suffix of its kind."""
    for content in contents:
        kind = with_opened(content, lambda opened: opened.format if opened.width >= _SMALLEST else None)
        if kind in _KINDS:
            return content, _KINDS[kind]
    return None
