"""A mistyped word finds the one that was meant, and only where one is near enough."""

from __future__ import annotations

import pytest

from timeline.i18n.nearest import nearest

FIELDS = ("title", "date", "status", "sources", "sourced")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("titel", "title"), ("dates", "date"), ("statut", "status"), ("Date", "date"),
        ("sourcs", "sources"), ("source", "sources"),
        ("place", ""), ("", ""), ("événement", ""),
    ],
)  # fmt: skip
def test_the_nearest_word(text: str, meant: str) -> None:
    assert nearest(text, FIELDS) == meant


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert nearest("title", ()) == ""
