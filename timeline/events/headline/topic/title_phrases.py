"""The noun phrases of an article's headline that say what it is about: "Collision ferroviaire", "CRS fauché"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from timeline.events import lexicon
from timeline.events.headline import conjugation
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.words import HeadlineWords
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.model import Token

WORD = re.compile(r"\d+(?:[.,-]\d+)*(?!\w)|\w+(?:-\w+)*['’]?|\S")
"""A word of a headline, with its apostrophe."""

LONGEST_TOPIC = 45
"""The largest number of characters of a topic."""

PARTICIPLE = "PART"
"""The tag of a past participle."""

_NOMINAL = frozenset({"NOUN", "ADJ", "PROPN", "NUM", PARTICIPLE})
_INFINITIVE, _SHORT = 2, 4
_DESCRIBES = frozenset({"ADJ", PARTICIPLE})
_NUMERAL = re.compile(r"\d+|[ivx]+")


class Kind(Enum):
    """What a word of a headline does in a noun phrase."""

    LINK = "a preposition, or what joins two phrases"
    ARTICLE = "an article or a number"
    NAME = "a name or a figure behind one"
    NOUN = "a noun"
    ADJECTIVE = "an adjective or a participle"
    STOP = "a verb, a mark, or another word"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a headline, its place, what it does, whether it may be a past participle, and whether it is "and"."""

    text: str
    start: int
    end: int
    kind: Kind
    participle: bool = False
    joins: bool = False


def tags(trees: Sequence[Tree], title: str) -> Mapping[str, frozenset[str]]:
    """The parts of speech that the article has for each word of its headline, by the word in lower case."""
    wanted = {word.lower() for word in WORD.findall(title)}
    forms = wanted | {word.capitalize() for word in wanted}
    found: dict[str, set[str]] = {}
    for tree in trees:
        for token in tree.tokens:
            if token.text in forms:
                found.setdefault(token.text.lower(), set()).add(_tag(token))
    return {word: frozenset(own) for word, own in found.items()}


def _tag(token: Token) -> str:
    past = token.pos == "VERB" and token.verb_form == "Part" and token.tense != "Pres"
    return PARTICIPLE if past else token.pos


def words(context: HeadlineContext, text: str, known: Mapping[str, frozenset[str]]) -> tuple[Word, ...]:
    """The words of a headline with what they do.

    Args:
        context: The inputs of headline writing.
        text: The headline behind its colon.
        known: The parts of speech of its words (`tags`).
    """
    found: list[Word] = []
    for match in WORD.finditer(text):
        word = match.group()
        kind = _kind(context, word, known.get(word.lower(), frozenset()), found)
        own = known.get(word.lower(), frozenset())
        ends = not own and word.endswith(tuple(context.words.get("participle_endings")))
        past = kind is Kind.ADJECTIVE and (PARTICIPLE in own or ends)
        joins = kind is Kind.LINK and context.words.has("topic_joins", word.lower())
        found.append(Word(word, match.start(), match.end(), kind, past, joins))
    return tuple(found)


def _kind(context: HeadlineContext, word: str, tags_: frozenset[str], before: Sequence[Word]) -> Kind:
    plain = word.lower().rstrip("'’")
    return _of_little_words(context, word, plain, before) or _of_content_words(context, word, tags_, before)


def _of_little_words(context: HeadlineContext, word: str, plain: str, before: Sequence[Word]) -> Kind | None:
    """What an article, a preposition, a mark or a figure does; None for another word."""
    lists = context.words
    done = bool(before) and before[-1].participle
    joins = bool(before) and lists.has("topic_joins", plain)
    if lists.has("topic_articles", plain) or _is_ordinal(context, plain):
        return Kind.ARTICLE
    if joins or lists.has("topic_links", plain) or (done and lists.has("topic_agents", plain)):
        return Kind.LINK
    if lists.has("topic_stops", word.lower()) or not word[:1].isalnum():
        return Kind.STOP
    if word[:1].isdigit():
        behind = bool(before) and before[-1].kind in (Kind.NAME, Kind.NOUN, Kind.ADJECTIVE)
        return Kind.NAME if behind or "," in word else Kind.ARTICLE
    ranks = lists.has("topic_ordinals", plain) or plain.endswith(tuple(lists.get("ordinal_endings")))
    return Kind.ADJECTIVE if ranks else None


def _is_ordinal(context: HeadlineContext, word: str) -> bool:
    """Whether it is a figure with the end of an ordinal: "37e"."""
    ends = (end for end in context.words.get("ordinal_marks") if word.endswith(end))
    return any(_NUMERAL.fullmatch(word.removesuffix(end)) is not None for end in ends)


def _of_content_words(context: HeadlineContext, word: str, tags_: frozenset[str], before: Sequence[Word]) -> Kind:
    lists, lower, headed = context.words, word.lower(), _is_headed(before)
    event = context.context.lexicon.is_noun(lower, NounClass.EVENT)
    if word[:1].isupper() and (before or "PROPN" in tags_ or not (tags_ or event)):
        return Kind.NAME
    if not headed and lower.endswith(tuple(lists.get("gerund_endings"))):
        return Kind.STOP
    if event and not tags_:
        return Kind.NOUN
    finite = lower in finite_forms(context)
    return _by_tags(tags_, headed=headed, finite=finite) if tags_ else _by_ending(context, lower, headed, finite)


def _by_ending(context: HeadlineContext, word: str, headed: bool, finite: bool) -> Kind:
    """What a word does that the article does not have."""
    lists = context.words
    if finite:
        return Kind.STOP
    if word.endswith(tuple(lists.get("topic_adjectives") | lists.get("participle_endings"))):
        return Kind.NOUN if headed else Kind.ADJECTIVE
    return Kind.NOUN if headed and not word.endswith(tuple(lists.get("infinitive_endings"))) else Kind.STOP


def _is_headed(before: Sequence[Word]) -> bool:
    """Whether a noun is still to come behind the last article or preposition: "la neuvième (journée)"."""
    for word in reversed(before):
        if word.kind is not Kind.ADJECTIVE:
            return word.kind in (Kind.LINK, Kind.ARTICLE)
    return True


def _by_tags(tags_: frozenset[str], *, headed: bool, finite: bool) -> Kind:
    """What a word that the article has does: "frappe" is a noun behind an article only."""
    if tags_.isdisjoint(_NOMINAL) or (finite and not headed):
        return Kind.STOP
    if tags_ <= _DESCRIBES or ("ADJ" in tags_ and not headed):
        return Kind.ADJECTIVE
    return Kind.NOUN


def finite_forms(context: HeadlineContext) -> frozenset[str]:
    """The third persons of the present of the language's verbs of events."""
    return _forms(context.context.article.language)


@cache
def _forms(language: str) -> frozenset[str]:
    words_, forms = lexicon.load(language), conjugation.load(language)
    verbs = {verb for own in words_.verbs.values() for verb in own} | set(words_.verb_of.values())
    found = (forms.third_person(verb, plural=plural) for verb in verbs for plural in (False, True))
    return frozenset(one for one in found if one)


def extents(found: Sequence[Word], start: int) -> Iterator[int]:
    """The places behind which a phrase may end, in order.

    Args:
        found: The words of the headline.
        start: The place of its head or of an adjective before it.

    Yields:
        The place of each word that completes it: of "attentat contre une base militaire fait …" those of "attentat",
        "base" and "militaire".
    """
    pending, own = False, True
    ends: list[int] = []
    for place in range(start, len(found)):
        word = found[place]
        if word.kind is Kind.ARTICLE and not pending and place > start:
            if ends and found[ends[-1]].kind is not Kind.NAME and not own:
                ends.pop()  # "frappe des pays": a verb and its object
            break
        if word.kind is Kind.STOP:
            break
        if word.kind is Kind.NOUN and place > start and found[place - 1].kind is Kind.NAME:
            ends.pop()  # "dispositif Alerte enlèvement": the name goes on with a word that is none
            break
        if word.kind is Kind.ARTICLE and place > start and found[place - 1].joins:
            break  # "des attentats et un muezzin tué": another phrase
        if word.kind in (Kind.LINK, Kind.ARTICLE):
            pending = True
            continue
        if word.kind is Kind.ADJECTIVE and pending and _leads_a_noun(found[place + 1 :]):
            continue
        own = pending or place == start
        ends.append(place)
        pending = False
    yield from ends


def _leads_a_noun(behind: Sequence[Word]) -> bool:
    """Whether a noun stands right behind an adjective: "sous haute (surveillance)"."""
    return bool(behind) and behind[0].kind is Kind.NOUN


def shortened(context: HeadlineContext, found: Sequence[Word], start: int, fewest: int) -> str:
    """The phrase from a place on, as long as it fits: it loses its last complements.

    Args:
        context: The inputs of headline writing.
        found: The words of the headline.
        start: The place where it begins.
        fewest: The place that it must reach.

    Returns:
        "CRS fauché" of "un CRS fauché lors de son jogging"; "" if it says too little or is too long.
    """
    ends = list(extents(found, start))
    whole = [end for end in ends if end >= fewest and _is_whole(context, found, end, last=end == ends[-1])]
    fitting = [end for end in whole if found[end].end - found[start].start <= LONGEST_TOPIC]
    if not fitting or unreal(context, found[fitting[-1] + 1 : ends[-1] + 2]):
        return ""
    return phrase_text(found[start : fitting[-1] + 1])


def unreal(context: HeadlineContext, found: Sequence[Word]) -> bool:
    """Whether the words say that something does not happen, or has not yet: "(attentat à Nice) déjoué"."""
    plain = [word.text.lower() for word in found]
    averted = _averting(context.words)
    return any(averted.match(word) or context.words.has("topic_expected", word) for word in plain)


@lru_cache(maxsize=4)
def _averting(words_: HeadlineWords) -> re.Pattern[str]:
    """The forms of the verbs below which nothing happens; a short stem has short ends only ("visé", not "visite")."""
    stems = sorted(verb[:-_INFINITIVE] for verb in words_.get("averting"))
    return re.compile("|".join(stem if len(stem) > _SHORT else rf"{stem}\w{{1,2}}$" for stem in stems) or r"(?!)")


def _is_whole(context: HeadlineContext, found: Sequence[Word], end: int, *, last: bool) -> bool:
    """Whether the phrase may end there: before a preposition or a mark, not inside a name or before an adjective.

    Not "homme soupçonné (de préparer …)", "attentat dans le cadre (de …)", "Festival (d'Avignon)".
    """
    behind = [word.kind for word in found[end + 1 : end + 3]]
    if behind[:1] != [Kind.LINK]:
        return last
    if last and behind == [Kind.LINK]:
        return False
    word = found[end].text.lower()
    open_ = context.words.has("topic_open_ends", word) or word.endswith(tuple(context.words.get("gerund_endings")))
    genitive = found[end + 1].text.lower().rstrip("'’") in context.words.get("topic_genitives")
    of_another = genitive and context.context.lexicon.is_noun(
        word, NounClass.EVENT
    )  # "signature de l'accord (de Paris)"
    if open_ or of_another or behind == [Kind.LINK, Kind.STOP]:
        return False
    return found[end].kind is not Kind.NAME or behind[1] is not Kind.NAME or not _goes_on(context, found[end : end + 3])


def _goes_on(context: HeadlineContext, found: Sequence[Word]) -> bool:
    """Whether a name goes on behind a preposition, as the article has it: "Corée du Nord"."""
    name = phrase_text(found)
    return any(name in one for one in context.entities.labels)


def phrase_text(found: Sequence[Word]) -> str:
    """The words as the headline has them."""
    line = ""
    for before, word in zip((None, *found), found, strict=False):
        line += (" " if before is not None and before.end < word.start else "") + word.text
    return line
