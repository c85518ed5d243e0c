"""Writes a trained fast network as a model folder: weights.bin and manifest.json.

    python3 export_fast.py --data FOLDER --run RUN --to models/en-fast --version 1.0
"""
import argparse
import json
import math
from pathlib import Path

import numpy as np
import torch

import corpora
import wordnet
from fast import ARC_WIDTH, DILATIONS, FARTHEST, LABEL_WIDTH, MEANING_WIDTH, RANGE, ROLE_WIDTH, STEPS, TAGS, WIDTH
from forms import BUCKETS, HASHED, LEARNED, VECTOR
from labels import Labels, lemma_table
from sections import hash_table, label_sections, write_manifest, write_sections
from semantics import CLASSES

BLOCK = 16
MATRICES = {"tags": "tags", "pairs": "pairs", "near": "semantics.near", "meaning": "semantics.classes",
            "governor": "semantics.governor", "filler": "semantics.word"}


def packed(name, weight, bias):
    """A matrix of 7-bit weights as `PackedMatrix` wants it: whole blocks of outputs."""
    count, inputs = weight.shape
    outputs = -(-count // BLOCK) * BLOCK
    whole, scale = seven_bits(weight)
    whole = np.concatenate([whole, np.zeros((outputs - count, inputs), np.int8)])
    scales, biases = np.zeros(outputs, np.float32), np.full(outputs, -1e30, np.float32)
    scales[:count], biases[:count] = scale * (RANGE / STEPS), bias
    blocks = whole.reshape(outputs // BLOCK, BLOCK, inputs // 4, 4).transpose(0, 2, 1, 3)
    return {name + ".weights": blocks, name + ".scales": scales, name + ".biases": biases}


def seven_bits(weight):
    scale = np.maximum(np.abs(weight).max(1), 1e-8).astype(np.float32) / STEPS
    return np.clip(np.round(weight / scale[:, None]), -STEPS, STEPS).astype(np.int8), scale


def eight_bits(table):
    """A table in 8 bits with one scale; a value in ten thousand is cut."""
    scale = float(np.percentile(np.abs(table), 99.99)) / 127
    return np.clip(np.round(table / scale), -127, 127).astype(np.int8), scale


def first_layer(weight, bias):
    """The first layer by its three taps: what a word gives to its right neighbour, to itself, to its left neighbour."""
    whole, scale = seven_bits(weight)
    taps = np.concatenate([whole[:, :WIDTH], whole[:, WIDTH:2 * WIDTH], whole[:, 2 * WIDTH:]])
    outputs = 3 * 2 * WIDTH
    blocks = taps.reshape(outputs // BLOCK, BLOCK, WIDTH // 4, 4).transpose(0, 2, 1, 3)
    return {"layer0.weights": blocks, "layer0.scales": np.ones(outputs, np.float32), "layer0.biases": np.zeros(outputs, np.float32),
            "layer0.outscales": (scale * (RANGE / STEPS)).astype(np.float32), "layer0.outbiases": bias.astype(np.float32)}


def tables(w, words, scale):
    """Vectors and embeddings in 8 bits, and the layer that joins them."""
    parts, scales = [], [scale]
    vectors = np.round(w["vectors"] / scale).astype(np.int8)
    learned, learned_scale = eight_bits(w["learned.weight"])
    scales.append(learned_scale)
    for i in range(len(HASHED)):
        part, part_scale = eight_bits(w[f"hashed.{i}.weight"])
        parts.append(part.ravel())
        scales.append(part_scale)
    keys, numbers = hash_table([(word, i + 1) for i, word in enumerate(words)])
    return {"word.keys": keys, "word.numbers": numbers, "vectors": vectors, "learned": learned, "hashed": np.concatenate(parts),
            "table.scales": np.array(scales, np.float32), "join": w["join.weight"].T.astype(np.float32), "join.bias": w["join.bias"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--run", required=True, type=Path, help="folder that train_fast.py wrote")
    parser.add_argument("--to", required=True, type=Path)
    parser.add_argument("--weights", default="best.pt")
    parser.add_argument("--wordnet", required=True, type=Path, help="folder of WordNet's dictionary files (Debian: wordnet-base)")
    parser.add_argument("--version", default="0.1")
    a = parser.parse_args()
    labels = Labels.load(a.run / "labels.json")
    labels.exceptions = wordnet.joined(a.wordnet, lemma_table(corpora.read_training_gold(a.data)))
    known = json.loads((a.run / "words.json").read_text(encoding="utf-8"))
    stored = torch.load(a.run / a.weights)
    w = {k: v.numpy() for k, v in stored.get("network", stored).items()}
    sizes = [1 if tag == "end" else len(labels.classes[tag]) for tag in TAGS]
    relations = len(labels.classes["label"])
    sections = tables(w, known["words"], known["scale"])
    config = [WIDTH, len(DILATIONS), *DILATIONS, ARC_WIDTH, LABEL_WIDTH, FARTHEST, VECTOR, LEARNED, len(HASHED),
              *(width for _, _, width in HASHED), len(sections["word.keys"]), len(known["words"]), known["learned"], *sizes, relations,
              MEANING_WIDTH, sum(map(len, CLASSES.values())), ROLE_WIDTH]
    sections |= {"config": np.array(config, np.int32), "range": np.array([RANGE], np.float32)}
    sections |= first_layer(w["layers.0.weight"], w["layers.0.bias"])
    for i in range(1, len(DILATIONS)):
        sections |= packed(f"layer{i}", w[f"layers.{i}.weight"], w[f"layers.{i}.bias"])
    for name, layer in MATRICES.items():
        sections |= packed(name, w[layer + ".weight"], w[layer + ".bias"])
    sections |= {"arc": (w["arc"] / math.sqrt(ARC_WIDTH)).astype(np.float32), "distance": w["distance"], "root.arc": w["root_arc"],
                 "label": w["label.weight"], "label.bias": w["label.bias"], "root.label": w["root_label"],
                 "roles.distance": w["semantics.distance"]}
    sections |= label_sections(labels)
    a.to.mkdir(parents=True, exist_ok=True)
    write_sections(a.to / "weights.bin", sections)
    write_manifest(a.to, "en-fast", a.version)


if __name__ == "__main__":
    main()
