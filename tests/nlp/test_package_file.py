from __future__ import annotations

from importlib.resources import files

from spacy.language import Language

from timeline import nlp
from timeline.nlp.package_file import packed, unpacked

LIMIT = 15_000_000


def test_a_pipeline_survives_packing(pipeline: Language) -> None:
    text = "Le ministre a été reçu par Angela Merkel à Berlin."
    again = unpacked(packed(pipeline))
    assert nlp.sentences(again(text)) == nlp.sentences(pipeline(text))


def test_packing_gives_the_same_bytes(pipeline: Language) -> None:
    assert packed(unpacked(packed(pipeline))) == packed(pipeline)


def test_the_packaged_data_is_small() -> None:
    data = files("timeline.nlp").joinpath("data")
    assert sum(len(file.read_bytes()) for file in data.iterdir() if file.is_file()) < LIMIT
