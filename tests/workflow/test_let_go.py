"""What is let go comes back the same; a small project keeps it."""

from __future__ import annotations

import datetime

from timeline.annotator import annotate, pipeline, version
from timeline.workflow.files import MANY
from timeline.workflow.merging.let_go import let_go

TEXT = "Le maire de Brive a démissionné le 3 mars 2020. Le conseil élira son successeur mardi."
DAY = datetime.date(2020, 3, 5)


def test_a_large_project_lets_go_of_what_it_read_with() -> None:
    before = annotate(TEXT, DAY)
    loaded = pipeline("fr")
    let_go(MANY + 1)
    assert annotate(TEXT, DAY) == before
    assert pipeline("fr") is not loaded


def test_the_files_of_the_package_are_read_once() -> None:
    before = version._contents()
    let_go(MANY + 1)
    assert version._contents() is before


def test_a_small_project_keeps_it() -> None:
    loaded = pipeline("fr")
    let_go(MANY)
    assert pipeline("fr") is loaded
