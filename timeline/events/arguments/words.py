"""The words of a name and an event, as features of a linear model.

A feature is a text such as "path=^nsubj|P": what stands between the name and the event, around the name, or in the
headline. `name_weights` has its weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.events.arguments.candidates import NameCandidate, Occurrence
from timeline.events.arguments.features import ArgumentQuery, Table
from timeline.events.arguments.nearness import FAR
from timeline.events.context import Context
from timeline.events.detection.mentions import Mention
from timeline.events.detection.subjects import subject
from timeline.events.entities.coreference import is_pronoun
from timeline.events.entities.names import countries
from timeline.events.tree import Tree
from timeline.model import Token

_CLASSES = "POL"
_KEPT_SUBTYPES = frozenset({"nsubj:pass", "obl:agent"})
_LONGEST = 8
_WHOLE_PATH = 5
_MOST_PLACES = 2


@dataclass(frozen=True, slots=True)
class NameInTitle:
    """A candidate as its article has it: lower case, class, and where the headline has it.

    `kind` is its class, with "f" for a phrase and "c" for a country; `position` is "colon", "title", "last" or "no";
    `words` are the words of the name, at least one.
    """

    low: str
    kind: str
    position: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventWords:
    """What the features of all names share, seen from one event."""

    mention: Mention
    lemma: str
    kind: str
    subject: str
    subject_kind: str
    governor: str
    offset: str
    above: tuple[int, ...]
    parts: frozenset[int]


def in_title(context: Context, seen: Table) -> tuple[NameInTitle, ...]:
    """The candidates of an article, with their position in its headline.

    Args:
        context: The article's context.
        seen: The candidates with their classes.

    Returns:
        One value for each candidate, in their order.
    """
    title = context.article.title.lower()
    head = _before_colon(title)
    known = countries(context.article.language)
    return tuple(
        _in_title(one, _CLASSES[kind], title, head, one.name in known)
        for one, kind in zip(seen.candidates, seen.classes, strict=True)
    )


def _before_colon(title: str) -> str:
    return title.partition(":")[0].strip() if ":" in title else ""


def _in_title(one: NameCandidate, kind: str, title: str, head: str, is_country: bool) -> NameInTitle:
    low = one.name.lower()
    last = low.rpartition(" ")[2]
    position = "no"
    if head and low in head:
        position = "colon"
    elif low in title:
        position = "title"
    elif len(last) > 3 and last in title:
        position = "last"
    return NameInTitle(low, f"{kind}{'f' * one.phrase}{'c' * is_country}", position, tuple(low.split()) or ("",))


def of_names(context: Context, titled: Sequence[NameInTitle]) -> list[list[str]]:
    """The features of an article's candidates that are the same for all events.

    Args:
        context: The article's context.
        titled: The candidates with their position in its headline (`in_title`).

    Returns:
        For each candidate its features, `name=value`.
    """
    title = context.article.title.lower()
    head, first = _before_colon(title), (title.split() or [""])[0]
    return [
        [
            f"n={name.low}",
            f"first={name.words[0]}|{name.kind}",
            f"last={name.words[-1]}",
            f"head={head}|{name.kind}",
            f"opens={first}|{name.kind}",
        ]
        for name in titled
    ]


def of_event(seen: Table, titled: Sequence[NameInTitle], context: Context, asked: ArgumentQuery) -> list[list[str]]:
    """The features of an event with each candidate of its article, but those of `of_names`.

    Args:
        seen: The article's candidates.
        titled: The same in its headline (`in_title`).
        context: The article.
        asked: The event.

    Returns:
        For each candidate its features, which may repeat.
    """
    event = _event_words(context, asked.mention)
    sentence = asked.mention.sentence
    places = sum(
        kind == 2 and sentence in one.by_sentence for one, kind in zip(seen.candidates, seen.classes, strict=True)
    )
    made = []
    alike: dict[_Alike, _Shared] = {}
    for number, (one, name) in enumerate(zip(seen.candidates, titled, strict=True)):
        occurrences = one.by_sentence.get(sentence)
        found = [
            f"l={event.lemma}|{name.kind}",
            f"title={name.position}|{name.kind}|{event.kind}|{event.offset}",
        ]
        if occurrences:
            found += _in_the_sentence(event, name, occurrences, places)
        else:
            back, acted = seen.nearness.traces[number].before(sentence)
            like = name.kind, name.position, _about(back) if back < FAR else "n", "s" if acted else ""
            if like not in alike:
                alike[like] = _elsewhere(event, *like, min(places, _MOST_PLACES))
            first, last = alike[like]
            found += (*first, f"an={name.low}", *last, f"aw={name.words[0]}")
        made.append(found)
    return made


def _event_words(context: Context, mention: Mention) -> EventWords:
    tree, trigger, predicate = mention.tree, mention.trigger, mention.predicate
    head = subject(tree, predicate) if predicate else None
    own = mention.own_predicate is not None
    kind = "0"
    if head is not None:
        kind = head.text.lower() if is_pronoun(head) else head.entity or "n"
    return EventWords(
        mention,
        mention.lemma,
        f"{trigger.pos[:1]}{'p' if predicate and predicate.passive else ''}{mention.frame[:2]}",
        head.lemma.lower() if head is not None and not head.entity else kind,
        f"{kind}{head.number[:1] if head is not None else ''}",
        f"{tree.head(trigger).lemma.lower()}/{_named(trigger)}",
        _about(context.sentence_offset(mention)),
        (trigger.index, *(token.index for token in tree.ancestors(trigger))),
        frozenset({trigger.index, *(predicate.parts if predicate and own else ())}),
    )


def _about(count: int) -> str:
    """A number as a word, large ones together."""
    return str(count) if count < 3 else "3" if count < 6 else "6"


def _named(token: Token) -> str:
    """The relation, with the subtypes that tell who acts."""
    return token.dep if token.dep in _KEPT_SUBTYPES else token.relation


@dataclass(frozen=True, slots=True)
class NamePath:
    """The relations from a name up to the word that it shares with the event, and from there down to the event."""

    up: tuple[str, ...]
    down: tuple[str, ...]

    def __str__(self) -> str:
        whole = (*self.up, *self.down)
        return "".join(whole if len(whole) <= _WHOLE_PATH else (*self.up[:2], "..", *whole[-2:]))


def _path(event: EventWords, token: Token) -> NamePath:
    tree = event.mention.tree
    up: list[str] = []
    while token.index not in event.parts and token.index not in event.above and len(up) < _LONGEST:
        if token.head == token.index:
            break
        up.append(f"^{_named(token)}")
        token = tree.head(token)
    down = []
    if token.index not in event.parts and token.index in event.above:
        below = event.above[: event.above.index(token.index)]
        down = [f"_{_named(tree.tokens[index])}" for index in reversed(below)]
    return NamePath(tuple(up), tuple(down))


def _in_the_sentence(
    event: EventWords, name: NameInTitle, occurrences: Sequence[Occurrence], places: int
) -> Iterator[str]:
    """The features of a name of the event's sentence, from its nearest occurrence."""
    tree, trigger = event.mention.tree, event.mention.trigger
    paths = [(_path(event, one.token), one) for one in occurrences]
    path, one = min(
        paths, key=lambda each: (len(each[0].up) + len(each[0].down), abs(each[1].token.index - trigger.index))
    )
    token, kind, way = one.token, name.kind, str(path)
    first = path.up[0] if path.up else "0"
    case = "+".join([word.lemma.lower() for word in tree.dependents(token, "case")[:2]])
    governor = tree.head(token).lemma.lower() if token.head != token.index else "root"
    side = "<" if token.index < trigger.index else ">"
    before, after = _beside(tree, one)
    verb = _verb(tree, token, event.parts)
    beside = _described(tree, token)
    yield from (
        f"path={way}|{kind}",
        f"path={way}|{kind}|{event.kind}",
        f"lp={event.lemma}|{way}",
        f"lp={event.lemma}|{way}|{kind}",
        f"lr={event.lemma}|{first}|{case}",
        f"g={governor}|{_named(token)}|{kind}",
        f"gc={governor}|{case}|{event.kind}",
        f"c={case}|{kind}|{event.kind}|{side}",
        f"cp={case}|{way}",
        f"np={name.low}|{way}",
        f"before={before}|{kind}",
        f"after={after}|{kind}",
        f"side={before}|{side}|{event.kind}",
        f"v={verb}",
        f"vk={verb}|{kind}",
        f"vl={verb.partition('|')[0]}|{verb.split('|')[1]}|{event.lemma}",
        f"d={beside}|{kind}",
        f"dr={beside}|{first}",
        f"gp={event.governor}|{way}",
        f"far={side}|{kind}|{event.kind}|{len(path.up)}|{len(path.down)}",
        f"places={min(places, 3)}|{kind}|{case}|{way}",
    )


def _beside(tree: Tree, one: Occurrence) -> tuple[str, str]:
    """The words before and after a name."""
    inside = [token.index for token in tree.within(one.span)] or [one.token.index]
    first, last = inside[0] - 1, inside[-1] + 1
    return (
        tree.tokens[first].text.lower() if first >= 0 else "^",
        tree.tokens[last].text.lower() if last < len(tree.tokens) else "$",
    )


def _verb(tree: Tree, token: Token, parts: frozenset[int]) -> str:
    """The verb or event that governs a name, by what relation, and whether it is the event itself."""
    below = token
    for above in tree.ancestors(token):
        if above.pos in ("VERB", "AUX") or above.index in parts:
            return f"{above.lemma.lower()}|{_named(below)}|{'own' if above.index in parts else 'other'}"
        below = above
    return "-||other"


def _described(tree: Tree, token: Token) -> str:
    """The common nouns beside a name: "le ministre X", "X, député"."""
    nouns = (word for word in tree.dependents(token, "appos", "nmod", "flat") if word.pos == "NOUN" and not word.entity)
    return "+".join(sorted({word.lemma.lower() for word in nouns})[:2])


_Alike = tuple[str, str, str, str]
"""What tells names apart that an event's sentence does not have: `kind`, `position`, how far back they are, their role.
"""
_Shared = tuple[tuple[str, ...], tuple[str, ...]]


def _elsewhere(event: EventWords, kind: str, position: str, back: str, acted: str, places: int) -> _Shared:
    """The features that all names of one sort share that the event's sentence does not have, before and behind "an"."""
    return (
        f"a={kind}|{event.kind}",
        f"al={event.lemma}|{kind}",
        f"ab={kind}|{back}|{acted}",
        f"as={kind}|{event.subject}|{acted}",
        f"ak={event.subject_kind}|{kind}|{acted}|{back}",
        f"at={event.subject_kind}|{kind}|{position}",
        f"alt={event.lemma}|{kind}|{position}",
        f"als={event.lemma}|{acted}|{event.subject_kind}",
    ), (
        f"ap={position}|{kind}|{event.offset}|{places}",
        f"ag={event.governor}|{kind}",
        f"alp={event.lemma}|{kind}|{places}",
    )
