"""What no editor shows and YAML stumbles over: odd spaces, and line breaks that only YAML knows."""

from __future__ import annotations

import re

from timeline.document.yaml.findings import Finding
from timeline.document.yaml.lines import Lines

ODD_SPACES = "\u00a0\u202f\u2009\u2007\u3000"
_UNSEEN_BREAKS = re.compile("[\x85\u2028\u2029]")


def odd_space(at: int, lines: Lines) -> Finding | None:
    """A no-break space where YAML wants a plain one: pasted from a web page, and invisible."""
    for offset in (at, max(lines.start(at) - 1, 0)):
        start, content = lines.start(offset), lines.content(offset)
        indent = re.match(rf"[ ]*([{ODD_SPACES}])", content)
        after = re.search(rf"[\w]:([{ODD_SPACES}])|^\s*-([{ODD_SPACES}])", content)
        if indent:
            return Finding(start + indent.start(1), "syntax.odd_space")
        if after:
            return Finding(start + after.end() - 1, "syntax.odd_space")
    return None


def unseen_break(at: int, context_at: int, lines: Lines) -> Finding | None:
    """A line break in the editor's line of an error, of its context, or above: pasted from a layout program."""
    for offset in (at, context_at, max(lines.start(at) - 1, 0)):
        start = lines.start(offset)
        if found := _UNSEEN_BREAKS.search(lines.text, start, lines.after(start)):
            return Finding(found.start(), "syntax.unseen_break", {"code": f"U+{ord(found[0]):04X}"})
    return None
