"""The possible antecedents of a pronoun that is a headline's subject, likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from timeline.events.detection.predicates import Predicate
from timeline.events.entities.coreference import Referent, agrees, is_personal, is_pronoun, name_of, resolve
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.valency import key
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.verbs import is_plural
from timeline.events.headline.wording.pronouns import (
    cannot_have_done_it,
    is_one_person,
    is_said,
    possessive,
    protagonist,
)
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree, relation
from timeline.languages.function_words import function_words
from timeline.model import Token

_GENITIVE = function_words("genitive_form")
_SENTENCES = 2
_COMMA_AND_NAME = 2
_ROLES = ("nsubj", "obj", "root", "obl")


def referents(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> Iterator[Referent]:
    """The referents of a subject: the word itself, or what a pronoun may stand for.

    Before a verb of people ("il a été abattu"), a thing is no antecedent.

    Args:
        context: The inputs of headline writing.
        tree: The sentence.
        predicate: The verb group of the subject.
        head: The head of the subject.

    Yields:
        Referents that agree with the pronoun, each once.
    """
    first = _named_so_far(tree, head, resolve(tree, head, context.before, context.entities))
    if not is_personal(head):
        if head.features.get("PronType") == "Rel":
            named = _named_before_the_comma(context, tree, predicate, head)
            first = named or _described(context, tree, predicate, head) or first
            if first is not None and first.tree is tree and _clashes(tree, predicate, first.token):
                return
        if first is not None:
            yield first
        return
    assailant = _assailant(context, tree, predicate)
    if assailant is not None and agrees(head, assailant):
        yield assailant
        return
    verb = key(tree, predicate)
    charged = context.words.has("measures_by_complement", verb) and is_measure(context, tree, predicate)
    personal = charged or context.words.has("personal_verbs", verb)
    seen: list[Token] = []
    spoken = is_said(context, tree, head)
    led = tuple(_people_before(context, tree, head))
    marks = [token.index for token in tree.tokens[: head.index] if token.text == ":"]
    ahead = [
        one for one in led if marks and one.token.index < marks[-1]
    ]  # "Déception pour la Française X : battue, elle"
    for one in chain(ahead, (first,) if first is not None else (), led, _near(context, tree)):
        known = any(one.token is token for token in seen)
        seen.append(one.token)
        if (
            known
            or names_a_place(context, one)
            or not agrees(head, one)
            or (is_said(context, one.tree, one.token) and not spoken)
            or cannot_have_done_it(context, tree, predicate, head, one)
            or _is_passed_over(context, tree, one)
            or _is_beside_a_person(head, one)
            or one.token.index in timex_tokens(context, one.tree)
        ):
            continue
        if is_human(context, one) or not personal or (_is_named_body(one) and not predicate.passive):
            yield one


def _named_so_far(tree: Tree, head: Token, referent: Referent | None) -> Referent | None:
    """The referent without a name that the article has only behind the sentence: "la chanteuse" is another one's."""
    name = referent.name if referent is not None and referent.token is head and head.pos == "NOUN" else None
    return Referent(tree, head, None) if name is not None and name.span.start >= tree.sentence.span.end else referent


def _is_passed_over(context: HeadlineContext, tree: Tree, referent: Referent) -> bool:
    """Whether the sentence before has another person as its subject, and the referent stands before that one."""
    before = context.trees_before(tree)
    if not before or referent.tree is tree or referent.tree is before[-1]:
        return False
    own = referent.name.canonical if referent.name is not None else ""
    last = before[-1]
    subjects = [one for one in last.tokens if relation(one) == "nsubj" and last.is_root(last.head(one))]
    people = (one for one in subjects if one.pos != "NOUN" or is_human(context, Referent(last, one, None)))
    inside = {word.start for one in people for word in last.subtree(one)}
    return any(name.span.start in inside and name.canonical != own for name in context.names(last, "PER"))


def _assailant(context: HeadlineContext, tree: Tree, predicate: Predicate) -> Referent | None:
    """Who did to somebody what the sentence before tells, where the verb is a measure against a suspect.

    "X a été enfariné par un militant. Il a été arrêté": the militant, for nobody may be called arrested in his place.
    But in "X a été interpellé par un gendarme. Il a été écroué", it is X.
    """
    before = context.trees_before(tree)
    if not before or not is_measure(context, tree, predicate):
        return None
    for token in before[-1].tokens:
        above = before[-1].head(token)
        if token.dep != "obl:agent" or context.words.has("suspect_verbs", f"{above.lemma.lower()} passive"):
            continue
        found = Referent(before[-1], token, name_of(before[-1], token, context.entities))
        is_authority = context.entities.lexicon.is_noun(token.lemma.lower(), NounClass.AUTHORITY, NounClass.OFFICE)
        is_new = any(det.features.get("Definite") == "Ind" for det in before[-1].dependents(token, "det"))
        if not is_authority and (is_new or is_human(context, found)):
            return found
    return None


def is_measure(context: HeadlineContext, tree: Tree, predicate: Predicate) -> bool:
    """Whether the verb is a measure against a suspect: "arrêté", "mis en examen", not "blessé", "mis en vente"."""
    verb = key(tree, predicate)
    if context.words.has("measures_by_complement", verb):
        return _is_charged(context, tree, predicate)
    return context.words.has("suspect_verbs", verb)


def _is_charged(context: HeadlineContext, tree: Tree, predicate: Predicate) -> bool:
    """Whether the complement says that somebody is a suspect: "(placé) en garde à vue"."""
    below = (child.lemma.lower() for child in tree.dependents(predicate.token, "obl", "xcomp", "nmod"))
    return any(context.words.has("charges", word) for word in below)


def _described(context: HeadlineContext, tree: Tree, predicate: Predicate, relative: Token) -> Referent | None:
    """The noun that a relative clause describes: the nearest one above it that agrees with the verb.

    "La finale des championnats du monde qui se déroulait à Nice": the final, for the verb is singular.
    """
    clause = next((one for one in tree.ancestors(relative) if one.dep == "acl:relcl"), None)
    noun, hidden = tree.head(clause) if clause is not None else relative, timex_tokens(context, tree)
    while noun.pos in ("NOUN", "PROPN", "NUM") and noun.index < relative.index:
        if noun.index not in hidden and _suits(context, tree, predicate, noun):
            return Referent(tree, noun, name_of(tree, noun, context.entities))
        before = tree.dependents(tree.head(noun), "obj") if relation(noun) == "obl" else ()
        if relation(noun) not in ("nmod", "conj") and not (before and before[0].index < noun.index):
            break
        noun = before[0] if before else tree.head(noun)
    return _right_before(context, tree, predicate, relative)


def _right_before(context: HeadlineContext, tree: Tree, predicate: Predicate, relative: Token) -> Referent | None:
    """The noun right before the comma of a relative clause that agrees, if the parse ties it to one that does not.

    "Des projectiles dont un pavé, qui a cassé …".
    """
    if relative.index < _COMMA_AND_NAME or tree.tokens[relative.index - 1].text != ",":
        return None
    noun = tree.tokens[relative.index - 2]
    if noun.pos != "NOUN" or not is_determined(context, tree, noun) or not _suits(context, tree, predicate, noun):
        return None
    return Referent(tree, noun, name_of(tree, noun, context.entities))


def _named_before_the_comma(
    context: HeadlineContext, tree: Tree, predicate: Predicate, relative: Token
) -> Referent | None:
    """The person named right before the comma of a relative clause: "l'ancien ministre de X Y, qui démissionne"."""
    if relative.index < _COMMA_AND_NAME or tree.tokens[relative.index - 1].text != ",":
        return None
    last = tree.tokens[relative.index - 2]
    name = next((one for one in context.names(tree, "PER") if one.span.end == last.end), None)
    clause = next((one for one in tree.ancestors(relative) if one.dep == "acl:relcl"), None)
    noun = tree.head(clause) if clause is not None else last
    of_people = noun.entity == "PER" or is_human(context, Referent(tree, noun, None))  # not "le procès de X, qui …"
    if name is None or " " not in name.canonical or not of_people or is_plural(context, tree, predicate, relative):
        return None
    return Referent(tree, tree.top(name.span) or last, name)


def _clashes(tree: Tree, predicate: Predicate, noun: Token) -> bool:
    """Whether the article of a noun shows another gender than the passive participle: "le Pacifique … est levée"."""
    genders = {det.features.get("Gender") for det in tree.dependents(noun, "det")} - {None}
    wanted = predicate.token.features.get("Gender")
    return predicate.passive and noun.pos == "PROPN" and bool(wanted) and bool(genders) and wanted not in genders


def _suits(context: HeadlineContext, tree: Tree, predicate: Predicate, noun: Token) -> bool:
    """Whether the noun may be the subject of the verb, by number and, with a passive participle, by gender."""
    several = noun.features.get("Number") == "Plur" or tree.first(noun, "conj") is not None
    if noun.features.get("Number") and is_plural(context, tree, predicate, noun) != several:
        return False
    one, other = noun.features.get("Gender"), predicate.token.features.get("Gender")
    if _clashes(tree, predicate, noun):
        return False
    return not predicate.passive or not one or not other or one == other


def person_of(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> str:
    """The person whom a long subject describes: "L'auteur, chanteur et acteur David Bowie est mort", or "".

    The name stands between commas, right before the verb behind a comma, or behind several descriptions of one person.
    "La loi Valls" and "l'avocat de Manuel Valls" name nobody, but "son frère Raúl Castro" does.

    Args:
        context: The inputs of headline writing.
        tree: The sentence.
        predicate: The verb group.
        head: The head of its subject.
    """
    if head.pos != "NOUN" or head.entity or is_plural(context, tree, predicate, head) or predicate.shared_auxiliaries:
        return ""
    descriptions = [one for one in tree.dependents(head, "conj") if one.pos in ("NOUN", "ADJ") and not one.entity]
    if any(tree.dependents(one, "det", "case") for one in descriptions):
        return ""
    kin = possessive(tree, head) is not None and is_human(context, Referent(tree, head, None))
    last = max(predicate.parts)
    if kin and any(token.features.get("Poss") == "Yes" for token in tree.tokens[last:]):
        return ""  # "son frère Raúl annonce son décès": another's
    for name in context.names(tree, "PER"):
        top = tree.top(name.span)
        if top is None or not head.index < top.index < min(predicate.parts) or " " not in name.canonical:
            continue
        tied = tree.head(top).index in {head.index, *(one.index for one in descriptions)}
        before, after = tree.tokens[tree.subtree(top)[0].index - 1], tree.tokens[tree.within(name.span)[-1].index + 1]
        apart = before.text == "," and (after.text == "," or after.index == min(predicate.parts))
        if tied and tree.first(top, "case", "conj") is None and (apart or descriptions or kin) and before.pos != "ADP":
            return name.canonical
    return ""


def names_a_place(context: HeadlineContext, referent: Referent) -> bool:
    """Whether a person's name is that of a place or prize: "la station Jacques Bonsergent"."""
    above = referent.tree.head(referent.token)
    beside = relation(referent.token) in ("appos", "nmod", "flat", "conj") and referent.token.pos == "PROPN"
    before = referent.tree.tokens[referent.token.index - 1] if referent.token.index else referent.token
    nouns = [word.lemma.lower() for word in (above, before) if word.pos == "NOUN"] if beside else [before.lemma.lower()]
    return any(context.words.has("named_after_people", noun) for noun in nouns)


def _is_beside_a_person(head: Token, referent: Referent) -> bool:
    """Whether "il" may as well be the person who is the object of a body's act: "le club recrute X. Il s'engage …"."""
    tree, body = referent.tree, referent.name is not None and referent.name.label == "ORG"
    if not body or not is_one_person(head) or relation(referent.token) != "nsubj":
        return False
    done = tree.dependents(tree.head(referent.token), "obj")
    return any(word.entity == "PER" for one in done for word in tree.subtree(one))


def _is_named_body(referent: Referent) -> bool:
    """Whether it is an organisation or country, which wins and signs as people do, but is not arrested."""
    return referent.name is not None and referent.name.label in ("ORG", "LOC")


def is_human(context: HeadlineContext, referent: Referent) -> bool:
    """Whether it is a person or people: by its name, or by its noun."""
    if referent.name is not None and (referent.name.label == "PER" or referent.token.pos != "NOUN"):
        return referent.name.label == "PER"
    classes = NounClass.PERSON, NounClass.OFFICE, NounClass.AUTHORITY
    forms = referent.token.lemma.lower(), referent.token.text.lower()  # "accusé" may have the lemma of its verb
    return any(context.entities.lexicon.is_noun(word, *classes) or context.words.has("people", word) for word in forms)


def _people_before(context: HeadlineContext, tree: Tree, pronoun: Token) -> Iterator[Referent]:
    """The person whom the sentence names before any verb: "Déception pour la Française X : battue, elle …"."""
    for token in tree.tokens[: pronoun.index]:
        if token.verb_form == "Fin" or relation(token) == "nsubj":
            return
        if token.entity == "PER" and token.pos == "PROPN" and tree.head(token).entity != "PER":
            yield Referent(tree, token, name_of(tree, token, context.entities))


def _near(context: HeadlineContext, tree: Tree) -> Iterator[Referent]:
    """The people of the sentence before, and the subjects of the two sentences before: "les chercheurs … Ils …"."""
    for back, one in enumerate(reversed(context.trees_before(tree)[-_SENTENCES:])):
        for role in _ROLES if back == 0 else _ROLES[:1]:
            for token in one.tokens:
                if relation(token) == role and token.pos in ("NOUN", "PROPN"):
                    found = Referent(one, token, name_of(one, token, context.entities))
                    if is_human(context, found):
                        yield found
                    elif context.words.has("collectives", token.lemma.lower()):
                        members = (Referent(one, child, None) for child in one.dependents(token, "nmod"))
                        yield from (
                            child for child in members if child.token.pos == "NOUN" and is_human(context, child)
                        )


def is_by_the_way(context: HeadlineContext, tree: Tree, referent: Referent) -> bool:
    """Whether the article is about another person than one who is no subject, or whom "il … Il …" passes over."""
    name, about = referent.name, protagonist(context)
    if name is None or name.label != "PER" or not about or name.canonical == about or referent.tree is tree:
        return False
    before = context.trees_before(tree)
    root = next((token for token in before[-1].tokens if before[-1].is_root(token)), None) if before else None
    last = before[-1].first(root, "nsubj") if root is not None else None
    return relation(referent.token) != "nsubj" or (last is not None and is_one_person(last))


def is_no_referent(context: HeadlineContext, tree: Tree, head: Token, referent: Referent) -> bool:
    """Whether a pronoun cannot stand for it: a date, one thing for "ils", a referent more than two sentences back."""
    if referent.token is head:
        return False
    if referent.tree is not tree and all(
        main is None or main.tree is not referent.tree for main in context.before[-2:]
    ):
        return True
    one = referent.token.features.get("Number") == "Sing" and referent.tree.first(referent.token, "conj") is None
    several = head.features.get("Number") == "Plur" and is_pronoun(head)
    return referent.token.index in timex_tokens(context, referent.tree) or (
        several and one and (referent.name is None or referent.name.label == "LOC")
    )


def is_determined(context: HeadlineContext, tree: Tree, noun: Token) -> bool:
    """Whether the noun has an article, if only in its preposition ("au prochain mondial"), or a number."""
    cases = [case.text.lower() for case in tree.dependents(noun, "case")]
    merged = any(context.words.article_of(case) for case in cases)
    several = noun.features.get("Number") == "Plur" and any(case in _GENITIVE for case in cases)  # "de chercheurs"
    return merged or several or bool(tree.dependents(noun, "det", "nummod"))


def is_like(noun: Token, head: Token) -> bool:
    """Whether gender and number are known and the same."""
    one, other = noun.features, head.features
    return all(one.get(name) and one.get(name) == other.get(name) for name in ("Gender", "Number"))
