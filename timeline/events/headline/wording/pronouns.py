"""The name that a pronoun or a possessive stands for, if the article determines it; otherwise none."""

from __future__ import annotations

from timeline.events.detection.predicates import Form
from timeline.events.entities.coreference import Referent, is_personal
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.types import Clause, Subject
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree, relation
from timeline.languages.function_words import function_words
from timeline.model import Token

_MASCULINE, _FEMININE = function_words("masculine_pronoun"), function_words("feminine_pronoun")
_SUBJECT_OF_ONE, _OF_ONE = function_words("subject_of_one"), function_words("possessive")
_OF_A_NAME = ("flat", "appos", "nmod")
"""The relations by which a name hangs on the noun that stands for the person."""

_OBJECTS, _DATIVE = function_words("object_pronoun"), function_words("dative_of_one")


def is_one_person(head: Token) -> bool:
    """Whether the pronoun stands for one person or thing: "il", "elle"."""
    return is_personal(head) and head.text.lower().strip("-t") in _SUBJECT_OF_ONE


def protagonist(context: HeadlineContext) -> str:
    """The only person that the article's headline names, or ""."""
    title, labels = context.context.article.title, context.entities.labels
    people = {name for name, label in labels.items() if label == "PER" and " " in name and name.split()[-1] in title}
    whole = {name for name in people if name in title} or people
    return whole.pop() if len(whole) == 1 else ""


def is_of_the_other_gender(context: HeadlineContext, pronoun: Token, name: str) -> bool:
    """Whether the article's words for a person have another gender than the pronoun: "elle" for "le président X".

    Args:
        context: The inputs of headline writing.
        pronoun: "il" or "elle".
        name: The person's name in full.

    Returns:
        False where the article says nothing, or both.
    """
    form = pronoun.text.lower().strip("-t")
    wanted = "Masc" if form in _MASCULINE else "Fem" if form in _FEMININE else ""
    found = _genders(context).get(name.rpartition(" ")[2], frozenset()) if wanted else frozenset[str]()
    return len(found) == 1 and wanted not in found


def _genders(context: HeadlineContext) -> dict[str, frozenset[str]]:
    """By family name: the genders of the nouns, courtesy titles and participles that the article ties to it."""
    if not context.trees:
        return {}
    return context.trees[0].remembered("genders of names", context.trees, lambda: _gendered(context))


def _gendered(context: HeadlineContext) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for tree in context.trees:
        for name in context.names(tree, "PER"):
            top = tree.top(name.span)
            if top is None:
                continue
            before = tree.tokens[tree.within(name.span)[0].index - 1] if tree.within(name.span)[0].index else None
            near = [tree.head(top) if relation(top) in ("appos", "nmod", "flat") else None, before]
            words = [one for one in near if one is not None and _is_a_person(context, one)]
            genders = {one.features["Gender"] for one in words if "Gender" in one.features}
            if genders:
                found.setdefault(name.canonical.rpartition(" ")[2], set()).update(genders)
    return {name: frozenset(genders) for name, genders in found.items()}


def _is_a_person(context: HeadlineContext, word: Token) -> bool:
    """Whether it is a noun for one person that has that person's gender: "présidente", "M.", not "victime"."""
    lemma, lexicon = word.lemma.lower(), context.entities.lexicon
    if word.pos != "NOUN" or word.entity or word.features.get("Number") == "Plur":
        return False
    person = lexicon.is_noun(lemma, NounClass.PERSON, NounClass.OFFICE) or context.words.has("courtesy", lemma)
    return person and not context.words.has("feminine", lemma)


def possessive(tree: Tree, head: Token) -> Token | None:
    """The possessive of a noun phrase: "son avocat"."""
    return next((token for token in tree.dependents(head, "det") if token.features.get("Poss") == "Yes"), None)


def owner(context: HeadlineContext, tree: Tree, head: Token) -> str:
    """The owner of "son avocat": the person whom the sentence before is about, if this one names nobody before."""
    word = possessive(tree, head)
    if word is None or word.text.lower() not in _OF_ONE:
        return ""
    if any(token.entity in ("PER", "ORG") or relation(token) == "nsubj" for token in tree.tokens[: word.index]):
        return ""
    mains = (one for one in reversed(context.before[-3:]) if one is not None and one.name is not None)
    named = next((one.name for one in mains), None)
    name = named.canonical if named is not None and named.label == "PER" else ""
    found = protagonist(context) if named is None else name
    return _dead(context, found) if _is_of_the_dead(context, head) else found


def _is_of_the_dead(context: HeadlineContext, noun: Token) -> bool:
    """Whether only the dead have it: "obsèques"; the lemma of such a plural may be anything."""
    return any(context.words.has("of_the_dead", form) for form in (noun.lemma.lower(), noun.text.lower()))


def _dead(context: HeadlineContext, name: str) -> str:
    """The person, if the article says that they died, else the only one who did: "ses obsèques" are of the dead."""
    if name and is_dead(context, name):
        return name
    people = [one for one, label in context.entities.labels.items() if label == "PER" and " " in one]
    dead = [one for one in people if is_dead(context, one)]
    return dead[0] if len(dead) == 1 else ""


def is_dead(context: HeadlineContext, name: str) -> bool:
    """Whether the article says that somebody died.

    Args:
        context: The inputs of headline writing.
        name: A person's name in full.

    Returns:
        True for the subject of "mourir", for whom "tuer" is done to, for the complement of "mort" or "mémoire".
    """
    family = name.rpartition(" ")[2]
    return any(token.text == family and _dies(context, tree, token) for tree in context.trees for token in tree.tokens)


def _dies(context: HeadlineContext, tree: Tree, person: Token) -> bool:
    """Whether the words above a person's name say that they die, and not that they kill."""
    below = person
    for above in tree.ancestors(person):
        lemma = above.lemma.lower()
        if context.words.has("dying", lemma) or _is_of_the_dead(context, above):
            active = relation(below) == "nsubj" and not tree.dependents(above, "aux:pass")
            return not (active and context.words.has("killing", lemma))
        if relation(below) not in _OF_A_NAME:
            return False
        below = above
    return False


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
    if not name:
        return None
    return near[0].index, name if direct else f"{context.words.form('to')} {name}"


def _who(clause: Clause, subject: Subject, pronoun: Token, *, sure: bool) -> str:
    """The only person besides the subject whom the sentence names before the pronoun, else the sentences before.

    Unless `sure`, the article's only person may be meant where those name nobody or several people.
    """
    context, tree = clause.context, clause.tree
    others = {
        name.canonical
        for name in context.names(tree, "PER")
        if name.span.start < tree.tokens[pronoun.index].start and not _is_named_in(name.canonical, subject)
    }
    if others:
        return others.pop() if len(others) == 1 else ""
    about = "" if sure else protagonist(context)
    before = (token for token in tree.tokens[: pronoun.index] if token.entity == "PER")
    if any(token.text not in subject.text and token.text not in about for token in before):
        return ""
    names = [name for name in _people_before(context) if not _is_named_in(name, subject)]
    if len(names) == 1:
        return names[0]
    return about if not _is_named_in(about, subject) and (not names or about in names) else ""


def _is_named_in(name: str, subject: Subject) -> bool:
    return name in subject.text or subject.text in name


def _people_before(context: HeadlineContext) -> tuple[str, ...]:
    mains = [main for main in context.before[-3:] if main is not None]
    people = [one for main in mains for one in _all(main) if one.name is not None and one.name.label == "PER"]
    return tuple(dict.fromkeys(one.name.canonical for one in people if one.name is not None))


def _all(main: Referent) -> tuple[Referent, ...]:
    return (main, *((main.said,) if main.said else ()), *main.also)
