"""Dispatches: what an expression is counted from below "Londres, 17 avril. –", and what is no dateline."""

from __future__ import annotations

import datetime

import pytest

from timeline.model import Timex
from timeline.timex.normalise import resolve
from timeline.timex.recognise import find

PUBLISHED = datetime.date(1912, 4, 18)


def timexes(text: str) -> dict[str, Timex]:
    return {timex.expression.text: timex for timex in resolve(text, find(text), PUBLISHED).timexes}


@pytest.mark.parametrize(
    ("text", "last", "value"),
    [
        ("Londres, 17 avril. – La liste a été affichée ce matin.", "ce matin", "1912-04-17TMO"),
        ("LONDRES, 17 avril (Havas) - La liste a été affichée hier.", "hier", "1912-04-16"),
        ("MOSTAR (Bosnie-Herzégovine), 17 avril (AFP) - Il est entré hier.", "hier", "1912-04-16"),
        ("Londres, mercredi 17 avril. La liste sera connue demain.", "demain", "1912-04-18"),
        ("Londres, le 17 avril.\nLa liste a été affichée hier.", "hier", "1912-04-16"),
        ("Montceau-les-Mines, 17 avril, 9 h. du soir. - Tout est calme ce soir.", "ce soir", "1912-04-17TEV"),
        ("(De notre envoyé spécial.) Lens, 17 avril, minuit. Rien depuis hier.", "hier", "1912-04-16"),
        (
            "Le Moniteur publie : « Brancion, 9 avril, midi. J'ai visité aujourd'hui la ville.",
            "aujourd'hui",
            "1912-04-09",
        ),
        ("Toulon, 16 avril. – Il pleut. Marseille, 17 avril. – Il a plu hier.", "hier", "1912-04-16"),
        ("Londres, 17 avril. – Il a parlé.\nLe lendemain de la fête, hier, il partait.", "hier", "1912-04-16"),
    ],
)
def test_the_day_of_a_dispatch_is_its_own(text: str, last: str, value: str) -> None:
    assert timexes(text)[last].value == value


@pytest.mark.parametrize(
    ("text", "last", "value"),
    [
        ("Le roi est à Londres, 17 avril oblige. Il est arrivé hier.", "hier", "1912-04-17"),
        ("Londres, 18 avril. – La liste a été affichée hier.", "hier", "1912-04-17"),
        ("Paris, 25 avril. – Concert. On répète depuis hier.", "hier", "1912-04-17"),
        ("Londres, 17 janvier. – La liste a été affichée hier.", "hier", "1912-04-17"),
        ("Il fut vu à Londres, 17 avril. Il est mort hier.", "hier", "1912-04-17"),
        ("À Londres, le 17 avril, il a parlé. Il est mort hier.", "hier", "1912-04-17"),
        ("Le Moniteur publie : « Brancion, 9 avril. Tout va bien. » La ville est tombée hier.", "hier", "1912-04-17"),
    ],
)
def test_no_dateline_and_what_stands_behind_a_quoted_one_keep_the_articles_day(
    text: str, last: str, value: str
) -> None:
    assert timexes(text)[last].value == value


def test_behind_a_dispatch_within_another_one_the_outer_day_holds_again() -> None:
    text = "Toulon, 16 avril. – On lit : « Rome, 14 avril. Il a plu hier. » Il fait beau ce soir."
    found = timexes(text)
    assert (found["hier"].value, found["ce soir"].value) == ("1912-04-13", "1912-04-16TEV")


def test_the_anchor_is_the_dateline() -> None:
    anchor = timexes("Londres, 17 avril. – La liste a été affichée hier.")["hier"].anchor
    assert isinstance(anchor, Timex)
    assert anchor.expression.text == "17 avril"
