"""Everything that is wrong, all at once; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from timeline import articles, document
from timeline.annotator import read_one
from timeline.document.stored_file import Stored
from timeline.i18n import say
from timeline.model import Problem, Severity
from timeline.workflow.commands.update import UpdatePlan, find, merged
from timeline.workflow.files import parsed, read_articles, read_head, stored
from timeline.workflow.lock_file import lock_trouble, problems_of_lock
from timeline.workflow.merging.annotate import annotated
from timeline.workflow.merging.unread import separate_unread
from timeline.workflow.options import UpdateOptions
from timeline.workflow.project import articles_folder, lock_path, pages_folder
from timeline.workflow.stopped import Stopped


def check_all(files: Iterable[Path], how: UpdateOptions | None = None, *, suggest: bool = False) -> tuple[Problem, ...]:
    """The problems of the articles and of the YAML files, and where the machine disagrees with a person.

    Args:
        files: The YAML files.
        how: The options; the default ones where None.
        suggest: Whether articles without a date get a proposal where dated articles report the same events.

    Returns:
        The problems, each once, in the order of files and lines.
    """
    paths, how = tuple(files), how or UpdateOptions()
    found = {problem for path in paths for problem in _checked(path, how)}
    found |= {problem for root in {path.parent for path in paths} for problem in _unshown_pictures(root, how.language)}
    if suggest:
        found |= {problem for path in paths for problem in _suggested(path, how)}
    return tuple(sorted(found))


def _suggested(path: Path, how: UpdateOptions) -> Iterator[Problem]:
    head = read_head(path)
    collected = read_articles(head, path.parent)
    known, _ = separate_unread(annotated(collected.articles, how), path.parent, how.language)
    for one in articles.suggest_dates(collected.undated, known, partial(read_one, model=how.model)):
        language = how.language
        named = "; ".join(
            say(language, "build.dated_by", quote=each.quote, date=each.date, article=each.article)
            for each in one.because
        )
        days = {"day": one.day, "earliest": one.earliest, "latest": one.latest}
        key = "build.suggested" if one.earliest < one.latest else "build.suggested_alone"
        wording = say(language, key, reasons=named, **days)
        yield Problem((path.parent / one.path).as_posix(), 0, 0, wording, Severity.WARNING)


def _checked(path: Path, how: UpdateOptions) -> Iterator[Problem]:
    yaml = stored(path, how.language)
    text = yaml.text
    if text is not None and articles_folder(path.parent) is None:
        read = parsed(path, text, how.language)
        if read.document is None or not read.document.head.articles:  # the YAML file is the only source
            yield from read.problems
            if read.document is not None:
                yield from _missing_pictures(path, read.document, how.language)
            return
    try:
        found = find(path, how)
    except Stopped as stopped:
        yield from stopped.problems
        return
    yield from found.problems
    yield from found.left_out
    if text is None or any(problem.is_error for problem in found.problems):
        return
    yield from _disagreements(path, yaml, found, how.language)


def _disagreements(path: Path, yaml: Stored, found: UpdatePlan, language: str) -> Iterator[Problem]:
    """Where the machine now differs from a person, as if the file had just been updated."""
    lock = stored(lock_path(path), language)
    updated = merged(path, yaml, lock, found, language)
    yield from lock_trouble(path, lock.text, language)
    if updated.report.older_copy:
        yield from problems_of_lock(path, None, updated.report, language)
    if read := parsed(path, yaml.text or "", language).document:
        yield from document.check(read, updated.lock, found.article_ids, language=language)
        yield from _missing_pictures(path, read, language)


def _missing_pictures(path: Path, read: document.Document, language: str) -> Iterator[Problem]:
    """The pictures that a build of the site would stop at."""
    if any(entry.image for entry in read.entries):
        from timeline.site.mkdocs.checked_pictures import picture_problems  # MkDocs and Pillow are slow to import

        yield from picture_problems(read, path, language)


def _unshown_pictures(root: Path, language: str) -> Iterator[Problem]:
    """The pictures of a project that nothing shows, as warnings."""
    if pages_folder(root) is not None:
        from timeline.site.mkdocs.checked_pictures import unshown

        yield from unshown(root, language)
