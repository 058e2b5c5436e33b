"""`timeline accept`, `fmt`, `edit` and `schema`: for those who edit the YAML file."""

from __future__ import annotations

import json
import os
import shlex
from pathlib import Path
from shutil import which

import click

from timeline.cli.language import interface_language, words
from timeline.cli.messages import report, stopping
from timeline.cli.paths import NamedPath

_FILE = click.option("--file", "-f", type=NamedPath(), help="The timeline's YAML file, where there are several.")


@click.command()
@click.argument("id_", metavar="ID")
@click.argument("field", required=False)
@_FILE
def accept(id_: str, field: str | None, file: Path | None) -> None:
    """Take the machine's values for event ID, or for one FIELD of it.

    `timeline check` lists the values that a person wrote and for which the machine now has another value.
    """
    from timeline.workflow.commands.edit import accept as accept_

    with stopping():
        path, changed = accept_(file, id_, field, interface_language())
        what = field or words("all fields")
        done, nothing = (
            "{path}: {id} {field}: the machine's word stands.",
            "{path}: {id} {field}: as the machine has it.",
        )
        report(words(done if changed else nothing, path=path, id=id_, field=what))


@click.command()
@click.argument("file", type=NamedPath(), required=False)
def fmt(file: Path | None) -> None:
    """Sort the events of FILE and tidy it; only done when asked for.

    Comments stay with their events, and nothing that you wrote changes its meaning.
    """
    from timeline.workflow.commands.edit import tidy

    with stopping():
        for path, changed in tidy(file, interface_language()):
            report(f"{path}: {words('tidied.') if changed else words('tidy already.')}")


@click.command()
@click.argument("id_", metavar="ID")
@_FILE
def edit(id_: str, file: Path | None) -> None:
    """Open the YAML file in $EDITOR at event ID."""
    from timeline.workflow.commands.edit import place

    with stopping():
        path, line = place(file, id_, interface_language())
        if line is None:
            report(words("{path}: no event has the id {id}.", path=path, id=id_))
            raise SystemExit(1)
        editor = _at_line(line)
        if editor and not which(shlex.split(editor)[0]):
            report(words("{editor}: there is no such editor; set VISUAL or EDITOR to one of yours.", editor=editor))
            raise SystemExit(1)
        click.edit(filename=str(path), editor=editor)


def _at_line(line: int) -> str | None:
    """The editor's command with `+LINE`, which vi, emacs, nano, micro and helix understand; others open the file."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        return None
    name = Path(shlex.split(editor)[0]).name
    knows = name.startswith(("vi", "nvim", "emacs", "nano", "micro", "hx", "kak", "joe", "mcedit"))
    return f"{editor} +{line}" if knows else editor


@click.command()
@click.option("--language", type=click.Choice(["fr", "en"]), default="fr", show_default=True)
def schema(language: str) -> None:
    """Print the JSON Schema of timeline files, with its descriptions in LANGUAGE."""
    from timeline import document

    click.echo(json.dumps(document.schema(language), ensure_ascii=False, indent=1))


COMMANDS = (accept, fmt, edit, schema)
