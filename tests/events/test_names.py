"""Names as a table: as the text has them, as they are kept."""

from __future__ import annotations

import pytest

from timeline.events.names import clean


@pytest.mark.parametrize(
    ("surface", "kept"),
    [
        ("M.  Barrow ,", "Barrow"),
        ("Mme Claire Dubreuil", "Claire Dubreuil"),
        ("« Le Monde »", "Le Monde"),
        ("Justice de l'État de", "Justice de l'État"),
        ("État de la", "État"),
        ("Charles de Gaulle", "Charles de Gaulle"),
        ("La Rochelle", "La Rochelle"),
        ("Aix-en", "Aix-en"),
    ],
)
def test_clean(surface: str, kept: str) -> None:
    assert clean(surface) == kept
