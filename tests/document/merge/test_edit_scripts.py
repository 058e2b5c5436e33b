"""No edit and no comment is ever lost: 2,000 random scripts of a person's edits against random extractions."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import examples
from tests.document.edit_scripts import MACHINE, PERSON, Diagnostics, Machine

SMALL = st.integers(0, 30)
ROUND = st.tuples(
    st.lists(st.tuples(st.sampled_from(PERSON), SMALL, SMALL), max_size=4),
    st.lists(st.tuples(st.sampled_from(MACHINE), SMALL, SMALL), max_size=3),
    SMALL,
)


@settings(max_examples=examples(150, 2000), report_multiple_bugs=False, suppress_health_check=[HealthCheck.too_slow])
@given(events=st.integers(1, 4), rounds=st.lists(ROUND, min_size=1, max_size=3))
def test_no_edit_is_ever_lost(events: int, rounds: list) -> None:
    machine = Machine(events)
    diagnostics = Diagnostics(machine)
    for edits, findings, turn in rounds:
        for edit, a, b in edits:
            edit(diagnostics, a, b)
        for finding, a, b in findings:
            finding(machine, a, b)
        diagnostics.build(turn)
