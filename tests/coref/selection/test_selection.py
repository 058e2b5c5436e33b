"""Which events an editor would publish: more sources never count against one, and a longer timeline holds a shorter."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.grouping.invented import invented
from benchmarks.grouping.scores import grouped
from tests.conftest import examples
from tests.coref.making import INVENTED, annotated, merged, telling
from timeline.coref import Names, parted, selected
from timeline.coref.features.days import Days
from timeline.coref.mentions import EventMention
from timeline.coref.merging.repeating import weights
from timeline.coref.selection.features import OF_EVENT, OF_MENTION, Standing, of_event, of_mentions, standings
from timeline.coref.selection.model import chances, least, model
from timeline.coref.topic import on_topic
from timeline.model import Annotated, Basis, Entry, Length, Source, Status

ARREST = "Paul Rey, notaire à Gap, a été arrêté mardi à son étude."


def arrest(article: str, quote: str = ARREST, **facts: object) -> Annotated:
    return annotated(quote, "arrêter", article=article, trigger="arrêté", people=("Paul Rey",), **facts)


def chance(*articles: Annotated) -> float:
    (group,) = grouped(on_topic(articles, None), Names())
    return chances([group])[0]


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ({"weight": 0.9}, {"weight": 0.3}),
        ({"confidence": 0.9}, {"confidence": 0.2}),
        ({"title": "Gap : le notaire Paul Rey arrêté"}, {"title": "Météo : un printemps pluvieux"}),
        ({"status": Status.ASSERTED}, {"status": Status.CONDITIONAL}),
    ],
)
def test_what_makes_an_event_worth_an_entry(more: dict[str, object], less: dict[str, object]) -> None:
    assert chance(arrest("a1", **more)) > chance(arrest("a1", **less))


def test_another_voice_raises_the_chance_and_a_copy_does_not() -> None:
    alone = chance(arrest("a1"))
    other = arrest("a2", "Le notaire de Gap Paul Rey a été arrêté par les gendarmes.", text="Arrêté à Gap. " * 9)
    assert chance(arrest("a1"), other) > alone
    assert chance(arrest("a1"), arrest("a2")) == pytest.approx(alone)


def test_background_of_one_article_counts_less_than_of_two() -> None:
    """An event long before the story is worth more where a second article tells it."""
    facts = {"date": "2009-03-14", "basis": Basis.STATED}
    alone = chance(arrest("a1", **facts))
    other = arrest(
        "a2", "Le notaire de Gap Paul Rey a été arrêté par les gendarmes.", text="Arrêté à Gap. " * 9, **facts
    )
    assert chance(arrest("a1", **facts), other) > alone


@pytest.mark.parametrize(
    ("days_before", "days_into_the_story", "expected"),
    [
        (1, 0, [True, False, False]),  # the first article's news
        (3, 0, [False, False, False]),  # its eve still belongs to the story
        (3, 90, [False, False, False]),  # told again within the story: what it is made of
        (30, 0, [False, True, False]),
        (600, 0, [False, True, True]),
        (600, 700, [False, False, False]),  # long ago for its article, but not before the story
    ],
)
def test_what_is_older_than_its_story(days_before: int, days_into_the_story: int, expected: list[bool]) -> None:
    one = telling(arrest("a1", basis=Basis.STATED))
    day = one.topic.published - days_before
    one = replace(one, days=Days(day, day, Basis.STATED))
    row = of_event([one], standings([0.0]), [one.topic.published - days_into_the_story])
    named = dict(zip(OF_EVENT, row, strict=True))
    assert [named[name] for name in ("only news of its day", "before the story", "long before the story")] == expected


def test_what_a_later_article_still_tells_is_more_than_news() -> None:
    told = [telling(arrest(each, published=day)) for each, day in (("a1", "2023-03-15"), ("a2", "2023-06-01"))]
    alone, again = (of_event(its, standings([0.0]) * len(its), [0]) for its in (told[:1], told))
    news = OF_EVENT.index("only news of its day")
    assert (alone[news], again[news]) == (1, 0)
    assert model().of_event["only news of its day"] <= 0


@pytest.mark.parametrize(
    ("days", "told", "expected"),
    [
        ((60, 90), [50, 70, 100], True),  # « en octobre », and an article appeared in October
        ((60, 90), [50, 100], False),  # none did
        ((60, 90), [50, 92, 100], False),  # only afterwards
        ((95, 125), [50, 100, 110], False),  # only one that is later than this one
        ((95, 125), [50, 96, 100], True),  # « ce mois-ci »
        ((60, 600), [70, 100], False),  # a time of years
        ((70, 70), [70, 100], False),  # a day
        ((None, 90), [70, 100], False),  # a bound
    ],
)
def test_a_vague_time_in_which_earlier_articles_appeared(
    days: tuple[int | None, int], told: list[int], expected: bool
) -> None:
    one = telling(arrest("a1", basis=Basis.STATED))
    one = replace(one, days=Days(*days, Basis.STATED), topic=replace(one.topic, published=100))
    named = dict(zip(OF_EVENT, of_event([one], standings([0.0]), told), strict=True))
    name = "without its day, of a time that was told"
    assert named[name] == expected
    assert model().of_event[name] < 0


KINDS = ("only planned", "only to come", "a step of an affair", "only a move or a meeting")


@pytest.mark.parametrize(
    ("quote", "lemma", "facts", "expected"),
    [
        ("Le tribunal a condamné Paul Rey.", "condamner", {}, [False, False, True, False]),
        ("La condamnation de Paul Rey surprend.", "condamnation", {}, [False, False, True, False]),
        ("Paul Rey a rencontré le maire.", "rencontrer", {}, [False, False, False, True]),
        ("Paul Rey a repeint sa boutique.", "repeindre", {}, [False, False, False, False]),
        (
            "Le conseil votera le 20 mars.",
            "voter",
            {"status": Status.PLANNED, "date": "2023-03-20"},
            [True, True, True, False],
        ),
        ("Le conseil doit voter aujourd'hui.", "voter", {"status": Status.PLANNED}, [True, False, True, False]),
    ],
)
def test_kinds_of_events(quote: str, lemma: str, facts: dict[str, object], expected: list[bool]) -> None:
    one = telling(annotated(quote, lemma, **facts))
    named = dict(zip(OF_EVENT, of_event([one], standings([0.0]), [one.topic.published]), strict=True))
    assert [named[name] for name in KINDS] == expected


def test_a_plan_that_another_article_tells_as_a_fact_is_no_mere_plan() -> None:
    facts = {"date": "2023-03-20", "basis": Basis.STATED}
    plan = telling(arrest("a1", status=Status.PLANNED, **facts))
    fact = telling(arrest("a2", published="2023-03-21", weight=0.9, **facts))
    alone, told = (of_event(its, standings([0.0]) * len(its), [0]) for its in ([plan], [plan, fact]))
    for name, before, after in (("only planned", 1, 0), ("only to come", 1, 0), ("weight", 0.5, 0.9)):
        assert (alone[OF_EVENT.index(name)], told[OF_EVENT.index(name)]) == (before, after)


@pytest.mark.parametrize(
    ("odds", "expected"),
    [
        ([], []),
        ([-1.0], [(0, 2.0)]),  # alone in its article: ahead of a very unlikely one
        ([-1.0, 0.5, -2.0], [(1, -1.5), (0, 1.5), (2, -2.5)]),
        ([0.5, 0.5], [(0, 0.0), (1, 0.0)]),  # the earlier one of two equals is first
    ],
)
def test_how_mentions_stand_in_their_article(odds: list[float], expected: list[tuple[int, float]]) -> None:
    assert standings(odds) == [Standing(its, *more) for its, more in zip(odds, expected, strict=True)]


def test_what_is_ahead_of_its_article_and_stands_first_is_worth_more() -> None:
    ahead, first = OF_EVENT.index("ahead of its article's others"), OF_EVENT.index("place in the article")
    told = [telling(arrest(each)) for each in ("a1", "a2")]
    row = of_event(told, [Standing(-1.0, 2, -3.0), Standing(-2.0, 0, 0.5)], [0])
    assert (row[ahead], row[first]) == (0.5, 0.0)
    assert model().of_event[OF_EVENT[ahead]] > 0 > model().of_event[OF_EVENT[first]]


def _titled(article: str, score: float, confidence: float | None) -> EventMention:
    one = arrest(article)
    titled = (replace(event, title_score=score, title_confidence=confidence) for event in one.events)
    return telling(replace(one, events=tuple(titled)))


@pytest.mark.parametrize(
    ("titles", "factor"),
    [
        ([(0.6, 1.0)], 1.0),
        ([(0.6, 0.4)], 0.7),
        ([(0.0, 0.0)], 0.5),  # its sentence as it stands
        ([(0.6, 0.4), (0.6, 0.8)], 0.9),  # the entry gets the better title
        ([(0.0, None)], 0.5),  # no model judges titles
        ([(0.1, None)], 1.0),
    ],
)
def test_an_event_counts_less_the_likelier_its_best_title_is_bad(
    titles: list[tuple[float, float | None]], factor: float
) -> None:
    group = [_titled(f"a{number}", *title) for number, title in enumerate(titles)]
    clear = [_titled(f"a{number}", score, 1.0) for number, (score, _) in enumerate(titles)]
    assert weights([group]) == chances([group]) == pytest.approx([factor * chances([clear])[0]])


def test_every_feature_has_its_weight() -> None:
    one = telling(arrest("a1"))
    (row,) = of_mentions([one])
    assert len(row) == len(OF_MENTION)
    assert len(of_event([one], standings([0.0]), [one.topic.published])) == len(OF_EVENT)
    assert set(model().of_mention) == {"", *OF_MENTION}
    assert set(model().of_event) == {"", *OF_EVENT}
    assert model().meaning.shape == one.vector.shape


@cache
def articles() -> tuple[Annotated, ...]:
    """Some invented events, a third of them told by the way."""
    rows = [row.annotated for row in invented(INVENTED) if int((row.lookalike_of or row.event)[1:3]) <= 12]
    return tuple(
        replace(one, events=tuple(replace(event, weight=0.15, confidence=0.1) for event in one.events))
        if place % 3
        else one
        for place, one in enumerate(rows)
    )


def test_a_longer_timeline_holds_a_shorter_one_under_the_same_ids() -> None:
    by_length = [{entry.id for entry in merged(articles(), length=length)} for length in Length]
    assert all(shorter <= longer for shorter, longer in pairwise(by_length))
    assert len(by_length[0]) < len(by_length[-1])
    thresholds = [least(length) for length in Length]
    assert thresholds == sorted(thresholds, reverse=True)
    everything = merged(articles())
    assert tuple(selected(everything, Length.NORMAL)) == merged(articles(), length=Length.NORMAL)


def test_unlikely_entries_say_each_line_of_a_day_once() -> None:
    first, *_ = merged(articles())
    entries = [
        replace(first, id=id_, date=date, title=title, weight=weight)
        for id_, date, title, weight in [
            ("a", "2020-03-02", "Le pont rouvre", 0.9),
            ("b", "2020-03-02", "Le maire parle", 0.01),
            ("c", "2020-03-02", "Le maire parle", 0.02),
            ("d", "2020-03-03", "Le maire parle", 0.01),
            ("e", "2020-03-02", "Le pont rouvre", 0.01),
            ("f", "2020-03-02", "Le préfet parle", None),
        ]
    ]
    assert [one.id for one in parted(entries, Length.NORMAL)[1]] == ["c", "d", "f"]
    assert [one.id for one in selected(entries, Length.ALL)] == ["a", "c", "d", "f"]
    assert [one.id for one in selected(entries, Length.NORMAL)] == ["a"]


MOURNING = Source("a", "Le maire, Luc Petit, a décrété deux jours de deuil.")
OTHER = Source("b", "Deux jours de deuil sont décrétés.")


@pytest.mark.parametrize(
    ("weight", "title", "sources", "listed"),
    [
        (0.01, "Le maire, Luc Petit, a décrété deux jours de deuil", (MOURNING,), False),
        (0.01, "Le maire, Luc Petit, a décrété…", (MOURNING,), False),
        (0.01, "Un deuil est décrété", (MOURNING,), True),  # its own words
        (0.01, "Le maire, Luc Petit, a décrété…", (MOURNING, OTHER), True),  # another article tells it, too
        (0.01, "Deux jours de deuil sont décrétés", (OTHER,), True),  # no other entry quotes it
        (0.09, "Le maire, Luc Petit, a décrété…", (MOURNING,), True),  # a full timeline holds it
        (0.01, "…", (MOURNING,), True),
    ],
)
def test_an_unlikely_entry_does_not_repeat_a_sentence_that_another_quotes(
    weight: float, title: str, sources: tuple[Source, ...], listed: bool
) -> None:
    first, *_ = merged(articles())
    likely = replace(first, id="a", title="Luc Petit décrète deux jours de deuil", weight=0.5, sources=(MOURNING,))
    unlikely = replace(first, id="b", title=title, weight=weight, sources=sources)
    for entries in ([likely, unlikely], [unlikely, likely]):
        assert ("b" in {one.id for one in selected(entries, Length.ALL)}) is listed


@settings(max_examples=examples(6, 15))
@given(st.integers(1, len(articles()) - 1))
def test_an_article_that_is_added_takes_no_entry_away(count: int) -> None:
    in_order = sorted(articles(), key=lambda one: (one.article.published, one.article.id))
    after: dict[str, Entry] = {entry.id: entry for entry in merged(articles())}
    for entry in merged(in_order[:count]):
        assert (after[entry.id].weight or 0) >= (entry.weight or 0)


@pytest.mark.parametrize(
    ("title", "is_told"),
    [
        ("Le maire, Luc Petit, a décrété un deuil", True),
        ("LE MAIRE, Luc  Petit…", True),
        ("Deuil à Gap : le maire, Luc Petit, a décrété un deuil.", True),
        ("Luc Petit décrète un deuil", False),
        ("Le préfet a décrété un deuil", False),
    ],
)
def test_an_unlikely_entry_tells_no_sentence_that_a_likelier_one_quotes(title: str, is_told: bool) -> None:
    first, *_ = merged(articles())
    source = replace(first.sources[0], quote=" Le maire,\u00a0Luc Petit, a décrété un deuil.")
    likely = replace(first, id="a", title="Luc Petit décrète un jour de deuil", sources=(source,), weight=0.9)
    unlikely = replace(likely, id="b", title=title, weight=0.01)
    assert [one.id for one in parted([unlikely, likely], Length.NORMAL)[1]] == ["b"] * (not is_told)
