"""The line of an event that no draft can tell stands behind what its article is about."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline import build
from timeline.events.headline.choice.passing import printable_drafts

LED = [
    # a pronoun that nothing explains, behind the headline; its sentence without the day
    (
        "L'association des paralysés déménage",
        "Elle s'est installée mardi au centre-ville.",
        "L'association des paralysés déménage : elle s'installe au centre-ville",
    ),
    # the object is not the subject
    (
        "Le pays en feu",
        "Des combats les ont usés lundi.",
        "Le pays en feu : des combats les usent",
    ),
    # a headline that has a colon, asks, or is too long, leads nothing
    ("Où va l'association ?", "Elle s'est installée au centre-ville.", "Elle s'est installée au centre-ville"),
    # a sentence that says who acts needs none
    ("L'association déménage", "Le maire a inauguré le pont.", "Le maire inaugure le pont"),
]


@pytest.mark.parametrize(("title", "sentence", "line"), LED)
def test_line(title: str, sentence: str, line: str) -> None:
    assert build.write(*read(title, sentence)) == line


ANNOUNCED = [
    ("Quant aux étudiants, ils ont voté mardi la grève.", "voté", "Les étudiants votent la grève"),
    ("Quant au maire, il a démissionné lundi.", "démissionné", "Le maire démissionne"),
    # a noun of another gender is not the pronoun's
    ("Quant à la pêche, il a signé un accord mardi.", "signé", "Quant à la pêche, il signe un accord"),
]


@pytest.mark.parametrize(("sentence", "word", "line"), ANNOUNCED)
def test_what_a_sentence_announces_is_its_pronoun(sentence: str, word: str, line: str) -> None:
    assert build.write(*read("Où va la région ?", sentence, word)) == line


CIRCUMSTANCES = [
    ("Onze jours après la finale perdue contre l'Espagne, le sélectionneur a démissionné.", "finale perdue contre"),
    ("Le parti est arrivé en tête lors des élections européennes de mai 2019.", "élections européennes"),
]


@pytest.mark.parametrize(("sentence", "phrase"), CIRCUMSTANCES)
def test_a_circumstance_has_its_noun_phrase(sentence: str, phrase: str) -> None:
    word = phrase.partition(" ")[0]
    context, mention = read("Le sélectionneur", sentence, word)
    assert any(one.text.lower().startswith(phrase) for one in printable_drafts(context, mention))


DID = [
    ("Trois jours après le séisme qui a ravagé la province, le roi est rentré.", "séisme", True),
    ("Trois jours après le séisme qui n'a pas ravagé la province, le roi est rentré.", "séisme", False),
    ("Trois jours après le séisme que le roi a redouté, la province attend.", "séisme", False),
]


@pytest.mark.parametrize(("sentence", "word", "told"), DID)
def test_a_circumstance_is_told_by_its_relative_clause(sentence: str, word: str, *, told: bool) -> None:
    drafts = printable_drafts(*read("Le roi", sentence, word))
    assert any(one.text == "Le séisme ravage la province" for one in drafts) == told


def test_what_a_time_is_counted_from_has_happened() -> None:
    """Whatever the verb denies."""
    sentence = "Depuis la victoire de Benoît Hamon, le député n'a cessé de promettre une alliance."
    context, mention = read("Le député", sentence, "victoire")
    assert "Victoire de Benoît Hamon" in [one.text for one in printable_drafts(context, mention)]


QUOTED = [
    ("« Elle rassurait tout le monde », raconte l'employée, qui a accouché lundi d'une petite fille.", "rassurait"),
    ("« Je pense à mon père, qui s'y est cassé les dents », a dit le vainqueur, enseignant de 43 ans.", "cassé"),
]


@pytest.mark.parametrize(("sentence", "word"), QUOTED)
def test_a_quotation_keeps_its_words_and_who_says_it(sentence: str, word: str) -> None:
    line = build.write(*read("Le pont rouvert", sentence, word))
    quoted = sentence.partition("»")[0]
    assert quoted in line
    assert any(speaker in line for speaker in ("l'employée", "le vainqueur"))
