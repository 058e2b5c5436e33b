"""The phrases that may name the affair of an article: of its headline, of its beginning, its names, with its places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from timeline.events.geography.capitals import written_small
from timeline.events.headline.affair.phrases import LONGEST, SHORTEST, phrases
from timeline.events.headline.affair.whole import is_cut
from timeline.events.headline.base.stems import stems
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.topic.places import PlaceForms, place_forms
from timeline.events.headline.topic.title_phrases import Kind, Word, extents, phrase_text
from timeline.events.headline.topic.topics import has_an_owner, title_parts, topics, words_of
from timeline.events.lexicon import NounClass, WordList
from timeline.lines.first_letter import capitalised

_NAME_INSIDE = re.compile(r"[ '’][A-ZÀ-Ý]")
_HEAD = re.compile(r"^(?:\w['’])?([\w-]+)")
_SENTENCES = 3
"""The sentences of the beginning that lend phrases."""

_LONGEST_PLACED, _LONGEST_PLACE = 28, 25
_TITLE_PLACES, _LEAD_PLACES, _FREQUENT_PLACES, _PLACES = 2, 3, 2, 5
_NAMES = 6
_SHOUTED = 5
"""The largest number of letters of a word in capitals that is an abbreviation."""


class Origin(IntEnum):
    """Where a phrase comes from; the values are codes of a learned model, and keep their meaning.

    LOCATED and OWNED phrases have a place behind them that the article has elsewhere: "fusillade à Forest", "maternité
    de Saint-Flour".
    """

    RULE = 0
    BEFORE_COLON = 1
    TITLE = 2
    TEXT = 3
    LOCATED = 4
    OWNED = 5
    ORG = 6
    LOC = 7
    EVENT = 8
    MISC = 9
    PER = 10


@dataclass(frozen=True, slots=True)
class AffairPhrase:
    """A phrase that may name the affair.

    It has its first origin, the number of its sentence (-1 for the headline), the relation of its noun, or what the
    headline has before it, the number of longer phrases that begin as it does, its place and whether the article has
    the place in that form, and whether its noun names an event.
    """

    text: str
    origin: Origin
    sentence: int = 0
    relation: str = ""
    longer: int = 0
    place: str = ""
    seen: bool = False
    event: bool = False


def affair_phrases(context: HeadlineContext) -> tuple[AffairPhrase, ...]:
    """The phrases that may name the affair of an article, each once.

    Returns:
        Topics of the rules, phrases of the headline and of the first sentences, these with a place of the article, and
        its frequent names; some 80 for an article.
    """
    found: dict[str, AffairPhrase] = {}
    times = frozenset(context.context.lexicon.words(WordList.NAMES_TIMES))
    for one in (*_written(context), *_names(context)):
        if times.isdisjoint(one.text.lower().split()) and not (
            has_an_owner(one.text) or _cuts_a_name(context, one.text) or is_cut(context, one.text)
        ):
            _add(found, one)  # not "station Jacques Vautrin jeudi"
    forms = {place: place_forms(context, place) for place in _places(context)}
    for one in list(found.values()):
        if one.origin < Origin.ORG:
            for other in _with_places(context, one, forms):
                _add(found, other)
    return tuple(found.values())


def _cuts_a_name(context: HeadlineContext, text: str) -> bool:
    """Whether a phrase ends inside a name: "disparition du navigateur Yann" of "Yann Kermeur"."""
    last = text.rpartition(" ")[2].rpartition("'")[2].rpartition("’")[2]
    labels = context.entities.labels
    return last not in labels and any(name.startswith(f"{last} ") and name not in text for name in labels)


def head_of(text: str) -> str:
    """The first word of a phrase without an elided one: the noun, or an adjective before it, in lower case."""
    found = _HEAD.match(text)
    return found[1].lower() if found is not None else ""


def singulars(word: str) -> tuple[str, str, str]:
    """The word as it is, and without the endings of a plural."""
    return word, word.removesuffix("s"), word.removesuffix("x")


def _add(found: dict[str, AffairPhrase], one: AffairPhrase) -> None:
    text = one.text.strip()
    if text.isupper() and len(text) > _SHOUTED:
        text = text.lower() if one.origin < Origin.ORG else written_small(text) if one.origin is Origin.LOC else text
    text = capitalised(text)
    if SHORTEST <= len(text) <= LONGEST and text not in found:
        found[text] = one if text == one.text else replace(one, text=text)


def _written(context: HeadlineContext) -> Iterator[AffairPhrase]:
    """The phrases that the article has."""
    yield from (_phrase(context, one.text, Origin.RULE) for one in topics(context))
    before, rest = title_parts(context)
    for part, origin in ((before, Origin.BEFORE_COLON), (rest, Origin.TITLE)):
        for text, before_it, longer in _of_title(context, words_of(context, part)):
            yield _phrase(context, text, origin, -1, before_it, longer)
    if before:
        yield _phrase(context, before, Origin.BEFORE_COLON, -1)
    for number, tree in enumerate(context.trees[: context.context.first + _SENTENCES]):
        for text, noun, longer in phrases(context, tree):
            yield _phrase(context, text, Origin.TEXT, number, noun.relation, longer)


def _phrase(
    context: HeadlineContext, text: str, origin: Origin, sentence: int = 0, relation: str = "", longer: int = 0
) -> AffairPhrase:
    return AffairPhrase(text, origin, sentence, relation, longer, event=names_an_event(context, text))


def names_an_event(context: HeadlineContext, text: str) -> bool:
    """Whether the first noun of a phrase names an event or an affair: "pollution de la Semois".

    Args:
        context: The inputs of headline writing.
        text: The phrase without its article.
    """
    words, is_event = context.words, context.context.lexicon.is_noun
    return any(
        is_event(one, NounClass.EVENT) or words.has("topic_happenings", one) or words.has("topic_affairs", one)
        for one in singulars(head_of(text))
    )


def _of_title(context: HeadlineContext, words: tuple[Word, ...]) -> Iterator[tuple[str, str, int]]:
    """The phrases of a headline's words, with what is before them, and how many longer ones begin as they do."""
    nominal = (Kind.NOUN, Kind.NAME, Kind.ADJECTIVE)
    for start, word in enumerate(words):
        if word.kind not in nominal or (start and words[start - 1].kind in nominal):
            continue
        link = words[start - 1].text.lower().rstrip("'’") if start > 1 else ""
        if context.words.has("topic_bare_links", link) and word.kind is not Kind.NAME:
            continue  # not "or" of "Lion d'or"
        before = words[start - 1].kind.name if start else "FIRST"
        ends = [end for end in extents(words, start) if end > start or word.kind is not Kind.ADJECTIVE]
        for place, end in enumerate(ends):
            yield phrase_text(words[start : end + 1]), before, len(ends) - place - 1


def _names(context: HeadlineContext) -> Iterator[AffairPhrase]:
    """The most frequent names of each kind."""
    for origin in (Origin.ORG, Origin.LOC, Origin.EVENT, Origin.MISC, Origin.PER):
        counted = Counter(name.canonical for tree in context.trees for name in context.names(tree, origin.name))
        yield from (AffairPhrase(name, origin) for name, _ in counted.most_common(_NAMES))


def _places(context: HeadlineContext) -> list[str]:
    """The places by which an article may locate its affair: of its headline, of its lead, the most frequent."""
    first, setting, title = context.context.first, context.entities.setting, context.context.article.title
    counted = Counter(name.canonical for tree in context.trees for name in context.names(tree, "LOC"))
    lead = [name.canonical for tree in context.trees[first : first + 2] for name in context.names(tree, "LOC")]
    found = [
        *([setting] if setting else []),
        *[name for name in counted if name in title][:_TITLE_PLACES],
        *lead[:_LEAD_PLACES],
        *[name for name, _ in counted.most_common(_FREQUENT_PLACES)],
    ]
    return [name for name in [*dict.fromkeys(found)][:_PLACES] if name[:1].isupper() and len(name) <= _LONGEST_PLACE]


def _with_places(context: HeadlineContext, one: AffairPhrase, forms: dict[str, PlaceForms]) -> Iterator[AffairPhrase]:
    """A phrase without a name behind it, with each place of the article."""
    of_title = one.origin in (Origin.BEFORE_COLON, Origin.TITLE)
    if _NAME_INSIDE.search(one.text) or len(one.text) > _LONGEST_PLACED or not (one.event or of_title):
        return
    for place, form in forms.items():
        if stems(place) & stems(one.text):
            continue
        for phrase, origin, seen in (
            (form.locative, Origin.LOCATED, form.has_locative),
            (form.genitive, Origin.OWNED, form.has_genitive),
        ):
            if phrase:
                yield replace(one, text=f"{one.text} {phrase}", place=place, origin=origin, seen=seen)
