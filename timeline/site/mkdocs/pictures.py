"""Pictures that a timeline names: those that the site does not have, and smaller copies of the large ones."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path

from PIL import Image, ImageOps

from timeline.i18n import say
from timeline.model import Problem, Timeline
from timeline.site import Picture
from timeline.site.mkdocs.opened import with_opened
from timeline.site.mkdocs.yaml_places import place_of

_WIDEST = 960  # pixels of a copy: the column of the page, on a screen with two pixels a point
_LARGE = 60_000  # bytes from which a copy is worth its file
_MOST_PIXELS = 80_000_000  # of a picture that is opened at all
_QUALITY = 80
_NONE: Mapping[str, bytes] = {}


def missing(timelines: Sequence[Timeline], given: Collection[str], files: Mapping[str, Path]) -> list[Problem]:
    """The problems of pictures that are no file of the site.

    Args:
        timelines: What the YAML files hold.
        given: The paths of the site's files.
        files: Where the timelines' files lie, by their names.

    Returns:
        One problem a picture, at the line and column where the YAML file names it.
    """
    found = []
    for timeline in timelines:
        for entry in timeline.entries:
            if entry.image and entry.image.src and entry.image.src not in given:
                line, column = place_of(files[timeline.path], entry.line, entry.image.src)
                message = say(timeline.language, "document.image.missing", src=entry.image.src)
                found.append(Problem(timeline.path, line, column, message))
    return found


@dataclass(frozen=True, slots=True)
class Shown:
    """How the pages show pictures, by the paths that the timelines name, and the files of the smaller copies."""

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)


def shown(timelines: Sequence[Timeline], folder: Path, leads: Mapping[str, bytes] = _NONE) -> Shown:
    """The size of each picture, and a smaller copy of each that is large.

    Args:
        timelines: What the YAML files hold.
        folder: Where the site's own files lie (MkDocs' `docs_dir`).
        leads: The pictures out of articles, by the paths that the timelines name.

    Returns:
        What could be opened; a drawing (SVG) or a broken file is shown as it is.
    """
    pictures: dict[str, Picture] = {}
    files = dict(leads)
    for src in dict.fromkeys(entry.image.src for each in timelines for entry in each.entries if entry.image):
        path = (folder / src).resolve()
        if src in leads:
            found = _smaller_of(leads[src])
        elif not src or not path.is_relative_to(folder.resolve()) or not path.is_file():
            continue
        else:
            found = _smaller(path, path.stat().st_mtime_ns)
        if found is None:
            continue
        content, width, height = found
        name = src
        if content:
            name = f"assets/pictures/{path.stem}-{hashlib.sha256(content).hexdigest()[:10]}.webp"
            files[name] = content
        pictures[src] = Picture(name, width, height)
    return Shown(pictures, files)


@lru_cache(maxsize=256)
def _smaller(path: Path, changed: int) -> tuple[bytes, int, int] | None:
    """The copy of a file that was last changed at that time; see `_smaller_of`."""
    try:
        return _smaller_of(path.read_bytes())
    except OSError:
        return None


def _smaller_of(content: bytes) -> tuple[bytes, int, int] | None:
    """The copy (empty where the picture is small enough), its width and its height; None where nothing opens it."""
    return with_opened(content, partial(_copied, len(content)))


def _copied(size: int, opened: Image.Image) -> tuple[bytes, int, int] | None:
    """The same of an open picture whose file has `size` bytes; None where it is too large or moves."""
    if opened.width * opened.height > _MOST_PIXELS or getattr(opened, "is_animated", False):
        return None
    upright = ImageOps.exif_transpose(opened)
    if upright.width <= _WIDEST and size < _LARGE:
        return b"", upright.width, upright.height
    kind = "RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB"
    copy = upright.convert(kind)
    copy.thumbnail((_WIDEST, 2 * _WIDEST))
    buffer = io.BytesIO()
    copy.save(buffer, "WEBP", quality=_QUALITY, method=4)
    return buffer.getvalue(), copy.width, copy.height
