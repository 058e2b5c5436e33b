"""Wikitext for MediaWiki: a list by years, each event with its sources as references."""

from __future__ import annotations

import re
from collections.abc import Iterator

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

    A reference is `{{Article}}` in French and `{{cite news}}` elsewhere; an article cited twice is named once.

    Args:
        written: The timeline.

    Returns:
        Wikitext in which no text of an event or article is markup.
    """
    words, seen = written.shared.words, set[str]()
    lines: list[str] = []
    for heading, cards in sections(written.cards, words):
        lines.append(f"\n== {heading} ==")
        lines += [_line(card, written, seen) for card in cards]
    notes = ("Notes et références", "{{Références}}") if words.language == "fr" else ("References", "{{reflist}}")
    return "\n".join([*lines, f"\n== {notes[0]} ==", notes[1]]).lstrip("\n") + "\n"


def plain(text: str) -> str:
    """A text without anything that MediaWiki would read as markup."""
    words = " ".join(text.split())
    if not _SUSPECT.search(words):
        return words
    return _SPECIAL.sub(lambda found: f"<nowiki>{_html(found[0])}</nowiki>", words)


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _line(card: Card, written: Written, seen: set[str]) -> str:
    said = f"* '''{plain(card.when)}'''{written.shared.words('colon')}{plain(card.entry.title)}"
    if card.status is not Status.ASSERTED:
        said += f" ({plain(written.shared.words(f'status.{card.status.value}'))})"
    return said + "".join(_references(card, written, seen))


def _references(card: Card, written: Written, seen: set[str]) -> Iterator[str]:
    cited = dict.fromkeys((source.article or source.url) for source in card.entry.sources)
    first = {source.article or source.url: source for source in reversed(card.entry.sources)}
    for key in filter(None, cited):
        name = f"s{written.shared.numbers.get(key, 0)}"
        if name in seen:
            yield f'<ref name="{name}" />'
        else:
            seen.add(name)
            yield f'<ref name="{name}">{_cited(first[key], written)}</ref>'


def _cited(source: Source, written: Written) -> str:
    article, language = written.shared.articles.get(source.article), written.shared.words.language
    fields = {
        "title": source.title or (article.title if article else "") or source.article or source.url,
        "publisher": article.publisher if article else "",
        "author": article.author if article else "",
        "date": article.published.isoformat() if article else "",
        "page": article.page if article else "",
        "url": source.url or (article.url if article else ""),
    }
    french = {
        "author": "auteur", "title": "titre", "publisher": "périodique", "date": "date", "page": "page",
        "url": "lire en ligne",
    }  # fmt: skip
    english = {"author": "author", "title": "title", "publisher": "work", "date": "date", "page": "page", "url": "url"}
    names = french if language == "fr" else english
    said = "".join(f" |{name}={_value(key, fields[key])}" for key, name in names.items() if fields[key])
    return "{{" + ("Article" if language == "fr" else "cite news") + said + "}}"


def _value(key: str, value: str) -> str:
    """The value of a template's field: an address keeps its characters, except those that end the template."""
    if key == "url":
        return value.replace("|", "%7C").replace("{", "%7B").replace("}", "%7D").replace("<", "%3C").replace(">", "%3E")
    return plain(value)
