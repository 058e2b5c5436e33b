"""Factiva's articles, as lines in a fixed order or with codes (HD, PD, SN, LP, TD, AN)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.articles.formats.databases.piece import Piece
from timeline.articles.metadata.page import page_of

_DOCUMENT = re.compile(r"^Document\s+([A-Z][A-Za-z0-9]{9,})$")
_COUNT = re.compile(r"^\d[\d\s.,\u202f]*\s?(?:mots|words)$", re.IGNORECASE)
_LANGUAGES = frozenset(["français", "anglais", "french", "english", "francais"])
_PAGE_LINE = re.compile(r"^page\s\d+\s\w+\s\d+\b.*|^©.*\bFactiva, Inc\b.*", re.IGNORECASE)
"""What is printed at the foot of each page of an export, and is no article's."""
_NAMES = re.compile(r"(?:par |by )?(?:[A-ZÀ-Ý][\w'’.-]*,? ?(?:et |and |avec |de )?){2,6}")
_SECTION = 3
"""The most words of a section's name above a title: "Finistère", "Faits divers"."""
_CLOCK = re.compile(r"^\d{1,2}:\d\d$")
_RIGHTS = re.compile(r"^(?:©|\(c\)|copyright|tous droits)", re.IGNORECASE)
_CODE = re.compile(
    r"^(HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|SE|VOL|CX)\s+(.*)$", re.DOTALL
)


def pieces(lines: Sequence[str]) -> Iterator[Piece]:
    """The articles among non-empty lines (or paragraphs): each ends in "Document …" or in its code AN."""
    chunk: list[str] = []
    for line in lines:
        if _PAGE_LINE.match(line.strip()):
            continue
        chunk.append(line.strip())
        coded = _CODE.match(chunk[-1])
        if _DOCUMENT.match(chunk[-1]) or (coded and coded[1] == "AN"):
            piece = _coded(chunk) if coded else _lined(chunk)
            if piece:
                yield piece
            chunk = []


def _lined(chunk: Sequence[str]) -> Piece | None:
    count = next((index for index, line in enumerate(chunk[:12]) if _COUNT.match(line)), None)
    key = _DOCUMENT.match(chunk[-1])
    if count is None or count + 2 >= len(chunk) or count == 0:
        return None
    after = chunk[count + 1 : count + 12]
    ends = [
        index for index, line in enumerate(after) if _RIGHTS.match(line) or line.lower() in _LANGUAGES
    ]  # the language's line and that of the rights close the header
    body = count + 2 + (ends[-1] if ends else 2)
    names = [line for line in after[1:4] if not _CLOCK.match(line)]
    title = int(_is_section(chunk[:count]))
    author = " ".join(chunk[title + 1 : count])
    text = "\n\n".join(line for line in chunk[body:-1])
    page = next((line for line in after[2 : ends[-1] if ends else 2] if page_of(line) and not _CLOCK.match(line)), "")
    return Piece(chunk[title], after[0], text, names[0] if names else "", author, key[1] if key else "", page)


def _is_section(above: Sequence[str]) -> bool:
    """Whether the first line above the count of words is a section's name, and the title stands below it."""
    if len(above) < 2 or len(above[0].split()) > _SECTION or len(above[0]) >= len(above[1]):
        return False
    return not _NAMES.fullmatch(above[1])


def _coded(chunk: Sequence[str]) -> Piece | None:
    stated: dict[str, list[str]] = {}
    code = ""
    for line in chunk:
        found = _CODE.match(line)
        code = found[1] if found else code
        stated.setdefault(code, []).append(found[2] if found else line)
    words = {name: "\n\n".join(parts) for name, parts in stated.items()}
    if not words.get("HD") or not words.get("PD"):
        return None
    text = "\n\n".join(filter(None, (words.get("LP"), words.get("TD"))))
    key = words.get("AN", "").removeprefix("Document").strip()
    return Piece(words["HD"], words["PD"], text, words.get("SN", ""), words.get("BY", ""), key, words.get("PG", ""))
