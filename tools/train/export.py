"""Writes a trained network as a model folder: model.onnx (8 bits), relations.bin, labels.bin, vocab.txt, manifest.json.

    python3 export.py --data FOLDER --run RUN --to models/en --version 1.0
"""
import argparse
import json
import math
import shutil
from pathlib import Path

import numpy as np
import torch
from onnx import TensorProto

import corpora
import wordnet
from chunks import Chunker, batch, clip
from graph import MICROSOFT, Graph
from labels import Labels, lemma_table
from sections import label_sections, write_manifest, write_sections
from network import ARC_WIDTH, LABEL_WIDTH, Network
from wordpieces import WordPieces

FLOAT, INT64, INT32 = TensorProto.FLOAT, TensorProto.INT64, TensorProto.INT32
QUANTISED = (".attend", ".join", ".up", ".down", "mix", "near", "arc_word", "arc_head", "label_word", "label_head",
             "semantics.near", "semantics.governor", "semantics.word")


def measure_ranges(network, chunks):
    """Smallest and largest input of each layer that is to run in 8 bits, seen over some chunks."""
    ranges, hooks = {}, []

    def watch(name):
        def look(module, given, result):
            x = given[0][given[0].abs().sum(-1) > 0]
            low, high = ranges.get(name, (0.0, 0.0))
            ranges[name] = (min(low, float(x.min())), max(high, float(x.max())))
        return look

    for name, module in network.named_modules():
        if isinstance(module, torch.nn.Linear) and name.endswith(QUANTISED):
            hooks.append(module.register_forward_hook(watch(name)))
    with torch.no_grad():
        for at in range(0, len(chunks), 8):
            inputs, _ = batch(chunks[at:at + 8])
            out = network(*inputs)
            x = out["label_word"][inputs[3] > 0]
            low, high = ranges.get("label", (0.0, 1.0))
            ranges["label"] = (min(low, float(x.min())), max(high, float(x.max())))
    for hook in hooks:
        hook.remove()
    return ranges


def build(network, sizes, ranges, g=None):
    """The graph of the network; float32 when `ranges` is None. `g`: a builder to use in place of a new one."""
    w = {k: v.numpy() for k, v in network.state_dict().items()}
    g = g or Graph(ranges)
    pieces = g.input("pieces", INT64, ["batch", "pieces"])
    mask = g.input("mask", INT32, ["batch", "pieces"])
    pool = g.input("pool", FLOAT, ["batch", "words", "pieces"])
    shape = g.input("shape", INT64, ["batch", "words"])
    x = g.add("MatMul", [pool, encode(g, w, pieces, mask, network)])

    def linear(x, name):
        return g.linear(x, w[name + ".weight"].T, w[name + ".bias"], name)

    known = g.add("ReduceSum", [pool, g.whole(-1)], keepdims=1)
    x = g.add("Concat", [x, g.add("Gather", [g.weight(w["shapes.weight"]), shape])], axis=-1)
    x = g.add("Mul", [g.gelu(linear(x, "mix")), known])
    near = g.gelu(linear(_beside(g, x), "near"))
    x = g.norm(x, w["norm.weight"], w["norm.bias"], 1e-5, skip=near)
    end = _tags(g, w, x, sizes)
    _trees(g, w, x, known, end, linear, sizes)
    _meaning(g, w, x, linear)
    return g


def _beside(g, x):
    """Each word with the one before and the one behind."""
    padded = g.add("Pad", [x, g.whole(0, 1, 0, 0, 1, 0)])
    before = g.add("Slice", [padded, g.whole(0), g.whole(-2), g.whole(1)])
    after = g.add("Slice", [padded, g.whole(2), g.whole(1 << 40), g.whole(1)])
    return g.add("Concat", [before, x, after], axis=-1)


def _meaning(g, w, x, linear):
    """The semantic heads: all classes side by side, and both sides of the pair heads. Pairs are scored where they are wanted."""
    hidden = g.gelu(linear(_beside(g, x), "semantics.near"))
    classes = g.linear(hidden, w["semantics.classes.weight"].T, w["semantics.classes.bias"])
    g.output(classes, "meaning", FLOAT, ["batch", "words", len(w["semantics.classes.bias"])])
    for side in ("governor", "word"):
        g.output(linear(hidden, "semantics." + side), side, FLOAT, ["batch", "words", len(w[f"semantics.{side}.bias"])])


def encode(g, w, pieces, mask, network, also=None):
    """The encoder over word pieces; `also` is added to their embeddings."""
    length = g.add("Slice", [g.add("Shape", [pieces]), g.whole(1), g.whole(2)])
    places = g.add("Slice", [g.weight(w["encoder.places.weight"]), g.whole(0), length, g.whole(0)])
    x = g.add("Add", [g.rows(w["encoder.words.weight"], pieces), places])
    if also is not None:
        x = g.add("Add", [x, also])
    x = g.norm(x, w["encoder.norm.weight"], w["encoder.norm.bias"], 1e-12)
    for i, layer in enumerate(network.encoder.layers):
        at = f"encoder.layers.{i}."

        def linear(x, part):
            return g.linear(x, w[f"{at}{part}.weight"].T, w[f"{at}{part}.bias"], at + part)

        q, k, v = g.linears(x, w[at + "attend.weight"].T, w[at + "attend.bias"], at + "attend", parts=3)
        mixed = g.add("MultiHeadAttention", [q, k, v, "", mask], domain=MICROSOFT, num_heads=layer.heads)
        x = g.norm(linear(mixed, "join"), w[at + "norm1.weight"], w[at + "norm1.bias"], 1e-12, skip=x)
        x = g.norm(linear(g.gelu(linear(x, "up")), "down"), w[at + "norm2.weight"], w[at + "norm2.bias"], 1e-12, skip=x)
    return x


def _tags(g, w, x, sizes):
    """The linear heads as one product; classes where the best is enough, scores for names and ends."""
    heads = ["upos", "xpos", "feats", "lemma", "name"]
    weight = np.concatenate([w[f"tags.{h}.weight"] for h in heads] + [w["end.weight"]]).T
    bias = np.concatenate([w[f"tags.{h}.bias"] for h in heads] + [w["end.bias"]])
    parts = g.add("Split", [g.linear(x, weight, bias), g.whole(*(sizes[h] for h in heads), 1)], outputs=6, axis=-1)
    for head, part in zip(heads[:4], parts):
        g.output(g.add("ArgMax", [part], axis=-1, keepdims=0), head, INT64, ["batch", "words"])
    g.output(parts[4], "name", FLOAT, ["batch", "words", sizes["name"]])
    end = g.add("Squeeze", [parts[5], g.whole(-1)])
    g.output(end, "end", FLOAT, ["batch", "words"])
    return end


def _trees(g, w, x, known, end, linear, sizes):
    """Arc scores, and the relation to the best head within the sentence that the ends cut out."""
    zero = g.add("ReduceSum", [known, g.whole(1)], keepdims=1)
    root = g.add("Add", [g.add("Mul", [zero, g.weight(np.zeros((1, 1, 1)))]), g.weight(w["root"][None, None])])
    heads = g.add("Concat", [root, x], axis=1)
    arcs = w["arc"] / math.sqrt(ARC_WIDTH)
    word = g.gelu(linear(x, "arc_word"))
    word = g.add("Add", [g.add("MatMul", [word, g.weight(arcs[:-1])]), g.weight(arcs[-1])])
    arc = g.add("MatMul", [word, g.add("Transpose", [g.gelu(linear(heads, "arc_head"))], perm=[0, 2, 1])])
    g.output(arc, "arc", FLOAT, ["batch", "words", "heads"])
    label_word, label_head = g.gelu(linear(x, "label_word")), g.gelu(linear(heads, "label_head"))
    g.output(label_word, "label_word", FLOAT, ["batch", "words", LABEL_WIDTH])
    g.output(label_head, "label_head", FLOAT, ["batch", "heads", LABEL_WIDTH])
    best = g.add("ArgMax", [g.add("Add", [arc, _outside(g, known, end)])], axis=-1, keepdims=0)
    g.output(best, "best", INT64, ["batch", "words"])
    # The column of ones on the head's side is a product of its own.
    label = w["label"].reshape(LABEL_WIDTH + 1, sizes["label"], LABEL_WIDTH + 1)
    inner, alone = label[:, :, :-1].reshape(LABEL_WIDTH + 1, -1), label[:, :, -1]
    rows = g.linear(label_word, inner[:-1], inner[-1], "label")
    rows = g.add("Reshape", [rows, g.whole(0, 0, sizes["label"], LABEL_WIDTH)])
    chosen = g.add("GatherND", [label_head, g.add("Unsqueeze", [best, g.whole(-1)])], batch_dims=1)
    scores = g.add("Squeeze", [g.add("MatMul", [rows, g.add("Unsqueeze", [chosen, g.whole(-1)])]), g.whole(-1)])
    scores = g.add("Add", [scores, g.linear(label_word, alone[:-1], alone[-1])])
    g.output(g.add("ArgMax", [scores], axis=-1, keepdims=0), "rel", INT64, ["batch", "words"])


def _outside(g, known, end):
    """Minus a lot for heads beyond the sentence, for padding, and for the word itself nothing."""
    ends = g.add("Cast", [g.add("Greater", [end, g.weight(0.0)])], to=FLOAT)
    number = g.add("CumSum", [ends, g.weight(1, np.int64)], exclusive=1)
    same = g.add("Equal", [g.add("Unsqueeze", [number, g.whole(2)]), g.add("Unsqueeze", [number, g.whole(1)])])
    inside = g.add("Mul", [g.add("Cast", [same], to=FLOAT), g.add("Transpose", [known], perm=[0, 2, 1])])
    cost = g.add("Mul", [g.add("Sub", [inside, g.weight(1.0)]), g.weight(1e4)])
    return g.add("Pad", [cost, g.whole(0, 0, 1, 0, 0, 0)])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--run", required=True, type=Path, help="folder that train.py wrote")
    parser.add_argument("--to", required=True, type=Path)
    parser.add_argument("--weights", default="best.pt")
    parser.add_argument("--wordnet", required=True, type=Path, help="folder of WordNet's dictionary files (Debian: wordnet-base)")
    parser.add_argument("--version", default="0.1")
    parser.add_argument("--float", action="store_true", help="float32 throughout, to measure what 8 bits cost")
    a = parser.parse_args()
    labels = Labels.load(a.run / "labels.json")
    network = Network(json.loads((a.data / "encoder/config.json").read_text()), labels.sizes)
    stored = torch.load(a.run / a.weights)
    network.load_state_dict(stored.get("state", stored))
    network.eval()
    chunker = Chunker(labels, WordPieces(a.data / "encoder/vocab.txt"))
    silver = corpora.read_conllu(a.data / "silver/news.conllu.gz", silver=True)[:400]
    gold = corpora.read_training_gold(a.data)
    labels.exceptions = wordnet.joined(a.wordnet, lemma_table(gold))
    seen = silver + gold[::60]
    ranges = None if a.float else measure_ranges(network, [clip(chunker.chunk([s])) for s in seen])
    a.to.mkdir(parents=True, exist_ok=True)
    build(network, labels.sizes, ranges).save(str(a.to / "model.onnx"), "parley-en")
    network.label.detach().numpy().astype(np.float16).tofile(a.to / "relations.bin")
    shutil.copy(a.data / "encoder/vocab.txt", a.to / "vocab.txt")
    write_sections(a.to / "labels.bin", label_sections(labels) | {"roles.distance": network.semantics.distance.detach().numpy()})
    write_manifest(a.to, "en", a.version)


if __name__ == "__main__":
    main()
