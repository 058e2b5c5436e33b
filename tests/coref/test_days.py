import pytest

from timeline.calendar import parse_edtf
from timeline.coref.features.days import Agreement, Days, agreement, days
from timeline.model import Basis

S, L, P, B, C = Basis.STATED, Basis.LEAD, Basis.PUBLISHED, Basis.BOUNDED, Basis.CARRIED


def of(text: str | None, basis: Basis) -> Days:
    return days(parse_edtf(text) if text else None, basis)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("2023-03-14", S), ("2023-03-14", S), Agreement.SAME_DAY),
        (("2023-03-14", S), ("2023-03-14", L), Agreement.SAME_DAY_INFERRED),
        (("2023-03-14", S), ("2023-03-15", S), Agreement.APART),
        (("2023-03-14", S), ("2023-03-15", L), Agreement.SLACK),
        (("2023-03-14", S), ("2023-03-16", P), Agreement.SLACK),
        (("2023-03-14", S), ("2023-03-17", P), Agreement.APART),
        (("2023-03-16", S), ("2023-03-14", P), Agreement.APART),
        (("2023-03-14", S), ("2023-03", S), Agreement.WITHIN),
        (("2023-03-14", S), ("2023", S), Agreement.WITHIN),
        (("2023-03-14", S), ("2023-04", S), Agreement.APART),
        (("2023-03", S), ("2023-03", S), Agreement.SAME_UNIT),
        (("2023", S), ("2023", S), Agreement.WITHIN),
        (("2023-03-14/2023-03-15", S), ("2023-03-15", S), Agreement.OVERLAP),
        (("../2023-03-15", B), ("2023-03-14", S), Agreement.OPEN),
        (("../2023-03-15", B), ("2023-03-16", S), Agreement.APART),
        (("2023-03-15/..", B), ("2023-03-14", S), Agreement.APART),
        (("2023-03-15/..", S), ("2023-06", S), Agreement.OPEN),
        (("2023-03-14", S), (None, B), Agreement.UNKNOWN),
        (("2023-03-14", C), ("2023-03-15", C), Agreement.SLACK),
    ],
)
def test_agreement(one: tuple[str | None, Basis], other: tuple[str | None, Basis], expected: Agreement) -> None:
    assert agreement(of(*one), of(*other)) is expected
    assert agreement(of(*other), of(*one)) is expected
