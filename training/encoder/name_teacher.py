"""Annotates names in texts whose names nobody has marked: a network that also reads the encoder's states.

Few articles have their names marked, and all are of one source. The encoder has read texts of every kind, so a network
on its states finds more of the names of other press; it is too slow to be shipped, and the packaged network learns from
what it finds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.tokens import Doc
from torch import Tensor, nn

from timeline.nlp.ner import span_decoding
from timeline.nlp.parser.network import Group, Settings
from training.encoder.word_states import States, WordStates
from training.pipeline.architecture import REACH
from training.pipeline.examples import NAMES_SIZES, UNKNOWN, Example, collated, example, names_settings
from training.pipeline.learning import NAMES, Schedule, begin, train
from training.pipeline.network import Batch, Names, Shape
from training.pipeline.recurrence import Recurrent

ON_STATES = Schedule(epochs=8, rate=2e-3)
SURE = 0.6
"""How likely a label must be to be learnt from."""
_WIDTH = 256
_TOGETHER = 100
"""The number of documents whose states are held at once."""


class NamesOnStates(Names):
    """The NER network whose recurrent layers also get the encoder's states, made narrower."""

    def __init__(self, settings: Settings, shape: Shape, width: int) -> None:
        super().__init__(settings, shape)
        self.narrower = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, _WIDTH), nn.GELU())
        self.lstm = Recurrent(shape.width + _WIDTH, shape.hidden, shape.layers)
        self.states = torch.zeros(0, width)

    def sentences(self, x: Tensor, batch: Batch) -> Tensor:
        """As for `WordEncoder`; `states` are those of the batch's positions."""
        return super().sentences(torch.cat([x, self.narrower(self.light(self.states))], 1), batch)


class NameTeacher:
    """Learns from texts whose names people marked, and labels others; all with sentence boundaries."""

    def __init__(self, marked: Sequence[Doc], word_states: WordStates, seed: int, part: float) -> None:
        self._settings, self._word_states = names_settings(marked), word_states
        begin(seed)
        self._network = NamesOnStates(self._settings, NAMES, word_states.width)
        examples = [example(doc, self._settings) for doc in marked]
        states = dict(zip(map(id, examples), word_states.of(marked), strict=True))

        def before(batch: Sequence[Example]) -> None:
            self._network.states = _in_a_row(batch, states)

        mean = train(self._network, examples, [], ON_STATES.part(part), seed, before)
        self._network.load_state_dict(mean.state_dict())
        self._network.eval()

    def labelled(self, texts: Sequence[Doc]) -> Iterator[Example]:
        """The texts as examples to learn names from, at the words of which the teacher is `SURE`."""
        for start in range(0, len(texts), _TOGETHER):
            some = texts[start : start + _TOGETHER]
            for doc, states in zip(some, self._word_states.of(some), strict=True):
                if (plain := example(doc, self._settings)).sentences:
                    yield replace(plain, names=tuple(map(int, self._labels(plain, states))))

    @torch.no_grad()
    def _labels(self, text: Example, states: States) -> NDArray[np.int64]:
        """The number of each word's label; `UNKNOWN` for white space and where the network is not sure."""
        self._network.states = _in_a_row([text], {id(text): states})
        batch = collated([text], Counter(), NAMES_SIZES)
        scores = self._network.names(self._network.sentences(self._network.in_context(batch), batch)).log_softmax(-1)
        labels = np.full(len(text), UNKNOWN)
        group = Group.of([np.array(sentence) for sentence in text.sentences])
        found = span_decoding.labels(scores[group.rows].numpy(), group.lengths, self._settings.names)
        sure = scores[group.rows, torch.from_numpy(found)].exp().numpy() >= SURE
        labels[group.rows] = np.where(sure, found, UNKNOWN)
        return labels


def _in_a_row(batch: Sequence[Example], states: Mapping[int, States]) -> Tensor:
    """The states of a batch's positions, with zeros between documents, as `collated` lays them out."""
    width = states[id(batch[0])].shape[1]
    between = np.zeros((REACH, width), np.float16)
    rows = [array for one in batch for array in (states[id(one)], between)]
    return torch.from_numpy(np.concatenate(rows)).float()
