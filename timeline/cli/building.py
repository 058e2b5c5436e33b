"""`timeline build`, `update`, `check` and `serve`."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.jobs import JOBS, cores
from timeline.cli.language import counted, interface_language, words
from timeline.cli.messages import progress, report, report_problems, site_not_built, site_not_served, stopping
from timeline.cli.paths import NamedPath
from timeline.cli.starting import report_invented
from timeline.gc_pause import collector_seldom

if TYPE_CHECKING:
    from timeline.workflow.outcome import Outcome

_FILE = click.argument("file", type=NamedPath(), required=False)
_ALL = click.option("--all", "keep_all", is_flag=True, help="Keep every event, also those an editor would leave out.")


def _installed(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Refuses the name of a pipeline that is not installed, before anything is read."""
    if value and not Path(value).is_dir() and find_spec(value) is None:
        wording = words("{value} is not installed; `pip install` it, or leave the option out.", value=value)
        raise click.BadParameter(wording)
    return value


_MODEL = click.option(
    "--model",
    envvar="TIMELINE_MODEL",
    callback=_installed,
    help="An installed spaCy pipeline to read with, in place of our own.",
)


@click.command()
@_FILE
@_ALL
@JOBS
@_MODEL
@click.option(
    "--strict", is_flag=True, help="Stop at an article that cannot be read, and at warnings of the site build."
)
def build(file: Path | None, strict: bool, **how: Any) -> None:
    """Read the articles, write the timeline, build the site.

    FILE is a timeline's YAML file; without it, all timelines that mkdocs.yml names, or timeline.yaml. The site is
    written where mkdocs.yml says (site/ by default).
    """
    from timeline.workflow.files import only_source
    from timeline.workflow.project import timeline_files

    with stopping():
        files = timeline_files(file)
        by_hand = [path for path in files if only_source(path)]
        for path in by_hand:
            report(words("{path}: there are no articles; the site shows the file as it stands.", path=path))
        outcomes = _update([path for path in files if path not in by_hand], strict=strict, **how)
    with stopping(site_not_built):
        from timeline.workflow.project import unlisted

        if file and (warning := unlisted(file)):
            report_problems([warning])
        site = _site(file, outcomes, strict=strict)
        report(words("The site is in {site}: open {page}", site=site, page=site / "index.html"))


def _site(file: Path | None, outcomes: Sequence[Outcome], *, strict: bool) -> Path:
    """Builds the site, unless it is as a build would leave it; what builds is only loaded where it is needed."""
    from timeline.workflow.memory.sites import standing
    from timeline.workflow.project import shown

    if site := standing(file, strict=strict, updated=[outcome.path for outcome in outcomes]):
        return shown(site)
    known = {outcome.path.resolve(): outcome.read for outcome in outcomes if outcome.read}
    with collector_seldom():  # what the update left stays, and so do the pages until all are written
        from timeline.workflow.commands.build_site import build_site

        return build_site(file, strict=strict, progress=progress(), known=known)


@click.command()
@_FILE
@_ALL
@JOBS
@_MODEL
@click.option("--strict", is_flag=True, help="Stop at an article that cannot be read; without it, it is left out.")
def update(file: Path | None, **how: Any) -> None:
    """Read the articles and write the timeline's YAML file; build no site.

    What people changed in FILE stays as they wrote it.
    """
    from timeline.workflow.project import timeline_files

    with stopping():
        _update(timeline_files(file), **how)


def _update(files: Sequence[Path], **how: Any) -> Sequence[Outcome]:
    """Updates the timelines, and returns what happened to each."""
    from timeline.workflow.memory.updates import look, remembered
    from timeline.workflow.options import UpdateOptions
    from timeline.workflow.project import ARTICLE_FOLDERS

    options = UpdateOptions(**how, language=interface_language())
    for folder in dict.fromkeys(path.parent / ARTICLE_FOLDERS[0] for path in files):
        report_invented(folder)
    looks = {path: look(path, options.cache_key) for path in files}
    outcomes = remembered(looks)
    if outcomes is None:  # only then is what reads and merges loaded
        from timeline.workflow.commands.update import update_all

        outcomes = update_all(files, options, progress(), looks)
    for outcome in outcomes:
        report_problems((*outcome.problems, *outcome.unread))
        for line in outcome.off_topic:
            report(line)
        report(f"{outcome.path}: {outcome.summary_in(interface_language())}")
        for line in outcome.undated:
            report(line)
    return outcomes


@click.command()
@_FILE
@click.option("--suggest-dates", is_flag=True, help="Propose dates for articles that have none.")
@click.option("--review", is_flag=True, help="Only list the events that are likely wrong, and why; read no article.")
@JOBS
@_MODEL
def check(file: Path | None, suggest_dates: bool, review: bool, workers: int, model: str | None) -> None:
    """Report everything that is wrong with the articles and the YAML file, all at once.

    Writes nothing. Also lists the values that a person wrote and for which the machine now has another value:
    `timeline accept` takes the machine's value. With --review, lists what an editor should look at before anyone reads
    it: doubtful dates, unclear titles, likely duplicates, sources that disagree.
    """
    from timeline.workflow.project import existing_files, timeline_files

    if review:
        with stopping():
            _review(existing_files(file))
        return
    from timeline.workflow.commands.check import check_all
    from timeline.workflow.options import UpdateOptions

    how = UpdateOptions(workers=workers, model=model, language=interface_language())
    with stopping():
        problems = check_all(
            existing_files(file) if file and not file.is_dir() else timeline_files(file), how, suggest=suggest_dates
        )
        if report_problems(problems):
            raise SystemExit(1)
        report(words("No errors.") if problems else words("Nothing is wrong."))


def _review(files: Sequence[Path]) -> None:
    from timeline.workflow.editorial import review_lines

    lines = review_lines(files, interface_language())
    for line in lines:
        click.echo(line)
    report(
        counted("{count} event to review.", "{count} events to review.", len(lines))
        if lines
        else words("Nothing to review.")
    )


@click.command()
@_FILE
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where the site is served.")
@click.option("--open", "open_in_browser", is_flag=True, help="Open the site in the browser.")
@click.option("--edit", is_flag=True, help="Correct the timeline on its pages, in the browser of this machine alone.")
def serve(file: Path | None, address: str, open_in_browser: bool, edit: bool) -> None:
    """Show the site, and show it again whenever the YAML file is saved.

    With --edit, each event has buttons: confirm, hide, title, date, names, merge, split. Events can be added, acts
    undone, and the events that need review come one after the other. Each act is written into the YAML file at once.
    Editing works only on this machine, and only with the whole address that the command prints.
    """
    from timeline.workflow.commands.build_site import check_address, edit_site, serve_site
    from timeline.workflow.files import is_unbuilt
    from timeline.workflow.project import timeline_files

    with stopping(site_not_served):
        check_address(address)
        if any(is_unbuilt(path) for path in timeline_files(file)):
            _update(timeline_files(file), workers=cores())
        if edit:
            edit_site(
                file,
                address=address,
                open_in_browser=open_in_browser,
                language=interface_language(),
                ready=lambda where: report(words("Editing on {where}", where=where)),
            )
        else:
            serve_site(file, address=address, open_in_browser=open_in_browser)


@click.command()
def clean() -> None:
    """Empty the cache of articles that were read; the next build reads all articles again."""
    from timeline.workflow.memory import annotation_cache, values

    with stopping():
        report(words("{size} kB taken away from {folder}", size=annotation_cache.clean() // 1000, folder=values.root()))


COMMANDS = (build, update, check, serve, clean)
