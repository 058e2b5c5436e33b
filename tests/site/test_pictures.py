"""Pictures of events: their size in the page, and smaller copies of the large ones, made at build."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from tests.site.test_in_the_wild import built
from timeline.model import Entry, Severity, Timeline
from timeline.model import Image as Named
from timeline.site.mkdocs.checked_pictures import picture_problems, unshown
from timeline.site.mkdocs.lead_pictures import with_lead_pictures
from timeline.site.mkdocs.pictures import shown
from timeline.workflow.commands.pages import write_pages
from timeline.workflow.load import load
from timeline.workflow.stopped import Stopped

YAML = """\
title: Le pont
language: fr
events:
- id: aa11
  date: 2023-03-13
  title: Le pont ouvre
  image: {src: photos/pont.jpg, alt: Un pont sur la Loire, caption: Le pont, credit: Jeanne Martin}
"""


def photo(wide: int, high: int, kind: str = "JPEG", noise: int = 0) -> bytes:
    buffer = io.BytesIO()
    picture = (
        Image.effect_noise((wide, high), noise).convert("RGB") if noise else Image.new("RGB", (wide, high), "#468")
    )
    picture.save(buffer, kind)
    return buffer.getvalue()


def written(folder: Path, name: str, content: bytes) -> Timeline:
    (folder / name).write_bytes(content)
    entry = Entry(id="a", date="2023-03-13", title="Un", image=Named(src=name, alt="Un pont"))
    return Timeline("T", "t", "t.yaml", entries=(entry,))


def test_a_large_picture_has_a_smaller_copy(tmp_path: Path) -> None:
    found = shown([written(tmp_path, "pont.jpg", photo(2400, 1200, noise=90))], tmp_path)
    picture = found.pictures["pont.jpg"]
    assert (picture.width, picture.height) == (960, 480)
    with Image.open(io.BytesIO(found.files[picture.path])) as copy:
        assert copy.size == (960, 480)
    assert len(found.files[picture.path]) < (tmp_path / "pont.jpg").stat().st_size / 3
    assert shown([written(tmp_path, "pont.jpg", photo(2400, 1200, noise=90))], tmp_path).pictures.keys() == {"pont.jpg"}


def test_a_small_picture_is_shown_as_it_is(tmp_path: Path) -> None:
    found = shown([written(tmp_path, "pont.png", photo(640, 480, "PNG"))], tmp_path)
    assert found.files == {}
    assert (found.pictures["pont.png"].path, found.pictures["pont.png"].width) == ("pont.png", 640)


@pytest.mark.parametrize(
    ("name", "content"), [("pont.svg", b"<svg/>"), ("pont.jpg", b"no picture"), ("pont.png", photo(9, 9, "PNG")[:40])]
)
def test_what_cannot_be_opened_is_left_to_the_browser(tmp_path: Path, name: str, content: bytes) -> None:
    assert shown([written(tmp_path, name, content)], tmp_path).pictures == {}


def test_nothing_outside_the_folder_is_opened(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    outside = written(tmp_path, "../secret.png".removeprefix("../"), photo(9, 9, "PNG"))
    entry = Entry(id="a", date="", title="Un", image=Named(src="../secret.png", alt="x"))
    assert shown([outside, Timeline("T", "t", "t.yaml", entries=(entry,))], tmp_path / "docs").pictures == {}


def test_the_page_shows_the_copy_and_leads_to_the_picture(tmp_path: Path) -> None:
    (tmp_path / "docs" / "photos").mkdir(parents=True)
    (tmp_path / "docs" / "photos" / "pont.jpg").write_bytes(photo(1600, 1000, noise=90))
    (tmp_path / "timeline.yaml").write_text(YAML, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Essai\nplugins: [timeline]\n", encoding="utf-8")
    site = built(tmp_path)
    page = (site / "timeline" / "index.html").read_text(encoding="utf-8")
    figure = re.search(
        r'<figure><a href="\.\./photos/pont\.jpg"><img src="\.\./(assets/pictures/pont-\w+\.webp)" '
        r'alt="Un pont sur la Loire" width="960" height="600" loading="lazy"></a>',
        page,
    )
    assert figure
    assert (site / figure[1]).is_file()
    assert "© Jeanne Martin" in page


TAKEN = """\
title: Le pont
language: fr
articles: articles
events:
- id: aa11
  date: 2023-03-13
  title: Le pont ouvre
  image: {article: libre, alt: Un pont sur la Loire}
"""
REFUSED = """\
- id: bb22
  date: 2023-03-14
  title: Le pont ferme
  image: {article: reserve, alt: Le pont}
- id: cc33
  date: 2023-03-14
  title: Le pont rouvre
  image: {article: muet, alt: Le pont}
- id: dd44
  date: 2023-03-14
  title: Le pont tombe
  image: {article: sans-image, alt: Le pont}
- id: ee55
  date: 2023-03-14
  title: Le pont renaît
  image: {article: nulle-part, alt: Le pont}
"""


def taken_from_articles(root: Path, yaml: str) -> None:
    """A project whose events take their pictures from articles."""
    for name, licence in {
        "libre": "licence: CC BY 4.0\nauthor: Jeanne Martin\n",
        "reserve": "licence: tous droits réservés\n",
        "muet": "",
        "sans-image": "licence: CC0\n",
    }.items():
        (root / "articles").mkdir(parents=True, exist_ok=True)
        head = f"---\ntitle: {name}\ndate: 2023-03-13\n{licence}---\n"
        (root / "articles" / f"{name}.md").write_text(f"{head}Le pont de {name} a ouvert lundi.\n", encoding="utf-8")
        if name != "sans-image":
            (root / "articles" / f"{name}.jpg").write_bytes(photo(640, 400))
    (root / "timeline.yaml").write_text(yaml, encoding="utf-8")


def test_a_picture_taken_from_an_article_has_its_credit_and_licence(tmp_path: Path) -> None:
    taken_from_articles(tmp_path, TAKEN)
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Essai\nplugins: [timeline]\n", encoding="utf-8")
    site = built(tmp_path)
    page = (site / "timeline" / "index.html").read_text(encoding="utf-8")
    figure = re.search(r'<figure><img src="\.\./(assets/pictures/libre-\w+\.jpg)" alt="Un pont sur la Loire" ', page)
    assert figure
    assert (site / figure[1]).read_bytes() == photo(640, 400)
    assert "<small>© Jeanne Martin</small> <small>CC BY 4.0</small>" in page


def test_a_picture_that_may_not_be_copied_is_an_error_with_its_line(tmp_path: Path) -> None:
    taken_from_articles(tmp_path, TAKEN + REFUSED)
    loaded = load(tmp_path / "timeline.yaml")
    found = with_lead_pictures(loaded.timeline, loaded.document.head, tmp_path / "timeline.yaml")
    assert [(each.line, each.column) for each in found.problems] == [(12, 20), (16, 20), (20, 20), (24, 20)]
    told = [each.message for each in found.problems]
    for said, words in zip(
        told, ("tous droits réservés", "sous quelle licence", "sans-image.jpg", "nulle-part"), strict=True
    ):
        assert words in said
    assert len(found.files) == 1


def project_with_pictures(root: Path, yaml: str = TAKEN) -> Path:
    """A project with one picture out of an article and one of its own; gives the YAML file."""
    own = "- id: ff66\n  date: 2023-03-15\n  title: La fête\n  image: {src: photos/fete.jpg, alt: La foule}\n"
    taken_from_articles(root, yaml + own)
    (root / "docs" / "photos").mkdir(parents=True)
    (root / "docs" / "photos" / "fete.jpg").write_bytes(photo(1400, 900))
    (root / "mkdocs.yml").write_text("site_name: Essai\nplugins: [timeline]\n", encoding="utf-8")
    return root / "timeline.yaml"


@pytest.mark.parametrize("markdown", [False, True])
def test_pages_without_mkdocs_have_their_pictures(tmp_path: Path, markdown: bool) -> None:
    file = project_with_pictures(tmp_path)
    write_pages(tmp_path / "out", file, markdown=markdown)
    page = (tmp_path / "out" / "timeline" / ("index.md" if markdown else "index.html")).read_text(encoding="utf-8")
    shown = re.findall(
        r"!\[([^]]+)\]\(<\.\./([^>]+)>\)" if markdown else r'<img src="\.\./([^"]+)" alt="([^"]+)"', page
    )
    by_alt = dict(pair if markdown else pair[::-1] for pair in shown)
    assert by_alt.keys() == {"Un pont sur la Loire", "La foule"}
    for src in by_alt.values():
        assert (tmp_path / "out" / src).is_file()
    assert by_alt["La foule"].endswith(".webp")
    assert (tmp_path / "out" / "photos" / "fete.jpg").is_file()


def test_pages_and_check_tell_of_the_same_pictures_that_cannot_be_had(tmp_path: Path) -> None:
    file = project_with_pictures(tmp_path, TAKEN + REFUSED)
    (tmp_path / "docs" / "photos" / "fete.jpg").unlink()
    with pytest.raises(Stopped) as stopped:
        write_pages(tmp_path / "out", file)
    lines = sorted(problem.line for problem in stopped.value.problems)
    assert lines == [12, 16, 20, 24, 28]
    assert not (tmp_path / "out").exists()
    read = load(file).document
    assert sorted(problem.line for problem in picture_problems(read, file, "fr")) == lines


def test_check_warns_of_a_picture_that_nothing_shows(tmp_path: Path) -> None:
    project_with_pictures(tmp_path)
    docs = tmp_path / "docs"
    for name in ("perdue.png", "logo.png"):
        (docs / name).write_bytes(photo(300, 200))
    (docs / "index.md").write_text("![Le logo](logo.png)\n", encoding="utf-8")
    (told,) = unshown(tmp_path, "fr")
    assert (told.path, told.severity) == ((docs / "perdue.png").as_posix(), Severity.WARNING)
    assert "image: {src: perdue.png, alt:" in told.message


@pytest.mark.parametrize(("image", "words"), [("{src: a.jpg, article: libre, alt: x}", "article"), ("{alt: x}", "src")])
def test_a_picture_has_one_origin(tmp_path: Path, image: str, words: str) -> None:
    taken_from_articles(tmp_path, TAKEN.replace("{article: libre, alt: Un pont sur la Loire}", image))
    with pytest.raises(Stopped) as stopped:
        load(tmp_path / "timeline.yaml")
    assert words in stopped.value.problems[0].message
