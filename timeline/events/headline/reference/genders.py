"""The gender of a person: by the article's words for them, else by their first name; that of a country by its end."""

from __future__ import annotations

from timeline.events.entities.demonyms import country_of
from timeline.events.geography.country_codes import is_country
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.words import HeadlineWords
from timeline.events.lexicon import NounClass
from timeline.languages.function_words import function_words
from timeline.model import Token

_MASCULINE, _FEMININE = function_words("masculine_pronoun"), function_words("feminine_pronoun")


def gender_of_country(words: HeadlineWords, name: str) -> str:
    """The gender of a country by its name: "Masc" of "Irak", "Fem" of "Turquie".

    Args:
        words: The words of the language's headlines.
        name: A name.

    Returns:
        "" for what is no country, one in the plural ("Philippines"), and one without an article ("Cuba").
    """
    lower = name.lower()
    if not is_country(name) or words.has("plural_places", lower) or words.has("bare_places", lower):
        return ""
    feminine = lower.endswith(tuple(words.get("feminine_place_endings"))) and not words.has("masculine_places", lower)
    return "Fem" if feminine else "Masc"


def is_of_the_other_gender(context: HeadlineContext, pronoun: Token, name: str) -> bool:
    """Whether a person has another gender than the pronoun: "elle" for "le président X" and for "Simon Aldridge".

    The first name decides, else the article's words for the family name.

    Returns:
        False where the article says nothing, or both.
    """
    form = pronoun.text.lower().strip("-t")
    wanted = "Masc" if form in _MASCULINE else "Fem" if form in _FEMININE else ""
    return is_not_of(context, wanted, name)


def is_not_of(context: HeadlineContext, gender: str, name: str) -> bool:
    """Whether a person has another gender than a word that may stand for them.

    Args:
        context: The inputs of headline writing.
        gender: "Masc" or "Fem"; "" for a word that does not show it.
        name: The person's name in full.
    """
    if not gender:
        return False
    family = _genders(context).get(name.rpartition(" ")[2], frozenset())  # of all who have that family name
    found = _of_a_first_name(context, name) or family
    return len(found) == 1 and gender not in found


def _of_a_first_name(context: HeadlineContext, name: str) -> frozenset[str]:
    """The gender of the first name: "Jean-Michel Lucenay", "Sandra"; none for one not known."""
    plain = name.lower().partition(" ")[0].partition("-")[0]
    lists = {"Masc": "masculine_names", "Fem": "feminine_names"}
    return frozenset(gender for gender, names in lists.items() if context.words.has(names, plain))


def _genders(context: HeadlineContext) -> dict[str, frozenset[str]]:
    """By family name: the genders of the nouns, courtesy titles and participles that the article ties to it."""
    return context.trees[0].remembered("genders of names", context.trees, lambda: _gendered(context))


def _gendered(context: HeadlineContext) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for tree in context.trees:
        for name in context.names(tree, "PER"):
            top = tree.top(name.span)
            if top is None:
                continue
            before = [one for one in tree.tokens[: tree.within(name.span)[0].index] if one.pos != "PUNCT"][-1:]
            near = [tree.head(top) if top.relation in ("appos", "nmod", "flat") else None, *before]
            words = [one for one in near if one is not None and _is_a_person(context, one)]
            genders = {one.gender or tree.article_gender(one) for one in words} - {""}
            if genders:
                found.setdefault(name.canonical.rpartition(" ")[2], set()).update(genders)
    return {name: frozenset(genders) for name, genders in found.items()}


def _is_a_person(context: HeadlineContext, word: Token) -> bool:
    """Whether it is a word for one person that has that person's gender: "M.", "l'Allemande", not "victime"."""
    lemma, lexicon = word.lemma.lower(), context.entities.lexicon
    if word.is_plural or context.words.has("feminine", lemma):
        return False
    if country_of(lemma, context.entities.language):
        return True
    listed = any(context.words.has(name, lemma) for name in ("courtesy", "people"))
    common = word.pos == "NOUN" and not word.entity
    return common and (listed or lexicon.is_noun(lemma, NounClass.PERSON, NounClass.OFFICE))


def is_like(noun: Token, head: Token) -> bool:
    """Whether gender and number are known and the same.

    Args:
        noun: A noun that a pronoun may stand for.
        head: The pronoun.
    """
    one, other = noun.features, head.features
    return all(one.get(name) and one.get(name) == other.get(name) for name in ("Gender", "Number"))
