"""The wider pattern: it matches wherever the pattern does, and excludes what it can."""

from __future__ import annotations

import re

import pytest

from timeline.languages.patterns import search_set, wider

TEXTS = (
    "(pont)", "[pont", "a.b", "]b",
    "", "a", "A", "é", "É", "le pont", "le\u00a0pont", "Le Pont", "pont pont", "le pont ferme.", "ouvert !", "3 mars",
    "n'a pas", "n’a pas", "qu'il parte", "aXb", "a\nb", "a b", "œuvre", "x" * 1200, "12:30", "½", "٣", "\n", "abc",
)  # fmt: skip
PATTERNS = (
    "pont", "^pont", "pont$", r"\bpont\b", "(?i)LE pont", "(?i:le) Pont", "(?i)(?-i:L)e", "[a-c]", "[^a-c]", r"[^\w]",
    r"\d+", r"\w\s\w", r"\S\S", r"(\w+) \1", r"(?P<one>\w+) (?P=one)", "le(?= pont)", "le(?! pont)", "(?<=le )pont",
    "(?<!le )pont", "^(?=.*pont)(?!.*ferme)", "^(?!.*pont).*e$", "a.b", "(?s)a.b", "a|é|^$", "(?:ab?){1,3}c", "a{0}b?",
    "x{1100}", "(?>po)nt", "po++nt", "[éè]", "(?i)É", "œ", "['’]$", "(?m)^b", "(?i)[a-c]x", "(?:a(?=b))bc",
    "x{,3}a", r"[\w'’]+ pont", r"[^\s]$", r"\u00e9", r"[\u00e9]", "(?<!le (?:b|p))pont", "[]a]b", r"\(?pont\)?",
    r"[(\[]?pont", "c|a(?=b)", "a(?=b)|p", "(?=pont|a)", "(?=p)(?=po)", r"(?x)po nt", r"\Apont\Z", r"a\.?b", "(?i)œ|É",
)  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
def test_it_is_found_wherever_the_pattern_is(pattern: str) -> None:
    searched, found = re.compile(pattern), search_set([wider(re.compile(pattern))], accents=True)
    assert [text for text in TEXTS if searched.search(text) and not found(text.encode())] == []


@pytest.mark.parametrize(
    ("pattern", "refused"),
    [
        ("pont", "le pon"),
        ("^pont", "le pont"),
        ("pont$", "le pont ferme"),
        ("(?i:le) Pont", "le pont"),
        ("^(?=.*pont)(?!.*ferme)", "la rue"),
        (r"\d+ mars", "en mars"),
        ("(?:ab?){2}c", "ac"),
        ("[^a-c]d", "cd"),
        ("c|a(?=b)", "a"),
        (r"[\w'’] pont", ", pont"),
        ("a{,1}b", "a"),
    ],
)
def test_it_excludes_what_it_can(pattern: str, refused: str) -> None:
    assert search_set([wider(re.compile(pattern))], accents=True)(refused.encode()) == []


def test_a_pattern_without_a_counterpart_is_found_everywhere() -> None:
    assert wider(re.compile(r"(a)?(?(1)b|c)")) == ""
    assert wider(re.compile("^b", re.MULTILINE)) == ""
