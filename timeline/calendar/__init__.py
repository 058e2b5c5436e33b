"""The calendar beneath every stage, in pure functions over integers: `civil`, `intervals`, `edtf`."""

from timeline.calendar.civil import (
    DAY,
    CalendarDay,
    add,
    add_months,
    civil,
    civil_from_days,
    days_from_civil,
    days_in_month,
    exists,
    floor,
    from_date,
    iso_week,
    moment,
    to_date,
    weekday,
)
from timeline.calendar.edtf import edtf, edtf_timed, parse_edtf
from timeline.calendar.intervals import begin_of, between, end_of, from_, length, unit, until

__all__ = [
    "DAY",
    "CalendarDay",
    "add",
    "add_months",
    "begin_of",
    "between",
    "civil",
    "civil_from_days",
    "days_from_civil",
    "days_in_month",
    "edtf",
    "edtf_timed",
    "end_of",
    "exists",
    "floor",
    "from_",
    "from_date",
    "iso_week",
    "length",
    "moment",
    "parse_edtf",
    "to_date",
    "unit",
    "until",
    "weekday",
]
