"""Headlines of what someone said: speaker, sentence, headline ("" where none can be made)."""

from __future__ import annotations

import pytest

from timeline.events.headline.quotation import headline


@pytest.mark.parametrize(
    ("speaker", "sentence", "expected"),
    [
        ("La maire", "« Le pont rouvrira en juin », a dit la maire.", "La maire : « Le pont rouvrira en juin »"),
        (
            "Bob Ferguson",
            "« La décision entre en vigueur immédiatement et suspend le décret inconstitutionnel et illégal du "
            "président Trump », a déclaré Bob Ferguson.",
            "Bob Ferguson : « La décision entre en vigueur immédiatement… »",
        ),
        ("Le préfet", "Le préfet a jugé la crue « très grave ».", ""),
        ("Le préfet", "Le préfet a dit que la crue était grave.", ""),
        ("Le maire", "Le maire a annoncé, devant le comité de « La Dépêche du Rhône », une grève.", ""),
        ("Le maire", "Le maire de « La Ville » a dit : « Le pont va rouvrir ».", "Le maire : « Le pont va rouvrir »"),
        ("", "« Le pont rouvrira en juin », a-t-il dit.", ""),
        ("Le maire", f"« Bien que nous n'ayons pas trouvé d'eau, {'nous cherchons ' * 8}», a dit le maire.", ""),
        ("Le maire", f"« {'très ' * 30}grave », a dit le maire.", ""),
    ],
)
def test_headline(speaker: str, sentence: str, expected: str) -> None:
    assert headline(speaker, sentence, 90) == expected
    assert len(expected) <= 90
