"""Annotations as bytes and back: pickles that may name only our own types, so that none executes code."""

from __future__ import annotations

import datetime
import io
import pickle
import zlib
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

from timeline.annotation import Annotation

_LEVEL = 6
_TIMES: dict[str, Any] = {
    each.__name__: each
    for each in (datetime.date, datetime.datetime, datetime.time, datetime.timedelta, datetime.timezone, ZoneInfo)
}


def dumps(annotation: Annotation) -> bytes:
    """An annotation as bytes, compressed.

    Args:
        annotation: What was read of one article.

    Returns:
        The compressed bytes.
    """
    return zlib.compress(pickle.dumps(annotation), _LEVEL)


def loads(data: bytes) -> Annotation | None:
    """The inverse of `dumps`; None where the bytes are not an annotation, or need types that this version lacks.

    Args:
        data: What `dumps` returned, in this version or in an earlier one.

    Returns:
        The annotation; None where the bytes hold none that this version can read.
    """
    try:
        found = OwnTypes(io.BytesIO(zlib.decompress(data))).load()
    except (pickle.UnpicklingError, zlib.error, EOFError, AttributeError, ImportError, ValueError, TypeError):
        return None
    return found if isinstance(found, Annotation) else None


class OwnTypes(pickle.Unpickler):
    """Reads pickles that hold only our own types, days and zones, and nothing callable."""

    def find_class(self, module: str, name: str) -> Any:
        """The type that a pickle names.

        Raises:
            UnpicklingError: It names any other.
        """
        if (module, name) == ("builtins", "getattr"):
            return _zone_maker
        if module in ("datetime", "zoneinfo"):
            found = _TIMES.get(name)
        elif module == "builtins":
            found = {"frozenset": frozenset, "set": set}.get(name)
        elif module.startswith("timeline."):
            found = getattr(import_module(module), name, None)
        else:
            found = None
        if isinstance(found, type):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no type of ours")


def _zone_maker(owner: Any, name: str) -> Any:
    """How a zone is pickled: by its name, and a method of its class."""
    if owner is ZoneInfo and name == "_unpickle":
        return getattr(owner, name)
    raise pickle.UnpicklingError(f"{name} is no zone")
