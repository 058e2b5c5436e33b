"""Features that tell whether a phrase names the affair of its article: of its words, of where the article has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from timeline.events.headline.affair.candidates import AffairPhrase, Origin, head_of, singulars
from timeline.events.headline.base.stems import stem, stems
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.topic.places import is_country
from timeline.events.headline.usage import nouns
from timeline.events.headline.words import HeadlineWords
from timeline.events.lexicon import Lexicon, NounClass
from timeline.languages.folding import fold

_CONTENT = ("NOUN", "PROPN", "ADJ", "VERB")
_FAR = 30
"""The number of the sentence of what the article has nowhere."""

_NONE = -1.0
"""The value of what a phrase without a place does not have."""

_LABELS = {"PER": 1.0, "ORG": 2.0, "LOC": 3.0, "EVENT": 4.0, "MISC": 5.0}
_RELATIONS = (
    "", "nsubj", "obj", "obl", "nmod", "root", "conj", "appos", "iobj", "ROOT", "FIRST", "ARTICLE", "LINK", "STOP",
)  # fmt: skip
_CLASSES = (
    NounClass.EVENT,
    NounClass.INSTITUTION,
    NounClass.COMPANY,
    NounClass.PERSON,
    NounClass.COLLECTIVE,
    NounClass.TOWN,
    NounClass.COMMON,
    NounClass.STRETCH,
    NounClass.SITE,
)
_LISTS = ("topic_happenings", "topic_affairs", "topic_series", "topic_phases", "no_topics", "sections")


@dataclass(frozen=True, slots=True)
class Words:
    """Where an article has its words: for each stem how often, in which sentence first, how often indefinite.

    `sentences` has the stems of each sentence, `lemmas` a lemma of each noun's stem, `places` how often each place is
    named and in which sentence first, `title` and `lead` the stems of both, `folded` text and headline without accents.
    """

    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, int] = field(default_factory=dict)
    indefinite: Counter[str] = field(default_factory=Counter)
    lemmas: dict[str, str] = field(default_factory=dict)
    sentences: list[frozenset[str]] = field(default_factory=list)
    places: Counter[str] = field(default_factory=Counter)
    first_places: dict[str, int] = field(default_factory=dict)


def words_of_article(context: HeadlineContext) -> Words:
    """Counts the words of an article."""
    found = Words()
    for number, tree in enumerate(context.trees):
        own = set()
        for token in tree.tokens:
            if token.pos not in _CONTENT:
                continue
            one = stem(token.text)
            own.add(one)
            found.counts[one] += 1
            found.first.setdefault(one, number)
            if token.pos == "NOUN":
                found.lemmas.setdefault(one, token.lemma.lower())
                found.indefinite[one] += tree.is_indefinite(token)
        found.sentences.append(frozenset(own))
        for name in context.names(tree, "LOC"):
            found.places[name.canonical] += 1
            found.first_places.setdefault(name.canonical, number)
    return found


def affair_signs(
    context: HeadlineContext, some: Sequence[AffairPhrase], usual: Mapping[str, float]
) -> list[dict[str, float]]:
    """The features of the phrases of an article.

    Args:
        context: The inputs of headline writing.
        some: The phrases.
        usual: How often a phrase with a certain head, by its stem, names the affair; "" for an unknown head.

    Returns:
        The features of each by name.
    """
    words = words_of_article(context)
    article = context.context.article
    shared = {
        "a sentences": float(len(context.trees)),
        "a title words": float(len(article.title.split())),
        "a title colon": float(":" in article.title),
    }
    title, text = fold(" ".join(article.title.split())), fold(" ".join(article.text.split()))
    found = []
    for one in some:
        head, plain = head_of(one.text), fold(one.text)
        found.append(
            {
                **shared,
                **_of_head(context.words, context.context.lexicon, head),
                **_of_text(context, one),
                **_of_words(context, words, one, head),
                **_of_title(context, one, plain, title, head),
                **_of_place(context, words, one, head),
                "usual": usual.get(stem(head), usual.get("", 0.0)),
                "phrase": float(text.count(plain)),
            }
        )
    return found


@lru_cache(maxsize=1 << 12)
def _of_head(lists: HeadlineWords, lexicon: Lexicon, head: str) -> Mapping[str, float]:
    forms = singulars(head)
    return {
        **{f"l {name}": float(any(lists.has(name, form) for form in forms)) for name in _LISTS},
        **{f"c {one.value}": float(any(lexicon.is_noun(form, one) for form in forms)) for one in _CLASSES},
    }


def _of_text(context: HeadlineContext, one: AffairPhrase) -> dict[str, float]:
    text, lists, labels = one.text, context.words, context.entities.labels
    own = text.split()
    inside = [name for name in labels if name in text]
    return {
        "origin": float(one.origin),
        "event": float(one.event),
        "relation": float(_RELATIONS.index(one.relation)) if one.relation in _RELATIONS else float(len(_RELATIONS)),
        "longer": float(one.longer),
        "characters": float(len(text)),
        "words": float(len(own)),
        "links": float(sum(lists.has("affair_links", word.lower()) or "'" in word or "’" in word for word in own[1:])),
        "capitals": float(sum(word.rpartition("'")[2].rpartition("’")[2][:1].isupper() for word in own[1:])),
        "digit": float(any(letter.isdigit() for letter in text)),
        "upper": float(text.isupper()),
        "names": float(len(inside)),
        "people": float(sum(labels[name] == "PER" for name in inside)),
        "label": _LABELS.get(labels.get(text, ""), 0.0),
        "known": float(lists.has("too_known_topics", text.lower())),
        "sport": float(lists.has("topic_sports", text.lower())),
    }


def _of_words(context: HeadlineContext, words: Words, one: AffairPhrase, head: str) -> dict[str, float]:
    own, use, first = stems(one.text), nouns.load(), context.context.first
    counts = [words.counts[each] for each in own] or [0]
    places = [words.first.get(each, _FAR) for each in own] or [_FAR]
    lead = words.sentences[first] if first < len(words.sentences) else frozenset()
    key, count = stem(head), max(1, len(words.sentences))
    lemma = words.lemmas.get(key, head)
    return {
        "sentence": float(one.sentence - first),
        "count least": float(min(counts)),
        "count mean": sum(counts) / len(counts),
        "count most": float(max(counts)),
        "count head": float(words.counts[key]),
        "share head": words.counts[key] / count,
        "share mean": sum(counts) / len(counts) / count,
        "first least": float(min(places)),
        "first most": float(max(places)),
        "first head": float(words.first.get(key, _FAR)),
        "together": float(sum(own <= each for each in words.sentences)) if own else 0.0,
        "lead share": len(own & lead) / max(1, len(own)),
        "indefinite": float(words.indefinite[key]),
        "familiar": use.familiar(lemma),
        "alone": use.share(lemma),
    }


def _of_title(context: HeadlineContext, one: AffairPhrase, plain: str, title: str, head: str) -> dict[str, float]:
    own, whole = stems(one.text), stems(context.context.article.title)
    return {
        "title share": len(own & whole) / max(1, len(own)),
        "title count": float(len(own & whole)),
        "title part": len(own & whole) / max(1, len(whole)),
        "title place": float(title.find(plain)),
        "title head": float(stem(head) in whole),
        "title head place": float(title.find(stem(head))),
    }


def _of_place(context: HeadlineContext, words: Words, one: AffairPhrase, head: str) -> dict[str, float]:
    place, entities = one.place, context.entities
    found = {
        "seen": float(one.seen),
        "place count": float(words.places[place]),
        "place title": float(place in context.context.article.title),
        "place first": float(words.first_places.get(place, _FAR)),
        "place setting": float(place == entities.setting),
        "place country": float(is_country(place)),
        "place head": float(any({stem(head), *stems(place)} <= each for each in words.sentences)),
    }
    named = one.origin in (Origin.LOCATED, Origin.OWNED)
    return {
        **(found if named else dict.fromkeys(found, _NONE)),
        "setting": float(bool(entities.setting) and entities.setting in one.text),
        "holds": float(entities.holds(place or one.text.rpartition(" ")[2])),
    }
