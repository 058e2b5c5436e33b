"""The `timeline` command and its subcommands."""

from __future__ import annotations

import atexit
import gc
import logging

import click

from timeline.cli import annotating, building, editing, querying, starting
from timeline.cli.language import Commands
from timeline.cli.messages import InWords

_EPILOG = """\b
A first project:
  timeline new my-timeline
  cd my-timeline
  timeline serve
"""


_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=Commands, epilog=_EPILOG, context_settings=_SETTINGS)
@click.version_option(package_name="timeline-press", prog_name="timeline")
def main() -> None:
    """From a folder of dated articles to a timeline that people edit and publish.

    Articles are read, every "mardi" and "la veille" is dated from the article it stands in, the events are written in
    order to a YAML file, and the YAML file is published as a static site. What you change in the YAML file stays
    changed.
    """


_log = logging.getLogger("timeline")
_log.addHandler(InWords(logging.WARNING))
atexit.register(gc.freeze)  # the collector would visit all that was loaded once more: a tenth of a second

for command in (*building.COMMANDS, *editing.COMMANDS, *starting.COMMANDS, *annotating.COMMANDS, *querying.COMMANDS):
    main.add_command(command)
