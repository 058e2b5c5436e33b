"""The folder of the site: written beside it and swapped, so that it is always the complete old site or the new one.

Only a folder that one of our builds made is ever replaced: `SITE_MARKER` marks it. Hidden files in it (`.git`,
`.htaccess`) are the person's and are carried over; MkDocs keeps them too.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline.articles.find import SITE_MARKER
from timeline.i18n.messages import file_problem
from timeline.workflow.stopped import Stopped

_EXCHANGE = 2
_HERE = -100


@contextmanager
def written_aside(site: Path) -> Iterator[Path]:
    """Provides a folder to build the site in; replaces `site` by it when complete.

    Args:
        site: The folder of the site; it need not exist.

    Yields:
        An empty folder beside it; `site` itself where none can be made there (`site` is a mounted folder, or its parent
        is read-only).

    Raises:
        Stopped: There are files in `site` that no build has made, or it is read-only.
        OSError: The disk is full, or nothing may be written.
    """
    place = site.resolve()
    if place.is_dir():
        names = {path.name for path in place.iterdir()}
        if names and SITE_MARKER not in names:
            raise Stopped([file_problem(site, "build.not_our_site")])
        if not os.access(place, os.W_OK):
            raise Stopped([file_problem(site, "build.site_read_only")])
    _clear_leftovers(place)
    aside = _aside(place)
    if aside is None:
        place.mkdir(parents=True, exist_ok=True)
        (place / SITE_MARKER).touch()
        yield place
        return
    try:
        (aside / SITE_MARKER).touch()
        yield aside
        _carry_over(place, aside)
        _swap(aside, place)
    except OSError as error:
        if error.errno and not error.filename:  # a write that fails for a full disk does not name its file
            error.filename = str(site)
        raise
    finally:
        _remove(aside)


def _aside(place: Path) -> Path | None:
    """An empty folder beside the site, None where there can be none."""
    if place.is_mount():
        return None
    aside = place.with_name(f".{place.name}.{os.getpid()}.new")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        aside.mkdir()
    except OSError as error:
        if isinstance(error, PermissionError) and place.is_dir():
            return None
        raise
    return aside


def _clear_leftovers(place: Path) -> None:
    """Removes what killed builds have left beside the site."""
    for left in place.parent.glob(f".{place.name}.*.*"):
        owner, _, kind = left.name.removeprefix(f".{place.name}.").partition(".")
        if kind not in ("new", "old"):
            continue
        ours = not left.is_symlink() and ((left / SITE_MARKER).is_file() or not any(left.iterdir()))
        if owner.isdigit() and ours and not _is_running(int(owner)):
            _remove(left)


def _remove(folder: Path) -> None:
    """Removes a folder of ours, its marker last: what a kill leaves of it is known for ours still."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            elif path.name != SITE_MARKER:
                path.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _is_running(process: int) -> bool:
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _carry_over(old: Path, new: Path) -> None:
    """Gives the new site the hidden files of the old one, by links where the system has them, and its permissions."""
    if not old.is_dir():
        return
    for path in old.iterdir():
        if not path.name.startswith(".") or (new / path.name).exists():
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, new / path.name, symlinks=True, copy_function=linked)
        else:
            linked(str(path), str(new / path.name))
    shutil.copymode(old, new)


def linked(source: str, target: str) -> str:
    """Puts a file at another place too: by a link, or as a copy where the system has none.

    Args:
        source: The file.
        target: Where it shall stand; nothing is there.

    Returns:
        The target.
    """
    with contextlib.suppress(OSError):
        os.link(source, target, follow_symlinks=False)
        return target
    return str(shutil.copy2(source, target, follow_symlinks=False))


def _swap(new: Path, place: Path) -> None:
    """Replaces a folder by another, in one step where the system can exchange two names."""
    if not place.exists():
        new.rename(place)
    elif not _exchanged(new, place):
        old = new.with_suffix(".old")
        place.rename(old)
        new.rename(place)
        _remove(old)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two names were exchanged in one step: Linux can, and most of its file systems."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return rename is not None and rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0
