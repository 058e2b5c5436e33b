"""The project's own trees: their form, and that no sentence is both learnt from and measured on."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.corpora import treebanks
from training.corpora.conllu import TreebankSentence

PARTS = {"trees": 13000, "trees-test": 150}


def _read(name: str) -> list[TreebankSentence]:
    return list(treebanks.sentences(Path(), [name]))


@pytest.mark.parametrize(("name", "least"), PARTS.items())
def test_each_sentence_is_a_tree(name: str, least: int) -> None:
    read = _read(name)
    assert len(read) >= least
    for sentence in read:
        roots = [place for place, word in enumerate(sentence.words) if word.head == place]
        assert len(roots) == 1, sentence.text
        assert [word.dep == "ROOT" for word in sentence.words].index(True) == roots[0]
        for word in sentence.words:
            seen, place = 0, word.head
            while sentence.words[place].head != place:
                seen, place = seen + 1, sentence.words[place].head
                assert seen <= len(sentence.words), sentence.text


def test_no_article_is_in_both_parts() -> None:
    learnt, measured = ({sentence.group for sentence in _read(name)} for name in PARTS)
    assert not learnt & measured
