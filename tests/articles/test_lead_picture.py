"""The pictures that were saved with an article, and the licences that let them be copied."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from timeline.articles import is_open, saved_pictures
from timeline.articles.metadata.open_licences import _RULES

PAGE = """<!doctype html><html><head><title>Le pont</title>{head}</head>
<body><img src="logo.png"><article><h1>Le pont</h1>{body}<p>Le pont ouvre lundi.</p></article></body></html>"""


def page(folder: Path, head: str = "", body: str = "", **files: bytes) -> Path:
    """A saved page, and the files of the folder beside it."""
    (folder / "pont_files").mkdir()
    for name, content in files.items():
        (folder / "pont_files" / f"{name}.jpg").write_bytes(content)
    (folder / "pont.html").write_text(PAGE.format(head=head, body=body), encoding="utf-8")
    return folder / "pont.html"


INLINE = base64.b64encode(b"lead").decode()


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", '<img src="pont_files/lead.jpg">'),
        ("", '<figure><img src="./pont_files/lead.jpg" alt=""></figure><img src="pont_files/other.jpg">'),
        ('<meta property="og:image" content="https://example.org/a/lead.jpg?w=900">', ""),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "image": ["https://e.org/lead.jpg"]}</script>',
            "",
        ),
        (
            '<script type="application/ld+json">{"@type": "Article", "image": {"url": "https://e.org/lead.jpg"}}</script>',
            "",
        ),
        ("", f'<img src="data:image/jpeg;base64,{INLINE}">'),
    ],
)
def test_the_lead_picture_is_the_one_saved_with_the_page(tmp_path: Path, head: str, body: str) -> None:
    assert next(saved_pictures(page(tmp_path, head, body, lead=b"lead", other=b"other"))) == b"lead"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", '<img src="https://example.org/lead.jpg">'),  # on the network alone
        ("", '<img src="../secret.jpg"><img src="/etc/hostname"><img src="file:///etc/hostname">'),
        ('<meta property="og:image" content="https://example.org/../../secret.jpg">', ""),
        ("", '<img src="data:image/png;base64,A"><img src="http://[::1"><img src="">'),
    ],
)
def test_nothing_is_fetched_and_nothing_read_elsewhere(tmp_path: Path, head: str, body: str) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    (tmp_path / "articles").mkdir()
    assert list(saved_pictures(page(tmp_path / "articles", head, body))) == []


def test_a_picture_of_the_same_name_beside_an_article_is_its_own(tmp_path: Path) -> None:
    (tmp_path / "pont.md").write_text("Le pont ouvre.", encoding="utf-8")
    assert list(saved_pictures(tmp_path / "pont.md")) == []
    (tmp_path / "pont.jpg").write_bytes(b"beside")
    assert list(saved_pictures(tmp_path / "pont.md")) == [b"beside"]


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.name)
def test_a_rule_of_licences_matches_its_examples_and_no_refusal(rule: object) -> None:
    assert [text for text in rule.examples if not is_open(text)] == []
    assert [text for text in rule.refusals if is_open(text)] == []


@pytest.mark.parametrize(
    ("licence", "is_it"),
    [
        ("Domaine public", True),
        ("Public domain", True),
        ("Licence Ouverte 2.0 (Etalab)", True),
        ("Creative Commons Attribution, partage dans les mêmes conditions", True),
        ("© Le Monde, tous droits réservés", False),
        ("Texte : CC BY 4.0 ; photos : tous droits réservés", False),
        ("Creative Commons Attribution - Pas d’utilisation commerciale", False),
        ("© 2016", False),
        ("", False),
    ],
)
def test_which_licences_are_open(licence: str, *, is_it: bool) -> None:
    assert is_open(licence) is is_it
