"""Titles as they are printed, as a table."""

import pytest

from timeline.i18n import printed, typeset


@pytest.mark.parametrize(
    ("typed", "french"),
    [
        ("L'ONU demande l'arrêt d'urgence", "L’ONU demande l’arrêt d’urgence"),
        ("Grève : qui paiera ?", "Grève\u00a0: qui paiera\u202f?"),
        ("Il dit « non » ; elle part !", "Il dit «\u00a0non\u00a0»\u202f; elle part\u202f!"),
        ("Écarté (« mardi »)", "Écarté («\u00a0mardi\u00a0»)"),
        ("Un plan de 500 000 chômeurs", "Un plan de 500\u202f000 chômeurs"),
        ("Il obtient 66 % des voix", "Il obtient 66\u00a0% des voix"),
        ("Une aide de 10 millions d'euros", "Une aide de 10\u00a0millions d’euros"),
        ("Le budget : 1,3 milliard", "Le budget\u00a0: 1,3\u00a0milliard"),
        ("En 2016 100 maires", "En 2016 100 maires"),
        ("Voir http://a.fr/?q=1 :-)", "Voir http://a.fr/?q=1 :-)"),
        ("À 20 h 30", "À 20 h 30"),
        ("Le score est de 3:2", "Le score est de 3:2"),
    ],
)
def test_french(typed: str, french: str) -> None:
    assert typeset(typed, "fr") == french
    assert typeset(french, "fr") == french


@pytest.mark.parametrize("typed", ["It is 5 o'clock: who pays?", "Prices rise by 500 000"])
def test_english_has_no_spaces_before_its_marks(typed: str) -> None:
    assert typeset(typed, "en") == typed.replace("'", "’")


def test_a_text_of_the_interface_is_set_and_what_fills_it_is_not() -> None:
    assert printed("fr", "dates.past.alone", text="l'an dernier ?").startswith("«\u00a0l'an dernier ?\u00a0», dit")
    assert printed("fr", "pages.why.so", date="1 : 2").endswith("1 : 2.")
