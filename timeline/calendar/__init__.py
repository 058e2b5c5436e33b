"""Calendar arithmetic for every stage, in pure functions over integers: `civil`, `intervals`, `edtf`."""

from timeline.calendar.civil import (
    DAY,
    YEAR,
    CalendarDay,
    add,
    civil,
    civil_from_days,
    days_in_month,
    exists,
    floor,
    from_date,
    iso_week,
    moment,
    to_date,
    weekday,
)
from timeline.calendar.edtf import edtf, edtf_timed, parse_edtf, zone_of
from timeline.calendar.intervals import begin_of, between, end_of, from_, last_clock, length, unit, until

__all__ = [
    "DAY",
    "YEAR",
    "CalendarDay",
    "add",
    "begin_of",
    "between",
    "civil",
    "civil_from_days",
    "days_in_month",
    "edtf",
    "edtf_timed",
    "end_of",
    "exists",
    "floor",
    "from_",
    "from_date",
    "iso_week",
    "last_clock",
    "length",
    "moment",
    "parse_edtf",
    "to_date",
    "unit",
    "until",
    "weekday",
    "zone_of",
]
