from __future__ import annotations

import pytest
from spacy.language import Language

from timeline import nlp


@pytest.fixture(scope="session")
def pipeline() -> Language:
    return nlp.load("fr")
