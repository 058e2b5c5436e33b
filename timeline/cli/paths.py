"""The names of files, folders and addresses that a person types; an empty one is a mistake, not the current folder."""

from __future__ import annotations

import os
from pathlib import Path

import click

from timeline.cli.language import words


def _empty() -> str:
    return words("The name is empty; is a variable of your shell unset?")


class NamedPath(click.Path[Path]):
    """A path; `"$FILE"` of an unset variable is a usage error."""

    def __init__(self, *, exists: bool = False, file_okay: bool = True, dir_okay: bool = True) -> None:
        super().__init__(exists=exists, file_okay=file_okay, dir_okay=dir_okay, path_type=Path)

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; a usage error where it is empty."""
        if str(value) == "":
            self.fail(_empty(), param, ctx)
        return super().convert(value, param, ctx)


class Named(click.ParamType[str]):
    """A file, a folder or an address, as it is typed; an empty one is a usage error."""

    name = "text"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name; a usage error where it is empty."""
        if value == "":
            self.fail(_empty(), param, ctx)
        return str(value)
