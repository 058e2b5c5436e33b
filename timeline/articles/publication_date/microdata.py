"""The things that microdata describes on a page: the article itself, or a comment, an event, another article."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html as lxml_html

from timeline.articles.metadata.webpage_headline import similarity_of_words

_OTHER_PROPERTIES = frozenset({"comment", "review", "suggestedanswer", "acceptedanswer", "relatedlink", "event"})
_OTHER_KINDS = frozenset(
    ["comment", "usercomments", "review", "event", "product", "offer", "person", "jobposting", "videoobject", "recipe"]
)


def is_foreign_scope(element: lxml_html.HtmlElement, names: tuple[str, ...]) -> bool:
    """Whether an element is a microdata item that is not the page's article.

    Args:
        element: Any element that does not hold the headline.
        names: The page's titles, folded.
    """
    if element.get("itemscope") is None:
        return False
    if set((element.get("itemprop") or "").lower().split()) & _OTHER_PROPERTIES:
        return True
    kind = (element.get("itemtype") or "").rstrip("/").rsplit("/", 1)[-1].lower()
    if kind in _OTHER_KINDS or kind.endswith("event"):
        return True
    said = [words for words in _headlines(element) if words]
    return bool(said) and not any(similarity_of_words(words, names) for words in said)


def _headlines(item: lxml_html.HtmlElement) -> Iterator[str]:
    """What an item calls itself: its `headline` or `name`; else the words of its links."""
    named = [
        each for each in item.iter() if {"headline", "name"} & set(str(each.get("itemprop") or "").lower().split())
    ]
    own = [each for each in named if _scope(each) is item]
    for each in own or item.iter("a"):
        yield " ".join((each.get("content") or each.text_content()).split())


def _scope(element: lxml_html.HtmlElement) -> lxml_html.HtmlElement | None:
    return next((parent for parent in element.iterancestors() if parent.get("itemscope") is not None), None)
