"""The plugin in MkDocs' own hands: plain `mkdocs build --strict`, in our theme and in others."""

from __future__ import annotations

import io
import logging
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click import ClickException
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from timeline.document.lock import Author, ChangeKind, FieldChange, Lock, Record, State, dump_lock
from timeline.site.base.options import SiteOptions
from timeline.site.mkdocs.timeline_reader import TimelineReader

PAGE = """# Le dossier

Voici ce que l’on sait.

```timeline
people: Vladimir Poutine
limit: 1
```

```timelines
```
"""
YAML = """title: "Bakhmut, décembre 2022"
slug: bakhmut
language: fr
articles: articles

events:
- id: 7f3a1c
  date: 2022-12-19
  title: Vladimir Poutine rend visite à Alexandre Loukachenko
  people: [Vladimir Poutine, Alexandre Loukachenko]
  places: [Biélorussie]
  sources:
  - article: visite
    quote: Poutine a rendu visite lundi à son allié.
    because: lundi, au passé, compté du mardi 20 décembre 2022
- id: 9d0e4b
  date: 2022-12-20
  title: "<script>alert(1)</script> admet"
  people: [Vladimir Poutine]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "articles").mkdir()
    (tmp_path / "docs" / "dossier.md").write_text(PAGE, encoding="utf-8")
    article = "---\ntitle: La visite\ndate: 2022-12-20\n---\nPoutine a rendu visite lundi à son allié.\n"
    (tmp_path / "articles" / "visite.md").write_text(article, encoding="utf-8")
    (tmp_path / "timeline.yaml").write_text(YAML, encoding="utf-8")
    configure(tmp_path)
    return tmp_path


def configure(root: Path, theme: str = "timeline", **more: str) -> None:
    settings = {"site_name": "Le fil", "theme": f"{{name: {theme}}}", "plugins": "[timeline]", **more}
    lines = "".join(f"{name}: {value}\n" for name, value in settings.items())
    (root / "mkdocs.yml").write_text(lines, encoding="utf-8")


def build(root: Path, out: str = "site", *, fails: bool = False) -> str:
    """Builds strictly in this process; what MkDocs says."""
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    failed = False
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / out), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except (Abort, ClickException) as error:
        failed = True
        said.write(str(error))
    finally:
        logger.removeHandler(handler)
    assert failed is fails, said.getvalue()
    return said.getvalue()


def build_apart(root: Path, out: str, **environment: str) -> None:
    """The same by the command, in a process and an environment of its own."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(root / "mkdocs.yml"), "-d", str(root / out)]
    subprocess.run(command, env={**os.environ, **environment}, check=True)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("theme", ["timeline", "mkdocs", "readthedocs", "material"])
def test_it_builds_in_any_theme(project: Path, theme: str) -> None:
    configure(project, theme)
    build(project)
    index = (project / "site" / "bakhmut" / "index.html").read_text(encoding="utf-8")
    assert "Vladimir Poutine rend visite à Alexandre Loukachenko" in index
    assert "Pourquoi cette date" in index
    assert "<script>alert" not in index
    assert 'rel="alternate" type="application/atom+xml"' in index
    assert re.search(r'<link[^>]+href="\.\./assets/timeline\.css"', index)
    assert re.search(r'<script[^>]+src="\.\./assets/timeline\.js"', index)
    assert (project / "site" / "assets" / "timeline.js").exists()
    assert not list((project / "docs").rglob("*.html")), "nothing is written in docs_dir"


@pytest.mark.parametrize("directory_urls", ["true", "false"])
def test_every_link_leads_somewhere(project: Path, directory_urls: str) -> None:
    configure(project, use_directory_urls=directory_urls)
    build(project)
    site = project / "site"
    for page in site.rglob("*.html"):
        if page.name == "404.html":
            continue
        document = page.read_text(encoding="utf-8")
        for address in re.findall(r'(?:href|src)="([^"#?:]+)(?:#[^"]*)?"', document):
            target = page.parent / address
            assert (target / "index.html" if address.endswith("/") else target).exists(), f"{page}: {address}"


def test_a_block_shows_the_part_that_it_asks_for(project: Path) -> None:
    build(project)
    page = (project / "site" / "dossier" / "index.html").read_text(encoding="utf-8")
    block = page.split("tl-block")[1].split("tl-cards")[0]
    assert "rend visite" in block
    assert "admet" not in block
    assert '<a href="../bakhmut/index.html">Bakhmut, décembre 2022</a>' in page


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ("peple: x", "“peple: x” is not understood"),
        ("from: hier", "“hier” is no date"),
        ("limit: x", "“x” is no number"),
        ("timeline: autre", "“autre”: there is no such timeline"),
    ],
)
def test_a_block_that_is_not_understood_says_so(project: Path, block: str, told: str) -> None:
    (project / "docs" / "dossier.md").write_text(f"# Le dossier\n\n```timeline\n{block}\n```\n", encoding="utf-8")
    assert told in build(project, fails=True)


def test_two_builds_are_the_same_bytes(project: Path) -> None:
    configure(project, site_url="https://example.org/fil/")
    build_apart(project, "one", TZ="Pacific/Auckland", SOURCE_DATE_EPOCH="0")
    build_apart(project, "two", TZ="America/Lima", LC_ALL="C")
    assert files(project / "one") == files(project / "two")


def test_a_missing_file_says_what_to_run(project: Path) -> None:
    (project / "timeline.yaml").unlink()
    assert "timeline update" in build(project, fails=True)


def test_a_folder_in_the_place_of_a_file_is_told(project: Path) -> None:
    (project / "timeline.yaml").unlink()
    (project / "timeline.yaml").mkdir()
    (problem,) = TimelineReader().read(project, ["timeline.yaml"]).problems
    assert "cannot be read" in problem.message


def test_a_broken_file_is_told_with_its_line(project: Path) -> None:
    (project / "timeline.yaml").write_text(YAML.replace("date: 2022-12-19", "date: 2022-02-31"), encoding="utf-8")
    told = build(project, fails=True)
    assert re.search(r"timeline\.yaml:8:\d+: ", told)
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("language", "heading", "message"),
    [
        ("fr", "La chronologie ne se lit pas", "ce mois a 28 jours"),
        ("en", "The timeline cannot be read", "that month has 28 days"),
    ],
)
def test_a_preview_tells_what_is_broken_in_the_language_of_the_file(
    project: Path, language: str, heading: str, message: str
) -> None:
    broken = YAML.replace("date: 2022-12-19", "date: 2022-02-31").replace("language: fr", f"language: {language}")
    (project / "timeline.yaml").write_text(broken, encoding="utf-8")
    reader = TimelineReader()
    first = reader.make(reader.read(project, ["timeline.yaml"]), SiteOptions(), preview=True).drafts[0].make()
    assert first.language == language
    assert f"<h1>{heading}</h1>" in first.body
    assert message in first.body


def test_correct_leads_to_the_line_of_the_yaml(project: Path) -> None:
    configure(project, repo_url="https://github.com/maison/fil")
    build(project)
    index = (project / "site" / "bakhmut" / "index.html").read_text(encoding="utf-8")
    assert 'href="https://github.com/maison/fil/edit/master/timeline.yaml#L7"' in index


def test_a_page_of_the_author_wins(project: Path) -> None:
    (project / "docs" / "index.md").write_text("# Chez moi\n", encoding="utf-8")
    build(project)
    assert "Chez moi" in (project / "site" / "index.html").read_text(encoding="utf-8")


def test_the_lock_tells_corrections_and_redirects(project: Path) -> None:
    dated = FieldChange(
        1, "9d0e4b", ChangeKind.CHANGED, Author.PERSON, "Poutine admet", "date", "2022-12-21", "2022-12-20"
    )
    merged = FieldChange(2, "old123", ChangeKind.MERGED, Author.MACHINE, "Visite à Minsk", into="7f3a1c")
    records = {
        "9d0e4b": Record(history=(dated,)),
        "old123": Record(state=State.DELETED, into="7f3a1c", history=(merged,)),
    }
    (project / "timeline.lock").write_text(dump_lock(Lock(records)), encoding="utf-8")
    build(project)
    corrections = (project / "site" / "bakhmut" / "corrections.html").read_text(encoding="utf-8")
    for told in ("Révision 2", "Visite à Minsk", "réuni à un autre événement", "21 décembre 2022", "par la rédaction"):
        assert told in corrections
    index = (project / "site" / "bakhmut" / "index.html").read_text(encoding="utf-8")
    assert '<a id="old123"></a>' in index
    assert "Marge de la rédaction" not in index


def test_social_cards_are_local_and_optional(project: Path) -> None:
    build(project)
    index = project / "site" / "bakhmut" / "index.html"
    assert "og:image" not in index.read_text(encoding="utf-8")
    configure(project, site_url="https://example.org/fil/")
    build(project)
    assert 'og:image" content="https://example.org/fil/bakhmut/card.png"' in index.read_text(encoding="utf-8")
    assert (project / "site" / "bakhmut" / "card.png").exists()
    plugins = "[{timeline: {social_image: img/carte.png}}]"
    configure(project, site_url="https://example.org/fil/", plugins=plugins)
    build(project)
    assert 'og:image" content="https://example.org/fil/img/carte.png"' in index.read_text(encoding="utf-8")


def test_another_theme_has_the_tags_of_networks_once(project: Path) -> None:
    configure(project, site_url="https://example.org/fil/", theme="readthedocs")
    build(project)
    index = (project / "site" / "bakhmut" / "index.html").read_text(encoding="utf-8")
    assert index.count('property="og:image" content="https://example.org/fil/bakhmut/card.png"') == 1
    assert index.count('name="twitter:card"') == 1


def test_a_missing_picture_stops_the_build_with_its_line(project: Path) -> None:
    file = project / "timeline.yaml"
    text = file.read_text(encoding="utf-8")
    at = text.index("  title:")
    picture = "  image:\n    src: photos/pont.jpg\n    alt: Le pont\n    credit: Anne Martin, CC BY\n"
    file.write_text(text[:at] + picture + text[at:], encoding="utf-8")
    line = text[:at].count("\n") + 2
    configure(project)
    said = build(project, fails=True)
    assert f"timeline.yaml:{line}:10: le site n’a pas de fichier « photos/pont.jpg »" in said
    (project / "docs" / "photos").mkdir()
    (project / "docs" / "photos" / "pont.jpg").write_bytes(b"\xff\xd8")
    build(project)
    page = (project / "site" / "bakhmut" / "index.html").read_text(encoding="utf-8")
    assert '<img src="../photos/pont.jpg" alt="Le pont"' in page
    assert "© Anne Martin, CC BY" in page


@pytest.mark.parametrize(("option", "title"), [("", "L’ONU\u202f?"), (", typography: false", "L&#39;ONU ?")])
def test_titles_are_set_as_they_are_printed(tmp_path: Path, option: str, title: str) -> None:
    (tmp_path / "docs").mkdir()
    yaml = (
        'title: T\nlanguage: fr\nevents:\n- {id: aa11, date: 2023-03-13, title: "L\'ONU ?", places: ["L\'Aquila"], '
        'people: ["d\'Estaing"], sources: [{url: https://example.org/a, title: "L\'article"}]}\n'
    )
    (tmp_path / "timeline.yaml").write_text(yaml, encoding="utf-8")
    config = f"site_name: Essai\nplugins: [timeline: {{timelines: [timeline.yaml]{option}}}]\n"
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    build(tmp_path)
    page = (tmp_path / "site" / "timeline" / "index.html").read_text(encoding="utf-8")
    assert f"<h3>{title}</h3>" in page
    mark = "&#39;" if option else "’"
    assert all(
        f">{first}{mark}{rest}</a>" in page for first, rest in [("L", "Aquila"), ("d", "Estaing"), ("L", "article")]
    )
    assert "L'ONU ?" in (tmp_path / "site" / "timeline" / "timeline.json").read_text(encoding="utf-8")


def test_a_build_after_a_preview_writes_what_is_beside_the_pages(project: Path, tmp_path: Path) -> None:
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "preview"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, root=str(tmp_path / "preview"), mount_path="/")
    config.plugins.on_serve(server, config=config, builder=server.builder)
    config.plugins.on_shutdown()
    server.server_close()
    configure(project, site_url="https://example.org/fil/")  # what was made for the preview does not serve again
    build(project)
    assert (project / "site" / "bakhmut" / "timeline.json").exists()
