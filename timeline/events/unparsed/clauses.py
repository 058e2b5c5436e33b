"""The clauses of a sentence that no parser has read, by the words and marks between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.events.unparsed.verbs import Verb, group_start
from timeline.languages.tables import section
from timeline.lines.first_letter import capitalised
from timeline.model import Sentence, Span


def verb_of(sentence: Sentence, span: Span, verbs: Sequence[Verb], language: str) -> Verb | None:
    """The verb that an expression dates.

    Args:
        sentence: The sentence.
        span: The expression's code points in the text, end exclusive.
        verbs: The sentence's verbs, the likelier ones of a clause first.
        language: The code of the language.

    Returns:
        The first verb of the expression's clause; else of the nearest clause before it that has one, else behind it.
    """
    if not verbs:
        return None
    clause = _numbers(sentence, frozenset(section(language, "unparsed", "clauses").words("borders")))
    here = max((clause[token.index] for token in sentence.tokens if token.start <= span.start), default=0)
    away = {verb.index: here - clause[verb.index] for verb in verbs}
    return min(verbs, key=lambda verb: (away[verb.index] < 0, abs(away[verb.index])))


def _numbers(sentence: Sentence, borders: frozenset[str]) -> list[int]:
    """The number of the clause of each token: borders begin a new one."""
    found, number = [], 0
    for token in sentence.tokens:
        number += token.text.lower() in borders
        found.append(number)
    return found


def clause_texts(text: str, sentence: Sentence, verbs: Sequence[Verb], language: str) -> Iterator[str]:
    """The part of a sentence that each of several verbs stands in, for the headlines of its events.

    A part without a subject takes that of the first part: "The plant opened in 1974 and made engines until 2011" gives
    "The plant opened in 1974" and "The plant made engines until 2011".

    Args:
        text: The article's text.
        sentence: The sentence.
        verbs: Verbs of it in text order; none or one: the sentence is one part.
        language: The code of the language.

    Yields:
        One text for each verb (one text for no verb); the whole sentence where no word separates the verbs.
    """
    tokens = sentence.tokens
    whole = text[sentence.span.start : sentence.span.end]
    cuts = [_cut(sentence, one, other, language) for one, other in pairwise(verbs)]
    if not cuts or None in cuts or _is_dependent(sentence, verbs[0], language):
        yield from [whole] * max(1, len(verbs))
        return
    starts = [0, *(cut + 1 for cut in cuts if cut is not None)]
    ends = [*(tokens[cut].start for cut in cuts if cut is not None), sentence.span.end]
    subject = text[tokens[0].start : tokens[group_start(tokens, verbs[0], language)].start].strip()
    for verb, start, end in zip(verbs, starts, ends, strict=True):
        part = text[tokens[start].start : end].strip()
        shared = start and group_start(tokens, verb, language) <= start
        yield f"{subject} {part}" if shared else capitalised(part)


def _is_dependent(sentence: Sentence, first: Verb, language: str) -> bool:
    """Whether the first of two verbs is in a dependent clause: "The judge, who retired in 2019, died"."""
    clauses = section(language, "unparsed", "clauses")
    depending = frozenset(clauses.words("borders")) - frozenset(clauses.words("joins"))
    return any(token.text.lower() in depending for token in sentence.tokens[: first.index])


def _cut(sentence: Sentence, one: Verb, other: Verb, language: str) -> int | None:
    """The last joining word or mark between two verbs; None where the second depends on the first."""
    clauses = section(language, "unparsed", "clauses")
    borders, joins = frozenset(clauses.words("borders")), frozenset(clauses.words("joins"))
    between = [token for token in sentence.tokens[one.index + 1 : other.index] if token.text.lower() in borders]
    return between[-1].index if between and all(token.text.lower() in joins for token in between) else None
