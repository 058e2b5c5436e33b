"""The model of the factuality of an event: it takes the answer of the rules (`factuality`) and other features."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from timeline.calendar import DAY, begin_of
from timeline.events import boosting
from timeline.events.context import Context
from timeline.events.dating.types import Dating, DatingRule
from timeline.events.detection import attribution, factuality
from timeline.events.detection.mentions import Frame, Mention, MentionKind
from timeline.events.detection.predicates import Form, Tense
from timeline.events.detection.subjects import subject
from timeline.events.lexicon import Lexicon, SemiClass, VerbClass, WordList
from timeline.events.status import words
from timeline.events.tree import Tree, relation_code
from timeline.events.word_weights import SCALE
from timeline.languages.function_words import pattern
from timeline.lines.rows import LEAST_ROWS
from timeline.model import Basis, Status, Token

CLASSES = tuple(Status)
"""The classes, in the order of the model's scores."""
MODEL = "factuality.onnx.gz"
_LIVE_ROW = pattern("live_row")

_SEMI = tuple(SemiClass)
_VERBS = (VerbClass.REPORT, VerbClass.ANNOUNCE, VerbClass.OPINION, VerbClass.EVENT, VerbClass.STATE)
_MARKS = (
    *(WordList.MARKS_PURPOSE, WordList.MARKS_OF),
    *(WordList.MARKS_THAT, WordList.MARKS_AFTER, WordList.MARKS_BEFORE),
)
_KINDS = {
    kind: number
    for number, kind in enumerate(
        (
            *(MentionKind.EVENT, MentionKind.STATE, MentionKind.AIM),
            *(MentionKind.REPORT, MentionKind.ANNOUNCE, MentionKind.OTHER),
        )
    )
}
_TENSES = ("", "Past", "Pres", "Fut", "Imp")
_MOODS = ("", "Ind", "Cnd", "Sub", "Imp")
_FRAMES = {frame: code for code, frame in enumerate(Frame)}
_GROUP_TENSES = {tense: code for code, tense in enumerate(Tense)}
_FORMS = {form: code for code, form in enumerate(Form)}
_BASES = {basis: code for code, basis in enumerate(Basis)}
_YEAR = 400.0
_NEVER = 999.0

COLUMNS = (
    *(f"rule {name}" for name in CLASSES),
    "frame", "kind", "tense", "form", "noun", "passive", "negated", "relation", "relative", "trigger relation",
    *(f"semi {name}" for name in _SEMI), "semi-auxiliaries",
    "main", *(f"above {name}" for name in _VERBS), "above intention", "above attempt", "above implicative",
    "above modal", "above plan", "above planned", "above noun", "above tense", "above mood",
    "reported", "intended", "under infinitive", "under future", "under conditional", "depth",
    "attributed", "condition", "quoted", "background", "source",
    *(f"mark {name.partition('.')[2]}" for name in _MARKS),
    "future", "conditional", "infinitive", "participle", "future clause", "perfect infinitive",
    "own date", "basis", "begin", "end", "sentence", "definite", "bare", "subject",
    "governed by future", "governed by present", "governed by intention", "governed by attempt",
)  # fmt: skip
"""The features of an event by itself."""
WORD_COLUMNS = tuple(f"words {name}" for name in CLASSES)
"""The scores of its words, in the order of the classes."""


def qualify(context: Context, asked: Sequence[tuple[Mention, Dating]]) -> tuple[Status, ...]:
    """The status of each event, in the order of `asked`.

    Args:
        context: The article.
        asked: The mentions, each with its dating.
    """
    if not asked:
        return ()
    model = boosting.load("timeline.events.status", MODEL)
    rows = boosting.table([features(context, mention, dating) for mention, dating in asked])
    scores = words.load().scores([words.words_of(mention) for mention, _ in asked])
    found = model.scores(with_words(rows, scores), (*COLUMNS, *WORD_COLUMNS)).argmax(axis=1).tolist()
    certain = (_certain(context, *one) for one in asked)
    chosen = (sure or CLASSES[index] for sure, index in zip(certain, found, strict=True))
    if not _is_live(context.article.text):
        return tuple(chosen)
    return tuple(_told_live(context, *one, status) for one, status in zip(asked, chosen, strict=True))


@lru_cache(maxsize=16)
def _is_live(text: str) -> bool:
    """Whether a text is a live page: "22h40 - Le feu est maîtrisé", row by row."""
    return len(_LIVE_ROW.findall(text)) >= LEAST_ROWS


def _told_live(context: Context, mention: Mention, dating: Dating, status: Status) -> Status:
    """The status on a live page: its hours are later than the article's day, and what it tells has happened.

    There are too few such pages to learn from: a plan is only what the rules call one.
    """
    if status is not Status.PLANNED:
        return status
    return factuality.qualify(mention, dating.date, context.published, context.lexicon)


def _certain(context: Context, mention: Mention, dating: Dating) -> Status | None:
    is_own = dating.rule is DatingRule.OWN
    return factuality.certain(mention, dating.date, context.published, is_own=is_own, lexicon=context.lexicon)


def with_words(rows: NDArray[np.float32], scores: NDArray[np.int64]) -> NDArray[np.float32]:
    """The features of some events, with the scores of their words.

    Args:
        rows: The values of `COLUMNS` (events, columns).
        scores: The scores (events, classes), in parts of `word_weights.SCALE`.

    Returns:
        The values of `COLUMNS` and `WORD_COLUMNS`.
    """
    return np.hstack([rows, (scores / SCALE).astype(np.float32)])


def features(context: Context, mention: Mention, dating: Dating) -> list[float]:
    """One row for the model, a value for each of `COLUMNS`.

    Args:
        context: The article's context.
        mention: The mention.
        dating: Its dating, which says whether the event is past or to come.
    """
    by_rule = factuality.qualify(mention, dating.date, context.published, context.lexicon)
    return [
        float(value)
        for values in (
            (by_rule is name for name in CLASSES),
            _own(context.lexicon, mention),
            _above(context.lexicon, mention),
            _sentence(context, mention),
            _date(context, mention, dating),
            _governed(context.lexicon, mention),
        )
        for value in values
    ]


def _top(mention: Mention) -> Token:
    return mention.top


def _own(lexicon: Lexicon, mention: Mention) -> Iterator[float]:
    """The verb group: its form, its tense, its semi-auxiliaries."""
    predicate, trigger = mention.predicate, mention.trigger
    governors = predicate.governors if predicate else ()
    yield _FRAMES[mention.frame]
    yield _KINDS.get(mention.kind, len(_KINDS))
    yield _GROUP_TENSES[predicate.tense] if predicate else -1
    yield _FORMS[predicate.form] if predicate else -1
    yield trigger.pos == "NOUN"
    yield predicate.passive if predicate else -1
    yield predicate.negated if predicate else -1
    yield relation_code(_top(mention).dep)
    yield _top(mention).dep == "acl:relcl"
    yield relation_code(trigger.dep)
    for name in _SEMI:
        yield any(lexicon.is_semi(lemma, name) for lemma in governors)
    yield len(governors)


def _above(lexicon: Lexicon, mention: Mention) -> Iterator[float]:
    """Features of the clauses and words above the event's clause."""
    tree, top = mention.tree, _top(mention)
    governor, above = tree.head(top), tuple(tree.ancestors(top))
    yield tree.is_root(top)
    for name in _VERBS:
        yield governor is not top and lexicon.is_verb(governor.lemma, name)
    for names in (
        (SemiClass.INTENTION,),
        (SemiClass.ATTEMPT,),
        (SemiClass.IMPLICATIVE,),
        (SemiClass.POSSIBILITY, SemiClass.OBLIGATION),
    ):
        yield lexicon.is_semi(governor.lemma, *names)
    yield governor.lemma in lexicon.words(WordList.PLANNED_NOUNS)
    yield governor.lemma in lexicon.words(WordList.PLANNED_PARTICIPLES)
    yield governor.pos == "NOUN"
    yield _TENSES.index(governor.tense) if governor.tense in _TENSES else len(_TENSES)
    yield _MOODS.index(governor.mood) if governor.mood in _MOODS else len(_MOODS)
    yield any(lexicon.is_verb(token.lemma, VerbClass.REPORT, VerbClass.ANNOUNCE) for token in above)
    yield any(lexicon.is_semi(token.lemma, SemiClass.INTENTION) for token in above)
    yield any(token.verb_form == "Inf" for token in above)
    yield any(token.tense == "Fut" for token in above)
    yield any(token.mood == "Cnd" for token in above)
    yield len(above)


def _sentence(context: Context, mention: Mention) -> Iterator[float]:
    """Features of the sentence: sources, hedges, conditions, and the moods of its other words."""
    tree, top, trigger, lexicon = mention.tree, _top(mention), mention.trigger, context.lexicon
    yield factuality.is_attributed(mention, lexicon)
    yield attribution.has_condition(tree, top, lexicon)
    yield context.is_quoted(mention)
    yield context.is_background(mention)
    yield tree.remembered("source", lexicon, lambda: _has_source(tree, lexicon))
    marks = {
        child.lemma for child in (*tree.dependents(top, "mark"), *tree.dependents(trigger, "mark", "case"))
    }  # fmt: skip
    for name in _MARKS:
        yield bool(marks.intersection(lexicon.words(name)))
    yield tree.remembered("future", None, lambda: any(token.tense == "Fut" for token in tree.tokens))
    yield tree.remembered("conditional", None, lambda: any(token.mood == "Cnd" for token in tree.tokens))
    yield trigger.verb_form == "Inf"
    yield trigger.verb_form == "Part"
    yield top.tense == "Fut" or any(token.tense == "Fut" for token in tree.dependents(top))
    yield any(token.verb_form == "Inf" for token in tree.dependents(trigger, "aux"))


def _has_source(tree: Tree, lexicon: Lexicon) -> bool:
    sources = lexicon.words(WordList.MARKS_SOURCE)
    return any(token.text.lower() in sources for token in tree.tokens)


def _date(context: Context, mention: Mention, dating: Dating) -> Iterator[float]:
    """Features of the date, in days from the article's day."""
    date, published = dating.date, begin_of(context.published)
    begin, end = (date.begin, date.end) if date is not None else (None, None)
    yield dating.rule is DatingRule.OWN
    yield _BASES[dating.basis]
    yield -_NEVER if begin is None else round(max(-_YEAR, min(_YEAR, (begin - published) / DAY)), 1)
    yield _NEVER if end is None else round(max(-_YEAR, min(_YEAR, (end - published) / DAY)), 1)
    yield context.sentence_offset(mention)
    yield mention.tree.is_definite(mention.trigger)
    yield not mention.tree.has(mention.trigger, "det")
    yield mention.predicate is not None and subject(mention.tree, mention.predicate) is not None


def _governed(lexicon: Lexicon, mention: Mention) -> Iterator[float]:
    """Features of the nearest verb above; a noun gets its tense from it."""
    tree = mention.tree
    verb = next((token for token in tree.ancestors(_top(mention)) if token.pos in ("VERB", "AUX")), None)
    if verb is None:
        yield from (0.0,) * 4
        return
    helpers = [child for child in tree.dependents(verb) if child.relation in ("aux", "cop")]
    yield any(token.tense == "Fut" for token in (verb, *helpers))
    yield verb.tense == "Pres"
    yield lexicon.is_semi(verb.lemma, SemiClass.INTENTION) or lexicon.is_verb(verb.lemma, VerbClass.ANNOUNCE)
    yield lexicon.is_semi(verb.lemma, SemiClass.ATTEMPT) or lexicon.is_verb(verb.lemma, VerbClass.DENY)
