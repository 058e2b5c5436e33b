"""The review queue: what an editor should look at, event by event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from timeline.calendar import from_date
from timeline.document.commands.check import disagreements
from timeline.document.lock import Lock, Record, State, load_lock
from timeline.document.merge.identity import identities
from timeline.document.merge.matching import folded
from timeline.document.parse.types import Document, Item
from timeline.model import Basis, Moment, Qualifier, Status

_DOUBTFUL_DATE = 0.8
"""The probability below which a date is doubtful: in press never learnt from a fifth of all dates (107 of 545), and
more than half of the wrong ones (35 of 63)."""
_UNCLEAR_TITLE = 0.6
"""The same of a title that a reader would not call bad."""
_LOW_CONFIDENCE = 0.5  # in locks without a probability of the date
_LIKE_TITLES = 75
_LARGEST_DAY = 60


class Reason(StrEnum):
    """Why an event needs review; the pages have the wording (`document.review.<reason>`)."""

    UNCERTAIN_DATE = "uncertain_date"
    UNCLEAR_TITLE = "unclear_title"
    NAME_NOT_QUOTED = "name_not_quoted"
    CONFLICT = "conflict"
    SINGLE_SOURCE = "single_source"
    NO_SOURCE = "no_source"
    DUPLICATE = "duplicate"
    DISAGREEMENT = "disagreement"
    ARTICLE_GONE = "article_gone"
    OVERDUE = "overdue"


_INFERRED = frozenset({Basis.PUBLISHED, Basis.BOUNDED, Basis.LEAD})


_FEW = frozenset({Reason.SINGLE_SOURCE, Reason.NO_SOURCE})
"""Reasons that alone do not call for a review: most events have a single source."""


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """An event to look at: its line in the file, the reasons, and the ids of events that may be the same."""

    id: str
    line: int
    reasons: tuple[Reason, ...]
    like: tuple[str, ...] = ()

    @property
    def doubts(self) -> tuple[Reason, ...]:
        """The reasons that call for a review: all but how few sources it has."""
        return tuple(reason for reason in self.reasons if reason not in _FEW)


def review_items(
    document: Document, lock: str | None, articles: frozenset[str] | None = None
) -> tuple[ReviewItem, ...]:
    """The queue of events to review, the most serious reasons first, then in the order of the file.

    Args:
        document: The file.
        lock: The text of its lock; None where there is none.
        articles: The ids of all articles; None where they are not known.

    Returns:
        An item for each event; confirmed and hidden events are left out.
    """
    known = load_lock(lock) or Lock()
    ids = identities(document, known)
    disagreed = {found.id for found in disagreements(document, lock)}
    read_to = max((from_date(card.published) for card in known.cards.values()), default=None)
    like = _duplicates(dict(zip(ids, document.items, strict=True)))
    found = []
    for id_, item in zip(ids, document.items, strict=True):
        if item.entry.confirmed or item.entry.hidden:
            continue
        record = known.records.get(id_, Record(state=State.ADDED))
        reasons = [*_reasons(item, record, articles)]
        reasons += [Reason.DISAGREEMENT] if id_ in disagreed else []
        reasons += [Reason.DUPLICATE] if id_ in like else []
        reasons += [Reason.OVERDUE] if _is_overdue(item, read_to) else []
        if reasons:
            found.append(ReviewItem(id_, item.line, tuple(sorted(reasons, key=_GRAVITY.index)), like.get(id_, ())))
    return tuple(sorted(found, key=lambda look: (_GRAVITY.index(look.reasons[0]), look.line)))


_GRAVITY = (
    Reason.DISAGREEMENT,
    Reason.CONFLICT,
    Reason.ARTICLE_GONE,
    Reason.DUPLICATE,
    Reason.OVERDUE,
    Reason.UNCERTAIN_DATE,
    Reason.UNCLEAR_TITLE,
    Reason.NAME_NOT_QUOTED,
    Reason.NO_SOURCE,
    Reason.SINGLE_SOURCE,
)


def _reasons(item: Item, record: Record, articles: frozenset[str] | None) -> Iterator[Reason]:
    entry = item.entry
    if record.conflict and "date" not in record.theirs:
        yield Reason.CONFLICT
    if _is_uncertain(item, record):
        yield Reason.UNCERTAIN_DATE
    if item.entry.title == record.ours.get("title"):  # the machine's own
        if record.title_confidence is not None and record.title_confidence < _UNCLEAR_TITLE:
            yield Reason.UNCLEAR_TITLE
        if _names_whom_no_quote_names(item, record):
            yield Reason.NAME_NOT_QUOTED
    cited = {source.cited for source in entry.sources}
    if len(cited) < 2:
        yield Reason.SINGLE_SOURCE if cited else Reason.NO_SOURCE
    if articles is not None and any(source.article and source.article not in articles for source in entry.sources):
        yield Reason.ARTICLE_GONE


def _is_overdue(item: Item, read_to: Moment | None) -> bool:
    """Whether an event is still planned on a day before the newest article's: what came of it should be known."""
    end = item.entry.interval.end if item.entry.interval else None
    is_over = end is not None and read_to is not None and end <= read_to
    return is_over and item.entry.status is Status.PLANNED


def _is_uncertain(item: Item, record: Record) -> bool:
    interval = item.entry.interval
    if interval is None or interval.qualifier is not Qualifier.NONE:
        return True
    if "date" in record.theirs or record.state is State.ADDED:
        return False
    if record.date_confidence is not None:
        return record.date_confidence < _DOUBTFUL_DATE
    low = record.confidence is not None and record.confidence < _LOW_CONFIDENCE
    return low or record.basis in _INFERRED


def _names_whom_no_quote_names(item: Item, record: Record) -> bool:
    """Whether a title has a name that the machine took from another sentence, as for « Il a démissionné ».

    It does so for pronouns, and it is wrong about one in ten of them.
    """
    title = frozenset(folded(item.entry.title).split())
    quoted = frozenset(word for source in record.sources for word in folded(source.whole.get("quote", "")).split())
    names = (frozenset(folded(name).split()) for name in item.entry.people)
    return any(words and words <= title and words.isdisjoint(quoted) for words in names)


def _duplicates(items: Mapping[str, Item]) -> dict[str, tuple[str, ...]]:
    """Events of one day with very similar titles."""
    days: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for id_, item in items.items():
        days[item.entry.date].append((id_, " ".join(sorted(folded(item.entry.title).split()))))
    found: dict[str, list[str]] = defaultdict(list)
    for titled in days.values():
        for place, (id_, title) in enumerate(titled[:_LARGEST_DAY]):
            for other, other_title in titled[place + 1 : _LARGEST_DAY]:
                if fuzz.ratio(title, other_title) >= _LIKE_TITLES:
                    found[id_].append(other)
                    found[other].append(id_)
    return {id_: tuple(others) for id_, others in found.items()}
