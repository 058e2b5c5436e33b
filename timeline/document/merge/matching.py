"""Matches the machine's events with those of the file.

They are matched by id first, then by content, so that an event keeps its id when its article is reworded, moved or
imported again. Only pairs that share an article, a quote, a title, a day or a long word are compared, never all pairs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from timeline.document.lock import Lock, Record
from timeline.document.lock.quotes import forms
from timeline.document.lock.records import saying
from timeline.document.parse.types import Item, Plain
from timeline.model import Entry

_SAME_QUOTE = 0.9
_LIKE_QUOTE = 0.6
_SAME_TITLE = 0.85
_LIKE_TITLE = 0.45
_UNLIKE = 0.4
_LARGEST_BUCKET = 100  # a day or a word that more events share than this proposes no candidates by itself
_ID_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Portrait:
    """What is known of an event: every title, day, and (article, quote) that it has had.

    `triggers` are the words that name it in its sources: (article, whole sentence, lemma).
    """

    id: str
    titles: tuple[str, ...]
    days: frozenset[str]
    quotes: tuple[tuple[str, str], ...]
    triggers: frozenset[tuple[str, str, str]] = frozenset()


def folded(text: str) -> str:
    """Text without the differences that a reworded import brings: case, punctuation, kinds of blanks.

    Returns:
        Lower-case words with one blank between them.
    """
    return " ".join(re.findall(r"\w+", text.casefold()))


def similarity(one: str, other: str) -> float:
    """The similarity of two texts, from 0 to 1.

    It is the mean of the similarity by letters (a word's ending may change) and by words (letters may agree by chance).

    Args:
        one: A folded text.
        other: Another one.
    """
    if one == other:
        return 1.0
    return (fuzz.ratio(one, other) / 100 + Indel.normalized_similarity(one.split(), other.split())) / 2


def portrait_of_entry(entry: Entry) -> Portrait:
    """A machine's event."""
    quotes = dict.fromkeys((source.article, folded(quote)) for source in entry.sources for quote in forms(source.quote))
    triggers = frozenset((one.article, folded(one.quote), one.event) for one in entry.sources if one.event)
    return Portrait(entry.id, (folded(entry.title),), frozenset({entry.date} - {""}), tuple(quotes), triggers)


def portrait_of_known(id_: str, record: Record | None, item: Item | None) -> Portrait:
    """An event of the lock, of the file, or of both.

    Args:
        id_: The event's id.
        record: Its record in the lock, or None.
        item: Its item in the file, or None.

    Returns:
        What the event is recognised by; a person's values win.
    """
    versions: list[Mapping[str, Plain | None]] = [record.ours, record.theirs, record.latest] if record else []
    versions += [item.plain] if item else []
    sources = [values for source in record.sources for values in (source.whole, source.said)] if record else []
    sources += list(item.sources) if item else []
    quotes = dict.fromkeys((source.get("article", ""), folded(source.get("quote", ""))) for source in sources)
    titles = dict.fromkeys(folded(_text(plain["title"])) for plain in versions if plain.get("title"))
    days = frozenset(_text(plain.get("date", "")) for plain in versions) - {""}
    return Portrait(id_, tuple(titles), days, tuple(quotes), _triggers(record))


def _triggers(record: Record | None) -> frozenset[tuple[str, str, str]]:
    """The words that name an event in the sources that are still its own."""
    sources = [one for one in record.sources if one.event and not one.deleted] if record else []
    return frozenset((one.whole.get("article", ""), folded(one.whole.get("quote", "")), one.event) for one in sources)


def _text(value: Plain | None) -> str:
    return value if isinstance(value, str) else ""


def match(entries: Sequence[Entry], records: Mapping[str, Record], items: Mapping[str, Item]) -> dict[int, str]:
    """The events of lock and file that the machine's events are.

    Args:
        entries: The machine's events.
        records: What the lock has of each event, by id.
        items: What the file has of each event, by id.

    Returns:
        The id by the index of the machine's event; new events are left out.
    """
    machines = {id_: record.machine for id_, record in saying(records, "machine") if record.machine}
    by_machine = {machine: id_ for id_, machine in machines.items()}
    found: dict[int, str] = {}
    taken: set[str] = set()
    for index, entry in enumerate(entries):
        id_ = by_machine.get(entry.id) or (entry.id if machines.get(entry.id, entry.id) == entry.id else "")
        if (
            (id_ in items or id_ in records)
            and id_ not in taken
            and not _is_another(entry, id_, records, items.get(id_))
        ):
            found[index] = id_
            taken.add(id_)
    left = [index for index in range(len(entries)) if index not in found]
    known = [id_ for id_ in dict.fromkeys([*records, *items]) if id_ not in taken]
    if left and known:
        portraits = [portrait_of_known(id_, records.get(id_), items.get(id_)) for id_ in known]
        found |= _by_similarity({index: portrait_of_entry(entries[index]) for index in left}, portraits)
    return found


def _is_another(entry: Entry, id_: str, records: Mapping[str, Record], item: Item | None) -> bool:
    """Whether an id of the machine now belongs to an entirely different event."""
    cited = {source.article for source in entry.sources}
    if item and any(source.get("article") in cited for source in item.sources):
        return False
    record = records.get(id_)
    if record and any(source.ours.get("article") in cited for source in record.sources):
        return False
    one, other = portrait_of_entry(entry), portrait_of_known("", record, item)
    if one.days & other.days:
        return False
    title = max((similarity(a, b) for a in one.titles for b in other.titles), default=1.0)
    return title < _UNLIKE and _best_quote(one.quotes, other.quotes)[0] < _UNLIKE


def _by_similarity(entries: Mapping[int, Portrait], known: Sequence[Portrait]) -> dict[int, str]:
    """The best pairs first; among equals, in the order given."""
    candidates = _candidates(known)
    scored = []
    for index, entry in entries.items():
        for place in dict.fromkeys(_places(entry, candidates)):
            if score := score_of(entry, known[place]):
                scored.append((-score, index, place))
    found: dict[int, str] = {}
    taken: set[int] = set()
    for _, index, place in sorted(scored):
        if index not in found and place not in taken:
            found[index] = known[place].id
            taken.add(place)
    return found


def _candidates(known: Sequence[Portrait]) -> Mapping[tuple[str, str], list[int]]:
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, portrait in enumerate(known):
        for key in _keys(portrait):
            places[key].append(place)
    return places


def _keys(portrait: Portrait) -> Iterator[tuple[str, str]]:
    for article, quote in portrait.quotes:
        yield "article", article
        if quote:
            yield "quote", quote
        for word in sorted(set(quote.split()), key=lambda word: (-len(word), word))[:3]:
            yield "word", word
    for title in portrait.titles:
        yield "title", title
    for day in sorted(portrait.days):
        yield "day", day


def _places(entry: Portrait, candidates: Mapping[tuple[str, str], list[int]]) -> Iterator[int]:
    for key in _keys(entry):
        places = candidates.get(key, [])
        if key[0] not in ("day", "word") or len(places) <= _LARGEST_BUCKET:
            yield from places


def score_of(one: Portrait, other: Portrait) -> float:
    """How surely two portraits describe one event; 0 where they do not."""
    title = max((similarity(a, b) for a in one.titles for b in other.titles), default=0.0)
    same_word = not one.triggers.isdisjoint(other.triggers)
    if not same_word and title < _LIKE_TITLE:  # quotes, of which there may be hundreds, say nothing then
        return 0.0
    quote, same_article = _best_quote(one.quotes, other.quotes)
    same_day = bool(one.days & other.days)
    is_same = (
        same_word
        or (quote >= _SAME_QUOTE and title >= _LIKE_TITLE)  # one sentence may mention two events
        or (same_article and quote >= _LIKE_QUOTE and title >= _LIKE_TITLE + (0 if same_day else 0.15))
        or (quote >= 0.8 and title >= _SAME_TITLE)
        or (same_day and title >= _SAME_TITLE and (same_article or quote >= _LIKE_QUOTE))
    )
    return quote + title + 0.5 * same_day if is_same else 0.0


def _best_quote(one: Collection[tuple[str, str]], other: Collection[tuple[str, str]]) -> tuple[float, bool]:
    """The similarity of the two most similar quotes, and whether both are told in one article."""
    articles, others = ({article for article, _ in its} - {""} for its in (one, other))
    quotes, other_quotes = ({quote for _, quote in its} - {""} for its in (one, other))
    equal = 1.0 if quotes & other_quotes else 0.0
    best = equal or max((similarity(a, b) for a in quotes for b in other_quotes), default=0.0)
    return best, bool(articles & others)


def new_id(entry: Entry, used: set[str]) -> str:
    """The id of a new event: never one that was used before.

    Args:
        entry: The machine's event, whose own id is taken where it is free.
        used: Every id that ever was.
    """
    if entry.id and entry.id not in used:
        return entry.id
    return made_id((entry.title, entry.date, *(source.quote for source in entry.sources)), used)


def made_id(parts: Iterable[str], used: set[str]) -> str:
    """A short id from texts, free among `used`.

    Args:
        parts: The texts that the id is made from.
        used: The ids that are taken; it is not changed.

    Returns:
        Hexadecimal digits.
    """
    joined = "\x1f".join(parts)
    salted = (f"{salt}\x1f{joined}".encode("utf-8", "surrogatepass") for salt in count())
    ids = (sha256(text).hexdigest()[:_ID_LENGTH] for text in salted)
    return next(id_ for id_ in ids if id_ not in used)


def used_ids(lock: Lock | None, items: Iterable[Item]) -> set[str]:
    """Every id that ever was: those of the file, of the lock, and of the machine.

    Args:
        lock: The lock; None where there is none.
        items: The events of the file.

    Returns:
        The ids, those of deleted and merged events included.
    """
    records = lock.records if lock else {}
    named = (record.machine for _, record in saying(records, "machine"))
    return {*records, *named, *(item.id for item in items)} - {""}
