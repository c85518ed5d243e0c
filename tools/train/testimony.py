"""Pairs of a promise and a sentence, marked with how the sentence bears on the promise; and the network that reads them.

A file of pairs: blocks parted by blank lines, `P KIND | promise`, then lines `LETTER sentence` with a letter of CLASSES (marked/README.md).
"""
import gzip
import json
import re
from pathlib import Path

import numpy as np
import torch
from torch import nn

from network import Encoder, FastDropout
from wordpieces import FIRST, LAST

CLASSES = ["N", "K", "S", "C", "D", "R", "V"]   # nothing; kept; holds, or in part; contradicts; doubts; revokes; voids
MOST_PROMISE, MOST_SENTENCE = 64, 96            # word pieces
DEV = 9                                         # every so many blocks one is kept for development
NAME = 5                                        # letters by which names are compared
STRANGERS = 0.2                                 # share of pairs whose promise is exchanged for another's: nothing


def read_own(folder):
    """(train, development): (promise, sentence, class, kind) of the project's own pairs, whole blocks on either side."""
    train, dev, count = [], [], 0
    for path in sorted(Path(folder).glob("*.txt")):
        promise = kind = None
        for line in path.read_text(encoding="utf-8").splitlines():
            letter, _, rest = line.strip().partition(" ")
            if letter == "P":
                kind, _, promise = (part.strip() for part in rest.partition("|"))
                count += 1
            elif rest:
                assert letter in CLASSES, f"{path}: {line}"
                (dev if count % DEV == 0 else train).append((promise, rest.strip(), CLASSES.index(letter), kind))
    return train, dev


def read_documents(path, random, most=12):
    """The same of the whole articles marked with evidence; of sentences that are none, `most` an undertaking."""
    train, dev = [], []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            article = json.loads(line)
            text = {int(n): join(words) for n, words in article["sentences"].items()}
            into = dev if number % 5 == 0 else train
            for one in article["undertakings"]:
                told = {t[0] for t in one["tellings"]}
                bears = {}
                for name, kind in (("doubts", 4), ("for", 2), ("against", 3)):
                    for _, sentence, _ in one[name]:
                        bears[sentence] = kind
                promise = text[min(told)]
                into.extend((promise, text[s], k, one["kind"]) for s, k in bears.items() if s not in told)
                others = [s for s in text if s not in bears and s not in told]
                into.extend((promise, text[s], 0, one["kind"]) for s in random.permutation(others)[:most])
    return train, dev


def read_silver(data):
    """The sentences of the silver news as text, and of each the first letters of the names in it."""
    texts, names, words, named = [], [], [], set()
    with gzip.open(data / "silver/news.conllu.gz", "rt", encoding="utf-8") as lines:
        for line in (*lines, "\n"):
            if line[:1].isdigit():
                cells = line.rstrip("\n").split("\t")
                words.append(cells[1])
                if "Name=" in cells[9] and not cells[9].endswith("Name=O"):
                    named.add(cells[1][:NAME])
            elif not line.strip() and words:
                texts.append(join(words))
                names.append(named)
                words, named = [], set()
    return texts, names


def read_real(path, silver):
    """Own promises with real sentences, which the file gives by their numbers in the silver news: kind, promise, letter, number."""
    texts, found = silver[0], []
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, promise, letter, number = line.split("\t")
        promise = texts[int(promise[1:])] if promise.startswith("#") else promise
        found.append((promise, texts[int(number)], CLASSES.index(letter), kind))
    return found


def read_strangers(own, silver, real, random, count):
    """Own promises with real sentences that share a name: nothing but for a few in a hundred."""
    texts, names = silver
    by, known, found = {}, {one[:2] for one in real}, []
    for at, named in enumerate(names):
        for name in named:
            by.setdefault(name, []).append(at)
    promises = sorted({(one[0], one[3]) for one in own})
    while len(found) < count:
        promise, kind = promises[random.integers(len(promises))]
        shared = [by[word[:NAME]] for word in re.findall(r"[A-Z]\w+", promise) if word[:NAME] in by]
        if not shared:
            continue
        pool = shared[random.integers(len(shared))]
        sentence = texts[pool[random.integers(len(pool))]]
        if (promise, sentence) not in known:
            found.append((promise, sentence, 0, kind))
    return found


def read_chains(folder, random, most=14):
    """The same of the chains of reports under tests/Chains, by their gold boards; `promises.json` tells the sentence of each promise."""
    folder, found = Path(folder), []
    promises = json.loads((Path(__file__).parent / "marked/testimony/promises.json").read_text(encoding="utf-8"))
    for chain, told in sorted(promises.items()):
        gold = json.loads((folder / chain / "gold.json").read_text(encoding="utf-8"))
        sentences = {path.name: split(path.read_text(encoding="utf-8")) for path in sorted((folder / chain).glob("*.txt"))}
        for undertaking in gold["undertakings"]:
            one = told.get(undertaking["id"])
            if one is None:
                continue
            quotes = [(q["report"], q["quote"], kind) for name, kind in (("supports", 2), ("contradicts", 3), ("doubts", 4)) for q in undertaking[name]]
            quotes += [(None, q, kind) for name, kind in (("kept", 1), ("revokes", 5), ("voids", 6)) for q in one[name]]
            skipped = [one["promise"], *one["told"], *one.get("supersedes", [])]
            nothing = []
            for report, whole in sentences.items():
                for sentence in whole:
                    kinds = [kind for at, quote, kind in quotes if at in (None, report) and (quote in sentence or len(sentence) > 20 and sentence in quote)]
                    if kinds:
                        found.append((one["promise"], sentence, kinds[-1], undertaking["kind"]))
                    elif not any(sentence in told or told in sentence for told in skipped):
                        nothing.append(sentence)
            for at in random.permutation(len(nothing))[:most]:
                found.append((one["promise"], nothing[at], 0, undertaking["kind"]))
    return found


def split(text):
    """The sentences of a report of our own."""
    return [s for part in text.split("\n") for s in re.split(r'(?<=[.!?]["”]) +(?=[A-Z"“])|(?<=[.!?]) +(?=[A-Z"“])', part.strip()) if s]


def join(words):
    """The words as running text."""
    text = " ".join(words)
    for sign in (".", ",", ";", ":", "?", "!", ")", "’s", "'s", "n't", "n’t"):
        text = text.replace(" " + sign, sign)
    return text.replace("( ", "(").replace(" - ", "-")


class Cutter:
    """Cuts pairs into word pieces."""

    def __init__(self, wordpieces):
        self.wordpieces = wordpieces

    def __call__(self, text, most):
        return [piece for form in text.split() for piece in self.wordpieces(form)][:most]

    def pair(self, one):
        return self(one[0], MOST_PROMISE), self(one[1], MOST_SENTENCE), one[2]


def groups(pairs, cut, random, size):
    """One round over all pairs in random order, in batches of like length; some promises are exchanged."""
    made = []
    kinds = {}
    for one in pairs:
        kinds.setdefault(one[3], []).append(one)
    for one in pairs:
        if random.random() < STRANGERS:
            pool = kinds[one[3]] if random.random() < 0.5 else pairs
            other = pool[random.integers(len(pool))][0]
            if other != one[0]:
                one = (other, one[1], 0, one[3])
        made.append(cut.pair(one))
    made.sort(key=lambda p: len(p[0]) + len(p[1]) + random.random() * 12)
    parts = [made[at:at + size] for at in range(0, len(made), size)]
    for at in random.permutation(len(parts)):
        yield parts[at]


def batch(pairs):
    """Piece numbers, mask, and 1 for the pieces of the sentence."""
    length = max(len(p) + len(s) + 3 for p, s, *_ in pairs)
    pieces = torch.zeros(len(pairs), length, dtype=torch.long)
    mask = torch.zeros(len(pairs), length)
    second = torch.zeros(len(pairs), length, dtype=torch.long)
    for row, (promise, sentence, *_) in enumerate(pairs):
        whole = [FIRST, *promise, LAST, *sentence, LAST]
        pieces[row, :len(whole)] = torch.tensor(whole)
        mask[row, :len(whole)] = 1
        second[row, len(promise) + 2:len(whole)] = 1
    return pieces, mask, second


class TestimonyNetwork(nn.Module):
    """The encoder over both texts; the first piece and the means of both sides decide."""

    def __init__(self, config, dropout=0.1):
        super().__init__()
        width = config["hidden_size"]
        self.encoder = Encoder(config, FastDropout(dropout))
        self.side = nn.Embedding(2, width)
        self.drop = FastDropout(0.2)
        self.hidden = nn.Linear(3 * width, width)
        self.classes = nn.Linear(width, len(CLASSES))
        nn.init.zeros_(self.side.weight)

    def start(self, state):
        """Takes the encoder of the accurate model, or all of an earlier run."""
        known = self.state_dict()
        self.load_state_dict({n: v for n, v in state.items() if n in known and v.shape == known[n].shape}, strict=False)

    def forward(self, pieces, mask, second):
        encoder = self.encoder
        x = encoder.words(pieces) + encoder.places.weight[:pieces.shape[1]] + self.side(second)
        x = encoder.drop(encoder.norm(x))
        bias = (1 - mask)[:, None, None, :] * -1e4
        for layer in encoder.layers:
            x = layer(x, bias)
        theirs = (mask * second)[:, :, None]
        mine = (mask * (1 - second))[:, :, None]
        pooled = torch.cat([x[:, 0], (x * mine).sum(1) / mine.sum(1), (x * theirs).sum(1) / theirs.sum(1)], -1)
        return self.classes(self.drop(torch.tanh(self.hidden(self.drop(pooled)))))
