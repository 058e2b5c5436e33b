"""Numbers in the interface's texts: a noun behind one agrees with it, in every language and every text there is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import timeline
from timeline.i18n.texts import languages, say, texts

NEVER_ONE = {
    "count_": "the most elements of a page",
    "days": "the days of a month",
    "found": "a file that holds several articles",
    "limit": "the most characters of a file",
    "most": "the most records of an archive",
    "pages": "a document longer than an article",
    "rows": "the most rows of a sheet",
    "seconds": "how long a site may take",
    "total": "all places of a map, not fewer than those that are counted before them",
}
"""Holes before plural nouns that are never filled with 0 or 1, and what fills them."""
INVARIABLE = {
    "en": {"as", "is", "has", "by", "its", "expands", "states", "contradicts"},
    "fr": {"fois", "plus", "compris", "aux"},
}
"""Words that end like a plural and are none."""
_BEHIND = re.compile(r"\{(\w+)\}[ \u00a0\u202f](?:(?:other|more|autres?|million|A4)[ \u00a0])?([^\W\d_]+)")
_LIST = re.compile(r"\}[^.;]*, \{\w+\} [a-z]+s\b")
"""Several numbers in a row, each before a noun: no choice of singular and plural fits them all."""
_CODE = Path(timeline.__file__).parent
_PREFIXES = ("", "articles.", "build.", "document.", "editor.", "pages.")

ALL = [(language, key) for language in languages() for key, text in texts(language).items() if isinstance(text, str)]


def plurals(language: str, text: str) -> Iterator[tuple[str, str]]:
    """Pairs of a hole and the plural noun right behind it."""
    ends = ("s", "x") if language == "fr" else ("s",)
    for found in _BEHIND.finditer(text):
        if found[2].endswith(ends) and found[2] not in INVARIABLE[language]:
            yield found[1], found[2]


@pytest.mark.parametrize(("language", "text", "found"), [
    ("en", "{count} files left out", [("count", "files")]),
    ("en", "{count} other files were left out", [("count", "files")]),
    ("en", "{count} file left out", []),
    ("en", "{day} is a Monday", []),
    ("fr", "{count} lieux sur {total}", [("count", "lieux")]),
    ("fr", "{count} de plus", []),
])  # fmt: skip
def test_plural_nouns_are_found(language: str, text: str, found: list[tuple[str, str]]) -> None:
    assert list(plurals(language, text)) == found


def test_a_plural_behind_a_number_has_its_singular() -> None:
    wrong = [
        (language, key, noun)
        for language, key in ALL
        for hole, noun in plurals(language, texts(language)[key])
        if not (key.endswith(".many") and hole == "count") and hole not in NEVER_ONE
    ]
    assert not wrong


def test_the_command_lines_plurals_have_their_singulars() -> None:
    with (_CODE / "cli/locale/fr/LC_MESSAGES/messages.po").open("rb") as file:
        catalogue = list(read_po(file))
    wrong = [
        (language, noun)
        for each in catalogue
        if isinstance(each.id, str) and isinstance(each.string, str)
        for language, text in (("en", each.id), ("fr", each.string))
        for _, noun in plurals(language, text)
    ]
    assert not wrong
    assert any(each.pluralizable for each in catalogue)
    assert not [each.id for each in catalogue if _LIST.search(str(each.id))]


def test_no_text_leaves_the_number_to_its_reader() -> None:
    assert not [each for each in ALL if re.search(r"\w\((?:s|es|x|nt|ent)\)", texts(each[0])[each[1]])]


def test_singulars_and_plurals_come_in_pairs() -> None:
    pairs = {(language, key.rpartition(".")[0]) for language, key in ALL if key.endswith((".one", ".many"))}
    missing = [
        (language, key, form)
        for language, key in pairs
        for form in ("one", "many")
        if f"{key}.{form}" not in texts(language)
    ]
    assert not missing
    assert {key for language, key in pairs if language == "fr"} == {key for language, key in pairs if language == "en"}


def test_whoever_says_a_counted_text_gives_its_count() -> None:
    known = texts("en")
    counted, without = set(), []
    for path in sorted(_CODE.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            said = [each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            keys = {prefix + each for each in said for prefix in _PREFIXES if f"{prefix}{each}.many" in known}
            counted |= keys
            if keys and call.keywords and "count" not in {each.arg for each in call.keywords}:
                without.append((str(path.relative_to(_CODE)), call.lineno, keys))
    assert not without
    assert {"articles.left_out", "articles.warc.packed", "build.read", "pages.map_intro"} <= counted


@pytest.mark.parametrize(("language", "number", "said"), [
    ("en", 1, " (1 other file was left out)"), ("en", 2, " (2 other files were left out)"),
    ("fr", 1, " (1 autre fichier a été laissé de côté)"), ("fr", 2, " (2 autres fichiers ont été laissés de côté)"),
    ("fr", 0, " (0 autre fichier a été laissé de côté)"), ("en", 0, " (0 other files were left out)"),
])  # fmt: skip
def test_a_number_chooses_its_text(language: str, number: int, said: str) -> None:
    assert say(language, "articles.left_out", count=number) == said
