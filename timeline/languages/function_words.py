"""The function words of every language, from `timeline/languages/<language>/function_words.toml`.

A kind of word is used in all languages at once: lemmas and forms of a parse are of the article's own language, and no
function word of one language causes errors in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from timeline.languages.tables import tables_of_all


@cache
def function_words(kind: str) -> frozenset[str]:
    """The words of a kind.

    Args:
        kind: A key of `[words]`: "negation", "agent", "locative", …

    Returns:
        Lemmas or forms in lower case, of all languages; "_" in the tables stands for a blank.

    Raises:
        KeyError: No language has words of that kind.
    """
    return frozenset(word.replace("_", " ") for section in _sections("words", kind) for word in section.split())


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """The compiled pattern of a kind: an alternative for each language that has one.

    Args:
        kind: A key of `[patterns]`.

    Returns:
        A case-sensitive pattern.

    Raises:
        KeyError: No language has a pattern of that kind.
    """
    return re.compile(source(kind))


@cache
def source(kind: str) -> str:
    """The source of `pattern(kind)`, for use in a longer pattern.

    Args:
        kind: A key of `[patterns]`.

    Returns:
        A regular expression that acts as one unit in a longer one, or the only language's own.

    Raises:
        KeyError: No language has a pattern of that kind.
    """
    found = [*_sections("patterns", kind)]
    return found[0] if len(found) == 1 else "(?:" + "|".join(found) + ")"


def _sections(section: str, kind: str) -> Iterator[str]:
    found = [table[section][kind] for table in tables_of_all("function_words") if kind in table.get(section, {})]
    if not found:
        raise KeyError(f"no language has {section} of the kind {kind!r}")
    yield from found
