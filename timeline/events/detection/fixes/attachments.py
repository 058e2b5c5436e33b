"""Find the true governor of a phrase that the parser attached to the wrong word.

The rules are asked in the order of `RULES`, each for the words that it may concern; the first one that changes
something decides. Each gives the changed words, with their head and relation, or nothing where the parse may be right.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from timeline.events.detection.fixes.far_objects import circumstance_of, lacking_its_object, verb_of_far_object
from timeline.events.detection.fixes.second_names import second_name
from timeline.events.detection.fixes.set_phrases import attached_to, opening_participle, short_of, to_come
from timeline.events.lexicon import Lexicon, NounClass, VerbClass
from timeline.events.tree import Tree, may_agree
from timeline.languages.function_words import function_words
from timeline.model import Token

_OF, _TO = function_words("genitive_case"), function_words("dative_case")
_DIRECTIVE, _ACCUSING = function_words("directive_verb"), function_words("accusing_verb")
_THAT, _ELIDED = function_words("that"), function_words("elided_article")
_OF_BOTH_NUMBERS = tuple(function_words("participle_ending_of_both_numbers"))
_SUBJECT, _BARE = function_words("subject_relative"), function_words("bare_which")
_NOT_DONE = function_words("impersonal_verb")
_PARTICLES = function_words("negative_particle")
_MASCULINE, _FEMININE = function_words("masculine_pronoun"), function_words("feminine_pronoun")
_SENTENCING = function_words("sentencing")
_INFORMING = function_words("informing_verb")
_HAVING = function_words("auxiliary_of_having")
_COLON = ":"
_NEITHER = function_words("neither")
_WIN, _FORCES = function_words("idiom_of_winning"), function_words("carries_away")


_Changed = tuple[Token, ...]
_Rule = Callable[[Tree, Token, Lexicon], _Changed]


def reattached(tree: Tree, token: Token, lexicon: Lexicon) -> _Changed:
    """The words that change where a word hangs on the wrong one.

    Returns:
        The changed tokens, with their head and relation; nothing where the parse may be right.
    """
    for rule in _asked(token.relation, token.pos):
        if changed := rule(tree, token, lexicon):
            return changed
    return ()


def _gender_of_the_article(tree: Tree, token: Token, _lexicon: Lexicon) -> _Changed:
    """A noun for one person or thing has the gender of its article: "la ministre"."""
    if token.pos != "NOUN" or not token.gender or token.number != "Sing":
        return ()
    shown = {det.gender for det in tree.dependents(token, "det")} - {""}
    if len(shown) != 1 or token.gender in shown:
        return ()
    return (replace(token, features={**token.features, "Gender": shown.pop()}),)


def _gender_of_the_form(tree: Tree, token: Token, _lexicon: Lexicon) -> _Changed:
    """A pronoun whose form shows its gender has no other: "celle-ci"."""
    token, form = tree.tokens[token.index], token.text.lower()  # an earlier fix may have changed it
    shown = "Fem" if form in _FEMININE else "Masc" if form in _MASCULINE else ""
    if token.pos != "PRON" or shown in ("", token.gender):
        return ()
    return (replace(token, features={**token.features, "Gender": shown}),)


def _number_of_the_noun(tree: Tree, token: Token, _lexicon: Lexicon) -> _Changed:
    """A participle that is alike in both numbers has that of the noun that it describes: "l'attentat commis"."""
    alike = token.verb_form == "Part" and token.text.lower().endswith(_OF_BOTH_NUMBERS)
    number = tree.head(token).number if alike and token.dep == "acl" else ""
    return (replace(token, features={**token.features, "Number": number}),) if number not in ("", token.number) else ()


def _subject_behind_a_relative(tree: Tree, token: Token, _lexicon: Lexicon) -> _Changed:
    """The noun behind the verb of a relative clause is its subject, not its object: "la salle où se tenait le bal"."""
    verb = tree.head(token)
    bare = token.pos == "NOUN" and not tree.has(token, "det", "nummod", "amod")
    if token.relation != "obj" or verb.dep != "acl:relcl" or token.index < verb.index or bare:
        return ()
    before = [one for one in tree.dependents(verb) if one.index < verb.index]
    led = next((one for one in before if one.pron_type == "Rel"), None)
    if led is None or led.text.lower() in _SUBJECT or tree.has(verb, "nsubj", "csubj"):
        return ()
    cleft = led.text.lower() in _THAT and tree.has(verb, "expl")  # "c'est par un bal que s'ouvre la fête"
    if cleft or verb.lemma.lower() in _NOT_DONE:  # "les mêmes règles que n'importe quel chauffeur"
        return ()
    whole = led.text.lower() not in _BARE or tree.has(led, "case")
    near = all(one.pos in ("PRON", "AUX", "ADV") for one in tree.between(led, verb))
    subject = whole and near and token is tree.dependents(verb, "obj")[-1]
    return (replace(token, dep="nsubj"),) if subject else ()


def _phrase_before_a_colon(tree: Tree, token: Token, _lexicon: Lexicon) -> _Changed:
    """What an infinitive behind a colon explains does not act: "son regret : avoir fermé la piscine"."""
    verb = tree.head(token)
    helpers = tree.dependents(verb, "aux", "cop")
    infinitive = verb.verb_form == "Inf" or any(one.verb_form == "Inf" for one in helpers)
    if token.index > verb.index or not infinitive or any(one.verb_form == "Fin" for one in helpers):
        return ()
    apart = any(one.text == _COLON for one in tree.between(token, verb))
    return (replace(token, dep="parataxis"),) if apart else ()


def _neither(tree: Tree, token: Token, _lexicon: Lexicon) -> _Changed:
    """The first "ni" of two belongs to the first noun: "ni le maire ni le préfet ne viennent"."""
    noun, verb = tree.next(token), tree.head(token)
    while noun is not None and noun.head > noun.index and noun.relation in ("det", "amod", "nummod"):
        noun = tree.head(noun)
    if token.text.lower() not in _NEITHER or noun is None or noun.head != verb.index or noun.relation != "nsubj":
        return ()
    second = any(one.text.lower() in _NEITHER for one in tree.subtree(noun))
    return (replace(token, pos="DET", head=noun.index, dep="det"),) if second else ()


def _object_behind_a_place(tree: Tree, token: Token, lexicon: Lexicon) -> _Changed:
    """A person explains no place, but is the verb's object: "ont arrêté, à Lyon, | le maire de Rieux"."""
    if token.relation != "appos":
        return ()
    place = tree.head(token)
    named = any(one.entity == "PER" for one in tree.dependents(token, "appos", "flat", "nmod"))
    if not (named or _is_person(token, lexicon)) or _is_person(place, lexicon):
        return ()
    begin = tree.opening_behind_a_comma(token)
    circumstance = circumstance_of(tree, place) if begin is not None and begin.pos == "DET" else None
    return _as_object(token, lacking_its_object(tree, circumstance) if circumstance is not None else None)


def _object_behind_a_circumstance(tree: Tree, token: Token, lexicon: Lexicon) -> _Changed:
    """A noun behind a circumstance is the verb's object: "signent, devant les élus, | un accord"."""
    return _as_object(token, verb_of_far_object(tree, token, lexicon))


def _as_object(token: Token, verb: Token | None) -> _Changed:
    return (replace(token, head=verb.index, dep="obj"),) if verb is not None else ()


def _described_object(tree: Tree, token: Token, _lexicon: Lexicon) -> _Changed:
    """A participle behind the object that it agrees with is the object's: "il a rejoint sa voiture, garée à Lyon".

    The object ends before the comma, and the subject agrees with no such participle.
    """
    past = token.verb_form == "Part" and token.tense == "Past"
    if not past or token.relation != "advcl" or not tree.follows_comma(token):
        return ()
    verb = tree.head(token)
    noun, subject = tree.first(verb, "obj"), tree.first(verb, "nsubj")
    if noun is None or subject is None or tree.has(token, "aux", "mark") or noun.index < verb.index:
        return ()
    ends = tree.subtree(noun)[-1].index == token.index - 2
    described = ends and may_agree(token, noun) and not may_agree(token, subject)
    return (replace(token, head=noun.index, dep="acl"),) if described else ()


def _is_person(token: Token, lexicon: Lexicon) -> bool:
    return token.entity == "PER" or lexicon.is_noun(token.lemma.lower(), NounClass.PERSON, NounClass.OFFICE)


def _second_who_is_sentenced(tree: Tree, token: Token, lexicon: Lexicon) -> _Changed:
    """Who stands behind a sentence has one of his own: "condamné à un an de prison, | son adjoint à six mois".

    The parse takes him for a part of it.
    """
    sentence = tree.head(token)
    verb = tree.head(sentence)
    if verb.lemma.lower() not in _SENTENCING or sentence.relation != "obl" or token.relation not in ("conj", "appos"):
        return ()
    own = token.index > sentence.index and token.pos in ("NOUN", "PROPN") and not tree.has(token, "case")
    if not own or not _is_person(token, lexicon) or _is_person(sentence, lexicon):
        return ()
    return (replace(token, head=verb.index, dep="parataxis"),)


def _ordered_or_accused(tree: Tree, token: Token, _lexicon: Lexicon) -> _Changed:
    """What somebody is asked to do, or suspected of, completes the verb: "enjoint à l'agence | de rouvrir"."""
    verb = _directive(tree, token) or _accusing(tree, token)
    if verb is None:
        return ()
    return (replace(token, head=verb.index, dep="xcomp"),)


def _directive(tree: Tree, token: Token) -> Token | None:
    """The verb of ordering or asking that an infinitive completes: "demande | aux compagnies | de réduire"."""
    infinitive = token.verb_form == "Inf" or any(one.verb_form == "Inf" for one in tree.dependents(token, "aux"))
    if not infinitive or token.relation not in ("acl", "advcl"):
        return None
    person = tree.head(token)
    mark, case = tree.first(token, "mark"), tree.first(person, "case")
    if mark is None or case is None or mark.text.lower() not in _OF or case.text.lower() not in _TO:
        return None
    verb = tree.head(person)
    directive = verb.pos == "VERB" and verb.lemma.lower() in _DIRECTIVE and person.index > verb.index
    return verb if directive and person.relation in ("obl", "iobj") else None


def _accusing(tree: Tree, token: Token) -> Token | None:
    """The verb of accusing that an infinitive completes: "soupçonnent | l'élu | d'avoir versé"."""
    infinitive = token.verb_form == "Inf" or any(one.verb_form == "Inf" for one in tree.dependents(token, "aux"))
    person, mark = tree.head(token), tree.first(token, "mark")
    if not infinitive or token.relation not in ("acl", "advcl") or mark is None or mark.text.lower() not in _OF:
        return None
    if token.relation == "advcl":  # of the verb, not of the person
        person = next((one for one in tree.dependents(person, "obj") if one.index < token.index), token)
    verb = tree.head(person)
    accusing = verb.pos == "VERB" and verb.lemma.lower() in _ACCUSING and person.index > verb.index
    return verb if accusing and person.relation == "obj" else None


def _said_behind_an_aside(tree: Tree, token: Token, lexicon: Lexicon) -> _Changed:
    """A clause with "que" behind an inserted phrase is what the verb says: "a révélé, depuis Lyon, que Rex a menti"."""
    mark, verb = tree.first(token, "mark"), tree.head(token)
    if token.relation != "advcl" or mark is None or mark.text.lower() not in _THAT or token.index < verb.index:
        return ()
    says = lexicon.is_verb(verb.lemma, VerbClass.REPORT, VerbClass.ANNOUNCE, VerbClass.OPINION)
    alone = not tree.has(verb, "obj", "ccomp", "xcomp") and tree.has(token, "nsubj")
    # "a dit le maire, que la loi oblige"
    inverted = any(one.index > verb.index for one in tree.dependents(verb, "nsubj"))
    said = says and alone and not inverted and tree.follows_comma(mark)
    return (replace(token, dep="ccomp"),) if said else ()


def _idiom_of_winning(tree: Tree, token: Token, _lexicon: Lexicon) -> _Changed:
    """The pronoun of "l'emporter", to win, stands for nothing, unlike what a torrent carries away."""
    verb = tree.head(token)
    if token.text.lower() not in _ELIDED or token.relation != "obj" or verb.lemma.lower() not in _WIN:
        return ()
    doer = tree.first(verb, "nsubj")
    doer = tree.head(verb) if doer is not None and verb.relation == "acl" and doer.pos == "PRON" else doer
    if verb.gender == "Fem" or (doer is not None and doer.lemma.lower() in _FORCES):
        return ()
    return (replace(token, dep="expl:comp", features={}),)


def _said_right_behind(tree: Tree, token: Token, _lexicon: Lexicon) -> _Changed:
    """A clause that "que" ties to the verb right before it is what that verb says: "cela signifie | que X circule".

    Not "ne … que": "il n'ouvrira qu'en mars".
    """
    marks = tree.dependents(token, "mark")
    mark = next((one for one in marks if one.text.lower() in _THAT), None) if marks else None
    verb = tree.previous(mark) if mark is not None else None
    if verb is None or verb.pos != "VERB" or token.head == verb.index or tree.has(verb, "ccomp"):
        return ()
    if token.index < verb.index or any(one.text.lower() in _PARTICLES for one in tree.dependents(verb, "advmod")):
        return ()
    return (replace(token, head=verb.index, dep="ccomp"),) if verb not in tree.subtree(token) else ()


def _told_to_somebody(tree: Tree, token: Token, _lexicon: Lexicon) -> _Changed:
    """A clause with "que" behind who is informed is what they learn: "a informé le club | qu'il renonçait à l'offre".

    "Que" is not its object, for the clause's verb has another complement.
    """
    told, led = tree.head(token), next(iter(tree.subtree(token)), token)
    informed = token.dep == "acl:relcl" and told.relation == "obj" and told.index < token.index
    if not informed or tree.head(told).lemma.lower() not in _INFORMING or led.text.lower() not in _THAT:
        return ()
    complete = tree.first(token, "xcomp", "ccomp") or next(
        (one for one in tree.dependents(token, "obj", "obl") if one.index > token.index), None
    )
    if complete is None and not tree.has(token, "cop", "aux"):
        return ()
    mark = replace(led, pos="SCONJ", dep="mark", head=token.index, features={})
    return (mark, replace(token, head=told.head, dep="ccomp"))


def _second_perfect(tree: Tree, token: Token, _lexicon: Lexicon) -> _Changed:
    """A participle with an object goes on with the perfect above a passive: "a dit que X serait élu et | promis Y".

    A passive and "être" have no object, and the participle has no auxiliary of its own.
    """
    passive = tree.head(token)
    past = token.relation == "conj" and token.verb_form == "Part" and token.tense == "Past"
    led = past and not tree.has(token, "aux", "cop", "nsubj", "mark") and tree.has(token, "cc")
    given = (one for one in tree.dependents(token, "obj") if one.index > token.index and one.pos != "PRON")
    being = any(one.dep in ("aux:pass", "cop") for one in tree.dependents(passive))
    if not led or next(given, None) is None or not being:
        return ()
    above = tree.head(passive) if passive.relation == "ccomp" else passive
    having = any(one.lemma.lower() in _HAVING for one in tree.dependents(above, "aux"))
    return (replace(token, head=above.index),) if having and above.index < passive.index else ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A rule, with the relations and parts of speech of the words that it may concern; none for words of all."""

    rule: _Rule
    relations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


RULES = (
    Attachment(_gender_of_the_article, tags=("NOUN",)),
    Attachment(_gender_of_the_form, tags=("PRON",)),
    Attachment(_number_of_the_noun, ("acl",)),
    Attachment(_subject_behind_a_relative, ("obj",)),
    Attachment(_phrase_before_a_colon, ("nsubj",)),
    Attachment(_neither, tags=("CCONJ",)),
    Attachment(_said_behind_an_aside, ("advcl",)),
    Attachment(_idiom_of_winning, ("obj",)),
    Attachment(opening_participle, tags=("NOUN", "PROPN")),
    Attachment(short_of, ("advmod",)),
    Attachment(attached_to),
    Attachment(to_come),
    Attachment(second_name, ("conj",), ("PROPN",)),
    Attachment(_object_behind_a_place, ("appos",)),
    Attachment(_object_behind_a_circumstance, ("appos", "conj"), ("NOUN",)),
    Attachment(_described_object, ("advcl",)),
    Attachment(_second_who_is_sentenced, ("conj", "appos"), ("NOUN", "PROPN")),
    Attachment(_ordered_or_accused, ("acl", "advcl")),
    Attachment(_said_right_behind),
    Attachment(_told_to_somebody, ("acl",)),
    Attachment(_second_perfect, ("conj",)),
)
"""In the order in which they are asked."""


@cache
def _asked(relation: str, tag: str) -> tuple[_Rule, ...]:
    """The rules that may concern a word of a relation and a part of speech."""
    return tuple(
        one.rule
        for one in RULES
        if (not one.relations or relation in one.relations) and (not one.tags or tag in one.tags)
    )
