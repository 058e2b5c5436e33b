"""`timeline annotate`, `date` and `eval`: annotations without a timeline."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.jobs import JOBS
from timeline.cli.language import interface_language, words
from timeline.cli.messages import Progress, fail, progress, report, report_problems, stopping
from timeline.cli.paths import Named, NamedPath

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model import Article, Timex
    from timeline.workflow.options import UpdateOptions


class Day(click.ParamType[datetime.date]):
    """A day as ISO 8601 writes it."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date | datetime.datetime:
        """The day, or the instant where a time is given; a usage error that shows the right form otherwise."""
        try:
            kind = datetime.date if len(str(value)) <= 10 else datetime.datetime
            return kind.fromisoformat(str(value))
        except ValueError:
            if (day := _in_words(str(value))) is not None:
                return day
            expected = "“{value}” is no date; write it as 2022-12-20, 20/12/2022 or 20 décembre 2022."
            self.fail(words(expected, value=value), param, ctx)


class ReadLanguage(click.ParamType[str]):
    """The code of a language in which time expressions are read."""

    name = "text"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code; a usage error that names all codes otherwise."""
        from timeline.languages import available

        return str(click.Choice(available()).convert(value, param, ctx))


def _in_words(text: str) -> datetime.date | None:
    """A whole day as people write it ("22/02/2017", "22 février 2017", "22 February 2017"); None where it is none."""
    from timeline.calendar import to_date
    from timeline.model import Granularity
    from timeline.workflow.date_words import understand

    for language in ("fr", "en"):
        date = understand(text, language)
        if date is not None and date.begin is not None and date.granularity is Granularity.DAY and not date.is_range:
            return to_date(date.begin)
    return None


@click.command()
@click.argument("paths", nargs=-1, required=True, type=Named(), metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["jsonl", "json"]), default="jsonl", show_default=True)
@click.option("--zone", default="Europe/Paris", show_default=True, help="The time zone of the articles' days.")
@JOBS
@click.option("--scheduler", default="", metavar="ADDRESS", help="Read on a Dask cluster: tcp://host:8786.")
@click.option("--to", "archive", type=NamedPath(dir_okay=False), help="Keep all in an archive; print nothing.")
def annotate(paths: tuple[str, ...], form: str, zone: str, archive: Path | None, **how: Any) -> None:
    """Print the time expressions and events of articles as JSON, one object per article, in path order.

    PATH is an article, or a folder of them. The format is described in docs/annotation-format.md, the archive (an
    SQLite file, from which `timeline query` draws timelines) in docs/archive.md. What was read once is not read again.
    """
    from timeline.document import Head
    from timeline.workflow.files import read_articles
    from timeline.workflow.options import UpdateOptions

    with stopping():
        show = progress()
        collected = read_articles(Head(articles=paths, zone=zone), Path.cwd(), show)
        left_out = any(problem.is_error for problem in collected.problems)
        if left_out and not collected.articles:
            fail(collected.problems)
        report_problems(collected.problems)
        if archive is None:
            _print_annotations(collected.articles, form, UpdateOptions(**how), show)
        else:
            from timeline.workflow.commands.archive import fill

            done, total = fill(archive, collected.articles, UpdateOptions(**how), show), len(collected.articles)
            partly = "{archive}: articles read: {done} of {total}; the others were there."
            wording = "{archive}: articles read: {done}." if done == total else partly
            report(words(wording, archive=archive, done=done, total=total))
    if left_out:  # the others are read
        raise SystemExit(1)


def _print_annotations(articles: Sequence[Article], form: str, how: UpdateOptions, show: Progress) -> None:
    from timeline.annotator.unread import Unread
    from timeline.workflow.merging.annotate import annotated
    from timeline.workflow.merging.unread import separate_unread

    dictionaries, unread = [], []
    for annotation in annotated(articles, how, show):
        if isinstance(annotation, Unread):
            unread.append(annotation)
            continue
        report_problems(annotation.problems)
        dictionaries.append(annotation.to_file_dict())
        if form == "jsonl":
            click.echo(json.dumps(dictionaries.pop(), ensure_ascii=False))
    if form == "json":
        click.echo(json.dumps(dictionaries, ensure_ascii=False, indent=1))
    if report_problems(separate_unread(unread, Path.cwd(), interface_language())[1]):
        raise SystemExit(1)


@click.command(epilog='\b\ntimeline date "Il a démissionné mardi. La veille, il était à Lille." --on 2022-12-21')
@click.argument("text")
@click.option("--on", "published", type=Day(), required=True, help="The day the text was published.")
@click.option("--lang", "interface", type=click.Choice(["fr", "en"]), help="The language of the explanation.")
@click.option(
    "--text-lang", "language", type=ReadLanguage(), default="fr", show_default=True, help="The language of TEXT."
)
def date(text: str, published: datetime.date, interface: str | None, language: str) -> None:
    """Show what each time expression in TEXT means, and why."""
    from timeline.annotator.dates import article_of, dates
    from timeline.model import Problem

    found = dates(article_of(text, published, language=language))
    report_problems(Problem("TEXT", p.line, p.column, p.message, p.severity) for p in found.problems)
    for timex in found.timexes:
        _print_timex(timex, interface or interface_language())
    if not found.timexes:
        report(words("No time expression found."))
    if found.problems:
        raise SystemExit(1)


def _print_timex(timex: Timex, language: str) -> None:
    from timeline.calendar import edtf_timed
    from timeline.i18n import explain, readable

    interval = edtf_timed(timex.date) if timex.date else "-"
    click.echo(f"{timex.expression.text}\t{timex.expression.type.value}\t{timex.value}\t{interval}")
    if timex.date:
        click.echo(f"  = {readable(timex.date, language, weekday=True)}")
    for step in timex.steps:
        click.echo(f"  {explain(step, language)}")


@click.command("eval")
@click.argument("gold", type=NamedPath(exists=True, file_okay=False))
@click.option("--stories", is_flag=True, help="GOLD holds whole stories: a folder of articles each, and story.jsonl.")
def evaluate(gold: Path, stories: bool) -> None:
    """Score the machine on annotated articles: GOLD holds text/<id>.txt and gold/<id>.json.

    With --stories, the timelines that it makes of each story's articles are scored against the chronology that an
    editor wrote; docs/guidelines.md describes the files.
    """
    from timeline.workflow.commands import evaluate as command

    with stopping():
        click.echo(str(command.of_stories(gold) if stories else command.of_articles(gold)))


COMMANDS = (annotate, date, evaluate)
