"""What a headline leaves out: some subtrees always, dates alone, and optional complements if it is too long."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.headline.base.bound import is_title, says_first_at_what
from timeline.events.headline.base.quoted import in_brackets, in_quotes
from timeline.events.headline.complete.lists import is_a_second_description, shares_its_object
from timeline.events.headline.complete.ties import only_adds, only_points_back, only_stresses, stands_between
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.absolute import leads_an_absolute_clause
from timeline.events.lexicon import WordList
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_ASIDE = frozenset({"appos", "parataxis", "discourse", "vocative", "dislocated", "list", "reparandum"})
_THAT, _COMPLEMENTIZER, _EVEN = function_words("that"), function_words("complementizer"), function_words("even")
_WHICH, _WHOSE, _LEADS_RELATIVE = function_words("which"), function_words("whose"), function_words("leads_relative")
_BARE_DEMONSTRATIVE, _SUCH = function_words("bare_demonstrative"), function_words("such")
_COMPARING, _OF, _CONTRAST = function_words("comparing"), function_words("genitive_case"), function_words("contrast")


def droppable(context: HeadlineContext, tree: Tree, head: Token) -> set[int]:
    """The subtrees below `head` that a headline never keeps."""
    found = set(brackets_and_links(context, tree))
    droppable_tops = tree.remembered("droppable", context.timexes, lambda: _droppable_tops(context, tree))
    for token in tree.subtree(head):
        if token.index == head.index:
            continue
        if token.index in droppable_tops or (token.head == head.index and token.relation in ("cc", "mark")):
            whole = _pointing_to(tree, token, head)
            found.update([t.index for t in tree.subtree(whole)])
    return found


def _droppable_tops(context: HeadlineContext, tree: Tree) -> frozenset[int]:
    """The words that no headline keeps with what is below them, unless they are its head."""
    return frozenset(token.index for token in tree.tokens if _is_droppable(context, tree, token))


def _is_droppable(context: HeadlineContext, tree: Tree, token: Token) -> bool:
    aside = (
        _is_aside(tree, token)
        and not _is_aim_or_manner(context, tree, token)
        and not says_first_at_what(context, tree, token, tree.head(token))
        and not _is_quoted_behind_its_noun(tree, token)
        and not is_title(context, tree, token)
    )
    if aside or _connects(context, tree, token) or only_stresses(tree, token):
        return True
    ties = only_points_back(context, tree, token) or only_adds(context, tree, token)
    ties = ties or stands_between(context, tree, token) or _is_relative(token) or _has_a_relative(tree, token)
    return ties or _leads_a_clause_that_goes(tree, token) or _is_orphan(tree, token)


def brackets_and_links(context: HeadlineContext, tree: Tree) -> set[int]:
    """The words in brackets, and those that connect the sentence to the one before."""
    lexicon = context.context.lexicon
    return tree.remembered("asides", lexicon, lambda: set(in_brackets(tree)) | _connectives(context, tree))


def _leads_a_clause_that_goes(tree: Tree, token: Token) -> bool:
    """Whether a word is the first part of a conjunction: "même" of "alors même que", "tel" of "tel que calculé"."""
    if token.index + 1 >= len(tree.tokens):
        return False
    following = tree.tokens[token.index + 1]
    clause = tree.head(following)
    led = following.relation == "mark" and following.text.lower() in _THAT
    if token.lemma.lower() in _SUCH:
        return led and clause.relation == "advcl"
    led = led and not tree.dependents(token)
    return led and token.pos == "ADV" and clause.relation == "advcl" and clause.verb_form == "Fin"


def _has_a_relative(tree: Tree, token: Token) -> bool:
    """Whether a relative clause with "lequel" depends on a noun, under any relation of the parse.

    "les affirmations selon lesquelles la visite visait …".
    """
    return token.verb_form == "Fin" and any(child.lemma in _WHICH for child in tree.dependents(token))


def _pointing_to(tree: Tree, token: Token, head: Token) -> Token:
    """The word to remove with a removed clause: "celui" or "ce" means nothing without it."""
    governor = tree.head(token)
    points = governor.lemma in _BARE_DEMONSTRATIVE and governor.pos == "PRON" and token.dep.startswith("acl")
    counts = token.lemma in _WHOSE and governor.pos not in ("VERB", "AUX") and governor.index > token.index
    return governor if (points or counts) and governor.index != head.index else token


def _connects(context: HeadlineContext, tree: Tree, token: Token) -> bool:
    """Whether the adverb only connects the clause to others: "puis", "également"."""
    if token.relation != "advmod" or (token.index and tree.tokens[token.index - 1].pos == "CCONJ"):
        return False  # "mais aussi en France"
    lexicon, lemma = context.context.lexicon, token.lemma.lower()
    ties = lemma in lexicon.words(WordList.BACKGROUND_AFTER) or lemma in lexicon.words(WordList.BACKGROUND_BEFORE)
    return ties and all(word.pos != "SCONJ" for word in tree.subtree(token))


def _connectives(context: HeadlineContext, tree: Tree) -> set[int]:
    """The words of "en effet", "par ailleurs", "de plus", which connect the sentence to the one before."""
    found: set[int] = set()
    words = [token.text.lower().replace("’", "'").replace(" ", "_") for token in tree.tokens]
    line = f" {' '.join(words)} "
    for sequence in context.context.lexicon.words(WordList.HEADLINE_CONNECTIVES):
        at = line.find(f" {sequence} ")
        while at >= 0:
            first = line[:at].count(" ")
            last = first + len(sequence.split())
            compares = sequence.rpartition(" ")[2] in _COMPARING and not _THAT.isdisjoint(words[last : last + 1])
            following = tree.tokens[last] if last < len(tree.tokens) else None
            of_noun = following is not None and following.pos == "NOUN" and tree.tokens[last - 1].head == last
            doubled = sequence.rpartition(" ")[2] in words[last : last + 2][1:]
            below = tree.dependents(tree.tokens[last - 1], "nmod")  # "au passage de plusieurs véhicules"
            led = following is not None and following.text.lower() in _OF
            if compares or of_noun or doubled or (led and any(tree.opening(one) is following for one in below)):
                last = first  # "quelques voix de plus que l'autre", "des couples de même sexe", "de plus en plus"
            found.update(range(first, last))
            at = line.find(f" {sequence} ", at + 1)
    return found


def _is_aside(tree: Tree, token: Token) -> bool:
    """Whether the subtree is a separate clause or an aside; a name after an office, "femme maire" are none."""
    name = token.relation
    named = token.entity or (token.pos == "PROPN" and tree.tokens[token.index - 1].pos != "PUNCT")
    if name in _ASIDE and not (name == "appos" and (named or token.index == token.head + 1)):
        return True
    if token.dep == "acl:relcl" or (name == "advcl" and not is_object_clause(tree, token)):
        return True
    if name == "conj" and (token.pos in ("VERB", "AUX") or _is_a_clause_cut_short(tree, token)):
        return not shares_its_object(tree, token)
    if any(aux.verb_form == "Part" and aux.tense == "Pres" for aux in tree.dependents(token, "aux")):
        return True  # "ayant atteint six mètres"
    return is_a_second_description(tree, token) or is_beside(tree, token)


def _is_aim_or_manner(context: HeadlineContext, tree: Tree, token: Token) -> bool:
    """Whether it gives purpose or manner after its verb: "part sans répondre", "riposte en réaffirmant …"."""
    if token.relation != "advcl" or token.verb_form not in ("Inf", "Part") or token.index < token.head:
        return False
    first = tree.opening(token)
    leads = "aims" if token.verb_form == "Inf" else "manners"
    if first is token and token.tense == "Pres":  # "s'écrase, tuant le pilote"; after an agent it is about the agent
        led = tree.follows_comma(token) and tree.has(token, "obj")
        return led and not any(one.dep == "obl:agent" for one in tree.dependents(tree.head(token)))
    return first.index > token.head and context.words.has(leads, first.text.lower())


def _is_quoted_behind_its_noun(tree: Tree, token: Token) -> bool:
    """Whether it is quoted right after its noun, and names or describes it: "le projet de loi « Stop Soros »"."""
    noun, first = tree.head(token), tree.subtree(token)[0]
    if token.relation != "appos" or noun.pos != "NOUN" or token.index not in in_quotes(tree):
        return False
    opening = first if first.pos == "PUNCT" else tree.previous(first) or first
    before = tree.previous(opening) or opening
    beside = before.pos != "PUNCT" or before.text == ":"
    return opening.text in ("«", "“") and beside and before.index >= noun.index


def _is_a_clause_cut_short(tree: Tree, token: Token) -> bool:
    """Whether a noun that "mais" connects to a verb is the subject of a clause: "…, mais cette revendication …"."""
    ties = {child.text.lower() for child in tree.dependents(token, "cc")}
    return bool(ties & _CONTRAST) and tree.head(token).pos == "VERB"


def is_beside(tree: Tree, token: Token) -> bool:
    """Whether a noun phrase with an article and without a preposition stands after a comma.

    "…, le transfert le plus cher"; a number after an object of its verb: "atteint 5,31 m, quatre centimètres de plus".
    """
    if leads_an_absolute_clause(tree, token):
        return True
    again = token.relation == "obj" and tree.first(tree.head(token), "obj") not in (None, token)
    aside = (token.relation in ("nmod", "obl", "dep") or again) and token.pos == "NOUN"
    if not aside or tree.has(token, "case", "cc"):
        return False
    first = tree.opening(token) if again else tree.subtree(token)[0]
    behind = first.index > token.head and tree.follows_comma(first)
    return behind and first.pos == ("NUM" if again else "DET")


def is_object_clause(tree: Tree, token: Token) -> bool:
    """Whether a clause that the parse labels as adverbial is the object of its verb.

    It begins with "que", the word before "que" does not form a comparison or a conjunction with it ("plus … que",
    "bien que"), and the verb has no other object clause.
    """
    head, first = tree.head(token), min(tree.subtree(token), key=lambda word: word.index)
    led = first.relation == "mark" and first.lemma.lower() in _COMPLEMENTIZER and head.pos == "VERB"
    return led and not tree.has(head, "ccomp") and not _compares(tree, head, first)


def _compares(tree: Tree, head: Token, conjunction: Token) -> bool:
    """Whether "que" belongs to a word before it: "plus vite que", "tel que"; not "à la radio locale que"."""
    between = tree.between(head, conjunction)
    led = any(word.pos == "ADV" or word.lemma.lower() in _EVEN for word in between)
    return led or any(word.pos == "ADJ" and word.relation != "amod" for word in between)


def _is_relative(token: Token) -> bool:
    return token.pron_type == "Rel" or token.lemma in _LEADS_RELATIVE


def second_clause(tree: Tree, head: Token) -> set[int]:
    """A clause connected by "et", from that word to the end, whose subject the parse attached wrongly.

    The parse made the subject one more complement: "conclut des accords sur l'énergie | et la Russie formera des
    soldats".
    """
    for token in tree.tokens[head.index + 1 :]:
        if token.relation == "cc" and _leads_a_clause(tree.tokens[token.index + 1 :]):
            return {later.index for later in tree.tokens[token.index :]}
    return set()


def _leads_a_clause(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb comes before any word that would make its clause a dependent one or end it."""
    for place, token in enumerate(tokens):
        if token.verb_form == "Fin" and token.pos in ("VERB", "AUX"):
            return place > 0
        if token.pos in ("SCONJ", "CCONJ", "PUNCT") or _is_relative(token):
            return False
    return False


def _is_orphan(tree: Tree, token: Token) -> bool:
    """Whether it is a coordinating word whose clause is left out."""
    if token.relation != "cc" or tree.is_root(token):
        return False
    governor = tree.head(token)
    return governor.relation == "conj" and governor.pos in ("VERB", "AUX") and not shares_its_object(tree, governor)
