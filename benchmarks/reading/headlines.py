"""Whether the headlines of many articles have the properties that each must have, and what they cost.

python -m benchmarks.reading.headlines FOLDER [COUNT]

FOLDER holds texts (`**/*.txt`); COUNT of them are read (200), evenly spread. Prints each property with the headlines
that lack it: the rules of the gate, that negations and figures stay, that a long headline is a sentence of the article,
and that its words stand in the article.
"""

from __future__ import annotations

import datetime
import re
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import timeline
from timeline.evaluation.headline_faults import faults
from timeline.events.headline.base.gate import LONGEST, broken
from timeline.events.headline.base.stems import stems
from timeline.events.headline.words import load
from timeline.model import Event

COUNT = 200
PUBLISHED = datetime.date(2020, 1, 15)
_WORDS = load("fr")
_NAMED = re.compile(r" \[[^]]*\]")
_STEM = 4
_NAME = 4


def _copied(event: Event, text: str) -> bool:
    """Whether the first letters of each long word stand in the article; a conjugated verb may change the others."""
    own = {stem[:_STEM] for stem in stems(event.title) if len(stem) > _STEM}
    return len(own - {stem[:_STEM] for stem in stems(text)}) <= 1


def _is_of_the_sentence(event: Event) -> bool:
    """Whether the words of the headline are those of the sentence, a name in place of its pronoun aside."""
    return len(stems(_NAMED.sub("", event.title)) - stems(event.quote)) <= _NAME


def _figures(event: Event, text: str) -> bool:
    return {stem for stem in stems(event.title) if stem.isdigit()} <= stems(text)


PROPERTIES: Mapping[str, Callable[[Event, str], bool]] = {
    "passes the gate": lambda event, _: not event.title_score or not broken(event.title, _WORDS, len(event.title)),
    "a long one is a sentence": lambda event, _: len(event.title) <= LONGEST or _is_of_the_sentence(event),
    "negations stay": lambda event, _: not {"lost negation", "half a negation"} & set(faults(event)),
    "figures are copied": _figures,
    "words are copied": _copied,
    "nothing is cut": lambda event, _: not event.title.endswith("…") or "»" in event.title,
}


def main(arguments: Sequence[str]) -> int:
    """Prints the properties and the headlines that lack them."""
    paths = sorted(Path(arguments[0]).rglob("*.txt"))
    count = int(arguments[1]) if len(arguments) > 1 else COUNT
    lacking: dict[str, list[str]] = {name: [] for name in PROPERTIES}
    headlines = 0
    start = time.process_time()
    for path in paths[:: max(1, len(paths) // count)][:count]:
        text = path.read_text(encoding="utf-8")
        for event in timeline.annotate(text, PUBLISHED).events:
            headlines += 1
            for name, holds in PROPERTIES.items():
                if not holds(event, text):
                    lacking[name].append(event.title)
    print(f"{headlines} headlines, {time.process_time() - start:.0f} CPU-seconds with reading")
    for name, titles in lacking.items():
        print(f"{name}: {1 - len(titles) / max(1, headlines):.4f}", *titles[:20], sep="\n    ")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
