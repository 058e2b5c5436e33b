"""The language of the command line: French where the user's locale is, English otherwise.

The English texts stand in the code; `locale/fr/LC_MESSAGES/messages.po` has the French ones, click's own among them.
`pybabel compile -d timeline/cli/locale -D messages` writes the file that is read.
"""

from __future__ import annotations

import gettext
import locale
import os
from copy import copy
from functools import cache
from inspect import cleandoc
from pathlib import Path
from typing import TypeVar

import click

_CATALOGUES = str(Path(__file__).with_name("locale"))
_ASKED = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # as gettext orders them

gettext.bindtextdomain("messages", _CATALOGUES)  # the domain in which click looks for its own texts


def interface_language() -> str:
    """French (`fr`) where the user's locale is French, English (`en`) otherwise."""
    asked = next((value for name in _ASKED if (value := os.environ.get(name))), "")
    return "fr" if (asked or (locale.getlocale()[0] or "")).lower().startswith("fr") else "en"


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("messages", _CATALOGUES, [language], fallback=True)


def words(text: str, **arguments: object) -> str:
    """A text of the command line in the user's language.

    Args:
        text: The text in English, as the catalogue has it.
        **arguments: The values of its `{names}`.

    Returns:
        The translation; the English text where the catalogue has none.
    """
    translated = _catalogue(interface_language()).gettext(text) if text else text
    return translated.format(**arguments) if arguments else translated


def counted(one: str, many: str, count: int, **arguments: object) -> str:
    """A text of the command line in its singular or plural, in the user's language.

    Args:
        one: The singular in English, as the catalogue has it.
        many: The plural in English.
        count: The number, which replaces `{count}`.
        **arguments: The values of the other `{names}`.

    Returns:
        The translation; the English text where the catalogue has none.
    """
    return _catalogue(interface_language()).ngettext(one, many, count).format(count=count, **arguments)


Kind = TypeVar("Kind", bound=click.Command)


def in_words(command: Kind) -> Kind:
    """A copy of a command with its help in the user's language."""
    shown = copy(command)
    shown.help, shown.epilog = (words(cleandoc(text or "")) for text in (command.help, command.epilog))
    shown.options_metavar = words(command.options_metavar or "")
    if isinstance(shown, click.Group):
        shown.subcommand_metavar = words(shown.subcommand_metavar or "")
    shown.params = [_parameter(each) for each in command.params]
    return shown


def _parameter(parameter: click.Parameter) -> click.Parameter:
    shown = copy(parameter)
    if isinstance(shown, click.Option):
        shown.help = words(shown.help or "")
        if isinstance(shown.show_default, str):
            shown.show_default = words(shown.show_default)
        if not shown.is_flag and not isinstance(shown.type, click.Choice):
            shown.metavar = words(shown.metavar or shown.type.name.upper())
    elif shown.metavar or shown.name:
        name = words(shown.metavar or (shown.name or "").upper())
        shown.metavar = name if shown.required or shown.metavar else f"[{name}]"
    return shown


class Commands(click.Group):
    """The group of all commands, each with its help in the user's language."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, as the user reads it."""
        command = super().get_command(ctx, cmd_name)
        return in_words(command) if command else None

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the help of the group, and a line for each of its commands."""
        click.Group.format_help(in_words(self), ctx, formatter)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the line of the group's usage."""
        click.Group.format_usage(in_words(self), ctx, formatter)
