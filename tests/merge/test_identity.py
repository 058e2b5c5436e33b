from tests.merge.making import annotated
from timeline.merge import merge, successors
from timeline.model import Annotated

OLD = {"a": [("x", "Le pont a rouvert."), ("y", "Réouverture du pont.")], "b": [("z", "Il neige.")]}


def snow(article: str, quote: str = "Il neige à Gap.", **facts: str) -> Annotated:
    return annotated(quote, "neiger", article=article, trigger="neige", places=("Gap",), **facts)  # type: ignore[arg-type]


def test_an_id_does_not_depend_on_other_articles() -> None:
    (alone,) = merge([snow("a1")])
    among = {entry.sources[0].article: entry.id for entry in merge([snow("a1"), snow("a2", date="2020-01-01")])}
    assert among["a1"] == alone.id


def test_spacing_and_case_do_not_change_an_id() -> None:
    (one,), (other,) = merge([snow("a1")]), merge([snow("a1", "Il neige  à GAP.")])
    assert one.id == other.id


def test_a_later_source_does_not_change_an_id() -> None:
    (one,) = merge([snow("a1")])
    (both,) = merge([snow("a2", "Il neige à Gap depuis l'aube.", published="2023-03-16"), snow("a1")])
    assert both.id == one.id
    assert len(both.sources) == 2


def test_an_entry_lives_on_where_its_quotes_are() -> None:
    new = {"c": [("w", "Le pont rouvert"), ("x", "le pont a  rouvert.")], "b": [("z", "Il neige.")]}
    assert successors(OLD, new) == {"a": "c", "b": "b"}


def test_two_entries_joined_leave_one_successor() -> None:
    assert successors(OLD, {"n": [*OLD["b"], *OLD["a"]]}) == {"a": "n"}


def test_an_entry_split_lives_on_in_the_part_with_its_id() -> None:
    assert successors(OLD, {"n": [OLD["a"][0]], "a": [OLD["a"][1]]}) == {"a": "a"}


def test_an_entry_whose_quotes_are_gone_has_no_successor() -> None:
    assert successors(OLD, {"n": [("x", "Autre chose.")]}) == {}
