"""The days of holidays, by key and year."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import lru_cache, partial

from dateutil.easter import EASTER_JULIAN, EASTER_ORTHODOX, easter

from timeline.calendar.civil import DAY, from_date, moment, weekday
from timeline.calendar.moon import lunar_new_year
from timeline.model import Moment

_FIXED = {
    "christmas": (12, 25), "christmas_eve": (12, 24), "new_year_eve": (12, 31), "new_year": (1, 1), "epiphany": (1, 6),
    "valentine": (2, 14), "candlemas": (2, 2), "labour_day": (5, 1), "victory_day": (5, 8), "national_day": (7, 14),
    "assumption": (8, 15), "all_saints": (11, 1), "all_souls": (11, 2), "armistice": (11, 11),
    "immaculate_conception": (12, 8), "saint_nicholas": (12, 6), "music_day": (6, 21), "saint_john": (6, 24),
    "halloween": (10, 31), "april_fools": (4, 1), "womens_day": (3, 8), "independence_day": (7, 4),
    "saint_patrick": (3, 17), "boxing_day": (12, 26), "orthodox_christmas": (1, 7),
}  # fmt: skip
_FROM_EASTER = {
    "shrove_tuesday": -47, "ash_wednesday": -46, "palm_sunday": -7, "maundy_thursday": -3, "good_friday": -2,
    "holy_saturday": -1, "easter": 0, "easter_monday": 1, "ascension": 39, "pentecost": 49, "whit_monday": 50,
    "corpus_christi": 60,
}  # fmt: skip
_JEWISH_EPOCH = 1_373_428  # days from 1 Tishri of the year 1 to 0001-01-01
# Month and day of the Islamic year.
_ISLAMIC = {
    "eid_al_fitr": (10, 1),
    "eid_al_adha": (12, 10),
    "ramadan_start": (9, 1),
    "mawlid": (3, 12),
    "ashura": (1, 10),
}


def _nth_weekday(year: int, month: int, day: int, number: int) -> Moment:
    """The `number`-th weekday (0 Monday) of a month; -1 for the last."""
    if number < 0:
        last = moment(year + month // 12, month % 12 + 1) - DAY
        return last - (weekday(last) - day) % 7 * DAY
    first = moment(year, month)
    return first + ((day - weekday(first)) % 7 + 7 * (number - 1)) * DAY


def _mothers_day(year: int) -> Moment:
    """The last Sunday of May, a week later where that is Pentecost (loi du 24 mai 1950)."""
    day = _nth_weekday(year, 5, 6, -1)
    return day + 7 * DAY if day == holiday("pentecost", year) else day


def _advent(year: int, *, number: int) -> Moment:
    """A Sunday of Advent, by its number: the fourth is the last Sunday before Christmas."""
    christmas = moment(year, 12, 25)
    return christmas - (weekday(christmas) + 1 + 7 * (4 - number)) * DAY


_COMPUTED: dict[str, Callable[[int], Moment]] = {
    "mothers_day": _mothers_day,
    "fathers_day": lambda year: _nth_weekday(year, 6, 6, 3),
    "thanksgiving": lambda year: _nth_weekday(year, 11, 3, 4),
    "black_friday": lambda year: _nth_weekday(year, 11, 3, 4) + DAY,
    "cyber_monday": lambda year: _nth_weekday(year, 11, 3, 4) + 4 * DAY,
    "grandmothers_day": lambda year: _nth_weekday(year, 3, 6, 1),
    **{f"advent_{number}": partial(_advent, number=number) for number in range(1, 5)},
    "lunar_new_year": lambda year: from_date(lunar_new_year(year)),
    "orthodox_easter": lambda year: from_date(easter(year, EASTER_ORTHODOX)),
}
# Days after 1 Tishri, the Jewish New Year; holidays in spring come before the New Year of the same civil year.
_FROM_JEWISH_NEW_YEAR = {"rosh_hashanah": 0, "yom_kippur": 9, "hanukkah": None, "passover": -163, "purim": -193}


@lru_cache(maxsize=4096)
def holiday(key: str, year: int) -> Moment | None:
    """The day of a holiday in a civil year.

    Args:
        key: The holiday's key ("easter", "new_year", …), the same in all languages.
        year: The astronomical year.

    Returns:
        The beginning of the day; None where it cannot be computed for that year.
    """
    if key in _FIXED:
        return moment(year, *_FIXED[key])
    if key in _FROM_EASTER:
        if not 326 <= year <= 4099:
            return None
        # Before 1583 the day is that of the Julian calendar, as in the sources of the time.
        sunday = easter(year) if year >= 1583 else easter(year, EASTER_JULIAN)
        return from_date(sunday) + _FROM_EASTER[key] * DAY
    if key in _COMPUTED:
        return _COMPUTED[key](year)
    return _jewish(key, year) if key in _FROM_JEWISH_NEW_YEAR else _islamic(key, year)


def _jewish(key: str, year: int) -> Moment:
    """The first day of a Jewish holiday, which begins on the evening before."""
    begins = _jewish_new_year(year)
    days = _FROM_JEWISH_NEW_YEAR[key]
    if days is None:  # 25 Kislev: the month before it, Heshvan, has one more day in a long year
        long = (_jewish_new_year(year + 1) - begins) // DAY in (355, 385)
        days = 84 if long else 83
    return begins + days * DAY


def _jewish_new_year(year: int) -> Moment:
    """1 Tishri in the autumn of a civil year (Reingold and Dershowitz, "Calendrical Calculations", chapter 8)."""
    elapsed = _jewish_days(year + 3761)
    before, after = _jewish_days(year + 3760), _jewish_days(year + 3762)
    late = 2 if after - elapsed == 356 else 1 if elapsed - before == 382 else 0
    return (elapsed + late - _JEWISH_EPOCH) * DAY


def _jewish_days(year: int) -> int:
    """Days from the epoch to the first day of a Jewish year, which is never a Sunday, Wednesday or Friday."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + (3 * (days + 1) % 7 < 3)


def _islamic(key: str, year: int) -> Moment | None:
    """An Islamic holiday by the Umm al-Qura calendar of hijridate (1924 to 2077); announced days may differ by one."""
    from hijridate import Hijri

    if key not in _ISLAMIC or not 1925 <= year <= 2076:
        return None
    around = round((year - 622) * 33 / 32)
    for hijri_year in (around - 1, around, around + 1):
        day: datetime.date = Hijri(hijri_year, *_ISLAMIC[key]).to_gregorian()
        if day.year == year:
            return from_date(day)
    return None
