"""The machine's events as fields of the YAML."""

from __future__ import annotations

import pytest

from timeline.document.merge.machine_fields import sources_of
from timeline.model import Basis, Entry, Source


@pytest.mark.parametrize(
    ("date", "basis", "told"),
    [
        ("2017-02-04", Basis.STATED, "2017-02-04"),
        ("2017-02", Basis.STATED, "2017-02"),
        ("2017-02-03", Basis.STATED, ""),
        ("2017-02-04", Basis.PUBLISHED, ""),
    ],
    ids=["another", "coarser", "the event's own", "only the article's"],
)
def test_a_source_tells_its_own_date(date: str, basis: Basis, told: str) -> None:
    entry = Entry(
        "e1", date="2017-02-03", title="Il signe", sources=(Source("a1", "Il signe.", date=date, basis=basis),)
    )
    assert sources_of(entry)[0].get("date", "") == told
