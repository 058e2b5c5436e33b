"""Names for nouns that only point: "la ville" is the last town named, "la compagnie" the one of the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.geography.country_codes import PlaceKind, country_code
from timeline.events.headline.base.stems import stems
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.topic.places import article_of, behind, elides, place_forms
from timeline.events.headline.topic.title_phrases import Word, extents, phrase_text, shortened
from timeline.events.headline.topic.topics import title_words
from timeline.events.headline.topic.unresolved import OpenNoun
from timeline.events.headline.usage.nouns import COMPLEMENTS
from timeline.events.headline.wording.bodies import titles_alone
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.lines.first_letter import capitalised
from timeline.model import Name

LONGEST_LINE = 110
_BEFORE = 2
"""The number of sentences before this one in which a place is looked for."""

_KINDS = {"topic_towns": PlaceKind.TOWN, "topic_countries": PlaceKind.COUNTRY}
_SMALL = function_words("place_link")
_PIECES = re.compile(r"[\s'’-]")
_WORD = re.compile(r" ([\w-]+['’]?)")


def named_for(context: HeadlineContext, tree: Tree, line: str, noun: OpenNoun) -> str:
    """The line with the name or the description that its noun stands for.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        line: The line.
        noun: A noun of it that only the article explains.

    Returns:
        "L'armée encercle Mossoul" for "… la ville", "Air Norvège est en faillite" for "La compagnie …", "L'avion d'Air
        Norvège vire à gauche" for "L'appareil …"; "" where the article names none or several.
    """
    lemma, here = noun.word.lemma.lower(), tree.holds(noun.word)
    described = here and tree.dependents(noun.word, *COMPLEMENTS)  # "(confiance) au groupe nommé par le pape"
    if not noun.alone or noun.word.is_plural:
        return ""
    kind = next((kind for words, kind in _KINDS.items() if context.words.has(words, lemma)), None)
    if here and noun.word.text.istitle() and noun.word.start > tree.sentence.span.start and not noun.subject:
        return ""  # "vendre à la Ville": its council, and of a club's town the last place named says nothing
    if kind is not None and not described:
        name = _place(context, tree, noun, kind)
        return _with_name(context, tree, line, noun, name, inside=True) if name else ""
    if context.words.has("topic_bodies", lemma) and not described:
        name = _body(context, tree)
        return _with_name(context, tree, line, noun, name, inside=False) if name else ""
    return _as_in_the_headline(context, line, noun)


def _place(context: HeadlineContext, tree: Tree, noun: OpenNoun, kind: PlaceKind) -> str:
    """The only town or country that is named before the noun, near it, else in the headline."""
    end = noun.word.start if tree.holds(noun.word) else tree.sentence.span.start
    near = {
        name.surface
        for one in (*context.trees_before(tree)[-_BEFORE:], tree)
        for name in context.names(one, "LOC")
        if name.span.start < end and _may_be(context, name.surface, kind) and not _is_beside(context, one, name)
    }
    title = context.context.article.title
    labels = context.entities.labels.items()
    named = {one for one, label in labels if label == "LOC" and one in title and _is(one, kind)}
    found = near | named  # of two the reader knows neither
    name = found.pop() if len(found) == 1 else ""
    return name if name and _is(name, kind) else ""


def _is(name: str, kind: PlaceKind) -> bool:
    found = country_code(name)
    return found is not None and found.kind is kind


def _may_be(context: HeadlineContext, name: str, kind: PlaceKind) -> bool:
    """Whether a place is of the kind, or, for a town, a name that is not known ("Tall Afar", not "désert irakien")."""
    unknown = kind is PlaceKind.TOWN and _is_written_as_a_town(name) and country_code(name) is None
    return (unknown and not context.entities.holds(name)) or _is(name, kind)


def _is_beside(context: HeadlineContext, tree: Tree, name: Name) -> bool:
    """Whether a town is only named for where a dispatch is from, or for what serves the towns around it, too.

    "TOULON (AFP)", "le parquet de Toulon".
    """
    top = tree.top(name.span)
    if top is None or name.surface.isupper():
        return True
    served = tree.head(top).lemma.lower()
    return top.relation == "nmod" and context.words.has("serves_more_than_its_town", served)


def _is_written_as_a_town(name: str) -> bool:
    """Whether all its words but the small ones of a town are capitalised: "Tall Afar", "Castelvert-sur-Mer"."""
    words = _PIECES.split(name)
    return words[0].istitle() and all(word.istitle() or word in _SMALL for word in words)


def _body(context: HeadlineContext, tree: Tree) -> str:
    """The only body that the headline names, if it names no person and the article no other body near."""
    title, entities = context.context.article.title, context.entities
    named = [one for one, label in entities.labels.items() if label == "ORG" and one in title]
    if len(named) != 1 or not titles_alone(context, named[0]):
        return ""
    near = _bodies_near(context, tree)
    return named[0] if near <= {named[0], entities.canonical.get(named[0], named[0])} else ""


def _bodies_near(context: HeadlineContext, tree: Tree) -> frozenset[str]:
    """The bodies that a sentence and those right before it name."""
    near = (*context.trees_before(tree)[-_BEFORE:], tree)
    return frozenset(one.canonical for sentence in near for one in context.names(sentence, "ORG"))


def _with_name(context: HeadlineContext, tree: Tree, line: str, noun: OpenNoun, name: str, *, inside: bool) -> str:
    """The line with the name, its article and preposition in the place of the noun's: "d'Haïti" for "du pays"."""
    articles, words = _articles(context), context.words
    if re.match(rf"(?i)(?:{articles})(?<!['’])\s|(?:{articles})(?<=['’])", name) or stems(name) & stems(line):
        return ""
    within = words.form("inside")
    prepositions = "|".join(sorted({within, *(pair.split()[0] for pair in words.contractions)}))
    word = re.escape(noun.word.text)
    found = re.search(rf"(?i)(?<![\w'’-])(?:({prepositions}) )?({articles})\s?{word}(?![\w-])", line)
    if found is None or _goes_on(context, tree, noun, line[found.end() :]):
        return ""
    led = (found[1] or "").lower() or words.preposition_of(found[2].lower())
    if led == within and inside:
        text = place_forms(context, name).locative
    elif led == words.form("of").strip():
        text = place_forms(context, name).genitive
    else:
        article = article_of(context, name)
        if noun.subject and article.strip() == words.definite(plural=True):
            return ""  # "la société est créée": not "les Cycles Martin est créée"
        text = behind(context, led, article, name) if article or led != within else ""
    return _put(context, line, found, text) if text else ""


def _put(context: HeadlineContext, line: str, found: re.Match[str], text: str) -> str:
    """The line with a text in the place of what was found; "" where it becomes too long."""
    text = capitalised(text) if found.start() == 0 else text
    before, blank, last = line[: found.start()].removesuffix(" ").rpartition(" ")
    short = context.conjugation.shortened(last) if elides(context, text) else ""  # "que | Airbus" is "qu'Airbus"
    led = f"{before}{blank}{short}" if short else line[: found.start()]
    whole = f"{led}{text}{line[found.end() :]}"
    return whole if len(whole) <= LONGEST_LINE else ""


def _goes_on(context: HeadlineContext, tree: Tree, noun: OpenNoun, behind: str) -> bool:
    """Whether the words behind the noun are its own: a complement from elsewhere ("d'al-Bab"), "en ligne"."""
    first = _WORD.match(behind)
    word = first[1].rstrip("'’") if first is not None else ""
    if word in {one.text.rstrip("'’") for one in tree.tokens[noun.word.index + 1 :]}:
        return context.words.has("topic_ties", word)
    adjective = word.endswith(tuple(context.words.get("topic_adjectives")))
    return bool(word) and (adjective or context.words.has("topic_links", word))


def _articles(context: HeadlineContext) -> str:
    """A pattern for the definite articles and for the prepositions that have one in them: "le", "l'", "du"."""
    merged = {context.words.definite(plural=True), *context.words.contractions.values()}
    return "|".join((_definite(context), *sorted(one for one in merged if one)))


def _as_in_the_headline(context: HeadlineContext, line: str, noun: OpenNoun) -> str:
    """The line with what the headline calls its subject: "l'avion d'Air Norvège" for "l'appareil"."""
    called = context.words.hypernyms.get(noun.word.lemma.lower(), frozenset())
    words = title_words(context)
    places = [place for place, word in enumerate(words) if word.text.lower() in called]
    if len(places) != 1:
        return ""
    phrase = _described(context, words, places[0])
    word = re.escape(noun.word.text)
    found = re.search(rf"(?i)(?<![\w'’-])({_definite(context)})\s?{word}(?![\w-])", line)
    if not phrase or found is None or stems(phrase) & stems(line):
        return ""
    feminine = noun.word.gender == "Fem"
    elided = context.conjugation.elides(phrase)
    article = context.words.definite(elided=elided, feminine=feminine)
    return _put(context, line, found, f"{article}{'' if elided else ' '}{phrase}")


def _definite(context: HeadlineContext) -> str:
    """A pattern for the definite articles of one."""
    words = context.words
    own = {words.definite(elided=True), words.definite(feminine=True), words.definite()}
    return "|".join(sorted(one.replace("'", "['’]") for one in own if one))


def _described(context: HeadlineContext, words: Sequence[Word], place: int) -> str:
    """The noun of the headline with its complements: "avion d'Air Norvège"; "" where it has none."""
    text = shortened(context, words, place, place + 1)
    last = [place, *extents(words, place)][-1]
    return text or phrase_text(words[place : last + 1])
