"""The topics of an article: noun phrases of its own headline that say what it is about, else its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.events.entities.names import countries
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.features import stem, stems
from timeline.events.headline.words import HeadlineWords
from timeline.events.lexicon import NounClass
from timeline.languages.function_words import function_words, pattern

LONGEST_TOPIC = 42
"""The largest number of characters of a topic."""

_COLON = re.compile(r"^([^:«»?!]{2,60}?)\s*:\s+(?=\S)")
_WORD = re.compile(r"\d+(?:[.,-]\d+)*(?!\w)|\w+(?:-\w+)*['’]?|\S")
_NAME_INSIDE = re.compile(r"\s(?:\w['’])?[A-ZÀ-Ý\d]")
_GONE_TO = pattern("gone_to")
_GENITIVE = function_words("genitive_form") | {"d"}
_VERBS = frozenset({"VERB"})
_NOMINAL = frozenset({"NOUN", "ADJ", "PROPN"})
_INSIDE = _NOMINAL | {"DET", "NUM"}


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with the stems of its words.

    `place` is set if it is only a place, `setting` if the headline begins with that place, `named` if it is the name of
    what all events of the article are part of: a competition, an affair.
    """

    text: str
    stems: frozenset[str]
    place: bool = False
    setting: bool = False
    named: bool = False


def topics(context: HeadlineContext) -> tuple[Topic, ...]:
    """The topics of the article, best first: what happened where, its name before the colon, the place.

    Args:
        context: The inputs of headline writing.
    """
    if not context.trees:
        return ()
    return context.trees[0].remembered("topics", context.trees, lambda: tuple(_topics(context)))


def _topics(context: HeadlineContext) -> Iterator[Topic]:
    title = " ".join(context.context.article.title.split())
    if context.words.live is not None:
        title = context.words.live.sub("", title)
    title = title.partition(" | ")[0]
    found = _COLON.match(title)
    before, rest = (found[1].strip(), title[found.end() :]) if found else ("", title)
    found_ = {
        listed(context.words, rest): True,
        event_phrase(context, rest): False,
        named_before(context, before): bool(_NAME_INSIDE.search(before)),
        **dict.fromkeys(happenings(context, rest), False),
    }
    yield from (_topic(text, named=named) for text, named in found_.items() if text)
    town = next((found["place"] for found in _GONE_TO.finditer(rest)), "")
    if town and context.entities.labels.get(town) == "LOC":
        yield _topic(town, place=True)
    if before and not is_topic_name(context, before) and context.entities.labels.get(before) != "PER":
        yield replace(_topic(before, place=True), setting=True)


def _topic(text: str, *, place: bool = False, named: bool = False) -> Topic:
    return Topic(text[:1].upper() + text[1:], stems(text), place, named=named)


def is_topic_name(context: HeadlineContext, before: str) -> bool:
    """Whether the words before the colon name more than a place: "Jeux olympiques de Rio", not "France"."""
    entities = context.entities
    place = before == entities.setting or before.replace("'", "’") in countries(entities.language)
    return not place and entities.labels.get(before) not in ("LOC", "PER")


def named_before(context: HeadlineContext, before: str) -> str:
    """The topic before the headline's colon, of several words or a body's name: "Gilets jaunes : …", "Ubisoft : …"."""
    several = len(before.split()) > 1 or context.entities.labels.get(before) == "ORG"
    plain = "," not in before and len(before) <= LONGEST_TOPIC
    return before if several and plain and is_topic_name(context, before) else ""


def listed(words: HeadlineWords, rest: str) -> str:
    """What a headline gives the results of: "Trophée Nebelhorn 2018" of "résultats du Trophée Nebelhorn 2018"."""
    found = words.listing.match(rest) if words.listing is not None else None
    text = found["topic"].strip() if found else ""
    plain = text[:1].isupper() and len(text) <= LONGEST_TOPIC and not re.search(r"[,:;?!«»]", text)
    return text if plain else ""


def event_phrase(context: HeadlineContext, rest: str) -> str:
    """The event of the headline with its complement up to a name: "accident de bus en Saône-et-Loire".

    Args:
        context: The inputs of headline writing.
        rest: The headline behind its colon.

    Returns:
        The phrase without its article; "" if a verb, a mark or "et" stands inside, if no name ends it, or if what is
        before it makes it unreal ("projet d'attentat").
    """
    words = [(one.group(), one.start(), one.end()) for one in _WORD.finditer(rest)]
    for place, (word, start, _) in enumerate(words):
        before = [one.lower() for one, _, _ in words[:place]]
        if not _is_event(context, word) or not _begins_a_phrase(context, before) or _is_unreal(context, before):
            continue
        end = _end_of_phrase(context, words[place + 1 :])
        if end and end - start <= LONGEST_TOPIC:
            return rest[start:end]
    return ""


def happenings(context: HeadlineContext, rest: str) -> tuple[str, ...]:
    """What happened, by the headline, and where, by the lead: "Accident de bus à Grasse", "Accident à Grasse"."""
    words = [one.lower() for one in _WORD.findall(rest)]
    for place, word in enumerate(words):
        forms = (word, word.removesuffix("s"))
        known = any(context.words.has("topic_happenings", one) for one in forms)
        if known and _begins_a_phrase(context, words[:place]) and not _is_unreal(context, words[:place]):
            where = _where(context)
            whole = f"{word}{_of_what(context, words[place + 1 :])} {where}"
            return (whole, f"{word} {where}") if where else ()
    return ()


def _of_what(context: HeadlineContext, behind: list[str]) -> str:
    """The complement of one word without an article: " de bus"; "" if there is none."""
    genitive, noun = (*behind[:2], "", "")[:2]
    tags = _tags(context).get(noun, frozenset())
    blank = "" if genitive.endswith(("'", "’")) else " "
    return f" {genitive}{blank}{noun}" if genitive.rstrip("'’") in _GENITIVE and "NOUN" in tags else ""


def _where(context: HeadlineContext) -> str:
    """The first place of the lead's first sentence with its preposition: "à Grasse"."""
    first = context.context.first
    for tree in context.trees[first : first + 1]:
        for name in context.names(tree, "LOC"):
            inside = tree.within(name.span)
            if not inside:
                continue
            before = tree.tokens[inside[0].index - 1] if inside[0].index else None
            if any(context.words.has("topic_times", token.text.lower()) for token in tree.tokens[: inside[0].index]):
                return ""
            if before is not None and context.words.has("topic_places", before.text.lower()):
                return f"{before.text.lower()} {name.surface}"
    return _in_the_setting(context)


def _in_the_setting(context: HeadlineContext) -> str:
    """The place before the headline's colon with its preposition, if the article has it so: "en Italie"."""
    setting = context.entities.setting
    leads = "|".join(sorted(context.words.get("topic_places")))
    found = re.search(rf"\b(?:{leads}) {re.escape(setting)}\b", context.context.article.text) if setting else None
    return found.group() if found is not None else ""


def _begins_a_phrase(context: HeadlineContext, before: list[str]) -> bool:
    """Whether a noun begins its phrase: the first word, or one behind an article, a preposition or a number."""
    if not before or before[-1].isdigit() or before[-1] in ",:;":
        return True
    plain = before[-1].rstrip("'’")
    return any(context.words.has(name, word) for name in ("topic_links", "articles") for word in (before[-1], plain))


def _is_event(context: HeadlineContext, word: str) -> bool:
    lower = word.lower()
    forms = (lower, lower.removesuffix("s"), lower.removesuffix("x"))
    lexicon = context.context.lexicon
    happens = any(lexicon.is_noun(one, NounClass.EVENT) for one in forms)
    return happens and not any(context.words.has(name, one) for name in ("unreal_nouns", "no_topics") for one in forms)


def _is_unreal(context: HeadlineContext, before: list[str]) -> bool:
    """Whether the words before the noun say that it is not so: "pas de grève", "soupçonné de préparer un attentat"."""
    near = [word.rstrip("'’") for word in before[-3:]]
    denied = any(context.words.has(name, word) for name in ("unreal_nouns", "topic_denials") for word in near)
    return denied or not _averting(context.words).isdisjoint(stem(word) for word in before)


@lru_cache(maxsize=4)
def _averting(words: HeadlineWords) -> frozenset[str]:
    """The stems of the verbs below which nothing happens."""
    return frozenset(stem(verb) for verb in words.get("averting"))


def _end_of_phrase(context: HeadlineContext, behind: list[tuple[str, int, int]]) -> int:
    """Where the first name in the words behind the noun ends; 0 if there is none, or if something else comes first."""
    tags = _tags(context)
    links = context.words.get("topic_links")
    linked, named, end = False, False, 0
    for place, (word, _, word_end) in enumerate(behind):
        lower = word.lower()
        plain = lower.rstrip("'’")
        if named and plain in links and _goes_on(context, behind[place - 1 : place + 2]):
            continue
        if named and not (word[:1].isupper() or word[:1].isdigit()):
            follows = plain in links or context.words.has("topic_joins", plain)
            return 0 if follows or tags.get(lower, _VERBS) <= _NOMINAL else end
        if lower in links or plain in links:
            linked = True
        elif word[:1].isupper():
            if not linked:
                return 0
            named, end = True, word_end
        elif word[:1].isdigit() and named:
            end = word_end
        elif not (tags.get(lower) and tags[lower] <= _INSIDE) and not (
            lower not in tags and _is_adjective(context, lower)
        ):
            return 0
    return end


def _goes_on(context: HeadlineContext, words: list[tuple[str, int, int]]) -> bool:
    """Whether a name goes on behind a preposition, as the article has it: "Corée du Nord"."""
    name = " ".join(word for word, _, _ in words)
    return any(name in one for one in context.entities.labels)


def _is_adjective(context: HeadlineContext, word: str) -> bool:
    """Whether a word that the article does not have ends as adjectives do, and verbs do not: "mortel"."""
    return word.endswith(tuple(context.words.get("topic_adjectives")))


def _tags(context: HeadlineContext) -> dict[str, frozenset[str]]:
    """The parts of speech that the article has for each word of its headline, by the word in lower case."""
    return context.trees[0].remembered("tags of words", context.trees, lambda: _tagged(context))


def _tagged(context: HeadlineContext) -> dict[str, frozenset[str]]:
    wanted = {word.lower() for word in _WORD.findall(context.context.article.title)}
    forms = wanted | {word.capitalize() for word in wanted}
    found: dict[str, set[str]] = {}
    for tree in context.trees:
        for token in tree.tokens:
            if token.text in forms:
                found.setdefault(token.text.lower(), set()).add(token.pos)
    return {word: frozenset(tags) for word, tags in found.items()}
