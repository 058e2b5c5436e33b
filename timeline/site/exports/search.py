"""The index that the script searches where a timeline's events stand on several pages.

Its files are scripts that set one name, not JSON, because a page opened from a disk may load a script but not JSON. Up
to `ONE_FILE` events there is one file. Beyond, the words of texts and quotes are in files of their own, each with the
words of some pairs of first letters: a search asks only for those of the words that are typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from timeline.site.base.draft import digest_of
from timeline.site.exports.whole import compact, with_events
from timeline.site.parts.cards import Card
from timeline.site.parts.topics import KINDS
from timeline.site.render.rendered import Written

ONE_FILE = 1_000
"""Events up to which the index is one file."""
_EVENTS_A_FILE = 250  # of a larger timeline: files of words grow with the events, to some 50 kB each
_MOST_FILES = 100
_ACCENTS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+")


def indexes(written: Written) -> dict[str, Callable[[], str | bytes]]:
    """What makes each file of the search index, by its path in the timeline's folder.

    Returns:
        The makers by path; one that is not called costs nothing.
    """
    files = files_of_words(written)
    words = cache(partial(_words, written, files))
    made: dict[str, Callable[[], str | bytes]] = {"search.js": partial(index, written)}
    made |= {f"search/{number}.js": partial(_file, words, number) for number in range(files)}
    ways = cache(partial(_ways, written, files))
    return made | {f"search/at-{number}.js": partial(_way_file, ways, number) for number in range(files)}


def index(written: Written) -> bytes:
    """`timelineIndex = {names, pages, files, events}`: what is searched, filtered and shown of every event.

    An event is [id, page, title, date in words, first day, status, certain, people, organisations, places, tags,
    sources, other ids, text]; pages, names and sources are indices into their lists. `files` is how many files have
    the words of the texts; where it is not 0, the texts are "".
    """
    topics = {topic for card in written.cards for topic in card.topics}
    names = {kind: sorted({topic.name for topic in topics if topic.kind == kind}) for kind in KINDS}
    names["source"] = sorted({source.cited.title for card in written.cards for source in card.sources})
    numbers = {kind: {name: n for n, name in enumerate(listed)} for kind, listed in names.items()}
    pages = list(dict.fromkeys(written.place.values()))
    places = {page: n for n, page in enumerate(pages)}
    files = files_of_words(written)

    def row(card: Card) -> bytes:
        return compact([*_event(card, places[written.place[card.id]], numbers), "" if files else _text(card)]).encode()

    events = written.joined("index", row, b",", digest_of((names, pages, files)))
    return b"timelineIndex=" + with_events({"names": names, "pages": pages, "files": files, "events": []}, events)


def folded_words(text: str) -> list[str]:
    """The words of a text as the script splits and folds them: without accents, in small letters, "œ" as "oe"."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", text)).lower()
    return _WORD.findall(plain.replace("œ", "oe").replace("æ", "ae"))


def file_of(word: str, files: int) -> int:
    """The number of the file, of `files`, that has a word: by its first two UTF-16 units, as the script counts."""
    units = word[:2].encode("utf-16-le")
    first, second = units[0] + 256 * units[1], units[2] + 256 * units[3] if len(units) > 2 else 0
    return (first * 31 + second) % files


def way_of(identifier: str, files: int) -> int:
    """The number of the file, of `files`, that says on which page an event stands: by the end of its id.

    Args:
        identifier: The event's id within a page.
        files: How many such files there are.

    Returns:
        A number from 0.
    """
    return file_of(identifier[:-3:-1], files)


def _ways(written: Written, files: int) -> dict[int, dict[str, str]]:
    """The address of each event, and of each that was merged into it, by file."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for card in written.cards:
        for own in (*card.aliases, card.id):
            found[way_of(own, files)][own] = f"{written.place[card.id]}#{card.id}"
    return found


def _way_file(ways: Callable[[], Mapping[int, dict[str, str]]], number: int) -> str:
    """`timelineWays = {id: address}`: a permalink finds its page without the whole index."""
    return f"timelineWays={compact(ways().get(number, {}))}\n"


def files_of_words(written: Written) -> int:
    """How many files of words there are besides the index, and as many of addresses.

    Returns:
        0 for a timeline whose index is one file.
    """
    count = len(written.cards)
    return min(_MOST_FILES, count // _EVENTS_A_FILE) if count > ONE_FILE else 0


def _file(words: Callable[[], Mapping[int, dict[str, list[int]]]], number: int) -> str:
    """`timelineWords = {word: [first event, then the steps to the next ones]}`."""
    return f"timelineWords={compact(dict(sorted(words().get(number, {}).items())))}\n"


def _words(written: Written, files: int) -> dict[int, dict[str, list[int]]]:
    """The words of the texts by file, each with the events that have it: the first one, then the steps."""
    last: dict[str, int] = {}
    steps: dict[str, list[int]] = defaultdict(list)
    rows = written.joined("words", _distinct_words, "\n").split("\n")
    for number, row in enumerate(rows):
        for word in row.split():
            steps[word].append(number - last.get(word, 0))
            last[word] = number
    found: dict[int, dict[str, list[int]]] = defaultdict(dict)
    for word, its in steps.items():
        found[file_of(word, files)][word] = its
    return found


def _distinct_words(card: Card) -> str:
    """The words of an event's texts, each once, on a line that is never empty."""
    return " " + " ".join(dict.fromkeys(folded_words(_text(card))))


def _event(card: Card, page: int, numbers: Mapping[str, Mapping[str, int]]) -> Iterator[object]:
    held: dict[str, list[int]] = {kind: [] for kind in KINDS}
    for topic in card.topics:
        held[topic.kind].append(numbers[topic.kind][topic.name])
    titles = numbers["source"]
    yield from (card.id, page, card.entry.title, card.when, card.begin, card.status.value, int(card.certain))
    yield from held.values()
    yield list(dict.fromkeys(titles[source.cited.title] for source in card.sources))
    yield list(card.aliases)


def _text(card: Card) -> str:
    return " ".join(filter(None, (card.entry.text, *dict.fromkeys(source.quote for source in card.entry.sources))))
