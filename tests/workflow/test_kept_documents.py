"""A timeline file is kept as it was read: the next command reads what changed since, and says the same of the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.conftest import write_article
from timeline.cli import main
from timeline.coref.merging import update
from timeline.document.lock import text as lock_text
from timeline.document.merge import update as document_update
from timeline.document.parse.again import incremental
from timeline.workflow.files import read_file
from timeline.workflow.memory import blocks
from timeline.workflow.memory.values import updates_folder

TEXTS = (
    "La ministre Anne Ardent a démissionné mardi 3 mars 2020 après la publication du rapport sur le pont de Brive.",
    "Le pont de Brive a été fermé jeudi 5 mars 2020 par la préfecture. Deux ouvriers ont été blessés la veille.",
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    project = tmp_path / "project"
    (project / "articles").mkdir(parents=True)
    monkeypatch.chdir(project)
    for number, text in enumerate(TEXTS):
        write_article(project, f"a{number}", text, date=f"2020-03-0{4 + number}")
    _updated()
    return project


def _updated() -> str:
    done = CliRunner().invoke(main, ["update", "--all", "--jobs", "1"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def _retitled(root: Path) -> None:
    path = root / "timeline.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("  title: ", "  title: Ainsi, ", 1), encoding="utf-8")


def test_an_update_reads_only_what_changed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _retitled(root)
    write_article(root, "a2", TEXTS[1].replace("Brive", "Tulle"), date="2020-03-06")
    monkeypatch.setattr(incremental, "parse", None)  # reading the whole file would fail
    _updated()
    text = (root / "timeline.yaml").read_text(encoding="utf-8")
    assert "title: Ainsi, " in text
    assert "Tulle" in text


def test_what_an_update_found_settled_is_not_looked_at_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_SIZE", 1)
    monkeypatch.setattr(update, "_MOST_FRESH", 1.0)
    whole, compared = document_update.is_settled, list[int]()

    def counted(*values: Any) -> bool:
        compared[-1] += 1
        return whole(*values)

    monkeypatch.setattr(document_update, "is_settled", counted)
    for day in range(2, 5):
        text = f"Un incendie a détruit la mairie de Tulle le {day} mai 2020."
        write_article(root, f"a{day}", text, date="2020-06-01")
        compared.append(0)
        _updated()
    assert compared[0] > 1  # all, as the first update kept its entries in other blocks
    assert compared[1:] == [1, 1]  # the event that each article tells
    _retitled(root)
    compared.append(0)
    _updated()
    assert compared[-1] == 2  # that once more, and what a person changed


def test_after_a_first_update_no_line_of_the_lock_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_article(root, "a2", "Un incendie a détruit la mairie de Tulle le 2 mai 2020.", date="2020-06-01")
    monkeypatch.setattr(update, "_MOST_FRESH", 1.0)
    before = (root / "timeline.lock").read_text(encoding="utf-8")
    read = list[str]()
    whole = lock_text._record
    monkeypatch.setattr(lock_text, "_record", lambda line: whole(read.append(line) or line))
    _updated()
    assert read == []
    after = (root / "timeline.lock").read_text(encoding="utf-8")
    assert before.count('"stood": {}') == before.count('{"event"')
    assert after.count('"stood": {}') == after.count('{"event"') - before.count('{"event"') > 0


def test_what_is_kept_is_the_file_as_it_is_read_whole(root: Path) -> None:
    path = root / "timeline.yaml"
    path.write_text(path.read_text(encoding="utf-8") + 2 * "\n- date: 2021\n  title: Deux fois\n", encoding="utf-8")
    for _ in range(2):
        assert read_file(path, "fr") == read_file(path, "fr")
        head, read = read_file(path, "fr")
        for value in updates_folder().iterdir():
            value.unlink()
        assert (head, read) == read_file(path, "fr")
        _retitled(root)
