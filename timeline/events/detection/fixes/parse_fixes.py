"""Correct subjects and objects that the parser attached wrongly.

A date at the beginning of a sentence is not a subject ("Samedi, une attaque éclate"). An apposition to a name after a
comma is not a second object ("vers Kramatorsk, les derniers bastions"). "Il" is somebody before most verbs ("il s'est
blessé"), though not before all ("il s'agit"). "Ne … que" before a date denies nothing ("n'a rouvert qu'en 2014").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.detection.fixes.attachments import reattached
from timeline.events.detection.fixes.clefts import dated_cleft
from timeline.events.detection.fixes.counts import counted, in_words, voted
from timeline.events.detection.fixes.impersonal import of_nobody, of_somebody
from timeline.events.detection.fixes.inserted import parted_clause
from timeline.events.detection.fixes.participles import described
from timeline.events.detection.fixes.set_phrases import is_of_a_kind
from timeline.events.lexicon import Lexicon, NounClass
from timeline.events.tree import Tree, grow
from timeline.languages.function_words import function_words
from timeline.model import Timex, Token

_GENITIVE = function_words("genitive_case")
_FROM, _FROM_CASE = function_words("from_infinitive"), function_words("from_case")
_PARTICLES, _RESTRICTIVE = function_words("negative_particle"), function_words("restrictive")
_NEGATIVE = function_words("negation")
_AROUND = 4
"""The words around a date between commas that are looked at: the noun, the commas, and what leads the complement."""
_LOOSE = ("conj", "obl", "nmod", "appos", "dep", "obj", "iobj")


def apply_fixes(tree: Tree, timexes: Sequence[Timex], lexicon: Lexicon) -> Tree:
    """Corrects the subjects and objects of a tree.

    A date before a comma, or beside a subject, becomes a circumstance of its verb. "Surprise" after a noun is not a
    participle ("une visite surprise"). A second object after a comma becomes an apposition to the noun before it. An
    expletive "il" that stands for somebody becomes a subject. What a date between commas parts from a noun of an event
    is the noun's complement, and the date is the noun's. "À compter de" is a preposition. An inserted "a-t-il dit" is
    no main verb. "C'est lundi que" only
    emphasises a date. "Vingt et un" is one number. See also `reattached`.

    Returns:
        The corrected tree; `tree` itself where nothing was wrong.
    """
    for timex in timexes:
        tree = _with(tree, *dated_cleft(tree, timex))
        tree = _with_date_in_place(tree, timex, lexicon)
    for token in tree.tokens:
        tree = _with(tree, *parted_clause(tree, token))
    for token in tree.tokens:
        if token.pos == "VERB" and (_is_a_manner(token, lexicon) or is_of_a_kind(tree, token)):
            tree = _beside(tree, token)
        tree = _with(tree, *of_somebody(tree, token), *of_nobody(tree, token, timexes))
        noun = _explained(tree, token)
        if noun is not None:
            tree = _with(tree, replace(token, head=noun.index, dep="appos"))
        tree = _with(tree, *reattached(tree, token, lexicon), *counted(tree, token), *voted(tree, token))
        tree = _with(tree, *described(tree, token, lexicon), *in_words(tree, token))
    return tree


def _is_a_manner(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word behind a noun is none that acts, but says of what manner it is: "une visite surprise"."""
    return token.relation == "acl" and lexicon.is_noun(token.text.lower(), NounClass.MANNER)


def _with_date_in_place(tree: Tree, timex: Timex, lexicon: Lexicon) -> Tree:
    """The tree with a date that is no subject, and that parts no noun from its complement."""
    top = tree.top(timex.span)
    if top is None:
        return tree
    if _is_taken_for_subject(tree, top, timex):
        tree = _freed(tree, top, timex)
    tree = _with(tree, *_verb_of_a_date(tree, top, timex))
    tree = _with(tree, *_restriction(tree, top, timex))
    infinitive = _leading_infinitive(tree, timex)
    if infinitive is not None:
        return _with(tree, *_as_preposition(tree, infinitive, top))
    complement = _parted_by_a_date(tree, timex, lexicon)
    if complement is None:
        return tree
    own = () if complement.head in tree.indices(top) else (replace(top, head=complement.head, dep="nmod"),)
    return _with(tree, complement, *own)


def _leading_infinitive(tree: Tree, timex: Timex) -> Token | None:
    """The infinitive of a preposition before a date that the parse takes for a verb: "à compter du 1er janvier"."""
    at = min((one.index for one in tree.within(timex.span)), default=0)
    while at and tree.tokens[at - 1].pos in ("ADP", "DET"):
        at -= 1
    before = tree.tokens[at - 1] if at > 1 else None
    if before is None or before.text.lower() not in _FROM or before.dep == "fixed" or tree.is_root(before):
        return None
    return before if tree.tokens[before.index - 1].text.lower() in _FROM_CASE else None


def _as_preposition(tree: Tree, infinitive: Token, date: Token) -> tuple[Token, ...]:
    """The words of "à compter de", parsed like "à partir de": the case leads the date, the rest is the verb's."""
    case = replace(tree.tokens[infinitive.index - 1], head=infinitive.head, dep="advmod")
    others = (one for one in tree.dependents(infinitive) if one.index not in (case.index, date.index))
    moved = (replace(one, head=infinitive.head) for one in others)
    led = replace(date, head=case.index, dep="obl")
    return (case, replace(infinitive, head=case.index, dep="fixed"), led, *moved)


def _verb_of_a_date(tree: Tree, date: Token, timex: Timex) -> tuple[Token, ...]:
    """A date's participle that the parse gives an object: "a accueilli l'année | passée | deux cents élus".

    What the participle has beyond the date is the verb's above, of which the date is no object.
    """
    inside, verb = tree.within(timex.span), tree.head(date)
    past = (one for one in tree.dependents(date, "acl") if one.tense == "Past" and one in inside)
    participle = next((one for one in past if not tree.has(one, "aux", "nsubj")), None)
    if participle is None or verb.pos != "VERB" or date.relation not in ("obl", "obj"):
        return ()
    below = [one for one in tree.dependents(participle) if one not in inside]
    others = tree.dependents(verb, "obj") if date.relation == "obj" else ()
    if not any(one.relation == "obj" and one.index > participle.index for one in (*below, *others)):
        return ()  # "après dix ans | passés | derrière l'étal"
    moved = (replace(one, head=verb.index) for one in below)
    return (replace(date, dep="obl:mod"), replace(participle, dep="amod", pos="ADJ"), *moved)


def _restriction(tree: Tree, top: Token, timex: Timex) -> tuple[Token, ...]:
    """The words of "ne … que" below the date that they limit: "n'a rouvert | qu'en 2014", not "n'a pas dit qu'en 2014".

    Below the verb they would deny it, and a headline that leaves the date out would keep "ne".
    """
    before = tree.tokens[: tree.within(timex.span)[0].index]
    while before and before[-1].pos in ("ADP", "DET"):
        before = before[:-1]
    if timex.date is None or not before or before[-1].text.lower() not in _RESTRICTIVE:
        return ()
    only, verb = before[-1], tree.head(top)
    group = {verb.index, verb.head, *(one.index for one in tree.dependents(verb, "xcomp", "aux"))}
    particle = next((one for one in reversed(before) if one.text.lower() in _PARTICLES), None)
    if (
        particle is None
        or particle.head not in group
        or verb.index > only.index
        or only.head not in (top.index, verb.index)
    ):
        return ()
    between = tree.between(particle, only)
    if any(one.lemma.lower() in _NEGATIVE or one.pos in ("PUNCT", "SCONJ") for one in between):
        return ()
    return tuple(replace(one, head=top.index, dep="advmod") for one in (particle, only))


def _parted_by_a_date(tree: Tree, timex: Timex, lexicon: Lexicon) -> Token | None:
    """The complement of a noun behind a date, below that noun: "la fermeture, en juin, de l'usine"."""
    inside = tree.within(timex.span)
    if not inside:
        return None
    first, last = inside[0].index, inside[-1].index
    while first and tree.tokens[first - 1].pos in ("ADP", "DET"):
        first -= 1
    around = (*tree.tokens[max(0, first - 2) : first], *tree.tokens[last + 1 : last + 3])
    if len(around) != _AROUND or around[1].text != "," or around[2].text != ",":
        return None
    noun, case = around[0], around[3]
    complement = tree.head(case)
    nominal = noun.pos == "NOUN" and complement.pos in ("NOUN", "PROPN") and case.relation == "case"
    happens = nominal and lexicon.is_noun(noun.lemma.lower(), NounClass.EVENT)
    of = case.text.lower() in _GENITIVE and not tree.has(complement, "cc")
    behind = complement.index > case.index and (complement.head < first or complement.relation == "conj")
    free = behind and complement.relation in _LOOSE and all(one.index > last for one in tree.subtree(complement))
    return replace(complement, head=noun.index, dep="nmod") if happens and of and free else None


def _explained(tree: Tree, token: Token) -> Token | None:
    """The noun that a second object explains: the object has an article, and a comma separates it from that noun."""
    if token.relation != "obj" or not tree.has(token, "det") or tree.has(token, "case", "cc"):
        return None
    objects = [other for other in tree.dependents(tree.head(token), "obj") if other.index < token.index]
    first = tree.opening(token)
    if not objects or first.index < 2 or not tree.follows_comma(first):
        return None
    noun = tree.tokens[first.index - 2]
    while noun.relation in ("conj", "flat", "flat:name") and tree.head(noun).pos in ("NOUN", "PROPN"):
        noun = tree.head(noun)
    return noun if noun.pos in ("NOUN", "PROPN") and noun not in objects else None


def _with(tree: Tree, *changed: Token) -> Tree:
    """The tree with some tokens changed."""
    if not changed:
        return tree
    tokens = list(tree.tokens)
    for token in changed:
        tokens[token.index] = token
    return grow(replace(tree.sentence, tokens=tuple(tokens)))


def _beside(tree: Tree, token: Token) -> Tree:
    """The tree with the word's own dependents moved to its noun, so that nothing depends on the word."""
    below = (replace(child, head=token.head, dep="nmod") for child in tree.dependents(token))
    return _with(tree, replace(token, pos="ADJ", dep="amod", features={}), *below)


def _is_taken_for_subject(tree: Tree, top: Token, timex: Timex) -> bool:
    after = next((token for token in tree.tokens if token.start >= timex.span.end), None)
    verb = tree.head(top)
    apart = after is not None and after.text == ","
    others = [one for one in tree.dependents(verb, "nsubj") if one.index != top.index]
    if top.index > verb.index:  # "il ne sera arrêté que quatre ans plus tard"
        return top.relation == "nsubj" and any(one.index < verb.index for one in others)
    return top.relation == "nsubj" and (apart or bool(others))


def _freed(tree: Tree, date: Token, timex: Timex) -> Tree:
    verb = tree.head(date)
    inside = [token for token in tree.within(timex.span) if token.head == verb.index and token.relation == "nsubj"]
    return _with(tree, *(replace(token, dep="obl:mod") for token in inside))
