"""What can be no name, whatever the NER says: "mardi", "état civil", "13.000".

Also where the name of a group ends, and what the words before a name say of it.
"""

from __future__ import annotations

import re

from timeline.events.lexicon import Lexicon, NounClass, WordList
from timeline.events.tree import Tree
from timeline.languages.function_words import pattern
from timeline.model import Sentence, Token

_CAPITALISED = ("PER", "LOC", "EVENT")
_TIMES_TOO = ("LOC", "ORG")
"""Labels of names that a word of time can be: the planet Mars, a newspaper called "Soir"."""
_LOOSE = ("ADP", "DET", "ADV", "CCONJ", "PUNCT")
_BREAKS = ("SCONJ", "PRON", "AUX")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_MARKS = frozenset(",;:()[]–—")
_INSTEAD = pattern("instead")


def may_be_name(name: str, label: str, lexicon: Lexicon) -> bool:
    """Whether a name can be the name of somebody or of a place.

    A person, a place and an event that comes back have a capital or a figure somewhere ("al-Bab", "A9"); an
    organisation need not ("gilets jaunes"). Nobody is called like a day or a month, a single letter or a number, nor
    like a Roman one ("l'acte IV"). A feast only says when.

    Returns:
        False for what is none.
    """
    if not any(map(str.isalpha, name)) or sum(map(str.isalnum, name)) < 2 or _ROMAN.fullmatch(name):
        return False
    if label in _CAPITALISED and not any(character.isupper() or character.isdigit() for character in name):
        return False
    if label == "EVENT" and name.lower() in lexicon.words(WordList.NAMES_FEASTS):
        return False
    return label in _TIMES_TOO or name.lower() not in lexicon.words(WordList.NAMES_TIMES)


def replaced_person(sentence: Sentence, start: int, phrase: str) -> str:
    """Whom somebody replaces: "Luc Rossi" of "à la [place de Luc Rossi]".

    Args:
        sentence: The sentence.
        start: Where the phrase begins, a code point of the text.
        phrase: Its words.

    Returns:
        The person's name; "" where the phrase is a place or anything else.
    """
    led = [token.text for token in sentence.before(start, 2)]
    found = _INSTEAD.search(" ".join((*led, phrase)))
    return found.group("name") if found is not None else ""


def end_of_group(tree: Tree, noun: Token, last: int, lexicon: Lexicon) -> int:
    """The last word of a group's name, which a time or a punctuation mark ends: "gouvernement [mercredi soir]".

    Args:
        tree: The tree of the sentence.
        noun: The group's noun.
        last: The index of the last word below the noun.
        lexicon: The words of the article's language.

    Returns:
        Its index, at least that of the noun.
    """
    for index in range(noun.index + 1, last + 1):
        if _ends(tree.tokens[index], lexicon):
            last = index - 1
            while last > noun.index and tree.tokens[last].pos in _LOOSE:
                last -= 1
            return last
    return last


def _ends(token: Token, lexicon: Lexicon) -> bool:
    if token.text in _MARKS or token.pos in _BREAKS:
        return True
    low = token.text.lower()
    return token.text == low and (
        low in lexicon.words(WordList.NAMES_TIMES) or lexicon.is_noun(token.lemma.lower(), NounClass.STRETCH)
    )
