"""What forbids two tellings to be one event, whatever they share; and what lets them be."""

import pytest

from tests.merge.making import annotated, telling
from timeline.merge import Names, Naming
from timeline.merge.likeness import THRESHOLD, Likeness, likeness
from timeline.merge.telling import story, tellings
from timeline.merge.vetoes import Veto
from timeline.model import Annotated, Basis, Status


def verdict(one: Annotated, other: Annotated) -> Likeness:
    found = likeness(telling(one), telling(other))
    assert likeness(telling(other), telling(one)).score == pytest.approx(found.score)
    return found


def strike(article: str, **facts: object) -> Annotated:
    given = {
        "quote": "Les éboueurs du Havre ont cessé le travail.",
        "lemma": "cesser",
        "places": ("Le Havre",),
        **facts,
    }
    return annotated(article=article, trigger="cessé", **given)


@pytest.mark.parametrize(
    ("facts", "veto"),
    [
        ({"date": "2023-03-21"}, Veto.DAYS),
        ({"date": "2023-03-15"}, Veto.DAYS),
        ({"date": "2023-04"}, Veto.DAYS),
        ({"status": Status.DENIED}, Veto.POLARITY),
        ({"lemma": "reprendre"}, None),
        ({"date": "2023-03-15", "basis": Basis.LEAD}, None),
        ({"status": Status.REPORTED}, None),
        ({"status": Status.PLANNED}, None),
    ],
)
def test_vetoes(facts: dict[str, object], veto: Veto | None) -> None:
    assert verdict(strike("a1"), strike("a2", **facts)).veto is veto


def test_opposite_events_stay_apart() -> None:
    opened = annotated("Le pont de Tancarville a ouvert à l'aube.", "ouvrir", article="a1", places=("Tancarville",))
    closed = annotated("Le pont de Tancarville a fermé à l'aube.", "fermer", article="a2", places=("Tancarville",))
    assert verdict(opened, closed).veto is Veto.OPPOSED


def test_members_of_a_series_stay_apart() -> None:
    first = annotated("Nantes a gagné la première demi-finale.", "gagner", article="a1", places=("Nantes",))
    second = annotated("Nantes a gagné la deuxième demi-finale.", "gagner", article="a2", places=("Nantes",))
    assert verdict(first, second).veto is Veto.ROUNDS


def test_other_people_in_another_town_are_other_events() -> None:
    one = annotated("Un motard, Paul Rey, est mort.", "mourir", article="a1", people=("Paul Rey",), places=("Albi",))
    other = annotated("Un motard, Luc Faure, est mort.", "mourir", article="a2", people=("Luc Faure",), places=("Gap",))
    assert verdict(one, other).veto is Veto.VICTIMS


def test_the_same_strike_in_two_towns_is_two_strikes() -> None:
    assert (
        verdict(strike("a1"), strike("a2", places=("Rouen",))).score < verdict(strike("a1"), strike("a2")).score - 0.4
    )


def test_a_town_does_not_contradict_its_country() -> None:
    one = annotated("Un séisme a frappé la région de Marrakech.", "séisme", article="a1", places=("Marrakech",))
    other = annotated("Un séisme a frappé le Maroc dans la nuit.", "séisme", article="a2", places=("Maroc",))
    assert verdict(one, other).score >= THRESHOLD


def test_two_events_of_one_sentence_are_two() -> None:
    one = annotated("Paul Rey a été arrêté puis incarcéré.", "arrêter", trigger="arrêté", people=("Paul Rey",))
    other = annotated("Paul Rey a été arrêté puis incarcéré.", "incarcérer", trigger="incarcéré", people=("Paul Rey",))
    assert verdict(one, other).veto is Veto.SAME_ARTICLE


def test_a_noun_and_its_verb_tell_one_event() -> None:
    one = annotated("Paul Rey a été arrêté à Gap.", "arrêter", article="a1", people=("Paul Rey",), places=("Gap",))
    other = annotated("L'arrestation de P. Rey surprend Gap.", "arrestation", article="a2", people=("P. Rey",))
    assert verdict(one, other).score >= THRESHOLD


def test_the_score_is_the_sum_of_its_signs() -> None:
    found = verdict(strike("a1"), strike("a2"))
    assert found.score == pytest.approx(sum(value for _, value in found.signs))


@pytest.mark.parametrize(
    ("names", "together"),
    [
        (Names(), True),
        (Names(people=(Naming("Jean Bush", apart=("Jean W. Bush",)),)), False),
        (Names(people=(Naming("Jean Bush", also=("Jean W. Bush",)),)), True),
    ],
)
def test_events_of_people_kept_apart_are_two(names: Names, together: bool) -> None:
    one = annotated("Jean Bush a été élu à Gap.", "élire", article="a1", people=("Jean Bush",))
    other = annotated("Jean W. Bush a été élu à Gap.", "élire", article="a2", people=("Jean W. Bush",))
    first, second = (tellings(each, story(each.article, 9), names.aliases())[0] for each in (one, other))
    assert (likeness(first, second).score >= THRESHOLD) is together


def test_a_light_verb_may_tell_what_another_names() -> None:
    quote = "Le 26 avril, la sonde commence son tour entre les anneaux de Saturne."
    light = annotated(quote, "commencer", article="a1", trigger="commence", places=("Saturne",))
    assert telling(light).families == frozenset()
