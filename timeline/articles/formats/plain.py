"""Plain text and Markdown.

The body is the file's, not normalised, without Markdown's marks; the metadata stand in a sidecar or in front matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from timeline.articles.dated_parts.paper_line import is_paper, paper_of
from timeline.articles.formats.databases import drafts_of_text
from timeline.articles.formats.encoding import text_of
from timeline.articles.formats.mails.passed_on import drafts_of_mails
from timeline.articles.metadata.fields import Metadata, Value
from timeline.articles.metadata.frontmatter import BLOCK, names_fields, read_yaml, split
from timeline.articles.metadata.labels import without_label
from timeline.articles.publication_date import hints, lines
from timeline.articles.publication_date.hints import is_letter, letter_date
from timeline.articles.publication_date.phrasing import is_furniture
from timeline.articles.source import ReadOptions, SourceFile, UndatedArticle
from timeline.articles.text.markup import without_markup
from timeline.i18n.messages import message
from timeline.languages.folding import fold
from timeline.languages.press import phrases
from timeline.model import Problem

_TITLE, _RUBRIC, _PAPER, _HEADER, _PARAGRAPH = 150, 4, 5, 3, 120
_ADDRESS, _STOPS = re.compile(r"\A\s*(https?://\S+)[^\S\n]*\n"), (".", "!", "?", "»", "…")
_SENTENCE_END = (".", "!", "…", ":", ";", ",", "-", "–", "—")
_QUOTED_SENTENCE = re.compile(r"^\W*[«“][^»”]*[»”]$|[.!?…,]\s?[»”]$")
_PRINTED = re.compile(r"\bp(?:age|\.)\s?\w|\d\s(?:mots|words)\b", re.IGNORECASE)
"""A page or a count of words, as printed articles have beside their day."""
_SUFFIXES = {".txt": "plain text", ".text": "plain text", ".md": "Markdown", ".markdown": "Markdown"}


class PlainReader:
    """`.txt` and `.md`."""

    name = "text"

    def can_read(self, path: str, head: bytes) -> bool:
        """By the suffix alone: any bytes can be somebody's text."""
        return any(path.lower().endswith(suffix) for suffix in _SUFFIXES)

    def read(self, source: SourceFile, options: ReadOptions) -> Iterator[UndatedArticle | Problem]:
        """One article, or what is wrong with it."""
        text = text_of(source, options)
        if isinstance(text, Problem):
            yield text
            return
        markdown = source.suffix.startswith(".m")
        front = _front_matter(text, source.path, markdown=markdown)
        if isinstance(front, Problem):
            yield front
            return
        stated, body = front
        if markdown and len(blocks := list(BLOCK.finditer(text))) > 1:
            yield from _articles(text, blocks, source)
            return
        is_dated = stated.get("date") or source.stated.get("date")
        if not is_dated and (found := drafts_of_mails(body, source, options) or drafts_of_text(body, source, options)):
            yield from found
            return
        yield UndatedArticle(
            path=source.path,
            file=source.path,
            stem=source.stem,
            text=_words(body, stated) if markdown else body,
            stated=source.stated.over(stated),
            found=_metadata_in(body, source.path, markdown),
        )


def _front_matter(text: str, path: str, *, markdown: bool) -> tuple[Metadata, str] | Problem:
    """What a text states before its body, and the body; a line of dashes in a plain text is a line of dashes."""
    parts = split(text)
    if parts is None:
        return Problem(path, 1, 1, message("articles.front_matter_open")) if markdown else (Metadata(), text)
    if not markdown and not names_fields(parts.metadata or ""):
        return Metadata(), text
    stated = read_yaml(parts.metadata, path, 2) if parts.metadata is not None else Metadata()
    return stated if isinstance(stated, Problem) else (stated, text[parts.body :])


def _articles(text: str, blocks: list[re.Match[str]], source: SourceFile) -> Iterator[UndatedArticle | Problem]:
    """The articles of a file in which each has front matter of its own."""
    ends = [*(block.start() for block in blocks[1:]), len(text)]
    for number, (block, end) in enumerate(zip(blocks, ends, strict=True), 1):
        line = text.count("\n", 0, block.start()) + 1
        stated = read_yaml(block[1], source.path, line + 1)
        if isinstance(stated, Problem):
            yield stated
            continue
        yield UndatedArticle(
            path=f"{source.path}#{number}",
            file=source.path,
            stem=f"{stated.get('date') or source.stem}-{(stated.get('title') or str(number)).lower()}",
            text=_words(text[block.end() : end], stated).strip("\n"),
            stated=stated,
            found=heading(text[block.end() : end], source.path, markdown=True),
            line=line,
        )


def _metadata_in(body: str, path: str, markdown: bool) -> Metadata:
    """The title, the address above it and, of a plain text, the publisher, as far as the text tells them."""
    address = _ADDRESS.match(body)
    title = heading(body, path, markdown)
    if address:
        title = title.over(Metadata({"url": Value(address[1], path)}))
    return title if markdown else title.over(paper_of(body, title.get("title") or "", path))


def _words(body: str, stated: Metadata) -> str:
    """The words of a Markdown file; what `timeline add` wrote is the article's text as it is, stars and all."""
    return body if "imported_from" in stated.keys else without_markup(body)


def heading(body: str, path: str, markdown: bool) -> Metadata:
    """The opening title of a text, where none is stated: a Markdown heading, or a short line that is not a sentence.

    A rubric in capitals above it ("FAITS DIVERS") is none, nor is a paper's name above its day and page.

    Args:
        body: The text without its front matter.
        path: The file, for the problems.
        markdown: Whether the text is Markdown.

    Returns:
        The title and its place; empty metadata where the text opens without a title.
    """
    text = _ADDRESS.sub("", body) if markdown else _below_letterhead(_below_paper(_below_day(body)))
    first, _, rest = text.lstrip().partition("\n")
    if not markdown and ((_is_rubric(first.strip()) and _may_be_title(rest)) or _is_paper_above(first.strip(), rest)):
        first, _, rest = rest.lstrip().partition("\n")
    line = first.strip()
    seen = without_markup(line).strip() if markdown else line
    if markdown and line.startswith("# "):
        return Metadata({"title": Value(without_label(seen), path)})
    if not seen or len(seen) > _TITLE or _ends_sentence(seen) or _holds_date(seen):
        return Metadata()
    if not _is_followed(rest) and (markdown or not _is_above_day(rest)):
        return Metadata()
    return Metadata({"title": Value(without_label(seen), path)})


def _below_day(body: str) -> str:
    """A text without what may stand above its title: its address, its paper, its day; as it is without a day there."""
    body = _ADDRESS.sub("", body)
    text, is_dated = body.lstrip(), False
    for _ in range(_HEADER):
        line, _, below = text.partition("\n")
        is_day = bool(lines.from_line(line, "UTC") or lines.bare_date(line.strip(), "UTC"))
        if not (is_day or is_paper(line.strip()) or _is_paper_above_day(line.strip(), below)):
            break
        text, is_dated = below.lstrip(), is_dated or is_day
    return text if is_dated and _may_be_title(text) else body


def _is_paper_above_day(line: str, below: str) -> bool:
    """Whether a name stands alone with the day above an empty line and the title: "Mer & Vent", "14 mars 2023"."""
    day, _, text = below.partition("\n")
    is_head = bool(lines.bare_date(day.strip(), "UTC")) and text.startswith("\n") and _may_be_title(text)
    return is_head and _names_paper(line, text.lstrip().partition("\n")[0].strip()) and is_furniture(line)


def _below_paper(body: str) -> str:
    """A text without the header of a printed article: a line with its day and page, and the paper's above it."""
    text = body.lstrip()
    for _ in range(2):
        line, _, text = text.partition("\n")
        if _PRINTED.search(line) and _holds_date(line.strip()):
            return text
    return body


def _below_letterhead(body: str) -> str:
    """A text without the head of a press release: who issues it, in capitals, its kind, then its place and day."""
    line, _, below = body.lstrip().partition("\n")
    text = below if _is_rubric(line.strip()) else body
    is_named = False
    for _ in range(2):
        line, _, text = text.lstrip().partition("\n")
        is_named = is_named or is_letter([line])
        if letter_date(line.strip(), "UTC"):
            return text if is_named and text.strip() else body
        if not is_named:
            break
    return body


def _is_rubric(line: str) -> bool:
    """Whether a line names a section in capitals: up to four words, the first no article ("LE PONT EST FERMÉ")."""
    words = re.findall(r"[^\W\d_]+", line)
    return line.isupper() and 0 < len(words) <= _RUBRIC and fold(words[0]) not in phrases("determiners")


def _may_be_title(text: str) -> bool:
    """Whether a text opens with a title in small letters: no sentence, no publication line, no author."""
    line, _, rest = text.lstrip().partition("\n")
    line = line.strip()
    is_author = re.match(rf"(?:{'|'.join(phrases('by'))})\s", fold(line))
    short = 0 < len(line) <= _TITLE and not _ends_sentence(line)
    return short and not line.isupper() and not is_author and _is_followed(rest) and not _holds_date(line)


def _is_paper_above(line: str, rest: str) -> bool:
    """Whether a line is the paper's name above a title of more words and its day: "Le Courrier", "Le pont ferme"."""
    title = rest.partition("\n")[0].strip()
    return _names_paper(line, title) and is_furniture(line) and not is_furniture(title) and _may_be_title(rest)


def _is_above_day(rest: str) -> bool:
    """Whether the line with the day follows, with a subtitle, an author or a paper between, or a long paragraph."""
    following = [line.strip() for line in rest.split("\n", _HEADER)[:_HEADER]]
    if len(following[0]) >= _PARAGRAPH and following[0].endswith(_STOPS):
        return True
    between = takewhile(lambda line: not _holds_date(line), following)
    count = sum(1 for line in between if 0 < len(line) <= _TITLE and not _ends_sentence(line))
    return count < len(following) and _holds_date(following[count])


def _names_paper(line: str, title: str) -> bool:
    """Whether a line may name a title's paper: fewer words than it has, or names alone where the title has others."""
    words = line.split()
    if not 0 < len(words) <= _PAPER or not line[0].isupper() or _ends_sentence(line) or _holds_date(line):
        return False
    return len(words) < min(len(title.split()), _PAPER) or (is_furniture(line) and not is_furniture(title))


def _ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, a quoted one too; a title may end with a few words in quotation marks."""
    return line.endswith(_SENTENCE_END) or bool(_QUOTED_SENTENCE.search(line))


def _is_followed(rest: str) -> bool:
    """Whether an empty line and then more text follow, or the line with the day of publication."""
    following, _, more = rest.partition("\n")
    return bool(more.strip()) and (not following.strip() or _holds_date(following.strip()))


def _holds_date(line: str) -> bool:
    return bool(lines.from_line(line, "UTC") or hints.from_dateline(line, "UTC") or lines.bare_date(line, "UTC"))
