"""Broken YAML, explained to the person who typed it.

libyaml stops at its first error. We explain it, blank out the event (or the line) that contains it, and read on, so
that all faults are reported at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from timeline.document.yaml.errors import diagnose
from timeline.document.yaml.findings import Finding
from timeline.document.yaml.lines import Lines
from timeline.document.yaml.tree import MappingNode, Scalar, SequenceNode, TreeError, compose

MAX_CHARACTERS = 64_000_000
"""A larger file is refused unread."""

_MAX_ERRORS = 25
_LARGE = 2_000_000  # a file beyond this is not read again for each further error
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_CONFLICT = re.compile(r"^(<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)(?= |$).*$", re.MULTILINE)
_DASH = re.compile(r"^( *)-(?= |$|\w+:)", re.MULTILINE)
"""The dash of an item; also one that lacks its space, `-id: a`."""


@dataclass(frozen=True, slots=True)
class SyntaxTree:
    """The tree of a text as far as it could be read (None where nothing could), and the syntax errors."""

    root: Scalar | MappingNode | SequenceNode | None
    findings: tuple[Finding, ...] = ()


def read(lines: Lines) -> SyntaxTree:
    """Reads a text without BOM, given as its lines; every broken event is a finding, the others are in the tree.

    Args:
        lines: The lines of the text.

    Returns:
        The tree and the findings, in the order of the file.
    """
    text = lines.text
    if len(text) > MAX_CHARACTERS:
        return SyntaxTree(None, (Finding(0, "syntax.too_large", {"limit": MAX_CHARACTERS // 1_000_000}),))
    findings = _unreadable(text)
    blanked = _without(text, findings, lines)
    while len(findings) < _MAX_ERRORS:
        finding, root = _attempt(blanked, lines)
        if finding is None:
            return SyntaxTree(root, tuple(findings))
        findings.append(finding)
        if len(text) > _LARGE or finding.key in _STOPPING:
            break
        begin, end = _broken_block(blanked, finding.offset, lines)
        blanked = _blank(blanked, begin, end)
    return SyntaxTree(None, tuple(findings))


_STOPPING = {"syntax.too_deep", "syntax.alias_bomb", "syntax.second_document"}


def _attempt(text: str, lines: Lines) -> tuple[Finding | None, Scalar | MappingNode | SequenceNode | None]:
    try:
        return None, compose(text)
    except TreeError as error:
        return Finding(error.offset, error.key, error.arguments), None
    except yaml.MarkedYAMLError as error:
        return diagnose(error, lines), None
    except (yaml.YAMLError, UnicodeError):
        return Finding(0, "syntax.unreadable"), None


def _unreadable(text: str) -> list[Finding]:
    """What no YAML may hold, or no one sees in an editor.

    Control characters, conflict marks, odd blanks as indentation.
    """
    found = [
        Finding(match.start(), "syntax.control", {"code": f"U+{ord(match[0]):04X}"})
        for match in _FORBIDDEN.finditer(text)
    ]
    found += [Finding(match.start(), "syntax.conflict", {"mark": match[1]}) for match in _CONFLICT.finditer(text)]
    return found[:_MAX_ERRORS]


def _without(text: str, findings: list[Finding], lines: Lines) -> str:
    for finding in findings:
        if finding.key == "syntax.conflict":
            text = _blank(text, finding.offset, lines.after(finding.offset))
    return _FORBIDDEN.sub(" ", text) if findings else text


def _blank(text: str, begin: int, end: int) -> str:
    """The text with a stretch turned into spaces, line breaks kept: all offsets stay."""
    return text[:begin] + re.sub(r"[^\r\n]", " ", text[begin:end]) + text[end:]


def _broken_block(text: str, offset: int, lines: Lines) -> tuple[int, int]:
    """The event that an error stands in: from its dash to the next dash as far left; else the line."""
    dashes = list(_DASH.finditer(text))
    margin = min((len(match[1]) for match in dashes), default=0)
    own = next((match for match in dashes if match.start() <= offset <= match.end()), None)
    if own and len(own[1]) > margin and not any(match.start() < own.start() for match in dashes):
        margin = len(own[1])  # the first item stands further right than all others
        return own.start(), next((match.start() for match in dashes if match.start() > own.start()), len(text))
    starts = [match.start() for match in dashes if len(match[1]) == margin]
    before = [start for start in starts if start <= offset]
    begin, end = lines.start(offset), lines.after(offset)
    if before and text[begin:end].strip() and not _is_head_key(text[begin:end], margin):
        begin = before[-1]
        end = next((start for start in starts if start > begin), len(text))
    while begin > 0 and not text[begin:end].strip():  # an error past the last line: go back to what was typed
        begin = lines.start(begin - 1)
    return begin, max(end, begin + 1)


def _is_head_key(line: str, margin: int) -> bool:
    return margin > 0 and bool(re.match(r"[^\s#-]", line))
