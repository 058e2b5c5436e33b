"""Fits boosted trees with LightGBM and writes them as the ONNX graphs that `timeline.events.boosting` computes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import lightgbm
import numpy as np
import onnx
from numpy.typing import NDArray

SETTINGS: Mapping[str, Any] = {
    "learning_rate": 0.05,
    "num_leaves": 15,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "extra_trees": True,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
"""Settings of all models: small trees with random thresholds, each on half of the features and 70 % of the rows."""

SCALE = 2**16
"""Leaf values are multiples of its inverse: 32-bit sums below 256 are then exact."""

Values = NDArray[Any]


def fit(
    x: Values,
    y: Values,
    rounds: int,
    seed: int = 1,
    *,
    start: Values | None = None,
    groups: Sequence[int] | None = None,
    **settings: Any,
) -> lightgbm.Booster:
    """A model of one class against the others, or of several classes where `settings` has an objective for these.

    Args:
        x: (rows, features).
        y: The class of each row.
        rounds: The number of trees for each class.
        seed: The seed of the random choices.
        start: Log odds of each row to which the trees are added; they are not part of the model.
        groups: The numbers of successive rows that are ranked among themselves, where the objective ranks.
        settings: What differs from `SETTINGS`.

    Returns:
        The model.
    """
    chosen = {"objective": "binary", "seed": seed, **SETTINGS, **settings}
    return lightgbm.train(chosen, lightgbm.Dataset(x, y, group=groups, init_score=start), rounds)


def packed(model: lightgbm.Booster, features: Sequence[str], classes: int = 1) -> bytes:
    """The model's `graph`, gzipped; the same model gives the same bytes."""
    return gzip.compress(graph(model, features, classes), 9, mtime=0)


def graph(model: lightgbm.Booster, features: Sequence[str], classes: int = 1) -> bytes:
    """The model as an ONNX graph; leaves are rounded to `SCALE`, so that their sums are exact in any order.

    Args:
        model: The model, from `fit`.
        features: The names of its columns.
        classes: The number of scores of a row.
    """
    trees = model.dump_model()["tree_info"]
    names = [name for name in _ATTRIBUTES if name != "base_values"]
    table: dict[str, list[Any]] = {name: [] for name in names}
    for number, tree in enumerate(trees):
        _add(table, number, number % classes, tree["tree_structure"])
    attributes: dict[str, Any] = {**table, "n_targets": classes, "domain": "ai.onnx.ml"}
    node = onnx.helper.make_node("TreeEnsembleRegressor", ["rows"], ["scores"], **attributes)
    rows = onnx.helper.make_tensor_value_info("rows", onnx.TensorProto.FLOAT, [None, len(features)])
    scores = onnx.helper.make_tensor_value_info("scores", onnx.TensorProto.FLOAT, [None, classes])
    made = onnx.helper.make_graph([node], "boosted", [rows], [scores])
    opsets = [onnx.helper.make_opsetid("", 17), onnx.helper.make_opsetid("ai.onnx.ml", 1)]
    whole = onnx.helper.make_model(made, opset_imports=opsets, ir_version=8, producer_name="timeline")
    onnx.helper.set_model_props(
        whole, {"features": json.dumps(list(features), ensure_ascii=False), "outputs": str(classes)}
    )
    serialized: bytes = whole.SerializeToString(deterministic=True)
    return serialized


_ATTRIBUTES = (
    "nodes_treeids", "nodes_nodeids", "nodes_featureids", "nodes_values", "nodes_modes", "nodes_truenodeids",
    "nodes_falsenodeids", "target_treeids", "target_nodeids", "target_ids", "target_weights",
)  # fmt: skip


def _add(table: dict[str, list[Any]], number: int, target: int, root: Mapping[str, Any]) -> None:
    """Adds one tree, its nodes numbered in depth-first order."""
    for index, node, left, right in _walk(root):
        leaf = "leaf_value" in node
        for name, value in (
            ("treeids", number),
            ("nodeids", index),
            ("featureids", 0 if leaf else node["split_feature"]),
            ("values", 0.0 if leaf else below(node["threshold"])),
            ("modes", "LEAF" if leaf else "BRANCH_LEQ"),
            ("truenodeids", left),
            ("falsenodeids", right),
        ):
            table[f"nodes_{name}"].append(value)
        if leaf:
            for name, value in (("treeids", number), ("nodeids", index), ("ids", target)):
                table[f"target_{name}"].append(value)
            table["target_weights"].append(round(node["leaf_value"] * SCALE) / SCALE)


def _walk(root: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, Any], int, int]]:
    """The nodes with their numbers and those of their children; a leaf has 0 for both."""
    pending, count = [(0, root)], 1
    while pending:
        index, node = pending.pop(0)
        if "leaf_value" in node:
            yield index, node, 0, 0
            continue
        yield index, node, count, count + 1
        pending += [(count, node["left_child"]), (count + 1, node["right_child"])]
        count += 2


def below(threshold: float) -> float:
    """The largest 32-bit float that is not above a threshold: 32-bit values are on the same side of both."""
    near = np.float32(threshold)
    return float(near if near <= threshold else np.nextafter(near, np.float32(-np.inf)))
