"""Messages that are made before the interface language is known, and translated later."""

from __future__ import annotations

import errno
from pathlib import Path

from timeline.i18n.texts import say, texts
from timeline.model import Message, Problem


def message(key: str, /, **arguments: object) -> Message:
    """The text of `key` in English; see `in_language`.

    Args:
        key: A dotted key of the interface's texts.
        **arguments: The values of its `{names}`; a message among them is translated too.

    Returns:
        A string that `in_language` can translate.

    Raises:
        KeyError: No file has that key; this is a bug in the program.
    """
    return Message.of(say("en", key, **arguments), key, **arguments)


def file_problem(path: str | Path, key: str, /, **arguments: object) -> Problem:
    """An error of a whole file or folder, or of an option.

    Args:
        path: The path as it is shown, or the option's name ("--address").
        key: As of `message`.
        **arguments: As of `message`.

    Returns:
        A problem without a line.
    """
    return Problem(str(path), 0, 0, message(key, **arguments))


def why(error: OSError) -> str:
    """What the operating system says of a file, in words that `in_language` can translate.

    Args:
        error: What was raised.

    Returns:
        A message; of an error that people seldom meet, the system's own text.
    """
    key = f"system.{errno.errorcode.get(error.errno or 0, '').lower()}"
    return message(key) if key in texts("en") else error.strerror or str(error)


def in_language(text: str, language: str) -> str:
    """A message in another language.

    Args:
        text: A message, whose arguments can be messages too; any other text is returned unchanged.
        language: The code of the language of the interface.

    Returns:
        The message's text in that language.
    """
    if not isinstance(text, Message) or language == "en":
        return text
    arguments = {
        name: in_language(value, language) if isinstance(value, str) else value
        for name, value in text.arguments.items()
    }
    return say(language, text.key, **arguments)
