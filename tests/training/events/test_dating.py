"""The measure of dating on a TimeML corpus: gold triggers, with the corpus's time expressions and with our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.events.ranking.model import load
from training.events.dating import accuracy, nearest, read

TEXT = "Le maire a démissionné le 3 mars 2010. Il sera remplacé le 5 avril 2010."


def _document(resignation: str) -> str:
    """A line of a corpus; `resignation` is the day that it gives to "démissionné"."""
    spans = {
        one: (TEXT.index(one), TEXT.index(one) + len(one)) for one in ("démissionné", "le 3 mars 2010", "remplacé")
    }
    start, end = spans["le 3 mars 2010"]
    events = [
        {"start": spans[word][0], "end": spans[word][1], "eiid": f"ei{number}"}
        for number, word in enumerate(("démissionné", "remplacé"))
    ]
    given = {"start": start, "end": end, "text": TEXT[start:end], "type": "DATE", "value": resignation, "tid": "t1"}
    links = [{"eventInstanceID": "ei0", "relatedToTime": "t1", "relType": "IS_INCLUDED"}]
    return json.dumps(
        {"id": "a", "dct": "2010-03-04", "text": TEXT, "timexes": [given], "events": events, "tlinks": links}
    )


@pytest.mark.parametrize(("day", "own"), [("2010-03-03", 1.0), ("2010-03-02", 0.0)])
def test_a_linked_event_is_measured(tmp_path: Path, day: str, own: float) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(_document(day), encoding="utf-8")
    documents, model = read(corpus), load("fr")
    assert model is not None
    assert [[asked.relation for asked in one.asked] for one in documents] == [["INSIDE"]]
    assert accuracy(model, documents, given=True) == 1.0  # the corpus's expression dates it, whatever its value
    assert accuracy(model, documents, given=False) == own
    assert nearest(documents) == 1.0
