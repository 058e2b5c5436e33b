"""`python -m training CORPORA`: from the public corpora to the packaged pipeline, its scores and its card.

CORPORA is a folder with `ud/*.conllu` (French treebanks of Universal Dependencies) and `winer/YYYY/MM/*.{txt,ann}`
(WiNER-fr). The NER network learns from WiNER and from the pieces of press whose names this project marked
(`training.press.names`). With `--texts FOLDER`, it also learns from the names that a teacher finds in the other texts
of that folder (`*.txt`); CORPORA then has the wheel of `training.encoder.packed_model` as well. A run takes two hours
on two cores. Each step is a function below: the lexicon and the list of towns; two parsers trained on the treebanks
(the teachers); their parses of the news articles; the parser, which learns from treebanks and articles, and the NER
network; the sentence splitter; the file, the scores, the card.
Seeds are fixed; a run on another processor may differ in the last decimal.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from timeline.nlp import package_file
from timeline.nlp.french import lexicon as packaged_lexicon
from timeline.nlp.french.tokenizer import PressFrench
from timeline.nlp.load import PACKAGED, load
from training import card, evaluate, world
from training.corpora import entities, lexicon, treebanks
from training.press import names
from training.press.__main__ import COPIES

if TYPE_CHECKING:
    from training.pipeline.examples import Example

HERE = Path(__file__).parent
PACKAGE = HERE.parent / "timeline" / "nlp" / "data"
SEED, TEACHERS = 3, (1, 2)
"""Seeds of the packaged networks and of the teachers."""
VARIANTS = 3
"""The number of variations of the treebanks for the sentence splitter."""
TREEBANKS = ("seq-train", "seq-dev", "gsd-dev", "pud", "fqb", "paris-train")
TRAINED_ON = (*TREEBANKS, "trees")
"""What the parsers learn from; the sentence splitter leaves out the project's own trees, whose sentences it made."""
MEASURED_ON = ("gsd-test", "seq-test", "trees-test")


def main(arguments: list[str] | None = None) -> int:
    """Runs every step; prints the scores."""
    parser = argparse.ArgumentParser(prog="python -m training", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpora", type=Path, help="the folder with ud/ and winer/")
    parser.add_argument("--texts", type=Path, help="a folder of texts (*.txt), of whose names the NER network learns")
    parser.add_argument("--work", type=Path, help="where trained networks go, and are found again (a temporary folder)")
    parser.add_argument("--steps", type=float, default=1.0, help="a fraction of the steps, to try the recipe out")
    options = parser.parse_args(arguments)
    missing = [name for name in ("ud", "winer") if not (options.corpora / name).is_dir()]
    if missing:
        print(f"{options.corpora}: no folder {' nor '.join(missing)} in it", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as temporary:
        make(options.corpora, options.texts, options.work or Path(temporary), options.steps)
    return 0


def make(corpora: Path, texts: Path | None, work: Path, part: float) -> None:
    """Runs every step, and writes the pipeline, its scores and its card."""
    work.mkdir(parents=True, exist_ok=True)
    (PACKAGE / "lexicon.txt.gz").write_bytes(lexicon.build(treebanks.sentences(corpora / "ud", lexicon.TREEBANKS)))
    packaged_lexicon.lexicon.cache_clear()
    (PACKAGE / "world_places.txt.gz").write_bytes(world.build())
    reading(corpora, texts, work, part)
    (PACKAGE / PACKAGED["fr"]).write_bytes(package_file.packed(assembled(work)))
    nlp = load("fr")
    scores = measured(corpora, nlp) | {"WiNER, April to December 2018 (kept aside)": entity_scores(corpora, nlp)}
    (PACKAGE / "scores.json").write_text(json.dumps(scores, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (HERE.parent / "docs" / "model-card.md").write_text(card.written(scores), encoding="utf-8")
    print(json.dumps(scores, indent=1, ensure_ascii=False))


def reading(corpora: Path, texts: Path | None, work: Path, part: float) -> None:
    """Trains the teachers on the treebanks, parses the articles with them, and trains parser, NER and splitter.

    The names of `texts` are labelled by a teacher of their own.

    A network whose file is in `work` is not trained again.
    """
    from training.pipeline import graphs, learning, silver, splitting

    vocab = PressFrench.blank().vocab
    gold = list(treebanks.training(corpora / "ud", TRAINED_ON, vocab, SEED, treebanks.Mix()).get_docs(vocab))
    teachers = {seed: work / f"teacher-{seed}.pt" for seed in TEACHERS}
    _beside(*((learning.teach, path, (gold, path, seed, part)) for seed, path in teachers.items()))
    committee = silver.Committee(vocab)
    committee.fill_all([graphs.parser(*learning.saved(path)) for path in teachers.values()])
    news = list(silver.parsed(articles(corpora, vocab), committee))
    marked = [*news, *silver.parsed(pieces(corpora, vocab), committee)]
    labelled = [] if texts is None else _labelled(corpora, texts, marked, committee, part)
    _beside(
        (learning.read, work / "reader.pt", (gold, news, work / "reader.pt", SEED, part)),
        (learning.name, work / "names.pt", (marked, labelled, work / "names.pt", SEED, part)),
    )
    varied = (
        doc
        for seed in range(SEED, SEED + VARIANTS)
        for doc in treebanks.training(corpora / "ud", TREEBANKS, vocab, seed, treebanks.SPLITTING).get_docs(vocab)
    )
    reader = graphs.parser(*learning.saved(work / "reader.pt"))
    _beside((splitting.split, work / "splitter.pt", (varied, reader, work / "splitter.pt", SEED, part)))


def _labelled(
    corpora: Path, texts: Path, marked: Sequence[Doc], committee: Callable[[Doc], Doc], part: float
) -> list[Example]:
    """The texts of a folder but for the marked pieces, with the names that a teacher of names finds in them."""
    from training.encoder import name_teacher, packed_model, word_states

    teacher = name_teacher.NameTeacher(
        marked, word_states.WordStates(packed_model.read(corpora)), seed=TEACHERS[0], part=part
    )
    blank = PressFrench.blank()
    known = {piece.path + copy for piece in names.read(corpora) for copy in COPIES}
    unmarked = [path for path in sorted(texts.glob("*.txt")) if path.stem not in known]
    return list(teacher.labelled([committee(blank.make_doc(path.read_text(encoding="utf-8"))) for path in unmarked]))


def _beside(*jobs: tuple[Callable[..., None], Path, tuple[Any, ...]]) -> None:
    """Runs jobs (function, the file it writes, arguments) in parallel, but for those whose file exists."""
    forked = multiprocessing.get_context("fork")  # the documents need not be copied
    running = [forked.Process(target=job, args=given) for job, path, given in jobs if not path.exists()]
    for process in running:
        process.start()
    for process in running:
        process.join()
    if any(process.exitcode for process in running):
        raise SystemExit("training stopped: see above")


def articles(corpora: Path, vocab: Vocab) -> list[Doc]:
    """The articles that may be used for training, cut at paragraphs."""
    return _cut((article for article in entities.read(corpora / "winer") if not entities.held_out(article)), vocab)


def pieces(corpora: Path, vocab: Vocab) -> list[Doc]:
    """The pieces of press whose names are marked, cut at paragraphs."""
    return _cut(names.read(corpora), vocab)


def _cut(marked: Iterable[entities.Marked], vocab: Vocab) -> list[Doc]:
    return list(entities.documents_bin(marked, PressFrench.blank(), random.Random(SEED)).get_docs(vocab))


def assembled(work: Path) -> Language:
    """The networks, the rules and the lexicon as one pipeline."""
    from training.pipeline import graphs, learning

    nlp = PressFrench.blank()
    reader: Any = nlp.add_pipe("timeline_reader")
    whole = graphs.parser(*learning.saved(work / "reader.pt"), learning.parameters(work / "splitter.pt"))
    reader.fill(graphs.small(whole))
    nlp.add_pipe("timeline_lemmatizer")
    marker: Any = nlp.add_pipe("timeline_marker")
    marker.fill(graphs.small(graphs.ner(*learning.saved(work / "names.pt"))))
    nlp.add_pipe("timeline_names")
    nlp.meta.update(card.META)
    return nlp


def entity_scores(corpora: Path, nlp: Language) -> dict[str, float]:
    """Scores of entities on the articles that no network was trained on, in percent."""
    aside = filter(entities.kept_aside, entities.read(corpora / "winer"))
    gold = entities.documents_bin(aside, PressFrench.blank()).get_docs(nlp.vocab)
    return {label: score.f for label, score in evaluate.entities(nlp, gold).items()}


def measured(corpora: Path, nlp: Language) -> dict[str, dict[str, float]]:
    """Scores of the packaged pipeline on the treebanks' test parts, in percent."""
    scores = {}
    for name in MEASURED_ON:
        gold = list(treebanks.plain(corpora / "ud", name, nlp.vocab).get_docs(nlp.vocab))
        lemmas = any(token.lemma for doc in gold for token in doc)  # the project's trees have none
        found = evaluate.syntax(nlp, gold).items()
        scores[name] = {measure: score.f for measure, score in found if lemmas or measure != "lemma"}
    return scores


if __name__ == "__main__":
    sys.exit(main())
