"""Which pipeline reads a language: the packaged one, the user's own, or a blank one."""

from __future__ import annotations

import logging
from importlib.resources import files

import spacy
from spacy.language import Language

from timeline.nlp import labels
from timeline.nlp.french import lemmas
from timeline.nlp.ner import gazetteer_names, ner_component
from timeline.nlp.package_file import unpacked
from timeline.nlp.parser import parser_component

PACKAGED = {"fr": "fr.zip"}
"""Languages whose pipeline comes with the package, and its file in `data`."""

_REGISTERED = (lemmas, ner_component, gazetteer_names, parser_component, labels)
"""Modules whose import tells spaCy of the components that a configuration names."""

_log = logging.getLogger(__name__)


class ModelNotFoundError(ValueError):
    """The pipeline that a configuration names is not installed, or does not load."""


def load(language: str = "fr", *, model: str | None = None) -> Language:
    """The pipeline that reads a language.

    `model` names another installed spaCy pipeline (`fr_core_news_lg`) or a folder that holds one; its labels are
    translated to the
    ones that the stages know. With no model, and none packaged, sentences are split at full stops and no word has
    a tag: dates
    are then found as ever, but the tense of a verb decides nothing, and a warning in the log says so.

    Every call loads anew: keep what it gives. Raises `ModelNotFoundError` where `model` cannot be loaded.
    """
    if model is not None:
        return _installed(model)
    if language in PACKAGED:
        return unpacked(files("timeline.nlp").joinpath("data", PACKAGED[language]).read_bytes())
    return _blank(language)


def _installed(model: str) -> Language:
    try:
        nlp = spacy.load(model)
    except (OSError, ValueError, ImportError) as error:
        raise ModelNotFoundError(
            f"the spaCy pipeline {model!r} cannot be loaded; install it with pip, "
            "or leave `model` out to use the packaged one"
        ) from error
    if not {"parser", "senter", "sentencizer"} & set(nlp.pipe_names):
        nlp.add_pipe("sentencizer")
    nlp.add_pipe("timeline_scheme", last=True)
    return nlp


def _blank(language: str) -> Language:
    _log.warning(
        "no reading pipeline for the language %r: sentences are split at full stops, and tenses are not known", language
    )
    try:
        nlp = spacy.blank(language)
    except ImportError:
        nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")
    return nlp
