"""Finds the files that the user means, by file, folder or glob, and their sidecars."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from pathlib import Path

from timeline.articles.source import Skipped
from timeline.i18n.messages import file_problem, message, why
from timeline.i18n.nearest import nearest
from timeline.model import Problem

SIDECARS = (".yaml", ".yml")
SITE_MARKER = ".timeline-site"
"""The file that says that a folder is a site of ours: its pages are no articles, and a build may replace it."""
_OF_PROJECT = frozenset(
    {"mkdocs.yml", "mkdocs.yaml", "timeline.yaml", "timeline.candidates.yaml", "timeline.schema.json"}
)
_NO_ARTICLES = (
    "readme", "lisezmoi", "lisez-moi", "license", "licence", "attribution", "changelog", "notice", "copying",
    "credits",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidates:
    """Files to read, in order of their paths; `sidecars` maps a file to the metadata beside it.

    `named` are those that the user named one by one, and did not just keep in a folder.
    """

    files: tuple[Path, ...]
    sidecars: dict[Path, Path]
    skipped: tuple[Skipped, ...]
    problems: tuple[Problem, ...]
    named: frozenset[Path] = frozenset()


def shown(path: Path, root: Path) -> str:
    """`path` relative to `root`, with `/`, for articles and messages.

    Returns:
        The path; it begins with `..` where the file lies outside `root`.
    """
    relative = os.path.relpath(path, root)
    return relative.replace(os.sep, "/")


def all_shown(paths: Sequence[Path], root: Path) -> list[str]:
    """Each of some files as `shown` gives it; a folder's own place is only looked for once.

    Returns:
        The paths, in the same order.
    """
    folders: dict[str, str] = {}
    found = []
    for path in map(str, paths):
        cut = path.rfind(os.sep) + 1
        folder, name = path[:cut], path[cut:]
        if folder not in folders:
            folders[folder] = shown(Path(path), root).removesuffix(name)
        found.append(folders[folder] + name)
    return found


def find(patterns: Sequence[str], root: Path, cure: str = "articles.find.create") -> Candidates:
    """The files that `patterns` name. Symbolic links to folders are not followed; nothing is read twice.

    Args:
        patterns: Files, folders and glob patterns, relative to `root`.
        root: The folder of the timeline.
        cure: The key of what helps where a file is not there and no other has a similar name.

    Returns:
        The files in the order of their paths, the records beside them, what was left out, and a problem for each
        pattern that names no file.
    """
    files: dict[Path, None] = {}
    named: set[Path] = set()
    skipped: list[Skipped] = []
    problems: list[Problem] = []
    for pattern in patterns:
        matches = _matches(pattern, root)
        parts = parts_of_pages([str(match) for match in matches])
        matches = [match for match in matches if str(match) not in parts]
        if not matches:
            problems.append(Problem(pattern, 0, 0, _missing(pattern, root, cure)))
        for match in matches:
            if not match.is_dir() and not match.is_file():
                problems.append(file_problem(pattern, "articles.find.neither"))
                continue
            if str(match) == os.path.normpath(root / pattern):
                named.add(match)
            for file, reason in _walk(match, root, problems) if match.is_dir() else iter(((match, ""),)):
                if reason:
                    skipped.append(Skipped(shown(file, root), reason))
                else:
                    files.setdefault(file)
    sidecars, rest = _pair(list(files))
    ordered = [file for _, file in sorted(zip(all_shown(rest, root), rest, strict=True), key=itemgetter(0))]
    left_out = tuple(sorted(set(skipped), key=lambda each: each.path))
    return Candidates(tuple(ordered), sidecars, left_out, tuple(problems), frozenset(named))


def _matches(pattern: str, root: Path) -> list[Path]:
    path = Path(os.path.normpath(root / pattern))
    if path.exists():
        return [path]
    if not any(character in pattern for character in "*?["):
        return []
    base = Path(path.anchor) if path.is_absolute() else Path()
    try:
        return sorted(Path(os.path.normpath(found)) for found in base.glob(str(path.relative_to(base))))
    except (ValueError, OSError):
        return []


def _missing(pattern: str, root: Path, cure: str) -> str:
    if any(character in pattern for character in "*?["):
        return message("articles.find.no_match")
    path = root / pattern
    if path.is_symlink():
        return message("articles.find.broken_link", target=str(path.readlink()))
    siblings = [each.name for each in path.parent.iterdir()] if path.parent.is_dir() else []
    near = nearest(path.name, siblings, cutoff=0.6)
    hint = message("articles.find.meant", name=near) if near else message(cure)
    return message("articles.find.no_file" if path.suffix else "articles.find.no_folder", hint=hint)


def _walk(folder: Path, root: Path, problems: list[Problem]) -> Iterator[tuple[Path, str]]:
    """The files of a folder and of those in it, each with the reason why it is no article, or "".

    A folder that cannot be read is a problem with its name.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=attrgetter("name"))
    except OSError as error:
        problems.append(file_problem(shown(folder, root), "articles.folder.unread", why=why(error)))
        return
    folders = [entry for entry in entries if _is(entry.is_dir)]
    files = [entry for entry in entries if not _is(entry.is_dir)]
    names = [entry.name for entry in files]
    if SITE_MARKER in names:
        yield folder, message("articles.skipped.site")
        return
    for entry in files:
        special = "" if _is(entry.is_file) else message("articles.skipped.special")
        yield folder / entry.name, no_article_name(entry.name) or special
    for entry in folders:
        if not entry.name.startswith(".") and not beside_page(entry.name, names) and not entry.is_symlink():
            yield from _walk(folder / entry.name, root, problems)


def _is(kind: Callable[[], bool]) -> bool:
    """Whether an entry of a folder is of a kind; one that cannot be looked at is of none."""
    try:
        return kind()
    except OSError:
        return False


_PARTS = ("_files", "_fichiers", "_archivos", "_dateien", "-Dateien", ".files", "_bestanden", "_file")
_PAGES = (".html", ".htm", ".xhtml", ".mhtml")


def beside_page(folder: str, names: Collection[str]) -> bool:
    """Whether a browser put this folder beside a page that it saved, for the page's pictures and scripts.

    Args:
        folder: The name of the folder.
        names: The names of the files beside it.

    Returns:
        True for "Titre_files", "Titre_fichiers" beside "Titre.html".
    """
    stem = next((folder[: -len(part)] for part in _PARTS if folder.lower().endswith(part.lower())), "")
    return bool(stem) and any(stem + suffix in names for suffix in _PAGES)


def parts_of_pages(items: Collection[str]) -> frozenset[str]:
    """The folders among `items` that a browser put beside a page that is among them too.

    `timeline add saved/*` names both the page and its folder.

    Args:
        items: Paths as a person names them.
    """
    named = {item.rstrip("/") for item in items}
    names_in: dict[str, set[str]] = {}
    for item in named:
        parent, _, name = item.rpartition("/")
        names_in.setdefault(parent, set()).add(name)
    return frozenset(
        item
        for item in items
        if beside_page(item.rstrip("/").rpartition("/")[2], names_in[item.rstrip("/").rpartition("/")[0]])
    )


def no_article_name(name: str) -> str:
    """Why a file of this name in a folder is no article: hidden, of an open document, a project's own, or about it.

    Returns:
        The reason, or "" where it may be one.
    """
    if name.startswith((".", "~$")):  # Word keeps "~$dossier.docx" beside a document while it is open
        return message("articles.skipped.hidden")
    if name in _OF_PROJECT:
        return message("articles.skipped.of_project")
    return message("articles.skipped.about") if name.lower().split(".")[0] in _NO_ARTICLES else ""


PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".heic", ".bmp")
_CONVERTIBLE = {
    "table": (".xls", ".numbers"),
    "references": (".ris", ".bib", ".enw", ".nbib"),
    "document": (".doc", ".pages", ".wpd", ".wps", ".dotx"),
    "page": (".webarchive", ".maff"),
    "mail": (".msg", ".pst", ".emlx"),
    "packed": (".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz", ".zst"),
}


def convertible(path: str) -> Problem | None:
    """What to do with a file that likely holds articles in a format that is not read; None for pictures and the like.

    Args:
        path: The file's path, as shown.
    """
    low = path.lower()
    kind = next((kind for kind, suffixes in _CONVERTIBLE.items() if low.endswith(suffixes)), "")
    return file_problem(path, f"articles.convert.{kind}") if kind else None


def _pair(files: list[Path]) -> tuple[dict[Path, Path], list[Path]]:
    """Sidecars with the files that they stand beside; a file named alone finds its sidecar on disk."""
    articles = [file for file in files if file.suffix.lower() not in SIDECARS]
    stems = {folder: _stems(folder) for folder in {file.parent for file in articles}}
    sidecars = {file: sidecar for file in articles if (sidecar := _sidecar(file, stems[file.parent]))}
    used = set(sidecars.values())
    orphans = [file for file in files if file.suffix.lower() in SIDECARS and file not in used]
    return sidecars, articles + orphans


def _sidecar(file: Path, beside: set[str] | None) -> Path | None:
    """The sidecar of a file, of whose folder `beside` holds what `_stems` gives."""
    if beside is not None and file.stem.casefold() not in beside:
        return None
    return next((each for suffix in SIDECARS if _is_file(each := file.with_suffix(suffix))), None)


def _stems(folder: Path) -> set[str] | None:
    """The names without suffix of what may be a sidecar in a folder, case folded; None where it cannot be listed."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - the names alone, of thousands of files
    except OSError:
        return None
    return {name[: name.rindex(".")].casefold() for name in names if name.lower().endswith(SIDECARS)}


def _is_file(path: Path) -> bool:
    """Whether there is such a file; a name that is longer than the file system takes is none."""
    try:
        return path.is_file()
    except OSError:
        return False
