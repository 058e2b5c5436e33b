"""New moons and the winter solstice, to a few minutes, and the lunar new year of China and Vietnam.

Mean phases with their main periodic terms, from J. Meeus, "Astronomical Algorithms" (2nd edition, 1998), chapters 27
and 49.
"""

from __future__ import annotations

import datetime
import math

_BEIJING = 8 / 24
_UNIX_EPOCH = 2_440_587.5
_MONTH = 29.530588861
_TERMS = (  # amplitude in days, multiples of the sun's and the moon's anomaly and of the argument of latitude
    (-0.40720, 0, 1, 0), (0.17241, 1, 0, 0), (0.01608, 0, 2, 0), (0.01039, 0, 0, 2), (0.00739, -1, 1, 0),
    (-0.00514, 1, 1, 0), (0.00208, 2, 0, 0), (-0.00111, 0, 1, -2),
    (-0.00057, 0, 1, 2), (0.00056, 1, 2, 0), (-0.00042, 0, 3, 0),
)  # fmt: skip


def _new_moon(number: int) -> float:
    """The Julian day of the `number`-th new moon after that of January 2000."""
    centuries = number / 1236.85
    mean = 2_451_550.09766 + _MONTH * number + 0.00015437 * centuries**2
    sun = math.radians(2.5534 + 29.10535670 * number)
    moon = math.radians(201.5643 + 385.81693528 * number)
    latitude = math.radians(160.7108 + 390.67050284 * number)
    return mean + sum(size * math.sin(s * sun + m * moon + f * latitude) for size, s, m, f in _TERMS)


def _day(julian: float) -> datetime.date:
    """The day in Beijing at a Julian day."""
    return datetime.date(1970, 1, 1) + datetime.timedelta(days=math.floor(julian + _BEIJING - _UNIX_EPOCH))


def _winter_solstice(year: int) -> datetime.date:
    millennia = (year - 2000) / 1000
    return _day(2_451_900.05952 + 365_242.74049 * millennia - 0.06223 * millennia**2)


def lunar_new_year(year: int) -> datetime.date:
    """The first day of the lunar year that begins in `year` (1000 to 2999).

    The month of the winter solstice is the eleventh. The year begins two months later, or three months later where that
    would be before 21 January (then there is a leap month between).

    Args:
        year: The year of the Gregorian calendar in which the lunar year begins.

    Returns:
        A day between 21 January and 21 February.
    """
    solstice = _winter_solstice(year - 1)
    number = round((solstice.toordinal() + 1_721_424.5 - 2_451_550.1) / _MONTH) + 1
    while _day(_new_moon(number)) > solstice:
        number -= 1
    second = _day(_new_moon(number + 2))
    return second if second >= datetime.date(year, 1, 21) else _day(_new_moon(number + 3))
