"""What a person does with the file between two builds, through the command line."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Run, write_article


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def event_id(root: Path) -> str:
    lines = (root / "timeline.yaml").read_text(encoding="utf-8").splitlines()
    (found,) = [line.partition("id: ")[2].strip('"') for line in lines if "- id: " in line]
    return found


def test_an_edit_survives_and_the_machines_word_can_be_taken(project: Path, run: Run) -> None:
    assert run("update").exit_code == 0
    file = project / "timeline.yaml"
    written = file.read_text(encoding="utf-8")
    replace(file, "date: 2022-12-20", "date: 2022-12-19  # vu au greffe")
    write_article(project, "demission", "Le ministre Paul Ardent a démissionné dimanche.", date="2022-12-21")
    assert run("update").exit_code == 0
    assert "date: 2022-12-19  # vu au greffe" in file.read_text(encoding="utf-8")
    told = run("check")
    assert event_id(project) in told.stderr
    assert "2022-12-18" in told.stderr
    assert run("accept", event_id(project), "date").exit_code == 0
    assert "date: 2022-12-18" in file.read_text(encoding="utf-8")
    assert written.splitlines()[0] == file.read_text(encoding="utf-8").splitlines()[0]


def test_accept_says_whether_it_took_anything(project: Path, run: Run) -> None:
    run("update")
    path = project / "timeline.yaml"
    before = path.read_text(encoding="utf-8")
    (found, *_) = re.findall(r"- id: (\w+)", before)
    path.write_text(re.sub(r"title: .*\n(?=  (people|places|sources))", "title: Le mien\n", before, count=1), "utf-8")
    assert path.read_text(encoding="utf-8") != before
    assert f"{found} title: the machine's word stands." in run("accept", found, "title").stderr
    assert path.read_text(encoding="utf-8") == before
    assert f"{found} title: as the machine has it." in run("accept", found, "title").stderr


def test_a_deleted_event_stays_deleted(project: Path, run: Run) -> None:
    run("update")
    file = project / "timeline.yaml"
    head, _, _ = file.read_text(encoding="utf-8").partition("- id:")
    file.write_text(head, encoding="utf-8")
    assert run("update").exit_code == 0
    assert "- id:" not in file.read_text(encoding="utf-8")


def test_dates_in_words(project: Path, run: Run) -> None:
    run("update")
    replace(project / "timeline.yaml", "date: 2022-12-20", "date: vers mars 2022")
    assert run("check").exit_code == 0
    replace(project / "timeline.yaml", "date: vers mars 2022", "date: mardi")
    result = run("check")
    assert result.exit_code == 1
    assert "timeline.yaml:" in result.stderr


def test_fmt_and_schema(project: Path, run: Run) -> None:
    run("update")
    before = (project / "timeline.yaml").read_bytes()
    assert run("fmt").exit_code == 0
    assert (project / "timeline.yaml").read_bytes() == before
    assert '"title"' in run("schema").stdout


def test_accept_of_an_unknown_event(project: Path, run: Run) -> None:
    run("update")
    result = run("accept", "nowhere")
    assert result.exit_code == 1
    assert "nowhere" in result.stderr


@pytest.mark.parametrize(
    "address", ["0.0.0.0:8000", "192.168.1.7:8000", "example.org:80", "8000", "127.0.0.1.evil.org:80"]
)
def test_the_browser_edits_on_this_machine_only(project: Path, run: Run, address: str) -> None:
    (project / "timeline.yaml").write_text("title: T\nevents: []\n", encoding="utf-8")
    told = run("serve", "--edit", "--address", address)
    assert told.exit_code == 1
    assert "127.0.0.1:8000" in told.stderr


@pytest.fixture
def taken() -> Iterator[str]:
    """An address at which another program listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield f"127.0.0.1:{other.getsockname()[1]}"


@pytest.mark.parametrize("flags", [(), ("--edit",)])
def test_an_address_in_use_is_named_with_another(project: Path, run: Run, flags: tuple[str, ...], taken: str) -> None:
    (project / "timeline.yaml").write_text("title: T\nevents: []\n", encoding="utf-8")
    told = run("serve", *flags, "--address", taken)
    assert told.exit_code == 1
    assert f"--address: another program uses {taken}" in told.stderr
    assert f"--address 127.0.0.1:{int(taken.split(':')[1]) + 1}" in told.stderr
    assert "1 problem; the site is not served." in told.stderr


@pytest.mark.parametrize("address", ["8000", ":8000", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536"])
def test_what_is_no_address_is_told_before_anything_is_built(project: Path, run: Run, address: str) -> None:
    told = run("serve", "--address", address)
    assert told.exit_code == 1
    assert f"--address: `{address}` is no host and port; write 127.0.0.1:8000 for example" in told.stderr
    assert "mkdocs.yml" not in told.stderr
    assert not (project / "timeline.yaml").exists()


def test_an_editor_that_is_not_installed_is_named(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("update")
    monkeypatch.setenv("VISUAL", "no-such-editor --wait")
    (found, *_) = re.findall(r"- id: (\w+)", (project / "timeline.yaml").read_text(encoding="utf-8"))
    result = run("edit", found)
    assert (result.exit_code, result.stderr) == (
        1,
        "no-such-editor --wait: there is no such editor; set VISUAL or EDITOR to one of yours.\n",
    )
