"""Converts treebanks to spaCy's training documents, with variations that the press has and treebanks lack."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from timeline.lines.first_letter import uncapitalised
from training.corpora import conllu
from training.corpora.conllu import TreebankSentence, Word
from training.corpora.scheme import WEEKDAYS, harmonised

ATTRIBUTES = ("ORTH", "SPACY", "TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START")
OWN = Path(__file__).parent.parent / "press"
"""The folder of the project's own trees, which are of the press: `trees` to learn from, `trees-test` for the scores."""

NEWLINE = Word("\n\n", "\n\n", "SPACE", {}, -1, "dep", space_after=False)


@dataclass(frozen=True, slots=True)
class Mix:
    """The composition of a training document.

    It has the largest number of sentences, and the probabilities that a paragraph ends between two of them, that a
    sentence has no full stop, no capital, or a day after its verb, that a heading of another text precedes a sentence,
    and that a heading is in capitals.
    """

    sentences: int = 8
    paragraphs: float = 0.2
    unstopped: float = 0.08
    lowered: float = 0.03
    dated: float = 0.1
    headed: float = 0.0
    shouted: float = 0.0


SPLITTING = Mix(sentences=12, headed=0.1, shouted=0.2)
"""For the sentence splitter: the treebanks have few headings, and real texts have many."""


def sentences(folder: Path, names: Iterable[str]) -> Iterator[TreebankSentence]:
    """The sentences of some treebanks, in the common scheme; a name that `folder` lacks is one of the project's own."""
    for name in names:
        path = folder / f"{name}.conllu"
        yield from map(harmonised, conllu.read(path if path.exists() else OWN / f"{name}.conllu.gz"))


def plain(folder: Path, name: str, vocab: Vocab, size: int = 10) -> DocBin:
    """A treebank without variations, for the scores: `size` sentences per document, joined by a space."""
    read = list(sentences(folder, [name]))
    return _bin(_document(read[start : start + size], vocab) for start in range(0, len(read), size))


def training(folder: Path, names: Iterable[str], vocab: Vocab, seed: int, mix: Mix) -> DocBin:
    """Documents to train on: runs of neighbouring sentences, varied."""
    rng = random.Random(seed)
    read = {name: list(sentences(folder, [name])) for name in names}
    headings = [sentence for some in read.values() for sentence in some if is_heading(sentence)]
    runs = [run for some in read.values() for run in _runs(some, rng, mix)]
    if mix.headed or mix.shouted:
        runs = [list(_headed(run, headings, rng, mix)) for run in runs]
    return _bin(_document(_varied(run, rng, mix), vocab) for run in runs)


def is_heading(sentence: TreebankSentence) -> bool:
    """Whether a sentence is short, begins with a capital, and ends in a word."""
    words = sentence.words
    return len(words) <= 9 and words[0].text[:1].isupper() and words[-1].pos in ("NOUN", "PROPN", "ADJ", "VERB")


def _headed(
    run: Sequence[TreebankSentence], headings: Sequence[TreebankSentence], rng: random.Random, mix: Mix
) -> Iterator[TreebankSentence]:
    """The sentences with headings of other texts before some of them, and with some headings in capitals."""
    for sentence in run:
        heading = [rng.choice(headings)] if rng.random() < mix.headed else []
        for some in (*heading, sentence):
            yield _shouted(some) if is_heading(some) and rng.random() < mix.shouted else some


def _shouted(sentence: TreebankSentence) -> TreebankSentence:
    """The sentence in capitals, without accents, as typewriters wrote headings."""
    return replace(sentence, words=tuple(replace(word, text=_capitals(word.text)) for word in sentence.words))


def _capitals(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.upper())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _runs(read: list[TreebankSentence], rng: random.Random, mix: Mix) -> Iterator[list[TreebankSentence]]:
    for _, group in groupby(read, key=lambda sentence: sentence.group):
        rest = list(group)
        while rest:
            size = rng.randint(1, mix.sentences)
            yield rest[:size]
            rest = rest[size:]


def _varied(run: Sequence[TreebankSentence], rng: random.Random, mix: Mix) -> list[TreebankSentence]:
    varied = []
    for sentence in run:
        paragraph = rng.random() < mix.paragraphs
        changed = sentence
        if rng.random() < (0.35 if paragraph else mix.unstopped):
            changed = _unstopped(changed)
        if rng.random() < mix.dated:
            changed = _dated(changed, rng)
        if rng.random() < mix.lowered:
            changed = _lowered(changed)
        varied.append(_with_newline(changed) if paragraph else changed)
    return varied


def _dated(sentence: TreebankSentence, rng: random.Random) -> TreebankSentence:
    """The sentence with a day right after a verb, as the press writes it: « a admis mardi que … »."""
    places = [index for index in range(len(sentence.words) - 1) if _takes_a_day(sentence.words, index)]
    if not places:
        return sentence
    return _inserted(sentence, rng.choice(places), _day(rng))


def _takes_a_day(words: Sequence[Word], index: int) -> bool:
    verb, following = words[index], words[index + 1]
    finite = verb.features.get("VerbForm") == "Fin" or any(
        word.head == index and word.dep in ("aux:tense", "aux:pass") for word in words
    )
    free = verb.space_after and following.pos in ("DET", "ADP", "SCONJ", "PROPN", "PUNCT")
    return verb.pos == "VERB" and finite and free


_NOUN, _ADJECTIVE = {"Gender": "Masc", "Number": "Sing"}, {"Gender": "Masc", "Number": "Sing"}
_THIS = Word("ce", "ce", "DET", {**_NOUN, "PronType": "Dem"}, 1, "det")


def _day(rng: random.Random) -> tuple[Word, ...]:
    """The words of a day; heads are indices within them, and the head of all is the `obl`."""
    name = rng.choice(sorted(WEEKDAYS))
    kind = rng.random()
    if kind < 0.15:
        return _THIS, Word(name, name, "NOUN", _NOUN, 1, "obl")
    day = Word(name, name, "NOUN", _NOUN, 0, "obl")
    if kind < 0.3:
        adjective = rng.choice(("dernier", "prochain"))
        return day, Word(adjective, adjective, "ADJ", _ADJECTIVE, 0, "amod")
    return (day,)


def _inserted(sentence: TreebankSentence, place: int, inserted: tuple[Word, ...]) -> TreebankSentence:
    """The sentence with the words of `inserted` after the word at `place`, on which they depend."""
    size, words = len(inserted), sentence.words

    def moved(head: int) -> int:
        return head + size if head > place else head

    old = [replace(word, head=moved(word.head)) for word in words]
    new = [replace(word, head=place if word.dep == "obl" else word.head + place + 1) for word in inserted]
    if words[place + 1].pos == "PUNCT":
        new[-1] = replace(new[-1], space_after=words[place].space_after)
    return replace(sentence, words=(*old[: place + 1], *new, *old[place + 1 :]))


def _unstopped(sentence: TreebankSentence) -> TreebankSentence:
    """The sentence without its full stop, as in headlines."""
    words = sentence.words
    last = len(words) - 1
    if last < 2 or words[last].text != "." or any(word.head == last for word in words[:last]):
        return sentence
    return replace(sentence, words=(*words[: last - 1], replace(words[last - 1], space_after=True)))


def _lowered(sentence: TreebankSentence) -> TreebankSentence:
    """The sentence with a small first letter, as after a bullet or in careless text."""
    first = sentence.words[0]
    if first.pos == "PROPN":
        return sentence
    return replace(sentence, words=(replace(first, text=uncapitalised(first.text)), *sentence.words[1:]))


def _with_newline(sentence: TreebankSentence) -> TreebankSentence:
    last = len(sentence.words) - 1
    words = (*sentence.words[:last], replace(sentence.words[last], space_after=False), replace(NEWLINE, head=last))
    return replace(sentence, words=words)


def _document(run: Sequence[TreebankSentence], vocab: Vocab) -> Doc:
    words = [word for sentence in run for word in sentence.words]
    if words[-1].pos == "SPACE":
        words.pop()
    offsets = [offset for sentence, offset in zip(run, _offsets(run), strict=True) for _ in sentence.words]
    starts = set(_offsets(run))
    ends = {offset - 1 for offset in starts} | {len(words) - 1}
    return Doc(
        vocab,
        words=[word.text for word in words],
        spaces=[
            (word.space_after or index in ends) and word.pos != "SPACE" and not _before_newline(words, index)
            for index, word in enumerate(words)
        ],
        tags=[word.pos for word in words],
        pos=[word.pos for word in words],
        morphs=["|".join(f"{name}={value}" for name, value in sorted(word.features.items())) for word in words],
        lemmas=[word.lemma for word in words],
        heads=[word.head + offset for word, offset in zip(words, offsets, strict=False)],
        deps=[word.dep for word in words],
        sent_starts=[index in starts for index in range(len(words))],
    )


def _before_newline(words: Sequence[Word], index: int) -> bool:
    return index + 1 < len(words) and words[index + 1].pos == "SPACE"


def _offsets(run: Sequence[TreebankSentence]) -> list[int]:
    offsets, total = [], 0
    for sentence in run:
        offsets.append(total)
        total += len(sentence.words)
    return offsets


def _bin(documents: Iterable[Doc]) -> DocBin:
    return DocBin(attrs=ATTRIBUTES, docs=documents)
