"""What the form of a verb settles, and what it leaves open."""

from __future__ import annotations

import pytest

from timeline.nlp.french import tenses

SETTLED = [
    ("pourront", "future"),
    ("viendrait", "conditional"),
    ("vendait", "imperfect"),
    ("montrait", "imperfect"),
    ("avions", "imperfect"),
    ("étaient", "imperfect"),
    ("surmonta", "past"),
    ("appela", "past"),
    ("appelèrent", "past"),
    ("reçurent", "past"),
    ("vinrent", "past"),
    ("soient", "subjunctive"),
    ("ait", "subjunctive"),
    ("puissent", "subjunctive"),
    ("réponde", "subjunctive"),
    ("prenne", "subjunctive"),
    ("adressiez", "imperfect subjunctive"),
]
OPEN = [
    *(
        "hésitez",
        "comportent",
        "tirent",
        "courent",
        "assurent",
        "meurent",
        "durent",
        "gèrent",
        "opèrent",
        "dit",
        "finit",
    ),
    *(
        "fait",
        "sait",
        "ouvre",
        "offre",
        "cueille",
        "étudiez",
        "connaît",
        "connait",
        "agit",
        "laissent",
        "dispose",
        "va",
    ),
    *("a", "xyzzy", "est", "admire", "plaît", "êtes", "paient", "tue", "aie"),
]


def allowed(form: str) -> str:
    told = zip(tenses.TENSES, tenses.finite_tenses(form), strict=True)
    return " ".join(tense for tense, may in told if may and tense != "none")


@pytest.mark.parametrize(("form", "told"), SETTLED)
def test_what_the_form_settles(form: str, told: str) -> None:
    assert allowed(form) == told


@pytest.mark.parametrize("form", OPEN)
def test_what_the_form_leaves_open(form: str) -> None:
    assert {"other"} <= set(allowed(form).split())


@pytest.mark.parametrize("form", ["pourront", "surmonta", "porte", "maison", ""])
def test_any_form_may_be_no_verb(form: str) -> None:
    assert tenses.finite_tenses(form)[tenses.TENSES.index("none")]


@pytest.mark.parametrize(
    ("features", "tense"),
    [
        ("Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin", "future"),
        ("Mood=Cnd|Tense=Pres|VerbForm=Fin", "conditional"),
        ("Mood=Ind|Tense=Past|VerbForm=Fin", "past"),
        ("Mood=Sub|Tense=Imp|VerbForm=Fin", "subjunctive"),
        ("Mood=Imp|Tense=Pres|VerbForm=Fin", "other"),
        ("Tense=Past|VerbForm=Part", "none"),
        ("", "none"),
    ],
)
def test_what_a_tag_tells(features: str, tense: str) -> None:
    assert tenses.finite_tense(features) == tense
