"""Opening a picture that anybody may have sent: what is broken or too large for memory does not stop a build."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from typing import TypeVar

from PIL import Image

Answer = TypeVar("Answer")


def with_opened(content: bytes, read: Callable[[Image.Image], Answer]) -> Answer | None:
    """What `read` returns for a picture.

    Args:
        content: The bytes of its file.
        read: Is given the picture while it is open; it may decode it.

    Returns:
        The result of `read`; None where nothing opens the file, or where it is broken within.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content)) as opened:
                return read(opened)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
