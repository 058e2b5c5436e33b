"""Turn a text into sentences with parts of speech, tenses, heads and names.

    pipeline = load("fr")
    for sentences in read(pipeline, texts): …

French comes with the package: a small network trained on open treebanks (`docs/model-card.md`). Another spaCy
pipeline may replace it (`load("fr", model="fr_core_news_lg")`). A language without a pipeline is read without tags,
and a warning in the log says so.
"""

from timeline.nlp import spacy_alone

spacy_alone.load()

from timeline.nlp.convert import read, sentences  # noqa: E402 - after spaCy, loaded without its command line
from timeline.nlp.load import ModelNotFoundError, load  # noqa: E402 - as above

__all__ = ["ModelNotFoundError", "load", "read", "sentences"]
