"""What a headline shows whole or not at all, and what parts its verb from its object: sentence, words of the line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.events.headline.reading import lines_of, read
from timeline.events.detection.mentions import Frame
from timeline.events.headline.base.gate import LONGEST, LONGEST_CLAUSE
from timeline.events.headline.base.marks import with_marks
from timeline.events.headline.choice.passing import passing_drafts
from timeline.events.headline.complete.commas import with_front_comma, without_half_commas
from timeline.events.headline.complete.parted import is_orphaned

PARTED = [
    ("Montpellier a vaincu Nîmes sur le score de 31 buts à 26.", "Nîmes à 26"),
    ("Le taux de chômage devrait passer de 7,4 % à 7,1 %.", "7,4 %"),
    ("Les cortèges ont réuni entre 1 200 personnes selon la police et 3 000 selon les syndicats.", "1 200 personnes"),
    ("Un groupe d'ingénieurs a présenté un robot fabriqué à partir de bois et de ballons.", "robot fabriqué"),
    ("Claire Dubreuil a promis de baisser l'impôt local, de rénover le pont.", "de baisser l'impôt de rénover le pont"),
    ("Claude Martin est condamné à 75 000 euros d'amende en plus d'une peine de cinq ans.", "condamné à 75"),
    ("Plusieurs journaux ont rendu leurs éditions numériques gratuites pour la journée.", "leurs éditions numériques"),
    ("Le déficit ne pourrait diminuer que de 1,3 % selon le ministre.", "ne pourrait diminuer de 1,3 %"),
    ("Le Sénat a demandé au gouvernement d'établir un recensement.", "demande d'établir un recensement"),
]
WHOLE = [
    ("Montpellier a battu Nîmes par 31 buts à 26.", "31 buts à 26"),
    ("Le taux de chômage est passé de 7,4 % à 7,1 %.", "de 7,4 % à 7,1 %"),
    ("Un groupe d'ingénieurs a présenté un robot fabriqué en bois.", "robot fabriqué en bois"),
]
BETWEEN = [
    ("La NASA a découvert, grâce à deux missions, un groupe d'étoiles.", "découvre un groupe d'étoiles", True),
    ("Tim Reed remporte après une lutte remarquable son premier titre mondial.", "remporte son premier titre", True),
    ("Claire Dubreuil a inauguré, à Valmorin, un pont.", "inaugure un pont", True),
    ("La régie aurait embauché, selon certains salariés, des agents.", "aurait embauché des agents", True),
]
ADVERBS = [
    ("Le principal parti demande même l'annulation du vote.", "même", False),
    ("Les joueurs de Nîmes avaient déjà éliminé Rouen et Rodez.", "déjà", False),
    ("Des cas sont recensés en Guinée mais aussi dans d'autres pays.", "mais dans", False),
]
SUBJECTS = [
    ("Ce sont les milices menées par les chiites qui ont fermé les routes.", "Les milices"),
    ("Ces terres sont à Douglas Tompkins, un défenseur du pays, mort à 72 ans.", "Douglas Tompkins"),
    ("L'attentat a été revendiqué par Al-Qaïda au Maghreb islamique.", "L'attentat"),
]


@pytest.mark.parametrize(("sentence", "half"), PARTED)
def test_no_line_ends_with_half_of_it(sentence: str, half: str) -> None:
    lines = lines_of(sentence)
    assert lines
    assert [line for line in lines if line.endswith(half)] == []


@pytest.mark.parametrize(("sentence", "whole"), WHOLE)
def test_a_line_has_all_of_it(sentence: str, whole: str) -> None:
    assert any(whole in line for line in lines_of(sentence))


@pytest.mark.parametrize(("sentence", "words", "goes"), BETWEEN)
def test_what_stands_between_a_verb_and_its_object(sentence: str, words: str, goes: bool) -> None:
    assert any(words in line for line in lines_of(sentence)) is goes


@pytest.mark.parametrize(("sentence", "words", "stays"), ADVERBS)
def test_adverbs_that_only_add(sentence: str, words: str, stays: bool) -> None:
    lines = [draft.text for draft in passing_drafts(*read("", sentence)).values()]
    assert lines
    assert any(words in line for line in lines) is stays


@pytest.mark.parametrize(("sentence", "subject"), SUBJECTS)
def test_subjects(sentence: str, subject: str) -> None:
    lines = [draft.text for draft in passing_drafts(*read("", sentence)).values() if draft.kind != "above"]
    assert lines
    assert all(line.startswith(subject) for line in lines)


def test_a_verb_beside_a_passive_has_its_own_voice() -> None:
    lines = lines_of("Le mandat a été retiré, car la justice craignait un refus des juges.", "retiré")
    assert all("est un refus" not in line for line in lines)


def test_a_clause_may_be_a_little_longer_than_a_headline() -> None:
    sentence = (
        "La cour administrative d'appel de Valmorin doit se prononcer sur la reprise ou non "
        "du processus d'arrêt des soins."
    )
    lines = passing_drafts(*read("", sentence))
    assert any(LONGEST < len(line) <= LONGEST_CLAUSE for line in lines)


@pytest.mark.parametrize(
    ("sentence", "gone", "line"),
    [
        (
            "Claire Dubreuil, arrivée lundi, a ouvert le pont.",
            "lundi",
            "Claire Dubreuil, arrivée, a ouvert le pont",
        ),
        (
            "Le maire, Claude Martin, qui ne savait pas nager lundi, a ouvert le pont.",
            "lundi",
            "Le maire, Claude Martin, qui ne savait pas nager, a ouvert le pont",
        ),
        ("Claire Dubreuil, maire de Lyon, a ouvert le pont.", ", maire de Lyon,", "Claire Dubreuil a ouvert le pont"),
        ("À Lyon, Claire Dubreuil a ouvert le pont.", "", "À Lyon, Claire Dubreuil a ouvert le pont"),
    ],
)
def test_commas_between_subject_and_verb_are_in_pairs(sentence: str, gone: str, line: str) -> None:
    _, mention = read("", sentence)
    start = sentence.index(gone) if gone else len(sentence)
    kept = [
        token.index
        for token in mention.tree.tokens
        if token.pos != "PUNCT" and not start <= token.start < start + len(gone)
    ]
    words = [token for token in without_half_commas(mention.tree, kept) if token.text != "."]
    assert " ".join(token.text for token in words).replace(" ,", ",") == line


def test_an_object_without_its_verb_is_an_orphan() -> None:
    _, mention = read("", "L'explosion qui a détruit un immeuble est due à une fuite de gaz.", "détruit")
    tree = mention.tree
    whole = {token.index for token in tree.tokens}
    assert not is_orphaned(tree, tree.tokens, whole)
    rest = [token for token in tree.tokens if token.text not in ("qui", "a", "détruit")]
    assert is_orphaned(tree, rest, {token.index for token in rest})


@pytest.mark.parametrize(
    ("sentence", "gone", "line"),
    [
        (
            "Vainqueur de Villefranche vendredi soir, Laval est sacré champion de National.",
            "vendredi soir,",
            "Vainqueur de Villefranche, Laval est sacré champion de National",
        ),
        (
            "À Lyon, lundi, le pont a rouvert.",
            ", lundi,",
            "À Lyon, le pont a rouvert",
        ),
        ("Laval, vainqueur vendredi, est sacré champion.", "vendredi,", "Laval, vainqueur est sacré champion"),
    ],
)
def test_what_opens_a_line_is_set_off_by_its_comma(sentence: str, gone: str, line: str) -> None:
    _, mention = read("", sentence)
    start = sentence.index(gone)
    words = tuple(
        token for token in mention.tree.tokens if token.text != "." and not start <= token.start < start + len(gone)
    )
    found = with_front_comma(mention.tree, words)
    assert " ".join(token.text for token in found).replace(" ,", ",") == line


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "Le conseil a adopté lundi soir, par 32 voix contre 9, le budget primitif.",
            "Le conseil adopte par 32 voix contre 9 le budget primitif",
        ),
        ("Le conseil a adopté, par 32 voix contre 9, le budget primitif.", "adopte, par 32 voix contre 9, le budget"),
    ],
)
def test_an_aside_that_lost_its_first_comma_with_a_date_loses_the_second(sentence: str, line: str) -> None:
    assert any(line in one for one in passing_drafts(*read("", sentence)))


@pytest.mark.parametrize(
    ("sentence", "verb", "gone", "line"),
    [
        (
            "La marine avait fini par reconnaître, lundi, que le sous-marin gisait par le fond.",
            "reconnaître",
            "lundi",
            "reconnaître que le sous-marin",
        ),
        (
            "Cent papetiers d'Arches ont fait le voyage, hier, pour accompagner leurs délégués.",
            "fait",
            "hier",
            "le voyage pour accompagner",
        ),
        (
            "Le pont a fermé après la mort, le 7 janvier 2018, de Claude Martin.",
            "fermé",
            "le 7 janvier 2018",
            "la mort de Claude Martin",
        ),
        (
            "La police a arrêté Claude Martin, lundi, soupçonné de vol.",
            "arrêté",
            "lundi",
            "Claude Martin, soupçonné de vol",
        ),
    ],
)
def test_what_completes_its_governor_has_no_comma_of_a_date_before_it(
    sentence: str, verb: str, gone: str, line: str
) -> None:
    _, mention = read("", sentence, verb)
    start = sentence.index(gone)
    kept = [one.index for one in mention.tree.tokens if not start <= one.start < start + len(gone)]
    text = " ".join(token.text for token in with_marks(mention.tree, kept))
    assert line in text.replace(" ,", ",").replace("' ", "'")


def test_the_commas_of_a_list_stay() -> None:
    lines = passing_drafts(*read("", "Le maire a acheté lundi, à Lyon, une table, une chaise et un lit."))
    assert not any("table une" in line for line in lines)


@pytest.mark.parametrize(
    ("noun", "line"),
    [
        ("vue", "Claire Dubreuil est placée en garde à vue"),  # of the participle that opens the sentence
        ("examen", "Claire Dubreuil est mise en examen"),
    ],
)
def test_a_noun_below_a_participle_is_told_by_it(noun: str, line: str) -> None:
    text = "Placée en garde à vue lundi, Claire Dubreuil a été mise en examen."
    context, mention = read("", text)
    trigger = next(token for token in mention.tree.tokens if token.text == noun)
    told = replace(mention, trigger=trigger, predicate=None, frame=Frame.OBLIQUE)
    assert line in passing_drafts(context, told)
