"""Text as YAML: plain where every reader of YAML takes it for text, in quotes where one would not."""

from __future__ import annotations

import re

_FIRST = re.compile(r"[-?:](?=\s|$)|[,\[\]{}#&*!|>'\"%@`=]|---|\.\.\.$")
_INSIDE = re.compile(r": |:$|\s#|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]|\s$|^\s")
_FLOW = re.compile(r"[,\[\]{}]|[:?](?=[,\[\]{}]|$)")
_NOT_TEXT = re.compile(
    r"(?:~|null|true|false|yes|no|on|off|y|n|<<"
    r"|[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-f_]+|[\d][\d_]*(?::[0-5]?\d)*(?:\.[\d_]*)?(?:e[-+]?\d+)?)"
    r"|[-+]?\.(?:inf|nan|\d[\d_]*(?:e[-+]?\d+)?)"
    r"|\d{4}-\d\d?-\d\d?(?:[Tt ].*)?)",
    re.IGNORECASE,
)
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')
_ESCAPED_ONLY = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_BLOCK_UNFIT = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]|[ \t]\n|[ \t]$|^[ \t\n]"
)


def inline(value: str, *, flow: bool = False, bare: bool = False, style: str = "") -> str:
    """A value on one line, quoted where it must be.

    Args:
        value: The text.
        flow: Whether it stands within brackets.
        bare: Whether a date or a number may stand without quotes.
        style: The quote that stood there before: kept where it can be.
    """
    if not style and is_plain(value, flow=flow, bare=bare):
        return value
    prefers_single = style == "'" or (not style and ("\\" in value or '"' in value))
    if prefers_single and not _ESCAPED_ONLY.search(value):
        return "'" + value.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(_escape, value) + '"'


def is_plain(value: str, *, flow: bool, bare: bool) -> bool:
    """Whether a value needs no quotes."""
    if not value or _FIRST.match(value) or _INSIDE.search(value):
        return False
    if flow and _FLOW.search(value):
        return False
    return bare or not _NOT_TEXT.fullmatch(value)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if known := _NAMED.get(character):
        return known
    return f"\\x{ord(character):02x}" if ord(character) < 0x100 else f"\\u{ord(character):04x}"


def block(value: str, indent: str, newline: str) -> str | None:
    """A text of several lines as a block (`|`).

    Returns:
        The block; None for a text of one line, or one that a block cannot hold.
    """
    if "\n" not in value or _BLOCK_UNFIT.search(value):
        return None
    body = value.rstrip("\n")
    trailing = len(value) - len(body)
    header = "|-" if trailing == 0 else "|"
    if trailing > 1:
        return None
    lines = [indent + line if line else "" for line in body.split("\n")]
    return newline.join([header, *lines])


def folded(value: str, indent: str, newline: str, width: int) -> str | None:
    """A text of one line, wrapped as a block (`>-`).

    Args:
        value: The text.
        indent: The indentation of its lines.
        newline: The line break of the file.
        width: The most characters of a line, if its words allow it.

    Returns:
        The block; None where a block cannot hold the text.
    """
    if _BLOCK_UNFIT.search(value) or "\n" in value or "\t" in value or "  " in value:
        return None
    lines = [">-"]
    for word in value.split(" "):
        if len(lines) > 1 and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(indent + word)
    return newline.join(lines) if len(lines) > 2 else None


def names(values: tuple[str, ...]) -> str:
    """A list in brackets.

    Returns:
        YAML on one line, each text quoted where it must be.
    """
    return "[" + ", ".join(inline(value, flow=True) for value in values) + "]"
