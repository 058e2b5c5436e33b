"""The sentence in its own words, for mentions whose clause no draft renders well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.events.detection.mentions import Mention
from timeline.events.detection.subjects import subject
from timeline.events.entities.coreference import is_personal
from timeline.events.entities.speakers import speaker
from timeline.events.headline import phrases, quotation
from timeline.events.headline.base.gate import LONGEST, LONGEST_SENTENCE, RULES, broken
from timeline.events.headline.base.types import Draft, Subject
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.realisation import tidy
from timeline.events.headline.timex_tokens import timex_tokens
from timeline.events.headline.wording.borders import end_at_a_border
from timeline.events.headline.wording.subjects import options
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words, pattern
from timeline.model import Token

_ORDINAL = pattern("parted_ordinal")
_DEMONSTRATIVE = function_words("demonstrative_determiner")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
SAYING, SENTENCE = "saying", "sentence"
"""The kinds of these drafts: speaker and quotation, the whole sentence."""


def numbered(text: str) -> str:
    """The text with ordinals in one word: "2 e" is "2e"."""
    return _ORDINAL.sub(r"\1\2 ", text)


def plain_sentence(context: HeadlineContext, tree: Tree) -> str:
    """The sentence without what stands in brackets, and without what introduces it.

    That is a date, a connective, or "Rappelons que".
    """
    return tree.remembered("plain sentence", context.timexes, lambda: _plain_sentence(context, tree))


def plain_beginning(context: HeadlineContext, mention: Mention) -> str:
    """The same of a sentence that is too long for a line, up to where it may end; nothing that it needs is left out.

    Args:
        context: The inputs of headline writing.
        mention: The mention; its word is not behind the end.
    """
    whole = plain_sentence(context, mention.tree)
    if len(whole) <= LONGEST_SENTENCE:
        return whole
    end = end_at_a_border(context, mention, LONGEST_SENTENCE)
    return _plain_sentence(context, mention.tree, end)


def _plain_sentence(context: HeadlineContext, tree: Tree, end: int | None = None) -> str:
    text = numbered(phrases.as_written(context, tree, end))
    return tidy(context.words.opening.sub("", _BRACKETS.sub("", text))) or text


def as_spoken(context: HeadlineContext, line: str) -> str:
    """A sentence in the first person between quotation marks: it is somebody's, whoever says it."""
    marked = any(mark in line for mark in '«»“”"')
    return f"« {line} »" if not marked and context.words.spoken.search(line) else line


def sentence_drafts(context: HeadlineContext, mention: Mention) -> Iterator[Draft]:
    """The sentence and its quotation as drafts that pass the gate, the length aside.

    Yields:
        Drafts of the kinds "sentence" and "saying". A name stands for the first pronoun where the sentences
        before determine it.
    """
    plain = plain_sentence(context, mention.tree)
    text, name = _named(context, mention.tree, plain) or (plain, None)
    if saying := _saying(context, mention):
        yield Draft(SAYING, saying)
    tree, named = mention.tree, name is not None
    if tree.remembered(("open", named), None, lambda: is_open(tree, named)):
        return
    if not broken(text, context.words, LONGEST_SENTENCE):
        yield Draft(SENTENCE, text, {}, tree.tokens, mention.predicate, name)


def is_open(tree: Tree, named: bool) -> bool:
    """Whether the sentence has an anaphoric word with nothing before it in the sentence that it may stand for.

    Args:
        tree: The sentence.
        named: Whether a name stands for its first pronoun.
    """
    subjects: list[Token] = []
    for token in tree.tokens:
        if token.relation == "nsubj" and token.pos in ("NOUN", "PROPN"):
            subjects.append(token)
        if _lacks_its_antecedent(token, subjects, named):
            return True
    return False


def _lacks_its_antecedent(token: Token, subjects: Sequence[Token], named: bool) -> bool:
    """Whether the word is anaphoric, and none of the subjects up to it can be its antecedent."""
    name = token.relation
    if token.pos == "DET":
        return token.lemma.lower() in _DEMONSTRATIVE or (token.is_possessive and not (named or subjects))
    if name == "nsubj" and is_personal(token):
        agrees = any(one.number in ("", token.number) for one in subjects)
        return not agrees and not (named and token.number == "Sing")
    personal = token.pos == "PRON" and token.pron_type == "Prs" and not token.is_reflexive
    return personal and name in ("obj", "iobj", "obl") and len(subjects) + named <= 1


def _named(context: HeadlineContext, tree: Tree, line: str) -> tuple[str, Subject] | None:
    """The sentence with a name for its first pronoun, and that name; None where it is not determined.

    The name stands instead of a pronoun that begins the sentence, and in brackets after another one: "À Lyon, elle
    [Claire Dubreuil] a …".
    """
    pronoun = next((token for token in tree.tokens if is_personal(token) and token.relation == "nsubj"), None)
    if pronoun is None or pronoun.is_plural:
        return None
    found = re.search(rf"(?i)(?<![\w'’-]){re.escape(pronoun.text)}(?=\s)", line)
    before = (token for token in tree.tokens[: pronoun.index] if token.relation in ("nsubj", "expl"))
    if found is None or any(before):
        return None
    predicates = (one for one in context.predicates(tree) if tree.head(pronoun).index in one.parts)
    predicate = next(predicates, None)
    subjects = options(context, tree, predicate, pronoun) if predicate is not None else ()
    subject_ = next((one for one in subjects if one.person and one.resolved), None)
    if subject_ is None:
        return None
    name = subject_.text
    if found.start() == 0:
        return f"{name}{line[found.end() :]}", subject_
    if name.split()[-1] in line[: found.start()]:
        return line, subject_
    return f"{line[: found.end()]} [{name}]{line[found.end() :]}", subject_


def _is_somebody(speaker_: Subject) -> bool:
    """Whether the words name one who speaks, and are not of a thing that has a name in it."""
    return speaker_.named and (speaker_.person or (speaker_.head is not None and bool(speaker_.head.entity)))


def _saying(context: HeadlineContext, mention: Mention) -> str:
    """The speaker and the quotation, if all that is said is in quotation marks; "" if the speaker has no name."""
    predicate, tree = mention.predicate, mention.tree
    if predicate is None or predicate.negated or not mention.kind.is_saying:
        return ""
    head = speaker(tree, predicate, timex_tokens(context, tree)) or subject(tree, predicate)
    named = next((one.text for one in options(context, tree, predicate, head) if _is_somebody(one)), "") if head else ""
    span = tree.sentence.span
    line = quotation.headline(tidy(named), context.context.article.text[span.start : span.end], LONGEST)
    return "" if any(breaks(line) for _, breaks in RULES if line) else line
