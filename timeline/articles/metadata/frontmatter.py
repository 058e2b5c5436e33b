"""YAML of metadata: front matter at the head of a text, and sidecars beside it.

Values are read as text, with their places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from timeline.articles.metadata.fields import Metadata, Value, canonical
from timeline.i18n.messages import message
from timeline.model import Problem

_FENCE = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
BLOCK = re.compile(r"^---[ \t]*\n((?:\w[\w-]*:[^\n]*\n(?:[ \t]+[^\n]*\n)*){2,40})---[ \t]*\n", re.MULTILINE)
"""Front matter wherever it stands, also where several articles are in one file: two fields or more."""
_BESIDE_KEYS = re.compile(r"^[ \t\u00a0\u202f]*[\w-]+(?: [\w-]+)*[ \u00a0\u202f]*:[ \u00a0\u202f]+", re.MULTILINE)
"""A key with the spaces around it and its colon, of which French keyboards and word processors make no-break ones."""
_PLAIN_SPACES = str.maketrans("\u00a0\u202f", "  ")
_LIMIT = 65_536
"""Characters of metadata: more than a hundred times what any article needs."""
_DEPTH = 20
_QUOTED = re.compile(r"""[\w-]+:\s+(["'])(.*)""")
_CLOSED = {
    '"': re.compile(r"""(?:[^"\\]|\\.)*"\s*(?:#.*)?"""),
    "'": re.compile(r"""(?:[^']|'')*'\s*(?:#.*)?"""),
}
"""What follows the first quotation mark of a value that ends on its line, by the mark."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A text's metadata (None where it has none) and the offset where its body begins."""

    metadata: str | None
    body: int


def split(text: str) -> FrontMatter | None:
    """Front matter and body: None where a `---` opens front matter that never closes.

    Returns:
        Both parts with their lines; the front matter is empty where the file has none.
    """
    opening = _FENCE.match(text)
    if not opening:
        return FrontMatter(None, 0)
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LIMIT)
    if not closing:
        return None
    return FrontMatter(text[opening.end() : closing.start()], closing.end())


def names_fields(metadata: str) -> bool:
    """Whether any line begins with a field that we know: only then is the head of a plain text front matter.

    Args:
        metadata: The lines between the two `---`.

    Returns:
        False for lines of prose.
    """
    return any(canonical(line.partition(":")[0]) for line in metadata.splitlines() if ":" in line)


def read_yaml(text: str, path: str, first_line: int = 1) -> Metadata | Problem:
    """The known fields of a YAML mapping. Lists of names are joined with commas; other structures are left alone.

    Args:
        text: The YAML.
        path: The file, for the problems.
        first_line: The line of the file that `text` begins on, from 1.

    Returns:
        The metadata, or a problem with line and column where the text is not a YAML mapping.
    """
    if len(text) > _LIMIT:
        return Problem(path, first_line, 1, message("articles.yaml.long", most=_LIMIT))
    text = _BESIDE_KEYS.sub(lambda found: found[0].translate(_PLAIN_SPACES), text)
    try:
        return _read_mapping(text, path, first_line)
    except yaml.MarkedYAMLError as error:
        if quotation := _open_quotation(text):
            line, column = quotation
            wording = message("articles.yaml.broken", cure=message("articles.yaml.quotation"))
            return Problem(path, line + first_line, column + 1, wording)
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        return Problem(
            path,
            line,
            column,
            message("articles.yaml.broken", cure=_cure(text, line - first_line)),
        )
    except yaml.YAMLError:
        return Problem(path, first_line, 1, message("articles.yaml.unread"))


def _read_mapping(text: str, path: str, first_line: int) -> Metadata | Problem:
    _refuse_depth(text)
    node = yaml.compose(text, Loader=yaml.CBaseLoader)
    if node is None:
        return Metadata()
    if not isinstance(node, yaml.MappingNode):
        return Problem(path, first_line, 1, message("articles.yaml.no_fields"))
    values: dict[str, Value] = {}
    for key, value in node.value:
        name = canonical(key.value) if isinstance(key, yaml.ScalarNode) else None
        if name and name in values:
            again = message("articles.yaml.twice", field=key.value, line=values[name].line)
            return Problem(path, key.start_mark.line + first_line, key.start_mark.column + 1, again)
        if name and (words := _words(value)) is not None:
            values[name] = Value(words, path, value.start_mark.line + first_line, value.start_mark.column + 1)
    return Metadata(values, tuple(key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)))


def _refuse_depth(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEPTH:
            raise yaml.YAMLError("it is nested too deeply")


def _words(node: yaml.Node) -> str | None:
    if isinstance(node, yaml.ScalarNode):
        return "" if node.value in ("~", "null") and not node.style else str(node.value)
    if isinstance(node, yaml.SequenceNode) and all(isinstance(each, yaml.ScalarNode) for each in node.value):
        return ", ".join(each.value for each in node.value)
    return None


def _open_quotation(text: str) -> tuple[int, int] | None:
    """The line and column, from 0, of the first quotation mark of a value that no other closes at the line's end.

    A value over several lines is well-formed YAML: this is asked of broken metadata alone.
    """
    for number, line in enumerate(text.splitlines()):
        found = _QUOTED.match(line)
        if found and not _CLOSED[found[1]].fullmatch(found[2]):
            return number, found.start(1)
    return None


def _cure(text: str, index: int) -> str:
    lines = text.splitlines()
    line = lines[index] if 0 <= index < len(lines) else ""
    if "\t" in line:
        return message("articles.yaml.tabs")
    if re.match(r"\s*[\w-]+:.*:\s", line):
        return message("articles.yaml.colon", field=line.split(":")[0].strip())
    return message("articles.yaml.one_a_line")
