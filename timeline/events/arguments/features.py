"""Features of a name and an event: the name's positions in article and sentence, and the results of the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.calendar import DAY
from timeline.events import boosting
from timeline.events.arguments.candidates import LABELS, NameCandidate
from timeline.events.arguments.nearness import NEARNESS, NameTrace, Nearness
from timeline.events.arguments.sentence_view import SentenceView
from timeline.events.context import Context
from timeline.events.dating.types import Dating, DatingRule
from timeline.events.detection.mentions import Frame, Mention, MentionKind
from timeline.events.detection.predicates import Form, Tense
from timeline.events.detection.subjects import subject
from timeline.events.entities.coreference import Referent, is_pronoun
from timeline.events.entities.demonyms import country_of
from timeline.events.entities.names import EntityIndex, countries
from timeline.events.entities.places import StoryLocation
from timeline.events.lexicon import NounClass, WordList
from timeline.events.tree import Tree, relation_code
from timeline.model import Name, Token

NAME = (
    *(f"label {label}" for label in LABELS),
    "count", "subjects", "locatives", "complements", "offices", "quoted share", "bracketed",
    "first sentence", "in title", "last word in title", "before colon",
    "country", "region", "capitals", "phrase", "lower case", "collective", "place word", "locative of lead",
    "subject of lead", "digits", "scene", "setting",
    "class", "of class", "rank in class", "rank of actors", "share", "ahead", "earlier of class",
    "sentences share", "adjectives",
)  # fmt: skip
"""Features of a name in its article."""

EVENT = (
    "sentence", "frame", "kind", "tense", "form", "passive", "event relation", "subject kind", "event quoted",
    "age", "bound", "own date", "plural subject", "event noun",
    "people by rule", "places by rule", "subjects by rule", "people of clause", "others of clause", "places of clause",
    "people of sentence", "others of sentence", "places of sentence",
)  # fmt: skip
"""Features of an event."""

PAIR = (
    "back", "forward", "recency", "same paragraph", "last was subject", "last was locative",
    "person by rule", "rank of person", "place by rule", "rank of place", "subject before", "subject here",
    "another person by rule", "adjective here", "adjective told", "another adjective told",
    "absent", "told", "in clause", "up", "down", "relation", "attached by", "distance", "below subject", "is subject",
    "locative", "into", "at", "inside", "of", "by", "with", "against", "for", "source", "office", "quoted", "bracket",
    "times", "borders", "verbs", "borders above", "of noun", "of event", "nouns",
)  # fmt: skip
"""Features of a pair of a name and an event."""

COLUMNS = (*NAME, *EVENT, *PAIR)
_ORIGIN, _HERE = PAIR.index("adjective here"), PAIR.index("absent")
_ABSENT = (1.0, 0.0, 0.0, -1.0, -1.0, -1.0, -1.0, 99.0, *(0.0,) * 16, -1.0, -1.0, -1.0, 0.0, 0.0, 0.0)
_KINDS = {
    MentionKind.EVENT: 0.0,
    MentionKind.STATE: 1.0,
    MentionKind.AIM: 2.0,
    MentionKind.REPORT: 3.0,
    MentionKind.ANNOUNCE: 4.0,
    MentionKind.OTHER: 5.0,
}
_FRAMES = {frame: float(number) for number, frame in enumerate(Frame)}
_TENSES = {tense: float(number) for number, tense in enumerate(Tense)}
_FORMS = {form: float(number) for number, form in enumerate(Form)}

PERSON, _OTHER, _PLACE = 0, 1, 2
_OLDEST = 4000.0


Rows = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Arguments:
    """The people and organisations of an event, and its places: those of the rules first, the others in text order."""

    people: tuple[Name, ...]
    places: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class ArgumentQuery:
    """An event whose arguments are to be chosen: its mention, its date, and the arguments that the rules give it."""

    mention: Mention
    dating: Dating
    by_rule: Arguments


@dataclass(frozen=True, slots=True)
class Table:
    """The features of an article's candidates.

    `names` (candidates, NAME) describes each candidate; `nearness` relates each one to a
    sentence. `classes` is 0 for a person, 1 for another actor, 2 for a place. `index` maps a name to its candidate.
    `origins` has, for each sentence, the words that are the adjective of a candidate country, by candidate number.
    """

    candidates: tuple[NameCandidate, ...]
    names: Rows
    nearness: Nearness
    classes: tuple[int, ...]
    index: dict[str, int]
    origins: tuple[dict[int, frozenset[int]], ...]


def tabulate(
    context: Context,
    entities: EntityIndex,
    story: StoryLocation,
    trees: Sequence[Tree],
    candidates: tuple[NameCandidate, ...],
) -> Table:
    """Compute the table of an article's candidates.

    Args:
        context: The article.
        entities: Its canonical names.
        story: Where its story takes place.
        trees: Its sentences, in text order.
        candidates: The candidates, in text order.
    """
    classes = tuple(_class(candidate) for candidate in candidates)
    index = {one.name: number for number, one in enumerate(candidates)}
    origins = tuple(_origins(context, tree, index) for tree in trees)
    own = [_own(context, entities, story, candidate) for candidate in candidates]
    beside = list(_beside(candidates, classes, own, len(trees)))
    counts_of_origin = [sum(number in sentence for sentence in origins) for number in range(len(candidates))]
    names = boosting.table([[*a, *b, c] for a, b, c in zip(own, beside, counts_of_origin, strict=True)])
    traces = tuple(NameTrace.of(candidate, context.paragraphs) for candidate in candidates)
    return Table(candidates, names, Nearness(traces, classes, context.paragraphs), classes, index, origins)


def _origins(context: Context, tree: Tree, index: Mapping[str, int]) -> dict[int, frozenset[int]]:
    found: dict[int, frozenset[int]] = {}
    for token in tree.tokens:
        if token.pos == "ADJ" and not token.entity:
            number = index.get(country_of(token.lemma, context.article.language))
            if number is not None:
                found[number] = found.get(number, frozenset()) | {token.index}
    return found


def _class(candidate: NameCandidate) -> int:
    total = sum(candidate.votes.values())
    if 2 * candidate.votes.get("PER", 0) >= total:
        return PERSON
    return _PLACE if 2 * candidate.votes.get("LOC", 0) >= total else _OTHER


def _own(context: Context, entities: EntityIndex, story: StoryLocation, candidate: NameCandidate) -> list[float]:
    at, name, lexicon = candidate.occurrences, candidate.name, context.lexicon
    low, count, total = name.lower(), max(1, len(at)), sum(candidate.votes.values())
    title = context.article.title.lower()
    position, colon = title.find(low), title.find(":")
    words = low.split()
    first = at[0].sentence if at else -1
    return [
        *(candidate.votes.get(label, 0) / total for label in LABELS),
        min(len(at), 10),
        sum(one.is_subject for one in at),
        sum(one.is_locative for one in at),
        sum(one.is_complement for one in at) / count,
        sum(one.is_office for one in at) / count,
        sum(one.is_quoted for one in at) / count,
        sum(one.is_bracketed for one in at),
        first - context.first if at else -3,
        position >= 0,
        bool(words) and words[-1] in title,
        0 <= position < colon,
        name in countries(context.article.language),
        low in lexicon.words(WordList.NAMES_REGIONS),
        name.isupper(),
        candidate.phrase,
        name[:1].islower(),
        bool(words) and lexicon.is_noun(words[0], NounClass.COLLECTIVE, NounClass.INSTITUTION),
        bool(words) and (words[0] in lexicon.words(WordList.NAMES_PLACES) or lexicon.is_noun(words[0], NounClass.SITE)),
        any(one.is_locative for one in at if one.sentence == context.first),
        any(one.is_subject for one in at if one.sentence <= context.first),
        any(character.isdigit() for character in name),
        story.place == name,
        entities.setting == name,
    ]


def _beside(
    candidates: Sequence[NameCandidate], classes: Sequence[int], own: Sequence[Sequence[float]], sentences: int
) -> Iterator[list[float]]:
    """Features that compare each candidate with the others of the article."""
    counts = [len(candidate.occurrences) for candidate in candidates]
    first = NAME.index("first sentence")
    for number, candidate in enumerate(candidates):
        same = [other for other, kind in enumerate(classes) if kind == classes[number]]
        others = [counts[other] for other in same if other != number]
        yield [
            classes[number],
            len(same),
            sum(count > counts[number] for count in others),
            sum(c > counts[number] for c, kind in zip(counts, classes, strict=True) if kind != _PLACE),
            counts[number] / max(1, counts[number] + sum(others)),
            counts[number] - max(others, default=0),
            sum(own[other][first] < own[number][first] for other in same),
            len(candidate.by_sentence) / sentences,
        ]


def rows(
    table: Table,
    context: Context,
    entities: EntityIndex,
    asked: ArgumentQuery,
    main_referents: Sequence[Referent | None],
    triggers: frozenset[int],
) -> Rows:
    """The rows of one event, one for each candidate of the table.

    Args:
        table: The article's candidates.
        context: The article.
        entities: Its canonical names.
        asked: The event.
        main_referents: The main subject of each sentence of the article.
        triggers: The indices of the words of the mention's sentence that may be events.

    Returns:
        (candidates, COLUMNS).
    """
    mention, by_rule = asked.mention, (asked.by_rule.people, asked.by_rule.places)
    number, tree = mention.sentence, mention.tree
    head = subject(tree, mention.predicate) if mention.predicate else None
    view = SentenceView.of(mention, entities, head, triggers)
    count = len(table.candidates)
    here = [index for index, one in enumerate(table.candidates) if number in one.by_sentence]
    found = np.empty((count, len(COLUMNS)), dtype=np.float32)
    found[:, : len(NAME)] = table.names
    inside = [any(one.token.index in view.clause for one in table.candidates[i].by_sentence[number]) for i in here]
    found[:, len(NAME) : len(NAME) + len(EVENT)] = [
        *_event(context, mention, asked.dating, head),
        len(by_rule[0]), len(by_rule[1]), sum(name.label == "PER" for name in by_rule[0]),
        *(sum(kind == table.classes[i] for i, holds in zip(here, inside, strict=True) if holds) for kind in range(3)),
        *(sum(kind == table.classes[i] for i in here) for kind in range(3)),
    ]  # fmt: skip
    pair = found[:, len(NAME) + len(EVENT) :]
    pair[:, : len(NEARNESS)] = table.nearness.seen_from(number)
    pair[:, len(NEARNESS) : _ORIGIN] = _by_rule(table, by_rule, main_referents, number)
    pair[:, _ORIGIN:_HERE] = _of_origin(table, number, view.event_words)
    pair[:, _HERE:] = _ABSENT
    for index in here:
        pair[index, _HERE:] = view.best(table.candidates[index].by_sentence[number])
    return found


def _of_origin(table: Table, number: int, event_words: frozenset[int]) -> NDArray[np.float32]:
    """Whether a country's adjective is in the sentence, is among the event's own words, or only another's is."""
    found = np.zeros((len(table.candidates), _HERE - _ORIGIN), dtype=np.float32)
    near = {index for index, words in table.origins[number].items() if words & event_words}
    found[list(table.origins[number]), 0] = 1.0
    found[list(near), 1] = 1.0
    if near:
        found[:, 2] = 1.0 - found[:, 1]
    return found


def _by_rule(
    table: Table, by_rule: tuple[Sequence[Name], Sequence[Name]], main_referents: Sequence[Referent | None], number: int
) -> NDArray[np.float32]:
    found = np.zeros((len(table.candidates), _ORIGIN - 6), dtype=np.float32)
    found[:, (1, 3)] = -1.0
    for column, names in enumerate(by_rule):
        for rank, name in enumerate(names):
            place = table.index.get(name.canonical)
            if place is not None:
                found[place, 2 * column : 2 * column + 2] = (1.0, rank)
    before = next((main for main in reversed(main_referents[:number]) if main is not None), None)
    for column, main in ((4, before), (5, main_referents[number] if number < len(main_referents) else None)):
        place = table.index.get(main.name.canonical) if main is not None and main.name is not None else None
        if place is not None:
            found[place, column] = 1.0
    people = {name.canonical for name in by_rule[0] if name.label == "PER"}
    if people:
        found[:, 6] = [candidate.name not in people for candidate in table.candidates]
    return found


def _event(context: Context, mention: Mention, dating: Dating, head: Token | None) -> list[float]:
    predicate = mention.predicate
    kind = 3.0 if head is not None else 0.0
    if head is not None:
        kind = 1.0 if is_pronoun(head) else 2.0 if head.entity else 3.0
    date, published = dating.date, context.published.begin
    bound = (date.begin if date.begin is not None else date.end) if date is not None else None
    age = -1.0 if bound is None or published is None else min(_OLDEST, (published - bound) / DAY)
    return [
        context.sentence_offset(mention),
        _FRAMES[mention.frame],
        _KINDS.get(mention.kind, 6.0),
        _TENSES[predicate.tense] if predicate else -1.0,
        _FORMS[predicate.form] if predicate else -1.0,
        predicate.passive if predicate else -1.0,
        relation_code(predicate.top.dep if predicate else mention.trigger.dep),
        kind if predicate else -1.0,
        context.is_quoted(mention),
        round(age, 1),
        date is not None and date.begin is None,
        dating.rule is DatingRule.OWN,
        head is not None and head.is_plural,
        mention.trigger.pos == "NOUN",
    ]
