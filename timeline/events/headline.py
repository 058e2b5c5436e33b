"""A headline for an event: its clause, shortened on the parse and put into the present.

Words are only left out by whole subtrees and only replaced by the forms of one verb group, so that what remains is
grammatical whenever the parse is right. What is always left out: dates, circumstances told as clauses, relatives,
asides. What goes when the line is too long: the deepest complements first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from timeline.events import phrase, quotation
from timeline.events.desk import LENGTH, Desk
from timeline.events.mentions import Frame, Mention
from timeline.events.phrase import Phrase
from timeline.events.predicates import Form, Predicate, subject
from timeline.events.referents import is_pronoun, resolve
from timeline.events.shortening import droppable, second_clause, shortened, temporal
from timeline.events.tree import Tree, relation
from timeline.events.verb_group import verb_forms
from timeline.model import Token

_FRONT = 6


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
    dropped = frozenset(own | others | droppable(desk, tree, noun))
    return shortened(desk, tree, noun, dropped, lambda kept: phrase.render(Phrase.of(tree, kept, {}), desk.conjugation))


def _is_number(token: Token) -> bool:
    return token.pos == "NUM" or token.lemma in ("plusieurs", "quelque", "aucun", "several")


def _clause_headline(desk: Desk, mention: Mention, predicate: Predicate) -> str:
    tree = mention.tree
    inverted = _inverted_subject(mention, predicate)
    head = subject(tree, predicate) or inverted
    if said := _saying(desk, mention, predicate, head):
        return said
    whole = _whole_sentence(desk, tree)
    if head is None and predicate.form is not Form.INFINITIVE and whole:
        return whole
    replaced = verb_forms(desk, mention, predicate, head)
    subject_text = "" if predicate.form is Form.INFINITIVE else _subject(desk, tree, head, predicate)
    own_subject = _subject_indices(tree, predicate)
    if head is not None and head.index not in {above.index for above in tree.ancestors(predicate.top)}:
        own_subject |= {token.index for token in tree.subtree(head)}
    own_subject |= set() if predicate.negated else _restriction(tree, predicate)
    dropped = frozenset(own_subject | droppable(desk, tree, predicate.top) | second_clause(tree, predicate.top))

    def rendered(kept: Iterable[Token]) -> str:
        words = _in_order(predicate, _without_end(kept))
        line = phrase.render(Phrase.of(tree, words, replaced), desk.conjugation)
        blank = "" if subject_text.endswith(("’", "'")) else " "
        return f"{subject_text}{blank}{line}".strip()

    return shortened(desk, tree, predicate.top, dropped, rendered)


def _saying(desk: Desk, mention: Mention, predicate: Predicate, head: Token | None) -> str:
    """What a verb of saying leads to, where that stands in quotation marks and in no clause of its own."""
    if mention.kind not in ("report", "announce") or predicate.form is not Form.FINITE or predicate.negated:
        return ""
    if head is None or mention.tree.first(predicate.token, "ccomp", "xcomp") is not None:
        return ""
    speaker = phrase.tidy(_subject(desk, mention.tree, head, predicate))
    spoken = "" if is_pronoun(head) and speaker.lower() == head.text.lower() else speaker
    span = mention.tree.sentence.span
    return quotation.headline(spoken, desk.context.article.text[span.start : span.end], LENGTH)


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
    hidden = temporal(desk, tree)
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
    dropped = frozenset(own | edges | droppable(desk, tree, head))
    return phrase.trim(shortened(desk, tree, head, dropped, _plainly(desk, tree), LENGTH // 2))


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
