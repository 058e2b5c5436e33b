"""`.xlsx` and `.ods`: lists of articles, a row each, as people keep them in a spreadsheet; no library is needed."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterator
from itertools import islice
from xml.etree.ElementTree import Element

from timeline.articles.formats.documents.packages import DocumentError, opened, parsed
from timeline.articles.formats.record import draft_of
from timeline.articles.source import ReadOptions, Skipped, SourceFile, UndatedArticle
from timeline.articles.text.html_paragraphs import local
from timeline.i18n.messages import file_problem, message
from timeline.model import Problem

_ROWS, _COLUMNS = 20_000, 200
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
"""The parts of a number's format that are printed as they stand, and its conditions."""
_DATE_FORMATS = frozenset([*range(14, 18), 22])
"""The formats of dates that have a number and no definition."""
_LAST_SERIAL = 2_958_465
"""31 December 9999."""


class SheetReader:
    """The first sheet of a spreadsheet: a row of column names, then a row for each article."""

    name = "spreadsheet"

    def can_read(self, path: str, head: bytes) -> bool:
        """By the suffix."""
        return path.lower().endswith((".xlsx", ".xlsm", ".ods"))

    def read(self, source: SourceFile, options: ReadOptions) -> Iterator[UndatedArticle | Problem | Skipped]:
        """Its rows."""
        data = source.bytes()
        if isinstance(data, Problem):
            yield data
            return
        try:
            rows = list(islice((ods if source.suffix == ".ods" else xlsx)(data), _ROWS + 1))
        except DocumentError as error:
            kind = message("articles.document.sheet")
            yield file_problem(source.path, "articles.document.unread", kind=kind, why=error.args[0])
            return
        if len(rows) > _ROWS:
            yield file_problem(source.path, "articles.sheet.long", rows=_ROWS)
            return
        head = next((number for number, row in enumerate(rows) if sum(map(bool, row)) > 1), len(rows))
        names = rows[head] if head < len(rows) else []
        filled = [row for row in rows[head + 1 :] if any(row)]
        if not filled:
            yield file_problem(source.path, "articles.sheet.empty")
        for number, row in enumerate(filled, 1):
            record = {name: cell for name, cell in zip(names, row, strict=False) if name and cell}
            yield draft_of(record, source, number, 0, options)


def xlsx(data: bytes) -> Iterator[list[str]]:
    """The rows of an Excel workbook's first sheet; days and times in ISO 8601.

    Raises:
        DocumentError: It is damaged, too large, or no workbook.
    """
    with opened(data) as package:
        sheets = sorted((int(found[1]), name) for name in package.namelist() if (found := _SHEET.fullmatch(name)))
        if not sheets:
            raise DocumentError(message("articles.document.damaged", why="xl/worksheets"))
        shared = [_words(each) for each in _part(package, "xl/sharedStrings.xml", "si")]
        dated = _dated_styles(package)
        first = datetime.date(1904, 1, 1) if _counts_from_1904(package) else datetime.date(1899, 12, 30)
        epoch = datetime.datetime.combine(first, datetime.time())
        for row in _part(package, sheets[0][1], "row"):
            cells: list[str] = []
            for cell in row:
                column = _column(cell.get("r", ""))
                if local(cell) == "c" and (len(cells) if column is None else column) < _COLUMNS:
                    cells += [""] * ((len(cells) if column is None else column) - len(cells))
                    cells.append(_value(cell, shared, dated, epoch))
            yield cells


def _part(package: zipfile.ZipFile, path: str, tag: str) -> Iterator[Element]:
    """The elements of that name in a part; none where the package lacks the part."""
    if path in package.namelist():
        yield from (each for each in parsed(package, path).iter() if local(each) == tag)


def _words(element: Element) -> str:
    """The words of a cell without the readings above them (`rPh`)."""
    inner = (each for child in element if local(child) != "rph" for each in child.iter() if local(each) == "t")
    return "".join(each.text or "" for each in inner).strip()


def _dated_styles(package: zipfile.ZipFile) -> frozenset[int]:
    """The numbers of the cell styles that show a number as a date."""
    path = "xl/styles.xml"
    codes = {each.get("numFmtId", ""): each.get("formatCode", "") for each in _part(package, path, "numfmt")}
    formats = {number for number, code in codes.items() if re.search(r"[yd]", _LITERAL.sub("", code).lower())}
    formats |= {str(number) for number in _DATE_FORMATS}
    cells = next(_part(package, path, "cellxfs"), None)
    return frozenset(
        number for number, each in enumerate(() if cells is None else cells) if each.get("numFmtId") in formats
    )


def _counts_from_1904(package: zipfile.ZipFile) -> bool:
    return any(each.get("date1904") in ("1", "true") for each in _part(package, "xl/workbook.xml", "workbookpr"))


def _column(place: str) -> int | None:
    """The column of a cell such as "B2", from 0."""
    letters = re.match(r"[A-Z]{1,3}", place)
    if not letters:
        return None
    number = 0
    for letter in letters[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _value(cell: Element, shared: list[str], dated: frozenset[int], epoch: datetime.datetime) -> str:
    kind, text = cell.get("t", "n"), "".join(each.text or "" for each in cell if local(each) == "v").strip()
    if kind == "inlineStr":
        return _words(cell)
    if kind == "s":
        return shared[int(text)] if text.isdecimal() and int(text) < len(shared) else ""
    if kind == "n" and cell.get("s", "").isdecimal() and int(cell.get("s", "")) in dated:
        return _day(text, epoch)
    return "" if kind == "e" else text


def _day(serial: str, epoch: datetime.datetime) -> str:
    """The day of a serial number, with its time where it has a fraction."""
    try:
        number = float(serial)
    except ValueError:
        return serial
    if not 0 < number < _LAST_SERIAL - 2_000:
        return serial
    moment = epoch + datetime.timedelta(minutes=round(number * 24 * 60))
    return moment.date().isoformat() if number == int(number) else moment.isoformat()


def ods(data: bytes) -> Iterator[list[str]]:
    """The rows of an OpenDocument spreadsheet's first table; days and times in ISO 8601.

    Raises:
        DocumentError: It is damaged, too large, or no spreadsheet.
    """
    with opened(data) as package:
        root = parsed(package, "content.xml")
    table = next((each for each in root.iter() if local(each) == "table"), root)
    for row in (each for each in table.iter() if local(each) == "table-row"):
        cells: list[str] = []
        for cell in row:
            if local(cell) in ("table-cell", "covered-table-cell"):
                cells += [_ods_cell(cell)] * min(_repeated(cell, "number-columns-repeated"), _COLUMNS - len(cells))
        yield cells


def _ods_cell(cell: Element) -> str:
    stated = next((value for name, value in cell.attrib.items() if name.endswith("}date-value")), "")
    return stated or "\n\n".join("".join(each.itertext()).strip() for each in cell if local(each) == "p").strip()


def _repeated(cell: Element, name: str) -> int:
    value = next((value for key, value in cell.attrib.items() if key.endswith("}" + name)), "1")
    return int(value) if value.isdecimal() else 1
