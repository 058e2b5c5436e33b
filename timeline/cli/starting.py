"""`timeline new` and `add`: a project's first articles."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import click

from timeline.cli.messages import stopping, tell


@click.command()
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False))
def new(directory: Path) -> None:
    """Make a starter project in DIRECTORY: two short articles, and a site that builds at once."""
    if directory.exists() and any(directory.iterdir()):
        tell(f"{directory}: the folder is not empty; name a new one.")
        raise SystemExit(1)
    with stopping(), as_file(files("timeline.cli").joinpath("starter")) as starter:
        shutil.copytree(starter, directory, dirs_exist_ok=True)
    tell(f"A project is in {directory}. Next:\n  cd {directory}\n  timeline serve")


COMMANDS = (new,)
