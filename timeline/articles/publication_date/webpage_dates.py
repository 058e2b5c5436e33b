"""The dates of a page: JSON-LD, `meta`, microdata, `<time>`, and the line that readers see by the headline."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, dropwhile
from typing import Any, TypeAlias

from lxml import html as lxml_html

from timeline.articles.metadata.webpage_headline import similarity
from timeline.articles.metadata.webpage_linked_data import is_page, string
from timeline.articles.metadata.webpage_metadata import is_of_another, is_of_the_site, metas
from timeline.articles.publication_date import absolute, lines
from timeline.articles.publication_date.evidence import Hint
from timeline.articles.publication_date.hints import is_letter, letter_date
from timeline.articles.publication_date.phrasing import names_an_occasion, opens_with
from timeline.articles.publication_date.webpage_labels import (
    is_byline,
    is_in_sentence,
    is_labelled,
    is_of_the_article,
    is_update,
    names_an_event,
    names_another_day,
    opens_a_text,
    words_before,
)
from timeline.articles.publication_date.webpage_layout import Layout, held, in_banner, layout
from timeline.articles.publication_date.webpage_lines import BLOCKS, short_lines, short_words
from timeline.articles.publication_date.webpage_others import (
    announces_an_event,
    event_days,
    is_of_an_event,
    is_of_today,
    leads_elsewhere,
    section_days,
)
from timeline.articles.text.html_paragraphs import is_within, on_one_line

Block: TypeAlias = tuple[lxml_html.HtmlElement, str]
"""An element of a page, and its text on one line."""

_PUBLISHED = frozenset(
    [
        "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate",
        "datepublished", "article.published", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.date",
        "dcterms.issued", "dcterms.created", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime", "article:published", "article.created", "date_published", "ptime",
        "published_at", "originalpublicationdate", "displaydate", "citation_publication_date", "citation_date",
        "dc.created", "dc:date", "dc:created", "dcterms:date", "dcterms:issued", "dcterms:created", "datecreated",
        "published-date", "date_publication", "date-publication", "article:publicationdate",
        "article_date_original",
    ]
)  # fmt: skip
_OPEN_GRAPH = frozenset(["article:published_time", "og:article:published_time", "og:published_time", "og:pubdate"])
_MODIFIED = frozenset(
    [
        "article:modified_time", "og:updated_time", "og:article:modified_time", "og:modified_time", "last-modified",
        "lastmod", "revised", "dcterms.modified", "dc.date.modified", "datemodified", "article.updated",
        "date_modified", "utime",
    ]
)  # fmt: skip
_NEAR = 40
_INLINE = frozenset({"span", "time", "small", "em"})
_CLOSING = 4
"""The lines above the headline that may hold its day."""
_LABELLED = 60
"""The most characters of a line whose class alone calls it one of publication."""
_SENTENCE, _PARAGRAPH = 600, 1200
_RDFA = frozenset(
    [
        "dc:date", "dc:created", "dc:issued", "dcterms:created", "dcterms:issued", "dcterms:date",
        "schema:datecreated", "schema:datepublished", "datepublished", "datecreated",
    ]
)  # fmt: skip


def dates(tree: lxml_html.HtmlElement, nodes: list[dict[str, Any]], zone: str) -> tuple[Hint, ...]:
    """All hints of the page about its publication and its modification, unordered.

    Args:
        tree: The page.
        nodes: The nodes of its linked data that describe the article, its own first.
        zone: The IANA name of the zone that decides which day a moment falls in.
    """
    parts = layout(tree)
    found = [
        *_linked(nodes, tree, zone),
        *_meta(tree, zone),
        *_microdata(tree, parts, zone),
        *_times(tree, parts, zone),
    ]
    found = list(dict.fromkeys((*found, *_visible(tree, parts, zone, found))))
    days = event_days(tree) | section_days(tree, parts, zone)
    announced = any(_is_bare(hint) for hint in found) and announces_an_event(tree, parts)
    return tuple(hint for hint in found if not (_is_bare(hint) and (announced or str(hint.day) in days)))


def _is_bare(hint: Hint) -> bool:
    """Whether nothing but its place calls a day one of publication."""
    return hint.kind in ("visible", "time") and not hint.labelled and not hint.modification


def event_lines(tree: lxml_html.HtmlElement, zone: str) -> frozenset[str]:
    """The lines of a page that hold a day and stand in a block on an event: no publication lines, in the text either.

    Args:
        tree: The page.
        zone: The IANA name of the zone that decides which day a moment falls in.
    """
    around = {parent for heading in tree.iter("h1") for parent in (heading, *heading.iterancestors())}
    events = held(tree, around, names_an_event)
    found = set()
    for element in tree.iter(*BLOCKS):
        words = on_one_line(element) if len(element) <= 3 else ""
        if 8 <= len(words) <= 100 and is_of_an_event(element, events) and lines.bare_date(words, zone):
            found.add(words)
    return frozenset(found)


def _hint(kind: str, text: str, zone: str, modification: bool = False, labelled: bool = False) -> Iterator[Hint]:
    """The day as a page states it: where its moment has a zone, that of its paper; in the timeline's zone for UTC."""
    stated = absolute.parse(text[:100], zone)
    if isinstance(stated, absolute.ParsedDate):
        day = stated.time.date() if stated.time and stated.time.utcoffset() else stated.day
        yield Hint(kind, text.strip()[:100], day, stated.time, modification=modification, labelled=labelled)


def _linked(nodes: list[dict[str, Any]], tree: lxml_html.HtmlElement, zone: str) -> Iterator[Hint]:
    """The dates of the article's node; loose where a page's is named after its site, not enough otherwise."""
    for node in nodes[:1]:
        kind = "json-ld" if not is_of_another(node, tree) else "meta" if is_page(node) else "another node"
        kind = "another node" if is_page(node) and is_of_the_site(node) else kind
        yield from _hint(kind, string(node.get("datePublished") or node.get("dateCreated")), zone)
        yield from _hint(kind, string(node.get("dateModified")), zone, modification=True)


def _meta(tree: lxml_html.HtmlElement, zone: str) -> Iterator[Hint]:
    for name, content in metas(tree, items=False):
        if name in _OPEN_GRAPH:
            yield from _hint("opengraph", content, zone)
        elif name in _PUBLISHED:
            yield from _hint("meta", content, zone)
        elif name in _MODIFIED:
            yield from _hint("meta", content, zone, modification=True)


def _microdata(tree: lxml_html.HtmlElement, parts: Layout, zone: str) -> Iterator[Hint]:
    """The first date of publication and of modification in microdata; of creation or RDFa's where there is none."""
    for names, modification in ((("datepublished", "datecreated"), False), (("datemodified",), True)):
        values = (_first_stated(tree, parts, name) for name in names)
        stated = next(filter(None, values), "")
        yield from _hint("microdata", stated, zone, modification) if stated else ()
        if not stated and not modification:
            yield from _rdfa(tree, parts, zone)


def _first_stated(tree: lxml_html.HtmlElement, parts: Layout, name: str) -> str:
    for element in tree.iter("time", "span", "meta", "div", "p", "abbr", "link"):
        if name in (element.get("itemprop") or "").lower().split() and not parts.is_elsewhere(element):
            return _stated(element)
    return ""


def _rdfa(tree: lxml_html.HtmlElement, parts: Layout, zone: str) -> Iterator[Hint]:
    """The date that Drupal and others write as `property="dc:date dc:created"`; a field of a day may be any day."""
    for element in tree.iter("span", "div", "time"):
        named = set((element.get("property") or "").lower().split()) & _RDFA
        if named and not parts.is_elsewhere(element) and not is_of_an_event(element, parts.events):
            field = named == {"dc:date"} and "date-display" in (element.get("class") or "")
            yield from _hint("time" if field else "microdata", _stated(element), zone)
            return


def _stated(element: lxml_html.HtmlElement) -> str:
    return element.get("content") or element.get("datetime") or element.get("title") or on_one_line(element)


def _times(tree: lxml_html.HtmlElement, parts: Layout, zone: str) -> Iterator[Hint]:
    """The `<time>` next after the headline (the last before it where there is none after), and those of updates.

    One far from the headline counts only where it is called the day of publication; microformats write `abbr`.
    """
    before: list[Hint] = []
    after: list[Hint] = []
    current = before
    for element in tree.iter("time", "abbr", *(() if parts.headline is None else (parts.headline.tag,))):
        if element is parts.headline:
            current = after
        elif _tells_a_time(element) and not _is_others(element, parts, current is before):
            modification = is_update(element)
            time = element.get("datetime") or _stated(element)
            stated = list(_hint("time", time, zone, modification, is_labelled(element)))
            if modification:
                yield from stated
            else:
                current += stated
    if len({hint.day for hint in after if not hint.labelled}) > 1:  # "12 mai", "14 mai": what begins and ends
        after = [hint for hint in after if hint.labelled]
    yield from after[:1] or before[-1:]


def _tells_a_time(element: lxml_html.HtmlElement) -> bool:
    return element.tag == "time" or is_labelled(element) or element.get("class") == "date"


def _is_others(element: lxml_html.HtmlElement, parts: Layout, above: bool) -> bool:
    """Whether a date is not the article's: another's, an event's, one in a sentence or far from the headline."""
    if above and parts.headline is not None and leads_elsewhere(element, parts):
        return True
    if "datemodified" in (element.get("itemprop") or "").lower() or parts.is_elsewhere(element):
        return True
    if is_labelled(element):
        return False
    if is_in_sentence(element) or not parts.is_close(element):
        return True
    return is_of_an_event(element, parts.events) or names_an_occasion(words_before(element))


def _visible(tree: lxml_html.HtmlElement, parts: Layout, zone: str, stated: list[Hint]) -> Sequence[Hint]:
    """The publication line nearest after the headline, else the first of the page; else a bare date by the headline.

    Only where nothing is `stated`, is a sentence on the article read.
    """
    nothing = not any(not hint.modification for hint in stated)
    written = {hint.time.date() for hint in stated if hint.time and hint.time.date() != hint.day}
    blocks = [(element, _without_title(element, line, parts)) for element, line in short_lines(tree, parts)]
    start = next((number for number, (element, _) in enumerate(blocks) if element is parts.headline), 0)
    line = _publication_line(blocks, start, parts, zone, everywhere=nothing)
    bare = () if line else _bare_dates(blocks, start, parts, zone, written, everywhere=nothing)
    if line or len({hint.day for hint in bare}) > 1:
        return line  # of several bare days, nothing says which is the article's
    return [*bare, *(_below(tree, blocks[start:], parts, zone) if nothing and not bare else ())][:1]


def _publication_line(
    blocks: Sequence[Block], start: int, parts: Layout, zone: str, *, everywhere: bool
) -> tuple[Hint, ...]:
    """What the first publication line says, near the headline or, with `everywhere`, on the whole page.

    A line "Créé le …" stands back behind another; lines far from the headline count where all say one day.
    """
    near_end = min(start + _NEAR, len(blocks))
    others = chain(range(start), range(near_end, len(blocks))) if everywhere else ()
    far: list[tuple[Hint, ...]] = []
    begun: tuple[Hint, ...] = ()
    for number in chain(range(start, near_end), others):
        element, line = blocks[number]
        read = lines.from_line(line, zone)
        if not any(not hint.modification for hint in read) or _is_of_others(element, number, start, parts):
            continue
        if not everywhere and is_within(element, "figure"):
            continue  # a picture's or a video's
        if not parts.is_close(element):
            far.append(read)
        elif opens_with(line, "created"):
            begun = begun or read
        else:
            return read
    return begun or (far[0] if len({_first_day(read) for read in far}) == 1 else ())


def _bare_dates(
    blocks: Sequence[Block],
    start: int,
    parts: Layout,
    zone: str,
    written: set[datetime.date],
    *,
    everywhere: bool,
) -> Sequence[Hint]:
    """The dates without a word of publication that stand by the headline.

    One above it may be the current day in the banner: it is taken only where nothing is stated (`everywhere`), or where
    it is the day as `written` there ("2014-06-03T23:55-07:00").
    """
    above = [each for each in reversed(blocks[max(start - _CLOSING, 0) : start]) if not in_banner(each[0], parts)]
    above = [each for each in above if not leads_elsewhere(each[0], parts)]
    around = [*blocks[start : start + 8], *(above if everywhere else [])]
    bare = (_alone(element, text, zone) for element, text in around if _may_stand_bare(element, text, parts))
    found = [hint for hint in bare if hint]
    return found or [hint for _, text in above if (hint := lines.bare_date(text, zone)) and hint.day in written]


def _without_title(element: lxml_html.HtmlElement, line: str, parts: Layout) -> str:
    """A line without the page's title, which forums repeat beside each date: "Posté le : … Sujet : Titre"."""
    if parts.headline is None or element is parts.headline or not similarity(parts.headline, parts.names):
        return line
    return " ".join(line.replace(on_one_line(parts.headline), " ").split()) or line


def _alone(element: lxml_html.HtmlElement, line: str, zone: str) -> Hint | None:
    """A bare date; one in the article's byline, called `entry-date`, or behind "Par Anne Morel", is no event's."""
    hint = lines.bare_date(line, zone)
    return replace(hint, labelled=True) if hint and _is_signed(element, line, zone) else hint


def _is_signed(element: lxml_html.HtmlElement, line: str, zone: str) -> bool:
    return is_byline(element) or is_labelled(element) or lines.authors_date(line, zone) is not None


def _first_day(read: tuple[Hint, ...]) -> datetime.date | None:
    return next(hint.day for hint in read if not hint.modification)


def _is_of_others(element: lxml_html.HtmlElement, number: int, start: int, parts: Layout) -> bool:
    if number <= start or parts.is_close(element):
        return False
    return opens_a_text(element) or parts.is_of_another_part(element) or leads_elsewhere(element, parts)


def _below(tree: lxml_html.HtmlElement, blocks: Sequence[Block], parts: Layout, zone: str) -> Iterator[Hint]:
    """What the article says of itself around its text: a line called one of publication, its author's, a sentence."""
    for element, line in blocks:
        yield from filter(None, [_vouched(element, line, parts, zone)])
    headline = "" if parts.headline is None else on_one_line(parts.headline)
    for _, line in short_lines(tree, parts, _SENTENCE):
        yield from lines.own_sentence(line, zone) or lines.own_citation(line, headline, zone)
    if blocks and is_letter(short_words(tree, parts)):
        long = dropwhile(lambda each: each[0] is not blocks[0][0], short_lines(tree, parts, _PARAGRAPH))
        hints = [hint for element, line in long if element.tag != "figcaption" and (hint := letter_date(line, zone))]
        yield from hints if len({hint.day for hint in hints}) == 1 else ()


def _vouched(element: lxml_html.HtmlElement, line: str, parts: Layout, zone: str) -> Hint | None:
    """The date of a line that only its element's class or its place in the article's footer calls the article's."""
    hint = lines.leading_date(line, zone) if is_labelled(element) and len(line) <= _LABELLED else None
    if not hint and is_of_the_article(element):
        hint = lines.authors_date(line, zone)
    if not hint and parts.is_in_own_footer(element):
        hint = lines.bare_date(line, zone)
    return hint


def _may_stand_bare(element: lxml_html.HtmlElement, line: str, parts: Layout) -> bool:
    """Whether a date without a word of publication may be the article's in this place."""
    if element.tag in _INLINE and (is_update(element) or is_in_sentence(element)):
        return False
    if element.tag in _INLINE and names_an_occasion(words_before(element)):
        return False
    if is_of_today(element, parts) or names_another_day(element, line):
        return False
    return parts.is_titled and parts.is_close(element) and not is_of_an_event(element, parts.events)
