"""Pictures as `timeline check` and `timeline pages` see them: those that are missing, and those that nothing shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from timeline import document
from timeline.document import Document
from timeline.i18n import say
from timeline.model import Problem, Severity, Timeline
from timeline.site import Picture
from timeline.site.mkdocs.lead_pictures import LeadPictures, with_lead_pictures
from timeline.site.mkdocs.pictures import missing, shown
from timeline.workflow.project import config_file, pages_folder
from timeline.workflow.stopped import Stopped

_PHOTOS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"})
_NAMING = frozenset({".md", ".markdown", ".html", ".css", ".js", ".yml", ".yaml"})
"""The endings of files that may name a picture."""
_MOST_TOLD = 20  # unshown pictures: who has more keeps a stock of them


@dataclass(frozen=True, slots=True)
class Pictured:
    """A timeline whose pictures are files of the site.

    Attributes:
        timeline: The timeline; pictures out of articles are named by their files.
        pictures: How the pages show the pictures, by the paths that the timeline names.
        files: The content of every picture and smaller copy, by its path within the site.
    """

    timeline: Timeline
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)


def picture_problems(read: Document, file: Path, language: str) -> Iterator[Problem]:
    """The pictures that a build of the site would stop at.

    Args:
        read: What the YAML file holds.
        file: The YAML file.
        language: The language of the messages.

    Yields:
        A problem for each picture that is no file or may not be taken, at its line.
    """
    if not any(entry.image for entry in read.entries):
        return
    timeline = replace(document.to_timeline(read, None, []), path=str(file), language=language)
    lead = with_lead_pictures(timeline, read.head, file)
    yield from lead.problems
    yield from _missing(timeline, lead, file)


def pictured(timeline: Timeline, read: Document, file: Path) -> Pictured:
    """A timeline with the files of its pictures, for pages that are made without MkDocs.

    Args:
        timeline: What the YAML file and its lock hold.
        read: The YAML file alone.
        file: The YAML file.

    Returns:
        The timeline, whose pictures have addresses within the site, and the files to copy.

    Raises:
        Stopped: A picture is missing or may not be taken; one problem for each.
    """
    lead = with_lead_pictures(timeline, read.head, file)
    problems = [*lead.problems, *_missing(timeline, lead, file)]
    if problems:
        raise Stopped(problems)
    folder = pages_folder(file.parent) or file.parent / "docs"
    named = {entry.image.src for entry in lead.timeline.entries if entry.image and entry.image.src not in lead.files}
    made = shown([lead.timeline], folder, lead.files)
    return Pictured(
        lead.timeline, made.pictures, {src: (folder / src).read_bytes() for src in named} | dict(made.files)
    )


def unshown(root: Path, language: str) -> Iterator[Problem]:
    """The photographs of the site's own folder that no timeline, page, stylesheet or configuration names.

    Args:
        root: The project's folder.
        language: The language of the messages.

    Yields:
        A warning for each.
    """
    pages, config = pages_folder(root), config_file(root)
    if pages is None or config is None or not pages.is_dir():
        return
    photos = sorted(path for path in pages.rglob("*") if path.suffix.lower() in _PHOTOS and path.is_file())
    if not photos:
        return
    naming = [path for path in (*root.glob("*"), *pages.rglob("*")) if path.suffix.lower() in _NAMING]
    named = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in naming if path.is_file())
    lost = [path for path in photos if path.name not in named]
    for path in lost[:_MOST_TOLD]:
        src = path.relative_to(pages).as_posix()
        wording = say(language, "document.image.unshown", src=src)
        yield Problem(path.as_posix(), 0, 0, wording, Severity.WARNING)


def _missing(timeline: Timeline, lead: LeadPictures, file: Path) -> Sequence[Problem]:
    """The problems of pictures that are no file of the site's own folder."""
    if not any(entry.image and entry.image.src for entry in timeline.entries):
        return ()
    pages = pages_folder(file.parent)
    given = {path.relative_to(pages).as_posix() for path in pages.rglob("*") if path.is_file()} if pages else set()
    return missing([timeline], given | lead.files.keys(), {timeline.path: file})
