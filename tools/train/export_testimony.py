"""Writes the reader of testimony as a model folder: testimony.onnx (8 bits), vocab.txt, manifest.json.

    python3 export_testimony.py --data FOLDER --run RUN --marked marked/testimony --to ../../models/en-testimony --version 1.0
"""
import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import torch
from onnx import TensorProto

import testimony
from export import encode
from graph import Graph
from sections import write_manifest
from wordpieces import WordPieces

FLOAT, INT64, INT32 = TensorProto.FLOAT, TensorProto.INT64, TensorProto.INT32
QUANTISED = (".attend", ".join", ".up", ".down")


def measure_ranges(network, pairs):
    """Smallest and largest input of each layer that is to run in 8 bits, seen over some pairs."""
    ranges, hooks, mask = {}, [], None

    def watch(name):
        def look(module, given, result):
            x = given[0][mask > 0]
            low, high = ranges.get(name, (0.0, 0.0))
            ranges[name] = (min(low, float(x.min())), max(high, float(x.max())))
        return look

    for name, module in network.named_modules():
        if isinstance(module, torch.nn.Linear) and name.endswith(QUANTISED):
            hooks.append(module.register_forward_hook(watch(name)))
    with torch.no_grad():
        for at in range(0, len(pairs), 16):
            inputs = testimony.batch(pairs[at:at + 16])
            mask = inputs[1]
            network(*inputs)
    for hook in hooks:
        hook.remove()
    return ranges


def build(network, ranges, g=None):
    """The graph of the network: in, pieces, mask and 1 for the pieces of the sentence; out, the probabilities of all classes."""
    w = {k: v.numpy() for k, v in network.state_dict().items()}
    g = g or Graph(ranges)
    pieces = g.input("pieces", INT64, ["batch", "pieces"])
    mask = g.input("mask", INT32, ["batch", "pieces"])
    second = g.input("second", INT64, ["batch", "pieces"])
    x = encode(g, w, pieces, mask, network, also=g.add("Gather", [g.weight(w["side.weight"]), second]))
    seen = g.add("Cast", [mask], to=FLOAT)
    theirs = g.add("Mul", [seen, g.add("Cast", [second], to=FLOAT)])
    mine = g.add("Sub", [seen, theirs])
    first = g.add("Squeeze", [g.add("Slice", [x, g.whole(0), g.whole(1), g.whole(1)]), g.whole(1)])

    def mean(share):
        column = g.add("Unsqueeze", [share, g.whole(2)])
        total = g.add("ReduceSum", [g.add("Mul", [x, column]), g.whole(1)], keepdims=0)
        return g.add("Div", [total, g.add("ReduceSum", [share, g.whole(1)], keepdims=1)])

    pooled = g.add("Concat", [first, mean(mine), mean(theirs)], axis=-1)
    hidden = g.add("Tanh", [g.linear(pooled, w["hidden.weight"].T, w["hidden.bias"])])
    scores = g.linear(hidden, w["classes.weight"].T, w["classes.bias"])
    g.output(g.add("Softmax", [scores], axis=-1), "bearing", FLOAT, ["batch", len(testimony.CLASSES)])
    return g


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--run", required=True, type=Path, help="folder that train_testimony.py wrote")
    parser.add_argument("--marked", required=True, type=Path, help="folder of the project's own marked pairs: the ranges of all layers are seen over some")
    parser.add_argument("--to", required=True, type=Path)
    parser.add_argument("--version", default="0.1")
    a = parser.parse_args()
    network = testimony.TestimonyNetwork(json.loads((a.data / "encoder/config.json").read_text()))
    network.load_state_dict(torch.load(a.run / "best.pt")["state"])
    network.eval()
    cut = testimony.Cutter(WordPieces(a.data / "encoder/vocab.txt"))
    pairs = [cut.pair(p) for p in testimony.read_own(a.marked)[0][::8]]
    a.to.mkdir(parents=True, exist_ok=True)
    build(network, measure_ranges(network, pairs)).save(str(a.to / "testimony.onnx"), "parley-testimony")
    shutil.copy(a.data / "encoder/vocab.txt", a.to / "vocab.txt")
    write_manifest(a.to, "en-testimony", a.version)


if __name__ == "__main__":
    main()
