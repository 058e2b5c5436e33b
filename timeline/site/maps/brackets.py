"""The region that a text puts in brackets behind a town: "Rhodes (Moselle)"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

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
    found: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        if "(" not in text:
            continue
        for bracket in _IN_BRACKETS.finditer(text):
            before = text[: bracket.start()]
            region = bracket[1].strip()
            for name in names if not is_country(region) else ():
                if before.endswith(name) and not _WITHIN_A_NAME.match(before[: -len(name)][-1:]):
                    found[name].add(region)
    return {name: frozenset(regions) for name, regions in found.items()}
