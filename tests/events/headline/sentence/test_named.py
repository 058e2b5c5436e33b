"""A sentence in its own words has a name for its pronoun where the sentences before give one."""

from __future__ import annotations

import pytest

from tests.events.headline.reading import read
from timeline.events.headline.sentence.named import with_its_name

NAMED = [
    # the pronoun that is the main verb's subject
    (
        "Jeanne Rey a couru. Touchée au genou, elle a abandonné.",
        "Touchée au genou, Jeanne Rey a abandonné",
    ),
    # a thing or people as the sentence before has them
    ("Un camion a percuté un mur. Ce dernier venait de Lyon.", "Un mur venait de Lyon"),
    ("Deux hommes relevaient des collets. Surpris, ceux-ci ont fui.", "Surpris, deux hommes ont fui"),
    # the speaker behind a quotation
    ("Jeanne Rey attend le verdict. « C'est long », a-t-elle dit.", "« C'est long », a dit Jeanne Rey"),
]


@pytest.mark.parametrize(("text", "line"), NAMED)
def test_a_pronoun_has_its_name(text: str, line: str) -> None:
    context, mention = read("", text)
    assert with_its_name(context, mention.tree, text.partition(". ")[2].rstrip(".")) == line


AS_THEY_ARE = [
    # nobody is meant
    "Le maire a parlé. Il faudra attendre lundi.",
    # another subject stands before
    "Jeanne Rey a couru. Le club dit qu'elle a abandonné.",
    # another person is named nearer
    "Le maire est venu. Nous avons reçu Paul Rey ; il a parlé.",
    # the name stands beside the pronoun, or is of the other gender
    "Le sénateur est venu. Celui-ci, Paul Rey, a parlé.",
    "Gilbert Rey est venu. Celle-ci a rassemblé des chaussures.",
    # no verb before the name may be parted from what it takes
    "Jeanne Rey attend le verdict. « C'est long », a-t-elle fini par dire.",
]


@pytest.mark.parametrize("text", AS_THEY_ARE)
def test_a_pronoun_stays(text: str) -> None:
    context, mention = read("", text)
    assert with_its_name(context, mention.tree, text.partition(". ")[2].rstrip(".")) is None
