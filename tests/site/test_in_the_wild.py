"""MkDocs as people use it: other plugins, blocks within other blocks, no articles, one address twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests.site.sample import BAKHMUT
from timeline.model import Problem
from timeline.site import render as site_pages
from timeline.site.mkdocs.blocks import taken_out
from timeline.workflow.commands.check import check_all

YAML = "title: Le port\nlanguage: fr\nevents:\n- id: aa11\n  date: 2023-03-13\n  title: Le conseil vote\n"
FENCE = "```timeline\nlimit: 1\n```"


def project(root: Path, config: str, page: str = "# Accueil\n", yaml: Sequence[str] = ("timeline.yaml",)) -> Path:
    (root / "docs").mkdir()
    (root / "docs" / "apropos.md").write_text(page, encoding="utf-8")
    (root / "mkdocs.yml").write_text(f"site_name: Essai\nsite_url: https://example.org/d/\n{config}", encoding="utf-8")
    for name in yaml:
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(YAML, encoding="utf-8")
    return root


def built(root: Path) -> Path:
    config = load_config(str(root / "mkdocs.yml"), strict=True, site_dir=str(root / "site"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return root / "site"


BESIDE = {
    "rss": "- rss",
    "redirects": "- redirects: {redirect_maps: {ancien.md: apropos.md}}",
    "awesome-nav": "- awesome-nav",
    "macros": "- macros",
    "i18n": "- i18n: {docs_structure: suffix, languages: [{locale: fr, default: true, name: Français}]}",
    "mike": "- mike",
}


@pytest.mark.filterwarnings("ignore")  # of the other plugins, which are not ours to mend
@pytest.mark.parametrize("plugin", BESIDE)
def test_beside_other_plugins(tmp_path: Path, plugin: str) -> None:
    root = project(tmp_path, f"theme: {{name: material}}\nplugins:\n- search\n{BESIDE[plugin]}\n- timeline\n")
    site = built(root)
    assert "Le conseil vote" in (site / "timeline" / "index.html").read_text(encoding="utf-8")


def test_material_finds_a_site_map_beside_each_alternate(tmp_path: Path) -> None:
    """It asks for one beside the target of each `link[rel=alternate]`, which it takes for another language."""
    folder = built(project(tmp_path, "theme: {name: material}\nplugins: [timeline]\n")) / "timeline"
    links = re.findall(r'<link rel="alternate"[^>]* href="([^"]+)"', (folder / "index.html").read_text("utf-8"))
    assert {link.removeprefix("https://example.org/d/timeline/").count("/") for link in links} == {0}
    assert "<loc>https://example.org/d/timeline/index.html</loc>" in (folder / "sitemap.xml").read_text("utf-8")


def test_pages_may_be_minified(tmp_path: Path) -> None:
    """As mkdocs-minify-plugin does it, by the same library: its own two parsers of CSS and scripts have no wheels."""
    hook = "import htmlmin\n\ndef on_post_page(output, **_):\n    return htmlmin.minify(output, remove_comments=True)\n"
    root = project(tmp_path, "theme: {name: material}\nhooks: [small.py]\nplugins: [search, timeline]\n")
    (root / "small.py").write_text(hook, encoding="utf-8")
    page = (built(root) / "timeline" / "index.html").read_text(encoding="utf-8")
    assert "Le conseil vote" in page
    assert "<!--" not in page


def test_a_version_of_mike_is_in_every_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIKE_DOCS_VERSION", "2.1")
    root = project(tmp_path, "theme: {name: material}\nplugins: [search, timeline, mike]\n")
    folder = built(root) / "timeline"
    for name in ("atom.xml", "timeline.ics", "oembed.json"):
        text = (folder / name).read_text(encoding="utf-8").replace("\r\n ", "")
        assert "https://example.org/d/2.1/timeline/" in text, name
        assert "https://example.org/d/timeline/" not in text, name


def test_a_timeline_needs_no_articles(tmp_path: Path) -> None:
    root = project(tmp_path, "plugins: [timeline]\n")
    assert (built(root) / "timeline" / "index.html").exists()
    found: tuple[Problem, ...] = check_all([root / "timeline.yaml"])
    assert found == ()


def test_two_timelines_of_one_address_are_an_error(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    files = ("port/timeline.yaml", "nantes/timeline.yaml")
    root = project(tmp_path, f"plugins:\n- timeline: {{timelines: [{', '.join(files)}]}}\n", yaml=files)
    with pytest.raises(Abort):
        built(root)
    assert "nantes/timeline.yaml:1:1: its address is “timeline”, as that of port/timeline.yaml" in caplog.text


@pytest.mark.parametrize(
    ("markdown", "count"),
    [
        (FENCE, 1),
        ("!!! note\n\n    " + FENCE.replace("\n", "\n    "), 1),
        ("- liste\n\n    " + FENCE.replace("\n", "\n    "), 1),
        ("````\n" + FENCE + "\n````", 0),
        ("```timeline\nlimit: 1", 0),  # never closed
        ("```python\nx\n```\n" + FENCE, 1),
    ],
)
def test_blocks_stand_within_others_but_not_within_fences(markdown: str, count: int) -> None:
    without, blocks = taken_out(markdown)
    assert blocks == [("timeline", "limit: 1")] * count
    assert ("```timeline" in without) == (not count)


def test_two_blocks_of_a_page_have_no_equal_ids(tmp_path: Path) -> None:
    page = f"# Blocs\n\n{FENCE}\n\n- liste\n\n    " + FENCE.replace("\n", "\n    ") + "\n"
    site = built(project(tmp_path, "plugins: [timeline]\n", page))
    html = (site / "apropos" / "index.html").read_text(encoding="utf-8")
    assert html.count('id="d-2023-03-13"') == 1
    assert html.count('class="tl tl-block"') == 2


def test_links_within_drawings_have_no_plain_href() -> None:
    """Material's `navigation.instant` sets every `[href]` of a fetched page anew, which an SVG link does not allow."""
    pages = [str(page) for path, page in site_pages([BAKHMUT]).items() if path.endswith(".html")]
    drawings = [svg for page in pages for svg in re.findall(r"<svg.*?</svg>", page, re.DOTALL)]
    assert any("xlink:href" in svg for svg in drawings)
    assert not any(re.search(r"<a href=", svg) for svg in drawings)
