"""The object that stands before its verb: "le hangar que la ville utilise", or a pronoun: "le juge l'inculpe"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile

from timeline.events.detection.predicates import Form, Predicate
from timeline.events.detection.subjects import is_cleft
from timeline.events.entities.coreference import Referent
from timeline.events.headline.base.types import Clause, Subject
from timeline.events.headline.base.valency import key
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.reference.people import is_human
from timeline.events.headline.reference.pronouns import is_one_person, protagonist
from timeline.events.headline.reference.selection import is_measure
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.wording.subjects import noun_phrases, options
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.lines.first_letter import uncapitalised
from timeline.model import Token

_THAT, _TAKEN_UP = function_words("that"), function_words("object_pronoun") - function_words("dative_of_one")
_CLEFT, _BEING = function_words("cleft_pronoun"), function_words("auxiliary_of_being")
_OF_SOMEBODY = function_words("object_pronoun")
_WHO = function_words("subject_relative")
_CLEFT_WORDS = 14
_WIDEST, _FEWEST = 6, 4
_OF_SEVERAL = function_words("object_of_several")
_OF_HIM, _OF_HER = function_words("object_of_him"), function_words("object_of_her")
_SUBJECTS = {
    ("Masc", False): "he",
    ("Fem", False): "she",
    ("Masc", True): "they_masculine",
    ("Fem", True): "they_feminine",
}
"""The form of the subject pronoun of a gender, of one or of several."""


def described_object(context: HeadlineContext, tree: Tree, predicate: Predicate) -> str:
    """The noun phrase that a relative with "que" describes, or that a cleft sentence emphasises: the verb's object.

    Returns:
        "le hangar" for "le hangar que la ville utilise"; "" if the clause is none, has another object, or its noun
        cannot be named.
    """
    top = predicate.top
    if predicate.form is not Form.FINITE or predicate.passive or predicate.token is not top or tree.is_root(top):
        return ""
    link = next((one for one in tree.dependents(top) if one.index < top.index and one.text.lower() in _THAT), None)
    noun = tree.head(top)
    emphasised = is_cleft(tree, top) and not tree.has(noun, "case") and _is_first(tree, noun)
    if link is None or is_cleft(tree, top) != emphasised:
        return ""
    described = top.dep == "acl:relcl" and link.pron_type == "Rel" and link.relation == "obj"
    others = [one for one in tree.dependents(top, "obj", "xcomp", "ccomp") if one is not link]
    if not (described or emphasised) or others or noun.pos not in ("NOUN", "PROPN"):
        return ""
    near = link.index - noun.index <= _WIDEST
    text = next((one.text for one in noun_phrases(context, tree, noun)), "") if near or emphasised else ""
    return uncapitalised(text) if tree.has(noun, "det") else text  # it may begin the sentence


def repeated_object(context: HeadlineContext, tree: Tree, predicate: Predicate) -> tuple[int, str] | None:
    """The object that a second verb takes up with a pronoun: "entrent dans la ville de Jarablus et la reprennent".

    Returns:
        The pronoun's index and the noun phrase; None if two nouns of the first clause agree with the pronoun.
    """
    verb = predicate.token
    if predicate.form is not Form.FINITE or predicate.top is not verb or verb.relation != "conj":
        return None
    before = [one for one in tree.dependents(verb, "obj") if one.index < min(predicate.parts) and one.pos == "PRON"]
    own = tree.has(verb, "nsubj") or any(one.pos != "PRON" for one in tree.dependents(verb, "obj"))
    if own or len(before) != 1 or before[0].text.lower() not in _TAKEN_UP:
        return None
    agreed = verb.gender if verb.verb_form == "Part" else ""  # "renvoie l'Assemblée et l'a reconduit"
    gender = before[0].gender or agreed
    nouns = [one for one in tree.dependents(tree.head(verb), "obj", "obl") if one.index < verb.index]
    agree = [
        one
        for one in nouns
        if one.pos in ("NOUN", "PROPN")
        and one.index not in timex_tokens(context, tree)
        and not one.is_plural
        and (not gender or one.gender in ("", gender))
    ]
    text = next((one.text for one in noun_phrases(context, tree, agree[0])), "") if len(agree) == 1 else ""
    if not text:
        return None
    return before[0].index, uncapitalised(text) if tree.has(agree[0], "det") else text


def _is_first(tree: Tree, noun: Token) -> bool:
    """Whether no other noun stands before it: the parse may tie a cleft clause to the wrong one."""
    return not any(token.pos in ("NOUN", "PROPN") for token in tree.tokens[: noun.index])


def cleft_verb(tree: Tree) -> Token | None:
    """The verb of a sentence that emphasises a circumstance: "ouvre" of "c'est à Lyon que la ville ouvre un musée"."""
    words = [token for token in tree.tokens if token.pos not in ("PUNCT", "ADV")]
    if not _opens_a_cleft(words):
        return None
    link = next((token for token in words if token.text.lower() in _THAT), None)
    return tree.head(link) if words[2].pos == "ADP" and link is not None else None


def _opens_a_cleft(words: Sequence[Token]) -> bool:
    return len(words) >= _FEWEST and words[0].text.lower() in _CLEFT and words[1].lemma in _BEING


def follows_a_circumstance(tree: Tree, top: Token) -> bool:
    """Whether it is the verb of such a sentence."""
    verb = cleft_verb(tree)
    return verb is not None and verb.index == top.index


def taken_object(clause: Clause, subject: Subject) -> tuple[int, str] | None:
    """The index of the pronoun that is the verb's object, and the people whom it stands for.

    Args:
        clause: The clause, with its verb in the active voice.
        subject: The wording of its subject, who is not meant.

    Returns:
        "les députées" for "les huissiers les reconduisent" behind a sentence on them; None where nothing before can be
        the subject of the passive, or people of both genders can.
    """
    tree, predicate, context = clause.tree, clause.predicate, clause.context
    verb = predicate.token
    if predicate.form is not Form.FINITE or predicate.passive or predicate.top is not verb or subject.vague:
        return None
    before = [one for one in tree.dependents(verb, "obj", "iobj") if one.index < min(predicate.parts)]
    if len(before) != 1 or before[0].text.lower() not in _TAKEN_UP | _OF_SEVERAL:
        return None
    if any(one.pos != "PRON" for one in tree.dependents(verb, "obj")):
        return None
    passive = replace(predicate, passive=True)
    verbs = key(tree, passive), verb.lemma.lower()
    sure = context.words.has("personal_verbs", verbs[0]) or is_measure(context, tree, passive)
    if not (sure or context.words.has("done_to_people", verbs[1])):
        return None
    found: dict[str, Subject] = {}
    for pronoun in _as_subjects(context, before[0], verb):
        gone_on = _gone_on_about(context, tree, pronoun)
        for one in options(context, tree, passive, pronoun) if gone_on is None else gone_on:
            if one.resolved and one.head is not subject.head and _is_somebody(clause, one, subject):
                found.setdefault(one.text, one)
            break
    if len(found) != 1:
        return None
    (one,) = found.values()
    return before[0].index, one.text if one.person else uncapitalised(one.text)


def _gone_on_about(context: HeadlineContext, tree: Tree, pronoun: Token) -> tuple[Subject, ...] | None:
    """Whom the last sentence calls by the same pronoun: "Un homme comparaissait. Il avait bu. Le juge l'a relaxé".

    None where it has no such pronoun; nobody where that is no subject of its main verb, and says too little.
    """
    last = context.tree_before(tree)
    if last is None:
        return None
    same = (one for one in last.tokens if one.text.lower() == pronoun.text and one.pos == "PRON")
    one = next((one for one in same if one.relation == "nsubj"), None)
    if one is None:
        return None
    groups = (group for group in context.predicates(last) if last.head(one).index in group.parts)
    group = next((group for group in groups if last.is_root(group.top)), None)
    earlier = replace(context, before=context.before[: len(context.trees_before(last))])
    return tuple(options(earlier, last, group, one)) if group is not None else ()


def _as_subjects(context: HeadlineContext, pronoun: Token, verb: Token) -> Iterator[Token]:
    """The pronoun as the subject of the passive, in each gender that its form and the participle leave."""
    form = pronoun.text.lower()
    several = form in _OF_SEVERAL
    own = "Masc" if form in _OF_HIM else "Fem" if form in _OF_HER else ""
    agreed = verb.gender if verb.verb_form == "Part" else ""
    for gender in [own or agreed] if own or agreed else ["Masc", "Fem"]:
        features = {**pronoun.features, "Gender": gender, "Number": "Plur" if several else "Sing"}
        yield replace(pronoun, text=context.words.form(_SUBJECTS[gender, several]), dep="nsubj:pass", features=features)


def _is_somebody(clause: Clause, one: Subject, subject: Subject) -> bool:
    """Whether it is somebody else than who acts: a name, or a noun for people, whom no other pronoun has passed over.

    "Ce n'est qu'avec ce livre, porté par Bernard Pivot, qu'il quitta l'usine. Le jury l'a élu": not Pivot. "Le juge X
    l'a inculpé. Me Y le défendra": not X. Nor a circumstance: "il se fait passer pour un agent".
    """
    if one.text in subject.text or subject.text in one.text or (one.head is not None and one.head.relation == "obl"):
        return False
    last = clause.context.tree_before(clause.tree)
    if one.head is not None and one.text != protagonist(clause.context):
        passed = last.tokens if last is not None and one.head in last.tokens else ()
        if any(map(_goes_on, passed)):
            return False
    return one.person or (one.head is not None and is_human(clause.context, Referent(clause.tree, one.head)))


def _goes_on(word: Token) -> bool:
    """Whether it is a pronoun that stands for one person, as the subject or the object of its verb."""
    objects = word.pos == "PRON" and word.relation in ("obj", "iobj") and word.text.lower() in _OF_SOMEBODY
    return objects or (is_one_person(word) and word.relation == "nsubj")


def without_cleft(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """A cleft sentence as a plain one: "C'est X qui ouvre" is "X ouvre", "C'est à Lyon que X part" "X part à Lyon".

    An adverb before it goes, "C'est finalement X qui ouvre", and the comma of what went: "C'est X, (mardi,) qui ouvre".
    """
    if not _opens_a_cleft(words) or words[1].verb_form != "Fin":
        return words
    for place in range(3, min(len(words), _CLEFT_WORDS)):
        word = words[place]
        middle = tuple(dropwhile(_is_adverb, words[2:place]))
        if not middle:
            continue
        if word.lemma.lower() in _WHO and words[place + 1 : place + 2]:
            lone = middle[-1].text == "," and sum(one.text == "," for one in middle) % 2 == 1
            return (*(middle[:-1] if lone else middle), *words[place + 1 :])
        if word.text.lower() in _THAT:
            led = middle[0].pos == "ADP"
            return (*words[place + 1 :], *middle) if led else words
    return words


def _is_adverb(word: Token) -> bool:
    return word.pos == "ADV"
