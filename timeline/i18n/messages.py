"""Messages that are made where no language of the interface is known, and told in one later."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.i18n.texts import say


class Message(str):
    """A text of the interface in English that remembers its key, so that it can be told in another language."""

    key: str
    arguments: Mapping[str, object]


def message(key: str, **arguments: object) -> Message:
    """The text of `key` in English; see `in_language`.

    Args:
        key: A dotted key of the interface's texts.
        **arguments: What stands for its `{names}`; a message among them is told in the same language.

    Raises:
        KeyError: No file has that key: that is a bug of ours.
    """
    made = Message(say("en", key, **arguments))
    made.key, made.arguments = key, arguments
    return made


def in_language(text: str, language: str) -> str:
    """A message in a language; any other text as it is."""
    if not isinstance(text, Message) or language == "en":
        return text
    told = {
        name: in_language(value, language) if isinstance(value, str) else value
        for name, value in text.arguments.items()
    }
    return say(language, text.key, **told)
