"""A file read again after an edit is the file read whole: by hand, by random edits of a person, by random damage."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import examples
from tests.document.edit_scripts import MACHINE, PERSON, Diagnostics, Machine, understand
from timeline.archive.values import pickled, unpickled
from timeline.document import Document, Parsed, alone, at_rest, parse, parse_again, with_events
from timeline.document.parse.again import incremental

HEAD = "title: Essai\nlanguage: fr\n\n# lettre a : à laisser\nevents:\n# premier\n"
EVENT = """- id: e{n}
  date: 2020-0{n}-01
  title: Séance {n}
  people: [P. {n}, 'M. O''Neil']
  text: |
    Un *texte*.

    # pas un commentaire
  sources:
  - article: art{n}
    quote: "Il y a eu {n} lignes
      et d'autres."

# note {n}

"""
TEXT = HEAD + "".join(EVENT.format(n=n) for n in range(1, 8))
PIECES = (
    *(
        "- ",
        "\n",
        "\n- ",
        "  ",
        "'",
        '"',
        "#",
        ": ",
        "|",
        ">",
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a",
        "!t ",
        "---\n",
        "...\n",
    ),
    *("\t", "\r\n", "\ufeff", "\x00", "\n\n", "x", "é", "- id: e3\n", "title: Autre\n", "date: 2020-02-31\n", ","),
    *("  title: Deux fois\n", "\n  # note\n", "# note\n", "events:\n", "notes: oui\n", "%", "\u2028", "\x85"),
)
EDITS = (
    ("a title", "title: Séance 4", "title: Une autre séance"),
    ("a title of the first", "title: Séance 1\n", "title: Une autre séance\n"),
    ("a title of the last", "title: Séance 7\n", "title: Une autre séance\n"),
    ("a line more", "title: Séance 4\n", "title: Séance 4\n  status: denied\n"),
    ("an event less", EVENT.format(n=4), ""),
    ("an event more", EVENT.format(n=4), EVENT.format(n=4) + EVENT.format(n=9)),
    ("two events changed places", EVENT.format(n=4) + EVENT.format(n=5), EVENT.format(n=5) + EVENT.format(n=4)),
    ("a comment above", "# note 3\n", "# note 3\n# encore\n"),
    ("a warning", "date: 2020-04-01\n", "date: 2020-04-01\n  was: [2020-04]\n"),
    ("the letter of the edition", "# lettre a :", "# lettre b :"),
)
SEVERAL = (
    ("# lettre a :", "# lettre b :"),
    ("title: Séance 1\n", "title: La séance\n"),
    (EVENT.format(n=3), EVENT.format(n=8) + EVENT.format(n=3)),
    (EVENT.format(n=5), ""),
    ("# note 6\n", "  # note\n"),
    ("title: Séance 7\n", "title: Dernière séance\n"),
)


def same(found: Parsed, text: str, language: str = "en") -> bool:
    """Whether a text read again is the text read whole, with every node where it stands."""
    whole = parse(text, understand=understand, language=language)
    if found.document is None or whole.document is None:
        return found == whole
    nodes = [item.node for item in whole.document.items] == [item.node for item in found.document.items]
    return found == whole and nodes and found.document.root == whole.document.root


def read(text: str) -> Document:
    document = parse(text, understand=understand).document
    assert document is not None
    return document


def kept(document: Document) -> Document | None:
    """The document as another run finds it; None where it is not kept."""
    resting = at_rest(document)
    if resting is None:
        return None
    found, items = unpickled(pickled((replace(resting, items=()), tuple(map(alone, resting.items)))))
    assert isinstance(found, Document)
    return with_events(found, items)


@pytest.mark.parametrize("text", [TEXT, TEXT.rstrip("\n"), f"{TEXT}description: à la fin\n", HEAD + EVENT.format(n=1)])
def test_a_kept_document_is_the_one_that_was_read(text: str) -> None:
    found = kept(read(text))
    assert found is not None
    assert same(Parsed(found, ()), text)
    assert parse_again(text, before=found, understand=understand).document is found


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("title: Séance 4", "title: &a Séance 4"),
        TEXT.replace("\n", "\r\n"),
        "title: Essai\nevents: [{id: a, date: 2020, title: A}]\n",
        "title: Essai\nevents: []\n",
        "title: Essai\n",
    ],
)
def test_what_needs_the_rest_of_its_file_is_not_kept(text: str) -> None:
    assert kept(read(text)) is None


@pytest.mark.parametrize(("old", "new"), [edit[1:] for edit in EDITS], ids=[edit[0] for edit in EDITS])
def test_an_edit_is_read_without_the_rest(old: str, new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before, text = read(TEXT), TEXT.replace(old, new)
    assert text != TEXT
    with monkeypatch.context() as patch:
        patch.setattr(incremental, "parse", None)  # reading it whole would fail
        found = parse_again(text, before=before, understand=understand)
        resting = parse_again(text, before=kept(before), understand=understand)
    assert same(found, text)
    assert same(resting, text)


def test_several_edits_at_once_are_read_without_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXT + "".join(EVENT.format(n=n).replace(f"2020-0{n}", "2021-01") for n in range(20, 60))
    before = read(text)
    for old, new in SEVERAL:
        assert old in text
        text = text.replace(old, new, 1)
    sizes: list[int] = []
    whole = incremental.items_of

    def noted(*given: object) -> object:
        found = whole(*given)  # type: ignore[arg-type]  # its own arguments
        sizes.append(len(found))
        return found

    with monkeypatch.context() as patch:
        patch.setattr(incremental, "parse", None)
        patch.setattr(incremental, "items_of", noted)
        found = parse_again(text, before=before, understand=understand)
    assert same(found, text)
    assert sum(sizes) < 12


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Essai", "title: Autre"),
        ("# lettre a", "# lettre à"),
        ("title: Essai", "title: |\n  Essai\n# lettre a"),
        ("# premier", "# tout premier"),
        ("id: e4", "id: e3"),
        ("date: 2020-04-01", "date: 2020-02-31"),
        ("title: Séance 4", "title: &a Séance 4"),
        ("title: Séance 4", "title: 'Séance 4"),
        ("- id: e4", " - id: e4"),
        ("# note 4", "..."),
        ("# note 7", "description: à la fin"),
    ],
)
def test_what_is_more_than_an_edit_is_read_whole(old: str, new: str) -> None:
    text = TEXT.replace(old, new)
    assert same(parse_again(text, before=read(TEXT), understand=understand), text)


def test_warnings_move_with_their_events() -> None:
    warned = TEXT.replace('    quote: "Il y a eu 6', '    date: 2019\n    quote: "Il y a eu 6')
    before = read(warned)
    assert before.warnings
    for n in (2, 6, 7):
        text = warned.replace(f"title: Séance {n}\n", f"title: Séance {n}\n  ongoing: oui\n")
        assert same(parse_again(text, before=before, understand=understand), text)


@settings(max_examples=examples(80, 400))
@given(
    st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 60), st.sampled_from(PIECES)), max_size=4),
    st.integers(1, 4),
)
def test_any_damage_is_told_as_ever(damages: list[tuple[int, int, str]], at_once: int) -> None:
    before, text = read(TEXT), TEXT
    for number, (at, length, piece) in enumerate(damages, 1):
        text = text[:at] + piece + text[at + length :]
        if number % at_once:
            continue
        found = parse_again(text, before=before, understand=understand, language="fr")
        assert same(found, text, "fr")
        assert same(parse_again(text, before=kept(before), understand=understand, language="fr"), text, "fr")
        before = found.document or before


SMALL = st.integers(0, 30)
STEPS = st.lists(st.tuples(st.sampled_from((*PERSON, *MACHINE)), SMALL, SMALL), min_size=1, max_size=12)


@settings(max_examples=examples(40, 300), suppress_health_check=[HealthCheck.too_slow])
@given(events=st.integers(1, 6), steps=STEPS)
def test_a_person_at_work(events: int, steps: list) -> None:
    machine = Machine(events)
    diagnostics = Diagnostics(machine)
    before = read(diagnostics.text)
    for step, a, b in steps:
        step(diagnostics if step in PERSON else machine, a, b)
        found = parse_again(diagnostics.text, before=before, understand=understand)
        assert same(found, diagnostics.text)
        assert same(parse_again(diagnostics.text, before=kept(before), understand=understand), diagnostics.text)
        before = found.document or before
