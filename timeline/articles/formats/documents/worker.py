"""PDF and RTF to text, as a separate program: where their libraries loop or use too much memory, its process ends.

`python worker.py pdf|rtf SECONDS MEGABYTES` reads the file on standard input and writes JSON: `text`, `title`,
`headline`, or `missing` (the library), `broken`, `pages` (too many of them), `encrypted`.
"""

import contextlib
import io
import json
import logging
import re
import sys
from collections.abc import Callable

_PAGES = 300
_LARGER = 1.2
"""How much larger a headline's letters are than those of the text."""
_SHORTEST, _LONGEST = 12, 200
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
    sized: list[tuple[float, str]] = []

    def note(text: str, matrix: list[float], place: list[float], _font: object, size: float) -> None:
        sized.append((round(abs(size * place[3] * matrix[3]), 1), text))

    pages = [page.extract_text(visitor_text=None if number else note) for number, page in enumerate(reader.pages)]
    text = "\n\n".join(filter(None, (page.strip() for page in pages)))
    return {"text": text, "title": title, "headline": headline(sized)}


def headline(sized: list[tuple[float, str]]) -> str:
    """The words in the largest letters of a page that are as long as a headline; "" where all letters are alike.

    Args:
        sized: The pieces of its text in order, each with the height of its letters.
    """
    letters: dict[float, int] = {}
    for size, text in sized:
        letters[size] = letters.get(size, 0) + len(text.strip())
    common = max(letters, key=lambda size: letters[size], default=0.0)
    for large in sorted((size for size in letters if size > _LARGER * common), reverse=True):
        words = ""
        for size, text in sized:
            if size == large:
                words += text
            elif text.strip() and words.strip():
                break
        words = " ".join(words.split())
        if _SHORTEST <= len(words) <= _LONGEST and " " in words:
            return words
    return ""


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
