"""Parsed sentences for the tests: from CoNLL-U, so that no test depends on the network that ships."""

from __future__ import annotations

import datetime
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

from timeline.evaluation import GoldArticle, read
from timeline.events import extract
from timeline.events.arguments.refine import Drafted
from timeline.events.detection.mentions import MentionKind
from timeline.events.event_builder import EventBuilder, event_builder
from timeline.events.event_coreference import identify, in_text_order, without_repeats
from timeline.events.extraction import weigh
from timeline.events.ranking.model import load as model_of
from timeline.events.ranking.prepare import prepare
from timeline.events.ranking.rank import rank
from timeline.events.rivals import Opinion
from timeline.model import Article, Entity, Event, Sentence, Span, Timex, Token
from timeline.timex import normalise, recognise

HERE = Path(__file__).parent
GOLD = HERE.parent / "gold"


@cache
def parses() -> dict[str, tuple[Sentence, ...]]:
    """The parses of the gold articles that `parses.conllu` holds, by article."""
    documents = (HERE / "parses.conllu").read_text(encoding="utf-8").split("# newdoc id = ")[1:]
    return {head: conllu(body) for head, _, body in (text.partition("\n") for text in documents)}


def conllu(text: str) -> tuple[Sentence, ...]:
    """Sentences from CoNLL-U; offsets stand in the last column (`Start=0|End=3|Entity=PER`)."""
    blocks = [block.strip().splitlines() for block in text.strip().split("\n\n") if block.strip()]
    return tuple(_sentence([_token(line) for line in block]) for block in blocks)


def _token(line: str) -> Token:
    index, text, lemma, pos, _, features, head, dep, _, misc = line.split("\t")
    extra = _pairs(misc)
    number = int(index) - 1
    return Token(
        number,
        int(extra["Start"]),
        int(extra["End"]),
        text,
        lemma,
        pos,
        number if head == "0" else int(head) - 1,
        dep,
        _pairs(features),
        extra.get("Entity", ""),
    )


def _pairs(text: str) -> dict[str, str]:
    return {} if text == "_" else dict(pair.split("=", 1) for pair in text.split("|"))


def _sentence(tokens: list[Token]) -> Sentence:
    entities = []
    for label, run in groupby(tokens, key=lambda token: token.entity):
        words = list(run)
        if label:
            span = Span(words[0].start, words[-1].end)
            entities.append(Entity(span, label, _text(words)))
    return Sentence(Span(tokens[0].start, tokens[-1].end), tuple(tokens), tuple(entities))


def _text(words: list[Token]) -> str:
    text = words[0].text
    for before, word in pairwise(words):
        text += " " * (word.start - before.end) + word.text
    return text


def table(text: str) -> tuple[str, tuple[Sentence, ...]]:
    """A text and its parse from lines `form lemma UPOS features head relation [entity]`, one blank line between
    sentences."""
    built, sentences = "", []
    for block in text.strip().split("\n\n"):
        tokens = []
        for number, line in enumerate(block.strip().splitlines()):
            form, lemma, pos, features, head, dep, *entity = line.split()
            glue = form in (".", ",") or built.endswith(("'", "’")) or not built
            start = len(built) + (0 if glue else 1)
            built += ("" if glue else " ") + form
            place = number if head == "0" else int(head) - 1
            tokens.append(Token(number, start, len(built), form, lemma, pos, place, dep, _pairs(features), *entity))
        sentences.append(_sentence(tokens))
    return built, tuple(sentences)


def resolved(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Timex, ...]:
    """The dates of an article."""
    found = recognise.find(article.text, article.language)
    return normalise.resolve(article.text, found, article.published, sentences, article.language).timexes


def told(text: str, published: str = "2022-12-20", title: str = "") -> tuple[Event, ...]:
    """The events of a text written as `table` reads it, as the rules alone have them."""
    plain, sentences = table(text)
    return by_rules(Article("a", "a.txt", title, datetime.date.fromisoformat(published), plain), sentences)


def by_rules(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Event, ...]:
    """The events of an article with the dates, people, places and status that the rules draft for the models."""
    builder, drafted = drafts(article, sentences)
    made = without_repeats([event for _, _, event in drafted.events], drafted.context)
    titled = builder.titled(made, [mention for mention, _, _ in drafted.events], keep=0.0)
    return identify(in_text_order(titled))


def drafts(article: Article, sentences: tuple[Sentence, ...]) -> tuple[EventBuilder, Drafted]:
    """What the models refine: the mentions of the rules with their dates and events; the salience is the model's."""
    facts = prepare(article, sentences, resolved(article, sentences))
    builder = event_builder(facts.context, facts.trees, facts.timexes)
    opinions = {ranked.number: opinion for ranked, opinion in weigh(facts, rank(facts, model_of(article.language)))}
    drafted = tuple(
        (mention, dating, builder.event(opinions.get(number, Opinion(0.0, 0.0)), mention, dating, 0.0))
        for number, (mention, dating) in enumerate(zip(facts.mentions, facts.ruled, strict=True))
        if not mention.extra and mention.kind is not MentionKind.OPINION
    )
    given = builder.context, builder.entities, builder.story, builder.trees, builder.main_referents
    return builder, Drafted(*given, drafted)


@cache
def gold() -> tuple[tuple[GoldArticle, tuple[Event, ...]], ...]:
    """The gold articles that have a parse, with their events by the rules."""
    articles = [one for one in read(GOLD) if one.article.id in parses()]
    return tuple((one, by_rules(one.article, parses()[one.article.id])) for one in articles)


@cache
def extracted() -> tuple[tuple[GoldArticle, tuple[Event, ...]], ...]:
    """The gold articles that have a parse, with the events that the shipped model makes of them."""
    return tuple((one, _extracted(one.article)) for one, _ in gold())


def _extracted(article: Article) -> tuple[Event, ...]:
    return extract(article, parses()[article.id], resolved(article, parses()[article.id]))
