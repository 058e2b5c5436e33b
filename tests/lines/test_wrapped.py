"""Which line ends are blanks of a sentence, and which are not."""

from __future__ import annotations

import datetime
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.annotator import annotate
from timeline.lines.wrapped import unwrap

PROSE = (
    "Le conseil municipal de Vannes a adopté lundi soir le budget de la ville, après trois heures de débat. "
    "L'opposition a voté contre. Le maire a annoncé que les travaux du port commenceraient en septembre, et que "
    "la Région Bretagne verserait trois millions d'euros à la Communauté de communes avant la fin de l'année."
)


@pytest.mark.parametrize("width", range(40, 100, 5))
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_what_a_program_wrapped_is_whole_again(width: int, between: str) -> None:
    paragraphs = [PROSE, "Un bref alinéa suit.", PROSE]
    wrapped = between.join(textwrap.fill(each, width, break_on_hyphens=False) for each in paragraphs)
    assert " ".join(unwrap(wrapped).text.split()) == " ".join(" ".join(paragraphs).split())
    first = unwrap(wrapped).text.split("\n")[0]
    assert first.startswith(PROSE)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Il a démissionné lundi\nsoir après une réunion avec le président de\nla République.", "président de la"),
        ("Les ministres réunis hier à Matignon ont parlé du\nPremier ministre.", "parlé du Premier"),
        ("Le tribunal de Nantes a condamné hier la société\r\nà une amende.", "société à une"),
        ("Une longue ligne de quarante signes, manifesta-\ntion comprise, suit.", "manifestation comprise"),
        ("La longue ligne de quarante signes parle du vice-\nprésident du conseil.", "vice-président du"),
        ("La longue ligne de quarante signes vient de Saint-\nÉtienne hier.", "Saint-Étienne hier"),
        ("Une ligne de quarante signes à Saint-Jean-\ndu-Maroni hier.", "Saint-Jean-du-Maroni hier"),
        ("La ville a été occupée pendant toute la guerre de\n1914 - 1918, puis reprise.", "guerre de 1914"),
        ("La ville a été prise par les soldats allemands en mai\n1940 et libérée plus tard.", "mai 1940"),
        ("Le club a gagné son match de dimanche par trois buts\n3 – 1 hier à Lens.", "buts 3 – 1"),
        ("Le porte-plume est volé. Une ligne finit par porte-\nplume hier.", "par porte-plume"),
    ],
)
def test_a_soft_line_end_is_a_blank(text: str, right: str) -> None:
    read = unwrap(text).text
    assert right in " ".join(read.split())
    assert len(read) == len(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Demain, dès l'aube, à l'heure où blanchit la campagne,\n\nJe partirai.", "an empty line"),
        ("Sous le pont Mirabeau coule la Seine\nEt nos amours\nFaut-il qu'il m'en souvienne", "verse"),
        ("Je marche seul\ndans la rue\nsans toi", "verse in small letters"),
        ("Les points du jour :\n- le budget de la ville de Vannes\n- les travaux du port de plaisance", "a list"),
        ("1. le budget de la ville de Vannes pour l'an prochain\n2. les travaux du port", "a numbered list"),
        ("Vannes, le budget de la ville    12 millions\nLorient, le budget de la ville    9 millions", "a table"),
        ("Vannes\t12 millions d'euros pour le port de la ville\nlorient\t9 millions", "tabs"),
        ("# Le budget de la ville de Vannes pour l'an prochain\nle conseil a voté", "a heading"),
        ("Vannes : le budget\nLe conseil a adopté le budget.", "a title"),
        ("Le conseil a adopté le budget de la ville.\nLe maire s'en réjouit.", "a paragraph a line"),
        (f"{PROSE}\n{PROSE}", "long paragraphs"),
        ("1163 : pose de la première pierre de la cathédrale\n1345 : fin des travaux", "a year opens a row"),
        ("1831 : Hugo écrit sur la cathédrale de Paris\n1844-1864 : la flèche est bâtie", "years open a row"),
        ("Juillet 2018 : début des travaux de la flèche\n15 avril 2019 – un incendie", "a day opens a row"),
        ("Ce soir-là, les pompiers sont encore au port\n19 h 30 : le toit s'effondre", "an hour opens a row"),
        ("— Vous partez demain avec le préfet de région ?\n— non, répond le maire.", "a dialogue"),
    ],
)
def test_other_line_ends_stay(text: str, why: str) -> None:
    assert unwrap(text).text == text, why


@given(st.text(alphabet="abc É-.,\n\r«»\u00ad\u0301", max_size=300))
def test_nothing_is_lost_and_the_length_stays(text: str) -> None:
    read = unwrap(text)
    assert len(read.text) == len(text)
    assert sorted(read.text.replace(" ", "").replace("\n", "").replace("\r", "")) == sorted(
        each for each in _without_dropped(text, read.text) if each not in " \n\r"
    )


def _without_dropped(text: str, read: str) -> str:
    """`text` without as many hyphens as were dropped at line ends."""
    for hyphen in "-\u00ad":
        text = text.replace(hyphen, "", text.count(hyphen) - read.count(hyphen))
    return text


def test_events_of_wrapped_lines_stand_where_they_are_stored() -> None:
    text = (
        "Le ministre de l'Économie Jean Dupont a démissionné lundi\nsoir après une réunion avec le président de\n"
        "la République. Le préfet de la Loire a interdit vendredi une manifesta-\ntion à Nantes."
    )
    events = annotate(text, datetime.date(2023, 3, 14)).events
    assert len(events) >= 2
    for event in events:
        stored = " ".join(text[event.span.start : event.span.end].split())
        assert stored.replace("manifesta- tion", "manifestation") == event.quote
        assert "\n" not in text[event.trigger.start : event.trigger.end]
    assert events[0].quote.endswith("la République.")
