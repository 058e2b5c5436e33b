"""Learns from editors' headlines the complements that a word needs: editors keep them where they keep the word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from timeline.events.detection import predicates
from timeline.events.headline.base import valency
from timeline.events.headline.base.stems import is_content, stem, stems
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_LED = ("obl", "xcomp", "ccomp", "advcl")
_GENITIVE = function_words("genitive")
_FEW_OF_VERB, _OF_VERB, _FEW_OF_NOUN, _OF_NOUN = 3, 0.75, 4, 0.85
_WEIGHT = 2
"""The least occurrences of a word with the complement and the share from which it needs it, for verbs and for nouns;
the weight of the share of all verbs (or nouns), in occurrences."""

Seen = tuple[str, str, bool]
"""A word with a preposition ("accuser passive de"), its class with it, and whether the editor kept the complement."""


def kept_complements(examples: Iterable[tuple[HeadlineContext, Tree, str]]) -> frozenset[str]:
    """The words with the prepositions of complements that editors nearly always keep where they keep the word.

    Args:
        examples: The source of each headline, its sentence, and the editor's headline.

    Returns:
        Keys of `Valency.bound`: "accuser passive de", "découverte NOUN de".
    """
    seen = [one for context, tree, summary in examples for one in _complements(context, tree, stems(summary))]
    count, kept = Counter[str](), Counter[str]()
    for word, kind, stays in seen:
        count.update((word, kind))
        kept.update((word, kind) if stays else ())
    found: set[str] = set()
    for word, kind in {(word, kind) for word, kind, _ in seen}:
        usual = (kept[kind] + 1) / (count[kind] + 2)
        share = (kept[word] + _WEIGHT * usual) / (count[word] + _WEIGHT)
        few, least = (_FEW_OF_NOUN, _OF_NOUN) if " NOUN " in word else (_FEW_OF_VERB, _OF_VERB)
        if count[word] >= few and share >= least:
            found.add(word)
    return frozenset(found)


def _complements(context: HeadlineContext, tree: Tree, wanted: frozenset[str]) -> Iterator[Seen]:
    """The complements of the sentence's words that the headline has as well."""
    hidden = timex_tokens(context, tree)
    for predicate in context.predicates(tree):
        yield from _of_verb(tree, predicate, wanted, hidden)
    for noun in tree.tokens:
        if noun.pos == "NOUN" and not noun.entity and stem(noun.text) in wanted:
            for child, case in valency.complements(tree, noun):
                if case in _GENITIVE and child.index not in hidden:
                    yield valency.rate_key(noun, case), f"* NOUN {case}", _is_kept(tree, child, wanted)


def _of_verb(
    tree: Tree, predicate: predicates.Predicate, wanted: frozenset[str], hidden: frozenset[int]
) -> Iterator[Seen]:
    verb = predicate.token
    if verb.pos != "VERB" or not {stem(verb.text), stem(verb.lemma)} & wanted:
        return
    name, cases = valency.key(tree, predicate), set[str]()
    for part in predicate.heads:
        for child in tree.dependents(part, *_LED):
            case = tree.first(child, "case", "mark")
            apart = child.index in hidden or child.index in predicate.parts or child.pos == "PRON"
            if case is None or apart or child.index < verb.index or case.lemma.lower() in cases:
                continue
            cases.add(case.lemma.lower())
            kind = f"* {name.split()[-1]} {case.lemma.lower()}"
            yield f"{name} {case.lemma.lower()}", kind, _is_kept(tree, child, wanted)


def _is_kept(tree: Tree, child: Token, wanted: frozenset[str]) -> bool:
    content = [word for word in tree.subtree(child) if is_content(word)]
    return stem(child.text) in wanted or 2 * sum(stem(word.text) in wanted for word in content) >= max(1, len(content))
