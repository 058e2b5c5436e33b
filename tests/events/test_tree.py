"""What a tree answers about the words of a sentence."""

from __future__ import annotations

from tests.events.reading import table
from timeline.events.tree import Tree, grow

PARSE = """
    Le le DET _ 2 det
    maire maire NOUN _ 4 nsubj
    a avoir AUX _ 4 aux
    fermé fermer VERB _ 0 root
    , , PUNCT _ 7 punct
    le le DET _ 7 det
    pont pont NOUN _ 4 obj
    """


def tree() -> Tree:
    _, (sentence,) = table(PARSE)
    return grow(sentence)


def test_the_words_beside_a_word() -> None:
    own = tree()
    first, last = own.tokens[0], own.tokens[-1]
    assert (own.previous(first), own.next(last)) == (None, None)
    assert (own.previous(last), own.next(first)) == (own.tokens[5], own.tokens[1])


def test_the_words_between_two_words() -> None:
    own = tree()
    assert own.between(own.tokens[1], own.tokens[4]) == own.tokens[2:4]
    assert own.between(own.tokens[4], own.tokens[1]) == ()


def test_a_word_and_all_below_it() -> None:
    own = tree()
    assert own.indices(own.tokens[6]) == {4, 5, 6}
    assert own.subtree(own.tokens[6], frozenset({5})) == (own.tokens[4], own.tokens[6])


def test_a_word_has_a_dependent_of_a_relation() -> None:
    own = tree()
    verb = own.tokens[3]
    assert own.has(verb, "iobj", "obj")
    assert not own.has(verb, "xcomp")


def test_a_phrase_behind_a_comma_opens_with_its_first_word() -> None:
    own = tree()
    assert own.opening_behind_a_comma(own.tokens[6]) is own.tokens[5]
    assert own.opening_behind_a_comma(own.tokens[1]) is None
