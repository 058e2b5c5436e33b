"""Reads a folder: every file by its format's reader. All problems are kept, and a bad file does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline.articles.article import finish
from timeline.articles.duplicates import Sketch, duplicates, shares_of, sketch_of
from timeline.articles.find import PICTURES, SIDECARS, Candidates, all_shown, convertible, find, shown
from timeline.articles.formats.encoding import Undecodable, decode, undecodable
from timeline.articles.formats.table import readable_suffixes, reader_for
from timeline.articles.metadata.fields import Metadata
from timeline.articles.metadata.frontmatter import read_yaml
from timeline.articles.publication_date.suggest import Undated
from timeline.articles.source import ReadOptions, Skipped, SourceFile, UndatedArticle, from_file, guarded, warning
from timeline.articles.text.language import Spoken
from timeline.i18n.messages import file_problem, message, why
from timeline.model import Article, Problem

Progress = Callable[[int, int, str], None]
"""Called with files done, files in all, and the path of the one just read."""

Outcome = Article | Problem | Skipped | Undated
"""What becomes of one record of a file."""

Kept = Callable[[SourceFile, ReadOptions, Callable[[SourceFile], Iterable[Outcome]]], Iterable[Outcome]]
"""Gives the outcomes of a file: those of the last argument for it, or the same from an earlier run."""

_Kind = TypeVar("_Kind", Article, Problem, Skipped, Undated)
_HEAD = 4096


def _anew(source: SourceFile, _: ReadOptions, make: Callable[[SourceFile], Iterable[Outcome]]) -> Iterable[Outcome]:
    return make(source)


@dataclass(frozen=True, slots=True)
class ReadMemory:
    """What an earlier run left: the result is the same without it.

    Attributes:
        kept: Gives what was read of a file.
        sketch: Gives what an article's text is compared by.
        shares: Says how much of a text is that of others.
    """

    kept: Kept = _anew
    sketch: Callable[[Article], Sketch] = sketch_of
    shares: Callable[[Article, Sequence[Article]], Sequence[float]] = shares_of


@dataclass(frozen=True, slots=True)
class Collected:
    """What was read, what was left out, and why.

    Articles are in path order; each of those that lack only a day has a problem, too.
    """

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    skipped: tuple[Skipped, ...] = ()
    undated: tuple[Undated, ...] = ()


def read(
    patterns: Sequence[str],
    root: Path,
    options: ReadOptions | None = None,
    *,
    progress: Progress | None = None,
    compare: bool = True,
    memory: ReadMemory | None = None,
    found: Candidates | None = None,
) -> Collected:
    """All articles that some patterns name, sorted by path. Nothing is fetched, and no file's mtime decides on a date.

    Args:
        patterns: Files, folders and globs, relative to `root`.
        root: The folder that paths are relative to.
        options: How articles are read; the defaults where None.
        progress: Called after each file.
        compare: Whether to look for texts that repeat each other; only the problems depend on it.
        memory: What an earlier run left.
        found: What `find` gives for the patterns, where it was asked before.

    Returns:
        The articles, all problems, and what was left out.
    """
    options, memory = options or ReadOptions(), memory or ReadMemory()
    if wrong := wrong_options(options):
        return Collected((), (wrong,))
    found = found or find(patterns, root)
    scanned = list(scan(found, root, options, progress, kept=memory.kept))
    articles, again = _once(_only(scanned, Article))
    skipped = (*found.skipped, *_only(scanned, Skipped), *again)
    problems = [*found.problems, *_only(scanned, Problem), *_same_ids(articles)]
    if compare:
        problems += duplicates(articles, memory.sketch, memory.shares)
    if not articles and not problems:
        problems.append(_nothing(patterns, skipped))
    return Collected(tuple(articles), tuple(sorted(set(problems))), skipped, tuple(_only(scanned, Undated)))


def _only(scanned: Iterable[Outcome], kind: type[_Kind]) -> list[_Kind]:
    return [each for each in scanned if isinstance(each, kind)]


def wrong_options(options: ReadOptions) -> Problem | None:
    """The problems of the options.

    Returns:
        The problem of a wrong time zone; None where there is none.
    """
    try:
        ZoneInfo(options.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return file_problem("zone", "articles.no_zone", zone=options.zone)
    return None


def scan(
    found: Candidates,
    root: Path,
    options: ReadOptions,
    progress: Progress | None = None,
    stated: Metadata | None = None,
    *,
    kept: Kept = _anew,
) -> Iterator[Outcome]:
    """Article by article in path order, with one file in memory at a time.

    Args:
        found: The files.
        root: The folder that the articles' paths start from.
        options: How articles are read.
        progress: Is called with how many files are read, how many there are, and the path of the last.
        stated: The metadata of all articles that do not state their own.
        kept: Gives what an earlier run read of a file.

    Yields:
        Articles, and what was left out with its reason.
    """
    total = len(found.files)
    for done, (file, path) in enumerate(zip(found.files, all_shown(found.files, root), strict=True), 1):
        for each in _read_file(file, path, _stated(found.sidecars.get(file), root, stated), options, kept):
            yield _refused(each) if isinstance(each, _Unread) and file in found.named else each
        if progress:
            progress(done, total, path)


def _stated(sidecar: Path | None, root: Path, stated: Metadata | None) -> Metadata | Problem:
    beside = _sidecar(sidecar, root) if sidecar else Metadata()
    return beside.over(stated) if isinstance(beside, Metadata) and stated else beside


def _read_file(
    file: Path, path: str, stated: Metadata | Problem, options: ReadOptions, kept: Kept
) -> Iterator[Outcome]:
    if file.suffix.lower() in SIDECARS:
        yield warning(path, 0, message("articles.lonely_sidecar"))
        return
    if isinstance(stated, Problem):
        yield stated
        return
    try:
        source = from_file(file, path, stated)
    except OSError as error:
        yield _unreadable(path, error)
        return
    yield from kept(source, options, lambda source: _outcomes(source, options))


def _outcomes(source: SourceFile, options: ReadOptions) -> Iterator[Outcome]:
    """What its format's reader reads of a file."""
    path = source.path
    try:
        head = source.head(_HEAD)
    except OSError as error:
        yield _unreadable(path, error)
        return
    if reader := reader_for(path, head):
        yield from finished(guarded(reader, source, options), options, source.spoken)
    else:
        yield convertible(path) or _Unread(path, message("articles.no_format", known=" ".join(readable_suffixes())))


def _unreadable(path: str, error: OSError) -> Problem:
    return file_problem(path, "articles.file.unread", why=why(error))


@dataclass(frozen=True, slots=True)
class _Unread(Skipped):
    """A file of a format without a reader: skipped in a folder, an error where a person named it."""


def _refused(unread: _Unread) -> Problem:
    if unread.path.lower().endswith(PICTURES):
        return file_problem(unread.path, "articles.convert.picture")
    return file_problem(unread.path, "articles.refused_format", reason=unread.reason)


def finished(
    drafts: Iterable[UndatedArticle | Problem | Skipped], options: ReadOptions, spoken: Spoken | None = None
) -> Iterator[Outcome]:
    """The outcome of each draft; problems are passed on.

    Args:
        drafts: What the formats read, in order.
        options: How articles are read.
        spoken: The languages that were detected before, to which these are added.

    Yields:
        One outcome for each draft, and the warnings of an article before it.
    """
    for draft in drafts:
        if not isinstance(draft, UndatedArticle):
            yield draft
            continue
        done = finish(draft, options, spoken)
        yield from done.problems
        if done.article:
            yield done.article
        elif done.skipped:
            yield Skipped(draft.path, done.skipped)
        elif done.undated:
            yield done.undated


def _sidecar(file: Path, root: Path) -> Metadata | Problem:
    source: SourceFile = from_file(file, shown(file, root))
    data = source.bytes()
    if isinstance(data, Problem):
        return data
    text = decode(data)
    if isinstance(text, Undecodable):
        return undecodable(Undecodable(text.line, text.column, text.reason), source.path)
    return read_yaml(text, source.path)


def _once(articles: Sequence[Article]) -> tuple[list[Article], list[Skipped]]:
    """Keeps one of the identical records of several exports or feeds; articles in their own files are always kept."""
    first: dict[tuple[str, str, str | None], Article] = {}
    kept, again = [], []
    for article in articles:
        other = first.setdefault((article.id, article.text, article.url), article)
        if other is not article and "#" in article.path:
            again.append(Skipped(article.path, message("articles.skipped.already", place=other.path)))
        else:
            kept.append(article)
    return kept, again


def _same_ids(articles: Sequence[Article]) -> Iterator[Problem]:
    first: dict[str, Article] = {}
    for article in articles:
        other = first.setdefault(article.id, article)
        if other is not article:
            yield file_problem(article.path, "articles.same_id", other=other.path, id=article.id)


def _nothing(patterns: Sequence[str], skipped: Sequence[Skipped]) -> Problem:
    where = ", ".join(patterns) or "."
    left = message("articles.left_out", count=len(skipped)) if skipped else ""
    known = " ".join(readable_suffixes())
    return file_problem(where, "articles.none_here", left=left, known=known)
