"""Learns the weights by which the event stage composes happenings from mentions.

    Parley.EventRows document.jsonl > rows.tsv        (dotnet run --project tools/Parley.EventRows -c Release -- document.jsonl)
    Parley.EventRows document.jsonl marked-train.jsonl marked-dev.jsonl > marked.tsv
    compose_events.py document.jsonl rows.tsv marked.tsv RULES   writes joining.tsv, keeping.tsv, filling.tsv into RULES
    compose_events.py document.jsonl rows.tsv marked.tsv         measures them in four parts by document, writes nothing

Needs numpy. Features are those that the program itself computes; a logistic regression with an L2 penalty weighs them.
A mention is worth keeping where the marked article has it in a happening; a pair belongs together where both are of one happening; a side
fills an open role where the marked article has it there. Keeping is learned from what the heads read; joining and filling also from the marks themselves.
"""
import collections
import json
import pathlib
import random
import sys

import numpy as np

PENALTY, LEAST_DOCUMENTS, STEPS, RATE = 2.0, 8, 400, 0.08
SOURCE = "Source: learned by tools/train/compose_events.py from marked articles (own marks; texts Voice of America, OGL, CC BY, CC BY-SA). Licence: MIT."


def fit(rows, labels, documents):
    """Weights by feature, "bias" among them; by Adam on all rows at once. Features of fewer than eight articles are left out."""
    seen = collections.defaultdict(set)
    for row, document in zip(rows, documents):
        for feature in row:
            seen[feature].add(document)
    names = ["bias", *sorted(f for f, among in seen.items() if len(among) >= LEAST_DOCUMENTS)]
    number = {name: i for i, name in enumerate(names)}
    index, starts = [], []
    for row in rows:
        starts.append(len(index))
        index += [0, *sorted({number[f] for f in row if f in number})]
    index, starts, wanted = np.array(index), np.array(starts), np.array(labels, float)
    lengths = np.diff(np.append(starts, len(index)))
    penalty = np.full(len(names), PENALTY)
    penalty[0] = 0
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, STEPS + 1):
        likely = 1 / (1 + np.exp(-np.clip(np.add.reduceat(weights[index], starts), -30, 30)))
        slope = np.bincount(index, np.repeat(likely - wanted, lengths), minlength=len(names)) + penalty * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        rate = RATE * (1 - step / (STEPS + 1))
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(w), 2) for name, w in zip(names, weights) if name == "bias" or abs(w) >= 0.05}


def probability(weights, features):
    return 1 / (1 + np.exp(-(weights["bias"] + sum(weights.get(f, 0) for f in set(features)))))


def side_of(code):
    """Rebels are a side of their own, all else is its country's; bodies and groups are named by their first two parts."""
    parts = code.split(".")
    return code if parts[1:2] == ["REB"] else ".".join(parts[:2]) if parts[0] in ("IGO", "IMG") else parts[0]


def both(one, other):
    """The rows of two readings of the same articles."""
    return tuple(a + b for a, b in zip(one, other))


class Articles:
    """The rows of the program beside the marks."""

    def __init__(self, marked, rows):
        self.rows = collections.defaultdict(lambda: collections.defaultdict(list))
        for line in open(rows, encoding="utf-8"):
            kind, document, *cells = line.rstrip("\n").split("\t")
            self.rows[document][kind].append(cells)
        self.happenings, self.of = {}, {}
        for document in map(json.loads, open(marked, encoding="utf-8")):
            name = document["document"]
            self.happenings[name] = document["happenings"]
            self.of[name] = {f"{s}:{w}": i for i, one in enumerate(document["happenings"]) for s, w in one["mentions"]}

    def keeping(self, documents):
        cells = [(d, k, f) for d in documents for k, _, f in self.rows[d]["keep"]]
        return [f.split("|") for *_, f in cells], [k in self.of[d] for d, k, _ in cells], [d for d, *_ in cells]

    def joining(self, documents):
        cells = [(d, e, l, f) for d in documents for e, l, f in self.rows[d]["pair"] if e in self.of[d] and l in self.of[d]]
        return [f.split("|") for *_, f in cells], [self.of[d][e] == self.of[d][l] for d, e, l, _ in cells], [d for d, *_ in cells]

    def filling(self, documents):
        cells = [(d, role, side, told, f, self.happenings[d][self.of[d][m]])
                 for d in documents for m, role, side, told, f in self.rows[d]["fill"] if m in self.of[d]]
        right = [side_of(side) in {side_of(code) for code in gold["targets" if role == "Target" else "sources"]} and side not in told.split()
                 for _, role, side, told, _, gold in cells]
        return [f.split("|") for *_, f, _ in cells], right, [d for d, *_ in cells]

    def compose(self, document, keeping, joining, alone, least, same):
        """Happenings as lists of mentions, as the program joins them."""
        rows, known, of = self.rows[document], [], {}
        before = collections.defaultdict(list)
        for earlier, later, features in rows["pair"]:
            before[later].append((earlier, features.split("|")))
        for mention, _, features in rows["keep"]:
            keep = probability(keeping, features.split("|"))
            if keep < least:
                continue
            likely, best = max(((probability(joining, f), of[e]) for e, f in before[mention] if e in of), default=(0, None))
            if likely >= same:
                of[mention] = best
                known[best].append(mention)
            elif keep >= alone:
                of[mention] = len(known)
                known.append([mention])
        return known

    def score(self, document, known):
        """Happenings found, with type, with type and status; given; wanted. Pairs share a mention, the better first."""
        wanted = collections.defaultdict(set)
        for mention, i in self.of[document].items():
            wanted[i].add(mention)
        told = {m: (t.upper(), s.lower()) for m, t, s, *_ in self.rows[document]["telling"]}
        gold = self.happenings[document]
        ranked = sorted(
            ((len(set(k) & w) + (told[k[0]][0] == gold[i]["type"]), a, i) for a, k in enumerate(known) for i, w in wanted.items() if set(k) & w),
            reverse=True,
        )
        used, taken, counts = set(), set(), np.zeros(5)
        for _, a, i in ranked:
            if a not in used and i not in taken:
                used.add(a), taken.add(i)
                kind = told[known[a][0]][0] == gold[i]["type"]
                counts[:3] += 1, kind, kind and told[known[a][0]][1] == gold[i]["status"]
        counts[3:] = len(known), len(wanted)
        return counts


def measure(read, marked):
    names = sorted(read.of)
    random.Random(1).shuffle(names)
    totals, fills = collections.defaultdict(lambda: np.zeros(5)), collections.defaultdict(lambda: np.zeros(2))
    for part in range(4):
        held = set(names[part::4])
        keeping, joining, filling = learn(read, marked, [n for n in names if n not in held])
        for name in held:
            totals["every likely mention alone"] += read.score(name, [[m] for m, p, _ in read.rows[name]["keep"] if float(p) >= 0.5])
            for alone in (0.4, 0.5, 0.6):
                for same in (0.35, 0.4, 0.5):
                    totals[f"alone {alone} same {same}"] += read.score(name, read.compose(name, keeping, joining, alone, 0.25, same))
        for kind, articles in (("read", read), ("marked", marked)):
            best = {}
            for name in held:
                rows, right, _ = articles.filling([name])
                keys = [(name, m, role) for m, role, *_ in articles.rows[name]["fill"] if m in articles.of[name]]
                for key, row, holds in zip(keys, rows, right):
                    best[key] = max(best.get(key, (0, False)), (probability(filling, row), holds))
            for (_, _, role), (likely, holds) in best.items():
                for least in (0.4, 0.5, 0.6):
                    if likely >= least:
                        fills[f"{kind} {role} from {least}"] += 1, holds
    for name, (found, kind, status, given, wanted) in totals.items():
        print(f"{name:40} F1 found {2 * found / (given + wanted):.3f} type {2 * kind / (given + wanted):.3f} status {2 * status / (given + wanted):.3f}"
              f"  P {found / given:.3f} R {found / wanted:.3f}")
    for name, (filled, right) in sorted(fills.items()):
        print(f"{name:40} filled {int(filled)}, right {right / filled:.2f}")


def learn(read, marked, documents):
    return (
        fit(*read.keeping(documents)),
        fit(*both(read.joining(documents), marked.joining(documents))),
        fit(*both(read.filling(documents), marked.filling(documents))),
    )


def write(path, title, weights):
    lines = [f"# {title} {SOURCE}", "feature\tweight", *(f"{name}\t{w:g}" for name, w in sorted(weights.items()))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    read, marked = Articles(*sys.argv[1:3]), Articles(sys.argv[1], sys.argv[3])
    if len(sys.argv) < 5:
        return measure(read, marked)
    folder = pathlib.Path(sys.argv[4])
    keeping, joining, filling = learn(read, marked, sorted(read.of))
    write(folder / "keeping.tsv", "What speaks for and against a mention being worth a record.", keeping)
    write(folder / "joining.tsv", "What speaks for and against two mentions being of one happening.", joining)
    write(folder / "filling.tsv", "What speaks for and against a side of the article being the untold doer, target or partner of a happening.", filling)


if __name__ == "__main__":
    main()
