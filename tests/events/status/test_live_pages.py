"""The status of events on a live page: its rows open with an hour of the article's own day."""

from __future__ import annotations

import datetime

import pytest

from timeline.annotator import read_one
from timeline.model import Article, Status

PAGE = """22h40 - Le feu est maîtrisé
Les pompiers annoncent que l'incendie est désormais circonscrit. Une surveillance sera maintenue toute la nuit.

19h52 – L'A7 coupée dans les deux sens
La circulation est interrompue entre Solaize et Pierre-Bénite. Le préfet prévoit de rouvrir l'autoroute vendredi.

18h47 : une explosion entendue à plusieurs kilomètres
Une forte explosion a retenti dans l'unité de stockage.
"""


@pytest.mark.parametrize(
    ("lemma", "planned"),
    [("circonscrire", False), ("interrompre", False), ("retentir", False), ("explosion", False), ("maintenir", True)],
)
def test_only_what_is_to_come_is_planned(lemma: str, planned: bool) -> None:
    found = read_one(Article("a", "a.txt", "Incendie à Feyzin", datetime.date(2023, 6, 30), PAGE))
    statuses = {one.status for one in (*found.events, *found.other_events) if one.lemma == lemma}
    assert (Status.PLANNED in statuses) is planned
