"""Third persons of the present."""

from __future__ import annotations

import pytest

from timeline.events.headline.conjugation import load

FORMS = [
    "",
    "démissionner démissionne démissionnent",
    "lever lève lèvent",
    "céder cède cèdent",
    "annexer annexe annexent",
    "créer crée créent",
    "célébrer célèbre célèbrent",
    "appeler appelle appellent",
    "rejeter rejette rejettent",
    "envoyer envoie envoient",
    "essuyer essuie essuient",
    "changer change changent",
    "lancer lance lancent",
    "finir finit finissent",
    "bondir bondit bondissent",
    "ouvrir ouvre ouvrent",
    "découvrir découvre découvrent",
    "accueillir accueille accueillent",
    "tenir tient tiennent",
    "revenir revient reviennent",
    "parcourir parcourt parcourent",
    "conquérir conquiert conquièrent",
    "mourir meurt meurent",
    "partir part partent",
    "recevoir reçoit reçoivent",
    "prévoir prévoit prévoient",
    "devoir doit doivent",
    "pouvoir peut peuvent",
    "rendre rend rendent",
    "battre bat battent",
    "combattre combat combattent",
    "admettre admet admettent",
    "prendre prend prennent",
    "apprendre apprend apprennent",
    "craindre craint craignent",
    "éteindre éteint éteignent",
    "rejoindre rejoint rejoignent",
    "naître naît naissent",
    "connaître connaît connaissent",
    "conduire conduit conduisent",
    "détruire détruit détruisent",
    "dire dit disent",
    "interdire interdit interdisent",
    "élire élit élisent",
    "écrire écrit écrivent",
    "inscrire inscrit inscrivent",
    "faire fait font",
    "suivre suit suivent",
    "vivre vit vivent",
    "conclure conclut concluent",
    "interrompre interrompt interrompent",
    "vaincre vainc vainquent",
    "dissoudre dissout dissolvent",
    "perdre perd perdent",
    "être est sont",
    "avoir a ont",
    "aller va vont",
    "s'asseoir",
    "",
][1:-2]


@pytest.mark.parametrize("line", FORMS)
def test_third_persons(line: str) -> None:
    lemma, singular, plural = line.split()
    conjugation = load("fr")
    assert conjugation.third_person(lemma, plural=False) == singular
    assert conjugation.third_person(lemma, plural=True) == plural


@pytest.mark.parametrize(
    ("word", "elided"), [("entretient", True), ("rend", False), ("heurte", False), ("habille", True)]
)
def test_elision(word: str, elided: bool) -> None:
    assert load("fr").elides(word) is elided
