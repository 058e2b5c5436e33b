"""One article of a file that holds several, as a draft of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.articles.formats.record import shared
from timeline.articles.metadata.fields import Metadata, Value
from timeline.articles.metadata.page import labelled_page, page_of
from timeline.articles.publication_date.evidence import Hint
from timeline.articles.publication_date.lines import first_date
from timeline.articles.source import SourceFile, UndatedArticle

_SLUG = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """An article's parts as written in the file.

    `date` is the line that holds its day, `key` the database's id, `page` the printed page where that line lacks it.
    """

    title: str
    date: str
    text: str
    publisher: str = ""
    author: str = ""
    key: str = ""
    page: str = ""


def draft_of(piece: Piece, number: int, source: SourceFile, zone: str) -> UndatedArticle:
    """The draft of one piece; its id is the database's or made of its day and title: the same in another file.

    Args:
        piece: The labelled values and the text of one article.
        number: Its place in the file, from 1.
        source: The file.
        zone: The time zone of times without one.
    """
    day = first_date(piece.date, zone)
    hints = (Hint("record", piece.date.strip()[:100], day.day, day.time),) if day else ()
    fields = {
        "title": piece.title,
        "publisher": publisher_name(piece.publisher),
        "author": _author(piece.author),
        "page": page_of(piece.page) or labelled_page(piece.date),
    }
    title = _SLUG.sub("-", piece.title.lower()).strip("-")[:60]
    made = f"{day.day.isoformat() if day else source.stem}-{title or number}"
    return UndatedArticle(
        path=f"{source.path}#{number}",
        file=source.path,
        stem=_SLUG.sub("-", piece.key).strip("-") or made,
        text=piece.text.strip(),
        stated=shared(source.stated),
        found=Metadata({name: Value(" ".join(words.split()), source.path) for name, words in fields.items() if words}),
        hints=hints,
    )


def publisher_name(words: str) -> str:
    """A paper's name without its number, edition and medium: "Le Courrier, no. 24512", "Le Courrier (site web)"."""
    plain = re.sub(r"\s*\((?:site web|web|online|en ligne|réf\.[^)]*|[^)]*\.fr)\)", "", " ".join(words.split()))
    return re.sub(r",?\s*(?:n[o°]\.?|édition|edition)\s*[\w.-]*.*$", "", plain, flags=re.IGNORECASE).strip(" ,;-")


def _author(words: str) -> str:
    return re.sub(r"^(?:par|by|byline|auteur)\s*:?\s+", "", " ".join(words.split()), flags=re.IGNORECASE)
