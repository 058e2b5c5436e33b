"""What forbids two tellings to be one event, whatever they share; and what lets them be."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.coref.making import annotated, telling
from timeline.coref import Names, Naming
from timeline.coref.features.overlap import same_place
from timeline.coref.features.pair import AGAINST, FOR, NAMES, dates_agree, features
from timeline.coref.features.vetoes import Veto
from timeline.coref.mentions import mentions_of
from timeline.coref.names.same_name import tokens
from timeline.coref.similarity import Similarity, model, similarity
from timeline.model import Annotated, Basis, Span, Status

BARS = "Les patrons de bars réclament une indemnité et la réouverture des terrasses, fermées par le préfet."
SCHOOL = "Le professeur d'histoire avait été assassiné devant son collège ; ses élèves ont lu une lettre de Jaurès."


def verdict(one: Annotated, other: Annotated) -> Similarity:
    found = similarity(telling(one), telling(other))
    assert similarity(telling(other), telling(one)).score == pytest.approx(found.score)
    return found


def strike(article: str, **facts: object) -> Annotated:
    facts_of_it = {
        "quote": "Les éboueurs du Havre ont cessé le travail.",
        "lemma": "cesser",
        "places": ("Le Havre",),
        **facts,
    }
    return annotated(article=article, trigger="cessé", **facts_of_it)


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
    assert verdict(first, second).veto is Veto.SERIES


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
    assert verdict(one, other).score >= model().threshold


def test_two_events_of_one_sentence_are_two() -> None:
    one = annotated("Paul Rey a été arrêté puis incarcéré.", "arrêter", trigger="arrêté", people=("Paul Rey",))
    other = annotated("Paul Rey a été arrêté puis incarcéré.", "incarcérer", trigger="incarcéré", people=("Paul Rey",))
    assert verdict(one, other).veto is Veto.SAME_ARTICLE


def test_a_noun_and_its_verb_tell_one_event() -> None:
    one = annotated("Paul Rey a été arrêté à Gap.", "arrêter", article="a1", people=("Paul Rey",), places=("Gap",))
    other = annotated("L'arrestation de P. Rey surprend Gap.", "arrestation", article="a2", people=("P. Rey",))
    assert verdict(one, other).score >= model().threshold


def test_what_the_model_weighs_is_what_a_pair_has() -> None:
    """No feature is lost between the two."""
    assert model().trees.features == NAMES
    assert set(NAMES) >= FOR | AGAINST


@given(st.dictionaries(st.sampled_from(NAMES), st.floats(0.0, 3.0)), st.sampled_from(sorted(FOR | AGAINST)))
def test_no_feature_weighs_the_other_way_round(values: dict[str, float], name: str) -> None:
    odds = model().trees.log_odds
    more, less = odds(values | {name: 1.0}), odds(values | {name: 0.0})
    assert more >= less - 1e-9 if name in FOR else more <= less + 1e-9


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
    first, second = (mentions_of(each, 9, names.aliases())[0] for each in (one, other))
    assert (similarity(first, second).score >= model().threshold) is together


@pytest.mark.parametrize(
    ("title", "people", "others", "no_capital"),
    [
        ("Le PDG de Parkeo démissionne", ("Philippe Rey", "Parkeo"), False, False),  # each names people of the other
        ("Le PDG de Parkeo démissionne", ("Parkeo",), True, False),
        ("Luc Faure démissionne", ("Luc Faure",), True, True),
        ("Philippe Rey démissionne", ("Philippe Rey",), False, False),
    ],
)
def test_a_title_that_names_someone_by_an_office_contradicts_no_name(
    title: str, people: tuple[str, ...], others: bool, no_capital: bool
) -> None:
    one = telling(annotated(title, "démissionner", article="a1", people=people))
    both = ("Philippe Rey", "Parkeo")
    other = telling(annotated("Philippe Rey remet sa démission", "démission", article="a2", people=both))
    for pair in ((one, other), (other, one)):
        found = features(*pair, dates_agree(*pair))
        assert bool(found["no person of the titles shared"]) is others
        assert bool(found["no capital shared"]) is no_capital


def test_a_light_verb_may_tell_what_another_names() -> None:
    quote = "Le 26 avril, la sonde commence son tour entre les anneaux de Saturne."
    light = annotated(quote, "commencer", article="a1", trigger="commence", places=("Saturne",))
    assert telling(light).families == frozenset()


def test_the_wound_is_not_the_death_of_one_person() -> None:
    hurt = annotated("Paul Rey a été blessé à Gap.", "blesser", article="a1", people=("Paul Rey",))
    died = annotated("Paul Rey a succombé à ses blessures.", "succomber", article="a2", people=("Paul Rey",))
    assert verdict(hurt, died).veto is Veto.SEQUEL
    others = annotated("Huit passants ont succombé à leurs blessures à Gap.", "succomber", article="a3")
    assert verdict(hurt, others).veto is None


@pytest.mark.parametrize(
    ("one", "other", "lemma", "date", "together"),
    [
        ("Paul Rey arrive à Gap.", "Paul Rey est arrivé à Gap.", "arriver", ("2023-03-14", "2023-03-14"), True),
        (
            "Paul Rey arrive à Gap.",
            "Paul Rey est arrivé à Gap.",
            "arriver",
            ("2023-03-14T09:45", "2023-03-14T11:31"),
            False,
        ),
        (
            "Un balcon s'est effondré à Gap.",
            "Un autre balcon s'est effondré à Gap.",
            "effondrer",
            ("2023-03-14", "2023-03-14"),
            False,
        ),
    ],
)
def test_one_article_tells_two_events_at_two_hours_or_by_another(
    one: str, other: str, lemma: str, date: tuple[str, str], together: bool
) -> None:
    whole = f"{one} {other}"
    people = ("Paul Rey",) if "Rey" in one else ()
    first, second = (
        annotated(each, lemma, day, people=people, text=whole) for each, day in zip((one, other), date, strict=True)
    )
    later = replace(second.events[0], span=Span(len(one) + 1, len(whole)))
    found = verdict(first, replace(second, events=(later,)))
    assert (found.veto is not Veto.SAME_ARTICLE) is together


@pytest.mark.parametrize(
    ("place", "other", "one_town"),
    [
        ("Brétigny", "Brétigny-sur-Orge", True),
        ("Saint", "Saint-Denis", False),
        ("Saint-Denis", "Saint-Étienne", False),
        ("Châlons", "Chalon-sur-Saône", False),
        ("La Teste", "La Teste-de-Buch", True),
    ],
)
def test_a_town_may_go_by_the_first_part_of_its_name(place: str, other: str, one_town: bool) -> None:
    assert same_place(tokens(place), tokens(other)) is one_town
    assert same_place(tokens(other), tokens(place)) is one_town


def test_two_demonstrations_in_one_town_on_one_day_are_two() -> None:
    facts = {"lemma": "manifester", "trigger": "manifesté", "places": ("Marseille",)}
    said = "Les restaurateurs ont manifesté à Marseille contre la fermeture."
    one = annotated(said, article="a1", text=f"{said} {BARS}", **facts)
    said = "Des enseignants ont manifesté à Marseille en hommage à un collègue."
    other = annotated(said, article="a2", text=f"{said} {SCHOOL}", **facts)
    assert verdict(one, other).veto is Veto.SUBJECT


def test_an_empty_verb_makes_no_event_of_two() -> None:
    said = "Le retard est survenu sur la route."
    one = annotated(said, "survenir", article="a1", trigger="survenu", text=f"{said} {BARS}")
    said = "La panne est survenue dans la nuit."
    other = annotated(said, "survenir", article="a2", trigger="survenue", text=f"{said} {SCHOOL}")
    assert verdict(one, other).score < model().threshold


def test_a_second_medal_of_the_year_is_not_the_first() -> None:
    facts = {"lemma": "obtenir", "trigger": "obtient", "people": ("Théo Gross",), "date": "2023"}
    first = annotated("Théo Gross obtient une médaille d'or en descente.", article="a1", **facts)
    second = annotated("Théo Gross obtient une deuxième médaille d'or en super-G.", article="a2", **facts)
    assert verdict(first, second).veto is Veto.LATER


def test_the_same_words_of_the_day_are_news_again_a_month_later() -> None:
    quote = "Le patinage individuel messieurs est remporté par Paul Rey."
    facts = {"lemma": "remporter", "basis": Basis.PUBLISHED, "people": ("Paul Rey",)}
    first = annotated(quote, article="a1", date="2023-03-14", published="2023-03-14", **facts)
    copied = annotated(quote, article="a2", date="2023-03-15", published="2023-03-15", **facts)
    again = annotated(quote, article="a3", date="2023-04-15", published="2023-04-15", **facts)
    assert verdict(first, copied).score >= model().threshold
    assert verdict(first, again).score < model().threshold


def test_the_same_words_of_the_next_stage_are_another_jersey() -> None:
    quote = "Paul Rey remporte le maillot à pois du meilleur grimpeur."
    facts = {"lemma": "remporter", "basis": Basis.PUBLISHED, "people": ("Paul Rey",)}
    days = [("a1", "2023-03-14", "Tour : Faure remporte l'étape"), ("a2", "2023-03-15", "Tour : la 10e étape à Rey")]
    first, second = (
        annotated(
            quote,
            article=article,
            date=day,
            published=day,
            title=title,
            text=f"{quote} Cette étape finit à Gap.",
            **facts,
        )
        for article, day, title in days
    )
    assert verdict(first, second).veto is Veto.REPORTS
