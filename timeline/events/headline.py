"""A headline for an event: its clause, shortened on the parse and put into the present.

Words are only left out by whole subtrees and only replaced by the forms of one verb group, so that what remains is
grammatical whenever the parse is right. What is always left out: dates, circumstances told as clauses, relatives,
asides. What goes when the line is too long: the deepest complements first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.events import phrase
from timeline.events.context import Context
from timeline.events.mentions import Frame, Mention
from timeline.events.names import Cast
from timeline.events.phrase import Phrase
from timeline.events.predicates import Form, Predicate, Tense, auxiliaries, is_reflexive, subject
from timeline.events.present import Conjugation
from timeline.events.referents import Referent, is_pronoun, resolve
from timeline.events.tree import Tree, relation
from timeline.model import Timex, Token

LENGTH = 90
"""Characters that a headline should not pass."""

_FRONT = 6
_PAST = (Tense.PERFECT, Tense.PLUPERFECT)
_ASIDE = frozenset({"appos", "parataxis", "discourse", "vocative", "dislocated", "list", "reparandum"})


@dataclass(frozen=True, slots=True)
class Desk:
    """What writing headlines needs besides the mention: the article, its names, what was told before, its dates,
    verbs' forms."""

    context: Context
    cast: Cast
    before: Sequence[Referent | None]
    timexes: Sequence[Timex]
    conjugation: Conjugation


def write(desk: Desk, mention: Mention) -> str:
    """The headline of a mention; the words of its sentence where no clause can be made of them."""
    predicate = mention.predicate
    as_noun = mention.frame in (Frame.DATED, Frame.OBLIQUE, Frame.VERBLESS, Frame.PLANNED) or predicate is None
    text = _noun_headline(desk, mention) if as_noun or predicate is None else _clause_headline(desk, mention, predicate)
    return _finished(desk, text) or phrase.tidy(mention.trigger.text)


def _finished(desk: Desk, text: str) -> str:
    """Tidy, with no little word at its end that leads to nothing."""
    never_last = desk.context.lexicon.words("headline", "never_last")
    text = phrase.tidy(text)
    while text and text.split()[-1].lower() in never_last:
        text = phrase.tidy(" ".join(text.split()[:-1]))
    return text


def _noun_headline(desk: Desk, mention: Mention) -> str:
    """The noun phrase without its article: "Attaque de Bakhmut"."""
    tree, noun = mention.tree, mention.trigger
    own = {
        child.index
        for child in tree.dependents(noun, "det", "case", "mark", "cc", "punct", "cop", "nsubj", "aux")
        if not _is_number(child)
    }
    others = {child.index for child in tree.dependents(noun, "conj") if child.pos in ("VERB", "AUX")}
    dropped = frozenset(own | others | _droppable(desk, tree, noun))
    return _shortened(
        desk, tree, noun, dropped, lambda kept: phrase.render(Phrase.of(tree, kept, {}), desk.conjugation)
    )


def _is_number(token: Token) -> bool:
    return token.pos == "NUM" or token.lemma in ("plusieurs", "quelque", "aucun", "several")


def _clause_headline(desk: Desk, mention: Mention, predicate: Predicate) -> str:
    tree = mention.tree
    head = subject(tree, predicate) or _inverted_subject(mention, predicate)
    whole = _whole_sentence(desk, tree)
    if head is None and predicate.form is not Form.INFINITIVE and whole:
        return whole
    replaced = _verb_forms(desk, mention, predicate, head)
    subject_text = "" if predicate.form is Form.INFINITIVE else _subject(desk, tree, head, predicate)
    own_subject = _subject_indices(tree, predicate)
    if head is not None and head.index not in {above.index for above in tree.ancestors(predicate.top)}:
        own_subject |= {token.index for token in tree.subtree(head)}
    own_subject |= set() if predicate.negated else _restriction(tree, predicate)
    dropped = frozenset(own_subject | _droppable(desk, tree, predicate.top))

    def rendered(kept: Iterable[Token]) -> str:
        words = _in_order(predicate, _without_end(kept))
        line = phrase.render(Phrase.of(tree, words, replaced), desk.conjugation)
        blank = "" if subject_text.endswith(("’", "'")) else " "
        return f"{subject_text}{blank}{line}".strip()

    return _shortened(desk, tree, predicate.top, dropped, rendered)


def _inverted_subject(mention: Mention, predicate: Predicate) -> Token | None:
    """ "…, a déclaré son avocat": what stands right behind a verb of saying is who says it."""
    if mention.kind not in ("report", "announce") or predicate.form is not Form.FINITE:
        return None
    if mention.tree.first(predicate.token, "ccomp", "xcomp") is not None:
        return None
    objects = mention.tree.dependents(predicate.token, "obj")
    return next((noun for noun in objects if noun.index > predicate.token.index), None)


def _whole_sentence(desk: Desk, tree: Tree) -> str:
    """The sentence in its own words without its dates, where it is short enough and names its subject; else ""."""
    hidden = _temporal(desk, tree)
    kept = _without_end(token for token in tree.tokens if token.index not in hidden)
    text = phrase.tidy(phrase.render(Phrase.of(tree, kept, {}), desk.conjugation))
    starts_well = bool(kept) and not is_pronoun(kept[0]) and kept[0].pos not in ("CCONJ", "AUX")
    return text if starts_well and len(text) <= LENGTH else ""


def _restriction(tree: Tree, predicate: Predicate) -> set[int]:
    """The words of "ne … que": what they restrict may be left out, and half of them would deny."""
    near = [child for index in predicate.parts for child in tree.dependents(tree.tokens[index])]
    if not any(child.text.lower() in ("ne", "n'", "n’") for child in near):
        return set()
    words = ("ne", "n'", "n’", "que", "qu'", "qu’")
    deep = [
        below for child in near for below in tree.subtree(child) if relation(below) in ("advmod", "mark", "case", "cc")
    ]
    return {token.index for token in (*near, *deep) if token.text.lower() in words and relation(token) != "ccomp"}


def _without_end(kept: Iterable[Token]) -> tuple[Token, ...]:
    """Without the marks that close the sentence, so that what is moved behind them reads on."""
    words = list(kept)
    while words and words[-1].pos == "PUNCT" and words[-1].text not in ("»", "”", ")"):
        words.pop()
    return tuple(words)


def _in_order(predicate: Predicate, kept: tuple[Token, ...]) -> tuple[Token, ...]:
    """A place before the verb group goes behind it: "À Paris, la Seine monte" becomes "La Seine monte à Paris"."""
    first = min(predicate.parts)
    clitics = {token.index for token in kept if token.index < first and _is_clitic(token)}
    front = tuple(token for token in kept if token.index < first and token.index not in clitics)
    moved = {token.index for token in front}
    place = _without_end(front) if any(token.entity == "LOC" for token in front) and len(front) <= _FRONT else ()
    return (*(token for token in kept if token.index not in moved), *_lowered(place))


def _lowered(place: tuple[Token, ...]) -> tuple[Token, ...]:
    """What opened the sentence and does no longer: "À Paris" becomes "à Paris"."""
    if not place or place[0].pos not in ("ADP", "DET", "ADV"):
        return place
    return (replace(place[0], text=place[0].text.lower()), *place[1:])


def _is_clitic(token: Token) -> bool:
    return (token.pos == "PRON" and token.text.lower() in phrase.CLITICS) or token.text.lower() in ("ne", "n'", "n’")


def _subject_indices(tree: Tree, predicate: Predicate) -> set[int]:
    parts = (predicate.top, predicate.token)
    subjects = [child for part in parts for child in tree.dependents(part, "nsubj", "csubj")]
    expletives = [
        child
        for part in parts
        for child in tree.dependents(part, "expl")
        if child.text.lower() in ("il", "-t-il", "-il", "ce", "c'", "c’")
    ]
    return {token.index for child in (*subjects, *expletives) for token in tree.subtree(child)}


def _subject(desk: Desk, tree: Tree, head: Token | None, predicate: Predicate) -> str:
    """The subject in words: a name in full, a pronoun replaced by what it stands for."""
    if head is None:
        head = _any_subject(tree, predicate)
    if head is None:
        return ""
    referent = resolve(tree, head, desk.before, desk.cast)
    if referent is None:
        return head.text if is_pronoun(head) else _noun_phrase(desk, tree, head, predicate)
    if (
        referent.name is not None
        and referent.name.label == "PER"
        and referent.tree.first(referent.token, "conj") is None
    ):
        return referent.name.canonical
    return _noun_phrase(desk, referent.tree, referent.token, predicate if referent.tree is tree else None)


def _any_subject(tree: Tree, predicate: Predicate) -> Token | None:
    """For a verb whose subject the parse has lost: the last subject before it that is no pronoun."""
    before = (token for token in reversed(tree.tokens[: predicate.top.index]) if relation(token) == "nsubj")
    return next((token for token in before if token.pos in ("NOUN", "PROPN")), None)


def _noun_phrase(desk: Desk, tree: Tree, head: Token, predicate: Predicate | None) -> str:
    own = (
        {token.index for token in tree.subtree(predicate.top)}
        if predicate and predicate.top.head == head.index
        else set()
    )
    edges = {child.index for child in tree.dependents(head, "case", "mark", "cc", "punct", "acl")}
    dropped = frozenset(own | edges | _droppable(desk, tree, head))
    return phrase.trim(_shortened(desk, tree, head, dropped, _plainly(desk, tree), LENGTH // 2))


def _plainly(desk: Desk, tree: Tree) -> Callable[[Iterable[Token]], str]:
    """Renders words as they stand, but for "ce" and "cette", which point at nothing in a headline: they become
    articles."""
    replaced = {
        token.index: _article(desk, tree, token)
        for token in tree.tokens
        if token.pos == "DET" and token.text.lower() in ("ce", "cet", "cette", "ces")
    }
    return lambda kept: phrase.render(Phrase.of(tree, kept, replaced), desk.conjugation)


def _article(desk: Desk, tree: Tree, demonstrative: Token) -> str:
    form = demonstrative.text.lower()
    following = tree.tokens[demonstrative.index + 1].text if demonstrative.index + 1 < len(tree.tokens) else ""
    if form == "ces":
        return "les"
    return "l'" if desk.conjugation.elides(following) else "la" if form == "cette" else "le"


# What is left out ------------------------------------------------------------


def _droppable(desk: Desk, tree: Tree, head: Token) -> set[int]:
    """The subtrees that a headline never keeps, anywhere below `head`."""
    connectors = {
        *desk.context.lexicon.words("background", "after"),
        *desk.context.lexicon.words("background", "before"),
    }
    found = _in_brackets(tree)
    for token in tree.subtree(head):
        if token.index == head.index:
            continue
        connects = token.head == head.index and _connects(token, connectors)
        if connects or _is_aside(tree, token) or _is_relative(token) or _is_orphan(tree, token):
            found.update(t.index for t in tree.subtree(token))
    return found


def _connects(token: Token, connectors: set[str]) -> bool:
    """Whether the word only ties the clause to others: conjunctions, "puis", "également"."""
    name = relation(token)
    return name in ("cc", "mark") or (name == "advmod" and token.lemma.lower() in connectors)


def _is_aside(tree: Tree, token: Token) -> bool:
    """Whether the subtree is a clause of its own or an aside; a name right behind an office is none."""
    name = relation(token)
    other_clause = token.dep == "acl:relcl" or name == "advcl" or (name == "conj" and token.pos in ("VERB", "AUX"))
    beside = name == "appos" and (
        token.entity or (token.pos == "PROPN" and tree.tokens[token.index - 1].pos != "PUNCT")
    )
    return other_clause or (name in _ASIDE and not beside)


def _is_relative(token: Token) -> bool:
    return token.features.get("PronType") == "Rel" or token.lemma in ("dont", "lequel")


def _in_brackets(tree: Tree) -> set[int]:
    found: set[int] = set()
    depth = 0
    for token in tree.tokens:
        depth += token.text in ("(", "[")
        if depth:
            found.add(token.index)
        depth = max(0, depth - (token.text in (")", "]")))
    return found if depth == 0 else set()


def _is_orphan(tree: Tree, token: Token) -> bool:
    """A coordinating word whose clause is left out."""
    if relation(token) != "cc" or tree.is_root(token):
        return False
    governor = tree.head(token)
    return relation(governor) == "conj" and governor.pos in ("VERB", "AUX")


def _temporal(desk: Desk, tree: Tree) -> set[int]:
    """The words of dates, with the prepositions and articles that only they need."""
    found: set[int] = set()
    for timex in desk.timexes:
        if not tree.sentence.span.contains(timex.span):
            continue
        tokens = tree.within(timex.span)
        inside = {token.index for token in tokens}
        found |= inside
        top = tree.top(timex.span)
        if top is not None:
            found |= _only_for(tree, top, inside)
    return found


def _only_for(tree: Tree, top: Token, inside: set[int]) -> set[int]:
    """The little words that hang on a date or lead up to it: "au moins", "à compter de", "jusqu'à"."""
    found: set[int] = set()
    for child in tree.subtree(top):
        if child.pos in ("ADP", "DET", "PUNCT", "ADV", "SCONJ") and child.head in inside:
            found.add(child.index)
    for token in reversed(tree.tokens[: min(inside)]):
        follows = tree.tokens[token.index + 1]
        counted = token.pos == "NUM" and follows.pos == "CCONJ"
        if token.index not in found and not counted and not _leads_up(token):
            break
        found.add(token.index)
    return found


_LEADING = frozenset({"partir", "compter", "ici", "cours", "moins", "plus", "environ", "lors", "même"})


def _leads_up(token: Token) -> bool:
    return token.pos in ("ADP", "DET", "CCONJ", "SCONJ") or token.text.lower() in _LEADING


def _shortened(
    desk: Desk,
    tree: Tree,
    head: Token,
    dropped: frozenset[int],
    render: Callable[[Iterable[Token]], str],
    limit: int = LENGTH,
) -> str:
    """Rendered with all that is kept; while too long, the least needed subtree goes."""
    hidden = _temporal(desk, tree)
    text = render(_visible(tree, head, dropped, hidden))
    while len(text) > limit:
        victim = _least_needed(tree, head, dropped)
        if victim is None:
            break
        dropped = dropped | {token.index for token in tree.subtree(victim)}
        text = render(_visible(tree, head, dropped, hidden))
    return text


def _visible(tree: Tree, head: Token, dropped: frozenset[int], hidden: set[int]) -> tuple[Token, ...]:
    """The words to set: dates go alone, so that what a wrong parse hangs on them stays."""
    return tuple(token for token in tree.subtree(head, without=dropped) if token.index not in hidden)


_NEED = {"acl": -3, "obl": 1, "advmod": 2, "nmod": 3, "conj": 3, "amod": 4, "xcomp": 8, "ccomp": 7, "appos": 1}


def _least_needed(tree: Tree, head: Token, dropped: frozenset[int]) -> Token | None:
    """The subtree to leave out next: by relation, deeper ones first, later ones first; none that the verb cannot do
    without."""
    kept = tree.subtree(head, without=dropped)
    candidates = [
        token for token in kept if token.index != head.index and relation(token) in _NEED and _may_go(tree, token, head)
    ]
    if not candidates:
        return None
    return min(candidates, key=lambda token: (_NEED[relation(token)] - _depth(tree, token, head), -token.index))


def _may_go(tree: Tree, token: Token, head: Token) -> bool:
    if relation(token) == "advmod":
        return not phrase.is_negation(token)
    return token.dep not in ("obl:arg", "obl:agent") or token.head != head.index


def _depth(tree: Tree, token: Token, head: Token) -> int:
    depth = 0
    for above in tree.ancestors(token):
        depth += 1
        if above.index == head.index:
            break
    return depth


# The verb ------------------------------------------------------------


def _verb_forms(desk: Desk, mention: Mention, predicate: Predicate, head: Token | None) -> dict[int, str]:
    """New words for the verb group by index ("" leaves one out): the past told in the present, the rest in its own
    words."""
    tree = mention.tree
    plural = _is_plural(desk, tree, predicate, head)
    if predicate.form is Form.PARTICIPLE:
        return _participle(desk, mention, predicate, plural)
    if predicate.form is not Form.FINITE or desk.context.lexicon.is_semi(
        next(iter(predicate.governors), ""), "possibility", "obligation"
    ):
        return {}
    if (
        predicate.governors
        and desk.context.lexicon.is_semi(predicate.governors[-1], "recent")
        and predicate.tense is Tense.PRESENT
    ):
        return _recent(desk, tree, predicate, plural)
    narrative = predicate.tense in _PAST or (predicate.tense is Tense.IMPERFECT and mention.kind != "state")
    return (
        _present(desk, tree, predicate.top, predicate.passive and predicate.top is predicate.token, plural)
        if narrative
        else {}
    )


def _is_plural(desk: Desk, tree: Tree, predicate: Predicate, head: Token | None) -> bool:
    helpers = [aux for aux in auxiliaries(tree, predicate.top) if aux.verb_form == "Fin"]
    finite = helpers[0] if helpers else predicate.top
    if finite.verb_form == "Fin" and finite.features.get("Number"):
        return finite.features["Number"] == "Plur"
    if head is None:
        return False
    return head.features.get("Number") == "Plur" or tree.first(head, "conj") is not None


def _present(desk: Desk, tree: Tree, verb: Token, passive: bool, plural: bool) -> dict[int, str]:
    helpers = [aux for aux in auxiliaries(tree, verb) if aux.dep.startswith("aux") or aux.lemma in ("être", "avoir")]
    caused = [aux for aux in helpers if aux.lemma == "faire"]
    lemma = "être" if passive else caused[0].lemma if caused else verb.lemma.lower()
    form = desk.conjugation.third_person(lemma, plural=plural)
    if form is None or (not helpers and verb.verb_form != "Fin"):
        return {}
    if not helpers or verb.verb_form == "Fin":
        return {verb.index: form}
    new = {aux.index: "" for aux in helpers}
    new[helpers[0].index] = form
    if not passive:
        new[verb.index] = verb.lemma if caused else ""
    return new


def _recent(desk: Desk, tree: Tree, predicate: Predicate, plural: bool) -> dict[int, str]:
    """ "vient d'être bloquée" is "est bloquée", "vient de signer" is "signe"."""
    lemma = "être" if predicate.passive else predicate.token.lemma.lower()
    form = desk.conjugation.third_person(lemma, plural=plural)
    if form is None:
        return {}
    marks = {mark.index: "" for mark in tree.dependents(predicate.token, "mark", "case")}
    new = dict.fromkeys(predicate.parts, "") | marks | {predicate.top.index: form}
    if predicate.passive:
        del new[predicate.token.index]
    else:
        new[predicate.token.index] = ""
    return new


def _participle(desk: Desk, mention: Mention, predicate: Predicate, plural: bool) -> dict[int, str]:
    """ "tué à Ajaccio" is "est tué à Ajaccio"; a participle of motion is put into the present."""
    verb = predicate.token
    helpers = auxiliaries(mention.tree, verb)
    if predicate.passive or is_reflexive(mention.tree, verb):
        form = desk.conjugation.third_person("être", plural=plural)
        return {verb.index: f"{form} {verb.text.lower()}"} if form and not helpers else {}
    form = desk.conjugation.third_person(verb.lemma.lower(), plural=plural)
    return {verb.index: form} if form and not helpers else {}
