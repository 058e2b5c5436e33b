"""What each event of a timeline is made of, as a digest: where that is as it was, so is the event."""

from __future__ import annotations

from collections.abc import Container, Mapping
from hashlib import blake2b

from timeline.document.lock import Lock
from timeline.document.parse.again.incremental import UNSAFE, is_plain_list
from timeline.document.parse.types import Document, Item
from timeline.model import ArticleCard

_SIZE = 16


def origins(
    document: Document,
    items: Mapping[str, Item],
    lock: Lock,
    cards: Mapping[str, ArticleCard],
    known: Container[str] = (),
) -> dict[str, str]:
    """Digests of all that events are made of: the id, the text in the file, the line in the lock, the articles' days.

    A source may also be one that a person moved there from another event: only who makes the event sees that.

    Args:
        document: The file.
        items: Its events, by id.
        lock: The lock.
        cards: The cards of articles, by id.
        known: Digests of events that were made so before.

    Returns:
        Hexadecimal digits by id, of the events that can be told by that alone: each is in a block list, has one line
        in the lock, and its text has no anchor, alias or tag.
    """
    if not is_plain_list(document):
        return {}
    text, language = document.text, document.head.language
    ends = [*(item.comments for item in document.items[1:]), len(text)]
    found = {}
    for (id_, item), end in zip(items.items(), ends, strict=True):
        line = lock.lines.get(id_)
        if line is None:
            continue
        own = text[item.comments : end]
        cited = (cards.get(source.get("article", "")) for source in item.sources)
        days = ",".join([card.published.isoformat() for card in cited if card])
        whole = "\0".join((language, id_, days, line, own))
        digest = blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()
        if digest in known or not UNSAFE.search(own):
            found[id_] = digest
    return found
