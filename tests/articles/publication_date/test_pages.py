"""Sixty pages of ten kinds of sites: the date, the title and the body of each; htmldate's own figures beside them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

import pytest
from htmldate import find_date

from tests.articles.pages import KINDS, Page, pages
from timeline.articles.article import finish
from timeline.articles.formats.webpage import read_page
from timeline.articles.source import ReadOptions, UndatedArticle, from_bytes
from timeline.model import Article

WITHOUT_CHAPO = ("national_daily_with_times", "wordpress", "free_daily", "agency_wire")
"""Kinds that print the text alone."""


@cache
def _read() -> tuple[tuple[Page, Article | None], ...]:
    return tuple((page, _article(page)) for page in pages())


def _article(page: Page) -> Article | None:
    draft = read_page(page.data, from_bytes(page.data, f"{page.name}.html"), ReadOptions())
    assert isinstance(draft, UndatedArticle), draft
    return finish(draft, ReadOptions()).article


def _f1(one: str, other: str) -> float:
    first, second = (Counter(re.findall(r"\w+", text)) for text in (one, other))
    shared = sum((first & second).values())
    return 2 * shared / (sum(first.values()) + sum(second.values())) if shared else 0.0


def _share(right: list[bool]) -> float:
    return sum(right) / len(right)


def test_sixty_pages_of_ten_kinds():
    assert len(pages()) == 60
    assert len(KINDS) == 10


def test_dates():
    right = [article is not None and article.published == page.story.published.date() for page, article in _read()]
    assert all(right)
    theirs = f"htmldate {_htmldate(True):.1%}, as called by default {_htmldate(False):.1%}"
    print(f"\ndates right: ours {_share(right):.1%}, {theirs}")


def _htmldate(original: bool) -> float:
    said = (find_date(page.data, original_date=original, max_date="2030-01-01") for page in pages())
    return _share([day == page.story.published.date().isoformat() for day, page in zip(said, pages(), strict=True)])


@pytest.mark.parametrize("kind", [kind.__name__ for kind in KINDS])
def test_titles_and_bodies(kind: str):
    bodies: dict[str, list[float]] = defaultdict(list)
    for page, article in _read():
        if page.kind == kind:
            assert article is not None
            assert article.title == page.story.title
            bodies[kind].append(max(_f1(article.text, body) for body in page.bodies))
    assert min(bodies[kind]) >= 0.95


def test_a_chapo_that_readers_see_is_part_of_the_text():
    shown = [(page, article) for page, article in _read() if page.kind not in WITHOUT_CHAPO]
    assert len(shown) == 36
    assert all(article and page.story.lead in article.text for page, article in shown)


def test_furniture_is_no_text():
    for _, article in _read():
        assert article is not None
        for phrase in ("cookies", "newsletter", "commentaires", "Mentions légales", "Mis à jour le", "À LIRE AUSSI"):
            assert phrase not in article.text


def test_the_modification_is_kept_apart():
    for page, article in _read():
        assert article is not None
        assert article.modified is None or article.modified >= article.published
        if page.kind in ("national_daily", "broadcaster", "wordpress"):
            assert article.modified is not None


def test_evidence_is_kept():
    assert all(article and article.evidence for _, article in _read())
