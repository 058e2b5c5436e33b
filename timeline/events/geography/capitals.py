"""Names that a text prints in capitals, as they are written elsewhere."""

from __future__ import annotations

import re

from timeline.languages.function_words import function_words
from timeline.lines.first_letter import capitalised

_SMALL = function_words("place_link")


def written_small(name: str) -> str:
    """A place in capitals as it is written elsewhere: "POINTE-À-PITRE" is "Pointe-à-Pitre".

    Args:
        name: The name in capitals.
    """
    words = re.sub(r"\w+", lambda found: found[0] if found[0] in _SMALL else found[0].title(), name.lower())
    return capitalised(words)
