"""The article's own headline: usually the best one for its main event."""

from __future__ import annotations

import re
from itertools import pairwise

from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Form
from timeline.events.headline.base.stems import stem, stems
from timeline.events.headline.base.types import Draft
from timeline.events.headline.context import HeadlineContext
from timeline.languages.function_words import function_words
from timeline.lines.first_letter import capitalised

_PREFIX = re.compile(r"^([^:«»?!]{2,60}?)\s*:\s+(?=\S)")
_EDGES = " .–—-"
_SHORTEST = 18
_MERGED = function_words("contracted")
_NEAR, _MOST, _SOME = 2, 0.75, 0.4


def clean(context: HeadlineContext) -> str:
    """The headline without the part before its colon (a place or a topic), the site's name, "EN DIRECT"."""
    text = context.words.live.sub("", " ".join(context.context.article.title.split()))
    text = text.partition(" | ")[0]
    found = _PREFIX.match(text)
    if found and len(text) - found.end() > _SHORTEST and not _is_of_the_place(context, text[found.end() :]):
        text = text[found.end() :]
    text = text.strip(_EDGES)
    return capitalised(text)


def _is_of_the_place(context: HeadlineContext, text: str) -> bool:
    """Whether the headline needs the place before its colon: "Syrie : Israël frappe le Sud du pays"."""
    words = re.findall(r"[\w-]+", text.lower())
    known = ((word in _MERGED or context.words.has("topic_articles", word), noun) for word, noun in pairwise(words))
    return any(definite and context.words.has("topic_settings", noun) for definite, noun in known)


def _is_beside(mention: Mention, title: frozenset[str]) -> bool:
    """Whether a participle clause reports it and the headline has another verb: "les otages enlevés sont libérés"."""
    tree, predicate = mention.tree, mention.predicate
    if predicate is None or predicate.top.relation not in ("acl", "advcl"):
        return False
    own = {mention.trigger.index, *predicate.parts}
    others = [one for one in (tree.root, *tree.ancestors(predicate.top)) if one is not None and one.index not in own]
    return any(one.pos == "VERB" and stem(one.text) in title for one in others)


def _is_by_the_way(mention: Mention) -> bool:
    """Whether a noun is a circumstance of what its sentence reports: "est mort six jours après son hospitalisation"."""
    noun, predicate = mention.trigger, mention.own_predicate
    leads = predicate is not None and mention.tree.is_root(predicate.top)  # "a été placé en garde à vue"
    return noun.pos == "NOUN" and noun.relation in ("obl", "nmod") and not leads


def _describes(mention: Mention) -> bool:
    """Whether a participle only describes a noun of its sentence: "le palais, tombé en avril aux mains de X"."""
    predicate = mention.predicate
    return predicate is not None and predicate.form is Form.PARTICIPLE and predicate.top.relation == "acl"


def title_draft(context: HeadlineContext, mention: Mention) -> Draft | None:
    """The article's headline as a draft, if an event near the article's beginning shares its words.

    None for a question and for a headline that mentions a day.
    """
    sentence_offset = context.context.sentence_offset(mention)
    text = clean(context)
    lowered = f" {text.lower()} "
    mentions_a_day = any(f" {day} " in lowered for day in context.words.get("deictic"))
    if sentence_offset > _NEAR or text.isupper() or re.search(r"[?!]", text) or mentions_a_day:
        return None
    span = mention.tree.sentence.span
    title = stems(text)
    share = len(stems(context.context.article.text[span.start : span.end]) & title) / max(1, len(title))
    named = stem(mention.trigger.text) in title
    if not (named and share >= _SOME) and not (sentence_offset == 0 and share >= _MOST):
        return None
    if _is_beside(mention, title) or (not named and (_is_by_the_way(mention) or _describes(mention))):
        return None
    features = {
        "t share": share,
        "t trig": float(named),
        "t first": float(sentence_offset == 0),
        "t both": share * named,
    }
    return Draft("title", text, features)
