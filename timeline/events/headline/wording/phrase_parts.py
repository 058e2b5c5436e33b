"""Parts of a subject that a headline changes or misses: its possessive, its article, its referent."""

from __future__ import annotations

from timeline.events.detection.predicates import Predicate
from timeline.events.headline.base.quoted import in_brackets
from timeline.events.headline.base.types import Subject
from timeline.events.headline.base.valency import key
from timeline.events.headline.context import HeadlineContext
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_IMPERSONAL, _CLAUSE_MARK = function_words("impersonal_pronoun"), function_words("clause_mark")
_ONE, _OF = function_words("one"), function_words("genitive_case")
_ATTRIBUTES = ("xcomp", "obj", "iobj")
_APART = ("obl", "nmod", "acl", "appos", "advcl", "amod", "parataxis", "dep")
_AHEAD = ("obl", "nmod", "advcl", "conj", "parataxis", "dislocated", "appos", "dep", "acl")


def asides(tree: Tree, head: Token) -> frozenset[int]:
    """The words that a comma separates from the noun, or that stand before it and are not part of it.

    Returns:
        Indices of tokens.
    """
    found: set[int] = set()
    for child in tree.dependents(head):
        below = tree.subtree(child)
        first = tree.opening(child)
        behind = first.index > head.index and tree.follows_comma(first)
        apart = behind and child.relation in _APART and not _is_parted(tree, head, child)
        if apart or (child.index < head.index and child.relation in _AHEAD):
            found |= {token.index for token in below}
    return frozenset(found)


def _is_parted(tree: Tree, head: Token, child: Token) -> bool:
    """Whether it is the complement of the noun behind an insertion: "la mort, le 2 novembre, d'un enfant"."""
    inserted = tree.tokens[head.index + 1].text == "," and child.index > head.index + 2
    led = any(case.text.lower() in _OF for case in tree.dependents(child, "case"))
    return inserted and led and child.relation == "nmod"


def is_one_of_some(tree: Tree, head: Token) -> bool:
    """Whether the word is "un" with those that it is one of: "un des avions a rompu son train", not "l'un d'eux"."""
    behind = tree.first(head, "nmod") if head.pos == "PRON" and head.text.lower() in _ONE else None
    led = behind is not None and any(case.text.lower() in _OF for case in tree.dependents(behind, "case"))
    return led and behind is not None and behind.pos in ("NOUN", "PROPN") and not tree.has(head, "det")


def owned(
    context: HeadlineContext, tree: Tree, head: Token, mine: Token, name: str, kept: frozenset[int]
) -> dict[int, str]:
    """The article for a possessive, and its owner behind the noun.

    "Son avocat" is "l'avocat de Jean Castex", or "l'avocat" if the owner is unknown.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        head: The noun.
        mine: Its possessive.
        name: The owner, or "".
        kept: The indices of the kept words.

    Returns:
        New words by index.
    """
    elides = context.conjugation.elides
    feminine, plural = head.gender == "Fem", head.is_plural
    elided = elides(tree.tokens[mine.index + 1].text)
    article = context.words.definite(elided=elided, feminine=feminine, plural=plural)
    last = head.index
    while last + 1 in kept and tree.tokens[last + 1].head == head.index and tree.tokens[last + 1].relation == "amod":
        last += 1
    bare = (child for child in tree.dependents(head, "nmod") if not tree.has(child, "det") and not child.entity)
    last = max([last, *(child.index for child in bare if child.index in kept and child.index <= last + 2)])
    while last + 1 in kept and tree.tokens[last + 1].relation == "amod" and tree.tokens[last + 1].head <= last:
        last += 1  # "le discours de politique générale de Michel Barnier"
    if not name:
        return {mine.index: article}
    vowel = elides(name) and not context.words.has("full_before_name", name[:2].lower())
    of = context.words.form("of_elided" if vowel else "of")
    return {mine.index: article, last: f"{tree.tokens[last].text} {of}{name}"}


def office_of(context: HeadlineContext, tree: Tree, verb: Token, person: Token) -> str:
    """The office that a participle gives a person who is described beside it, or "".

    "le préfet de la Drôme, Hugues Moutouh, nommé (en 2021)" is "préfet de la Drôme".

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        verb: The participle.
        person: The head of its subject: the person's name, or the office.
    """
    if not context.words.has("gives_an_office", verb.lemma.lower()) or tree.has(verb, *_ATTRIBUTES):
        return ""
    above = tree.head(person) if person.relation == "appos" else person
    beside = [one for one in (above, *tree.dependents(person, "appos")) if one.index < verb.index]
    office = next((one for one in beside if _is_an_office(context, one)), None)
    if office is None:
        return ""
    first = office.index - (
        office.index > 0 and context.words.has("of_an_office", tree.tokens[office.index - 1].text.lower())
    )
    rest = (one.index for one in tree.tokens[office.index :] if one.pos == "PUNCT" or one.entity == "PER")
    last = tree.tokens[next(rest, len(tree.tokens)) - 1]
    return context.context.article.text[tree.tokens[first].start : last.end]


def _is_an_office(context: HeadlineContext, noun: Token) -> bool:
    single = noun.pos == "NOUN" and not noun.is_plural
    return single and (noun.text.isupper() or context.entities.lexicon.is_noun(noun.lemma.lower(), NounClass.OFFICE))


def lacks_its_article(context: HeadlineContext, tree: Tree, shown: tuple[Token, ...]) -> bool:
    """Whether a singular common noun begins the phrase without an article: the parse took it from an expression.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        shown: The words of the phrase, in text order.
    """
    first = shown[0]
    if first.pos == "ADJ" and first.relation == "amod" and tree.head(first) in shown:
        first = tree.head(first)  # "jeune homme de 23 ans"
        if tree.has(first, "det", "nummod"):
            return False
    common = first.pos == "NOUN" and first.text.islower() and first.number == "Sing"
    led = any(context.words.article_of(case.text.lower()) for case in tree.dependents(first, "case"))
    return common and not led and not tree.has(first, "conj", "cop")


def is_of_what_is_planned(context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token) -> bool:
    """Whether "il" of a passive has no referent, as a clause follows: "il est prévu de produire …"."""
    verb = tree.head(head)
    clauses = tree.dependents(verb, "xcomp", "ccomp", "csubj", "advcl")
    led = (tree.first(one, "mark", "case") for one in clauses if one.index > verb.index)
    follows = any(word is not None and word.lemma.lower() in _CLAUSE_MARK for word in led)
    people = context.words.has("personal_verbs", key(tree, predicate))  # "il est soupçonné d'avoir …"
    passive = any(aux.dep == "aux:pass" for aux in tree.dependents(verb, "aux"))
    return head.text.lower() in _IMPERSONAL and passive and follows and not people


def is_apart(tree: Tree, conjunct: Token) -> bool:
    """Whether it is another one: "le médecin et cardiologue Guy Turcotte" is one man.

    Args:
        tree: The tree of the sentence.
        conjunct: A word that "and" ties to a noun.
    """
    return conjunct.pos in ("PROPN", "NUM", "PRON") or tree.has(conjunct, "det", "nummod", "case")


def agrees_with_either(context: HeadlineContext, tree: Tree, head: Token) -> bool:
    """Whether a noun counts its complement, so that the verb may agree with either: "une dizaine de personnes"."""
    several = any(child.is_plural for child in tree.dependents(head, "nmod"))
    lemma = head.lemma.lower()
    amount = lemma.endswith(tuple(context.words.get("amount_endings"))) or context.words.has("amounts", lemma)
    if head.pos == "PROPN" and tree.has(head, "det"):
        return False
    uninflected = head.pos in ("PROPN", "NUM", "X", "ADV", "ADJ", "PRON")
    return (several and amount) or uninflected or context.words.has("counted_by_its_complement", lemma)


def is_behind_a_mark(tree: Tree, token: Token) -> bool:
    """Whether a comma or another mark stands right before the phrase of a word: "ce dernier, qui avait menti, …"."""
    first = tree.opening(token)
    return first.index > 0 and tree.tokens[first.index - 1].pos == "PUNCT"


def is_of_another_number(tree: Tree, predicate: Predicate, head: Token) -> bool:
    """Whether a word of one has a verb of several: "ce dernier peut souffler : trois élus ont voté" is of two."""
    finite = (tree.tokens[index] for index in predicate.parts if tree.tokens[index].verb_form == "Fin")
    plural = any(one.is_plural for one in finite)
    return plural and head.number == "Sing"


def named_beside(context: HeadlineContext, tree: Tree, head: Token) -> Subject | None:
    """The person whom a pronoun has as its apposition: "celui-ci, Herman De Coninck, a téléphoné"."""
    beside = [one for one in tree.dependents(head, "appos") if one.entity == "PER"]
    names = [
        name for name in context.names(tree, "PER") if beside and name.span.start <= beside[0].start < name.span.end
    ]
    if not names or not is_behind_a_mark(tree, beside[0]):
        return None
    return Subject(names[0].canonical, plural=False, person=True, named=True, resolved=True, head=beside[0])


def own_words_in_brackets(tree: Tree, head: Token) -> frozenset[int]:
    """The article and the adjectives of a noun that is in brackets itself: "(la vigilance rouge a été levée)"."""
    aside = in_brackets(tree) if head.index in in_brackets(tree) else frozenset[int]()
    return frozenset(token.index for token in tree.dependents(head, "det", "amod", "nummod") if token.index in aside)


def limits_of_the_clause_above(
    context: HeadlineContext, tree: Tree, predicate: Predicate, head: Token | None
) -> frozenset[int]:
    """What limits a noun for the clause above its participle alone: "seul le chef, arrêté lundi, a été écroué".

    Args:
        context: The inputs of headline writing.
        tree: The sentence.
        predicate: The verb group, perhaps a participle that describes the noun.
        head: The noun.

    Returns:
        The indices of the words.
    """
    articles = () if head is None else tree.dependents(head, "det")
    if head is None or not articles or predicate.top.relation != "acl":
        return frozenset()
    before = (one for one in tree.dependents(head, "amod", "advmod") if one.index < articles[0].index)
    return frozenset(one.index for one in before if context.words.has("limits", one.text.lower()))
