"""The thread of a text: the last date mentioned, and whether a clock time or an "eve" still refers to it."""

from __future__ import annotations

import datetime
import re

from timeline.calendar import DAY, CalendarDay, civil, unit
from timeline.languages.function_words import pattern
from timeline.model import (
    Clock,
    Date,
    Direction,
    Expression,
    Granularity,
    Moment,
    On,
    Origin,
    Partial,
    Shift,
    Signal,
    This,
    Timex,
    TimexType,
)
from timeline.model.timex import partial_of
from timeline.timex.normalise.anchors import over
from timeline.timex.normalise.anchors.hours import Hours
from timeline.timex.normalise.anchors.rows import Rows, names_another_year, year_in
from timeline.timex.normalise.clause_time.background import Ground
from timeline.timex.normalise.clause_time.clauses import Clauses
from timeline.timex.normalise.clause_time.tense import ClauseTense
from timeline.timex.normalise.shapes import FINE, named_day

_NEAR_CHARACTERS, _NEXT_CHARACTERS = 600, 120
_SCENE_CHARACTERS = 900
"""How far a scene reaches; measured."""
_NOT_TO_COME = (ClauseTense.PAST, ClauseTense.PRESENT)
_EVE_DAYS = 2
"""An eve or a day after is at most two days away; what is farther is counted from the last date, whatever it is of."""
_NEAR_DAYS, _RECENT_DAYS = 8, 2
_OLD = 10 * 365 * DAY
_STORY_CHARACTERS = 200
_LIST_CHARACTERS = 600
_DATELINE = 70
"""The number of characters at the beginning of an article in which the article's own day is its dateline."""
_YEAR_AHEAD = 180 * DAY
_POINTS_AT = pattern("points_at")
_HEADING_END = re.compile(r"[^.!?:\n]{0,25}(?: ?:|\n)")
_SENTENCE = re.compile(r"[.!?]\s|\n")


class Thread:
    """The dates mentioned so far: `last` of any granularity, `day` that names a day, and `point`, that day.

    `story` is the latest of the days just before the article that the text names, otherwise the article's day.
    """

    def __init__(self, text: str, today: Moment, clauses: Clauses) -> None:
        self._text = text
        self._today = today
        self._clauses = clauses
        self.last: Timex | None = None
        self.day: Timex | None = None
        self.point = today
        self.story = today
        self._dates: list[Timex] = []
        self._told_days: list[over.ToldDay] = []
        self._background: list[over.ToldDay] = []
        self._told = False
        self._heading: Timex | None = None
        self._rows = Rows(text)
        self.hours = Hours(text)

    def count_from(self, today: Moment) -> None:
        """Takes another day for the text's own: the one of a dispatch within it."""
        self._today = self.story = today

    def remember(self, timex: Timex) -> None:
        """Records a Timex if it names a date."""
        date = timex.date
        if date is None or timex.expression.type not in (TimexType.DATE, TimexType.TIME):
            return
        if isinstance(timex.expression.meaning, Shift) and timex.expression.meaning.count is None:
            return
        self.last = timex
        self._dates.append(timex)
        if date.granularity is Granularity.YEAR and self._heads_a_list(timex):
            self._heading = timex
        elif self._heading is not None and names_another_year(timex, self._heading):
            self._heading = None  # "1958 : création⏎12 mars 2024 : vente⏎16 mars : grève"
        self._rows.remember(timex, self._today)
        self.hours.remember(timex)
        day = named_day(timex)
        if day is not None and timex.expression.signal is not Signal.UNTIL:
            self._tell(timex, day)
            self.day, self.point = timex, day
            self._follow(timex, day)

    def _tell(self, timex: Timex, day: Moment) -> None:
        """Keep a day of the story: not one of its background, nor a holiday or a dateline.

        A clock time is what its day is.
        """
        meaning = timex.expression.meaning
        if isinstance(meaning, Clock) and isinstance(timex.anchor, Timex):
            if self._told_days and timex.anchor is self._told_days[-1].timex:
                self._told_days.append(self._told_days[-1]._replace(timex=timex, day=day))
            return
        words = partial_of(meaning)
        in_dateline = day == self._today and timex.span.end <= _DATELINE
        if timex.expression.signal is Signal.SINCE or in_dateline or (words is not None and words.holiday):
            return
        ground = self._clauses.ground(timex.span)
        if ground is not Ground.REPORT:
            told = over.ToldDay(timex, day, ground is Ground.BEFORE or over.counts_back(meaning))
            (self._told_days if ground.is_told else self._background).append(told)

    def _follow(self, timex: Timex, day: Moment) -> None:
        """Keep the latest of the days just before the article that its text names: the day of which it tells.

        A dateline names the article's own day, a clock time no day, and after an eve the story goes on on its own day.
        """
        in_dateline = day == self._today and timex.span.end <= _DATELINE
        if in_dateline or isinstance(timex.expression.meaning, Clock) or over.counts_back(timex.expression.meaning):
            return
        if 0 <= self._today - day <= _RECENT_DAYS * DAY:
            self.story = max(self.story, day) if self._told else day
            self._told = True

    def anchor(
        self, expression: Expression | None, *, fine: bool, back: Granularity | None = None
    ) -> tuple[Timex, Moment] | None:
        """The last date, which an offset is counted from, and its moment; None where the text has none so far.

        Args:
            expression: The expression that is counted from it; None where it is the last date, whatever it is of.
            fine: Whether the offset is one of days or less, so that the last date must name a day.
            back: The unit in which an offset goes back: weeks are not counted from a year, nor what is over from a
                date to come.
        """
        last = self.last
        if fine:
            last = self.day if expression is None else self.scene(expression)[0]
        if back is not None and expression is not None and last is not None:
            end = self._today + DAY if self._is_past(expression) else None
            those = (told for told in (last, *reversed(self._dates)) if over.can_count_back(told, back, end))
            last = next(those, None)
        if last is None or last.date is None:
            return None
        begin = last.date.begin
        if last.date.granularity in FINE and begin is not None:
            return last, begin
        day = named_day(last)
        return last, day if day is not None else (begin if begin is not None else last.date.end) or self._today

    def scene(self, expression: Expression) -> tuple[Timex | None, Moment]:
        """The day that an expression without one of its own refers to, and its first moment.

        It is the last day mentioned, in the same sentence any. In an earlier sentence it is the day of the story that
        goes on, not one of its background: "… ont défilé samedi là où la pollution du 9 juillet avait commencé. La
        veille, …". What had gone before is taken up by what followed it: "Mardi, il avait proposé … le même jour". But
        one of the background where the last is of a report: "l'attaque de samedi, a annoncé lundi X. Vers 11 heures".

        Args:
            expression: An eve, a clock time or a part of a day.
        """
        last = self.day
        meaning = expression.meaning.day if isinstance(expression.meaning, On) else expression.meaning
        counts_far = isinstance(meaning, Shift) and (
            meaning.unit.rank > Granularity.DAY.rank or abs(meaning.count or 0) > _EVE_DAYS
        )
        points_at = _POINTS_AT.search(expression.text) is not None
        if last is None or counts_far or points_at or self._clauses.are_together(last.span, expression.span):
            return last, self.point
        tells = self._clauses.ground(last.span).is_told or self._clauses.is_pluperfect(last.span)
        follows = tells and isinstance(meaning, Shift) and (meaning.count or 0) > 0
        if follows and self._clauses.are_together(last.span, expression.span, apart=1):
            return last, self.point  # "Le 14, elle avait ouvert. Le lendemain, il signait"
        is_past = self._is_past(expression)
        latest = self._today - (DAY if isinstance(meaning, Shift) and (meaning.count or 0) > 0 else 0)
        had = self._clauses.ground(expression.span) is Ground.BEFORE
        behind = reversed(self._background if self._clauses.ground(last.span) is Ground.REPORT else [])
        for told in (*reversed(self._told_days), *behind):
            if expression.span.start - told.timex.span.end > _SCENE_CHARACTERS:
                break
            if (had or not told.had_happened) and not (is_past and told.day > latest):
                return told.timex, told.day
        is_aside = over.counts_back(last.expression.meaning) and not self._clauses.ground(last.span).is_told
        is_begun = last.expression.signal is Signal.SINCE and isinstance(meaning, Clock)
        return (None, self._today) if is_aside or is_begun else (last, self.point)

    def continued_story(self, expression: Expression) -> Date | None:
        """The date of a past story that continues: an old day or month, mentioned just before in the paragraph."""
        last = self.last
        if last is None or last.date is None or last.date.begin is None or isinstance(last.anchor, datetime.date):
            return None
        gap, date = self._between(last, expression), last.date
        together = "\n" not in gap or self._goes_on(last, last.date.begin, expression)
        old = self._today - last.date.begin > _OLD and date.granularity.rank <= Granularity.MONTH.rank
        if over.is_earlier_year(date, self._today) and self._goes_on_in_present(last, expression):
            return date if together and len(gap) <= _NEXT_CHARACTERS else None
        day = unit(last.date.begin, Granularity.DAY) if date.granularity in FINE else date
        return day if old and together and len(gap) <= _STORY_CHARACTERS else None

    def _goes_on(self, last: Timex, point: Moment, expression: Expression) -> bool:
        """Whether a story of long ago that is told in the present goes on: "Le 5 juin 1944, … brûle.⏎Il est minuit"."""
        return self._today - point > _OLD and self._goes_on_in_present(last, expression)

    def _goes_on_in_present(self, last: Timex, expression: Expression) -> bool:
        return {self._clauses.tense(one) for one in (last.span, expression.span)} == {ClauseTense.PRESENT}

    def _heads_a_list(self, timex: Timex) -> bool:
        """Whether a year is in a heading: a colon or the end of the line follows it, not a sentence's full stop."""
        return _HEADING_END.match(self._text, timex.span.end) is not None

    def year_of_list(self, expression: Expression, words: Partial) -> tuple[Timex, int] | None:
        """The year of a day in a list, and what names it.

        It is the year of the heading above ("saison 2023 : 4 mars, 9 avril"), or that of the row before.

        Args:
            expression: The day's words.
            words: What they mean: a day and a month without a year.

        Returns:
            None where the day is in no list.
        """
        if words.month is None or words.day is None:
            return None
        heading = self._heading
        near = heading is not None and expression.span.start - heading.span.end <= _LIST_CHARACTERS
        if heading is not None and near and self._clauses.is_item(self._between(heading, expression)):
            return heading, year_in(heading, words.month)
        return self._rows.year(expression.span, words.month, words.day, self._today)

    def month_of(self, expression: Expression) -> Date | None:
        """The earlier day that a day number follows: "arrêté le 3, jugé le 5", "Le 5 mars, … Le 17, …"."""
        last = self.day
        if last is None or last.date is None or last.date.begin is None or last.date.granularity > Granularity.DAY:
            return None
        gap = self._between(last, expression)
        names_day = isinstance(last.expression.meaning, Partial)
        near = names_day and len(gap) <= _STORY_CHARACTERS and not _SENTENCE.search(gap)
        told = len(gap) <= _NEAR_CHARACTERS and self._goes_on(last, self.point, expression)
        opens = over.opens_a_later_sentence(gap) and names_day and self._clauses.tense(expression.span) in _NOT_TO_COME
        goes_on = over.is_long_told(self.point, gap, self._today) and self._goes_on_in_present(last, expression)
        return unit(self.point, Granularity.DAY) if near or told or opens or goes_on else None

    def month_named(self, expression: Expression) -> CalendarDay | None:
        """The month of the section, or just named, for a bare day number ("Octobre : le 18, …")."""
        if (above := self._rows.month_above(expression.span)) is not None:
            return above
        last = self.last
        named = None if last is None else partial_of(last.expression.meaning)
        if last is None or named is None or named.month is None or named.day is not None:
            return None
        if last.date is None or last.date.begin is None or last.date.granularity is not Granularity.MONTH:
            return None
        gap = self._between(last, expression)
        next_to_it = not _SENTENCE.search(gap) or over.opens_the_next_sentence(gap)
        return civil(last.date.begin) if len(gap) <= _STORY_CHARACTERS and next_to_it else None

    def reached_now(self, shift: Shift, expression: Expression) -> Granularity | None:
        """ "Trois semaines après, la ville compte ses morts": the unit that what is counted from no date ends in."""
        is_now = self.last is None and self._clauses.tense(expression.span) is ClauseTense.PRESENT
        return over.unit_reached(shift) if is_now else None

    def reached(self, shift: Shift, base: Moment, at: Moment, expression: Expression) -> Date | None:
        """Where else a shift forward ends that is over but would end after the article; None where it does not.

        "Cinquante ans après, ils se sont retrouvés" counts from an undated event, up to now.
        """
        long = shift.unit.rank >= Granularity.YEAR.rank
        late = at >= self._today + (_YEAR_AHEAD if long else DAY)
        if shift.direction is not Direction.FORWARD or not late or not self._is_past(expression):
            return None
        if not long:
            together = self.day is not None and self._clauses.are_together(self.day.span, expression.span)
            days = (told.day for told in reversed(self._told_days))
            return over.reached(shift, days, self._today) or (unit(base, Granularity.DAY) if together else None)
        return unit(base, Granularity.DAY) if shift.exact else unit(self._today, Granularity.YEAR)

    def evening(self, clock: Clock, day: Moment, expression: Expression) -> Moment:
        """The day of a clock time, or of a night's evening (`over.evening`), on a day that the text gives it."""
        is_over = expression.signal is not Signal.UNTIL and self._is_past(expression)
        return over.evening(clock, day, self._today, self.last) if is_over else day

    def next_day(self, last: Timex, day: Moment, expression: Expression) -> Moment:
        """The day after, for an hour that follows an evening; what is over is not after the article's day.

        An hour in brackets is of the day itself: "mercredi soir (2 h à Paris)".
        """
        gap = self._between(last, expression)
        if gap.rfind("(") > gap.rfind(")"):
            return day
        return day if day >= self._today and self._is_past(expression) else day + DAY

    def day_of(self, clock: Clock, expression: Expression) -> Moment:
        """The day of a clock time that no day before it holds: in the past the story's, otherwise the article's."""
        return self.evening(clock, self.story if self._is_past(expression) else self._today, expression)

    def _is_past(self, expression: Expression) -> bool:
        return self._clauses.tense(expression.span) is ClauseTense.PAST

    def refers_ahead(self, shift: Shift, expression: Expression, following: Expression) -> bool:
        """Whether an eve is that of a day named after it: "Blessé la veille, il est mort vendredi"."""
        gap = self._text[expression.span.end : following.span.start]
        is_eve = shift.origin is Origin.TEXT and shift.unit is Granularity.DAY and shift.base is None
        day = partial_of(following.meaning)
        has_day = day is not None and (day.weekday is not None or day.day is not None)
        names_day = has_day or following.meaning == This(Granularity.DAY)
        near = "," in gap and len(gap) <= _STORY_CHARACTERS and not _SENTENCE.search(gap)
        return is_eve and shift.count == -1 and names_day and near and self._clauses.is_done(expression.span)

    def holds(self, last: Timex, point: Moment, expression: Expression) -> bool:
        """Whether the last day still applies: it is in the same paragraph, or just before in a past story.

        Args:
            last: The expression that gave the day.
            point: The first moment of the day.
            expression: The later expression that gives none of its own (a clock time).
        """
        if expression.span.start - last.span.end > _NEAR_CHARACTERS:
            return False
        gap = self._between(last, expression)
        if self._turned(gap, point, expression):
            return False
        near = abs(point - self._today) <= _NEAR_DAYS * DAY
        if "\n" in gap:
            recent = 0 <= self._today - point <= _RECENT_DAYS * DAY and self._is_past(expression)
            told = recent and over.is_dated_nearby(last, expression, _NEAR_CHARACTERS)
            return told or self._goes_on(last, point, expression)
        is_plan = point > self._today and self._clauses.tense(expression.span) is ClauseTense.FUTURE
        return near or is_plan or len(gap) < _NEXT_CHARACTERS

    def _turned(self, gap: str, point: Moment, expression: Expression) -> bool:
        """Whether a new sentence is on the other side of the article's day than the last day mentioned."""
        if point == self._today or not any(mark in gap for mark in ".!?"):
            return False
        other = ClauseTense.PAST if point > self._today else ClauseTense.FUTURE
        return self._clauses.tense(expression.span) is other

    def has_left(self, last: Timex, point: Moment, expression: Expression) -> bool:
        """Whether a day is background for an expression without one: in another paragraph, far from the article's."""
        far = abs(point - self._today) > _NEAR_DAYS * DAY
        return far and "\n" in self._between(last, expression)

    def _between(self, one: Timex, other: Expression) -> str:
        return self._text[one.span.end : other.span.start]
