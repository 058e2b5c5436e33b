"""Trains the sentence splitter: an LSTM over the running text, on the vectors of a parser that is not changed.

It learns only from texts parsed by people: those parsed by networks would teach it the networks' own errors.
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
from training.pipeline.learning import begin
from training.pipeline.network import Splitter

EPOCHS, TOGETHER, RATE = 8, 24, 2e-3
"""Epochs; documents of similar length in a batch; the first learning rate of Adam."""


@dataclass(frozen=True, slots=True)
class Running:
    """A text's words in context; `starts` is 1 where a sentence starts, otherwise 0, and -1 for white space."""

    vectors: Array
    starts: Array


def split(documents: Iterable[Doc], reader: Network, path: Path, seed: int, part: float) -> None:
    """Trains on documents for a `part` of the epochs, and writes the `Splitter` to a file."""
    begin(seed)
    texts = list(running(documents, reader))
    network = Splitter(texts[0].vectors.shape[1])
    mean = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(0.99))
    optimizer = torch.optim.Adam(network.parameters(), lr=RATE)
    rounds = [batch for epoch in range(max(1, round(EPOCHS * part))) for batch in _batches(texts, seed + epoch)]
    for number, batch in enumerate(rounds):
        optimizer.param_groups[0]["lr"] = RATE * max(0.02, 1 - number / len(rounds))
        optimizer.zero_grad()
        loss(network, batch).backward()
        optimizer.step()
        mean.update_parameters(network)
    torch.save(mean.module.state_dict(), path)


def running(documents: Iterable[Doc], reader: Network) -> Iterator[Running]:
    """The documents as the parser's vectors and the sentence starts."""
    memory = WordColumns(reader.words)
    for doc in documents:
        vectors, *_ = reader.context(memory.of(doc)[0])
        yield Running(vectors, np.array([-1 if token.is_space else int(bool(token.is_sent_start)) for token in doc]))


def _batches(texts: Sequence[Running], seed: int) -> list[Sequence[Running]]:
    rng = random.Random(seed)
    order = sorted(texts, key=lambda text: len(text.starts) + rng.randint(0, 40))
    batches = [order[at : at + TOGETHER] for at in range(0, len(order), TOGETHER)]
    rng.shuffle(batches)
    return list(batches)


def loss(network: Splitter, batch: Sequence[Running]) -> Tensor:
    """The mean loss of a batch's words."""
    x, starts = (
        torch.nn.utils.rnn.pad_sequence([torch.from_numpy(part) for part in parts], True, -1)
        for parts in zip(*((text.vectors, text.starts) for text in batch), strict=True)
    )
    asked = starts >= 0
    return functional.binary_cross_entropy_with_logits(network(x)[asked], starts[asked].float())
