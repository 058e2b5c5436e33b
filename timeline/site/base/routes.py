"""The path of every page of a timeline. All are in the timeline's own folder, named by its slug."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_RESERVED = re.compile(r"(?i)tl-|d-|con$|prn$|aux$|nul$|(com|lpt)\d$|index$")
_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"}
)


def fingerprint(text: str) -> str:
    """A short name for any text, always the same."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:10]


def anchor(identifier: str) -> str:
    """The id of an event within a page.

    Returns:
        The same where HTML and addresses can hold it, else a fingerprint.
    """
    if _PLAIN.fullmatch(identifier) and not _RESERVED.match(identifier):
        return identifier
    return f"x{fingerprint(identifier)}"


def slug(text: str) -> str:
    """A file name for a title or a name: "Élysée" gives "elysee".

    `slugs` must distinguish names that differ only in what is lost.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).encode("ascii", "ignore").decode().lower()
    short = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return short if short and not _RESERVED.match(short) else f"x{fingerprint(text)}"


def slugs(names: list[str], chosen: Mapping[str, str] | None = None) -> dict[str, str]:
    """A distinct file name for each name, independent of their order.

    Args:
        names: The names.
        chosen: File names that a person chose, by name; they come first.

    Returns:
        The file names, without an ending, by name.
    """
    found = {name: its for name, its in (chosen or {}).items() if name in names and slug(its) == its}
    taken: dict[str, list[str]] = {}
    for name in sorted({*names} - {*found}):
        taken.setdefault(slug(name), []).append(name)
    ours = {*found.values()}
    return found | {
        name: short if len(sharing) == 1 and short not in ours else f"{short}-{fingerprint(name)[:6]}"
        for short, sharing in taken.items()
        for name in sharing
    }


def root(path: str) -> str:
    """The way from a page up to the site's root.

    Args:
        path: The page's path in the site.

    Returns:
        "", "../", "../../" and so on.
    """
    return "../" * path.count("/")
