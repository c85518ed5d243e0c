"""What sentences mean: the marked corpus, its classes, the heads that learn them, their loss and scores.

Word heads give a class to each word: event type, status (at triggers), act (at cues), kind of undertaking, topic and stance of a
position, and whether the word is part of a limit, a gap or a condition. Pair heads say of a governing word (trigger, cue, deed,
topic word) and any word of its sentence whether that word fills a role: doer, target, place, time, number; speaker, content; bound party; party.
"""
import gzip
import json
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

import marking
from labels import IGNORED
from marking import ACTS, KINDS, STANCES, STATUSES, TOPICS, TYPES

CLASSES = {"type": ["none", *TYPES], "status": STATUSES, "act": ["none", *ACTS], "kind": ["none", *KINDS],
           "topic": ["none", *TOPICS], "stance": STANCES, "part": ["none", "limit", "gap", "condition"]}
ROLES = ["doer", "target", "place", "time", "number", "speaker", "content", "by", "party"]
ROLES_OF = {"type": [0, 1, 2, 3, 4], "act": [5, 6], "kind": [7], "topic": [8]}
PAIR_WIDTH, FARTHEST = 64, 32
# Rare classes learn late: more weight makes up for some of it.
WEIGHTS = {"type": 1.0, "status": 1.5, "act": 1.0, "kind": 1.5, "topic": 1.5, "stance": 2.0, "part": 0.8}


@dataclass
class Marks:
    """Classes of the words of a sentence (IGNORED where a head does not learn), and pairs (governor, role, words that fill it)."""
    classes: dict
    pairs: list
    soft: np.ndarray = None     # scores of all classes of all word heads that another network gives each word, to learn from instead of the classes


def marks_of(record):
    """The marks of one line of a marked corpus."""
    count = len(record["words"])
    classes = {head: [IGNORED if head in ("status", "stance") else 0] * count for head in CLASSES}
    pairs = {}

    def fill(governor, role, words):
        pairs.setdefault((governor, role), set()).update(words)

    for e in record["events"]:
        at = e["trigger"]
        if classes["type"][at]:
            continue
        classes["type"][at] = CLASSES["type"].index(e["type"])
        classes["status"][at] = CLASSES["status"].index(e["status"])
        for role, key in enumerate(("doers", "targets", "place", "time", "numbers")):
            fill(at, role, e[key])
    for s in record["statements"]:
        classes["act"][s["cue"]] = CLASSES["act"].index(s["act"])
        fill(s["cue"], 5, s["speaker"])
        fill(s["cue"], 6, [w for first, last in s["content"] for w in range(first, last + 1)])
    for u in record["undertakings"]:
        classes["kind"][u["deed"]] = CLASSES["kind"].index(u["kind"])
        fill(u["deed"], 7, u["by"])
        spread(classes["part"], u["conditions"], 3)
    for p in record["positions"]:
        classes["topic"][p["word"]] = CLASSES["topic"].index(p["topic"])
        classes["stance"][p["word"]] = CLASSES["stance"].index(p["stance"])
        fill(p["word"], 8, p["party"])
    spread(classes["part"], record["limits"], 1)
    spread(classes["part"], record["gaps"], 2)
    return Marks(classes, [(g, r, sorted(w)) for (g, r), w in sorted(pairs.items())])


def spread(classes, ranges, number):
    for first, last in ranges:
        classes[first:last + 1] = [number] * (last + 1 - first)


def read_lines(path):
    with (gzip.open(path, "rt", encoding="utf-8") if str(path).endswith(".gz") else open(path, encoding="utf-8")) as lines:
        return [json.loads(line) for line in lines]


def read_marked(records, silver, sentence):
    """Sentences with marks; those of the silver news keep its tree and names. `sentence` makes one (corpora.Sentence)."""
    found = []
    for i, record in enumerate(records):
        if "silver" in record and silver[record["silver"]].forms == record["words"]:
            made = sentence(**vars(silver[record["silver"]]))
        else:
            made = sentence(forms=record["words"], place=())
        made.place = (record["document"], record["sentence"] // 4) if "document" in record else ("marked", i, 0)
        made.marks = marks_of(record)
        found.append(made)
    return found


def read_taught(path, records, silver, sentence):
    """Sentences that another network has marked: its scores (`answer.py`, NAME.npz) in place of the classes, its arguments as they are."""
    given = np.load(path)
    at = {number: i for i, number in enumerate(given["silver"].tolist())}
    scores, starts = given["scores"], given["starts"]
    found = read_marked(records, silver, sentence)
    for made, record in zip(found, records):
        i = at[record["silver"]]
        made.marks.soft = scores[starts[i]:starts[i] + len(record["words"])]
        made.marks.classes = {head: [IGNORED] * len(record["words"]) for head in CLASSES}
    return found


def own_marked(folder):
    """The project's own marked sentences: `NAME.txt` with `NAME.marks`; whole articles where there is `NAME.docs`."""
    found = []
    for path in sorted(Path(folder).glob("*.marks")):
        records, errors = marking.join(marking.sentences_of(path.with_suffix(".txt")), path.read_text(encoding="utf-8"), path.stem)
        if errors:
            raise SystemExit(f"{path}: {errors[0]}")
        for article in marking.articles(path.with_suffix(".docs")) if path.with_suffix(".docs").exists() else ():
            for n in range(article["first"], article["last"] + 1):
                records[n - 1] |= {"document": article["document"], "sentence": n}
        found += records
    return found


def moved(marks, back, count, into):
    """Adds the marks of a sentence to a chunk whose words `back` numbers (old -> new)."""
    for head in CLASSES:
        values = marks.classes[head] if marks else None
        into.marks[head] += [values[old] if marks else IGNORED for old in back]
    if marks and marks.soft is not None:
        into.soft.append((min(back.values()), marks.soft[list(back)]))
    for governor, role, words in marks.pairs if marks else ():
        if governor in back:
            into.pairs.append((back[governor], role, [back[w] for w in words if w in back], min(back.values()), max(back.values()) + 1))


class SemanticHeads(nn.Module):
    """All semantic heads over word vectors of one width; `dense` makes a layer (of 7 bits in the fast network), `activate` follows the hidden one."""

    def __init__(self, width, hidden, drop, dense=nn.Linear, activate=F.gelu, pair=PAIR_WIDTH):
        super().__init__()
        self.pair, self.activate = pair, activate
        self.near = dense(3 * width, hidden)
        self.classes = dense(hidden, sum(map(len, CLASSES.values())))
        self.governor = dense(hidden, len(ROLES) * (pair + 1))
        self.word = dense(hidden, len(ROLES) * pair)
        self.distance = nn.Parameter(torch.zeros(len(ROLES), 2 * FARTHEST + 1))
        self.drop = drop

    def forward(self, x):
        """Scores of the word heads by name, and the two sides of all pair heads."""
        near = torch.cat([F.pad(x[:, :-1], (0, 0, 1, 0)), x, F.pad(x[:, 1:], (0, 0, 0, 1))], -1)
        hidden = self.drop(self.activate(self.near(near)))
        out = dict(zip(CLASSES, self.classes(hidden).split([len(c) for c in CLASSES.values()], -1)))
        rows, count = x.shape[:2]
        out["governor"] = self.governor(hidden).view(rows, count, len(ROLES), self.pair + 1)
        out["word"] = self.word(hidden).view(rows, count, len(ROLES), self.pair)
        return out

    def pairs(self, out, row, governor, role):
        """Log-odds, for each pair of row, governing word and role, that each word of the row fills the role."""
        g = out["governor"][row, governor, role]
        w = out["word"][row, :, role]
        scores = (torch.matmul(w, g[:, :-1, None]).squeeze(-1) + g[:, -1:]) / math.sqrt(self.pair)
        away = (torch.arange(w.shape[1])[None] - governor[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        return scores + self.distance[role[:, None], away]


def loss(heads, out, chunks, targets):
    """Sum of the losses of all semantic heads over a batch; `targets` are tensors of the word classes."""
    total = 0
    for head, weight in WEIGHTS.items():
        known = targets[head] != IGNORED
        if known.any():
            total = total + weight * F.cross_entropy(out[head][known], targets[head][known], reduction="sum")
    total = total + soft_loss(out, chunks)
    pairs = [(row, *pair) for row, chunk in enumerate(chunks) for pair in chunk.pairs]
    if not pairs:
        return total
    row, governor, role = (torch.tensor([p[i] for p in pairs]) for i in (0, 1, 2))
    scores = heads.pairs(out, row, governor, role)
    gold, weight = torch.zeros_like(scores), torch.zeros_like(scores)
    for i, (_, _, which, words, start, end) in enumerate(pairs):
        weight[i, start:end] = 0.25 if which == 6 else 1.0
        gold[i, words] = 1
    return total + (F.binary_cross_entropy_with_logits(scores, gold, reduction="none") * weight).sum()


def soft_loss(out, chunks):
    """Sum of the losses against another network's probabilities; a status counts as far as there is an event, a stance as far as there is a position."""
    parts = [(row, start, scores) for row, chunk in enumerate(chunks) for start, scores in chunk.soft]
    if not parts:
        return 0
    rows = torch.from_numpy(np.concatenate([np.full(len(scores), row) for row, _, scores in parts]))
    at = torch.from_numpy(np.concatenate([np.arange(start, start + len(scores)) for _, start, scores in parts]))
    given = torch.from_numpy(np.concatenate([scores for *_, scores in parts]).astype(np.float32))
    wanted = {head: part.softmax(-1) for head, part in zip(CLASSES, given.split([len(c) for c in CLASSES.values()], -1))}
    total = 0
    for head, weight in WEIGHTS.items():
        each = -(wanted[head] * out[head][rows, at].log_softmax(-1)).sum(-1)
        over = {"status": "type", "stance": "topic"}.get(head)
        total = total + weight * (each * (1 - wanted[over][:, 0]) if over else each).sum()
    return total


def decode(heads, out, row, count):
    """The records that the largest scores give, as in a marked corpus (lists of word numbers)."""
    best = {head: out[head][row, :count].argmax(-1).tolist() for head in CLASSES}
    found = {"events": [], "statements": [], "undertakings": [], "positions": []}

    def fillers(governor, role):
        scores = heads.pairs(out, torch.tensor([row]), torch.tensor([governor]), torch.tensor([role]))[0, :count]
        return torch.nonzero(scores > 0).flatten().tolist()

    for at in range(count):
        if best["type"][at]:
            made = {"trigger": at, "type": CLASSES["type"][best["type"][at]], "status": STATUSES[best["status"][at]]}
            found["events"].append(made | {key: fillers(at, role) for role, key in enumerate(("doers", "targets", "place", "time", "numbers"))})
        if best["act"][at]:
            found["statements"].append({"cue": at, "act": CLASSES["act"][best["act"][at]], "speaker": fillers(at, 5), "content": runs(fillers(at, 6))})
        if best["kind"][at]:
            found["undertakings"].append({"deed": at, "kind": CLASSES["kind"][best["kind"][at]], "by": fillers(at, 7), "conditions": []})
        if best["topic"][at]:
            found["positions"].append({"word": at, "topic": CLASSES["topic"][best["topic"][at]], "stance": STANCES[best["stance"][at]],
                                       "party": fillers(at, 8)})
    for number, key in ((1, "limits"), (2, "gaps")):
        found[key] = runs([i for i in range(count) if best["part"][i] == number])
    conditions = runs([i for i in range(count) if best["part"][i] == 3])
    for u in found["undertakings"]:
        u["conditions"] = conditions
    return found


def runs(words):
    """Word numbers as ranges; a hole of one or two words (a comma, a cue) does not matter here."""
    found = []
    for w in words:
        if found and w == found[-1][1] + 1:
            found[-1][1] = w
        else:
            found.append([w, w])
    return found


def score(pairs):
    """Scores of (gold, found) records in percent."""
    counts = {}

    def tally(what, gold, found):
        at = counts.setdefault(what, np.zeros(3, int))
        gold, found = set(gold), set(found)
        at += (len(gold & found), len(found), len(gold))

    def share(what, right):
        at = counts.setdefault(what, np.zeros(2, int))
        at += (right, 1)

    for n, (gold, found) in enumerate(pairs):
        key = lambda records, *names: [(n, *(r[k] for k in names)) for r in records]
        for what, names in (("event", ["trigger"]), ("event type", ["trigger", "type"]), ("event type status", ["trigger", "type", "status"])):
            tally(what, key(gold["events"], *names), key(found["events"], *names))
        at = {e["trigger"]: e for e in found["events"]}
        for e in gold["events"]:
            if e["trigger"] in at:
                other = at[e["trigger"]]
                share("status given event", e["status"] == other["status"])
                share("doers exact", set(e["doers"]) == set(other["doers"]))
                share("targets exact", set(e["targets"]) == set(other["targets"]))
                for role in ("place", "time", "numbers"):
                    tally(role, [(n, w) for w in e[role]], [(n, w) for w in other[role]])
        tally("cue", key(gold["statements"], "cue"), key(found["statements"], "cue"))
        tally("cue act", key(gold["statements"], "cue", "act"), key(found["statements"], "cue", "act"))
        said = {s["cue"]: s for s in found["statements"]}
        for s in gold["statements"]:
            if s["cue"] in said:
                share("speaker exact", set(s["speaker"]) == set(said[s["cue"]]["speaker"]))
                words = lambda ranges: [w for a, b in ranges for w in range(a, b + 1)]
                tally("content words", [(n, w) for w in words(s["content"])], [(n, w) for w in words(said[s["cue"]]["content"])])
        tally("undertaking", key(gold["undertakings"], "deed"), key(found["undertakings"], "deed"))
        tally("undertaking kind", key(gold["undertakings"], "deed", "kind"), key(found["undertakings"], "deed", "kind"))
        tally("position topic", key(gold["positions"], "word", "topic"), key(found["positions"], "word", "topic"))
        tally("position topic stance", key(gold["positions"], "word", "topic", "stance"), key(found["positions"], "word", "topic", "stance"))
        for part in ("limits", "gaps"):
            tally(part, [(n, w) for a, b in gold[part] for w in range(a, b + 1)], [(n, w) for a, b in found[part] for w in range(a, b + 1)])
    return {what: round(100 * (2 * c[0] / max(1, c[1] + c[2]) if len(c) == 3 else c[0] / max(1, c[1])), 1) for what, c in counts.items()}
