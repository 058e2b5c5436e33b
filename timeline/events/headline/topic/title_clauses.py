"""Topics of a headline that is a clause: what its subject is, or what happened to it.

"Tour Eiffel" of "la Tour Eiffel devrait être protégée", "Crash d'un avion militaire" of "un avion militaire s'écrase".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import takewhile

from timeline.events.headline import conjugation
from timeline.events.headline import words as words_of
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.topic.title_phrases import LONGEST_TOPIC, Kind, Word, extents, finite_forms, phrase_text
from timeline.events.lexicon import NounClass
from timeline.lines.first_letter import uncapitalised

_ACTORS = (NounClass.PERSON, NounClass.OFFICE, NounClass.AUTHORITY, NounClass.INSTITUTION, NounClass.COLLECTIVE)
_PEOPLE = ("people", "new_people", "topic_actors")
_FEWEST, _LETTERS = 2, 5


def _subject(context: HeadlineContext, words: Sequence[Word]) -> tuple[int, int] | None:
    """The places of the first and the last word of the subject's phrase without its article; None before no verb."""
    dropped = words and context.words.has("topic_dropped", words[0].text.lower().rstrip("'’"))
    start = 1 if dropped else 0
    ends = list(extents(words, start))
    if not ends or ends[-1] + 1 >= len(words) or any(word.participle for word in words[start : ends[-1] + 1]):
        return None
    verb = words[ends[-1] + 1]
    return (start, ends[-1]) if verb.kind is Kind.STOP and verb.text[0].isalpha() else None


def subject_phrase(context: HeadlineContext, words: Sequence[Word]) -> str:
    """The thing or body that is the subject of the headline's clause: "Tour Eiffel", "station spatiale Tiangong-1".

    Args:
        context: The inputs of headline writing.
        words: The words of the headline behind its colon.

    Returns:
        The phrase without its article; "" for people, authorities and places, and for what is no known thing ("un
        avion"), since a line behind it would be read as its words, or as told of a place.
    """
    found = _subject(context, words)
    if found is None:
        return ""
    start, end = found
    verb = words[end + 1].text.lower().rstrip("'’")
    phrase, text = words[start : end + 1], phrase_text(words[start : end + 1])
    finite = context.words.has("topic_finite", verb) or verb in finite_forms(context)
    finite = finite or verb.endswith(tuple(context.words.get("topic_futures")))
    known = (start == 0 and phrase[0].kind is Kind.NAME) or words[0].text.lower().rstrip("'’") in context.words.get(
        "topic_definite"
    )
    reports = context.words.has("topic_speaking", verb)
    if not known or not finite or reports or len(text) > LONGEST_TOPIC or not _is_thing(context, phrase):
        return ""
    return text


def _is_thing(context: HeadlineContext, phrase: Sequence[Word]) -> bool:
    """Whether the phrase names a thing or a body, by its head and its names, and says which one."""
    named = [word for word in phrase if word.kind is Kind.NAME]
    labels, text = context.entities.labels, phrase_text(phrase)
    names = {text, *(phrase_text(phrase[place:]) for place, word in enumerate(phrase) if word.kind is Kind.NAME)}
    parts = {one for one, label in labels.items() if label == "PER" and any(w.text in one.split() for w in named)}
    if parts or any(labels.get(name) in ("PER", "LOC") for name in names if len(phrase) == len(named) or name == text):
        return False
    head = phrase[0].text.lower()
    forms = {head, head.removesuffix("s"), head.removesuffix("x")}
    person = any(context.context.lexicon.is_noun(form, *_ACTORS) for form in forms)
    person = person or any(context.words.has(name, form) for name in _PEOPLE for form in forms)
    letters = len(text) <= _LETTERS and text.isupper()  # "OMS : …" would be its words
    return not person and not letters and (bool(named) or len(phrase) > _FEWEST)


def happening_of_subject(context: HeadlineContext, words: Sequence[Word]) -> str:
    """The event noun of the headline's verb with its subject: "Crash d'un avion militaire", "Démission de X".

    Args:
        context: The inputs of headline writing.
        words: The words of the headline behind its colon.

    Returns:
        The phrase; "" where no noun is known for the verb.
    """
    found = _subject(context, words)
    if found is None:
        return ""
    start, end = found
    rest = [word.text.lower() for word in words[end + 1 : end + 3]]
    own = context.words.has("topic_reflexive", rest[0])
    verb = rest[1] if own and len(rest) > 1 else rest[0]
    noun = _nouns(context.context.article.language).get((own, verb), "")
    if not noun:
        return ""
    subject = phrase_text(words[: end + 1])
    bearer = _called(context, subject) if start else ""
    subject = uncapitalised(subject) if start else subject
    return of(context, noun, bearer or subject)


def _called(context: HeadlineContext, phrase: str) -> str:
    """The person whose family name a phrase is: "Le Gallic" is no noun with an article."""
    bearers = (
        name for name, label in context.entities.labels.items() if label == "PER" and name.endswith(f" {phrase}")
    )
    return next(bearers, "")


def struck(context: HeadlineContext, words: Sequence[Word]) -> tuple[str, str]:
    """What strikes, and the place that it strikes: "attentats-suicides" and "Bruxelles" of "des … frappent Bruxelles".

    Args:
        context: The inputs of headline writing.
        words: The words of the headline behind its colon.

    Returns:
        The subject's phrase without its article, and the name of the place, "" for one without a name; both "" for
        another headline.
    """
    found = _subject(context, words)
    if found is None:
        return "", ""
    start, end = found
    verb, rest = words[end + 1].text.lower(), words[end + 2 :]
    nouns = [word.text.lower() for word in words[start : end + 1] if word.kind is Kind.NOUN][:1]
    happens = any(context.words.has("topic_happenings", form) for noun in nouns for form in _forms(noun))
    if not happens or not context.words.has("topic_striking", verb):
        return "", ""
    name = list(takewhile(lambda one: one.kind is Kind.NAME, rest))
    return phrase_text(words[start : end + 1]), phrase_text(name) if name else ""


def _forms(noun: str) -> tuple[str, ...]:
    """A noun, without the mark of the plural, and the first part of a compound: "attentats-suicides"."""
    first = noun.partition("-")[0]
    return noun, noun.removesuffix("s"), first, first.removesuffix("s")


def of(context: HeadlineContext, noun: str, subject: str) -> str:
    """A noun with its complement: "crash d'un avion", "démission du maire", "chute des murs"."""
    first, _, behind = subject.partition(" ")
    of_ = context.words.form("of").strip()
    merged = context.words.merged(of_, first)
    if merged:
        return f"{noun} {merged} {behind}"
    if context.conjugation.elides(subject):
        return f"{noun} {context.words.form('of_elided')}{subject}"
    return f"{noun} {of_} {subject}"


@cache
def _nouns(language: str) -> Mapping[tuple[bool, str], str]:
    """The event noun by a verb's third person and whether it is reflexive: "s'écrase" names a crash."""
    lists, forms = words_of.load(language), conjugation.load(language)
    found: dict[tuple[bool, str], str] = {}
    for noun, verb in lists.actives.items():
        pronoun, _, lemma = verb.rpartition(" ")
        for plural in (False, True):
            form = forms.third_person(lemma, plural=plural) if lists.has("topic_nominal", noun) else None
            if form:
                found.setdefault((bool(pronoun), form), noun)
    return found
