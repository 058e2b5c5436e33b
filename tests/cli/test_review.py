"""`timeline check --review`: what an editor should look at first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run, write_article


@pytest.fixture
def reviewed(project: Path, run: Run) -> list[str]:
    """The lines for a project with an event whose title does not say who, beside one that is clear and dated."""
    write_article(project, "suite", "Il l'a annoncée à son équipe hier, avant de partir.", date="2022-12-23")
    assert run("update").exit_code == 0
    return run("check", "--review").stdout.splitlines()


def test_a_line_leads_to_the_event_and_says_why(project: Path, reviewed: list[str]) -> None:
    places = [line.split(":")[:2] for line in reviewed]
    file = (project / "timeline.yaml").read_text(encoding="utf-8").splitlines()
    assert reviewed
    assert all(path == "timeline.yaml" and file[int(line) - 1].startswith("- id:") for path, line in places)
    assert all(line.endswith(")") for line in reviewed)
    assert not [line for line in reviewed if "Paul Ardent démissionne" in line]


@pytest.mark.parametrize(("language", "words"), [("en", "unclear"), ("fr", "peu clair")])
def test_reasons_are_in_the_readers_language(
    run: Run, reviewed: list[str], monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    """The timeline is French; who reads the list need not be."""
    monkeypatch.setenv("LANGUAGE", language)
    listed = run("check", "--review").stdout.splitlines()
    assert len(listed) == len(reviewed)
    assert [line for line in listed if words in line]


def test_what_a_person_confirmed_is_not_listed(project: Path, run: Run, reviewed: list[str]) -> None:
    path = project / "timeline.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  sources:", "  confirmed: yes\n  sources:"), encoding="utf-8")
    result = run("check", "--review")
    assert (result.stdout, result.exit_code) == ("", 0)


def test_a_broken_file_is_said_as_ever(project: Path, run: Run) -> None:
    (project / "timeline.yaml").write_text("events: [", encoding="utf-8")
    result = run("check", "--review")
    assert result.exit_code == 1
    assert "timeline.yaml:1" in result.stderr
