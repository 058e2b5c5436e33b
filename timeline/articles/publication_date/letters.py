"""The date of a letter: "Quimper, le 14 mars 2023" in a press release, a speech or an open letter.

Elsewhere such a line may be a picture's caption, so a word for the kind of text has to stand near it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.articles.publication_date import lines
from timeline.articles.publication_date.evidence import Hint
from timeline.languages.folding import fold
from timeline.languages.press import phrases

_LONGEST_WORD, _LONGEST = 60, 100


def is_letter(around: Iterable[str]) -> bool:
    """Whether one of the short lines says that the text is a press release, a speech, a letter.

    Args:
        around: The lines at the beginning and at the end of a text.
    """
    return any(
        len(line) <= _LONGEST_WORD and fold(line).strip(" *#_:-").startswith(phrases("letters")) for line in around
    )


def letter_date(line: str, zone: str) -> Hint | None:
    """The day of a line that is a place and a day: "Quimper, le 14 mars 2023", "Fait à Brest, le 3 mai 2016".

    Args:
        line: One line of a text.
        zone: The IANA name of the zone.
    """
    if len(line) > _LONGEST:
        return None
    found = lines.only_date(line, zone)
    if found is None:
        return None
    before, after = line[: found[0]].strip(), line[found[1] :].strip(" .\t")
    before = re.sub(rf"^(?:{'|'.join(map(re.escape, phrases('done_at')))})\s", "", before, flags=re.IGNORECASE)
    place = re.fullmatch(r"([A-ZÀ-Þ][\w'’-]*(?:[ -](?:[\w'’]+))*)\s?,", before)
    if after or not place or len(place[1].split()) > 4:
        return None
    return Hint("visible", line, found[2])
