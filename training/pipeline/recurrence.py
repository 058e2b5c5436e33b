"""The recurrence of an LSTM with its derivative; on a processor several times as fast as PyTorch's packed sequences.

Both directions run in parallel; the second reads each sentence from its end. Sentences are ordered by decreasing
length, so those that are still running at a step are the first ones. Gates have PyTorch's order: input, forget, cell,
output.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn


class _Recurrence(torch.autograd.Function):
    """The states of an LSTM from the inputs of its gates (directions, steps, sentences, 4 × hidden)."""

    @staticmethod
    def forward(ctx: Any, gate_inputs: Tensor, weight: Tensor, active: list[int]) -> Tensor:
        sides, steps, count, wide = gate_inputs.shape
        hidden = wide // 4
        gates = gate_inputs.clone()
        cells = gate_inputs.new_zeros(sides, steps + 1, count, hidden)
        states = gate_inputs.new_zeros(sides, steps + 1, count, hidden)
        for step, running in enumerate(active):
            gate = gates[:, step, :running]
            gate += torch.bmm(states[:, step, :running], weight)
            gate[..., : 2 * hidden].sigmoid_()
            gate[..., 2 * hidden : 3 * hidden].tanh_()
            gate[..., 3 * hidden :].sigmoid_()
            entering, kept, new, shown = gate.chunk(4, -1)
            cell = kept * cells[:, step, :running] + entering * new
            cells[:, step + 1, :running] = cell
            states[:, step + 1, :running] = cell.tanh_() * shown
        ctx.save_for_backward(gates, cells, states, weight)
        ctx.active = active
        return states[:, 1:]

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor, None]:
        (gradient,) = gradients
        gates, cells, states, weight = ctx.saved_tensors
        turned = weight.transpose(1, 2)
        back = torch.zeros_like(gates)
        state = torch.zeros_like(states[:, 0])
        cell = torch.zeros_like(state)
        for step in range(len(ctx.active) - 1, -1, -1):
            running = ctx.active[step]
            entering, kept, new, shown = gates[:, step, :running].chunk(4, -1)
            squashed = cells[:, step + 1, :running].tanh()
            d_state = state[:, :running] + gradient[:, step, :running]
            d_cell = cell[:, :running] + d_state * shown * (1 - squashed * squashed)
            d_in, d_kept, d_new, d_shown = back[:, step, :running].chunk(4, -1)
            d_in.copy_(d_cell * new * entering * (1 - entering))
            d_kept.copy_(d_cell * cells[:, step, :running] * kept * (1 - kept))
            d_new.copy_(d_cell * entering * (1 - new * new))
            d_shown.copy_(d_state * squashed * shown * (1 - shown))
            cell[:, :running] = d_cell * kept
            state[:, :running] = torch.bmm(back[:, step, :running], turned)
        d_weight = torch.bmm(states[:, :-1].flatten(1, 2).transpose(1, 2), back.flatten(1, 2))
        return back, d_weight, None


class Recurrent(nn.Module):
    """A bidirectional LSTM over sentences of unequal length, with the parameter names of `torch.nn.LSTM`."""

    def __init__(self, width: int, hidden: int, layers: int) -> None:
        super().__init__()
        self.like = nn.LSTM(width, hidden, layers, batch_first=True, bidirectional=True)
        for name, parameter in self.like.named_parameters():
            if "weight_hh" in name:
                nn.init.orthogonal_(parameter)
            if "bias" in name:
                nn.init.zeros_(parameter)
        for layer in range(layers):
            for side in ("", "_reverse"):
                getattr(self.like, f"bias_ih_l{layer}{side}").data[hidden : 2 * hidden] = 1  # remember at first

    def layer(self, x: Tensor, places: Tensor, lengths: Tensor, number: int) -> Tensor:
        """(words, width) to (words, 2 × hidden); `places` (sentences, longest) are rows of `x`, -1 after the end."""
        inside = (places >= 0).T
        active = inside.sum(1).tolist()
        gate_inputs, order = [], self._order(places, lengths)
        for side, rows in zip(("", "_reverse"), order, strict=True):
            weight = getattr(self.like, f"weight_ih_l{number}{side}")
            bias = getattr(self.like, f"bias_ih_l{number}{side}") + getattr(self.like, f"bias_hh_l{number}{side}")
            gate_inputs.append(nn.functional.embedding(rows, nn.functional.linear(x, weight, bias)))
        weights = torch.stack([getattr(self.like, f"weight_hh_l{number}{side}").T for side in ("", "_reverse")])
        states: Tensor = _Recurrence.apply(torch.stack(gate_inputs), weights, active)
        return torch.cat([_unrolled(side, rows, inside, len(x)) for side, rows in zip(states, order, strict=True)], -1)

    @staticmethod
    def _order(places: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        """The word of each step and sentence, forwards and backwards: (longest, sentences), row 0 past the end."""
        back = (lengths[:, None] - 1 - torch.arange(places.shape[1])[None, :]).clamp(min=0)
        turned = torch.where(places >= 0, places.gather(1, back), 0)
        return places.clamp(min=0).T.contiguous(), turned.T.contiguous()


def _unrolled(states: Tensor, rows: Tensor, inside: Tensor, count: int) -> Tensor:
    """The state of each word, from the states by step and sentence."""
    at = torch.zeros(count, dtype=torch.long)
    at[rows[inside]] = torch.arange(rows.numel()).view(rows.shape)[inside]
    return nn.functional.embedding(at, states.reshape(rows.numel(), -1))
