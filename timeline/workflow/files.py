"""Reads a project's files: timeline files, their heads, and the articles they name; loads no language pipeline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from timeline import articles, document
from timeline.articles.find import Candidates
from timeline.articles.find import find as find_files
from timeline.document import Head, store
from timeline.i18n import languages, say
from timeline.languages import available
from timeline.model import Article, Date
from timeline.workflow.date_words import understand
from timeline.workflow.memory import documents, readings
from timeline.workflow.project import articles_folder, default_articles, lock_path
from timeline.workflow.stopped import Stopped

_LANGUAGE = re.compile(r"""^language:[ \t]*["']?([a-zA-Z]{2,3})(?:[-_]\w+)*["']?[ \t]*(?:#.*)?\r?$""", re.MULTILINE)
_ARTICLES = re.compile(r"""^articles:[ \t]*["']?([^"'\s]*)""", re.MULTILINE)
_EVENTS = re.compile(r"^events:", re.MULTILINE)

MANY = 2_000
"""Articles from which on memory counts more than the second in which a model would be loaded again."""

Progress = Callable[[str, int, int], None]
"""Called with what is done (`files` read, `articles` understood), how many are, and of how many."""


def read_articles(
    head: Head,
    root: Path,
    progress: Progress | None = None,
    *,
    compare: bool = True,
    found: Candidates | None = None,
) -> articles.Collected:
    """The articles that the head of a timeline names, relative to `root`.

    Args:
        head: The head of the timeline.
        root: The folder of the timeline.
        progress: Is called with "files", how many are read, and how many there are.
        compare: Whether to warn of texts that repeat each other.
        found: The files that it names, where they were looked for before.

    Returns:
        The articles, and a problem for each file that could not be read.
    """

    def show(done: int, of: int, _: str) -> None:
        if progress:
            progress("files", done, of)

    patterns = head.articles or (default_articles(root),)
    files = readings.Readings(root, patterns)
    collected = articles.read(
        patterns,
        root,
        articles.ReadOptions(head.zone, head.encoding or None, dict(head.fields)),
        progress=show,
        compare=compare,
        memory=articles.ReadMemory(files.through, files.sketch, files.shares),
        found=found,
    )
    files.remember()
    if len(collected.articles) > MANY:
        articles.let_go()
    return collected


def read_head(path: Path) -> Head:
    """The head of a timeline file.

    Args:
        path: The YAML file; a new timeline has the default head.

    Returns:
        The head; an empty one where the file cannot be read. It names no articles where the file is the only source.
    """
    by_hand = only_source(path)
    return by_hand.head if by_hand else read_file(path)[0]


def read_file(path: Path, language: str = "en") -> tuple[Head, document.Parsed]:
    """A timeline file and its head, as `read_head` gives it.

    Returns:
        The head, and the file; without a document and without problems where there is no file. The head of a broken
        file has the usual folder of articles, where there is one: what is wrong in both is told at once.
    """
    text = stored(path, language).text
    if text is None:
        head = Head(articles=(default_articles(path.parent),))
        return replace(head, title=say(head.language, "pages.timeline")), document.Parsed(None, ())
    read = parsed(path, text, language)
    if read.document is None:
        folder = articles_folder(path.parent)
        return Head(articles=(folder,) if folder else ()), read
    head = read.document.head
    return head if head.articles else replace(head, articles=(default_articles(path.parent),)), read


def in_language_of(head: Head, read: Iterable[Article]) -> Head:
    """The head of a new timeline in the one language of all its articles, where the interface speaks it.

    Returns:
        The head with that language, and a title in it; as it was where the articles have several.
    """
    spoken = {article.language for article in read}
    code = spoken.pop() if len(spoken) == 1 else head.language
    return replace(head, language=code, title=say(code, "pages.timeline")) if code in languages() else head


def is_unbuilt(path: Path) -> bool:
    """Whether a timeline has no events only because its articles were never read.

    Args:
        path: The YAML file.

    Returns:
        True where there is no such file; or where it names no events, has no lock, and there are articles.

    Raises:
        Stopped: The file cannot be read.
    """
    text = stored(path).text
    if text is None:
        return True
    has_articles = bool(_ARTICLES.search(text)) or articles_folder(path.parent) is not None
    return has_articles and not _EVENTS.search(text) and not lock_path(path).exists()


def only_source(path: Path) -> document.Document | None:
    """A timeline that is written by hand, or whose articles are no longer there: it has events, and no articles.

    Args:
        path: The YAML file.

    Returns:
        The file; None where there are articles, where it names some and was never built, and for a broken file.

    Raises:
        Stopped: The file cannot be read.
    """
    text = None if articles_folder(path.parent) is not None else stored(path).text
    if text is None:
        return None
    named = _ARTICLES.search(text)
    if named and ((path.parent / named[1]).exists() or not lock_path(path).exists()):
        return None
    read = parsed(path, text).document
    if read is None or not read.items or (named and find_files(read.head.articles, path.parent).files):
        return None
    return read


def text_language(text: str) -> str:
    """The language that the head of a timeline file states, also of one that is broken further down.

    Args:
        text: The file as it stands: `language: en`, `language: "en"` and `language: 'en-GB'  # …` all state English.

    Returns:
        The code of a language that is read, "fr" where the head states none or another.
    """
    found = _LANGUAGE.search(text)
    return found[1].lower() if found and found[1].lower() in available() else "fr"


def understanding(text: str) -> Callable[[str], Date | None]:
    """How dates in words are read in a file: in the language that its head names.

    Args:
        text: The text of the file, which may be broken.

    Returns:
        A function from words to their date; None for words that are not a date.
    """
    return partial(understand, language=text_language(text))


def stored(path: Path, language: str = "en") -> store.Stored:
    """A file as it is on disk.

    Args:
        path: The file.
        language: The language of the problem where it cannot be read.

    Returns:
        The file; its text is None where it does not exist.

    Raises:
        Stopped: It cannot be read.
    """
    try:
        return store.read(path, language=language)
    except store.StoreError as error:
        raise Stopped([error.problem]) from None


def parsed(path: Path, text: str, language: str = "en", before: document.Document | None = None) -> document.Parsed:
    """A timeline file read, with all its problems.

    Args:
        path: The file, for the problems.
        text: Its text.
        language: The language of the problems.
        before: What the file held before an edit, as last kept where None; only what was edited since is read again.
    """
    last = before if before is not None else documents.known(path, language)
    same = last is not None and text_language(last.text) == text_language(text)
    understand = understanding(text)
    read = document.parse_again(
        text, str(path), before=last if same else None, understand=understand, language=language
    )
    if before is None and read.document is not None and read.document is not last:
        documents.keep(path, language, read.document)
    return read


@contextmanager
def held(path: Path, language: str = "en", wait: float = 60.0) -> Iterator[None]:
    """Keeps a timeline for this build; another build waits.

    Args:
        path: The YAML file.
        language: The language of the message.
        wait: How many seconds to wait for another build.

    Raises:
        Stopped: Another build still has the timeline; the message says which one.
    """
    try:
        with store.exclusive(path, wait=wait, language=language):
            yield
    except store.StoreError as error:
        raise Stopped([error.problem]) from None
