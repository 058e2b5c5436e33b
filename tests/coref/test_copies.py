import datetime

from timeline.coref.copies import copies
from timeline.model import Article

TEXT = (
    "Un violent incendie a détruit dans la nuit de lundi à mardi un entrepôt de la zone de Gap, sans faire "
    "de victime. Une centaine de pompiers ont lutté plusieurs heures contre les flammes, qui menaçaient un dépôt. "
    "L'origine du sinistre reste inconnue, a indiqué la préfecture des Hautes-Alpes dans un communiqué."
)
OTHER = (
    "Le conseil municipal de Gap a voté mardi un budget en hausse de trois pour cent, malgré l'opposition des élus "
    "écologistes, qui réclamaient davantage de moyens pour les transports. Le maire a défendu « un effort »."
)


def article(identity: str, text: str) -> Article:
    return Article(identity, f"{identity}.txt", "", datetime.date(2023, 3, 14), text)


def test_copies_of_an_agency_text_are_found() -> None:
    found = copies([article("a", TEXT), article("b", TEXT + " (AFP)"), article("c", OTHER), article("d", TEXT.upper())])
    assert found == {"a": "a", "b": "a", "c": "c", "d": "a"}


def test_short_and_empty_texts_copy_nothing() -> None:
    assert copies([article("a", ""), article("b", ""), article("c", "Gap.")]) == {"a": "a", "b": "b", "c": "c"}


def test_notices_of_a_line_are_copies_only_where_they_are_equal() -> None:
    notice = "Paul Rey, notaire à Gap, a été arrêté mardi"
    found = copies([article("a", f"{notice} soir."), article("b", f"{notice} midi."), article("c", f"{notice} soir.")])
    assert found == {"a": "a", "b": "b", "c": "a"}
