"""The pages on disk without MkDocs: plain HTML, or Markdown for another generator."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from timeline import site
from timeline.i18n.messages import file_problem
from timeline.workflow.editorial import changes, redirects, touched
from timeline.workflow.load import load
from timeline.workflow.project import articles_folder, existing_files
from timeline.workflow.stopped import Stopped


def write_pages(directory: Path, file: Path | None, *, markdown: bool = False) -> int:
    """Writes the pages of the timelines without MkDocs.

    Args:
        directory: The folder to write to.
        file: The YAML file; None for all timelines of the project.
        markdown: Whether to write Markdown for another generator instead of HTML.

    Returns:
        The number of files.

    Raises:
        Stopped: A timeline is broken, `directory` holds its articles, or a picture that an event names is missing or
            may not be copied.
    """
    from timeline.site.mkdocs.checked_pictures import pictured  # MkDocs and Pillow are slow to import

    paths = existing_files(file)
    _refuse_articles(directory, paths)
    loaded = [load(path) for path in paths]
    shown = [pictured(one.timeline, one.document, path) for one, path in zip(loaded, paths, strict=True)]
    timelines = [one.timeline for one in shown]
    options = site.SiteOptions(
        site_name=timelines[0].title,
        changes={one.timeline.slug: changes(one) for one in loaded},
        redirects={one.timeline.slug: redirects(one) for one in loaded},
        touched={one.timeline.slug: touched(one) for one in loaded},
        addresses={one.timeline.slug: one.addresses for one in loaded},
        pictures={src: picture for one in shown for src, picture in one.pictures.items()},
    )
    content = site.markdown(timelines, options) if markdown else site.render(timelines, options)
    content |= {path: picture for one in shown for path, picture in one.files.items()}
    for name, text in content.items():
        target = directory / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return len(content)


def _refuse_articles(directory: Path, paths: Sequence[Path]) -> None:
    """Pages in a folder of articles would be articles at the next update."""
    for path in paths:
        folder = articles_folder(path.parent)
        if folder and directory.resolve().is_relative_to((path.parent / folder).resolve()):
            raise Stopped([file_problem(directory, "build.pages_in_articles")])
