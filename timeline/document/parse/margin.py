"""Lines of an event that stand at the margin of the file, below its events."""

from __future__ import annotations

from collections.abc import Collection

from timeline.document.parse.fields import EVENT, HEAD
from timeline.document.parse.keys import Diagnostics
from timeline.document.yaml.findings import shortened
from timeline.document.yaml.tree import MappingNode, Node, Pair, Scalar, SequenceNode, resolved


def within_head(root: MappingNode, diagnostics: Diagnostics) -> MappingNode:
    """The mapping of a whole file without an event's lines that stand at its margin; these are noted as errors.

    Lines that the last event has already are a new event without its dash, which is noted once.
    """
    at = next((at for at, pair in enumerate(root.pairs) if pair.key.value == "events"), len(root.pairs))
    given = {pair.key.value for pair in root.pairs[:at]}
    stray = [pair for pair in root.pairs[at + 1 :] if _is_stray(pair.key.value, given)]
    if not stray:
        return root
    if stray[0].key.value in _keys_of_last(root.pairs[at].value):
        diagnostics.error(stray[0].key, "key.event_no_dash", suggestion=f"- {_shown(stray[0])}")
    else:
        for pair in stray:
            diagnostics.error(pair.key, "key.event_key_outside", name=pair.key.value)
    return root._replace(pairs=tuple(pair for pair in root.pairs if pair not in stray))


def _is_stray(key: str, given: Collection[str]) -> bool:
    """Whether a key below the events can only be an event's: the head has none such, or has it already."""
    return key in EVENT and (key not in HEAD or key in given)


def _keys_of_last(events: Node) -> frozenset[str]:
    sequence = resolved(events)
    last = resolved(sequence.items[-1]) if isinstance(sequence, SequenceNode) and sequence.items else None
    return frozenset(pair.key.value for pair in last.pairs) if isinstance(last, MappingNode) else frozenset()


def _shown(pair: Pair) -> str:
    value = resolved(pair.value)
    text = value.value if isinstance(value, Scalar) and "\n" not in value.value else "…"
    return f"{pair.key.value}: {shortened(text)}"
