from __future__ import annotations

import pytest

from timeline.workflow.files import text_language

HEADS = [
    ("language: en\n", "en"),
    ('title: Port\nlanguage: "en"\nevents:\n', "en"),
    ("language: 'en-GB'  # the paper's\n", "en"),
    ("language:\ten_US\r\n", "en"),
    ("language: fr\n", "fr"),
    ("language: EN\n", "en"),
    # what is not the head's own line, or names no language that is read
    ("title: Port\n", "fr"),
    ("language: tlh\n", "fr"),
    ("  language: en\n", "fr"),
    ("# language: en\n", "fr"),
    ("title: 'language: en'\n", "fr"),
    ("language: [en\n", "fr"),
    ("language: en\nevents: [", "en"),  # broken further down
]


@pytest.mark.parametrize(("head", "language"), HEADS)
def test_the_language_that_a_head_states(head: str, language: str) -> None:
    assert text_language(head) == language
