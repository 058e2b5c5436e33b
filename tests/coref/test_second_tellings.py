"""What a later sentence of an article tells again, by the rule that finds it; and what only looks alike."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.coref.making import annotated
from timeline.coref.mentions import EventMention, mentions_of
from timeline.coref.selection.second_tellings import are_one_death, is_taken_up, is_told_again
from timeline.model import Span, Status

COLLISION = "Une collision entre deux trains a fait un mort mardi à Dudelange."


def told(first: tuple[str, str, str], second: tuple[str, str, str], **facts: Any) -> tuple[EventMention, EventMention]:
    """Two sentences of one article, each with its lemma and its trigger; `facts` are of the second."""
    whole = annotated(first[0], first[1], trigger=first[2], people=facts.pop("first_people", ()))
    (one,) = whole.events
    (again,) = annotated(second[0], second[1], **{"trigger": second[2], **facts}).events
    start = one.span.end + 1
    trigger = Span(start + again.trigger.start, start + again.trigger.end)
    moved = replace(again, id="a1-2", span=Span(start, start + len(second[0])), trigger=trigger)
    pair = mentions_of(replace(whole, events=(one, moved)), 1, {})
    return pair[0], pair[1]


@pytest.mark.parametrize(
    ("quote", "lemma", "word", "facts", "again"),
    [
        ("La collision s'est produite près de la gare.", "collision", "collision", {}, True),
        ("L'accident est survenu vers 9 heures.", "accident", "accident", {}, True),
        ("Selon la police, cette collision a eu lieu en gare.", "collision", "collision", {}, True),
        # another one, or one of several
        ("Une collision s'est produite près de la gare.", "collision", "collision", {}, False),
        ("La première collision s'est produite à 9 heures.", "collision", "collision", {}, False),
        # another day
        ("La collision s'est produite près de la gare.", "collision", "collision", {"date": "2006-10-11"}, False),
        # it did not happen
        ("La collision n'a pas eu lieu.", "collision", "collision", {}, False),
        ("La collision a eu lieu, dément-on.", "collision", "collision", {"status": Status.DENIED}, False),
        # the verb says what it caused, or another event happened
        ("La collision produit une panne du réseau.", "collision", "collision", {}, False),
        ("La manifestation s'est produite en gare.", "manifestation", "manifestation", {}, False),
    ],
)
def test_a_noun_takes_up_what_was_told(quote: str, lemma: str, word: str, facts: dict[str, Any], again: bool) -> None:
    one, other = told((COLLISION, "collision", "collision"), (quote, lemma, word), **facts)
    assert is_taken_up(one, other) is is_told_again(other, one) is again
    assert not is_taken_up(other, one)


@pytest.mark.parametrize(
    ("quote", "lemma", "word", "people", "again"),
    [
        ("André Brahic a succombé à un cancer.", "succomber", "succombé", ("André Brahic",), True),
        ("Le décès d'André Brahic émeut ses collègues.", "décès", "décès", ("André Brahic",), True),
        # another person's, nobody named in the line, somebody else named, a killing
        ("Ana Vidal a succombé à ses blessures.", "succomber", "succombé", ("Ana Vidal",), False),
        ("Le savant a succombé à un cancer.", "succomber", "succombé", ("André Brahic",), False),
        ("André Brahic pleure la mort d'Ana Vidal.", "mort", "mort", ("André Brahic", "Ana Vidal"), False),
        ("André Brahic a tué un passant.", "tuer", "tué", ("André Brahic",), False),
    ],
)
def test_a_person_dies_once(quote: str, lemma: str, word: str, people: tuple[str, ...], again: bool) -> None:
    first = ("L'astrophysicien André Brahic est mort mardi.", "mourir", "mort")
    one, other = told(first, (quote, lemma, word), first_people=("André Brahic",), people=people)
    assert are_one_death(one, other) is are_one_death(other, one) is again
    assert is_told_again(one, other) is again
