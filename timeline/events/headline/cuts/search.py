"""The cuts that make a long line fit a headline: the fewest, with the least news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from timeline.events.detection.mentions import Mention
from timeline.events.headline.base.gate import LONGEST
from timeline.events.headline.base.quoted import in_quotes
from timeline.events.headline.base.types import Draft
from timeline.events.headline.base.valency import object_behind_a_comma
from timeline.events.headline.complete.needed import lacks_its_object
from timeline.events.headline.complete.parted import cuts_a_range, is_orphaned
from timeline.events.headline.complete.stranded import has_strays
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.cuts.deletion import finder, may_find, without
from timeline.events.headline.cuts.parts import LEADING, parts
from timeline.events.headline.realisation import tidy
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_AUXILIARY = function_words("auxiliary")
_MOST_CUTS, _MOST_LINES, _MOST_PARTS, _SHORTEST = 3, 3, 12, 35
"""The most cuts of a line, the most shorter lines, the most parts that are tried; the fewest characters."""


def cut_drafts(context: HeadlineContext, mention: Mention, draft: Draft, longest: int = LONGEST) -> Iterator[Draft]:
    """The drafts that a line makes which is too long for a headline, without what stands beside its news.

    Args:
        context: The inputs of headline writing.
        mention: The mention; its word is never left out.
        draft: The long line, with its words.
        longest: The number of characters that a line may have.

    Yields:
        Drafts of its kind, those first that lose the least.
    """
    tree, kept = mention.tree, _shown(mention.tree, draft)
    if draft.text.startswith("«") and not in_quotes(tree):
        return  # a sentence in the first person is quoted whole
    root = _root(mention, draft, kept)
    possible = (one for one in parts(context, mention, root, kept) if may_find(draft.text, tree, one.words))
    found = [(one, finder(tree, one.words)) for one in possible]
    found = [(one, pattern) for one, pattern in found if len(pattern.findall(draft.text)) == 1]
    found.sort(key=lambda one: (one[0].loss, -len(one[0].words)))
    lines: dict[str, tuple[int, int, Draft]] = {}
    for count in range(1, _MOST_CUTS + 1):
        for chosen in combinations(found[:_MOST_PARTS], count):
            gone = frozenset[int]().union(*(one.words for one, _ in chosen))
            if sum(len(one.words) for one, _ in chosen) > len(gone):
                continue  # one stands inside another
            text = draft.text
            for one, pattern in chosen:
                text = without(text, pattern, tree, root, one.words, kept)
            made = _cut(draft, tidy(text), gone)
            new = _SHORTEST <= len(made.text) <= longest and made.text not in lines
            if new and _is_whole(context, tree, made, kept - gone):
                lines[made.text] = (sum(one.loss for one, _ in chosen) + count, -len(made.text), made)
        if len(lines) >= _MOST_LINES:
            break
    yield from [made for _, _, made in sorted(lines.values(), key=lambda one: one[:2])[:_MOST_LINES]]


def _cut(draft: Draft, text: str, gone: frozenset[int]) -> Draft:
    return replace(draft, text=text, words=tuple([one for one in draft.words if one.index not in gone]), cut=True)


def _is_whole(context: HeadlineContext, tree: Tree, draft: Draft, shown: frozenset[int]) -> bool:
    """Whether the words that stay are a whole line."""
    hidden, verb, words = timex_tokens(context, tree), draft.predicate, draft.words
    if cuts_a_range(context, tree, shown) or is_orphaned(tree, words, shown) or has_strays(context, tree, words):
        return False
    last = next((one for one in reversed(words) if one.pos != "PUNCT"), None)
    if last is None or last.pos in LEADING or last.lemma in _AUXILIARY:
        return False
    if words[0].pos == "ADP" and not any(one.verb_form == "Fin" for one in words):
        return False  # "Après le remplacement des branchements": a circumstance alone
    valency = context.model.valency
    behind = object_behind_a_comma(valency, tree, verb) if verb is not None else None
    if behind is not None and behind.index not in shown:
        return False
    return verb is None or not (
        valency.loses(tree, verb, shown, hidden)
        or valency.lacks(tree, verb, shown, hidden)
        or lacks_its_object(context, tree, verb, words)
    )


def _shown(tree: Tree, draft: Draft) -> frozenset[int]:
    """The words of the line by index, with those of its subject if that stands in the sentence."""
    subject = draft.subject.head if draft.subject is not None else None
    own = tree.subtree(subject) if subject is not None and tree.holds(subject) else ()
    parts_ = draft.predicate.parts if draft.predicate is not None else frozenset[int]()
    return frozenset(one.index for one in (*draft.words, *own)) | parts_


def _root(mention: Mention, draft: Draft, kept: frozenset[int]) -> Token:
    """The main verb of the line."""
    root = mention.tree.root
    if root is not None and root.index in kept:
        return root
    return draft.predicate.top if draft.predicate is not None else mention.trigger
