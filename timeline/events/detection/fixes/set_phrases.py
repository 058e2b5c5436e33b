"""Set phrases that the parser takes apart: "à neuf voix près", "les jours à venir"."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.lexicon import Lexicon
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_TO = function_words("dative_case")
_NEARLY, _COMING = function_words("nearly"), function_words("to_come")


def short_of(tree: Tree, token: Token, _lexicon: Lexicon) -> tuple[Token, ...]:
    """ "Près" behind a number's noun belongs to the preposition before it: "rejetée à neuf voix près".

    Returns:
        The changed word; nothing for "près" of anything else.
    """
    noun = tree.head(token)
    if token.text.lower() not in _NEARLY or token.relation != "advmod" or token.index != noun.index + 1:
        return ()
    led = any(one.text.lower() in _TO for one in tree.dependents(noun, "case"))
    return (replace(token, dep="case"),) if led and tree.first(noun, "nummod", "det") is not None else ()


def to_come(tree: Tree, token: Token, _lexicon: Lexicon) -> tuple[Token, ...]:
    """ "À venir" describes the noun before it, and what follows is the verb's: "dans les jours à venir | en Alsace".

    Returns:
        The changed words; nothing where an infinitive follows: "invite les électeurs à venir voter".
    """
    led = tree.tokens[token.index - 1] if token.index > 1 else token
    if token.text.lower() not in _COMING or token.verb_form != "Inf" or led.text.lower() not in _TO:
        return ()
    noun, verb = tree.tokens[token.index - 2], tree.head(token)
    behind = [one for one in tree.dependents(token) if one.index > token.index]
    if noun.pos != "NOUN" or tree.is_root(token) or any(one.relation in ("xcomp", "obj") for one in behind):
        return ()
    verb = tree.head(noun) if verb.index == noun.index else verb
    described = replace(token, head=noun.index, dep="amod", pos="ADJ", features={})
    return (described, *(replace(one, head=verb.index) for one in behind))
