"""What is said: words between quotation marks, and who says them."""

from __future__ import annotations

from timeline.events.detection.predicates import Form, Predicate
from timeline.events.entities.speakers import is_in_quotes, quotation_marks
from timeline.events.headline.base.quoted import quotations
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.tree import Tree
from timeline.model import Token

_QUOTES, _QUOTED = ("«", "»"), 6
_STRAIGHT = '"'
_CLOSES = ("»", "”", _STRAIGHT)


def is_said(context: HeadlineContext, tree: Tree, token: Token) -> bool:
    """Whether a word is quoted, also where the quotation began in a sentence before."""
    mark = next((one for one in tree.tokens if one.text in _QUOTES), None)
    if is_in_quotes(tree, token) or mark is None or mark.text != _QUOTES[1] or token.index > mark.index:
        return is_in_quotes(tree, token)
    marks = [
        one.text for before in context.trees_before(tree)[-_QUOTED:] for one in before.tokens if one.text in _QUOTES
    ]
    return bool(marks) and marks[-1] == _QUOTES[0]


def is_spoken_of(context: HeadlineContext, tree: Tree, name: str) -> bool:
    """Whether the sentence before is a quotation that names a person, so that another one speaks and goes on."""
    last = context.tree_before(tree)
    if last is None:
        return False
    own = [word for one in context.names(last, "PER") if one.canonical == name for word in last.within(one.span)]
    return bool(own) and all(is_in_quotes(last, word) for word in own)


def speaker_of(tree: Tree) -> str:
    """The last word of the name or noun behind the verb that follows a quotation: "… », a déclaré François", or ""."""
    closing = [one.index for one in tree.tokens if one.text in _CLOSES]
    if not closing:
        return ""
    behind = tree.tokens[closing[-1] + 1 :]
    verb = next((place for place, one in enumerate(behind) if one.pos == "VERB"), None)
    if verb is None or any(one.pos in ("NOUN", "PROPN", "PRON") for one in behind[:verb]):
        return ""
    speaker: list[Token] = []
    for one in behind[verb + 1 :]:
        if one.pos in ("PROPN", "NOUN"):
            speaker.append(one)
        elif speaker or one.pos not in ("DET", "ADJ"):
            break
    return speaker[-1].text if speaker else ""


def is_what_is_said(tree: Tree, predicate: Predicate, noun: Token) -> bool:
    """Whether it is a quotation before its verb: "« Une provocation », a dénoncé le député"."""
    quoted = next((one for one in quotations(tree) if noun.index in one), None)
    if quoted is None or predicate.token.index in quoted or noun.index > predicate.token.index:
        return False
    between = tree.tokens[max(quoted) + 1 : min(predicate.parts)]
    return any(one.text == "," for one in between) and all(one.pos == "PUNCT" for one in between)


def is_how_it_is_known(context: HeadlineContext, tree: Tree, predicate: Predicate) -> bool:
    """Whether a clause behind what it is about tells from whom the press has it: "…, a appris l'AFP de source sûre"."""
    first, last = min(predicate.parts), max(predicate.parts)
    learnt = context.words.has("learning", predicate.token.lemma.lower()) and not predicate.passive
    if not learnt or not first or tree.tokens[first - 1].text != ",":
        return False
    hidden = timex_tokens(context, tree)
    behind = (one for one in tree.tokens[last + 1 :] if one.index not in hidden and one.pos not in ("DET", "ADV"))
    following = next(behind, None)
    return following is not None and following.pos == "PROPN"


def follows_its_quotation(tree: Tree, predicate: Predicate) -> bool:
    """Whether a verb tells who says the quotation before it: "« Non », a-t-elle lancé d'une voix à peine audible"."""
    first = min(predicate.parts)
    closing = [index for index, opens in quotation_marks(tree) if not opens and index < first]
    between = tree.tokens[closing[-1] + 1 : first] if closing else ()
    behind = tree.tokens[first + 1 : first + 2]
    inverted = predicate.form is Form.FINITE and any(one.text.startswith("-") for one in behind)
    return inverted and bool(between) and all(one.text == "," for one in between)
