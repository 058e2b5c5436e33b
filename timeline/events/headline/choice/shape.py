"""What a draft keeps and leaves out of its sentence, as features that show whether the line can be printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.events.detection.predicates import Form, Predicate, Tense, is_reflexive
from timeline.events.headline.base import valency
from timeline.events.headline.base.types import Draft, Subject
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_ARGUMENTS = ("obj", "obl", "xcomp", "ccomp", "iobj", "advmod", "advcl", "conj")
_BELOW = ("nmod", "amod", "acl", "appos", "conj", "obl", "nummod", "obj", "case")
_POS = (
    "NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "ADP", "DET", "PRON", "AUX", "PUNCT", "CCONJ", "SCONJ", "X", "SYM",
    "INTJ",
)  # fmt: skip
_FORMS, _TENSES = tuple(Form), tuple(Tense)
_RELATIONS = ("root", "nsubj", "conj", "ccomp", "xcomp", "advcl", "acl", "parataxis", "obj", "obl", "nmod", "appos")
_ANY_RELATION = (*_RELATIONS, *_BELOW)
_LOST = {name: f"lost {name}" for name in _BELOW}
_KEPT_OR_LOST = {name: (f"v kept {name}", f"v lost {name}") for name in _ARGUMENTS}
_KNOWN = function_words("known_determiner")
_DEMONSTRATIVE, _BEING = function_words("demonstrative_determiner"), function_words("auxiliary_of_being")
_ARTICLE, _INDEFINITE = function_words("definite_beginning"), function_words("indefinite_beginning")
_FAR = 12.0
_FEW = 3


def shape(draft: Draft, context: HeadlineContext, tree: Tree) -> dict[str, float]:
    """The features by name.

    Args:
        draft: A draft; one that is not part of the sentence (the article's own headline) has few features.
        context: The inputs of headline writing.
        tree: The tree of the sentence.

    Returns:
        Counts and codes; a code is -1 where the feature does not apply.
    """
    shown = {token.index for token in draft.words}
    hidden = timex_tokens(context, tree)
    key = "shape", tuple([token.index for token in draft.words])  # many drafts differ in their subjects alone
    found = {**tree.remembered(key, context.timexes, lambda: _of_words(draft.words, context, tree, shown, hidden))}
    found["n subject"] = _need_of_subject(draft.subject, context.model.valency) if draft.subject is not None else 0.0
    if draft.predicate is not None:
        found |= _of_the_verb(draft.predicate, context, tree, shown, hidden)
        found |= _of_the_subject(draft.subject, draft.predicate, tree)
        found |= _of_the_antecedent(draft.predicate, tree)
        if draft.subject is not None and draft.subject.resolved:
            found |= _of_the_referent(draft.subject, draft.predicate, context, tree)
    return found


def _of_the_antecedent(predicate: Predicate, tree: Tree) -> dict[str, float]:
    """Whether the verb restricts its antecedent: "les pays qui quittent la liste", "le groupe racheté"."""
    top = predicate.top
    if top.relation != "acl" or top.head == top.index:
        return {"a below": 0.0}
    above = tree.head(top)
    between = tree.between(above, top)
    definite = any(det.lemma.lower() in _KNOWN for det in tree.dependents(above, "det"))
    return {
        "a below": 1.0,
        "a comma": float(any(token.text in (",", "(", "–", "-") for token in between)),
        "a near": float(len(between)),
        "a definite": float(definite),
        "a plural": float(above.is_plural),
        "a name": float(bool(above.entity)),
        "a governed": float(tree.has(above, "case")),
    }


def _of_the_referent(subject: Subject, predicate: Predicate, context: HeadlineContext, tree: Tree) -> dict[str, float]:
    """How safely a pronoun is resolved: where its referent stands, and what else it may mean."""
    head, before = subject.head, context.trees_before(tree)
    place = next((n for n, one in enumerate(reversed(before), 1) if head is not None and one.holds(head)), 0)
    near = [*before[len(before) - max(place, 1) :], tree]
    people = {name.canonical for one in near for name in context.names(one, "PER")} - {subject.text}
    main = context.before[-1] if context.before else None
    return {
        "r back": float(place if head is not None else -1),
        "r main": float(main is not None and main.token is head),
        "r rivals": float(len(people)),
        "r title": float(subject.text.split()[-1] in context.context.article.title),
        "r subject": float(head is not None and head.relation == "nsubj"),
        "r noun": float(head is not None and head.pos == "NOUN"),
        "r entity": _code(head.entity, ("PER", "ORG", "LOC", "MISC")) if head is not None else -1.0,
        "r first": float(predicate.top.index - min((t.index for t in tree.tokens if t.pos == "PRON"), default=0)),
    }


def _of_needs(
    words: Sequence[Token], needs: valency.Valency, tree: Tree, shown: set[int], hidden: frozenset[int]
) -> dict[str, float]:
    """How much the kept words need the complements that they lost, or that the sentence does not give them."""
    lost, cased, bare, last = 0.0, 0.0, 0.0, 0.0
    for word in words:
        if word.pos not in ("NOUN", "VERB") or word.entity:
            continue
        given = [(child, case) for child, case in valency.complements(tree, word) if child.index not in hidden]
        kept = [child for child, _ in given if child.index in shown]
        need = needs.rate(word)
        if given and not kept:
            lost = max(lost, need)
            last = need
        gone = [case for child, case in given if child.index not in shown]
        cased = max([cased, *(needs.rate(word, case or "-") for case in gone)])
        if not given and word.pos == "NOUN" and _is_bare(tree, word, shown):
            bare = max(bare, need)
    return {"n lost": lost, "n case": cased, "n bare": bare, "n last": last}


def _need_of_subject(subject: Subject, needs: valency.Valency) -> float:
    """How often the subject's noun has a complement, if the headline gives it none."""
    short = subject.head is not None and subject.head.pos == "NOUN" and len(subject.text.split()) < _FEW
    return needs.rate(subject.head) if short and subject.head is not None else 0.0


def _code(value: object, among: tuple[object, ...]) -> float:
    return float(among.index(value)) if value in among else -1.0


def _of_the_sentence(tree: Tree) -> dict[str, float]:
    tokens = tree.tokens
    return {
        "s tokens": float(len(tokens)),
        "s verbs": float(sum(token.verb_form == "Fin" for token in tokens)),
        "s commas": float(sum(token.text == "," for token in tokens)),
        "s marks": float(sum(token.text in ("«", "»", "(", ")", ":", ";", "–") for token in tokens)),
    }


def _of_words(
    words: Sequence[Token], context: HeadlineContext, tree: Tree, shown: set[int], hidden: frozenset[int]
) -> dict[str, float]:
    """The features of the kept words, whatever the subject and the verb group."""
    plain = [word for word in words if word.pos != "PUNCT"]
    sorts, kept = tree.remembered("sorts", None, lambda: _Sorts.of(tree)), {word.index for word in plain}
    last = plain[-1] if plain else None
    tags = [word.pos for word in plain]
    features = [word.features for word in plain if word.features]
    forms = [one.get("VerbForm") for one in features]
    reflexive = sum([word.pos == "PRON" and word.is_reflexive for word in plain])
    found = {
        "w n": float(len(plain)),
        "w gaps": float(sum([one.index + 1 != two.index for one, two in pairwise(words)])),
        "w verbs": float(forms.count("Fin")),
        "w participles": float(forms.count("Part")),
        "w infinitives": float(forms.count("Inf")),
        "w relatives": float(sum([one.get("PronType") == "Rel" for one in features])),
        "w clauses": float(tags.count("SCONJ")),
        "w pronouns": float(tags.count("PRON") - reflexive),
        "w possessives": float(sum([one.get("Poss") == "Yes" for one in features])),
        "w pointing": float(sum([word.lemma in _DEMONSTRATIVE for word in plain])),
        "w bare": float(sum([_is_bare(tree, tree.tokens[index], shown) for index in kept & sorts.nouns])),
        "w names": float(len(kept & sorts.named)),
        "w cut names": float(_cut_names(tree, shown)),
        "w last": _code(last.pos, _POS) if last else -1.0,
        "w last relation": _code(last.relation, _ANY_RELATION) if last else -1.0,
        "w adverbs": float(tags.count("ADV")),
        "w joined": float(tags.count("CCONJ")),
        "w last infinitive": float(last is not None and last.verb_form == "Inf"),
        "w bare verbs": float(sum([_is_bare_verb(tree, tree.tokens[index], shown) for index in kept & sorts.verbs])),
        "w half lists": float(sum([_is_half_list(tree, tree.tokens[index], shown) for index in kept & sorts.lists])),
        "p open": float(len(kept & sorts.anaphoric)),
        "p first": float(_points_before_any_noun(tree, plain)),
        "w longest": float(max([len(word.text) for word in plain], default=0)),
    }
    found |= _of_lost(tree, plain, shown, hidden)
    found |= tree.remembered("shape", None, lambda: _of_the_sentence(tree))
    return found | _of_needs(words, context.model.valency, tree, shown, hidden)


def _of_lost(tree: Tree, plain: list[Token], shown: set[int], hidden: frozenset[int]) -> dict[str, float]:
    """The features of the words that are not kept beside one that is."""
    lost = list(_lost(tree, plain, shown, hidden))
    relations = [token.relation for token in lost]
    found = {key: float(relations.count(name)) for name, key in _LOST.items()}
    found["lost near"] = float(sum([token.head + 1 >= tree.subtree(token)[0].index > token.head for token in lost]))
    found["lost dates"] = float(sum([tree.tokens[index].head in shown for index in hidden]))
    return found


@dataclass(frozen=True, slots=True)
class _Sorts:
    """The words of a sentence, by index, that some features are about, whichever words a draft keeps."""

    nouns: frozenset[int]
    named: frozenset[int]
    verbs: frozenset[int]
    lists: frozenset[int]
    anaphoric: frozenset[int]

    @classmethod
    def of(cls, tree: Tree) -> _Sorts:
        """The sorts of a sentence."""
        tokens = tree.tokens
        return cls(
            frozenset(token.index for token in tokens if token.pos == "NOUN" and not token.entity),
            frozenset(token.index for token in tokens if token.entity),
            frozenset(token.index for token in tokens if token.verb_form in ("Inf", "Part")),
            frozenset(token.index for token in tokens if tree.has(token, "conj")),
            frozenset(token.index for token in tokens if _points_back(token)),
        )


def _lost(tree: Tree, plain: list[Token], shown: set[int], hidden: frozenset[int]) -> Iterator[Token]:
    """The removed words that depend on a kept word, except dates."""
    for word in plain:
        for child in tree.dependents(word):
            if child.index not in shown and child.index not in hidden and child.pos != "PUNCT":
                yield child


def _points_back(word: Token) -> bool:
    """Whether the word is anaphoric: "il", "sa", "cette", "ce dernier"."""
    possessive = word.pos == "DET" and word.is_possessive
    personal = word.pos == "PRON" and word.pron_type in ("Prs", "Dem")
    personal = personal and word.relation != "expl" and not word.is_reflexive
    return possessive or personal or word.lemma.lower() in _DEMONSTRATIVE


def _points_before_any_noun(tree: Tree, plain: list[Token]) -> bool:
    """Whether an anaphoric word comes before all nouns and names that it might mean."""
    for word in plain:
        if word.pos in ("NOUN", "PROPN") and not any(_points_back(det) for det in tree.dependents(word, "det")):
            return False
        if _points_back(word):
            return True
    return False


def _is_bare_verb(tree: Tree, word: Token, shown: set[int]) -> bool:
    """Whether an infinitive or participle lost all that came after it."""
    if word.verb_form not in ("Inf", "Part"):
        return False
    after = [child for child in tree.dependents(word) if child.index > word.index and child.pos != "PUNCT"]
    return bool(after) and not any(child.index in shown for child in after)


def _is_half_list(tree: Tree, word: Token, shown: set[int]) -> bool:
    """Whether only some of the words that are coordinated with it are kept."""
    joined = [child.index in shown for child in tree.dependents(word, "conj")]
    return any(joined) and not all(joined)


def _is_bare(tree: Tree, word: Token, shown: set[int]) -> bool:
    """Whether a common noun is definite and has no complement."""
    if word.entity or not tree.is_definite(word):
        return False
    return not any(child.index in shown for child in tree.dependents(word, "nmod", "amod", "acl", "appos"))


def _cut_names(tree: Tree, shown: set[int]) -> int:
    cut = 0
    for entity in tree.sentence.entities:
        inside = [token.index in shown for token in tree.within(entity.span) if token.pos != "PUNCT"]
        cut += any(inside) and not all(inside)
    return cut


def _of_the_verb(
    predicate: Predicate, context: HeadlineContext, tree: Tree, shown: set[int], hidden: frozenset[int]
) -> dict[str, float]:
    verb = predicate.token
    below = [child for part in predicate.heads for child in tree.dependents(part) if child.index not in predicate.parts]
    found = {
        "v form": _code(predicate.form, _FORMS),
        "v tense": _code(predicate.tense, _TENSES),
        "v relation": _code(predicate.top.relation, _RELATIONS),
        "v passive": float(predicate.passive),
        "v negated": float(predicate.negated),
        "v reflexive": float(is_reflexive(tree, verb)),
        "v governors": float(len(predicate.governors)),
        "v lent": float(bool(predicate.shared_auxiliaries)),
        "v parts": float(len(predicate.parts)),
        "v noun": float(verb.pos not in ("VERB", "AUX")),
        "v lacks": float(context.model.valency.lacks(tree, predicate, shown, hidden)),
        "v helper": float(any(tree.tokens[index].lemma in _BEING for index in predicate.parts)),
    }
    kept = [child.relation for child in below if child.index in shown and child.index not in hidden]
    lost = [child.relation for child in below if child.index not in shown and child.index not in hidden]
    for name, (of_kept, of_lost) in _KEPT_OR_LOST.items():
        found[of_kept], found[of_lost] = float(kept.count(name)), float(lost.count(name))
    last = max(predicate.parts)
    after = [child for child in below if child.index > last and child.pos != "PUNCT"]
    first = min(after, key=lambda child: tree.subtree(child)[0].index, default=None)
    found["v first lost"] = 0.0 if first is None else float(first.index not in shown) + (first.index in hidden)
    found["v alone"] = float(not any(child.index in shown for child in after))
    found["v bound"] = float(sum(context.model.valency.binds(tree, predicate, one) for one in after))
    return found


def _of_the_subject(subject: Subject | None, predicate: Predicate, tree: Tree) -> dict[str, float]:
    head = subject.head if subject is not None else None
    if subject is None or head is None:
        return {"u none": 1.0}
    in_sentence = tree.holds(head)
    number = predicate.top.number
    return {
        "u none": 0.0,
        "u here": float(in_sentence),
        "u relation": _code(head.relation, _ANY_RELATION),
        "u pos": _code(head.pos, _POS),
        "u of verb": float(in_sentence and head.head in predicate.parts | {predicate.top.index}),
        "u distance": min(_FAR, float(predicate.top.index - head.index)) if in_sentence else _FAR,
        "u plural": -1.0 if subject.plural is None else float(subject.plural),
        "u agrees": -1.0 if subject.plural is None or not number else float(subject.plural == (number == "Plur")),
        "u gender": -1.0 if not subject.gender else float(subject.gender == "Fem"),
        "u case": float(in_sentence and tree.has(head, "case")),
        "u article": float(subject.text[:3].lower() in _ARTICLE),
        "u indefinite": float(subject.text[:3].lower() in _INDEFINITE),
        "u words": float(len(subject.text.split())),
        "u comma": float("," in subject.text),
        "u lower": float(subject.text[:1].islower()),
    }
