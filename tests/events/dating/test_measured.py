"""An event that its clause measures from: "trois jours après son arrestation", "un mois avant la finale"."""

from __future__ import annotations

import pytest

from tests.events.ranking.test_rank import facts
from tests.events.reading import told
from timeline.calendar import edtf
from timeline.events.dating.types import Dating, DatingRule

PUBLISHED = "2023-03-15"

_DIED = """
Il lui PRON Person=3 3 nsubj
est être AUX Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 3 aux:tense
mort mourir VERB Tense=Past|VerbForm=Part 0 root
{when}
"""
_MONDAY = """lundi lundi NOUN Gender=Masc|Number=Sing 3 obl
13 13 NUM _ 4 nmod
mars mars NOUN Gender=Masc|Number=Sing 5 nmod
, , PUNCT _ 3 punct"""
_MAY = """en en ADP _ 5 case
mai mai NOUN Gender=Masc|Number=Sing 3 obl
2012 2012 NUM _ 5 nmod
, , PUNCT _ 3 punct"""
_RANGE = """du de ADP _ 5 case
11 11 NUM _ 3 obl
au à ADP _ 7 case
13 13 NUM _ 5 nmod
mars mars NOUN Gender=Masc|Number=Sing 7 nmod
, , PUNCT _ 3 punct"""


def _clause(*, when: str, measure: str) -> str:
    """The parse of "Il est mort", a day, and what follows; heads of `measure` count from its own first word."""
    text = _DIED.format(when=when).strip()
    start = len(text.splitlines())
    rows = []
    for line in measure.strip().splitlines():
        form, lemma, pos, features, head, dep = line.split()
        place = "3" if head == "clause" else str(start + int(head))
        rows.append(" ".join((form, lemma, pos, features, place, dep)))
    return "\n".join([text, *rows, ". . PUNCT _ 3 punct"])


def _after(*length: str, word: str = "après", adverb: str = "") -> str:
    """A length of time, an adverb if any, the word, and "son arrestation"."""
    number, noun = length
    lines = [f"{number} {number} NUM _ 2 nummod", f"{noun} {noun} NOUN Number=Plur clause obl"]
    lines += [f"{adverb} {adverb} ADV _ 2 advmod"] if adverb else []
    at = len(lines) + 3
    lines += [f"{word} {word} ADP _ {at} case", f"son son DET Poss=Yes {at} det"]
    return "\n".join([*lines, "arrestation arrestation NOUN Gender=Fem|Number=Sing clause obl"])


@pytest.mark.parametrize(
    ("parse", "date"),
    [
        (_clause(when=_MONDAY, measure=_after("trois", "jours")), "2023-03-10"),
        (_clause(when=_MONDAY, measure=_after("deux", "semaines")), "2023-02-27"),
        (_clause(when=_MONDAY, measure=_after("deux", "mois")), "2023-01"),
        (_clause(when=_MONDAY, measure=_after("six", "ans")), "2017"),
        (_clause(when=_MONDAY, measure=_after("deux", "jours", word="avant")), "2023-03-15"),
        (_clause(when=_MONDAY, measure=_after("trois", "jours", adverb="seulement")), "2023-03-10"),
        (_clause(when=_RANGE, measure=_after("deux", "jours")), "2023-03-09/2023-03-11"),
        (_clause(when=_MAY, measure=_after("huit", "mois")), "2011-09"),
        (_clause(when=_MAY, measure=_after("six", "ans")), "2006"),
    ],
)
def test_the_date_is_counted_from_the_clause(parse: str, date: str) -> None:
    (found,) = [one for one in told(parse, PUBLISHED) if one.lemma == "arrestation"]
    assert found.date is not None
    assert edtf(found.date) == date
    assert [step.key for step in found.steps] == ["events.measured"]


_HOURS = _after("deux", "heures")
_APART = """
deux deux NUM _ 2 nummod
ans an NOUN Number=Plur clause obl
de de ADP _ 4 case
soins soin NOUN Number=Plur 2 nmod
après après ADP _ 7 case
son son DET Poss=Yes 7 det
arrestation arrestation NOUN Gender=Fem|Number=Sing clause obl
"""
_NO_LENGTH = """
après après ADP _ 3 case
son son DET Poss=Yes 3 det
arrestation arrestation NOUN Gender=Fem|Number=Sing clause obl
"""
_OTHER_WORD = _after("trois", "jours", word="lors")


@pytest.mark.parametrize("length", ["jours", "semaines"])
def test_no_days_are_counted_from_a_month(length: str) -> None:
    parse = _clause(when=_MAY, measure=_after("trois", length))
    assert _dating(parse).rule is not DatingRule.MEASURED


@pytest.mark.parametrize("measure", [_HOURS, _APART, _NO_LENGTH, _OTHER_WORD])
def test_nothing_is_counted_without_a_length_in_days_right_before_the_word(measure: str) -> None:
    assert _dating(_clause(when=_MONDAY, measure=measure)).rule is not DatingRule.MEASURED


def _eve(word: str) -> str:
    """ "au lendemain de son arrestation"."""
    lines = ["au à ADP _ 2 case", f"{word} {word} NOUN Number=Sing clause obl", "de de ADP _ {at} case"]
    at = len(lines) + 2
    lines += [f"son son DET Poss=Yes {at} det", "arrestation arrestation NOUN Gender=Fem|Number=Sing 2 nmod"]
    return "\n".join(line.format(at=at) for line in lines)


def _dating(parse: str) -> Dating:
    """The dating of the arrest by the rules."""
    found = facts(parse, PUBLISHED)
    (number,) = [at for at, mention in enumerate(found.mentions) if mention.lemma == "arrestation"]
    return found.ruled[number]


@pytest.mark.parametrize(
    ("word", "date"),
    [
        ("lendemain", "2023-03-12"),
        ("surlendemain", "2023-03-11"),
        ("veille", "2023-03-14"),
        ("avant-veille", "2023-03-15"),
    ],
)
def test_the_day_after_or_before_an_event_dates_it(word: str, date: str) -> None:
    dating = _dating(_clause(when=_MONDAY, measure=_eve(word)))
    assert dating.rule is DatingRule.MEASURED
    assert dating.date is not None
    assert edtf(dating.date) == date


@pytest.mark.parametrize(
    "parse",
    [
        _clause(when="", measure=_eve("lendemain")),
        _clause(when=_MONDAY, measure=_eve("retour")),
    ],
)
def test_no_day_after_is_counted_without_a_day_of_the_clause(parse: str) -> None:
    assert _dating(parse).rule is not DatingRule.MEASURED
