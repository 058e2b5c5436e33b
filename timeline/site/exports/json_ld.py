"""JSON-LD (schema.org) for the page's `<head>`."""

from __future__ import annotations

import json
from typing import Any

from timeline.site.parts.cards import Card
from timeline.site.render.rendered import Written

_MOST = 30


def linked(written: Written) -> str:
    """The timeline as an `ItemList` of events, the first thirty that have a day: a script element that is data,
    never run.
    """
    timeline = written.shared.timeline
    dated = [card for card in written.cards if card.machine][:_MOST]
    value = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": timeline.title,
        "inLanguage": timeline.language,
        "numberOfItems": len(written.cards),
        "itemListElement": [
            {"@type": "ListItem", "position": n, "item": _event(card, written)} for n, card in enumerate(dated, 1)
        ],
    }
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f'<script type="application/ld+json">{_inert(text)}</script>'


def _event(card: Card, written: Written) -> dict[str, Any]:
    address = f"{written.options.site_url}{written.slug}/" if written.options.site_url else ""
    where = f"{address}index.html#{card.id}" if address else f"#{card.id}"
    return {"@type": "Event", "name": card.entry.title, "startDate": card.machine, "url": where}


def _inert(text: str) -> str:
    """JSON that no parser of HTML can take for markup."""
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
