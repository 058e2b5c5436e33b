from tests.coref.making import annotated, telling
from timeline.coref.entry.independent_sources import independent_sources


def test_copies_and_the_same_words_are_one_voice() -> None:
    told = [
        telling(annotated("Il neige à Gap.", "neiger", article="a"), copy=1),
        telling(annotated("La neige tombe sur Gap.", "tomber", article="b"), copy=1),
        telling(annotated("la neige tombe sur  Gap.", "tomber", article="c"), copy=2),
        telling(annotated("Gap se réveille sous la neige.", "réveiller", article="d"), copy=3),
    ]
    assert independent_sources(told) == [0, 0, 0, 3]
    assert independent_sources(told[2:]) == [0, 1]
