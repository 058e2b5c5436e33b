"""Import: files in any format and pages off the network become one Markdown file each.

Front matter says what was found and how. From then on, all offsets refer to the stored text.
"""

from __future__ import annotations

import dataclasses
import errno
import hashlib
import os
import tempfile
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import yaml

from timeline.articles.collect import Progress, finished, scan, wrong_options
from timeline.articles.find import find, parts_of_pages, shown
from timeline.articles.formats.encoding import is_encoding
from timeline.articles.formats.table import reader_for
from timeline.articles.importing.fetch import Fetched, Fetcher, RefusedError
from timeline.articles.metadata.fields import Metadata, Value
from timeline.articles.publication_date.suggest import Undated
from timeline.articles.source import ReadOptions, Skipped, SourceFile, UndatedArticle, from_bytes, guarded, warning
from timeline.articles.text.line_breaks import rejoin
from timeline.i18n.messages import file_problem, message, why
from timeline.model import Article, Problem

_SUFFIX_OF = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md",
    "application/json": ".json", "application/rss+xml": ".rss", "application/atom+xml": ".atom",
    "application/xml": ".xml", "text/xml": ".xml", "text/csv": ".csv", "application/x-ndjson": ".jsonl",
}  # fmt: skip
_LONGEST_NAME = 200
"""The most bytes of a file's name before the part of a hash and ".md": file systems take 255."""


@dataclass(frozen=True, slots=True)
class Added:
    """What was imported, all problems, and what was left out.

    Files are relative to the timeline's folder.
    """

    written: tuple[str, ...]
    problems: tuple[Problem, ...]
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class Importing:
    """How to import.

    `date` is the publication day of all items, as the person states it: it overrides what the items say. `rejoin`
    repairs the line breaks of scanned text. `replace` overwrites existing files.
    """

    options: ReadOptions = field(default_factory=ReadOptions)
    date: str | None = None
    rejoin: bool = False
    replace: bool = False


def add(
    items: Sequence[str],
    folder: Path,
    root: Path,
    *,
    how: Importing | None = None,
    fetcher: Fetcher | None = None,
    progress: Progress | None = None,
) -> Added:
    """Imports `items` into `folder`, one Markdown file each.

    Encodings are detected where that is sure. An existing file stays unchanged (`Importing.replace` overwrites it).
    Nothing else on disk is changed; each file is complete or not there.

    Args:
        items: Files, folders and globs, relative to `root`, and http(s) addresses.
        folder: Where the Markdown files go.
        root: The timeline's folder.
        how: The options of the import.
        fetcher: Fetches the addresses; None: one with the default limits.
        progress: Called with what is done.

    Returns:
        The files written, all problems, and what was left out.
    """
    how = how or Importing()
    options = dataclasses.replace(how.options, detect=True)
    if wrong := wrong_options(options):
        return Added((), (wrong,))
    stated = Metadata({"date": Value(how.date, "date")}) if how.date else Metadata()
    client = fetcher or Fetcher()
    results: dict[Problem | Skipped | str, None] = {}
    parts = parts_of_pages(items)
    for done, item in enumerate(items, 1):
        for found in () if item in parts else _from_item(item, folder, root, options, stated, client):
            if isinstance(found, Article):
                results[_stored(found, item, folder, root, how, results)] = None
            elif not isinstance(found, Undated):  # its problem says everything
                results[found] = None
        if progress:
            progress(done, len(items), item)
    return Added(
        tuple(each for each in results if isinstance(each, str)),
        tuple(sorted(each for each in results if isinstance(each, Problem))),
        tuple(each for each in results if isinstance(each, Skipped)),
    )


def _stored(
    article: Article, item: str, folder: Path, root: Path, how: Importing, before: Container[object]
) -> Problem | Skipped | str:
    """As `_store`; an article whose file cannot be there is a problem, and the others go on."""
    try:
        return _store(article, item, folder, root, how, before)
    except OSError as error:
        if error.errno not in (errno.ENAMETOOLONG, errno.EISDIR, errno.ENOTDIR, errno.EEXIST):
            raise
        return file_problem(article.path, "articles.add.no_place", why=why(error))


def _store(
    article: Article, item: str, folder: Path, root: Path, how: Importing, before: Container[object]
) -> Problem | Skipped | str:
    """Writes an article; returns its file's path, or why it was not written.

    `before`: paths already written. Another article of the same name in one import gets a part of its text's hash
    behind it, so that it is recognised the next time.
    """
    if how.rejoin:
        article = dataclasses.replace(article, text=rejoin(article.text))
    path, place, data = _place(article, item, folder, root)
    if place in before and _stored_before(path).get("text") == article.text:
        return _already(article.path, place)
    another = dataclasses.replace(article, id=f"{article.id}-{hashlib.sha256(article.text.encode()).hexdigest()[:6]}")
    other_path, other_place, other_data = _place(another, item, folder, root)
    if place in before or (other_path.exists() and other_path.read_bytes() == other_data):
        path, place, data = other_path, other_place, other_data
    if path.exists() and path.read_bytes() == data:
        return _already(article.path, place)
    known = _stored_before(path) if path.exists() else {}
    if known.get("imported_from") and known == _stated_in(data.decode()) | {"imported_from": known["imported_from"]}:
        return _already(article.path, place)  # the same file, named from another folder
    if known.get("url") and known["url"] == article.url and known.get("imported_from"):
        if known["text"] == article.text and known.get("title") == article.title:
            return _already(article.path, place)
        if "#" in article.path:  # an item of a feed or an export: its newer version
            write_whole(path, data)
            return place
    if path.exists() and not how.replace:
        return file_problem(article.path, "articles.add.exists", place=place)
    write_whole(path, data)
    return place


def _already(what: str, place: str) -> Skipped:
    return Skipped(what, message("articles.skipped.already", place=place), known=True)


def _place(article: Article, item: str, folder: Path, root: Path) -> tuple[Path, str, bytes]:
    path = folder / (_file_name(article.id) + ".md")
    return path, shown(path, root), markdown(article, item if is_address(item) else article.path).encode()


def _file_name(id_: str) -> str:
    """An id, of which each part that no file system takes is cut and gets a part of its hash behind it."""
    parts = ((part, part.encode(errors="replace")) for part in id_.split("/"))
    return "/".join(
        part
        if len(data) <= _LONGEST_NAME
        else f"{data[:_LONGEST_NAME].decode(errors='ignore')}-{hashlib.sha256(data).hexdigest()[:6]}"
        for part, data in parts
    )


def _stored_before(path: Path) -> dict[str, str]:
    """What an import wrote to `path`: its front matter's fields, and its `text`; empty where it is another file."""
    try:
        return _stated_in(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _stated_in(text: str) -> dict[str, str]:
    try:
        _, head, body = text.split("---\n", 2)
        stated = yaml.safe_load(head)
    except (ValueError, yaml.YAMLError):
        return {}
    return {**{name: str(value) for name, value in stated.items()}, "text": body} if isinstance(stated, dict) else {}


def is_address(item: str) -> bool:
    """Whether an item must be fetched, not read from disk."""
    return item.lower().startswith(("http://", "https://"))


def _from_item(
    item: str, folder: Path, root: Path, options: ReadOptions, stated: Metadata, fetcher: Fetcher
) -> Iterator[Article | Problem | Skipped | Undated]:
    if is_address(item):
        yield from finished(_fetch(item, options, stated, fetcher), options)
        return
    found = find([item], root, cure="articles.find.look")
    yield from found.problems
    yield from found.skipped
    if not (found.files or found.problems or found.skipped):
        yield warning(item, 0, message("articles.add.nothing"))
    own = folder.resolve()
    rest = []
    for file in found.files:
        if own in file.resolve().parents:
            place = shown(file, root)
            yield _already(place, place)
        else:
            rest.append(file)
    yield from scan(dataclasses.replace(found, files=tuple(rest)), root, options, stated=stated)


def _fetch(
    url: str, options: ReadOptions, stated: Metadata, fetcher: Fetcher
) -> Iterable[UndatedArticle | Problem | Skipped]:
    try:
        page = fetcher.get(url)
    except RefusedError as error:
        return [file_problem(url, "articles.fetch.not", why=error.args[0])]
    source = _source(page, stated)
    reader = reader_for(source.path, page.data[:4096])
    if reader is None:
        return [file_problem(url, "articles.fetch.no_article", kind=page.media_type or "unknown")]
    address = Metadata({"url": Value(page.url, url)})
    return [_placed(each, url, address) for each in guarded(reader, source, options)]


def _source(page: Fetched, stated: Metadata) -> SourceFile:
    """The page under a name that its media type gives it: the last part of its address."""
    slug = PurePosixPath(unquote(urlsplit(page.url).path)).name or urlsplit(page.url).netloc
    stem = slug.rsplit(".", 1)[0] or slug
    suffix = _SUFFIX_OF.get(page.media_type, "" if page.media_type else ".html")
    charset = {"encoding": Value(page.charset, page.url)} if page.charset and is_encoding(page.charset) else {}
    name = stem.replace("/", "-") + (suffix or ".unknown")
    return from_bytes(page.data, name, stated.over(Metadata(charset)))


def _placed(
    found: UndatedArticle | Problem | Skipped, url: str, address: Metadata
) -> UndatedArticle | Problem | Skipped:
    if isinstance(found, UndatedArticle):
        return dataclasses.replace(found, found=found.found.over(address), file=url, path=url)
    return dataclasses.replace(found, path=url)


def markdown(article: Article, origin: str) -> str:
    """An article as a Markdown file.

    Front matter with all that is known and the evidence of its date, then its text as it is.
    """
    date = article.published_time.isoformat() if article.published_time else article.published.isoformat()
    fields = {
        "title": article.title,
        "date": date,
        "modified": article.modified.isoformat() if article.modified else None,
        "url": article.url,
        "publisher": article.publisher,
        "page": article.page,
        "author": article.author,
        "language": article.language,
        "licence": article.licence,
        "imported_from": origin,
        "date_evidence": [f"{each.kind}: {each.text}" for each in article.evidence],
    }
    known = {name: value for name, value in fields.items() if value}
    head = yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{head}---\n{article.text}"


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)  # noqa: PTH101 - a descriptor's name, not a path of ours
        os.replace(temporary, path)  # noqa: PTH105 - as above
    except BaseException as error:
        Path(temporary).unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno and not error.filename:  # a full disk is told without a file
            error.filename = str(path)
        raise
