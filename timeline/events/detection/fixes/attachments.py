"""Find the true governor of a phrase that the parser attached to the wrong word.

A bare noun that opens a sentence is no subject beside one: "Faute de médecins, la maternité ferme". What somebody is
ordered or asked to do completes the verb, not the person: "enjoint à l'agence de rouvrir". So does what somebody is
suspected of: "soupçonnent l'élu d'avoir versé". A person explains no place: "arrêtent, à Lyon, le maire de Rieux".
What is said stays so behind an inserted phrase: "a révélé, depuis Lyon, que …". The second of two clauses begins with
its own subject: "… le plan, mais la Cour, qui siège à Lyon, a tranché". Who wins takes nothing along: "l'emporte".
A participle that opens a sentence is no party: "Parti de Tunis, le bateau a sombré".
A participle behind the object that it agrees with is the object's: "il a rejoint sa voiture, garée à Lyon".
The noun behind the verb of a relative clause is its subject: "la salle où se tenait le bal". A noun has the gender of
its article: "la ministre". A participle that is alike in both numbers has that of its noun: "l'attentat commis".
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.detection.fixes.borders import begins_behind_a_comma
from timeline.events.detection.fixes.far_objects import (
    circumstance_of,
    lacking_its_object,
    objects_behind,
    verb_of_far_object,
)
from timeline.events.lexicon import Lexicon, NounClass, VerbClass
from timeline.events.tree import Tree, may_agree
from timeline.languages.function_words import function_words
from timeline.model import Token

_OF, _TO = function_words("genitive_case"), function_words("dative_case")
_DIRECTIVE, _ACCUSING = function_words("directive_verb"), function_words("accusing_verb")
_THAT, _ELIDED = function_words("that"), function_words("elided_article")
_OPENING = {
    form: (spelt, lemma) for form, spelt, lemma in (one.split(":") for one in function_words("opening_participle"))
}
_OF_BOTH_NUMBERS = tuple(function_words("participle_ending_of_both_numbers"))
_SUBJECT, _BARE = function_words("subject_relative"), function_words("bare_which")
_NOT_DONE = function_words("impersonal_verb")
_PARTICLES = function_words("negative_particle")
_WIN, _FORCES = function_words("idiom_of_winning"), function_words("carries_away")


def reattached(tree: Tree, token: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """The words that change where a word hangs on the wrong one.

    Returns:
        The changed tokens, with their head and relation; nothing where the parse may be right.
    """
    circumstance = _opening_circumstance(tree, token)
    if circumstance is not None:
        subject = replace(token, head=circumstance.head, dep=circumstance.dep)
        return (subject, replace(circumstance, dep="obl:mod"))
    if (other := _read_otherwise(tree, token, lexicon)) is not None:
        return (other,)
    if _is_an_opening_participle(tree, token):
        below = [replace(one, dep="obl") for one in tree.dependents(token, "nmod")]
        below += [replace(one, head=token.head, dep="advcl") for one in tree.dependents(token, "acl")]
        features = {**token.features, "VerbForm": "Part", "Tense": "Past"}
        spelt, lemma = _OPENING[token.text.lower()]
        return (replace(token, text=spelt, pos="VERB", lemma=lemma, dep="advcl", features=features), *below)
    acting = _parted_object(tree, token, lexicon) or verb_of_far_object(tree, token, lexicon)
    if acting is not None:
        return (replace(token, head=acting.index, dep="obj"),)
    noun = _subject_behind_a_semicolon(tree, token) or _subject_of_the_second_clause(tree, token, lexicon)
    if noun is not None:
        linked = (replace(one, head=token.index) for one in tree.dependents(noun, "cc"))
        return (replace(token, dep="conj"), replace(noun, head=token.index, dep="nsubj"), *linked)
    described = _described_object(tree, token)
    if described is not None:
        return (replace(token, head=described.index, dep="acl"),)
    return _completing(tree, token) or _said_right_behind(tree, token)


def _said_right_behind(tree: Tree, token: Token) -> tuple[Token, ...]:
    """The clause that "que" ties to the verb right before it: "ce qui signifie | que des voitures peuvent circuler".

    A verb that the parse put below its clause takes its place. Not "ne … que": "il n'ouvrira qu'en mars".
    """
    mark = next((one for one in tree.dependents(token, "mark") if one.text.lower() in _THAT), None)
    verb = tree.tokens[mark.index - 1] if mark is not None and mark.index else None
    if verb is None or verb.pos != "VERB" or token.head == verb.index or tree.first(verb, "ccomp") is not None:
        return ()
    if token.index < verb.index or any(one.text.lower() in _PARTICLES for one in tree.dependents(verb, "advmod")):
        return ()
    said = replace(token, head=verb.index, dep="ccomp")
    if verb not in tree.subtree(token):
        return (said,) if not tree.is_root(token) else ()
    root = tree.is_root(token)
    return said, replace(verb, head=verb.index if root else token.head, dep=token.dep)


def _completing(tree: Tree, token: Token) -> tuple[Token, ...]:
    """The infinitive that completes a verb of ordering or accusing, with the objects behind it; else nothing."""
    verb = _directive(tree, token) or _accusing(tree, token)
    if verb is None:
        return ()
    own = (replace(one, head=token.index) for one in objects_behind(tree, verb, token))
    return (replace(token, head=verb.index, dep="xcomp"), *own)


def _read_otherwise(tree: Tree, token: Token, lexicon: Lexicon) -> Token | None:
    """The word below the same governor with another relation or gender; None where it stays as it is."""
    if gender := _gender_of_the_article(tree, token):
        return replace(token, features={**token.features, "Gender": gender})
    if number := _number_of_the_noun(tree, token):
        return replace(token, features={**token.features, "Number": number})
    if _is_behind_the_verb_of_a_relative(tree, token):
        return replace(token, dep="nsubj")
    if _is_said_behind_an_aside(tree, token, lexicon):
        return replace(token, dep="ccomp")
    if _wins(tree, token):
        return replace(token, dep="expl:comp", features={})  # it stands for nothing
    return None


def _opening_circumstance(tree: Tree, token: Token) -> Token | None:
    """The bare noun at the beginning that the parse takes for the subject, and the word for a second one beside it."""
    first = tree.tokens[0]
    if token.head != first.index or token.relation != "conj" or token.pos not in ("NOUN", "PROPN"):
        return None
    if first.pos != "NOUN" or first.relation != "nsubj" or tree.first(first, "det", "nummod", "amod") is not None:
        return None
    verb, others = tree.head(first), tree.dependents(first, "conj")
    begin = begins_behind_a_comma(tree, token)
    alone = len(others) == 1 and tree.first(token, "cc", "case") is None and token.index < verb.index
    return first if alone and begin is not None and begin.pos in ("DET", "PROPN") else None


def _gender_of_the_article(tree: Tree, token: Token) -> str:
    """The gender that the article of one person or thing shows, where the parse gives the noun another one; or ""."""
    own = token.gender
    if token.pos != "NOUN" or not own or token.number != "Sing":
        return ""
    shown = {det.gender for det in tree.dependents(token, "det")} - {""}
    return shown.pop() if len(shown) == 1 and own not in shown else ""


def _number_of_the_noun(tree: Tree, token: Token) -> str:
    """The number of the noun that a participle describes, where its form has both and the parse another; or ""."""
    alike = token.verb_form == "Part" and token.text.lower().endswith(_OF_BOTH_NUMBERS)
    number = tree.head(token).number if alike and token.dep == "acl" else ""
    return number if number != token.number else ""


def _is_behind_the_verb_of_a_relative(tree: Tree, token: Token) -> bool:
    """Whether an object is the subject that a relative pronoun puts behind its verb: "où se tenait le bal"."""
    verb = tree.head(token)
    bare = token.pos == "NOUN" and tree.first(token, "det", "nummod", "amod") is None
    if token.relation != "obj" or verb.dep != "acl:relcl" or token.index < verb.index or bare:
        return False
    before = [one for one in tree.dependents(verb) if one.index < verb.index]
    led = next((one for one in before if one.pron_type == "Rel"), None)
    if led is None or led.text.lower() in _SUBJECT or tree.first(verb, "nsubj", "csubj") is not None:
        return False
    cleft = led.text.lower() in _THAT and tree.first(verb, "expl") is not None  # "c'est par un bal que s'ouvre la fête"
    if cleft or verb.lemma.lower() in _NOT_DONE:  # "les mêmes règles que n'importe quel chauffeur"
        return False
    whole = led.text.lower() not in _BARE or tree.first(led, "case") is not None
    near = all(one.pos in ("PRON", "AUX", "ADV") for one in tree.tokens[led.index + 1 : verb.index])
    return whole and near and token is tree.dependents(verb, "obj")[-1]


def _is_an_opening_participle(tree: Tree, token: Token) -> bool:
    """Whether a noun without an article, beside a subject, is the participle that opens the sentence: "Parti de Tunis".

    Capitals without accents hide others: "Elu en mars, le maire démissionne".
    """
    if token.index or token.pos not in ("NOUN", "PROPN") or token.text.lower() not in _OPENING:
        return False
    verb, subjects = tree.head(token), tree.dependents(tree.head(token), "nsubj")
    other = any(token.index < one.index < verb.index for one in subjects)
    listed = any(one.pos != "VERB" for one in tree.dependents(token, "conj"))
    return other and token.relation in ("advcl", "nsubj") and verb.pos == "VERB" and not listed


def _parted_object(tree: Tree, token: Token, lexicon: Lexicon) -> Token | None:
    """The verb whose object the parse takes for an apposition to a place: "ont arrêté, à Lyon, | le maire de Rieux"."""
    if token.relation != "appos":
        return None
    place = tree.head(token)
    named = any(one.entity == "PER" for one in tree.dependents(token, "appos", "flat", "nmod"))
    if not (named or _is_person(token, lexicon)) or _is_person(place, lexicon):
        return None
    begin = begins_behind_a_comma(tree, token)
    if begin is None or begin.pos != "DET":
        return None
    circumstance = circumstance_of(tree, place)
    return lacking_its_object(tree, circumstance) if circumstance is not None else None


def _described_object(tree: Tree, token: Token) -> Token | None:
    """The object that a participle of the clause describes: it ends before the comma, and the subject is another."""
    past = token.verb_form == "Part" and token.tense == "Past"
    if not past or token.relation != "advcl" or not tree.follows_comma(token):
        return None
    verb = tree.head(token)
    found, subject = tree.first(verb, "obj"), tree.first(verb, "nsubj")
    if found is None or subject is None or tree.first(token, "aux", "mark") is not None or found.index < verb.index:
        return None
    ends = tree.subtree(found)[-1].index == token.index - 2
    return found if ends and may_agree(token, found) and not may_agree(token, subject) else None


def _is_person(token: Token, lexicon: Lexicon) -> bool:
    return token.entity == "PER" or lexicon.is_noun(token.lemma.lower(), NounClass.PERSON, NounClass.OFFICE)


def _directive(tree: Tree, token: Token) -> Token | None:
    """The verb of ordering or asking that an infinitive completes: "demande | aux compagnies | de réduire"."""
    if token.verb_form != "Inf" or token.relation not in ("acl", "advcl"):
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


def _is_said_behind_an_aside(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """Whether a clause with "que" behind a comma is what a verb says: "a révélé, depuis Lyon, que Rex a menti"."""
    mark, verb = tree.first(token, "mark"), tree.head(token)
    if token.relation != "advcl" or mark is None or mark.text.lower() not in _THAT or token.index < verb.index:
        return False
    says = lexicon.is_verb(verb.lemma, VerbClass.REPORT, VerbClass.ANNOUNCE, VerbClass.OPINION)
    alone = tree.first(verb, "obj", "ccomp", "xcomp") is None and tree.first(token, "nsubj") is not None
    # "a dit le maire, que la loi oblige"
    inverted = any(one.index > verb.index for one in tree.dependents(verb, "nsubj"))
    return says and alone and not inverted and tree.follows_comma(mark)


def _wins(tree: Tree, token: Token) -> bool:
    """Whether "l'" is part of "l'emporter", to win, and not what a torrent carries away."""
    verb = tree.head(token)
    if token.text.lower() not in _ELIDED or token.relation != "obj" or verb.lemma.lower() not in _WIN:
        return False
    doer = tree.first(verb, "nsubj")
    doer = tree.head(verb) if doer is not None and verb.relation == "acl" and doer.pos == "PRON" else doer
    return verb.gender != "Fem" and (doer is None or doer.lemma.lower() not in _FORCES)


def _subject_behind_a_semicolon(tree: Tree, token: Token) -> Token | None:
    """The noun that begins a clause behind a semicolon: "ouvre les églises ; | la centrale, inondée, s'arrête"."""
    finite = token.verb_form == "Fin" or tree.first(token, "aux") is not None
    if not finite or token.relation not in ("conj", "parataxis") or tree.head(token).index > token.index:
        return None
    mark = next((one for one in reversed(tree.tokens[: token.index]) if one.text == ";"), None)
    if mark is None or any(one.index > mark.index for one in tree.dependents(token, "nsubj", "csubj", "expl")):
        return None
    first = tree.tokens[mark.index + 1]
    noun = tree.head(first) if first.pos == "DET" else first
    free = mark.index < noun.index < token.index and noun.pos in ("NOUN", "PROPN") and tree.first(noun, "case") is None
    return noun if free and noun.relation != "nsubj" and token not in tree.subtree(noun) else None


def _subject_of_the_second_clause(tree: Tree, token: Token, lexicon: Lexicon) -> Token | None:
    """The noun that begins the second of two clauses, where the parse joins it to a noun of the first one.

    A clause, or a participle between commas, parts it from its verb: "deux bombes ont visé un poste, et une autre,
    placée dans un bus, | a explosé".
    """
    above = tree.head(token)
    if token.relation != "parataxis" or token.pos != "VERB" or token.index < above.index or above.pos != "VERB":
        return None
    if tree.first(token, "nsubj", "csubj", "expl", "mark") is not None:
        return None
    begin = begins_behind_a_comma(tree, token)
    says = lexicon.is_verb(token.lemma, VerbClass.REPORT, VerbClass.ANNOUNCE) and tree.first(token, "obj") is not None
    if begin is None or says:  # "…, a indiqué un général"
        return None
    for noun in reversed(tree.tokens[above.index + 1 : begin.index]):
        if noun.relation == "conj" and noun.pos in ("NOUN", "PROPN", "PRON") and tree.dependents(noun, "cc"):
            parted = any(one.index > noun.index + 1 for one in tree.dependents(noun, "acl"))
            bare = tree.first(noun, "case") is None and tree.head(noun).pos in ("NOUN", "PROPN")
            near = tree.subtree(noun)[-1].index >= begin.index - 2
            return noun if parted and bare and near else None
    return None
