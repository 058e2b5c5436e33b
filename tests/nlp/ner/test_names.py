from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from timeline import nlp
from timeline.nlp.french.gazetteer import first_names, places, titles
from timeline.nlp.ner.gazetteer_names import apart, joined

NAMES = [
    ("Le cortège est arrivé à Tel-Aviv mardi.", "Tel-Aviv LOC"),
    ("La Côte d’Ivoire a gagné.", "Côte d’Ivoire LOC"),
    ("La France et le Sénégal ont signé.", "France LOC|Sénégal LOC"),
    ("Anna Vandenbroucke est élue. Vandenbroucke a souri.", "Anna Vandenbroucke PER|Vandenbroucke PER"),
    ("Les autoroutes A50, A51 et A52 sont fermées.", "A50 LOC|A51 LOC|A52 LOC"),
    ("A89 : la voie est rouverte.", "A89 LOC"),
    ("Une fusillade a éclaté au lycée Alexis de Tocqueville à Grasse.", "lycée Alexis de Tocqueville LOC|Grasse LOC"),
    ("Le lycée Jules Ferry et Jean Moulin ferment.", "lycée Jules Ferry LOC|Jean Moulin PER"),
    ("Elle étudie au lycée de Grasse.", "lycée de Grasse ORG"),
    ("Le match aura lieu au stade Léonard-de-Vinci.", "stade Léonard-de-Vinci LOC"),
    ("L'avalanche a dévalé le glacier d'Armancette.", "glacier d'Armancette LOC"),
    ("Le Stade Rennais a battu Nantes.", "Stade Rennais ORG|Nantes LOC"),
    ("Ils défileront à Pâques à Rome.", "Pâques EVENT|Rome LOC"),
    ("L'écrivain Toussaint Kervella est mort.", "Toussaint Kervella PER"),
    ("E40 : un camion en feu.", "E40 LOC"),
    ("A13 – Le tunnel est fermé.", "A13 LOC"),
    ("D938 : travaux lundi.", "D938 LOC"),
    ("RN205 : trafic interrompu.", "RN205 LOC"),
    ("La fermeture de A89 est prévue.", "A89 LOC"),
    ("Un accident sur la RN 79 à Paray.", "RN 79 LOC|Paray LOC"),
    ("L'A 89 est rouverte.", "A 89 LOC"),
    ("Les péages : A8, A9, A10, A11 sont bloqués.", "A8 LOC|A9 LOC|A10 LOC|A11 LOC"),
    ("La vitamine D3 est utile.", ""),
    ("Une feuille A4 suffit.", ""),
    ("Montpellier grimpe en D1.", "Montpellier LOC"),
    ("La note passe de A3 à Baa2.", ""),
    ("Un Airbus A320 s'est posé.", "Airbus A320 MISC"),
    ("A 89 ans, il court encore.", ""),
    ("La présidente kényane Alma Otieno est à Rome.", "Alma Otieno PER|Rome LOC"),
    ("Le ministre français de l'Intérieur est à Rome.", "Intérieur ORG|Rome LOC"),
    ("Selon M. Vandenbroucke, rien ne change.", "Vandenbroucke PER"),
    ("Elle a rencontré Mme Ndiaye à Dakar.", "Ndiaye PER|Dakar LOC"),
    ("Il a plu toute la journée sur les champs.", ""),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(pipeline: Language, text: str, names: str) -> None:
    found = [entity for sentence in nlp.sentences(pipeline(text)) for entity in sentence.entities]
    assert "|".join(f"{entity.text} {entity.label}" for entity in found) == names


@pytest.mark.parametrize(
    ("spans", "names"),
    [
        ([(0, 1, "PER"), (1, 3, "PER")], ["Yvon Le Garrec"]),
        ([(0, 1, "PER"), (1, 3, "LOC")], ["Yvon", "Le Garrec"]),
        ([(0, 1, "PER"), (4, 5, "PER")], ["Yvon", "Anouk"]),
    ],
)
def test_two_people_with_nothing_between_are_one(spans: list[tuple[int, int, str]], names: list[str]) -> None:
    doc = Doc(Vocab(), words=["Yvon", "Le", "Garrec", "et", "Anouk"])
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in spans])
    assert [span.text for span in joined(doc)] == names


def test_the_lists_are_tidy() -> None:
    assert all(name == name.strip() and name for name in (*places(), *first_names(), *titles()))
    assert {"France", "Île-de-France", "Saint-Étienne", "Kiev"} <= places()


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("François Hollande Manuel Valls", ["François Hollande", "Manuel Valls"]),
        ("Jean Marie Le Pen", ["Jean Marie Le Pen"]),  # two first names are one person's
        ("Charles de Gaulle", ["Charles de Gaulle"]),
        ("Anne Hidalgo Paul", ["Anne Hidalgo Paul"]),  # no family name behind the second
    ],
)
def test_two_full_names_are_two_people(name: str, parts: list[str]) -> None:
    words = name.split()
    doc = Doc(Vocab(), words=words)
    assert [part.text for part in apart(Span(doc, 0, len(words), label="PER"))] == parts
