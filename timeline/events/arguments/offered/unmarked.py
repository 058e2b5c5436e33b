"""Names that the NER leaves unmarked: proper nouns with a capital within a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from timeline.events.entities.coreference import is_of_a_place
from timeline.events.entities.demonyms import country_of
from timeline.events.entities.name_gate import may_be_name
from timeline.events.geography.country_codes import country_code
from timeline.events.lexicon import Lexicon, NounClass, WordList
from timeline.events.tree import Tree
from timeline.model import Entity, Token
from timeline.model.syntax import extent

_NAMES = ("PROPN", "X")
_QUOTES = {"«": "»", "“": "”", '"': '"'}
_AFTER = frozenset(":–—-•*(…")
"""What a sentence's first word may stand behind, so that its capital says nothing."""
_LETTERS = 4


def names(trees: Sequence[Tree], title: str, lexicon: Lexicon, language: str) -> Mapping[int, tuple[Entity, ...]]:
    """The unmarked names of an article, by sentence.

    A proper noun with a capital within a sentence is a name ("échoué sur les roches de Men Goulven"); so is the first
    word of a sentence that is one elsewhere, or in the headline. An adjective of origin ("l'Américaine"), a feast and
    an abbreviation of three letters are none.

    Args:
        trees: The sentences, with the names that are known.
        title: The headline.
        lexicon: The words of the language.
        language: The code of the language.

    Returns:
        The names of each sentence that has some.
    """
    runs = [
        (number, tree, run)
        for number, tree in enumerate(trees)
        for run in _runs(tree)
        if _may_be(run, lexicon, language)
    ]
    sure = {_text(run) for _, tree, run in runs if not _opens(tree, run)}
    sure |= {text for _, _, run in runs if re.search(rf"\b{re.escape(text := _text(run))}\b", title[1:])}
    found: dict[int, tuple[Entity, ...]] = {}
    for number, tree, run in runs:
        text = _text(run)
        if text in sure:
            entity = Entity(extent(run), _label(tree, run, lexicon), text)
            found[number] = (*found.get(number, ()), entity)
    return found


def _runs(tree: Tree) -> Iterator[tuple[Token, ...]]:
    """The longest runs of proper nouns with a capital that are no part of a known name."""
    run: list[Token] = []
    for token in tree.tokens:
        if token.pos in _NAMES and token.text[:1].isupper() and not token.entity:
            run.append(token)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _may_be(run: Sequence[Token], lexicon: Lexicon, language: str) -> bool:
    text = _text(run)
    if sum(map(str.isalpha, text)) < _LETTERS or not may_be_name(text, "PER", lexicon):
        return False
    if len(run) > 1:
        return not text.isupper()  # a headline within the text
    low = text.lower()
    if lexicon.is_noun(low, NounClass.COMMON):
        return False
    return not (country_of(run[0].lemma, language) or is_of_a_place(low) or is_of_a_place(low.removesuffix("s")))


def _opens(tree: Tree, run: Sequence[Token]) -> bool:
    """Whether a run has its capital because something begins there: a sentence, or a quotation that goes on."""
    if run[0].index == 0:
        return True
    before = tree.tokens[run[0].index - 1].text
    after = tree.tokens[run[-1].index + 1].text if run[-1].index + 1 < len(tree.tokens) else ""
    return before in _AFTER or (before in _QUOTES and _QUOTES[before] != after)


def _label(tree: Tree, run: Sequence[Token], lexicon: Lexicon) -> str:
    """A place after a preposition of place, or by the list of places; else something of unknown kind."""
    cases = {word.text.lower() for word in tree.dependents(run[0], "case")}
    is_place = not cases.isdisjoint(lexicon.words(WordList.CASES_PLACE)) or country_code(_text(run)) is not None
    return "LOC" if is_place else "MISC"


def _text(run: Sequence[Token]) -> str:
    text, end = "", run[0].start
    for token in run:
        text += " " * (token.start - end) + token.text
        end = token.end
    return text
