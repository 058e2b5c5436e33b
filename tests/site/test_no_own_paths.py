"""Nothing that is published or shown in a preview names the folders of the computer that made it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.model import Problem, Severity
from timeline.site.base.options import SiteOptions
from timeline.site.mkdocs.timeline_reader import TimelineReader
from timeline.site.pages.broken import broken

YAML = """title: Essai
slug: essai
language: fr
articles: articles
events:
- id: a
  date: 2022-12-19
  title: Visite
"""


def picture_of_no_article(root: Path) -> str:
    write(root, YAML + "  image: {article: absente}\n")
    return "timeline.yaml:9:"


def articles_that_are_not_there(root: Path) -> str:
    write(root, YAML.replace("articles: articles", "articles: ailleurs") + "  image: {article: absente}\n")
    return "timeline.yaml"


def no_folder_of_articles(root: Path) -> str:
    (root / "articles").rmdir()
    write(root, YAML.replace("articles: articles\n", "") + "  image: {article: absente}\n")
    return "timeline.yaml"


def broken_yaml(root: Path) -> str:
    write(root, YAML.replace("2022-12-19", "2022-02-31"))
    return "timeline.yaml:7:"


def not_utf8(root: Path) -> str:
    (root / "timeline.yaml").write_bytes(YAML.encode() + b"# \xff\n")
    return "timeline.yaml:9:"


def lock_that_is_a_folder(root: Path) -> str:
    write(root, YAML)
    (root / "timeline.lock").mkdir()
    return "timeline.lock"


def yaml_that_is_a_folder(root: Path) -> str:
    (root / "timeline.yaml").mkdir()
    return "timeline.yaml"


def nothing_there(_root: Path) -> str:
    return "timeline.yaml"


def write(root: Path, text: str) -> None:
    (root / "timeline.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "spoil",
    [
        picture_of_no_article,
        articles_that_are_not_there,
        no_folder_of_articles,
        broken_yaml,
        not_utf8,
        lock_that_is_a_folder,
        yaml_that_is_a_folder,
        nothing_there,
    ],
)
@pytest.mark.parametrize("is_configured", [True, False], ids=["with mkdocs.yml", "without"])
def test_a_page_of_problems_names_files_from_the_project(
    spoil: Callable[[Path], str], is_configured: bool, tmp_path: Path
) -> None:
    root = tmp_path / "project"
    (root / "articles").mkdir(parents=True)
    place = spoil(root)
    whole = (tmp_path / "elsewhere", [str(root / "timeline.yaml")])  # a configuration that we make ourselves
    problems = TimelineReader().read(*((root, ["timeline.yaml"]) if is_configured else whole)).problems
    assert problems
    assert any(str(problem).startswith(place) for problem in problems), [*map(str, problems)]
    shown = "".join(page.body for page in broken(problems, (), SiteOptions(), ["essai"]).pages)
    assert str(tmp_path) not in shown + "".join(map(str, problems))


def test_a_page_of_problems_lists_what_breaks_the_timeline_and_no_warning() -> None:
    found = [Problem("timeline.yaml", 3, 1, "une faute"), Problem("timeline.yaml", 9, 1, "un doute", Severity.WARNING)]
    (page, *_) = broken(found, (), SiteOptions()).pages
    assert "une faute" in page.body
    assert "un doute" not in page.body
