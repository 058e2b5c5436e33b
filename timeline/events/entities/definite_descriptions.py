"""The name that a bare noun stands for: "la sonde", if the article mentions "la sonde Cassini" and no other probe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline.events.entities.apposition import in_headline
from timeline.events.entities.coreference import name_of
from timeline.events.entities.names import EntityIndex
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Name, Span, Token

_NAMED = ("PER", "ORG", "MISC", "LOC")


def definite_descriptions(trees: Sequence[Tree], entities: EntityIndex, title: str = "") -> Mapping[str, Name]:
    """The only name that each noun of the article and its headline occurs with.

    Returns:
        The name by the noun's lemma; a noun that occurs with two names stands for neither, nor does one that is of a
        woman and of a man: "Frédéric Rey, alors ministre, (…) La ministre".
    """
    genders: dict[str, set[str]] = {}
    found: dict[str, dict[str, Name]] = {
        noun: {name: Name(name, name, Span(0, 0), label)} for noun, name, label in in_headline(title, entities.lexicon)
    }
    for tree in trees:
        for lemma, gender in _genders(tree, entities):
            genders.setdefault(lemma, set()).add(gender)
        for noun, name in _pairs(tree, entities):
            if name.label in _NAMED and not noun.is_plural:
                found.setdefault(noun.lemma.lower(), {}).setdefault(name.canonical, name)
    known = {lemma: next(iter(names.values())) for lemma, names in found.items() if len(names) == 1}
    return {lemma: name for lemma, name in known.items() if len(genders.get(lemma, ())) < len(("Masc", "Fem"))}


def _genders(tree: Tree, entities: EntityIndex) -> Iterator[tuple[str, str]]:
    """The lemmas of nouns for one person, each with the gender of its article, else its own."""
    for noun in tree.tokens:
        if noun.pos != "NOUN" or noun.is_plural or noun.entity:
            continue
        lemma, gender = noun.lemma.lower(), tree.article_gender(noun) or noun.gender
        if gender and entities.lexicon.is_noun(lemma, NounClass.PERSON, NounClass.OFFICE):
            yield lemma, gender


def _pairs(tree: Tree, entities: EntityIndex) -> Iterator[tuple[Token, Name]]:
    """Nouns with the name that they describe: right before it, after a comma, or with "est"."""
    for noun in tree.tokens:
        if noun.pos != "NOUN" or noun.entity:
            continue
        name = name_of(tree, noun, entities) or _said_of(tree, noun, entities)
        if name is not None and not tree.has(noun, "conj"):
            yield noun, name


def _said_of(tree: Tree, noun: Token, entities: EntityIndex) -> Name | None:
    """The name that the noun explains ("Kévin Lecorre, l'accusé") or is predicated of ("Kito est le skipper")."""
    if noun.relation == "appos":
        governor = tree.head(noun)
        return name_of(tree, governor, entities) if governor.pos == "PROPN" else None
    if not tree.has(noun, "cop") or not any(
        child.lemma in function_words("definite") for child in tree.dependents(noun, "det")
    ):
        return None
    subject = tree.first(noun, "nsubj")
    return name_of(tree, subject, entities) if subject is not None and subject.pos == "PROPN" else None
