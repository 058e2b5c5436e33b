"""Articles to YAML: read, annotate, merge, and patch what people may have edited meanwhile."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from timeline import coref, document, events
from timeline.articles import Undated
from timeline.articles.find import Candidates
from timeline.articles.find import find as find_files
from timeline.document import Head, store
from timeline.gc_pause import collector_seldom
from timeline.i18n import say
from timeline.model import Annotated, Article, ArticleCard, Entry, Problem, Severity
from timeline.workflow.commands.undated import listed
from timeline.workflow.files import (
    Progress,
    held,
    in_language_of,
    parsed,
    read_articles,
    read_file,
    stored,
    text_language,
    understanding,
)
from timeline.workflow.lock_file import problems_of_lock, readable_lock
from timeline.workflow.memory import annotation_cache, documents, listings
from timeline.workflow.memory.blocks import Digested
from timeline.workflow.memory.updates import Look, inputs, of_written, remember
from timeline.workflow.merging import entries as merging
from timeline.workflow.merging.let_go import let_go
from timeline.workflow.merging.set_aside import set_aside
from timeline.workflow.names_file import read_names
from timeline.workflow.options import UpdateOptions
from timeline.workflow.outcome import Outcome
from timeline.workflow.places import in_files
from timeline.workflow.project import candidates_path
from timeline.workflow.stopped import Stopped

_NAMED = 10
"""The most articles whose events outside the topic are reported one by one."""


@dataclass(frozen=True, slots=True)
class UpdatePlan:
    """What the machine finds for one timeline: its head, the cards of the articles, the entries, and what is wrong.

    `candidates` are the events that a timeline of this length leaves out, `off_topic` says what its topic and
    the kind of its articles leave out.
    `left_out` are the errors of the articles that could not be read: the others are read without them. `undated` are
    those among them that lack only a date, `unread` those that made the reading fail. `known` gives all that was
    read, where any is undated, `texts` has the title and the text of each article by its id. `read` is the file that
    the head is from, `of_file` those of the problems that are warnings about it. `blocks` are all entries as they are
    kept.
    """

    head: Head
    cards: tuple[ArticleCard, ...]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    skipped: int = 0
    candidates: tuple[Entry, ...] = ()
    off_topic: tuple[str, ...] = ()
    left_out: tuple[Problem, ...] = ()
    undated: tuple[Undated, ...] = ()
    known: Callable[[], Iterable[Annotated]] = tuple
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unread: tuple[Problem, ...] = ()
    inputs: str = ""
    read: document.Document | None = None
    of_file: tuple[Problem, ...] = ()
    blocks: Digested[Entry] = ()

    @property
    def article_ids(self) -> frozenset[str]:
        """The ids of all articles that were read."""
        return frozenset(card.id for card in self.cards)


def update_all(
    files: Iterable[Path],
    how: UpdateOptions | None = None,
    progress: Progress | None = None,
    looks: Mapping[Path, Look | None] = MappingProxyType({}),
) -> tuple[Outcome, ...]:
    """Updates every timeline; stops before the first write where anything is wrong with any of them.

    `remembered` says beforehand whether there is nothing to do.

    Args:
        files: The YAML files.
        how: The options; the default ones where None.
        progress: Is called with what is counted, how many are done, and how many there are.
        looks: What was seen of some files' projects with the same options, by the files.

    Returns:
        What happened to each file, in order.

    Raises:
        Stopped: A file or an article has an error.
    """
    how, paths = how or UpdateOptions(), tuple(files)
    with collector_seldom():  # the articles and what was read of them stay
        found = [(path, find(path, how, progress, looks.get(path))) for path in paths]
    let_go(sum(len(each.cards) for _, each in found))
    problems = [problem for _, each in found for problem in each.problems]
    if any(problem.is_error for problem in problems):
        raise Stopped(problems)
    with collector_seldom():  # so does what the lock and the file hold
        return tuple(_done(path, each, how) for path, each in found)


def _done(path: Path, found: UpdatePlan, how: UpdateOptions) -> Outcome:
    """Writes one timeline, and remembers what was seen and done."""
    outcome = write(path, found, how.language)
    outcome = replace(outcome, undated=listed(found.undated, found.known, how.model, how.language))
    if not found.unread:  # what failed once may go well
        remember(outcome, found.head.articles, found.head.names, found.inputs)
    return outcome


def find(path: Path, how: UpdateOptions, progress: Progress | None = None, look: Look | None = None) -> UpdatePlan:
    """What the machine now finds for the timeline at `path`, which need not exist; nothing is written."""
    head, read = read_file(path, how.language)
    names, name_problems = read_names(path.parent, head.names, how.language)
    problems = (*read.problems, *name_problems)
    if not head.articles:  # a broken file, which does not say where they are
        return UpdatePlan(head, (), (), problems)
    files, seen = _sought(path, head, how, look)
    collected = read_articles(head, path.parent, progress, found=files)
    head = head if path.exists() else in_language_of(head, collected.articles)
    found = _shown_from(path.parent, collected.problems)
    left_out = tuple(problem for problem in found if problem.is_error)
    is_stopped = bool(left_out) and (how.strict or not collected.articles)
    if is_stopped or any(problem.is_error for problem in problems):
        return UpdatePlan(head, (), (), (*problems, *found))
    problems += tuple(problem for problem in found if not problem.is_error)
    articles = tuple({article.id: article for article in reversed(collected.articles)}.values())[::-1]
    merged_now = merging.of_articles(path, head, names, articles, how, progress)
    left_out += merged_now.unread
    if merged_now.unread and (how.strict or not merged_now.cards):
        return UpdatePlan(head, (), (), (*problems, *left_out))
    problems += _shown_from(path.parent, in_files(path.parent, merged_now.problems, articles))
    return replace(
        _selected(head, how, articles, merged_now),
        problems=tuple(map(_only_warned, problems)),
        skipped=len(collected.skipped),
        left_out=left_out,
        undated=collected.undated,
        known=merged_now.annotations if collected.undated else tuple,  # otherwise what was read is freed
        inputs=seen,
        read=read.document,
        of_file=tuple(map(_only_warned, read.problems)),
    )


def _sought(path: Path, head: Head, how: UpdateOptions, look: Look | None) -> tuple[Candidates, str]:
    """The files of articles that a head names, and the digest of what an update reads; what was seen before stands."""
    if look and (look.last.patterns, look.last.names) == (head.articles, head.names):
        return look.found, look.inputs
    files = find_files(head.articles, path.parent)
    return files, inputs(path.parent, files, head.names, how.cache_key)


def _selected(head: Head, how: UpdateOptions, articles: Sequence[Article], found: merging.Merged) -> UpdatePlan:
    """The events that become entries and those that stay candidates."""
    aside = set_aside(articles, head.language, found.opinions)
    chosen, candidates = coref.parted(aside.without_weight(found.entries), how.length(head))
    off_topic = _off_topic(found, merging.topic_of(head), how.language)
    return UpdatePlan(
        head=head,
        cards=found.cards,
        entries=chosen,
        problems=(),
        candidates=candidates,
        off_topic=(*aside.lines(how.language, chosen), *off_topic),
        texts={article.id: (article.title, article.text) for article in articles},
        unread=found.unread,
        blocks=found.blocks,
    )


def _off_topic(found: merging.Merged, about: coref.TopicFilter | None, language: str) -> tuple[str, ...]:
    """A line for each of the first articles with events outside the topic, and one for the rest.

    A line says how many events these are, the likeliest of them, and why.
    """
    if about is None:
        return ()
    every = coref.choose(list(found.annotations()), about, annotation_cache.encode)
    lines = tuple(line for chosen in every if (line := _left_out(chosen, language)))
    more = len(lines) - _NAMED
    return lines if more <= 0 else (*lines[:_NAMED], say(language, "about.more", count=more))


def _left_out(chosen: coref.Chosen, language: str) -> str:
    lost = [each for each in chosen.left_out if each.event.weight >= events.KEEP]
    if not lost:
        return ""
    best = max(lost, key=lambda each: each.event.weight)
    return say(
        language,
        f"about.{best.reason.value}",
        article=chosen.annotated.article.id,
        count=len(lost),
        title=best.event.title,
        nearness=round(100 * best.nearness),
    )


def _only_warned(problem: Problem) -> Problem:
    """A fault inside an article's prose belongs to the article: it is reported, and stops nothing."""
    return replace(problem, severity=Severity.WARNING)


def _shown_from(root: Path, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems with paths that the person can click where the command runs."""
    return tuple(replace(problem, path=(root / problem.path).as_posix()) for problem in problems)


def write(path: Path, found: UpdatePlan, language: str = "en") -> Outcome:
    """Merges what was found into the file, atomically.

    Another build waits. What an editor saved meanwhile is noticed and merged, never overwritten.

    Args:
        path: The YAML file, which need not exist.
        found: What `find` gave for it, or the query of an archive.
        language: The language of the messages.

    Returns:
        What was written.

    Raises:
        Stopped: The file has errors, or was changed meanwhile.
    """
    with held(path, language):
        return _written(path, found, language)


def merged(path: Path, yaml: store.Stored, lock: store.Stored, found: UpdatePlan, language: str) -> document.Updated:
    """The texts of file and lock after the merge with what was found; nothing is written."""
    text = yaml.text or ""
    same = found.read is not None and text_language(found.read.text) == text_language(text)
    read, settled = found.read if same else None, documents.settled(path, (yaml.digest, lock.digest), found.blocks)
    return document.update(
        document.FileTexts(yaml.text, lock.text, str(path), read, settled),
        document.Extraction(found.entries, found.article_ids, found.cards, found.texts),
        understand=understanding(text),
        head=found.head,
        language=language,
    )


def _written(path: Path, found: UpdatePlan, language: str, tries: int = 3) -> Outcome:
    yaml, lock = stored(path, language), readable_lock(path, language)
    updated = merged(path, yaml, lock, found, language)
    if updated.text is None or updated.lock is None:
        raise Stopped(updated.problems)
    try:
        digests = store.write_all(
            {
                lock: updated.lock,
                yaml: updated.text,
                stored(schema_path(path), language): schema_text(found.head),
                **_candidates(path, found, language),
            },
            language=language,
        )
    except store.StoreError:
        if tries > 1:
            return _written(path, found, language, tries - 1)
        raise
    documents.keep_lock(path, updated.lock, digests[lock.path])
    if listing := digests.get(candidates_path(path)):
        listings.keep(path, listing, found.head.language, found.blocks)
    read = _read_now(path, updated, language)
    if read.document is not None and found.blocks:
        documents.keep_settled(path, (digests[yaml.path], digests[lock.path]), read.document, updated, found.blocks)
    return Outcome(
        path,
        updated.report,
        len(found.cards),
        found.skipped,
        (
            *_standing(found, read, rewritten=updated.text != yaml.text),
            *problems_of_lock(path, lock.text, updated.report, language),
        ),
        found.off_topic,
        len(found.candidates),
        found.left_out,
        unread=found.unread,
        written=of_written(path, digests),
        read=read.document,
    )


def _read_now(path: Path, updated: document.Updated, language: str) -> document.Parsed:
    """The file as the update leaves it, which is kept for the next one."""
    read = parsed(path, updated.text or "", language, updated.read)
    if read.document is not None and read.document is not updated.read:
        documents.keep(path, language, read.document)
    return read


def _candidates(path: Path, found: UpdatePlan, language: str) -> dict[store.Stored, str]:
    """The file of the events that this length leaves out, as timeline entries that people may move, with its new text.

    Empty where nothing is left out and there was no such file before.
    """
    standing = stored(candidates_path(path), language)
    if not found.candidates and standing.text is None:
        return {}
    head = replace(found.head, title=say(found.head.language, "candidates.title", title=found.head.title))
    welcome = say(head.language, "candidates.welcome", file=path.name)
    known = listings.texts_of(path, standing, head.language, found.blocks)
    return {standing: document.listing(head, found.candidates, schema_path(path).name, welcome=welcome, known=known)}


def schema_path(path: Path) -> Path:
    """The schema beside the timeline, for the editor's completion."""
    return path.with_name("timeline.schema.json")


def schema_text(head: Head) -> str:
    """The JSON Schema of a timeline file, described in the timeline's language."""
    return json.dumps(document.schema(head.language), ensure_ascii=False, indent=1) + "\n"


def _standing(found: UpdatePlan, now: document.Parsed, *, rewritten: bool) -> tuple[Problem, ...]:
    """The problems after the update: the warnings about the file are of the file as it stands now."""
    if not rewritten or not found.of_file:
        return found.problems
    its, gone = map(_only_warned, now.problems), frozenset(found.of_file)
    return (*its, *(problem for problem in found.problems if problem not in gone))
