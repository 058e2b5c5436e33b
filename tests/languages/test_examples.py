"""Every rule and join of every language gives what its examples say, and leaves alone what it refuses."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest

from timeline import languages
from timeline.i18n import explain
from timeline.languages.examples import examples, refusals
from timeline.timex.normalise import resolve
from timeline.timex.recognise import find

PUBLISHED = datetime.date(2020, 5, 20)


def values(text: str, language: str) -> tuple[str, ...]:
    return tuple(timex.value for timex in resolve(text, find(text, language), PUBLISHED, (), language).timexes)


def all_examples() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    for code in languages.available():
        for example in examples(code):
            yield code, example.rule, example.text, example.values


def all_refusals() -> Iterator[tuple[str, str]]:
    for code in languages.available():
        yield from ((code, text) for text in refusals(code))


@pytest.mark.parametrize(("language", "rule"), sorted({(code, rule) for code, rule, _, _ in all_examples()}))
def test_examples_of_a_rule(language: str, rule: str) -> None:
    expected = {text: values for code, name, text, values in all_examples() if (code, name) == (language, rule)}
    assert {text: values(text, language) for text in expected} == expected


@pytest.mark.parametrize("language", languages.available())
def test_refusals(language: str) -> None:
    found = {text: [one.text for one in find(text, code)] for code, text in all_refusals() if code == language}
    assert {text: expressions for text, expressions in found.items() if expressions} == {}


def test_there_are_enough_examples() -> None:
    assert len(list(examples("fr"))) >= 600
    assert len(list(refusals("fr"))) >= 300


@pytest.mark.parametrize("code", languages.available())
def test_every_step_has_words_in_every_language(code: str) -> None:
    for example in examples(code):
        for timex in resolve(example.text, find(example.text, code), PUBLISHED, (), code).timexes:
            for step in timex.steps:
                for interface in ("fr", "en"):
                    assert timex.expression.text in explain(step, interface) or "signal" in step.key


@pytest.mark.parametrize("published", ["1999-12-31", "2012-10-10", "2024-02-29"])
@pytest.mark.parametrize("code", languages.available())
def test_every_example_has_a_value_on_any_day(code: str, published: str) -> None:
    """The example's verbs may speak against the day; a value there is, and no exception."""
    for example in examples(code):
        found = find(example.text, code)
        resolution = resolve(example.text, found, datetime.date.fromisoformat(published), (), code)
        left_out = [problem for problem in resolution.problems if "is left out" in problem.message]
        assert len(resolution.timexes) + len(left_out) == len(found), example.text
        assert all(timex.value for timex in resolution.timexes), example.text
