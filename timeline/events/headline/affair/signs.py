"""Features that tell whether a phrase names the affair of its article: of its words, of where the article has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from timeline.events.geography.country_codes import is_country
from timeline.events.headline.affair.candidates import AffairPhrase, Origin, head_of, singulars
from timeline.events.headline.base.stems import stem, stems
from timeline.events.headline.context import HeadlineContext
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

SIGNS = (
    *("a sentences", "a title words", "a title colon"),
    *(f"l {name}" for name in _LISTS),
    *(f"c {one.value}" for one in _CLASSES),
    *("origin", "event", "relation", "longer", "characters", "words", "links", "capitals", "digit", "upper"),
    *("names", "people", "label", "known", "sport"),
    *("sentence", "count least", "count mean", "count most", "count head", "share head", "share mean"),
    *("first least", "first most", "first head", "together", "lead share", "indefinite", "familiar", "alone"),
    *("title share", "title count", "title part", "title place", "title head", "title head place"),
    *("seen", "place count", "place title", "place first", "place setting", "place country", "place head"),
    *("setting", "holds", "usual", "phrase"),
)
"""The names of the features, in order."""

_OF_PLACE = SIGNS.index("setting") - SIGNS.index("seen")


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
) -> list[list[float]]:
    """The features of the phrases of an article.

    Args:
        context: The inputs of headline writing.
        some: The phrases.
        usual: How often a phrase with a certain head, by its stem, names the affair; "" for an unknown head.

    Returns:
        The values of `SIGNS` for each phrase.
    """
    words = words_of_article(context)
    article = context.context.article
    shared = len(context.trees), len(article.title.split()), ":" in article.title
    title, text = fold(" ".join(article.title.split())), fold(" ".join(article.text.split()))
    unknown, found = usual.get("", 0.0), []
    for one in some:
        own = _Phrase(one, head_of(one.text), fold(one.text), stems(one.text))
        found.append(
            [
                *shared,
                *_of_head(context.words, context.context.lexicon, own.head),
                *_of_text(context, one),
                *_of_words(context, words, own),
                *_of_title(context, own, title),
                *_of_place(context, words, own),
                usual.get(stem(own.head), unknown),
                text.count(own.plain),
            ]
        )
    return found


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase with its first word, its text without accents, and the stems of its words."""

    given: AffairPhrase
    head: str
    plain: str
    stems: frozenset[str]


@lru_cache(maxsize=1 << 12)
def _of_head(lists: HeadlineWords, lexicon: Lexicon, head: str) -> tuple[bool, ...]:
    forms = singulars(head)
    return (
        *(any(lists.has(name, form) for form in forms) for name in _LISTS),
        *(any(lexicon.is_noun(form, one) for form in forms) for one in _CLASSES),
    )


def _of_text(context: HeadlineContext, one: AffairPhrase) -> tuple[float, ...]:
    text, lists, labels = one.text, context.words, context.entities.labels
    behind = text.split()[1:]
    inside = [label for name, label in labels.items() if name in text]
    return (
        one.origin,
        one.event,
        _RELATIONS.index(one.relation) if one.relation in _RELATIONS else len(_RELATIONS),
        one.longer,
        len(text),
        1 + len(behind),
        sum(lists.has("affair_links", word.lower()) or "'" in word or "’" in word for word in behind),
        sum(word.rpartition("'")[2].rpartition("’")[2][:1].isupper() for word in behind),
        any(map(str.isdigit, text)),
        text.isupper(),
        len(inside),
        inside.count("PER"),
        _LABELS.get(labels.get(text, ""), 0.0),
        lists.has("too_known_topics", text.lower()),
        lists.has("topic_sports", text.lower()),
    )


def _of_words(context: HeadlineContext, words: Words, one: _Phrase) -> tuple[float, ...]:
    own, use, first = one.stems, nouns.load(), context.context.first
    counts = [words.counts[each] for each in own] or [0]
    places = [words.first.get(each, _FAR) for each in own] or [_FAR]
    lead = words.sentences[first] if first < len(words.sentences) else frozenset()
    key, count = stem(one.head), max(1, len(words.sentences))
    lemma, mean = words.lemmas.get(key, one.head), sum(counts) / len(counts)
    return (
        one.given.sentence - first,
        min(counts),
        mean,
        max(counts),
        words.counts[key],
        words.counts[key] / count,
        mean / count,
        min(places),
        max(places),
        words.first.get(key, _FAR),
        sum(map(own.issubset, words.sentences)) if own else 0,
        len(own & lead) / max(1, len(own)),
        words.indefinite[key],
        use.familiar(lemma),
        use.share(lemma),
    )


def _of_title(context: HeadlineContext, one: _Phrase, title: str) -> tuple[float, ...]:
    own, whole, head = one.stems, stems(context.context.article.title), stem(one.head)
    shared = len(own & whole)
    return (
        shared / max(1, len(own)),
        shared,
        shared / max(1, len(whole)),
        title.find(one.plain),
        head in whole,
        title.find(head),
    )


def _of_place(context: HeadlineContext, words: Words, one: _Phrase) -> tuple[float, ...]:
    place, entities = one.given.place, context.entities
    setting = bool(entities.setting) and entities.setting in one.given.text
    holds = entities.holds(place or one.given.text.rpartition(" ")[2])
    if one.given.origin not in (Origin.LOCATED, Origin.OWNED):
        return (*(_NONE,) * _OF_PLACE, setting, holds)
    both = {stem(one.head), *stems(place)}
    return (
        one.given.seen,
        words.places[place],
        place in context.context.article.title,
        words.first_places.get(place, _FAR),
        place == entities.setting,
        is_country(place),
        any(map(both.issubset, words.sentences)),
        setting,
        holds,
    )
