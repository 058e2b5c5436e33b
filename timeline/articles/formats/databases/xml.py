"""Records in XML: Factiva's articles, and any export whose elements are named for an article's fields."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from timeline.articles.formats.record import draft_of
from timeline.articles.metadata.fields import canonical, metadata_from
from timeline.articles.source import ReadOptions, Skipped, SourceFile, UndatedArticle
from timeline.articles.text.html_paragraphs import local, text_of_tree
from timeline.model import Problem

_TEXTS = ("leadpara", "leadparagraph", "tailparas", "tailparagraphs", "tailpara")
_NAMES = {
    "headline": "title", "sourcename": "publisher", "byline": "author", "accessionno": "id", "baselanguage": "language",
    "titrepresse": "publisher", "pageref": "page",
}  # fmt: skip
"""What Factiva and its like call the fields, and our names."""
_RECORDS = frozenset({"article", "document", "doc", "record", "item", "news", "row", "texte", "entry", "notice"})


def drafts_of_xml(
    root: Element, source: SourceFile, options: ReadOptions
) -> Iterator[UndatedArticle | Problem | Skipped]:
    """The articles of an XML export: elements that hold a title or a date, and a text.

    Args:
        root: The parsed file.
        source: Where it comes from, for paths and messages.
        options: What the user stated.

    Yields:
        A draft or a problem for each record; nothing where there are no such elements.
    """
    records = [record for element in root.iter() if local(element) in _RECORDS and (record := _record(element))]
    for number, record in enumerate(records, 1):
        draft = draft_of(record, source, number, 0, options)
        own = isinstance(draft, UndatedArticle) and record.get("id")  # the database's id is the same in another file
        yield dataclasses.replace(draft, stem=own) if isinstance(draft, UndatedArticle) and own else draft


def _record(element: Element) -> dict[str, str]:
    """The fields of one element; empty where it is not a record with a text and a title or a date."""
    record = {name: value for name, value in element.attrib.items() if canonical(name) or name.lower() in _NAMES}
    lead_and_tail = []
    for child in element:
        name, words = local(child), text_of_tree(child)
        if name in _TEXTS:
            lead_and_tail.append(words)
        elif words and (name in _NAMES or canonical(name)):
            record.setdefault(name, words if canonical(name) == "text" else " ".join(words.split()))
    record = {_NAMES.get(name.lower(), name): value for name, value in record.items()}
    if lead_and_tail:
        record["text"] = "\n\n".join(filter(None, lead_and_tail))
    fields = metadata_from(record, "", {})
    whole = (fields.get("text") or fields.get("html")) and (fields.get("title") or fields.get("date"))
    return record if whole else {}
