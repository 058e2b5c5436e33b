"""Coreference of pronouns: each stands for a subject of the sentences before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.events.entities.names import EntityIndex
from timeline.events.lexicon import NounClass, VerbClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words, pattern
from timeline.model import Name, Sentence, Token
from timeline.model.syntax import extent

_PERSONAL = function_words("personal_pronoun")
_DEFINITE_PERSONAL = _PERSONAL - function_words("indefinite_pronoun")
_LOOK_BACK = 6
_FROM_A_PLACE = pattern("origin")


@dataclass(frozen=True, slots=True)
class Referent:
    """A possible antecedent of a pronoun: the head of a noun phrase, its position, and its name if it has one.

    For the main subject of a sentence, `said` is the subject of the clause that it says there, and `also` the other
    subjects and objects that the sentence names, in text order; `people` are all people that it names.
    """

    tree: Tree
    token: Token
    name: Name | None = None
    said: Referent | None = None
    also: tuple[Referent, ...] = ()
    people: tuple[Name, ...] = ()


def is_pronoun(token: Token) -> bool:
    """Whether a token stands for something named elsewhere.

    Returns:
        True for a pronoun, whatever its tag.
    """
    return token.pos == "PRON" or token.text.lower() in _PERSONAL


def is_personal(token: Token) -> bool:
    """Whether a token is a personal pronoun of the third person, other than an indefinite "on".

    Returns:
        True for a form of "il", "elle", also after a hyphen ("a-t-il").
    """
    return token.pos == "PRON" and token.text.lower().strip("-t") in _DEFINITE_PERSONAL


def resolve(tree: Tree, token: Token, before: Sequence[Referent | None], entities: EntityIndex) -> Referent | None:
    """The referent of `token`.

    It is the token itself, the antecedent of a relative pronoun, or a subject of an earlier sentence that agrees.

    Args:
        tree: The tree of the sentence.
        token: A word of the sentence.
        before: The main subject of each sentence before, in text order.
        entities: The canonical names of the article.

    Returns:
        The referent; None if it is unknown.
    """
    if token.pron_type == "Rel" or token.lemma in function_words("relative"):
        return _antecedent(tree, token, before, entities)
    if is_personal(token):
        near = (*_subjects_before(tree, token, entities), *_antecedents_before(tree, token, before, entities))
        return next((referent for referent in near if agrees(token, referent)), None)
    if token.pos == "PRON":  # "celle-ci" is none of the subjects before, and who "elle" behind it is
        return Referent(tree, token) if token.text.lower() in function_words("latter_pronoun") else None
    return Referent(tree, token, name_of(tree, token, entities) or recalled(tree, token, entities))


def _antecedents_before(
    tree: Tree, pronoun: Token, before: Sequence[Referent | None], entities: EntityIndex
) -> Iterator[Referent]:
    """Possible antecedents in the sentences before, likeliest first: the last main subject, then the other names.

    If the pronoun is the subject of a verb of saying, the earlier speaker comes first; otherwise the subject of what
    was said does: "La Nasa a confirmé que la sonde est intacte. Elle va …".
    """
    speaks = entities.lexicon.is_verb(tree.head(pronoun).lemma, VerbClass.REPORT, VerbClass.ANNOUNCE, VerbClass.OPINION)
    for main in reversed(before[-_LOOK_BACK:]):
        if main is not None:
            reported = (main.said,) if main.said else ()
            yield from (main, *reported, *main.also) if speaks else (*reported, main, *main.also)


def recalled(tree: Tree, token: Token, entities: EntityIndex) -> Name | None:
    """The name that a bare definite noun stands for: "la sonde", but not "le Premier ministre".

    Args:
        tree: The tree of the sentence.
        token: The noun, a token of `tree`.
        entities: The names of the article, with the nouns that it uses beside them.

    Returns:
        The name; None where a complement identifies the noun, or where the article uses it beside no name.
    """
    name = entities.definite_descriptions.get(token.lemma.lower())
    if name is None or token.entity or not is_definite_singular(tree, token):
        return None
    return None if is_identified(tree, token) or tree.tokens[token.index - 1].pos != "DET" else name


def is_identified(tree: Tree, token: Token) -> bool:
    """Whether a complement identifies a noun; an age, a number, an origin or "ancien" does not.

    Returns:
        True where a complement, an adjective or an apposition identifies it.
    """
    beside = tree.dependents(token, "nmod", "amod", "appos", "acl")
    if any(child.lemma == "ancien" for child in beside):
        return False
    return any(not _is_number(tree, child) and not _is_origin(child) for child in beside)


def is_of_a_place(word: str) -> bool:
    """Whether a word gives a person's origin, by its ending: "sochalien", "Breton".

    Returns:
        True for such an ending.
    """
    return bool(_FROM_A_PLACE.search(word))


def _is_number(tree: Tree, token: Token) -> bool:
    return token.lemma == "an" or any(child.pos == "NUM" for child in tree.dependents(token))


def _is_origin(token: Token) -> bool:
    return token.pos == "ADJ" and (is_of_a_place(token.text) or token.lemma == "jeune")


def is_definite_singular(tree: Tree, token: Token) -> bool:
    """Whether a singular noun has "le", "la", "ce" or "cette" before it, so that it was mentioned before.

    Returns:
        False for a plural.
    """
    known = any(child.lemma in function_words("known_determiner") for child in tree.dependents(token, "det"))
    return known and not token.is_plural


def _subjects_before(tree: Tree, pronoun: Token, entities: EntityIndex) -> tuple[Referent, ...]:
    """The subjects of the sentence's clauses before the pronoun, nearest first."""
    if opens_with_a_participle(tree, pronoun):
        return ()
    subjects = (token for token in reversed(tree.tokens[: pronoun.index]) if token.dep.startswith("nsubj"))
    earlier = (token for token in subjects if token.head != pronoun.head)
    return tuple(
        Referent(tree, token, name_of(tree, token, entities)) for token in earlier if token.pos in ("NOUN", "PROPN")
    )


def opens_with_a_participle(tree: Tree, pronoun: Token) -> bool:
    """Whether the sentence opens with what a pronoun's referent is: "Proclamé roi, après que X eut …, il …".

    Returns:
        True for a past participle as the first word, below the verb of the pronoun.
    """
    first = tree.tokens[0]
    tied = first.relation in ("advcl", "acl", "amod") and first.head in (pronoun.head, pronoun.index)
    return tied and first.verb_form == "Part" and first.tense == "Past" and first.head != first.index


def _antecedent(
    tree: Tree, relative: Token, before: Sequence[Referent | None], entities: EntityIndex
) -> Referent | None:
    for above in tree.ancestors(relative):
        if above.dep in ("acl:relcl", "acl") and above.head != above.index:  # "une loi datant de 2015 et qui …"
            governor = tree.head(above)
            if governor.pos != "VERB":
                return resolve(tree, governor, before, entities)
    nouns = (token for token in reversed(tree.tokens[: relative.index]) if token.pos in ("NOUN", "PROPN"))
    nearest = next(nouns, None)
    return resolve(tree, nearest, before, entities) if nearest is not None else None


def agrees(pronoun: Token, referent: Referent) -> bool:
    """Whether the gender and number of a pronoun are compatible with a referent; unknown values are.

    Args:
        pronoun: The pronoun.
        referent: The noun or name that it may stand for.

    Returns:
        False where one of the two is known to differ.
    """
    form = pronoun.text.lower().strip("-t")
    plural = form in function_words("plural_pronoun")
    number = referent.token.number or ("Plur" if _of_about(referent) else "")
    coordinated = referent.tree.has(referent.token, "conj")
    several = number == "Plur" or coordinated or (plural and _counts_many(referent))
    person = referent.name is not None and referent.name.label == "PER"
    described = person and bool(number) and referent.token.pos == "NOUN"  # "les deux otages, X et Y, …"
    if number and (referent.name is None or described) and several != plural:
        return False
    if person and not described and plural != coordinated:
        return False
    gender = _gender_of_many(referent) if plural and number == "Sing" else _gender(referent)
    masculine, feminine = form in function_words("masculine_pronoun"), form in function_words("feminine_pronoun")
    wanted = "Masc" if masculine else "Fem" if feminine else ""
    if not gender or not wanted or (referent.token.pos == "PROPN" and referent.name is not None):
        return True
    return gender == wanted


def _gender(referent: Referent) -> str:
    """The gender of a noun, of several the masculine if one of them has it: "la gauche et le RN"."""
    tree, token = referent.tree, next(iter(_of_about(referent)), referent.token)
    for one in tree.dependents(token, "conj"):
        if any(word.gender == "Masc" for word in (one, *tree.dependents(one, "det"))):
            return "Masc"
    return token.gender


def _counts_many(referent: Referent) -> bool:
    """Whether a singular noun stands for several: "une soixantaine d'habitants"."""
    return bool(_counted(referent))


def _gender_of_many(referent: Referent) -> str:
    """The gender of those whom a singular noun counts: masculine for "une centaine de jeunes", not "leur présence"."""
    new = referent.tree.is_indefinite(referent.token)
    bare = [one for one in _counted(referent) if one.pos == "NOUN" and not referent.tree.has(one, "det")]
    return bare[0].gender if new and bare else _gender(referent)


def _of_about(referent: Referent) -> list[Token]:
    """Those whom a number is about: "près de 400 volontaires", where the parse has an adverb as the head."""
    below = referent.tree.dependents(referent.token, "obl", "nmod") if referent.token.pos == "ADV" else ()
    return [word for word in below if word.is_plural]


def _counted(referent: Referent) -> list[Token]:
    complements = referent.tree.dependents(referent.token, "nmod")
    return [word for word in complements if word.is_plural]


def name_of(tree: Tree, token: Token, entities: EntityIndex) -> Name | None:
    """The name that contains the head of a noun phrase, or that stands beside it ("le président Obama").

    Args:
        tree: The tree of the sentence.
        token: The head of the noun phrase, a token of `tree`.
        entities: The names of the article.

    Returns:
        The name, that of a person where there are several; None without one.
    """
    return tree.remembered(("name of", token.index), entities, lambda: _name_of(tree, token, entities))


def _name_of(tree: Tree, token: Token, entities: EntityIndex) -> Name | None:
    near = (token, *tree.dependents(token, "flat", "appos", "nmod"))
    person = _entity_name(tree.sentence, token, entities)
    if person is not None and not _is_an_inhabitant(tree, token, person):
        return person
    beside = (_entity_name(tree.sentence, other, entities) for other in near[1:] if not tree.has(other, "case"))
    named = [name for name in beside if name is not None and name.label != "LOC"]
    if named:
        return min(named, key=lambda name: name.label != "PER")
    return _person_after(tree, token, entities) or _missed(tree, token)


def _is_an_inhabitant(tree: Tree, token: Token, name: Name) -> bool:
    """Whether a word says where somebody is from, and is no family name: "ce Belfortain de 27 ans"."""
    return (
        name.label == "PER"
        and token.pos == "NOUN"
        and " " not in name.canonical
        and is_of_a_place(token.text)
        and tree.has(token, "det")
    )


def _missed(tree: Tree, token: Token) -> Name | None:
    """A proper noun of several words that the NER did not find: "Kito de Pavant"."""
    if token.pos != "PROPN" or token.entity or not token.text[:1].isupper():
        return None
    words = [token]
    for other in tree.tokens[token.index + 1 :]:
        if other.entity or not (other.pos == "PROPN" or other.text in function_words("name_link")):
            break
        words.append(other)
    while words and words[-1].pos != "PROPN":
        words.pop()
    text = "".join(
        f"{'' if index == 0 or words[index - 1].end == word.start else ' '}{word.text}"
        for index, word in enumerate(words)
    )
    capitals = [piece for word in words for piece in word.text.split("-") if piece[:1].isupper()]
    return Name(text, text, extent(words), "MISC") if len(capitals) > 1 else None


_OFFICE_WORDS = 6


def _person_after(tree: Tree, token: Token, entities: EntityIndex) -> Name | None:
    """The person's name after an office with no comma between them: "le président des États-Unis Donald Trump"."""
    if not entities.lexicon.is_noun(token.lemma.lower(), NounClass.OFFICE):
        return None
    for other in tree.tokens[token.index + 1 : token.index + 1 + _OFFICE_WORDS]:
        if other.pos in ("VERB", "AUX", "PUNCT", "CCONJ", "PRON"):
            return None
        if other.entity == "PER":  # the spokesman "de Silvio Berlusconi" is another
            is_led = tree.tokens[other.index - 1].pos in ("ADP", "DET")
            return None if is_led else _entity_name(tree.sentence, other, entities)
    return None


def _entity_name(sentence: Sentence, token: Token, entities: EntityIndex) -> Name | None:
    found = (e for e in sentence.entities if e.span.start <= token.start and token.end <= e.span.end)
    return next((entities.name(entity) for entity in found), None)
