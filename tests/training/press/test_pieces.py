"""Articles of other press are built from sentences and triggers: their offsets are right by construction."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.unseen_press.__main__ import FOLDERS
from training.press import pieces, regional
from training.press.annotation import FACTUALITY, FIELDS, MarkedArticle, annotated

SENTENCES = {
    1: "La crue menace",
    2: "La Meuse est montée hier, puis elle est montée encore.",
    3: "Le maire fermera le pont demain.",
}
OUTLINE = """
# er-900 1999-02-18 1 2-3
2|montée|La Meuse monte|1999-02-17|D;../D|a|3||Meuse
2|montée@2|La Meuse monte encore|D||r|2||
3|fermera|Le maire ferme le pont|1999-02-19||p|3|maire|
"""
PIECE = """# gp-z01 2004-05-06 faits divers
= Un pont fermé
La Meuse est montée hier.
Le pont tient.

Le maire fermera le pont demain.
--
1|montée|La Meuse monte|2004-05-05||a|3||Meuse
3|fermera|Le maire ferme le pont|2004-05-07||p|3|maire|
"""


def test_a_regional_article_is_built() -> None:
    (outline,) = regional.outlines(OUTLINE)
    text, annotation = annotated(regional.article(outline, SENTENCES))
    assert (
        text
        == "La crue menace\nLa Meuse est montée hier, puis elle est montée encore. Le maire fermera le pont demain."
    )
    found = [(event["trigger"], event["date"], event["factuality"]) for event in annotation["events"]]
    assert found == [
        ("montée", "1999-02-17", "asserted"),
        ("montée", "1999-02-18", "reported"),
        ("fermera", "1999-02-19", "planned"),
    ]
    for event in annotation["events"]:
        assert text[event["trigger_start"] : event["trigger_end"]] == event["trigger"]
        assert text[event["sent_start"] : event["sent_end"]] in SENTENCES.values()
    assert annotation["events"][0]["date_alts"] == ["1999-02-18", "../1999-02-18"]


def test_a_piece_is_built() -> None:
    (piece,) = pieces.pieces(PIECE)
    text, annotation = annotated(piece)
    assert text == "Un pont fermé\nLa Meuse est montée hier. Le pont tient.\nLe maire fermera le pont demain."
    assert [text[one["trigger_start"] : one["trigger_end"]] for one in annotation["events"]] == ["montée", "fermera"]
    assert [text[one["sent_start"] : one["sent_end"]][:8] for one in annotation["events"]] == ["La Meuse", "Le maire"]
    assert (annotation["id"], annotation["dct"], annotation["title"]) == ("gp-z01", "2004-05-06", "Un pont fermé")


def test_a_piece_needs_its_head() -> None:
    with pytest.raises(ValueError, match="head of a piece"):
        list(pieces.pieces("# gp-z02 hier\nUne phrase.\n--\n"))


def test_a_trigger_must_stand_in_its_sentence() -> None:
    (outline,) = regional.outlines("# er-901 1999-02-18 0 2-2\n2|descendue|La Meuse descend|D||a|3||")
    with pytest.raises(ValueError, match="descendue"):
        annotated(regional.article(outline, SENTENCES))


def test_the_regional_specification_is_whole() -> None:
    """Every line has its nine fields, every event a sentence of its own article; no sentence is in two articles."""
    found = regional.outlines(regional.SPEC.read_text(encoding="utf-8"))
    taken = [number for outline in found for number in outline.sentences]
    assert len(found) == 40
    assert len(taken) == len(set(taken))
    for outline in found:
        assert_lines(outline.events, {*outline.sentences})


@pytest.mark.parametrize("folder", [*FOLDERS.values(), pieces.WRITTEN], ids=lambda folder: folder.name)
def test_the_pieces_are_whole(folder: Path) -> None:
    """Every piece can be built; each has its own id; every name in a line stands in the piece."""
    found = pieces.in_folder(folder)
    assert len({piece.id for piece in found}) == len(found) > 0
    for piece in found:
        assert_lines(piece.events, {number for paragraph in piece.paragraphs for number in paragraph})
        assert_names(piece)


def assert_lines(lines: Sequence[str], sentences: set[int]) -> None:
    fields = [line.split("|") for line in lines]
    assert {len(each) for each in fields} <= {FIELDS}
    assert {int(each[0]) for each in fields} <= sentences
    assert {each[5].strip() for each in fields} <= FACTUALITY.keys()
    assert {each[6].strip() for each in fields} <= set("123")


def assert_names(piece: MarkedArticle) -> None:
    text, annotation = annotated(piece)
    names = [name for event in annotation["events"] for name in (*event["actors"], *event["places"])]
    assert [name for name in names if name not in text] == []
