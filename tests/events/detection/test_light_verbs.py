"""The words that name an event: with a verb that only supports a noun, both; else one word."""

from __future__ import annotations

import datetime

import pytest

import timeline
from tests.events.headline.reading import read
from timeline.events.headline import build

DAY = datetime.date(2022, 12, 20)


def expressions(text: str) -> set[str]:
    """The words of every event of a text, likely or not."""
    annotated = timeline.annotate(text, DAY)
    words = (one.expression or one.trigger for one in (*annotated.events, *annotated.other_events))
    return {text[span.start : span.end] for span in words}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le ministre a effectué une visite à Lyon lundi.", "effectué une visite"),
        ("Une enquête est prévue en janvier.", "enquête est prévue"),
        ("Le procès se déroulera en mars à Paris.", "procès se déroulera"),
        ("La fusillade a eu lieu dimanche à Marseille.", "fusillade a eu"),
        ("Une opération a été menée mardi dans le port.", "opération a été menée"),
        # A verb that annotators often leave for its event noun: its object, its passive subject, its subject.
        ("Le parquet de Lille a ouvert une enquête mardi.", "ouvert une enquête"),
        ("Une réunion extraordinaire a été convoquée mardi.", "réunion extraordinaire a été convoquée"),
        ("Les obsèques de l'ancien maire ont été célébrées samedi.", "obsèques de l'ancien maire ont été célébrées"),
        # Counter-examples: what the verb says is the event, of whatever noun.
        ("Le tribunal a annulé les élections mardi.", "annulé"),
        ("La ministre a rejeté la demande mardi.", "rejeté"),
        # Counter-examples: the verb says what happens, or its subject is somebody.
        ("Le ministre a démissionné mardi.", "démissionné"),
        ("Un homme a été arrêté lundi à Lille.", "arrêté"),
        ("L'armée a repris la ville de Palmyre lundi.", "repris"),
    ],
)
def test_the_words_of_an_event(text: str, expected: str) -> None:
    assert expected in expressions(text)


def test_far_words_are_not_one_expression() -> None:
    text = "La réunion des ministres des Affaires étrangères des pays de l'Union européenne se tiendra lundi à Paris."
    assert not any("réunion" in words and "tiendra" in words for words in expressions(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Une enquête a été ouverte mardi.", {"enquête", "ouverte"}),
        ("Ses obsèques seront célébrées vendredi.", {"obsèques", "célébrées"}),
        ("Le parquet de Lille a ouvert une enquête mardi.", {"ouvert", "enquête"}),
    ],
)
def test_noun_and_verb_of_one_expression_are_one_event(text: str, words: set[str]) -> None:
    annotated = timeline.annotate(text, DAY)
    triggers = [text[one.trigger.start : one.trigger.end] for one in (*annotated.events, *annotated.other_events)]
    assert len(words.intersection(triggers)) == 1


def test_a_word_inside_an_expression_is_an_event_of_its_own() -> None:
    text = "La préfète a lancé mardi, après l'effondrement du pont lundi, un appel aux dons."
    annotated = timeline.annotate(text, DAY)
    triggers = {text[one.trigger.start : one.trigger.end] for one in (*annotated.events, *annotated.other_events)}
    assert "effondrement" in triggers


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("Le maire a fait ouvrir le gymnase à Progreso.", "Le maire fait ouvrir le gymnase"),
        ("La préfecture avait fait évacuer les plages lundi.", "La préfecture fait évacuer les plages"),
        ("Le maire a fait savoir qu'il renonçait au projet.", "Le maire fait savoir qu'il renonce au projet"),
        ("Le maire fera ouvrir le gymnase lundi.", "Le maire fera ouvrir le gymnase"),
        ("Le maire aurait fait ouvrir le gymnase lundi.", "Le maire aurait fait ouvrir le gymnase"),
        ("Le maire n'a pas fait ouvrir le gymnase lundi.", "Le maire n'a pas fait ouvrir le gymnase"),
    ],
)
def test_what_was_caused_is_told_in_the_present(sentence: str, line: str) -> None:
    context, mention = read("", sentence)
    assert build.write(context, mention).startswith(line)


@pytest.mark.parametrize(
    ("text", "noun", "line"),
    [
        ("Les élus ont visité jeudi la centrale mise en service en 2012 à Golfech.", "service", "La centrale est"),
        (
            "Le suspect, placé en garde à vue samedi à Lyon, est parti lundi.",
            "vue",
            "Un suspect est placé en garde à vue",
        ),
        ("Le maire a reçu mardi deux familles venues pour une visite lundi à Lyon.", "visite", "Le maire"),
    ],
)
def test_a_bare_noun_is_told_by_the_participle_that_it_completes(text: str, noun: str, line: str) -> None:
    annotated = timeline.annotate(text, DAY)
    events = (*annotated.events, *annotated.other_events)
    told = [one.line.lower() for one in events if text[one.trigger.start : one.trigger.end] == noun]
    assert told
    assert all(one.startswith(line.lower()) for one in told)
