"""The regional articles are built from sentence numbers and triggers: their offsets are right by construction."""

from __future__ import annotations

import pytest

from training.regional_press import SPEC, article, pieces

SENTENCES = {
    1: "La crue menace",
    2: "La Meuse est montée hier, puis elle est montée encore.",
    3: "Le maire fermera le pont demain.",
}
MADE = """
# er-900 1999-02-18 1 2-3
2|montée|La Meuse monte|1999-02-17|D;../D|a|3||Meuse
2|montée@2|La Meuse monte encore|D||r|2||
3|fermera|Le maire ferme le pont|1999-02-19||p|3|maire|
"""


def test_an_article_is_built() -> None:
    (piece,) = pieces(MADE)
    text, annotation = article(piece, SENTENCES)
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


def test_a_trigger_must_stand_in_its_sentence() -> None:
    (piece,) = pieces("# er-901 1999-02-18 0 2-2\n2|descendue|La Meuse descend|D||a|3||")
    with pytest.raises(ValueError, match="descendue"):
        article(piece, SENTENCES)


def test_the_specification_is_whole() -> None:
    """Every line has its nine fields, every event a sentence of its own article; no sentence is in two articles."""
    found = pieces(SPEC.read_text(encoding="utf-8"))
    taken = [number for piece in found for number in piece.sentences]
    assert len(found) == 40
    assert len(taken) == len(set(taken))
    for piece in found:
        fields = [line.split("|") for line in piece.events]
        assert {len(each) for each in fields} <= {9}
        assert {int(each[0]) for each in fields} <= {*piece.sentences}
        assert {each[5].strip() for each in fields} <= set("arpdc")
        assert {each[6].strip() for each in fields} <= set("123")
