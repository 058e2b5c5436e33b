"""The verb of a clause in agreement with the wording of its subject, and the tenses of what it reports."""

from __future__ import annotations

from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Form, Tense
from timeline.events.headline.base.types import Clause, Subject
from timeline.events.headline.compression import is_object_clause
from timeline.events.headline.phrases import impersonal
from timeline.events.headline.reference.genders import gender_of_country
from timeline.events.headline.verbs import is_caused, is_plural, verb_forms
from timeline.events.headline.wording.phrase_parts import office_of
from timeline.events.lexicon import VerbClass
from timeline.languages.function_words import function_words
from timeline.model import Token

_PAST = (Tense.PERFECT, Tense.PLUPERFECT, Tense.IMPERFECT)
_FEMININE = function_words("feminine_determiner")


def agreeing_verb(clause: Clause, mention: Mention, subject: Subject) -> dict[int, str] | None:
    """The words of the verb group in agreement with the subject.

    Returns:
        New words by index; None if they cannot agree or a form is unknown.
    """
    context, tree, predicate = clause.context, clause.tree, clause.predicate
    alone = (subject.person or subject.plural is False) and not predicate.passive
    forms = verb_forms(context, mention, predicate, clause.head, alone=alone)
    if not forms and predicate.form in (Form.INFINITIVE, Form.PARTICIPLE):
        return None
    plural = is_plural(context, tree, predicate, clause.head)
    if alone and plural and not (subject.person or subject.resolved):
        return None
    if alone and plural and subject.person and not forms:
        return None  # "(Thierry) menacent": its form stays
    plural = plural and not (alone and (forms or subject.person))
    if plural and not forms and impersonal(tree, predicate):
        return None  # "il restait onze élèves"
    if not _agrees(clause, subject, plural=plural):
        return None
    forms = {**_agreed(clause, subject, forms), **_future(clause)}
    if subject.person and predicate.form is Form.PARTICIPLE and clause.head is not None:
        office = office_of(context, tree, predicate.token, clause.head)
        forms = _with_office(forms, predicate.token, office)
    past = predicate.tense in _PAST or is_caused(tree, predicate)
    return {**sequence_of_tenses(clause), **forms} if forms and past else forms


def _agrees(clause: Clause, subject: Subject, *, plural: bool) -> bool:
    """Whether the subject and a participle may have the number of the verb."""
    predicate = clause.predicate
    known = subject.plural is not None and subject.head is not None and not predicate.shared_auxiliaries
    if known and predicate.form is Form.FINITE and subject.plural != plural:
        return False
    if plural and subject.plural is None and (_is_one_place(clause, subject) or _is_one_of_two(clause, subject)):
        return False
    number = predicate.token.number
    return predicate.form is not Form.PARTICIPLE or not number or (number == "Plur") == plural


def _with_office(forms: dict[int, str], verb: Token, office: str) -> dict[int, str]:
    return {**forms, verb.index: f"{forms.get(verb.index, verb.text)} {office}"} if office else forms


def _future(clause: Clause) -> dict[int, str]:
    """What was announced in the future: "a annoncé qu'il partirait" is "il partira"; "il partirait" is a rumour.

    So is what somebody said of a day to come: "a assuré que la cantine rouvrirait lundi".
    """
    tree, predicate = clause.tree, clause.predicate
    verb = predicate.token
    if predicate.top.relation != "ccomp" or verb is not predicate.top or predicate.governors:
        return {}
    above = clause.context.predicate_of(tree, tree.head(verb))
    past = above is not None and (above.tense in _PAST or above.form is Form.INFINITIVE) and not above.negated
    says = clause.context.context.lexicon.is_verb
    announced = says(tree.head(verb).lemma.lower(), VerbClass.ANNOUNCE)
    announced = announced or (says(tree.head(verb).lemma.lower(), VerbClass.REPORT) and _is_to_come(clause))
    group = (verb, *tree.dependents(verb, "cop", "aux"))
    finite = next((one for one in group if one.mood == "Cnd"), None)
    form = _moved(clause, finite, to_be=finite is not verb) if past and announced and finite is not None else None
    return {finite.index: form} if form and finite is not None else {}


def _is_to_come(clause: Clause) -> bool:
    """Whether a time of the clause lies behind the article's day."""
    tree, today = clause.tree, clause.context.context.published.end
    own = tree.indices(clause.predicate.top)
    dates = (
        one.date for one in tree.times(clause.context.timexes) if {word.index for word in tree.within(one.span)} <= own
    )
    return today is not None and any(
        date is not None and date.begin is not None and date.begin >= today for date in dates
    )


def _is_one_place(clause: Clause, subject: Subject) -> bool:
    """Whether a place without an article is the subject, maybe a pronoun's of elsewhere: "Brégançon sont stoppés"."""
    head, tree = subject.head, clause.tree
    if head is None or head.pos != "PROPN" or head.entity != "LOC":
        return False
    return head not in tree.tokens or not tree.has(head, "det", "conj", "nummod")


def _is_one_of_two(clause: Clause, subject: Subject) -> bool:
    """Whether one is left of two who act: "Pierre Castaing (et les ingénieurs) reçoivent", "YouTube sont bloqués"."""
    head = subject.head
    if head is None or head.pos != "PROPN" or clause.tree.has(head, "det", "nummod"):
        return False
    if head.text.endswith("s") or head.is_plural:
        return False  # "Galeries Lafayette ferment"
    return f" {clause.context.words.form('and')} " not in subject.text and "," not in subject.text


def _agreed(clause: Clause, subject: Subject, forms: dict[int, str]) -> dict[int, str]:
    """The verb group with the participle of a passive in agreement with the subject, over the article's spelling."""
    predicate = clause.predicate
    word, lemma = predicate.token, predicate.token.lemma.lower()
    country = _gender_of_country(clause, subject)
    if not predicate.passive or subject.plural is None or not (subject.gender or country) or word.verb_form != "Part":
        return forms
    text = forms.get(word.index, word.text)
    agree = clause.context.conjugation.participles.agree
    feminine = country == "Fem" or (subject.gender == "Fem" and _is_surely_feminine(clause, subject))
    stays = not (subject.resolved or country or _is_surely_masculine(clause, subject))
    agreed = agree(text, lemma, feminine=feminine, plural=subject.plural, stays=stays)
    return forms if agreed is None else {**forms, word.index: agreed}


def _gender_of_country(clause: Clause, subject: Subject) -> str:
    """That of a single country, whatever the article spells: "l'Irak a été retirée"; "" for "le Suisse"."""
    head, tree = subject.head, clause.tree
    if head is None or head not in tree.tokens or head.pos != "PROPN" or tree.has(head, "conj", "flat"):
        return ""
    gender = gender_of_country(clause.context.words, head.text)
    return gender if all(one.gender in ("", gender) for one in tree.dependents(head, "det", "amod")) else ""


def _is_surely_feminine(clause: Clause, subject: Subject) -> bool:
    """Whether an article shows the gender, which the parse alone may get wrong: "une grève", but "7 fourgons"."""
    if subject.resolved or subject.head is None or clause.context.words.has("feminine", subject.head.lemma.lower()):
        return True
    return any(det.text.lower() in _FEMININE for det in clause.tree.dependents(subject.head, "det"))


def _is_surely_masculine(clause: Clause, subject: Subject) -> bool:
    """Whether an article or adjective shows it: "le courant … rétablie" is a slip, as is "contrôles frontaliers"."""
    if subject.head is None or subject.gender != "Masc" or subject.head not in clause.tree.tokens:
        return False
    shown = clause.tree.dependents(subject.head, "det", "amod")
    return any(one.gender == "Masc" for one in shown)


def sequence_of_tenses(clause: Clause) -> dict[int, str]:
    """The tenses of the reported clause after a present verb of saying: "a dit qu'il partait" is "dit qu'il part".

    Returns:
        New words by index.
    """
    tree, verb = clause.tree, clause.predicate.token
    announced = clause.context.context.lexicon.is_verb(verb.lemma.lower(), VerbClass.ANNOUNCE)
    found: dict[int, str] = {}
    for reported in tree.dependents(clause.predicate.token, "ccomp", "advcl"):
        if reported.relation == "advcl" and not is_object_clause(tree, reported):
            continue
        heads = (reported, *tree.dependents(reported, "conj"))
        for word in (word for head in heads for word in (head, *tree.dependents(head, "aux", "cop"))):
            third = word.verb_form == "Fin" and word.features.get("Person", "3") == "3"
            to_be = announced and word.dep in ("cop", "aux:pass", "ccomp")  # under other verbs "serait" is hearsay
            form = _moved(clause, word, to_be=to_be) if third else None
            found |= {word.index: form} if form else {}
    return found


def _moved(clause: Clause, word: Token, *, to_be: bool = False) -> str | None:
    """The shifted tense: "partait" is "part", "partirait" is "partira"; None if it does not change."""
    plural = word.is_plural
    if word.tense == "Imp" and word.mood == "Ind":
        return clause.context.conjugation.third_person(word.lemma.lower(), plural=plural)
    plain = (
        word.mood == "Cnd"
        and (word.pos == "VERB" or to_be)
        and not clause.context.words.has("modal", word.lemma.lower())
    )
    return clause.context.conjugation.future(word.text, plural=plural) if plain else None
