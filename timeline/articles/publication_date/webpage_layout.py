"""Where a page's own article is: its headline, what stands near it, and what belongs to other articles.

A date in a page is the article's only where it stands with the article: beside the headline, or behind a word of
publication. A teaser, a comment, a menu, a sentence of the text, and a list under another headline have their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Set
from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html

from timeline.articles.metadata.webpage_headline import headline_of, names_of, similarity
from timeline.articles.publication_date.webpage_labels import (
    attribute_words,
    is_foreign_scope,
    names_an_event,
    tokens_of,
)
from timeline.articles.text.html_paragraphs import is_within, on_one_line
from timeline.languages.folding import fold
from timeline.languages.press import phrases

_ASIDE_TAGS = frozenset({"aside", "nav", "footer"})
_TEASER_WORDS = ("teaser", "card", "related")
_ASIDE_WORDS = (
    "related", "sidebar", "teaser", "comment", "lire-aussi", "a-lire", "plus-lus", "most-read", "newsletter",
    "recommend", "reaction", "agenda",
)  # fmt: skip
_COMMENT_TOKENS = frozenset({"com", "coms", "avis", "reply", "replies", "respond", "trackback", "trackbacks"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_SECTIONS = frozenset({"section", "div", "ul", "aside"})
_HOLDERS = frozenset({"article", "div", "li", "section", "td", "tr", "dl"})
LINKED = 25
_PARAGRAPH, _PARAGRAPHS, _CHARACTERS = 80, 1, 1500
"""What may stand between headline and date: one paragraph of 80 characters or more (the chapô), and so much in all."""
_LEAST_TEXT = 200
"""The characters between the headline and a heading of comments: above the text it only counts them."""
_LONGEST_LABEL = 20
NEAR_STEPS = 3
_BANNER = frozenset(
    ["header", "entete", "bandeau", "banner", "banniere", "top", "topbar", "haut", "today", "aujourdhui", "meteo"]
)
_OF_A_POST = frozenset({"post", "entry", "article"})
"""With these, a header is the article's: "post-header"."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's parts: the headline (None where there is none), all that holds one, and the places after it.

    `near`: elements between the headline and the text. `others`: elements of a teaser, a comment, a menu or a footer,
    under the linked headline of another article or under that of the comments. `events`: elements of a block on what
    takes place. `own`: all headings that say the title; `names`: the page's titles.
    """

    headline: lxml_html.HtmlElement | None
    around: Collection[lxml_html.HtmlElement]
    near: Collection[lxml_html.HtmlElement]
    others: Collection[lxml_html.HtmlElement]
    events: Collection[lxml_html.HtmlElement]
    own: Collection[lxml_html.HtmlElement] = frozenset()
    names: tuple[str, ...] = ()

    @property
    def is_titled(self) -> bool:
        """Whether the headline says what the page's title says: else it may be the site's name, or a section's."""
        return not self.names or (self.headline is not None and bool(similarity(self.headline, self.names)))

    def is_elsewhere(self, element: lxml_html.HtmlElement) -> bool:
        """Whether an element belongs to a teaser, a comment, a menu or a footer, and not to the article.

        An element that holds the headline belongs to the article or the page, even with a class such as "with-sidebar".
        """
        return element in self.others

    def is_in_own_footer(self, element: lxml_html.HtmlElement) -> bool:
        """Whether an element stands in the footer of the `<article>` that holds the headline."""
        parents = [element, *element.iterancestors()]
        footer = next((number for number, parent in enumerate(parents) if parent.tag == "footer"), len(parents))
        return any(parent.tag == "article" and parent in self.around for parent in parents[footer:])

    def is_of_another_part(self, element: lxml_html.HtmlElement) -> bool:
        """Whether an element stands under a heading of its own block: that of a video, of documents, of a book.

        A short one ("Informations") may head the facts of the article.
        """
        for parent in element.iterancestors():
            if parent in self.around:
                return False
            if len(parent) and parent[0] is not element and _says(parent[0], "other_parts"):
                return True
            heading = next(parent.iter("h2", "h3", "h4", "h5"), None)
            if heading is not None and heading is not element and heading not in self.own:
                words = fold(on_one_line(heading))
                others = (*phrases("other_work"), *phrases("other_parts"))
                return len(words) > _LONGEST_LABEL or words.startswith(others)
        return False

    def is_close(self, element: lxml_html.HtmlElement) -> bool:
        """Whether an element stands right after the headline, or before it in the same small part of the page."""
        if self.headline is None:
            return True
        if element in self.near:
            return True
        holders = [self.headline, *self.headline.iterancestors()][: NEAR_STEPS + 1]
        above = [element, *element.iterancestors()][: NEAR_STEPS + 1]
        shared = next((each for each in above if each in holders), None)
        return shared is not None and shared.tag not in ("body", "html") and _precedes(shared, element, self.headline)


def layout(tree: lxml_html.HtmlElement) -> Layout:
    """The layout of a page; one walk through it.

    Returns:
        The headline, what is near it, and what is of other articles.
    """
    names = names_of(tree)
    headline = headline_of(tree, names)
    around = {parent for heading in tree.iter("h1") for parent in heading.iterancestors()}
    if headline is not None:
        around |= set(headline.iterancestors())
    near, foreign = _after(tree, headline, names)
    own = frozenset(each for each in tree.iter(*_HEADINGS) if similarity(each, names))
    others = foreign | held(tree, around, lambda each: _is_of_others(each, tuple(names), own if around else None))
    events = held(tree, around, names_an_event)
    return Layout(headline, frozenset(around), near, others, events, own, tuple(names))


def held(
    tree: lxml_html.HtmlElement,
    around: Set[lxml_html.HtmlElement],
    is_one: Callable[[lxml_html.HtmlElement], bool],
) -> frozenset[lxml_html.HtmlElement]:
    """The elements of some kind and all that stands in them; one walk, however deep the page is.

    Args:
        tree: The page.
        around: The elements that hold the headline, which are of no kind.
        is_one: Whether an element is of the kind.
    """
    found: set[lxml_html.HtmlElement] = set()
    for element in tree.iter(etree.Element):
        if element not in around and (element.getparent() in found or is_one(element)):
            found.add(element)
    return frozenset(found)


def _is_of_others(
    element: lxml_html.HtmlElement, names: tuple[str, ...], own: Collection[lxml_html.HtmlElement] | None
) -> bool:
    """Whether an element is a teaser, a comment, a menu or a footer; `own` is None where no headline is known."""
    if (element.tag in _ASIDE_TAGS and not _is_of_an_article(element)) or (element.tag == "li" and _is_teaser(element)):
        return True
    named = attribute_words(element, "class", "id")
    if any(word in named for word in (_TEASER_WORDS if element.tag == "article" else _ASIDE_WORDS)):
        return True
    if _COMMENT_TOKENS & tokens_of(named) or is_foreign_scope(element, names):
        return True
    if element.tag in _HOLDERS and own is not None and _has_linked_heading(element, own):
        return True
    return element.tag in _SECTIONS and _is_about_others(element)


def _after(
    tree: lxml_html.HtmlElement, headline: lxml_html.HtmlElement | None, names: list[str]
) -> tuple[frozenset[lxml_html.HtmlElement], frozenset[lxml_html.HtmlElement]]:
    """The elements near after the headline, and those under other articles' linked headlines or under comments."""
    near, foreign = set(), set()
    passed, paragraphs, characters, under, commented = headline is None, 0, 0, False, False
    for element in tree.iter():
        if element.tag in _HEADINGS:
            under = element is not headline and _is_linked(element) and not similarity(element, names)
            commented = commented or (passed and characters >= _LEAST_TEXT and _opens_comments(element))
        if under or commented:
            foreign.add(element)
        if passed and headline is not None:
            if element.tag == "p" and len(element.text_content()) >= _PARAGRAPH:
                paragraphs += 1
            if paragraphs <= _PARAGRAPHS and characters <= _CHARACTERS:
                near.add(element)
        if passed:
            characters += len(element.text or "") + len(element.tail or "")
        passed = passed or element is headline
    return frozenset(near), frozenset(foreign)


def _is_of_an_article(footer: lxml_html.HtmlElement) -> bool:
    """Whether a footer stands in an `<article>`: it tells that article's author and day."""
    return footer.tag == "footer" and is_within(footer, "article")


def _says(element: lxml_html.HtmlElement, kind: str) -> bool:
    """Whether an element says one of the phrases and nothing else: "Vidéo", "Documents :"."""
    return fold(on_one_line(element, _LEAST_TEXT)).strip(" :") in phrases(kind)


def _opens_comments(heading: lxml_html.HtmlElement) -> bool:
    """Whether a heading is that of the readers' comments: "2 commentaires", "Vos réactions", "Une réponse à « … »"."""
    words = re.sub(r"^[\W\d_]+", "", fold(heading.text_content()[:80]))
    return words.startswith(phrases("comments"))


def _is_linked(heading: lxml_html.HtmlElement) -> bool:
    return heading.find(".//a") is not None or is_within(heading, "a")


def _precedes(shared: lxml_html.HtmlElement, element: lxml_html.HtmlElement, headline: lxml_html.HtmlElement) -> bool:
    """Whether `element` comes before the headline in `shared`, which holds both."""
    for each in shared.iter():
        if each is element or each is headline:
            return each is element
    return False


def _has_linked_heading(element: lxml_html.HtmlElement, own: Collection[lxml_html.HtmlElement]) -> bool:
    """Whether its headline is a link to the article that it announces, which is not the page's."""
    first = next(element.iter("h2", "h3", "h4"), None)
    return first is not None and first not in own and _is_linked(first)


def _is_about_others(section: lxml_html.HtmlElement) -> bool:
    """Whether a section's first heading announces other articles ("Sur le même sujet")."""
    for child in section[:3]:
        if child.tag in ("h2", "h3", "h4", "h5", "p", "span", "strong", "header"):
            words = fold(child.text_content()[:80])
            return len(words) < LINKED * 2 and any(words.startswith(phrase) for phrase in phrases("related"))
    return False


def _is_teaser(item: lxml_html.HtmlElement) -> bool:
    """Whether a list item holds the headline of another article, and is not one of the article's own small facts."""
    return any(
        child.tag in ("h2", "h3", "h4") or (child.tag == "a" and len(child.text_content()) > LINKED)
        for child in item.iter()
    )


def in_banner(element: lxml_html.HtmlElement, parts: Layout) -> bool:
    """Whether an element stands in the site's banner, where the current day is: not in a header of the article."""
    for parent in (element, *element.iterancestors()):
        if parent in parts.around:
            return False
        if parent is element and element.tag in _HEADINGS:
            continue  # "date-header" of a blog's day
        named = tokens_of(f"{parent.tag} {attribute_words(parent, 'class', 'id')}")
        if _BANNER & named and not _OF_A_POST & named:
            return True
    return False
