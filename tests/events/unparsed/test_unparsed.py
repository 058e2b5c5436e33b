"""Dated sentences of a language that no parser reads: verbs by form, names by capitals, one event a dated clause."""

from __future__ import annotations

import datetime

import pytest
from spacy.language import Language

import timeline
from timeline import nlp
from timeline.annotation import Annotation
from timeline.calendar import edtf
from timeline.events.unparsed.names import names
from timeline.events.unparsed.verbs import lemma, verbs
from timeline.model import Sentence

DAY = datetime.date(2022, 7, 19)  # a Tuesday
TITLE = "A headline that no sentence repeats"


@pytest.fixture(scope="module")
def english() -> Language:
    return nlp.load("en")


def sentences_of(english: Language, text: str) -> tuple[Sentence, ...]:
    (sentences,) = nlp.read(english, [text])
    return tuple(sentences)


def annotated(text: str) -> Annotation:
    return timeline.annotate(text, DAY, title=TITLE, language="en")


VERBS = [
    ("She was jailed for three years.", ["jailed"]),
    ("The bank lost its case and fired two men.", ["lost", "fired"]),
    ("It will open soon.", ["open"]),
    ("It is to touch down in May.", ["touch"]),
    ("He must leave by Sunday.", ["leave"]),
    ("Trains have run at half speed.", ["run"]),
    ("They had not yet been suspended.", ["suspended"]),
    ("The retired teacher left.", ["left"]),
    ("The first of 33 trapped miners came up.", ["came"]),
    ("He bought a hundred red seeds.", ["bought"]),
    ("Police said a man died.", ["died", "said"]),
    ("Turnout in the town: 71 per cent.", []),
]


@pytest.mark.parametrize(("text", "expected"), VERBS)
def test_verbs_by_form(english: Language, text: str, expected: list[str]) -> None:
    (sentence,) = sentences_of(english, text)
    assert [sentence.tokens[verb.index].text for verb in verbs(sentence.tokens, "en")] == expected


def test_a_language_without_a_table_has_no_verbs(english: Language) -> None:
    (sentence,) = sentences_of(english, "She was jailed.")
    assert verbs(sentence.tokens, "xx") == ()


@pytest.mark.parametrize(
    ("form", "key"), [("resigned", "resign"), ("carried", "carry"), ("stopped", "stop"), ("told", "told")]
)
def test_lemma(form: str, key: str) -> None:
    assert lemma(form) == key


NAMES = [
    ("Joanna Pike resigned. Pike denied it.", [["Joanna Pike"], ["Joanna Pike"]], [[], []]),
    ("Judge Colin Marsh spoke in Leeds.", [["Colin Marsh"]], [["Leeds"]]),
    ("He marched in London, Leeds and Glasgow.", [[]], [["London", "Leeds", "Glasgow"]]),
    ("She flew home to Geneva.", [[]], [["Geneva"]]),
    ("They closed the baths on Mill Street.", [[]], [[]]),
    ("The Labour Party met.", [[]], [[]]),
    ("Novelist Edith Rowe died. Edith Rowe was 78.", [["Edith Rowe"], ["Edith Rowe"]], [[], []]),
    ("She spoke to English voters.", [[]], [[]]),
]


@pytest.mark.parametrize(("text", "people", "places"), NAMES)
def test_names_by_capitals(english: Language, text: str, people: list[list[str]], places: list[list[str]]) -> None:
    found = names(sentences_of(english, text), (), "en")
    assert [[name.canonical for name in row] for row in found.people] == people
    assert [[name.canonical for name in row] for row in found.places] == places


EVENTS = [
    ("The ferry sank on Monday.", [("sank", "2022-07-18", "asserted", "The ferry sank on Monday")]),
    (
        "The plant opened in 1974 and made engines until 2011.",
        [
            ("opened", "1974", "asserted", "The plant opened in 1974"),
            ("made", "../2011", "asserted", "The plant made engines until 2011"),
        ],
    ),
    (
        "Born in 1925, she made her debut in 1948.",
        [("Born", "1925", "asserted", "Born in 1925"), ("made", "1948", "asserted", f"{TITLE}: she made her debut")],
    ),
    (
        "The judge, who retired in 2019, died on Monday.",
        [
            ("retired", "2019", "asserted", "The judge, who retired in 2019, died on Monday"),
            ("died", "2022-07-18", "asserted", "The judge, who retired in 2019, died"),
        ],
    ),
    ("A café will open in September.", [("open", "2022-09", "planned", "A café will open")]),
    (
        "ARLEN — Six people died on Monday, police said.",
        [("died", "2022-07-18", "asserted", "Six people died on Monday")],
    ),
    (
        "A jury cleared the editor of libel. She wept.",
        [("cleared", "2022-07-19", "asserted", "A jury cleared the editor of libel")],
    ),
    (
        "Correction: the ferry sank on Sunday, not on Monday.",
        [],
    ),
    (
        "Two men drowned at the weekend.",
        [("drowned", "2022-07-16/2022-07-17", "asserted", "Two men drowned at the weekend")],
    ),
    (
        "Unions have called a march for Saturday.",
        [("called", "2022-07-23", "planned", "Unions have called a march for Saturday")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_events_of_dated_sentences(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    events = annotated(text).events
    found = [(text[e.trigger.start : e.trigger.end], edtf(e.date), e.status.value, e.title) for e in events if e.date]
    assert found == expected


def test_a_line_end_ends_a_sentence_and_the_headline_is_no_lead() -> None:
    text = f"{TITLE}\nA boiler exploded at the baths\nNobody was hurt."
    assert [event.quote for event in annotated(text).events] == ["A boiler exploded at the baths"]


HEADLINES = [
    ("An inspection last Thursday had found nothing.", "An inspection had found nothing"),
    ("On Monday, the council closed the bridge.", "The council closed the bridge"),
    ("The judge, who retired in 2019, died at home on Monday.", "The judge, who retired in 2019, died at home"),
    ("The bridge stayed open until Monday.", "The bridge stayed open until Monday"),
    (
        "The old road bridge was closed to all traffic on Monday night after engineers discovered a crack in a cable.",
        "The old road bridge was closed to all traffic after engineers discovered a crack",
    ),
    (
        "A public inquiry into the closure of the bridge at Tidenham was announced on Sunday by the minister of roads.",
        "A public inquiry into the closure of the bridge at Tidenham was announced",
    ),
    (
        "The chief executive of the county council resigned on Monday, a day after a letter showed that he was warned.",
        "The chief executive of the county council resigned",
    ),
    ("It reopened to all traffic on Monday.", f"{TITLE}: it reopened to all traffic"),
]


@pytest.mark.parametrize(("text", "title"), HEADLINES)
def test_headlines_of_clauses(text: str, title: str) -> None:
    assert {event.title for event in annotated(text).events if event.date} >= {title}
