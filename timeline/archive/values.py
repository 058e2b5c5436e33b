"""Annotations and other values as bytes and back: pickles that may name only our own types, so that none executes code.

A dataclass is written as its fields and read by a constructor, in a tenth of the time that `dataclasses` takes for it.
"""

from __future__ import annotations

import datetime
import io
import pickle
import zlib
from collections.abc import Callable
from dataclasses import field, fields, is_dataclass, make_dataclass
from functools import cache
from importlib import import_module
from operator import attrgetter
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from timeline.annotation import Annotation

_LEVEL = 6
_UNREADABLE = (pickle.UnpicklingError, EOFError, AttributeError, ImportError, ValueError, TypeError)
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
    return zlib.compress(pickled(annotation), _LEVEL)


def loads(data: bytes) -> Annotation | None:
    """The inverse of `dumps`; None where the bytes are not an annotation, or need types that this version lacks.

    Args:
        data: What `dumps` returned, in this version or in an earlier one.

    Returns:
        The annotation; None where the bytes hold none that this version can read.
    """
    try:
        found = unpickled(zlib.decompress(data))
    except zlib.error:
        return None
    return found if isinstance(found, Annotation) else None


def pickled(value: object) -> bytes:
    """A value as bytes.

    Args:
        value: Of our own types, of Python's plain ones, of days and zones.

    Returns:
        What `unpickled` reads.
    """
    written = io.BytesIO()
    _Fields(written, pickle.DEFAULT_PROTOCOL).dump(value)
    return written.getvalue()


def unpickled(content: bytes | None) -> Any:
    """The inverse of `pickled`.

    Args:
        content: What `pickled` returned, in this version or in an earlier one; None where there is nothing.

    Returns:
        The value; None where there is none, or where it holds types that this version has not.
    """
    try:
        return OwnTypes(io.BytesIO(content)).load() if content else None
    except _UNREADABLE:
        return None


class _Fields(pickle.Pickler):
    """Writes a dataclass as a call with the values of its fields."""

    def reducer_override(self, value: Any) -> Any:
        """How a value is written; `NotImplemented` for pickle's own way."""
        kind: Any = type(value)
        values_of = _values_of(kind)
        return NotImplemented if values_of is None else (kind, values_of(value))


@cache
def _values_of(kind: type) -> Callable[[object], tuple[object, ...]] | None:
    """What gives the arguments that make an equal value; None for a type that is not made of them alone."""
    if not is_dataclass(kind) or hasattr(kind, "__post_init__") or "__slots__" not in vars(kind):
        return None
    its = fields(kind)
    if len(its) < 2 or not all(one.init and not one.kw_only for one in its):  # of one name, `attrgetter` gives no tuple
        return None
    return attrgetter(*(one.name for one in its))


@cache
def _maker(kind: type) -> type:
    """What makes an instance of a class from the values of its fields: itself, or a faster one.

    A frozen dataclass sets each field through `object`, which takes most of the time of reading. A class with the same
    slots that is not frozen does not, and its instance may become one of the other.
    """
    if _values_of(kind) is None:
        return kind

    def become(self: Any) -> None:
        self.__class__ = kind

    def restore(self: Any, state: Any) -> None:
        """What `dataclasses` writes of an instance: values of former versions."""
        become(self)
        self.__setstate__(state)

    its = [(one.name, Any, field(default=one.default, default_factory=one.default_factory)) for one in fields(kind)]
    own = {"__post_init__": become, "__setstate__": restore}
    made = make_dataclass(kind.__name__, its, namespace=own, repr=False, eq=False, slots=True)
    try:
        become(object.__new__(made))
    except TypeError:  # a class with a base of its own
        return kind
    return made


class OwnTypes(pickle.Unpickler):
    """Reads pickles that hold only our own types, days and zones, and nothing callable."""

    def find_class(self, module: str, name: str) -> Any:
        """The type that a pickle names.

        Raises:
            UnpicklingError: It names any other.
        """
        return _named(module, name)


@cache
def _named(module: str, name: str) -> Any:
    """What stands for the type that a pickle names; each block of values names it again."""
    if (module, name) == ("builtins", "getattr"):
        return _zone_maker
    if module in ("datetime", "zoneinfo"):
        found = _TIMES.get(name)
    elif (module, name) == ("markupsafe", "Markup"):  # a text that is HTML
        found = Markup
    elif module == "builtins":
        found = {"frozenset": frozenset, "set": set}.get(name)
    elif module.startswith("timeline."):
        found = getattr(import_module(module), name, None)
    else:
        found = None
    if isinstance(found, type):
        return _maker(found)
    raise pickle.UnpicklingError(f"{module}.{name} is no type of ours")


def _zone_maker(owner: Any, name: str) -> Any:
    """How a zone is pickled: by its name, and a method of its class."""
    if owner is ZoneInfo and name == "_unpickle":
        return getattr(owner, name)
    raise pickle.UnpicklingError(f"{name} is no zone")
