"""The verbs of a sentence that no parser has read, by their forms: "was jailed", "resigned", "will open"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache

from timeline.languages.tables import section_if_any
from timeline.model import Token

_REGULAR = re.compile(r"[a-z]{2,}ed")
_DOUBLED = re.compile(r"(.*[aeiou]([bdgklmnprt]))\2")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb form: the index of its word among the tokens, and whether a word before it makes it a plan."""

    index: int
    is_to_come: bool


@dataclass(frozen=True, slots=True)
class _Forms:
    irregular: frozenset[str]
    participles: frozenset[str]
    no_verb: frozenset[str]
    auxiliaries: frozenset[str]
    future: frozenset[str]
    prospects: frozenset[str]
    adverbs: frozenset[str]
    reporting: frozenset[str]
    determiners: frozenset[str]
    infinitive: frozenset[str]
    present: frozenset[str]


@cache
def _forms(language: str) -> _Forms | None:
    table = section_if_any(language, "unparsed", "verbs")
    if table is None:
        return None
    return _Forms(**{one.name: frozenset(table.words(one.name)) for one in fields(_Forms)})


def verbs(tokens: Sequence[Token], language: str) -> tuple[Verb, ...]:
    """The verbs of a sentence, in text order.

    Returns:
        One for each verb group, its main word; reporting verbs ("police said") last, in text order; none where the
        language has no table of forms.
    """
    known = _forms(language)
    if known is None:
        return ()
    found = [*_verbs(tokens, known)]
    return tuple(sorted(found, key=lambda verb: tokens[verb.index].text.lower() in known.reporting))


def group_start(tokens: Sequence[Token], verb: Verb, language: str) -> int:
    """The first word of a verb's group: "had" in "had been suspended".

    Returns:
        The index of that word in `tokens`; the verb's own where the language has no table of forms.
    """
    known = _forms(language)
    if known is None:
        return verb.index
    helpers = known.auxiliaries | known.future | known.prospects | known.adverbs
    start = verb.index
    while start and tokens[start - 1].text.lower() in helpers:
        start -= 1
    return start


def _verbs(tokens: Sequence[Token], known: _Forms) -> Iterator[Verb]:
    words = [token.text.lower() for token in tokens]
    at = 0
    while at < len(words):
        if words[at] in known.future or words[at] in known.prospects or words[at] in known.auxiliaries:
            main = _main(words, at, known)
            if main is not None and _is_after_auxiliary(words, at, main, known):
                yield Verb(main, words[at] in known.future or _leads_ahead(words, at, known))
                at = main
        elif _is_past(words[at], known) and not _is_adjective(words, at, known):
            yield Verb(at, is_to_come=False)
        at += 1


def _main(words: Sequence[str], at: int, known: _Forms) -> int | None:
    """The first word after an auxiliary that is neither one nor an adverb."""
    for index in range(at + 1, min(at + 5, len(words))):
        word = words[index]
        if word not in known.auxiliaries and word not in known.adverbs and word not in known.prospects:
            return index if word.isalpha() else None
    return None


def _is_after_auxiliary(words: Sequence[str], at: int, main: int, known: _Forms) -> bool:
    if words[at] in known.future:
        return True
    if words[at] in known.prospects:
        return _leads_ahead(words, at, known)
    if _is_past(words[main], known) or words[main] in known.participles:
        return True
    return any(word in known.prospects for word in words[at + 1 : main])


def _leads_ahead(words: Sequence[str], at: int, known: _Forms) -> bool:
    """ "is to meet", "are to decide", "must leave": the auxiliary and "to", or a modal, before the main verb."""
    if words[at] in known.prospects:
        return words[at] not in known.infinitive
    main = _main(words, at, known)
    return main is not None and words[at] in known.present and not known.infinitive.isdisjoint(words[at + 1 : main])


def _is_past(word: str, known: _Forms) -> bool:
    return word in known.irregular or (word not in known.no_verb and _REGULAR.fullmatch(word) is not None)


def _is_adjective(words: Sequence[str], at: int, known: _Forms) -> bool:
    """ "a retired teacher", "33 trapped miners": a determiner or a number before it, a word after it."""
    before = words[at - 1] if at else ""
    return before in known.determiners or before.isdigit()


def lemma(word: str) -> str:
    """A key that the regular forms of a verb share: "resigned" gives "resign".

    Returns:
        The key, in lower case; an irregular form is its own.
    """
    word = word.lower()
    if not _REGULAR.fullmatch(word):
        return word
    stem = word[:-2]
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    doubled = _DOUBLED.fullmatch(stem)
    return doubled[1] if doubled else stem
