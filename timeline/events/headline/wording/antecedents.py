"""The possible antecedents of a pronoun that is a headline's subject, likeliest first."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.detection.predicates import Predicate
from timeline.events.entities.coreference import Referent, agrees, is_personal, is_pronoun, resolve
from timeline.events.entities.demonyms import country_of
from timeline.events.headline.base.valency import key
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.earlier.assailant import assailant_of
from timeline.events.headline.reference.earlier.carried_on import carried_on, only_group
from timeline.events.headline.reference.earlier.latter import latter
from timeline.events.headline.reference.genders import is_like, is_not_of, is_of_the_other_gender
from timeline.events.headline.reference.passers_by import passes_by
from timeline.events.headline.reference.people import counts_some, is_human
from timeline.events.headline.reference.pronouns import is_one_person, possessive, protagonist
from timeline.events.headline.reference.relatives import of_a_relative
from timeline.events.headline.reference.ruled_out import goes_on_about, is_ruled_out
from timeline.events.headline.reference.selection import brought_in, is_measure
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.verbs import is_plural
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Name, Token

_THEY = function_words("plural_subject")
_IMPERSONAL = function_words("impersonal_pronoun")
_INDEFINITE, _DATIVE = function_words("indefinite_pronoun"), function_words("dative_of_one")
_SENTENCES = 2
_FRONT = 4
_ROLES = ("nsubj", "obj", "root", "obl")


def referents(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> Iterator[Referent]:
    """The referents of a subject: the word itself, or what a pronoun may stand for.

    Before a verb of people ("il a été abattu"), a thing is no antecedent.

    Yields:
        Referents that agree with the pronoun, each once.
    """
    first = _named_so_far(tree, head, resolve(tree, head, context.before, context.entities))
    if not is_personal(head):
        relative = head.pron_type == "Rel"
        found = of_a_relative(context, tree, predicate, head, first) if relative else first
        yield from (found,) if found is not None else ()
        return
    assailant = assailant_of(context, tree, predicate)
    if assailant is not None and agrees(head, assailant):
        yield assailant
        return
    verb = key(tree, predicate)
    charged = context.words.has("measures_by_complement", verb) and is_measure(context, tree, predicate)
    personal = charged or context.words.has("personal_verbs", verb)
    seen: list[Token] = []
    for possible in _possible(context, tree, head, first):
        one = _without_chance(context, possible)
        if one.name is None and one.tree is not tree and context.words.has("latter", one.token.lemma.lower()):
            yield from _whom_it_takes_up(context, one, head)
            return  # "Ces derniers, choqués, attendaient. Ils ont été transportés": not the firemen before
        known = any(one.token is token for token in seen)
        seen.append(one.token)
        if not known and agrees(head, one) and not is_ruled_out(context, tree, predicate, head, one, personal=personal):
            yield one
    if personal and (thing := carried_on(context, tree, predicate, head)) is not None:
        yield thing


def _whom_it_takes_up(context: HeadlineContext, pointing: Referent, head: Token) -> Iterator[Referent]:
    """Whom "celle-ci" or "ce dernier" of a sentence before stands for; of several, it does not say who they are."""
    tree, token = pointing.tree, pointing.token
    predicate = context.predicate_of(tree, tree.head(token))
    last = latter(context, tree, predicate, token) if predicate is not None and not token.is_plural else None
    if last is not None and agrees(head, last):
        yield last


def _possible(context: HeadlineContext, tree: Tree, head: Token, first: Referent | None) -> Iterator[Referent]:
    """What a pronoun may stand for, likeliest first."""
    marks = [token.index for token in tree.tokens[: head.index] if token.text == ":"]
    led = tuple(_people_before(context, tree, head))
    yield from (one for one in led if marks and one.token.index < marks[-1])
    if marks and (new := _new_before_a_colon(context, tree, marks[-1])) is not None:
        yield new
    if marks and (about := _about(context, tree, marks[-1])):
        yield from about  # "Déception pour la Française X : battue, elle …"
        return
    if context.words.has("announcing", tree.tokens[0].text.lower()):
        yield from led or _announced(context, tree, head)  # "quant à la pêche, elle …" is nothing of before
        return
    yield from _introduced(context, tree)
    yield from _done_to(context, tree, head)
    yield from (new,) if (new := brought_in(context, tree, head)) is not None else ()
    yield from (first,) if first is not None else ()
    yield from led
    yield from _near(context, tree)
    yield from only_group(context, tree, head)


def _announced(context: HeadlineContext, tree: Tree, head: Token) -> Iterator[Referent]:
    """The noun that "quant à" begins with, if it agrees: "Quant au maire, il", not "Quant au maire qui part, il"."""
    noun = next((token for token in tree.tokens[: head.index] if token.pos in ("NOUN", "PROPN")), None)
    if noun is not None and is_like(noun, head) and not tree.has(noun, "acl"):
        yield context.referent(tree, noun)


def _new_before_a_colon(context: HeadlineContext, tree: Tree, mark: int) -> Referent | None:
    """What the words right before a colon bring in: "cela entraîne une nouvelle élection : elle se déroulera"."""
    for noun in tree.tokens[:mark]:
        new = tree.is_indefinite(noun)
        last = max((one.index for one in tree.subtree(noun) if one.index < mark), default=0)
        if new and noun.pos == "NOUN" and noun.relation in ("obj", "root") and last == mark - 1:
            return context.referent(tree, noun)
    return None


def _about(context: HeadlineContext, tree: Tree, mark: int) -> tuple[Referent, ...]:
    """Whom or what the words before a colon are for: "Grosse déception pour l'Estonie : …"."""
    if any(token.pos in ("VERB", "AUX") for token in tree.tokens[:mark]):
        return ()
    nouns = [token for token in tree.tokens[:mark] if token.pos in ("NOUN", "PROPN")]
    led = (
        token
        for token in nouns
        if any(context.words.has("whom_for", case.text.lower()) for case in tree.dependents(token, "case"))
    )
    return tuple(context.referent(tree, token) for token in led)


def _introduced(context: HeadlineContext, tree: Tree) -> Iterator[Referent]:
    """Who the sentence before says that somebody is: "Il s'agit d'un photographe. Il est mort"."""
    last = context.tree_before(tree)
    root = last.root if last is not None else None
    if last is None or root is None or not last.has(root, "expl", "nsubj"):
        return
    first = next((token for token in last.tokens if token.pos not in ("PUNCT", "ADV")), root)
    is_so = context.words.has("nobody_reflexive", root.lemma.lower()) and first.text.lower() in _IMPERSONAL
    for noun in last.dependents(root, "obl", "obj", "xcomp") if is_so else ():
        found = context.referent(last, noun)
        if last.is_indefinite(noun) and noun.pos == "NOUN" and is_human(context, found):
            yield found


def _done_to(context: HeadlineContext, tree: Tree, head: Token) -> Iterator[Referent]:
    """Whom the clause before does something to, where nobody does it: "on lapida les C.R.S. ; ils ouvrirent le feu"."""
    for one in tree.tokens[: head.index]:
        if one.text.lower() in _INDEFINITE and one.relation == "nsubj":
            objects = (word for word in tree.dependents(tree.head(one), "obj") if word.index < head.index)
            yield from (context.referent(tree, word) for word in objects if word.pos != "PRON")


def _without_chance(context: HeadlineContext, referent: Referent) -> Referent:
    """The referent without a name of elsewhere that its noun has by chance.

    It is only the person named last: of "le relais" it is nobody's, and of "l'homme" not one whom an unnamed person
    stands between.
    """
    tree, token, name = referent.tree, referent.token, referent.name
    if name is None or name.label != "PER" or token.pos == "PROPN":
        return referent
    plain = Referent(tree, token)
    apart = token.pos == "NOUN" and not tree.sentence.span.contains(name.span)
    if apart and is_not_of(context, _by_article(tree, token), name.canonical):
        return plain  # "le directeur" is not Yvonne Quéré
    if _is_an_official(context, tree, token, name):
        return plain
    if name.canonical == protagonist(context):
        return referent
    if context.words.has("saints", name.canonical.partition("-")[0].lower()) or _is_a_source(context, tree, name):
        return plain
    if tree.sentence.span.contains(name.span) or name == context.entities.definite_descriptions.get(
        token.lemma.lower()
    ):
        return referent
    points = context.words.has("latter", token.lemma.lower())
    if not (points or is_human(context, plain) or country_of(token.lemma.lower(), context.entities.language)):
        return plain
    return plain if _is_another(context, referent) else referent


def _by_article(tree: Tree, noun: Token) -> str:
    return next((det.features["Gender"] for det in tree.dependents(noun, "det") if "Gender" in det.features), "")


def _is_an_official(context: HeadlineContext, tree: Tree, token: Token, name: Name) -> bool:
    """Whether an official stands between whom the article calls otherwise: "X est écroué. Le préfet a réagi. Il …"."""
    lemma = token.lemma.lower()
    called = name == context.entities.definite_descriptions.get(lemma) or tree.sentence.span.contains(name.span)
    return context.words.has("officials", lemma) and not called


def _is_a_source(context: HeadlineContext, tree: Tree, name: Name) -> bool:
    """Whether a sentence has a name only as its source: "D'après X, procureur, l'homme voulait"."""
    tops = (tree.top(one.span) for one in context.names(tree, "PER") if one.canonical == name.canonical)
    return any(top is not None and top.index < _FRONT and tree.has(top, "case") for top in tops)


def _is_another(context: HeadlineContext, referent: Referent) -> bool:
    """Whether the last person before a noun that acts has no name: "un homme est arrêté. Ce dernier", not Hollande."""
    start = referent.tree.sentence.span.start
    mains = [one for one in context.before if one is not None and one.tree.sentence.span.start < start]
    people = [one for one in mains if is_human(context, one) and not one.token.is_plural]
    return bool(people) and people[-1].name is None and people[-1].token.pos == "NOUN"


def _named_so_far(tree: Tree, head: Token, referent: Referent | None) -> Referent | None:
    """The referent without a name that the article has only behind the sentence: "la chanteuse" is another one's."""
    name = referent.name if referent is not None and referent.token is head and head.pos == "NOUN" else None
    return Referent(tree, head) if name is not None and name.span.start >= tree.sentence.span.end else referent


def person_of(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> str:
    """The person whom a long subject describes: "L'auteur, chanteur et acteur David Bowie est mort", or "".

    The name stands between commas, right before the verb behind a comma, or behind several descriptions of one person.
    A noun that says more than the name is kept: "un doctorant de Zurich, Luca Frei, …".
    "La loi Valls" and "l'avocat de Manuel Valls" name nobody, but "son frère Raúl Castro" does.
    """
    if head.pos != "NOUN" or head.entity or is_plural(context, tree, predicate, head) or predicate.shared_auxiliaries:
        return ""
    descriptions = [one for one in tree.dependents(head, "conj") if one.pos in ("NOUN", "ADJ") and not one.entity]
    if any(tree.dependents(one, "det", "case") for one in descriptions):
        return ""
    kin = possessive(tree, head) is not None and is_human(context, Referent(tree, head))
    last = max(predicate.parts)
    if kin and any(token.is_possessive for token in tree.tokens[last:]):
        return ""  # "son frère Raúl annonce son décès": another's
    for name in context.names(tree, "PER"):
        top = tree.top(name.span)
        if top is None or not head.index < top.index < min(predicate.parts) or " " not in name.canonical:
            continue
        tied = tree.head(top).index in {head.index, *(one.index for one in descriptions)}
        before, after = tree.tokens[tree.opening(top).index - 1], tree.tokens[tree.within(name.span)[-1].index + 1]
        behind = before.text == "," and (after.text == "," or after.index == min(predicate.parts))
        apart = behind and _says_too_little(tree, head)
        if tied and not tree.has(top, "case", "conj") and (apart or descriptions or kin) and before.pos != "ADP":
            return name.canonical
    return ""


def _says_too_little(tree: Tree, noun: Token) -> bool:
    """Whether a noun is somebody's, or known without a word that says which: "son rival", "le recteur"."""
    known = tree.is_definite(noun)
    return possessive(tree, noun) is not None or (known and not tree.has(noun, "nmod", "amod", "acl"))


def _people_before(context: HeadlineContext, tree: Tree, pronoun: Token) -> Iterator[Referent]:
    """The person whom the sentence names before any verb: "Déception pour la Française X : battue, elle …"."""
    for token in tree.tokens[: pronoun.index]:
        if token.verb_form == "Fin" or token.relation == "nsubj":
            return
        if token.entity == "PER" and token.pos == "PROPN" and tree.head(token).entity != "PER":
            yield context.referent(tree, token)


def _near(context: HeadlineContext, tree: Tree) -> Iterator[Referent]:
    """The people of the sentence before, and the subjects of the two sentences before: "les chercheurs … Ils …"."""
    for back, one in enumerate(reversed(context.trees_before(tree)[-_SENTENCES:])):
        for role in _ROLES if back == 0 and not _goes_on(context, one) else _ROLES[:1]:
            for token in one.tokens:
                if token.relation == role and token.pos in ("NOUN", "PROPN"):
                    found = context.referent(one, token)
                    if is_human(context, found):
                        yield found
                    elif context.words.has("collectives", token.lemma.lower()):
                        members = (Referent(one, child) for child in one.dependents(token, "nmod"))
                        yield from (
                            child for child in members if child.token.pos == "NOUN" and is_human(context, child)
                        )


def _goes_on(context: HeadlineContext, tree: Tree) -> bool:
    """Whether a sentence is about a pronoun, which the next one goes on with: "ce dernier l'a donné", "X lui écrit"."""
    root = tree.root
    if root is not None and any(one.text.lower() in _DATIVE for one in tree.dependents(root, "iobj", "obj")):
        return True
    first = tree.first(root, "nsubj") if root is not None else None
    return first is not None and (is_one_person(first) or context.words.has("latter", first.lemma.lower()))


def is_by_the_way(context: HeadlineContext, tree: Tree, head: Token, referent: Referent) -> bool:
    """Whether the article is about another person than one who is no subject, or whom "il … Il …" passes over."""
    name, about = referent.name, protagonist(context)
    if name is None or name.label != "PER" or not about or name.canonical == about or referent.tree is tree:
        return False
    if is_of_the_other_gender(context, head, about):  # "elle" behind a woman is not the man of the headline
        return False
    before = context.trees_before(tree)
    root = before[-1].root if before else None
    last = before[-1].first(root, "nsubj") if root is not None else None
    passes = (last is not None and is_one_person(last)) or passes_by(context, referent, about)
    return passes or referent.token.relation != "nsubj" or goes_on_about(context, tree, referent, head)


def is_no_referent(context: HeadlineContext, tree: Tree, head: Token, referent: Referent) -> bool:
    """Whether a pronoun cannot stand for it: a date, one thing for "ils", a referent more than two sentences back."""
    if referent.token is head:
        return False
    mains = [main.tree for main in context.before[-2:] if main is not None]
    if referent.tree is not tree and not any(
        one is referent.tree for one in (*mains, *context.trees_before(tree)[-2:])
    ):
        return True
    plural = referent.token.is_plural or _is_plural_by_its_article(referent)
    one = not plural and not referent.tree.has(referent.token, "conj") and not counts_some(context, referent)
    several = is_pronoun(head) and (head.is_plural or head.text.lower() in _THEY)
    return referent.token.index in timex_tokens(context, referent.tree) or (
        several and one and (referent.name is None or referent.name.label != "PER")
    )


def _is_plural_by_its_article(referent: Referent) -> bool:
    return any(det.is_plural for det in referent.tree.dependents(referent.token, "det"))
