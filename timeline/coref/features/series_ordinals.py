"""Which member of a series a text mentions: the second semi-final, the fifth stage, the first decree."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache

from timeline.coref.features.vocabulary import NOTHING, stem
from timeline.languages.folding import fold
from timeline.languages.tables import table_of

_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}
_CUP = "cup round"
_FIRST = frozenset({"1"})


@dataclass(frozen=True, slots=True)
class _SeriesPatterns:
    """How a language names the members of a series; the patterns match folded text."""

    ordinals: Mapping[str, str]
    hints: tuple[str, ...]
    none: frozenset[str]
    figure: re.Pattern[str]
    ordinal: re.Pattern[str]
    numbered: re.Pattern[str]
    following: re.Pattern[str]
    nouns: tuple[str, ...]
    of_the_day: re.Pattern[str]
    daily: re.Pattern[str]
    another: re.Pattern[str]
    cup: re.Pattern[str]


@cache
def _patterns(language: str) -> _SeriesPatterns | None:
    try:
        data = table_of(language, "coref/series")
    except FileNotFoundError:
        return None
    ordinals = {word: number for number, words in data["ordinals"].items() for word in words}
    series = data["series"]
    words = "|".join(sorted(ordinals, key=lambda word: (-len(word), word)))
    endings = "|".join(series["figure_endings"])
    return _SeriesPatterns(
        ordinals=ordinals,
        hints=tuple(word for word in ordinals if not any(other in word for other in ordinals if other != word)),
        none=frozenset(series["none"]),
        figure=re.compile(rf"\d ?(?:{endings})\b"),
        ordinal=re.compile(rf"\b(?P<ordinal>{words}|\d{{1,3}} ?(?:{endings}))\b[ -]+(?P<noun>[a-z]{{3,}})"),
        numbered=re.compile(
            rf"\b(?P<noun>{'|'.join(series['numbered'])})s? +(?:n[o°] *)?(?P<number>\d{{1,4}}|[ivx]{{1,5}})\b"
        ),
        following=re.compile(rf"\b(?:{'|'.join(series['next'])}) (?P<noun>{'|'.join(series['numbered'])})\b"),
        nouns=tuple(series["numbered"]),
        of_the_day=re.compile(rf"\b(?P<noun>{'|'.join(series['of_the_day'])})\b"),
        daily=re.compile(rf"\b(?:{'|'.join(series['definite'])})(?P<noun>{'|'.join(series['daily'])})\b(?! suivante)"),
        another=re.compile(rf"\b(?:{'|'.join(series['another'])})\b"),
        cup=re.compile(rf"\b(?P<round>{'|'.join(series['rounds'])})s?\b"),
    )


def series_ordinals(language: str, text: str, published: str = "") -> Mapping[str, frozenset[str]]:
    """The numbers that a text gives to the members of each series it names: {"etap": {"5"}}.

    Args:
        language: The code of the language; one without patterns of series gives nothing.
        text: The text, unfolded.
        published: The article's day. "La prochaine étape" is another one in every article: the day identifies it.

    Returns:
        The numbers by the stem of the series' noun.
    """
    patterns = _patterns(language)
    if patterns is None:
        return {}
    plain = _plain(text)
    found: dict[str, set[str]] = {}
    for match in patterns.ordinal.finditer(plain) if _ordinal_in(plain, patterns) else ():
        if match["noun"].rstrip("s") not in patterns.none and match["noun"] not in patterns.none:
            number = patterns.ordinals.get(match["ordinal"]) or re.sub(r"\D", "", match["ordinal"])
            found.setdefault(stem(language, match["noun"]), set()).add(number)
    numbered = any(noun in plain for noun in patterns.nouns)
    for match in patterns.numbered.finditer(plain) if numbered else ():
        found.setdefault(stem(language, match["noun"]), set()).add(_ROMAN.get(match["number"], match["number"]))
    for match in patterns.following.finditer(plain) if numbered else ():
        found.setdefault(stem(language, match["noun"]), set()).add(f"after {published}")
    for match in patterns.cup.finditer(plain):
        found.setdefault(_CUP, set()).add(re.sub(r"s\b|\bde\b|[ -]+", "", match["round"]))
    return {series: frozenset(numbers) for series, numbers in found.items()}


def members_of_the_day(language: str, text: str) -> frozenset[str]:
    """The series of which a text names a member without a number: « l'étape » is that of the article's own day.

    Args:
        language: The code of the language; one without patterns of series gives nothing.
        text: The text, unfolded.

    Returns:
        The stems of the series' nouns.
    """
    patterns = _patterns(language)
    if patterns is None:
        return NOTHING
    plain = _plain(text)
    numbered = series_ordinals(language, text)
    found = (stem(language, match["noun"]) for match in patterns.of_the_day.finditer(plain))
    return frozenset(noun for noun in found if noun not in numbered) or NOTHING


def daily_members(language: str, text: str) -> frozenset[str]:
    """The series, with one member a day at most, of which an article reports a member: « cette étape ».

    Args:
        language: The code of the language; one without patterns of series gives nothing.
        text: The title and the first lines, unfolded.

    Returns:
        The stems of the series' nouns.
    """
    patterns = _patterns(language)
    if patterns is None:
        return NOTHING
    return frozenset(stem(language, match["noun"]) for match in patterns.daily.finditer(_plain(text))) or NOTHING


def _plain(text: str) -> str:
    """A text as the patterns read it: folded, with single blanks."""
    return fold(text)


def _ordinal_in(plain: str, patterns: _SeriesPatterns) -> bool:
    """Whether a text can hold an ordinal at all: a cheap test, since most texts hold none."""
    return any(hint in plain for hint in patterns.hints) or bool(patterns.figure.search(plain))


def another(language: str, text: str) -> bool:
    """Whether a text mentions another one of a kind ("un autre", "à nouveau"), not the one mentioned before.

    Args:
        language: The code of the text's language.
        text: A sentence or a title.

    Returns:
        False in a language without such words.
    """
    patterns = _patterns(language)
    return bool(patterns and patterns.another.search(_plain(text)))


def later_of(one: Mapping[str, frozenset[str]], stems: Container[str]) -> bool:
    """Whether a text mentions a second, third or later member of a series that the other text does not count.

    Args:
        one: The numbers by series of the text that counts.
        stems: The stems of the other text.

    Returns:
        True where the other text has the word of such a series.
    """
    return any(series in stems and not numbers & _FIRST for series, numbers in one.items())


def contradict(one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]) -> bool:
    """Whether the two texts mention different members of one series.

    Args:
        one: The ordinals of a text, by series ("stage", "round").
        other: The ordinals of another.

    Returns:
        False where they share no series.
    """
    return any(series in other and not (numbers & other[series]) for series, numbers in one.items())
