"""Features that tell whether a line should stand behind a topic: of the line, and of the topic beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.events.detection.mentions import Mention
from timeline.events.geography.country_codes import PlaceKind, country_code
from timeline.events.headline.base.stems import stems
from timeline.events.headline.base.types import Draft
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.leading.candidates import Candidate
from timeline.events.headline.topic.contests import tells_a_result
from timeline.events.headline.topic.first_mention import is_of_the_past
from timeline.events.headline.topic.unresolved import has_a_vague_noun, open_nouns, takes_up
from timeline.events.lexicon import NounClass
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words

_LABELS = ("LOC", "ORG", "PER")
_INDEFINITE = function_words("indefinite_beginning")
_ARTICLE = 3
_WEEK = 7
_FAMILIAR = 3.0
"""The value where no noun is open: that of a very familiar one."""

_FAR = 20
"""The largest number of sentences that is told apart."""

_BEFORE = 2
"""The sentences before the line's in which the words of a topic are looked for."""


def line_signs(context: HeadlineContext, mention: Mention, draft: Draft, line: str) -> dict[str, float]:
    """What a line tells and leaves open.

    Args:
        context: The inputs of headline writing.
        mention: The mention that it describes.
        draft: Its derivation.
        line: The line without a topic.

    Returns:
        The features by name.
    """
    tree = mention.tree
    place, count = _index(context, tree), len(context.trees)
    named = {label: context.names(tree, label) for label in _LABELS}
    found = {
        "l characters": float(len(line)),
        "l indefinite": float(line[:_ARTICLE].lower() in _INDEFINITE),
        "l capitals": float(sum(word[:1].isupper() for word in line.split()[1:])),
        "l sentence": float(place),
        "l relative": place / max(1, count),
        "l lead": float(place == context.context.first),
        "l place": float(any(name.surface in line for name in named["LOC"])),
        "l result": float(tells_a_result(context, mention)),
        "l week": float(is_of_the_past(context, mention, _WEEK)),
        "l past": float(is_of_the_past(context, mention)),
        "l other": float(_is_another_happening(context, mention)),
        "l named": float(_names_anything(draft)),
        "l vague": float(has_a_vague_noun(context, tree, draft)),
        "l pronoun": float(takes_up(tree, draft)),
        "a names": _names_of_article(context) / count,
    }
    found |= {f"l {label}": float(sum(name.surface in line for name in names)) for label, names in named.items()}
    return found | _open(context, tree, draft)


def _open(context: HeadlineContext, tree: Tree, draft: Draft) -> dict[str, float]:
    nouns = open_nouns(context, tree, draft)
    return {
        "o count": float(len(nouns)),
        "o alone": float(sum(one.alone for one in nouns)),
        "o told": float(sum(one.told for one in nouns)),
        "o subject": float(sum(one.subject for one in nouns)),
        "o ranked": float(sum(one.ranked for one in nouns)),
        "o familiar": min((one.familiar for one in nouns), default=_FAMILIAR),
    }


def topic_signs(context: HeadlineContext, mention: Mention, line: str, topic: Candidate) -> dict[str, float]:
    """What a topic is, and how near the article has it to a line.

    Args:
        context: The inputs of headline writing.
        mention: The mention that the line describes.
        line: The line without a topic.
        topic: The topic.

    Returns:
        The features by name.
    """
    first = context.trees[0]
    alone = first.remembered(("topic", topic.text), context.trees, lambda: _of_text(context, topic))
    places = first.remembered("places of names", context.trees, lambda: _places(context)).get(topic.text, ())
    return {
        **alone,
        **_of_place(context, mention, topic, places),
        "t total": float(len(topic.text) + len(line)),
    }


def offer_signs(topics: Sequence[Candidate]) -> list[dict[str, float]]:
    """How each of the topics that a line may stand behind compares with the others as a name of the affair.

    Args:
        topics: The topics.

    Returns:
        For each its rank, how much likelier it is than the likeliest other one, their number and the likeliest.
    """
    chances = [one.affair for one in topics]
    return [
        {
            "f rank": float(sum(other > own for other in chances)),
            "f lead": own - max((*chances[:place], *chances[place + 1 :]), default=0.0),
            "f count": float(len(chances)),
            "f best": max(chances),
        }
        for place, own in enumerate(chances)
    ]


def lead_signs(chances: Sequence[float], place: int) -> dict[str, float]:
    """How likely a topic is before its line, beside the others.

    Args:
        chances: The probability of each topic that an editor would put it there.
        place: The place of the topic among them.

    Returns:
        Its probability, that of the likeliest other one, and the sum of all.
    """
    others = (*chances[:place], *chances[place + 1 :])
    return {"c own": chances[place], "c other": max(others, default=0.0), "c sum": sum(chances)}


def _of_text(context: HeadlineContext, topic: Candidate) -> dict[str, float]:
    text, title, words = topic.text, context.context.article.title.lower(), topic.text.split()
    known = country_code(text)
    head = words[0].partition("'")[0].partition("’")[0].lower()
    forms = (head, head.removesuffix("s"))
    return {
        "t source": float(topic.source),
        "t affair": topic.affair,
        **{f"t {label}": float(topic.label == label) for label in _LABELS},
        "t characters": float(len(text)),
        "t words": float(len(words)),
        "t title": float(title.find(text.lower())),
        "t country": float(known is not None and known.kind is PlaceKind.COUNTRY),
        "t known": float(known is not None),
        "t event": float(context.context.lexicon.is_noun(head, NounClass.EVENT)),
        "t happening": float(any(context.words.has("topic_happenings", one) for one in forms)),
        "t digit": float(any(letter.isdigit() for letter in text)),
        "t capitals": sum(word[:1].isupper() for word in words) / len(words),
    }


def _places(context: HeadlineContext) -> Mapping[str, Sequence[int]]:
    """For each name as it stands and by its full form, the numbers of the sentences that have it, one for each time."""
    found: dict[str, list[int]] = {}
    for place, tree in enumerate(context.trees):
        for name in (one for label in _LABELS for one in context.names(tree, label)):
            for text in {name.canonical, name.surface}:
                found.setdefault(text, []).append(place)
    return found


def _of_place(context: HeadlineContext, mention: Mention, topic: Candidate, places: Sequence[int]) -> dict[str, float]:
    """How often the article has the topic as a name, and how far from the line's sentence."""
    here = _index(context, mention.tree)
    before = [place for place in places if place <= here]
    near = context.trees[max(0, here - _BEFORE) : here]
    return {
        "t count": float(len(places)),
        "t share": len(places) / len(context.trees),
        "t first": float(min([*places, _FAR])),
        "t last": float(min(here - before[-1], _FAR)) if before else float(_FAR),
        "t here": _shared(topic, mention.tree),
        "t near": max((_shared(topic, tree) for tree in near), default=0.0),
    }


def _shared(topic: Candidate, tree: Tree) -> float:
    """The share of a topic's words that a sentence has."""
    own = tree.remembered("stems", None, lambda: stems(" ".join(token.text for token in tree.tokens)))
    return len(topic.stems & own) / max(1, len(topic.stems))


def _index(context: HeadlineContext, tree: Tree) -> int:
    def found() -> int:
        return next(place for place, one in enumerate(context.trees) if one.sentence.span == tree.sentence.span)

    return tree.remembered("number", context.trees, found)


def _names_of_article(context: HeadlineContext) -> int:
    def counted() -> int:
        return sum(len(context.names(tree, label)) for tree in context.trees for label in _LABELS)

    return context.trees[0].remembered("names of article", context.trees, counted)


def _is_another_happening(context: HeadlineContext, mention: Mention) -> bool:
    """Whether an event may be another one of the headline's kind: "un attentat avait fait 44 morts", "il a été tué"."""
    lemmas = {token.lemma.lower() for token in mention.tree.tokens if token.pos in ("NOUN", "VERB")}
    return any(not lemmas.isdisjoint(context.words.get(name)) for name in ("topic_happenings", "dying"))


def _names_anything(draft: Draft) -> bool:
    """Whether the line has a name, or a subject from another sentence."""
    elsewhere = draft.subject is not None and (draft.subject.named or draft.subject.resolved)
    return elsewhere or not draft.words or any(word.entity or word.pos == "PROPN" for word in draft.words)
