"""Reads `names.yaml`, where a person joins, splits and renames people and places.

people:
- name: Vladimir Poutine
  also: [Poutine, V. Poutine, le chef du Kremlin]   # join these under the name
- name: George Bush
  apart: [George W. Bush]                           # never join the two
  slug: bush-pere                                   # the address of its page
places:
- name: Kyiv
  also: [Kiev]
- name: Héliade
  ignored: yes                                      # a probe: no event has this place
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from timeline.coref.names.canonical import Names, Naming, slug
from timeline.i18n import say
from timeline.i18n.nearest import nearest
from timeline.languages.folding import fold
from timeline.model import Problem, Severity

_SECTIONS = ("people", "places")
_KEYS = ("name", "also", "apart", "slug", "ignored")
_YES, _NO = frozenset({"yes", "true", "oui"}), frozenset({"no", "false", "non"})
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LARGEST = 2_000_000


def parse_names(text: str, path: str, language: str = "en") -> tuple[Names, tuple[Problem, ...]]:
    """The orders of a names file and its problems, in the order of the lines.

    Where there are errors, the parts that could be read are returned as well. An empty file orders nothing.

    Args:
        text: The content of the file.
        path: Its path, for the problems.
        language: The language of the messages.

    Returns:
        The orders, and the problems with their lines and columns, from 1.
    """
    reading = _NamesFileReading(path, language)
    names = Names(**reading.sections(text.removeprefix("\ufeff")))
    return names, tuple(sorted(reading.problems))


@dataclass
class _NamesFileReading:
    """One reading of one file; collects its problems."""

    path: str
    language: str
    problems: list[Problem] = field(default_factory=list)
    spellings: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    slugs: dict[tuple[str, str], int] = field(default_factory=dict)

    def sections(self, text: str) -> dict[str, tuple[Naming, ...]]:
        """The sections of the file that could be read."""
        root = self._composed(text)
        if root is None:
            return {}
        if not isinstance(root, yaml.MappingNode):
            self._wrong(root, "sections")
            return {}
        return {key: tuple(self._namings(key, node)) for key, node in self._pairs(root, _SECTIONS)}

    def _composed(self, text: str) -> yaml.Node | None:
        if len(text) > _LARGEST:
            self.problems.append(self._problem(0, 0, "too_large", limit=_LARGEST))
            return None
        try:
            return yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
            self.problems.append(self._problem(line, column, "invalid", said=self._reason(error)))
        except yaml.YAMLError as error:
            self.problems.append(self._problem(0, 0, "invalid", said=error))
        return None

    def _namings(self, section: str, node: yaml.Node) -> Iterator[Naming]:
        if _empty(node):
            return
        if not isinstance(node, yaml.SequenceNode):
            self._wrong(node, "list", section=section)
            return
        for item in node.value:
            if isinstance(item, yaml.MappingNode):
                yield from self._naming(section, item)
            else:
                self._wrong(item, "item")

    def _naming(self, section: str, node: yaml.MappingNode) -> Iterator[Naming]:
        found = dict(self._pairs(node, _KEYS))
        name = self._text(found["name"]) if "name" in found else ""
        if "name" not in found:
            self._wrong(node, "no_name")
        if not name:
            return
        also, apart = (self._texts(key, found) for key in ("also", "apart"))
        self._claim(section, found["name"], name, name)
        for spelling, its_node in also:
            self._claim(section, its_node, spelling, name)
        for other, its_node in apart:
            if fold(other) in {fold(name), *(fold(spelling) for spelling, _ in also)}:
                self._wrong(its_node, "both", other=other, name=name)
        its_slug = self._slug(section, found["slug"]) if "slug" in found else ""
        ignored = "ignored" in found and self._yes(found["ignored"])
        yield Naming(name, tuple(text for text, _ in also), tuple(text for text, _ in apart), its_slug, ignored)

    def _claim(self, section: str, node: yaml.Node, spelling: str, name: str) -> None:
        """Records that a spelling belongs to a name; two names cannot share a spelling."""
        holder, line = self.spellings.setdefault((section, fold(spelling)), (name, node.start_mark.line + 1))
        if holder != name:
            self._wrong(node, "belongs", spelling=spelling, holder=holder, line=line)
        elif line != node.start_mark.line + 1 and spelling == name:
            self._wrong(node, "twice", name=name, line=line)

    def _slug(self, section: str, node: yaml.Node) -> str:
        text = self._text(node)
        if text and not _SLUG.fullmatch(text):
            self._wrong(node, "slug", right=slug(text))
            return ""
        line = self.slugs.setdefault((section, text), node.start_mark.line + 1)
        if text and line != node.start_mark.line + 1:
            self._wrong(node, "slug_taken", slug=text, line=line)
        return text

    def _yes(self, node: yaml.Node) -> bool:
        word = str(node.value).casefold() if isinstance(node, yaml.ScalarNode) else ""
        if word not in _YES | _NO:
            self._wrong(node, "yes_or_no")
        return word in _YES

    def _texts(self, key: str, found: Mapping[str, yaml.Node]) -> list[tuple[str, yaml.Node]]:
        """A list of spellings; a single one needs no brackets."""
        node = found.get(key)
        if node is None or _empty(node):
            return []
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        return [(text, item) for item in items if (text := self._text(item))]

    def _text(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            self._wrong(node, "one_name")
            return ""
        text = str(node.value).strip()
        if not text:
            self._wrong(node, "empty")
        return text

    def _pairs(self, node: yaml.MappingNode, known: tuple[str, ...]) -> Iterator[tuple[str, yaml.Node]]:
        """The known keys of a mapping with their values; unknown and repeated keys are problems."""
        seen: dict[str, int] = {}
        for key_node, value in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else ""
            if key not in known:
                self._unknown(key_node, key, known)
            elif key in seen:
                self._wrong(key_node, "twice", name=key, line=seen[key])
            else:
                seen[key] = key_node.start_mark.line + 1
                yield key, value

    def _unknown(self, node: yaml.Node, key: str, known: tuple[str, ...]) -> None:
        near = nearest(key, known, cutoff=0.6)
        if near:
            self._wrong(node, "unknown_near", word=key, near=near)
        else:
            self._wrong(node, "unknown", word=key, known=", ".join(known))

    def _wrong(self, node: yaml.Node, message: str, /, **arguments: object) -> None:
        mark = node.start_mark
        self.problems.append(self._problem(mark.line + 1, mark.column + 1, message, **arguments))

    def _problem(self, line: int, column: int, message: str, /, **arguments: object) -> Problem:
        return Problem(self.path, line, column, self._say(message, **arguments), Severity.ERROR)

    def _say(self, message: str, /, **arguments: object) -> str:
        return say(self.language, f"merge.names.{message}", **arguments)

    def _reason(self, error: yaml.MarkedYAMLError) -> str:
        """The message of the YAML library, with the remedy for the most common cause."""
        what = " ".join(filter(None, (error.problem, error.context)))
        if "mapping values are not allowed" in what:
            return self._say("colon")
        return self._say("tabs") if "'\\t'" in what else self._say("special", what=what)


def _empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not str(node.value).strip() and node.style is None
