"""Whether the kept words of a clause are complete: its objects, its lists, its second verbs, names for its pronouns."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.detection import predicates
from timeline.events.entities.coreference import Referent
from timeline.events.entities.speakers import quotation_marks
from timeline.events.headline.base import valency
from timeline.events.headline.base.bound import runs_on
from timeline.events.headline.base.quoted import quotations
from timeline.events.headline.base.types import Clause, Subject
from timeline.events.headline.complete.hedged import tells_anothers_judgement
from timeline.events.headline.complete.lists import stands_beside
from timeline.events.headline.complete.needed import lacks_its_agent, lacks_its_object
from timeline.events.headline.complete.parted import parts_what_belongs_together
from timeline.events.headline.complete.stranded import has_strays
from timeline.events.headline.compression import is_beside
from timeline.events.headline.realisation import is_negation
from timeline.events.headline.reference.people import is_human
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.wording.described import follows_a_circumstance
from timeline.events.headline.wording.phrase_parts import limits_of_the_clause_above
from timeline.events.headline.words import HeadlineWords
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_WHOSE = function_words("whose")
_OBJECT_RELATIVE = function_words("that") | _WHOSE
_COMPLEMENTIZER = function_words("complementizer")
_OF_ONE, _OF_SEVERAL = function_words("possessive"), function_words("possessive_of_several")
_POINTING, _REFLEXIVE = function_words("pointing_pronoun"), function_words("reflexive_lemma")
_LESS = function_words("no_less")
_COMPLEMENTS = ("obj", "iobj", "obl")
_EXPLETIVE, _PLURAL = function_words("expletive"), function_words("plural_subject")


def names_its_pronouns(clause: Clause, words: Sequence[Token], subject: Subject) -> bool:
    """Whether each pronoun and possessive of the shown words refers to the subject, or has no referent."""
    pointing = (token for token in words if token.pos in ("PRON", "DET"))
    return all(
        _is_named(clause, token, subject) or _is_of_a_complement(clause, token, words, subject) for token in pointing
    )


def _is_of_a_complement(clause: Clause, token: Token, words: Sequence[Token], subject: Subject) -> bool:
    """Whether what a plural subject gives to one person or body is theirs: "ils laissent à Froome son maillot".

    So is what one subject says of several: "il demande aux pays de reprendre leurs aides".
    """
    if token.pos != "DET" or token.text.lower() not in _OF_ONE | _OF_SEVERAL:
        return False
    last = max(clause.predicate.parts)
    between = [word for word in words if last < word.index < token.index and word.pos in ("NOUN", "PROPN")]
    if token.text.lower() in _OF_SEVERAL:
        several = (word for word in between if word.is_plural)
        people = [word for word in several if _is_of_people(clause, word)]
        return any(word.relation in _COMPLEMENTS for word in people) and subject.plural is False
    owners = [word for word in between if word.entity in ("PER", "ORG", "LOC") and word.relation in _COMPLEMENTS]
    return len(owners) == 1 and owners[0] is between[0] and not clause.tree.has(owners[0], "conj")


def _is_of_people(clause: Clause, noun: Token) -> bool:
    """Whether the noun is for people or bodies of them: "les autorités"."""
    bodies = NounClass.COLLECTIVE, NounClass.INSTITUTION
    body = clause.context.entities.lexicon.is_noun(noun.lemma.lower(), *bodies)
    return body or is_human(clause.context, Referent(clause.tree, noun))


def is_whole(clause: Clause, kept: frozenset[int], words: Sequence[Token]) -> bool:
    """Whether the shown words include all that the verb needs, and nothing that only another sentence explains."""
    shown = {token.index for token in words}
    if _lacks_what_any_clause_needs(clause, words, shown):
        return False
    if clause.loose:
        acts = not (clause.predicate.passive or predicates.is_reflexive(clause.tree, clause.predicate.token))
        acts = acts or _is_whose(clause)
        return not (runs_on(words) or (acts and _is_of_the_antecedent(clause))) and _has_its_objects(clause, kept)
    if _cuts_a_list(clause, words, shown):
        return False
    if runs_on(words) or _cuts_a_quotation(clause, shown) or _is_of_the_antecedent(clause):
        return False
    return _has_its_objects(clause, kept) and not _says_too_little(clause, words, shown) and _says_where(clause, shown)


def _lacks_what_any_clause_needs(clause: Clause, words: Sequence[Token], shown: set[int]) -> bool:
    context, tree, predicate = clause.context, clause.tree, clause.predicate
    given = bool(clause.whom or clause.again)
    if (
        context.model.valency.loses(tree, predicate, shown, timex_tokens(context, tree))
        or _leads_to_a_quotation(tree, shown)
        or lacks_its_agent(context, tree, predicate, shown)
        or parts_what_belongs_together(context, tree, shown)
        or has_strays(context, tree, words)
        or tells_anothers_judgement(context, tree, shown)
        or (not given and lacks_its_object(context, tree, predicate, words))
    ):
        return True
    behind = valency.object_behind_a_comma(context.model.valency, tree, predicate)
    if behind is not None and behind.index not in shown:
        return True
    return any(_is_second(clause, token) and not _has_its_own(tree, token, shown) for token in words)


def _cuts_a_list(clause: Clause, words: Sequence[Token], shown: set[int]) -> bool:
    """Whether a word of a list stands without what joins it or follows it, or a verb of a list without its object."""
    tree = clause.tree
    for token in words:
        listed = token.relation == "conj" and token.head in shown
        if _loses_its_object(clause, token, shown) or (listed and not _is_joined(tree, token, shown)):
            return True
    lasts = tree.remembered("beside", None, lambda: _lasts(tree))
    return any(index in shown and last not in shown for index, last in lasts)


def _says_too_little(clause: Clause, words: Sequence[Token], shown: set[int]) -> bool:
    """Whether the verb lacks a complement that it needs, or only dates: "l'accord date (de mai)"."""
    context, tree, verb = clause.context, clause.tree, clause.predicate.token
    only_dates = context.words.has("dating", verb.lemma.lower()) and tree.first(verb, "obj") not in words
    hidden = timex_tokens(context, tree)
    return only_dates or context.model.valency.lacks(tree, clause.predicate, shown, hidden)


def _is_second(clause: Clause, token: Token) -> bool:
    return token.verb_form == "Fin" and token.index not in clause.predicate.parts


def _lasts(tree: Tree) -> tuple[tuple[int, int], ...]:
    """The words in the middle of lists, each with the last word of its list, by index."""
    found = ((token.index, stands_beside(tree, token)) for token in tree.tokens)
    return tuple((index, last.index) for index, last in found if last is not None)


def _leads_to_a_quotation(tree: Tree, shown: set[int]) -> bool:
    """Whether a noun lost the quotation right after it: "utilise le mot (« milice »)"."""
    for mark, opens in quotation_marks(tree):
        if not opens or mark + 1 in shown or not mark:
            continue
        before = tree.tokens[mark - 1]
        if before.pos == "NOUN" and before.index in shown:
            return True
    return False


def _loses_its_object(clause: Clause, token: Token, shown: set[int]) -> bool:
    """Whether another verb than the clause's own loses the object that it has in the sentence."""
    if token.pos != "VERB" or token.index in clause.predicate.parts:
        return False
    hidden = timex_tokens(clause.context, clause.tree)
    needs = (need for need in clause.tree.dependents(token, "obj", "xcomp", "ccomp") if need.pos != "PRON")
    return any(need.index not in shown and need.index not in hidden for need in needs)


def _is_of_the_antecedent(clause: Clause) -> bool:
    """Whether a complement is the antecedent of a relative clause: "le hangar que le Secours populaire utilise …".

    Also with "dont" of the verb: "la crise cardiaque dont il a été victime".
    """
    tree, predicate = clause.tree, clause.predicate
    joined = predicate.top.relation == "conj" and tree.head(predicate.top).dep == "acl:relcl"
    if (predicate.top.dep != "acl:relcl" and not joined) or clause.whom or follows_a_circumstance(tree, predicate.top):
        return False
    before = (child for part in predicate.heads for child in tree.dependents(part) if child.index < part.index)
    return any(child.text.lower() in _OBJECT_RELATIVE for child in before)


def _is_whose(clause: Clause) -> bool:
    """Whether the clause begins with "dont": its antecedent completes the verb."""
    below = clause.tree.subtree(clause.predicate.top)
    return bool(below) and below[0].text.lower() in _WHOSE


def _cuts_a_quotation(clause: Clause, shown: set[int]) -> bool:
    """Whether only some words of a quotation are shown: it must not be shortened, unless it has the verb itself."""
    tree, verbs = clause.tree, clause.predicate.heads
    apart = (set(quotations(tree, without=verb)) for verb in verbs)
    for one in set.intersection(*apart):
        words = [index for index in one if tree.tokens[index].pos != "PUNCT"]
        if 0 < sum(index in shown for index in words) < len(words):
            return True
    return False


def _is_named(clause: Clause, token: Token, subject: Subject) -> bool:
    """Whether a pronoun or possessive refers to the headline's own subject, or has no referent."""
    form = token.text.lower()
    if token.pos == "DET" and token.is_possessive:
        one, several = form in _OF_ONE, form in _OF_SEVERAL
        return not ((several and subject.plural is False) or (one and subject.plural is True))
    if token.pos != "PRON":
        return True
    if form in _POINTING:
        return False
    personal = token.pron_type == "Prs" and not token.is_reflexive
    if not personal or token.lemma in _REFLEXIVE:
        return True
    if form in _EXPLETIVE and token.relation == "expl":
        return True
    if token.head in clause.predicate.parts or token.relation != "nsubj":
        return False
    agrees = subject.plural is None or subject.plural == (form in _PLURAL)
    gender = token.gender
    return agrees and (not subject.gender or not gender or gender == subject.gender)


def _has_its_own(tree: Tree, token: Token, shown: set[int]) -> bool:
    """Whether a second finite verb forms a clause: it has a subject, a relative, or the verb it is coordinated with."""
    clause = tree.head(token) if token.relation in ("aux", "cop") else token
    near = [word for word in tree.subtree(clause) if word.index in shown]
    if clause.relation in ("acl", "advcl", "ccomp"):
        led = (word for word in near if word.relation == "mark" or word.pron_type == "Rel")
        return any(word.index < token.index for word in led)
    if clause.relation == "conj":
        named = tree.first(clause, "nsubj")
        return any(word.relation == "cc" for word in near) and (named is None or named.index in shown)
    return any(word.relation in ("nsubj", "expl", "csubj") for word in near)


def _is_joined(tree: Tree, token: Token, shown: set[int]) -> bool:
    """Whether "et" or a comma stands before a word of a list."""
    if any(child.index in shown for child in tree.dependents(token, "cc")):
        return True
    first = min(word.index for word in tree.subtree(token) if word.index in shown)
    return first - 1 in shown and tree.tokens[first - 1].pos in ("PUNCT", "CCONJ")


def _has_its_objects(clause: Clause, kept: frozenset[int]) -> bool:
    tree, predicate = clause.tree, clause.predicate
    hidden = timex_tokens(clause.context, tree)
    for part in {predicate.top.index, predicate.token.index}:
        for need in tree.dependents(tree.tokens[part], "obj", "xcomp", "ccomp"):
            given = need.index in kept or need.index in predicate.parts or need.index in hidden
            dated = need.index in clause.out and clause.context.words.has("stretches", need.lemma.lower())
            if need is clause.head or dated or is_beside(tree, need):
                continue
            taken_up = need.pron_type == "Rel" or need.lemma in _COMPLEMENTIZER
            if taken_up and clause.whom:
                continue
            if taken_up or (not given and need.pos != "PRON"):
                return False
    return True


def _says_where(clause: Clause, shown: set[int]) -> bool:
    """Whether a verb that only says that something takes place has a complement, if the sentence has one."""
    tree, verb = clause.tree, clause.predicate.token
    if not clause.context.words.has("empty", verb.lemma.lower()):
        return True
    hidden = timex_tokens(clause.context, tree)
    given = [token for token in tree.dependents(verb, "obl", "obj", "xcomp", "advmod") if token.index not in hidden]
    behind = [token for token in given if token.index > verb.index and token.pos != "ADV"]
    return not behind or any(token.index in shown for token in behind)


def says_its_limits(clause: Clause, text: str) -> bool:
    """Whether "seul", "presque", "aucun" of the verb or its subject are kept: without them the clause is false."""
    tree, words = clause.tree, clause.context.words
    heads = set(clause.parts) | ({clause.head.index} if clause.head is not None else set())
    limits = tree.remembered("limits", words, lambda: _limits(tree, words))
    others = limits_of_the_clause_above(clause.context, tree, clause.predicate, clause.head)
    near = [token.text.lower() for token in limits if token.head in heads and token.index not in others]
    return not near or set(near).issubset(text.lower().split())


def _limits(tree: Tree, words: HeadlineWords) -> tuple[Token, ...]:
    return tuple(token for token in tree.tokens if words.has("limits", token.text.lower()) or _is_no_less(tree, token))


def _is_no_less(tree: Tree, token: Token) -> bool:
    """Whether it is "pas" of "pas moins de six"."""
    behind = tree.next(token)
    return is_negation(token) and behind is not None and behind.text.lower() in _LESS
