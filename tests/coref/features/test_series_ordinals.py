import pytest

from timeline.coref.features.series_ordinals import another, contradict, later_of, series_ordinals


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
    assert contradict(series_ordinals("fr", one), series_ordinals("fr", other))


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
    assert not contradict(series_ordinals("fr", one), series_ordinals("fr", other))


def test_the_next_one_is_another_in_every_article() -> None:
    first = series_ordinals("fr", "la prochaine étape", "2016-07-12")
    assert contradict(first, series_ordinals("fr", "la prochaine étape", "2016-07-13"))
    assert not contradict(first, series_ordinals("fr", "La prochaine étape sera longue", "2016-07-12"))


def test_other_languages_have_no_series_yet() -> None:
    assert series_ordinals("xx", "la première demi-finale") == {}


@pytest.mark.parametrize(
    ("text", "its_another"),
    [
        ("Un autre balcon s'est effondré samedi.", True),
        ("Une nouvelle explosion a retenti.", True),
        ("L'armée a de nouveau été chassée de Palmyre.", True),
        ("Un deuxième immeuble a été évacué.", True),
        ("Le nouveau président a prêté serment.", False),
        ("Un balcon s'est effondré, entre autres.", False),
    ],
)
def test_another(text: str, its_another: bool) -> None:
    assert another("fr", text) is its_another
    assert another("xx", text) is False


@pytest.mark.parametrize(
    ("text", "stems", "later"),
    [
        ("Elle obtient une deuxième médaille d'or.", {"medaill", "or"}, True),
        ("Elle obtient sa première médaille d'or.", {"medaill", "or"}, False),
        ("Elle obtient une deuxième médaille d'or.", {"victoir"}, False),
        ("Elle obtient une médaille d'or.", {"medaill"}, False),
    ],
)
def test_the_second_is_not_the_one_that_nobody_counts(text: str, stems: set[str], later: bool) -> None:
    assert later_of(series_ordinals("fr", text), stems) is later
