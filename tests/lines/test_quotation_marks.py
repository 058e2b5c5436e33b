"""Sentences of a quotation that goes on."""

from __future__ import annotations

import pytest

from timeline.lines.quotation_marks import with_both_marks


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("« Il a crié.", "« Il a crié. »"),
        ("Nous avons reçu un sac de riz. »", "« Nous avons reçu un sac de riz. »"),
        ("Il est parti », dit un témoin", "« Il est parti », dit un témoin"),
        ("Ils disent “non", "Ils disent “non”"),
        # between two quotations
        ("Oui », dit-il. « Mais non", "« Oui », dit-il. « Mais non »"),
        # whole, or not known
        ("Il a dit « non » à Gap", "Il a dit « non » à Gap"),
        ('Il a dit "non', 'Il a dit "non'),
        ("Il a dit non", "Il a dit non"),
    ],
)
def test_a_quotation_has_both_marks(text: str, whole: str) -> None:
    assert with_both_marks(text) == whole
