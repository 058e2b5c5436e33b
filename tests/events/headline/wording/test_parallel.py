"""What "celui" before a complement stands for, and where nothing says it."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline.wording.parallel import parallel_noun


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Le corps d'un homme a été retrouvé. Celui d'une femme a été dégagé.", "corps"),
        ("Le transfert des routes a été signé. Celui des personnels a été repoussé.", "transfert"),
        ("La maison d'un élu a brûlé. Celui d'une femme a été dégagé.", None),
        ("L'avion est tombé. Celui de la compagnie a été retrouvé.", None),
        ("Le corps d'un homme a été retrouvé. Un adjoint de la préfète a été entendu.", None),
    ],
)
def test_the_subject_before_is_meant(text: str, noun: str | None) -> None:
    context, mention = read("", text)
    head = mention.tree.first(mention.tree.root, "nsubj")
    assert head is not None
    found = parallel_noun(context, mention.tree, head)
    assert (found and found.text) == noun
