"""The language of a text, by py3langid's n-gram model: offline, 5 MB, the same answer everywhere."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 400
_ENOUGH = 60
_SURE = 0.9


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect(text: str) -> str | None:
    """The ISO 639-1 code of `text`'s language, or None where it is too short or too mixed to be sure.

    Args:
        text: The text of an article.

    Returns:
        The code, or None.
    """
    sample = text[:_SAMPLE]
    if len(sample.strip()) < _ENOUGH:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _SURE else None


def base(code: str) -> str:
    """`fr` for `fr-FR`, `fr_CA`, `FR`.

    Args:
        code: The code of a language, with or without a region.

    Returns:
        The first part, in lower case.
    """
    return code.replace("_", "-").split("-")[0].strip().lower()
