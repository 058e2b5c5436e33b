"""How fast time expressions are found and dated, beside the limits of the machine.

    python benchmarks/dates.py [MEGABYTES]

Prints MB/s on the same French prose for: a plain `str.find` scan, a linear-time engine that counts month names, spaCy's
blank tokenizer, finding, and finding and resolving with sentences given. Then how time grows from 10 KB, and what
adversarial text costs beside prose.
"""

from __future__ import annotations

import datetime
import re
import sys
import time
from collections.abc import Callable

import re2
import spacy

from timeline.model import Sentence, Span, Token
from timeline.timex.normalise import resolve
from timeline.timex.recognise import find

PROSE = (
    "Le président de la région a annoncé mardi que le pont fermé depuis le 3 mars rouvrirait avant la fin du mois. "
    "Selon les services de l'État, qui ont mené une longue enquête auprès des riverains et des entreprises "
    "voisines, les travaux ont coûté près de douze millions d'euros et mobilisé une centaine d'ouvriers venus de "
    "toute la vallée. La veille, vers 18 h 30, plusieurs élus de l'opposition avaient pourtant demandé un nouveau "
    "report, en rappelant les promesses faites lors de la campagne de 2014 et les retards accumulés par les trois "
    "sociétés chargées du chantier. « Nous avons été entendus », s'est félicitée la maire, qui réclame une aide "
    "pour les commerces du centre, dont les ventes ont reculé de 8 % et dont plusieurs pourraient ne jamais "
    "retrouver leur clientèle. Une réunion est prévue jeudi à la préfecture avec les représentants des habitants, "
    "des transporteurs et des artisans.\n"
)
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


def prose(size: int) -> str:
    """French prose of `size` characters."""
    return (PROSE * (size // len(PROSE) + 1))[:size]


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


def seconds(action: Callable[[], object]) -> float:
    """CPU seconds of one run, the better of two."""
    best = float("inf")
    for _ in range(2):
        begin = time.process_time()
        action()
        best = min(best, time.process_time() - begin)
    return best


def main(megabytes: float = 10) -> None:
    """Prints everything."""
    text = prose(int(megabytes * 1_000_000))
    sentences = sentences_of(text)
    find(text[:1000])
    tokenizer = spacy.blank("fr").tokenizer
    months = re2.compile("janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre")
    sample = text[: min(len(text), 1_000_000)]
    rows = {
        "str.find": (text, lambda: text.find("zzzz")),
        "RE2, months": (text, lambda: sum(1 for _ in months.finditer(text.encode()))),
        "spaCy blank tokenizer": (sample, lambda: tokenizer(sample)),
        "find": (text, lambda: find(text)),
        "find and resolve": (text, lambda: resolve(text, find(text), PUBLISHED, sentences)),
    }
    for name, (scanned, action) in rows.items():
        print(f"{name:26}{len(scanned) / 1e6 / seconds(action):10.2f} MB/s")
    print(f"{len(find(text)):,} expressions")
    for size in (10_000, 100_000, 1_000_000, len(text)):
        part = text[:size]
        read = tuple(sentence for sentence in sentences if sentence.span.end <= size)
        spent = seconds(lambda part=part, read=read: resolve(part, find(part), PUBLISHED, read))
        print(f"{size / 1e6:8.2f} MB {spent:8.3f} s {size / 1e6 / spent:8.2f} MB/s")
    for name, unit in ADVERSARIAL.items():
        hostile = (unit * (1_000_000 // len(unit) + 1))[:1_000_000]
        spent = seconds(lambda hostile=hostile: resolve(hostile, find(hostile), PUBLISHED))
        print(f"1 MB of {name:22} {spent:8.3f} s")


if __name__ == "__main__":
    main(*(float(argument) for argument in sys.argv[1:2]))
