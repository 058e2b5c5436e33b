"""Training the network: Adam with a warm-up and a linear fall, and the mean of the last weights."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path

import torch
from spacy.tokens import Doc
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from timeline.nlp.network import Array, Settings
from training.examples import UNKNOWN, Example, batches, collated, example, frequencies, settings
from training.network import Batch, Network, Shape

TEACHER, SHIPPED = Shape(hidden=160), Shape()
SILVER = 0.5
"""How much a word's grammar counts where networks told it, beside 1 where a person did."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast; `silver` is the part of the texts parsed by networks that each epoch sees."""

    epochs: int = 20
    words: int = 1200
    rate: float = 2.5e-3
    warmup: int = 200
    decay: float = 0.995
    silver: float = 0.5


FINISH = Schedule(epochs=5, rate=1e-3, warmup=50, silver=0.6)


@dataclass(frozen=True, slots=True)
class Material:
    """What a network is trained on: `gold` texts parsed by people, `named` ones whose names people marked and whose
    grammar networks told (may be none); `labels` comes of both."""

    gold: Sequence[Doc]
    named: Sequence[Doc]

    @property
    def labels(self) -> Settings:
        """What there is to tell."""
        return settings(self.gold, self.named)


def make(material: Material, shape: Shape, path: Path, seed: int, part: float, *, read: bool = True) -> None:
    """Trains on the material and writes the network to a file. `part` of the schedule's epochs are done; without `read`
    the named texts serve for their labels only."""
    torch.set_num_threads(1)  # one thread adds up in one order, so that a run can be made again
    torch.manual_seed(seed)
    known = material.labels
    gold = [example(doc, known, names=False) for doc in material.gold]
    silver = [example(doc, known, names=True, weight=SILVER) for doc in material.named] if read else []
    schedule = Schedule(epochs=max(1, round(Schedule().epochs * part)))
    network = train(Network(known, shape), gold, silver, schedule, seed)
    if read:
        passives = [some for some in gold if known.relations.index("obl:agent") in some.relations]
        network = finished(network, [*gold, *passives], silver, seed, part)
        network = taught_names(network, silver, seed, part)
    torch.save((*astuple(known), network.state_dict()), path)


def finished(network: Network, gold: Sequence[Example], silver: Sequence[Example], seed: int, part: float) -> Network:
    """A few epochs more at a lower rate, less hidden from the network. The texts with passives come twice: they are
    few."""
    network.shape = replace(network.shape, dropout=0.25)
    network.light.p = network.shape.dropout / 2
    schedule = replace(FINISH, epochs=max(1, round(FINISH.epochs * part)))
    return train(network, gold, silver, schedule, seed + 1)


def taught_names(network: Network, silver: Sequence[Example], seed: int, part: float) -> Network:
    """The network with its storeys for names learnt further by themselves, on what the others make of the texts; words
    hide their spelling as before, and the texts are read `VARIANTS` times."""
    for name, parameter in network.named_parameters():
        parameter.requires_grad_(name.startswith("names"))
    counts = frequencies(silver)
    network.eval()
    network.shape = replace(network.shape, dropout=0.0)
    chance = random.Random(seed)
    rounds = [
        [_Told(batch, *_read(network, batch)) for batch in (collated(b, counts) for b in batches(silver, 2500, chance))]
        for _ in range(VARIANTS)
    ]
    return _on_names(network, rounds, chance, max(1, round(NAMES_EPOCHS * part)))


VARIANTS, NAMES_EPOCHS, NAMES_RATE = 4, 16, 2e-3


@dataclass(frozen=True, slots=True)
class _Told:
    """A batch, and what the frozen storeys make of it."""

    batch: Batch
    x: torch.Tensor
    states: torch.Tensor


@torch.no_grad()
def _read(network: Network, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
    network.training = True  # of the whole, not of its parts: spelling is hidden, nothing else
    x = network.in_context(batch)
    states = network.sentences(x, batch)
    network.training = False
    return x, states


def _on_names(network: Network, rounds: list[list[_Told]], chance: random.Random, epochs: int) -> Network:
    optimizer = torch.optim.Adam([p for p in network.parameters() if p.requires_grad], lr=NAMES_RATE)
    total = epochs * len(rounds[0])
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.02, 1 - step / total))
    mean = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(0.99))
    network.light.train()
    for epoch in range(epochs):
        told = list(rounds[epoch % len(rounds)])
        chance.shuffle(told)
        lost = 0.0
        for one in told:
            optimizer.zero_grad()
            scores = network.named(one.x, one.states, one.batch)
            loss = functional.cross_entropy(scores, one.batch.names, ignore_index=UNKNOWN)
            loss.backward()
            optimizer.step()
            rate.step()
            mean.update_parameters(network)
            lost += float(loss.detach())
        print("names", epoch, round(lost / len(told), 4), flush=True)
    return mean.module


def saved(path: Path) -> tuple[Settings, dict[str, Array]]:
    """A trained network from its file."""
    *settings, parameters = torch.load(path, weights_only=True)
    return Settings(*settings), {name: array.numpy() for name, array in parameters.items()}


def train(
    network: Network,
    examples: Sequence[Example],
    silver: Sequence[Example],
    schedule: Schedule,
    seed: int,
) -> Network:
    """The trained network: the running mean of its weights."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
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
        some = chance.sample(silver, round(len(silver) * schedule.silver))
        for batch in batches([*examples, *some], schedule.words, chance):
            step(network, optimizer, batch, counts, losses)
            rate.step()
            mean.update_parameters(network)
        told = {name: round(loss) for name, loss in losses.items()}
        print(epoch, told, f"{time.perf_counter() - began:.0f} s", flush=True)
    mean.module.eval()
    return mean.module


def step(
    network: Network,
    optimizer: torch.optim.Optimizer,
    batch: Sequence[Example],
    counts: Counter[str],
    losses: dict[str, float],
) -> None:
    """One step down; `losses` gains what this batch lost."""
    optimizer.zero_grad()
    found = network.losses(collated(batch, counts))
    for name, loss in found.items():
        losses[name] = losses.get(name, 0.0) + float(loss.detach())
    (sum(found.values()) / sum(map(len, batch))).backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
    optimizer.step()
