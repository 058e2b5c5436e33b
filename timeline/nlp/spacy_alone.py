"""Import spaCy without its command line.

`import spacy` also loads `spacy.cli`, only for `spacy.info`, and with it a project manager and two HTTP clients: a
third of the import time. Here that import is delayed until somebody needs it.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_PUT_OFF = ("spacy.cli", "spacy.cli.info")


def load() -> None:
    """Import spaCy, if it is not imported yet; its command line still works for those who import it."""
    if "spacy" in sys.modules:
        return
    package, info = (ModuleType(name) for name in _PUT_OFF)
    package.__path__ = []
    info.info = _info  # type: ignore[attr-defined]  # `spacy/__init__.py` imports it from there
    sys.modules.update(zip(_PUT_OFF, (package, info), strict=True))
    try:
        import spacy
    finally:
        for name in _PUT_OFF:
            del sys.modules[name]
    vars(spacy).pop("cli", None)


def _info(*arguments: Any, **options: Any) -> Any:
    """`spacy.info`, imported when called."""
    from spacy.cli.info import info

    return info(*arguments, **options)
