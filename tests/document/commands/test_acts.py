"""Each act of the editor in the browser as a patch: what it takes out of the file and what it writes, nothing else."""

from __future__ import annotations

import difflib
import re

import pytest

from tests.document.examples import read, understand
from timeline.document.commands.acts.perform import perform
from timeline.document.commands.acts.reading import Reading, in_any, reading
from timeline.document.commands.acts.types import Act, Add, Mark, Merge, Redate, Rename, Retitle, Split, Take

TEXT = """\
title: Essai
language: fr
events:
# vérifié au greffe
- id: a
  date: 2022-12-19  # registre
  title: Visite
  people: [Poutine]
  sources:
  - article: x
    quote: Une visite.  # p. 3
  # à compléter

# ==== fin décembre ====

# grève nationale
- id: b
  date: 2022-12-20
  title: "Grève"  # titre du Monde
  confirmed: true
  people: [Poutine, Borne]
  notes: à revoir
  x-page: 3
  sources:
  - article: y
    quote: Une grève. # p. 4
  - article: z
    quote: Encore.

- id: c
  date: 2023
  title: Fin
"""
FLOW = """\
title: Essai
events: [{id: a, date: 2020, title: Un}, {id: b, date: 2021, title: Deux, sources: [{url: "https://e.org/b"}]}]
"""
CANDIDATES = "title: Autres\nevents:\n- id: q\n  date: 2022-12-21\n  title: Écartée\n  sources:\n  - article: x\n"
ANCHOR = "title: T\nevents:\n- id: a\n  date: 2020\n  title: &t Un\n- id: b\n  date: 2021\n  title: *t\n"


def diff(before: str, after: str) -> list[str]:
    """The lines that differ, blank ones left out."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line not in ("+", "-") and not line.startswith(("---", "+++", "@@"))]


ACTS: list[tuple[str, Act, list[str]]] = [
    ("confirm", Mark("a", "confirmed"), ["+  confirmed: true"]),
    ("confirmed already", Mark("b", "confirmed"), []),
    ("not confirmed", Mark("b", "confirmed", False), ["-  confirmed: true"]),
    ("hide", Mark("c", "hidden"), ["+  hidden: true"]),
    ("shown already", Mark("c", "hidden", False), []),
    (
        "retitle keeps quotes and comment",
        Retitle("b", " Grève :\n deux jours "),
        ['-  title: "Grève"  # titre du Monde', '+  title: "Grève : deux jours"  # titre du Monde'],
    ),
    ("redate", Redate("a", "2022-12"), ["-  date: 2022-12-19  # registre", "+  date: 2022-12  # registre"]),
    ("redate in words", Redate("c", "1er mars 2020"), ["-  date: 2023", "+  date: 2020-03-01"]),
    ("unknown date", Redate("c", "inconnue"), ["-  date: 2023", "+  date: inconnue"]),
    (
        "names, each once and on one line",
        Rename("b", "Borne\n  Élisabeth   Borne \n\nBorne", "- Paris: 5e\nnull"),
        [
            "-  people: [Poutine, Borne]",
            "+  people: [Borne, Élisabeth Borne]",
            '+  places: ["- Paris: 5e", "null"]',
        ],
    ),
    ("the same names", Rename("a", "Poutine", ""), []),
    ("no names", Rename("a", " \n", ""), ["-  people: [Poutine]"]),
    (
        "merge forward",
        Merge("a", "b"),
        [
            "-# vérifié au greffe",
            "-- id: a",
            "-  date: 2022-12-19  # registre",
            "-  title: Visite",
            "-  people: [Poutine]",
            "-  sources:",
            "-  - article: x",
            "-    quote: Une visite.  # p. 3",
            "-  # à compléter",
            "+# vérifié au greffe",
            "+# registre",
            "+# p. 3",
            "+# à compléter",
            "+  - article: x",
            "+    quote: Une visite.",
        ],
    ),
    (
        "merge back",
        Merge("b", "a"),
        [
            "+# grève nationale",
            "+# titre du Monde",
            "+# p. 4",
            "-  people: [Poutine]",
            "+  people: [Poutine, Borne]",
            "+  notes: à revoir",
            '+  - article: "y"',
            "+    quote: Une grève.",
            "+  - article: z",
            "+    quote: Encore.",
            "+  x-page: 3",
            "-# grève nationale",
            "-- id: b",
            "-  date: 2022-12-20",
            '-  title: "Grève"  # titre du Monde',
            "-  confirmed: true",
            "-  people: [Poutine, Borne]",
            "-  notes: à revoir",
            "-  x-page: 3",
            "-  sources:",
            "-  - article: y",
            "-    quote: Une grève. # p. 4",
            "-  - article: z",
            "-    quote: Encore.",
        ],
    ),
    ("merge the last", Merge("c", "b"), ["-- id: c", "-  date: 2023", "-  title: Fin"]),
    (
        "split",
        Split("b", "Encore une", "2022-12-21", (1, 7)),
        ["+- id: ID", "+  date: 2022-12-21", "+  title: Encore une", "+  sources:"],
    ),
    (
        "split one source: both cite it",
        Split("a", "Une autre", "2022-12-19", (0,)),
        [
            "+- id: ID",
            "+  date: 2022-12-19",
            "+  title: Une autre",
            "+  sources:",
            "+  - article: x",
            "+    quote: Une visite.",
        ],
    ),
    (
        "add",
        Add("Nouvel an", "2023-01-01", "Des vœux.\n\nDes feux.", "https://e.org"),
        [
            "+- id: ID",
            "+  date: 2023-01-01",
            "+  title: Nouvel an",
            "+  text: |-",
            "+    Des vœux.",
            "+    Des feux.",
            "+  sources:",
            "+  - url: https://e.org",
        ],
    ),
    (
        "take",
        Take("q", CANDIDATES),
        ["+- id: ID", "+  date: 2022-12-21", "+  title: Écartée", "+  sources:", "+  - article: x"],
    ),
]


@pytest.mark.parametrize(("act", "lines"), [case[1:] for case in ACTS], ids=[case[0] for case in ACTS])
def test_an_act_changes_its_lines_alone(act: Act, lines: list[str]) -> None:
    edited = perform(read(TEXT), None, act, understand=understand)
    assert edited.text is not None, edited.problems
    told = [re.sub(f'^\\+- id: "?{edited.id}"?$', "+- id: ID", line) for line in diff(TEXT, edited.text)]
    assert told == lines
    assert edited.id in {item.id for item in read(edited.text).items}


@pytest.mark.parametrize("act", [case[1] for case in ACTS], ids=[case[0] for case in ACTS])
def test_no_comment_is_lost(act: Act) -> None:
    edited = perform(read(TEXT), None, act, understand=understand)
    assert edited.text is not None
    comments = {"# " + line.split("# ", 1)[1] for line in TEXT.splitlines() if "# " in line}
    assert {comment for comment in comments if comment not in edited.text} == set()


@pytest.mark.parametrize(
    ("act", "line"),
    [
        (Retitle("a", "Un, deux"), 'events: [{id: a, date: 2020, title: "Un, deux"}, '),
        (Merge("b", "a"), "events: [{id: a, date: 2020, title: Un, sources: [{url: https://e.org/b}]}]"),
        (Mark("b", "hidden"), "hidden: true"),
    ],
)
def test_a_list_in_brackets(act: Act, line: str) -> None:
    edited = perform(read(FLOW), None, act, understand=understand)
    assert line in (edited.text or "")


REFUSED: list[tuple[str, Act, str]] = [
    (TEXT, Mark("zz", "hidden"), "“zz”"),
    (TEXT, Retitle("a", " \n "), "title"),
    (TEXT, Redate("a", ""), "write a date"),
    (TEXT, Redate("a", "2022-02-31"), "`2022-02-28`"),
    (TEXT, Redate("a", "mardi"), "no year"),
    (TEXT, Merge("a", "a"), "itself"),
    (TEXT, Merge("a", "zz"), "“zz”"),
    (TEXT, Split("b", "T", "2020"), "at least one source"),
    (TEXT, Split("b", "", "2020", (0,)), "title"),
    (TEXT, Add("T", "2020", url="javascript:alert(1)"), "address"),
    (TEXT, Add("", "2020"), "title"),
    (TEXT, Take("a", CANDIDATES), "already"),
    (TEXT, Take("nowhere", CANDIDATES), "no candidate"),
    (TEXT, Take("q", "events: ["), "no candidate"),
    (TEXT.replace("title: Fin", "title: Fin\n  x-page: 4"), Merge("b", "c"), "x-page"),
    (ANCHOR, Retitle("b", "Autre"), "reference"),
]


@pytest.mark.parametrize(("text", "act", "told"), REFUSED)
def test_what_cannot_be_done_is_told(text: str, act: Act, told: str) -> None:
    edited = perform(read(text), None, act, understand=understand)
    assert edited.text is None
    assert told in " ".join(problem.message for problem in edited.problems)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_and_a_byte_order_mark_stay(newline: str) -> None:
    text = "\ufeff" + TEXT.replace("\n", newline)
    edited = perform(read(text), None, Merge("b", "a"), understand=understand)
    assert edited.text is not None
    assert edited.text.startswith("\ufeff")
    assert edited.text.count("\n") == edited.text.count(newline)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("", "fr", Reading()),
        ("2022-03-21", "fr", Reading("lundi 21 mars 2022", "2022-03-21")),
        ("1er mars 2020", "en", Reading("Sunday 1 March 2020", "2020-03-01")),
        ("mars 2020", "fr", Reading("mars 2020", "2020-03")),
        ("inconnue", "fr", Reading("inconnue")),
    ],
)
def test_a_date_is_read_while_it_is_typed(text: str, language: str, expected: Reading) -> None:
    assert reading(text, in_any([lambda _: None, understand]), language) == expected


def test_a_wrong_date_is_told_with_its_cure() -> None:
    read_ = reading("31 février 2022", understand, "fr")
    assert read_.edtf == ""
    assert "2022-02-28" in read_.fault
