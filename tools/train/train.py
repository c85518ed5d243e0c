"""Trains the accurate model in two processes. See README.md for how to run it.

    python3 train.py --data FOLDER --out RUN --minutes 80
"""
import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
import torch.multiprocessing as multiprocessing
import torch.nn.functional as F

import corpora
import labels as classes
from chunks import Chunker, Stream, batch
from labels import IGNORED
from network import Network
from pair import Pair
from score import score
from wordpieces import WordPieces

WEIGHTS = {"upos": 0.6, "xpos": 0.4, "feats": 0.4, "lemma": 0.4, "name": 1.0}


def shares(progress, gold_only):
    """How much of each pool to read: silver early, gold late."""
    if gold_only:
        return {"gold": 0.8, "names": 0.2}
    silver = 0.6 - 0.5 * progress
    return {"gold": (1 - silver) * 0.8, "names": (1 - silver) * 0.2, "silver": silver}


def loss(network, inputs, targets, out=None):
    """Sum of the heads' mean losses a word; heads only compete within the gold sentence. `out`: what the network gave, where it ran before."""
    out = network(*inputs) if out is None else out
    words = (inputs[3] > 0).sum().float()
    total = 0
    for head, weight in WEIGHTS.items():
        scores = out[head].flatten(0, 1)
        total = total + weight * F.cross_entropy(scores, targets[head].flatten(), ignore_index=IGNORED, reduction="sum")
    known = targets["end"] != IGNORED
    total = total + F.binary_cross_entropy_with_logits(out["end"][known], targets["end"][known].float(), reduction="sum")
    arcs = out["arc"].masked_fill(~targets["inside"], -1e4).flatten(0, 1)
    heads = targets["head"].flatten()
    total = total + F.cross_entropy(arcs, heads, ignore_index=IGNORED, reduction="sum")
    rows, at = torch.nonzero(targets["rel"] != IGNORED, as_tuple=True)
    if len(rows):
        scores = network.labels(out["label_word"][rows, at], out["label_head"][rows, targets["head"][rows, at]])
        total = total + F.cross_entropy(scores, targets["rel"][rows, at], reduction="sum")
    return total / words


class Worker:
    """One of the two processes of a run."""

    def __init__(self, number, pair, network, labels, arguments):
        self.number, self.pair, self.network, self.labels, self.arguments = number, pair, network, labels, arguments
        self.folder = Path(arguments.out)
        self.best = 0.0
        owned = pair.owned(number)
        groups = {}
        for name, value in network.named_parameters():
            if id(value) in owned:
                encoder = name.startswith("encoder.")
                groups.setdefault((self.arguments.rate * (2.5e-4 if encoder else 1e-3), 0.01 if value.ndim > 1 else 0.0), []).append(value)
        self.optimizers = [
            torch.optim.AdamW([{"params": v, "lr": r, "weight_decay": d} for (r, d), v in groups.items()], betas=(0.9, 0.98)),
            torch.optim.SparseAdam([network.encoder.words.weight], lr=2.5e-4 * arguments.rate)]
        self.rates = [[g["lr"] for g in o.param_groups] for o in self.optimizers]

    def step(self, group):
        """One update from one batch of chunks."""
        progress = float(self.pair.progress)
        rate = max(1e-3, min(progress / 0.06 + 0.01, (1 - progress) / 0.94))
        self.network.train()
        self.pair.begin(self.number)
        inputs, targets = batch(group)
        value = loss(self.network, inputs, targets)
        value.backward()
        self.pair.exchange(self.number, clip=5.0)
        for optimizer, rates in zip(self.optimizers, self.rates):
            for part, full in zip(optimizer.param_groups, rates):
                part["lr"] = full * rate
            optimizer.step()
        self.pair.done[self.number] += sum(c.length for c in group)
        return value.item()

    def check(self, dev, chunker):
        """Scores dev (one set each), keeps a checkpoint, and keeps the best network apart."""
        name = list(dev)[self.number]
        found = score(self.network, self.labels, chunker, dev[name])
        print(f"  dev {name} at {100 * float(self.pair.progress):.0f} %: {found}", flush=True)
        self.pair.scores[self.number] = found["las"] + 0.1 * found["names"]
        torch.save([o.state_dict() for o in self.optimizers], self.folder / f"optimizers{self.number}.pt")
        self.pair.barrier.wait()
        quality = float(self.pair.scores.mean())
        if self.number == 0:
            self._keep({"network": self.network.state_dict(), "progress": float(self.pair.progress),
                        "done": self.pair.done.tolist()}, "last.pt")
            if quality >= self.best:
                self._keep(self.network.state_dict(), "best.pt")
        self.best = max(self.best, quality)
        self.pair.barrier.wait()

    def _keep(self, what, name):
        torch.save(what, self.folder / "unfinished.tmp")
        (self.folder / "unfinished.tmp").replace(self.folder / name)

    def run(self, pools, dev, wordpieces):
        """The whole run of this process."""
        a = self.arguments
        torch.set_num_threads(1)
        seed = a.seed + 1000 * self.number + int(self.pair.done[0])
        torch.manual_seed(seed)
        np.random.seed(seed)
        if a.resume:
            for optimizer, state in zip(self.optimizers, torch.load(self.folder / f"optimizers{self.number}.pt")):
                optimizer.load_state_dict(state)
        chunker = Chunker(self.labels, wordpieces, seed)
        stream = Stream(pools, chunker, a.batch, seed)
        before, first, started = float(self.pair.progress), int(self.pair.done.sum()), time.time()
        waiting, steps, mean, checks = [], 0, 0.0, 1 + int(before * a.checks)
        while float(self.pair.progress) < 1:
            if not waiting:
                waiting = stream.batches(shares(float(self.pair.progress), a.gold_only))
            value = self.step(waiting.pop())
            steps += 1
            mean = value if steps == 1 else 0.98 * mean + 0.02 * value
            if self.number == 0:
                spent = (time.time() - started) / 60
                done = int(self.pair.done.sum())
                self.pair.progress[0] = min(1.0, before + spent / a.minutes if a.minutes else done / a.pieces)
                if steps % 50 == 0:
                    print(f"{done:>9} pieces, loss {mean:.3f}, {(done - first) / spent / 60:.0f} pieces/s, "
                          f"{100 * float(self.pair.progress):.1f} % in {spent:.0f} min", flush=True)
            self.pair.barrier.wait()
            if float(self.pair.progress) >= checks / a.checks:
                checks += 1
                self.check(dev, chunker)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--out", required=True)
    parser.add_argument("--pieces", type=int, default=4_000_000, help="word pieces to learn from, all in all")
    parser.add_argument("--minutes", type=float, help="learn for so long instead, whatever the speed")
    parser.add_argument("--batch", type=int, default=450, help="word pieces a step and process, padding included")
    parser.add_argument("--checks", type=int, default=8, help="checkpoints in the run")
    parser.add_argument("--gold-only", action="store_true")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--start", type=Path, help="start from the best network of this finished run (a second round)")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rates: below 1 for a second round")
    parser.add_argument("--seed", type=int, default=7)
    a = parser.parse_args()
    torch.set_num_threads(1)
    # oneDNN's backward pass of GELU (torch 1.13) reads gradients that are not contiguous as if they were: garbage.
    torch.backends.mkldnn.set_flags(False)
    torch.manual_seed(a.seed)
    Path(a.out).mkdir(parents=True, exist_ok=True)

    gold, names, silver = corpora.read_training(a.data)
    dev = corpora.read_dev(a.data)
    labels = classes.collect(gold)
    labels.save(Path(a.out) / "labels.json")
    network = Network(json.loads((a.data / "encoder/config.json").read_text()), labels.sizes)
    network.encoder.load(a.data / "encoder/encoder.npz")
    if a.start and not a.resume:
        network.load_state_dict(torch.load(a.start / "best.pt"))
    pair = Pair(network)
    if a.resume:
        stored = torch.load(Path(a.out) / "last.pt")
        network.load_state_dict(stored["network"])
        pair.progress[0] = stored["progress"]
        pair.done[:] = torch.tensor(stored["done"])
    pools = {"gold": gold, "names": names} | ({} if a.gold_only else {"silver": silver})
    print(f"{len(gold)} gold, {len(names)} names, {len(silver)} silver sentences; {labels.sizes}", flush=True)
    wordpieces = WordPieces(a.data / "encoder/vocab.txt")
    fork = multiprocessing.get_context("fork")
    both = [fork.Process(target=Worker(n, pair, network, labels, a).run, args=(pools, dev, wordpieces)) for n in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join()


if __name__ == "__main__":
    main()
