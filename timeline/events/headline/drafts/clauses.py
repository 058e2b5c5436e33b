"""A clause in several lengths: its subject in words, its verb in the present, its most likely complements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from timeline.events.detection.mentions import Mention, MentionKind
from timeline.events.detection.predicates import Form, Predicate
from timeline.events.headline import phrases
from timeline.events.headline.base import marks
from timeline.events.headline.base.gate import LONGEST, broken
from timeline.events.headline.base.no_news import has_its_attribute_behind, lacks_its_noun
from timeline.events.headline.base.types import Clause, Draft, Subject
from timeline.events.headline.complete.commas import without_lone_commas
from timeline.events.headline.complete.needed import has_two_voices
from timeline.events.headline.compression import is_object_clause
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts import passive
from timeline.events.headline.drafts.agreement import agreeing_verb
from timeline.events.headline.drafts.heads import clause_subject
from timeline.events.headline.drafts.objects import elided_anew, is_given_apart, with_object
from timeline.events.headline.drafts.wholeness import is_whole, names_its_pronouns, says_its_limits
from timeline.events.headline.realisation import Phrase, render, tidy
from timeline.events.headline.reference.pronouns import object_name
from timeline.events.headline.reference.quoted import follows_its_quotation
from timeline.events.headline.subtrees import units
from timeline.events.headline.subtrees.kept_sets import kept_sets
from timeline.events.headline.subtrees.units import Unit
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.wording.complements import readable_alone
from timeline.events.headline.wording.described import described_object, repeated_object, taken_object
from timeline.events.headline.wording.subjects import options
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.model import Token

LOOSE = "loose"
"""The kind of the drafts whose completeness is not tested."""

_MOST = 3
"""The number of drafts of a clause: a reader or an editor hardly ever prefers a later one."""


@dataclass(frozen=True, slots=True)
class _Length:
    """One set of kept words, in order, with the features of the kept and the removed units."""

    kept: frozenset[int]
    words: tuple[Token, ...]
    features: dict[str, float]


class _Remembered:
    """The lengths of a clause: each is worked out when the first subject asks for it, and kept for the others."""

    def __init__(self, lengths: Iterator[_Length]) -> None:
        self._left, self._known = lengths, list[_Length]()

    def __iter__(self) -> Iterator[_Length]:
        yield from self._known
        for length in self._left:
            self._known.append(length)
            yield length


def clause_drafts(
    context: HeadlineContext, mention: Mention, predicate: Predicate, kind: str, forced: frozenset[int] = frozenset()
) -> Iterator[Draft]:
    """The first drafts of one clause that pass the gate, the fullest first, with those before that do not.

    Each keeps the words of `forced`. Those of the kind "loose" may be incomplete.
    """
    predicate = _without_half_denials(context, mention.tree, predicate)
    clause = _clause(context, mention, predicate, forced)
    if clause is None:
        return
    if has_two_voices(clause.tree, predicate) or has_its_attribute_behind(context, clause.tree, predicate.token):
        return
    whom = described_object(context, clause.tree, predicate)
    again = repeated_object(context, clause.tree, predicate)
    clause = replace(clause, loose=kind == LOOSE, whom=whom, again=again)
    subjects = tuple(options(context, clause.tree, predicate, clause.head, vague=clause.loose))
    if not subjects:
        return
    found = units.units(context, clause.tree, predicate.top, clause.out, forced | clause.parts)
    yield from passive.active_drafts(clause, subjects, found)
    room = LONGEST - min(len(subject.text) for subject in subjects) - 1
    lengths, whole = _Remembered(_lengths(clause, found, room)), dict[_Shown, bool]()
    passing = 0
    for subject in subjects:
        if not _may_act(clause, mention, subject):
            continue
        for draft in _with_subject(clause, mention, subject, lengths, kind, whole):
            yield draft
            passing += not broken(draft.text, context.words)
            if passing == _MOST:
                return


def _may_act(clause: Clause, mention: Mention, subject: Subject) -> bool:
    """Whether a subject may do what only somebody does.

    Not a thing that fixes "le but qu'il s'était fixé", nor the agreement of "Après avoir adopté la loi, une entente a
    été conclue".
    """
    by_somebody = (clause.whom and subject.resolved) or _is_of_a_passive(clause, mention)
    return bool(subject.named) or not by_somebody or _acts(clause.context, subject)


def _is_of_a_passive(clause: Clause, mention: Mention) -> bool:
    """Whether an infinitive in the active voice opens a sentence whose main verb is in the passive."""
    predicate, tree = clause.predicate, mention.tree
    if predicate.form is not Form.INFINITIVE or predicate.passive or predicate.top.relation != "advcl":
        return False
    return any(one.dep in ("nsubj:pass", "aux:pass") for one in tree.dependents(tree.head(predicate.top)))


def _acts(context: HeadlineContext, subject: Subject) -> bool:
    """Whether the noun of a subject is for people, or for a body of them: "l'armée"."""
    noun = subject.head.lemma.lower() if subject.head is not None else ""
    classes = NounClass.PERSON, NounClass.OFFICE, NounClass.AUTHORITY
    return context.entities.lexicon.is_noun(noun, *classes) or context.words.has("people", noun)


def _without_half_denials(context: HeadlineContext, tree: Tree, predicate: Predicate) -> Predicate:
    """The verb group without "plus" or "personne" where they are not negations: "plus de cent personnes"."""
    if predicate.negated:
        return predicate
    half = {index for index in predicate.parts if context.words.has("half_denials", tree.tokens[index].lemma.lower())}
    return replace(predicate, parts=predicate.parts - half) if half else predicate


def _clause(context: HeadlineContext, mention: Mention, predicate: Predicate, forced: frozenset[int]) -> Clause | None:
    tree = mention.tree
    head = clause_subject(context, mention, predicate)
    nobody = head is None and predicate.form is not Form.COPULA and not phrases.impersonal(tree, predicate)
    if nobody or (predicate.form is Form.INFINITIVE and mention.kind is MentionKind.AIM):
        return None
    if head is not None and lacks_its_noun(tree, head):
        return None
    taken = phrases.subject_words(tree, predicate)
    if head is not None and head.index not in {above.index for above in tree.ancestors(predicate.top)}:
        taken |= tree.indices(head)
    parts = frozenset(predicate.parts - taken)
    out = _always_out(context, tree, predicate, forced)
    if out is None or forced & taken:
        return None
    return Clause(context, tree, predicate, head, (out | taken) - {predicate.top.index} - forced - parts, parts, forced)


def _always_out(
    context: HeadlineContext, tree: Tree, predicate: Predicate, forced: frozenset[int]
) -> frozenset[int] | None:
    """The words that no headline keeps, except the subtree of `forced`; None if that cannot be kept."""
    out = units.always_out(context, tree, predicate.top)
    asked = forced & out
    if not asked:
        return out
    if forced & timex_tokens(context, tree) or any(_is_a_clause_apart(tree.tokens[index]) for index in asked):
        return None
    top = min((tree.tokens[index] for index in asked), key=lambda token: len(tuple(tree.ancestors(token))))
    leads = {token.index for token in tree.dependents(top, "mark", "cc", "case")}
    inside = units.always_out(context, tree, top) - forced - leads
    return (out - tree.indices(top)) | inside


def _is_a_clause_apart(token: Token) -> bool:
    return token.dep == "acl:relcl" or token.relation in ("parataxis", "conj")


def _lengths(clause: Clause, found: tuple[Unit, ...], room: int) -> Iterator[_Length]:
    tree, top = clause.tree, clause.predicate.top
    for kept, least, gone in kept_sets(clause.context, tree, top, clause.out, found, room):
        whole = kept | clause.parts
        marked = without_lone_commas(tree, marks.with_marks(tree, whole), clause.predicate.token)
        words = phrases.without_end(_to_the_colon(marked))
        if clause.forced <= {token.index for token in words}:
            yield _Length(whole, words, numbers(found, kept, least, gone))


def _to_the_colon(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words before a colon without a quotation after it: such a colon introduces a list or another sentence."""
    for place, word in enumerate(words):
        if word.text == ":" and not any(later.text in '«“"' for later in words[place : place + 2]):
            return words[:place]
    return words


def numbers(found: tuple[Unit, ...], kept: frozenset[int], least: float, gone: float) -> dict[str, float]:
    """The features of the kept and the removed units."""
    stay = [unit.keep for unit in found if unit.token.index in kept]
    left = [unit.keep for unit in found if unit.token.index not in kept]
    return {
        "least": least,
        "gone": gone,
        "sum kept": sum(stay),
        "sum unkept": len(stay) - sum(stay),
        "sum lost": sum(left),
        "n kept": float(len(stay)),
        "n left": float(len(left)),
    }


_Shown = tuple[frozenset[int], tuple[int, ...]]
"""What of a clause is kept and shown, by index."""


def _with_subject(
    clause: Clause,
    mention: Mention,
    subject: Subject,
    lengths: Iterable[_Length],
    kind: str,
    whole: dict[_Shown, bool],
) -> Iterator[Draft]:
    """The drafts with one subject; `whole` remembers for the other subjects which words are a complete clause."""
    context, tree, predicate = clause.context, clause.tree, clause.predicate
    replaced = agreeing_verb(clause, mention, subject)
    if replaced is None:
        return
    taken = clause.again or object_name(clause, subject) or taken_object(clause, subject)
    if taken is not None:
        replaced = with_object(tree, predicate, replaced, taken[1])
    elif clause.whom:
        replaced = with_object(tree, predicate, replaced, clause.whom)
    for length in lengths:
        words = tuple(token for token in length.words if taken is None or token.index != taken[0])
        gone = [word for word in words if is_given_apart(clause, word)] if clause.loose else []
        words = tuple(word for word in words if word not in gone)
        if not names_its_pronouns(clause, words, subject):
            continue
        shown = length.kept, tuple([word.index for word in words])
        if shown not in whole:
            whole[shown] = is_whole(clause, length.kept, words)
        if not whole[shown]:
            continue
        changed = {**_lowered(words), **readable_alone(context, tree, words, subject.text), **replaced}
        text = _rendered(clause, subject, words, changed | elided_anew(clause, gone))
        if says_its_limits(clause, text) and not _says_nothing(mention, clause, words):
            numbers_ = {**length.features, **subject_features(subject)}
            yield Draft(kind, text, numbers_, words, predicate, subject)


def _rendered(clause: Clause, subject: Subject, words: tuple[Token, ...], changed: Mapping[int, str]) -> str:
    ordered = phrases.in_order(clause.predicate, words, clause.forced)
    line = render(Phrase.of(ordered, changed), clause.context.conjugation)
    blank = "" if subject.text.endswith(("’", "'")) else " "
    return tidy(f"{subject.text}{blank}{line.lstrip(' ,')}")


def _lowered(words: tuple[Token, ...]) -> dict[int, str]:
    """The first word of the sentence behind the subject: "S'est dessinée une zone" is "une zone se dessine"."""
    return {word.index: word.text.lower() for word in words if not word.index and word.pos in ("PRON", "VERB", "AUX")}


def _says_nothing(mention: Mention, clause: Clause, words: tuple[Token, ...]) -> bool:
    """Whether a verb of saying has no content: "Le PNF déclare"."""
    quiet = clause.loose and mention.kind is MentionKind.REPORT and not _leads_speech(clause)
    if follows_its_quotation(clause.tree, clause.predicate):
        return True
    if not mention.kind.is_saying or clause.predicate.passive or quiet:
        return False
    reported = _what_is_said(clause)
    if reported is not None and reported not in words and not clause.tree.has(clause.predicate.token, "obj"):
        return True
    of = clause.context.words.get("complement") | clause.context.words.get("fills")
    for word in words:
        if word.head not in clause.predicate.parts:
            continue
        case = clause.tree.first(word, "case", "mark")
        led = word.relation == "obl" and case is not None and case.lemma in of and word.entity != "PER"
        led = led and not clause.context.words.has("prepositional", word.lemma.lower())
        if led or word.relation in ("obj", "ccomp", "xcomp"):
            return False
    return True


def _leads_speech(clause: Clause) -> bool:
    """Whether the sentence has the words that are said: a quotation, or a clause below the verb."""
    marks = any(token.text in ("«", "»", "“", "”", '"') for token in clause.tree.tokens)
    return marks or _what_is_said(clause) is not None


def _what_is_said(clause: Clause) -> Token | None:
    """The clause that says what is said, whatever the parse calls it."""
    verb, tree = clause.predicate.token, clause.tree
    found = tree.first(verb, "ccomp")
    return found or next((one for one in tree.dependents(verb, "advcl") if is_object_clause(tree, one)), None)


def subject_features(subject: Subject) -> dict[str, float]:
    """The features of the subject in its wording."""
    return {
        "subject gone": 0.0 if subject.person else subject.lost,
        "subject resolved": float(subject.resolved),
        "subject person": float(subject.person),
        "subject filled": float(subject.filled),
        "subject bare": float(_is_bare(subject)),
        "subject length": len(subject.text) / 40,
    }


def _is_bare(subject: Subject) -> bool:
    """Whether a definite noun has no complement, so that the reader may not know its referent: "la mesure"."""
    return not (subject.named or subject.filled) and len(re.findall(r"[\w-]+", subject.text)) == 2
