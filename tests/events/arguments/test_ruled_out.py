"""Every rule that rules a name out holds for its examples, and for none of its counter-examples."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.events.arguments.test_arguments import drafted
from timeline.events.arguments.candidates import find
from timeline.events.arguments.offered.ruled_out import Part, RuledOut, RulingOut, rules
from timeline.languages.tables import table_of
from timeline.model import Span

TABLE = table_of("fr", "ruled_out")


def cases() -> Iterator[tuple[RulingOut, str, bool]]:
    """The sentences of each rule, and whether it holds."""
    for rule in rules("fr"):
        yield from ((rule, sentence, True) for sentence in TABLE[rule.name]["applies"])
        yield from ((rule, sentence, False) for sentence in TABLE[rule.name]["spares"].values())


@pytest.mark.parametrize(("rule", "sentence", "holds"), list(cases()), ids=lambda value: getattr(value, "name", ""))
def test_a_rule_holds_for_its_examples_alone(rule: RulingOut, sentence: str, holds: bool) -> None:
    before, name, after = sentence.split("*")
    found = rule.words(before + name + after, Span(len(before), len(before) + len(name)))
    assert (found is not None) is holds


GONE = """
Le le DET _ 2 det
cargo cargo NOUN _ 5 nsubj
est être AUX VerbForm=Fin 4 aux:pass
Parti partir VERB VerbForm=Part 0 root
venu venir VERB VerbForm=Part 4 xcomp
de de ADP _ 7 case
Cholet Cholet PROPN _ 5 obl LOC
. . PUNCT _ 4 punct

Il lui PRON _ 2 nsubj
coule couler VERB VerbForm=Fin 0 root
à à ADP _ 4 case
Brest Brest PROPN _ 2 obl LOC
et et CCONJ _ 7 cc
à à ADP _ 7 case
Nantes Nantes PROPN _ 4 conj LOC
. . PUNCT _ 2 punct
"""


@pytest.mark.parametrize(
    ("sentence", "word", "places"),
    [
        (0, "est", ["Brest"]),  # what came from Cholet; Nantes is the second of a list, elsewhere
        (0, "venu", ["Cholet", "Brest"]),  # the words are the event itself
        (1, "coule", ["Brest", "Nantes"]),  # it lists the places of this event
    ],
)
def test_the_words_of_the_event_itself_and_lists_of_its_sentence_rule_nothing_out(
    sentence: int, word: str, places: list[str]
) -> None:
    told = drafted(GONE)
    names = find(told.context, told.entities, told.trees)
    (trigger,) = (one for one in told.trees[sentence].tokens if one.text == word)
    at = Span(trigger.start, trigger.end)
    kept = RuledOut(told.context, names).settled(Part.PLACE, [True] * len(names), sentence, at)
    assert [one.name for one, stays in zip(names, kept, strict=True) if stays] == places


def test_a_known_organisation_is_no_place_but_after_a_preposition_of_place() -> None:
    parse = (
        "L' le DET _ 2 det\nOtan Otan PROPN _ 3 nsubj LOC\nparle parler VERB VerbForm=Fin 0 root\n. . PUNCT _ 3 punct"
    )
    told = drafted(parse)
    names = find(told.context, told.entities, told.trees)
    assert RuledOut(told.context, names).settled(Part.PLACE, [True], 0, Span(7, 12)) == [False]
    there = drafted(parse.replace("L' le DET _ 2 det", "à à ADP _ 2 case"))
    names = find(there.context, there.entities, there.trees)
    assert RuledOut(there.context, names).settled(Part.PLACE, [True], 0, Span(7, 12)) == [True]


@pytest.mark.parametrize(
    ("verb", "people", "places"),
    [("bat battre", [True, True], [True, False]), ("voit voir", [True, False], [True, True])],
)
def test_whom_one_beats_takes_part_and_is_no_place(verb: str, people: list[bool], places: list[bool]) -> None:
    object_ = "Niort Niort PROPN _ 2 obj LOC\n. . PUNCT _ 2 punct"
    told = drafted(f"Laval Laval PROPN _ 2 nsubj LOC\n{verb} VERB VerbForm=Fin 0 root\n{object_}")
    settled = RuledOut(told.context, find(told.context, told.entities, told.trees)).settled
    at = Span(6, 6 + verb.index(" "))
    assert settled(Part.PERSON, [True, False], 0, at) == people
    assert settled(Part.PLACE, [True, True], 0, at) == places


@pytest.mark.parametrize(("label", "stays"), [("PER", [True, False]), ("LOC", [True, True])])
def test_what_stands_in_brackets_behind_a_person_is_no_place(label: str, stays: list[bool]) -> None:
    name = f"Rey Rey PROPN _ 5 nsubj {label}\n( ( PUNCT _ 3 punct\nNupes Nupes PROPN _ 1 appos LOC\n) ) PUNCT _ 3 punct"
    told = drafted(f"{name}\nparle parler VERB VerbForm=Fin 0 root")
    names = find(told.context, told.entities, told.trees)
    assert RuledOut(told.context, names).settled(Part.PLACE, [True, True], 0, Span(99, 100)) == stays


@pytest.mark.parametrize(("noun", "stays"), [("tempête", False), ("chanteuse", True)])
def test_a_storm_is_nobody_in_the_whole_article(noun: str, stays: bool) -> None:
    first = f"La le DET _ 2 det\n{noun} {noun} NOUN _ 4 nsubj\nBertille Bertille PROPN _ 2 appos MISC"
    told = drafted(
        f"{first}\narrive arriver VERB VerbForm=Fin 0 root\n. . PUNCT _ 4 punct\n\n"
        "Bertille Bertille PROPN _ 2 nsubj MISC\nfrappe frapper VERB VerbForm=Fin 0 root\n. . PUNCT _ 2 punct"
    )
    names = find(told.context, told.entities, told.trees)
    assert [one.name for one in names] == ["Bertille"]
    assert RuledOut(told.context, names).settled(Part.PERSON, [True], 1, Span(99, 100)) == [stays]
