"""Every key that a timeline file may have: its kind, its place in the order, and what people write instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from timeline.i18n.nearest import nearest


class ValueType(StrEnum):
    """What a key's value is."""

    TEXT = "text"
    MARKDOWN = "markdown"
    ID = "id"
    DATE = "date"
    DATES = "dates"
    NAMES = "names"
    PATTERNS = "patterns"
    STATUS = "status"
    LENGTH = "length"
    FLAG = "flag"
    NUMBER = "number"
    IMPORTANCE = "importance"
    LANGUAGE = "language"
    ZONE = "zone"
    URL = "url"
    IMAGE_PATH = "image path"
    IMAGE = "image"
    LINKS = "links"
    SOURCES = "sources"
    ABOUT = "about"
    RECORD_FIELDS = "record fields"
    EVENTS = "events"


HEAD: Mapping[str, ValueType] = {
    "title": ValueType.TEXT,
    "slug": ValueType.ID,
    "language": ValueType.LANGUAGE,
    "description": ValueType.MARKDOWN,
    "articles": ValueType.PATTERNS,
    "about": ValueType.ABOUT,
    "length": ValueType.LENGTH,
    "zone": ValueType.ZONE,
    "encoding": ValueType.TEXT,
    "fields": ValueType.RECORD_FIELDS,
    "full_text": ValueType.FLAG,
    "names": ValueType.TEXT,
    "events": ValueType.EVENTS,
}
ABOUT: Mapping[str, ValueType] = {
    "words": ValueType.NAMES,
    "people": ValueType.NAMES,
    "places": ValueType.NAMES,
    "period": ValueType.DATE,
}
RECORD_FIELDS: Mapping[str, ValueType] = dict.fromkeys(
    ("id", "title", "date", "modified", "url", "publisher", "author", "page", "language", "licence", "text", "html"),
    ValueType.TEXT,
)
"""What a field of JSON and CSV exports is for; its value is what the export calls it."""
EVENT: Mapping[str, ValueType] = {
    "id": ValueType.ID,
    "date": ValueType.DATE,
    "title": ValueType.TEXT,
    "text": ValueType.MARKDOWN,
    "status": ValueType.STATUS,
    "ongoing": ValueType.FLAG,
    "people": ValueType.NAMES,
    "places": ValueType.NAMES,
    "tags": ValueType.NAMES,
    "importance": ValueType.IMPORTANCE,
    "order": ValueType.NUMBER,
    "hidden": ValueType.FLAG,
    "confirmed": ValueType.FLAG,
    "was": ValueType.DATES,
    "image": ValueType.IMAGE,
    "links": ValueType.LINKS,
    "notes": ValueType.MARKDOWN,
    "sources": ValueType.SOURCES,
}
SOURCE: Mapping[str, ValueType] = {
    "article": ValueType.TEXT,
    "url": ValueType.URL,
    "title": ValueType.TEXT,
    "quote": ValueType.MARKDOWN,
    "because": ValueType.TEXT,
    "date": ValueType.DATE,
}
IMAGE: Mapping[str, ValueType] = {
    "src": ValueType.IMAGE_PATH,
    "article": ValueType.TEXT,
    "alt": ValueType.TEXT,
    "caption": ValueType.TEXT,
    "credit": ValueType.TEXT,
    "licence": ValueType.TEXT,
}
LINK: Mapping[str, ValueType] = {"url": ValueType.URL, "title": ValueType.TEXT}

MANAGED: tuple[str, ...] = ("date", "title", "text", "status", "ongoing", "people", "places", "tags", "was")
"""The fields of an event that the machine writes; the sources are merged one by one, field by field."""

MANAGED_SOURCE: tuple[str, ...] = ("article", "quote", "because", "date")
"""The fields of a source that the machine writes."""

OWN = "x-"
"""Keys that begin so are a person's own; nothing reads them."""

_INSTEAD: Mapping[str, tuple[str, ...]] = {
    "title": ("titre", "name", "nom", "headline"),
    "slug": ("permalien",),
    "language": ("langue", "lang"),
    "description": ("chapo", "chapô", "résumé", "resume", "summary"),
    "articles": ("article", "sources", "seeds", "dossier"),
    "about": ("sujet", "topic"),
    "length": ("longueur", "taille", "size"),
    "zone": ("timezone", "fuseau", "tz"),
    "names": ("noms",),
    "events": ("événements", "evenements", "évènements", "entries", "chronologie", "dates"),
    "words": ("mots", "keywords"),
    "people": ("personnes", "person", "personne", "gens", "who", "qui", "personnalités"),
    "places": ("lieux", "lieu", "place", "location", "locations", "where", "où"),
    "period": ("période", "periode", "dates"),
    "id": ("identifiant", "key"),
    "date": ("jour", "day", "when", "quand", "dates"),
    "text": ("texte", "body", "description", "résumé", "resume", "summary"),
    "status": ("statut", "état", "etat", "state"),
    "ongoing": ("en cours", "encours"),
    "tags": ("étiquettes", "etiquettes", "tag", "mots-clés", "mots-cles", "keywords"),
    "importance": ("poids", "weight", "salience"),
    "order": ("ordre", "rang"),
    "hidden": ("caché", "cache", "masqué", "masque", "hide"),
    "confirmed": ("confirmé", "confirme", "vérifié", "verifie", "verified"),
    "image": ("photo", "picture", "illustration", "img"),
    "links": ("liens", "lien", "link", "urls"),
    "notes": ("note", "remarque", "remarques", "comment", "commentaire"),
    "sources": ("source", "références"),
    "article": ("articles", "source", "id"),
    "url": ("lien", "link", "href", "adresse"),
    "quote": ("citation", "extrait", "phrase"),
    "because": ("car", "parce que", "raison", "why", "pourquoi"),
    "src": ("file", "fichier", "path", "url", "source"),
    "alt": ("alternative", "texte alternatif", "description"),
    "caption": ("légende", "legende"),
    "credit": ("crédit", "auteur", "photographe"),
    "licence": ("license", "droits"),
}
_STATUS_INSTEAD: Mapping[str, tuple[str, ...]] = {
    "asserted": ("affirmé", "avéré", "confirmé", "confirmed", "certain", "fact", "vrai", "true"),
    "reported": ("rapporté", "selon", "présumé", "alleged"),
    "planned": ("prévu", "planifié", "à venir", "annoncé", "scheduled", "future"),
    "denied": ("démenti", "nié", "faux", "false"),
    "conditional": ("conditionnel", "possible", "éventuel", "hypothetical"),
}
TRUE = frozenset({"true", "yes", "on", "oui", "vrai"})
FALSE = frozenset({"false", "no", "off", "non", "faux"})
NOTHING = frozenset({"", "~", "null"})
"""Plain scalars that mean that nothing stands there."""


def nearest_key(key: str, known: Iterable[str]) -> str:
    """The key that was probably meant, or ""."""
    return _nearest(key, tuple(known), _INSTEAD)


_LENGTH_INSTEAD: Mapping[str, tuple[str, ...]] = {
    "short": ("court", "courte", "bref", "brief"),
    "normal": ("normale", "moyen", "moyenne", "medium"),
    "full": ("complet", "complète", "long", "longue", "tout", "all"),
}


def nearest_length(text: str) -> str:
    """The length that was meant, or ""."""
    return _nearest(text, tuple(_LENGTH_INSTEAD), _LENGTH_INSTEAD)


def nearest_status(text: str) -> str:
    """The status that was probably meant, or ""."""
    return _nearest(text, tuple(_STATUS_INSTEAD), _STATUS_INSTEAD)


def _nearest(text: str, known: tuple[str, ...], instead: Mapping[str, tuple[str, ...]]) -> str:
    folded = text.strip().casefold()
    if folded in known:
        return folded
    spelled = {word: key for key in known for word in instead.get(key, ())}
    if folded in spelled:
        return spelled[folded]
    if close := nearest(folded, known, 0.7):
        return close
    return spelled.get(nearest(folded, spelled, 0.85), "")
