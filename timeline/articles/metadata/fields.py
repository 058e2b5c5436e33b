"""The fields that a user may state of an article, the names that files give them, and the values with their places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.i18n.nearest import nearest
from timeline.languages.folding import fold, letters_and_digits

_NAMES: Mapping[str, tuple[str, ...]] = {
    name: tuple(aliases.split())
    for name, aliases in {
        "id": "id guid uid identifiant",
        "title": "title titre headline titredelarticle name headlinesbasic",
        "date": """date published datepublished publishedat publicationdate pubdate publishedtime datedepublication
            datepublication created dateparution parution publishdate publisheddate publishedon articlepublishedtime
            datepublish firstpublishdate displaydate publishingdate postdategmt datedediffusion datediffusion
            dateparu datedeparution publiele parule publie paru""",
        "modified": """modified updated lastmod datemodified updatedat modifiedat datedemodification lastmodified
            datemodify modifiedgmt""",
        "url": "url link permalink lien sourceurl canonical canonicalurl webpage uri originallink",
        "publisher": """publisher source site sitename journal publication media newspaper editeur publishername
            sourcedomain medianame origintitle nomdumedia titredepresse support revue publicationtitle""",
        "author": """author authors auteur auteurs byline creator signature journaliste journalistes embeddedauthor
            creditsby""",
        "language": "language lang langue inlanguage",
        "licence": "licence license rights copyright droits",
        "page": "page pages pagenumber pageno numerodepage startpage pagededebut printpage",
        "encoding": "encoding charset encodage",
        "text": """text body content articlebody texte contenu corps fulltext contenttext maintext plaintext storytext
            articletext texteintegral textecomplet summarycontent contentcontent""",
        "html": "html contenthtml bodyhtml contentencoded",
    }.items()
}
"""Our names for fields and what others call them, letters and digits alone, the surest first."""
_CANONICAL = {alias: name for name, aliases in _NAMES.items() for alias in aliases}


def canonical(key: str) -> str | None:
    """Our name for a field that a file calls `key` (`publishedAt`, `date_published`, `Titre`), or None.

    Args:
        key: The name of a field in a file.

    Returns:
        "title", "date", "author" or another of our names; None for an unknown one.
    """
    return _CANONICAL.get(letters_and_digits(key))


def near_miss(keys: tuple[str, ...], wanted: str) -> str | None:
    """The key that was most likely meant as `wanted`: a near miss of one of its names.

    Returns:
        The key, or None where none is near.
    """
    plain = {fold(key): key for key in keys if canonical(key) is None}
    for alias in _NAMES[wanted]:
        if near := nearest(alias, plain):
            return plain[near]
    return None


@dataclass(frozen=True, slots=True)
class Value:
    """A stated value and its position: file, line and column from 1; 0 where that is not known."""

    text: str
    path: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file states of an article, by our names; `keys` are all the keys of the file, as written there."""

    values: Mapping[str, Value] = field(default_factory=dict)
    keys: tuple[str, ...] = ()

    def get(self, name: str) -> str | None:
        """The text of a field, or None where it is missing or blank."""
        value = self.values.get(name)
        return value.text.strip() or None if value else None

    def over(self, other: Metadata) -> Metadata:
        """Both together; where both have a field, this one's value counts."""
        return Metadata({**other.values, **self.values}, (*self.keys, *other.keys))


def metadata_from(record: Mapping[str, str], path: str, names: Mapping[str, str], line: int = 0) -> Metadata:
    """The fields of a flat record.

    Args:
        record: The text of each field.
        path: The file, for the problems.
        names: The file's name for ours, which wins; else the surest of the known aliases does.
        line: The line of the record, from 1; 0 where it is not known.

    Returns:
        The metadata, with the place of each value.
    """
    plain: dict[str, str] = {}
    for key, text in record.items():
        if text.strip():
            plain.setdefault(letters_and_digits(key), text)
    values: dict[str, Value] = {}
    for our, aliases in _NAMES.items():
        text = (
            record.get(names[our], "") if our in names else next((plain[each] for each in aliases if each in plain), "")
        )
        if text.strip():
            values[our] = Value(text, path, line, 1 if line else 0)
    return Metadata(values, tuple(record))
