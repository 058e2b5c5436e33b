"""A headline for an event: its clause, shortened on the parse and put into the present.

Words are only left out by whole subtrees and only replaced by the forms of one verb group, so that what remains is
grammatical whenever the parse is right. What is always left out: dates, circumstances told as clauses, relatives,
asides. What goes when the line is too long: the deepest complements first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import takewhile

from timeline.events.detection import mentions, predicates
from timeline.events.detection.mentions import Frame, Mention
from timeline.events.detection.predicates import Form, Predicate
from timeline.events.detection.subjects import subject
from timeline.events.entities import speakers
from timeline.events.entities.coreference import Referent, is_pronoun, resolve
from timeline.events.entities.names import within
from timeline.events.headline import quotation, realisation
from timeline.events.headline.compression import droppable, second_clause, shortened
from timeline.events.headline.context import LENGTH, Desk
from timeline.events.headline.realisation import Phrase
from timeline.events.headline.timex_tokens import temporal
from timeline.events.headline.verbs import is_plural, verb_forms
from timeline.events.tree import Tree, relation
from timeline.model import Name, Token

_FRONT = 6
_SOURCE = re.compile(r"(?<=[^,:]) (?:selon|d['’]après)\s")
_RELATIVE = frozenset({"qui", "ce qui", "celui", "celle", "ceux"})
_MERGED = {"du": "le", "des": "les", "au": "le", "aux": "les"}


def write(desk: Desk, mention: Mention) -> str:
    """The headline of a mention; the words of its sentence where no clause can be made of them."""
    predicate = mention.predicate
    as_noun = mention.frame in (Frame.DATED, Frame.OBLIQUE, Frame.VERBLESS, Frame.PLANNED) or predicate is None
    text = _noun_headline(desk, mention) if as_noun or predicate is None else _clause_headline(desk, mention, predicate)
    if " " not in realisation.tidy(text) and mention.frame not in (Frame.DATED, Frame.OBLIQUE):
        text = _main_clause(desk, mention) or text
    return _finished(desk, text) or realisation.tidy(mention.trigger.text)


def _main_clause(desk: Desk, mention: Mention) -> str:
    """The clause that a word alone stands in: "Crues" says little; "" where the sentence has no other verb."""
    tree = mention.tree
    above = {token.index for token in tree.ancestors(mention.trigger)} - {mention.trigger.index}
    found = predicates.read(tree, desk.context.lexicon)
    clauses = (one for one in found if one.token.index in above and one.form in (Form.FINITE, Form.COPULA))
    clause = next(clauses, None)
    if clause is None:
        return ""
    kind = mentions.kind_of(tree, clause.token, desk.context.lexicon)
    whole = replace(mention, trigger=clause.token, predicate=clause, frame=Frame.VERB, kind=kind)
    return _clause_headline(desk, whole, clause)


def _finished(desk: Desk, text: str) -> str:
    """Tidy, with no little word at its end that leads to nothing."""
    never_last = desk.context.lexicon.words("headline", "never_last")
    text = _SOURCE.sub(r",\g<0>", realisation.tidy(text))
    open_ends = desk.context.lexicon.words("headline", "open_ends")
    while text and (text.split()[-1].lower() in never_last or text.lower().endswith(open_ends)):
        text = realisation.tidy(" ".join(text.split()[:-1]))
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
    return shortened(
        desk, tree, noun, dropped, lambda kept: realisation.render(Phrase.of(tree, kept, {}), desk.conjugation)
    )


def _is_number(token: Token) -> bool:
    return token.pos == "NUM" or token.lemma in ("plusieurs", "quelque", "aucun", "several")


def _clause_headline(desk: Desk, mention: Mention, predicate: Predicate) -> str:
    tree = mention.tree
    inverted = _inverted_subject(mention, predicate)
    head = subject(tree, predicate) or inverted
    if said := _saying(desk, mention, predicate, speakers.speaker(tree, predicate, temporal(desk, tree)) or head):
        return said
    if speakers.is_spoken(mention, head) and (said := _spoken(desk, mention)):
        return said
    if predicate.form is Form.INFINITIVE and mention.kind == "aim" and (above := _main_clause(desk, mention)):
        return above
    if head is None and predicate.form is not Form.INFINITIVE and (whole := _whole_sentence(desk, tree)):
        return whole
    main = predicate.form is Form.FINITE and relation(predicate.top) in ("root", "conj", "parataxis")
    if head is None and main and (opening := _opening(desk, tree, predicate)):
        return opening
    infinitive = predicate.form is Form.INFINITIVE and mention.kind == "aim"
    subject_text = "" if infinitive else _subject(desk, tree, head, predicate) or _impersonal(tree, predicate)
    replaced = verb_forms(desk, mention, predicate, head, alone=_is_one(desk, subject_text))
    subject_text = "" if predicate.form is Form.INFINITIVE and not replaced else subject_text
    disagrees = main and not replaced and _is_one(desk, subject_text) and is_plural(desk, tree, predicate, head)
    if disagrees and (opening := _opening(desk, tree, predicate)):
        return opening
    if subject_text.lower() in _RELATIVE and (above := _main_clause(desk, mention)):
        return above
    own_subject = _subject_indices(tree, predicate)
    if head is not None and head.index not in {above.index for above in tree.ancestors(predicate.top)}:
        own_subject |= {token.index for token in tree.subtree(head)}
    own_subject |= set() if predicate.negated else _restriction(tree, predicate)
    dropped = frozenset(own_subject | droppable(desk, tree, predicate.top) | second_clause(tree, predicate.top))

    def rendered(kept: Iterable[Token]) -> str:
        words = _in_order(predicate, _without_end(kept))
        line = realisation.render(Phrase.of(tree, words, replaced), desk.conjugation)
        blank = "" if subject_text.endswith(("’", "'")) else " "
        return f"{subject_text}{blank}{line.lstrip(' ,')}".strip()

    return shortened(desk, tree, predicate.top, dropped, rendered)


def _impersonal(tree: Tree, predicate: Predicate) -> str:
    """The "il" of "il y a", "il est possible": it stands for nothing, and nothing stands for it."""
    children = (child for part in (predicate.token, predicate.top) for child in tree.dependents(part, "expl"))
    return next((child.text for child in children if child.text.lower() in ("il", "ce", "c'", "c’")), "")


def _spoken(desk: Desk, mention: Mention) -> str:
    """Who says it, and the words: for what somebody tells of himself."""
    tree = mention.tree
    found = (one for one in predicates.read(tree, desk.context.lexicon) if one.form is Form.FINITE)
    saying = (one for one in found if desk.context.lexicon.is_verb(one.token.lemma, "report", "announce"))
    for one in saying:
        kind = mentions.kind_of(tree, one.token, desk.context.lexicon)
        teller = replace(mention, trigger=one.token, predicate=one, frame=Frame.VERB, kind=kind)
        if said := _saying(desk, teller, one, speakers.speaker(tree, one, temporal(desk, tree)) or subject(tree, one)):
            return said
    return ""


def _saying(desk: Desk, mention: Mention, predicate: Predicate, head: Token | None) -> str:
    """What a verb of saying leads to, where that stands in quotation marks and in no clause of its own."""
    if mention.kind not in ("report", "announce") or predicate.form is not Form.FINITE or predicate.negated:
        return ""
    clause = mention.tree.first(predicate.token, "ccomp", "xcomp")
    if head is None or (clause is not None and not speakers.is_in_quotes(mention.tree, clause)):
        return ""
    speaker = realisation.tidy(_subject(desk, mention.tree, head, predicate))
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
    text = realisation.tidy(realisation.render(Phrase.of(tree, kept, {}), desk.conjugation))
    starts_well = bool(kept) and not is_pronoun(kept[0]) and kept[0].pos not in ("CCONJ", "AUX")
    return text if starts_well and len(text) <= LENGTH else ""


def _opening(desk: Desk, tree: Tree, predicate: Predicate) -> str:
    """The words up to the first comma behind a verb whose subject is not known, where they fit: its own words hold
    it."""
    hidden = temporal(desk, tree) | droppable(desk, tree, predicate.top)
    ends = (token.index for token in tree.tokens[predicate.token.index :] if token.text in (",", ";", ":", "(", "."))
    kept = _without_end(token for token in tree.tokens[: next(ends, len(tree.tokens))] if token.index not in hidden)
    starts = ("DET", "NOUN", "PROPN", "ADV", "NUM")
    starts_well = bool(kept) and kept[0].pos in starts and kept[0].index < min(predicate.parts)
    text = realisation.tidy(realisation.render(Phrase.of(tree, kept, {}), desk.conjugation))
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
    found = {token.index for token in (*near, *deep) if token.text.lower() in words and relation(token) != "ccomp"}
    return found if any(tree.tokens[index].text.lower().startswith("qu") for index in found) else set()


def _without_end(kept: Iterable[Token]) -> tuple[Token, ...]:
    """Without the marks that close the sentence, so that what is moved behind them reads on."""
    words = list(kept)
    while words and words[-1].pos == "PUNCT" and words[-1].text not in ("»", "”", ")"):
        words.pop()
    return tuple(words)


def _in_order(predicate: Predicate, kept: tuple[Token, ...]) -> tuple[Token, ...]:
    """A place before the verb group goes behind it: "À Paris, la Seine monte" becomes "La Seine monte à Paris"."""
    first = min(predicate.parts)
    clitics = {token.index for token in kept if token.index < first and realisation.is_clitic(token)}
    front = tuple(token for token in kept if token.index < first and token.index not in clitics)
    moved = {token.index for token in front}
    front = tuple(token for token in front if token.pos != "PUNCT" or token.text not in ("-", "–", "—"))
    place = _without_end(front) if any(token.entity == "LOC" for token in front) and len(front) <= _FRONT else ()
    return (*(token for token in kept if token.index not in moved), *_lowered(place))


def _lowered(place: tuple[Token, ...]) -> tuple[Token, ...]:
    """What opened the sentence and does no longer: "À Paris" becomes "à Paris"."""
    if not place or place[0].pos not in ("ADP", "DET", "ADV"):
        return place
    return (replace(place[0], text=place[0].text.lower()), *place[1:])


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
        head = _any_subject(desk, tree, predicate)
    if head is None:
        return ""
    referent = resolve(tree, head, desk.before, desk.cast)
    if referent is None:
        return head.text if is_pronoun(head) else _noun_phrase(desk, tree, head, predicate)
    name = referent.name
    if name is not None and name.label == "PER" and referent.tree.first(referent.token, "conj") is None:
        return (is_plural(desk, tree, predicate, head) and _with_others(desk, referent)) or name.canonical
    words = _noun_phrase(desk, referent.tree, referent.token, predicate if referent.tree is tree else None)
    return _in_full(name, words) if name is not None and _is_cut(name, words) else words


def _in_full(name: Name, words: str) -> str:
    article = re.match(r"(?:le|la|les|un|une|des)\s|l['’]", words, re.IGNORECASE)
    return f"{article[0]}{name.surface}" if article else name.surface


def _is_cut(name: Name, words: str) -> bool:
    """Whether the words leave out a part of a name of several: "Kito" for "Kito de Pavant"."""
    several = " " in name.surface and name.label in ("ORG", "MISC")
    return several and name.surface.split()[0] in words and name.surface not in words


def _is_one(desk: Desk, text: str) -> bool:
    """Whether the subject in words is one person's name."""
    return text in desk.cast.labels and desk.cast.labels[text] == "PER"


def _with_others(desk: Desk, referent: Referent) -> str:
    """A person's name before a verb in the plural: with who is named right beside, else "" where nobody is."""
    tree, own = referent.tree, referent.name.canonical if referent.name else ""
    together: list[list[Name]] = []
    joints = {",", "et"}
    for name in within(desk.cast, tree.sentence, tree.tokens, "PER"):
        end = together[-1][-1].span.end if together else 0
        between = {token.text for token in tree.tokens if end <= token.start < name.span.start}
        if together and between and between <= joints:
            together[-1].append(name)
        else:
            together.append([name])
    run = next((names for names in together if own in [name.canonical for name in names]), [])
    names = [name.canonical for name in run]
    return f"{', '.join(names[:-1])} et {names[-1]}" if len(names) > 1 else ""


def _any_subject(desk: Desk, tree: Tree, predicate: Predicate) -> Token | None:
    """For a verb whose subject the parse has lost: the last subject before it that is no pronoun, else who is named
    before it with no preposition."""
    hidden = temporal(desk, tree)
    before = tuple(token for token in reversed(tree.tokens[: min(predicate.parts)]) if token.index not in hidden)
    subjects = (token for token in before if relation(token) == "nsubj" and token.pos in ("NOUN", "PROPN"))
    near = takewhile(lambda token: token.verb_form != "Fin", before)
    named = (t for t in near if t.entity in ("PER", "ORG") and tree.head(t).entity != t.entity)
    return next(subjects, None) or next((token for token in named if not tree.dependents(token, "case")), None)


def _noun_phrase(desk: Desk, tree: Tree, head: Token, predicate: Predicate | None) -> str:
    own = (
        {token.index for token in tree.subtree(predicate.top)}
        if predicate and predicate.top.head == head.index
        else set()
    )
    edges = {child.index for child in tree.dependents(head, "case", "mark", "cc", "punct", "acl")}
    dropped = frozenset(own | edges | droppable(desk, tree, head) | speakers.quoted_before(tree, head))
    text = realisation.trim(shortened(desk, tree, head, dropped, _plainly(desk, tree), LENGTH // 2))
    if not text and desk.context.lexicon.is_noun(head.lemma.lower(), "stretch"):
        text = realisation.trim(_plainly(desk, tree)(tree.subtree(head, without=dropped)))
    return _with_article(tree, head, text)


def _with_article(tree: Tree, head: Token, text: str) -> str:
    """With the article that went with its preposition: "du décret" is "le décret", "aux commerçants" "les …", and
    "de crimes" "des crimes"."""
    if tree.dependents(head, "det", "nummod") or head.pos != "NOUN":
        return text
    cases = [case.text.lower() for case in tree.dependents(head, "case")]
    articles = [_MERGED[case] for case in cases if case in _MERGED]
    if not articles and cases and head.features.get("Number") == "Plur":
        articles = ["des"]
    return f"{articles[0]} {text}" if articles and text else text


def _plainly(desk: Desk, tree: Tree) -> Callable[[Iterable[Token]], str]:
    """Renders words as they stand, but for "ce" and "cette", which point at nothing in a headline: they become
    articles."""
    replaced = {
        token.index: _article(desk, tree, token)
        for token in tree.tokens
        if token.pos == "DET" and token.text.lower() in ("ce", "cet", "cette", "ces")
    }
    return lambda kept: realisation.render(Phrase.of(tree, kept, replaced), desk.conjugation)


def _article(desk: Desk, tree: Tree, demonstrative: Token) -> str:
    form = demonstrative.text.lower()
    following = tree.tokens[demonstrative.index + 1].text if demonstrative.index + 1 < len(tree.tokens) else ""
    if form == "ces":
        return "les"
    return "l'" if desk.conjugation.elides(following) else "la" if form == "cette" else "le"
