"""The headlines of events that no parser has read: the clause without what is no part of a headline, and no longer."""

from __future__ import annotations

import re

from timeline.events.headline import realisation
from timeline.languages.tables import Section, section, section_if_any
from timeline.lines.first_letter import uncapitalised

_LENGTH, _LONGEST = 90, 140
_FEW = 3
"""Words that are no headline by themselves."""


def title_of(language: str, clause: str, dated: str, headline: str) -> str:
    """The headline of a clause.

    Args:
        language: The code of the language.
        clause: The text of the clause.
        dated: The words that date it, "" where none do.
        headline: The article's headline, which says what "it" is.

    Returns:
        The clause without dateline, source and date, cut where a phrase ends within a headline's length.
    """
    text = " ".join(clause.split())
    table = section_if_any(language, "unparsed", "headline")
    if table is None:
        return _cut(realisation.tidy(text), ())
    plain = realisation.tidy(_undated(_bare(text, table), " ".join(dated.split()), language))
    short = _cut(plain, (*table.words("links"), *section(language, "unparsed", "clauses").words("borders")))
    return _introduced(short, headline, table)


def is_note(language: str, sentence: str) -> bool:
    """Whether a sentence is on the article and no news: "Correction: an earlier version said …"."""
    table = section_if_any(language, "unparsed", "headline")
    return table is not None and bool(table.pattern("note").match(sentence))


def _bare(text: str, table: Section) -> str:
    """The sentence without "ARLEN — " before it and ", police said" behind it."""
    bare = table.pattern("dateline").sub("", text)
    shorter = table.pattern("attribution").sub("", bare.rstrip(". "))
    return shorter if len(shorter.split()) > _FEW else bare


def _undated(text: str, dated: str, language: str) -> str:
    """The sentence without the day that stands beside it: "was closed on Monday night after" has "closed after".

    A date within a dependent clause stays ("who retired in 2019"), and so does one that is no point ("until 2011").
    """
    found = _phrase(dated, language).search(text) if dated else None
    if found is None:
        return text
    clauses = section(language, "unparsed", "clauses")
    depending = frozenset(clauses.words("borders")) - frozenset(clauses.words("joins"))
    if depending & set(text[: found.start()].rpartition(",")[2].lower().split()):
        return text
    rest = f"{text[: found.start()]}{text[found.end() :]}".strip(" ,")
    return rest if len(rest.split()) > _FEW else text


def _phrase(dated: str, language: str) -> re.Pattern[str]:
    """A date with the preposition that makes it a point; nothing behind one that makes it a span."""
    table = section(language, "unparsed", "headline")
    points, spans = ("|".join(map(re.escape, table.words(kind))) for kind in ("points", "spans"))
    kept = "".join(rf"(?<!\b{word}\s)" for word in spans.split("|"))
    return re.compile(rf"(?i)(?:^|\s){kept}(?:(?:{points})\s)*{re.escape(dated)}(?=[\s,.]|$)")


def _cut(text: str, links: tuple[str, ...]) -> str:
    """The text up to the last comma or clause that fits; else without the phrase that the limit cuts in two."""
    if len(text) <= _LENGTH:
        return text
    head = text[:_LENGTH]
    comma = head.rfind(", ")
    if comma > _LENGTH // 2:
        return realisation.tidy(head[:comma])
    words = head.rpartition(" ")[0].split(" ")
    opening = next((n for n in range(len(words) - 1, 0, -1) if words[n].lower() in links), len(words))
    whole = " ".join(words[:opening])
    while opening > 1 and words[opening - 1].lower() in links:
        opening -= 1
        whole = " ".join(words[:opening])
    return realisation.tidy(whole if len(whole) > _LENGTH // 3 else " ".join(words))


def _introduced(line: str, headline: str, table: Section) -> str:
    """A line that opens with a pronoun, behind the article's headline: "Inquiry into bridge: it will open in May"."""
    first, _, rest = line.partition(" ")
    if first.lower() not in table.words("pronouns") or not headline or rest.startswith(":"):
        return line
    whole = f"{headline.rstrip(' .')}: {uncapitalised(line)}"
    return whole if len(whole) <= _LONGEST and ":" not in headline else line
