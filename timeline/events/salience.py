"""The salience of an event, and its confidence: two small logistic models over readable features.

They serve languages that have a parser but no trained model (`timeline.events.ranking`). Their coefficients are data
(`weights.json`), fitted on 63 French articles. The features are those that an editor considers: the position of the
sentence, whether the event has a date, names and figures, the kind of its verb.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from timeline.events.context import Context
from timeline.events.dating.types import Dating, DatingRule, is_day
from timeline.events.detection.mentions import Frame, Mention
from timeline.events.detection.predicates import Form
from timeline.events.detection.subjects import is_cleft, subject
from timeline.events.entities.coreference import is_pronoun
from timeline.events.entities.participants import clause, clause_forms
from timeline.events.lexicon import SemiClass
from timeline.events.tree import relation
from timeline.model import Name, Status

Features = Mapping[str, float]
LIKELY = 0.5
"""The salience (by the model `alone`) from which a candidate is likely an event."""


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic model; a feature without a coefficient has no effect."""

    intercept: float
    coefficients: Mapping[str, float]

    def probability(self, features: Features) -> float:
        """The probability, between 0 and 1."""
        known = self.coefficients
        total = self.intercept + sum([known.get(name, 0.0) * value for name, value in features.items()])
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class Weights:
    """`alone` estimates whether an editor would keep the event, from the event itself.

    `keep` does so relative to the others of its sentence and article (see `among_others`); `right` estimates whether it
    is kept and has the right date.
    """

    alone: Logistic
    keep: Logistic
    right: Logistic


def weights_from(data: Mapping[str, Any]) -> Weights:
    """The models from the tables of their file.

    Args:
        data: For each model an `intercept`, and `coefficients` by feature.

    Returns:
        The models.

    Raises:
        KeyError: A model or one of its tables is missing.
    """
    return Weights(
        *(Logistic(data[name]["intercept"], data[name]["coefficients"]) for name in ("alone", "keep", "right"))
    )


@cache
def load() -> Weights:
    """The shipped coefficients, read once per process."""
    return weights_from(json.loads(files("timeline.events").joinpath("weights.json").read_text(encoding="utf-8")))


def among_others(own: float, beside: Sequence[float], all_of_them: Sequence[float]) -> Features:
    """Features of a candidate relative to others: an editor takes one event of a sentence, and the best of the article.

    Args:
        own: The probability that the candidate has by itself.
        beside: Those of the candidates of its sentence.
        all_of_them: Those of all candidates of the article, ascending.

    Returns:
        The features by name.
    """
    better = sorted((p for p in beside if p > own), reverse=True)
    return {
        "log odds alone": _log_odds(own),
        "best rival": better[0] if better else 0.0,
        "second": float(len(better) == 1),
        "third": float(len(better) >= 2),
        "rank": (len(all_of_them) - bisect_right(all_of_them, own)) / max(len(all_of_them), 1),
        "likely events": (len(all_of_them) - bisect_right(all_of_them, LIKELY)) / 10,
    }


def opinions(
    features: Sequence[Features], sentences: Sequence[int], weights: Weights
) -> list[tuple[float, float, Features]]:
    """The salience and confidence of each candidate, with all its features.

    Args:
        features: The features that each candidate has by itself.
        sentences: The number of each candidate's sentence.
        weights: The linear models.

    Returns:
        For each candidate its salience and its confidence, both from 0 to 1, and its features.
    """
    alone = [weights.alone.probability(one) for one in features]
    of_sentence: dict[int, list[float]] = {}
    for sentence, own in zip(sentences, alone, strict=True):
        of_sentence.setdefault(sentence, []).append(own)
    in_order = sorted(alone)
    found: list[tuple[float, float, Features]] = []
    for one, sentence, own in zip(features, sentences, alone, strict=True):
        seen = {**one, **among_others(own, of_sentence[sentence], in_order)}
        found.append((weights.keep.probability(seen), weights.right.probability(seen), seen))
    return found


def _log_odds(p: float) -> float:
    bounded = min(max(p, 0.001), 0.999)
    return math.log(bounded / (1 - bounded))


def features(
    context: Context,
    mention: Mention,
    dating: Dating,
    status: Status,
    people: tuple[Name, ...],
    places: tuple[Name, ...],
) -> Features:
    """The models' features of one event; each value is 0 or 1, or a small number.

    Args:
        context: The article.
        mention: The mention of the event.
        dating: Its date.
        status: Its factuality.
        people: Its people and organisations.
        places: Its places.

    Returns:
        The values by the names of the features.
    """
    found = {
        **_position(context, mention),
        **_date(dating, status),
        **_word(context, mention),
        **_clause(mention),
        **_main(context, mention, dating),
        "people": min(len(people), 2) / 2,
        "places": min(len([name for name in places if name.surface]), 1),
        f"status {status}": 1.0,
    }
    return {name: float(value) for name, value in found.items() if value}


def _position(context: Context, mention: Mention) -> dict[str, float]:
    count = len(context.paragraphs)
    place = context.place(mention)
    return {
        "first sentence": context.sentence_offset(mention) == 0,
        "second sentence": context.sentence_offset(mention) == 1,
        "depth": context.sentence_offset(mention) / max(count - 1, 1),
        "first paragraph": place.paragraph == context.paragraphs[context.first],
        "short article": count <= 6,
        "quoted": context.is_quoted(mention),
        "title": in_title(context, mention),
        "title words": title_share(context, mention),
    }


def in_title(context: Context, mention: Mention) -> bool:
    """Whether the headline contains the mention's word, or the noun or verb of that word.

    Args:
        context: The article.
        mention: The mention.

    Returns:
        True for the word or another word of its stem; found once for each mention.
    """
    return mention.tree.remembered(("in title", id(mention)), mention, lambda: _in_title(context, mention))


def _in_title(context: Context, mention: Mention) -> bool:
    lexicon = context.lexicon
    stem = lexicon.same_event(mention.lemma)
    return any(
        _same_stem(stem, lexicon.same_event(word)) or _same_stem(mention.lemma, word)
        for word in _title_words(context.article.title)
    )


def _same_stem(one: str, other: str) -> bool:
    if one[:4] != other[:4]:  # nearly all pairs
        return False
    short = min(len(one), len(other))
    return short >= 4 and one[: max(4, short - 2)] == other[: max(4, short - 2)]


def title_share(context: Context, mention: Mention) -> float:
    """The share of the headline's words that occur in the clause.

    Args:
        context: The article.
        mention: The mention of the clause's event.

    Returns:
        From 0 to 1; 0 for a headline without longer words.
    """
    words = _title_words(context.article.title)
    return len(words & clause_forms(mention)) / len(words) if words else 0.0


@lru_cache(maxsize=64)
def _title_words(title: str) -> frozenset[str]:
    """The longer words of a headline, in lower case."""
    return frozenset(
        word
        for word in re.findall(r"[\w’'-]+", title.lower())
        for word in [word.split("’")[-1].split("'")[-1]]
        if len(word) > 3
    )


def _date(dating: Dating, status: Status) -> dict[str, float]:
    own = dating.rule is DatingRule.OWN
    return {
        f"rule {dating.rule.value}": 1.0,
        "own day": own and is_day(dating.date),
        "anaphoric": own and dating.basis.value == "anaphoric",
        "open": own and dating.date is not None and None in (dating.date.begin, dating.date.end),
        "planned day": own and status is Status.PLANNED,
        "ongoing": dating.ongoing,
    }


def _word(context: Context, mention: Mention) -> dict[str, float]:
    predicate = mention.predicate
    governors = predicate.governors if predicate else ()
    return {
        f"kind {mention.kind.value}": 1.0,
        f"frame {mention.frame}": 1.0,
        "modal": any(
            context.lexicon.is_semi(lemma, SemiClass.POSSIBILITY, SemiClass.OBLIGATION) for lemma in governors
        ),
        "background": context.is_background(mention),
        "attempt": context.lexicon.is_semi(mention.lemma, SemiClass.ATTEMPT),
    }


def _main(context: Context, mention: Mention, dating: Dating) -> dict[str, float]:
    """Features of a main clause by its position: the lead's is the news, one with its own day a step of the story."""
    main = mention.predicate is not None and relation(mention.predicate.top) in ("root", "conj", "parataxis")
    return {
        "main with a day": main and dating.rule is DatingRule.OWN and is_day(dating.date),
        "main of the lead": main and context.sentence_offset(mention) == 0,
        "main of the second": main and context.sentence_offset(mention) == 1,
    }


def _clause(mention: Mention) -> dict[str, float]:
    predicate = mention.predicate
    if predicate is None:
        return {"no clause": 1.0}
    head = subject(mention.tree, predicate)
    words = clause(mention)
    cleft = is_cleft(mention.tree, predicate.top)
    return {
        f"tense {predicate.tense}": 1.0,
        f"relation {'root' if cleft else relation(predicate.top)}": 1.0,
        "relative": predicate.top.dep == "acl:relcl" and not cleft,
        "participle": predicate.form is Form.PARTICIPLE,
        "infinitive": predicate.form is Form.INFINITIVE,
        "passive": predicate.passive,
        "negated": predicate.negated,
        "no subject": head is None,
        "pronoun": head is not None and is_pronoun(head),
        "first person": any(token.features.get("Person") in ("1", "2") for token in words[:6]),
        "named subject": head is not None and bool(head.entity),
        "figure": any(token.pos == "NUM" for token in words),
        "long": len(words) > 25,
        "bare participle": predicate.form is Form.PARTICIPLE and len(words) < 5,
        "own frame": mention.frame in (Frame.LIGHT, Frame.HAPPENS, Frame.PLANNED),
    }
