"""What a whole sentence can do without: dates, brackets, asides between marks, its last clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from timeline.events.detection.mentions import Mention
from timeline.events.entities.coreference import is_personal
from timeline.events.headline.complete.ties import linking_adverbs, only_adds, only_stresses
from timeline.events.headline.compression import brackets_and_links
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_ASIDES = ("appos", "acl", "parataxis")
_CLAUSES = (*_ASIDES, "advcl", "obl", "advmod", "dep")
_QUOTES = "«“»”"
_LITTLE = ("PUNCT", "AUX", "ADP", "PRON")
_CLEFT, _THAT = function_words("cleft_pronoun"), function_words("that")


def removed(context: HeadlineContext, mention: Mention, root: Token) -> Iterator[frozenset[int]]:
    """The words to leave out, at each of five lengths."""
    tree = mention.tree
    said_beside = tree.remembered("said beside", context.timexes, lambda: _said_beside(context, tree))
    gone = (dates(context, tree, root) | said_beside) - {mention.trigger.index}
    for token in tree.dependents(root, "parataxis"):
        pronoun = tree.first(token, "nsubj")
        if pronoun is not None and pronoun.index > token.index and is_personal(pronoun):
            gone |= tree.indices(token) - {mention.trigger.index}
    gone |= _emptied(mention, gone) | _description_ahead(mention)
    yield gone
    for relations in (_ASIDES, _CLAUSES):
        for token in [one for one in tree.tokens if one.relation in relations]:
            if token.index not in gone and _is_aside(context, mention, token, root, relations):
                gone |= tree.indices(token)
        yield gone
    yield gone | _last_clause(mention, root)
    yield gone | _last_relative(mention, gone)


def _said_beside(context: HeadlineContext, tree: Tree) -> frozenset[int]:
    """The words in brackets, those that tie the sentence to the one before, pronouns that only emphasise a word."""
    stressing = {token.index for token in tree.tokens if only_stresses(tree, token) or only_adds(context, tree, token)}
    return frozenset(brackets_and_links(context, tree) | linking_adverbs(context, tree) | stressing)


def dates(context: HeadlineContext, tree: Tree, root: Token) -> frozenset[int]:
    """The words of dates that complete a main verb.

    The date of a noun ("la liste du 30 septembre") says which one it is, and that of a participle is all it says
    ("lancée en 2012").
    """
    hidden = timex_tokens(context, tree)
    kept: set[int] = set()
    for timex in tree.times(context.timexes):
        top = tree.top(timex.span)
        if top is None:
            continue
        above, below = tree.head(top), tree.indices(top)
        whole = {token.index for token in tree.within(timex.span)} <= below
        of_noun = top.relation == "nmod" and above.pos == "NOUN" and not above.entity
        of_noun = of_noun and tree.has(top, "case")
        named = any(character.isdigit() for token in tree.within(timex.span) for character in token.text)
        of_participle = above.relation in ("acl", "advcl") and (named or above.verb_form != "Part")
        of_verb = context.words.has("dating", above.lemma.lower())
        apart = whole and above.index not in {root.index, *hidden}
        if of_verb or (apart and (of_noun or of_participle)):
            kept |= below
    return hidden - _whole_periods(tree, hidden, kept)


def _whole_periods(tree: Tree, hidden: frozenset[int], kept: Set[int]) -> set[int]:
    """The kept words of dates with those that follow them without a gap: "la période du 6 | au 10 mars"."""
    found = set(kept)
    for token in tree.tokens[1:]:
        if token.index in hidden and token.index - 1 in found & hidden and token.pos != "PUNCT":
            found.add(token.index)
    return found


def _description_ahead(mention: Mention) -> set[int]:
    """What describes the subject before it, without an article: "Ouvrier tanneur, Émile Rouvier …"."""
    tree = mention.tree
    top = next((token for token in tree.tokens if token.pos != "PUNCT"), None)
    if top is None or top.pos not in ("NOUN", "ADJ") or tree.is_root(top) or tree.has(top, "det", "case"):
        return set()
    if top.relation == "nsubj" and len(tree.dependents(tree.head(top), "nsubj")) == 1:
        return set()
    below = tree.subtree(top)
    last = below[-1].index
    marked = tree.tokens[last].text == "," or any(word.text == "," for word in tree.tokens[last + 1 : last + 2])
    whole = last - top.index + 1 == len([word for word in below if word.index >= top.index])
    return set(range(last + 1)) if whole and marked and mention.trigger.index > last else set()


def _emptied(mention: Mention, gone: Set[int]) -> set[int]:
    """The participles and relatives that lost all that they say: "ayant (20 ans)", "le procès, qui s'ouvre (lundi)"."""
    found: set[int] = set()
    for token in mention.tree.tokens:
        participle = token.verb_form == "Part" and token.relation in ("acl", "advcl")
        if not (participle or token.dep == "acl:relcl") or token.index in gone:
            continue
        below = {word.index for word in mention.tree.subtree(token) if word.pos not in _LITTLE}
        rest = below - {token.index}
        if rest and rest <= gone and mention.trigger.index not in below:
            found |= mention.tree.indices(token)
    return found


def _is_aside(
    context: HeadlineContext, mention: Mention, token: Token, root: Token, relations: tuple[str, ...]
) -> bool:
    """Whether marks stand on both sides of the words below the token, and the clause is true without them."""
    tree = mention.tree
    if token.index == root.index:
        return False
    below = tree.subtree(token)
    first, last = below[0].index, below[-1].index
    if last - first + 1 != len(below) or first <= mention.trigger.index <= last:
        return False
    if relations is not _ASIDES and token.relation not in _ASIDES and token.head != root.index:
        return False
    mark = tree.tokens[first] if tree.tokens[first].pos == "PUNCT" else tree.tokens[first - 1]
    if first and mark.text not in (",", "–", "—", "-", ";", "("):
        return False
    after = tree.tokens[last + 1] if last + 1 < len(tree.tokens) else None
    if after is not None and (after.pos == "CCONJ" or "PUNCT" not in (tree.tokens[last].pos, after.pos)):
        return False
    words = {word.text.lower() for word in below[:4]}
    led = token.relation == "advcl" and relations is not _ASIDES and tells_a_fact(context, below)
    limits = (frozenset() if led else _THAT) | context.words.get("against") | context.words.get("unreal")
    return not (words & limits or any(word.text in _QUOTES for word in below))


def tells_a_fact(context: HeadlineContext, clause: Sequence[Token]) -> bool:
    """Whether its first words say that it is true beside the main clause: "alors que", but not "ainsi que"."""
    words = [word.text.lower() for word in clause if word.pos != "PUNCT"]
    return " ".join(words[:2]).startswith(tuple(context.words.get("facts_beside")))


def _last_clause(mention: Mention, root: Token) -> set[int]:
    """The second clause of the sentence, after a comma or "et", if the trigger is not in it."""
    tree = mention.tree
    for token in tree.dependents(root, "conj"):
        below = tree.subtree(token)
        own_subject = tree.has(token, "nsubj") or tree.has(token, "aux")
        if token.verb_form == "Fin" or own_subject:
            inside = any(word.index == mention.trigger.index for word in below)
            if not inside and below[-1].index >= len(tree.tokens) - 2:
                return set(range(below[0].index, len(tree.tokens)))
    return set()


def _last_relative(mention: Mention, gone: Set[int]) -> set[int]:
    """The relative clause that ends the sentence, if the trigger is not in it and it says more about a noun."""
    tree = mention.tree
    for token in tree.tokens:
        noun = tree.head(token)
        if token.dep != "acl:relcl" or token.index in gone or noun.pos not in ("NOUN", "PROPN"):
            continue
        below = tree.subtree(token)
        first, last = below[0].index, below[-1].index
        ends = all(word.pos == "PUNCT" or word.index in gone for word in tree.tokens[last + 1 :])
        whole = last - first + 1 == len(below) and not first <= mention.trigger.index <= last
        if ends and whole and is_told_without(tree, noun, token):
            return set(range(first, last + 1))
    return set()


def is_told_without(tree: Tree, noun: Token, clause: Token) -> bool:
    """Whether a noun is known without its relative clause: not "c'est le maire qui …", nor "les théâtres où …"."""
    if noun.relation == "nsubj" or any(one.text.lower() in _CLEFT for one in tree.dependents(noun, "nsubj", "expl")):
        return False
    before = tree.tokens[tree.subtree(clause)[0].index - 1]
    indefinite = tree.is_indefinite(noun)
    counted = tree.has(noun, "nummod")
    complements = [one for one in tree.dependents(noun, "nmod", "acl", "appos") if one.index != clause.index]
    return noun.pos == "PROPN" or before.text == "," or indefinite or counted or bool(complements)
