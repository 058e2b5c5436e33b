"""`python -m training CORPORA`: from the public corpora to the packaged pipeline, its scores and its card.

CORPORA is a folder with `ud/*.conllu` (French treebanks of Universal Dependencies) and `winer/YYYY/MM/*.{txt,ann}`
(WiNER-fr). It takes about an hour of one core. The steps, each a function below: the lexicon, the documents, the
reading network (PyTorch), the network of names (spaCy), the file, the scores, the card. Seeds are fixed; a run on
another processor may differ in the last decimal.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from thinc.api import NumpyOps, set_current_ops

from timeline.nlp import lexicon as packaged_lexicon
from timeline.nlp import loading, packing
from timeline.nlp.french import PressFrench
from training import card, entities, evaluate, lexicon, treebanks

HERE = Path(__file__).parent
PACKAGE = HERE.parent / "timeline" / "nlp" / "data"
SEED = 1
TRAINED_ON = ("seq-train", "gsd-dev", "pud", "fqb", "paris-train")
MEASURED_ON = ("gsd-test", "seq-test")


def main(arguments: list[str] | None = None) -> int:
    """Runs every step; prints the scores."""
    parser = argparse.ArgumentParser(prog="python -m training", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpora", type=Path, help="the folder with ud/ and winer/")
    parser.add_argument("--work", type=Path, help="where the documents and checkpoints go (a temporary folder)")
    parser.add_argument("--steps", type=float, default=1.0, help="a fraction of the steps, to try the recipe out")
    options = parser.parse_args(arguments)
    missing = [name for name in ("ud", "winer") if not (options.corpora / name).is_dir()]
    if missing:
        print(f"{options.corpora}: no folder {' nor '.join(missing)} in it", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as temporary:
        make(options.corpora, options.work or Path(temporary), options.steps)
    return 0


def make(corpora: Path, work: Path, steps: float) -> None:
    """The whole recipe."""
    work.mkdir(parents=True, exist_ok=True)
    set_current_ops(NumpyOps(use_blis=False))
    (PACKAGE / "lexicon.txt.gz").write_bytes(lexicon.build(treebanks.sentences(corpora / "ud", lexicon.TREEBANKS)))
    packaged_lexicon.lexicon.cache_clear()
    documents(corpora, work)
    reading(corpora, work, steps)
    trained(work, "entities-aside", steps)
    aside = {label: score.f for label, score in entity_scores(work).items()}
    trained(work, "entities", steps)
    pipeline = assembled(work / "reading.pt", work / "entities" / "model-last")
    (PACKAGE / loading.PACKAGED["fr"]).write_bytes(packing.packed(pipeline))
    scores = measured(corpora, loading.load("fr")) | {"WiNER, April to December 2018 (kept aside)": aside}
    (PACKAGE / "scores.json").write_text(json.dumps(scores, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (HERE.parent / "docs" / "model-card.md").write_text(card.written(scores), encoding="utf-8")
    print(json.dumps(scores, indent=1, ensure_ascii=False))


def documents(corpora: Path, work: Path) -> None:
    """Writes what the network of names is trained on."""
    nlp = PressFrench.blank()
    articles = list(entities.read(corpora / "winer"))
    training = [
        article for article in articles if not entities.kept_aside(article) and not entities.for_tuning(article)
    ]
    for name, some in (("entities", articles), ("entities-aside", training)):
        entities.documents_bin(some, nlp, random.Random(SEED)).to_disk(work / f"{name}.spacy")
    tuning = entities.documents_bin(filter(entities.for_tuning, articles), nlp)
    for name in ("entities", "entities-aside"):
        tuning.to_disk(work / f"{name}-dev.spacy")
    entities.documents_bin(filter(entities.kept_aside, articles), nlp).to_disk(work / "entities-test.spacy")


def reading(corpora: Path, work: Path, steps: float) -> None:
    """Trains the reading network to the end of its schedule; prints how it does on Sequoia's dev part on the way."""
    from training import learning

    vocab = PressFrench.blank().vocab
    known = treebanks.training(corpora / "ud", TRAINED_ON, vocab, SEED, treebanks.Mix()).get_docs(vocab)
    tuning = treebanks.plain(corpora / "ud", "seq-dev", vocab).get_docs(vocab)
    learning.make(list(known), list(tuning), work / "reading.pt", SEED, steps)


def trained(work: Path, name: str, steps: float) -> None:
    """Trains one network of names to the end of its schedule: no checkpoint is chosen by a score."""
    config = HERE / f"{name.partition('-')[0]}.cfg"
    total = spacy.util.load_config(config)["training"]["max_steps"]
    overrides = {
        "paths.train": str(work / f"{name}.spacy"),
        "paths.dev": str(work / f"{name}-dev.spacy"),
        "training.max_steps": max(10, int(total * steps)),
    }
    train(config, work / name, overrides=overrides)


def assembled(weights: Path, names: Path) -> Language:
    """Both networks, the rules and the lexicon as one pipeline."""
    from training import learning

    settings, parameters = learning.saved(weights)
    nlp = PressFrench.blank()
    reader: Any = nlp.add_pipe("timeline_reader")
    reader.fill(settings, parameters)
    nlp.add_pipe("timeline_lemmatizer")
    nlp.add_pipe("ner", source=spacy.load(names))
    nlp.add_pipe("timeline_names")
    nlp.meta.update(card.META)
    return nlp


def _docs(path: Path, nlp: Language) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))


def entity_scores(work: Path) -> dict[str, evaluate.Score]:
    """Entities on the articles kept aside, by the network that never saw them, with the rules."""
    nlp = assembled(work / "reading.pt", work / "entities-aside" / "model-last")
    return evaluate.entities(nlp, _docs(work / "entities-test.spacy", nlp))


def measured(corpora: Path, nlp: Language) -> dict[str, dict[str, float]]:
    """Scores of the packaged pipeline on the treebanks' test parts, in percent."""
    scores = {}
    for name in MEASURED_ON:
        gold = treebanks.plain(corpora / "ud", name, nlp.vocab).get_docs(nlp.vocab)
        scores[name] = {measure: score.f for measure, score in evaluate.syntax(nlp, gold).items()}
    return scores


if __name__ == "__main__":
    sys.exit(main())
