"""A site is built again where anything that it is made of has changed, and only there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from tests.conftest import Run
from timeline.workflow.commands import build_site
from timeline.workflow.memory import values

CONFIG = "site_name: Le fil\ndocs_dir: pages\ntheme: {name: timeline}\nplugins: [timeline]\n"


@pytest.fixture
def described(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a page of its own and a configuration."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (project / "pages").mkdir()
    (project / "pages" / "propos.md").write_text("# À propos\n", encoding="utf-8")
    (project / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return project


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders of the sites that MkDocs is asked to build; they get one page and no more."""
    done: list[str] = []

    def noted(config: MkDocsConfig) -> None:
        (Path(config.site_dir) / "index.html").write_text("built", encoding="utf-8")
        done.append(config.site_dir)

    monkeypatch.setattr(build_site, "mkdocs_build", noted)
    return done


@pytest.fixture
def built(described: Path, run: Run, builds: list[str]) -> Path:
    """That project when its site has been built."""
    assert run("build").exit_code == 0
    builds.clear()
    return described


def test_nothing_changed(described: Path, run: Run) -> None:
    assert run("build").exit_code == 0
    before = {path: path.stat().st_mtime_ns for path in (described / "site").rglob("*")}
    result = run("build")
    assert "The site is in site" in result.output
    assert {path: path.stat().st_mtime_ns for path in (described / "site").rglob("*")} == before


def _append(name: str, text: str) -> Callable[[Path], object]:
    def change(root: Path) -> None:
        path = root / name
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    return change


def _with_a_linked_page(root: Path) -> None:
    (root / "elsewhere").mkdir()
    (root / "elsewhere" / "page.md").write_text("# Ailleurs\n", encoding="utf-8")
    (root / "pages" / "linked").symlink_to(root / "elsewhere")


CHANGES: dict[str, Callable[[Path], object]] = {
    "an article": _append("articles/demission.md", "\nIl a quitté Paris mercredi."),
    "the timeline": _append("timeline.yaml", "# a note\n"),
    "the names": lambda root: (root / "names.yaml").write_text(
        "places:\n- name: Kyiv\n  also: [Kiev]\n", encoding="utf-8"
    ),
    "a setting": _append("mkdocs.yml", "site_author: Ada\n"),
    "a page of one's own": _append("pages/propos.md", "Bonjour.\n"),
    "a new file": lambda root: (root / "pages" / "photo.txt").write_text("photo", encoding="utf-8"),
    "a linked folder": _with_a_linked_page,
    "a page of the site is gone": lambda root: (root / "site" / "index.html").unlink(),
    "a page of the site was edited": _append("site/index.html", "<!-- mine -->"),
    "the memory is gone": lambda root: [path.unlink() for path in (root / "cache").rglob("updates/*")],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_changed_is_seen(change: Callable[[Path], object], built: Path, run: Run, builds: list[str]) -> None:
    change(built)
    assert run("build").exit_code == 0
    assert len(builds) == 1


def _wrote_again(root: Path) -> None:
    """As a checkout leaves an article: another file that says the same."""
    path = root / "articles" / "demission.md"
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content)


def test_an_article_that_says_the_same_leaves_the_site_as_it_is(built: Path, run: Run, builds: list[str]) -> None:
    _wrote_again(built)
    result = run("build")
    assert "1 article read; nothing to change" in result.output
    assert "The site is in site" in result.output
    assert builds == []


def test_a_site_that_prints_whole_articles_is_built_again(built: Path, run: Run, builds: list[str]) -> None:
    path = built / "timeline.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("\nevents:", "\nfull_text: true\nevents:"), encoding="utf-8"
    )
    assert run("build").exit_code == 0
    _wrote_again(built)
    assert run("build").exit_code == 0
    assert len(builds) == 2


@pytest.mark.parametrize(
    "setting",
    ["hooks: [hook.py]", "markdown_extensions: [admonition]", "site_author: !ENV [USER, x]", "INHERIT: base.yml"],
)
def test_a_site_that_may_depend_on_more_is_always_built(setting: str, built: Path, run: Run, builds: list[str]) -> None:
    (built / "hook.py").write_text("", encoding="utf-8")
    (built / "base.yml").write_text("site_description: Un fil\n", encoding="utf-8")
    _append("mkdocs.yml", f"{setting}\n")(built)
    assert [run("build").exit_code, run("build").exit_code] == [0, 0]
    assert len(builds) == 2


def test_a_site_with_a_warning_is_built_again_and_warns_again(described: Path, run: Run) -> None:
    _append("pages/propos.md", "[gone](gone.md)\n")(described)
    assert "gone.md" in run("build").output
    assert "gone.md" in run("build").output


def test_settings_that_are_no_settings_are_a_message(built: Path, run: Run) -> None:
    """Not a traceback, though the site that stands was built from others."""
    (built / "mkdocs.yml").write_text("- site_name\n", encoding="utf-8")
    result = run("build")
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)


@pytest.mark.parametrize("content", [b"{}", b"[]", b'{"site": 1, "files": ""}', b"not JSON"])
def test_a_memory_of_another_version_is_as_none(content: bytes, built: Path, run: Run, builds: list[str]) -> None:
    (memory,) = [path.name for path in values.updates_folder().iterdir() if b'"timelines"' in path.read_bytes()]
    values.write_value(memory, content, values.updates_folder())
    assert run("build").exit_code == 0
    assert len(builds) == 1
