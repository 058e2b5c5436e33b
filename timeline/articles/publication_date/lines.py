"""Publication lines: "Publié le 20 décembre 2022 à 18h30, mis à jour à 19h02", "Par X | 20/12/2022", and no sentence.

A line is taken apart into dates and what stands around them. It is a publication line where the rest is furniture of
the press (an author, a paper, a reading time) and not the words of a sentence.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from babel.dates import get_day_names

from timeline.articles.publication_date import absolute
from timeline.articles.publication_date.evidence import Hint
from timeline.articles.publication_date.phrasing import (
    SIGNS,
    any_of,
    flat,
    is_furniture,
    is_known,
    is_of_an_act,
    is_of_another_work,
    names_an_occasion,
)
from timeline.languages.press import phrases

_LONGEST, _LONGEST_BARE = 240, 140
_OFFSETS = {
    "hna": -4, "haa": -3, "hne": -5, "hae": -4, "hnc": -6, "hac": -5, "hnr": -7, "har": -6, "hnp": -8, "hap": -7,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "hnt": -3, "hat": -2,
    "utc": 0, "gmt": 0, "tu": 0, "cet": 1, "cest": 2, "wat": 1, "cat": 2, "eat": 3,
    "heure d'ete d'europe centrale": 2, "heure normale d'europe centrale": 1, "heure d'europe centrale": 1,
    "heure avancee de l'est": -4, "heure d'ete de l'est": -4, "heure normale de l'est": -5, "heure de l'est": -5,
    "heure de tunis": 1, "heure de dakar": 0, "heure d'abidjan": 0,
}  # fmt: skip
"""Hours of the zones that papers write behind the clock, without accents."""
_STRONG = re.compile(r"\s*(?:[|•·–—(\[]|-\s|\s-|/\s)")
_STRONG_BEFORE = re.compile(r"(?:[|•·–—(\[»]|\s-)\s*$")
_LONGEST_DATE = 60
_LEAST_HEADLINE, _LONGEST_SOURCE = 12, 200
_SENTENCE = 5
"""The fewest words of what is a sentence behind a date, where it ends with a full stop."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date of a line: its span with its time of day, its value, its label (`published`, `consulted`… or "")."""

    start: int
    end: int
    day: datetime.date
    time: datetime.datetime | None
    label: str
    label_start: int


def from_line(line: str, zone: str) -> tuple[Hint, ...]:
    """The evidence in a line with a word of publication ("Publié le …, mis à jour le …"); none for a sentence.

    Args:
        line: A line of a page.
        zone: The time zone of times without one.

    Returns:
        One hint for the publication and one for each update.
    """
    if len(line) > _LONGEST or not any(map(str.isdigit, line)):
        return ()
    dated = list(_dates_of(line, zone))
    labelled = [each for each in dated if each.label]
    if any(is_of_another_work(line[: each.label_start]) for each in labelled) or is_of_an_act(line):
        return ()
    if not labelled or not _is_furnished(line, dated):
        return ()
    hints = [_hint(each, line) for each in labelled if each.label != "consulted"]
    bare = [each for each in dated if not each.label]
    if bare and hints and all(hint.modification for hint in hints):  # "Le 14 mars 2023 à 6h, modifié le 15 mars 2023"
        hints.insert(0, _hint(bare[0], line, labelled=True))
    return tuple(hints)


def bare_date(line: str, zone: str) -> Hint | None:
    """A line that holds a date and no word of publication: "jeudi 11 mars 2021, par C. M.", "Le 14/03/2023 à 6:00".

    Args:
        line: A line of a page.
        zone: The time zone of times without one.

    Returns:
        The evidence, or None.
    """
    if len(line) > _LONGEST_BARE or not any(map(str.isdigit, line)):
        return None
    dated = list(_dates_of(line, zone))
    if len(dated) != 1 or dated[0].label or not _is_furnished(line, dated) or not _stands_apart(line, dated[0]):
        return None
    if len(line[dated[0].end :].split()) >= _SENTENCE and line.rstrip().endswith((".", "!", "?")):
        return None  # "15 mai 2018 – La préfecture rappelle trois lots.": a chronology's row
    return _hint(dated[0], line)


def _stands_apart(line: str, dated: _Dated) -> bool:
    """Whether a date without a word of publication is a line's own: no caption ("Jean Dupont, le 5 mars 2020").

    It opens the line, or follows a sign, an agency or an author; with an article after a comma, it needs its clock.
    Another label before a colon ("Embargo : 5 mars 2020") makes it another date.
    """
    before = flat(line[: dated.start]).strip()
    if _is_of_another_thing(before, flat(line[dated.end :])):
        return False
    if (
        not before.strip(SIGNS)
        or before.endswith(":")
        or is_known(before)
        or _STRONG_BEFORE.search(line[: dated.start])
        or re.match(rf"(?:{any_of('by')})\b", before)
    ):
        return True
    the = line[dated.start :].lower().startswith("le ")
    return (before in phrases("rubrics") or before[-1] in ",.") and (dated.time is not None or not the)


def _is_of_another_thing(before: str, after: str) -> bool:
    """Whether the words around a bare date say what else it is of: a picture, an update, an evening, a saint."""
    the = any_of("before_date")
    labels = (
        rf".*\b(?:{any_of('caption')})(?:\s(?:{the}))?$",
        rf".*\b(?:{any_of('updated')}|{any_of('consulted')})\b",
        rf"(?:{any_of('caption')})\b.*,$",
        rf"(?:{any_of('venues')})\b",
        rf".*\b(?:{any_of('replies')})",
        r"du$",
    )
    if names_an_occasion(before) or any(re.match(label, before) for label in labels):
        return True
    label = before.partition(":")[0]
    if ":" in before and not is_known(label) and not re.match(rf"(?:{any_of('by')}|{any_of('signed')})\b", label):
        return True
    return bool(re.search(rf"\b(?:{any_of('saints')})\s", after))  # "Lundi 12 mars 2018, Ste Justine": the banner's day


def only_date(line: str, zone: str) -> tuple[int, int, datetime.date] | None:
    """The span and the day of the one date of a line that has no word of publication; None where it has several."""
    dated = list(_dates_of(line, zone))
    return (dated[0].start, dated[0].end, dated[0].day) if len(dated) == 1 and not dated[0].label else None


def leading_date(line: str, zone: str) -> Hint | None:
    """The date that opens a line, whatever follows: for a line that its place calls one of publication."""
    found = next(_dates_of(line, zone), None)
    opens = found is not None and not found.label and not line[: found.start].strip(SIGNS)
    return _hint(found, line, labelled=True) if found and opens else None


def authors_date(line: str, zone: str) -> Hint | None:
    """The date of a line that opens with the author: "Par Jeanne dans Vie locale le 8 juin 2012 à 09:31"."""
    found = next(_dates_of(line, zone), None)
    opens = re.match(rf"(?:{any_of('by')})\s[^.!?]{{2,80}}$", flat(line[: found.start]).strip()) if found else None
    if found is None or not opens or not is_furniture(line[found.end :]):
        return None
    return _hint(found, line) if not found.label else None


def own_sentence(line: str, zone: str) -> tuple[Hint, ...]:
    """The evidence in a sentence on the article itself: "Cet article a été publié le 4 mai 2010 à 10:22 et est classé".

    Args:
        line: A line of a page, with the sentence anywhere in it.
        zone: The IANA name of the zone.
    """
    sentence = _own_sentence().search(flat(line))
    if not sentence:
        return ()
    found = next(_dates_of(line[sentence.start() : sentence.end() + _LONGEST_DATE], zone), None)
    if found is None or sentence.start() + found.start > sentence.end():
        return ()
    return (
        Hint("visible", line[sentence.start() : sentence.start() + found.end], found.day, found.time, labelled=True),
    )


@cache
def _own_sentence() -> re.Pattern[str]:
    """A sentence on the article up to the date in it; no other date stands between."""
    return re.compile(rf"\b(?:{any_of('own_work')})\s(?:{any_of('published')})\b[^.!?\d]{{0,120}}?(?=\ble\s|\bon\s|\d)")


def own_citation(line: str, headline: str, zone: str) -> tuple[Hint, ...]:
    """The evidence in a reference to the article itself: "A. Morel, « L'eau », Revue, mis en ligne le 12 mai 2013".

    Args:
        line: A line of a page.
        headline: The page's headline.
        zone: The IANA name of the zone.
    """
    quoted = rf"[«“\"]\s*{re.escape(flat(headline))}\s*[»”\"]([^.!?]{{0,{_LONGEST_SOURCE}}})"
    found = re.search(quoted, flat(line)) if len(headline) >= _LEAST_HEADLINE else None
    published = [each for each in _dates_of(found[1], zone) if each.label == "published"] if found else []
    return tuple(_hint(each, line) for each in published[:1])


def first_date(text: str, zone: str) -> absolute.ParsedDate | None:
    """The first date of a header field ("Région, vendredi 17 mars 2023, p. 5"), its weekday agreeing.

    Args:
        text: The value of a header field.
        zone: The time zone of times without one.

    Returns:
        The date, or None where there is none.
    """
    found = next(_dates_of(" ".join(text.split())[:_LONGEST], zone), None)
    if found is None:
        return None
    plain = found.time is not None and not re.search(r"(?i)(?:utc|gmt)\s*[+-]", text)
    return absolute.ParsedDate(found.day, found.time if plain else None)


def _hint(dated: _Dated, line: str, labelled: bool = False) -> Hint:
    labelled = labelled or dated.label == "published"
    return Hint("visible", line, dated.day, dated.time, modification=dated.label == "updated", labelled=labelled)


def _dates_of(line: str, zone: str) -> Iterator[_Dated]:
    low = flat(line)
    before = 0
    for found in _date().finditer(low):
        read = _read(found, zone)
        if read is None:
            continue
        label = _label().search(low, before, found.start())
        kind = next((name for name, labelled in label.groupdict().items() if labelled), "") if label else ""
        start = label.start() if label else found.start()
        yield _Dated(found.start(), found.end(), read.day, read.time, kind, start)
        before = found.end()


def _read(found: re.Match[str], zone: str) -> absolute.ParsedDate | None:
    """The day as printed, in the zone that is written there: the text's "mardi" counts from it."""
    date = " ".join(part for part in (found["weekday"], found["date"]) if part)
    day = absolute.parse(date, zone)
    if not isinstance(day, absolute.ParsedDate):
        return None
    clock = f"{found['hour']}:{found['minute'] or '00'}" if found["hour"] else ""
    half = found["half"] or ""
    timed = absolute.parse(f"{day.day.isoformat()} {clock.zfill(5)}" if not half else "", zone) if clock else None
    if not isinstance(timed, absolute.ParsedDate) or timed.time is None:
        return absolute.ParsedDate(day.day)
    offset = _OFFSETS.get(found["zone"] or "")
    if offset is not None:
        stated = timed.time.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=offset)))
        return absolute.ParsedDate(day.day, stated)
    return absolute.ParsedDate(day.day, None if found["zone"] and found["zone"] != "heure de paris" else timed.time)


@cache
def _date() -> re.Pattern[str]:
    months = absolute.month_pattern()
    days = "|".join(f"{name[:3]}|{name}" for name in _weekdays())
    zones = "|".join(sorted(map(re.escape, _OFFSETS), key=len, reverse=True))
    return re.compile(
        rf"""(?<![\w/.-])(?P<the>le\s?:?\s+)?(?:(?P<weekday>(?:{days}))\b\.?,?\s+)?(?:le\s+)?(?P<date>
              \d{{1,2}}(?:er|st|nd|rd|th)?\.?\s(?:{months})\b\.?,?\s\d{{4}}
            | \d{{1,2}}(?:er)?\s(?:{months})\b\.?\s\d\d(?=\s(?:a|at)\s[0-2]?\d\s?[h:])
            | (?:{months})\b\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}
            | \d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d\d)(?!\d) | \d{{4}}-\d\d-\d\d )(?!\w)
            (?:\s?[,|–—-]?\s?(?:a\s|at\s|vers\s)?(?P<hour>[0-2]?\d)\s?[h:]\s?(?P<minute>[0-5]\d)?(?::[0-5]\d|\smin\b)?(?!\d)
              \s?(?P<half>[ap]\.?m\b\.?)?(?:\s?\(?(?P<zone>(?:{zones})\b|heures?\s(?:locales?|de\s\w+|d'\w+))\)?)?)?""",
        re.VERBOSE,
    )


@cache
def _weekdays() -> tuple[str, ...]:
    languages = absolute.NAMED_LANGUAGES
    return tuple(flat(name) for each in languages for name in get_day_names("wide", locale=each).values())


@cache
def _label() -> re.Pattern[str]:
    """A word of publication or of an update right before a date, with the author between where one is named."""
    by = rf"(?:{any_of('by')})\s[^|,\d]{{2,40}}"
    kinds = "|".join(f"(?P<{kind}>{any_of(kind)})" for kind in ("published", "updated", "consulted"))
    verb = rf"(?<!\bla\s)(?<!\bde\s)\b(?:{kinds})\b"  # "La Dépêche" is a paper, "prise de poste" no verb
    name = r"(?:[^.!?|]|\.(?=\w)){2,60}?(?<!\s)(?<!\sdu)(?=,?\s?(?:le\s?)?$)"  # "L'Écho du 3 mars" is an issue's day
    paper = rf"(?:{any_of('in_a_paper')})\s{name}"
    between = rf"\s?(?:{paper})?\s?(?:{by})?\s?[:,–—-]?\s?(?:{any_of('before_date')})?\s?:?\s?(?:\S{{0,1}})"
    return re.compile(rf"{verb}{between}$")


def _is_furnished(line: str, dated: list[_Dated]) -> bool:
    """Whether what stands before, between and after the dates is furniture and no sentence."""
    first, last = dated[0], dated[-1]
    before, after = line[: first.label_start], line[last.end :]
    between = [line[one.end : other.label_start] for one, other in pairwise(dated)]
    clean_before, clean_after = is_furniture(before), is_furniture(after)
    return (
        (clean_before or bool(first.label and _STRONG_BEFORE.search(before)))
        and (clean_after or bool(_STRONG.match(after)))
        and (clean_before or clean_after)
        and all(map(is_furniture, between))
    )
