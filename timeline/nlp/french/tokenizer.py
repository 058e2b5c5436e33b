"""A tokenizer for French that follows the conventions of Universal Dependencies and is quick to build.

spaCy's own French defaults contain a pattern of 16,000 hyphenated place names and verbs that takes seconds to compile.
Here a hyphen joins two parts unless a clitic pronoun follows (« dit-il », « a-t-elle »). An elision splits a word
unless the word is one of the few with an inner apostrophe (« aujourd'hui », « quelqu'un »). The only list is that of
abbreviations that keep their full stop.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from spacy.attrs import ORTH
from spacy.language import DEFAULT_CONFIG, BaseDefaults, Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from timeline.languages.tables import section

_WORDS = section("fr", "pipeline", "tokens")
ABBREVIATIONS = _WORDS.words("abbreviations")
"""Words that keep their full stop; the sentence splitter decides whether the stop also ends the sentence."""

HOLDING_APOSTROPHE = _WORDS.words("holding_apostrophe")

_LETTER = r"a-zA-Z\u00e0-\u00f6\u00f8-\u00ff\u00c0-\u00d6\u00d8-\u00de\u0100-\u017e"
_APOSTROPHE = r"'’\u02bc"
_QUOTES = '«»“”„"‹›'
_OPENING = rf"[{_QUOTES}(\[{{¿¡*•▪■►●…]|\.\.+|['’‘`](?=[{_LETTER}«])|[-–—−](?![0-9])|[-–—](?=[^\S]|$)|[€$£](?=[0-9])|§"
_CLOSING = (
    rf"[{_QUOTES})\]}},;:!?*…]|\.\.+|(?<=[^{_APOSTROPHE}{_LETTER}])['’]|"
    rf"(?<=[{_LETTER}][{_LETTER}s])['’](?=$)|(?<=[0-9])[€$£¥%]|[–—]"
)
_CLITICS, _ELISIONS = "|".join(_WORDS.words("clitics")), "|".join(_WORDS.words("elided"))
_HYPHEN = "-‐‑"
_STOP = rf"(?<=[^.A-ZÀ-Þ])\.|(?<=[^\s.{_APOSTROPHE}{_HYPHEN}][A-ZÀ-Þ])\."
_INSIDE = (
    r"\.\.\.+|…|--+|/",
    rf"(?<=[{_LETTER}0-9»)])[,;:!?«»\"()\[\]–—](?=[{_LETTER}«(\"])",
    rf"(?<=[{_LETTER}]{{2}})\.(?=[A-ZÀ-Þ][a-zà-ÿ])",
    r"(?<=[0-9])(?=(?:[hH][0-9]{0,2}|km|cm|mm|kg|mg|ml|min|°C?|[mM]d?€|€)$)",
    r"(?<=[0-9][hH])(?=[0-9]{2}$)",
)
_ELIDED = re.compile(rf"(?i:(?:{_ELISIONS})[{_APOSTROPHE}])(?=[{_LETTER}0-9«\"“])")
_CLITIC = re.compile(rf"(?<=[{_LETTER}])(?:[{_HYPHEN}]t)?[{_HYPHEN}](?:{_CLITICS})$", re.IGNORECASE)
_WHOLE = re.compile(
    r"(?:[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)*|https?://\S+[^\s.,;:!?»)]|www\.\S+[^\s.,;:!?»)]|[\w.+-]+@[\w-]+\.[\w.]+\w|[0-9]+(?:[.,][0-9]+)+)$"
)


class _Infixes:
    """Zero-width cuts after elisions and before clitics, and punctuation inside a chunk."""

    def __init__(self) -> None:
        self._punctuation = re.compile("|".join(_INSIDE))

    def __call__(self, chunk: str) -> Iterator[re.Match[str]]:
        found = {match.span(): match for match in self._punctuation.finditer(chunk)}
        for match in self._cuts(chunk):
            found.setdefault(match.span(), match)
        yield from (found[span] for span in sorted(found))

    @staticmethod
    def _cuts(chunk: str) -> Iterator[re.Match[str]]:
        at = 0
        while (elided := _ELIDED.match(chunk, at)) is not None:
            at = elided.end()
            yield _EMPTY.match(chunk, at)  # type: ignore[misc]  # an empty pattern matches anywhere
        if (clitic := _CLITIC.search(chunk)) is not None and chunk[
            at : clitic.start()
        ].lower() not in _NOT_BEFORE_CLITIC:
            yield _EMPTY.match(chunk, clitic.start())  # type: ignore[misc]  # as above


_EMPTY = re.compile("")
_NOT_BEFORE_CLITIC = frozenset(_WORDS.words("not_before_clitic"))


def _exceptions() -> dict[str, list[dict[int, str]]]:
    words = set(ABBREVIATIONS)
    for word in HOLDING_APOSTROPHE:
        for form in (word, word.capitalize(), word.upper()):
            words |= {form, form.replace("'", "’")}
    return {word: [{ORTH: word}] for word in sorted(words)}


_ENDLESS = re.compile(r"\S{300}(?=\S)")


class PressFrenchDefaults(BaseDefaults):
    """Language defaults without the slow French tables."""

    tokenizer_exceptions = _exceptions()


class FrenchTokenizer(Tokenizer):  # type: ignore[misc]  # spaCy's tokenizer is compiled and untyped
    """A tokenizer that is defined by code alone: it is not saved with a pipeline, and loading a pipeline builds it.

    spaCy looks for affixes at both ends of a chunk without blanks, again after each one that it removes, which takes
    quadratic time. So a chunk that is longer than any word is cut first.
    """

    def __call__(self, text: str) -> Doc:
        """Split a text into words."""
        ends = [0, *(found.end() for found in _ENDLESS.finditer(text)), len(text)]
        pieces: list[Doc] = []
        for start, end in pairwise(ends):
            pieces.append(super().__call__(text[start:end]))
        return pieces[0] if len(pieces) == 1 else Doc.from_docs(pieces, ensure_whitespace=False)

    def __reduce__(self) -> tuple[object, ...]:
        return _tokenizer, (self.vocab,)

    def to_bytes(self, **_: object) -> bytes:
        """Return no bytes."""
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> FrenchTokenizer:
        """Return the tokenizer itself."""
        return self

    def to_disk(self, *_: object, **__: object) -> None:
        """Write nothing."""

    def from_disk(self, *_: object, **__: object) -> FrenchTokenizer:
        """Return the tokenizer itself."""
        return self


def _tokenizer(vocab: Vocab) -> FrenchTokenizer:
    return FrenchTokenizer(
        vocab,
        rules=_exceptions(),
        prefix_search=re.compile(rf"^(?:{_OPENING})").search,
        suffix_search=re.compile(rf"(?:{_CLOSING}|{_STOP})$").search,
        infix_finditer=_Infixes(),
        token_match=_WHOLE.match,
    )


TOKENIZER = {"@tokenizers": "timeline.FrenchTokenizer.v1"}


@registry.tokenizers("timeline.FrenchTokenizer.v1")  # type: ignore[untyped-decorator]  # spaCy has no types
def make_tokenizer() -> Callable[[Language], FrenchTokenizer]:
    """The factory for spaCy configurations."""

    def build(nlp: Language) -> FrenchTokenizer:
        return _tokenizer(nlp.vocab)

    return build


@registry.languages("press_french")
class PressFrench(Language):  # type: ignore[no-untyped-call]  # spaCy registers subclasses untyped
    """A blank French pipeline for press prose; its own name leaves spaCy's `fr` unchanged."""

    lang = "press_french"
    Defaults = PressFrenchDefaults

    @classmethod
    def blank(cls) -> Language:
        """A pipeline with only the tokenizer."""
        return cls.from_config(DEFAULT_CONFIG.merge({"nlp": {"lang": cls.lang, "tokenizer": TOKENIZER}}))
