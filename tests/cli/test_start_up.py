"""A command loads what it uses and nothing else; measured in modules, which no load of the machine changes."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"spacy", "numpy", "mkdocs", "yaml", "onnxruntime", "jinja2", "httpcore", "trafilatura", "dateparser"}
ROOMS = {
    "timeline.model", "timeline.articles", "timeline.document", "timeline.coref", "timeline.events", "timeline.site",
    "timeline.timex", "timeline.nlp", "timeline.workflow.load",
}  # fmt: skip
DATE = ("date", "Il a démissionné mardi.", "--on", "2022-12-21")


def _loaded(*arguments: str) -> set[str]:
    """The modules that a process of its own has loaded after `timeline ARGUMENTS…`."""
    code = (
        "import sys\nfrom timeline.cli import main\n"
        f"try: main({list(arguments)!r})\nexcept SystemExit: pass\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split("\n"))


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("build", "--help")])
def test_help_loads_neither_libraries_nor_rooms(arguments: tuple[str, ...]) -> None:
    assert _loaded(*arguments) & (HEAVY | ROOMS) == set()


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """What `timeline date` has loaded."""
    return _loaded(*DATE)


def test_date_reads_no_events_and_no_files(loaded: set[str]) -> None:
    assert "timeline.timex" in loaded
    unused = {"timeline.events", "timeline.coref", "timeline.document", "timeline.articles", "timeline.site"}
    assert loaded & (unused | {"mkdocs", "yaml", "trafilatura", "httpcore", "dateparser"}) == set()


def _loaded_with(command: str) -> set[str]:
    """The modules that the module of a command needs."""
    drawn = f"from timeline.workflow.commands import {command}; import sys; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", drawn], capture_output=True, text=True, check=True)
    return set(done.stdout.split("\n"))


def test_a_query_loads_no_models_that_read() -> None:
    loaded = _loaded_with("archive")
    assert "timeline.coref.merging.update" in loaded
    assert loaded & {"timeline.events.extraction", "timeline.nlp", "spacy", "onnxruntime"} == set()


def test_a_site_is_built_without_a_server() -> None:
    loaded = _loaded_with("build_site")
    assert "mkdocs.commands.build" in loaded
    assert loaded & {"mkdocs.livereload", "http.server", "ssl", "watchdog", "markdown_it"} == set()


def test_spacy_comes_without_its_command_line(loaded: set[str]) -> None:
    assert "spacy" in loaded
    assert loaded & {"spacy.cli", "weasel", "httpx", "requests"} == set()


def test_the_collector_visits_nothing_at_the_end() -> None:
    """What is registered first is called last: by then all objects are out of the collector's sight."""
    code = "import atexit, gc\natexit.register(lambda: print(gc.get_freeze_count()))\nimport timeline.cli.main"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 1000


def test_spacys_command_line_comes_when_asked() -> None:
    import spacy
    from spacy.cli import download

    import timeline.nlp

    assert callable(download)
    assert spacy.info(silent=True)["spacy_version"]
    assert timeline.nlp.load
