"""From a draft to an article: its id, its date with the evidence, its language, and what is wrong with it."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from timeline.articles.metadata.fields import Value, near_miss
from timeline.articles.metadata.page import page_of
from timeline.articles.metadata.truncation import truncation
from timeline.articles.publication_date import absolute, hints
from timeline.articles.publication_date.evidence import Decision, Hint, decide
from timeline.articles.publication_date.suggest import Undated
from timeline.articles.source import ReadOptions, UndatedArticle, warning
from timeline.articles.text.language import Spoken, base, detect
from timeline.i18n.messages import message
from timeline.model import Article, Problem

_WEAK = ("url", "file name", "feed update", "passed on", "htmldate")
_HEAD, _HEAD_LINES, _SHORT_LINE = 1_000, 4, 60
"""The head of a text, in which a line may be that of its day: its characters, its lines, those of such a line."""
_QUOTES = " “”‘’«»\"'\u00a0\u202f"
"""What word processors make of the quotation marks around a day."""
_GENERIC = frozenset({"index", "article", "page", "default", "content", "texte", "text", "body"})


@dataclass(frozen=True, slots=True)
class Finished:
    """The outcome of a draft: an article, or the reason why it was left out, and the problems in either case."""

    article: Article | None
    problems: tuple[Problem, ...] = ()
    skipped: str = ""
    undated: Undated | None = None


def finish(draft: UndatedArticle, options: ReadOptions, spoken: Spoken | None = None) -> Finished:
    """Decides everything about one article. An article with an error among its problems is left out.

    Args:
        draft: What a format read.
        options: How articles are read.
        spoken: The languages that were detected before, to which this one is added.

    Returns:
        The article and its problems; no article where one of them is an error.
    """
    draft = dataclasses.replace(draft, text=_encodable(draft.text))
    if not draft.text.strip():
        if draft.optional:
            return Finished(None, (), message("articles.skipped.no_text"))
        return Finished(None, (Problem(draft.file, draft.line, 1 if draft.line else 0, _empty(draft)),))
    language = _language(draft, options, spoken)
    if language not in {base(each) for each in options.languages}:
        known = ", ".join(sorted(options.languages))
        wording = message("articles.language", found=language, known=known)
        return Finished(
            None, (warning(draft.file, draft.line, wording),), message("articles.skipped.language", code=language)
        )
    evidence = gather(draft, options.zone)
    problems = [each for each in evidence if isinstance(each, Problem)]
    found = [each for each in evidence if isinstance(each, Hint)]
    decision = decide(found)
    if decision.day is None and not problems and draft.optional:
        return Finished(None, (), message("articles.skipped.no_date"))
    if decision.day is None and not problems:
        problems.append(_dateless(draft, found))
    if decision.day is None or problems:
        misstated = any(isinstance(each, Problem) for each in evidence) or _meant_as_date(draft)
        return Finished(None, tuple(problems), undated=None if misstated else _undated(draft, found, language))
    problems += _doubts(draft, decision)
    return Finished(_article(draft, decision, tuple(found), language), tuple(problems))


def _article(draft: UndatedArticle, decision: Decision, found: tuple[Hint, ...], language: str) -> Article:
    assert decision.day is not None
    return Article(
        id=article_id(draft),
        path=draft.path,
        title=_title(draft),
        published=decision.day,
        text=draft.text,
        published_time=decision.time,
        modified=max((hint.day for hint in found if hint.modification and hint.day), default=None),
        url=_field(draft, "url"),
        publisher=_field(draft, "publisher"),
        author=_field(draft, "author"),
        language=language,
        evidence=tuple(hint.kept() for hint in found),
        licence=_field(draft, "licence"),
        page=page_of(_field(draft, "page") or "") or None,
    )


def _undated(draft: UndatedArticle, found: list[Hint], language: str) -> Undated:
    evidence = tuple(hint.kept() for hint in found)
    url, publisher = _field(draft, "url"), _field(draft, "publisher")
    return Undated(article_id(draft), draft.path, _title(draft), draft.text, language, url, publisher, evidence)


def _encodable(text: str) -> str:
    """`text` without the lone surrogates that broken JSON can hold: no file could store them."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", errors="replace").decode()
    return text


def _empty(draft: UndatedArticle) -> str:
    return message("articles.empty_truncated", why=draft.truncated) if draft.truncated else message("articles.empty")


def _field(draft: UndatedArticle, name: str) -> str | None:
    words = draft.stated.get(name) or draft.found.get(name)
    return _encodable(words) if words else None


def _title(draft: UndatedArticle) -> str:
    return _encodable(" ".join((_field(draft, "title") or draft.stem.replace("_", " ").replace("-", " ")).split()))


def article_id(draft: UndatedArticle) -> str:
    """A name for a file: letters, digits, `.`, `_` and `-` only.

    The one that is given, else the file's stem (its folder's name for an `index.html`).
    """
    stated = _field(draft, "id") if draft.stated.get("id") else None
    stem = draft.stem
    folder = draft.file.rsplit("/", 2)[-2] if "/" in draft.file else ""
    if stated is None and stem.lower() in _GENERIC and folder:
        stem = folder
    return safe_id(stated or stem)


def safe_id(text: str) -> str:
    """`text` with one hyphen for every stretch of characters other than letters, digits, `.`, `_`, `-`; never empty."""
    return re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", text)).strip("-.")[:120] or "article"


def _language(draft: UndatedArticle, options: ReadOptions, spoken: Spoken | None) -> str:
    stated = draft.stated.get("language") or options.language
    if stated:
        return base(stated)
    named = draft.found.get("language") or next(iter(options.languages), "fr")
    return detect(draft.text, spoken) or base(named)


def gather(draft: UndatedArticle, zone: str) -> list[Hint | Problem]:
    """All evidence of the date, unordered; a date that the user gives but that is not a date is a problem."""
    found: list[Hint | Problem] = [*_stated(draft, zone), *draft.hints]
    url = _field(draft, "url")
    found += hints.from_address(url) if url else ()
    if draft.path == draft.file:
        found += hints.from_address(draft.stem, "file name")
    found += [hint for hint in hints.from_text(draft.text, zone) if hint.text not in draft.no_dates]
    return list(dict.fromkeys(found))


def _stated(draft: UndatedArticle, zone: str) -> Iterable[Hint | Problem]:
    for name, modification in (("date", False), ("modified", True)):
        value = draft.stated.values.get(name)
        if value is None or not value.text.strip():
            continue
        read = absolute.parse(value.text.strip(_QUOTES), zone)
        if isinstance(read, absolute.Unreadable):
            yield _no_date(value, read)
        else:
            yield Hint("told", value.text.strip(), read.day, read.time, modification=modification)


def _no_date(value: Value, why: absolute.Unreadable) -> Problem:
    return Problem(value.path, value.line, value.column, absolute.no_date(_shown(value.text), why))


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else words[:79] + "…"


def _dateless(draft: UndatedArticle, found: list[Hint]) -> Problem:
    """Reports that there is no sure date, with all candidates, and how to state the date."""
    if meant := _meant_as_date(draft):
        return Problem(draft.file, draft.line, 0, message("articles.meant_as_date", meant=meant))
    candidates = "; ".join(dict.fromkeys(candidate(hint) for hint in found))
    so_far = message("articles.though", candidates=candidates) if candidates else _without_year(draft.text)
    return Problem(
        draft.file,
        draft.line,
        1 if draft.line else 0,
        message("articles.dateless", so_far=so_far, cure=_how_to_state(draft)),
    )


def _without_year(text: str) -> str:
    """What a short line of the head says of the day, where only the year is not known."""
    lines = (line.strip() for line in text[:_HEAD].splitlines())
    heads = islice(filter(None, lines), _HEAD_LINES)
    line = next((line for line in heads if len(line) <= _SHORT_LINE and absolute.lacks_its_year(line)), "")
    return message("articles.without_year", line=line) if line else ""


def _meant_as_date(draft: UndatedArticle) -> str | None:
    """The field that a person wrote for the date under another name; then no other day is looked for."""
    return near_miss(draft.stated.keys, "date")


def _how_to_state(draft: UndatedArticle) -> str:
    if draft.path != draft.file:
        return message("articles.state_record", record=draft.path.removeprefix(draft.file).lstrip("#/") or draft.path)
    stem = draft.file.rsplit(".", 1)[0]
    archive, inside, member = stem.partition(".zip/")
    if inside:
        return message("articles.state_in_archive", archive=f"{archive}.zip", stem=member)
    return message("articles.state_sidecar", stem=stem)


def candidate(hint: Hint) -> str:
    """A hint in words: `2021-03-11 (json-ld)`."""
    day = hint.day.isoformat() if hint.day else f'"{_shown(hint.text)}"'
    key = "articles.candidate_modified" if hint.modification else "articles.candidate"
    return message(key, day=day, kind=hint.kind)


def _doubts(draft: UndatedArticle, decision: Decision) -> list[Problem]:
    problems = []
    assert decision.day is not None
    if decision.against:
        others = ", ".join(dict.fromkeys(candidate(hint) for hint in decision.against))
        wording = message("articles.other_dates", day=decision.day, kind=decision.kind, others=others)
        problems.append(warning(draft.file, draft.line, wording))
    elif decision.kind in _WEAK:
        problems.append(
            warning(
                draft.file,
                draft.line,
                message("articles.weak_date", day=decision.day, place=_place(decision.kind)),
            )
        )
    truncated = draft.truncated or truncation(draft.text)
    if truncated:
        problems.append(warning(draft.file, draft.line, message("articles.not_whole", why=truncated)))
    return problems


def _place(kind: str) -> str:
    keys = {
        "url": "address",
        "feed update": "last_update",
        "passed on": "passed_on",
        "htmldate": "looks",
        "file name": "file_name",
    }
    return message(f"articles.place.{keys[kind]}") if kind in keys else kind
