"""A headline for an event: the best of the drafts that pass the gate, else what does the least harm.

What fails falls back, in this order: the article's own headline, where the event is its news; the sentence as it is
written, where it fits; its first clauses; the words about the trigger.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.events.detection.mentions import Mention
from timeline.events.detection.subjects import subject
from timeline.events.entities.speakers import speaker
from timeline.events.headline import phrases, quotation
from timeline.events.headline.article_title import title_draft
from timeline.events.headline.choice.gate import LONGEST, RULES, broken
from timeline.events.headline.choice.ranking import features
from timeline.events.headline.choice.types import Headline
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.frames import drafts, main_clauses
from timeline.events.headline.drafts.subjects import options
from timeline.events.headline.drafts.types import Draft
from timeline.events.headline.realisation import tidy
from timeline.events.headline.timex_tokens import temporal

_ORDINAL = re.compile(r"(\d) (e|er|re|ère|ème) (?=\w)")
_BORDER = re.compile(r"\s*[;:]\s|,\s|\s(?=(?:mais|alors que|tandis que|après que|avant que|car)\s)")
_FEWEST = 25
_WRITTEN, _OTHER, _CUT, _UNCUT = 0.3, 0.25, 0.2, 0.1
_TRIM = 8
_SPARE = 4


def write(desk: HeadlineContext, mention: Mention) -> str:
    """The headline of a mention alone."""
    return headlines(desk, mention)[0].text


def headlines(desk: HeadlineContext, mention: Mention) -> tuple[Headline, ...]:
    """The headlines that a mention may have, the best first, some of its sentence's among them."""
    ranked = _ranked(desk, mention, drafts(desk, mention))[:_SPARE] or _instead(desk, mention)
    title = title_draft(desk, mention)
    if title is not None and not broken(title.text, desk.words):
        own = _scored(desk, mention, title)
        ranked.insert(0 if own.score > ranked[0].score else 1, own)
    return tuple(ranked)


def _instead(desk: HeadlineContext, mention: Mention) -> list[Headline]:
    """What is printed where no draft passes: the sentence where it fits, another clause of it, or a part."""
    if said := _saying(desk, mention):
        return [Headline(said, _WRITTEN)]
    written = _written(desk, mention)
    if written.score >= _WRITTEN:
        return [written]
    others = _ranked(desk, mention, main_clauses(desk, mention))[:_SPARE]
    return [*(Headline(one.text, _OTHER) for one in others), written]


def _saying(desk: HeadlineContext, mention: Mention) -> str:
    """Who says it, and the words, where all that is said stands in quotation marks; "" where nobody can be named."""
    predicate, tree = mention.predicate, mention.tree
    if predicate is None or predicate.negated or mention.kind not in ("report", "announce"):
        return ""
    head = speaker(tree, predicate, temporal(desk, tree)) or subject(tree, predicate)
    named = next((one.text for one in options(desk, tree, predicate, head) if one.named), "") if head else ""
    span = tree.sentence.span
    line = quotation.headline(tidy(named), desk.context.article.text[span.start : span.end], LONGEST)
    return "" if any(breaks(line) for _, breaks in RULES if line) else line


def _ranked(desk: HeadlineContext, mention: Mention, found: Iterable[Draft]) -> list[Headline]:
    """The drafts that pass the gate, the best first."""
    seen: dict[str, Draft] = {}
    for draft in found:
        text = _ORDINAL.sub(r"\1\2 ", draft.text)
        if len(text) <= LONGEST and text not in seen and not broken(text, desk.words):
            seen[text] = Draft(draft.kind, text, draft.features)
    scored = [_scored(desk, mention, draft) for draft in seen.values()]
    return sorted(scored, key=lambda one: (-one.score, one.text))


def _scored(desk: HeadlineContext, mention: Mention, draft: Draft) -> Headline:
    score = desk.model.likeness(features(draft, desk, mention))
    return Headline(draft.text, round(score, 4), draft.kind == "title")


def _written(desk: HeadlineContext, mention: Mention) -> Headline:
    """The sentence in its own words, cut at the border of a clause where it is too long."""
    text = _ORDINAL.sub(r"\1\2 ", phrases.as_written(desk, mention.tree))
    if not broken(text, desk.words):
        return Headline(text, _WRITTEN)
    borders = [found.start() for found in _BORDER.finditer(text) if _FEWEST <= found.start() < LONGEST]
    trigger = mention.trigger.text
    cut = (tidy(text[:end]) for end in reversed(borders))
    told = (line for line in cut if trigger in line and not _leads_on(desk, line))
    whole = next((line for line in told if not broken(line, desk.words)), "")
    if whole:
        return Headline(whole, _CUT)
    return Headline(shortened(text), _UNCUT)


def _leads_on(desk: HeadlineContext, line: str) -> bool:
    """Whether the line opens with what only leads to a main clause: "Après avoir …"."""
    return desk.words.has("openings", re.split(r"\W", line.lower(), maxsplit=1)[0])


def shortened(text: str) -> str:
    """The words that fit, with an ellipsis where some do not."""
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST - _TRIM].rsplit(' ', 1)[0].rstrip(' ,;:«(')}…"
