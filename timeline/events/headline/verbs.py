"""The verb of a headline: past tenses become the present, other tenses stay."""

from __future__ import annotations

from timeline.calendar import DAY, from_date
from timeline.events.detection.mentions import Frame, Mention, MentionKind
from timeline.events.detection.predicates import Form, Predicate, Tense, is_reflexive
from timeline.events.detection.verb_group import auxiliaries
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.realisation import is_clitic
from timeline.events.lexicon import NounClass, SemiClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_PAST = (Tense.PERFECT, Tense.PLUPERFECT)
_OF_VERBS = (Frame.VERB, Frame.LIGHT)
_OF_A_PERFECT = ("Pres", "Imp")
_LONG_AGO = 180 * DAY
"""The seconds after which a future tells what is over, however its date is counted."""
_NEVER, _ONE, _CAUSATIVE = function_words("never"), function_words("one"), function_words("causative")
_AUXILIARY = function_words("auxiliary")
_COUNTS = function_words("count_noun")


def verb_forms(
    context: HeadlineContext, mention: Mention, predicate: Predicate, head: Token | None, *, alone: bool = False
) -> dict[int, str]:
    """New words for the verb group by index ("" removes one).

    Past tenses become the present, other tenses stay.

    Args:
        context: The inputs of headline writing.
        mention: The mention of the headline.
        predicate: The verb group.
        head: The head of the subject.
        alone: Whether the headline names one person, even if the sentence has a plural subject.
    """
    tree = mention.tree
    if predicate.shared_auxiliaries:
        return _with_shared_auxiliaries(tree, predicate)
    plural = is_plural(context, tree, predicate, head) and not (alone and not predicate.passive)
    if predicate.form is Form.PARTICIPLE:
        return _participle(context, mention, predicate, head, plural)
    if predicate.form is Form.INFINITIVE and mention.kind is not MentionKind.AIM and mention.frame in _OF_VERBS:
        return _present(context, tree, predicate.top, predicate.passive, plural)
    if _is_achieved(context, tree, predicate, head):
        return _plain(context, tree, predicate, plural)
    lexicon, governors = context.context.lexicon, predicate.governors
    modal = lexicon.is_semi(next(iter(governors), ""), SemiClass.POSSIBILITY, SemiClass.OBLIGATION)
    if predicate.form is not Form.FINITE or modal or _is_of_all_time(tree, predicate):
        return {}
    recent = bool(governors) and lexicon.is_semi(governors[-1], SemiClass.RECENT)
    if recent and predicate.tense in (Tense.PRESENT, Tense.IMPERFECT):
        return _plain(context, tree, predicate, plural)
    narrative = _is_narrative(context, mention, predicate)
    return _present(context, tree, predicate.top, _is_passive(context, tree, predicate), plural) if narrative else {}


def _is_narrative(context: HeadlineContext, mention: Mention, predicate: Predicate) -> bool:
    """Whether a finite verb tells what happened, in whatever tense."""
    went_on = predicate.tense is Tense.IMPERFECT and mention.kind is not MentionKind.STATE
    if predicate.tense in _PAST or went_on:
        return True
    tree = mention.tree
    caused = _is_done_all_the_same(tree, predicate) or is_caused(tree, predicate)
    return caused or _is_long_over(context, tree, predicate)


def _is_done_all_the_same(tree: Tree, predicate: Predicate) -> bool:
    """Whether a past subjunctive tells a fact: "bien que le pont ait été fermé", "se félicite qu'ils aient signé"."""
    past = any(aux.mood == "Sub" for aux in auxiliaries(tree, predicate.top))
    return predicate.tense is Tense.SUBJUNCTIVE and past and not predicate.negated


def _is_long_over(context: HeadlineContext, tree: Tree, predicate: Predicate) -> bool:
    """Whether a future tells what is over: "(élue en 2014,) elle sera réélue en 2020", in an article of 2025.

    A date that is counted from another one ("six ans plus tard") may be counted from the wrong one: only long ago.
    """
    if predicate.tense is not Tense.FUTURE or predicate.governors:
        return False
    today = from_date(context.context.article.published)
    dated = [one for one in tree.times(context.timexes) if one.date is not None]
    own = [one for one in dated if (top := tree.top(one.span)) is not None and top.head in predicate.parts]
    ends = [one.date.end for one in own if one.date is not None and one.date.end is not None]
    if not own or len(ends) < len(own) or max(ends) > today:
        return False
    return any(one.anchor is None for one in own) or max(ends) < today - _LONG_AGO


def is_caused(tree: Tree, predicate: Predicate) -> bool:
    """Whether the verb was caused in the past: "a fait ouvrir le pont", not "fait ouvrir" nor "aurait fait ouvrir"."""
    helpers = auxiliaries(tree, predicate.top)
    tensed = len(helpers) > 1 and helpers[0].dep == "aux:tense" and helpers[0].tense in _OF_A_PERFECT
    tensed = tensed and helpers[0].mood != "Cnd"
    return tensed and not predicate.negated and helpers[-1].lemma in _CAUSATIVE and helpers[-1].verb_form == "Part"


def _is_achieved(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token | None) -> bool:
    """Whether the infinitive is told as done: "a réussi à prendre", "a dû fermer", "les chercheurs ont pu observer".

    Not what is denied, is due ("doit fermer"), or may have been so: "l'incendie a pu provoquer", "a pu être lancé".
    """
    if predicate.negated or predicate.form is not Form.FINITE or len(predicate.governors) != 1:
        return False
    words, past = context.words, predicate.tense in _PAST
    if words.has("achieving", predicate.governors[0]):
        return past or predicate.tense is Tense.PRESENT
    if not past or not words.has("achieved_once_past", predicate.governors[0]):
        return False
    possible = context.context.lexicon.is_semi(predicate.governors[0], SemiClass.POSSIBILITY)
    return not possible or (not predicate.passive and head is not None and _is_of_people(context, tree, head))


def _is_of_people(context: HeadlineContext, tree: Tree, noun: Token) -> bool:
    """Whether it is a person, or a noun for people."""
    person = noun.entity == "PER" or any(one.entity == "PER" for one in tree.dependents(noun, "appos"))
    lemma, lexicon = noun.lemma.lower(), context.entities.lexicon
    return person or lexicon.is_noun(lemma, NounClass.PERSON, NounClass.OFFICE) or context.words.has("people", lemma)


def _is_passive(context: HeadlineContext, tree: Tree, predicate: Predicate) -> bool:
    """Whether the verb to be put into the present is passive: "sont appelés à élire", "ont été retournées"."""
    helpers = auxiliaries(tree, predicate.top)
    been = context.words.get("been")
    if predicate.top is not predicate.token and any(aux.dep == "aux:pass" for aux in helpers):
        return True
    turned = _is_turned_over(context, tree, predicate)
    return (
        turned
        or any(aux.text.lower() in been for aux in helpers)
        or (predicate.passive and predicate.top is predicate.token)
    )


def _is_turned_over(context: HeadlineContext, tree: Tree, predicate: Predicate) -> bool:
    """Whether a thing is what a verb of motion is done to: "une voiture est retournée (par …)"."""
    verb = predicate.token
    if not context.words.has("done_to_things", verb.lemma.lower()):
        return False
    moved = tree.first(verb, "nsubj")
    thing = moved is not None and moved.pos == "NOUN" and not _is_of_people(context, tree, moved)
    labelled = any(aux.dep == "aux:pass" for aux in auxiliaries(tree, predicate.top))
    return any(one.dep == "obl:agent" for one in tree.dependents(verb)) or (thing and labelled)


def _with_shared_auxiliaries(tree: Tree, predicate: Predicate) -> dict[int, str]:
    """The auxiliaries that an infinitive shares, before it and its pronouns: "a dû rejoindre", "va se rendre"."""
    first = predicate.token.index
    while first and tree.tokens[first - 1].pos == "PRON" and tree.tokens[first - 1].head == predicate.token.index:
        first -= 1
    words = [tree.tokens[index] for index in predicate.shared_auxiliaries]
    before = "".join(word.text if word.text.endswith(("'", "’")) else f"{word.text} " for word in words)
    return {first: before + tree.tokens[first].text}


def _is_of_all_time(tree: Tree, predicate: Predicate) -> bool:
    """Whether a pluperfect says what had never been; in the present it would say what never is."""
    never = any(child.lemma in _NEVER for index in predicate.parts for child in tree.dependents(tree.tokens[index]))
    return predicate.negated and never


def is_plural(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token | None) -> bool:
    """Whether the verb is plural: by its own form, else by its subject."""
    helpers = [aux for aux in auxiliaries(tree, predicate.top) if aux.verb_form == "Fin"]
    finite = helpers[0] if helpers else predicate.top
    if context.words.is_plural_form(finite.text.lower()):
        return True
    impersonal = head is not None and head.index > finite.index and tree.is_impersonal(predicate.token)
    if finite.verb_form == "Fin" and finite.number and not impersonal:  # "il est tombé dix millimètres"
        return finite.features["Number"] == "Plur"
    if head is None:
        return False
    ahead = predicate.form is Form.PARTICIPLE and not helpers and predicate.top.index < head.index
    if ahead and predicate.token.number == "Sing":
        return False  # "condamné, le médecin et cardiologue …": one man
    counted = head.pos == "NUM" and head.text.lower() not in _ONE
    if head.lemma.lower() in _COUNTS and predicate.form is Form.PARTICIPLE:
        counted = predicate.token.is_plural  # "une centaine de personnes arrêtées"
    return counted or head.is_plural or tree.has(head, "conj")


def _present(context: HeadlineContext, tree: Tree, verb: Token, passive: bool, plural: bool) -> dict[int, str]:
    helpers = [aux for aux in auxiliaries(tree, verb) if aux.dep.startswith("aux") or aux.lemma in _AUXILIARY]
    caused = [aux for aux in helpers if aux.lemma in _CAUSATIVE]
    lemma = context.conjugation.being if passive else caused[0].lemma if caused else verb.lemma.lower()
    form = context.conjugation.third_person(lemma, plural=plural)
    if form is None or (not helpers and verb.verb_form not in ("Fin", "Inf")):
        return {}
    if not helpers or verb.verb_form == "Fin":
        return {verb.index: form}
    new = {aux.index: "" for aux in helpers}
    new[helpers[0].index] = form
    if not passive:
        new[verb.index] = verb.lemma if caused else ""
    return new


def _plain(context: HeadlineContext, tree: Tree, predicate: Predicate, plural: bool) -> dict[int, str]:
    """The infinitive as the verb: "vient d'être bloquée" is "est bloquée", "a dû se rendre" "se rend"."""
    lemma = context.conjugation.being if predicate.passive else predicate.token.lemma.lower()
    form = context.conjugation.third_person(lemma, plural=plural)
    if form is None:
        return {}
    first, last = min(predicate.parts), predicate.token.index
    marks = {mark.index: "" for mark in tree.dependents(predicate.token, "mark", "case")}
    new = dict.fromkeys(predicate.parts, "") | marks
    if predicate.passive:
        del new[last]
        return new | {first: form}
    clitics = [token for token in tree.tokens[first + 1 : last] if token.head == last and is_clitic(token)]
    new |= {token.index: "" for token in clitics}
    before = "".join(t.text if t.text.endswith(("'", "’")) else f"{t.text} " for t in clitics)
    return new | {first: f"{before}{form}"}


def _of_oneself(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token | None) -> str:
    """The pronoun of a participle that says what people did to themselves: "Réfugié à Londres, …" is "se réfugie".

    "" where another one did it ("retiré par le juge"), or of a thing.
    """
    verb = predicate.token
    done = context.words.has("done_to_oneself", verb.lemma.lower()) and not tree.has(verb, "obj")
    if not done or any(one.dep == "obl:agent" for one in tree.dependents(verb)):
        return ""
    if head is None or not (head.pos == "PRON" or _is_of_people(context, tree, head)):
        return ""
    pronoun = context.conjugation.elide(context.words.form("oneself"), verb.text.lower())
    return pronoun if pronoun.endswith("'") else f"{pronoun} "


def _participle(
    context: HeadlineContext, mention: Mention, predicate: Predicate, head: Token | None, plural: bool
) -> dict[int, str]:
    """ "tué à Ajaccio" is "est tué à Ajaccio"; a participle of motion is put into the present."""
    verb = predicate.token
    if predicate.top is not verb and verb.verb_form == "Inf":
        form = context.conjugation.third_person(predicate.top.lemma.lower(), plural=plural)
        return {predicate.top.index: form} if form and predicate.top.tense == "Pres" else {}
    helpers = auxiliaries(mention.tree, verb)
    if helpers and helpers[0].verb_form == "Part" and helpers[0].tense == "Pres":  # "le groupe ayant revendiqué …"
        return _present(context, mention.tree, verb, predicate.passive, plural)
    if (reflexive := _of_oneself(context, mention.tree, predicate, head)) and not helpers:
        form = context.conjugation.third_person(verb.lemma.lower(), plural=plural)
        return {verb.index: f"{reflexive}{form}"} if form else {}
    if predicate.passive or is_reflexive(mention.tree, verb):
        form = context.conjugation.third_person(context.conjugation.being, plural=plural)
        return {verb.index: f"{form} {verb.text.lower()}"} if form and not helpers else {}
    form = context.conjugation.third_person(verb.lemma.lower(), plural=plural)
    return {verb.index: form} if form and not helpers else {}
