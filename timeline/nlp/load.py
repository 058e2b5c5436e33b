"""Load the pipeline of a language: the packaged one, the user's own, or a blank one."""

from __future__ import annotations

import logging
from importlib.resources import files

import spacy
from spacy.attrs import IS_SPACE, LOWER, NORM
from spacy.language import Language
from spacy.pipeline import Sentencizer

from timeline.model import Message
from timeline.nlp import labels
from timeline.nlp.french import lemmas
from timeline.nlp.ner import gazetteer_names, ner_component
from timeline.nlp.package_file import unpacked
from timeline.nlp.parser import parser_component

PACKAGED = {"fr": "fr.zip"}
"""Languages whose pipeline comes with the package, with its file in `data`."""

_REGISTERED = (lemmas, ner_component, gazetteer_names, parser_component, labels)
"""Modules whose import registers the components of a configuration with spaCy."""

_READ = (IS_SPACE, LOWER, NORM)
"""The properties of words that are computed: what the components read, and what spaCy's own classes do."""
_log = logging.getLogger(__name__)


class ModelNotFoundError(ValueError):
    """The pipeline of a configuration is not installed, or cannot be loaded."""


def load(language: str = "fr", *, model: str | None = None) -> Language:
    """Load the pipeline of a language.

    If neither `model` is given nor a pipeline is packaged, sentences are split at full stops and words have no tags.
    Dates are still found, but the tenses of verbs are unknown, and a warning in the log says so.

    Each call loads the pipeline again, so keep the result.

    Args:
        language: The language code.
        model: Another installed spaCy pipeline (`fr_core_news_lg`) or a folder that contains one. Its labels are
            translated to those of the packaged pipeline.

    Returns:
        The pipeline.

    Raises:
        ModelNotFoundError: `model` cannot be loaded.
    """
    if model is not None:
        return _installed(model)
    if language in PACKAGED:
        nlp = unpacked(files("timeline.nlp").joinpath("data", PACKAGED[language]).read_bytes())
        _without_unread_attributes(nlp)
        return nlp
    return _blank(language)


def _without_unread_attributes(nlp: Language) -> None:
    """Keeps spaCy from computing, for each new word, twenty properties that no component of ours reads."""
    getters = nlp.vocab.lex_attr_getters  # type: ignore[attr-defined]  # it is missing from the stub
    for attribute in [one for one in getters if one not in _READ]:
        del getters[attribute]


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
    how = "sentences are split at full stops, and tenses are not known"
    wording = f"no reading pipeline for the language '{language}': {how}"
    _log.warning(Message.of(wording, "unread.no_pipeline", of=language))
    try:
        nlp = spacy.blank(language)
    except ImportError:
        nlp = spacy.blank("xx")
    # A line's end is a sentence's, too: headings and paragraphs of one sentence need no full stop.
    nlp.add_pipe("sentencizer", config={"punct_chars": [*Sentencizer.default_punct_chars, "\n", "\n\n", "\n\n\n"]})
    return nlp
