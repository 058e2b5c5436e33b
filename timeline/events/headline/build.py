"""Write a headline for an event: the best draft that passes the gate, or a fallback.

The fallbacks are, in this order: the article's own headline, if the event is its news; the sentence as written, if it
fits; its first clauses; the draft that a reader is least likely to call bad; the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Form
from timeline.events.detection.subjects import subject
from timeline.events.entities.coreference import is_personal, is_pronoun, resolve
from timeline.events.entities.speakers import speaker
from timeline.events.headline import phrases, quotation
from timeline.events.headline.article_title import title_draft
from timeline.events.headline.choice.gate import LONGEST, RULES, broken
from timeline.events.headline.choice.printable import Verdict, signs, verdicts
from timeline.events.headline.choice.types import Headline
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.frames import drafts
from timeline.events.headline.drafts.types import Draft
from timeline.events.headline.realisation import is_clitic, tidy
from timeline.events.headline.timex_tokens import temporal
from timeline.events.headline.wording.subjects import options
from timeline.events.tree import Tree, relation
from timeline.model import Token

_ORDINAL = re.compile(r"(\d) (e|er|re|ère|ème) (?=\w)")
_BORDER = re.compile(r"\s*[;:]\s|,\s|\s(?=(?:mais|alors que|tandis que|après que|avant que|car)\s)")
_FEWEST = 25
_WRITTEN, _CUT, _UNCUT, _DOUBTFUL = 0.3, 0.2, 0.1, 0.05
_LIKELY_BAD = 0.5
"""The probability that a reader calls a line bad from which it is not printed."""

_GOOD = 0.2
"""The weight of a line's probability to be good, relative to its similarity to editors' lines (chrF)."""
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_SENTENCE = 170
"""The number of characters up to which a whole sentence is preferred; a longer one is only the last fallback."""

_TRIM = 8
_SPARE = 4


def write(context: HeadlineContext, mention: Mention) -> str:
    """The headline of a single mention."""
    return headlines(context, mention)[0].text


def headlines(context: HeadlineContext, mention: Mention) -> tuple[Headline, ...]:
    """The possible headlines of a mention, best first, including some from its sentence."""
    return headlines_of_all([(context, mention)])[0]


def headlines_of_all(asked: Sequence[tuple[HeadlineContext, Mention]]) -> list[tuple[Headline, ...]]:
    """`headlines` of each mention of an article: the drafts of all are judged in one run of the model."""
    drafted = [printable_drafts(*one) for one in asked]
    rows = [[signs(draft, *one) for draft in found] for one, found in zip(asked, drafted, strict=True)]
    judged = iter(verdicts([row for own in rows for row in own]))
    return [
        _chosen(*one, _judged(found, own, list(islice(judged, len(own)))))
        for one, found, own in zip(asked, drafted, rows, strict=True)
    ]


def _chosen(
    context: HeadlineContext, mention: Mention, judged: Sequence[tuple[Headline, float]]
) -> tuple[Headline, ...]:
    ranked = [line for line, bad in judged if bad <= _LIKELY_BAD]
    own = [one for one in ranked if one.own]
    doubtful = [(line, bad) for line, bad in judged if bad > _LIKELY_BAD and not line.own]
    others = [one for one in ranked if not one.own][:_SPARE] or _instead(context, mention, doubtful)
    return tuple(sorted((*own, *others), key=lambda one: -one.score))


def _instead(context: HeadlineContext, mention: Mention, doubtful: Sequence[tuple[Headline, float]]) -> list[Headline]:
    """The headlines where no draft passes the gate.

    They are, in this order: the speaker with the quotation, the sentence if it fits, its clause, the least doubtful
    draft; else the sentence as it is (score 0).
    """
    if said := _saying(context, mention):
        return [Headline(said, _WRITTEN)]
    written = _written(context, mention)
    if written.score or not doubtful:
        return [written]
    least, _ = min(doubtful, key=lambda one: (one[1], one[0].text))
    return [Headline(least.text, _DOUBTFUL)]


def _extent(mention: Mention) -> slice:
    span = mention.tree.sentence.span
    return slice(span.start, span.end)


def _saying(context: HeadlineContext, mention: Mention) -> str:
    """The speaker and the quotation, if all that is said is in quotation marks; "" if the speaker has no name."""
    predicate, tree = mention.predicate, mention.tree
    if predicate is None or predicate.negated or not mention.kind.is_saying:
        return ""
    head = speaker(tree, predicate, temporal(context, tree)) or subject(tree, predicate)
    named = next((one.text for one in options(context, tree, predicate, head) if one.named), "") if head else ""
    span = tree.sentence.span
    line = quotation.headline(tidy(named), context.context.article.text[span.start : span.end], LONGEST)
    return "" if any(breaks(line) for _, breaks in RULES if line) else line


def printable_drafts(context: HeadlineContext, mention: Mention) -> list[Draft]:
    """The drafts of a mention that pass all rules of the gate, including the article's headline, without duplicates."""
    seen: dict[str, Draft] = {}
    for draft in (*drafts(context, mention), title_draft(context, mention)):
        text = _ORDINAL.sub(r"\1\2 ", draft.text) if draft is not None else ""
        if draft is not None and text not in seen and not broken(text, context.words):
            seen[text] = replace(draft, text=text)
    return list(seen.values())


def _judged(
    found: Sequence[Draft], rows: Sequence[Mapping[str, float]], given: Sequence[Verdict]
) -> list[tuple[Headline, float]]:
    """The drafts, best first, each with the probability that a reader calls it bad."""
    scored = [
        (Headline(draft.text, _score(row["likeness"], verdict), draft.kind == "title"), verdict.bad)
        for draft, row, verdict in zip(found, rows, given, strict=True)
    ]
    return sorted(scored, key=lambda one: (-one[0].score, one[0].text))


def _score(likeness: float, verdict: Verdict) -> float:
    """The score of a line, above 0: its similarity to editors' lines, and its verdict (good rather than bad)."""
    return round(max(likeness + _GOOD * (verdict.good - verdict.bad), _UNCUT), 4)


def _written(context: HeadlineContext, mention: Mention) -> Headline:
    """The sentence in its own words, cut at a clause border if it is too long; in the worst case all of it."""
    text = _ORDINAL.sub(r"\1\2 ", phrases.as_written(context, mention.tree))
    if _stands_alone(context, mention, text):
        return Headline(text, _WRITTEN)
    borders = [found.start() for found in _BORDER.finditer(text) if _FEWEST <= found.start() < LONGEST]
    trigger = mention.trigger.text
    cut = (tidy(text[:end]) for end in reversed(borders))
    told = (line for line in cut if trigger in line and not _leads_on(context, line))
    whole = next((line for line in told if _stands_alone(context, mention, line)), "")
    if whole and not mention.kind.is_saying:
        return Headline(whole, _CUT)
    plain = tidy(_BRACKETS.sub("", text))
    if not broken(plain, context.words, _SENTENCE) and _is_whole(mention.tree):
        return Headline(plain, _UNCUT)
    if named := _with_name(context, mention.tree, plain):
        return Headline(named, _UNCUT)
    return Headline(plain or text, 0.0)


def _with_name(context: HeadlineContext, tree: Tree, line: str) -> str:
    """The sentence with the name after the pronoun that begins it: "Elle [Claire Dubreuil] a promis …".

    "" if it does not begin with a pronoun, if the two sentences before do not determine the name, or if another word
    is unresolved.
    """
    pronoun = next((token for token in tree.tokens if is_personal(token) and relation(token) == "nsubj"), None)
    if pronoun is None or line.partition(" ")[0].lower() != pronoun.text.lower():
        return ""
    referent = resolve(tree, pronoun, context.before, context.entities)
    near = [main.tree for main in context.before[-2:] if main is not None]
    if referent is None or referent.name is None or referent.tree not in near:
        return ""
    opens, rest = line[: len(pronoun.text)], line[len(pronoun.text) :]
    open_ = any(relation(token) in ("obj", "iobj") and _points_out(token) for token in tree.tokens)
    if open_ or pronoun.features.get("Number") == "Plur" or broken(f"{referent.name.canonical}{rest}", context.words):
        return ""
    return f"{opens} [{referent.name.canonical}]{rest}"


def _is_whole(tree: Tree) -> bool:
    """Whether a sentence can be read alone: it has a verb, and a noun as its subject before any anaphoric word."""
    subjects = [one for one in tree.tokens if relation(one) == "nsubj"]
    nouns = [one.index for one in subjects if one.pos in ("NOUN", "PROPN") or one.text.lower() == "on"]
    finite = any(token.verb_form == "Fin" for token in tree.tokens)
    if not finite or not nouns or any(_points_out(token) for token in tree.tokens[: nouns[0] + 1]):
        return False
    return not any(relation(token) in ("obj", "iobj") and _points_out(token) for token in tree.tokens)


def _stands_alone(context: HeadlineContext, mention: Mention, line: str) -> bool:
    """Whether words of the sentence may be printed as they are.

    They pass the gate, contain the verb of the event with its subject, and have no pronoun or demonstrative that
    another sentence explains.
    """
    predicate, tree = mention.predicate, mention.tree
    if predicate is None or predicate.form not in (Form.FINITE, Form.COPULA) or broken(line, context.words):
        return False
    head = subject(tree, predicate)
    if head is None or is_pronoun(head) or not _follow(line, head.text, predicate.token.text):
        return False
    start = context.context.article.text.find(line, tree.sentence.span.start)
    end = start + len(line) if start >= 0 else tree.sentence.span.end
    return not any(_points_out(token) for token in tree.tokens if token.end <= end)


def _follow(line: str, *words: str) -> bool:
    """Whether the words occur in the line in the given order."""
    at = 0
    for word in words:
        at = line.find(word, at)
        if at < 0:
            return False
    return True


def _points_out(token: Token) -> bool:
    """Whether the word is anaphoric: "il", "cette", "sa"."""
    possessive = token.pos == "DET" and token.features.get("Poss") == "Yes"
    taken_up = token.features.get("PronType") in ("Prs", "Dem") or is_clitic(token)
    pronoun = token.pos == "PRON" and taken_up and relation(token) != "expl"
    return possessive or token.lemma.lower() == "ce" or (pronoun and token.features.get("Reflex") != "Yes")


def _leads_on(context: HeadlineContext, line: str) -> bool:
    """Whether the line begins with words that only introduce a main clause: "Après avoir …"."""
    return context.words.has("openings", re.split(r"\W", line.lower(), maxsplit=1)[0])


def shortened(text: str) -> str:
    """The words that fit, with an ellipsis if some do not."""
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST - _TRIM].rsplit(' ', 1)[0].rstrip(' ,;:«(')}…"
