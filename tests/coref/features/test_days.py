import pytest

from timeline.calendar import parse_edtf
from timeline.coref.features.days import DateAgreement, Days, agreement, days
from timeline.model import Basis

S, L, P, B, C = Basis.STATED, Basis.LEAD, Basis.PUBLISHED, Basis.BOUNDED, Basis.CARRIED


def of(text: str | None, basis: Basis) -> Days:
    return days(parse_edtf(text) if text else None, basis)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("2023-03-14", S), ("2023-03-14", S), DateAgreement.SAME_DAY),
        (("2023-03-14", S), ("2023-03-14", L), DateAgreement.SAME_DAY_INFERRED),
        (("2023-03-14", S), ("2023-03-15", S), DateAgreement.APART),
        (("2023-03-14", S), ("2023-03-15", L), DateAgreement.SLACK),
        (("2023-03-14", S), ("2023-03-16", P), DateAgreement.SLACK),
        (("2023-03-14", S), ("2023-03-17", P), DateAgreement.APART),
        (("2023-03-16", S), ("2023-03-14", P), DateAgreement.APART),
        (("2023-03-14", S), ("2023-03", S), DateAgreement.WITHIN),
        (("2023-03-14", S), ("2023", S), DateAgreement.WITHIN),
        (("2023-03-14", S), ("2023-04", S), DateAgreement.APART),
        (("2023-03", S), ("2023-03", S), DateAgreement.SAME_UNIT),
        (("2023", S), ("2023", S), DateAgreement.WITHIN),
        (("2023-03-14/2023-03-15", S), ("2023-03-15", S), DateAgreement.OVERLAP),
        (("../2023-03-15", B), ("2023-03-14", S), DateAgreement.OPEN),
        (("../2023-03-15", B), ("2023-03-16", S), DateAgreement.APART),
        (("2023-03-15/..", B), ("2023-03-14", S), DateAgreement.APART),
        (("2023-03-15/..", S), ("2023-06", S), DateAgreement.OPEN),
        (("2023-03-14", S), (None, B), DateAgreement.UNKNOWN),
        (("2023-03-14", C), ("2023-03-15", C), DateAgreement.SLACK),
    ],
)
def test_agreement(one: tuple[str | None, Basis], other: tuple[str | None, Basis], expected: DateAgreement) -> None:
    assert agreement(of(*one), of(*other)) is expected
    assert agreement(of(*other), of(*one)) is expected
