"""What each event of a timeline is made of, as a digest: where that is as it was, so is the event.

An event is settled where an update found that file, lock and machine say the same of it. As long as it is made of the
same, and the machine says the same, there is nothing to merge.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from timeline.document.lock import Lock, load_lock
from timeline.document.merge.identity import items_by_id
from timeline.document.parse.again.incremental import UNSAFE, is_plain_list
from timeline.document.parse.types import Document, Item
from timeline.model import ArticleCard, Entry

_SIZE = 16


def origins(
    document: Document,
    items: Mapping[str, Item],
    lock: Lock,
    cards: Mapping[str, ArticleCard],
    known: Container[str] = (),
    but: Container[str] = (),
) -> dict[str, str]:
    """Digests of all that events are made of: the id, the text in the file, the line in the lock, the articles' days.

    A source may also be one that a person moved there from another event: only who makes the event sees that.

    Args:
        document: The file.
        items: Its events, by id.
        lock: The lock.
        cards: The cards of articles, by id.
        known: Digests of events that were made so before.
        but: Ids of events that need none.

    Returns:
        Hexadecimal digits by id, of the events that can be told by that alone: each is in a block list, has one line
        in the lock, and its text has no anchor, alias or tag.
    """
    if not is_plain_list(document):
        return {}
    text, language = document.text, document.head.language
    ends = [*(item.comments for item in document.items[1:]), len(text)]
    published = {article: card.published.isoformat() for article, card in cards.items()}
    found = {}
    for (id_, item), end in zip(items.items(), ends, strict=True):
        line = lock.lines.get(id_)
        if line is None or id_ in but:
            continue
        own = text[item.comments : end]
        cited = (source.get("article", "") for source in item.sources) if published else ()
        days = ",".join([published[article] for article in cited if article in published])
        whole = "\0".join((language, id_, days, line, own))
        digest = blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()
        if digest in known or not UNSAFE.search(own):
            found[id_] = digest
    return found


def _never(entry: Entry) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Settled:
    """What an earlier update left, in which file, lock and machine said the same of some events.

    Attributes:
        origins: Digests of these events by their ids: each of its text in the file and its line in the lock.
        said: Whether the machine said this of an event then.
        is_as_left: Whether file and lock are still what the update left.
    """

    origins: Mapping[str, str] = field(default_factory=dict)
    said: Callable[[Entry], bool] = _never
    is_as_left: bool = False

    def among(self, document: Document, ids: Collection[str], lock: Lock) -> dict[str, str]:
        """The digests of the events of a file that stand as they were left, by id.

        Args:
            document: The file.
            ids: The ids of its events, in order.
            lock: Its lock.
        """
        known = self.origins
        if not self.is_as_left:
            items = dict(zip(ids, document.items, strict=True))
            now = origins(document, items, lock, {}, frozenset(known.values())) if known else {}
            known = {id_: origin for id_, origin in now.items() if known.get(id_) == origin}
        return {id_: known[id_] for id_ in ids if id_ in known}


def settled_origins(document: Document, lock: str | None, ids: Mapping[str, str]) -> dict[str, str]:
    """What `Settled` needs of the events that an update found settled.

    Args:
        document: The file as the update leaves it.
        lock: The text of the lock as the update leaves it.
        ids: The ids of these events, each with its digest where the update left it alone, and "" otherwise.

    Returns:
        Their digests by their ids, of those that have one.
    """
    known = load_lock(lock) or Lock()
    items = items_by_id(document, known)
    alone = {id_ for id_ in items if ids.get(id_) != ""}
    merged = origins(document, items, known, {}, but=alone)
    return {id_: origin for id_, origin in ids.items() if origin} | merged
