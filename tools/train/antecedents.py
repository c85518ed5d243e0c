"""Learns what makes an earlier mention the one that a pronoun means: the weights of rules/antecedents.tsv.

    Parley.PronounRows gum-train.open.jsonl.gz > rows.tsv     (dotnet run --project tools/Parley.PronounRows -c Release -- FILE)
    antecedents.py GOLD rows.tsv [GOLD rows.tsv ...]           measures on four parts by document, writes nothing
    antecedents.py GOLD rows.tsv [...] --write RULES           writes RULES/antecedents.tsv, learned from all

GOLD is the file that the rows were made of. Needs numpy. A pronoun chooses among all candidates and nothing; each candidate's weight
is a sum of traits, choices are by softmax, and what is learned is that the choice falls on any mention of the same entity, or on nothing where
none of the candidates is one. A penalty holds the weights small. With new traits make the rows twice: earlier choices shape later ones.
"""
import collections
import gzip
import json
import pathlib
import random
import sys

import numpy as np

PENALTY, STEPS, RATE = 1.0, 600, 0.1
COLUMNS = {"he": ("He", "She"), "they": ("They",), "it": ("It",)}
KEPT = "he"
HEAD = """# What makes something mentioned before the one that a pronoun means: weight of each trait of the earlier mention, of a thing that is no actor, and of nothing at all, for he and she, for they, for it. The traits are told in src/Parley/Actors/Trait.cs.
# Source: learned by tools/train/antecedents.py from the open part of GUM's training documents (CC BY, CC BY-SA); he and she from the same documents, "introduced" and "none" of them guessed. Licence: MIT."""


class Gold:
    """Which entity a span of a document mentions."""

    def __init__(self, path):
        opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
        self.documents = {}
        for line in opened:
            document = json.loads(line)
            at = [i for i, letter in enumerate(document["text"]) for _ in range(2 if ord(letter) > 0xFFFF else 1)] + [len(document["text"])]
            self.documents[document["id"]] = at, document["mentions"], {(m["start"], m["end"]): m for m in document["mentions"]}
        self.known = {}

    def pronoun(self, document, span):
        at, _, by_span = self.documents[document]
        start, end = (at[int(i)] for i in span.split("-"))
        mention = by_span.get((start, end))
        return mention and mention["entity"]

    def entity(self, document, span):
        """The entity of the mention that is most like the span and has its head word."""
        if (document, span) not in self.known:
            at, mentions, _ = self.documents[document]
            start, end, head = (at[int(i)] for i in span.split("-"))
            alike = lambda m: (min(end, m["end"]) - max(start, m["start"])) / (max(end, m["end"]) - min(start, m["start"]))
            here = [m for m in mentions if m["start"] <= head < m["end"] and min(end, m["end"]) > max(start, m["start"])]
            self.known[document, span] = max(here, key=alike)["entity"] if here else None
        return self.known[document, span]


def read(gold, path):
    """By sort: a list of (document, is actor, traits, is right), one a pronoun."""
    gold, found, names = Gold(gold), collections.defaultdict(list), None
    groups = collections.OrderedDict()
    with open(path, encoding="utf-8") as rows:
        names = next(rows).rstrip("\n").split("\t")[5:]
        for row in rows:
            document, pronoun, sort, candidate, actor, *traits = row.rstrip("\n").split("\t")
            groups.setdefault((document, pronoun, sort), []).append((candidate, actor == "1", [float(t) for t in traits]))
    for (document, pronoun, sort), candidates in groups.items():
        entity = gold.pronoun(document, pronoun)
        right = np.array([entity is not None and c != "-" and gold.entity(document, c) == entity for c, *_ in candidates])
        if not right.any():
            right = np.array([c == "-" for c, *_ in candidates])
        found[sort].append((document, np.array([a for _, a, _ in candidates]), np.array([t for *_, t in candidates]), right, entity))
    return found, names


def fit(pronouns, size):
    traits = np.concatenate([p[2] for p in pronouns])
    right = np.concatenate([p[3] for p in pronouns])
    starts = np.cumsum([0] + [len(p[3]) for p in pronouns[:-1]])
    lengths = [len(p[3]) for p in pronouns]
    scale = np.maximum(np.abs(traits).max(0), 1e-9)
    scaled = traits / scale

    weights, mean, square = (np.zeros(size) for _ in range(3))
    for step in range(1, STEPS + 1):
        scores = scaled @ weights
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), lengths))
        all_of, right_of = np.add.reduceat(raised, starts), np.maximum(np.add.reduceat(raised * right, starts), 1e-300)
        slope = scaled.T @ (raised / np.repeat(all_of, lengths) - raised * right / np.repeat(right_of, lengths)) + PENALTY * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights -= RATE * (1 - step / (STEPS + 1)) * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights / scale


def judge(pronouns, weights, margin):
    """How many are given an actor, how many of these rightly, how many could be, and how many there are."""
    counts = np.zeros(4, int)
    for _, actor, traits, right, entity in pronouns:
        scores = traits @ weights
        best = np.where(actor, scores, -np.inf).argmax()
        given = actor[best] and scores[best] >= np.where(actor, -np.inf, scores).max() + margin
        counts += given, given and right[best], (actor & right).any(), 1
    return counts


def kept(path, names):
    """The weights of the column that is not learned anew."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    column = rows[0].index(KEPT)
    by_name = {row[0]: float(row[column]) for row in rows[1:] if len(row) > column and row[column]}
    return np.array([by_name.get(name, 0) for name in names])


def main():
    arguments = sys.argv[1:]
    rules = pathlib.Path(arguments[arguments.index("--write") + 1]) if "--write" in arguments else None
    files = arguments[: arguments.index("--write")] if rules else arguments
    found, names = collections.defaultdict(list), None
    for gold, rows in zip(files[::2], files[1::2]):
        part, names = read(gold, rows)
        for sort, pronouns in part.items():
            found[sort] += pronouns
    columns = {column: [p for sort in sorts for p in found[sort]] for column, sorts in COLUMNS.items()}
    if rules is None:
        for column, pronouns in columns.items():
            documents = sorted({p[0] for p in pronouns})
            random.Random(1).shuffle(documents)
            for margin in (-4, -3, -2, -1, 0, 0.25, 0.5, 1):
                counts = np.zeros(4, int)
                for part in range(4):
                    held = set(documents[part::4])
                    weights = fit([p for p in pronouns if p[0] not in held], len(names))
                    counts += judge([p for p in pronouns if p[0] in held], weights, margin)
                given, right, could, count = counts
                print(f"{column:5} margin {margin:5}: given {given}, right {right}, P {right / given:.3f}, R {right / could:.3f}, of {count}")
        return
    weights = {column: fit(pronouns, len(names)) for column, pronouns in columns.items() if column != KEPT}
    weights[KEPT] = kept(rules / "antecedents.tsv", names)
    lines = [HEAD, "\t".join(["trait", *COLUMNS])]
    for i, name in enumerate(names):
        cells = [f"{weights[column][i]:.3f}" if abs(weights[column][i]) >= 0.0005 else "" for column in COLUMNS]
        lines.append("\t".join([name, *cells]))
    (rules / "antecedents.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
