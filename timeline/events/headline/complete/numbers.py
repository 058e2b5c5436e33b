"""Whether a line keeps the numbers of its sentence whole: none is cut, and a range keeps both its ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.words import HeadlineWords
from timeline.events.tree import Tree

_NUMBER = re.compile(r"\d{3,}")
_SPACED = re.compile(r"(?<![\d,.])\d{1,3}(?:\s\d{3})+(?!\d)")
_ALONE = re.compile(r"(?<![\d,.])(?<!\d\s)\d{1,3}(?![\d,.%]|\s\d{3})")
_REMEMBERED = 128
"""The number of sentences whose numbers are remembered."""


def keeps_its_numbers(context: HeadlineContext, tree: Tree, line: str, sentence: str) -> bool:
    """Whether each number of a line is one of its article, and none lost a part.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        line: The line.
        sentence: The sentence as written.
    """
    return (
        _has_its_numbers(context, line)
        and not _halves_a_number(line, sentence)
        and not _halves_a_range(line, sentence, context.words)
        and not _halves_a_number_in_words(line, tree)
    )


def _has_its_numbers(context: HeadlineContext, line: str) -> bool:
    """Whether the article has each long number of the line: 19"78 without its mark is another one."""
    article = context.context.article
    return all(number in article.text or number in article.title for number in _NUMBER.findall(line))


def _halves_a_number(line: str, sentence: str) -> bool:
    """Whether the line has only the first figures of a number with a blank in it: "75" of "75 000 euros"."""
    heads = _heads_of_numbers(sentence)
    return bool(heads) and not heads.isdisjoint(_ALONE.findall(line))


def _halves_a_range(line: str, sentence: str, words: HeadlineWords) -> bool:
    """Whether the line has only the second number of two: "7 000" of "5 000 à 7 000 militaires"."""
    return any(high in line and low not in line for low, high in _ranges(words.range, sentence))


def _halves_a_number_in_words(line: str, tree: Tree) -> bool:
    """Whether the line has only the end of a number in words: "Mille cinq cents" of "Quatorze mille cinq cents"."""
    runs = tree.remembered("numbers in words", None, lambda: tuple(_numbers_in_words(tree)))
    rest = f" {line.lower()} "
    for run in runs:
        rest = rest.replace(f" {run} ", " … ")
    return any(f" {run.partition(' ')[2]} " in rest for run in runs)


def _numbers_in_words(tree: Tree) -> Iterator[str]:
    for is_number, run in groupby(tree.tokens, lambda one: one.pos == "NUM" and one.text.isalpha()):
        words = [one.text.lower() for one in run] if is_number else []
        if len(words) > 1:
            yield " ".join(words)


@lru_cache(maxsize=_REMEMBERED)
def _ranges(pattern: re.Pattern[str], sentence: str) -> tuple[tuple[str, str], ...]:
    return tuple([(one["low"], one["high"]) for one in pattern.finditer(sentence)])


@lru_cache(maxsize=_REMEMBERED)
def _heads_of_numbers(sentence: str) -> frozenset[str]:
    """The figures before the blanks of its numbers that do not stand alone, too: "75" of "75 000"."""
    heads = {whole.split()[0] for whole in _SPACED.findall(sentence)}
    return frozenset(heads.difference(_ALONE.findall(sentence)) if heads else ())
