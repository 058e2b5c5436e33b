"""The messages of the command line: problems, progress and endings, all on standard error."""

from __future__ import annotations

import logging
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import click

from timeline.cli.language import counted, interface_language, words

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from timeline.articles.source import Skipped
    from timeline.model import Problem

Progress = Callable[[str, int, int], None]
"""Called with the task, the number done, and the total."""

_MOST_LEFT_OUT = 20
_MOST_ALIKE = 5
"""How many problems of one kind, without a line, are printed of one file."""
_FEW = 10
"""A bar for fewer items would disappear before anyone sees it."""


def report(text: str) -> None:
    """Writes one line to standard error.

    Args:
        text: The line, in the user's language.
    """
    click.echo(text, err=True)


def report_problems(problems: Iterable[Problem]) -> bool:
    """Prints problems to standard error, by path, line and column.

    Args:
        problems: The problems; equal ones are printed once.

    Returns:
        Whether one of them is an error.
    """
    from timeline.i18n.messages import in_language
    from timeline.i18n.texts import say
    from timeline.model import Severity

    ordered = sorted(set(problems))
    language = interface_language()
    shown, folded = _folded(ordered)
    prefixes = {Severity.WARNING: words("warning: "), Severity.ERROR: ""}
    lines = list[str]()
    for problem in shown:
        place = f"{problem.path}:{problem.line}:{problem.column}" if problem.line else problem.path
        lines.append(f"{place}: {prefixes[problem.severity]}{in_language(problem.message, language)}")
    lines += [f"{path}: {say(language, 'build.alike', count=more)}" for path, more in folded.items()]
    if lines:
        report("\n".join(lines))  # thousands one by one take longer than what they are about
    return any(problem.is_error for problem in ordered)


def _folded(ordered: Sequence[Problem]) -> tuple[list[Problem], Mapping[str, int]]:
    """The problems to print, and how many more each file has: a fault of all its records is told of the first few."""
    shown: list[Problem] = []
    counts: Counter[tuple[str, str]] = Counter()
    more: Counter[str] = Counter()
    for problem in ordered:
        kind = (problem.path, getattr(problem.message, "key", problem.message))
        counts[kind] += not problem.line
        if counts[kind] > _MOST_ALIKE:
            more[problem.path] += 1
        else:
            shown.append(problem)
    return shown, more


def report_left_out(skipped: Sequence[Skipped]) -> tuple[int, int]:
    """Prints what was left out and why to standard error; what is there already is only counted.

    Returns:
        How many are there already, and how many others were left out.
    """
    from timeline.i18n.messages import in_language

    others = [each for each in skipped if not each.known]
    for each in others[:_MOST_LEFT_OUT]:
        report(
            words("{path}: left out: {reason}", path=each.path, reason=in_language(each.reason, interface_language()))
        )
    if len(others) > _MOST_LEFT_OUT:
        more = len(others) - _MOST_LEFT_OUT
        report(counted("… and {count} other left out.", "… and {count} others left out.", more))
    return sum(each.known for each in skipped), len(others)


class InWords(logging.Handler):
    """Prints what the program logs as it works, in the user's language."""

    def emit(self, record: logging.LogRecord) -> None:
        """Prints one note."""
        from timeline.i18n.messages import in_language

        report(in_language(record.msg, interface_language()) if isinstance(record.msg, str) else record.getMessage())


def nothing_written(errors: int) -> str:
    """The line that ends a command which stopped before it wrote a file."""
    return counted("{count} problem; nothing was written.", "{count} problems; nothing was written.", errors)


def site_not_built(errors: int) -> str:
    """The line that ends a command which wrote the timeline and built no site.

    Args:
        errors: The number of errors.

    Returns:
        The line, in the user's language.
    """
    return counted("{count} problem; the site was not built.", "{count} problems; the site was not built.", errors)


def site_not_served(errors: int) -> str:
    """The line that ends `timeline serve`, which may have written the timeline.

    Args:
        errors: The number of errors.

    Returns:
        The line, in the user's language.
    """
    return counted("{count} problem; the site is not served.", "{count} problems; the site is not served.", errors)


def fail(problems: Iterable[Problem], summary: Callable[[int], str] = nothing_written) -> NoReturn:
    """Prints problems and ends the command with exit code 1.

    Args:
        problems: The problems.
        summary: Gives the last line for the number of errors.

    Raises:
        SystemExit: Always.
    """
    ordered = tuple(problems)
    report_problems(ordered)
    errors = sum(problem.is_error for problem in ordered)
    report(summary(errors))
    raise SystemExit(1)


@contextmanager
def stopping(summary: Callable[[int], str] = nothing_written) -> Iterator[None]:
    """Ends the command with messages and exit code 1 where a user's mistake stops a build; it shows no traceback.

    Args:
        summary: Gives the last line for the number of errors.

    Yields:
        Once, for the code that may be stopped.

    Raises:
        BrokenPipeError: Nobody reads the output any more.
        SystemExit: The code was stopped by a problem, the store or the operating system.
    """
    from timeline.document.store import StoreError
    from timeline.workflow.stopped import Stopped

    try:
        yield
    except Stopped as stopped:
        fail(stopped.problems, summary)
    except StoreError as error:
        fail([error.problem], summary)
    except BrokenPipeError:  # whoever reads the output has enough: click ends the command without a word
        raise
    except OSError as error:
        from timeline.i18n.messages import in_language, why

        told = in_language(why(error), interface_language())
        report(f"{error.filename}: {told}" if error.filename else told)
        raise SystemExit(1) from None


def progress() -> Progress:
    """A bar on a terminal, with the rate and the time left; silent for a few, and where standard error is a file."""
    bars: dict[str, ProgressBar[int]] = {}

    def show(what: str, done: int, of: int) -> None:
        if of < _FEW or sys.stderr is None or not sys.stderr.isatty():  # None where the program has no console
            return
        if what not in bars:
            bars[what] = _bar(words(what), of)
        bar = bars[what]
        bar.update(done - bar.pos, done)
        if done == of:
            bar.render_finish()
            del bars[what]

    return show


def _bar(what: str, of: int) -> ProgressBar[int]:
    bar: ProgressBar[int] = click.progressbar(
        length=of, label=what, show_pos=True, show_eta=True, file=sys.stderr, item_show_func=lambda _: rate(bar)
    )
    return bar.__enter__()


def rate(bar: ProgressBar[int]) -> str:
    """The number done per second, "" until some are done."""
    each = bar.time_per_iteration
    return f"{1 / each:.1f}/s" if each else ""
