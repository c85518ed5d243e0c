"""Goes on training the accurate model: semantic heads together with trees, tags and names. One process. See README.md.

    python3 train_semantics.py --data FOLDER --start FLOAT.pt --marked marked --out RUN
"""
import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch

import corpora
import half
import labels as classes
import semantics
from chunks import Chunker, Countries, Loaded, Stream, batch
from labels import Labels
from network import Network
from further import Mean, evaluate, teach
from score import score
from train import loss as syntax_loss
from wordpieces import WordPieces

EVERY = 8      # the mean of the weights is taken every so many steps


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--start", required=True, type=Path, help="state of a float network: with or without semantic heads")
    parser.add_argument("--labels", type=Path, help="labels.json of the run that it comes from; collected anew where not given")
    parser.add_argument("--marked", required=True, type=Path, help="folder of the project's own marked sentences")
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--pieces", type=int, default=2_000_000)
    parser.add_argument("--batch", type=int, default=600)
    parser.add_argument("--checks", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1.0)
    parser.add_argument("--trees", type=float, default=0.5, help="weight of trees, tags and names on marked sentences")
    parser.add_argument("--gold", type=float, default=0.24, help="share of treebanks; marked sentences are what is left")
    parser.add_argument("--names", type=float, default=0.12, help="share of sentences with names alone")
    parser.add_argument("--dropout", type=float, default=0.25, help="of the word vectors before the heads")
    parser.add_argument("--seed", type=int, default=7)
    a = parser.parse_args()
    torch.set_num_threads(1)
    torch.backends.mkldnn.set_flags(False)
    torch.set_flush_denormal(True)
    half.use()
    torch.manual_seed(a.seed)
    np.random.seed(a.seed)
    a.out.mkdir(parents=True, exist_ok=True)

    gold, names, silver = corpora.read_training(a.data)
    dev = corpora.read_dev(a.data)
    labels = Labels.load(a.labels) if a.labels else classes.collect(gold)
    labels.save(a.out / "labels.json")
    network = Network(json.loads((a.data / "encoder/config.json").read_text()), labels.sizes, head_dropout=a.dropout)
    stored = torch.load(a.start)
    missing, _ = network.load_state_dict(stored.get("state", stored), strict=False)
    assert all(name.startswith("semantics.") for name in missing), missing
    wordpieces = WordPieces(a.data / "encoder/vocab.txt")
    chunker = Chunker(labels, wordpieces, a.seed,
                      (Countries(Path(__file__).parents[2] / "lexicons/countries.tsv"), Loaded(Path(__file__).parent / "loaded.tsv")))
    records = semantics.read_lines(a.data / "semantics/marked-train.jsonl.gz") + semantics.own_marked(a.marked)
    marked = semantics.read_marked(records, silver, corpora.Sentence)
    dev_records = semantics.read_lines(a.data / "semantics/marked-dev.jsonl.gz")
    marked_dev = semantics.read_marked(dev_records, silver, corpora.Sentence)
    teach(network, labels, chunker, marked)
    pools = {"gold": gold, "names": names, "articles": [s for s in marked if s.place[0] != "marked"],
             "marked": [s for s in marked if s.place[0] == "marked"]}
    words = {name: sum(len(s.forms) for s in pool) for name, pool in pools.items()}
    both = words["articles"] + words["marked"]
    share = 1 - a.gold - a.names
    shares = {"gold": a.gold, "names": a.names, "articles": share * words["articles"] / both, "marked": share * words["marked"] / both}
    print({n: len(p) for n, p in pools.items()}, words, flush=True)
    groups = {}
    for name, value in network.named_parameters():
        if name != "encoder.words.weight":
            part = 1.8e-4 if name.startswith("encoder.") else 1.5e-3 if name.startswith("semantics.") else 3e-4
            groups.setdefault((part * a.rate, 0.01 if value.ndim > 1 else 0.0), []).append(value)
    optimizers = [torch.optim.AdamW([{"params": v, "lr": r, "weight_decay": d} for (r, d), v in groups.items()], betas=(0.9, 0.98)),
                  torch.optim.SparseAdam([network.encoder.words.weight], lr=1.8e-4 * a.rate)]
    rates = [[g["lr"] for g in o.param_groups] for o in optimizers]
    stream, mean = Stream(pools, chunker, a.batch, a.seed), Mean(network)
    done, steps, average, checks, started = 0, 0, 0.0, 1, time.time()
    while done < a.pieces:
        for group in stream.batches(shares):
            progress = done / a.pieces
            rate = max(1e-3, min(progress / 0.06 + 0.01, (1 - progress) / 0.94))
            network.train()
            inputs, targets = batch(group)
            count = float((inputs[3] > 0).sum())
            out = network(*inputs)
            isMarked = bool((targets["type"] != classes.IGNORED).any())
            value = syntax_loss(network, inputs, targets, out) * (a.trees if isMarked else 1.0)
            value = value + semantics.loss(network.semantics, out, group, targets) / count
            for optimizer, full in zip(optimizers, rates):
                optimizer.zero_grad(set_to_none=True)
                for part, most in zip(optimizer.param_groups, full):
                    part["lr"] = most * rate
            value.backward()
            network.encoder.words.weight.grad = network.encoder.words.weight.grad.coalesce()
            torch.nn.utils.clip_grad_norm_([p for p in network.parameters() if p is not network.encoder.words.weight], 5.0)
            for optimizer in optimizers:
                optimizer.step()
            done += sum(c.length for c in group)
            steps += 1
            if steps % EVERY == 0:
                mean.take()
            average = value.item() if steps == 1 else 0.98 * average + 0.02 * value.item()
            if steps % 100 == 0:
                print(f"{done:>9} pieces, loss {average:.3f}, {done / (time.time() - started):.0f} pieces/s, {100 * done / a.pieces:.1f} %", flush=True)
        if done >= a.pieces * checks / a.checks:
            checks += 1
            torch.save({"state": mean.kept.state_dict(), "sizes": labels.sizes}, a.out / "best.pt")
            print(f"  marked dev at {100 * done / a.pieces:.0f} %: {evaluate(mean.kept, chunker, marked_dev, dev_records)}", flush=True)
            for name, sentences in dev.items():
                print(f"  {name}: {score(mean.kept, labels, chunker, sentences)}", flush=True)


if __name__ == "__main__":
    main()
