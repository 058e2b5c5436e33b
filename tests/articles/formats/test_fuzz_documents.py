"""Hostile Word, OpenDocument, RTF, PDF and EPUB files: read or refused, in bounded time and memory."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from tests.articles.formats.test_documents import MAKERS, package
from tests.articles.formats.test_fuzz import check, most_memory, mutated, read
from tests.conftest import examples
from timeline.articles.formats import newsxml
from timeline.articles.formats.documents import libraries
from timeline.model import Article

_BODY, _END = b"<w:document xmlns:w='w'><w:body>", b"</w:body></w:document>"
_FEW = {"docx": 10, "odt": 10, "epub": 5, "rtf": 2, "pdf": 2}  # RTF and PDF start a process each


def word(body: bytes) -> bytes:
    return package({"word/document.xml": _BODY + body})


def book(chapters: list[bytes], spine: list[int]) -> bytes:
    items = b"".join(b"<item id='c%d' href='c%d.xhtml'/>" % (number, number) for number in range(len(chapters)))
    order = b"".join(b"<itemref idref='c%d'/>" % number for number in spine)
    parts = {
        "META-INF/container.xml": b"<container><rootfiles><rootfile full-path='b.opf'/></rootfiles></container>",
        "b.opf": b"<package><manifest>" + items + b"</manifest><spine>" + order + b"</spine></package>",
    }
    return package({**parts, **{f"c{number}.xhtml": data for number, data in enumerate(chapters)}})


def page(content: bytes) -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>endobj\n"
        + b"4 0 obj<</Length %d>>stream\n" % len(content)
        + content
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


HOSTILE: dict[str, Callable[[], bytes]] = {
    "bomb.docx": lambda: word(b" " * (25 * 2**20)),
    "many.docx": lambda: word(b"<w:p/>" * 110_000 + _END),
    "nested.docx": lambda: word(b"<w:p>" * 450 + b"<w:t>a</w:t>" * 5_000 + b"</w:p>" * 450 + _END),
    "rows.docx": lambda: word(b"<w:tr>" * 400 + b"<w:tc><w:p/></w:tc>" * 5_000 + b"</w:tr>" * 400 + _END),
    "deep.odt": lambda: package({"content.xml": b"<o>" + b"<p>" * 100_000}),
    "entities.odt": lambda: package({"content.xml": b"<!DOCTYPE o [<!ENTITY a 'aaaaaaaa'>]><o>&a;</o>"}),
    "nothing.odt": lambda: package({"other.xml": b"a"}),
    "bomb.epub": lambda: book([b"<p>" + b"a" * 3_000_000] * 3, [0, 1, 2]),
    "again.epub": lambda: book([b"<p>texte " + b"a" * 300_000], [0] * 400),
    "braces.rtf": lambda: b"{\\rtf1" + b"{" * 200_000,
    "words.rtf": lambda: b"{\\rtf1 " + b"\\'e9\\b a " * 1_000_000 + b"}",
    "pictures.rtf": lambda: b"{\\rtf1 " + (b"a" * 3_999 + b"x") * 200 + b"}",
    "operators.pdf": lambda: page(b"[" * 200_000),
    "shown.pdf": lambda: page(b"BT (a) Tj ET " * 400_000),
    "broken.zip": lambda: package(dict.fromkeys((f"{number}.docx" for number in range(20)), word(b" " * (19 * 2**20)))),
    "loop.pdf": lambda: (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>"
        b"endobj\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"
    ),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_documents(name: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(libraries, "SECONDS", 1)
    monkeypatch.setattr(newsxml, "_ELEMENTS", 50_000)
    data = HOSTILE[name]()
    before = time.process_time()
    results = read(name, data)
    assert time.process_time() - before < 5.0
    check(results)
    assert results
    assert not any(isinstance(each, Article) for each in results)


def test_a_file_that_takes_too_long_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(libraries, "SECONDS", 1)
    (problem,) = read("words.rtf", HOSTILE["words.rtf"]())
    assert "takes too long" in str(problem)


@pytest.mark.parametrize("name", ["bomb.docx", "bomb.epub", "broken.zip"])
def test_memory_is_bounded(name: str):
    assert most_memory(name, HOSTILE[name]()) < 300_000_000


@pytest.mark.parametrize("kind", MAKERS)
def test_damaged_documents(kind: str):
    chance = random.Random(kind)
    data = MAKERS[kind](["Publié le 3 mars 2020", "Le texte de cet article, avec ses deux phrases. La voici."])
    for _ in range(examples(_FEW[kind], 300)):
        check(read(f"a.{kind}", mutated(data, chance)))
