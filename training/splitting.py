"""Trains the finder of sentence starts: an LSTM over the running text, on top of a parser that stays as it is.

It learns from texts parsed by people alone: networks that split the articles would only teach it their own faults.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from spacy.tokens import Doc
from torch import Tensor
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from timeline.nlp.arrays import Array
from timeline.nlp.parser.network import Network
from timeline.nlp.word_cache import WordColumns
from training.learning import begin
from training.network import Splitter

EPOCHS, TOGETHER, RATE = 8, 24, 2e-3
"""Rounds over all documents; documents of like length at a time; Adam's rate at first."""


@dataclass(frozen=True, slots=True)
class Running:
    """A text's words in context; for each 1 where a sentence starts, else 0, and -1 where nothing is asked."""

    vectors: Array
    starts: Array


def split(documents: Iterable[Doc], reader: Network, path: Path, seed: int, part: float) -> None:
    """Trains on documents, and writes the `Splitter` to a file. `part` of the epochs are done."""
    begin(seed)
    texts = list(running(documents, reader))
    network = Splitter(texts[0].vectors.shape[1])
    mean = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(0.99))
    optimizer = torch.optim.Adam(network.parameters(), lr=RATE)
    rounds = [batch for epoch in range(max(1, round(EPOCHS * part))) for batch in _batches(texts, seed + epoch)]
    for number, batch in enumerate(rounds):
        optimizer.param_groups[0]["lr"] = RATE * max(0.02, 1 - number / len(rounds))
        optimizer.zero_grad()
        loss(network, batch).backward()  # type: ignore[no-untyped-call]  # PyTorch's own
        optimizer.step()
        mean.update_parameters(network)
    torch.save(mean.module.state_dict(), path)


def running(documents: Iterable[Doc], reader: Network) -> Iterator[Running]:
    """The documents as the reader sees them."""
    memory = WordColumns(reader.words)
    for doc in documents:
        vectors, *_ = reader.context(memory.of(doc)[0])
        yield Running(vectors, np.array([-1 if token.is_space else int(token.is_sent_start) for token in doc]))


def _batches(texts: Sequence[Running], seed: int) -> list[Sequence[Running]]:
    chance = random.Random(seed)
    order = sorted(texts, key=lambda text: len(text.starts) + chance.randint(0, 40))
    batches = [order[at : at + TOGETHER] for at in range(0, len(order), TOGETHER)]
    chance.shuffle(batches)
    return list(batches)


def loss(network: Splitter, batch: Sequence[Running]) -> Tensor:
    """What is wrong of a batch, a word."""
    x, starts = (
        torch.nn.utils.rnn.pad_sequence([torch.from_numpy(part) for part in parts], True, -1)
        for parts in zip(*((text.vectors, text.starts) for text in batch), strict=True)
    )
    asked = starts >= 0
    return functional.binary_cross_entropy_with_logits(network(x)[asked], starts[asked].float())
