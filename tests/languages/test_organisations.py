"""The rules that tell organisations from people: each knows its examples, and none knows a refusal."""

from __future__ import annotations

import pytest

from timeline.languages.organisations import RULES, is_organisation, known


@pytest.mark.parametrize(("rule", "name"), [(rule, name) for rule in RULES for name in rule.examples])
def test_a_rule_knows_its_examples(rule: object, name: str) -> None:
    assert next(one for one in RULES if one is rule).holds(name)


@pytest.mark.parametrize("name", [name for rule in RULES for name in rule.refusals])
def test_no_rule_knows_a_refusal(name: str) -> None:
    assert [rule.name for rule in RULES if rule.holds(name)] == []


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Volodymyr Zelensky", False),
        ("Élisabeth Borne", False),
        ("Jean-Luc Mélenchon", False),
        ("Le Pen", False),
        ("Maison-Blanche", True),
        ("Kremlin", True),
        ("Réseau action climat", True),
        ("SOS Méditerranée", False),  # neither listed nor a noun of bodies: a reader mends it in the names file
        ("", False),
        ("…", False),
        ("Dr House", False),
        ("Robert F. Kennedy", False),
    ],
)
def test_names_of_the_press(name: str, body: bool) -> None:
    assert is_organisation(name) is body


def test_the_list_is_read() -> None:
    assert {"Otan", "AFP", "CGT"} <= known()
