"""Resolution in reading order: anchors, signals, tenses, ranges, problems."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.calendar import edtf, parse_edtf
from timeline.model import Direction, Expression, Modifier, Partial, Sentence, Signal, Span, TimexType, Token
from timeline.timex.normalise import Resolution, resolve
from timeline.timex.recognise import find

PUBLISHED = datetime.date(2022, 12, 20)


def read(text: str, published: datetime.date = PUBLISHED, sentences: tuple[Sentence, ...] = ()) -> Resolution:
    return resolve(text, find(text), published, sentences)


def intervals(text: str, published: datetime.date = PUBLISHED) -> list[str | None]:
    return [timex.date and edtf(timex.date) for timex in read(text, published).timexes]


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("Il pleut depuis lundi.", "2022-12-19/.."),
        ("Il pleut depuis des mois.", "../2022-12-20"),
        ("Il pleut depuis trois ans.", "2019/.."),
        ("Il a plu ces dix derniers jours.", "2022-12-10/2022-12-20"),
        ("Il pleuvra dans les trois prochains jours.", "2022-12-20/2022-12-23"),
        ("Il pleuvra jusqu'à vendredi.", "../2022-12-23"),
        ("Il pleuvra à partir de vendredi.", "2022-12-23/.."),
        ("Tout sera prêt d'ici vendredi.", "2022-12-20/2022-12-23"),
        ("Il est parti avant le 3 décembre.", "../2022-12-03"),
        ("Il est parti après le 3 décembre.", "2022-12-04/.."),
        ("Il est parti mardi.", "2022-12-20"),
        ("Il est parti en 2019.", "2019"),
        ("Il est parti dans les années 60.", "196X"),
        ("Un château du XIXe siècle.", "18XX"),
        ("Il est parti l'été dernier.", "2022-22"),
        ("Il est parti la semaine dernière.", "2022-12-12/2022-12-18"),
        ("Il est parti le week-end dernier.", "2022-12-17/2022-12-18"),
        ("Il attend trois jours.", None),
        ("Il vient chaque lundi.", None),
        ("Il est parti au premier semestre.", "2022-40"),
    ],
)
def test_interval(text: str, interval: str | None) -> None:
    assert intervals(text) == [interval]


def test_both_ends_of_a_range_hold_the_whole_range_and_their_own_value() -> None:
    timexes = read("Le festival se tiendra du 3 au 5 janvier.").timexes
    assert [timex.value for timex in timexes] == ["2023-01-03", "2023-01-05"]
    assert {timex.date and edtf(timex.date) for timex in timexes} == {"2023-01-03/2023-01-05"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Du 28 décembre au 3 janvier, il a neigé.", ["2022-12-28", "2023-01-03"]),
        ("Il a servi de 2010 à 2014.", ["2010", "2014"]),
        ("De mars à mai 2019, il a plu.", ["2019-03", "2019-05"]),
        ("Il a nagé de 22 h à 2 h.", ["2022-12-20T22:00", "2022-12-21T02:00"]),
        ("Il viendra entre lundi et mercredi.", ["2022-12-26", "2022-12-28"]),
        ("Il a parlé jeudi de 9h30 à 11h.", ["2022-12-15", "2022-12-15T09:30", "2022-12-15T11:00"]),
    ],
)
def test_ranges(text: str, values: list[str]) -> None:
    assert [timex.value for timex in read(text).timexes] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Lundi, il a nié. Le lendemain, il a avoué.", ["2022-12-19", "2022-12-20"]),
        ("Le 3 mars 2010, il part. Vers 18 h, il revient.", ["2010-03-03", "2010-03-03T18:00"]),
        ("Hier soir, il est parti. Arrivé à 0 h 50, il a dormi.", ["2022-12-19TEV", "2022-12-20T00:50"]),
        ("La veille, il avait dormi.", ["2022-12-19"]),
        ("En 1995, il est élu. Cinq ans plus tard, il part.", ["1995", "2000"]),
        ("Depuis 2010, il attend. Deux ans plus tard, il part.", ["2010", "2012"]),
    ],
)
def test_chain_of_anchors(text: str, values: list[str]) -> None:
    assert [timex.value for timex in read(text).timexes] == values


def test_the_anchor_is_the_expression_that_was_counted_from() -> None:
    first, second, third = read("Le 12 mai, il part. Le lendemain, il revient. Le surlendemain, il repart.").timexes
    assert first.anchor == PUBLISHED
    assert second.anchor == first
    assert third.anchor == second


def test_an_absolute_date_has_no_anchor() -> None:
    assert read("Le 12 mai 2010, il part.").timexes[0].anchor is None


def sentence(text: str, *words: tuple[str, str, int, str, dict[str, str]]) -> Sentence:
    """A sentence of words (text, part of speech, head, relation, features) in order."""
    tokens, position = [], 0
    for index, (word, pos, head, dep, features) in enumerate(words):
        start = text.index(word, position)
        position = start + len(word)
        tokens.append(Token(index, start, position, word, word.lower(), pos, head, dep, features))
    return Sentence(Span(0, len(text)), tuple(tokens))


FUTURE = {"Tense": "Fut", "Mood": "Ind", "VerbForm": "Fin"}
PAST = {"Tense": "Past", "Mood": "Ind", "VerbForm": "Fin"}


@pytest.mark.parametrize(("features", "value"), [(FUTURE, "2022-12-22"), (PAST, "2022-12-15")])
def test_the_governing_verb_decides(features: dict[str, str], value: str) -> None:
    text = "Ils votent jeudi"
    reading = sentence(
        text, ("Ils", "PRON", 1, "nsubj", {}), ("votent", "VERB", 1, "root", features), ("jeudi", "NOUN", 1, "obl", {})
    )
    assert [timex.value for timex in read(text, sentences=(reading,)).timexes] == [value]


@pytest.mark.parametrize(
    ("text", "column"),
    [("Le 31 février, il a plu.", 4), ("Il viendra le 31 juin.", 15), ("Rendez-vous à 25h.", 15), ("à 12h75", 3)],
)
def test_impossible_dates_are_problems(text: str, column: int) -> None:
    resolution = read(f"Titre\n{text}")
    assert resolution.timexes == ()
    assert [(problem.line, problem.column) for problem in resolution.problems] == [(2, column)]
    assert "no possible date" in resolution.problems[0].message


@pytest.mark.parametrize("count", ["cent sept", "Deux cent sept", "mille sept", "trente sept"])
def test_a_count_that_ends_in_sept_is_no_day_of_september(count: str) -> None:
    resolution = read(f"{count} militants sont partis.")
    assert (resolution.timexes, resolution.problems) == ((), ())


def test_the_29th_of_february_is_found_in_a_leap_year() -> None:
    assert [timex.value for timex in read("Il est né le 29 février.").timexes] == ["2020-02-29"]


def test_hours_are_counted_from_the_time_of_publication() -> None:
    published = datetime.datetime(2022, 12, 20, 9, 30, tzinfo=datetime.UTC)
    assert [timex.value for timex in read("Il est parti il y a deux heures.", published).timexes] == [
        "2022-12-20T07:30"
    ]
    assert [timex.value for timex in read("Il est parti il y a deux heures.").timexes] == ["2022-12-20"]


def test_signal_and_modifier_stand_outside() -> None:
    (timex,) = read("Il attend depuis environ dix jours.").timexes
    assert (timex.expression.signal, timex.expression.modifier) == (Signal.SINCE, Modifier.APPROX)
    (timex,) = read("Il est parti fin mars.").timexes
    assert (timex.expression.modifier, timex.value) == (Modifier.END, "2022-03")


@settings(deadline=None)
@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_round_trips(day: datetime.date) -> None:
    text = f"Le {day.day}/{day.month:02}/{day.year}, il a plu."
    (timex,) = read(text).timexes
    assert timex.value == day.isoformat()
    assert timex.date is not None
    assert parse_edtf(edtf(timex.date)) == timex.date


TEXTS = st.sampled_from(
    [
        "Il est parti mardi.", "Il partira le 3 mars.", "En mars, il est parti.", "Il est parti il y a six mois.",
        "À Noël, il partira.", "Depuis lundi, il pleut.", "Au premier trimestre, il a plu.", "L'été dernier, il a plu.",
        "Dans la nuit de mardi à mercredi, il a plu.", "La semaine prochaine, il pleuvra.", "Le lendemain, il a plu.",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(TEXTS, st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 12, 31)))
def test_nothing_depends_on_today(text: str, published: datetime.date) -> None:
    """An article moved by 400 years, a whole cycle of the calendar, has all its dates moved by as much."""
    later = published.replace(year=published.year + 400)
    for here, there in zip(read(text, published).timexes, read(text, later).timexes, strict=True):
        moved = there.value[:4].isdigit() and str(int(there.value[:4]) - 400).zfill(4) + there.value[4:]
        assert here.value == moved


@settings(deadline=None)
@given(st.text(alphabet="lundi mar3s e àé12/.-:h'\n", max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    expressions = find(text)
    for first, second in itertools.pairwise(expressions):
        assert first.span.end <= second.span.start
    for expression in expressions:
        assert text[expression.span.start : expression.span.end] == expression.text
    resolve(text, expressions, PUBLISHED)


def test_a_type_follows_the_meaning() -> None:
    expression = Expression(
        Span(0, 5), "lundi", TimexType.DATE, "weekday", Partial(weekday=0, direction=Direction.BACK)
    )
    assert resolve("lundi", [expression], PUBLISHED).timexes[0].value == "2022-12-19"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("La CGT a déposé un préavis de grève pour jeudi.", ["2022-12-22"]),
        ("La réunion de mercredi est annulée.", ["2022-12-21"]),
        ("Il neige depuis le 28 décembre.", ["2021-12-28"]),
        ("Il reviendra d'ici la Toussaint.", ["2023-11-01"]),
        ("Des éléments découverts samedi font suspecter un complot.", ["2022-12-17"]),
        ("Après une chute samedi, il renonce au tournoi.", ["2022-12-17"]),
        ("Le marché samedi sera ouvert à tous.", ["2022-12-24"]),
        ("La procédure entamée en septembre sera close.", ["2022-09"]),
        ("La fête organisée en septembre sera belle.", ["2023-09"]),
        ("Les magasins sont ouverts pour les courses de Noël.", ["2022-12-25"]),
        ("Le salon se tient de lundi à vendredi.", ["2022-12-26", "2022-12-30"]),
    ],
)
def test_what_the_words_beside_say(text: str, values: list[str]) -> None:
    assert [timex.value for timex in read(text).timexes] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Dans la nuit de lundi à mardi, un feu a pris. Dans la matinée, il a été éteint.",
            ["2022-12-19TNI", "2022-12-20TMO"],
        ),
        (
            "Dans la nuit de lundi à mardi, un feu a pris. Il a été éteint vers 15 h, puis a repris à 22 h.",
            ["2022-12-19TNI", "2022-12-20T15:00", "2022-12-20T22:00"],
        ),
        ("Il sera jugé le 5 juin 2023. Vers 21 h, il a remercié la cour.", ["2023-06-05", "2022-12-20T21:00"]),
        ("Il a été arrêté lundi. Il sera entendu à 15 h par le juge.", ["2022-12-19", "2022-12-20T15:00"]),
        ("Il fut nommé le 2 avril 2014.\n\nIl a démissionné la veille.", ["2014-04-02", "2022-12-19"]),
        (
            "Pris le 12 juin 1944, il fuit. Il est repris en août, jugé le 3 mai.",
            ["1944-06-12", "1944-08", "1945-05-03"],
        ),
        ("Élu le 3 mars 2019, il sera jugé en mai.", ["2019-03-03", "2023-05"]),
        ("Un soir de mai 1961, il naît. La fête est fixée au samedi 14 mai.", ["1961-05", "2022-05-14"]),
        ("Il fut nommé le 2 avril 2014. La veille, il avait dîné.", ["2014-04-02", "2014-04-01"]),
    ],
)
def test_the_day_last_mentioned_holds_while_the_tale_goes_on(text: str, values: list[str]) -> None:
    assert [timex.value for timex in read(text).timexes] == values


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Après le creux du deuxième trimestre, l'économie aura besoin d'aide.", "2016-09-27", "2016-Q2"),
        ("Le PIB reculera au deuxième trimestre.", "2016-11-25", "2017-Q2"),
        ("Il a été interdit cet été.", "2016-12-30", "2016-SU"),
        ("Le nom a été trouvé ; il sera officiel cet automne.", "2016-06-24", "2016-FA"),
    ],
)
def test_the_plainly_nearest_division(text: str, published: str, value: str) -> None:
    assert [timex.value for timex in read(text, datetime.date.fromisoformat(published)).timexes] == [value]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Le choix sera validé au plus tard le 1er février.", ["2022-12-20/2023-02-01"]),
        ("Le pont rouvrira au plus tard en mars 2023.", ["2022-12-20/2023-03"]),
        ("Le procès s'ouvrira au plus tôt en juin 2023.", ["2023-06/.."]),
        ("La ville est privée d'eau depuis maintenant dix jours.", ["2022-12-10/.."]),
        ("Elle dirige l'usine depuis bientôt vingt ans.", ["2002/.."]),
        ("Le pont est fermé depuis déjà six mois.", ["2022-06/.."]),
        ("Le pont est fermé au plus vite en mars 2023.", ["2023-03"]),
        ("Le pont rouvrira avant la mi-mars 2023.", ["../2023-03-15"]),
        ("Le pont ne saurait rouvrir avant le 8 janvier 2023.", ["2023-01-08/.."]),
        ("Il en a vendu entre les mois d'avril et d'octobre 2021.", ["2021-04/2021-10", "2021-04/2021-10"]),
        ("Il a voyagé entre le printemps et l'automne 2017.", ["2017-21/2017-23", "2017-21/2017-23"]),
        ("Il a vu le printemps et l'automne 2017.", ["2017-21", "2017-23"]),
    ],
)
def test_bounds_of_several_words(text: str, dates: list[str]) -> None:
    assert [edtf(timex.date) for timex in read(text).timexes if timex.date] == dates


def test_the_hour_of_the_article_counts() -> None:
    (timex,) = read(
        "Il est parti il y a deux heures.", datetime.datetime(2022, 12, 20, 1, 30, tzinfo=datetime.UTC)
    ).timexes
    assert timex.value == "2022-12-19T23:30"


@pytest.mark.parametrize(
    ("verb", "value"),
    [
        ({"lemma": "survenir"}, "2022-12-15"),
        ({"lemma": "repasser"}, "2022-12-15"),
        ({"lemma": "redescendre"}, "2022-12-15"),
        ({"lemma": "paraître"}, "2022-12-15"),
        ({"lemma": "annuler"}, "2022-12-22"),
    ],
)
def test_a_perfect_with_be_is_no_passive(verb: dict[str, str], value: str) -> None:
    text = "Il est survenu jeudi"
    reading = sentence(
        text,
        ("Il", "PRON", 2, "nsubj", {}),
        ("est", "AUX", 2, "aux:pass", {"Tense": "Pres", "Mood": "Ind", "VerbForm": "Fin"}),
        ("survenu", "VERB", 2, "root", {"Tense": "Past", "VerbForm": "Part"}),
        ("jeudi", "NOUN", 2, "obl", {}),
    )
    tokens = tuple(replace(token, **verb) if token.index == 2 else token for token in reading.tokens)
    assert [timex.value for timex in read(text, sentences=(replace(reading, tokens=tokens),)).timexes] == [value]


def test_a_reflexive_perfect_is_past() -> None:
    text = "Ils se sont élevés jeudi"
    reading = sentence(
        text,
        ("Ils", "PRON", 3, "nsubj", {}),
        ("se", "PRON", 3, "expl:comp", {"Reflex": "Yes"}),
        ("sont", "AUX", 3, "cop", {"Tense": "Pres", "Mood": "Ind", "VerbForm": "Fin"}),
        ("élevés", "ADJ", 3, "root", {}),
        ("jeudi", "NOUN", 3, "obl", {}),
    )
    assert [timex.value for timex in read(text, sentences=(reading,)).timexes] == ["2022-12-15"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Le magazine sera diffusé le lundi 13 septembre.", "2012-09-13"),
        ("Rendez-vous samedi 8 décembre.", "2012-12-08"),
        ("Le mardi 9 octobre, le conseil a voté.", "2012-10-09"),
        ("Le jeudi 9 octobre, le conseil a voté.", "2012-10-09"),
        ("Le mercredi 10 avril, le conseil votera.", "2013-04-10"),
    ],
)
def test_a_weekday_that_does_not_fit_moves_no_date_by_years(text: str, value: str) -> None:
    assert [timex.value for timex in read(text, datetime.date(2012, 10, 10)).timexes] == [value]


def test_a_weekday_that_does_not_fit_is_a_problem_and_is_explained() -> None:
    resolution = read("Le jeudi 9 octobre, le conseil a voté.", datetime.date(2012, 10, 10))
    assert [problem.column for problem in resolution.problems] == [4]
    assert "“jeudi 9 octobre”" in resolution.problems[0].message
    assert [step.key for step in resolution.timexes[0].steps][1:] == ["dates.slip.alone"]
    assert read("Le mardi 9 octobre, il a voté.", datetime.date(2012, 10, 10)).problems == ()


@pytest.mark.parametrize(("lemma", "value"), [("poignarder", "2022-12-15"), ("recevoir", "2022-12-22")])
def test_what_nobody_plans_has_happened(lemma: str, value: str) -> None:
    text = "Il est reçu jeudi"
    reading = sentence(
        text,
        ("Il", "PRON", 2, "nsubj", {}),
        ("est", "AUX", 2, "aux:pass", {"Tense": "Pres", "Mood": "Ind", "VerbForm": "Fin"}),
        ("reçu", "VERB", 2, "root", {"Tense": "Past", "VerbForm": "Part"}),
        ("jeudi", "NOUN", 2, "obl", {}),
    )
    tokens = tuple(replace(token, lemma=lemma) if token.index == 2 else token for token in reading.tokens)
    assert [timex.value for timex in read(text, sentences=(replace(reading, tokens=tokens),)).timexes] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Le sol a tremblé dimanche à 15 h 30 (soit 5 h 30 à Paris).", ["2022-12-18T15:30", "2022-12-18T05:30"]),
        ("Le bal a duré dimanche de 23 h 30 à 5 h.", ["2022-12-18", "2022-12-18T23:30", "2022-12-19T05:00"]),
        (
            "La route a été fermée dimanche jusqu'à lundi. À 18 h, il neigeait.",
            ["2022-12-18", "2022-12-26", "2022-12-18T18:00"],
        ),
    ],
)
def test_clocks_beside_clocks(text: str, values: list[str]) -> None:
    assert [timex.value for timex in read(text).timexes] == values


@pytest.mark.parametrize(
    ("lemma", "value"), [("devoir", "2022-12-22"), ("demander", "2022-12-22"), ("pouvoir", "2022-12-15")]
)
def test_a_passive_infinitive_takes_the_time_of_its_verb(lemma: str, value: str) -> None:
    text = "Elle a être entendue jeudi"
    tense = {"Tense": "Pres" if lemma == "devoir" else "Past", "Mood": "Ind", "VerbForm": "Fin"}
    reading = sentence(
        text,
        ("Elle", "PRON", 1, "nsubj", {}),
        ("a", "VERB", 1, "root", tense),
        ("être", "AUX", 3, "aux:pass", {"VerbForm": "Inf"}),
        ("entendue", "VERB", 1, "xcomp", {"Tense": "Past", "VerbForm": "Part"}),
        ("jeudi", "NOUN", 3, "obl", {}),
    )
    tokens = tuple(replace(token, lemma=lemma) if token.index == 1 else token for token in reading.tokens)
    assert [timex.value for timex in read(text, sentences=(replace(reading, tokens=tokens),)).timexes] == [value]
