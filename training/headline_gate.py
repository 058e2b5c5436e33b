"""Fits the gate of headlines: whether a reader would call a line bad, acceptable or good.

    python -m training.headline_gate [GOLD_FOLDER JUDGED.jsonl] [--write]

Without a folder it fits on `headline_verdicts.npz`: the features of the judged lines with the verdicts, without any
text. `JUDGED.jsonl` holds one verdict on a line of the product per line: `article` (the id of a gold article),
`trigger` (its span), `headline`, `verdict` ("bad", "acceptable", "good"); a headline may have several verdicts. The
product drafts the headlines of each trigger anew; verdicts on lines that it no longer drafts are not used. Figures are
cross-validated by month. `--write` writes `timeline/events/headline/choice/printable.onnx.gz`, and the table if there
is a folder. Same table, same bytes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline import nlp
from timeline.evaluation.gold import read
from timeline.events import extraction
from timeline.events.detection.mentions import Mention
from timeline.events.headline import build
from timeline.events.headline.choice.printable import signs
from timeline.events.headline.context import HeadlineContext
from timeline.model import Span
from timeline.timex import normalise, recognise
from training import boosting
from training.headlines import FOLDS, fold_of

VERDICTS = ("bad", "acceptable", "good")
TABLE = Path(__file__).parent / "headline_verdicts.npz"
ROUNDS = 150
SETTINGS = {"objective": "multiclass", "num_class": 3, "min_data_in_leaf": 20, "learning_rate": 0.04}
Values = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """A line with its features, the fold of its article's month, and the verdict (an index into `VERDICTS`)."""

    fold: int
    signs: dict[str, float]
    verdict: int


def judged_lines(
    context: HeadlineContext, mention: Mention, verdicts: dict[str, list[str]], fold: int
) -> Iterable[Judged]:
    """The judged lines among those that the product drafts for a mention."""
    for draft in build.printable_drafts(context, mention):
        said = verdicts.get(draft.text)
        if said:
            verdict = Counter(said).most_common(1)[0][0]
            yield Judged(fold, signs(draft, context, mention), VERDICTS.index(verdict))


def read_judged(folder: Path, judged: Path) -> list[Judged]:
    """The judged lines of the gold articles of a folder."""
    wanted: dict[str, dict[Span, dict[str, list[str]]]] = {}
    for line in judged.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        spans = wanted.setdefault(one["article"], {})
        spans.setdefault(Span(*one["trigger"]), {}).setdefault(one["headline"], []).append(one["verdict"])
    articles = [gold.article for gold in read(folder) if gold.article.id in wanted]
    parsed = nlp.read(nlp.load("fr"), [article.text for article in articles])
    found: list[Judged] = []
    for article, sentences in zip(articles, parsed, strict=True):
        resolved = normalise.resolve(
            article.text, recognise.find(article.text, "fr"), article.published, sentences, "fr"
        )
        spans = wanted[article.id]
        inputs = extraction.headline_inputs(article, sentences, resolved.timexes, tuple(spans))
        for span, given in zip(spans, inputs, strict=True):
            if given is not None:
                found += judged_lines(*given, spans[span], fold_of(article.published))
    return found


def table(lines: Sequence[Judged]) -> tuple[list[str], Values, Values, Values]:
    """The columns' names, the rows, the verdicts and the folds."""
    names = sorted({name for line in lines for name in line.signs})
    rows = np.array([[line.signs.get(name, 0.0) for name in names] for line in lines], dtype=np.float32)
    return names, rows, np.array([line.verdict for line in lines]), np.array([line.fold for line in lines])


def report(rows: Values, verdicts: Values, folds: Values) -> None:
    """Prints how well the verdicts of unseen months are predicted: the share of bad lines among the best shares."""
    chances = np.zeros((len(rows), len(VERDICTS)))
    for fold in range(FOLDS):
        own = folds == fold
        if own.any():
            chances[own] = boosting.fit(rows[~own], verdicts[~own], ROUNDS, **SETTINGS).predict(rows[own])
    order = np.argsort(chances[:, 0])
    print(f"{len(rows)} judged lines: {dict(Counter(VERDICTS[verdict] for verdict in verdicts))}")
    for share in (0.3, 0.5, 0.7, 0.9, 1.0):
        kept = order[: int(len(order) * share)]
        bad, good = (verdicts[kept] == 0).mean(), (verdicts[kept] == 2).mean()
        print(f"of the best {share:.0%}: bad {bad:.3f}, good {good:.3f}, P(bad) at most {chances[kept[-1], 0]:.2f}")


def kept_table() -> tuple[list[str], Values, Values, Values]:
    """The same table for the lines on which the packaged gate was fitted."""
    with np.load(TABLE) as found:
        return found["names"].tolist(), found["rows"], found["verdicts"].astype(np.int64), found["folds"]


def main(arguments: Sequence[str]) -> int:
    """Fits the gate, prints its scores, and writes it on request."""
    paths = [Path(one) for one in arguments if not one.startswith("--")]
    names, rows, verdicts, folds = table(read_judged(*paths)) if paths else kept_table()
    report(rows, verdicts, folds)
    if "--write" in arguments and paths:
        columns = np.array(names), rows, verdicts.astype(np.int8), folds.astype(np.int8)
        np.savez_compressed(TABLE, **dict(zip(("names", "rows", "verdicts", "folds"), columns, strict=True)))
    if "--write" in arguments:
        model = boosting.fit(rows, verdicts, ROUNDS, **SETTINGS)
        path = Path(build.__file__).parent / "choice" / "printable.onnx.gz"
        path.write_bytes(boosting.packed(model, names, len(VERDICTS)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
