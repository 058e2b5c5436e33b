"""The sentence without its asides: what stands between commas or in brackets goes by whole clauses, the rest stays.

For mentions whose clause no draft renders well. Nothing is cut inside a clause, so that objects and complements stay.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence

from timeline.events.detection.mentions import Mention
from timeline.events.detection.predicates import Form, Predicate
from timeline.events.entities.coreference import is_personal
from timeline.events.headline import phrases
from timeline.events.headline.base.no_news import lacks_its_noun
from timeline.events.headline.base.types import Draft, Subject
from timeline.events.headline.base.valency import object_behind_a_comma
from timeline.events.headline.complete import commas
from timeline.events.headline.complete.needed import has_two_voices, lacks_its_object
from timeline.events.headline.complete.parted import cuts_a_range, is_orphaned
from timeline.events.headline.complete.stranded import has_strays
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.realisation import Phrase, render, tidy
from timeline.events.headline.reference.quoted import is_how_it_is_known, is_what_is_said
from timeline.events.headline.sentence.named import antecedent, is_impersonal, may_be_named, of_before, wording_of
from timeline.events.headline.sentence.present import in_the_present
from timeline.events.headline.timex_tokens import is_of_another_day, timex_tokens
from timeline.events.headline.wording.borders import cut_at_borders
from timeline.events.headline.wording.complements import readable_alone
from timeline.events.headline.wording.described import cleft_verb, without_cleft
from timeline.events.headline.wording.omissions import removed, tells_a_fact
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

TRIMMED = "trimmed"
"""The kind of these drafts."""

_Wording = tuple[dict[int, str], Subject | None]
"""The texts for words by their index, and the subject that they name."""

_Naming = Callable[[HeadlineContext, Tree, tuple[Token, ...]], _Wording | None]

_QUOTES = "«“»”"
_CLEFT, _OF_ONE = function_words("cleft_pronoun"), function_words("possessive")
_THERE = function_words("locative_pronoun")


def trimmed_drafts(context: HeadlineContext, mention: Mention) -> Iterator[Draft]:
    """The sentence without dates and brackets, then also without asides, then also without adverbial clauses.

    Args:
        context: The inputs of headline writing.
        mention: The mention; its word is never left out.

    Yields:
        Drafts of the kind "trimmed", the longest first; none where a pronoun that begins the clause has no name.
    """
    seen: set[str] = set()
    for head in _main_verbs(context, mention):
        if not (_has_no_subject(context, mention.tree, head) or _is_said_of_it(context, mention.tree, head)):
            yield from _of_clause(context, mention, head, seen, _subject_name)


def unnamed_drafts(context: HeadlineContext, mention: Mention) -> Iterator[Draft]:
    """The same of the mention's clause: with a name for its first pronoun alone, then with its pronouns as they stand.

    Args:
        context: The inputs of headline writing.
        mention: The mention; its word is never left out.
    """
    for head in reversed(tuple(_main_verbs(context, mention))):
        complete = _has_no_subject(context, mention.tree, head) or _is_said_of_it(context, mention.tree, head)
        # "c'est le 26 mars que le maire les a unis" says nothing without its date
        if head.pos == "VERB" and not complete:
            for naming in (_name_of_the_first, _no_name):
                yield from _of_clause(context, mention, head, set(), naming)


def _is_said_of_it(context: HeadlineContext, tree: Tree, head: Token) -> bool:
    """Whether the verb's subject is a quotation: "« Une provocation », a dénoncé le député" keeps its comma."""
    predicate, noun = context.predicate_of(tree, head), tree.first(head, "nsubj")
    if predicate is None:
        return False
    reported = noun is not None and is_what_is_said(tree, predicate, noun)
    return reported or is_how_it_is_known(context, tree, predicate)


def _main_verbs(context: HeadlineContext, mention: Mention) -> Iterator[Token]:
    """The main verb of the sentence, and that of the clause with a subject of its own that the trigger is in.

    Such a clause is coordinated, juxtaposed, or states a fact beside the main one: "alors que le pont est fermé".
    """
    tree = mention.tree
    root = next((token for token in tree.tokens if tree.is_root(token) and token.pos != "PUNCT"), None)
    if root is None:
        return
    yield root
    for token in (mention.trigger, *tree.ancestors(mention.trigger)):
        if token.index == root.index:
            return
        predicate = context.predicate_of(tree, token)
        finite = predicate is not None and predicate.form is Form.FINITE and predicate.token is token
        if finite and tree.has(token, "nsubj") and _stands_alone(context, tree, token):
            yield token
            return


def _stands_alone(context: HeadlineContext, tree: Tree, verb: Token) -> bool:
    """Whether the clause of the verb is true without the rest of the sentence."""
    if verb.relation in ("conj", "parataxis"):
        return not tree.has(verb, "mark")
    below = tree.subtree(verb)
    return verb.relation == "advcl" and tree.has(verb, "mark") and tells_a_fact(context, below)


def _of_clause(
    context: HeadlineContext, mention: Mention, root: Token, seen: set[str], naming: _Naming
) -> Iterator[Draft]:
    """The drafts of the sentence's main clause, or of another one; `naming` gives its first pronoun a name."""
    tree, verb = mention.tree, _reported_verb(mention.tree, root)
    for kept in _kept_words(context, mention, root, verb):
        marked = commas.without_a_heading(tree, commas.without_half_commas(tree, kept))
        marked = commas.without_lone_commas(tree, marked, verb)
        words = without_cleft(phrases.without_end(commas.with_front_comma(tree, _led(marked))))
        if not words or (words[0].verb_form == "Fin" and words[0].pos in ("VERB", "AUX")):
            continue
        if words[0].pos == "ADP" and not any(word.verb_form == "Fin" for word in words):
            continue  # "Depuis les accords dit de « Minsk II »": a circumstance alone
        draft = _draft(context, mention, verb, words, naming)
        if draft is not None and draft.text not in seen:
            seen.add(draft.text)
            yield draft


def _kept_words(context: HeadlineContext, mention: Mention, root: Token, verb: Token) -> Iterator[tuple[int, ...]]:
    """The sets of words that lines of a clause keep, by index, each once.

    Most sets of removed words differ only outside the clause, or not at all.
    """
    tree, tried = mention.tree, set[tuple[int, ...]]()
    clause = frozenset(range(len(tree.tokens)))
    if not tree.is_root(root):
        clause = tree.indices(root).difference(*map(tree.indices, tree.dependents(root, "mark", "cc")))
    without_asides = tuple(removed(context, mention, verb))
    for gone in (*without_asides, *cut_at_borders(context, mention, verb, without_asides[-1])):
        kept = tuple([token.index for token in tree.tokens if token.index not in gone and token.index in clause])
        if kept not in tried:
            tried.add(kept)
            yield kept


def _has_no_subject(context: HeadlineContext, tree: Tree, root: Token) -> bool:
    """Whether the subject is a date ("ce vendredi marque …") or only points back ("ce dernier", "la pire")."""
    head = tree.first(root, "nsubj")
    if head is None:
        return False
    points = context.words.has("pointers", head.lemma.lower()) and not tree.has(head, "nmod", "acl")
    return points or lacks_its_noun(tree, head) or head.index in timex_tokens(context, tree)


def _led(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words without marks and conjunctions at their beginning."""
    for place, word in enumerate(words):
        if word.pos not in ("PUNCT", "CCONJ") or word.text in "«“":
            return words[place:]
    return ()


def _reported_verb(tree: Tree, root: Token) -> Token:
    """The verb of what a clause reports: "ferme" in "c'est la mairie qui ferme le pont", else the clause's own."""
    verb = cleft_verb(tree)
    if verb is not None and verb.verb_form in ("Fin", "Part") and verb.pos == "VERB":
        return verb
    pointed = any(one.text.lower() in _CLEFT for one in tree.dependents(root, "nsubj"))
    if not pointed or not tree.has(root, "cop"):
        return root
    return next((one for one in tree.dependents(root, "acl") if one.dep == "acl:relcl"), root)


def _draft(
    context: HeadlineContext, mention: Mention, root: Token, words: tuple[Token, ...], naming: _Naming
) -> Draft | None:
    tree = mention.tree
    wording = naming(context, tree, words)
    if wording is None:
        return None
    replaced, subject_ = wording
    if replaced and context.words.has("announcing", words[0].text.lower()):
        words = tuple([word for word in words if word.index >= min(replaced)])  # "quant au maire, (il part)"
    predicate = context.predicate_of(tree, root)
    if _is_incomplete(context, mention, predicate, words) or is_of_another_day(context, mention, root, words):
        return None
    forms = in_the_present(context, mention, root, words)
    alone = readable_alone(context, tree, words, subject_.text if subject_ is not None else "")
    text = tidy(render(Phrase.of(words, {**alone, **forms, **replaced}), context.conjugation))
    if any(token.text in _QUOTES for token in tree.tokens) and not any(mark in text for mark in _QUOTES):
        return None  # words of a speaker without their quotation marks
    return Draft(TRIMMED, text, {}, words, mention.predicate or predicate, subject_)


def _is_incomplete(
    context: HeadlineContext, mention: Mention, predicate: Predicate | None, words: tuple[Token, ...]
) -> bool:
    """Whether the words lost one that they need: an object, the end of a range, what the mention says."""
    tree, shown, valency = mention.tree, {word.index for word in words}, context.model.valency
    if _empties_the_mention(mention, shown) or cuts_a_range(context, tree, shown):
        return True
    if is_orphaned(tree, words, shown) or has_strays(context, tree, words):
        return True
    if predicate is None:
        return False
    behind = object_behind_a_comma(valency, tree, predicate)
    if (behind is not None and behind.index not in shown) or has_two_voices(tree, predicate):
        return True
    loses = valency.loses(tree, predicate, shown, timex_tokens(context, tree))
    return loses or lacks_its_object(context, tree, predicate, words)


def _empties_the_mention(mention: Mention, shown: Container[int]) -> bool:
    """Whether the mention is a participle of which the line keeps nothing but the word: "X, née (lundi), conseille"."""
    tree, word = mention.tree, mention.trigger
    if word.relation not in ("acl", "advcl") or word.verb_form != "Part":
        return False
    below = [one for one in tree.subtree(word) if one.index != word.index and one.pos not in ("PUNCT", "ADP", "DET")]
    return bool(below) and not any(one.index in shown for one in below)


def _subject_name(context: HeadlineContext, tree: Tree, words: tuple[Token, ...]) -> _Wording | None:
    """The name for the first pronoun; None where a pronoun or possessive has nothing that it may stand for."""
    known = False
    replaced: dict[int, str] = {}
    subject_: Subject | None = None
    for place, word in enumerate(words):
        if word.pos in ("NOUN", "PROPN") and word.relation == "nsubj":
            known = True
        if known and (_is_of_nobody_named(word, words[:place]) or _is_of_nobody_before(tree, word, words[:place])):
            return None
        if known or replaced:
            continue
        if word.pos == "DET" and word.is_possessive:
            return None
        if is_personal(word) and word.relation == "nsubj":
            if is_impersonal(context, tree, word):
                known = True
                continue
            subject_ = antecedent(context, tree, word)
            if subject_ is None:
                return None
            replaced[word.index] = wording_of(subject_, inside=word.index != words[0].index)
        elif word.pos == "PRON" and word.relation in ("obj", "iobj") and _points(word):
            return None
    return replaced, subject_


def _name_of_the_first(context: HeadlineContext, tree: Tree, words: tuple[Token, ...]) -> _Wording:
    """The name for the pronoun that is the first subject; nothing where the sentences before do not determine it."""
    first = next((word for word in words if word.relation == "nsubj"), None)
    if first is None or not is_personal(first) or not may_be_named(context, tree, first):
        return {}, None
    found = of_before(context, tree, first)
    return ({first.index: wording_of(found, inside=first is not words[0])} if found is not None else {}), found


def _no_name(_context: HeadlineContext, _tree: Tree, _words: tuple[Token, ...]) -> _Wording:
    return {}, None


def _is_of_nobody_named(word: Token, before: Sequence[Token]) -> bool:
    """Whether a possessive of one owner has only a plural before it: "les gendarmes trouvent dans sa voiture …"."""
    if word.pos != "DET" or word.text.lower() not in _OF_ONE:
        return False
    nominal = [one for one in before if one.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM")]
    return bool(nominal) and all(one.pos == "NOUN" and one.is_plural for one in nominal)


def _is_of_nobody_before(tree: Tree, word: Token, before: Sequence[Token]) -> bool:
    """Whether the object of a verb is a pronoun with only the verb's own subject before it: "un individu l'attaque"."""
    personal = word.pos == "PRON" and not word.is_reflexive
    there = word.text.lower() in _THERE and tree.head(word).verb_form == "Inf"  # "refuse d'y apposer sa signature"
    personal = personal and word.pron_type == "Prs" and ("Number" in word.features or there)  # not "en"
    of_verb = word.relation in ("obj", "iobj") and tree.head(word).pos == "VERB"
    if not personal or not of_verb or word.index > word.head:
        return False
    verb = tree.head(word)
    verbs = (verb, tree.head(verb)) if verb.relation == "xcomp" else (verb,)  # "vient leur promettre …"
    own = {one.index for each in verbs for head in tree.dependents(each, "nsubj") for one in tree.subtree(head)}
    return not any(one.pos in ("NOUN", "PROPN") and one.index not in own for one in before)


def _points(word: Token) -> bool:
    return word.pron_type in ("Prs", "Dem") and not word.is_reflexive
