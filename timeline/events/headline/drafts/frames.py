"""The drafts of a mention: of its clause, of the clause above if its own would be false alone, of its noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.events.detection import mentions
from timeline.events.detection.mentions import Frame, Mention, MentionKind
from timeline.events.detection.predicates import Form, Predicate, Tense
from timeline.events.detection.verb_group import auxiliaries
from timeline.events.headline import phrases
from timeline.events.headline.base.gate import LONGEST_CLAUSE, broken
from timeline.events.headline.base.types import Draft
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.clauses import LOOSE, clause_drafts
from timeline.events.headline.drafts.noun_clauses import participle_drafts, relative_drafts, state_drafts
from timeline.events.headline.drafts.nouns import circumstance_drafts, noun_drafts
from timeline.events.headline.drafts.passive import bracketed_drafts
from timeline.events.headline.realisation import is_negation
from timeline.events.headline.reference.partitives import counted_people
from timeline.events.headline.timex_tokens import is_of_another_day
from timeline.events.lexicon import VerbClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Granularity, Token
from timeline.model.timex import within

_AFTER, _TIME = function_words("after_conjunction"), function_words("time_conjunction")
_BEFORE, _PAST = function_words("before_conjunction"), (Tense.PERFECT, Tense.PLUPERFECT)
_AHEAD = (Tense.FUTURE, Tense.CONDITIONAL)
_FACTUAL = function_words("factual_conjunction")
_IF = function_words("conditional")
_NOUNS = (Frame.DATED, Frame.OBLIQUE, Frame.VERBLESS, Frame.PLANNED)


def drafts(context: HeadlineContext, mention: Mention) -> Iterator[Draft]:
    """The drafts of a mention, of any quality; the loose ones only where no other passes the gate."""
    found = tuple(_whole(context, mention))
    yield from found
    if not any(not broken(draft.text, context.words, LONGEST_CLAUSE) for draft in found):
        yield from _loose(context, mention)


def _loose(context: HeadlineContext, mention: Mention) -> Iterator[Draft]:
    """The drafts of the mention's clause without tests of completeness, else those of the clause above."""
    predicate = mention.predicate
    if predicate is not None and mention.frame not in _NOUNS:
        if not needs_the_clause_above(context, mention, predicate):
            own = tuple(clause_drafts(context, mention, predicate, LOOSE))
            yield from own
            if _some_pass(context, own):
                return
        yield from _above(context, mention, predicate.top, LOOSE)
    else:
        yield from participle_drafts(context, mention)
        yield from _above(context, mention, mention.trigger, LOOSE)


def _whole(context: HeadlineContext, mention: Mention) -> Iterator[Draft]:
    predicate = mention.predicate
    states = tuple(state_drafts(context, mention))
    if _some_pass(context, states):
        yield from states
        return
    if predicate is None or mention.frame in _NOUNS:
        yield from _of_the_noun(context, mention)
        return
    for drafts_of in (bracketed_drafts, _of_what_came_next):
        found = tuple(drafts_of(context, mention, predicate))
        yield from found
        if _some_pass(context, found):
            return
    yield from _of_the_verb(context, mention, predicate)


def _of_the_noun(context: HeadlineContext, mention: Mention) -> Iterator[Draft]:
    nouns = [draft for draft in noun_drafts(context, mention) if not broken(draft.text, context.words)]
    if nouns:
        yield from nouns
        return
    yield from circumstance_drafts(context, mention)
    did = tuple(_by_its_clause(context, mention))
    yield from did if _some_pass(context, did) else _above(context, mention, mention.trigger)


def _of_what_came_next(context: HeadlineContext, mention: Mention, predicate: Predicate) -> Iterator[Draft]:
    counted = counted_people(context, mention.tree, predicate) is not None
    if counted or _tells_what_came_next(context, mention.tree, predicate):
        yield from clause_drafts(context, replace(mention, kind=MentionKind.EVENT), predicate, "clause")


def _of_the_verb(context: HeadlineContext, mention: Mention, predicate: Predicate) -> Iterator[Draft]:
    needs_above = needs_the_clause_above(context, mention, predicate)
    needs_above = needs_above or _says_which(context, mention.tree, predicate)
    own = () if needs_above else tuple(clause_drafts(context, mention, predicate, "clause"))
    yield from own
    if predicate.top.relation == "parataxis" and mention.kind.is_saying:
        yield from _before_its_speaker(context, mention, predicate)
    alone = _some_pass(context, own)
    if alone and _has_a_day_of_its_own(context, mention.tree, predicate):
        return
    embedded = predicate.top.relation in (("ccomp", "xcomp") if alone else ("ccomp", "xcomp", "advcl", "acl"))
    if needs_above or embedded or mention.trigger.index != predicate.token.index:
        yield from _above(context, mention, predicate.top)


def _some_pass(context: HeadlineContext, found: Sequence[Draft]) -> bool:
    """Whether the gate lets one of the drafts pass."""
    return any(not broken(draft.text, context.words) for draft in found)


def _by_its_clause(context: HeadlineContext, mention: Mention) -> Iterator[Draft]:
    """The drafts of the clause behind a noun; of a subject only a relative, since the main verb tells its news."""
    yield from relative_drafts(context, mention)
    if mention.trigger.relation != "nsubj":
        yield from participle_drafts(context, mention)


def _tells_what_came_next(context: HeadlineContext, tree: Tree, predicate: Predicate) -> bool:
    """Whether an infinitive tells a second event: "il a fui avant de se rendre"; not after a future or a denial."""
    if predicate.form is not Form.INFINITIVE or predicate.passive or mentions.is_completed(tree, predicate):
        return False
    first = predicate.top
    while first.relation == "conj" and tree.head(first).verb_form == "Inf":
        first = tree.head(first)
    led = any(child.lemma.lower() in _BEFORE for child in tree.dependents(first, "mark", "case"))
    if not led or first.relation != "advcl" or predicate.negated:
        return False
    above = (one for token in tree.ancestors(first) for one in context.predicates(tree) if token.index in one.parts)
    main = next((one for one in above if one.form is Form.FINITE), None)
    return main is not None and main.tense in _PAST and not (main.negated or main.governors)


def needs_the_clause_above(context: HeadlineContext, mention: Mention, predicate: Predicate) -> bool:
    """Whether the clause has another meaning without the clause above.

    It does if it is a condition, a wish, a refusal, a purpose or a claim.
    """
    tree, own = mention.tree, predicate.top
    top = own
    while top.relation == "conj" and not tree.is_root(top):
        top = tree.head(top)
    if predicate.form is Form.INFINITIVE and not mentions.is_completed(tree, predicate):
        marks = {child.lemma.lower() for child in tree.dependents(own, "mark", "case")}
        return not (marks & _TIME and predicate.passive)
    group = (own, *auxiliaries(tree, own))
    if top.relation in ("root", "parataxis") or tree.is_root(top):
        return any(token.mood == "Sub" for token in group)
    marks = {child.text.lower() for child in tree.dependents(top, "mark")}
    if marks & context.words.get("unreal") and not marks & _AFTER and not _concedes(tree, predicate, top):
        return True
    if any(token.mood == "Sub" for token in group) and not (marks & _FACTUAL or _is_taken_for_true(context, tree, top)):
        return True
    return _is_only_claimed(context, tree, predicate, top) or _is_foreseen(context, tree, predicate)


def _is_foreseen(context: HeadlineContext, tree: Tree, predicate: Predicate) -> bool:
    """Whether a participle describes what somebody expects: "prévoit un trafic perturbé"; not "craint X, arrêté"."""
    noun = tree.head(predicate.top)
    described = predicate.form is Form.PARTICIPLE and predicate.top.relation == "acl" and noun.relation == "obj"
    return described and tree.is_indefinite(noun) and context.words.has("foreseeing", tree.head(noun).lemma.lower())


def _concedes(tree: Tree, predicate: Predicate, top: Token) -> bool:
    """Whether a clause with "si" tells what has happened: "Si X a été libéré, Y est toujours détenu".

    Not beside a conditional or a future: "si X avait été libéré, il serait parti".
    """
    marks = {child.text.lower() for child in tree.dependents(top, "mark")}
    if not marks & _IF or predicate.tense not in _PAST or predicate.form is not Form.FINITE:
        return False
    main = tree.head(top)
    verbs = [one for one in (main, *auxiliaries(tree, main), *tree.dependents(main, "cop")) if one.verb_form == "Fin"]
    return bool(verbs) and all(one.mood == "Ind" and one.tense in ("Pres", "Past") for one in verbs)


def _is_taken_for_true(context: HeadlineContext, tree: Tree, top: Token) -> bool:
    """Whether a verb above in the affirmative is glad or sorry that it has happened: "se félicite que X ait signé"."""
    above = tree.head(top)
    factive = top.relation == "ccomp" and context.words.has("factive", above.lemma.lower())
    perfect = any(one.mood == "Sub" for one in auxiliaries(tree, top))
    return factive and perfect and not any(is_negation(child) for child in tree.dependents(above))


def _says_which(context: HeadlineContext, tree: Tree, predicate: Predicate) -> bool:
    """Whether a relative says which one of several is meant: "le premier film qui sera projeté est …"."""
    top, noun = predicate.top, tree.head(predicate.top)
    if top.dep != "acl:relcl" or any(token.text == "," for token in tree.between(noun, top)):
        return False
    ranks = [one for one in tree.dependents(noun, "amod") if context.words.has("pointers", one.lemma.lower())]
    return bool(ranks) and tree.is_definite(noun)


def _is_only_claimed(context: HeadlineContext, tree: Tree, predicate: Predicate, top: Token) -> bool:
    """Whether the clause is what somebody thinks, denies or wants, or what is said to be false."""
    infinitive = predicate.form is Form.INFINITIVE
    if infinitive and _is_owned_up_to(context, tree, predicate, top):
        return False
    if top.relation not in ("ccomp", "xcomp", "csubj") and not (top.relation == "advcl" and infinitive):
        return False
    if any(child.lemma.lower() in _TIME for child in tree.dependents(top, "mark", "case")):
        return False  # "après avoir fermé le pont, le maire affirme …"
    governor = tree.head(top)
    lemma = governor.lemma.lower()
    doubted = context.context.lexicon.is_verb(lemma, VerbClass.OPINION, VerbClass.DENY) or context.words.has(
        "doubt", lemma
    )
    denied = any(is_negation(child) for child in tree.dependents(governor))
    return doubted or denied or (infinitive and top.relation != "advcl")


def _is_owned_up_to(context: HeadlineContext, tree: Tree, predicate: Predicate, top: Token) -> bool:
    """Whether it is done on its own day by whoever owns up to it: "a reconnu avoir rencontré X le 3 mars 2023"."""
    governor = tree.head(top)
    owned = top.relation in ("xcomp", "ccomp") and context.words.has("owning_up", governor.lemma.lower())
    denied = predicate.negated or any(is_negation(child) for child in tree.dependents(governor))
    passive = any(one.dep == "aux:pass" for one in auxiliaries(tree, governor))
    done = owned and not (denied or passive) and mentions.is_completed(tree, predicate)
    return done and _is_dated(context, tree, predicate)


def _has_a_day_of_its_own(context: HeadlineContext, tree: Tree, predicate: Predicate) -> bool:
    """Whether who says it does so on another day: "annonce que le pont rouvrira en mai", "avoue avoir menti en mai"."""
    top = predicate.top
    says = context.context.lexicon.is_verb(tree.head(top).lemma.lower(), VerbClass.ANNOUNCE, VerbClass.REPORT)
    ahead = top.relation == "ccomp" and predicate.form is Form.FINITE and predicate.tense in _AHEAD and says
    if not (ahead or (predicate.form is Form.INFINITIVE and _is_owned_up_to(context, tree, predicate, top))):
        return False
    return _is_dated(context, tree, predicate)


def _is_dated(context: HeadlineContext, tree: Tree, predicate: Predicate) -> bool:
    """Whether a day or more depends on the verb: not "la nuit des faits"."""
    dates = (one for one in within(context.timexes, tree.sentence.span) if one.date is not None)
    days = (one for one in dates if one.date is not None and one.date.granularity.rank >= Granularity.DAY.rank)
    return any(top is not None and top.head in predicate.parts for top in (tree.top(one.span) for one in days))


def _above(context: HeadlineContext, mention: Mention, inner: Token, name: str = "above") -> Iterator[Draft]:
    """The drafts of the clause above, with the path from it to the trigger."""
    tree = mention.tree
    found = context.predicates(tree)
    for token in tree.ancestors(inner):
        clauses = (
            one
            for one in found
            if token.index in one.parts
            and (_tells(context, one) or _is_a_state(tree, one) or _is_completed(tree, one, mention.trigger))
        )
        clause = next(clauses, None)
        if clause is None or clause.token.index == inner.index or inner.index in clause.parts:
            continue
        if clause.form is Form.COPULA:
            return  # the clause above the state is another one
        if clause.form is Form.FINITE and _is_only_claimed(context, tree, clause, clause.top):
            continue  # "prétend que les insurgés n'ont pas permis d'évacuer …": who claims it is said, too
        kind = mentions.kind_of(tree, clause.token, context.context.lexicon)
        whole = replace(mention, trigger=clause.token, predicate=clause, frame=Frame.VERB, kind=kind)
        path = _path(tree, mention.trigger, clause.top)
        through = path & phrases.subject_words(tree, clause)
        for draft in clause_drafts(context, whole, clause, name, frozenset() if through else path):
            lost = through and mention.trigger.text.lower() not in draft.text.lower()
            if not (lost or is_of_another_day(context, mention, clause.token, draft.words)):
                yield draft
        return


def _tells(context: HeadlineContext, predicate: Predicate) -> bool:
    """Whether it is a clause that a line can be made of: a finite one, or a participle that opens the sentence.

    "Placé en garde à vue, il a été mis en examen": "garde à vue" is told by the participle.
    """
    opens = predicate.form is Form.PARTICIPLE and predicate.top.relation == "advcl"
    return predicate.form is Form.FINITE or opens or _accuses(context, predicate)


def _is_completed(tree: Tree, predicate: Predicate, noun: Token) -> bool:
    """Whether a bare noun tells the event with a participle that describes another: "la statue mise au jour"."""
    while noun.relation == "nmod" and _is_bare(tree, noun) and _is_bare(tree, tree.head(noun)):
        noun = tree.head(noun)  # "placé en garde à vue"
    passive = predicate.form is Form.PARTICIPLE and predicate.passive and predicate.top.relation == "acl"
    below = noun.head == predicate.token.index < noun.index and noun.relation in ("obl", "obj", "xcomp")
    return passive and below and _is_bare(tree, noun)


def _is_bare(tree: Tree, noun: Token) -> bool:
    return noun.pos == "NOUN" and not tree.has(noun, "det", "nummod")


def _is_a_state(tree: Tree, predicate: Predicate) -> bool:
    """Whether it is a second clause, of "être", with its own subject: "…, et des agents sont là pour enquêter"."""
    second = predicate.form is Form.COPULA and predicate.top.relation == "conj"
    return second and tree.has(predicate.top, "nsubj")


def _accuses(context: HeadlineContext, predicate: Predicate) -> bool:
    """Whether it is a participle that says what is held against somebody: "le ministre accusé d'avoir menti"."""
    doubts = context.words.has("doubt", predicate.token.lemma.lower())
    return doubts and predicate.form is Form.PARTICIPLE and predicate.passive and predicate.top.relation == "acl"


def _before_its_speaker(context: HeadlineContext, mention: Mention, predicate: Predicate) -> Iterator[Draft]:
    """The drafts of what is said, if the speaker comes after it: "Le pont rouvrira, a annoncé le maire"."""
    tree = mention.tree
    above = tree.head(predicate.top)
    clause = context.predicate_of(tree, above)
    if any(token.text in ("«", "»", "“", "”") for token in tree.tokens):
        return  # the draft with its speaker covers it
    if clause is not None and clause.form in (Form.FINITE, Form.COPULA):
        kind = mentions.kind_of(tree, clause.token, context.context.lexicon)
        whole = replace(mention, trigger=clause.token, predicate=clause, frame=Frame.VERB, kind=kind)
        yield from clause_drafts(context, whole, clause, "above")


def _path(tree: Tree, token: Token, top: Token) -> frozenset[int]:
    found = {token.index}
    for above in tree.ancestors(token):
        if above.index == top.index:
            break
        found.add(above.index)
    return frozenset(found)
