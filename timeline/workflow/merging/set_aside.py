"""Events that stay among the candidates because of who tells them.

What only articles in another language than the timeline's tell has a title in that language. What only opinion pieces
and errata tell is no report: a columnist's "l'Europe a condamné du bout des lèvres", a figure that "il fallait lire".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from timeline.i18n import languages, say
from timeline.languages.folding import fold
from timeline.languages.press import phrases
from timeline.model import Article, Entry

_HEAD = 400
"""The part of a text that a label may stand in: the first lines."""
_LINES = 4
_MOST_WORDS = 0.5
"""The share of a title's words in an erratum from which it may correct the event."""
_MOST_ENTRIES = 3
_WORD = re.compile(r"\w{4,}")


@dataclass(frozen=True, slots=True)
class SetAside:
    """The articles that make no entry of their own, in the order of the articles.

    Attributes:
        foreign: Those in another language than the timeline's.
        opinions: Opinion pieces and errata.
        spoken: The one language of all articles, where the timeline is in another; "" elsewhere.
    """

    foreign: tuple[Article, ...] = ()
    opinions: tuple[Article, ...] = ()
    spoken: str = ""

    def without_weight(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """The entries; those that only these articles tell have no weight, and become candidates."""
        ids = {one.id for one in (*self.foreign, *self.opinions)}
        return tuple(
            replace(one, weight=0.0) if ids and ids.issuperset(source.article for source in one.sources) else one
            for one in entries
        )

    def lines(self, language: str, entries: Sequence[Entry]) -> tuple[str, ...]:
        """The lines that say so, for the person who builds, and what each erratum may correct."""
        kinds = {"build.other_language": self.foreign, "build.opinions": self.opinions}
        lines = [say(language, key, count=len(found), article=found[0].id) for key, found in kinds.items() if found]
        if self.spoken:
            lines.append(say(language, "build.spoken", spoken=self.spoken))
        for erratum in filter(is_erratum, self.opinions):
            if corrected := corrected_by(erratum, entries):
                titles = "; ".join(f"{one.title} ({one.date})" for one in corrected)
                lines.append(say(language, "build.erratum", article=erratum.id, titles=titles))
        return tuple(lines)


def set_aside(articles: Sequence[Article], language: str, known: Mapping[str, bool] = MappingProxyType({})) -> SetAside:
    """Which articles make no entry of their own; of a kind that all articles are, none.

    Args:
        articles: All articles.
        language: The timeline's language.
        known: Whether some of them are opinions or errata, by id.
    """
    foreign = tuple(one for one in articles if one.language != language)
    opinions = tuple(one for one in articles if (known[one.id] if one.id in known else is_opinion(one)))
    codes = {one.language for one in foreign} if len(foreign) == len(articles) else set()
    spoken = codes.pop() if len(codes) == 1 and codes <= set(languages()) else ""
    foreign, opinions = (found if len(found) < len(articles) else () for found in (foreign, opinions))
    return SetAside(foreign, opinions, spoken)


def is_opinion(article: Article) -> bool:
    """Whether an article calls itself an opinion or an erratum, in its headline or in its first lines."""
    labels = _label("opinion_labels", "erratum_labels")
    return any(labels.match(fold(line)) for line in _first_lines(article))


def is_erratum(article: Article) -> bool:
    """Whether an article calls itself an erratum: "RECTIFICATIF", "Précision : …"."""
    return any(_label("erratum_labels").match(fold(line)) for line in _first_lines(article))


def corrected_by(erratum: Article, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that an erratum may correct, the likeliest first: it says most words of their titles."""
    corrected = set(_WORD.findall(fold(erratum.text)))
    shares = [(_share(_WORD.findall(fold(one.title)), corrected), one) for one in entries]
    likely = sorted((pair for pair in shares if pair[0] >= _MOST_WORDS), key=lambda pair: (-pair[0], pair[1].date))
    return tuple(one for _, one in likely[:_MOST_ENTRIES])


def _share(words: Sequence[str], corrected: Set[str]) -> float:
    """The share of a title's words that are said; 0 where these are fewer than two."""
    found = sum(word in corrected for word in words)
    return found / len(words) if found > 1 else 0.0


def _first_lines(article: Article) -> Iterator[str]:
    yield article.title
    yield from [line for line in article.text[:_HEAD].splitlines() if line.strip()][:_LINES]


@cache
def _label(*kinds: str) -> re.Pattern[str]:
    """A label that is the whole line, or that a sign sets apart from a headline."""
    labels = "|".join(re.escape(phrase) for kind in kinds for phrase in phrases(kind))
    return re.compile(rf"\W*(?:{labels})(?:\s*$|\s?[.:|]\s|\s[–—-]\s)")
