"""`timeline new`, `add`, `pages` and `export`: starter projects, imports, pages without MkDocs, documents."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import click

from timeline.cli.language import counted, interface_language, words
from timeline.cli.messages import progress, report, report_left_out, report_problems, stopping
from timeline.cli.paths import Named, NamedPath
from timeline.lines.first_letter import capitalised


@click.command()
@click.argument("directory", type=NamedPath(file_okay=False))
def new(directory: Path) -> None:
    """Make a starter project in DIRECTORY: two short articles, and a site that builds at once."""
    from timeline.workflow.project import articles_folder

    if directory.exists() and any(directory.iterdir()):
        report(words("{directory}: the folder is not empty; name a new one.", directory=directory))
        if folder := articles_folder(directory):
            report(
                words(
                    "Without a starter, `timeline build` makes a timeline of the articles in {folder}/.", folder=folder
                )
            )
        raise SystemExit(1)
    with stopping(), as_file(files("timeline.cli").joinpath("starter")) as starter:
        shutil.copytree(starter, directory, dirs_exist_ok=True)
        _name(directory)
    typed = shlex.quote(str(directory))
    report(
        words("A project is in {directory}. Next:\n  cd {typed}\n  timeline serve", directory=directory, typed=typed)
    )
    report(
        words(
            "With articles of your own: delete the two in articles/, put yours there, write your title in "
            "timeline.yaml, then `timeline build`."
        )
    )


def _name(directory: Path) -> None:
    """Gives the starter's timeline and site the name of their folder in words: "greve-des-bus" is "Greve des bus"."""
    folder = directory.resolve().name
    spoken = re.sub(r"[\s_-]+", " ", folder).strip() or folder
    for name in ("timeline.yaml", "mkdocs.yml"):
        text = (directory / name).read_text(encoding="utf-8")
        title = json.dumps(capitalised(spoken), ensure_ascii=False)  # a string of JSON is one of YAML
        (directory / name).write_text(text.replace('"Ma chronologie"', title, 1), encoding="utf-8")


def report_invented(folder: Path) -> None:
    """Tells which articles of the starter are still beside others: their events would be in the person's timeline."""
    with as_file(files("timeline.cli").joinpath("starter", "articles")) as starter:
        ours = {each.name: each.read_bytes() for each in starter.iterdir()}
    left = sorted(
        name for name, data in ours.items() if (path := folder / name).is_file() and path.read_bytes() == data
    )
    if left and any(each.is_dir() or each.name not in ours for each in folder.iterdir()):
        from timeline.i18n import say

        invented = ", ".join((folder / name).as_posix() for name in left)
        report(say(interface_language(), "build.invented", files=invented))


@click.command()
@click.argument("items", nargs=-1, required=True, type=Named(), metavar="FILE_OR_URL...")
@click.option("--to", "folder", type=NamedPath(file_okay=False), help="The folder of articles.")
@click.option("--date", "day", metavar="DAY", help="The publication day of all of them; it wins over what they say.")
@click.option("--encoding", help="The encoding of files that are not UTF-8 and do not say so.")
@click.option("--language", help="The language of all of them; detected where it is not given.")
@click.option("--zone", default="Europe/Paris", show_default=True, help="The time zone of the articles' days.")
@click.option("--rejoin", is_flag=True, help="Mend the line breaks and hyphens of scanned text.")
@click.option("--replace", is_flag=True, help="Overwrite articles that are there already.")
@click.option("--allow-private", is_flag=True, help="Fetch from addresses of your own network too.")
def add(
    items: tuple[str, ...],
    folder: Path | None,
    allow_private: bool,
    day: str | None,
    rejoin: bool,
    replace: bool,
    **options: Any,
) -> None:
    """Import articles: saved pages, feeds, exports, archives, or web addresses.

    Each becomes one Markdown file in the folder of articles, with what was found, and how, above its text.
    """
    from timeline import articles
    from timeline.workflow.project import ARTICLE_FOLDERS, articles_folder

    show = progress()
    with stopping():
        root = Path()
        target = folder or root / (articles_folder(root) or ARTICLE_FOLDERS[0])
        added = articles.add(
            items,
            target,
            root,
            how=articles.Importing(articles.ReadOptions(**options), day, rejoin, replace),
            fetcher=articles.Fetcher(articles.Manners(allow_private=allow_private)),
            progress=lambda done, of, _: show(words("importing"), done, of),
        )
    wrong = report_problems(added.problems)
    for path in added.written:
        click.echo(path)
    known, left = report_left_out(added.skipped)
    report_invented(target)
    errors = sum(problem.is_error for problem in added.problems)
    counts = {"written": len(added.written), "known": known, "left": left, "problems": errors}
    report(words("Written: {written}; there already: {known}; left out: {left}; problems: {problems}.", **counts))
    if wrong:
        raise SystemExit(1)


@click.command()
@click.argument("directory", type=NamedPath(file_okay=False))
@click.argument("file", type=NamedPath(), required=False)
@click.option("--markdown", is_flag=True, help="Markdown files for another generator, in place of whole HTML pages.")
def pages(directory: Path, file: Path | None, markdown: bool) -> None:
    """Write the site's pages to DIRECTORY without MkDocs: plain HTML, or Markdown for another generator."""
    from timeline.workflow.commands.pages import write_pages

    with stopping():
        count = write_pages(directory, file, markdown=markdown)
    report(
        counted(
            "{count} file written to {directory}", "{count} files written to {directory}", count, directory=directory
        )
    )


@click.command()
@click.argument("target", type=NamedPath(dir_okay=False), metavar="DOCUMENT")
@click.argument("file", type=NamedPath(), required=False)
def export(target: Path, file: Path | None) -> None:
    """Write the timeline as DOCUMENT for a word processor: .docx, .odt, .rtf or .epub, by pandoc.

    FILE is a timeline's YAML file. The other formats (CSV, ICS, Atom, wikitext, WordPress and more) are on the site,
    beside the timeline's page.
    """
    from timeline.workflow.commands.export import export as export_

    with stopping():
        report(words("The document is {file}", file=export_(target, file)))


COMMANDS = (new, add, pages, export)
