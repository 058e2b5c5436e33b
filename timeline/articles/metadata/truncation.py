"""Texts that are not the whole article: paywalls and consent banners."""

from __future__ import annotations

from timeline.i18n.messages import message
from timeline.languages.folding import fold
from timeline.languages.press import phrases

_TAIL = 600
_SHORT = 1500


def truncation(text: str) -> str:
    """Why `text` is not a whole article, as a clause, or "".

    Returns:
        A message, or "".
    """
    end = fold(text[-_TAIL:])
    for phrase in phrases("truncated"):
        if phrase in end:
            return message("articles.ends_in", phrase=phrase)
    if len(text) < _SHORT:
        whole = fold(text)
        banner = [phrase for phrase in phrases("consent") if phrase in whole]
        if len(banner) >= 2:
            return message("articles.banner", phrase=banner[0])
    return ""
