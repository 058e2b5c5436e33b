"""A timeline as a document of a word processor, by pandoc where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from markupsafe import escape

from timeline.i18n.messages import file_problem
from timeline.model import Timeline
from timeline.site import SiteOptions
from timeline.site.exports.texts.wordpress import wordpress
from timeline.site.pages.compose import written
from timeline.workflow.load import load_timeline
from timeline.workflow.project import existing_files
from timeline.workflow.stopped import Stopped

FORMATS = {".docx": "docx", ".odt": "odt", ".rtf": "rtf", ".epub": "epub"}
"""What pandoc calls the formats, by the endings of their files."""
ON_SITE = {".ics": "timeline.ics", ".csv": "timeline.csv", ".json": "timeline.json", ".xml": "atom.xml"}
"""The files of the site that people ask for as documents, by their endings."""
_PATIENCE = 120  # seconds that pandoc may take


def export(target: Path, file: Path | None) -> Path:
    """Writes a timeline as a document: its events under their years, each with its sources as links.

    Args:
        target: The file to write; its ending says the format.
        file: The timeline's YAML file; None for the first that the configuration names.

    Returns:
        The file written.

    Raises:
        Stopped: The format is not known, pandoc is not installed or does not do it, or the timeline is broken.
    """
    kind = FORMATS.get(target.suffix.lower())
    if kind is None and target.suffix.lower() in ON_SITE:
        raise Stopped([file_problem(target, "build.on_site", page=ON_SITE[target.suffix.lower()])])
    if kind is None:
        raise Stopped([file_problem(target, "build.export_format", known=", ".join(FORMATS))])
    path = existing_files(file)[0]
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        raise Stopped([file_problem(target, "build.no_pandoc")])
    timeline = load_timeline(path)
    command = [pandoc, "--from", "html", "--to", kind, "--standalone", "--output", str(target)]
    try:
        done = subprocess.run(
            command, input=_html(timeline), capture_output=True, encoding="utf-8", timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Stopped([file_problem(target, "build.pandoc_failed", why=str(error))]) from None
    if done.returncode:
        why = " ".join(done.stderr.split()) or str(done.returncode)
        raise Stopped([file_problem(target, "build.pandoc_failed", why=why)])
    return target


def _html(timeline: Timeline) -> str:
    """The timeline as one plain page: the title, the description, years, events, sources."""
    (one,) = written([timeline], SiteOptions())
    title = escape(timeline.title)
    lead = f"<p>{escape(timeline.description.strip())}</p>\n" if timeline.description.strip() else ""
    head = f'<html lang="{escape(timeline.language)}"><head><meta charset="utf-8"><title>{title}</title></head>'
    return f"<!DOCTYPE html>\n{head}\n<body>\n{lead}{wordpress(one)}</body></html>\n"
