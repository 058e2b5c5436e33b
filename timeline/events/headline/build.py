"""Write a headline for an event: the best line that a reader is not likely to call bad.

The lines are drafts of the clause, the article's own headline if the event is its news, the sentence without its
asides or as written, and the speaker with the quotation.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.events.detection.mentions import Mention
from timeline.events.headline.article_title import title_draft
from timeline.events.headline.base.gate import LONGEST, LONGEST_CLAUSE, broken, limited
from timeline.events.headline.base.types import Draft, Headline
from timeline.events.headline.choice import last_resort, sentences
from timeline.events.headline.choice.printable import Verdict, signs, verdicts
from timeline.events.headline.choice.trimmed import TRIMMED, trimmed_drafts
from timeline.events.headline.complete.hedged import (
    has_judgements,
    loses_its_condition,
    loses_its_if,
    tells_anothers_judgement,
)
from timeline.events.headline.complete.identified import loses_what_identifies
from timeline.events.headline.complete.numbers import keeps_its_numbers
from timeline.events.headline.complete.strayed import with_objects
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.cuts.search import cut_drafts
from timeline.events.headline.drafts.frames import drafts
from timeline.events.headline.drafts.noun_clauses import apart_drafts
from timeline.events.headline.drafts.polarity import dates_another
from timeline.events.headline.leading.choice import Printed, behind_topic
from timeline.events.headline.topic.placing import Readable, readable
from timeline.events.headline.words import HeadlineWords

_LIKELY_BAD = 0.3
"""The probability that a reader calls it bad up to which the article's own headline is used."""

_SURE = 0.36
"""The same up to which a draft of the clause is trusted, and the sentence is not trimmed."""

_CUT_BAD, _LONG_LINES = 0.7, 2
"""The same up to which a line is printed that a cut made fit a headline; how many long lines are cut."""

_GOOD, _BAD = 0.4, 1.0
"""The weights of a line's probabilities to be good and bad, relative to its similarity to editors' lines (chrF)."""

_RANKED = 0.4
"""The weight of a draft's rank among those of its event; it orders them, and is not part of a line's score."""

_WHOLE = (sentences.SENTENCE, sentences.SAYING)
"""The kinds of lines that are no shortened clause or sentence."""

_LOST = {sentences.SENTENCE: 0.4, TRIMMED: 0.1}
"""What a line of a kind loses: a headline has no date, its verb is in the present, and it tells one thing."""

_LONG, _LONG_CLAUSE, _LONGER = 0.05, 0.1, 0.45
"""What a line loses that is longer than `LONGEST`, what a clause does, and what it loses for each `LONGEST` more.

Editors' lines are the longer the more they tell, so that the similarity alone favours a long clause.
"""

LONGEST_TRIMMED = 250
"""The largest number of characters of a sentence without its asides."""

TOGETHER = 128
"""The number of mentions whose drafts are held at a time."""

_RESOLVED = {"completed": 0.05, "explained": 0.1, "new": -0.05}
"""What a line gains that was made readable in a way, beyond its verdict: there are few verdicts on such lines."""

_LEAST = 0.05
"""The lowest score of a line: 0 is that of a sentence that no rule lets pass."""

_TRIM = 8
_SPARE = 4


def write(context: HeadlineContext, mention: Mention) -> str:
    """The headline of a single mention."""
    return headlines(context, mention)[0].text


def headlines(context: HeadlineContext, mention: Mention) -> tuple[Headline, ...]:
    """The possible headlines of a mention, best first; the sentence (score 0) only where there is no other."""
    return headlines_of_all([(context, mention)])[0]


def headlines_of_all(asked: Sequence[tuple[HeadlineContext, Mention]]) -> list[tuple[Headline, ...]]:
    """`headlines` of each mention of an article.

    The sentence is only offered where each draft of the clause is in doubt: it costs more time than all of them, and it
    reports the event of its main verb. Another event has it only where its clause has no draft.
    """
    groups = (asked[start : start + TOGETHER] for start in range(0, len(asked), TOGETHER))
    return [found for group in groups for found in _headlines_of(group)]


def _headlines_of(asked: Sequence[tuple[HeadlineContext, Mention]]) -> list[tuple[Headline, ...]]:
    clauses = [clause_drafts(*one) for one in asked]
    judged = _judged(asked, [_short(drafted) for drafted in clauses])
    doubtful = [place for place, own in enumerate(judged) if all(one.verdict.bad > _SURE for one in own)]
    lines = [_longer_lines(clauses[place], *asked[place], judged[place]) for place in doubtful]
    for place, more in zip(doubtful, _judged([asked[place] for place in doubtful], lines), strict=True):
        judged[place] += more
    ordered = [_ordered([one for one in own if one.draft.kind != "title"]) for own in judged]
    long = [place for place, lines in enumerate(ordered) if lines and len(lines[0].line.text) > LONGEST]
    cuts = _judged([asked[place] for place in long], [_cut(*asked[place], ordered[place]) for place in long])
    for place, cut in zip(long, cuts, strict=True):
        ordered[place] = _fitting(ordered[place], cut)
    return [
        _best(*one, _spared(own, best, one[0].words)) for one, own, best in zip(asked, judged, ordered, strict=True)
    ]


def _cut(context: HeadlineContext, mention: Mention, lines: Sequence[_Judged]) -> dict[str, Draft]:
    """The drafts of the best lines that are too long, cut to fit a headline."""
    mention = with_objects(context, mention)
    long = [one for one in lines[:_LONG_LINES] if len(one.line.text) > LONGEST and one.draft.words]
    found: dict[str, Draft] = {}
    for one in long:
        more = len(one.line.text) - len(one.draft.text)
        found |= _passing(cut_drafts(context, mention, one.draft, LONGEST - more), context, mention, LONGEST)
    return found


def _short(drafted: Mapping[str, Draft]) -> dict[str, Draft]:
    return {text: draft for text, draft in drafted.items() if len(text) <= LONGEST}


def _longer_lines(
    drafted: Mapping[str, Draft], context: HeadlineContext, mention: Mention, judged: Sequence[_Judged]
) -> dict[str, Draft]:
    """The drafts of the clause that are too long for a headline; then those of the sentence, if it may be used.

    It may for the event of its main verb, and for one without another line.
    """
    longer = {text: draft for text, draft in drafted.items() if len(text) > LONGEST}
    if not judged or _leads(context, mention):
        return longer | _sentence_lines(drafted, context, mention)
    return longer


@dataclass(frozen=True, slots=True)
class _Judged:
    """A draft, its line as a reader understands it, its similarity to editors' lines, and its verdict."""

    draft: Draft
    line: Readable
    similarity: float
    verdict: Verdict


def _judged(
    asked: Sequence[tuple[HeadlineContext, Mention]], drafted: Sequence[Mapping[str, Draft]]
) -> list[list[_Judged]]:
    """The drafts of each mention with their verdicts, all in one run of the model."""
    lines = [
        [(draft, readable(*one, draft)) for draft in found.values()] for one, found in zip(asked, drafted, strict=True)
    ]
    rows = [[signs(draft, *one, way=line.way) for draft, line in own] for one, own in zip(asked, lines, strict=True)]
    given = iter(verdicts([row for own in rows for row in own]))
    return [
        [_Judged(draft, line, row["likeness"], next(given)) for (draft, line), row in zip(own, of_own, strict=True)]
        for own, of_own in zip(lines, rows, strict=True)
    ]


def _best(context: HeadlineContext, mention: Mention, scored: Sequence[Headline]) -> tuple[Headline, ...]:
    """The best lines in their order; the article's own headline, if it is among them, by its score first or second."""
    others = [one for one in scored if not one.own]
    if not others:
        others = [Headline(last_resort.line_of(context, mention), 0.0)]
    own = [one for one in scored if one.own]
    first = others[: int(any(one.score < others[0].score for one in own))]
    return (*first, *own, *others[len(first) :])


def printable_drafts(context: HeadlineContext, mention: Mention) -> list[Draft]:
    """The drafts of a mention that pass all rules of the gate, without duplicates.

    They include the sentence without its asides, the article's headline and the sentence as written.
    """
    of_clause = clause_drafts(context, mention)
    return [*of_clause.values(), *_sentence_lines(of_clause, context, mention).values()]


def clause_drafts(context: HeadlineContext, mention: Mention) -> dict[str, Draft]:
    """The drafts of the clause and the article's headline that pass all rules of the gate, by their text.

    Those of the clause have at most `LONGEST_CLAUSE` characters, the headline `LONGEST`.
    """
    mention = with_objects(context, mention)
    seen = _passing(drafts(context, mention), context, mention, LONGEST_CLAUSE)
    own = title_draft(context, mention)
    return seen | _passing((own,) if own is not None else (), context, mention, LONGEST)


def _sentence_lines(beside: Collection[str], context: HeadlineContext, mention: Mention) -> dict[str, Draft]:
    """The sentence without its asides and as written, by their text, but lines that the clause has too."""
    mention = with_objects(context, mention)
    found = _passing(trimmed_drafts(context, mention), context, mention, LONGEST_TRIMMED)
    for draft in sentences.sentence_drafts(context, mention):
        found.setdefault(draft.text, draft)
    return {text: draft for text, draft in found.items() if text not in beside}


def _leads(context: HeadlineContext, mention: Mention) -> bool:
    """Whether the mention is the main verb of its sentence: "quitter" of "il a dû quitter Lyon et se rendre à Nice".

    A root with a relative pronoun as its subject is a mistake of the parse: it describes a noun of the main clause. A
    noun by which the main verb is dated is not told by it: "prend des photos depuis son lancement".
    """
    if mention.predicate is None or not mention.tree.is_root(mention.predicate.top):
        return False
    if mention.own_predicate is None and dates_another(context, mention.tree, mention.trigger):
        return False
    return all(one.pron_type != "Rel" for one in mention.tree.dependents(mention.predicate.top, "nsubj"))


def _passing(found: Iterable[Draft], context: HeadlineContext, mention: Mention, longest: int) -> dict[str, Draft]:
    """The drafts that the gate lets pass, by their text."""
    span = mention.tree.sentence.span
    sentence = context.context.article.text[span.start : span.end]
    passing: dict[str, Draft] = {}
    for draft in found:
        text = limited(sentences.numbered(draft.text), context.words, sentence)
        if (
            text not in passing
            and not broken(text, context.words, longest, sentence)
            and keeps_its_numbers(context, mention.tree, text, sentence)
            and not loses_what_identifies(context, mention.tree, draft)
            and not loses_its_condition(mention.tree, draft)
            and not loses_its_if(context, mention.tree, draft)
            and not _tells_a_judgement(context, mention, draft, text)
        ):
            passing[text] = draft if text == draft.text else replace(draft, text=text)
    return passing


def _tells_a_judgement(context: HeadlineContext, mention: Mention, draft: Draft, text: str) -> bool:
    if not draft.words or not has_judgements(context, mention.tree):
        return False
    parts = draft.predicate.parts if draft.predicate is not None else frozenset[int]()
    shown = {word.index for word in draft.words} | parts
    return tells_anothers_judgement(context, mention.tree, shown, text)


def _spared(judged: Sequence[_Judged], ordered: Sequence[_Judged], words: HeadlineWords) -> list[Headline]:
    """The article's own headline, if it is not likely bad, and the best other lines, best first."""
    own = [one for one in judged if one.draft.kind == "title" and one.verdict.bad <= _LIKELY_BAD]
    return [_headline(one, words) for one in (*own, *ordered[:_SPARE])]


def _ordered(judged: Iterable[_Judged]) -> list[_Judged]:
    """The lines, best first: the shortened ones by score and rank, the sentence and its quotation by their score alone.

    A sentence has nothing cut, and so the rank of a whole line, but no headline is a sentence.
    """
    found = sorted(judged, key=lambda one: (-_value(one), one.draft.text))
    whole = [one for one in found if one.draft.kind in _WHOLE]
    lines = [one for one in found if one.draft.kind not in _WHOLE]
    for one in whole:
        place = next((number for number, line in enumerate(lines) if _score(line) < _score(one)), len(lines))
        lines.insert(place, one)
    return lines


def _fitting(lines: list[_Judged], cut: Iterable[_Judged]) -> list[_Judged]:
    """The lines behind those that a cut made fit a headline, and that are not likely bad."""
    fits = [one for one in cut if len(one.line.text) <= LONGEST and one.verdict.bad <= _CUT_BAD]
    fits.sort(key=lambda one: (-_value(one), one.draft.text))
    return [*fits, *lines]


def _value(one: _Judged) -> float:
    """What orders the shortened lines of an event: the score of each, and its rank among them."""
    return _score(one) + _RANKED * one.verdict.rank


def _headline(one: _Judged, words: HeadlineWords) -> Headline:
    score, confidence, own = max(_score(one), _LEAST), 1 - one.verdict.bad, one.draft.kind == "title"
    text = one.line.text if own else words.as_usual(one.line.text)
    return Headline(text, round(score, 4), own, round(confidence, 4), one.draft.cut, one.draft, one.line.way)


def _score(one: _Judged) -> float:
    """The value of a line: its similarity to editors' lines, its verdict, its kind and its length."""
    over = max(0, len(one.draft.text) - LONGEST)
    long = _LONG if one.draft.kind in _LOST else _LONG_CLAUSE
    lost = _LOST.get(one.draft.kind, 0.0) + long * (over > 0) + _LONGER * over / LONGEST
    gained = _GOOD * one.verdict.good - _BAD * one.verdict.bad + _RESOLVED.get(one.line.way, 0.0)
    return one.similarity + gained - lost


def printed(context: HeadlineContext, mention: Mention, headline: Headline, places: Collection[str] = ()) -> Printed:
    """A headline as the timeline prints it: behind the topic without which its reader does not know what it is about.

    Args:
        context: The inputs of headline writing.
        mention: The mention that it describes.
        headline: One of its `headlines`.
        places: The places of its event.

    Returns:
        The line; that of no draft as it is.
    """
    if headline.draft is None:
        return Printed(headline.text)
    line = behind_topic(context, mention, headline.draft, Readable(headline.text, headline.way), places)
    return line if line.text == headline.text else replace(line, text=context.words.as_usual(line.text))


def line_apart(context: HeadlineContext, mention: Mention) -> Headline | None:
    """The best line from the words of an event's noun alone, for one whose other lines tell another event.

    Args:
        context: The inputs of headline writing.
        mention: The mention that it describes.

    Returns:
        The line; None for a verb, and where each is likely bad.
    """
    found = _passing(apart_drafts(context, with_objects(context, mention)), context, mention, LONGEST)
    (judged,) = _judged([(context, mention)], [found])
    ordered = _ordered([one for one in judged if one.verdict.bad <= _CUT_BAD])
    return _headline(ordered[0], context.words) if ordered else None


def sentence_line(context: HeadlineContext, mention: Mention) -> str:
    """The sentence of a mention as a line, up to where it may end if it is too long.

    Args:
        context: The inputs of headline writing.
        mention: The mention; the line has its word.

    Returns:
        The line, without the full stop; a quotation in the first person is marked as one.
    """
    line = sentences.as_spoken(context, sentences.plain_beginning(context, mention))
    return last_resort.cut_to_fit(context, mention, line, LONGEST)


def shortened(text: str) -> str:
    """The words that fit, with an ellipsis if some do not; no line of a timeline ends in a full stop."""
    if len(text) <= LONGEST:
        return text if text.endswith("..") else text.removesuffix(".")
    return f"{text[: LONGEST - _TRIM].rsplit(' ', 1)[0].rstrip(' ,;:«(')}…"
