"""Learns the weights by which the stage of positions weighs sides and stances.

    Parley.PositionRows [--fast] marked.jsonl … > rows.tsv      (dotnet run --project tools/Parley.PositionRows -c Release -- …)
    compose_positions.py rows.tsv learned.tsv           measures them in five parts by article, writes nothing
    compose_positions.py rows.tsv learned.tsv TABLE     writes rules/positions/accurate.tsv or fast.tsv

Needs numpy. rows.tsv is of marked sentences that the heads have not learned from (README.md names them), learned.tsv of such as they have: there they are surer
than they will be, so what they say there has weights of its own, which are thrown away; all other features share theirs.
Features are those that the program itself computes; a logistic regression with an L2 penalty weighs them. Of a side the likeliest stance in a clause counts.
"""
import collections
import pathlib
import random
import sys

from compose_events import fit, probability

SOURCE = "Source: learned by tools/train/compose_positions.py from marked sentences and articles (own marks; texts own and Voice of America). Licence: MIT."
PENALTY, LEAST = 6.0, 4
HEADS = ("mention>", "stance>", "second>", "party>", "stance-of-neither", "stance=")
PARTS = 5


class Rows:
    def __init__(self, path):
        self.cases, self.lost = collections.defaultdict(list), collections.Counter()
        for line in open(path, encoding="utf-8"):
            kind, article, *cells = line.rstrip("\n").split("\t")
            if kind == "lost":
                self.lost[article] += 1
            else:
                word, start, end, side, stance, marks, features = cells
                clause = range(int(start), int(end))
                self.cases[article].append((int(word), clause, side, stance, marks.split(), features.split("|")))
        self.articles = sorted({*self.cases, *self.lost})

    def samples(self, articles):
        return [(article, bool(marks), features) for article in articles for *_, marks, features in self.cases[article]]

    def found(self, article, weights):
        """What is told of an article: the likeliest stance of each side of each clause, as its probability and the marks that it meets."""
        ranked = sorted(((probability(weights, features), word, clause, side, marks) for word, clause, side, _, marks, features in self.cases[article]),
                        key=lambda one: -one[0])
        told = []
        for likely, word, clause, side, marks in ranked:
            if not any(other[3] == side and (word in other[2] or other[1] in clause) for other in told):
                told.append((likely, word, clause, side, marks))
        return [(likely, {(article, mark) for mark in marks}) for likely, *_, marks in told]

    def wanted(self, article):
        return self.lost[article] + len({mark for *_, marks, _ in self.cases[article] for mark in marks})


def right(found, least):
    """Of what is at least so likely: which is right, each mark met once."""
    met, told = set(), []
    for likely, marks in sorted(found, key=lambda one: -one[0]):
        if likely >= least:
            told.append(bool(marks - met))
            met |= marks
    return told


def learn(rows, articles, learned):
    """Weights learned on some articles and on all that the heads have learned from."""
    samples = rows.samples(articles)
    for article, label, features in learned.samples(learned.articles):
        samples.append(("learned " + article, label, [f"learned {f}" if f.startswith(HEADS) else f for f in features] + ["learned"]))
    weights = fit([f for *_, f in samples], [label for _, label, _ in samples], [article for article, *_ in samples], PENALTY, LEAST)
    return {name: weight for name, weight in weights.items() if not name.startswith("learned")}


def measure(rows, learned):
    articles = list(rows.articles)
    random.Random(1).shuffle(articles)
    found = []
    for part in range(PARTS):
        held = set(articles[part::PARTS])
        weights = learn(rows, [a for a in articles if a not in held], learned)
        for article in held:
            found += rows.found(article, weights)
    wanted = sum(map(rows.wanted, articles))
    print(f"{wanted} marked, {sum(rows.lost.values())} of them lost before")
    for least in (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6):
        told = right(found, least)
        print(f"from {least:.2f} on: F1 {2 * sum(told) / (len(told) + wanted):.3f}  precision {sum(told) / max(1, len(told)):.3f} recall {sum(told) / wanted:.3f}")
    for low in range(10):
        told = [(likely, bool(marks)) for likely, marks in found if low / 10 <= likely < low / 10 + 0.1]
        if told:
            print(f"held likely {sum(p for p, _ in told) / len(told):.2f}, right {sum(r for _, r in told) / len(told):.2f} of {len(told)}")


def main():
    rows, learned = map(Rows, sys.argv[1:3])
    if len(sys.argv) < 4:
        return measure(rows, learned)
    weights = learn(rows, rows.articles, learned)
    lines = [f"# What speaks for and against a side taking a stance on a topic. {SOURCE}", "feature\tweight",
             *(f"{name}\t{w:g}" for name, w in sorted(weights.items()))]
    pathlib.Path(sys.argv[3]).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
