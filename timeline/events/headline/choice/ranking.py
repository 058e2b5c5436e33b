"""The features by which drafts are ranked."""

from __future__ import annotations

import re

from timeline.events.detection.mentions import Mention
from timeline.events.headline.base.stems import stem, stems
from timeline.events.headline.base.types import Draft
from timeline.events.headline.context import HeadlineContext

_CAPITAL = re.compile(r"\s[A-ZÀ-Ý]")
_SQUARED = ("gone", "least", "sum kept", "sum lost", "sum unkept")
_BY_KIND = ("len", "len2", "title share", "trigger", "ratio", "told")


def features(draft: Draft, context: HeadlineContext, mention: Mention) -> dict[str, float]:
    """The features of a draft by name: its derivation, the words it keeps, its length, its words in the title."""
    found = {**draft.features, **_of_the_line(draft.text, context, mention)}
    more = {f"{draft.kind}:{name}": found[name] for name in _BY_KIND}
    more |= {"1": 1.0, f"kind={draft.kind}": 1.0, f"{draft.kind},{mention.frame.value}": 1.0}
    for name in _SQUARED:
        if name in found:
            more[f"{name}*len"] = found[name] * found["len"]
            more[f"{name}2"] = found[name] ** 2
    return found | more


def _of_the_line(text: str, context: HeadlineContext, mention: Mention) -> dict[str, float]:
    title, own = stems(context.context.article.title), stems(text)
    span, length = mention.tree.sentence.span, len(text)
    sentence = span.end - span.start
    return {
        "len": length / 50,
        "len2": (length / 50) ** 2,
        "short": float(length < 35),
        "trigger": float(stem(mention.trigger.text) in own),
        "title share": len(own & title) / max(1, len(own)),
        "title cover": len(own & title) / max(1, len(title)),
        "sentence": min(sentence, 300) / 100,
        "ratio": length / max(sentence, 1),
        "digits": float(any(map(str.isdigit, text))),
        "caps": len(_CAPITAL.findall(text)) / 5,
        "commas": float(text.count(",")),
        "quotes": float("«" in text),
        "told": min(context.context.sentence_offset(mention), 10) / 5,
    }
