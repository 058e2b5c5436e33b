"""The pictures that were saved with an article, the lead picture first. Nothing is fetched."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from lxml import html as lxml_html

from timeline.articles.formats.webpage import parse
from timeline.articles.metadata.webpage_linked_data import articles_of, linked_data
from timeline.articles.metadata.webpage_metadata import metas

SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif")
_PAGES = (".html", ".htm", ".xhtml")
_SAVED = ("_files", "_fichiers", "-files", "_assets")
"""What browsers add to a page's name for the folder of its pictures."""
_LARGEST = 20 * 1024 * 1024
"""The most bytes of a picture."""
_MOST = 20
"""The most pictures of a page that are looked at."""


def saved_pictures(path: Path) -> Iterator[bytes]:
    """The pictures of the article in the file at `path`, the one that most likely leads it first.

    Args:
        path: A file that holds one article.

    Yields:
        The bytes of each picture: one of the same name beside the file, then those that its page names and that were
        saved with it (in the page itself, or in the folder that a browser makes beside it).
    """
    beside = (path.with_suffix(suffix) for suffix in SUFFIXES)
    yield from (content for each in beside if (content := _read(each, path.parent)))
    if path.suffix.lower() not in _PAGES:
        return
    tree = parse(path.read_bytes().decode("utf-8", errors="replace"))
    if tree is None:
        return
    for address in list(dict.fromkeys(_named(tree)))[:_MOST]:
        if content := _local(address, path):
            yield content


def _named(tree: lxml_html.HtmlElement) -> Iterator[str]:
    """The addresses of a page's pictures: what it calls its own, then what stands in the article's body."""
    yield from (content for name, content in metas(tree) if name in ("og:image", "twitter:image"))
    for node in articles_of(linked_data(tree)):
        yield from _addresses(node.get("image"))
    for region in ("article", "main", "body"):
        for element in tree.iter(region):
            yield from (src.strip() for img in element.iter("img") if (src := img.get("src") or ""))


def _addresses(value: Any) -> Iterator[str]:
    """The addresses of a node's `image`: one, several, or things that have one."""
    for each in value if isinstance(value, list) else [value]:
        found = each.get("url") or each.get("contentUrl") if isinstance(each, dict) else each
        if isinstance(found, str):
            yield found.strip()


def _local(address: str, page: Path) -> bytes:
    """The picture at an address of a page, where it was saved with the page; else nothing."""
    if address.startswith("data:"):
        return _inline(address)
    try:
        parts = urlsplit(address)
    except ValueError:
        return b""
    name = unquote(parts.path)
    if parts.scheme or parts.netloc:  # on the network: only a copy in the page's folder is at hand
        name = name.rsplit("/", 1)[-1]
        folders = (page.parent / f"{page.stem}{saved}" for saved in _SAVED)
        return next((content for folder in folders if name and (content := _read(folder / name, folder))), b"")
    return _read(page.parent / name, page.parent) if name else b""


def _inline(address: str) -> bytes:
    head, _, body = address.partition(",")
    try:
        return base64.b64decode(body) if head.endswith(";base64") else unquote_to_bytes(body)
    except (binascii.Error, ValueError):
        return b""


def _read(path: Path, within: Path) -> bytes:
    """The bytes of a picture's file; nothing where there is none, or it lies elsewhere."""
    try:
        real = path.resolve()
        if not real.is_relative_to(within.resolve()) or not real.is_file() or real.stat().st_size > _LARGEST:
            return b""
        return real.read_bytes()
    except (OSError, ValueError):  # a name that no file can have
        return b""
