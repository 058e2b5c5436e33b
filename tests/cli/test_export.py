"""`timeline export`: a document by pandoc, and what is said where there is none."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli.main import main

YAML = """\
title: Le port de Vannes
language: fr
description: Une chronologie.
events:
- id: aa11
  date: 2023-03-13
  title: Le conseil adopte le budget
  sources:
  - {url: "https://example.org/a", title: Un article}
"""
PANDOC = """\
#!/bin/sh
while [ $# -gt 1 ]; do
  if [ "$1" = --output ]; then out="$2"; fi
  shift
done
cat > "$out"
"""


@pytest.fixture
def timeline(tmp_path: Path) -> Path:
    file = tmp_path / "timeline.yaml"
    file.write_text(YAML, encoding="utf-8")
    return file


def run(timeline: Path, name: str, script: str | None, monkeypatch: pytest.MonkeyPatch, **env: str) -> tuple[int, str]:
    tools = timeline.parent / "tools"
    tools.mkdir()
    if script is not None:
        (tools / "pandoc").write_text(script, encoding="utf-8")
        (tools / "pandoc").chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{tools}:/bin:/usr/bin" if script else str(tools))
    done = CliRunner().invoke(main, ["export", str(timeline.parent / name), str(timeline)], env=env)
    return done.exit_code, done.output


def test_pandoc_gets_the_timeline_as_a_plain_page(timeline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = run(timeline, "port.docx", PANDOC, monkeypatch)
    assert code == 0, output
    page = (timeline.parent / "port.docx").read_text(encoding="utf-8")
    assert "<title>Le port de Vannes</title>" in page
    assert "lundi 13 mars 2023" in page
    assert '<a href="https://example.org/a">Un article</a>' in page


@pytest.mark.parametrize(
    ("name", "script", "said"),
    [
        ("port.docx", None, "pandoc n’est pas installé"),
        ("port.pages", PANDOC, "nommez un fichier qui finit par l’un de ceux-ci : .docx, .odt, .rtf, .epub"),
        ("port.ics", PANDOC, "ce format est déjà sur le site : site/…/timeline.ics"),
        ("port.csv", PANDOC, "site/…/timeline.csv"),
        ("port.odt", "#!/bin/sh\necho 'out of paper' >&2\nexit 3\n", "pandoc n’a pas écrit le fichier : out of paper"),
    ],
)
def test_what_stops_it_is_said_plainly(
    timeline: Path, name: str, script: str | None, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, output = run(timeline, name, script, monkeypatch, LANGUAGE="", LC_ALL="fr_FR.UTF-8")
    assert code == 1
    assert said in output
    assert "Traceback" not in output
    assert not (timeline.parent / name).exists()
