"""The name that a pronoun or a possessive stands for, if the article determines it; otherwise none."""

from __future__ import annotations

import re
from collections.abc import Collection

from timeline.events.detection.predicates import Form
from timeline.events.entities.coreference import Referent, is_personal
from timeline.events.headline.base.types import Clause, Subject
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.genders import is_not_of
from timeline.events.headline.reference.people import is_counsel, is_dead, is_of_the_dead
from timeline.events.headline.reference.selection import is_done_to_an_accused
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_SUBJECT_OF_ONE, _OF_ONE = function_words("subject_of_one"), function_words("possessive")
_FEMININE_ENDINGS = tuple(function_words("feminine_participle_ending"))
_HIM, _HER = function_words("object_of_him"), function_words("object_of_her")
_OBJECTS, _DATIVE = function_words("object_pronoun"), function_words("dative_of_one")


def is_one_person(head: Token) -> bool:
    """Whether the pronoun stands for one person or thing: "il", "elle"."""
    return is_personal(head) and head.text.lower().strip("-t") in _SUBJECT_OF_ONE


def protagonist(context: HeadlineContext) -> str:
    """The only person that the article's headline names, or ""; "Affaire Lemercier" is none, whatever its label.

    "Le laboratoire Savigny" names no Jean Savigny.
    """
    return context.trees[0].remembered("protagonist", context.trees, lambda: _protagonist(context))


def _protagonist(context: HeadlineContext) -> str:
    title, labels = context.context.article.title, context.entities.labels
    full = {name: name.split()[-1] for name, label in labels.items() if label == "PER" and " " in name}
    named = {name for name, last in full.items() if last in title and (labels.get(last) != "ORG" or name in title)}
    people = {name for name in named if not _is_no_first_name(context, name.split()[0].lower())}
    whole = {name for name in people if name in title} or people
    return whole.pop() if len(whole) == 1 and not _is_somebodys(context, whole) else ""


def _is_no_first_name(context: HeadlineContext, word: str) -> bool:
    """Whether a label of the NER is of no person: "Affaire Lemercier", "Le Normidol"."""
    return context.words.has("topic_affairs", word) or context.words.has("topic_definite", word)


def _is_somebodys(context: HeadlineContext, people: Collection[str]) -> bool:
    """Whether the headline is about another one, who is named after the person: "le beau-frère de Pascal Troadec"."""
    title, words = context.context.article.title, context.words
    of = "|".join(re.escape(words.form(name)) for name in ("of", "of_elided"))
    ends = "|".join(re.escape(one) for name in people for one in {name, name.split()[-1]})
    found = re.search(rf"(?i:([\w-]+) (?:{of}))(?:{ends})(?![\w-])", title)
    return found is not None and (words.has("people", found[1].lower()) or words.has("kin", found[1].lower()))


def possessive(tree: Tree, head: Token) -> Token | None:
    """The possessive of a noun phrase: "son avocat"."""
    return next((token for token in tree.dependents(head, "det") if token.is_possessive), None)


def owner(context: HeadlineContext, tree: Tree, head: Token) -> str:
    """The owner of "son avocat": the person whom the sentence before is about, if this one names nobody before."""
    word = possessive(tree, head)
    if word is None or word.text.lower() not in _OF_ONE:
        return ""
    before = tree.tokens[: word.index]
    if any(token.entity in ("PER", "ORG") or token.relation == "nsubj" for token in before):
        return ""
    if head.relation == "nsubj" and any(token.dep == "expl:subj" for token in before):
        return ""  # "il s'agit de la course, et son tracé": the course's
    mains = (one for one in reversed(context.before[-3:]) if one is not None and one.name is not None)
    if context.words.has("ones_counsel", head.lemma.lower()):
        mains = (one for one in mains if one.name is not None and not is_counsel(context, one.name.canonical))
    named = next((one.name for one in mains), None)
    name = named.canonical if named is not None and named.label == "PER" else ""
    found = protagonist(context) if named is None else name
    if context.words.has("crew", head.lemma.lower()) and _names_a_vehicle(context, tree):
        return ""  # "Un camion a été vidé. Son chauffeur": nobody's but the lorry's
    if context.words.has("opponents", head.lemma.lower()) and _names_several(context, tree):
        return ""
    return _dead(context, found) if is_of_the_dead(context, head) else found


def _names_a_vehicle(context: HeadlineContext, tree: Tree) -> bool:
    last = context.tree_before(tree)
    return last is not None and any(context.words.has("vehicles", one.lemma.lower()) for one in last.tokens)


def _names_several(context: HeadlineContext, tree: Tree) -> bool:
    """Whether the two sentences before name several people, of whom "son adversaire" may be anybody's."""
    before = context.trees_before(tree)[-2:]
    return len({one.canonical for last in before for one in context.names(last, "PER")}) > 1


def _dead(context: HeadlineContext, name: str) -> str:
    """The person, if the article says that they died, else the only one who did: "ses obsèques" are of the dead."""
    if name and is_dead(context, name):
        return name
    people = [one for one, label in context.entities.labels.items() if label == "PER" and " " in one]
    dead = [one for one in people if is_dead(context, one)]
    return dead[0] if len(dead) == 1 else ""


def object_name(clause: Clause, subject: Subject) -> tuple[int, str] | None:
    """The index of the pronoun that is the verb's object, and the name that it stands for.

    The name has its preposition; it is known if the sentences before mention one person besides the subject: "l'a
    convoqué".
    """
    tree, predicate, context = clause.tree, clause.predicate, clause.context
    verb = predicate.token
    if predicate.top is not verb or subject.vague or predicate.form is not Form.FINITE:
        return None
    if context.words.has("copular", verb.lemma.lower()):
        return None
    before = [token for token in tree.dependents(verb, "obj", "iobj") if token.index < verb.index]
    near = [token for token in before if token.pos == "PRON" and token.text.lower() in _OBJECTS]
    near = [token for token in near if token.index < min(predicate.parts)]
    direct = bool(near) and near[0].text.lower() not in _DATIVE
    if len(near) != 1 or (direct and any(token.pos != "PRON" for token in tree.dependents(verb, "obj"))):
        return None
    personal = not direct or context.words.has("personal_verbs", f"{verb.lemma.lower()} passive")
    if not (personal or subject.named):
        return None  # "la police l'a rouvert": a bridge, perhaps
    name = _who(clause, subject, near[0], sure=not personal)
    feminine = verb.verb_form == "Part" and verb.text.lower().endswith(_FEMININE_ENDINGS)  # whatever the tagger says
    agreeing = "Fem" if direct and feminine else _gender_of_an_object(near[0])
    if not name or is_not_of(context, agreeing, name):  # "l'a relancée": an idea, not Bernard Hue
        return None
    return near[0].index, name if direct else f"{context.words.form('to')} {name}"


def _gender_of_an_object(pronoun: Token) -> str:
    """The gender that a pronoun shows: "le" and "la" do, "l'" and "lui" do not."""
    form = pronoun.text.lower()
    return "Masc" if form in _HIM else "Fem" if form in _HER else ""


def _who(clause: Clause, subject: Subject, pronoun: Token, *, sure: bool) -> str:
    """The only person besides the subject whom the sentence names before the pronoun, else the sentences before.

    Unless `sure`, the article's only person may be meant where those name nobody or several people.
    """
    context, tree = clause.context, clause.tree
    others = _others_named(clause, subject, pronoun)
    if others:
        return others.pop() if len(others) == 1 else ""
    about = "" if sure else protagonist(context)
    if any(_is_another_doer(context, token, subject) for token in tree.tokens[: pronoun.index]):
        return ""  # "ce dernier a refusé, et Festing l'a démis"
    before = (token for token in tree.tokens[: pronoun.index] if token.entity == "PER")
    if any(token.text not in subject.text and token.text not in about for token in before):
        return ""
    accused = is_done_to_an_accused(context, tree.head(pronoun))
    names = [
        name
        for name in _people_before(context)
        if not _is_named_in(name, subject) and not (accused and name != about and is_counsel(context, name))
    ]
    if len(names) == 1:
        return names[0] if _is_in_mind(context, tree, names[0]) and not _is_beside(context, tree, names[0]) else ""
    return about if not _is_named_in(about, subject) and (not names or about in names) else ""


def _others_named(clause: Clause, subject: Subject, pronoun: Token) -> set[str]:
    """The people whom the sentence names before a pronoun, without the subject."""
    tree, doer = clause.tree, subject.head  # "un jeune homme, Kevin Loibl, lui a tiré dessus": its own name
    own = {word.start for word in tree.subtree(doer)} if doer is not None and tree.holds(doer) else set[int]()
    before = (name for name in clause.context.names(tree, "PER") if name.span.start < pronoun.start)
    return {
        name.canonical for name in before if name.span.start not in own and not _is_named_in(name.canonical, subject)
    }


def _is_another_doer(context: HeadlineContext, token: Token, subject: Subject) -> bool:
    """Whether "ce dernier" is the subject of another verb of the sentence; "il" is whom the sentences before name."""
    latter = context.words.has("latter", token.lemma.lower())
    return latter and token.relation == "nsubj" and token is not subject.head


def _is_in_mind(context: HeadlineContext, tree: Tree, name: str) -> bool:
    """Whether the article is about a person, or about nobody, or the last two sentences name them."""
    about = protagonist(context)
    near = (one.canonical for last in context.trees_before(tree)[-2:] for one in context.names(last, "PER"))
    return about in ("", name) or name in near


def _is_beside(context: HeadlineContext, tree: Tree, name: str) -> bool:
    """Whether the last sentence, about nobody known, names another: "ce n'est qu'avec X, porté par Y, qu'il …"."""
    if not context.before or context.before[-1] is not None:
        return False
    last = context.tree_before(tree)
    return last is not None and any(one.canonical != name for one in context.names(last, "PER"))


def _is_named_in(name: str, subject: Subject) -> bool:
    return name in subject.text or subject.text in name


def _people_before(context: HeadlineContext) -> tuple[str, ...]:
    mains = [main for main in context.before[-3:] if main is not None]
    people = [one for main in mains for one in _all(main) if one.name is not None and one.name.label == "PER"]
    named_after = (context.words.has("named_after_people", one.token.lemma.lower()) for one in people)
    found = (one.name for one, is_thing in zip(people, named_after, strict=True) if not is_thing)  # "le prix Nadar"
    return tuple(dict.fromkeys(name.canonical for name in found if name is not None))


def _all(main: Referent) -> tuple[Referent, ...]:
    return (main, *((main.said,) if main.said else ()), *main.also)
