"""RTF by striprtf, PDF by pypdf (the extra `timeline-press[documents]`), each file in a bounded process."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from timeline.articles.formats.documents.packages import DocumentError, PackageText
from timeline.i18n.messages import message

SECONDS, MEGABYTES = 4, 250
"""The most processor time and memory for one file."""
_PATIENCE = 15
"""The most elapsed time of a file on a busy machine, as a multiple of its processor time."""
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_PROGRAMS = re.compile(
    r"(?i)^(?:untitled|sans titre|microsoft \w+ -|about:|https?:)|\.(?:docx?|odt|indd|qxp|pdf|html?)$"
)
"""Titles that a program gave: none, or a file's name."""
_WORKER = Path(__file__).with_name("worker.py")


def rtf(data: bytes) -> PackageText:
    """The text of an RTF file, its pictures left out.

    Raises:
        DocumentError: It is no RTF, or the library is not installed.
    """
    lines = str(_answer("rtf", data).get("text", "")).split("\n")
    return PackageText("\n\n".join(line.strip() for line in lines if line.strip()))


def pdf(data: bytes) -> PackageText:
    """The text layer of a PDF, page after page; lines stay as they are printed.

    Raises:
        DocumentError: It is damaged, encrypted, too long, without a text layer, or the library is not installed.
    """
    answer = _answer("pdf", data)
    text, title = str(answer.get("text", "")).translate(_LIGATURES), str(answer.get("title", ""))
    if not text:
        raise DocumentError(message("articles.document.scan"))
    title = str(answer.get("headline", "")).translate(_LIGATURES) or ("" if _PROGRAMS.search(title) else title)
    return PackageText(text, {"title": title} if title else {})


def _answer(kind: str, data: bytes) -> dict[str, Any]:
    """The worker's result for a file; raises DocumentError where it is not a text."""
    command = [sys.executable, "-P", str(_WORKER), kind, str(SECONDS), str(MEGABYTES)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS * _PATIENCE, check=False)
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):  # it was stopped at its bounds
        raise DocumentError(message("articles.document.slow")) from None
    if answer.get("missing"):
        raise DocumentError(message("articles.document.install"))
    if answer.get("encrypted"):
        raise DocumentError(message("articles.document.encrypted"))
    if "pages" in answer:
        raise DocumentError(message("articles.document.long", pages=answer["pages"]))
    if "broken" in answer:
        raise DocumentError(message("articles.document.damaged", why=answer["broken"]))
    return dict(answer)
