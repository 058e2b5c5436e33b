"""How fast time expressions are found and dated, beside the limits of the machine.

    python -m benchmarks.reading.dates PATH... [--megabytes N]

PATH is a text file, or a folder of `.txt` files: their distinct prose is put together, none of it repeated. Prints the
cold start, then MB/s on that French prose for: a plain `str.find` scan, an engine that counts month names, spaCy's
blank tokenizer, finding, and finding and resolving with sentences given. Then how time grows from 10 KB, and what
adversarial text costs beside prose.
"""

from __future__ import annotations

import argparse
import datetime
import re
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import re2
import spacy

from timeline.model import Sentence, Span, Token
from timeline.timex.normalise import resolve
from timeline.timex.recognise import find

ADVERSARIAL = {
    "spaces": " ",
    "figures": "1",
    "figures and spaces": "12 ",
    "weekdays of weeks": "lundi de la semaine de ",
    "number words": "deux cent ",
    "ranges": "du 3 au ",
    "months": "mars ",
}
PUBLISHED = datetime.date(2020, 5, 20)


def prose(paths: Sequence[Path], size: int) -> str:
    """Distinct French prose of at most `size` characters: the files' texts, each paragraph once."""
    files = sorted(file for path in paths for file in ([path] if path.is_file() else path.rglob("*.txt")))
    seen: dict[str, None] = {}
    length = 0
    for file in files:
        for paragraph in _paragraphs(file.read_text(encoding="utf-8", errors="ignore")):
            if paragraph not in seen:
                seen[paragraph] = None
                length += len(paragraph) + 1
        if length >= size:
            break
    return "\n".join(seen)[:size]


def _paragraphs(text: str) -> Iterator[str]:
    """The lines of a text that are prose."""
    return (line for line in text.splitlines() if len(line) > 40)


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Sentences as a pipeline would give them, all with a past verb: reading is not what is measured."""
    read = []
    for found in re.finditer(r"[^.\n]+[.\n]?", text):
        words = list(re.finditer(r"\w+", found[0]))
        tokens = tuple(
            Token(index, found.start() + word.start(), found.start() + word.end(), word[0], word[0], "NOUN", 0, "obl")
            for index, word in enumerate(words)
        )
        verb = {"Tense": "Past", "VerbForm": "Fin", "Mood": "Ind"}
        first = tuple(Token(0, t.start, t.end, t.text, t.lemma, "VERB", 0, "root", verb) for t in tokens[:1])
        read.append(Sentence(Span(found.start(), found.end()), first + tokens[1:]))
    return tuple(read)


def dated(text: str, sentences: Sequence[Sentence] = ()) -> None:
    """Finds the expressions of a text and resolves them."""
    resolve(text, find(text), PUBLISHED, sentences)


def seconds(action: Callable[[], object]) -> float:
    """CPU seconds of one run, the better of two."""
    best = float("inf")
    for _ in range(2):
        begin = time.process_time()
        action()
        best = min(best, time.process_time() - begin)
    return best


def main() -> None:
    """Prints everything."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("paths", nargs="+", type=Path)
    arguments.add_argument("--megabytes", type=float, default=10)
    given = arguments.parse_args()
    text = prose(given.paths, int(given.megabytes * 1_000_000))
    sentences = sentences_of(text)
    begin = time.process_time()
    find(text[:1000])
    print(f"cold start {time.process_time() - begin:.2f} s; {len(text) / 1e6:.1f} MB of distinct prose")
    _print_engines(text, sentences)
    _print_growth(text, sentences)
    for name, unit in ADVERSARIAL.items():
        hostile = (unit * (1_000_000 // len(unit) + 1))[:1_000_000]
        print(f"1 MB of {name:22} {seconds(partial(dated, hostile)):8.3f} s")


def _print_engines(text: str, sentences: Sequence[Sentence]) -> None:
    tokenizer = spacy.blank("fr").tokenizer
    months = re2.compile("janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre")
    sample = text[: min(len(text), 1_000_000)]
    rows = {
        "str.find": (text, lambda: text.find("zzzz")),
        "RE2, months": (text, lambda: sum(1 for _ in months.finditer(text.encode()))),
        "spaCy blank tokenizer": (sample, lambda: tokenizer(sample)),
        "find": (text, lambda: find(text)),
        "find and resolve": (text, lambda: dated(text, sentences)),
    }
    for name, (scanned, action) in rows.items():
        print(f"{name:26}{len(scanned) / 1e6 / seconds(action):10.2f} MB/s")
    print(f"{len(find(text)):,} expressions")


def _print_growth(text: str, sentences: Sequence[Sentence]) -> None:
    for size in (10_000, 100_000, 1_000_000, len(text)):
        part = text[:size]
        read = tuple(sentence for sentence in sentences if sentence.span.end <= size)
        spent = seconds(partial(dated, part, read))
        print(f"{size / 1e6:8.2f} MB {spent:8.3f} s {size / 1e6 / spent:8.2f} MB/s")


if __name__ == "__main__":
    main()
