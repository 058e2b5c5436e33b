"""The name that a pronoun or a possessive stands for, if the article determines it; otherwise none."""

from __future__ import annotations

import re
from collections.abc import Collection

from timeline.events.detection.predicates import Form, Predicate, Tense
from timeline.events.entities.coreference import Referent, is_personal
from timeline.events.entities.demonyms import country_of
from timeline.events.entities.speakers import is_in_quotes
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.types import Clause, Subject
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree, relation
from timeline.languages.function_words import function_words
from timeline.model import Name, Token

_AFTERWARDS = (Tense.PRESENT, Tense.PERFECT, Tense.FUTURE)
_QUOTES, _QUOTED = ("«", "»"), 6
_MASCULINE, _FEMININE = function_words("masculine_pronoun"), function_words("feminine_pronoun")
_SUBJECT_OF_ONE, _OF_ONE = function_words("subject_of_one"), function_words("possessive")
_OF_A_NAME = ("flat", "appos", "nmod")
"""The relations by which a name hangs on the noun that stands for the person."""

_OBJECTS, _DATIVE = function_words("object_pronoun"), function_words("dative_of_one")


def is_one_person(head: Token) -> bool:
    """Whether the pronoun stands for one person or thing: "il", "elle"."""
    return is_personal(head) and head.text.lower().strip("-t") in _SUBJECT_OF_ONE


def protagonist(context: HeadlineContext) -> str:
    """The only person that the article's headline names, or ""; "Affaire Lemercier" is none, whatever its label."""
    title, labels = context.context.article.title, context.entities.labels
    named = {name for name, label in labels.items() if label == "PER" and " " in name and name.split()[-1] in title}
    people = {name for name in named if not context.words.has("topic_affairs", name.split()[0].lower())}
    whole = {name for name in people if name in title} or people
    return whole.pop() if len(whole) == 1 and not _is_somebodys(context, whole) else ""


def _is_somebodys(context: HeadlineContext, people: Collection[str]) -> bool:
    """Whether the headline is about another one, who is named after the person: "le beau-frère de Pascal Troadec"."""
    title, words = context.context.article.title, context.words
    of = "|".join(re.escape(one) for one in (words.form("of"), words.form("of_elided")) if one)
    ends = "|".join(re.escape(one) for name in people for one in {name, name.split()[-1]})
    found = re.search(rf"(?i:([\w-]+) (?:{of}))(?:{ends})(?![\w-])", title) if of else None
    return found is not None and (words.has("people", found[1].lower()) or words.has("kin", found[1].lower()))


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
            before = [one for one in tree.tokens[: tree.within(name.span)[0].index] if one.pos != "PUNCT"][-1:]
            near = [tree.head(top) if relation(top) in ("appos", "nmod", "flat") else None, *before]
            words = [one for one in near if one is not None and _is_a_person(context, one)]
            genders = {one.features.get("Gender") or _by_article(tree, one) for one in words} - {""}
            if genders:
                found.setdefault(name.canonical.rpartition(" ")[2], set()).update(genders)
    return {name: frozenset(genders) for name, genders in found.items()}


def _by_article(tree: Tree, noun: Token) -> str:
    return next((det.features.get("Gender", "") for det in tree.dependents(noun, "det")), "")


def _is_a_person(context: HeadlineContext, word: Token) -> bool:
    """Whether it is a word for one person that has that person's gender: "M.", "l'Allemande", not "victime"."""
    lemma, lexicon = word.lemma.lower(), context.entities.lexicon
    if word.features.get("Number") == "Plur" or context.words.has("feminine", lemma):
        return False
    if country_of(lemma, context.entities.language):
        return True
    listed = any(context.words.has(name, lemma) for name in ("courtesy", "people"))
    common = word.pos == "NOUN" and not word.entity
    return common and (listed or lexicon.is_noun(lemma, NounClass.PERSON, NounClass.OFFICE))


def cannot_have_done_it(
    context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token, referent: Referent
) -> bool:
    """Whether a person is of the other gender by the article's words, or is dead where a later one is named nearer.

    Args:
        context: The inputs of headline writing.
        tree: The sentence of the pronoun.
        predicate: Its verb group.
        head: The pronoun.
        referent: Whom it may mean.
    """
    name = referent.name.canonical if referent.name is not None and referent.name.label == "PER" else ""
    if not name:
        return False
    if is_of_the_other_gender(context, head, name):
        return True
    if context.words.has("burying", predicate.token.lemma.lower()):
        return not is_dead(context, name)
    if predicate.passive or predicate.tense not in _AFTERWARDS or name == protagonist(context):
        return False
    between = (one for one in (*context.trees_before(tree), tree) if one.sentence.span.end > referent.token.end)
    others = {
        other.canonical for one in between for other in context.names(one, "PER") if _is_between(other, referent, head)
    }
    return bool(others - {name}) and is_dead(context, name)


def _is_between(name: Name, referent: Referent, head: Token) -> bool:
    return referent.token.end < name.span.start < head.start


def is_said(context: HeadlineContext, tree: Tree, token: Token) -> bool:
    """Whether a word is quoted, also where the quotation began in a sentence before.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        token: A word of it.
    """
    mark = next((one for one in tree.tokens if one.text in _QUOTES), None)
    if is_in_quotes(tree, token) or mark is None or mark.text != _QUOTES[1] or token.index > mark.index:
        return is_in_quotes(tree, token)
    marks = [
        one.text for before in context.trees_before(tree)[-_QUOTED:] for one in before.tokens if one.text in _QUOTES
    ]
    return bool(marks) and marks[-1] == _QUOTES[0]


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
    first, _, family = name.rpartition(" ")
    shared = sum(one.endswith(f" {family}") for one, label in context.entities.labels.items() if label == "PER") > 1
    return any(
        token.text == family and _dies(context, tree, token) and (not shared or _is_preceded(tree, token, first))
        for tree in context.trees
        for token in tree.tokens
    )


def _is_preceded(tree: Tree, token: Token, first: str) -> bool:
    return token.index > 0 and tree.tokens[token.index - 1].text == first.rpartition(" ")[2]


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
