"""The words before an expression: "pas avant 2006", "peu avant 14 h"."""

from __future__ import annotations

import datetime

import pytest

from timeline.calendar import edtf
from timeline.timex.normalise import resolve
from timeline.timex.recognise import find

PUBLISHED = datetime.date(2022, 12, 20)


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("Le texte n'entrera pas en vigueur avant 2025.", "2025/.."),
        ("Il ne rejouera pas avant février.", "2023-02/.."),
        ("La première pierre n'est pas prévue avant 2026.", "2026/.."),
        ("Rien ne sera décidé avant le 3 janvier.", "2023-01-03/.."),
        ("Le texte entrera en vigueur avant 2025.", "../2024"),
        ("Il n'était jamais venu avant 2005.", "../2004"),
        ("Il n'ira pas, mais il partira avant 2025.", "../2024"),
        ("La jeune fille a appelé peu avant 14 h.", "2022-12-20"),
        ("Il est arrivé après 20 heures.", "2022-12-20"),
        ("Il partira dès l'aube.", "2022-12-20"),
        ("Le magasin ouvrira à partir de 18 h.", "2022-12-20"),
        ("Il pleut depuis ce matin.", "2022-12-20/.."),
        ("Il a plu jusqu'à 20 h.", "../2022-12-20"),
        ("Il est parti avant mardi.", "../2022-12-20"),
    ],
)
def test_interval(text: str, interval: str) -> None:
    (timex,) = resolve(text, find(text), PUBLISHED).timexes
    assert timex.date is not None
    assert edtf(timex.date) == interval
