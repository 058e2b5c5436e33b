"""The first minutes: a new project, articles added, pages without MkDocs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.conftest import Run, write_article


def test_a_new_project_builds_at_once(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = run("new", "chrono")
    assert made.exit_code == 0
    assert "With articles of your own: delete the two in articles/" in made.output
    monkeypatch.chdir(tmp_path / "chrono")
    built = run("build", "--strict")
    assert built.exit_code == 0, built.output
    assert (tmp_path / "chrono" / "site" / "index.html").is_file()
    about = (tmp_path / "chrono" / "site" / "a-propos.html").read_text(encoding="utf-8")
    assert "Remplacez" not in re.sub(r"<!--.*?-->", "", about, flags=re.DOTALL), "readers are asked to write it"
    text = (tmp_path / "chrono" / "timeline.yaml").read_text(encoding="utf-8")
    assert "2024-03-11" in text
    assert "2024-07-01" in text


def test_the_invented_articles_beside_ones_own_are_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("new", "chrono")
    monkeypatch.chdir(tmp_path / "chrono")
    warned = "articles/2024-03-12-pont.md, articles/2024-04-02-pont.md: invented for the starter"
    assert "invented" not in run("update").stderr
    (tmp_path / "own.txt").write_text("3 mars 2024\n\nLe maire de Gap a démissionné samedi.\n", encoding="utf-8")
    assert warned in run("add", "../own.txt").stderr
    assert warned in run("update").stderr
    Path("articles/2024-03-12-pont.md").unlink()
    Path("articles/2024-04-02-pont.md").write_text("2 avril 2024\n\nLa ville ferme le pont.\n", encoding="utf-8")
    assert "invented" not in run("update").stderr


def test_articles_that_tell_nothing_make_an_empty_timeline(run: Run, project: Path) -> None:
    (project / "articles" / "demission.md").write_text("---\ntitle: Rien\ndate: 2022-12-21\n---\nBonjour à tous.\n")
    for _ in range(2):
        built = run("build")
        assert built.exit_code == 0, built.output
    assert "- id" not in (project / "timeline.yaml").read_text(encoding="utf-8")


TITLES = {
    "grève_des-éboueurs": "Grève des éboueurs",
    'L\'été : "2024"': 'L\'été : "2024"',
    "2017-coup": "2017 coup",
    "-_-": "-_-",
}


@pytest.mark.parametrize("folder", TITLES)
def test_a_new_project_is_named_as_its_folder(
    run: Run, tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / folder)
    assert run("new", ".").exit_code == 0
    head = yaml.safe_load(Path("timeline.yaml").read_text(encoding="utf-8"))
    site = yaml.safe_load(Path("mkdocs.yml").read_text(encoding="utf-8"))
    assert (head["title"], site["site_name"]) == (TITLES[folder], TITLES[folder])


def test_a_command_that_is_told_can_be_typed(run: Run) -> None:
    made = run("new", "L'été à Brest")
    assert "A project is in L'été à Brest. Next:" in made.output
    assert """  cd 'L'"'"'été à Brest'""" in made.output


def test_a_timeline_that_is_written_by_hand_is_built_as_it_stands(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "title: À la main\nevents:\n- date: 1789-07-14\n  title: La Bastille est prise\n"
    Path("timeline.yaml").write_text(text, encoding="utf-8")
    built = run("build")
    assert built.exit_code == 0, built.output
    assert "timeline.yaml: there are no articles; the site shows the file as it stands." in built.output
    assert Path("timeline.yaml").read_text(encoding="utf-8") == text
    assert "La Bastille est prise" in Path("site/timeline/index.html").read_text(encoding="utf-8")
    assert run("update").exit_code == 1  # there is nothing to read
    Path("timeline.yaml").write_text(text.replace("title: La", "title: [La"), encoding="utf-8")
    broken = run("build")
    assert broken.exit_code == 1
    assert "timeline.yaml:4:" in broken.output


def test_a_site_without_a_configuration_is_named_as_its_timeline(project: Path, run: Run) -> None:
    (project / "timeline.yaml").write_text('title: "Le pont : un an"\nlanguage: fr\nevents: []\n', encoding="utf-8")
    assert not (project / "mkdocs.yml").exists()
    assert run("build").exit_code == 0
    page = (project / "site" / "timeline" / "index.html").read_text(encoding="utf-8")
    assert "<title>Le pont : un an</title>" in page
    assert 'aria-current="page">Chronologie</a>' in page  # not the site's name a second time


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of the timelines that `timeline serve` would show; nothing is served."""
    shown: list[str] = []
    show = lambda *_, **__: shown.append(Path("timeline.yaml").read_text(encoding="utf-8"))  # noqa: E731 - one place
    monkeypatch.setattr("timeline.workflow.commands.build_site.serve_site", show)
    return shown


def test_a_new_project_is_served_with_its_events(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, served: list[str]
) -> None:
    run("new", "chrono")
    monkeypatch.chdir(tmp_path / "chrono")
    assert run("serve").exit_code == 0
    assert "2024-07-01" in served[-1]  # of its articles, which nobody has built


HELD = {
    "a person's events": "title: T\nevents: []\n",
    "no articles": "title: T\n",
}


@pytest.mark.parametrize("name", HELD)
def test_what_a_person_began_is_served_as_it_stands(run: Run, project: Path, name: str, served: list[str]) -> None:
    if name == "no articles":
        (project / "articles").rename(project / "texts")
    (project / "timeline.yaml").write_text(HELD[name], encoding="utf-8")
    assert run("serve").exit_code == 0
    assert served == [HELD[name]]


def test_a_build_tells_of_events_whose_articles_are_gone(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_article(project, "greve", "La grève des éboueurs a commencé lundi à Paris.")
    assert "gone" not in run("update").stderr
    (project / "articles" / "demission.md").unlink()
    assert "1 event cites an article that is gone, and stays (`timeline check` names it)." in run("update").stderr
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    (project / "timeline.yaml").write_text((project / "timeline.yaml").read_text("utf-8") + "# vu\n", "utf-8")
    assert "1 événement cite un article disparu, et reste" in run("update").stderr
    monkeypatch.setenv("LC_ALL", "C")
    assert "demission` is no longer in the folder" in run("check").stderr


def test_new_refuses_a_folder_that_is_not_empty(run: Run, project: Path) -> None:
    result = run("new", str(project))
    assert result.exit_code == 1
    assert "not empty" in result.stderr


def test_new_in_a_folder_of_articles_tells_that_it_needs_no_starter(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "`timeline build` makes a timeline of the articles in articles/" in run("new", str(project)).stderr
    monkeypatch.chdir(project)
    assert "not empty" in run("new", ".").stderr
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert "`timeline build` fait une chronologie des articles de articles/" in run("new", ".").stderr
    (project / "articles").rename(project / "textes")
    assert "timeline build" not in run("new", ".").stderr


def test_a_new_timeline_speaks_the_language_of_its_articles(run: Run, project: Path) -> None:
    english = "---\ntitle: Resignation\ndate: 2022-12-21\nlanguage: en\n---\nThe minister resigned on Tuesday.\n"
    (project / "articles" / "resignation.md").write_text(english, encoding="utf-8")
    run("update")
    assert "language: fr\n" in (project / "timeline.yaml").read_text(encoding="utf-8")  # one in French, one in English
    for path in ("timeline.yaml", "timeline.lock", "articles/demission.md"):
        (project / path).unlink()
    run("update")
    text = (project / "timeline.yaml").read_text(encoding="utf-8")
    assert "title: Timeline\nlanguage: en\n" in text
    assert "Tout peut" not in text
    (project / "timeline.yaml").write_text("title: Port\n", encoding="utf-8")  # what a person began states its own
    run("update")
    assert "language: en" not in (project / "timeline.yaml").read_text(encoding="utf-8")


def test_add_writes_one_markdown_file_an_article(run: Run, project: Path) -> None:
    (project / "page.txt").write_text("---\ntitle: Grève\ndate: 2023-03-07\n---\nLa grève a commencé mardi.\n", "utf-8")
    result = run("add", "page.txt")
    assert result.exit_code == 0, result.output
    (written,) = result.stdout.split()
    assert (project / written).read_text(encoding="utf-8").startswith("---")


def test_add_tells_what_it_left_out(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "neu").mkdir()
    (project / "neu" / "a.txt").write_text("---\ndate: 2023-03-07\n---\nLa grève a commencé mardi.\n", "utf-8")
    (project / "neu" / "LISEZMOI.txt").write_text("Ce dossier contient des articles.", "utf-8")
    (project / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    added = run("add", "neu", "photo.jpg")
    assert "neu/LISEZMOI.txt: left out: about the folder, not an article" in added.stderr
    assert "photo.jpg: this is a picture" in added.stderr
    assert "Written: 1; there already: 0; left out: 1; problems: 1." in added.stderr
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    again = run("add", "neu")
    assert "neu/LISEZMOI.txt : laissé de côté : parle du dossier, n’est pas un article" in again.stderr
    assert "Écrits : 0 ; déjà là : 1 ; laissés de côté : 1 ; problèmes : 0." in again.stderr


@pytest.mark.parametrize("flags", [(), ("--markdown",)])
def test_pages_without_mkdocs(run: Run, project: Path, flags: tuple[str, ...]) -> None:
    run("update")
    result = run("pages", "out", *flags)
    assert result.exit_code == 0, result.output
    suffix = ".md" if flags else ".html"
    assert any(path.suffix == suffix for path in (project / "out").rglob("*"))


def test_build_without_mkdocs_yml(run: Run, project: Path) -> None:
    built = run("build")
    assert built.exit_code == 0, built.output
    assert "démission" in (project / "site" / "timeline" / "index.html").read_text(encoding="utf-8")


def test_a_site_that_cannot_be_built_leaves_the_timeline_and_says_so(run: Run, project: Path) -> None:
    (project / "mkdocs.yml").write_text(
        "site_name: x\ntheme: {name: timeline}\nplugins: [timeline]\n", encoding="utf-8"
    )
    built = run("build")
    assert built.exit_code == 1
    assert "1 problem; the site was not built." in built.stderr
    assert "nothing was written" not in built.stderr
    assert (project / "timeline.yaml").exists()


@pytest.mark.parametrize(("setting", "folder"), [("", "docs"), ("docs_dir: mine\n", "mine")])
def test_a_folder_of_pages_that_is_missing_is_told_with_the_cure(
    run: Run, project: Path, setting: str, folder: str
) -> None:
    (project / "mkdocs.yml").write_text(f"site_name: x\ntheme:\n  name: timeline\nplugins: [timeline]\n{setting}")
    result = run("build")
    assert result.exit_code == 1
    assert f"mkdocs.yml: the folder of your pages, {folder}, does not exist: make it" in result.stderr
    (project / folder).mkdir()
    assert run("build").exit_code == 0


def test_any_number_of_workers_gives_the_same(
    run: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        write_article(project, f"a{number}", f"La maire de Villeneuve a inauguré lundi le pont numéro {number}.")
    assert "41 articles read" in run("update", "--workers", "2").stderr
    with_two = (project / "timeline.yaml").read_bytes()
    (project / "timeline.yaml").unlink()
    (project / "timeline.lock").unlink()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another cache"))
    run("update")
    assert (project / "timeline.yaml").read_bytes() == with_two


def test_help_and_version(run: Run) -> None:
    assert "timeline new" in run("--help").stdout
    assert run("--version").stdout.startswith("timeline, version")
    for command in ("build", "update", "check", "serve", "new", "annotate", "date", "add", "accept", "fmt", "edit"):
        assert run(command, "--help").exit_code == 0


def test_a_pipeline_that_is_not_installed(run: Run, project: Path) -> None:
    result = run("update", "--model", "fr_no_such_model")
    assert result.exit_code == 2
    assert "fr_no_such_model is not installed" in result.stderr
    assert not (project / "timeline.yaml").exists()
