"""What somebody says of a thing is no fact of a headline: the sentence, its verb, a word of praise or blame."""

from __future__ import annotations

import datetime
import re

import pytest

from tests.events.headline.reading import lines_of
from timeline import annotate

SAID = [
    ("« Le maire a fermé un pont dangereux », a affirmé Claire Dubreuil.", "fermé", "dangereux"),
    (
        "« La décision suspend le décret inconstitutionnel du président », a déclaré Bob Martin.",
        "suspend",
        "inconstitutionnel",
    ),
    ("« Le tribunal a annulé une peine injuste », estime son avocat.", "annulé", "injuste"),
    ("Selon le maire, Claire Dubreuil a signé un arrêté illégal.", "signé", "illégal"),
    ("D'après le syndicat, la direction a publié un rapport mensonger.", "publié", "mensonger"),
    ("Le gouvernement a adopté une réforme injuste, dénonce la CGT.", "adopté", "injuste"),
    ("Le ministre a signé un décret « scandaleux ».", "signé", "scandaleux"),
    ("Le conseil municipal a voté une « mascarade » de budget.", "voté", "mascarade"),
    ("Le maire a interdit un spectacle « ignoble » à Valmorin.", "interdit", "ignoble"),
    ("La direction a présenté un plan social inhumain, selon les syndicats.", "présenté", "inhumain"),
    (
        "La région a fermé une ligne indispensable et rentable, ce qui est absurde, regrette le maire.",
        "fermé",
        "absurde",
    ),
    (
        "Le préfet a pris une mesure disproportionnée, a estimé la Ligue des droits de l'homme.",
        "pris",
        "disproportionnée",
    ),
    ("« Le président a prononcé un discours honteux », a lancé Claire Dubreuil.", "prononcé", "honteux"),
    ("Selon l'opposition, le maire a commis un abus de pouvoir inadmissible.", "commis", "inadmissible"),
    ("« Les députés ont adopté un texte liberticide », a déploré Claude Martin.", "adopté", "liberticide"),
    ("Le tribunal a rendu un jugement arbitraire, a protesté l'avocat.", "rendu", "arbitraire"),
    ("Le groupe a licencié cent salariés, une injustice, a expliqué le maire.", "licencié", "injustice"),
    ("Selon Claude Martin, le gouvernement a mené une politique désastreuse.", "mené", "désastreuse"),
    ("« La mairie a construit un stade inutile », affirme l'association.", "construit", "inutile"),
    ("Le ministre a accordé une aide insuffisante, juge la fédération.", "accordé", "insuffisante"),
]
TOLD = [
    ("Le tribunal a annulé un arrêté illégal.", "annulé", "illégal"),
    ("Claude Martin a jugé le décret illégal.", "jugé", "illégal"),
    ("La CGT a dénoncé une réforme injuste et brutale.", "dénoncé", "injuste"),
    ("Le maire a dénoncé une « mascarade » après le vote.", "dénoncé", "mascarade"),
    ("Claude Martin a annoncé vendredi la fermeture d'une usine dangereuse.", "annoncé", "dangereuse"),
    ("Le Conseil constitutionnel a déclaré la loi inconstitutionnelle.", "déclaré", "inconstitutionnelle"),
    ("L'ONU a condamné un acte barbare à Valmorin.", "condamné", "barbare"),
    ("Claire Dubreuil a qualifié la mesure d'absurde.", "qualifié", "absurde"),
    ("L'avocat a critiqué un jugement arbitraire.", "critiqué", "arbitraire"),
    ("Le maire a évoqué un scandale.", "évoqué", "scandale"),
    ("L'association a contesté un permis illégal.", "contesté", "illégal"),
    ("Le juge a sanctionné une clause abusive.", "sanctionné", "abusive"),
    ("Les ouvriers ont démoli un mur dangereux.", "démoli", "dangereux"),
    ("Claude Martin a publié un livre sur le scandale du sang.", "publié", "scandale"),
    ("La police a fermé un atelier illégal à Valmorin.", "fermé", "illégal"),
    ("Le ministre a contesté une décision injuste.", "contesté", "injuste"),
    ("Le préfet a rappelé qu'une plage est dangereuse.", "rappelé", "dangereuse"),
    ("La cour a reconnu une détention arbitraire.", "reconnu", "arbitraire"),
    ("Les pompiers ont découvert un produit dangereux.", "découvert", "dangereux"),
    ("Le jury a récompensé une performance remarquable.", "récompensé", "remarquable"),
]
_QUOTED = re.compile(r"«[^»]*»")
_SOURCE = re.compile(
    r"(?i)\b(?:selon|d'après|dénonce|estime|regrette|proteste|affirme|déclare|juge|explique|lance|déplore|a \w+é)\b"
)


def test_there_are_forty_examples() -> None:
    assert len(SAID) + len(TOLD) >= 40


@pytest.mark.parametrize(("sentence", "verb", "word"), SAID)
def test_a_judgement_keeps_its_speaker(sentence: str, verb: str, word: str) -> None:
    lines = [_QUOTED.sub("", line) for line in lines_of(sentence, verb)]
    assert lines
    assert [
        line for line in lines if word in line and not _SOURCE.search(line.partition(word)[0] + line.partition(word)[2])
    ] == []


@pytest.mark.parametrize(("sentence", "verb", "word"), TOLD)
def test_a_fact_and_a_speaker_may_be_told(sentence: str, verb: str, word: str) -> None:
    assert any(word in line for line in lines_of(sentence, verb))


def test_a_sentence_in_the_middle_of_a_quotation_is_said_too() -> None:
    text = "« Ils ont agi vite. Leur action remarquable a sauvé Lyon. Nous les remercions », a déclaré mardi le maire."
    found = annotate(text, datetime.date(2024, 9, 11), keep=0.0).events
    assert [event.title for event in found if event.lemma == "sauver"] == ["L'action sauve Lyon"]
