"""The subject of a clause if the parse has a wrong one or none."""

from __future__ import annotations

from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Form, Predicate
from timeline.events.detection.subjects import subject as parsed_subject
from timeline.events.detection.verb_group import auxiliaries
from timeline.events.entities.coreference import Referent
from timeline.events.headline import phrases
from timeline.events.headline.base.no_news import is_no_news
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.behind import behind, is_determined, unnamed
from timeline.events.headline.reference.absolute import subject_of_its_own
from timeline.events.headline.reference.partitives import is_some_of_these
from timeline.events.headline.reference.people import is_human
from timeline.events.headline.reference.quoted import is_how_it_is_known, is_what_is_said
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.verbs import is_plural
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_GENITIVE, _WHOSE = function_words("genitive"), function_words("whose")
_CLEFT, _WHO = function_words("cleft_pronoun"), function_words("subject_relative")


def clause_subject(context: HeadlineContext, mention: Mention, predicate: Predicate) -> Token | None:
    """The head of the clause's subject.

    Returns:
        The subject of the parse, or the noun that must be the subject if the parse has none. None if there is no such
        noun, or if only the parse makes the noun the subject of a participle.
    """
    tree = mention.tree
    if _is_only_named(tree, predicate) or is_how_it_is_known(context, tree, predicate):
        return None
    if (sure := subject_of_its_own(tree, predicate) or _clefted(context, tree, predicate)) is not None:
        return sure if sure.pos != "NUM" or is_some_of_these(tree, sure) else None
    parsed = _corrected(context, tree, predicate)
    if parsed is not None and _happens_to_people(context, tree, predicate, parsed):
        parsed = _only_person(context, tree, predicate)
        if parsed is None:
            return None
    if parsed is not None and is_what_is_said(tree, predicate, parsed):
        return None
    if predicate.top.relation == "acl" and is_no_news(context, tree, tree.head(predicate.top)):
        return None
    of_people = context.words.has("of_people", predicate.token.lemma.lower())
    if _is_of_another_noun(tree, predicate, parsed) and not of_people:
        return None
    return parsed or _not_parsed(context, mention, predicate)


def _corrected(context: HeadlineContext, tree: Tree, predicate: Predicate) -> Token | None:
    """The subject of the parse, or the word that it should have taken for it."""
    parsed = _shared(tree, predicate) or _nearest(tree, predicate, parsed_subject(tree, predicate))
    if parsed is not None and parsed.index in timex_tokens(context, tree) and parsed.index < predicate.token.index:
        parsed = _agreeing(context, tree, predicate) or parsed  # "la Commission a, ce mercredi, menacé l'Italie"
    parsed = _described(tree, predicate, parsed) or _behind_a_day(context, tree, predicate, parsed) or parsed
    if parsed is not None and not _agrees_at_all(context, tree, predicate, parsed):
        return _agreeing(context, tree, predicate) or parsed
    return parsed


def _not_parsed(context: HeadlineContext, mention: Mention, predicate: Predicate) -> Token | None:
    """The subject of a verb that has none in the parse."""
    tree = mention.tree
    head = phrases.inverted_subject(mention, predicate) or behind(tree, predicate) or unnamed(context, tree, predicate)
    own = predicate.form is Form.FINITE and predicate.top.relation in ("root", "conj") and not predicate.governors
    return head or (_agreeing(context, tree, predicate) if own else None)


def _clefted(context: HeadlineContext, tree: Tree, predicate: Predicate) -> Token | None:
    """The noun that a cleft sentence brings out: "ce sont les milices menées par les chiites qui ont …".

    The parse ties the relative clause to the last noun. Not where a comma stands before it, or the verb has another
    number.
    """
    top = predicate.top
    if top.dep != "acl:relcl" or predicate.form is not Form.FINITE:
        return None
    below = tree.subtree(top)
    noun = next((one for one in tree.ancestors(top) if tree.has(one, "cop")), None)
    if noun is None or noun.index == top.head or below[0].text.lower() not in _WHO or noun.pos not in ("NOUN", "PROPN"):
        return None
    copula, pointer = tree.first(noun, "cop"), tree.first(noun, "nsubj", "expl")
    cleft = pointer is not None and copula is not None and pointer.text.lower() in _CLEFT
    if not cleft or noun.index > top.index or any(one.text == "," for one in tree.tokens[noun.index : below[0].index]):
        return None
    if tree.head(tree.tokens[top.head]) is noun and tree.tokens[top.head].relation == "conj":
        return None  # "ce sont la police et l'armée qui entrent"
    several = noun.is_plural
    return noun if is_plural(context, tree, predicate, noun) == several else None


def _shared(tree: Tree, predicate: Predicate) -> Token | None:
    """The subject that a verb shares with the one coordinated right before it: "X ferme et Y part, puis revient".

    The parse ties all three to the first. None if the verb before has no subject of its own or another number.
    """
    top = predicate.top
    if top.relation != "conj" or predicate.form is not Form.FINITE or tree.has(top, "nsubj", "expl"):
        return None
    first = min(predicate.parts)
    if not any(token.pos == "CCONJ" for token in tree.tokens[max(0, first - 2) : first]):
        return None
    before = [one for one in tree.dependents(tree.head(top), "conj") if one.index < top.index]
    last = tree.first(before[-1], "nsubj") if before else None
    if last is None or last.pos not in ("NOUN", "PROPN") or last.index > before[-1].index:
        return None
    verbs = [one for one in (top, *auxiliaries(tree, top)) if one.number]
    other = [one for one in (before[-1], *auxiliaries(tree, before[-1])) if one.verb_form == "Fin"]
    finite = [one for one in verbs if one.verb_form == "Fin"]
    same = not finite or not other or finite[0].number == other[0].number
    return last if same else None


def _described(tree: Tree, predicate: Predicate, head: Token | None) -> Token | None:
    """The person behind a bare noun that the parse takes for the subject: "Ancien vainqueur, Ferdi Kübler est mort".

    An aside may stand behind the name: "Agent immobilier, Paul Roy, âgé de 51 ans, affirme …".
    """
    if head is None or head.pos not in ("NOUN", "ADJ") or tree.has(head, "det", "nummod", "case"):
        return None
    first = min(predicate.parts)
    named = (one for one in tree.tokens[head.index + 2 : first] if one.entity == "PER" and tree.follows_comma(one))
    name = next(named, None)
    behind = next((one for one in tree.tokens[name.index :] if one.entity != "PER"), None) if name is not None else None
    return name if behind is not None and (behind.text == "," or behind.index >= first) else None


def _behind_a_day(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token | None) -> Token | None:
    """The person before the verb where the parse has a time for the subject: "Le jour de ses 24 ans, X devient"."""
    if head is None or not context.words.has("stretches", head.lemma.lower()):
        return None
    before = tree.tokens[min(predicate.parts) - 1]
    name = next((one for one in context.names(tree, "PER") if one.span.end == before.end), None)
    return tree.top(name.span) if name is not None else None


def _agrees_at_all(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> bool:
    """Whether the number of the subject is not certainly another than that of a finite verb in the singular."""
    certain = (
        predicate.form is Form.FINITE and predicate.top.relation != "conj" and head.pos == "NOUN" and head.is_plural
    )
    return not certain or is_plural(context, tree, predicate, head)


def _agreeing(context: HeadlineContext, tree: Tree, predicate: Predicate) -> Token | None:
    """The nearest noun before a finite verb that may be its subject: "un pavé, qui a …", "plus de cent élèves"."""
    hidden, several = timex_tokens(context, tree), is_plural(context, tree, predicate, None)
    for token in reversed(tree.tokens[: min(predicate.parts)]):
        if token.verb_form == "Fin" or token.relation == "expl":
            return None
        if several and token.pos == "ADV" and context.words.has("counting", token.text.lower()):
            return token if tree.has(token, "obl", "nmod") else None
        noun = token.pos == "NOUN" or (token.pos == "PROPN" and (token.entity == "PER" or tree.first(token, "det")))
        plural = token.is_plural or tree.has(token, "conj", "nummod")
        fits = noun and plural == several and token.relation not in ("conj", "nmod") and token.index not in hidden
        if fits and not tree.has(token, "case") and is_determined(tree, token):
            return token if not token.index or tree.tokens[token.index - 1].pos != "ADP" else None
    return None


def _happens_to_people(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> bool:
    """Whether a participle behind a comma befalls people only, and its noun is a thing: "l'environnement, mort à …"."""
    verb = predicate.token
    if predicate.form is not Form.PARTICIPLE or not context.words.has("only_people", verb.lemma.lower()):
        return False
    apart = tree.follows_comma(tree.subtree(predicate.top)[0]) or tree.follows_comma(verb)
    return apart and head.pos == "NOUN" and not head.entity and not is_human(context, Referent(tree, head))


def _only_person(context: HeadlineContext, tree: Tree, predicate: Predicate) -> Token | None:
    """The only person whom the sentence names before the verb."""
    first = tree.tokens[min(predicate.parts)].start
    names = {name.canonical: name for name in context.names(tree, "PER") if name.span.end <= first}
    return tree.top(next(iter(names.values())).span) if len(names) == 1 else None


def _is_only_named(tree: Tree, predicate: Predicate) -> bool:
    """Whether a participle is part of a thing's name: "le pont suspendu de Valmorin"."""
    verb = predicate.token
    if (
        predicate.form is not Form.PARTICIPLE
        or predicate.top.relation != "acl"
        or verb.index - 1 != tree.head(verb).index
    ):
        return False
    below = [child for child in tree.dependents(verb) if child.pos != "PUNCT"]
    names = [child for child in below if child.entity == "LOC" and tree.has(child, "case")]
    return bool(names) and len(below) == len(names) and all(_is_of(tree, child) for child in names)


def _is_of(tree: Tree, token: Token) -> bool:
    case = tree.first(token, "case")
    return case is not None and case.index == token.index - 1 and case.lemma in _GENITIVE


def _is_of_another_noun(tree: Tree, predicate: Predicate, parsed: Token | None) -> bool:
    """Whether the parse attaches a participle after a comma to another noun than the person named right before it.

    "la mort de X, rendue publique".
    """
    governor = tree.head(predicate.top)
    if predicate.form is not Form.PARTICIPLE or parsed is None or predicate.top.relation != "acl":
        return False
    if parsed.index == governor.index or parsed.entity != "PER" or governor.pos != "NOUN":
        return False
    path = [parsed, *tree.ancestors(parsed)]
    below = path[: next((n for n, token in enumerate(path) if token.index == governor.index), len(path))]
    return any(tree.has(token, "case") for token in below)


def _nearest(tree: Tree, predicate: Predicate, head: Token | None) -> Token | None:
    """Of two subjects in the parse, the one nearest to the verb; a noun behind a comma is an apposition, a person not.

    "L'alerte, un dispositif utile, est levée", but "son avocate, Me Anne Marcel, annonce …".
    """
    if head is None or head.relation != "nsubj":
        return head
    first = min(predicate.parts)
    same = [one for one in tree.dependents(tree.head(head), "nsubj") if one.index < first and one.pos != "PRON"]
    same = [one for one in same if not _is_counted_among(tree, one)] or same
    gender = predicate.token.gender if predicate.passive else ""
    agrees = bool(gender) and bool(same) and same[0].gender == gender
    near = [one for one in same if not _is_behind_a_comma(tree, one, name=agrees)] or same
    sure = len(near) > 1 or (len(same) > 1 and (agrees or head.entity != "PER") and tree.has(near[0], "det"))
    return near[-1] if sure and head in same else head


def _is_counted_among(tree: Tree, noun: Token) -> bool:
    """Whether "dont" makes it a part of the noun before: "huit militaires dont les membres d'équipage"."""
    return any(one.text.lower() in _WHOSE for one in tree.dependents(noun, "nmod"))


def _is_behind_a_comma(tree: Tree, noun: Token, *, name: bool) -> bool:
    """Whether a comma stands right before the noun phrase, even if it is tied to it; `name` also before a name."""
    first = tree.subtree(noun)[0]
    tied = first.text == "," and (name or noun.pos != "PROPN")
    return tied or tree.follows_comma(first)
