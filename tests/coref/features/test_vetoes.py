"""Every veto keeps apart the pairs that its examples give, and leaves alone its counter-examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from tests.coref.making import annotated
from timeline.coref import Names, Naming
from timeline.coref.features.pair import dates_agree
from timeline.coref.features.vetoes import RULES, Veto, VetoRule, veto
from timeline.coref.mentions import EventMention, mentions_of
from timeline.languages.tables import table_of
from timeline.model import Annotated, Basis, Span, Status

EXAMPLES = {code: table_of(code, "coref/vetoes") for code in ("fr",)}
LISTS = ("people", "organisations", "places")


def shifted(one: Annotated, by: int) -> Annotated:
    """The same article with its event `by` code points further down."""
    (event,) = one.events
    span, trigger = event.span, event.trigger
    moved = replace(
        event, span=Span(span.start + by, span.end + by), trigger=Span(trigger.start + by, trigger.end + by)
    )
    return replace(one, events=(moved,))


def mention(facts: Mapping[str, Any], article: str, at: int, names: Names) -> EventMention:
    """The mention that an entry of the file describes; `at` is where its sentence begins."""
    facts = dict(facts)
    before, trigger, after = facts.pop("sentence").split("*")
    more = {key: tuple(facts.pop(key)) for key in LISTS if key in facts}
    if "basis" in facts:
        more["basis"] = Basis(facts.pop("basis"))
    if "status" in facts:
        more["status"] = Status(facts.pop("status"))
    at = facts.pop("at", at)
    whole = annotated(f"{before}{trigger}{after}", trigger=trigger, **{"article": article, **facts, **more})
    return mentions_of(shifted(whole, at), sum(map(ord, whole.article.id)), names.aliases())[0]


def pairs(side: str) -> Iterator[tuple[VetoRule, Mapping[str, Any]]]:
    """The entries of one side, each with its rule."""
    for examples in EXAMPLES.values():
        for rule in RULES:
            for entry in examples[rule.veto.name][side]:
                yield rule, entry


def both(entry: Mapping[str, Any]) -> tuple[EventMention, EventMention]:
    """The two mentions of an entry."""
    naming = (Naming(name, apart=(other,)) for name, other in entry.get("apart", {}).items())
    names = Names(people=tuple(naming))
    one, other = entry["one"], entry["other"]
    return mention(one, "a1", 0, names), mention(other, "a2", len(one["sentence"]), names)


def name(value: object) -> str:
    return value.veto.name if isinstance(value, VetoRule) else ""


@pytest.mark.parametrize(("rule", "entry"), list(pairs("applies")), ids=name)
def test_a_rule_keeps_its_examples_apart(rule: VetoRule, entry: Mapping[str, Any]) -> None:
    for one, other in (both(entry), both(entry)[::-1]):
        agreed = dates_agree(one, other)
        assert rule.applies(one, other, agreed)
        assert veto(one, other, agreed) is rule.veto


@pytest.mark.parametrize(("rule", "entry"), list(pairs("spares")), ids=name)
def test_a_rule_leaves_its_counter_examples_alone(rule: VetoRule, entry: Mapping[str, Any]) -> None:
    assert entry["why"]
    for one, other in (both(entry), both(entry)[::-1]):
        assert not rule.applies(one, other, dates_agree(one, other))


def test_every_veto_has_one_rule_and_every_example_a_veto() -> None:
    assert sorted(rule.veto.name for rule in RULES) == sorted(Veto.__members__)
    for examples in EXAMPLES.values():
        assert set(examples) == set(Veto.__members__)
