"""The cuts of a long line: what each leaves out, and what looks alike and stays."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline import build
from timeline.events.headline.cuts.deletion import finder, may_find, without
from timeline.events.headline.cuts.parts import parts
from timeline.events.headline.cuts.table import CUTS

GONE = [
    (
        "a second clause",
        "Les gendarmes effectuent une enquête de voisinage et le maire promet de rouvrir l'école.",
        "effectuent",
        "et le maire promet de rouvrir l'école",
    ),
    (
        "a clause behind a colon",
        "Le président doit décider à qui il confiera le gouvernement : la tâche ne commencera pas avant avril.",
        "décider",
        "la tâche ne commencera pas avant avril",
    ),
    (
        "an absolute clause",
        "L'hélicoptère a treuillé les marins, l'un d'eux souffrant d'une fracture de la jambe.",
        "treuillé",
        "l'un d'eux souffrant d'une fracture de la jambe",
    ),
    (
        "a relative clause between marks",
        "L'armée, dont l'intervention doit être demandée par le gouverneur, est arrivée mardi.",
        "arrivée",
        "dont l'intervention doit être demandée par le gouverneur",
    ),
    (
        "a relative clause that only tells more",
        "Le congrès de la Fédération européenne de triathlon qui regroupe 47 pays s'est tenu à Rome.",
        "tenu",
        "qui regroupe 47 pays",
    ),
    (
        "an apposition",
        "Thibaut Naré, chef du Rassemblement démocratique, a été condamné à trois ans de prison.",
        "condamné",
        "chef du Rassemblement démocratique",
    ),
    (
        "a participle between marks",
        "La caserne, bâtie par la ville, a été occupée par les Allemands.",
        "occupée",
        "bâtie par la ville",
    ),
    (
        "a fact beside it",
        "Une centaine de journalistes perdent leur emploi, tandis que 25 embauches doivent renforcer le site.",
        "perdent",
        "tandis que 25 embauches doivent renforcer le site",
    ),
    (
        "examples",
        "Les hôpitaux manquent de lits, notamment les services d'urgence de Lyon.",
        "manquent",
        "notamment les services d'urgence de Lyon",
    ),
    (
        "a circumstance",
        "Le tribunal relaxe Philippe Estève au terme d'un procès de trois mois.",
        "relaxe",
        "au terme d'un procès de trois mois",
    ),
    (
        "a circumstance behind a mark",
        "Le tribunal a condamné le directeur, dans une salle comble.",
        "condamné",
        "dans une salle comble",
    ),
    ("an adverb", "Le général se rend volontairement au tribunal de La Haye.", "rend", "volontairement"),
    ("an age", "Le tribunal a condamné un homme de 27 ans à Lyon.", "condamné", "de 27 ans"),
    (
        "a second content",
        "La fédération annonce que les inscriptions seront remboursées et qu'une commission établira le classement.",
        "annonce",
        "et qu'une commission établira le classement",
    ),
    (
        "a title before a name",
        "Le pilote suisse Bertrand Piccard boucle le premier tour du monde en avion solaire.",
        "boucle",
        "Le pilote suisse",
    ),
]

STAY = [
    # who it is
    ("Le fondateur, Jacques Valmer, est mort après sa mise en examen.", "mort", "Jacques Valmer"),
    # who says it
    ("Des coups de feu auraient été entendus, selon l'agence Belga.", "entendus", "selon l'agence Belga"),
    # the sentence behind its date
    (
        "Les jurés ont condamné Solange Marty, vendredi 16 mars, à dix-huit ans de réclusion.",
        "condamné",
        "à dix-huit ans de réclusion",
    ),
    # what is asked for
    (
        "Trois mille élèves défilent à Paris pour exiger que l'on annule l'épreuve de mathématiques.",
        "défilent",
        "pour exiger que l'on annule l'épreuve de mathématiques",
    ),
    # the news is what it causes
    (
        "Le séisme a secoué l'île de Kyushu, faisant au moins 9 morts et 49 blessés.",
        "secoué",
        "faisant au moins 9 morts et 49 blessés",
    ),
    # an exception
    ("Le préfet a fermé toutes les plages, sauf celle du port.", "fermé", "sauf celle du port"),
    # which age
    ("Le pape a accepté sa démission à l'âge de 75 ans.", "accepté", "de 75 ans"),
    # how long
    ("Il fallait attendre 1 h 30 avant d'emprunter le tunnel.", "attendre", "1 h 30"),
    # the mention's own word
    ("Le préfet a fermé la plage, qui rouvrira lundi prochain.", "rouvrira", "qui rouvrira lundi prochain"),
]


def found(sentence: str, word: str) -> dict[str, str]:
    """The parts of a sentence that may go, without their marks, each with its cut."""
    context, mention = read("", sentence, word)
    tree = mention.tree
    assert tree.root is not None
    kept = frozenset(range(len(tree.tokens)))
    spans = {
        one.name: [tree.tokens[index] for index in sorted(one.words) if tree.tokens[index].pos != "PUNCT"]
        for one in sorted(parts(context, mention, tree.root, kept), key=lambda one: len(one.words))
    }
    return {sentence[tokens[0].start : tokens[-1].end]: name for name, tokens in spans.items()}


@pytest.mark.parametrize(("name", "sentence", "word", "part"), GONE)
def test_gone(name: str, sentence: str, word: str, part: str) -> None:
    assert found(sentence, word).get(part) == name


@pytest.mark.parametrize(("sentence", "word", "part"), STAY)
def test_stays(sentence: str, word: str, part: str) -> None:
    assert part not in found(sentence, word)


def test_each_cut_has_its_example() -> None:
    """But those of a kind with another: gerunds, aims, means of saying, participles behind their noun."""
    alike = {"what is done beside it", "an aim", "how it is said", "a participle that only tells more"}
    assert {cut.name for cut in CUTS} == ({name for name, *_ in GONE} - {"a title before a name"}) | alike


LINES = [
    (
        "L'ancien président de Serbie Milan Milutinovic s'est rendu volontairement hier au Tribunal pénal "
        "international (TPI) pour l'ex-Yougoslavie de La Haye.",
        "rendu",
        "Milan Milutinovic se rend au Tribunal pénal international pour l'ex-Yougoslavie de La Haye",
    ),
    (
        "Une centaine de journalistes devraient perdre leur emploi, tandis que 25 embauches devront renforcer le site "
        "et ses équipes.",
        "perdre",
        "Une centaine de journalistes devraient perdre leur emploi",
    ),
    # the commas of what is left
    (
        "La banque Goldman Sachs avait permis à Athènes, au moyen d'instruments complexes, de dissimuler une partie "
        "de sa dette.",
        "permis",
        "La banque Goldman Sachs permet à Athènes de dissimuler une partie de sa dette",
    ),
]


@pytest.mark.parametrize(("sentence", "word", "line"), LINES)
def test_a_long_line_is_cut(sentence: str, word: str, line: str) -> None:
    assert build.write(*read("", sentence, word)) == line


@pytest.mark.parametrize("gap", ["qui avait commencé le 11 novembre 2008", "commencé en novembre"])
def test_no_comma_stays_between_a_subject_and_its_verb(gap: str) -> None:
    sentence = f"Le procès de l'affaire Tarnac {gap}, s'ouvre au Tribunal correctionnel de Paris."
    _, mention = read("", sentence, "ouvre")
    tree = mention.tree
    assert tree.root is not None
    kept = frozenset(range(len(tree.tokens)))
    start = sentence.index(gap)
    gone = frozenset(one.index for one in tree.tokens if start <= one.start < start + len(gap))
    assert may_find(sentence, tree, gone)
    line = without(sentence, finder(tree, gone), tree, tree.root, gone, kept)
    assert not may_find("Un autre texte", tree, gone)
    assert line == "Le procès de l'affaire Tarnac s'ouvre au Tribunal correctionnel de Paris."
