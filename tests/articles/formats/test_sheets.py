"""Lists of articles in spreadsheets: a row of names, a row for each article, days as days."""

# ruff: noqa: E501 - one part of a package a line

from __future__ import annotations

from pathlib import Path

import pytest

from tests.articles.formats.test_documents import assert_refused, package
from timeline.articles import read

ONE = "Le conseil municipal de Vannes a adopté lundi soir le budget de la ville, après trois heures de débat."
TWO = "Les éboueurs de Nantes ont cessé le travail mercredi matin. Ils demandent une hausse de leur prime."
STYLES = '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="0&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'


def xlsx(rows: str, strings: str = "", workbook: str = "<workbook/>", sheet: str = "sheet1") -> bytes:
    return package(
        {
            "xl/workbook.xml": workbook,
            "xl/styles.xml": STYLES,
            "xl/sharedStrings.xml": f"<sst>{strings}</sst>",
            f"xl/worksheets/{sheet}.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
        }
    )


def text(place: str, words: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


NAMES = f"<row>{text('A1', 'Titre')}{text('B1', 'Date')}{text('C1', 'Journal')}{text('D1', 'Texte')}</row>"
FIRST = f'<row>{text("A2", "Vannes : le budget")}<c r="B2" s="2"><v>44999</v></c>{text("C2", "Le Courrier")}{text("D2", ONE)}</row>'
SECOND = f'<row>{text("A3", "Nantes : la grève")}<c r="B3" s="1"><v>45002.75</v></c>{text("D3", TWO)}</row>'
SHARED = f"<si><t>Titre</t></si><si><t>Date</t></si><si><t>Texte</t></si><si><r><t>Vannes : </t></r><r><t>le budget</t></r><rPh><t>x</t></rPh></si><si><t>{ONE}</t></si>"
CELLS = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row><row><c t="s"><v>3</v></c><c s="2"><v>43537</v></c><c t="s"><v>4</v></c></row>'
ODS = """<o xmlns:office="o" xmlns:table="t"><table:table>{}</table:table><table:table><table:table-row><table:table-cell><p>autre</p></table:table-cell></table:table-row></table:table></o>"""
ODS_ROWS = f"""<table:table-row><table:table-cell><p>Titre</p></table:table-cell><table:table-cell><p>Date</p></table:table-cell><table:table-cell/><table:table-cell><p>Texte</p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>
<table:table-row><table:table-cell><p>Vannes : le budget</p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2023-03-14"><p>14/03/23</p></table:table-cell><table:table-cell/><table:table-cell><p>{ONE}</p><p>{TWO}</p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>"""
FILES = {
    "days as numbers": ("l.xlsx", xlsx(NAMES + FIRST + SECOND), [("2023-03-14", "Vannes : le budget"), ("2023-03-17", "Nantes : la grève")]),
    "a line above the names": ("l.xlsx", xlsx(f"<row>{text('A1', 'Ma liste')}</row><row/>{NAMES}{FIRST}"), [("2023-03-14", "Vannes : le budget")]),
    "shared strings, no places, days from 1904": (
        "l.xlsm",
        xlsx(CELLS, SHARED, '<workbook><workbookPr date1904="1"/></workbook>'),
        [("2023-03-14", "Vannes : le budget")],
    ),
    "OpenDocument": ("l.ods", package({"content.xml": ODS.format(ODS_ROWS)}), [("2023-03-14", "Vannes : le budget")]),
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_each_row_is_an_article(case: str, tmp_path: Path) -> None:
    name, data, right = FILES[case]
    (tmp_path / name).write_bytes(data)
    found = read(["."], tmp_path)
    assert [(str(each.published), each.title) for each in found.articles] == right, found.problems
    assert all(ONE in each.text or TWO in each.text for each in found.articles)


BAD = {
    "no rows": ("l.xlsx", xlsx(NAMES), "no list of articles in this sheet"),
    "too many rows": ("l.xlsx", xlsx(NAMES + "<row><c/><c/></row>" * 20_001), "more than 20000 rows"),
    "no sheet": ("l.xlsx", package({"xl/workbook.xml": "<x/>"}), "this spreadsheet file cannot be read"),
    "no package": ("l.ods", b"PK\x03\x04", "damaged"),
    "a zip bomb": ("l.xlsx", xlsx(" " * 30_000_000), "expands"),
    "entities": ("l.ods", package({"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "no plain XML"),
    "a row without a text": ("l.xlsx", xlsx(NAMES + f"<row>{text('A2', 'Vannes')}</row>"), "no text"),
    "a number that is no day": (
        "l.xlsx",
        xlsx(NAMES + FIRST.replace("<v>44999</v>", "<v>1e99</v>")),
        "is no date",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_wrong_is_told(case: str, tmp_path: Path) -> None:
    assert_refused(tmp_path, *BAD[case])
