"""Every rule of factuality decides its examples, and leaves its counter-examples to another rule."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache

import pytest

from timeline import calendar
from timeline.annotator.dates import resolved, sentences_of
from timeline.events.detection.factuality import (
    ATTRIBUTIONS,
    CERTAIN,
    DENIALS,
    MODALITIES,
    Cue,
    FactualityRule,
    certain,
    decisive,
    read_mention,
)
from timeline.events.detection.mentions import Mention
from timeline.events.lexicon import Lexicon
from timeline.events.ranking.prepare import prepare
from timeline.languages.tables import table_of
from timeline.model import Article, Granularity

EXAMPLES = {code: table_of(code, "factuality") for code in ("fr",)}
RULES = (*MODALITIES, *DENIALS, *ATTRIBUTIONS)
DAY = calendar.unit(calendar.from_date(datetime.date(2023, 3, 15)), Granularity.DAY)


@cache
def mention(sentence: str, language: str) -> tuple[Mention, Lexicon]:
    """The mention whose trigger stands between stars, and the lexicon."""
    before, trigger, after = sentence.split("*")
    article = Article("a", "a.txt", "", datetime.date(2023, 3, 15), f"{before}{trigger}{after}", language=language)
    sentences = sentences_of(article)
    facts = prepare(article, sentences, resolved(article, article.text, sentences).timexes)
    (found,) = [one for one in facts.mentions if one.trigger.start == len(before)]
    return found, facts.context.lexicon


def cases(side: str) -> Iterator[tuple[FactualityRule, str, str]]:
    """The sentences of one side, each with its rule and its language."""
    for code, examples in EXAMPLES.items():
        for rule in RULES:
            given = examples[rule.cue.name][side]
            for sentence in given.values() if side == "spares" else given:
                yield rule, sentence, code


def name(value: object) -> str:
    return value.cue.name if isinstance(value, FactualityRule) else ""


@pytest.mark.parametrize(("rule", "sentence", "language"), list(cases("applies")), ids=name)
def test_a_rule_decides_its_examples(rule: FactualityRule, sentence: str, language: str) -> None:
    found, lexicon = mention(sentence, language)
    assert rule.applies(read_mention(found, lexicon))
    assert decisive(found, lexicon) is (rule if rule.status else None)


@pytest.mark.parametrize(("rule", "sentence", "language"), list(cases("spares")), ids=name)
def test_a_rule_leaves_its_counter_examples_to_another(rule: FactualityRule, sentence: str, language: str) -> None:
    found, lexicon = mention(sentence, language)
    assert decisive(found, lexicon) is not rule


@pytest.mark.parametrize(("rule", "sentence", "language"), list(cases("applies")), ids=name)
def test_only_certain_rules_need_no_model(rule: FactualityRule, sentence: str, language: str) -> None:
    found, lexicon = mention(sentence, language)
    answer = certain(found, None, DAY, is_own=True, lexicon=lexicon)
    assert answer is (rule.status if rule.cue in CERTAIN else None)


def test_what_is_put_off_needs_a_day_of_its_own() -> None:
    found, lexicon = mention("La ligne ne *rouvrira* pas avant longtemps.", "fr")
    assert certain(found, None, DAY, is_own=False, lexicon=lexicon) is None


def test_every_cue_has_one_rule_and_every_example_a_cue() -> None:
    assert sorted(rule.cue.name for rule in RULES) == sorted(Cue.__members__)
    for examples in EXAMPLES.values():
        assert set(examples) == set(Cue.__members__)
