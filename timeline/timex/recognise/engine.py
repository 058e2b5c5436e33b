"""A language's rules compiled for a linear-time engine.

One automaton of all rules scans the folded text for the leftmost-longest matches. A set of all rules finds which of
them match the words found; the first of these whose guards accept the context makes the meaning. Every pattern is
bounded, so no text takes more than linear time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

import re2

from timeline import languages
from timeline.languages.grammar import Join, Language, Made, Rule
from timeline.languages.kinds import Kind
from timeline.languages.patterns import Spans, compile_pattern, options, search_set, spaced
from timeline.model import Meaning

_SLOT = re.compile(r"\{([a-z_]+\d?)(?::([a-z_]+))?\}")
GUARD_WIDTH = 48
"""The number of characters that guards see on either side."""


class Guard(NamedTuple):
    """The required and the forbidden text on one side of a match: `patterns` of both, and which of them must match.

    The patterns are compiled on first use, as those of the rule's words are.
    """

    patterns: Callable[[], Callable[[bytes], list[int]]]
    matching: list[int]

    def holds(self, side: bytes) -> bool:
        """Whether the text on this side of the match satisfies the guard."""
        return self.patterns()(side) == self.matching


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule ready to match: `pattern` compiles its words on first use, since a text has few of the rules.

    It gives the compiled pattern and the numbers of its named groups; `readers` read the rule's slots.
    """

    rule: Rule
    pattern: Callable[[], tuple[Any, Mapping[str, int]]]
    readers: Mapping[str, Callable[[bytes], object]]
    left: Guard | None
    right: Guard | None


class Part(NamedTuple):
    """One expression of a match: its offsets within the match, and its meaning."""

    start: int
    end: int
    meaning: Meaning | None


@dataclass(frozen=True, slots=True)
class Engine:
    """A compiled language."""

    language: Language
    scanner: Spans
    joins: Mapping[tuple[Kind, Kind], tuple[tuple[frozenset[bytes], Join], ...]]
    interpret: Callable[[bytes], tuple[tuple[CompiledRule, tuple[Part, ...]], ...]]


def _words_pattern(language: Language, name: str) -> str:
    if name in language.shapes:
        return language.shapes[name]
    forms = "|".join(language.words[name])
    return f"(?:{forms})"


def _class_of(language: Language, slot: str, word_class: str | None) -> str:
    if word_class:
        return word_class
    return slot if slot in language.words or slot in language.shapes else slot.rstrip("0123456789")


def expand(language: Language, pattern: str, *, named: bool) -> str:
    """A rule's pattern with its slots and extent marks expanded into a regular expression.

    Args:
        language: The language, which has the classes of words that slots name.
        pattern: The pattern as a rule writes it: `{month}` is a slot, `[[…]]` marks the extent.
        named: Whether to keep the groups' names; without them, the pattern can be part of a larger alternation.
    """

    def slot(found: re.Match[str]) -> str:
        words = _words_pattern(language, _class_of(language, found[1], found[2]))
        return f"(?P<{found[1]}>{words})" if named else words

    text = _SLOT.sub(slot, pattern)
    opening, closing = ("(?P<extent>", ")") if named else ("(?:", ")")
    text = text.replace("[[", opening).replace("]]", closing)
    return spaced(text if named else re.sub(r"\(\?P<[a-z0-9_]+>", "(?:", text))


def _reader(language: Language, name: str) -> Callable[[bytes], object]:
    if name in language.readers:
        reader = language.readers[name]
        return lambda text: reader(text.decode("ascii"))

    @cache
    def values() -> tuple[tuple[Any, object], ...]:
        return tuple((compile_pattern(form), value) for form, value in language.words[name].items())

    @lru_cache(maxsize=1024)
    def read(text: bytes) -> object:
        return next(value for pattern, value in values() if pattern.fullmatch(text))

    return read


def _guard(wanted: str, unwanted: str, form: str) -> Guard | None:
    """The guard of one side, with its patterns in the `form` of that side."""
    if not wanted and not unwanted:
        return None
    written = [spaced(form.format(pattern)) for pattern in (wanted, unwanted) if pattern]
    return Guard(cache(lambda: search_set(written)), [0] if wanted else [])


def _compile(language: Language, rule: Rule) -> CompiledRule:
    readers = {
        slot: _reader(language, _class_of(language, slot, word_class or None))
        for slot, word_class in _SLOT.findall(rule.pattern)
    }

    @cache
    def pattern() -> tuple[Any, Mapping[str, int]]:
        compiled = compile_pattern(expand(language, rule.pattern, named=True))
        return compiled, {name.decode("ascii"): index for name, index in compiled.groupindex.items()}

    return CompiledRule(
        rule,
        pattern,
        readers,
        _guard(rule.before, rule.not_before, "(?:{})"),
        _guard(rule.after, rule.not_after, "^(?:{})"),
    )


def _made(compiled: CompiledRule, text: bytes) -> tuple[Part, ...] | None:
    """The expressions that a rule makes of the words it matches; None where it makes none."""
    pattern, groups = compiled.pattern()
    found = pattern.fullmatch(text)
    matched = ((slot, found[groups[slot]], read) for slot, read in compiled.readers.items())
    slots = {slot: read(words) for slot, words, read in matched if words is not None}
    if compiled.rule.meaning is None:
        return (_extent(found, groups, None),)
    made: Made = compiled.rule.meaning(**slots)
    if made is None:
        return None
    if isinstance(made, Mapping):
        return tuple(
            Part(found.start(groups[name]), found.end(groups[name]), meaning) for name, meaning in made.items()
        )
    return (_extent(found, groups, made),)


def _extent(found: Any, groups: Mapping[str, int], meaning: Meaning | None) -> Part:
    start, end = found.span(groups["extent"]) if "extent" in groups else (-1, -1)
    return Part(start, end, meaning) if start >= 0 else Part(0, found.end(), meaning)


@cache
def engine(code: str) -> Engine:
    """The compiled engine of a language; compiled once.

    Raises:
        LookupError: There is no such language.
    """
    language = languages.get(code)
    rules = tuple(_compile(language, rule) for rule in language.rules)
    patterns = [expand(language, rule.pattern, named=False) for rule in language.rules]
    chooser = re2.Set.FullMatchSet(options())
    for pattern in patterns:
        chooser.Add(f"(?:{pattern})".encode("ascii"))
    chooser.Compile()
    ends = ("" if rule.dotted else r"\b" for rule in language.rules)
    alternatives = "|".join(f"(?:{pattern}){end}" for pattern, end in zip(patterns, ends, strict=True))
    scanner = Spans(rf"\b(?:{alternatives})", longest=True)

    @lru_cache(maxsize=1 << 16)
    def interpret(text: bytes) -> tuple[tuple[CompiledRule, tuple[Part, ...]], ...]:
        made = ((rules[index], _made(rules[index], text)) for index in sorted(chooser.Match(text)))
        return tuple((rule, parts) for rule, parts in made if parts is not None)

    return Engine(language, scanner, _joins(language), interpret)


def _joins(language: Language) -> Mapping[tuple[Kind, Kind], tuple[tuple[frozenset[bytes], Join], ...]]:
    table: dict[tuple[Kind, Kind], list[tuple[frozenset[bytes], Join]]] = {}
    for join in language.joins:
        gaps = frozenset(gap.encode("ascii") for gap in join.gaps)
        for left in join.left:
            for right in join.right:
                table.setdefault((left, right), []).append((gaps, join))
    return {kinds: tuple(joins) for kinds, joins in table.items()}
