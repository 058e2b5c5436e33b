"""The networks in PyTorch, for training; layers and names are those of the graphs that `graphs` writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from timeline.nlp.parser.features import ALPHABET, HASHES
from timeline.nlp.parser.network import Settings
from training.pipeline.architecture import DILATIONS, KERNEL
from training.pipeline.recurrence import Recurrent

ALIKE = 16
"""The number of sentences of similar length whose pairs of words are scored together, so that padding is short."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The widths of the network, and the dropout in training."""

    features: tuple[int, ...] = (96, 32, 32, 48, 24, 32, 16)
    letters: int = 24
    filters: int = 64
    width: int = 128
    hidden: int = 160
    layers: int = 2
    arc: int = 128
    relation: int = 128
    dropout: float = 0.33


@dataclass(frozen=True, slots=True)
class Batch:
    """A few documents. The words of all documents form one row, with `REACH` empty positions between documents.

    `rows`, `letters`: features of each different word. `words`: the index of the word at each position (-1 for none).
    `places`: the positions of each sentence's words, longest sentence first, -1 after its end; `lengths` likewise.
    `starts`: 1, 0, or -1 where it is left out of the loss. `tags`, `relations`, `names`: -1 where unknown. `heads`: the
    position in the row, -1 for the root, -2 where unknown. `weight`: the weight of a word's grammar in the loss.
    """

    rows: Tensor
    letters: Tensor
    rare: Tensor
    words: Tensor
    places: Tensor
    lengths: Tensor
    starts: Tensor
    tags: Tensor
    heads: Tensor
    relations: Tensor
    names: Tensor
    weight: Tensor


class WordEncoder(nn.Module):
    """The layers of both networks: words' vectors, convolutions over the text, and an LSTM over each sentence."""

    def __init__(self, settings: Settings, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.tables = nn.ModuleList(
            nn.Embedding(size, width) for size, width in zip(settings.sizes, shape.features, strict=True)
        )
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.3)
        self.letters = nn.Embedding(len(ALPHABET) + 2, shape.letters, padding_idx=0)
        self.filters = nn.Linear(KERNEL * shape.letters, shape.filters)
        width = shape.width
        self.mix = nn.Linear(sum(shape.features) + shape.filters, 2 * width)
        self.mix_norm = nn.LayerNorm(width)
        self.convolutions = nn.ModuleList(nn.Linear(3 * width, 2 * width) for _ in DILATIONS)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in DILATIONS)
        self.lstm = Recurrent(width, shape.hidden, shape.layers)
        self.light = nn.Dropout(shape.dropout / 2)

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """The loss of each task, summed over words."""
        raise NotImplementedError

    def sentence_numbers(self, batch: Batch) -> Tensor:
        """The number of each word's sentence."""
        found = torch.zeros(len(batch.words), dtype=torch.long)
        inside = batch.places >= 0
        found[batch.places[inside]] = torch.arange(len(inside))[:, None].expand_as(inside)[inside]
        return found

    def drop(self, x: Tensor, sentence: Tensor) -> Tensor:
        """Dropout of the same columns for all words of a sentence (Gal and Ghahramani, 2016)."""
        if not self.training:
            return x
        kept = 1 - self.shape.dropout
        mask = (torch.rand(int(sentence.max()) + 1, x.shape[-1]) < kept) / kept
        return x * mask[sentence]

    def vectors(self, batch: Batch) -> Tensor:
        """A vector for each different word."""
        keys = batch.rows
        if self.training:
            hidden = torch.rand(len(keys)) < batch.rare
            keys = keys.clone()
            keys[hidden, :HASHES] = 0
        features = [
            table(keys[:, HASHES * view]) + table(keys[:, HASHES * view + 1]) for view, table in enumerate(self.tables)
        ]
        padded = functional.pad(self.letters(batch.letters), (0, 0, KERNEL // 2, KERNEL // 2))
        windows = padded.unfold(1, KERNEL, 1).transpose(2, 3).flatten(2)
        spelt = self.filters(windows).amax(1).relu()
        return self.mix_norm(_maxout(self.mix(self.light(torch.cat([*features, spelt], 1)))))

    def in_context(self, batch: Batch) -> Tensor:
        """The convolutions over the row of words."""
        inside = (batch.words >= 0)[:, None]
        x = self.light(self.vectors(batch)[batch.words.clamp(min=0)]) * inside
        return _convolved(x, inside, self.convolutions, self.norms, DILATIONS)

    def sentences(self, x: Tensor, batch: Batch) -> Tensor:
        """The recurrent layers: (words, 2 × hidden); the values between sentences have no meaning."""
        sentence = self.sentence_numbers(batch)
        for number in range(self.shape.layers):
            x = self.lstm.layer(self.drop(x, sentence), batch.places, batch.lengths, number)
        return self.drop(x, sentence)


class Network(WordEncoder):
    """The parser: sentence starts, tags, heads and relations."""

    def __init__(self, settings: Settings, shape: Shape) -> None:
        super().__init__(settings, shape)
        self.starts = nn.Linear(shape.width, 1)
        out = 2 * shape.hidden
        self.tags = nn.Linear(out, len(settings.tags))
        self.arc_dependent = nn.Linear(out, shape.arc)
        self.arc_head = nn.Linear(out, shape.arc)
        self.arc_root = nn.Parameter(torch.zeros(shape.arc))
        self.arc_form = nn.Parameter(torch.empty(shape.arc, shape.arc))
        self.arc_prior = nn.Parameter(torch.zeros(shape.arc))
        nn.init.xavier_uniform_(self.arc_form, gain=0.5)
        self.relation_dependent = nn.Linear(out, shape.relation)
        self.relation_head = nn.Linear(out, shape.relation)
        self.relation_root = nn.Parameter(torch.zeros(shape.relation))
        self.relations = nn.Linear(shape.relation, len(settings.relations))

    def arcs(self, x: Tensor, batch: Batch) -> Iterator[tuple[Tensor, Tensor]]:
        """Scores of heads, for runs of sentences of similar length.

        Positions (sentences, longest), and scores (sentences, longest, 1 + longest).
        """
        sentence = self.sentence_numbers(batch)
        dependents = self.drop(self.arc_dependent(x).relu(), sentence) @ self.arc_form
        heads = torch.cat([self.drop(self.arc_head(x).relu(), sentence), self.arc_root[None]])
        for places in batch.places.split(ALIKE):
            some = places[:, : int((places[0] >= 0).sum())]
            candidates = functional.pad(heads[some], (0, 0, 1, 0))
            candidates[:, 0] = heads[-1]
            scores = dependents[some] @ candidates.transpose(1, 2) + (candidates @ self.arc_prior)[:, None, :]
            outside = functional.pad(some < 0, (1, 0))[:, None, :]
            yield some, scores.masked_fill(outside, -1e4)

    def related(self, x: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relations of words (words, 2 × hidden), given their governors (-1 for the root)."""
        governors = torch.cat([self.relation_head(x), self.relation_root[None]])[heads]
        return self.relations(self.light((self.relation_dependent(x) + governors).relu()))

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """The loss of each task, summed over words."""
        x = self.in_context(batch)
        states = self.sentences(x, batch)
        heads = self.heads(batch)
        inside = batch.places[batch.places >= 0]
        tags = torch.full_like(batch.tags, -1)
        tags[inside] = batch.tags[inside]
        relations = batch.relations.masked_fill(heads < 0, -1)
        return {
            "starts": self._starts_loss(x, batch),
            "tags": _summed(self.tags(states), tags, batch.weight, smoothing=0.03),
            "arcs": self._arcs_loss(states, heads, batch),
            "relations": _summed(self.related(states, batch.heads.clamp(min=-1)), relations, batch.weight),
        }

    def _starts_loss(self, x: Tensor, batch: Batch) -> Tensor:
        asked = batch.starts >= 0
        logits = self.starts(x)[asked, 0]
        return functional.binary_cross_entropy_with_logits(logits, batch.starts[asked].float(), reduction="sum")

    def _arcs_loss(self, states: Tensor, heads: Tensor, batch: Batch) -> Tensor:
        total = torch.zeros(())
        for places, scores in self.arcs(states, batch):
            inside = places >= 0
            total = total + _summed(scores[inside], heads[places[inside]], batch.weight[places[inside]])
        return total

    def heads(self, batch: Batch) -> Tensor:
        """For each position, the column of its head in `arcs`: 0 the root, 1 + index in the sentence; -1 unknown."""
        index = batch_positions(batch)
        return torch.where(batch.heads >= 0, index[batch.heads.clamp(min=0)] + 1, batch.heads + 1)


class Names(WordEncoder):
    """The NER network: one label per word."""

    def __init__(self, settings: Settings, shape: Shape) -> None:
        super().__init__(settings, shape)
        self.names = nn.Linear(2 * shape.hidden, len(settings.names))

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """The loss, summed over words."""
        states = self.sentences(self.in_context(batch), batch)
        return {"names": _summed(self.names(states), batch.names, smoothing=0.02)}


class Splitter(nn.Module):
    """Predicts sentence starts from a text's words in context, with an LSTM over the running text."""

    def __init__(self, width: int, hidden: int = 64, dropout: float = 0.3) -> None:
        super().__init__()
        self.running = nn.LSTM(width, hidden, batch_first=True, bidirectional=True)
        self.starts = nn.Linear(2 * hidden, 1)
        self.light = nn.Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        """Log odds (texts, words) from vectors (texts, words, width)."""
        states: Tensor = self.running(self.light(x))[0]
        odds: Tensor = self.starts(self.light(states))[..., 0]
        return odds


def _summed(scores: Tensor, gold: Tensor, weight: Tensor | None = None, smoothing: float = 0.0) -> Tensor:
    each = functional.cross_entropy(scores, gold, ignore_index=-1, reduction="none", label_smoothing=smoothing)
    return (each if weight is None else each * weight).sum()


def batch_positions(batch: Batch) -> Tensor:
    """For each position of the row, the word's index in its sentence."""
    positions = torch.zeros(len(batch.words), dtype=torch.long)
    inside = batch.places >= 0
    index = torch.arange(batch.places.shape[1]).expand_as(batch.places)
    positions[batch.places[inside]] = index[inside]
    return positions


def _convolved(
    x: Tensor, inside: Tensor, convolutions: nn.ModuleList, norms: nn.ModuleList, distances: tuple[int, ...]
) -> Tensor:
    for convolution, norm, distance in zip(convolutions, norms, distances, strict=True):
        before = functional.pad(x, (0, 0, distance, 0))[: len(x)]
        after = functional.pad(x, (0, 0, 0, distance))[distance:]
        found = norm(_maxout(convolution(torch.cat([before, x, after], 1))))
        x = (x + found) * inside
    return x


def _maxout(x: Tensor) -> Tensor:
    return torch.maximum(*x.chunk(2, -1))
