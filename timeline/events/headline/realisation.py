"""Turn kept words into a line: blanks, elisions, quotes, capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.events.headline.conjugation import Conjugation
from timeline.languages.function_words import function_words, pattern
from timeline.lines.first_letter import capitalised
from timeline.model import Token

_CLITICS, _DENIALS = function_words("clitic"), function_words("denial")
_NEGATIVE_PARTICLE = function_words("negative_particle")
_INVERTED, _NEEDS_NO_T = function_words("inverted_after_vowel"), pattern("needs_no_t")
_HOLDS = ("'", "’", "(", "[")
_CLOSES = (",", ".", ")", "]")
_OPENING = ("«", "“", "(", "[")
_EMPTY = re.compile(r"\(\s*\)|«\s*»|\[\s*\]")
_SPACE_BEFORE = re.compile(r"\s+([,.)\]])")
_MARKS = re.compile(r"([,;:])(?:\s*[,;:])+")
_COMMA_AFTER = pattern("before_comma")
_INITIALS = re.compile(r"\b(?:[A-ZÀ-Ý]\.){2,}$")  # "la S.F.I.O."
_EDGES = " ,;:–—-…·/"
_BLANK_BEFORE = (" ,", " .", " )", " ]")
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a line: each with the blank before it from the text if its neighbour was kept, else with one blank."""

    words: tuple[tuple[str, bool], ...]

    @staticmethod
    def of(kept: Iterable[Token], replaced: Mapping[int, str]) -> Phrase:
        """The kept tokens in their order; `replaced` has new words by index, "" for removed ones."""
        words: list[tuple[str, bool]] = []
        previous: Token | None = None
        for token in kept:
            text = replaced.get(token.index, token.text)
            if not text:
                continue
            joined = previous is not None and previous.index == token.index - 1 and previous.end == token.start
            glued = joined and token.index not in replaced
            words.append((text, glued))
            previous = token
        return Phrase(tuple(words))


def is_negation(token: Token) -> bool:
    """Whether the sentence would mean the opposite without the word."""
    return token.text.lower() in _DENIALS


def render(phrase: Phrase, conjugation: Conjugation) -> str:
    """The line with correct elisions: "s'" before a new consonant is "se", "de" before a vowel "d'"."""
    line = ""
    for index, (word, glued) in enumerate(phrase.words):
        text = word
        as_it_was = word[-1] in "'’" and index + 1 < len(phrase.words) and phrase.words[index + 1][1]  # "N'Djamena"
        if not as_it_was and (word[-1] in "'’" or word.lower() in conjugation.elided_anew):
            following = next((after for after, _ in phrase.words[index + 1 :] if after not in _OPENING), "")
            text = conjugation.elide(word, following)
        if word.lower() in _INVERTED and _NEEDS_NO_T.search(line):
            text = word[word.rindex("-") :]  # "a-t-il promis" is "promet-il"
        blank = "" if glued or not line or line.endswith(_HOLDS) or text in _CLOSES else " "
        line += blank + text
    return line


def tidy(line: str) -> str:
    """A finished headline: the result of `trim` with a capital."""
    return capitalised(trim(line))


def trim(line: str) -> str:
    """One line without stray punctuation at its ends and without unpaired quotes or brackets."""
    line = " ".join(line.split())
    if "(" in line or "«" in line or "[" in line:  # finding out costs less than an expression that matches nothing
        line = _EMPTY.sub("", line)
    if any(mark in line for mark in _BLANK_BEFORE):
        line = _SPACE_BEFORE.sub(r"\1", line)
    if line.count(",") + line.count(";") + line.count(":") > 1:
        line = _MARKS.sub(r"\1", line)
    if "," in line:
        line = _COMMA_AFTER.sub(r"\1 ", line)
    for opening, closing in _PAIRS:
        if line.count(opening) != line.count(closing):
            line = line.replace(opening, "").replace(closing, "")
    if line.count('"') % 2:
        line = line.replace('"', "")
    line = " ".join(line.split()).strip(_EDGES)
    if not line.endswith(".") or _INITIALS.search(line):
        return line
    return line.rstrip(".").strip(_EDGES)


def is_clitic(token: Token) -> bool:
    """Whether a word is attached to the verb: a weak pronoun, or "ne"."""
    return (token.pos == "PRON" and token.text.lower() in _CLITICS) or token.text.lower() in _NEGATIVE_PARTICLE
