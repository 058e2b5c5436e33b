"""Finding: extents, lists, signals, types, and time that grows with the text alone."""

from __future__ import annotations

import time

import pytest

from timeline.model import Signal, TimexType
from timeline.timex.recognise import find


@pytest.mark.parametrize(
    ("text", "extents"),
    [
        ("Depuis lundi, il pleut.", ["lundi"]),
        ("Le 3 mars 2018, il a plu.", ["3 mars 2018"]),
        ("Il a plu il y a trois jours.", ["il y a trois jours"]),
        ("Ce mardi soir, il a plu.", ["Ce mardi soir"]),
        ("Il a plu hier après-midi.", ["hier après-midi"]),
        ("Il pleuvra les 13 et 14 juin.", ["13", "14 juin"]),
        ("Il a plu lundi 20, mardi 21 et mercredi 22 avril.", ["lundi 20", "mardi 21", "mercredi 22 avril"]),
        ("Il a plu du 3 au 5 juin.", ["3", "5 juin"]),
        ("Il a plu le 1 er décembre.", ["1 er décembre"]),
        ("En décembre dernier, il a plu.", ["décembre dernier"]),
        ("Dans les années 1980, il a plu.", ["années 1980"]),
        ("Aujourd’hui, il pleut.", ["Aujourd’hui"]),
        ("Il a plu à 20 h 30.", ["20 h 30"]),
        ("Il a plu le 12\nmars 2018.", ["12\nmars 2018"]),
        ("Il a plu mardi\n\n13 personnes sont mortes.", ["mardi"]),
    ],
)
def test_extents(text: str, extents: list[str]) -> None:
    assert [expression.text for expression in find(text)] == extents


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("depuis lundi", Signal.SINCE), ("jusqu'à lundi", Signal.UNTIL), ("à partir du 3 mars", Signal.FROM),
        ("d'ici à vendredi", Signal.BY), ("avant mardi", Signal.BEFORE), ("après mardi", Signal.AFTER),
        ("vers 18 h", Signal.AROUND), ("des lundis", Signal.NONE),
    ],
)  # fmt: skip
def test_signals(text: str, signal: Signal) -> None:
    assert {expression.signal for expression in find(text)} <= {signal}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("lundi", TimexType.DATE), ("lundi soir", TimexType.TIME), ("pendant trois jours", TimexType.DURATION),
        ("chaque lundi", TimexType.SET), ("les cinq premiers jours de mars", TimexType.DURATION),
    ],
)  # fmt: skip
def test_types(text: str, kind: TimexType) -> None:
    assert [expression.type for expression in find(text)] == [kind]


@pytest.mark.parametrize(
    "unit", [" ", "1", "12 ", "lundi de la semaine de ", "deux cent ", "du 3 au ", "mars ", "il y a ", "((((", "\n"]
)
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes about eight times as long, never its square."""

    def seconds(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        best = float("inf")
        for _ in range(3):
            begin = time.process_time()
            find(text)
            best = min(best, time.process_time() - begin)
        return best

    find(unit * 100)
    small, large = seconds(20_000), seconds(160_000)
    assert large <= 24 * small + 0.05
