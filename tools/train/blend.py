"""Writes the weighed mean of the networks of several runs that follow from each other: better on rare classes than the last one alone.

    python3 blend.py --runs RUN5 RUN6 --shares 0.35 0.65 --out RUN7
"""
import argparse
import shutil
from pathlib import Path

import torch


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", required=True, type=Path, nargs="+")
    parser.add_argument("--shares", required=True, type=float, nargs="+", help="one for each run; their sum is 1")
    parser.add_argument("--out", required=True, type=Path)
    a = parser.parse_args()
    if len(a.runs) != len(a.shares) or abs(sum(a.shares) - 1) > 1e-6:
        parser.error("as many shares as runs, and together 1")
    stored = [torch.load(run / "best.pt") for run in a.runs]
    mean = {name: sum(share * one["state"][name] for share, one in zip(a.shares, stored)) for name in stored[-1]["state"]}
    a.out.mkdir(parents=True, exist_ok=True)
    torch.save(stored[-1] | {"state": mean}, a.out / "best.pt")
    if (a.runs[-1] / "labels.json").exists():
        shutil.copy(a.runs[-1] / "labels.json", a.out / "labels.json")


if __name__ == "__main__":
    main()
