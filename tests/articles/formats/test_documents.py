"""Documents of office programs, PDF and EPUB: their text, their day, and what is wrong with them."""

# ruff: noqa: E501 - XML is clearer unbroken

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from timeline.articles import read
from timeline.articles.formats.documents import libraries
from timeline.articles.formats.documents.worker import headline

TITLE = "Vannes : le budget adopté"
LINE = "Publié le 14 mars 2023 à 06h00"
ONE = "Le conseil municipal de Vannes a adopté lundi soir le budget de la ville, après trois heures de débat."
PARAGRAPHS = [TITLE, LINE, ONE]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
O = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'  # noqa: E741 - OpenDocument
HOLD = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="b/p.opf"/></rootfiles></container>'


def package(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


def docx(paragraphs: list[str]) -> bytes:
    body = "".join(
        f"<w:p><w:r><w:t>{each[:9]}</w:t></w:r><w:r><w:t>{each[9:]}</w:t></w:r></w:p>" for each in paragraphs
    )
    return package({"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'})


def odt(paragraphs: list[str]) -> bytes:
    body = "".join(f"<text:p>{each[:9]}<text:span>{each[9:]}</text:span></text:p>" for each in paragraphs)
    content = f"<office:document-content {O}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return package({"content.xml": content})


def epub(paragraphs: list[str]) -> bytes:
    chapter = "<html><body>" + "".join(f"<p>{each}</p>" for each in paragraphs) + "</body></html>"
    book = (
        '<package><manifest><item id="a" href="c%201.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>'
    )
    return package({"META-INF/container.xml": HOLD, "b/p.opf": book, "b/c 1.xhtml": chapter})


def rtf(paragraphs: list[str]) -> bytes:
    words = "\\par\n".join("".join(f"\\'{ord(c):02x}" if ord(c) > 127 else c for c in each) for each in paragraphs)
    return ("{\\rtf1\\ansi\\ansicpg1252 " + words + "}").encode("ascii")


def pdf(paragraphs: list[str]) -> bytes:
    """A page with its lines in Helvetica, written by hand."""
    lines = "".join(f"({each}) Tj 0 -20 Td " for each in paragraphs)
    stream = f"BT /F1 10 Tf 40 700 Td {lines}ET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + tail


MAKERS = {"docx": docx, "odt": odt, "epub": epub, "rtf": rtf, "pdf": pdf}


@pytest.mark.parametrize("kind", MAKERS)
def test_a_document_is_an_article(kind: str, tmp_path: Path) -> None:
    (tmp_path / f"vannes.{kind}").write_bytes(MAKERS[kind](PARAGRAPHS))
    found = read(["."], tmp_path)
    assert [str(each.published) for each in found.articles] == ["2023-03-14"], found.problems
    assert ONE in " ".join(found.articles[0].text.split())
    if kind != "pdf":  # the lines of a page are not known to be paragraphs
        assert found.articles[0].title == TITLE


@pytest.mark.parametrize("kind", ["docx", "odt", "rtf"])
def test_a_document_of_several_articles(kind: str, tmp_path: Path) -> None:
    nexis = [TITLE, "Le Figaro", "14 mars 2023", "Length: 452 words", "Body", ONE, "End of Document"]
    other = ["Nantes : la grève", "Le Figaro", "17 mars 2023", "Length: 452 words", "Body", ONE, "End of Document"]
    (tmp_path / f"nexis.{kind}").write_bytes(MAKERS[kind](nexis + other))
    found = read(["."], tmp_path)
    assert [(str(each.published), each.title) for each in found.articles] == [
        ("2023-03-14", TITLE),
        ("2023-03-17", "Nantes : la grève"),
    ], found.problems


BOMB = package({"word/document.xml": "<a>" + " " * 40_000_000 + "</a>"})
BAD = {
    "a scan": ("a.pdf", pdf([]), "no text"),
    "a broken PDF": ("a.pdf", b"%PDF-1.4\n1 0 obj <<", "damaged"),
    "a broken package": ("a.docx", b"PK\x03\x04", "damaged"),
    "a package of something else": ("a.docx", package({"x": "y"}), "cannot be read"),
    "a zip bomb": ("a.docx", BOMB, "expands"),
    "entities": ("a.docx", package({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "no plain XML"),
    "a deep document": ("a.odt", package({"content.xml": "<a>" * 5000 + "</a>" * 5000}), "too deeply"),
    "an EPUB without a book": ("a.epub", package({"META-INF/container.xml": HOLD}), "b/p.opf"),
}


def assert_refused(root: Path, name: str, data: bytes, words: str) -> None:
    """A file with that name and data gives no article, and one problem that has the words."""
    (root / name).write_bytes(data)
    found = read(["."], root)
    assert found.articles == ()
    assert [words in problem.message for problem in found.problems] == [True], found.problems


@pytest.mark.parametrize("case", BAD)
def test_what_is_wrong_is_told(case: str, tmp_path: Path) -> None:
    assert_refused(tmp_path, *BAD[case])


CLIPPING = [(9, "Le Courrier"), (9, "mardi 14 mars 2023"), (24, "Vannes :"), (24, "le budget adopté"), (10, ONE)]


@pytest.mark.parametrize(
    ("sized", "title"),
    [
        (CLIPPING, "Vannes : le budget adopté"),
        ([(40, "Libération"), *CLIPPING], "Vannes : le budget adopté"),  # a paper's name is one word
        ([(10, "Vannes : le budget adopté"), (10, ONE)], ""),
        ([], ""),
    ],
)
def test_the_largest_letters_of_a_printed_page_are_its_headline(sized: list[tuple[float, str]], title: str) -> None:
    assert headline([(size, f"{text}\n") for size, text in sized]) == title


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ({"title": "Vannes : le budget"}, "Vannes : le budget"),
        ({"title": "Microsoft Word - vannes.docx"}, "a"),
        ({"title": "about:blank"}, "a"),
        ({"title": "p12.indd", "headline": "La \ufb01n du budget"}, "La fin du budget"),
    ],
)
def test_the_title_of_a_pdf(said: dict[str, str], title: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        libraries, "_answer", lambda *_: {"text": f"Publié le 14 mars 2023\nUn texte. L\ufb01lm.\n{ONE}", **said}
    )
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (article,) = read(["."], tmp_path).articles
    assert article.title == title
    assert "\ufb01" not in article.text
