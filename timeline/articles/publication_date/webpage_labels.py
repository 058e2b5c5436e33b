"""What the markup of a date says that it is of: the class of its element, the words beside it, its microdata item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html as lxml_html

from timeline.articles.metadata.webpage_headline import similarity_of_words
from timeline.articles.publication_date.phrasing import is_furniture, is_known, names_other_days
from timeline.articles.text.html_paragraphs import on_one_line
from timeline.languages.folding import fold
from timeline.languages.press import phrases

_BYLINE = frozenset(["meta", "posted", "postmeta", "postmetadata", "byline", "signature"])
_FACTS = _BYLINE | {"info", "infos", "auteur", "author"}
_UPDATE = ("modif", "updat", "maj", "mise-a-jour")
EVENT_WORDS = frozenset(["event", "events", "evenement", "evenements", "agenda"])
_EVENT_TIMES = frozenset(["startdate", "enddate", "doortime"])
_WHOLE, _LABEL, _LEAST_COMMENT = 200, 60, 20
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
    headlines = [words for words in _headlines(element) if words]
    return bool(headlines) and not any(similarity_of_words(words, names) for words in headlines)


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


def attribute_words(element: lxml_html.HtmlElement, *attributes: str) -> str:
    """What attributes say of their element: "post-meta widget-3" by its `class` and its `id`.

    Returns:
        Their values, folded, with a space between them.
    """
    return fold(" ".join(element.get(name) or "" for name in attributes))


def tokens_of(names: str) -> frozenset[str]:
    """The words in what markup says of an element.

    Args:
        names: Names of classes, ids, tags or kinds, folded: "post-meta widget-3".

    Returns:
        Its words in letters: `post`, `meta`, `widget`.
    """
    return frozenset(re.split(r"[^a-z]+", names))


def words_before(element: lxml_html.HtmlElement) -> str:
    """The words just before an element, in the element beside it or around it."""
    before, words = element.getprevious(), _text_before(element)
    while before is not None and not words.strip() and not isinstance(before.tag, str):
        before, words = before.getprevious(), ""  # a comment of the markup
    if not words.strip() and before is not None:
        words = before.text_content()
    return words[-60:]


def _text_before(element: lxml_html.HtmlElement) -> str:
    """The text between an element and the one before it, or the beginning of the one around it."""
    before, parent = element.getprevious(), element.getparent()
    return (before.tail if before is not None else parent.text if parent is not None else "") or ""


def names_another_day(element: lxml_html.HtmlElement, line: str) -> bool:
    """Whether the label of a date is one of another day: "Date limite :", a `<dt>` or the cell before it.

    Returns:
        False where there is no label, or one of the press ("Date").
    """
    whole = on_one_line(element, _WHOLE)
    above = whole[: max(whole.find(line), 0)]
    if names_other_days(above):
        return True
    inner = next((each for each in (element, *element.iterancestors()) if each.tag in ("dd", "td")), None)
    before = None if inner is None or above else next(inner.itersiblings("dt", "th", "td", "dd", preceding=True), None)
    if before is not None and before.tag in ("dt", "th", "td"):
        label = on_one_line(before, _WHOLE)
        known = is_furniture(label) if before.tag == "td" else is_known(label)
        return 0 < len(label) <= _LABEL and (names_other_days(label) or not known)
    words = " ".join(words_before(element).split())
    return names_other_days(words) or (words.endswith(":") and not is_known(words.rpartition(".")[2]))


def is_update(element: lxml_html.HtmlElement) -> bool:
    """Whether a date is that of an update, by its class or by the words just before it.

    Returns:
        False for a date of publication.
    """
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    if any(word in named for word in _UPDATE) and "publi" not in named:
        return True
    words = fold(words_before(element))
    others = (*phrases("updated"), *phrases("consulted"))
    return any(phrase in words for phrase in others) and not any(
        words.rfind(phrase) > max(words.rfind(other) for other in others) for phrase in phrases("published")
    )


def is_labelled(element: lxml_html.HtmlElement) -> bool:
    """Whether a date is called one of publication: by its class, or by the words just before it.

    Returns:
        False where nothing is said of the date.
    """
    named = attribute_words(element, "class", "itemprop", "id")
    words = fold(words_before(element))
    return "publi" in named or "entry-date" in named or any(words.rstrip(" :").endswith(each) or f"{each} le" in words
                                                             for each in phrases("published"))  # fmt: skip


def is_in_sentence(element: lxml_html.HtmlElement) -> bool:
    """Whether a date is part of a sentence of the text: "Le spectacle aura lieu le <time>20 mars</time>.".

    Returns:
        False for a date that stands alone or behind a label.
    """
    return not (is_furniture(_text_before(element)[-120:]) and is_furniture((element.tail or "")[:120]))


def is_of_the_article(element: lxml_html.HtmlElement) -> bool:
    """Whether an element's own class says that it tells the article's facts: "article_info", "post-meta", "posted".

    Returns:
        True by the element's class alone.
    """
    return bool(_FACTS & tokens_of(attribute_words(element, "class", "id")))


def is_byline(element: lxml_html.HtmlElement) -> bool:
    """Whether an element's own class is one that systems give to the line of author and day: "entry-meta", "byline"."""
    return bool(_BYLINE & tokens_of(attribute_words(element, "class")))


def opens_a_text(element: lxml_html.HtmlElement) -> bool:
    """Whether a line stands above sentences in its own block, as the head of a reader's comment does."""
    following = (on_one_line(each) for each in element.itersiblings() if isinstance(each.tag, str))
    return any(len(words) >= _LEAST_COMMENT and words.endswith((".", "!", "?", "…")) for words in following)


def names_an_event(element: lxml_html.HtmlElement) -> bool:
    """Whether a block is one on what takes place, by its own class, id or microdata: "date-event", `startDate`."""
    if not element.attrib:
        return False
    if attribute_words(element, "itemprop") in _EVENT_TIMES:
        return True
    return bool(EVENT_WORDS & tokens_of(attribute_words(element, "class", "id", "itemtype")))
