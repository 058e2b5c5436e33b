"""The encoder in PyTorch: a BERT of twelve layers (Devlin et al., 2019), to compute with and not to train."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from training.encoder.packed_model import PackedModel


class Encoder:
    """Computes the states of a text's pieces."""

    def __init__(self, model: PackedModel) -> None:
        self._model = model
        self._weights = {name: torch.from_numpy(array.copy()) for name, array in model.tensors.items()}

    @torch.no_grad()
    def states(self, texts: Sequence[Sequence[int]], layers: Sequence[int]) -> Tensor:
        """The states of some layers, side by side: (texts, longest, width times the number of layers).

        Args:
            texts: The numbers of each text's pieces, with those of begin and end.
            layers: Layers from 1, in ascending order.
        """
        model, weights = self._model, self._weights
        lengths = torch.tensor([len(text) for text in texts])
        longest = int(lengths.max())
        numbers = torch.full((len(texts), longest), model.pieces.padding)
        for row, text in enumerate(texts):
            numbers[row, : len(text)] = torch.tensor(text)
        seen = (torch.arange(longest)[None] < lengths[:, None])[:, None, None, :]
        x = weights["emb.word"][numbers] + weights["emb.pos"][:longest] + weights["emb.type"][0]
        x = self._normal(x, "emb.ln")
        kept = []
        with torch.autocast("cpu", torch.bfloat16):
            for layer in range(1, layers[-1] + 1):
                x = self._layer(x, seen, f"l{layer - 1}")
                if layer in layers:
                    kept.append(x.float())
        return torch.cat(kept, -1)

    def _layer(self, x: Tensor, seen: Tensor, name: str) -> Tensor:
        count, length, width = x.shape
        query, key, value = (
            self._linear(x, f"{name}.{part}").view(count, length, self._model.heads, -1).transpose(1, 2)
            for part in ("q", "k", "v")
        )
        read = functional.scaled_dot_product_attention(query, key, value, attn_mask=seen)
        read = self._linear(read.transpose(1, 2).reshape(count, length, width), f"{name}.ao")
        x = self._normal(x + read, f"{name}.aln")
        inner = functional.gelu(self._linear(x, f"{name}.fi"))
        return self._normal(x + self._linear(inner, f"{name}.fo"), f"{name}.oln")

    def _linear(self, x: Tensor, name: str) -> Tensor:
        return functional.linear(x, self._weights[f"{name}.w"], self._weights[f"{name}.b"])

    def _normal(self, x: Tensor, name: str) -> Tensor:
        weight, bias = self._weights[f"{name}.w"], self._weights[f"{name}.b"]
        return functional.layer_norm(x, weight.shape, weight, bias, self._model.epsilon)
