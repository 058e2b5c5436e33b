"""Where a long sentence may end earlier: before its last circumstance, apposition or clause, at the border of these."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from timeline.events.detection.mentions import Mention
from timeline.events.headline.base.gate import LONGEST, LONGEST_SENTENCE
from timeline.events.headline.base.quoted import in_quotes
from timeline.events.headline.base.valency import object_behind_a_comma
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_LOOSE = ("advcl", "obl", "parataxis")
_AUXILIARY, _CLEFT = function_words("auxiliary"), function_words("cleft_pronoun")
_TIMES = function_words("time_conjunction")
_LEADING = ("ADP", "AUX", "DET", "SCONJ", "CCONJ")
_BEHIND_A_MARK = ("amod", "acl", "appos", "nmod")
_BARE_LINKS = function_words("infinitive_link")
_LIMITS = function_words("that") | function_words("as")
_MOST = 2
_SLACK = 10
"""The number of lines, and of characters by which a line may be longer before its verb is in the present."""


def cut_at_borders(
    context: HeadlineContext, mention: Mention, root: Token, shortest: frozenset[int]
) -> Iterator[frozenset[int]]:
    """The words to leave out so that the sentence ends at a border and fits a headline, the longest line first.

    Where none fits a headline, the longest one that is no longer than a sentence may be. Nothing that the main verb
    needs is left out, nor the mention's word.

    Args:
        context: The inputs of headline writing.
        mention: The mention.
        root: The verb of the clause that the line tells.
        shortest: The words that the shortest line without asides leaves out, the last of `omissions.removed`.
    """
    if _length(mention.tree, shortest) <= LONGEST:
        return
    ends = (frozenset(range(first, len(mention.tree.tokens))) for first in _borders(context, mention, root))
    cuts = [(gone, _length(mention.tree, gone)) for gone in (shortest | end for end in ends)]
    short = [gone for gone, length in cuts if length <= LONGEST + _SLACK][:_MOST]
    longer = [gone for gone, length in cuts if length <= LONGEST_SENTENCE][:1]
    yield from short or (longer if _length(mention.tree, shortest) > LONGEST_SENTENCE else ())


def end_at_a_border(context: HeadlineContext, mention: Mention, longest: int) -> int:
    """The number of the word before which the sentence may end so that it is short enough.

    Args:
        context: The inputs of headline writing.
        mention: The mention; its word is not behind the end.
        longest: The number of characters up to which the sentence is short enough.

    Returns:
        The index of the first word that goes; of the first border of all where no part is short enough, and the number
        of all words where there is no border.
    """
    tree = mention.tree
    found = _borders(context, mention, tree.root) if tree.root is not None else []
    start = tree.sentence.span.start
    fits = (first for first in found if tree.tokens[first].start - start <= longest)
    return next(fits, found[-1] if found else len(tree.tokens))


def _length(tree: Tree, gone: frozenset[int]) -> int:
    return sum(len(token.text) + 1 for token in tree.tokens if token.index not in gone)


def _borders(context: HeadlineContext, mention: Mention, root: Token) -> list[int]:
    """Where a subtree begins that reaches to the end of the sentence, or to where another such subtree begins."""
    tree = mention.tree
    end, found = len(tree.tokens), list[int]()
    while end > 0 and tree.tokens[end - 1].pos == "PUNCT":
        end -= 1
    main = context.predicate_by_verb(tree, root)
    needed = object_behind_a_comma(context.model.valency, tree, main) if main is not None else None
    subtrees = [(token, tree.subtree(token)) for token in tree.tokens[root.index + 1 :]]
    for token, below in sorted(subtrees, key=lambda one: -one[1][0].index):
        first = below[0].index
        last = next((word.index for word in reversed(below) if word.pos != "PUNCT"), 0)
        reaches = last + 1 >= (found[-1] if found else end) - 1 and last < end
        if needed is not None and first <= needed.index:
            break
        if reaches and first > max(root.index, mention.trigger.index) and _may_go(context, tree, token, first):
            found.append(first)
    return found


def _may_go(context: HeadlineContext, tree: Tree, token: Token, first: int) -> bool:
    """Whether the sentence is whole and true without the subtree that begins at `first`."""
    opening = tree.tokens[first] if tree.tokens[first].pos == "PUNCT" else tree.tokens[first - 1]
    name, marked = token.relation, opening.text in (",", "–", "—", ";")
    if not marked and (_is_inside_a_date(context, tree, first) or _goes_on(tree, token, first)):
        return False
    if _leads_on(tree, first) or _has_what_is_told(tree, token):
        return False
    case = tree.first(token, "case")
    around = name == "nmod" and case is not None and context.words.has("circumstances", case.lemma.lower())
    if not (name in _LOOSE or around or (marked and name in _BEHIND_A_MARK)):
        return False
    quoted, below = in_quotes(tree), tree.subtree(token)
    if quoted and name == "parataxis":
        return False  # "« … », a déclaré X": who says it
    led = marked or any(word.relation in ("case", "mark") for word in tree.dependents(token))
    words = {word.text.lower() for word in below[:3]}
    against = context.words.get("against") | context.words.get("unreal") | (frozenset() if marked else _LIMITS)
    gaps = any(one.index + 1 != two.index for one, two in pairwise(below))
    return led and not gaps and not (words & against) and first not in quoted and not _is_bound(context, tree, token)


def _is_inside_a_date(context: HeadlineContext, tree: Tree, first: int) -> bool:
    """Whether the border would part a time: "du 7 (au 12 mars)", "treize jours (avant de partir)"."""
    hidden = timex_tokens(context, tree)
    return first - 1 in hidden and (first in hidden or tree.tokens[first].text.lower() in _TIMES)


def _goes_on(tree: Tree, token: Token, first: int) -> bool:
    """Whether the words before need it: "un an (et deux jours après)", "a décidé le parquet (à ouvrir l'enquête)"."""
    led = tree.tokens[first]
    return led.pos == "CCONJ" or (token.verb_form == "Inf" and led.text.lower() in _BARE_LINKS)


def _leads_on(tree: Tree, first: int) -> bool:
    """Whether the last word before the border says that more comes: "d'avoir (, après un an, …)", "mettant (en …)"."""
    words = (token for token in reversed(tree.tokens[:first]) if token.pos != "PUNCT")
    last = next(words, None)
    if last is None or last.pos in _LEADING or last.lemma in _AUXILIARY:
        return True
    return last.verb_form == "Part" and last.tense == "Pres"


def _has_what_is_told(tree: Tree, token: Token) -> bool:
    """Whether the part tells what a cleft sentence is about: "C'est une lettre anonyme (qui a décidé le parquet)"."""
    root = tree.root
    pointed = root is not None and any(one.text.lower() in _CLEFT for one in tree.dependents(root, "nsubj"))
    return pointed and any(one.dep == "acl:relcl" for one in tree.subtree(token))


def _is_bound(context: HeadlineContext, tree: Tree, token: Token) -> bool:
    """Whether the word above needs it: "accusé (de meurtre)", "met (en orbite)", "dont il a été (victime)"."""
    above = tree.head(token)
    if token.dep in ("obl:arg", "obl:agent") or above.pos not in ("VERB", "NOUN", "PROPN", "AUX"):
        return True
    verb = context.predicate_by_verb(tree, above)
    given = (one for one in tree.dependents(above, "obj", "xcomp", "ccomp", "obl", "iobj") if one is not token)
    bare = not any(above.index < one.index < token.index and not _is_half_a_verb(tree, one) for one in given)
    bare = bare and verb is not None and not verb.passive  # "est publié" needs no more
    return bare or (verb is not None and context.model.valency.binds(tree, verb, token))


def _is_half_a_verb(tree: Tree, noun: Token) -> bool:
    """Whether verb and bare noun only say together what happens: "a lieu", "prend part"."""
    bare = not tree.has(noun, "det", "nummod", "case")
    return noun.relation == "obj" and noun.pos == "NOUN" and not noun.entity and bare
