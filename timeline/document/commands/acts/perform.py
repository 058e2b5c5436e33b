"""Performs one act: from the file's text before to its text after."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from timeline.document.commands.accept import accept
from timeline.document.commands.acts.fields import mark, redate, rename, retitle
from timeline.document.commands.acts.merging import merge
from timeline.document.commands.acts.new import add, split, take
from timeline.document.commands.acts.types import (
    Accept,
    Act,
    Add,
    Edited,
    Editing,
    Mark,
    Merge,
    Redate,
    Refused,
    Rename,
    Retitle,
    Split,
    Take,
)
from timeline.document.lock import load_lock
from timeline.document.merge.identity import items_by_id
from timeline.document.parse.again.incremental import parse_again
from timeline.document.parse.document import BOM
from timeline.document.parse.types import Document, Understand
from timeline.document.yaml.edits import apply
from timeline.document.yaml.findings import problems
from timeline.model import Problem

_PATCHES: Mapping[type, Callable[[Editing, Any], str]] = {
    Mark: mark,
    Retitle: retitle,
    Redate: redate,
    Rename: rename,
    Merge: merge,
    Split: split,
    Add: add,
    Take: take,
}


def perform(document: Document, lock: str | None, act: Act, *, understand: Understand, language: str = "en") -> Edited:
    """Does one act.

    Args:
        document: The file as it stands.
        lock: The text of its lock, None where there is none.
        act: What is to be done.
        understand: How dates in words are read.
        language: The language of the problems.

    Returns:
        The new file and its lock. Only lines that the act is about differ. `text` is None where the act cannot be done
        or would break the file.
    """
    editing = Editing(document, load_lock(lock), understand)
    bom = BOM if document.bom else ""
    if isinstance(act, Accept):
        text, field, path = bom + document.text, act.field or None, document.path
        done = accept(text, lock, act.id, field, understand=understand, path=path, language=language)
        faults = done.problems if done.text is None else ()
        return Edited(done.text, done.lock, act.id, editing.title(act.id) or act.id, faults)
    try:
        id_ = _PATCHES[type(act)](editing, act)
    except Refused as refused:
        return Edited(None, lock, problems=_problems_of(refused, document, language))
    text = bom + apply(document.text, editing.patcher.edits)
    read = parse_again(text, document.path, before=document, understand=understand, language=language)
    if read.document is None:
        return Edited(None, lock, problems=read.problems)
    items = items_by_id(read.document, editing.lock)
    title = editing.title(act.id) if isinstance(act, Mark | Redate | Merge) else items[id_].entry.title
    return Edited(text, lock, id_, title, document=read.document)


def _problems_of(refused: Refused, document: Document, language: str) -> tuple[Problem, ...]:
    return problems([refused.finding], document.lines, document.path, language)
