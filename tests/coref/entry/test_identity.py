from tests.coref.making import annotated, merged
from timeline.model import Annotated


def snow(article: str, quote: str = "Il neige à Gap.", **facts: str) -> Annotated:
    return annotated(quote, "neiger", article=article, trigger="neige", places=("Gap",), **facts)


def test_an_id_does_not_depend_on_other_articles() -> None:
    (alone,) = merged([snow("a1")])
    among = {entry.sources[0].article: entry.id for entry in merged([snow("a1"), snow("a2", date="2020-01-01")])}
    assert among["a1"] == alone.id


def test_spacing_and_case_do_not_change_an_id() -> None:
    (one,), (other,) = merged([snow("a1")]), merged([snow("a1", "Il neige  à GAP.")])
    assert one.id == other.id


def test_a_later_source_does_not_change_an_id() -> None:
    (one,) = merged([snow("a1")])
    (both,) = merged([snow("a2", "Il neige à Gap depuis l'aube.", published="2023-03-16"), snow("a1")])
    assert both.id == one.id
    assert len(both.sources) == 2
