"""Writes pairs of a promise and a sentence for the reader of testimony to score, from which its screen is learned (train_screen.py).

    python3 screen_pairs.py --data DATA --marked marked/testimony --out PAIRS.tsv

All own pairs and those of the chains of reports; and each own promise, and each marked sentence that makes one, with silver sentences that share a name, a rare word, or both with it.
"""
import argparse
import collections
import gzip
import json
import re
from pathlib import Path

import numpy as np

import testimony

COMMON = set("the a an of to in on for and or that its his their will would it he they said says with by from at be is are was as after not this has have "
             "had which if who until than no all day days week government president minister official officials country people".split())
STEM, RARE = 6, 8


def read_promises(data, marked):
    own = [line[2:].partition("|")[2].strip() for path in sorted(Path(marked).glob("*.txt"))
           for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("P ")]
    with gzip.open(data / "semantics/marked-train.jsonl.gz", "rt", encoding="utf-8") as lines:
        told = [testimony.join(one["words"]) for one in map(json.loads, lines) if one.get("undertakings")]
    return own, told


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--marked", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    a = parser.parse_args()
    random = np.random.default_rng(3)
    texts, names = testimony.read_silver(a.data)
    by_word, by_name, stems = collections.defaultdict(list), collections.defaultdict(list), []
    for at, (text, named) in enumerate(zip(texts, names)):
        stems.append({w[:STEM] for w in re.findall(r"[a-z]{4,}", text) if w not in COMMON})
        if 6 <= text.count(" ") <= 60:
            for stem in stems[at]:
                by_word[stem].append(at)
            for name in named:
                by_name[name].append(at)

    def draw(pool, count):
        return random.choice(pool, min(count, len(pool)), replace=False).tolist() if pool else []

    own, told = read_promises(a.data, a.marked)
    with open(a.out, "w", encoding="utf-8") as out:
        for promises, some in ((own, 12), (told, 14)):
            for promise in promises:
                shared = sorted({w[:testimony.NAME] for w in re.findall(r"[A-Z]\w+", promise) if w[:testimony.NAME] in by_name}, key=lambda n: len(by_name[n]))[:4]
                rare = sorted({w[:STEM] for w in re.findall(r"[a-z]{4,}", promise) if w not in COMMON and w[:STEM] in by_word}, key=lambda w: len(by_word[w]))[:RARE]
                picked = set()
                for name in shared:
                    picked.update(draw(by_name[name], max(2, some // len(shared))))
                picked.update(draw(sorted({at for name in shared[:3] for at in by_name[name] if not stems[at].isdisjoint(rare)}), some))
                for word in rare[:4]:
                    picked.update(draw(by_word[word], 2))
                for at in sorted(picked):
                    if texts[at] != promise:
                        print(promise, texts[at], sep="\t", file=out)
        chains = testimony.read_chains(Path(__file__).parents[2] / "tests/Chains", random)
        for part in (*testimony.read_own(a.marked), chains):
            for promise, sentence, *_ in part:
                print(promise, sentence, sep="\t", file=out)


if __name__ == "__main__":
    main()
