"""Trains the screen of the reader of testimony: which pairs of a promise and a sentence need not be read, since the reader would give nothing. See README.md.

    Parley.Eval testimony PAIRS.tsv > SCORED.tsv          what the reader gives for pairs
    python3 train_screen.py --scored SCORED.tsv … --out ../../models/en-testimony --check ASKED.tsv

Words and pairs of neighbouring words are hashed into a table of small vectors; the mean of the sentence's, that of the promise's, their product and how many
words are shared go through one small layer. `--check` (pairs that a ledger of real articles asks, never learned from) tells what a threshold keeps and spares.
"""
import argparse
import re
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from sections import key, write_manifest, write_sections

ROWS, WIDTH, HIDDEN = 1 << 14, 16, 24
STEM, LONG = 6, 4            # letters by which shared words are compared, and the fewest that one has
MOST, LONGEST = 128, 64      # words of a text, and letters of a word, that are looked at
WORD = re.compile(r"[A-Za-z0-9]+")
_rows = {}


def row(text):
    found = _rows.get(text)
    if found is None:
        found = _rows[text] = key(text) & (ROWS - 1)
    return found


def words(text):
    return [w.lower()[:LONGEST] for w in WORD.findall(text)][:MOST]


def parts(promise, sentence):
    """Rows of the promise, rows of the sentence, and the shares of shared words."""
    ours, theirs = words(promise), words(sentence)
    stems = {w[:STEM] for w in ours if len(w) >= LONG}
    long = [w for w in theirs if len(w) >= LONG]
    shared = sum(w[:STEM] in stems for w in long)
    mine = [row("p " + w) for w in ours]
    its = [row("s " + w) for w in theirs] + [row("s " + a + " " + b) for a, b in zip(theirs, theirs[1:])]
    return mine, its, [shared / max(len(long), 1), min(shared, 4) / 4]


class Screen(nn.Module):
    def __init__(self):
        super().__init__()
        self.table = nn.EmbeddingBag(ROWS, WIDTH, mode="mean")
        nn.init.normal_(self.table.weight, std=0.3)
        self.hidden = nn.Linear(3 * WIDTH + 2, HIDDEN)
        self.out = nn.Linear(HIDDEN, 1)

    def forward(self, mine, mine_at, its, its_at, shared):
        p, s = self.table(mine, mine_at), self.table(its, its_at)
        return self.out(torch.relu(self.hidden(torch.cat([p, s, p * s, shared], -1))))[:, 0]


def batch(pairs):
    mine = [r for p in pairs for r in p[0]]
    its = [r for p in pairs for r in p[1]]
    at = np.cumsum([0] + [len(p[0]) for p in pairs[:-1]])
    also = np.cumsum([0] + [len(p[1]) for p in pairs[:-1]])
    return torch.tensor(mine), torch.tensor(at), torch.tensor(its), torch.tensor(also), torch.tensor([p[2] for p in pairs])


def read(path):
    """Pairs with the probability that the sentence bears on the promise, by the reader."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        promise, sentence, *scores = line.split("\t")
        values = [float(s) for s in scores]
        found.append((parts(promise, sentence), max(values[1] + values[2], *values[3:])))
    return found


def scores(screen, pairs):
    screen.eval()
    with torch.no_grad():
        return np.concatenate([torch.sigmoid(screen(*batch([p[0] for p in pairs[at:at + 4096]]))).numpy() for at in range(0, len(pairs), 4096)])


def tell(name, given, pairs, least):
    gold = np.array([p[1] for p in pairs]) >= least
    order = np.sort(given[gold])
    for kept in (0.99, 0.97, 0.95, 0.9, 0.8):
        threshold = order[int((1 - kept) * len(order))]
        print(f"  {name}: {gold.mean():.3f} of {len(pairs)} bear; to keep {kept:.2f} of them the network reads {(given >= threshold).mean():.3f} (threshold {threshold:.4f})")
    for threshold in (0.01, 0.02, 0.04, 0.08, 0.16, 0.3):
        print(f"  {name}: at {threshold} {(given[gold] >= threshold).mean():.3f} of what bears is kept, the network reads {(given >= threshold).mean():.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scored", required=True, type=Path, nargs="+")
    parser.add_argument("--check", type=Path)
    parser.add_argument("--out", type=Path, help="model folder; without it nothing is written")
    parser.add_argument("--least", type=float, default=0.4, help="the probability from which the reader is believed")
    parser.add_argument("--keep", type=float, default=0.97, help="the share of pairs that bear which the screen is to let through, on a tenth kept for it")
    parser.add_argument("--epochs", type=int, default=6)
    a = parser.parse_args()
    torch.manual_seed(7)
    torch.set_num_threads(1)
    random = np.random.default_rng(7)
    pairs = [p for path in a.scored for p in read(path)]
    order = random.permutation(len(pairs))
    dev, train = [pairs[i] for i in order[::10]], [pairs[i] for k, i in enumerate(order) if k % 10]
    check = read(a.check) if a.check else []
    screen = Screen()
    optimizer = torch.optim.AdamW(screen.parameters(), lr=4e-3, weight_decay=0.02)
    started, steps, total = time.time(), 0, a.epochs * (len(train) // 64 + 1)
    for _ in range(a.epochs):
        screen.train()
        order = random.permutation(len(train))
        for at in range(0, len(order), 64):
            some = [train[i] for i in order[at:at + 64]]
            for group in optimizer.param_groups:
                group["lr"] = 4e-3 * (1 - steps / total)
            optimizer.zero_grad()
            gold = torch.tensor([min(1.0, p[1] / a.least) ** 2 for p in some])
            loss = F.binary_cross_entropy_with_logits(screen(*batch([p[0] for p in some])), gold)
            loss.backward()
            optimizer.step()
            steps += 1
    print(f"{len(train)} pairs, {time.time() - started:.0f} s")
    given = scores(screen, dev)
    tell("development", given, dev, a.least)
    if check:
        tell("check", scores(screen, check), check, a.least)
    bearing = np.sort(given[np.array([p[1] for p in dev]) >= a.least])
    threshold = float(bearing[int((1 - a.keep) * len(bearing))])
    if a.out:
        table = screen.table.weight.detach().numpy()
        scale = np.abs(table).max() / 127
        write_sections(a.out / "screen.bin", {
            "table": np.rint(table / scale).astype(np.int8),
            "scale": np.array([scale], np.float32),
            "hidden": screen.hidden.weight.detach().numpy().astype(np.float32),
            "hidden.bias": screen.hidden.bias.detach().numpy().astype(np.float32),
            "out": screen.out.weight.detach().numpy().astype(np.float32)[0],
            "out.bias": screen.out.bias.detach().numpy().astype(np.float32),
            "threshold": np.array([np.log(threshold / (1 - threshold))], np.float32),
        })
        write_manifest(a.out, "en-testimony", __import__("json").loads((a.out / "manifest.json").read_text())["version"])


if __name__ == "__main__":
    main()
