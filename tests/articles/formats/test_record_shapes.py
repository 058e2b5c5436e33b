"""Exports of content systems and readers as JSON and CSV: each with its day, title, text and author."""

# ruff: noqa: E501 - a record a line reads as a table

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.articles import read

ONE = "La préfecture a fermé mardi le pont de l'Aune après la découverte d'une fissure sur une pile."
TWO = "Les automobilistes passent par la rocade sud, et une expertise est attendue en avril."
HTML, TEXT = f"<p>{ONE}</p><p>{TWO}</p>", f"{ONE}\n\n{TWO}"
TITLE, AUTHOR, DAY = "Le pont de l'Aune est fermé", "Maëlle Le Goff", "2023-03-14"
NOON = f"{DAY}T05:12:00.000Z"

RECORDS: dict[str, object] = {
    "WordPress with the author embedded": [
        {"id": 812, "date": f"{DAY}T06:12:00", "status": "publish", "title": {"rendered": TITLE}, "content": {"rendered": HTML}, "author": 3, "_embedded": {"author": [{"id": 3, "name": AUTHOR, "description": "Née à Brest."}]}}
    ],
    "Drupal's JSON:API": {
        "jsonapi": {"version": "1.0"},
        "data": [{"type": "node--article", "id": "9f", "attributes": {"status": True, "title": TITLE, "created": f"{DAY}T06:12:00+01:00", "changed": "2023-04-01T06:12:00+02:00", "body": {"value": HTML, "format": "full_html", "processed": HTML}, "author": {"name": AUTHOR}}}],
    },
    "Strapi": {
        "data": [{"id": 4, "attributes": {"titre": TITLE, "contenu": TEXT, "createdAt": "2023-03-01T10:00:00.000Z", "publishedAt": NOON, "auteur": AUTHOR}}],
        "meta": {"pagination": {"page": 1}},
    },
    "Strapi with its author as a related record": {
        "data": [{"id": 4, "attributes": {"titre": TITLE, "contenu": TEXT, "publishedAt": NOON, "auteur": {"data": {"id": 3, "attributes": {"nom": AUTHOR}}}}}],
    },
    "Ghost, with a draft": {
        "db": [{"meta": {"version": "5.0"}, "data": {"posts": [
            {"id": "a1", "title": TITLE, "html": HTML, "status": "published", "published_at": NOON, "created_at": "2023-03-01T10:00:00.000Z", "author": AUTHOR},
            {"id": "a2", "title": "Brouillon", "html": HTML, "status": "draft", "published_at": None},
        ], "tags": [{"id": "t", "name": "Pont"}]}}]
    },
    "Arc XP": {
        "_id": "X1", "type": "story", "headlines": {"basic": TITLE}, "display_date": NOON, "first_publish_date": NOON, "credits": {"by": [{"type": "author", "name": AUTHOR}]},
        "content_elements": [{"type": "text", "content": ONE}, {"type": "image", "content": "x.jpg"}, {"type": "text", "content": TWO}],
    },
    "a reader's items": {
        "id": "feed/x",
        "items": [{"id": "tag:1", "title": TITLE, "published": 1678770720, "summary": {"direction": "ltr", "content": HTML}, "author": AUTHOR, "origin": {"title": "Le Courrier"}}],
    },
}  # fmt: skip


@pytest.mark.parametrize("case", RECORDS)
def test_records(case: str, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(json.dumps(RECORDS[case]), encoding="utf-8")
    found = read(["r.json"], tmp_path)
    said = [(str(each.published), each.title, each.text, each.author) for each in found.articles]
    assert said == [(DAY, TITLE, TEXT, AUTHOR)], found.problems


def test_articles_that_spip_holds_as_proposed_are_left_out(tmp_path: Path) -> None:
    rows = "".join(f'"{TITLE}";"{ONE}";"{DAY} 06:12:00";{state}\n' for state in ("publie", "prop", "prepa"))
    (tmp_path / "r.csv").write_text(f"titre;texte;date;statut\n{rows}", encoding="utf-8")
    found = read(["r.csv"], tmp_path)
    assert [each.title for each in found.articles] == [TITLE]
    assert [each.reason for each in found.skipped] == ["not published (prop)", "not published (prepa)"]


def test_the_empty_rows_that_a_spreadsheet_exports_are_no_records(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(f"titre;texte;date\n{TITLE};{ONE};{DAY}\n;;\n ; ;\n", encoding="utf-8")
    found = read(["r.csv"], tmp_path)
    assert [each.title for each in found.articles] == [TITLE]
    assert found.problems == ()
