"""Patterns for the text around an expression."""

from __future__ import annotations

_SMALL = (
    "dans|sous|sans|vers|mais|puis|plus|moins|lors|alors|depuis|apres|pas|tous|toutes|nous|vous|ils|elles|les|des|ces|ses|mes|tes|nos|vos|"
    "leurs|chez|hors|tres|trois|ainsi|jamais|toujours|desormais|environs|suis|es|as|eus|fus|dis|selon|certains|plusieurs|quelques|"
    "divers|diverses|malgre|aux|autres|volontiers|aupres|pres|excepte|jusqu|outre|hormis|dehors|dessus|dessous|ailleurs|quels|quelles"
)
UNCOUNTED = rf"^(?:$|[^ ]| (?:$|[^a-z]|(?:{_SMALL})\b|[a-z]{{1,2}}\b|[a-z']*[a-rt-z0-9]\b))"
"""What can follow a figure that is not a count: no plural word ("mercredi 13 dans", but not "13 manifestants")."""

DATE_BEGINS = (
    r"^ ?(?:\d|premier |lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|fevrier|mars|avril|mai\b|juin|juillet|aout|"
    "septembre|octobre|novembre|decembre|noel|paques|fete (?:de la musique|nationale|du travail|des (?:meres|peres|rois))|pentecote|toussaint|ascension|nouvel an|reveillon|saint-|hier|demain|avant-hier)"
)
"""The beginning of a date right after the words that count from it."""

EVENT = "[a-z][a-z'-]{2,}(?: [a-z][a-z'-]+){0,3} "
"""The noun of an event with its attributes, and a space: "attentat", "election presidentielle"."""
