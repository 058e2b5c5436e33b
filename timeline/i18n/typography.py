"""What is typed, set as it is printed: spaces that do not break, curved apostrophes."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from timeline.i18n.texts import template, texts


@lru_cache(maxsize=1 << 14)
def typeset(text: str, language: str) -> str:
    """A text as it is printed in a language; only spaces and apostrophes change, and none is added.

    Args:
        text: What a person or an article wrote: "L'ONU : 500 000 morts ?".
        language: The text's language; one without rules leaves it as it is.

    Returns:
        The text with as many code points or fewer.
    """
    for pattern, replacement in _rules(language):
        text = pattern.sub(replacement, text)
    return text


def printed(language: str, key: str, **arguments: object) -> str:
    """The text of a key of the interface as it is printed; what fills its `{names}` is not changed.

    Args:
        language: The code of the language of the interface.
        key: A dotted key of the interface's texts.
        **arguments: The values of its `{names}`.

    Returns:
        The text.
    """
    return typeset(template(language, key, arguments), language).format(**arguments)


@cache
def _rules(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in texts(language)["typography"])
