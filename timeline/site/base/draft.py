"""A page that is not made yet, with what it will be made of: a build can tell whether it is as it was."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from timeline.site.base.page import Page


@dataclass(frozen=True, slots=True)
class Draft:
    """A page of the site before it is made.

    Attributes:
        path: Its place within the site.
        timeline: The slug of the timeline that it belongs to, "" for a page of the site.
        seen: Returns all that its bytes depend on, beside the code and the site's settings; its `repr` says it whole.
        make: Makes the page.
    """

    path: str
    timeline: str
    seen: Callable[[], object]
    make: Callable[[], Page]

    def digest(self) -> str:
        """A digest of all that the page depends on.

        Returns:
            Hexadecimal digits: the same for the same page, in any process.
        """
        return digest_of(self.seen())


def made(page: Page) -> Draft:
    """A page that is made already, as one that depends on itself.

    Args:
        page: The page.

    Returns:
        Its draft.
    """
    return Draft(page.path, page.timeline, lambda: page, lambda: page)


def digest_of(seen: object) -> str:
    """A digest of a value whose `repr` says it whole: of texts, numbers, dates, tuples, and dataclasses of these.

    Args:
        seen: The value; no set, whose order differs from process to process.

    Returns:
        32 hexadecimal digits.
    """
    return hashlib.sha256(repr(seen).encode("utf-8", "surrogatepass")).hexdigest()[:32]
