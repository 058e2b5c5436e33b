"""The cuts of a line that is too long for a headline, each a named rule: what goes only stands beside the news."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from timeline.events.detection import mentions
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.cuts.place import Place
from timeline.events.headline.reference.absolute import leads_an_absolute_clause
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.wording.omissions import is_told_without, tells_a_fact
from timeline.events.lexicon import NounClass
from timeline.languages.function_words import function_words
from timeline.model import Token

_NOMINAL = ("NOUN", "PROPN", "NUM")
_CLEFT, _ALTERNATIVE = function_words("cleft_pronoun"), function_words("alternative")
_NEAR, _AGE = 3, 4
"""How many words before a noun "c'est" may stand; the most words of an age."""
_TIMES, _AIMS = function_words("time_conjunction"), function_words("purpose")
_AS, _WHEN, _SOURCE = function_words("as"), function_words("when"), function_words("source")
_GENITIVES = function_words("genitive_case")


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut: its name, what the reader loses by it (the lower, the sooner it is made), which subtrees it leaves out.

    `relations` has the relations that their top words may have; none where they may have any.
    """

    name: str
    loss: int
    allows: Callable[[Place], bool]
    relations: tuple[str, ...] = ()


def _second_clause(at: Place) -> bool:
    """A clause beside the main one: "…, et le maire promet de rouvrir", "… ; la garde est renforcée"."""
    tree, token = at.tree, at.token
    if token.relation not in ("conj", "parataxis") or token.head != at.root.index or token.index < at.root.index:
        return False
    finite = tree.is_finite(token)
    subject = tree.first(token, "nsubj")
    speaks = token.relation == "parataxis" and (subject is None or subject.index > token.index)
    whole = (finite or subject is not None) and at.ends and not speaks and not _is_behind_a_colon(at)
    return whole and not at.leads(_ALTERNATIVE) and _mark(at) != ":"


def _is_behind_a_colon(at: Place) -> bool:
    """Whether it is a part of what a colon leads."""
    return any(at.tree.tokens[index].text == ":" for index in at.kept if index < at.opening.index)


def _mark(at: Place) -> str:
    first = at.opening.index
    return at.tree.tokens[first - 1].text if first else ""


def _explaining_clause(at: Place) -> bool:
    """The same behind a colon, with a subject of its own: "Le pont ferme : la ville manque d'argent"."""
    tree, token = at.tree, at.token
    finite = tree.is_finite(token)
    beside = token.relation in ("conj", "parataxis") and token.head == at.root.index and _mark(at) == ":"
    told = tree.has(token, "nsubj") and not tree.has(at.root, "obj")
    return beside and finite and told and at.ends


def _absolute_clause(at: Place) -> bool:
    """A participle with a subject of its own: "…, l'un d'eux souffrant d'une fracture"."""
    tree, token = at.tree, at.token
    if not (at.marked and (at.ends or token.index < at.root.index)):
        return False
    if leads_an_absolute_clause(tree, token):
        return True
    if token.verb_form == "Part" and token.relation in ("advcl", "acl", "parataxis", "ccomp"):
        subject = tree.first(token, "nsubj")
        finite = any(one.verb_form == "Fin" for one in tree.dependents(token, "aux", "cop"))
        return subject is not None and subject.index < token.index and not finite
    led = token.pos in ("NOUN", "PRON") and token.relation in ("obl", "nmod", "appos", "dep", "parataxis", "obj")
    led = led and at.opening.pos in ("DET", "NUM", "PRON") and not tree.has(token, "case")
    below = (one for one in tree.dependents(token, "acl") if one.index > token.index)
    return led and any(one.verb_form == "Part" and one.tense == "Pres" for one in below)


def _relative_aside(at: Place) -> bool:
    """A relative clause between marks: "le préfet, qui l'avait signé, …"; not of "c'est le maire, qui …"."""
    tree, noun = at.tree, at.head
    before = tree.tokens[max(0, tree.opening(noun).index - _NEAR) : noun.index]
    pointed = any(one.text.lower() in _CLEFT for one in (*before, *tree.dependents(at.root, "nsubj", "expl")))
    aside = at.marked and (at.ends or at.token.index < at.root.index)
    return at.token.dep == "acl:relcl" and aside and noun.pos in _NOMINAL and not pointed


def _restricting_relative(at: Place) -> bool:
    """A relative clause right behind a noun that is told without it: "une bombe artisanale qui a explosé"."""
    return at.token.dep == "acl:relcl" and not at.marked and at.closes and _is_described(at)


def _is_described(at: Place) -> bool:
    """Whether its noun is a name, or has another complement that stays; not the root."""
    tree, noun = at.tree, at.head
    others = [one for one in tree.dependents(noun, "nmod", "amod", "acl", "appos") if one is not at.token]
    described = noun.pos == "PROPN" or any(one.index in at.kept for one in others)
    return noun.pos in _NOMINAL and noun.index != at.root.index and described and is_told_without(tree, noun, at.token)


def _apposition(at: Place) -> bool:
    """What describes a noun between marks: "Jean Dupont, président du club, …"; not who it is: "le maire, X, …"."""
    again = at.token.pos in (*_NOMINAL, "ADJ") and not at.tree.has(at.token, "case")
    names = any(word.entity == "PER" for word in at.below) and not at.head.entity
    several = any(word.relation == "cc" for word in at.below) and not at.head.entity
    quoted = any(word.text in "«“" for word in at.below)
    acts = at.token.index < at.root.index and not at.tree.has(at.root, "nsubj")
    goes_on = at.following is not None and at.following.pos == "ADV"  # "…, une thèse contestée, puis vérifiée"
    again = again and not (names or several or quoted or acts or goes_on)
    return at.token.relation == "appos" and at.marked and again and _mark(at) != ":"


def _participle_aside(at: Place) -> bool:
    """A past participle between marks: "la caserne, bâtie en 1880, …"."""
    past = at.token.verb_form == "Part" and at.token.tense != "Pres"
    beside = at.token.relation in ("acl", "advcl") and past and at.marked and not _is_a_clause_cut_short(at)
    beside = beside and at.closes
    return beside and not at.tree.has(at.token, "nsubj") and not _is_taken_up(at)


def _is_a_clause_cut_short(at: Place) -> bool:
    """Whether a second subject without a verb stands before it: "X est à Dakar et son patron, Y, à Paris"."""
    before = (at.tree.tokens[index] for index in at.kept if index < at.opening.index)
    second = (one for one in before if one.relation == "conj" and one.pos in _NOMINAL)
    return any(at.tree.head(one).pos in ("VERB", "ADJ", "AUX") for one in second)


def _is_taken_up(at: Place) -> bool:
    """Whether it opens the line, and a pronoun of the verb is for a thing in it: "Embauché à l'usine, il y reste"."""
    pronouns = at.tree.dependents(at.root, "obl", "iobj", "obj", "expl")
    return at.token.index < at.root.index and any(
        one.pos == "PRON" and one.index in at.kept and not one.is_reflexive for one in pronouns
    )


def _describing_participle(at: Place) -> bool:
    """A participle right behind a noun that is told without it: "une équipe internationale dirigée par X"."""
    past = at.token.dep == "acl" and at.token.verb_form == "Part" and at.token.tense != "Pres"
    past = past and at.closes and not _is_of_a_noun_apart(at)
    return past and not at.marked and at.head.pos == "NOUN" and at.token.index > at.head.index and _is_described(at)


def _gerund(at: Place) -> bool:
    """What is done beside it: "…, soulignant que …"; not "…, faisant neuf morts"."""
    token = at.token
    present = token.verb_form == "Part" and token.tense == "Pres" and token.relation in ("advcl", "acl", "parataxis")
    if not (present and at.marked) or any(word.pos == "NUM" for word in at.below):
        return False
    return not at.tree.has(token, "nsubj") and not _is_of_a_noun_apart(at)


def _is_of_a_noun_apart(at: Place) -> bool:
    """Whether a noun behind a mark may be its subject: "…, le maire, Jean Dupont, estimant que …"."""
    between = (at.tree.tokens[index] for index in at.kept if at.root.index < index < at.opening.index)
    bare = (one for one in between if one.pos in _NOMINAL and not at.tree.has(one, "case", "cc"))
    return any(at.tree.follows_comma(at.tree.opening(one)) for one in bare)


def _fact_beside(at: Place) -> bool:
    """A clause that is true beside the main one: "… alors que le pont est fermé", "… après avoir refusé"."""
    if at.token.relation != "advcl":
        return False
    before = at.opening.index - 1
    if before in timex_tokens(at.context, at.tree):
        return False  # "trois jours après que …"
    if not (at.ends or at.token.index < at.root.index):
        return False
    beside = tells_a_fact(at.context, at.below) and (at.marked or not at.leads(_WHEN))
    return beside or (at.leads(_TIMES) and at.token.verb_form in ("Inf", "Fin", "Part"))


def _aim(at: Place) -> bool:
    """What it is done for: "… pour protéger les riverains"; not what is said by it: "… pour exiger que …"."""
    said = mentions.kind_of(at.tree, at.token, at.context.context.lexicon).is_saying
    aim = at.token.relation == "advcl" and at.leads(_AIMS) and at.token.verb_form in ("Inf", "Fin")
    said = said or any(word.text in "«“" for word in at.below)
    return aim and not said and at.head.index == at.root.index and _has_more(at)


def _examples(at: Place) -> bool:
    """Examples: "…, notamment les utilisateurs", "…, dont douze Américains", "…, comme à Lyon"."""
    led = at.leads(at.context.words.get("examples") | _AS)
    verb = any(word.verb_form == "Fin" for word in at.below)
    return led and at.marked and not verb and (at.ends or at.token.index < at.root.index)


def _means(at: Place) -> bool:
    """Where or through whom something is said: "dans un communiqué", "par la voix de son porte-parole"."""
    named = at.context.words.has("occasions_of_saying", at.token.lemma.lower())
    case = at.tree.first(at.token, "case")
    said = mentions.kind_of(at.tree, at.head, at.context.context.lexicon).is_saying
    plain = not any(word.verb_form == "Fin" or word.pos == "NUM" for word in at.below)
    return at.token.relation == "obl" and named and case is not None and said and plain


def _marked_circumstance(at: Place) -> bool:
    """A circumstance behind a mark: "…, dans l'ouest de la Réunion", "…, à l'appel de la centrale"."""
    led = at.marked and at.opening.pos in ("ADP", "ADV") and not at.leads(_SOURCE | _GENITIVES)
    dated = at.opening.index - 2 in timex_tokens(at.context, at.tree)  # "la condamne, vendredi 16 mars, à dix ans"
    led = led and not dated and at.head.relation != "conj" and not _goes_on_inside(at)
    return led and at.token.relation in ("obl", "nmod", "advmod") and not _is_a_clause_cut_short(at)


def _circumstance(at: Place) -> bool:
    """What only surrounds it, behind a verb with another complement: "… à l'issue du procès", "… lors de sa visite"."""
    words, case = at.context.words, at.tree.first(at.token, "case")
    around = case is not None and words.has("circumstances", case.lemma.lower()) and case.lemma.lower() not in _AIMS
    around = around or words.has("surroundings", at.token.lemma.lower())
    around = around and case is not None and not _goes_on_inside(at) and at.closes
    around = around and at.opening.index - 1 not in timex_tokens(at.context, at.tree)  # "deux jours après l'attaque"
    return at.token.relation == "obl" and not at.marked and around and _has_more(at)


def _goes_on_inside(at: Place) -> bool:
    """Whether a comma inside it may end it: "depuis la visite, en mai, d'une délégation", "une heure durant, le …"."""
    commas = [one.index for one in at.below[1:-1] if one.text == ","]
    return any(at.tree.tokens[index + 1].pos in ("DET", "ADP") for index in commas)


def _has_more(at: Place) -> bool:
    """Whether the verb has another complement before it, or is passive."""
    verb = at.head
    given = at.tree.dependents(verb, "obj", "xcomp", "ccomp", "obl", "iobj")
    passive = any(one.dep == "aux:pass" for one in at.tree.dependents(verb))
    return passive or any(one.index in at.kept and verb.index < one.index < at.token.index for one in given)


def _adverb(at: Place) -> bool:
    """How it is done: "volontairement", "vivement"; not what limits it."""
    words = at.context.words
    before = at.tree.previous(at.token)
    alone = at.token.pos == "ADV" and len(at.below) == 1 and at.token.relation == "advmod"
    alone = alone and (before is None or before.pos != "ADV")  # "tout simplement"
    how = at.token.text.lower().endswith(tuple(words.get("adverb_endings")))
    return alone and how and at.head.index == at.root.index and not words.has("limits", at.token.text.lower())


def _age(at: Place) -> bool:
    """How old somebody is: "un homme de 27 ans", "Pascal L., 47 ans, …"."""
    years = at.context.words.has("years", at.token.lemma.lower()) and at.tree.has(at.token, "nummod")
    case = at.tree.first(at.token, "case")
    years = years and (case is None or case.lemma.lower() in _GENITIVES)
    named = bool(at.head.entity) or is_of_people(at.context, at.head)
    return years and named and at.token.relation in ("nmod", "appos") and len(at.below) <= _AGE


def is_of_people(context: HeadlineContext, noun: Token) -> bool:
    """Whether a noun is for people."""
    classes, lemma = (NounClass.PERSON, NounClass.OFFICE), noun.lemma.lower()
    return context.context.lexicon.is_noun(lemma, *classes) or context.words.has("people", lemma)


def _second_content(at: Place) -> bool:
    """The second of two clauses that are told: "annonce que l'école ferme et que le bus s'arrête"."""
    tree, token = at.tree, at.token
    below = at.head.relation in ("ccomp", "xcomp", "advcl") and token.relation == "conj"
    contents = [one for one in tree.dependents(at.head, "ccomp") if one.index < token.index]
    told = below or (token.relation == "ccomp" and bool(contents) and tree.has(token, "cc"))
    told = told and at.ends and _mark(at) != ":"
    return told and token.pos in ("VERB", "AUX") and token.index > at.head.index and not _tied_by_a_choice(at)


def _tied_by_a_choice(at: Place) -> bool:
    return any(one.text.lower() in _ALTERNATIVE for one in at.tree.dependents(at.token, "cc"))


CUTS: tuple[Cut, ...] = (
    Cut("a second clause", 2, _second_clause, ("conj", "parataxis")),
    Cut("a clause behind a colon", 3, _explaining_clause, ("conj", "parataxis")),
    Cut("an absolute clause", 1, _absolute_clause),
    Cut("a relative clause between marks", 1, _relative_aside, ("acl",)),
    Cut("a relative clause that only tells more", 4, _restricting_relative, ("acl",)),
    Cut("an apposition", 1, _apposition, ("appos",)),
    Cut("a participle between marks", 2, _participle_aside, ("acl", "advcl")),
    Cut("a participle that only tells more", 5, _describing_participle, ("acl",)),
    Cut("what is done beside it", 3, _gerund, ("advcl", "acl", "parataxis")),
    Cut("a fact beside it", 3, _fact_beside, ("advcl",)),
    Cut("an aim", 4, _aim, ("advcl",)),
    Cut("examples", 1, _examples),
    Cut("how it is said", 1, _means, ("obl",)),
    Cut("a circumstance behind a mark", 2, _marked_circumstance, ("obl", "nmod", "advmod")),
    Cut("a circumstance", 4, _circumstance, ("obl",)),
    Cut("an adverb", 1, _adverb, ("advmod",)),
    Cut("an age", 1, _age, ("nmod", "appos")),
    Cut("a second content", 3, _second_content, ("conj", "ccomp")),
)
"""All cuts; a subtree has the least loss of those that allow it."""


@cache
def cuts_of(relation: str) -> tuple[Cut, ...]:
    """The cuts that may leave out a subtree whose top word has a relation, with the least loss first."""
    found = (cut for cut in CUTS if not cut.relations or relation in cut.relations)
    return tuple(sorted(found, key=lambda cut: cut.loss))
