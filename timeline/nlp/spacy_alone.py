"""spaCy without its command line.

`import spacy` also loads `spacy.cli`, for the sake of `spacy.info`, and with it a project manager and two HTTP clients:
a third of the time. Here it is put off until somebody asks for it.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_PUT_OFF = ("spacy.cli", "spacy.cli.info")


def load() -> None:
    """Imports spaCy, where nobody has yet; its command line stays what it is for those who import it."""
    if "spacy" in sys.modules:
        return
    package, info = (ModuleType(name) for name in _PUT_OFF)
    package.__path__ = []
    info.info = _info  # type: ignore[attr-defined]  # what `spacy/__init__.py` takes from there
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
