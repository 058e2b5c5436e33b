import pytest

from timeline.merge.rounds import contradict, rounds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("la première demi-finale", "la deuxième demi-finale"),
        ("sa demi-finale du tournoi", "la finale du tournoi"),
        ("en quart de finale", "en demi-finale"),
        ("la 8e étape du Tour", "la 10e étape du Tour"),
        ("l'étape 5", "l'étape 6"),
        ("la 3e journée", "la quatrième journée"),
        ("le premier décret", "le second décret"),
        ("l'acte II", "l'acte III"),
        ("la première vague", "la 2e vague"),
    ],
)
def test_different_members_of_a_series(one: str, other: str) -> None:
    assert contradict(rounds("fr", one), rounds("fr", other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("le Premier ministre", "la deuxième ministre"),
        ("la deuxième étape", "la 2e étape"),
        ("les demi-finales", "la première demi-finale"),
        ("pour la première fois", "pour la deuxième fois"),
        ("l'acte II", "l'acte 2"),
        ("la 8e étape", "l'arrivée à Albi"),
        ("le premier décret", "le décret"),
        ("au deuxième jour", "au troisième jour"),
    ],
)
def test_what_may_be_one(one: str, other: str) -> None:
    assert not contradict(rounds("fr", one), rounds("fr", other))


def test_the_next_one_is_another_in_every_article() -> None:
    first = rounds("fr", "la prochaine étape", "2016-07-12")
    assert contradict(first, rounds("fr", "la prochaine étape", "2016-07-13"))
    assert not contradict(first, rounds("fr", "La prochaine étape sera longue", "2016-07-12"))


def test_other_languages_have_no_series_yet() -> None:
    assert rounds("xx", "la première demi-finale") == {}
