"""A sentence as parsed by the reading pipeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from timeline.model.base import Span


@cache
def _without_subtype(name: str) -> str:
    return name.partition(":")[0].lower()


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence, with the labels of Universal Dependencies.

    Attributes:
        index: Its place in the sentence, from 0.
        start: Its first code point in the article's text.
        end: The code point behind its last one.
        text: The word.
        lemma: Its dictionary form.
        pos: The UPOS tag.
        head: The index of its governor; the root is its own head.
        dep: The relation to its governor.
        features: The morphology (`Tense`, `Mood`, `VerbForm`, `Person`, `Number`, `Gender`, `Polarity`, `Voice`, …); a
            missing feature reads as "".
        entity: The label of the entity that it lies in, or "".
        relation: `dep` in small letters without its subtype: "nsubj" for "nsubj:pass".
        verb_form: UD `VerbForm`: Fin, Inf, Part, or "".
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    head: int
    dep: str
    features: Mapping[str, str] = field(default_factory=dict)
    entity: str = ""
    relation: str = field(init=False, repr=False, compare=False)
    verb_form: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # thousands are asked for in each article
        object.__setattr__(self, "relation", _without_subtype(self.dep))
        object.__setattr__(self, "verb_form", self.features.get("VerbForm", ""))

    @property
    def tense(self) -> str:
        """UD `Tense`: Past, Pres, Fut, Imp, or ""."""
        return self.features.get("Tense", "")

    @property
    def mood(self) -> str:
        """UD `Mood`: Ind, Cnd, Sub, Imp, or ""."""
        return self.features.get("Mood", "")

    @property
    def number(self) -> str:
        """UD `Number`: Sing, Plur, or ""."""
        return self.features.get("Number", "")

    @property
    def gender(self) -> str:
        """UD `Gender`: Masc, Fem, or ""."""
        return self.features.get("Gender", "")

    @property
    def definite(self) -> str:
        """UD `Definite` of an article: Def, Ind, or ""."""
        return self.features.get("Definite", "")

    @property
    def pron_type(self) -> str:
        """UD `PronType`: Prs, Rel, Dem, Int, or ""."""
        return self.features.get("PronType", "")

    @property
    def is_plural(self) -> bool:
        """Whether its number is the plural."""
        return self.number == "Plur"

    @property
    def is_possessive(self) -> bool:
        """Whether it is a possessive ("son", "leur")."""
        return self.features.get("Poss") == "Yes"

    @property
    def is_reflexive(self) -> bool:
        """Whether it is a reflexive pronoun ("se")."""
        return self.features.get("Reflex") == "Yes"


def extent(words: Sequence[Token]) -> Span:
    """The span from the first of some words to the last.

    Args:
        words: One word or more, in text order.

    Returns:
        The span in the article's text.
    """
    return Span(words[0].start, words[-1].end)


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text.

    Attributes:
        span: Its extent in the article's text.
        label: PER, ORG, LOC, EVENT or MISC.
        text: The name as it stands there.
    """

    span: Span
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as the pipeline parsed it.

    With no tagger (a blank pipeline) tokens have an empty `pos` and are their own heads.

    Attributes:
        span: Its extent in the article's text.
        tokens: Its words, in text order.
        entities: Its names, in text order, without overlaps.
    """

    span: Span
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...] = ()

    def dependents(self, token: Token) -> tuple[Token, ...]:
        """The tokens whose head is `token`, in text order."""
        index = token.index  # this loop is the hottest of the dating; a list is faster than a generator
        return tuple([other for other in self.tokens if other.head == index and other.index != index])

    def within(self, span: Span) -> list[Token]:
        """The tokens that share a code point with a span, in text order."""
        return [token for token in self.tokens if token.start < span.end and span.start < token.end]

    def top_within(self, span: Span) -> Token | None:
        """The first token within a span whose head stands outside it; None where there is none."""
        return next(
            (one for one in self.within(span) if not span.start <= self.tokens[one.head].start < span.end), None
        )

    def before(self, start: int, most: int | None = None) -> list[Token]:
        """The last words before a place in the text, the nearest last.

        Args:
            start: The place, a code point of the text.
            most: The largest number of words; None for all.

        Returns:
            The words that end there or before, in text order.
        """
        found = [token for token in self.tokens if token.end <= start]
        return found if most is None else found[-most:]
