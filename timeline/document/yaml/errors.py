"""From what libyaml says to what the person did.

libyaml names its own state ("did not find expected key"); the cause is read from the line itself. Every diagnosis is a
finding with a cure: a text of the wording that shows what would be right.
"""

from __future__ import annotations

import json
import re

import yaml

from timeline.document.yaml.findings import Finding, shortened
from timeline.document.yaml.lines import Lines
from timeline.document.yaml.unseen import odd_space, unseen_break

_KEYED = re.compile(r"(?P<lead>\s*(?:-\s+)*(?P<key>[^\s:#'\"\[{][^:#]*?)\s*:[ \t]+)(?P<value>\S.*)$")
_NO_SPACE = re.compile(r"\s*(?:-\s+)?(?P<key>[A-Za-z_é]+):(?P<value>[^\s/:].*)$")
_OPENS_BLOCK = re.compile(r"\s*(?:-\s+)*[^\s:#'\"\[{][^:#]*:[ \t]+[|>][-+1-9]*\s*(?:#.*)?$")
_DASHES = re.compile(r"^( *)-(?= |$)", re.MULTILINE)
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_EMPTY_KEY = re.compile(r"\s*(?:-\s+)?[^\s:#][^:#]*:\s*(?:#.*)?$")


def diagnose(error: yaml.MarkedYAMLError, lines: Lines) -> Finding:
    """The finding for a libyaml error, in a person's terms."""
    at = _offset(error.problem_mark, lines)
    context_at = _offset(error.context_mark, lines) if error.context_mark else at
    problem, context = error.problem or "", error.context or ""
    if sooner := unseen_break(at, context_at, lines) or _opened_above(at, lines):
        return sooner
    for name, judge in _JUDGES:
        if name in problem or name in context:
            finding = judge(at, context_at, lines)
            if finding:
                return finding
    return odd_space(at, lines) or Finding(at, "syntax.other", {"problem": problem})


def _offset(mark: yaml.Mark | None, lines: Lines) -> int:
    return min(mark.index, len(lines.text)) if mark else 0


def quoted(value: str) -> str:
    """A value in the quotes that suit it, to show in a message."""
    return json.dumps(value, ensure_ascii=False) if '"' not in value else "'" + value.replace("'", "''") + "'"


def _previous(at: int, lines: Lines) -> int:
    """An offset in the nearest line above that holds something; the first line is its own."""
    start = lines.start(at)
    while start > 0:
        start = lines.start(start - 1)
        if lines.content(start).strip() and not lines.content(start).lstrip().startswith("#"):
            break
    return start


def _indent(content: str) -> int:
    """The column of the key of a line, its dash skipped."""
    return len(content) - len(re.sub(r"^\s*(?:-\s+)?", "", content))


def _unexpected_colon(at: int, _context: int, lines: Lines) -> Finding | None:
    """A second colon in a line; or a line that is too deep; or a fault of the line above."""
    content, start = lines.content(at), lines.start(at)
    keyed = _KEYED.match(content)
    if keyed and at - start >= keyed.start("value"):
        suggestion = f"{keyed['key']}: {quoted(keyed['value'].rstrip())}"
        return Finding(at, "syntax.colon", {"suggestion": suggestion})
    if odd := odd_space(at, lines):
        return odd
    above = _previous(at, lines)
    above_content = lines.content(above)
    if above != start and (missing := _no_space(above, lines)):
        return missing
    if above != start and re.match(r"\s*-\w", above_content):
        return _no_dash_space(above + len(above_content) - len(above_content.lstrip()), lines)
    key_at = start + _indent(content)
    if _KEYED.match(above_content) and _indent(content) > _indent(above_content):
        return Finding(key_at, "syntax.too_far_right", {"count": _indent(above_content)})
    if above != start and ":" not in above_content:
        return _no_colon(above, lines)
    return Finding(at, "syntax.colon_here")


def _no_space(at: int, lines: Lines) -> Finding | None:
    """`title:Grève`: YAML wants a space after the colon."""
    content, start = lines.content(at), lines.start(at)
    if found := _NO_SPACE.match(content):
        suggestion = f"{found['key']}: {shortened(found['value'].rstrip())}"
        return Finding(start + found.end("key"), "syntax.no_space", {"suggestion": suggestion})
    return None


def _no_colon(at: int, lines: Lines) -> Finding:
    """A line of an event without any colon; a text of several lines that does not stand further right than its key."""
    content, start = lines.content(at), lines.start(at)
    above_at = _previous(at, lines)
    if above_at != start and (opened := _OPENS_BLOCK.match(lines.content(above_at))):
        return Finding(start + _indent(content), "syntax.block_indent", {"count": _indent(opened[0]) + 2})
    text = content.strip().removeprefix("- ")
    return Finding(start + _indent(content), "syntax.no_colon", {"text": shortened(text)})


def _expected_colon(at: int, context_at: int, lines: Lines) -> Finding | None:
    return (
        odd_space(context_at, lines)
        or _no_space(context_at, lines)
        or _unclosed(context_at, lines)
        or _no_colon(context_at, lines)
    )


def _opened_above(at: int, lines: Lines) -> Finding | None:
    """A quote that is never closed ends for libyaml at the next one, in a line that may be sound: it stumbles there."""
    content, start = lines.content(at), lines.start(at)
    marks = [mark for mark in _QUOTED if mark in content[: at - start]] if _KEYED.match(content) else []
    for mark in marks:
        above = start
        while above > 0:
            above = lines.start(above - 1)
            if mark in lines.content(above):
                break
        keyed = _KEYED.match(lines.content(above)) if above != start else None
        if keyed and keyed["value"][0] == mark and not _QUOTED[mark].match(keyed["value"]):
            return Finding(above + keyed.start("value"), "syntax.unclosed_quote", {"mark": mark})
    return None


def _unclosed(at: int, lines: Lines) -> Finding | None:
    if lines.text[at : at + 1] in ("'", '"'):
        return Finding(at, "syntax.unclosed_quote", {"mark": lines.text[at]})
    return None


def _expected_key(at: int, context_at: int, lines: Lines) -> Finding | None:
    """In a block of keys, something else: text after a closed quote, a stray bracket, a line that is out of line."""
    if odd := odd_space(at, lines):
        return odd
    content, start = lines.content(at), lines.start(at)
    before = content[: at - start]
    keyed = _KEYED.match(content)
    if keyed and keyed["value"][0] in "'\"" and at - start > keyed.start("value"):
        return _closed_too_soon(keyed, start)
    character = lines.text[at : at + 1]
    if character and character in "]}" and before.strip():
        return Finding(at, "syntax.stray_bracket", {"mark": character})
    if keyed and keyed["value"][0] in "[{" and at - start > keyed.start("value"):
        return Finding(at, "syntax.after_bracket", {"text": shortened(content[at - start :])})
    if above := _expected_key_above(at, lines):
        return above
    return _out_of_line(at, context_at, lines)


def _out_of_line(at: int, context_at: int, lines: Lines) -> Finding:
    """A line that stands under nothing."""
    content, start = lines.content(at), lines.start(at)
    if re.match(r"\s*-\w", content):
        return _no_dash_space(at, lines)
    above_at = _previous(at, lines)
    is_item = content.lstrip().startswith("-")
    if (
        not is_item
        and _KEYED.match(content)
        and lines.column(context_at) < _indent(content) < _indent(lines.content(above_at))
    ):
        columns = _indent(lines.content(above_at))
        return Finding(at, "syntax.out_of_line", {"count": columns, "line": lines.line(above_at)})
    if content[at - start :].startswith("- ") or content.strip() == "-":
        if name := _parted_list(at, lines):
            return Finding(at, "syntax.parted_list", {"name": name})
        at = _lone_item(at, lines) or at
        return Finding(at, "syntax.dash_out_of_line", {"columns": lines.column(context_at)})
    return Finding(at, "syntax.out_of_line", {"count": lines.column(context_at), "line": lines.line(context_at)})


def _lone_item(at: int, lines: Lines) -> int:
    """The dash of a list's first item that stands further right than two more below it; 0 where there is none."""
    column = lines.column(at)
    below = [match for match in _DASHES.finditer(lines.text, lines.start(at)) if len(match[1]) == column]
    above = [match for match in _DASHES.finditer(lines.text, 0, lines.start(at)) if len(match[1]) <= column]
    first = _DASHES.search(lines.text)
    return first.end(1) if first and not above and len(below) > 1 else 0


def _parted_list(at: int, lines: Lines) -> str:
    """The key whose list begins at a dash, where somebody put another key between the two; "" where nobody did."""
    column, start, below = lines.column(at), lines.start(at), ""
    while start > 0:
        start = lines.start(start - 1)
        content = lines.content(start)
        if not content.strip() or content.lstrip().startswith("#") or _indent(content) > column:
            continue
        if below and _indent(content) == column and _EMPTY_KEY.match(content):
            return content.strip().removeprefix("- ").partition(":")[0].strip()
        if _indent(content) < column or content.lstrip().startswith("-"):
            break
        below = content
    return ""


def _expected_key_above(at: int, lines: Lines) -> Finding | None:
    """A quoted text that was closed too soon on the line above makes libyaml stumble at this one."""
    above = _previous(at, lines)
    keyed = _KEYED.match(lines.content(above))
    if above != lines.start(at) and keyed and keyed["value"][0] == "'" and keyed["value"].count("'") % 2:
        return _closed_too_soon(keyed, above)
    return None


def _closed_too_soon(keyed: re.Match[str], start: int) -> Finding:
    value = keyed["value"].rstrip()
    whole = len(value) > 1 and value[-1] == value[0]
    inner = value[1:-1].replace(value[0] * 2, value[0]) if whole else value
    suggestion = f"{keyed['key']}: {quoted(inner)}"
    return Finding(start + keyed.start("value"), "syntax.quote_inside", {"mark": value[0], "suggestion": suggestion})


def _no_dash_space(at: int, lines: Lines) -> Finding:
    content = lines.content(at).strip()
    return Finding(at, "syntax.dash_space", {"suggestion": shortened(f"- {content[1:]}")})


def _expected_dash(at: int, context_at: int, lines: Lines) -> Finding:
    if re.match(r"\s*-\w", lines.content(at)):
        return _no_dash_space(at, lines)
    return odd_space(at, lines) or Finding(
        at, "syntax.no_dash", {"count": lines.column(context_at) + 2, "line": lines.line(context_at)}
    )


def _bad_character(at: int, _context: int, lines: Lines) -> Finding:
    """A character that opens no YAML value: a tab, `@`, a backtick, `%`, `?`."""
    character = lines.text[at : at + 1]
    content, start = lines.content(at), lines.start(at)
    if character == "\t" or "\t" in content[: at - start]:
        tab = start + content.index("\t")
        return Finding(tab, "syntax.tab")
    return Finding(at, "syntax.character", {"mark": character, "suggestion": quoted(_rest(at, lines))})


def _rest(at: int, lines: Lines) -> str:
    """The text from `at` to the end of its line, without a comment or the closing of a list."""
    rest = lines.text[at : lines.start(at) + len(lines.content(at))]
    return re.split(r"\s#|[,\]}]", rest)[0].strip()


def _tab(at: int, _context: int, lines: Lines) -> Finding:
    start, content = lines.start(at), lines.content(at)
    return Finding(start + content.index("\t") if "\t" in content else at, "syntax.tab")


def _open_flow(at: int, context_at: int, lines: Lines) -> Finding | None:
    """A list or a mapping in brackets that is not closed, or that lacks a comma."""
    mark = lines.text[context_at : context_at + 1]
    if mark not in ("[", "{"):
        return None
    closing = "]" if mark == "[" else "}"
    character = lines.text[at : at + 1]
    if lines.line(at) == lines.line(context_at) and character == ":":
        return Finding(at, "syntax.flow_colon")
    if lines.line(at) == lines.line(context_at) and character and character not in "]}\r\n":
        return Finding(at, "syntax.no_comma", {"text": shortened(_rest(at, lines))})
    return Finding(context_at, "syntax.unclosed_bracket", {"mark": mark, "closing": closing})


def _node_content(at: int, context_at: int, lines: Lines) -> Finding | None:
    """Nothing where a value should stand: `[a,, b]`, `]`."""
    if not lines.text[at:].strip():
        last = max(lines.text.rfind("[", 0, at), lines.text.rfind("{", 0, at))
        return _open_flow(len(lines.text), last, lines) if last >= 0 else None
    if lines.text[context_at : context_at + 1] in ("[", "{") and lines.text[at : at + 1] not in (",", "]", "}"):
        return _open_flow(at, context_at, lines)
    return Finding(at, "syntax.nothing_here", {"mark": lines.text[at : at + 1] or "…"})


def _quote(_at: int, context_at: int, lines: Lines) -> Finding:
    mark = lines.text[context_at : context_at + 1]
    return Finding(context_at, "syntax.unclosed_quote", {"mark": mark})


def _escape(at: int, _context: int, lines: Lines) -> Finding:
    return Finding(at, "syntax.escape", {"text": lines.text[at : at + 2]})


def _special(at: int, context_at: int, lines: Lines) -> Finding:
    """`*`, `&` and `!` open an alias, an anchor and a tag: a text that begins with one is quoted."""
    mark = lines.text[context_at : context_at + 1]
    return Finding(context_at, "syntax.character", {"mark": mark, "suggestion": quoted(_rest(context_at, lines))})


def _block_text(at: int, context_at: int, lines: Lines) -> Finding:
    mark = lines.text[context_at : context_at + 1]
    return Finding(at, "syntax.block_text", {"mark": mark})


def _dash_here(at: int, _context: int, lines: Lines) -> Finding:
    if _rest(at, lines) == "-":
        return Finding(at, "syntax.character", {"mark": "-", "suggestion": quoted("-")})
    return Finding(at, "syntax.dash_here", {"text": shortened(_rest(at, lines).removeprefix("- "))})


def _directive(_at: int, context_at: int, lines: Lines) -> Finding:
    return Finding(context_at, "syntax.character", {"mark": "%", "suggestion": quoted(_rest(context_at, lines))})


def _document_start(at: int, _context: int, lines: Lines) -> Finding:
    return odd_space(at, lines) or Finding(at, "syntax.out_of_line", {"count": 0, "line": 1})


_JUDGES = (
    ("mapping values are not allowed", _unexpected_colon),
    ("could not find expected ':'", _expected_colon),
    ("tab character", _tab),
    ("scanning a quoted scalar", _quote),
    ("unknown escape", _escape),
    ("parsing a quoted scalar", _escape),
    ("scanning an alias", _special),
    ("scanning an anchor", _special),
    ("a tag", _special),
    ("tag handle", _special),
    ("scanning a block scalar", _block_text),
    ("block sequence entries are not allowed", _dash_here),
    ("scanning a directive", _directive),
    ("cannot start any token", _bad_character),
    ("mapping keys are not allowed", _bad_character),
    ("parsing a flow", _open_flow),
    ("did not find expected node content", _node_content),
    ("did not find expected '-' indicator", _expected_dash),
    ("did not find expected key", _expected_key),
    ("document start", _document_start),
)
