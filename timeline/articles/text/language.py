"""The language of a text, by py3langid's n-gram model: offline, 5 MB, the same answer everywhere."""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

Spoken: TypeAlias = MutableMapping[str, str | None]
"""What was detected, by the names of the beginnings of texts (`beginning`)."""

_SAMPLE = 400
_ENOUGH = 60
_SURE = 0.9


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect(text: str, known: Spoken | None = None) -> str | None:
    """The ISO 639-1 code of `text`'s language, or None where it is too short or too mixed to be sure.

    Args:
        text: The text of an article.
        known: What was detected before, to which this is added: the model, 70 MB unpacked, is loaded only for others.

    Returns:
        The code, or None.
    """
    sample = text[:_SAMPLE]
    if len(sample.strip()) < _ENOUGH:
        return None
    if known is None:
        return _detected(sample)
    name = beginning(text)
    if name not in known:
        known[name] = _detected(sample)
    return known[name]


def let_go() -> None:
    """Lets go of the model, some 80 MB; it is loaded again where another text is looked at."""
    _identifier.cache_clear()


def beginning(text: str) -> str:
    """The name of all that `detect` looks at in a text.

    Args:
        text: The text of an article.

    Returns:
        Hexadecimal digits.
    """
    return sha256(text[:_SAMPLE].encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _detected(sample: str) -> str | None:
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
