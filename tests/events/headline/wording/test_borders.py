"""Where a long sentence ends as a line: at the border of a part that it does not need."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline import build
from timeline.events.headline.choice.passing import printable_drafts

ASIDE = "devant les élus, les journalistes, les riverains et les commerçants du quartier de la gare de Valmorin"
ENDS = [
    # an apposition or a clause with commas, behind the word of the mention
    (
        f"Le maire a inauguré le pont {ASIDE}, alors que les ouvriers achevaient encore de peindre le parapet du quai.",
        "inauguré",
        "gare de Valmorin",
    ),
    # never before the mention's word
    (
        f"Le maire a inauguré le pont {ASIDE}, alors que les ouvriers achevaient encore de peindre le parapet du quai.",
        "achevaient",
        "parapet du quai",
    ),
    # a date stays whole
    (f"Le maire a inauguré le pont {ASIDE} et a ouvert le festival de théâtre du 7 au 12 mars.", "ouvert", "12 mars"),
    # what a cleft sentence tells stays
    (
        f"C'est une lettre anonyme, lue {ASIDE} et dans les communes voisines, qui a décidé le parquet à enquêter.",
        "lue",
        "qui a décidé le parquet à enquêter",
    ),
    # a quotation keeps who says it
    (
        f"« Nous avons ordonné aux gendarmes de fermer le pont {ASIDE} », a déclaré le préfet.",
        "ordonné",
        "a déclaré le préfet",
    ),
    # a short sentence stays as it is
    ("Le maire a inauguré le pont, alors que les ouvriers peignaient le parapet.", "inauguré", "parapet"),
]


@pytest.mark.parametrize(("sentence", "word", "end"), ENDS)
def test_a_long_sentence_ends_at_a_border(sentence: str, word: str, end: str) -> None:
    line = build.sentence_line(*read("Le pont", sentence, word))
    assert line.endswith(end)
    assert word in line
    assert "…" not in line


def test_the_first_letter_of_a_name_is_no_denial() -> None:
    context, mention = read("Le pont", "Le maire a été arrêté à N'Djamena par la police.", "arrêté")
    drafted = [one.text for one in printable_drafts(context, mention)]
    assert any("N'Djamena" in text for text in drafted)
    assert not any("Ne Djamena" in text for text in drafted)


IMPERSONAL = [
    (
        "Il a fallu quatre gardes pour asseoir l'accusé dans le box.",
        "fallu",
        ("Il faut quatre gardes", "Il a fallu quatre gardes"),
    ),
    ("Il s'est assis dans le box.", "assis", ()),
]


@pytest.mark.parametrize(("sentence", "word", "beginnings"), IMPERSONAL)
def test_a_pronoun_that_is_nobody_may_begin_a_line(sentence: str, word: str, beginnings: tuple[str, ...]) -> None:
    drafted = [one.text for one in printable_drafts(*read("Le pont", sentence, word))]
    assert bool(drafted) == bool(beginnings)
    assert all(text.startswith(beginnings) for text in drafted)
