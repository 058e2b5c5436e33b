"""Where the machine now disagrees with a person, and what else in a file needs review."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from timeline.document.lock import Lock, Record, State, load_lock, read_lock
from timeline.document.merge.identity import items_by_id
from timeline.document.parse.types import Document, Item, Plain
from timeline.document.writing.layout import sources_node
from timeline.document.yaml.findings import Finding, problems
from timeline.document.yaml.tree import MappingNode, resolved
from timeline.i18n.nearest import nearest
from timeline.model import Problem, Severity


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field that a person changed and for which the machine's value has changed since.

    `field` is a key of the event, or `sources/<article>/<key>` for one of a source. `theirs` is the person's value
    and `ours` the machine's ("" or () where it would take the field out); `why` is the machine's explanation.
    """

    id: str
    line: int
    field: str
    theirs: Plain
    ours: Plain
    why: str


def disagreements(document: Document, lock: str | None) -> tuple[Disagreement, ...]:
    """Every disagreement that the last update found, in the order of the file.

    Args:
        document: The file.
        lock: The text of its lock; None where there is none.

    Returns:
        One for each field that a person and the machine state differently.
    """
    known = load_lock(lock)
    if known is None:
        return ()
    named = items_by_id(document, known).items()
    return tuple(
        found for id_, item in named if (record := known.records.get(id_)) for found in _of_event(id_, item, record)
    )


def _of_event(id_: str, item: Item, record: Record) -> Iterator[Disagreement]:
    whys = [source.because or source.ours.get("because", "") for source in record.sources]
    why = next(filter(None, whys), "")
    line = item.line
    for name, ours in record.latest.items():
        theirs = item.plain.get(name)
        if theirs != ours:
            yield Disagreement(id_, line, name, theirs or "", ours or "", why)
    for source, its_why in zip(record.sources, whys, strict=True):
        article = source.ours.get("article") or source.theirs.get("article") or ""
        for name in () if source.deleted or not source.said else source.theirs:
            stands, base, says = source.theirs[name], source.ours.get(name), source.said.get(name)
            was_never_there = stands is None and base is None  # as the day of a source that a person moved here
            if says not in (stands, base) and not was_never_there:
                yield Disagreement(id_, line, f"sources/{article}/{name}", stands or "", says or "", its_why)


def check(
    document: Document, lock: str | None, articles: Collection[str], *, language: str = "en"
) -> tuple[Problem, ...]:
    """What `timeline check` reports on a file without errors: unknown articles, disagreements, a lock it cannot read.

    All are warnings: none stops a build. The warnings of `parse` (`document.warnings`) are not among them.

    Args:
        document: The file.
        lock: The text of its lock; None where there is none.
        articles: The ids of all articles.
        language: The language of the messages.

    Returns:
        The warnings, in the order of the file.
    """
    known = load_lock(lock)
    findings = [*_unknown_articles(document, known, articles), *_lock_findings(lock, known)]
    findings += [_disagreement(document, found) for found in disagreements(document, lock)]
    return problems(findings, document.lines, document.path, language)


def _unknown_articles(document: Document, lock: Lock | None, articles: Collection[str]) -> Iterator[Finding]:
    known = frozenset(articles)
    written = {source.ours.get("article", "") for record in _records(lock) for source in record.sources}
    for item in document.items:
        for place, source in enumerate(item.sources):
            article = source.get("article", "")
            if not article or article in known:
                continue
            offset = _article_offset(item, place)
            guess = "" if article in written else nearest(article, known, 0.6)
            key = "article.gone" if article in written else "article.near" if guess else "article.unknown"
            yield Finding(offset, key, {"article": article, "guess": guess}, Severity.WARNING)


def _records(lock: Lock | None) -> tuple[Record, ...]:
    return tuple(lock.records.values()) if lock else ()


def _article_offset(item: Item, place: int) -> int:
    sequence = sources_node(item)
    source = resolved(sequence.items[place]) if sequence else None
    if isinstance(source, MappingNode):
        return next((pair.value.start for pair in source.pairs if pair.key.value == "article"), source.start)
    return item.begin


def _lock_findings(text: str | None, lock: Lock | None) -> Iterator[Finding]:
    trouble = read_lock(text).trouble
    if trouble:
        yield Finding(0, f"lock.{trouble.reason}", {"line": trouble.line}, Severity.WARNING)
    held = [id_ for id_, record in (lock.records if lock else {}).items() if record.state is State.HELD]
    if held:
        yield Finding(0, "lock.held", {"count": len(held), "ids": ", ".join(sorted(held)[:10])}, Severity.WARNING)


def _disagreement(document: Document, found: Disagreement) -> Finding:
    offset = document.lines.starts[found.line - 1]
    arguments = {
        "id": found.id,
        "field": found.field,
        "theirs": shown(found.theirs),
        "ours": shown(found.ours),
        # the explanation is of a date: beside a title or a name it would answer what nobody asked
        "why": f" ({found.why.rstrip('.')})" if found.why and found.field.split("/")[-1] == "date" else "",
    }
    return Finding(offset, "disagreement", arguments, Severity.WARNING)


def shown(value: Plain) -> str:
    """A value on one line."""
    return ", ".join(value) if isinstance(value, tuple) else value or "—"
