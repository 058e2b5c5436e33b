"""Writes trained networks as ONNX graphs (https://onnx.ai), which `timeline.nlp.parser.network` runs.

Tables of words have half precision. Most products are computed in 8 bits (`small`), with weights of 7 bits, so that
processors with and without instructions for 8 bits compute the same sums.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from timeline.nlp.arrays import Array
from timeline.nlp.parser.network import CONTEXT, RELATIONS, SENTENCES, WORDS, Network, Settings
from training.pipeline.architecture import DILATIONS, KERNEL

Parameters = Mapping[str, Array]
FLOAT, WHOLE, SHORT = TensorProto.FLOAT, TensorProto.INT64, TensorProto.INT32
OPSET, IR = 17, 9


def parser(settings: Settings, p: Parameters, splitter: Parameters | None = None) -> Network:
    """The parser's network. `splitter` finds sentence starts better than the network's own convolutions do."""
    graphs = {WORDS: words(p), CONTEXT: context(p, splitter or p), SENTENCES: read(p), RELATIONS: relations(p)}
    return Network(settings, graphs)


def ner(settings: Settings, p: Parameters) -> Network:
    """The NER network."""
    return Network(settings, {WORDS: words(p), CONTEXT: context(p, None), SENTENCES: named(p)})


def small(network: Network) -> Network:
    """The network with its products in 8 bits, except those of the words' vectors, which are computed once."""
    graphs = {name: graph if name == WORDS else _in_eight_bits(graph) for name, graph in network.graphs.items()}
    return Network(network.settings, graphs)


def _in_eight_bits(graph: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        whole, less = Path(folder, "whole.onnx"), Path(folder, "less.onnx")
        whole.write_bytes(graph)
        options: dict[str, Any] = {"weight_type": QuantType.QInt8, "per_channel": True, "reduce_range": True}
        quantize_dynamic(whole, less, op_types_to_quantize=["MatMul", "LSTM"], **options)
        return less.read_bytes()


class Graph:
    """A graph to which operations on named arrays are added."""

    def __init__(self, p: Parameters, **inputs: tuple[int, list[str | int]]) -> None:
        self._p = p
        self._inputs = [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in inputs.items()]
        self._nodes: list[Any] = []
        self._constants: dict[str, Any] = {}

    def op(self, kind: str, *inputs: str, outputs: int = 1, **attributes: Any) -> Any:
        """Adds an operation; the result is the name of its output, or a list of names where it has several."""
        names = [f"{kind.lower()}{len(self._nodes)}_{number}" for number in range(outputs)]
        self._nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def constant(self, name: str, array: Any) -> str:
        """Adds an array; the result is its name."""
        self._constants[name] = numpy_helper.from_array(np.asarray(array, order="C"), name)
        return name

    def whole(self, *numbers: int) -> str:
        """Adds a list of integers; the result is its name."""
        return self.constant("numbers_" + "_".join(map(str, numbers)), np.array(numbers, dtype=np.int64))

    def parameter(self, name: str) -> str:
        """Adds a trained array; the result is its name."""
        return self.constant(name, self._p[name].astype(np.float32))

    def linear(self, x: str, name: str) -> str:
        """An affine map."""
        weight = self.constant(f"{name}.weight", self._p[f"{name}.weight"].T.astype(np.float32))
        found: str = self.op("Add", self.op("MatMul", x, weight), self.parameter(f"{name}.bias"))
        return found

    def maxout(self, x: str) -> str:
        """The larger of two halves."""
        found: str = self.op("Max", *self.op("Split", x, outputs=2, axis=-1))
        return found

    def normal(self, x: str, name: str) -> str:
        """Layer normalisation (Ba, Kiros and Hinton, 2016)."""
        weights = self.parameter(f"{name}.weight"), self.parameter(f"{name}.bias")
        found: str = self.op("LayerNormalization", x, *weights, axis=-1, epsilon=1e-5)
        return found

    def rectified(self, x: str, name: str) -> str:
        """An affine map and a rectifier."""
        found: str = self.op("Relu", self.linear(x, name))
        return found

    def recurrent(self, x: str, lengths: str, name: str, layer: int) -> str:
        """A bidirectional LSTM layer: (steps, sentences, width) to (steps, sentences, 2 × hidden)."""
        ends = [f"l{layer}", f"l{layer}_reverse"]
        hidden = len(self._p[f"{name}.weight_hh_l{layer}"]) // 4
        arrays = [
            self.constant(f"{name}.{layer}.{kind}", np.stack([_gates(self._p[f"{name}.{kind}_{end}"]) for end in ends]))
            for kind in ("weight_ih", "weight_hh")
        ]
        biases = [
            np.concatenate([_gates(self._p[f"{name}.bias_{kind}_{end}"]) for kind in ("ih", "hh")]) for end in ends
        ]
        bias = self.constant(f"{name}.{layer}.bias", np.stack(biases))
        both = self.op("LSTM", x, *arrays, bias, lengths, hidden_size=hidden, direction="bidirectional")
        beside = self.op("Transpose", both, perm=[0, 2, 1, 3])
        found: str = self.op("Reshape", beside, self.whole(0, 0, -1))
        return found

    def written(self, **outputs: str) -> bytes:
        """The graph as bytes, with the given names for its outputs."""
        nodes = self._nodes + [helper.make_node("Identity", [found], [name]) for name, found in outputs.items()]
        results = [helper.make_tensor_value_info(name, FLOAT, None) for name in outputs]
        graph = helper.make_graph(nodes, "graph", self._inputs, results, list(self._constants.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)
        return bytes(model.SerializeToString())


def _gates(array: Array) -> Array:
    """The gates in ONNX's order (input, output, forget, cell), from PyTorch's (input, forget, cell, output)."""
    entering, kept, new, shown = np.split(array.astype(np.float32), 4)
    return np.concatenate([entering, shown, kept, new])


def words(p: Parameters) -> bytes:
    """The graph of the words' vectors, from the rows of their features and from their letters."""
    g = Graph(p, rows=(WHOLE, ["words", "hashes"]), letters=(WHOLE, ["words", "places"]))
    features: list[str] = []
    while f"tables.{len(features)}.weight" in p:
        table = g.constant(f"tables.{len(features)}", p[f"tables.{len(features)}.weight"].astype(np.float16))
        keys = [g.op("Gather", "rows", g.constant(f"at{n}", np.array(n)), axis=1) for n in _hashes(len(features))]
        one, other = (g.op("Cast", g.op("Gather", table, key), to=FLOAT) for key in keys)
        features.append(g.op("Add", one, other))
    mixed = g.linear(g.op("Concat", *features, _spelling(g), axis=1), "mix")
    return g.written(vectors=g.normal(g.maxout(mixed), "mix_norm"))


def _hashes(feature: int) -> tuple[int, int]:
    return 2 * feature, 2 * feature + 1


def _spelling(g: Graph) -> str:
    """The maximum of each letter filter over the word."""
    side = KERNEL // 2
    letters = g.op("Gather", g.parameter("letters.weight"), "letters")
    padded = g.op("Pad", letters, g.whole(0, side, 0, 0, side, 0))
    count = g.op("Gather", g.op("Shape", "letters"), g.whole(1))
    ends = [g.op("Add", count, g.whole(at)) for at in range(KERNEL)]
    windows = [g.op("Slice", padded, g.whole(at), end, g.whole(1)) for at, end in enumerate(ends)]
    found: str = g.op("ReduceMax", g.linear(g.op("Concat", *windows, axis=2), "filters"), axes=[1], keepdims=0)
    return str(g.op("Relu", found))


def context(p: Parameters, splitter: Parameters | None) -> bytes:
    """The graph of a text's words in context; with `splitter`, also the log odds that each word begins a sentence."""
    g = Graph({**p, **(splitter or {})}, x=(FLOAT, ["words", "width"]))
    x = "x"
    for layer, distance in enumerate(DILATIONS):
        before, after = (
            g.op("Slice", g.op("Pad", x, g.whole(*pad)), g.whole(start), g.whole(end), g.whole(0))
            for pad, start, end in (((distance, 0, 0, 0), 0, -distance), ((0, 0, distance, 0), distance, 1 << 60))
        )
        found = g.maxout(g.linear(g.op("Concat", before, x, after, axis=1), f"convolutions.{layer}"))
        x = g.op("Add", x, g.normal(found, f"norms.{layer}"))
    if splitter is None:
        return g.written(vectors=x)
    return g.written(vectors=x, odds=_starts(g, x, splitter))


def _starts(g: Graph, x: str, splitter: Parameters) -> str:
    if "running.weight_hh_l0" in splitter:
        alone = g.op("Unsqueeze", x, g.whole(1))
        x = g.op("Squeeze", g.recurrent(alone, "", "running", 0), g.whole(1))
    return str(g.op("Squeeze", g.linear(x, "starts"), g.whole(1)))


_SENTENCES: dict[str, tuple[int, list[str | int]]] = {
    "x": (FLOAT, ["words", "width"]),
    "places": (WHOLE, ["sentences", "longest"]),
    "lengths": (SHORT, ["sentences"]),
    "inside": (WHOLE, ["words"]),
}


def _states(g: Graph, p: Parameters) -> str:
    """The recurrent layers: (words, 2 × hidden), sentence after sentence."""
    x = g.op("Gather", "x", g.op("Transpose", "places", perm=[1, 0]))
    layer = 0
    while f"lstm.like.weight_hh_l{layer}" in p:
        x = g.recurrent(x, "lengths", "lstm.like", layer)
        layer += 1
    by_sentence = g.op("Transpose", x, perm=[1, 0, 2])
    flat = g.op("Flatten", by_sentence, axis=2)
    return str(g.op("Gather", flat, "inside"))


def read(p: Parameters) -> bytes:
    """The graph of some sentences: states of the words, scores of tags, scores of heads."""
    g = Graph(p, **_SENTENCES)
    states = _states(g, p)
    heads = g.op("Gather", g.rectified(states, "arc_head"), "places")
    form = g.op("MatMul", g.rectified(states, "arc_dependent"), g.parameter("arc_form"))
    dependents = g.op("Gather", form, "places")
    count = g.op("Slice", g.op("Shape", "places"), g.whole(0), g.whole(1))
    root = g.op("Expand", g.parameter("arc_root"), g.op("Concat", count, g.whole(1, 1), axis=0))
    candidates = g.op("Concat", root, heads, axis=1)
    scores = g.op("MatMul", dependents, g.op("Transpose", candidates, perm=[0, 2, 1]))
    prior = g.constant("prior", p["arc_prior"].astype(np.float32)[:, None])
    easy = g.op("Transpose", g.op("MatMul", candidates, prior), perm=[0, 2, 1])
    return g.written(states=states, tags=g.linear(states, "tags"), heads=g.op("Add", scores, easy))


def relations(p: Parameters) -> bytes:
    """The graph of the scores of relations between words and their heads; the root's row is the last one."""
    g = Graph(p, states=(FLOAT, ["words", "width"]), heads=(WHOLE, ["words"]))
    root = g.constant("root", p["relation_root"].astype(np.float32)[None])
    governors = g.op("Gather", g.op("Concat", g.linear("states", "relation_head"), root, axis=0), "heads")
    both = g.op("Relu", g.op("Add", g.linear("states", "relation_dependent"), governors))
    return g.written(relations=g.linear(both, "relations"))


def named(p: Parameters) -> bytes:
    """The graph of some sentences: scores of the labels of names."""
    g = Graph(p, **_SENTENCES)
    return g.written(names=g.linear(_states(g, p), "names"))
