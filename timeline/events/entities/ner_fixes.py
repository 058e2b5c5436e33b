"""Correct the names that the NER found, before other steps use them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from timeline.events.entities import apposition
from timeline.events.entities.name_gate import replaced_person
from timeline.events.lexicon import Lexicon, NounClass
from timeline.languages.folding import fold
from timeline.languages.function_words import function_words, pattern
from timeline.languages.organisations import known as organisations
from timeline.languages.press import phrases
from timeline.model import Entity, Sentence, Span, Token
from timeline.model.syntax import extent

_HONORIFICS = pattern("honorifics")
_LOOSE_END = pattern("loose_end")
_LEADS_ON = pattern("leads_on")
_NAMES = pattern("names")
_TWO_BODIES, _BOTH = pattern("two_bodies"), ("first", "second")
_PIECES = re.compile(r"\w+(?:[-.]\w+)*['’]?|[^\w\s]")
_SHORT = 3
_LINKS, _ARTICLES = function_words("name_preposition"), function_words("name_article")
_OPENING = frozenset("«“")
_NO_FIRST_NAME = function_words("contracted") | _OPENING | {'"'}
_NO_NAME = frozenset({"VERB", "AUX", "ADV", "ADP", "DET", "PRON", "SCONJ", "CCONJ", "INTJ", "NUM"})
"""Parts of speech of a sentence's first word, capitalised for its place alone."""


@lru_cache(maxsize=1 << 14)
def clean(text: str) -> str:
    """A name without honorifics, extra blanks and punctuation at its ends: "M.  Barrow ," gives "Barrow".

    A French name does not end in a preposition or an article; they are removed ("la Justice de l'État de").
    """
    plain = (
        " ".join(text.replace("\u00ad", "").split()).strip(" ,;.:«»\"'’()–-")
        if not text.endswith(".")
        else " ".join(text.split())
    )
    return _HONORIFICS.sub("", _LOOSE_END.sub("", plain))


def apply_fixes(sentences: Sequence[Sentence], lexicon: Lexicon, title: str = "") -> tuple[Sentence, ...]:
    """The sentences with corrected names.

    Names cut at a preposition are joined ("Cour d'appel de", "San Francisco"), and a name goes on with the proper nouns
    right behind it ("Éliane [Houlette]"). Two bodies that "et" joins are two ("l'[Action française] et le [Bastion
    social]"), and a party is no part of a person's name ("le député RN [Gérard Maillol]"). An article with a capital
    within a sentence belongs to it ("Le [Mans]"). Capitalised common nouns are not names ("l'État", "la Cour"), nor is
    a verb or the text's genre that opens a sentence ("Lancé en 2011, …", "PORTRAIT. Fille …"). Of "à [la place de Luc
    Blanc]" the person is left. The noun before a name gives its label ("la lune Titan").
    Missed names are added: those found elsewhere in the article, those that the headline has too ("Kito de Pavant"),
    and family names ("Poutine", once "Vladimir Poutine" was mentioned).

    Args:
        sentences: The sentences of the article.
        lexicon: The words of its language.
        title: The headline; "" without one.

    Returns:
        As many sentences, in the same order.
    """
    parted = (_parted(_without_instead(one), lexicon) for one in sentences)
    joined = _with_articles([_continued(_joined(one, lexicon)) for one in parted])
    whole = _without_openers([_without_nouns(sentence, lexicon) for sentence in joined])
    found = [_with_more(sentence, tuple(apposition.missed(sentence, lexicon))) for sentence in whole]
    labels = apposition.labels(found, lexicon, title)
    everywhere = _repeated([_relabelled(sentence, labels) for sentence in found], title)
    somebody = apposition.people(everywhere, lexicon)
    return _complete([_relabelled(sentence, somebody) for sentence in everywhere])


def _relabelled(sentence: Sentence, labels: Mapping[str, str]) -> Sentence:
    if all(labels.get(entity.text, entity.label) == entity.label for entity in sentence.entities):
        return sentence
    return _with(
        sentence, [replace(entity, label=labels.get(entity.text, entity.label)) for entity in sentence.entities]
    )


def _with_more(sentence: Sentence, new: Sequence[Entity]) -> Sentence:
    return _with(sentence, sorted((*sentence.entities, *new), key=lambda e: e.span.start)) if new else sentence


def _without_instead(sentence: Sentence) -> Sentence:
    """The sentence without the places of "à la place de Stéphane Rossi": whom somebody replaces is left."""
    made = [_replaced(sentence, entity) for entity in sentence.entities]
    return sentence if made == list(sentence.entities) else _with(sentence, made)


def _replaced(sentence: Sentence, entity: Entity) -> Entity:
    name = replaced_person(sentence, entity.span.start, entity.text) if entity.label == "LOC" else ""
    if not name or not entity.text.endswith(name):
        return entity
    return Entity(Span(entity.span.end - len(name), entity.span.end), "PER", name)


def _parted(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """The sentence with two names for two bodies, and with people's names without their party."""
    made = [one for entity in sentence.entities for one in _parts(entity, lexicon)]
    return sentence if made == list(sentence.entities) else _with(sentence, made)


def _parts(entity: Entity, lexicon: Lexicon) -> tuple[Entity, ...]:
    party, _, person = entity.text.partition(" ")
    if entity.label == "PER" and " " in person and party in organisations() and person[:1].isupper():
        return (Entity(Span(entity.span.end - len(person), entity.span.end), "PER", person),)
    found = _TWO_BODIES.match(entity.text) if entity.label == "ORG" and len(entity.text) == _length(entity) else None
    if found is None or lexicon.is_noun(found["first"].split()[0].lower(), NounClass.INSTITUTION):
        return (entity,)
    spans = (Span(entity.span.start + found.start(name), entity.span.start + found.end(name)) for name in _BOTH)
    return tuple(Entity(span, entity.label, found[name]) for span, name in zip(spans, _BOTH, strict=True))


def _length(entity: Entity) -> int:
    return entity.span.end - entity.span.start


def _joined(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    made: list[Entity] = []
    for entity in sentence.entities:
        if made and _goes_on(sentence, made[-1], entity, lexicon):
            made[-1] = _one(sentence, made[-1], entity)
        else:
            made.append(entity)
    return sentence if len(made) == len(sentence.entities) else _with(sentence, made)


def _continued(sentence: Sentence) -> Sentence:
    """The sentence with names that take in the proper nouns right behind them: "la MJC [Nomade]", "Hilary [Benn]".

    Places do not: in "champion d'Europe Kiprop" two names meet. A family name takes in the first name before it:
    "[Nicholas] Daniloff".
    """
    made = [_with_first_name(sentence, _with_rest(sentence, entity)) for entity in sentence.entities]
    return sentence if made == list(sentence.entities) else _with(sentence, made)


def _with_rest(sentence: Sentence, entity: Entity) -> Entity:
    more = tuple(_rest_of_name(sentence, entity)) if entity.label != "LOC" else ()
    if not more:
        return entity
    text = " ".join((entity.text, *(token.text for token in more)))
    return Entity(Span(entity.span.start, more[-1].end), entity.label, text)


def _with_first_name(sentence: Sentence, entity: Entity) -> Entity:
    """The person with the proper noun right before that the parse makes the head of the name.

    Not behind an article or a quotation mark: "la Japonaise Abe", "la loi « Stop Soros »".
    """
    led = sentence.before(entity.span.start, 2) if entity.label == "PER" and " " not in entity.text else ()
    first = led[-1] if led else None
    if len(led) > 1 and (led[0].pos == "DET" or led[0].text in _NO_FIRST_NAME):
        return entity
    if first is None or first.pos != "PROPN" or first.entity or first.end + 1 != entity.span.start:
        return entity
    family = sentence.tokens[first.index + 1]
    is_name = first.text[:1].isupper() and not _HONORIFICS.match(f"{first.text} {entity.text}")
    if not is_name or len(entity.text) < _SHORT or family.head != first.index or not family.dep.startswith("flat"):
        return entity
    return Entity(Span(first.start, entity.span.end), "PER", f"{first.text} {entity.text}")


def _rest_of_name(sentence: Sentence, entity: Entity) -> Iterator[Token]:
    end = entity.span.end
    behind = (token for token in sentence.tokens if token.start >= end)
    for token in behind if entity.text[-1:].isalnum() else ():
        is_noun = token.pos == "PROPN" and not token.entity and len(token.text) >= _SHORT
        if token.start != end + 1 or not is_noun or not token.text[:1].isupper() or token.text.isupper():
            return
        yield token
        end = token.end


def _goes_on(sentence: Sentence, first: Entity, second: Entity, lexicon: Lexicon) -> bool:
    """Whether two names are one institution: cut after a preposition, or with only a preposition between them."""
    if first.label != "ORG" or second.label not in ("LOC", "ORG"):
        return False
    between = [t.text for t in sentence.tokens if first.span.end <= t.start and t.end <= second.span.start]
    if not between:
        return bool(_LEADS_ON.search(first.text))
    head = first.text.split()[0].lower()
    return len(between) == 1 and between[0] in _LINKS and lexicon.is_noun(head, NounClass.INSTITUTION)


def _one(sentence: Sentence, first: Entity, second: Entity) -> Entity:
    between = [t for t in sentence.tokens if first.span.end <= t.start and t.end <= second.span.start]
    pieces = [(first.text, first.span), *((t.text, Span(t.start, t.end)) for t in between), (second.text, second.span)]
    text = pieces[0][0]
    for (_, before), (word, span) in pairwise(pieces):
        text += " " * (span.start - before.end) + word
    return Entity(Span(first.span.start, second.span.end), first.label, text)


def _without_nouns(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    kept = [entity for entity in sentence.entities if not _is_common(entity, lexicon)]
    return sentence if len(kept) == len(sentence.entities) else _with(sentence, kept)


def _is_common(entity: Entity, lexicon: Lexicon) -> bool:
    word = clean(entity.text).lower()
    return entity.label in ("ORG", "LOC", "MISC") and lexicon.is_noun(word, NounClass.COMMON)


def _with_articles(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with "Le Mans" for "Mans"; not where the article has the name without an article, too."""
    articles = [[_own_article(one, entity) for entity in one.entities] for one in sentences]
    named = [list(zip(one.entities, own, strict=True)) for one, own in zip(sentences, articles, strict=True)]
    bare = {entity.text for pairs in named for entity, own in pairs if own is None}
    made = []
    for one, pairs in zip(sentences, named, strict=True):
        whole = [entity if own is None or entity.text in bare else _from(own, entity) for entity, own in pairs]
        made.append(one if whole == list(one.entities) else _with(one, whole))
    return made


def _own_article(sentence: Sentence, entity: Entity) -> Token | None:
    """The article with a capital right before a name, within a sentence."""
    led = sentence.before(entity.span.start, 2)
    if len(led) < 2 or led[1].text.lower() not in _ARTICLES or entity.span.start > led[1].end + 1:
        return None
    inside = led[0].text[-1:].isalnum() or led[0].text == ","
    return led[1] if inside and led[1].text[:1].isupper() and not led[0].text.isupper() else None


def _from(article: Token, entity: Entity) -> Entity:
    """The name from its article on."""
    blank = " " * (entity.span.start - article.end)
    return Entity(Span(article.start, entity.span.end), entity.label, f"{article.text}{blank}{entity.text}")


def _without_openers(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences without first words taken for names; a name that also stands elsewhere is one."""
    elsewhere = {entity.text for one in sentences for entity in one.entities if not _opens(one, entity)}
    made = []
    for one in sentences:
        kept = [entity for entity in one.entities if entity.text in elsewhere or not _is_no_name(one, entity)]
        made.append(one if len(kept) == len(one.entities) else _with(one, kept))
    return made


def _opens(sentence: Sentence, entity: Entity) -> bool:
    """Whether a name begins a sentence or a quotation."""
    if not sentence.tokens or entity.span.start <= sentence.tokens[0].start:
        return bool(sentence.tokens)
    return any(one.text in _OPENING for one in sentence.before(entity.span.start, 1))


def _is_no_name(sentence: Sentence, entity: Entity) -> bool:
    """Whether only the first word's place gives it its capital: "Lancé en 2011", "Neuf Égyptiens", "« Naître ici »"."""
    inside = sentence.within(entity.span)
    first = inside[0] if inside else None
    if first is None or not _opens(sentence, entity):
        return False
    counted = first.pos == "NUM" and first.text.isalpha() and entity.text.split()[0] == first.text
    counted = counted and entity.text.count(" ") == 1 and entity.label in ("PER", "ORG")
    quoted = first.index > 0 and first.pos == "X"  # a verb whose form the parser does not know so
    alone = entity.text == first.text and (first.pos in _NO_NAME or quoted)
    return alone or counted or fold(clean(entity.text)) in phrases("text_labels")


def _with(sentence: Sentence, entities: Sequence[Entity]) -> Sentence:
    """The sentence with other names, in its entities and its tokens."""
    tokens = tuple(replace(token, entity=_label(token, entities)) for token in sentence.tokens)
    return replace(sentence, tokens=tokens, entities=tuple(entities))


def _label(token: Token, entities: Sequence[Entity]) -> str:
    inside = (entity.label for entity in entities if entity.span.contains(Span(token.start, token.end)))
    return next(inside, "")


def _repeated(sentences: Sequence[Sentence], title: str) -> tuple[Sentence, ...]:
    """Names found once are found everywhere; so are names of several words that also occur in the headline."""
    known = dict.fromkeys(_NAMES.findall(title), "MISC")
    known |= {e.text: e.label for sentence in sentences for e in sentence.entities if len(e.text) > _SHORT}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(known, key=len, reverse=True):
        words = tuple(_PIECES.findall(name))
        by_first.setdefault(words[0], []).append(words)
    return tuple(_with_more(sentence, tuple(_again(sentence, by_first, known))) for sentence in sentences)


def _again(
    sentence: Sentence, by_first: Mapping[str, Sequence[tuple[str, ...]]], known: Mapping[str, str]
) -> Iterator[Entity]:
    """The known names in a part of the sentence that has no name yet."""
    tokens, end = sentence.tokens, 0
    for token in tokens:
        for words in by_first.get(token.text, ()) if token.index >= end else ():
            run = tokens[token.index : token.index + len(words)]
            if tuple(word.text for word in run) == words and not any(word.entity for word in run):
                text = _text(run)
                yield Entity(extent(run), known.get(text, "MISC"), text)
                end = run[-1].index + 1
                break


def _text(tokens: Sequence[Token]) -> str:
    text = tokens[0].text
    for before, token in pairwise(tokens):
        text += " " * (token.start - before.end) + token.text
    return text


def _complete(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    full = [clean(entity.text).split() for entity in _people(sentences)]
    families = frozenset(
        words[-1] for words in full if len(words) > 1 and len(words[-1]) > 2 and words[-1][:1].isupper()
    )
    return tuple(_completed(sentence, families) for sentence in sentences) if families else tuple(sentences)


def _people(sentences: Sequence[Sentence]) -> Iterator[Entity]:
    return (entity for sentence in sentences for entity in sentence.entities if entity.label == "PER")


def _completed(sentence: Sentence, families: frozenset[str]) -> Sentence:
    missed = [token for token in sentence.tokens if token.text in families and not token.entity]
    if not missed:
        return sentence
    return _with_more(sentence, [Entity(Span(token.start, token.end), "PER", token.text) for token in missed])
