"""Events as a whole: ids, order, languages with no parser, the lexicon."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from tests.events.reading import GOLD, extracted, gold, parses, resolved
from timeline import annotate
from timeline.calendar import edtf
from timeline.events import KEEP, extract
from timeline.events.event_coreference import fingerprint, identify
from timeline.events.lexicon import NounClass, VerbClass, load, parse
from timeline.i18n import explain
from timeline.model import Article, Sentence, Span, Token
from timeline.timex import normalise, recognise


def test_the_same_article_gives_the_same_events() -> None:
    one, found = extracted()[0]
    again = extract(one.article, parses()[one.article.id], resolved(one.article, parses()[one.article.id]))
    assert again == found


def test_ids_are_unique_and_events_stand_in_text_order() -> None:
    for _, found in extracted():
        ids = [event.id for event in found]
        starts = [(event.span.start, event.trigger.start) for event in found]
        assert len(set(ids)) == len(ids)
        assert starts == sorted(starts)


def test_an_id_does_not_depend_on_where_the_event_stands() -> None:
    event = gold()[0][1][0]
    moved = replace(event, span=Span(900, 990), trigger=Span(910, 915), quote="autrement dit", title="Autre titre")
    assert fingerprint(event) == fingerprint(moved)
    assert fingerprint(event)[0].isalpha()


def test_twice_the_same_id_gets_a_number() -> None:
    event = gold()[0][1][0]
    first, second = identify([event, event])
    assert second.id == f"{first.id}-2"


def test_what_is_kept_is_most_of_what_a_person_marked() -> None:
    marked = sum(len(one.events) for one, _ in gold())
    kept = sum(event.weight >= KEEP for _, found in extracted() for event in found)
    assert 0.7 * marked <= kept <= 1.3 * marked


def test_every_step_can_be_worded_in_both_languages() -> None:
    steps = {step.key: step for _, found in extracted() for event in found for step in event.steps}
    assert steps
    for step in steps.values():
        for language in ("fr", "en"):
            assert "{" not in explain(step, language)


def test_names_have_one_form_in_an_article() -> None:
    _, found = next(pair for pair in gold() if pair[0].article.id == "justice-03")
    names = {name.canonical for candidate in found for name in candidate.people if "Delmotte" in name.canonical}
    assert names == {"Christian Delmotte"}


def test_a_text_that_no_parser_read_still_gives_its_dated_sentences() -> None:
    text = "The minister resigned on Tuesday. Nothing else is known."
    sentences = (untagged(text, 0, 33), untagged(text, 34, len(text)))
    article = Article("a", "a.txt", "", datetime.date(2022, 12, 21), text, language="en")
    timexes = normalise.resolve(text, recognise.find(text, "en"), article.published, sentences, "en").timexes
    (event,) = extract(article, sentences, timexes)
    assert event.date is not None
    assert edtf(event.date) == "2022-12-20"
    assert event.title == "The minister resigned on Tuesday"


def untagged(text: str, start: int, end: int) -> Sentence:
    tokens = []
    at = start
    for index, word in enumerate(text[start:end].split()):
        at = text.index(word, at)
        tokens.append(Token(index, at, at + len(word), word, word.lower(), "", index, ""))
        at += len(word)
    return Sentence(Span(start, end), tuple(tokens))


def test_the_lexicon_knows_nouns_and_their_verbs() -> None:
    lexicon = load("fr")
    assert lexicon.same_event("arrestation") == "arrêter"
    assert lexicon.is_verb("démentir", VerbClass.DENY)
    assert not lexicon.is_noun("table", NounClass.EVENT)


@pytest.mark.parametrize("section", ["verbs", "nouns", "semi_auxiliaries", "planned", "no_such_section"])
def test_a_misspelt_class_of_the_lexicon_is_an_error(section: str) -> None:
    with pytest.raises(ValueError, match="anounce"):
        parse({section: {"anounce": "dire"}})


def test_gold_texts_and_annotations_come_in_pairs() -> None:
    texts = {path.stem for path in (GOLD / "text").glob("*.txt")}
    assert texts == {path.stem for path in (GOLD / "gold").glob("*.json")}
    assert len(texts) >= 40


@pytest.mark.parametrize("dash", ["- ", "– ", "—  "])
@pytest.mark.parametrize("before", ["ANGERS, 23 mars 2024 (AFP) ", ""])
def test_the_dash_of_a_dateline_or_of_a_list_is_no_part_of_the_quote(before: str, dash: str) -> None:
    sentence = "La cour a condamné vendredi Vincent Marchais à vingt-deux ans de réclusion."
    (event,) = annotate(f"{before}{dash}{sentence}", datetime.date(2024, 3, 23)).events
    assert event.quote == sentence


def test_the_other_possible_date_reads_differently() -> None:
    text = (
        "Trois personnes sont mortes et sept autres étaient portées disparues jeudi après la crue soudaine du "
        "Vidourle, qui a submergé dans la nuit plusieurs communes du Gard, a annoncé la préfecture."
    )
    events = [event for _, found in extracted() for event in found]
    events += annotate(text, datetime.date(2023, 9, 14)).events
    others = [(event, step) for event in events for step in event.steps if step.key == "events.runner_up"]
    assert others
    for event, step in others:
        assert event.date is not None
        assert step.arguments["other_date"] != edtf(event.date)
