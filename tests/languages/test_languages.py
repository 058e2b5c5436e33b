"""Languages are folders; the engine has no word of any of them; folding keeps every offset."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
import timeline.timex.normalise
import timeline.timex.recognise
from timeline import languages
from timeline.languages.folding import fold_bytes
from timeline.languages.fr.time import numbers


def test_there_are_french_and_english() -> None:
    assert {"en", "fr"} <= set(languages.available())


def test_a_region_is_read_as_its_language() -> None:
    assert languages.get("fr-CA") is languages.get("fr_BE")


def test_an_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(LookupError, match="en, fr"):
        languages.get("xx")


def strings_of_code(path: Path) -> list[str]:
    """The string constants of a module, its docstrings aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in said)
    return [node.value for node in constants if isinstance(node.value, str)]


@pytest.mark.parametrize("code", languages.available())
def test_every_kind_that_a_join_names_is_made_by_a_rule_or_a_join(code: str) -> None:
    language = languages.get(code)
    made = {rule.kind for rule in language.rules} | {join.kind for join in language.joins}
    named = {kind for join in language.joins for kind in (*join.left, *join.right)}
    assert named <= made


def test_the_engine_has_no_word_of_any_language() -> None:
    """No string of the engine's code, patterns included, has a word of a language's classes or an accent."""
    words = {
        word
        for code in languages.available()
        for name in ("month", "weekday", "season", "unit", "period", "part")
        for forms in languages.get(code).words[name]
        for word in forms.replace("?", "").split("|")
        if len(word) > 3
    }
    particles = {word.strip().lower() for word in languages.get("fr").articles}
    for package in (timeline.timex.recognise, timeline.timex.normalise):
        paths = Path(package.__file__ or "").parent.glob("*.py")
        for path in (path for path in paths if path.name != "problems.py"):  # which has messages for people
            for text in strings_of_code(path):
                assert text.isascii() or not any(letter.isalpha() and ord(letter) > 127 for letter in text), path.name
                is_key = re.fullmatch(r"[a-z0-9_.]+", text)  # "new_year_eve", "dates.slip.alone"
                assert not (words | particles) & {*([text] if is_key else re.findall(r"[a-z']+", text))}, (
                    path.name,
                    text,
                )


PACKAGE = Path(timeline.__file__ or "").parent
OF_FILES_AND_INTERFACE = {
    "articles/formats/databases": "labels that press databases print in their files",
    "articles/formats/documents/sheets.py": "the tags of a workbook's XML",
    "cli": "examples in messages",
    "document/merge/edition.py": "the names of editions that people write into the YAML",
    "document/parse": "the French names of fields in the YAML",
    "i18n": "the texts of the interface",
    "languages": "words live here",
    "site/exports/texts/wikitext.py": "the templates of the French Wikipedia",
}
"""Where words are no words of articles but part of a file's form, and why."""
WORDLESS = sorted(
    path for path in PACKAGE.rglob("*.py")
    if not path.relative_to(PACKAGE).as_posix().startswith(tuple(OF_FILES_AND_INTERFACE))
)  # fmt: skip
NO_WORDS = {"minute", "on", "point", "plus", "or", "aux", "de", "en", "ni", "y", "est", "vague"}
"""French words that the code has as words of English, relations of a parse, codes of languages, dates or time zones."""
CHARACTERS = re.compile(r"\[[^\]]*\]")
"""A class of characters in a pattern: letters of any alphabet, no word."""
LONGEST_WORD = 40
"""A longer string without a blank is an alphabet."""


def words_of_french(path: Path, words: set[str]) -> list[str]:
    """The strings of a file's code that are one of the words or have an accented letter."""
    found = []
    for text in (text for text in strings_of_code(path) if len(text) > 1):
        letters = "" if len(text) > LONGEST_WORD and " " not in text else CHARACTERS.sub("", text)
        if text in words or any(letter.isalpha() and ord(letter) > 127 for letter in letters):
            found.append(text)
    return found


def test_no_room_has_a_word_of_french() -> None:
    """No string of its code has an accented word or is a French function word: words live in `languages`."""
    with (PACKAGE / "languages" / "fr" / "function_words.toml").open("rb") as file:
        lines = tomllib.load(file)["words"].values()
    words = {word for line in lines for word in line.split() if not word.isdigit()} - NO_WORDS
    assert len(WORDLESS) > 300
    found = {str(path.relative_to(PACKAGE)): words_of_french(path, words) for path in WORDLESS}
    assert {path: texts for path, texts in found.items() if texts} == {}


@settings(deadline=None)
@given(st.text(max_size=200))
def test_folding_keeps_every_offset(text: str) -> None:
    folded = fold_bytes(text)
    assert len(folded) == len(text)
    assert folded.isascii()


@settings(deadline=None)
@given(st.text(st.characters(exclude_characters="\n") | st.sampled_from("éœ’`")))
def test_letters_fold_alike_wherever_they_stand(text: str) -> None:
    assert fold_bytes(text) == b"".join(map(fold_bytes, text))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("L’Été à 20 h", b"L'Ete a 20 h"),
        ("dés‑lors…", b"des-lors."),
        ("Œuvre, 東京, 😀.", b"xuvre, ??, ?."),
        ("n° 3 – 4 €", b"no 3 - 4 $"),
        ("le 12\nmars", b"le 12 mars"),
        ("à 19 h 50\n16 avril 2019 : le chef", b"a 19 h 50\n16 avril 2019 : le chef"),
        ("en mai\n1940 : la fin", b"en mai\n1940 : la fin"),
        ("la guerre de\n1914 - 1918", b"la guerre de 1914 - 1918"),
        ("Titre\n\nMardi", b"Titre\n\nMardi"),
    ],
)
def test_folding(text: str, folded: bytes) -> None:
    assert fold_bytes(text) == folded


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("vingt-cinq", 25), ("quatre-vingt-dix-neuf", 99), ("deux mille dix-huit", 2018), ("soixante et onze", 71),
        ("mille neuf cent quatre-vingt", 1980), ("deux cents", 200), ("cent vingt", 120), ("2 400", 2400), ("1,5", 1.5),
        ("trois cent quarante mille deux cent un", 340_201), ("un million deux cent mille", 1_200_000),
    ],
)  # fmt: skip
def test_french_numbers(text: str, value: float) -> None:
    assert numbers.number(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("une quinzaine de ", 15), ("quelques ", None), ("trois ", 3), ("deux dizaines de ", 20)]
)
def test_french_counts(text: str, value: float | None) -> None:
    assert numbers.count(text) == value


@pytest.mark.parametrize(("text", "value"), [("XIXe", 19), ("18e", 18), ("dix-neuvieme", 19), ("XXIe", 21), ("Ier", 1)])
def test_french_centuries(text: str, value: int) -> None:
    assert numbers.century(text) == value
