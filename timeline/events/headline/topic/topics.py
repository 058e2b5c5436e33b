"""The topics of an article: noun phrases of its own headline that say what it is about, else its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.events.entities.names import countries
from timeline.events.geography.country_codes import PlaceKind, country_code
from timeline.events.headline.base.stems import stems
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.topic import title_phrases
from timeline.events.headline.topic.contests import behind_its_sport, is_series
from timeline.events.headline.topic.title_clauses import happening_of_subject, struck, subject_phrase
from timeline.events.headline.topic.title_phrases import LONGEST_TOPIC, Kind, Word, extents, shortened, tags, unreal
from timeline.events.lexicon import NounClass
from timeline.languages.folding import fold
from timeline.languages.function_words import function_words, pattern
from timeline.languages.press import phrases
from timeline.lines.first_letter import capitalised

_COLON = re.compile(r"^([^:«»?!]{2,60}?)\s*:\s+(?=\S)")
_GENRE = re.compile(r"^([^:«»?!.|–—]{3,24}?)\s*(?:[.:|](?:\s+|$)|\s[–—-]\s+|$)")
_NAME_INSIDE = re.compile(r"\s(?:\w['’])?[A-ZÀ-Ý\d]")
_GONE_TO = pattern("gone_to")
_GENITIVE = function_words("genitive_form") | {"d"}
_COMPLEMENT = 2
_POSSESSIVE = function_words("possessive") | function_words("possessive_of_several")


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with the stems of its words.

    `place` is set if it is only a place, `setting` if the headline begins with that place, `named` if it is the name of
    what all events of the article are part of: a competition, an affair; `done` if it says what was done to somebody;
    `contest` if it is a competition, `thing` if it is what the headline's clause is about: "Tour Eiffel".
    """

    text: str
    stems: frozenset[str]
    place: bool = False
    setting: bool = False
    named: bool = False
    done: bool = False
    contest: bool = False
    thing: bool = False


def topics(context: HeadlineContext) -> tuple[Topic, ...]:
    """The topics of the article, best first: what happened where, its name before the colon, the place."""
    return context.trees[0].remembered("topics", context.trees, lambda: tuple(_of_nobody_else(_topics(context))))


def has_an_owner(text: str) -> bool:
    """Whether a phrase says of whom it is only by a possessive: "meurtre de sa femme"."""
    return not _POSSESSIVE.isdisjoint(text.lower().split())


def _of_nobody_else(found: Iterator[Topic]) -> Iterator[Topic]:
    yield from (one for one in found if not has_an_owner(one.text))


def title_words(context: HeadlineContext) -> tuple[Word, ...]:
    """The words of the headline behind its colon, with what they do; none for a question."""
    return context.trees[0].remembered("title words", context.trees, lambda: _title_words(context))


def words_of(context: HeadlineContext, part: str) -> tuple[Word, ...]:
    """The words of a part of the headline with what they do."""
    return title_phrases.words(context, part, _tags(context))


def _title_words(context: HeadlineContext) -> tuple[Word, ...]:
    _, rest = title_parts(context)
    return () if "?" in rest else words_of(context, rest)


def title_parts(context: HeadlineContext) -> tuple[str, str]:
    """The headline before its colon ("" if it has none) and behind it, without what sites put around it."""
    title = context.words.live.sub("", " ".join(context.context.article.title.split()))
    title = _without_genre(title).partition(" | ")[0]
    found = _COLON.match(title)
    return (found[1].strip(), title[found.end() :]) if found else ("", title)


def _without_genre(title: str) -> str:
    """A headline without the genre before it: "Courrier des lecteurs : notre gare …", "COMMUNIQUÉ - Novalie …"."""
    found = _GENRE.match(title)
    genres = (*phrases("text_labels"), *phrases("opinion_labels"))
    return title[found.end() :] if found is not None and fold(found[1]) in genres else title


def _topics(context: HeadlineContext) -> Iterator[Topic]:
    before, rest = title_parts(context)
    words = title_words(context)
    name = named_before(context, before)
    named = bool(_NAME_INSIDE.search(name))
    done = participle_phrase(context, words)
    contests = {listed(context, rest), behind_its_sport(context, before, words)}
    contests |= {name} if is_series(context, name) else set()
    lists = context.words.listing.match(rest) is not None
    event = event_phrase(context, words)
    contests |= {event} if lists and is_series(context, event.partition(" ")[0]) else set()
    found_ = dict.fromkeys((*sorted(contests), *([name] if named else [])), True)
    happening = _happened(context, words)
    for text in (event, name, done, _happened_there(context, words), happening, _struck(context, words)):
        found_.setdefault(text, False)
    for text, is_named in found_.items():
        if text:
            yield replace(_topic(text, named=is_named), done=text == done, contest=text in contests)
    thing = subject_phrase(context, words) if not contests - {""} else ""
    if thing and thing not in found_:
        yield replace(_topic(thing), thing=True)
    town = next((found["place"] for found in _GONE_TO.finditer(rest)), "")
    if town and context.entities.labels.get(town) == "LOC":
        yield _topic(town, place=True)
    if before and not is_topic_name(context, before) and context.entities.labels.get(before) != "PER":
        yield replace(_topic(before, place=True), setting=True)


def _happened(context: HeadlineContext, words: Sequence[Word]) -> str:
    """What happened to the headline's subject, and where: "crash d'un avion militaire en mer Noire"."""
    text = happening_of_subject(context, words)
    return _located(context, text, text.partition(" ")[0]) if text else ""


def _struck(context: HeadlineContext, words: Sequence[Word]) -> str:
    """What strikes with the place that it strikes: "attentats-suicides à Bruxelles", else the headline's place."""
    text, place = struck(context, words)
    if not place:
        return _located(context, text, text.partition(" ")[0]) if text and _in_the_setting(context) else ""
    found = country_code(place)
    if found is not None and found.kind is PlaceKind.COUNTRY:
        leads = "|".join(sorted(context.words.get("topic_places")))
        there = re.search(rf"\b(?:{leads}) {re.escape(place)}\b", context.context.article.text)
        return f"{text} {there.group()}" if there is not None else ""
    where = f"{context.words.form('to')} {place}"
    known = found is not None or context.entities.labels.get(place) == "LOC"
    return f"{text} {where}" if known and len(text) + len(where) < LONGEST_TOPIC else ""


def _topic(text: str, *, place: bool = False, named: bool = False) -> Topic:
    return Topic(capitalised(text), stems(text), place, named=named)


def is_topic_name(context: HeadlineContext, before: str) -> bool:
    """Whether the words before the colon name more than a place: "Jeux olympiques de Rio", not "France"."""
    entities = context.entities
    place = before == entities.setting or before.replace("'", "’") in countries(entities.language)
    return not place and (entities.labels.get(before) not in ("LOC", "PER") or is_series(context, before))


def named_before(context: HeadlineContext, before: str) -> str:
    """The topic before the headline's colon, of several words or a body's name: "Gilets jaunes : …", "Ubisoft : …"."""
    says = len(before.split()) > 1 or context.entities.labels.get(before) == "ORG" or _is_a_matter(context, before)
    plain = "," not in before and len(before) <= LONGEST_TOPIC
    return before if says and plain and is_topic_name(context, before) else ""


def _is_a_matter(context: HeadlineContext, before: str) -> bool:
    """Whether one word says what the article is about, and is no section: "Retraites", not "Sports"."""
    word = before.lower()
    if not word.isalpha() or any(context.words.has(name, word) for name in ("no_topics", "sections")):
        return False
    own = (token for tree in context.trees for token in tree.tokens if token.text == word and token.pos == "NOUN")
    return any(token.is_plural for token in own)


def listed(context: HeadlineContext, rest: str) -> str:
    """What a headline gives the results of: "Trophée Nebelhorn 2018" of "résultats du Trophée Nebelhorn 2018"."""
    found = context.words.listing.match(rest)
    text = found["topic"].strip() if found else ""
    begins = text[:1].isupper() or text[:1].isdigit() or is_series(context, text.partition(" ")[0])
    plain = begins and len(text) <= LONGEST_TOPIC and not re.search(r"[,:;?!«»]", text)
    return text if plain else ""


def event_phrase(context: HeadlineContext, words: Sequence[Word]) -> str:
    """The event or affair of the headline with its complements: "accident de bus en Saône-et-Loire".

    Args:
        context: The inputs of headline writing.
        words: The words of the headline behind its colon.

    Returns:
        The phrase without its article, with the headline's place where it names none; "" if it has no complement, or if
        what is before it makes it unreal ("projet d'attentat").
    """
    phase = ""
    for place, word in enumerate(words):
        if word.kind not in (Kind.NOUN, Kind.ADJECTIVE) or not _is_event(context, word.text):
            continue
        start = place
        while start and words[start - 1].kind is Kind.ADJECTIVE:
            start -= 1
        if not _begins_a_phrase(context, words[:start]) or _is_unreal(context, words[:start]):
            continue
        genitive = words[place + 1].text.lower().rstrip("'’") in _GENITIVE if words[place + 1 :] else False
        if context.words.has("topic_of", word.text.lower()) and not genitive:
            continue
        text = shortened(context, _own_words(context, words, start), start, place + 1)
        if text and not context.words.has("topic_phases", word.text.lower()):
            if located := _located(context, text, word.text):
                return located
            continue
        phase = phase or (text if genitive else "")
    return _located(context, phase, "") if phase else ""


def _own_words(context: HeadlineContext, words: Sequence[Word], start: int) -> Sequence[Word]:
    """The words up to a participle, which belongs to the noun above: "référendum sur la réforme (approuvé)"."""
    above = start > 1 and Kind.LINK in (words[start - 1].kind, words[start - 2].kind)
    done = next((place for place in range(start, len(words)) if words[place].participle), len(words))
    return words[:done] if above and not unreal(context, words[done : done + 1]) else words


def _located(context: HeadlineContext, text: str, head: str) -> str:
    """The phrase with the headline's place, if it names none and is short: "collision ferroviaire en Iran".

    "" where an adjective that names no kind is its only complement: "crise inédite".
    """
    lists = context.words
    happens = lists.has("topic_happenings", head.lower()) or lists.has(
        "topic_happenings", head.lower().removesuffix("s")
    )
    where = "" if _NAME_INSIDE.search(text) else _where(context) if happens else _in_the_setting(context)
    if where and len(text) + len(where) < LONGEST_TOPIC:
        return f"{text} {where}"
    kinds = tuple(lists.get("relational_endings") | lists.get("topic_kinds"))
    says = len(text.split()) > _COMPLEMENT or _NAME_INSIDE.search(text) is not None
    return text if says or happens or text.endswith(kinds) else ""


def participle_phrase(context: HeadlineContext, words: Sequence[Word]) -> str:
    """What the headline says has been done to its subject: "CRS fauché", "trois jeunes fauchés sur l'autoroute A7".

    Args:
        context: The inputs of headline writing.
        words: The words of the headline behind its colon.

    Returns:
        The phrase without its article; "" if the headline does not begin with a noun and its participle.
    """
    start = 1 if words and context.words.has("topic_dropped", words[0].text.lower().rstrip("'’")) else 0
    if not words[start:] or words[start].kind is Kind.LINK:
        return ""
    if _is_event(context, words[start].text):
        return ""
    counted = context.words.has("collectives", words[start].text.lower().removesuffix("s"))
    done = next((end for end in extents(words, start) if words[end].participle and end > start), None)
    return shortened(context, words, 0 if counted else start, done) if done is not None else ""


def _happened_there(context: HeadlineContext, words: Sequence[Word]) -> str:
    """What happened, by the headline, and where, by the lead: "Accident à Grasse"."""
    for place, one in enumerate(words):
        word = one.text.lower()
        forms = (word, word.removesuffix("s"))
        known = any(context.words.has("topic_happenings", one) for one in forms)
        before = words[:place]
        while before and before[-1].kind is Kind.ADJECTIVE:
            before = before[:-1]
        if known and _begins_a_phrase(context, before) and not _is_unreal(context, before):
            where = "" if unreal(context, words[place + 1 :]) else _where(context)
            return f"{word} {where}" if where else ""
    return ""


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


def _begins_a_phrase(context: HeadlineContext, before: Sequence[Word]) -> bool:
    """Whether a noun begins its phrase: the first word, or one behind an article, a preposition or a mark.

    Not "avion de combat", "coup d'envoi".
    """
    if not before or before[-1].kind is Kind.ARTICLE or before[-1].text in ",:;":
        return True
    plain = before[-1].text.lower().rstrip("'’")
    if plain in _POSSESSIVE:
        return True
    bare = plain in context.words.get("topic_bare_links")
    return before[-1].kind is Kind.LINK and (not bare or len(before) == 1)


def _is_event(context: HeadlineContext, word: str) -> bool:
    lower = word.lower()
    forms = (lower, lower.removesuffix("s"), lower.removesuffix("x"))
    lexicon = context.context.lexicon
    happens = any(lexicon.is_noun(one, NounClass.EVENT) or context.words.has("topic_affairs", one) for one in forms)
    happens = happens or any(context.words.has("topic_doubts", one) for one in forms)
    body = any(lexicon.is_noun(one, NounClass.INSTITUTION) for one in forms)
    affair = any(context.words.has("topic_doubts", one) for one in forms)
    other = any(context.words.has(name, one) for name in ("unreal_nouns", "no_topics") for one in forms) and not affair
    return happens and not body and not other


def _is_unreal(context: HeadlineContext, before: Sequence[Word]) -> bool:
    """Whether the words before the noun say that it is not so: "pas de grève", "soupçonné de préparer un attentat"."""
    plain = [word.text.lower().rstrip("'’") for word in before]
    denied = any(context.words.has(name, word) for name in ("unreal_nouns", "topic_denials") for word in plain[-3:])
    return denied or unreal(context, before)


def _tags(context: HeadlineContext) -> Mapping[str, frozenset[str]]:
    """The parts of speech that the article has for each word of its headline, by the word in lower case."""
    title = context.context.article.title
    return context.trees[0].remembered("tags of words", context.trees, lambda: tags(context.trees, title))
