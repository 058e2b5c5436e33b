"""A person's role beside their name: "Le préfet Thomas Degos réunit …", "Frank Corder, un routier, survole …"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.events.headline.base.gate import LONGEST
from timeline.events.headline.base.stems import stems
from timeline.events.headline.base.types import Draft, Subject
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.roles.finding import Role, head_of, office, roles_of, short, written
from timeline.events.tree import Tree
from timeline.lines.first_letter import capitalised
from timeline.model import Name, Token

_COMMAS = 2


def with_office(context: HeadlineContext, tree: Tree, draft: Draft) -> Draft:
    """The draft with the office before the name that the sentence puts behind it, or with that name behind the office.

    Args:
        context: The inputs of headline writing.
        tree: The tree of the sentence.
        draft: A draft that begins with its subject, a person of this sentence.

    Returns:
        "Le préfet Thomas Degos réunit …" for "Thomas Degos réunit …" and for "Le préfet réunit …", where the sentence
        has "Le préfet, Thomas Degos, a réuni …"; "Le préfet Thomas Degos et le maire réunissent …"; the draft itself
        where it has no office, or the line would be too long.
    """
    behind = _behind_the_subject(draft)
    subject = draft.subject
    if not behind or subject is None or subject.head is None or not tree.holds(subject.head):
        return draft
    for name in context.names(tree, "PER"):
        found = office(context, tree, name)
        if not found or not _is_about(context, subject, name, found) or _is_said_again(context, found, behind):
            continue  # not "le préfet X est nommé préfet"
        offices = ((words, capitalised(written(context, words))) for words in (found, short(found)))
        beside = ((words, own, _others(context, subject, own)) for words, own in offices)
        beginnings = (
            _with_name(words, own, name.canonical) + others.removeprefix("," * _ends_in_a_name(words))
            for words, own, others in beside
            if others is not None
        )
        if (text := _fitting(beginnings, behind)) is not None:
            return replace(draft, text=text + behind, subject=replace(subject, text=text, named=True))
    return draft


def with_role(context: HeadlineContext, draft: Draft) -> Draft:
    """The draft with who its subject is, where the article presents the person so, in this sentence or in another.

    Args:
        context: The inputs of headline writing.
        draft: A draft that begins with its subject.

    Returns:
        "La procureure Nathalie Brun requiert …", "Kevin Peyrard, apprenti boulanger, succombe …"; the draft itself
        where the article takes the person for known, where the line says it again, or would be too long.
    """
    subject, behind = draft.subject, _behind_the_subject(draft)
    if subject is None or not subject.person or not behind:
        return draft
    roles = roles_of(context, subject.text)
    if not roles or not stems(roles[0].text).isdisjoint(stems(draft.text)):
        return draft
    text = _fitting((_beside(subject.text, role) for role in roles), behind)
    return draft if text is None else replace(draft, text=text + behind, subject=replace(subject, text=text))


def _beside(name: str, role: Role) -> str:
    if not role.before:
        return f"{name}, {role.text},"
    return f"{capitalised(role.text)} {name}"


def _fitting(beginnings: Iterable[str], behind: str) -> str | None:
    """The first beginning with which a line is short enough; None where none is."""
    return next((text for text in beginnings if len(text + behind) <= LONGEST), None)


def _behind_the_subject(draft: Draft) -> str:
    """What stands behind the subject of a draft that begins with it; "" of another draft."""
    begins = draft.subject.text if draft.subject is not None else ""
    behind = draft.text[len(begins) :]
    return behind if draft.text[1 : len(begins)] == begins[1:] and behind.startswith(" ") else ""


def _is_about(context: HeadlineContext, subject: Subject, name: Name, office: Sequence[Token]) -> bool:
    """Whether the wording is the name, the office, or both with a comma between them.

    An office may have a name inside ("le maire de Gap"), and others beside it ("le maire de Gap et son adjoint").
    """
    described = subject.head is head_of(office) and not subject.filled
    both = subject.text.endswith(",") and subject.text.count(",") == _COMMAS and name.surface in subject.text
    written_so = subject.text in {capitalised(written(context, words)) for words in (office, short(office))}
    inside = (subject.plural or written_so) and name.surface not in subject.text
    return subject.text == name.canonical or (described and (both or not subject.named or bool(inside)))


def _with_name(office: Sequence[Token], text: str, name: str) -> str:
    """ "Le préfet Jean Rey", but "Le maire de Gap, Jean Rey,": two names do not stand side by side."""
    return f"{text}, {name}," if _ends_in_a_name(office) else f"{text} {name}"


def _ends_in_a_name(office: Sequence[Token]) -> bool:
    return bool(office[-1].entity)


def _others(context: HeadlineContext, subject: Subject, office: str) -> str | None:
    """Who acts beside the person, as the wording has them behind the office: " et deux cadres"; None of another one."""
    if not subject.plural:
        return ""
    others = subject.text.removeprefix(office)
    joined = others.startswith((",", f" {context.words.form('and')} "))
    return others if joined and others != subject.text else None


def _is_said_again(context: HeadlineContext, office: Sequence[Token], behind: str) -> bool:
    return f" {written(context, office[1:]).lower()} " in f"{behind.lower()} "
