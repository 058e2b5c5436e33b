"""Complements of a headline that can be read alone: people's names in full, "cette loi" as "la loi"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from timeline.events.headline import phrases
from timeline.events.headline.base.gate import LONGEST
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.wording.descriptions import fuller
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words
from timeline.model import Token

_ROLES = ("obj", "obl", "iobj", "nsubj")
_GENITIVE = function_words("genitive_form")


def readable_alone(context: HeadlineContext, tree: Tree, words: Sequence[Token], subject: str) -> dict[int, str]:
    """The words that a headline changes in its complements.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        words: The kept words, in text order.
        subject: The wording of the headline's subject: a person named there is not named in full again.

    Returns:
        New words by index; "" removes one.
    """
    shown = {token.index for token in words}
    names = _full_names(context, tree, shown, subject)
    return without_pointing(context, tree, words) | names | _completed(context, tree, words, subject)


def _completed(context: HeadlineContext, tree: Tree, words: Sequence[Token], subject: str) -> dict[int, str]:
    """The last word with its complement from an earlier sentence: "revendique l'attaque (de Jakarta)"."""
    last = next((word for word in reversed(words) if word.pos != "PUNCT"), None)
    if last is None or last.relation not in ("obj", "obl", "nmod"):
        return {}
    behind = fuller(context, tree, last)
    sentence_text = f"{subject} {' '.join(word.text for word in words)}".lower()
    new = [word for word in behind.lower().split() if len(word) > 3]  # "(le groupe) Renault" is not said twice
    if not behind or any(word in sentence_text for word in new) or len(sentence_text) + len(behind) > LONGEST:
        return {}
    return {last.index: f"{last.text} {behind}"}


def without_pointing(context: HeadlineContext, tree: Tree, words: Sequence[Token]) -> dict[int, str]:
    """Articles for the demonstratives among the kept words, by index; "" if one merges into its preposition.

    "Ce dernier" stays: "le dernier" would be another one.
    """
    shown = {token.index for token in words}
    found: dict[int, str] = {}
    for token in words:
        if token.pos != "DET" or not context.words.has("demonstratives", token.text.lower()):
            continue
        after = tree.tokens[token.index + 1].text.lower() if token.index + 1 < len(tree.tokens) else ""
        if not context.words.has("latter", after):
            found |= _article(context, tree, token, shown)
    return found


def _article(context: HeadlineContext, tree: Tree, demonstrative: Token, shown: set[int]) -> dict[int, str]:
    """ "Cette loi" is "la loi", "de ce projet" "du projet"."""
    article = phrases.article(context, tree, demonstrative)
    before = tree.tokens[demonstrative.index - 1] if demonstrative.index - 1 in shown else None
    merged = context.words.merged(before.text.lower(), article) if before is not None and before.pos == "ADP" else ""
    if before is None or not merged:
        return {demonstrative.index: article}
    return {before.index: merged if before.text.islower() else merged.capitalize(), demonstrative.index: ""}


def courteous(context: HeadlineContext, tree: Tree, title: Token) -> str:
    """The full name for a family name behind a courtesy title: "M. Schultz" is "Howard Schultz"; "" for none.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        title: The word that may be the courtesy title.
    """
    if not context.words.has("courtesy", title.lemma.lower()) or title.index + 1 >= len(tree.tokens):
        return ""
    start = tree.tokens[title.index + 1].start
    name = next((one for one in context.names(tree, "PER") if one.span.start == start), None)
    return name.canonical if name is not None and name.canonical.endswith(f" {name.surface}") else ""


def _full_names(context: HeadlineContext, tree: Tree, shown: set[int], subject: str) -> dict[int, str]:
    """The full names for family names alone: "son soutien à May" is "… à Theresa May"."""
    found: dict[int, str] = {}
    for name in context.names(tree, "PER"):
        tokens = tree.within(name.span)
        alone = len(tokens) == 1 and tokens[0].index in shown and tokens[0].pos == "PROPN"
        alone = alone and (tokens[0].relation in _ROLES or _is_of_person(context, tree, tokens[0], name.canonical))
        longer = name.canonical.endswith(f" {name.surface}") and name.canonical not in subject
        if alone and longer and not _is_named_before(tree, tokens[0]) and name.canonical not in found.values():
            found[tokens[0].index] = name.canonical
    for title in (tree.tokens[index] for index in shown):
        name_ = courteous(context, tree, title) if title.pos == "NOUN" else ""
        if name_ and name_ not in subject and title.index + 1 in shown and name_ not in found.values():
            found |= {title.index: "", title.index + 1: name_} | _elided_before(context, tree, title, name_, shown)
    return found


def _elided_before(
    context: HeadlineContext, tree: Tree, title: Token, name: str, shown: Collection[int]
) -> dict[int, str]:
    """The word before a title that is elided before the name: "de M. Macron" is "d'Emmanuel Macron"."""
    before = tree.previous(title)
    if before is None or before.index not in shown:
        return {}
    short = context.conjugation.shortened(before.text)
    vowel = context.conjugation.elides(name) and not context.words.has("full_before_name", name[:2].lower())
    return {before.index: short} if short and vowel else {}


def _is_of_person(context: HeadlineContext, tree: Tree, name: Token, full: str) -> bool:
    """Whether something is a person's: "les politiques de Trump"; "le boson de Higgs" is not."""
    case, above = tree.first(name, "case"), tree.head(name)
    led = case is not None and case.index == name.index - 1 and case.text.lower() in _GENITIVE
    named = (
        above.pos == "NOUN" and not above.entity and not context.words.has("named_after_people", above.lemma.lower())
    )
    elided = context.words.has("full_before_name", full[0].lower())  # "d'Ohsumi", but "de Yoshinori Ohsumi"
    return name.relation == "nmod" and led and named and not elided


def _is_named_before(tree: Tree, token: Token) -> bool:
    """Whether the word before is part of the name or a title that it needs: "Mme May", "les Kennedy"."""
    before = tree.previous(token)
    titled = before is not None and before.pos == "NOUN" and before.text[:1].isupper()
    return before is not None and (titled or before.pos in ("PROPN", "DET", "X") or before.text.endswith((".", "-")))
