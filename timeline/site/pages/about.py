"""The pages about a timeline: its method, its corrections, and how to put it into another page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from timeline.i18n import texts, typeset
from timeline.site.base.draft import Draft, made
from timeline.site.base.options import Correction
from timeline.site.base.page import Page
from timeline.site.base.routes import anchor
from timeline.site.exports.oembed import iframe
from timeline.site.parts import page_parts
from timeline.site.parts.cards import of_day
from timeline.site.render.rendered import Written, page, short, summary

_FIELDS = ("date", "title", "text", "status", "ongoing", "people", "places", "tags")
_EMBEDDED = 200  # events that a frame shows
_DOTS = ("asserted", "unsure", "reported", "planned", "denied", "conditional", "ongoing")


def about(written: Written) -> list[Draft]:
    """The pages about a timeline.

    Returns:
        Its method, its corrections, what a frame shows, and how to put that into another page.
    """
    return [made(_method(written)), made(_corrections(written)), _embed(written), made(_embedding(written))]


def _method(written: Written) -> Page:
    words = written.shared.words
    headed = texts(words.language)["pages.method.sections"]
    sections = [tuple(typeset(each, words.language) for each in section) for section in headed]
    if written.cards:
        sections.insert(1, (words("checked_title"), _checked(written)))
    return page(written, "method.html", words("method_title"), "method.html", sections=sections, legend=_DOTS)


def _checked(written: Written) -> str:
    """How many events people confirmed, wrote or changed, and how many are unchanged from the machine."""
    words, touched = written.shared.words, written.options.touched.get(written.shared.timeline.slug, frozenset())
    counts = {"confirmed": 0, "edited": 0, "untouched": 0}
    for card in written.cards:
        entry = card.entry
        own = entry.id in touched or not entry.basis
        counts["confirmed" if entry.confirmed else "edited" if own else "untouched"] += 1
    checked = [words(f"checked.{kind}", count=count) for kind, count in counts.items() if count]
    return words("checked_said", events=words("events", count=len(written.cards)), counts=", ".join(checked))


def _corrections(written: Written) -> Page:
    words = written.shared.words
    changes = sorted(written.options.changes.get(written.shared.timeline.slug, ()), key=lambda c: -c.revision)
    known = {card.entry.id: card.entry.first_known for card in written.cards}
    revisions = []
    for number, group in groupby(changes, key=lambda c: c.revision):  # the newest first
        held = list(group)
        title = words("revision", number=number)
        by_machine = any(change.kind == "added" and change.by == "machine" for change in held)
        if by_machine and (last := max(filter(None, known.values()), default=None)):
            title = words("revision_dated", number=number, date=words.date(of_day(last)))
        revisions.append((title, _events(held, written)))
        for change in held:
            if change.kind == "added":
                known.pop(change.id, None)
    return page(written, "corrections.html", words("corrections"), "corrections.html", revisions=revisions)


def _events(changes: Sequence[Correction], written: Written) -> list[dict[str, object]]:
    """The changes of a revision, event by event, in the order in which the events first come, field by field."""
    held: dict[str, list[Correction]] = defaultdict(list)
    for change in changes:
        held[change.id].append(change)
    worded = [[_worded(change, written) for change in sorted(of, key=_by_field)] for of in held.values()]
    return [
        {
            "title": of[0]["title"],
            "href": of[0]["href"],
            "changes": of,
            "said": list(dict.fromkeys(f"{one['kind']} {one['by']}".strip() for one in of)),
        }
        for of in worded
    ]


def _by_field(change: Correction) -> tuple[int, str]:
    """Fields in the order of the file: the date and the title first."""
    return (_FIELDS.index(change.what) if change.what in _FIELDS else len(_FIELDS)), change.what


def _worded(change: Correction, written: Written) -> dict[str, str]:
    words, printed, place = written.shared.words, written.shared.printed, written.place
    at = anchor(change.what if change.kind == "merged" else change.id)
    field = change.what if change.kind == "changed" else ""
    return {
        "kind": words(f"change_{change.kind}"),
        "by": words(f"change_by_{change.by}") if change.by else "",
        "title": printed(change.title) or change.id,
        "href": f"{place[at]}#{at}" if at in place else "",
        "what": words.field(field),
        "before": printed(words.value(change.what, change.before)),
        "after": printed(words.value(change.what, change.after)),
    }


def _embed(written: Written) -> Draft:
    first, counts = written.cards[:_EMBEDDED], summary(written, written.cards)

    def make() -> Page:
        days = page_parts.rail(first, written.shared.words, short(written, ""))
        whole = page(written, "embed.html", written.shared.timeline.title, "embed.html", days=days, summary=counts)
        return replace(whole, bare=True, head='<base target="_blank">\n')

    return written.draft("embed.html", lambda: (written.marks_of(first), counts), make)


def _embedding(written: Written) -> Page:
    words = written.shared.words
    return page(written, "embedding.html", words("embed_title"), "embedding.html", code=iframe(written))
