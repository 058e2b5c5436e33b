"""Labels that keep the article's words, and what they are read as when a person types them back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.site.sample import entry
from timeline.document.parse.dates import read_date
from timeline.model import Entry, Source, Span
from timeline.site.parts.date_words import date_words
from timeline.site.parts.labels import Words
from timeline.workflow.date_words import understand


def dated(date: str, quote: str, marked: str, said: str = "") -> Entry:
    at = quote.index(marked)
    source = Source(article="a", quote=quote, date=said or date, mark=Span(at, at + len(marked)))
    return replace(entry("a", date, "Un événement"), sources=(source,))


@pytest.mark.parametrize(
    ("date", "quote", "marked", "label"),
    [
        ("2016", "Il a démissionné fin 2016.", "fin 2016", "fin 2016"),
        ("2016", "À la fin 2016, il démissionne.", "À la fin 2016", "fin 2016"),
        ("2017-03", "Il part début mars.", "début mars", "début mars 2017"),
        ("2017-04", "Il part mi-avril.", "mi-avril", "mi-avril 2017"),
        ("2015", "Courant 2015, il vend.", "Courant 2015", "courant 2015"),
        ("196X", "Né à la fin des années 1960.", "fin des années 1960", "fin des années 1960"),
        (
            "../2017-06-01",
            "La grève dure depuis des mois.",
            "des mois",
            "au plus tard le 1er juin 2017 (depuis des mois)",
        ),
        ("2016", "Il a démissionné en 2016.", "2016", "2016"),
        ("2016", "La finale de 2016.", "2016", "2016"),
        ("2017-03-01", "Fin du match le 1er mars.", "Fin du match le 1er mars", "mercredi 1er mars 2017"),
        ("../2017-06-01", "Il est en poste jusqu’au 1er juin.", "1er juin", "au plus tard le 1er juin 2017"),
    ],
)
def test_labels_keep_the_words_of_the_article(date: str, quote: str, marked: str, label: str) -> None:
    assert date_words(dated(date, quote, marked), Words("fr")) == label


def test_a_date_that_a_person_wrote_has_no_words_of_an_article() -> None:
    corrected = replace(dated("2016", "Il a démissionné fin 2016.", "fin 2016"), date_corrected=True)
    assert date_words(corrected, Words("fr")) == "2016"
    other = dated("2016", "Il a démissionné fin 2015.", "fin 2015", said="2015")
    assert date_words(other, Words("fr")) == "2016"


PARTS = {"fr": ("début", "fin", "courant", "mi-"), "en": ("early", "late", "mid-")}
YEARS = st.integers(1900, 2099)
WHOLE = st.one_of(
    YEARS.map(str),
    st.builds("{:04}-{:02}".format, YEARS, st.integers(1, 12)),
    st.builds("{}X".format, st.integers(190, 199)),
)


@settings(deadline=None)
@given(WHOLE, st.sampled_from(("fr", "en")), st.data())
def test_a_label_with_the_words_typed_back_is_the_same_edtf(date: str, language: str, data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(PARTS[language]))
    label = date_words(dated(date, f"{part} X", f"{part} X"), Words(language))
    assert label != Words(language).date(entry("a", date, "").interval)
    assert read_date(label, partial(understand, language=language)).edtf == date, label


@settings(deadline=None)
@given(st.dates().filter(lambda day: 1900 <= day.year <= 2099), st.sampled_from(("des mois", "plusieurs années")))
def test_a_time_without_a_beginning_typed_back_is_the_same_edtf(day: object, time: str) -> None:
    label = date_words(dated(f"../{day}", f"depuis {time}", time), Words("fr"))
    assert label.endswith(f"(depuis {time})")
    assert read_date(label, partial(understand, language="fr")).edtf == f"../{day}", label
