import pytest

from tests.coref.making import annotated, merged
from timeline.calendar import parse_edtf
from timeline.coref import OffTopic, TopicFilter, choose
from timeline.coref.topic import LIKE_TITLE

EVENT = annotated(
    "Marine Le Pen a dénoncé à Lyon la réforme des retraites.",
    "dénoncer",
    title="Grève : la colère monte",
    people=("Marine Le Pen",),
    places=("Lyon",),
)
MARCH, APRIL = parse_edtf("2023-03"), parse_edtf("2023-04")


@pytest.mark.parametrize(
    "about",
    [
        None,
        TopicFilter(),
        TopicFilter(words=("retraite",)),
        TopicFilter(words=("Réformes des Retraites",)),
        TopicFilter(words=("greve",)),
        TopicFilter(people=("Le Pen",)),
        TopicFilter(places=("lyon",)),
        TopicFilter(period=MARCH),
        TopicFilter(words=("climat",), people=("M. Le Pen",)),
        TopicFilter(words=("retraites",), period=MARCH),
    ],
)
def test_belongs(about: TopicFilter | None) -> None:
    assert len(merged([EVENT], about=about)) == 1


@pytest.mark.parametrize(
    "about",
    [
        TopicFilter(words=("climat",)),
        TopicFilter(words=("réforme du divorce",)),
        TopicFilter(people=("Jean-Marie Le Pen",)),
        TopicFilter(places=("Paris",)),
        TopicFilter(period=APRIL),
        TopicFilter(words=("retraites",), period=APRIL),
    ],
)
def test_does_not_belong(about: TopicFilter) -> None:
    assert merged([EVENT], about=about) == ()


def test_what_has_no_date_is_in_no_period() -> None:
    assert merged([annotated("Il neige.", "neiger", None)], about=TopicFilter(period=MARCH)) == ()


def test_a_period_is_a_part_of_the_whole() -> None:
    """What one article dates to a month is on the day that another one tells, and in no other period."""
    vague = annotated("Le maire a inauguré le pont de Courville.", "inaugurer", "2023-03", article="b")
    sharp = annotated("Le maire a inauguré le pont de Courville.", "inaugurer", "2023-03-03", article="a")
    (whole,) = merged([sharp, vague])
    assert whole.date == "2023-03-03"
    assert merged([sharp, vague], about=TopicFilter(period=parse_edtf("2023-03-01/2023-03-10"))) == (whole,)
    assert merged([sharp, vague], about=TopicFilter(period=parse_edtf("2023-03-10/2023-03-20"))) == ()


def test_open_intervals_touch_a_period() -> None:
    assert len(merged([annotated("Il neige.", "neiger", "2023-01/..")], about=TopicFilter(period=MARCH))) == 1
    assert merged([annotated("Il neige.", "neiger", "../2023-01")], about=TopicFilter(period=MARCH)) == ()


QUAKE = annotated("Le sol a tremblé à Hualien.", "trembler", title="Un séisme de magnitude 6,4 frappe Taïwan")


@pytest.mark.parametrize(
    ("word", "belongs"),
    [
        ("séisme", True),
        ("earthquake", True),
        ("terremoto", True),
        ("championnat de football", False),
        ("impôts", False),
    ],
)
def test_what_means_the_same_belongs_in_any_language(word: str, belongs: bool) -> None:
    assert bool(merged([QUAKE], about=TopicFilter(words=(word,)))) is belongs


def test_what_is_left_out_says_why() -> None:
    (april,) = choose([QUAKE], TopicFilter(period=APRIL))
    (taxes,) = choose([QUAKE], TopicFilter(words=("impôts",)))
    assert [lost.reason for lost in april.left_out] == [OffTopic.PERIOD]
    assert [lost.reason for lost in taxes.left_out] == [OffTopic.SUBJECT]
    (others,) = choose([QUAKE], TopicFilter(people=("Marine Le Pen",)))
    assert [lost.reason for lost in others.left_out] == [OffTopic.NAMES]
    assert 0 <= taxes.left_out[0].nearness < LIKE_TITLE
    assert choose([QUAKE], None)[0].left_out == ()
