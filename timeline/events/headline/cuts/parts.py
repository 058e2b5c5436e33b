"""The parts of a line that a cut may leave out, each once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.events.detection.mentions import Mention
from timeline.events.headline.base.quoted import in_quotes
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.cuts.place import Place
from timeline.events.headline.cuts.table import cuts_of, is_of_people
from timeline.events.headline.realisation import is_negation
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.wording.omissions import dates
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

LEADING = ("ADP", "AUX", "DET", "SCONJ", "CCONJ")
"""The parts of speech of words behind which more must come."""

_QUOTES = ("«»", "“”", '"')
_FULL_NAME, _ARTICLES = 2, function_words("name_article")
_LONGEST_DATE = 7
_NO_DATES = function_words("that") | function_words("denial") | function_words("genitive_case")
_OF_A_DATE, _OF_A_TITLE = 1, 4


@dataclass(frozen=True, slots=True)
class Part:
    """Words that may go together, the name of the cut, and what the reader loses."""

    name: str
    loss: int
    words: frozenset[int]


def parts(context: HeadlineContext, mention: Mention, root: Token, kept: frozenset[int]) -> Iterator[Part]:
    """The parts of a line that a cut may leave out, with the least loss of those that allow each.

    Args:
        context: The inputs of headline writing.
        mention: The mention; its word and its verb group stay.
        root: The main verb of the line.
        kept: The words of the line, by index.
    """
    tree = mention.tree
    verb = mention.predicate.parts if mention.predicate is not None else frozenset[int]()
    own = {mention.trigger.index, root.index, *verb}
    yield from _dates_and_titles(context, tree, root, kept - own)
    order = sorted(kept)
    for token in tree.tokens:
        if token.index not in kept or token.index == root.index:
            continue
        below = tuple([one for one in tree.subtree(token) if one.index in kept])
        words = frozenset(one.index for one in below)
        if words & own or not _may_go(context, tree, token, below, order):
            continue
        place = Place(context, tree, root, kept, token, below, _first(below))
        cut = next((cut for cut in cuts_of(token.relation) if cut.allows(place)), None)
        if cut is not None:
            yield Part(cut.name, cut.loss, words)


def _first(below: Sequence[Token]) -> Token:
    """The first word that is no mark."""
    return next((word for word in below if word.pos != "PUNCT"), below[0])


def _dates_and_titles(context: HeadlineContext, tree: Tree, root: Token, kept: frozenset[int]) -> Iterator[Part]:
    """The parts that are no subtrees."""
    for run in _runs(dates(context, tree, root) & kept - in_quotes(tree)):
        if _is_a_plain_date(tree, run) and not _is_all_that_it_says(tree, run):
            yield Part("a date", _OF_A_DATE, run)
    for run in _titles(context, tree, kept):
        yield Part("a title before a name", _OF_A_TITLE, run)


def _titles(context: HeadlineContext, tree: Tree, kept: frozenset[int]) -> Iterator[frozenset[int]]:
    """What somebody is called before the name: "(le pilote suisse) Bertrand Piccard", not "du pilote …"."""
    for name in context.names(tree, "PER"):
        tokens = tree.within(name.span)
        top = tree.top(name.span)
        full = len(tokens) >= _FULL_NAME and tokens[0].text.lower() not in _ARTICLES
        if top is None or not full or top.relation not in ("appos", "nmod", "flat"):
            continue
        noun = tree.head(top)
        below = tree.subtree(noun)
        run = frozenset(one.index for one in below if one.index < tokens[0].index)
        plain = (
            noun.pos == "NOUN" and is_of_people(context, noun) and below[0].pos == "DET" and not tree.has(top, "case")
        )
        close = noun.index < tokens[0].index and not any(tree.tokens[index].pos == "PUNCT" for index in run)
        after = any(one.index > tokens[-1].index and one.pos != "PUNCT" for one in below)
        if plain and close and run <= kept and not after and not tree.has(noun, "case", "conj"):
            yield run


def _is_a_plain_date(tree: Tree, date: frozenset[int]) -> bool:
    """Whether the words are a date and nothing else: "lundi 3 mars", not "(n'…) que deux jours"."""
    tokens = [tree.tokens[index] for index in sorted(date) if tree.tokens[index].pos != "PUNCT"]
    verbs = any(one.verb_form in ("Fin", "Inf") or one.pos in ("SCONJ", "CCONJ") for one in tokens)
    if not tokens or verbs or len(tokens) > _LONGEST_DATE or tokens[0].text.lower() in _NO_DATES:
        return False
    before = tree.tokens[tokens[0].index - 1] if tokens[0].index else None
    if tokens[0].pos == "NUM":
        return False  # "attendre 1 h 30"
    return before is None or before.pos not in (*LEADING, "ADJ", "NUM")


def _is_all_that_it_says(tree: Tree, date: frozenset[int]) -> bool:
    """Whether a participle that describes a noun stands before the date: "née (en 1950)"."""
    tops = (tree.head(tree.tokens[index]) for index in date if tree.tokens[index].head not in date)
    return any(one.verb_form == "Part" and one.relation in ("acl", "advcl") for one in tops)


def _runs(words: frozenset[int]) -> Iterator[frozenset[int]]:
    """The runs of words without a gap."""
    run: list[int] = []
    for index in sorted(words):
        if run and index > run[-1] + 1:
            yield frozenset(run)
            run = []
        run.append(index)
    if run:
        yield frozenset(run)


def _may_go(context: HeadlineContext, tree: Tree, token: Token, below: Sequence[Token], order: Sequence[int]) -> bool:
    """Whether the words are one run of the line, and nothing that limits, denies or completes what stays."""
    content = [one for one in below if one.pos != "PUNCT"]
    start, end = bisect_left(order, below[0].index), bisect_right(order, below[-1].index)
    if not content or end - start != len(below):
        return False
    if _halves_a_quotation(tree, below):
        return False
    words, first = context.words, content[0]
    led = {form for one in content[:2] for form in (one.text.lower(), one.lemma.lower())}
    if led & (words.get("against") | words.get("limits")) or is_negation(first):
        return False
    if first.text.lower() in words.get("unreal") - words.get("aims"):
        return False
    before = next((index for index in reversed(order[:start]) if tree.tokens[index].pos != "PUNCT"), None)
    if before is not None and tree.tokens[before].pos in LEADING:
        return False
    hidden = timex_tokens(context, tree)
    return not _is_bound(context, tree, token) and not (before is not None and {before, first.index} <= hidden)


def _halves_a_quotation(tree: Tree, below: Sequence[Token]) -> bool:
    """Whether the words are a part of a quotation."""
    quoted = in_quotes(tree)
    if not any(one.index in quoted for one in below):
        return False
    return any(sum(one.text in pair for one in below) % 2 for pair in _QUOTES) or not any(
        one.text in "".join(_QUOTES) for one in below
    )


def _is_bound(context: HeadlineContext, tree: Tree, token: Token) -> bool:
    """Whether the word above nearly always has this complement."""
    above, needs = tree.head(token), context.model.valency
    verb = context.predicate_by_verb(tree, above)
    if token.dep in ("obl:arg", "obl:agent") or (verb is not None and needs.binds(tree, verb, token)):
        return True
    return above.pos == "NOUN" and needs.binds_noun(tree, above, token)
