"""Every key that a timeline file may have: its kind, its place in the order, and what people write instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from timeline.i18n.nearest import nearest


class Kind(StrEnum):
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


HEAD: Mapping[str, Kind] = {
    "title": Kind.TEXT,
    "slug": Kind.ID,
    "language": Kind.LANGUAGE,
    "description": Kind.MARKDOWN,
    "articles": Kind.PATTERNS,
    "about": Kind.ABOUT,
    "length": Kind.LENGTH,
    "zone": Kind.ZONE,
    "encoding": Kind.TEXT,
    "fields": Kind.RECORD_FIELDS,
    "full_text": Kind.FLAG,
    "names": Kind.TEXT,
    "events": Kind.EVENTS,
}
ABOUT: Mapping[str, Kind] = {"words": Kind.NAMES, "people": Kind.NAMES, "places": Kind.NAMES, "period": Kind.DATE}
RECORD_FIELDS: Mapping[str, Kind] = dict.fromkeys(
    ("id", "title", "date", "modified", "url", "publisher", "author", "page", "language", "licence", "text", "html"),
    Kind.TEXT,
)
"""What a field of JSON and CSV exports is for; its value is what the export calls it."""
EVENT: Mapping[str, Kind] = {
    "id": Kind.ID,
    "date": Kind.DATE,
    "title": Kind.TEXT,
    "text": Kind.MARKDOWN,
    "status": Kind.STATUS,
    "ongoing": Kind.FLAG,
    "people": Kind.NAMES,
    "places": Kind.NAMES,
    "tags": Kind.NAMES,
    "importance": Kind.IMPORTANCE,
    "order": Kind.NUMBER,
    "hidden": Kind.FLAG,
    "confirmed": Kind.FLAG,
    "was": Kind.DATES,
    "image": Kind.IMAGE,
    "links": Kind.LINKS,
    "notes": Kind.MARKDOWN,
    "sources": Kind.SOURCES,
}
SOURCE: Mapping[str, Kind] = {
    "article": Kind.TEXT,
    "url": Kind.URL,
    "title": Kind.TEXT,
    "quote": Kind.MARKDOWN,
    "because": Kind.TEXT,
    "date": Kind.DATE,
}
IMAGE: Mapping[str, Kind] = {
    "src": Kind.IMAGE_PATH,
    "article": Kind.TEXT,
    "alt": Kind.TEXT,
    "caption": Kind.TEXT,
    "credit": Kind.TEXT,
    "licence": Kind.TEXT,
}
LINK: Mapping[str, Kind] = {"url": Kind.URL, "title": Kind.TEXT}

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
