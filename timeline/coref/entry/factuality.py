"""The factuality of an event that several sources report."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.model import Status

_YIELDS_TO: dict[Status, frozenset[Status]] = {
    Status.CONDITIONAL: frozenset({Status.PLANNED, Status.REPORTED, Status.ASSERTED, Status.DENIED}),
    Status.PLANNED: frozenset({Status.REPORTED, Status.ASSERTED, Status.DENIED}),
    Status.REPORTED: frozenset({Status.ASSERTED, Status.DENIED}),
    Status.ASSERTED: frozenset({Status.DENIED}),
    Status.DENIED: frozenset({Status.ASSERTED}),
}


def status(statuses: Iterable[Status]) -> Status:
    """The status after all sources are read, in the order of publication.

    A planned, supposed or merely reported status gives way to an assertion or a denial. An assertion gives way only to
    a later denial, and a denial only to a later assertion.

    Args:
        statuses: The status in each source, in the order of publication, at least one.

    Returns:
        The status of the entry.
    """
    standing: Status | None = None
    for one in statuses:
        if standing is None or one in _YIELDS_TO[standing]:
            standing = one
    return standing or Status.ASSERTED
