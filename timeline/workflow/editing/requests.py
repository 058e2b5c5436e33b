"""From what a browser sends to an act: every key is known, every value is a text of limited length."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Literal

from timeline.document.commands.acts.types import Accept, Act, Add, Mark, Merge, Redate, Rename, Retitle, Split, Take

MOST_BYTES = 64_000
"""A longer body is refused unread."""

_LONGEST = {"title": 1_000, "date": 200, "text": 30_000, "url": 2_000, "people": 10_000, "places": 10_000}
_OF_TEXTS: Mapping[str, tuple[Callable[..., Act], tuple[str, ...]]] = {
    "retitle": (Retitle, ("id", "title")),
    "redate": (Redate, ("id", "date")),
    "rename": (Rename, ("id", "people", "places")),
    "merge": (Merge, ("id", "into")),
}
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_SPELLED: Mapping[str, Literal["confirmed", "hidden"]] = {"confirm": "confirmed", "hide": "hidden"}


class BadRequest(Exception):  # noqa: N818 - the fault of who sent it
    """The request is not an act."""


def body_of(data: bytes) -> Mapping[str, Any]:
    """The JSON object that a body holds.

    Raises:
        BadRequest: The body is not a JSON object.
    """
    try:
        body = json.loads(data)
    except (ValueError, RecursionError):
        raise BadRequest("no JSON") from None
    if not isinstance(body, dict):
        raise BadRequest("no object")
    return body


def text_in(body: Mapping[str, Any], name: str, default: str | None = None) -> str:
    """A text of the body of a request.

    Args:
        body: The body, decoded from JSON.
        name: The key.
        default: The text where the key is missing; None where it must be there.

    Returns:
        The text, with plain line breaks.

    Raises:
        BadRequest: The text is missing, too long or not printable, or the value is not a text.
    """
    value = body.get(name, default)
    if not isinstance(value, str) or len(value) > _LONGEST.get(name, 200) or _UNFIT.search(value):
        raise BadRequest(name)
    return value.replace("\r\n", "\n")


def act_of(body: Mapping[str, Any], candidates: str) -> Act:
    """The act that a body asks for.

    Args:
        body: The body. `act` names the act; the other keys are its parameters.
        candidates: The text of the file of candidates, for the act that takes one.

    Returns:
        The act; its ids and texts are not yet checked.

    Raises:
        BadRequest: There is no such act, or a part is missing or of the wrong kind.
    """
    name = text_in(body, "act")
    match name:
        case "confirm" | "hide":
            if not isinstance(on := body.get("on", True), bool):
                raise BadRequest("on")
            return Mark(text_in(body, "id"), _SPELLED[name], on)
        case "retitle" | "redate" | "rename" | "merge":
            make, names = _OF_TEXTS[name]
            return make(*(text_in(body, each) for each in names))
        case "split":
            return Split(text_in(body, "id"), text_in(body, "title"), text_in(body, "date"), _places(body))
        case "add":
            more = text_in(body, "text", ""), text_in(body, "url", "")
            return Add(text_in(body, "title"), text_in(body, "date"), *more)
        case "take":
            return Take(text_in(body, "id"), candidates)
        case "accept":
            return Accept(text_in(body, "id"), text_in(body, "field", ""))
    raise BadRequest("act")


def _places(body: Mapping[str, Any]) -> tuple[int, ...]:
    places = body.get("sources", [])
    if not isinstance(places, list) or len(places) > 1_000 or not all(type(place) is int for place in places):
        raise BadRequest("sources")
    return tuple(places)
