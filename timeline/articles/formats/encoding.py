"""Bytes to text: UTF-8 unless another encoding is stated, and a clear message where the bytes do not fit."""

from __future__ import annotations

import codecs
import shlex
import unicodedata
from dataclasses import dataclass

from timeline.articles.source import SINGLE_LIMIT, ReadOptions, SourceFile
from timeline.i18n.messages import message
from timeline.model import Problem

_SIGNATURES = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_TEXTS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined", "rot13"})
_ONE_BYTE = ("windows-1252", "iso-8859-15", "mac-roman", "cp850")
_FRENCH_LETTERS = frozenset("éèêëàâäùûüôöîïçœæÉÈÊËÀÂÄÙÛÜÔÖÎÏÇŒÆ’‘“”«»…–—€°\u00a0")


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Where and why bytes are not text. `line` and `column` count from 1; `likely` is the encoding that fits, or ""."""

    line: int
    column: int
    reason: str
    likely: str = ""


def decode(data: bytes, encoding: str | None = None) -> str | Undecodable:
    """The text of `data`, line ends untouched but the lone CR of old Macs.

    A byte order mark names the encoding and is no part of the text.

    Args:
        data: The bytes of a file.
        encoding: What the user stated, or None for UTF-8.

    Returns:
        The text, or why the bytes are not text in that encoding.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return _strict(data, name)
    if encoding and not is_encoding(encoding):
        return Undecodable(0, 0, message("articles.encoding.unknown", encoding=encoding[:40]))
    return _strict(data, encoding or "utf-8")


def is_encoding(name: str) -> bool:
    """Whether Python has an encoding of that name, and it is a text encoding.

    Returns:
        False also for codecs of bytes such as "base64".
    """
    try:
        return codecs.lookup(name).name not in _NO_TEXTS
    except (LookupError, ValueError):
        return False


def _strict(data: bytes, encoding: str) -> str | Undecodable:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        return _undecodable(data, error, encoding)
    except (LookupError, ValueError):
        return Undecodable(0, 0, message("articles.encoding.none", encoding=encoding))
    if (at := text.find("\0")) >= 0:
        line, column = position(text, at)
        return Undecodable(line, column, message("articles.encoding.null"), detect(data))
    return text.replace("\r", "\n") if "\r" in text and "\n" not in text else text


def _undecodable(data: bytes, error: UnicodeDecodeError, encoding: str) -> Undecodable:
    good = data[: error.start].decode(encoding, errors="replace")
    line, column = position(good, len(good))
    shown = "UTF-8" if encoding in ("utf-8", "utf-8-sig") else encoding
    return Undecodable(
        line, column, message("articles.encoding.byte", byte=f"0x{data[error.start]:02X}", encoding=shown), detect(data)
    )


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a code point offset."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


def detect(data: bytes) -> str:
    """The encoding of French or English text that is not UTF-8.

    The one whose every high byte is a letter or sign of the press.

    "" where none fits: then it is a guess, and guesses are not made here. Latin-1 is read as its superset
    Windows-1252.

    Args:
        data: The bytes of a file.

    Returns:
        The name of an encoding of Python, or "".
    """
    sample = data[:200_000]
    if wide := _two_bytes(sample):
        return wide
    fitting = [encoding for encoding in _ONE_BYTE if _share_of_french(sample, encoding) >= 0.9]
    return fitting[0] if fitting else ""


def _two_bytes(data: bytes) -> str:
    """UTF-16 without its mark, by the null byte that each Latin letter has in it; "" for any other text."""
    for encoding, nulls in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if len(data) > 3 and nulls.count(0) > 0.8 * len(nulls) and data.count(0) < 0.6 * len(data):
            return encoding
    return ""


def _share_of_french(data: bytes, encoding: str) -> float:
    try:
        high = [each for each in data.decode(encoding) if ord(each) > 127]
    except UnicodeDecodeError:
        return 0.0
    good = sum(each in _FRENCH_LETTERS for each in high)
    control = sum(unicodedata.category(each) == "Cc" for each in high)
    return (good - control) / len(high) if high else 0.0


def text_of(source: SourceFile, options: ReadOptions, limit: int = SINGLE_LIMIT) -> str | Problem:
    """The text of a file.

    Args:
        source: The file.
        options: How articles are read.
        limit: The most bytes of the file.

    Returns:
        The text, or a problem that names the place, the likely encoding, and the remedy.
    """
    data = source.bytes(limit)
    text = data if isinstance(data, Problem) else decoded(data, source, options)
    stated = source.stated.values.get("encoding")
    if isinstance(text, Undecodable) and not text.line and stated:
        return Problem(stated.path, stated.line, stated.column, text.reason)
    return undecodable(text, source.path) if isinstance(text, Undecodable) else text


def decoded(data: bytes, source: SourceFile, options: ReadOptions) -> str | Undecodable:
    """The text of a file or a line of it: in the encoding that is stated, else UTF-8, else one that is detected.

    Args:
        data: The bytes.
        source: The file, for which an encoding may be stated.
        options: How articles are read: whether an encoding is stated for all, and whether it is detected.

    Returns:
        The text, or why the bytes are not text in that encoding.
    """
    text = decode(data, source.stated.get("encoding") or options.encoding)
    likely = text.likely if isinstance(text, Undecodable) and options.detect else ""
    return decode(data, likely) if likely else text


def undecodable(why: Undecodable, path: str) -> Problem:
    """The problem of bytes that are not the text they should be.

    Args:
        why: What is wrong with the bytes.
        path: The file.

    Returns:
        An error at the first wrong byte, and what to do about it.
    """
    reason = why.reason
    if why.likely:
        stem = path.rsplit(".", 1)[0]
        reason = message(
            "articles.encoding.likely", why=why.reason, likely=why.likely, stem=stem, typed=shlex.quote(path)
        )
    elif why.line:
        reason = message("articles.encoding.advice", why=why.reason)
    return Problem(path, why.line, why.column, reason)
