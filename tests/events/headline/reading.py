"""The inputs of a headline, and its lines, from a text that the shipped pipeline reads."""

from __future__ import annotations

import datetime

from timeline import nlp
from timeline.events import extraction
from timeline.events.detection.mentions import Mention
from timeline.events.headline import build
from timeline.events.headline.choice.passing import printable_drafts
from timeline.events.headline.context import HeadlineContext
from timeline.model import Article, Span
from timeline.timex import normalise, recognise


def read(title: str, text: str, word: str = "") -> tuple[HeadlineContext, Mention]:
    """The inputs of the last verb of a text, or of the last word with the given form."""
    article = Article("a", "a.txt", title, datetime.date(2024, 3, 14), text)
    (sentences,) = nlp.read(nlp.load("fr"), [text])
    asked = [one for one in sentences[-1].tokens if (one.text == word if word else one.pos == "VERB")]
    timexes = normalise.resolve(text, recognise.find(text, "fr"), article.published, sentences, "fr").timexes
    (found,) = extraction.headline_inputs(article, sentences, timexes, [Span(asked[-1].start, asked[-1].end)])
    assert found is not None
    return found


def lines_of(sentence: str, verb: str = "") -> list[str]:
    """All lines that may be printed of the last verb of a sentence, or of the last word with the given form."""
    return [draft.text for draft in printable_drafts(*read("", sentence, verb))]


def printed(title: str, sentence: str, word: str = "") -> str:
    """The line of the last verb of a text as the timeline prints it, behind its topic if it has one."""
    context, mention = read(title, sentence, word)
    return build.printed(context, mention, build.headlines(context, mention)[0]).text
