"""Counts the articles that contain each French stem, for `timeline/languages/fr/coref/document_frequencies.tsv`.

    python -m training.document_frequencies FOLDER_OF_TEXTS CONLLU... > TABLE

FOLDER_OF_TEXTS holds one article per .txt file (WiNER-fr was used). In CoNLL-U files (UD Sequoia, PUD and GSD were
used) each twelve sentences count as one article. Stems of fewer than `FEWEST` articles are left out.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from timeline.coref.features.vocabulary import stems

FEWEST = 5
SENTENCES_PER_ARTICLE = 12


def articles(folder: Path, conllu: list[Path]) -> list[str]:
    """The texts in which stems are counted."""
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))]
    for path in conllu:
        lines = path.read_text(encoding="utf-8").splitlines()
        sentences = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
        starts = range(0, len(sentences), SENTENCES_PER_ARTICLE)
        texts += [" ".join(sentences[start : start + SENTENCES_PER_ARTICLE]) for start in starts]
    return texts


def document_frequencies(texts: Iterable[str]) -> Counter[str]:
    """The number of texts that contain each stem."""
    return Counter(stem for text in texts for stem in set(stems("fr", text)))


def main() -> None:
    """Counts and prints."""
    folder, *conllu = map(Path, sys.argv[1:])
    counts = document_frequencies(articles(folder, conllu))
    sys.stdout.write("stem\tdocuments\n")
    for stem, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if count >= FEWEST:
            sys.stdout.write(f"{stem}\t{count}\n")


if __name__ == "__main__":
    main()
