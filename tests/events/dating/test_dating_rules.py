"""Every rule that infers a date dates its examples, and leaves its counter-examples to another rule."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.events.reading import drafts, table
from timeline.events.dating.rules import INFERENCES, Inference
from timeline.events.dating.types import DatingRule
from timeline.model import Article

PUBLISHED = datetime.date(2023, 3, 15)


def _cases() -> list[tuple[bool, DatingRule, str, str]]:
    """Whether the rule applies, the rule, the trigger's lemma, and the parse."""
    blocks = Path(__file__).with_name("dating_rules.txt").read_text(encoding="utf-8").split("\n## ")[1:]
    return [_case(*block.split("\n", 2)) for block in blocks]


def _case(head: str, _why: str, parse: str) -> tuple[bool, DatingRule, str, str]:
    rule, lemma = head.split(" | ")
    return not rule.startswith("not "), DatingRule(rule.removeprefix("not ")), lemma, parse


def _rule(parse: str, lemma: str) -> DatingRule:
    """The rule that dates the first mention of a lemma."""
    plain, sentences = table(parse)
    _, drafted = drafts(Article("a", "a.txt", "", PUBLISHED, plain), sentences)
    rule, *_ = [dating.rule for mention, dating, _ in drafted.events if mention.lemma == lemma]
    return rule


@pytest.mark.parametrize(("applies", "rule", "lemma", "parse"), _cases())
def test_a_rule_dates_its_examples_alone(applies: bool, rule: DatingRule, lemma: str, parse: str) -> None:
    assert (_rule(parse, lemma) is rule) is applies


@pytest.mark.parametrize("inference", INFERENCES, ids=lambda inference: inference.rule.value)
def test_every_rule_has_an_example_and_a_counter_example(inference: Inference) -> None:
    assert {applies for applies, rule, _, _ in _cases() if rule is inference.rule} == {True, False}
