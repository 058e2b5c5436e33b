"""The region that a text puts in brackets behind a town: "Rhodes (Moselle)"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from timeline.site.maps.gazetteer import is_country

_WITHIN_A_NAME = re.compile(r"[\w-]")
_IN_BRACKETS = re.compile(r"(?<=\w) \(([^(),;:]{3,40})\)")


def regions_in_brackets(texts: Iterable[str], names: Collection[str]) -> Mapping[str, frozenset[str]]:
    """What stands in brackets right behind each name.

    Args:
        texts: Sentences of articles.
        names: The names of places.

    Returns:
        By name what was found, countries left out: a country is too wide to say which town is meant.
    """
    known, longest = frozenset(names), max(map(len, names), default=0)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        if "(" not in text:
            continue
        for bracket in _IN_BRACKETS.finditer(text):
            region = bracket[1].strip()
            for name in _ends(text, bracket.start(), longest) if not is_country(region) else ():
                if name in known:
                    found[name].add(region)
    return {name: frozenset(regions) for name, regions in found.items()}


def _ends(text: str, end: int, longest: int) -> Iterator[str]:
    """The words right before a place in a text, from one word on, none longer than the longest name."""
    return (text[at:end] for at in range(max(0, end - longest), end) if not _WITHIN_A_NAME.match(text[at - 1 : at]))
