"""RTF by striprtf and PDF by pypdf: libraries of the extra `timeline[documents]`."""

from __future__ import annotations

import io
import logging
import re
import time
from collections.abc import Callable

from timeline.articles.formats.documents.packages import Document, DocumentError

_PAGES = 300
_STREAM = 32 * 1024 * 1024
_INSTALL = "reading it needs a library: pip install 'timeline[documents]'"
_PICTURES = re.compile(rb"\\bin\d+ |[0-9a-fA-F\s]{4000,}")


def rtf(data: bytes) -> Document:
    """The text of an RTF file, its pictures left out."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise DocumentError(_INSTALL) from None
    convert: Callable[..., str] = rtf_to_text
    plain = _PICTURES.sub(b" ", data)
    try:
        text = convert(plain.decode("cp1252", errors="replace"), encoding="cp1252", errors="replace")
    except Exception as error:  # the library breaks in many ways on what is no RTF
        raise DocumentError(f"it is no RTF ({type(error).__name__})") from None
    return Document("\n\n".join(line.strip() for line in text.split("\n") if line.strip()))


def pdf(data: bytes, seconds: float = 4.0) -> Document:
    """The text layer of a PDF, page after page; lines stay as they are printed."""
    try:
        import pypdf
    except ImportError:
        raise DocumentError(_INSTALL) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    end = time.monotonic() + seconds
    pages, said = [], {}
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError("it is encrypted: save it without its password")
        said = {"title": str(reader.metadata.title or "") if reader.metadata else ""}
        for number, page in enumerate(reader.pages):
            if number >= _PAGES or time.monotonic() > end:
                raise DocumentError(f"it is longer than an article ({len(reader.pages)} pages): split it")
            pages.append(page.extract_text() or "")
    except DocumentError:
        raise
    except Exception as error:  # the library breaks in many ways on damaged files
        raise DocumentError(f"it is damaged ({type(error).__name__}: {str(error)[:80]})") from None
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    if not text:
        raise DocumentError("it has no text, only pictures: run a text recognition (OCR) on it first")
    return Document(text, {name: words for name, words in said.items() if words and words.lower() != "untitled"})
