"""The parts of a web address, whatever stands there: an address that cannot be taken apart has none."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit


def is_web(url: str) -> bool:
    """Whether `url` is an absolute http(s) address.

    Returns:
        False for a relative address and for other schemes.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"[\s\x00-\x1f<>\"]", url)


def path_of(url: str) -> str:
    """The path of an address, its escapes undone.

    Returns:
        "/2022/12/grève.html" for "https://a.fr/2022/12/gr%C3%A8ve.html?p=1".
    """
    try:
        return unquote(urlsplit(url).path)
    except ValueError:
        return ""


def slug_of(url: str) -> str:
    """The last part of an address, without its suffix: "grève" for "https://a.fr/2022/12/gr%C3%A8ve.html".

    Returns:
        The part; "" for an address that ends at its host, and for one that cannot be taken apart.
    """
    return PurePosixPath(path_of(url)).stem
