"""`timeline query`: a timeline out of an archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.language import interface_language, words
from timeline.cli.messages import report, stopping
from timeline.cli.paths import NamedPath

if TYPE_CHECKING:
    from timeline.model import Date

_ARCHIVES = ("archive.sqlite", "archive.db", "archive.duckdb")


class PeriodType(click.ParamType["Date"]):
    """A day, a month or a year, as EDTF or people write it."""

    name = "DATE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Date:
        """The date; a usage error that shows the right form otherwise."""
        from timeline.calendar import parse_edtf
        from timeline.workflow.date_words import understand

        date = parse_edtf(str(value)) or understand(str(value), "fr") or understand(str(value), "en")
        if date is None or date.begin is None or date.end is None:
            wording = "“{value}” is no date; write it as 2022, 2022-12, 2022-12-20 or 20 décembre 2022."
            self.fail(words(wording, value=value), param, ctx)
        return date


@click.command(epilog='\b\ntimeline query "grippe aviaire" --from 2018 --to 2019-06 --output grippe.yaml')
@click.argument("words", default="")
@click.option("--archive", type=NamedPath(dir_okay=False), help="The archive; archive.sqlite here.")
@click.option("--from", "first", type=PeriodType(), help="The first day of the events.")
@click.option("--to", "last", type=PeriodType(), help="The last day of the events.")
@click.option("--person", "people", multiple=True, help="Only articles with an event of this person.")
@click.option("--place", "places", multiple=True, help="Only articles with an event at this place.")
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=200,
    show_default=True,
    help="How many articles it is drawn from, the best ones.",
)
@click.option(
    "--output",
    "-o",
    type=NamedPath(dir_okay=False),
    help="The YAML file to write or to update.",
)
def query(archive: Path | None, first: Date | None, last: Date | None, output: Path | None, **what: Any) -> None:
    """Draw a timeline from an archive that `timeline annotate --to` made; no article is read again.

    WORDS are those of its topic: articles that have them all, or whose title means nearly the same. Without --output
    the events are printed, a line each.
    """
    from timeline.workflow.commands.archive import Query, draw
    from timeline.workflow.commands.update import write
    from timeline.workflow.project import timeline_files

    with stopping():
        asked = Query(period=_period(first, last), **what)
        drawn = draw(archive or _archive_here(), asked)
        if output is not None:
            (path,) = timeline_files(output)
            saved = write(path, drawn, interface_language())
            report(f"{path}: {saved.summary_in(interface_language())}")
            return
        for entry in drawn.entries:
            click.echo(f"{entry.date or '?'}\t{entry.title}\t{', '.join(source.article for source in entry.sources)}")
        counts = {"events": len(drawn.entries), "articles": len(drawn.cards)}
        report(words("Events: {events}; articles that tell them: {articles}.", **counts))


def _archive_here() -> Path:
    return next((Path(name) for name in _ARCHIVES if Path(name).is_file()), Path(_ARCHIVES[0]))


def _period(first: Date | None, last: Date | None) -> Date | None:
    from timeline.calendar import between, from_, until

    if first is None or last is None:
        return from_(first) if first else until(last) if last else None
    if first.begin is not None and last.end is not None and first.begin >= last.end:
        raise click.BadParameter(words("it ends before it begins."), param_hint="'--from', '--to'")
    return between(first, last)


COMMANDS = (query,)
