"""PDF and RTF to text, as a separate program: where their libraries loop or use too much memory, its process ends.

`python worker.py pdf|rtf SECONDS MEGABYTES` reads the file on standard input and writes JSON: `text` and `title`, or
`missing` (the library), `broken`, `pages` (too many of them), `encrypted`.
"""

import contextlib
import io
import json
import logging
import re
import sys
from collections.abc import Callable

_PAGES = 300
_PICTURES = re.compile(rb"\\bin\d+ |(?<![0-9a-fA-F\s])[0-9a-fA-F\s]{4000,}")


def limit(seconds: int, megabytes: int) -> None:
    """Bounds this process's processor time and memory, where the system knows such bounds."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_DATA, (megabytes * 2**20, megabytes * 2**20))


def rtf(data: bytes) -> dict[str, object]:
    """The text of an RTF file, its pictures left out."""
    from striprtf.striprtf import rtf_to_text

    plain = _PICTURES.sub(b" ", data).decode("cp1252", errors="replace")
    convert: Callable[..., str] = rtf_to_text
    return {"text": convert(plain, encoding="cp1252", errors="replace")}


def pdf(data: bytes) -> dict[str, object]:
    """The text layer of a PDF, page after page; lines stay as they are printed."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return {"encrypted": True}
    if len(reader.pages) > _PAGES:
        return {"pages": len(reader.pages)}
    title = str(reader.metadata.title or "") if reader.metadata else ""
    return {"text": "\n\n".join(filter(None, (page.extract_text().strip() for page in reader.pages))), "title": title}


def main() -> None:
    """Reads standard input and writes the answer."""
    kind, seconds, megabytes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    limit(seconds, megabytes)
    logging.disable(logging.CRITICAL)
    try:
        answer = {"pdf": pdf, "rtf": rtf}[kind](sys.stdin.buffer.read())
    except ImportError:
        answer = {"missing": True}
    except BaseException as error:
        answer = {"broken": type(error).__name__}
    sys.stdout.buffer.write(json.dumps(answer).encode())


if __name__ == "__main__":
    main()
