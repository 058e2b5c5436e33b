"""The table of the names of pieces: its form, and every name where it says."""

from __future__ import annotations

import pytest

from training.corpora.entities import LABELS
from training.press import names, pieces, regional, stories
from training.press.annotation import MarkedArticle

TEXT = {1: "À Nancy, l'AS Nancy a battu Metz.", 2: "Nancy a fêté."}
ARTICLE = MarkedArticle("gp-z01", "2004-05-06", "Nancy bat Metz", [TEXT], [], "written for this project", "MIT")


def test_a_name_is_marked_wherever_it_stands() -> None:
    known = names.table(["gp-z01\tORG\tAS Nancy | Nancy@1@4 | Metz", "gp-z01\tLOC\tNancy@2"])
    found = names.marked(ARTICLE, known["gp-z01"])
    assert [(found.text[start:end], label) for start, end, label in found.spans] == [
        ("Nancy", "ORG"),
        ("Metz", "ORG"),
        ("Nancy", "LOC"),
        ("AS Nancy", "ORG"),
        ("Metz", "ORG"),
        ("Nancy", "ORG"),
    ]


@pytest.mark.parametrize("line", ["gp-z01\tORG", "gp-z01\tTEAM\tMetz", "gp-z01\tLOC\tMetz\nNancy\t"])
def test_a_line_has_its_form(line: str) -> None:
    with pytest.raises(ValueError, match="no line of names"):
        names.table([line])


def test_a_label_has_one_line() -> None:
    with pytest.raises(ValueError, match="two lines of LOC"):
        names.table(["gp-z01\tLOC\tMetz", "gp-z01\tLOC\tNancy"])


@pytest.mark.parametrize("written", ["Toul", "Nanc", "Metz@3"])
def test_a_name_must_stand_in_its_piece(written: str) -> None:
    with pytest.raises(ValueError, match=r"stands there [02] times"):
        names.marked(ARTICLE, names.table([f"gp-z01\tLOC\t{written}"])["gp-z01"])


def test_the_table_is_whole() -> None:
    """Each of its ids is a piece, and each of its names stands there."""
    known = names.table(names.TABLE.read_text(encoding="utf-8").splitlines())
    of_stories = [article for story in stories.in_folder() for article in story.articles]
    written = [*pieces.in_folder(pieces.WRITTEN), *of_stories]
    of_region = {outline.id for outline in regional.outlines(regional.SPEC.read_text(encoding="utf-8"))}
    assert known.keys() <= {piece.id for piece in written} | of_region
    assert len(known) >= 1198
    for piece in written:
        spans = names.marked(piece, known.get(piece.id, ())).spans
        assert {label for _, _, label in spans} <= set(LABELS.values())
