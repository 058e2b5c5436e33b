"""Wikitext for MediaWiki: a list by years, each event with its sources as references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from timeline.i18n import texts
from timeline.model import Source, Status
from timeline.site.exports.texts.sections import sections
from timeline.site.parts.cards import Card
from timeline.site.render.rendered import Written

_SPECIAL = re.compile(
    r"\[\[|\]\]|\{\{|\}\}|\||''|~{3,}|__|<|>|&|-\{|(?m:^[*#:;= ])"
    r"|\[(?=//)|(?<![a-z])[a-z]+://|\b(?:bitcoin|geo|magnet|mailto|news|sips?|sms|tel|urn|xmpp):",
    re.IGNORECASE,
)
"""Marks of MediaWiki, and the schemes of the addresses that it makes links of, in brackets or bare."""
_SUSPECT = re.compile(r"[\[\]{}|~_<>&*#:;=]|''")
"""What every one of these has: few texts do, and it is found ten times as fast."""


def wikitext(written: Written) -> str:
    """The article's body: a heading for each year (or century), a line for each event, and the list of references.

    A reference is a template of the language's Wikipedia (`{{Article}}`); an article cited twice is named once.

    Returns:
        Wikitext in which no text of an event or article is markup.
    """
    words, seen = written.shared.words, set[str]()
    parts = [(heading, cards, _first_cited(cards, seen)) for heading, cards in sections(written.cards, words)]
    made = written.each_of(
        "wiki",
        [((heading, [_fields(one, written) for one in first.values()]), cards) for heading, cards, first in parts],
        lambda at: "\n".join(_section(*parts[at], written)),
    )
    notes = f"\n== {words('wikitext.notes')} ==\n{_template(words('wikitext.list'))}"
    return "\n".join([*made, notes]).lstrip("\n") + "\n"


def plain(text: str) -> str:
    """A text without anything that MediaWiki would read as markup."""
    words = " ".join(text.split())
    if not _SUSPECT.search(words):
        return words
    return _SPECIAL.sub(lambda found: f"<nowiki>{_html(found[0])}</nowiki>", words)


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _first_cited(cards: Iterable[Card], seen: set[str]) -> dict[str, Source]:
    """By article or address, its first source, of those that are not `seen`; they are added there."""
    first: dict[str, Source] = {}
    for card in cards:
        for source in card.entry.sources:
            if (key := source.cited) and key not in seen:
                seen.add(key)
                first[key] = source
    return first


def _section(heading: str, cards: Iterable[Card], first: Mapping[str, Source], written: Written) -> Iterator[str]:
    yield f"\n== {heading} =="
    left = dict(first)
    for card in cards:
        yield _line(card, written, left)


def _line(card: Card, written: Written, first: dict[str, Source]) -> str:
    line = f"* '''{plain(card.when)}'''{written.shared.words('colon')}{plain(card.entry.title)}"
    if card.status is not Status.ASSERTED:
        line += f" ({plain(written.shared.words(f'status.{card.status.value}'))})"
    return line + "".join(_references(card, written, first))


def _references(card: Card, written: Written, first: dict[str, Source]) -> Iterator[str]:
    cited = dict.fromkeys((source.cited) for source in card.entry.sources)
    for key in filter(None, cited):
        name, source = f"s{written.shared.numbers.get(key, 0)}", first.pop(key, None)
        yield f'<ref name="{name}">{_cited(source, written)}</ref>' if source else f'<ref name="{name}" />'


def _fields(source: Source, written: Written) -> dict[str, str]:
    """What a reference says of the article of a source, by our own names."""
    article = written.shared.articles.get(source.article)
    return {
        "title": source.title or (article.title if article else "") or source.cited,
        "publisher": article.publisher if article else "",
        "author": article.author if article else "",
        "date": article.published.isoformat() if article else "",
        "page": article.page if article else "",
        "url": source.url or (article.url if article else ""),
    }


def _cited(source: Source, written: Written) -> str:
    fields, words = _fields(source, written), written.shared.words
    names = texts(words.language)["pages.wikitext.fields"]
    parameters = "".join(f" |{name}={_value(key, fields[key])}" for key, name in names if fields[key])
    return _template(words("wikitext.cite") + parameters)


def _template(text: str) -> str:
    return f"{{{{{text}}}}}"


def _value(key: str, value: str) -> str:
    """The value of a template's field: an address keeps its characters, except those that end the template."""
    if key == "url":
        return value.replace("|", "%7C").replace("{", "%7B").replace("}", "%7D").replace("<", "%3C").replace(">", "%3E")
    return plain(value)
