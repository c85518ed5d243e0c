"""Trains the reader of testimony: how a sentence bears on a promise. It goes on from the encoder of the accurate model. See README.md.

    python3 train_testimony.py --data FOLDER --start START.pt --marked marked/testimony --out RUN
"""
import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import half
import testimony
from testimony import CLASSES, TestimonyNetwork, batch
from wordpieces import WordPieces

KEPT = 0.99


def scores(network, pairs, size=32):
    """Probabilities of all classes, a row a pair."""
    network.eval()
    order = sorted(range(len(pairs)), key=lambda i: sum(map(len, pairs[i][:2])))
    found = np.zeros((len(pairs), len(CLASSES)), np.float32)
    with torch.no_grad():
        for at in range(0, len(order), size):
            part = order[at:at + size]
            found[part] = network(*batch([pairs[i] for i in part])).softmax(-1).numpy()
    return found


def tell(name, given, pairs):
    """Prints accuracy, and F1 of supports (kept or holding), contradicts and doubts."""
    best = given.argmax(-1)
    gold = np.array([p[2] for p in pairs])
    parts = []
    for title, group in (("for", (1, 2)), ("against", (3,)), ("doubt", (4,)), ("kept", (1,)), ("revokes", (5,)), ("voids", (6,))):
        mine, its = np.isin(best, group), np.isin(gold, group)
        both = (mine & its).sum()
        parts.append(f"{title} {both / max(mine.sum(), 1):.2f}/{both / max(its.sum(), 1):.2f}")
    ours, theirs = np.array([0, 1, 1, 2, 3, 4, 5])[best], np.array([0, 1, 1, 2, 3, 4, 5])[gold]
    right = ((ours == theirs) & (ours > 0)).sum()
    f1 = 2 * right / max((ours > 0).sum() + (theirs > 0).sum(), 1)
    print(f"  {name}: {len(pairs)} pairs, accuracy {(best == gold).mean():.3f}, evidence F1 {f1:.3f}; precision/recall:", ", ".join(parts), flush=True)
    return f1


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--start", required=True, type=Path, help="the encoder (encoder.npz), what recover.py took out of models/en, or an earlier run")
    parser.add_argument("--marked", required=True, type=Path, help="folder of the project's own marked pairs")
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--epochs", type=float, default=8)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--size", type=int, default=16, help="pairs a step")
    parser.add_argument("--all", action="store_true", help="train on the development part too")
    parser.add_argument("--strangers", type=int, default=4000, help="pairs of own promises with real sentences that share a name, taken as nothing")
    parser.add_argument("--seed", type=int, default=5)
    a = parser.parse_args()
    torch.set_num_threads(1)
    torch.backends.mkldnn.set_flags(False)
    torch.set_flush_denormal(True)
    half.use()
    torch.manual_seed(a.seed)
    random = np.random.default_rng(a.seed)
    np.random.seed(a.seed)
    a.out.mkdir(parents=True, exist_ok=True)
    cut = testimony.Cutter(WordPieces(a.data / "encoder/vocab.txt"))
    own_train, own_dev = testimony.read_own(a.marked)
    doc_train, doc_dev = testimony.read_documents(a.data / "semantics/document.jsonl.gz", random)
    chains = testimony.read_chains(Path(__file__).parents[2] / "tests/Chains", random)
    silver = testimony.read_silver(a.data)
    real = testimony.read_real(a.marked / "silver.tsv", silver)
    real_dev, real_train = real[::testimony.DEV], [one for at, one in enumerate(real) if at % testimony.DEV]
    strangers = testimony.read_strangers(own_train, silver, real, random, a.strangers)
    train = own_train + 2 * doc_train + 2 * chains + real_train + strangers + (own_dev + doc_dev + real_dev if a.all else [])
    print(len(own_train), "own pairs,", len(doc_train), "of articles,", len(chains), "of chains,", len(real_train), "with real sentences,",
          len(strangers), "strangers; development", len(own_dev), len(doc_dev), len(real_dev), flush=True)
    devs = {"own": [cut.pair(p) for p in own_dev], "articles": [cut.pair(p) for p in doc_dev], "real": [cut.pair(p) for p in real_dev]}
    network = TestimonyNetwork(json.loads((a.data / "encoder/config.json").read_text()))
    if a.start.suffix == ".npz":
        network.encoder.load(a.start)
    else:
        network.start(torch.load(a.start)["state"])
    groups = [{"params": [p for n, p in network.named_parameters() if n != "encoder.words.weight" and n.startswith("encoder.")], "lr": a.rate},
              {"params": [p for n, p in network.named_parameters() if not n.startswith("encoder.")], "lr": 8 * a.rate}]
    optimizers = [torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01),
                  torch.optim.SparseAdam([network.encoder.words.weight], lr=a.rate)]
    full = [[g["lr"] for g in o.param_groups] for o in optimizers]
    mean = {n: p.detach().clone() for n, p in network.named_parameters()}
    steps, total, started, average, best = 0, int(a.epochs * len(train) / a.size), time.time(), 0.0, 0.0
    while steps < total:
        for group in testimony.groups(train, cut, random, a.size):
            network.train()
            progress = steps / total
            for optimizer, rates in zip(optimizers, full):
                for g, rate in zip(optimizer.param_groups, rates):
                    g["lr"] = rate * max(1e-3, min(progress / 0.1 + 0.01, (1 - progress) / 0.9))
                optimizer.zero_grad(set_to_none=True)
            value = F.cross_entropy(network(*batch(group)), torch.tensor([p[2] for p in group]), label_smoothing=0.05)
            value.backward()
            torch.nn.utils.clip_grad_norm_([p for n, p in network.named_parameters() if n != "encoder.words.weight"], 1.0)
            for optimizer in optimizers:
                optimizer.step()
            steps += 1
            average += 0.02 * (float(value) - average)
            if steps % 4 == 0:
                old = min(KEPT, steps / (10 + steps))
                with torch.no_grad():
                    for n, p in network.named_parameters():
                        mean[n].mul_(old).add_(p, alpha=1 - old)
            if steps % max(1, total // 6) == 0 or steps == total:
                print(f"step {steps} of {total}, loss {average:.3f}, {time.time() - started:.0f} s", flush=True)
                now = {n: p.detach().clone() for n, p in network.named_parameters()}
                network.load_state_dict(mean, strict=False)
                for name, pairs in devs.items():
                    if pairs:
                        tell(name, scores(network, pairs), pairs)
                torch.save({"state": network.state_dict()}, a.out / "best.pt")
                network.load_state_dict(now, strict=False)
            if steps >= total:
                break


if __name__ == "__main__":
    main()
