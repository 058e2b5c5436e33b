"""A line for readers who do not know the article: with its topic before it, or with a new person as a new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.events.detection.mentions import Mention
from timeline.events.entities.names import countries
from timeline.events.headline.base.stems import stem, stems
from timeline.events.headline.base.types import Draft
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.topic.completing import LONGEST_LINE, completed, led_by
from timeline.events.headline.topic.contests import tells_a_result
from timeline.events.headline.topic.first_mention import as_new, beginning, is_of_the_past
from timeline.events.headline.topic.offices import with_office
from timeline.events.headline.topic.pointing import bodies_near, named_for
from timeline.events.headline.topic.topics import Topic, topics
from timeline.events.headline.topic.unresolved import OpenNoun, has_a_vague_noun, open_nouns, takes_up
from timeline.events.lexicon import NounClass
from timeline.events.paragraph_heads import head_of
from timeline.events.tree import Tree
from timeline.languages.function_words import function_words

_VAGUE = 0.3
"""How usual a noun is alone in headlines below which its topic has to explain it."""

_BRIEF = 50
"""The largest number of characters of a line that says too little without a name."""

_NEWS = 7
"""How many days before its article an event without any name may have happened for being part of its news."""

_KINDS = ("title", "saying")
_INDEFINITE = function_words("indefinite_beginning")

WAYS = ("", "completed", "led", "new", "placed")
"""How a line was made readable: not at all, its noun completed, behind its topic, a new person, behind its place."""


@dataclass(frozen=True, slots=True)
class Readable:
    """A line as a reader understands it who does not know the article, and how it was made so (one of `WAYS`)."""

    text: str
    way: str = ""


def readable(context: HeadlineContext, mention: Mention, draft: Draft) -> Readable:
    """The text of a draft as a reader understands it who does not know the article.

    Returns:
        "Fusillade à Grasse : le suspect est arrêté", "Un suspect est arrêté", "Le préfet Jean Roy démissionne"; the
        text itself where each noun is known, or where nothing explains it.
    """
    draft = with_office(context, mention.tree, draft)
    line = draft.text
    if draft.kind in _KINDS or ":" in line or len(line) >= LONGEST_LINE:
        return Readable(line)
    tree = mention.tree
    about = topics(context)
    if headed := _behind_its_head(context, mention, draft):
        return Readable(headed, "led")
    if result := _of_its_contest(context, mention, line, about):
        return Readable(result, "led")
    unresolved = [one for one in open_nouns(context, tree, draft) if one.word.text in line]
    if not unresolved:
        return _of_elsewhere(context, mention, draft) or _of_the_affair(context, mention, draft, about)
    for way, text in _ways(context, mention, draft, unresolved, about):
        if text:
            return Readable(text, way)
    return _of_elsewhere(context, mention, draft) or Readable(line)


def _behind_its_head(context: HeadlineContext, mention: Mention, draft: Draft) -> str:
    """The line behind the name that heads its paragraph: "Vallourec : le fabricant de tubes annonce …"; "" for none.

    Not where its subject has a name, or the line has the head's words.
    """
    head = head_of(context.context, context.trees, mention.tree)
    named = draft.subject is not None and draft.subject.named
    if head is None or named or not _fits(draft.text, Topic(head.name, stems(head.name))):
        return ""
    return led_by(context, mention.tree, head.name, draft.text)


def _of_elsewhere(context: HeadlineContext, mention: Mention, draft: Draft) -> Readable | None:
    """The line of a pronoun without its noun behind the affair: "Avalanche : les secours l'ont vu"; None for others."""
    if not takes_up(mention.tree, draft):
        return None
    line = behind_the_affair(context, mention, draft.text)
    return Readable(line, "led") if line != draft.text else None


def behind_the_affair(context: HeadlineContext, mention: Mention, line: str) -> str:
    """A line that says too little, behind what the article is about; the line itself where that does not fit."""
    other = is_another_happening(context, mention) or is_of_the_past(context, mention, _NEWS)
    affair = next((one for one in topics(context) if not one.place and _fits(line, one)), None)
    if affair is None or other or ":" in line:
        return line
    return led_by(context, mention.tree, affair.text, line)


def _ways(
    context: HeadlineContext, mention: Mention, draft: Draft, unresolved: Sequence[OpenNoun], about: Sequence[Topic]
) -> Iterator[tuple[str, str]]:
    """The ways to make a line readable with the line each makes, best first; "" where one does not."""
    tree, line, first = mention.tree, draft.text, unresolved[0]
    alone = [noun for noun in unresolved if noun.alone]
    yield from (("completed", completed(context, tree, line, noun, about, named=True)) for noun in alone)
    yield from (("completed", named_for(context, tree, line, noun)) for noun in alone)
    past = is_of_the_past(context, mention)
    for noun in unresolved:
        affairs = [one for one in about if not one.place and (not past or (one.named and noun.subject))]
        its = [one for one in affairs if not (one.thing and _is_of_others(context, tree, draft, noun, one, about))]
        yield "led", _behind(context, tree, line, noun, its)
    yield "new", as_new(context, tree, line, first)
    yield from (("completed", completed(context, tree, line, noun, about, named=False)) for noun in alone)
    places = [one for one in about if one.place and not first.ranked]  # of "la première attaque" a place says nothing
    yield "placed", _behind(context, tree, line, first, places)


def _is_of_others(
    context: HeadlineContext, tree: Tree, draft: Draft, noun: OpenNoun, thing: Topic, about: Sequence[Topic]
) -> bool:
    """Whether the noun may be somebody's whom the line names, or is the place's: "Québec : le gouvernement"."""
    named = draft.subject is not None and draft.subject.named and thing.text.istitle()
    lemma, classes = noun.word.lemma.lower(), (NounClass.INSTITUTION, NounClass.OFFICE, NounClass.AUTHORITY)
    if context.words.has("topic_bodies", lemma) and bodies_near(context, tree) - {thing.text}:
        return True
    return named or (any(one.place for one in about) and context.context.lexicon.is_noun(lemma, *classes))


def _of_its_contest(context: HeadlineContext, mention: Mention, line: str, about: Iterable[Topic]) -> str:
    """The line of a result behind its competition; "" where it is none, or of an earlier time."""
    contest = next((one for one in about if one.contest), None)
    if contest is None or not _fits(line, contest) or not tells_a_result(context, mention):
        return ""
    earlier = is_of_the_past(context, mention, _NEWS)
    return "" if earlier else led_by(context, mention.tree, contest.text, line)


def _of_the_affair(context: HeadlineContext, mention: Mention, draft: Draft, about: Iterable[Topic]) -> Readable:
    """The line of known nouns behind the name of the affair, if one of them has no name beside it.

    A line without any name stands behind what the article is about: "Une personne est blessée".
    """
    line, tree = draft.text, mention.tree
    named = next((one for one in about if one.named), None)
    if named is not None and has_a_vague_noun(context, tree, draft) and _fits(line, named):
        return Readable(led_by(context, tree, named.text, line), "led")
    other = is_another_happening(context, mention) or is_of_the_past(context, mention, _NEWS)
    if not other and takes_up(tree, draft):
        thing = next((one for one in about if not one.place and _fits(line, one)), None)
        return Readable(led_by(context, tree, thing.text, line), "led") if thing is not None else Readable(line)
    if line[:3].lower() not in _INDEFINITE or len(line) > _BRIEF or other or names_anything(draft):
        return Readable(line)
    affair = next((one for one in about if not one.place), None)
    fits = affair is not None and _fits(line, affair) and not is_abroad(context, tree, affair)
    return Readable(led_by(context, tree, affair.text, line), "led") if fits and affair else Readable(line)


def is_another_happening(context: HeadlineContext, mention: Mention) -> bool:
    """Whether an event may be another one of the headline's kind: "un attentat avait fait 44 morts", "il a été tué"."""
    lemmas = {token.lemma.lower() for token in mention.tree.tokens if token.pos in ("NOUN", "VERB")}
    return any(not lemmas.isdisjoint(context.words.get(name)) for name in ("topic_happenings", "dying"))


def names_anything(draft: Draft) -> bool:
    """Whether the line has a name, or a subject from another sentence."""
    elsewhere = draft.subject is not None and (draft.subject.named or draft.subject.resolved)
    return elsewhere or not draft.words or any(word.entity or word.pos == "PROPN" for word in draft.words)


def _behind(context: HeadlineContext, tree: Tree, line: str, noun: OpenNoun, about: Iterable[Topic]) -> str:
    """The line behind the first topic that explains the noun; "" if none does.

    What was done to somebody explains no noun that another topic has: "incendie d'un gymnase", "deux suspects arrêtés".
    """
    known = False
    for one in about:
        if not (known and one.done) and (text := _led(context, tree, line, noun, one)):
            return text
        known = known or stem(noun.word.text) in one.stems
    return ""


def _led(context: HeadlineContext, tree: Tree, line: str, noun: OpenNoun, topic: Topic) -> str:
    """The line behind its topic; "" if it repeats the topic or is too long, or if a place does not explain the noun."""
    if not _fits(line, topic):
        return ""
    foreign = _names_a_place(context, tree, line) if topic.place else is_abroad(context, tree, topic)
    if foreign or not _explains(context, line, noun, topic):
        return ""
    return led_by(context, tree, topic.text, line)


def _fits(line: str, topic: Topic) -> bool:
    """Whether the line is short enough and does not repeat the topic."""
    return not topic.stems & stems(line) and len(topic.text) + len(line) + 3 <= LONGEST_LINE


def _names_a_place(context: HeadlineContext, tree: Tree, line: str) -> bool:
    """Whether the line has a place of its own: "la maladie est réapparue au Japon" is not about the Philippines."""
    return any(name.surface in line for name in context.names(tree, "LOC"))


def is_abroad(context: HeadlineContext, tree: Tree, topic: Topic) -> bool:
    """Whether the sentence names a country that is not the headline's: what happens there is not its event."""
    known = f"{context.context.article.title} {topic.text}"
    names = (name.surface for name in context.names(tree, "LOC") if name.surface not in known)
    return not topic.named and any(name in countries(context.entities.language) for name in names)


def _explains(context: HeadlineContext, line: str, noun: OpenNoun, topic: Topic) -> bool:
    """Whether a reader who knows the topic knows what the noun means.

    "Fusillade à Grasse : le suspect …", "… revendique l'attaque", "Syrie : le gouvernement …"; not "Syrie : le pays …",
    "Attaque à Istanbul : … dans la ville", and of a town not "le gouvernement".
    """
    word, lexicon = noun.word, context.context.lexicon
    lemma = word.lemma.lower()
    if context.words.has("topic_settings", lemma) or context.words.has("pointers", lemma):
        return False
    if not noun.subject:
        happens = any(context.words.has(name, lemma) for name in ("topic_happenings", "topic_sequels"))
        known = lexicon.is_noun(lemma, NounClass.EVENT) or context.words.has("people", lemma)
        vague = noun.told and noun.familiar < _VAGUE
        return not topic.place and (happens or vague or (topic.named and noun.alone) or (known and noun.told))
    if not topic.place:
        return True
    if context.words.has("stretches", lemma) or not beginning(line, word):
        return False
    if topic.setting and not word.is_plural and context.words.has("new_people", lemma):
        return False
    body = lexicon.is_noun(lemma, NounClass.INSTITUTION, NounClass.OFFICE, NounClass.AUTHORITY)
    return word.text.islower() and (topic.setting or not body)
