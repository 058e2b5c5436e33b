"""Mails (`.eml`, `.mbox`) and pages saved as one (`.mht`, `.mhtml`), by the standard library.

A mail is an article of its day, a mailing of several, or a text that a database or a colleague sent.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage

from timeline.articles.formats import webpage
from timeline.articles.formats.databases import drafts_of_text, mailing
from timeline.articles.formats.databases.piece import draft_of
from timeline.articles.formats.mails.passed_on import PASSED_ON, announces, header, pasted_mails, sent_day
from timeline.articles.formats.webpage import parse
from timeline.articles.metadata.addresses import is_web
from timeline.articles.metadata.fields import Metadata, Value
from timeline.articles.publication_date import absolute
from timeline.articles.publication_date.evidence import Hint
from timeline.articles.source import ReadOptions, SourceFile, UndatedArticle, from_bytes
from timeline.i18n.messages import file_problem
from timeline.model import Problem

_BOX = re.compile(rb"^From .*\d{4}\s*$", re.MULTILINE)
_MAILS, _PARTS, _INNER, _HEADERS = 2000, 200, 30, 100_000
"""The most mails of a mailbox, and the most parts, levels of parts, and bytes of headers of a mail."""
_DAMAGED = (LookupError, ValueError, TypeError, AttributeError, AssertionError)


class MailReader:
    """`.eml` and `.mbox`, and the web pages that browsers save as `.mht` or `.mhtml`."""

    name = "mail"

    def can_read(self, path: str, head: bytes) -> bool:
        """By the suffix."""
        return path.lower().endswith((".eml", ".mbox", ".mht", ".mhtml"))

    def read(self, source: SourceFile, options: ReadOptions) -> Iterator[UndatedArticle | Problem]:
        """The articles of every mail."""
        data = source.bytes()
        if isinstance(data, Problem):
            yield data
            return
        mails = _mails(data) if source.suffix == ".mbox" else [data]
        if len(mails) > _MAILS:
            yield file_problem(source.path, "articles.mail.too_many", most=_MAILS)
            return
        for number, raw in enumerate(mails, 1):
            if _is_overdone(raw):
                yield file_problem(source.path, "articles.mail.overdone")
                continue
            mail = email.message_from_bytes(raw, policy=policy.default)
            place = source if len(mails) == 1 else from_bytes(raw, f"{source.path}#{number}", source.stated)
            if source.suffix in (".mht", ".mhtml"):
                yield _page(mail, place, options)
            else:
                yield from _drafts(mail, place, source.path, options)


def _mails(data: bytes) -> list[bytes]:
    starts = [found.start() for found in _BOX.finditer(data)]
    if not starts:
        return [data]
    ends = [*starts[1:], len(data)]
    return [data[start:end].partition(b"\n")[2] for start, end in zip(starts, ends, strict=True)]


def _is_overdone(raw: bytes) -> bool:
    """Whether a mail has more headers or parts than real ones: their reading takes time that grows with the square."""
    head = re.split(rb"\r?\n\r?\n", raw[: _HEADERS + 1], maxsplit=1)[0]
    kinds, inner = raw.lower().count(b"\ncontent-type"), raw.lower().count(b"boundary=")
    return len(head) > _HEADERS or head.count(b"=?") > _PARTS or kinds > _PARTS or inner > _INNER


def _page(mail: EmailMessage, source: SourceFile, options: ReadOptions) -> UndatedArticle | Problem:
    part = next((each for each in _parts(mail) if each.get_content_type() == "text/html"), None)
    data = _bytes(part) if part is not None else b""
    if part is None or not data:
        return file_problem(source.path, "articles.mail.no_page")
    address = _header(mail, "Snapshot-Content-Location") or _header(part, "Content-Location")
    url = Metadata({"url": Value(address, source.path)} if is_web(address) else {})
    return webpage.read_page(data, from_bytes(data, source.path, source.stated.over(url)), options)


def _drafts(
    mail: EmailMessage, source: SourceFile, file: str, options: ReadOptions
) -> Iterator[UndatedArticle | Problem]:
    plain, page = _content(mail, "text/plain"), _content(mail, "text/html")
    tree = parse(page) if page.strip() else None
    day = _sent(mail, options)
    date = day.day.isoformat() if day else ""
    items = mailing.of_page(parse(page), date) if tree is not None else []
    if items := items or mailing.of_text(plain.split("\n"), date):
        yield from (draft_of(item, number, source, options.zone) for number, item in enumerate(items, 1))
        return
    text = plain if plain.strip() else "" if tree is None else mailing.laid_out_text(tree)
    inner = pasted_mails(text)
    text = inner[0].text if len(inner) == 1 else _unquoted(text)
    if several := drafts_of_text(text, source, options):
        yield from several
        return
    first = sent_day(inner[0], options.zone) if len(inner) == 1 else None
    passed_on = bool(PASSED_ON.match(_header(mail, "Subject")) or inner) or _quotes_mail(plain)
    own = _hint(mail, day, passed_on=passed_on) if day else None
    title = PASSED_ON.sub("", _header(mail, "Subject"))
    found = {"title": title} | ({} if passed_on else _sender(mail))
    yield UndatedArticle(
        path=source.path,
        file=file,
        stem=source.stem if source.path == file else f"{date or 'mail'}-{title[:60].lower()}",
        text=text,
        stated=source.stated,
        found=Metadata({name: Value(words, source.path) for name, words in found.items() if words}),
        hints=tuple(hint for hint in (own, first) if hint),
    )


def _sent(mail: EmailMessage, options: ReadOptions) -> absolute.ParsedDate | None:
    sent = _header(mail, "Date")
    read = absolute.parse(sent, options.zone) if sent else None
    return read if isinstance(read, absolute.ParsedDate) else None


def _hint(mail: EmailMessage, sent: absolute.ParsedDate, *, passed_on: bool) -> Hint:
    """The day of a mail: that of an article which is the mail; one that is passed on may be older."""
    if passed_on:
        return Hint("capture", _header(mail, "Date"), sent.day, None)
    return Hint("mail", _header(mail, "Date"), sent.day, sent.time)


def _sender(mail: EmailMessage) -> dict[str, str]:
    """Who sent a mail: a list's or a paper's name; a person's name is nobody's byline."""
    name = email.utils.parseaddr(_header(mail, "From"))[0]
    return {"publisher": name} if _header(mail, "List-Unsubscribe") or _header(mail, "List-Id") else {}


def _header(part: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(part.get(name, "")).split())
    except _DAMAGED:
        return ""


def _parts(mail: EmailMessage) -> Iterator[EmailMessage]:
    for number, part in enumerate(mail.walk()):
        if number > _PARTS:
            return
        if (
            isinstance(part, EmailMessage)
            and not part.is_multipart()
            and part.get_content_disposition() != "attachment"
        ):
            yield part


def _bytes(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _content(mail: EmailMessage, kind: str) -> str:
    """The parts of one type as text, in the encoding that each names."""
    return "\n\n".join(_decoded(part) for part in _parts(mail) if part.get_content_type() == kind)


def _decoded(part: EmailMessage) -> str:
    data, named = _bytes(part), part.get_content_charset("utf-8") or "utf-8"
    for encoding in (named, "utf-8", "cp1252"):
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\0", "")
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return data.decode("cp1252", errors="replace").replace("\r\n", "\n").replace("\0", "")


def _quotes_mail(text: str) -> bool:
    """Whether a mail holds another one: its headers, or the line that announces it."""
    head = [line for line in text.split("\n")[:40] if line.strip()]
    return sum(bool(header(line)) for line in head) > 1 or any(map(announces, head))


def _unquoted(text: str) -> str:
    """A text without the marks and the headers of a mail that was passed on."""
    lines = [line.rstrip() for line in text.split("\n")]
    if sum(line.startswith(">") for line in lines) > len([line for line in lines if line]) / 2:
        lines = [re.sub(r"^(?:>\s?)+", "", line) for line in lines if line.startswith(">") or not line]
    if _quotes_mail(text):
        lines = [line for line in lines if not header(line) and not announces(line)]
    return "\n".join(lines).strip()
