from __future__ import annotations

import pytest

from timeline.nlp.french.lemmas import is_feminine, lemma
from timeline.nlp.french.lexicon import analyses, edit_between, edited, infinitives, lexicon, verb_codes
from timeline.nlp.parser.features import FEATURES, features, shape

CODES = [
    ("viendrait", "venir", "c"),
    ("montrait", "montrer", "i"),
    ("montrerait", "montrer", "c"),
    ("courait", "courir", "i"),
    ("courrait", "courir", "c"),
    ("courra", "courir", "f"),
    ("montra", "montrer", "s"),
    ("dirait", "dire", "c"),
    ("verra", "voir", "f"),
    ("arrêté", "arrêter", "k"),
    ("partir", "partir", "w"),
    ("annoncent", "annoncer", "p"),
    ("votant", "voter", "g"),
]

FIN = {"VerbForm": "Fin", "Mood": "Ind"}
LEMMAS = [
    ("viendrait", "VERB", {"VerbForm": "Fin", "Mood": "Cnd", "Tense": "Pres"}, "venir"),
    ("organise", "VERB", FIN | {"Tense": "Pres"}, "organiser"),
    ("Suis", "AUX", FIN | {"Tense": "Pres"}, "être"),
    ("suit", "VERB", FIN | {"Tense": "Pres"}, "suivre"),
    ("débunkera", "VERB", FIN | {"Tense": "Fut"}, "débunker"),
    ("élections", "NOUN", {"Number": "Plur"}, "élection"),
    ("journaux", "NOUN", {"Number": "Plur"}, "journal"),
    ("ministres", "NOUN", {"Number": "Plur"}, "ministre"),
    ("légale", "ADJ", {"Gender": "Fem", "Number": "Sing"}, "légal"),
    ("blessées", "ADJ", {"Gender": "Fem", "Number": "Plur"}, "blessé"),
    ("l’", "DET", {}, "le"),
    ("Zelensky", "PROPN", {}, "Zelensky"),
]


@pytest.mark.parametrize(("form", "verb", "codes"), CODES)
def test_tenses_that_a_form_may_be(form: str, verb: str, codes: str) -> None:
    assert codes in verb_codes(form, verb)
    assert not {"c", "f"} & set(verb_codes(form, verb)) - set(codes)


@pytest.mark.parametrize(("form", "pos", "features", "expected"), LEMMAS)
def test_lemmas(form: str, pos: str, features: dict[str, str], expected: str) -> None:
    assert lemma(form, pos, features, lexicon()) == expected


@pytest.mark.parametrize(("form", "made"), [("vendait", "vendre"), ("est", "être"), ("mot", "mot")])
def test_an_edit_makes_the_lemma_again(form: str, made: str) -> None:
    assert edited(form, edit_between(form, made)) == made


def test_a_text_that_is_no_edit_is_refused() -> None:
    with pytest.raises(ValueError, match="not an edit"):
        edited("mot", "er")


def test_regular_verbs_need_no_table() -> None:
    assert infinitives("réorganisait", lexicon().verbs) == ("réorganiser",)
    assert infinitives("mangeons", lexicon().verbs)[0] == "manger"
    assert infinitives("xyz", lexicon().verbs) == ()


def test_analyses_tell_the_network_what_a_word_may_be() -> None:
    assert analyses("viendrait") == "Vc"
    assert "N" in analyses("élection")
    assert analyses("zzzz") == ""


def test_views_do_not_see_the_kind_of_apostrophe() -> None:
    assert features("l’") == features("l'")
    assert len(features("mot")) == len(FEATURES)
    assert shape("Covid-19") == "Xxxxx-dd"


@pytest.mark.parametrize(
    ("form", "noun", "feminine"),
    [
        ("avocate", "avocat", True),
        ("Clientes", "client", True),
        ("historienne", "historien", True),
        ("procureur", "procureur", False),
        ("ministre", "ministre", False),
        ("homme", "homme", False),
    ],
)
def test_a_noun_is_feminine_by_its_form(form: str, noun: str, *, feminine: bool) -> None:
    assert is_feminine(form, noun) == feminine
