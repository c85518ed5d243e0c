"""Learns the weights by which the event stage composes happenings from mentions.

    Parley.EventRows document.jsonl > rows.tsv        (dotnet run --project tools/Parley.EventRows -c Release -- document.jsonl)
    Parley.EventRows document.jsonl marked-train.jsonl marked-dev.jsonl > marked.tsv
    compose_events.py document.jsonl rows.tsv marked.tsv RULES   writes joining.tsv, keeping.tsv, parties.tsv into RULES (rules/events/accurate)
    For the fast model: Parley.EventRows --fast document.jsonl > rows.tsv, RULES rules/events/fast; marked.tsv is the same.
    compose_events.py document.jsonl rows.tsv marked.tsv         measures them in four parts by document, writes nothing

Needs numpy. Features are those that the program itself computes; a logistic regression with an L2 penalty weighs them.
A mention is worth keeping where the marked article has it in a happening; a pair belongs together where both are of one happening; a side
has a role where the marked article has it there, targets once the program has settled the doers: with new features of parties make the rows twice. All is learned from what the heads read; joining also from the marks themselves.
"""
import collections
import json
import pathlib
import random
import sys

import numpy as np

PENALTY, LEAST_DOCUMENTS, STEPS, RATE = 2.0, 8, 400, 0.08
TOLD, UNTOLD, OPEN_TARGET, NEVER = 0.15, 0.7, 0.45, 2.0
SOURCE = "Source: learned by tools/train/compose_events.py from marked articles (own marks; texts Voice of America, OGL, CC BY, CC BY-SA). Licence: MIT."


def fit(rows, labels, documents, penalty_of=PENALTY, least=LEAST_DOCUMENTS):
    """Weights by feature, "bias" among them; by Adam on all rows at once. Features of fewer articles than the least are left out."""
    seen = collections.defaultdict(set)
    for row, document in zip(rows, documents):
        for feature in row:
            seen[feature].add(document)
    names = ["bias", *sorted(f for f, among in seen.items() if len(among) >= least)]
    number = {name: i for i, name in enumerate(names)}
    index, starts = [], []
    for row in rows:
        starts.append(len(index))
        index += [0, *sorted({number[f] for f in row if f in number})]
    index, starts, wanted = np.array(index), np.array(starts), np.array(labels, float)
    lengths = np.diff(np.append(starts, len(index)))
    penalty = np.full(len(names), penalty_of)
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
    """Rebels are a side of their own, all else is its country's; bodies are named by two parts, groups at home in no country are one side."""
    parts = code.split(".")
    return code if parts[1:2] == ["REB"] else ".".join([parts[0], *(part[:2] for part in parts[1:2])]) if parts[0] == "IGO" else parts[0]


def settled(sides, alone, kind, unnamed, force):
    """The sides of one role, and whether a word tells them, as the program settles them (PartyJudge, UnnamedDoer)."""
    if not sides:
        return []
    names, is_force = sides[0][2], kind in ("ASSAULT", "COERCE", "MOBILIZE")
    is_open, is_target = not any(names & {"told", "untold"} for *_, names in sides), alone is not None
    if not is_target:
        alone = NEVER if "noun" not in names else unnamed if not is_force else force if {"some-word", "beside=0"} <= names else NEVER
    beside = max(UNTOLD, alone) if is_open else NEVER if is_force and not is_target else UNTOLD
    got = [(s, "told" in names) for p, s, names in sides if p >= (TOLD if "told" in names else beside)]
    likely = [(p, s, "told" in names) for p, s, names in sides if p >= (OPEN_TARGET if is_target else 0.5) and ("told" in names or p >= alone)]
    return got or [max(likely)[1:]] if likely else got


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

    def parties(self, documents):
        cells = [(d, role, side, f, self.happenings[d][self.of[d][m]])
                 for d in documents for m, role, side, _, f in self.rows[d]["party"] if m in self.of[d]]
        right = [side_of(side) in map(side_of, gold["targets" if role == "target" else "sources"]) for _, role, side, _, gold in cells]
        return [f.split("|") for *_, f, _ in cells], right, [d for d, *_ in cells]

    def settle(self, document, weights, unnamed, force):
        """For each happening of the right type whether its doers and its targets are right, by country, how many of both are all wrong, and how many
        sides are filled that no word names, and how many of those are right, as sides: doers and targets."""
        told = {m: t.upper() for m, t, *_ in self.rows[document]["telling"]}
        judged = collections.defaultdict(lambda: {"doer": [], "target": []})
        for mention, role, side, _, features in self.rows[document]["party"]:
            i = self.of[document].get(mention)
            if i is not None and self.happenings[document][i]["type"] == told[mention]:
                names = features.split("|")
                judged[mention][role].append((probability(weights, names), side, {part for name in names for part in name.split(",")}))
        counts = np.zeros(9)
        for mention, roles in judged.items():
            gold, right = self.happenings[document][self.of[document][mention]], []
            for role, sides in roles.items():
                wanted = gold["targets" if role == "target" else "sources"]
                got = settled(sides, OPEN_TARGET if role == "target" else None, gold["type"], unnamed, force)
                filled = [side_of(s) for s, known in got if not known]
                counts[5 + 2 * (role == "target"):][:2] += len(filled), sum(s in map(side_of, wanted) for s in filled)
                got, wanted = ({code.split(".")[0] for code in codes} for codes in ((s for s, _ in got), wanted))
                right.append(got == wanted)
                counts[4] += bool(got) and not got & wanted
            counts[:4] += 1, *right, all(right)
        return counts

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
    totals, parties_of = collections.defaultdict(lambda: np.zeros(5)), collections.defaultdict(lambda: np.zeros(9))
    for part in range(4):
        held = set(names[part::4])
        keeping, joining, parties = learn(read, marked, [n for n in names if n not in held])
        for name in held:
            totals["every likely mention alone"] += read.score(name, [[m] for m, p, _ in read.rows[name]["keep"] if float(p) >= 0.5])
            for alone in (0.4, 0.5, 0.6):
                for same in (0.35, 0.4, 0.5):
                    totals[f"alone {alone} same {same}"] += read.score(name, read.compose(name, keeping, joining, alone, 0.25, same))
            for unnamed in (0.5, 0.6, 0.7):
                for force in (0.5, 0.6, 0.7, NEVER):
                    parties_of[f"unnamed {unnamed} unnamed-force {force}"] += read.settle(name, parties, unnamed, force)
    for name, (found, kind, status, given, wanted) in totals.items():
        print(f"{name:40} F1 found {2 * found / (given + wanted):.3f} type {2 * kind / (given + wanted):.3f} status {2 * status / (given + wanted):.3f}"
              f"  P {found / given:.3f} R {found / wanted:.3f}")
    for name, (wanted, doers, targets, both, false, *filled) in sorted(parties_of.items()):
        print(f"{name:40} doers right {doers / wanted:.3f} targets {targets / wanted:.3f} both {both / wanted:.3f}, all wrong {int(false)};"
              f" filled doers right {filled[1]:.0f} of {filled[0]:.0f}, targets {filled[3]:.0f} of {filled[2]:.0f}")


def learn(read, marked, documents):
    return (
        fit(*read.keeping(documents)),
        fit(*both(read.joining(documents), marked.joining(documents))),
        fit(*read.parties(documents)),
    )


def write(path, title, weights):
    lines = [f"# {title} {SOURCE}", "feature\tweight", *(f"{name}\t{w:g}" for name, w in sorted(weights.items()))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    read, marked = Articles(*sys.argv[1:3]), Articles(sys.argv[1], sys.argv[3])
    if len(sys.argv) < 5:
        return measure(read, marked)
    folder = pathlib.Path(sys.argv[4])
    keeping, joining, parties = learn(read, marked, sorted(read.of))
    write(folder / "keeping.tsv", "What speaks for and against a mention being worth a record.", keeping)
    write(folder / "joining.tsv", "What speaks for and against two mentions being of one happening.", joining)
    write(folder / "parties.tsv", "What speaks for and against a side of the article being doer or target of a happening.", parties)


if __name__ == "__main__":
    main()
