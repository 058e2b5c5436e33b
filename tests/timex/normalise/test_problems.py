"""The wordings of problems are those of the interface, which no room that reads articles imports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.i18n import say
from timeline.model import Expression, Message, Problem, Reference, Span, TimexType, Vague
from timeline.timex.normalise.problems import impossible, wrong_weekday

TEXT = "Il pleut.\nLe 31 février, il neige."


@pytest.mark.parametrize("of", [impossible, wrong_weekday])
def test_the_english_wording_is_the_interfaces(of: Callable[[str, Expression], Problem]) -> None:
    expression = Expression(Span(13, 23), "31 février", TimexType.DATE, "day and month", Vague(Reference.PRESENT))
    problem = of(TEXT, expression)
    assert (problem.line, problem.column) == (2, 4)
    assert isinstance(problem.message, Message)
    assert problem.message == say("en", problem.message.key, **problem.message.arguments)
