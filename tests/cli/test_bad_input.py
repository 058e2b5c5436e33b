"""Bad input: each gets its own message, exit code 1, no traceback, and nothing is written."""

from __future__ import annotations

import datetime
import errno
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run, contents, write_article
from timeline import articles
from timeline.articles import SharedEvent, Suggestion


def no_date(root: Path) -> None:
    write_article(root, "sans-date", "Le ministre a parlé.", date=None)


def impossible_date(root: Path) -> None:
    write_article(root, "impossible", "Le ministre a parlé.", date="31 février 2022")


def not_utf8(root: Path) -> None:
    (root / "articles" / "latin.md").write_bytes("---\ntitle: Été\ndate: 2022-12-21\n---\nÉté.\n".encode("latin-1"))


def empty(root: Path) -> None:
    write_article(root, "vide", "   ")


def same_id(root: Path) -> None:
    (root / "articles" / "a").mkdir()
    (root / "articles" / "b").mkdir()
    write_article(root, "a/jumeau", "Le ministre a parlé lundi.")
    write_article(root, "b/jumeau", "La ministre a parlé mardi.")


def broken_yaml(root: Path) -> None:
    (root / "timeline.yaml").write_text("title: Grève : le bilan\narticles: articles\n", encoding="utf-8")


def no_folder(root: Path) -> None:
    (root / "timeline.yaml").write_text("title: Rien\narticles: nulle-part\n", encoding="utf-8")


def no_articles(root: Path) -> None:
    (root / "articles" / "demission.md").unlink()


CASES: list[tuple[Callable[[Path], None], str, str]] = [
    (no_date, "articles/sans-date.md", "date"),
    (impossible_date, "articles/impossible.md:3:", "31 février 2022"),
    (not_utf8, "articles/latin.md:2:", "UTF-8"),
    (empty, "articles/vide.md", "empty"),
    (same_id, "jumeau", "id"),
    (broken_yaml, "timeline.yaml:1:", "quote"),
    (no_folder, "nulle-part", "folder"),
    (no_articles, "articles", "no article"),
]


@pytest.mark.parametrize(("spoil", "place", "words"), CASES, ids=[case[0].__name__ for case in CASES])
@pytest.mark.parametrize("command", ["update", "build", "check"])
def test_bad_input(
    project: Path, run: Run, command: str, spoil: Callable[[Path], None], place: str, words: str
) -> None:
    spoil(project)
    before = contents(project)
    result = run(command, *(["--strict"] if command != "check" else []))
    assert result.exit_code == 1
    assert place in result.stderr
    assert words.lower() in result.stderr.lower()
    assert "Traceback" not in result.output
    assert contents(project) == before


@pytest.mark.parametrize("spoil", [no_date, impossible_date, not_utf8, empty, same_id])
@pytest.mark.parametrize("command", ["update", "build"])
def test_one_bad_article_stops_no_build(project: Path, run: Run, command: str, spoil: Callable[[Path], None]) -> None:
    spoil(project)
    result = run(command)
    assert result.exit_code == 0, result.output
    assert "1 left out, unreadable or without a date (`timeline check` tells why)" in result.output
    assert (project / "timeline.yaml").exists()
    assert run("check").exit_code == 1


def test_the_line_of_an_impossible_date_is_counted_in_the_file(project: Path, run: Run) -> None:
    write_article(project, "faute", "Le pont est fermé.\nIl a rouvert le 31 février 2022, dit-on.")
    (project / "articles" / "page.html").write_text(
        '<html lang="fr"><head><title>Le pont</title><meta property="article:published_time" content="2022-12-21">'
        "</head><body><article><h1>Le pont</h1><p>La mairie a fermé le pont lundi matin, à la demande du préfet.</p>"
        "<p>Il a rouvert le 31 juin 2022, dit-on, sans autre explication de la mairie.</p></article></body></html>",
        encoding="utf-8",
    )
    result = run("check")
    assert "articles/faute.md:6:17: warning: “31 février 2022”" in result.stderr
    assert "articles/page.html: warning: “31 juin 2022”" in result.stderr


@pytest.mark.parametrize("command", ["update", "build", "check", "serve", "fmt"])
def test_a_mistyped_name_makes_no_timeline(project: Path, run: Run, command: str) -> None:
    before = contents(project)
    for name in ("nowhere", "articles/none", "tmeline.txt"):
        result = run(command, name)
        assert result.exit_code == 1
        assert f"{name}: there is no such file or folder" in result.stderr
    assert contents(project) == before


@pytest.mark.parametrize("name", ["timeline.yaml", "port.yml"])
def test_a_name_that_ends_as_yaml_begins_a_timeline(project: Path, run: Run, name: str) -> None:
    assert run("update", name).exit_code == 0
    assert (project / name).is_file()


@pytest.mark.parametrize(
    "command", [("check",), ("check", "--review"), ("fmt",), ("pages", "out"), ("export", "a.odt")]
)
def test_what_only_reads_a_timeline_names_the_one_that_was_meant(
    project: Path, run: Run, command: tuple[str, ...]
) -> None:
    run("update")
    result = run(*command, "timelin.yaml")
    assert result.exit_code == 1
    assert "timelin.yaml: there is no such file; did you mean timeline.yaml?" in result.stderr


def test_fmt_of_no_timeline_says_what_writes_one(project: Path, run: Run) -> None:
    assert "timeline.yaml: there is no such file; `timeline update` writes it" in run("fmt").stderr


def test_a_timeline_that_the_site_does_not_show_is_told(project: Path, run: Run) -> None:
    (project / "docs").mkdir()
    plugin = "site_name: Gap\ntheme: {name: timeline}\nplugins:\n- timeline:\n    timelines: [timeline.yaml]\n"
    (project / "mkdocs.yml").write_text(plugin, encoding="utf-8")
    assert "does not show" not in run("build").stderr
    assert "does not show" not in run("build", "timeline.yaml").stderr
    assert "port.yaml: warning: this timeline is not in mkdocs.yml" in run("build", "port.yaml").stderr


def test_a_fault_of_all_records_of_a_file_is_told_a_few_times(project: Path, run: Run) -> None:
    (project / "export.json").write_text(str([{"a": number} for number in range(40)]).replace("'", '"'), "utf-8")
    said = run("add", "export.json").stderr
    assert said.count("has no text") == 5
    assert "export.json: … and 35 more like these\n" in said
    assert "problems: 40." in said


@pytest.mark.parametrize("command", ["update", "build", "check"])
def test_the_folder_of_articles_is_no_project(
    project: Path, run: Run, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "this is the folder of the articles: run the command in the folder above" in run(command, "articles").stderr
    monkeypatch.chdir(project / "articles")
    assert "this is the folder of the articles" in run(command).stderr
    monkeypatch.chdir(project)
    (project / "texts").mkdir()
    assert "there is no folder of articles here" in run(command, "texts").stderr


def test_what_is_wrong_in_the_only_source_is_said(project: Path, run: Run) -> None:
    no_articles(project)
    (project / "articles").rmdir()
    (project / "timeline.yaml").write_text("title: Grève : le bilan\nevents: []\n", encoding="utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert "timeline.yaml:1:" in result.stderr
    assert "folder" not in result.stderr, "a timeline without articles needs no folder of them"


@pytest.mark.parametrize("named", ["articles", "presse", "[presse, depeches]", "'presse'  # du fonds"])
def test_a_timeline_that_was_built_is_shown_without_its_articles(project: Path, run: Run, named: str) -> None:
    assert run("build").exit_code == 0
    no_articles(project)
    (project / "articles").rmdir()
    text = (project / "timeline.yaml").read_text(encoding="utf-8")
    (project / "timeline.yaml").write_text(text.replace("articles: articles", f"articles: {named}"), encoding="utf-8")
    result = run("build")
    assert result.exit_code == 0
    assert "timeline.yaml: there are no articles; the site shows the file as it stands." in result.stderr


@pytest.mark.parametrize("folder", ["articles", "presse"])
@pytest.mark.parametrize("command", ["update", "check"])
def test_a_broken_timeline_says_nothing_false_of_its_articles(
    project: Path, run: Run, command: str, folder: str
) -> None:
    no_date(project)
    broken_yaml(project)
    (project / "articles").rename(project / folder)
    told = run(command).stderr
    assert "timeline.yaml:1:" in told
    assert "there are no articles" not in told
    assert ("sans-date.md" in told) == (folder == "articles"), "what is wrong with the articles is told at once"


def test_a_names_file_that_is_not_utf8(project: Path, run: Run) -> None:
    (project / "names.yaml").write_bytes("people:\n- name: Élise\n".encode("latin-1"))
    result = run("update")
    assert result.exit_code == 1
    assert "names.yaml:2:9" in result.stderr
    assert "UTF-8" in result.stderr
    assert not (project / "timeline.yaml").exists()


def test_all_problems_at_once(project: Path, run: Run) -> None:
    no_date(project)
    impossible_date(project)
    not_utf8(project)
    result = run("check")
    assert result.exit_code == 1
    for place in ("sans-date.md", "impossible.md", "latin.md"):
        assert place in result.stderr


def test_an_article_without_a_date_is_listed_with_its_suggestion(project: Path, run: Run) -> None:
    told = "Le ministre Paul Ardent a démissionné mardi, après la publication du rapport sur le port de Lorient."
    (project / "articles" / "demission.md").write_text(
        f"---\ntitle: A\ndate: 2022-12-21\n---\n{told}\n", encoding="utf-8"
    )
    (project / "articles" / "encore.txt").write_text(told + "\n\nSon successeur n'est pas connu.\n", encoding="utf-8")
    result = run("update")
    assert result.exit_code == 0, result.output
    assert "articles/encore.txt: this article has no date; perhaps 2022-12-21" in result.stderr


@pytest.mark.parametrize(("latest", "said"), [(21, "on 2022-12-21: «"), (23, "(2022-12-21 to 2022-12-23 would agree")])
def test_a_single_proposed_day_is_no_span(
    latest: int, said: str, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    day, shared = datetime.date(2022, 12, 21), SharedEvent("Il part mardi.", "b", "2022-12-20")
    found = Suggestion("articles/a.txt", day, day, day.replace(day=latest), (shared,))
    monkeypatch.setattr(articles, "suggest_dates", lambda *_: (found,))
    printed = run("check", "--suggest-dates").stderr
    assert "a.txt: warning: perhaps published on 2022-12-21" in printed
    assert said in printed


def test_where_to_write_the_day_of_an_article_in_an_archive(project: Path, run: Run) -> None:
    with zipfile.ZipFile(project / "articles" / "a.zip", "w") as archive:
        archive.writestr("b/un.txt", "Le marché a déménagé sans que personne ne sache pourquoi.\n")
    built = run("update").stderr
    assert "a.zip/b/un.txt: this article has no date, and nothing suggests one (`timeline check` says" in built
    assert (
        "unpack articles/a.zip into a folder, and write its day of publication in b/un.yaml there"
        in run("check").stderr
    )


def test_no_other_day_is_suggested_where_a_person_wrote_one_that_cannot_be_read(project: Path, run: Run) -> None:
    told = "Le ministre Paul Ardent a démissionné mardi, après la publication du rapport sur le port de Lorient."
    (project / "articles" / "a.md").write_text(f"---\ndate: 2022-12-21\n---\n{told}\n", encoding="utf-8")
    (project / "articles" / "b.md").write_text(f"---\ndate: 20 décembre\n---\n{told} Hier.\n", encoding="utf-8")
    result = run("update")
    assert "1 left out, unreadable or without a date" in result.stderr
    assert "perhaps" not in result.stderr


def test_a_folder_that_cannot_be_read_is_named(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its articles are not taken for gone: what they told stays in the timeline."""
    (project / "articles" / "secret").mkdir()
    write_article(project, "secret/incendie", "L'entrepôt de Melun a brûlé jeudi.")
    run("update")
    before = (project / "timeline.yaml").read_text()
    assert "incendie" in before
    write_article(project, "autre", "Rien.")
    scandir = os.scandir

    def refuse(path: object = ".") -> object:
        if str(path).endswith("secret"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert "1 left out, unreadable or without a date" in run("update").stderr
    assert (project / "timeline.yaml").read_text() == before
    checked = run("check")
    assert "articles/secret: this folder cannot be read, its articles are missing: Permission denied" in checked.stderr
    assert checked.exit_code == 1
    assert run("update", "--strict").exit_code == 1


@pytest.mark.parametrize("pages", [None, "pages"])
def test_check_tells_a_picture_that_the_site_will_not_have(project: Path, run: Run, pages: str | None) -> None:
    run("update")
    yaml = project / "timeline.yaml"
    yaml.write_text(yaml.read_text() + "\n- date: 2022\n  title: Un\n  image: {src: pont.jpg, alt: Un pont}\n")
    if pages:
        (project / "mkdocs.yml").write_text(f"site_name: x\ndocs_dir: {pages}\n")
        (project / pages).mkdir()
    told = run("check")
    line = len(yaml.read_text().splitlines())
    assert told.exit_code == 1
    assert f"timeline.yaml:{line}:16: the site has no file “pont.jpg”" in told.output
    if pages:
        (project / pages / "pont.jpg").write_bytes(b"a picture")
        assert run("check").exit_code == 0


EMPTY_NAMES = [
    ("add", ""),
    ("annotate", "articles", ""),
    ("annotate", "articles", "--to", ""),
    ("build", ""),
    ("check", ""),
    ("update", ""),
    ("serve", ""),
    ("fmt", ""),
    ("edit", "a", "--file", ""),
    ("new", ""),
    ("pages", ""),
    ("export", ""),
    ("query", "pont", "--output", ""),
]


@pytest.mark.parametrize("arguments", EMPTY_NAMES, ids=[" ".join(each) for each in EMPTY_NAMES])
def test_an_empty_name_is_not_the_current_folder(project: Path, run: Run, arguments: tuple[str, ...]) -> None:
    """`"$FILE"` of a variable without a value: pages would be written here, or all files here be imported."""
    before = contents(project)
    result = run(*arguments)
    assert (result.exit_code, contents(project)) == (2, before)
    assert "The name is empty" in result.stderr


@pytest.mark.parametrize("command", ["build", "update", "check", "fmt", "serve"])
@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("timeline.lock", "timeline.yaml"),
        ("timeline.candidates.yaml", "timeline.yaml"),
        ("mkdocs.yml", "timeline.yaml"),
        ("articles/demission.md", "timeline.yaml"),
        ("autre.lock", "autre.yaml"),
    ],
)
def test_another_file_of_the_project_is_no_timeline(
    project: Path, run: Run, command: str, name: str, meant: str
) -> None:
    for other in ("timeline.lock", "timeline.candidates.yaml", "mkdocs.yml", "autre.lock", "autre.yaml"):
        (project / other).write_text("title: x\nevents: []\n", encoding="utf-8")
    before = contents(project)
    result = run(command, name)
    assert (result.exit_code, contents(project)) == (1, before)
    assert f"{name}: this is no timeline; name its YAML file, such as {meant}\n" in result.stderr


@pytest.mark.parametrize(("language", "told"), [("fr", "n’existe pas"), ("en", "No such file or directory")])
def test_what_the_system_says_is_in_the_readers_language(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, language: str, told: str
) -> None:
    def no_folder(*_: object, **__: object) -> None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), "pages")

    monkeypatch.setenv("LANGUAGE", language)
    run("update")
    monkeypatch.setattr(Path, "mkdir", no_folder)
    result = run("pages", "pages")
    assert result.exit_code == 1
    assert result.stderr.startswith("pages: ")
    assert told in result.stderr


@pytest.mark.parametrize("name", ["articles", "articles/pages"])
def test_pages_are_not_written_among_the_articles(project: Path, run: Run, name: str) -> None:
    run("update")
    before = contents(project)
    result = run("pages", name)
    assert (result.exit_code, contents(project)) == (1, before)
    assert f"{name}: this is a folder of articles" in result.stderr


CONFIGS = [
    ("site_name: A : b\n", "mkdocs.yml:1:14: un deux-points suivi d’un espace coupe ce texte en deux"),
    ("site_name: x\n\tplugins: [timeline]\n", "mkdocs.yml:2:1: une tabulation"),
    ("site_name: [\n", "mkdocs.yml:1:12: « [ » n’est jamais refermé"),
    (
        "site_name: x\nplugins:\n- timeline:\n    timelines: timeline.yaml\n",
        "mkdocs.yml:4:16: timelines est une liste ; écrivez « timelines: [timeline.yaml] »",
    ),
    (
        "site_name: x\nplugins:\n- timeline:\n    timelines: [autre.txt]\n",
        "autre.txt: il n’y a ni fichier ni dossier de ce nom ; le nom d’une nouvelle chronologie finit par .yaml",
    ),
    (
        "site_name: x\nplugins:\n- timeline:\n    timelines: [articles/demission.md]\n",
        "articles/demission.md: ce n’est pas une chronologie",
    ),
]


@pytest.mark.parametrize("command", ["build", "update", "check", "serve"])
@pytest.mark.parametrize(("config", "told"), CONFIGS, ids=[told[:20] for _, told in CONFIGS])
def test_what_is_wrong_with_the_sites_configuration_is_told_in_french(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, command: str, config: str, told: str
) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    before = contents(project)
    result = run(command)
    assert (result.exit_code, contents(project)) == (1, before)
    assert told in result.stderr
