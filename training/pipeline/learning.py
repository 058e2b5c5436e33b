"""Trains the networks: Adam with a warm-up and a linear decay, and the running mean of the weights."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path

import torch
from spacy.tokens import Doc
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from timeline.nlp.arrays import Array
from timeline.nlp.parser.network import Settings
from training.pipeline.examples import Example, batches, collated, example, frequencies, names_settings, settings
from training.pipeline.network import Names, Network, Shape, WordEncoder

NAMES = Shape(features=(96, 32, 32, 48, 24, 32, 16, 16), hidden=128)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The length and the rate of a run; `silver` is the share of the texts parsed by networks that each epoch uses."""

    epochs: int = 20
    words: int = 1200
    rate: float = 2.5e-3
    warmup: int = 200
    decay: float = 0.995
    silver: float = 0.5

    def part(self, fraction: float) -> Schedule:
        """The same schedule with a fraction of the epochs."""
        return replace(self, epochs=max(1, round(self.epochs * fraction)))


FINISH = Schedule(epochs=5, rate=1e-3, warmup=50, silver=0.6)
ON_NAMES = Schedule(epochs=14, rate=2e-3, decay=0.998)
FINISH_NAMES = Schedule(epochs=5, rate=1e-3, warmup=50, decay=0.998, silver=0.6)


def teach(gold: Sequence[Doc], path: Path, seed: int, part: float) -> None:
    """Trains a teacher on texts parsed by people, for a `part` of the schedule, and writes it to a file."""
    known = settings(gold)
    begin(seed)
    network = train(Network(known, Shape()), [example(doc, known) for doc in gold], [], Schedule().part(part), seed)
    _save(network, known, path)


def read(gold: Sequence[Doc], parsed: Sequence[Doc], path: Path, seed: int, part: float) -> None:
    """Trains the parser on texts parsed by people and on texts `parsed` by the teachers, and writes it to a file."""
    known = settings(gold)
    begin(seed)
    sure, silver = [example(doc, known) for doc in gold], [example(doc, known, read=True) for doc in parsed]
    network = train(Network(known, Shape()), sure, silver, Schedule().part(part), seed)
    passives = [some for some in sure if known.relations.index("obl:agent") in some.relations]
    _save(finished(network, [*sure, *passives], silver, seed, part), known, path)


def name(marked: Sequence[Doc], labelled: Sequence[Example], path: Path, seed: int, part: float) -> None:
    """Trains the NER network on texts whose names people marked, then on these and on `labelled`; writes it to a file.

    The texts must have sentence boundaries. The names of `labelled` are a teacher's; there may be none.
    """
    known = names_settings(marked)
    begin(seed)
    examples = [example(doc, known) for doc in marked]
    network = train(Names(known, NAMES), examples, [], ON_NAMES.part(part), seed)
    if labelled:
        network = train(network, examples, labelled, FINISH_NAMES.part(part), seed)
    _save(network, known, path)


def begin(seed: int) -> None:
    """Makes a run reproducible: fixed seed, one thread."""
    torch.set_num_threads(1)  # one thread adds up in one order
    torch.manual_seed(seed)


def _save(network: WordEncoder, known: Settings, path: Path) -> None:
    torch.save((*astuple(known), network.state_dict()), path)


def finished(
    network: WordEncoder, gold: Sequence[Example], silver: Sequence[Example], seed: int, part: float
) -> WordEncoder:
    """Trains a few epochs more, at a lower rate and with less dropout.

    The texts with passives are used twice, because they are few.
    """
    network.shape = replace(network.shape, dropout=0.25)
    network.light.p = network.shape.dropout / 2
    return train(network, gold, silver, FINISH.part(part), seed + 1)


def saved(path: Path) -> tuple[Settings, dict[str, Array]]:
    """The settings and the arrays of a trained network, from its file."""
    *settings, state = torch.load(path, weights_only=True)
    return Settings(*settings), _arrays(state)


def parameters(path: Path) -> dict[str, Array]:
    """The trained arrays of a file without settings."""
    return _arrays(torch.load(path, weights_only=True))


def _arrays(state: Mapping[str, Tensor]) -> dict[str, Array]:
    return {name: array.numpy() for name, array in state.items()}


def train(
    network: WordEncoder,
    examples: Sequence[Example],
    silver: Sequence[Example],
    schedule: Schedule,
    seed: int,
    before: Callable[[Sequence[Example]], None] | None = None,
) -> WordEncoder:
    """Trains a network; the result has the running mean of its weights. `before` is called with each batch."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    counts = frequencies([*examples, *silver])
    words = sum(map(len, examples)) + schedule.silver * sum(map(len, silver))
    total = schedule.epochs * (int(words) // schedule.words + 1)
    optimizer = torch.optim.Adam(network.parameters(), lr=schedule.rate, betas=(0.9, 0.98), eps=1e-8)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / schedule.warmup, max(0.02, 1 - step / total))
    )
    mean = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(schedule.decay))
    for epoch in range(schedule.epochs):
        began, losses = time.perf_counter(), dict[str, float]()
        network.train()
        some = rng.sample(silver, round(len(silver) * schedule.silver))
        for batch in batches([*examples, *some], schedule.words, rng):
            if before is not None:
                before(batch)
            step(network, optimizer, batch, counts, losses)
            rate.step()
            mean.update_parameters(network)
        rounded = {name: round(loss) for name, loss in losses.items()}
        print(epoch, rounded, f"{time.perf_counter() - began:.0f} s", flush=True)
    trained: WordEncoder = mean.module
    trained.eval()
    return trained


def step(
    network: WordEncoder,
    optimizer: torch.optim.Optimizer,
    batch: Sequence[Example],
    counts: Counter[str],
    losses: dict[str, float],
) -> None:
    """One optimisation step; the losses of the batch are added to `losses`."""
    optimizer.zero_grad()
    sizes = tuple(table.num_embeddings for table in network.tables)
    found = network.losses(collated(batch, counts, sizes))
    for name, loss in found.items():
        losses[name] = losses.get(name, 0.0) + float(loss.detach())
    (sum(found.values()) / sum(map(len, batch))).backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
    optimizer.step()
