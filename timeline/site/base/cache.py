"""Keeps what one build made for the next build of the same preview; pages whose inputs are equal are not made again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

Made = TypeVar("Made")


class RenderCache:
    """The memory of a preview, owned by whoever builds again and again.

    Each place of the site (`key`) has at most one thing kept, with what it was made of; `turn` forgets what the build
    before the last had and the last had not. One that is not `lasting` keeps nothing: a site is built once.
    """

    def __init__(self, *, lasting: bool = False) -> None:
        self._lasting = lasting
        self._before: dict[Hashable, tuple[object, object]] = {}
        self._now: dict[Hashable, tuple[object, object]] = {}

    @property
    def lasting(self) -> bool:
        """Whether anything is kept at all."""
        return self._lasting

    def turn(self) -> None:
        """Begins a new build."""
        self._before, self._now = self._now, {}

    def get(self, key: Hashable, shown: object, make: Callable[[], Made]) -> Made:
        """The result of `make`, or the kept result for an equal `shown`, which is all that it depends on."""
        if not self._lasting:
            return make()
        known = self._before.get(key)
        if known is None or known[0] != shown:
            known = (shown, make())
        self._now[key] = known
        return cast(Made, known[1])
