"""Takes the float network back out of a shipped model.onnx or testimony.onnx, to train on from there: the inverse of export.py and export_testimony.py.

    python3 recover.py --data DATA --model ../../models/en --out START.pt
    python3 recover.py --data DATA --model ../../models/en-testimony --out START.pt
"""
import argparse
import json
import math
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

import export
import export_testimony
from graph import Graph
from network import ARC_WIDTH, LABEL_WIDTH, Network
from recover_fast import read_sections
from testimony import TestimonyNetwork

FIRST = 1 << 40     # numbers of parameters begin here: no constant of the graph is as large
HEADS = ("upos", "xpos", "feats", "lemma", "name")


class Everything:
    """A range for every layer: the graph is built as it is in 8 bits."""

    def __contains__(self, name):
        return name is not None and name.endswith((*export.QUANTISED, "label"))

    def __getitem__(self, name):
        return -1.0, 1.0


class Numbered(Graph):
    """Builds the graph over the numbers of parameters in place of their values, and so learns which weight of the file holds which parameter."""

    def __init__(self, given, count):
        super().__init__(Everything())
        self.given, self.values, self.found = given, np.zeros(count, np.float32), np.zeros(count, bool)

    def weight(self, array, kind=np.float32):
        self.count += 1
        self._take(np.asarray(array), lambda: self.given[f"w{self.count}"])
        return f"w{self.count}"

    def rows(self, table, indices):
        first = self.count
        result = super().rows(table * 0, indices)
        self._take_scaled(table, first)
        return result

    def _small_product(self, x, x_scale, x_zero, weight, bias):
        first = self.count
        result = super()._small_product(x, x_scale, x_zero, weight * 0, bias)
        self._take_scaled(weight, first)
        return result

    def _take_scaled(self, numbers, first):
        """Small whole numbers and their scales are the first two weights made since `first`."""
        small, scales = [name for name in (f"w{i}" for i in range(first + 1, self.count + 1)) if name in self.given][:2]
        self._take(numbers, lambda: self.given[small].astype(np.float32) * self.given[scales])

    def _take(self, numbers, value):
        if numbers.dtype.kind != "f" or numbers.size == 0 or numbers.max() < FIRST / 2 / math.sqrt(ARC_WIDTH):
            return
        scale = 1 if numbers.max() >= FIRST else math.sqrt(ARC_WIDTH)
        at = np.rint(numbers * scale).astype(np.int64) - FIRST
        self.values[at] = value().reshape(numbers.shape) * scale
        self.found[at] = True


def recover(folder, config):
    """The network of a model folder, and the sizes of its heads."""
    model = onnx.load(str(folder / "model.onnx"))
    given = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    split = next(node for node in model.graph.node if node.op_type == "Split")
    sizes = dict(zip(HEADS, given[split.input[1]].tolist()))
    relations = np.fromfile(folder / "relations.bin", np.float16).astype(np.float32)
    sizes["label"] = relations.size // (LABEL_WIDTH + 1) ** 2
    network = Network(config, sizes).double()
    state, at = network.state_dict(), 0
    for value in state.values():
        value.copy_(torch.arange(at, at + value.numel(), dtype=torch.float64).view(value.shape) + FIRST)
        at += value.numel()
    graph = Numbered(given, at)
    export.build(network, sizes, None, graph)
    result, at = {}, 0
    for name, value in state.items():
        part = slice(at, at + value.numel())
        if name == "label":
            result[name] = torch.from_numpy(relations).view(value.shape)
        elif name == "semantics.distance":
            result[name] = torch.from_numpy(np.frombuffer(read_sections(folder / "labels.bin")["roles.distance"], np.float32).copy()).view(value.shape)
        else:
            assert graph.found[part].all(), f"{name}: the graph of {folder} holds no such weights"
            result[name] = torch.from_numpy(graph.values[part].copy()).view(value.shape)
        at += value.numel()
    return result, sizes


def recover_testimony(folder, config):
    """The weights of a reader of testimony."""
    given = {one.name: numpy_helper.to_array(one) for one in onnx.load(str(folder / "testimony.onnx")).graph.initializer}
    network = TestimonyNetwork(config).double()
    state, at = network.state_dict(), 0
    for value in state.values():
        value.copy_(torch.arange(at, at + value.numel(), dtype=torch.float64).view(value.shape) + FIRST)
        at += value.numel()
    graph = Numbered(given, at)
    export_testimony.build(network, None, graph)
    assert graph.found.all(), f"the graph of {folder} holds not all weights"
    values = torch.from_numpy(graph.values)
    result, at = {}, 0
    for name, value in state.items():
        result[name] = values[at:at + value.numel()].view(value.shape).clone()
        at += value.numel()
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--model", required=True, type=Path, help="folder with model.onnx")
    parser.add_argument("--out", required=True, type=Path)
    a = parser.parse_args()
    config = json.loads((a.data / "encoder/config.json").read_text())
    if (a.model / "testimony.onnx").exists():
        torch.save({"state": recover_testimony(a.model, config)}, a.out)
        return
    state, sizes = recover(a.model, config)
    torch.save({"state": state, "sizes": sizes}, a.out)


if __name__ == "__main__":
    main()
