"""The command line in French and in English: help, faults and endings, by the user's locale."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from click.testing import CliRunner

from timeline.cli import language
from timeline.cli.language import interface_language
from timeline.cli.main import main
from timeline.i18n import say

ROOM = Path(language.__file__).parent
FRENCH, ENGLISH = {"LANGUAGE": "", "LC_ALL": "fr_FR.UTF-8"}, {"LANGUAGE": "", "LC_ALL": "en_GB.UTF-8"}


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with (ROOM / "locale/fr/LC_MESSAGES/messages.po").open("rb") as file:
        return read_po(file)


def _shown(command: click.Command) -> Iterator[str]:
    """What the help of a command is made of."""
    yield from (command.help or "", command.epilog or "")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield parameter.help or ""
            if not parameter.is_flag and not isinstance(parameter.type, click.Choice):
                yield parameter.metavar or parameter.type.name.upper()
        else:
            yield parameter.metavar or (parameter.name or "").upper()


def _called() -> Iterator[str]:
    """The texts that the modules of the command line give to `words` and `counted`."""
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("words", "counted"):
                yield from (each.value for each in node.args[:1] if isinstance(each, ast.Constant))


def test_every_text_has_its_french(catalogue: Catalog) -> None:
    texts = {cleandoc(text) for command in (main, *main.commands.values()) for text in _shown(command)}
    texts |= set(_called()) - {""}
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue if message.string}
    examples = {
        text for text in texts if re.match(r"\x08?\n?timeline \w+ \"", text)
    }  # a command is one in any language
    assert sorted(texts - known - examples - {""}) == []


def test_the_texts_keep_their_slots(catalogue: Catalog) -> None:
    def slots(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)", text))

    for message in catalogue:
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if all(ids):
            assert set().union(*map(slots, strings)) <= set().union(*map(slots, ids)), ids


def test_what_is_read_is_what_is_written(catalogue: Catalog) -> None:
    """`pybabel compile -d timeline/cli/locale -D messages` after a change of the .po."""
    compiled = language._catalogue("fr")
    for message in catalogue:
        if isinstance(message.id, str) and message.id:
            assert compiled.gettext(message.id) == message.string


@pytest.mark.parametrize(
    ("arguments", "french", "english"),
    [
        (["--help"], "Emploi : ", "Usage: "),
        (["build", "--help"], "Lit les articles, écrit la chronologie", "Read the articles, write the timeline"),
        (["build", "--help"], "[FICHIER]", "[FILE]"),
        (["annotate", "--help"], "par défaut : ", "default: "),
        (["date", "mardi"], "Il manque l’option '--on'", "Missing option '--on'"),
        (["date", "x", "--on", "hier"], "« hier » n’est pas une date", "“hier” is no date"),
        (["buidl"], "La commande buidl n’existe pas", "No such command 'buidl'"),
        (["date", "bonjour", "--on", "2022-12-21"], "Aucune expression de temps.", "No time expression found."),
        (["update", "none/timeline.yaml"], "il n’y a pas de dossier d’articles ici", "there is no folder of articles"),
        (["update", "none/timeline.yaml"], "1 problème ; rien n’a été écrit.", "1 problem; nothing was written."),
        (["date", "le 45 mars", "--on", "2022-12-21"], "attention : « 45 mars » n’est pas", "warning: “45 mars”"),
    ],
)
def test_commands_answer_in_the_language_of_the_user(arguments: list[str], french: str, english: str) -> None:
    for environment, expected, other in ((FRENCH, french, english), (ENGLISH, english, french)):
        output = CliRunner().invoke(main, arguments, env=environment).output
        assert expected in output
        assert other not in output


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "fr_CA"}, "fr"),
        ({"LC_ALL": "de_DE", "LANG": "fr_FR"}, "en"),
        ({"LANGUAGE": "en", "LANG": "fr_FR"}, "en"),
        ({"LANGUAGE": "fr:en", "LANG": "C"}, "fr"),
    ],
)
def test_the_language_is_that_of_the_locale(
    told: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    assert interface_language() == expected


def test_the_help_of_serve_names_the_buttons_as_the_page_does() -> None:
    shown = " ".join(CliRunner().invoke(main, ["serve", "--help"], env=FRENCH).output.split())
    buttons = ("hide", "rename", "merge", "split")
    hide, names, merge, split = (say("fr", f"editing.page.{name}").lower() for name in buttons)
    assert f"confirmer, {hide}, titre, date, {names}, {merge}, {split}." in shown
