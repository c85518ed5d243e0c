"""Joins sentences into chunks, changes them a little, and makes batches counted in word pieces."""
import random
from dataclasses import dataclass

import numpy as np
import torch

from labels import IGNORED, script
from semantics import CLASSES, moved
from wordpieces import FIRST, LAST, MASK, shape

MOST_WORDS, MOST_PIECES = 110, 400
SWAPPED, HIDDEN = 0.25, 0.03    # marked sentences whose countries, or whose loaded words, change places; words that are not seen
PLACES = ["KYIV", "GENEVA", "MOSCOW", "BEIRUT", "Cairo", "Geneva", "London", "New York", "JERUSALEM", "ISTANBUL", "Nairobi",
          "UNITED NATIONS", "WASHINGTON", "KHARTOUM", "Goma", "SANAA", "Addis Ababa", "BRUSSELS", "TBILISI", "Kabul"]
AGENCIES = ["Reuters", "AP", "AFP", "TASS", "CNN", "Xinhua", "dpa", "VOA"]


@dataclass
class Chunk:
    """Arrays over the words of one or several sentences; IGNORED where nothing is known."""
    forms: list
    pieces: list            # one tuple a word
    shapes: list
    targets: dict           # head -> list of class numbers
    heads: list             # 0 for the root, else 1 + index in the chunk; IGNORED unknown
    rels: list
    ends: list              # 1 for the last word of a sentence
    spans: list             # (start, end) of each sentence
    marks: dict             # semantic head -> list of class numbers
    pairs: list             # (governor, role, words that fill it, start and end of the sentence)
    soft: list              # (start, scores that another network gives the words from there on)

    @property
    def length(self):
        return 2 + sum(map(len, self.pieces))


class Countries:
    """Names, adjectives, people and capitals of one word, to put one country in another's place: who does what does not hang on who it is."""

    def __init__(self, path):
        forms = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            form, country, sort = (line.split("\t") + ["", ""])[:3]
            if not line.startswith("#") and " " not in form and sort in ("name", "demonym", "people", "capital"):
                forms.setdefault(country, {}).setdefault(sort, form)
        self.whole = [f for f in forms.values() if len(f) == 4]
        self.known = {form: (country, sort) for country, sorts in forms.items() for sort, form in sorts.items()}

    def swap(self, forms, roll):
        """The forms with each country replaced by another, the same one throughout."""
        others = {}
        changed = []
        for form in forms:
            country, sort = self.known.get(form, (None, None))
            if country and country not in others:
                others[country] = roll.choice(self.whole)
            changed.append(others[country][sort] if country else form)
        return changed


class Loaded:
    """Groups of words that differ in feeling alone, to put one in another's place."""

    def __init__(self, path):
        groups = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        self.others = {}
        for group in groups:
            for form in group:
                self.others[form] = self.others.get(form, []) + [other for other in group if other != form]

    def swap(self, forms, roll):
        """The forms with each loaded word replaced by another of its group, a capital kept."""
        return [self._other(form, roll) for form in forms]

    def _other(self, form, roll):
        others = self.others.get(form.lower())
        if not others:
            return form
        other = roll.choice(others)
        return other.upper() if form.isupper() and len(form) > 1 else other.capitalize() if form[0].isupper() else other


class Chunker:
    """Makes chunks of sentences with the numbers of their classes."""

    def __init__(self, labels, pieces, seed=1, swaps=(), hidden=MASK):
        self.labels, self.pieces = labels, pieces
        self.random = random.Random(seed)
        self.swaps, self.hidden = swaps, hidden

    def chunk(self, sentences, change=False):
        """One chunk of the sentences, with random changes if `change`."""
        made = Chunk([], [], [], {h: [] for h in ("upos", "xpos", "feats", "lemma", "name")}, [], [], [], [],
                     {h: [] for h in CLASSES}, [], [])
        if change and self.random.random() < 0.03 and sentences[0].names is not None:
            self._dateline(made)
        for i, sentence in enumerate(sentences):
            self._add(made, sentence, change)
        return made

    def _add(self, made, s, change):
        roll = self.random
        kept = list(range(len(s.forms)))
        heads = s.heads
        if change and heads is not None and len(kept) > 4:
            leaves = set(kept) - {h - 1 for h in heads}
            if roll.random() < 0.10 and kept[-1] in leaves and s.forms[-1] in (".", "!", "?"):
                kept.pop()
            if roll.random() < 0.05:
                kept = [i for i in kept if s.forms[i] != "," or i not in leaves]
        forms = [s.forms[i] for i in kept]
        capitals = change and roll.random() < 0.03
        for swap in self.swaps if change and s.marks else ():
            if roll.random() < SWAPPED:
                forms = swap.swap(forms, roll)
        others = [form != s.forms[i] for form, i in zip(forms, kept)]
        if change:
            forms = self._retype(forms, capitals)
        start = len(made.forms)
        back = {old: new + start for new, old in enumerate(kept)}
        made.forms += forms
        hidden = HIDDEN if change and s.marks and self.hidden else 0
        made.pieces += [(self.hidden,) if roll.random() < hidden else self.pieces(f) for f in forms]
        made.shapes += [shape(f) for f in forms]
        for head, values in (("upos", s.upos), ("xpos", s.xpos), ("feats", s.feats), ("name", s.names)):
            given = [values[i] for i in kept] if values is not None else None
            made.targets[head] += self.labels.encode(head, given) if given else [IGNORED] * len(kept)
        lemmas = self._lemmas([s.lemmas[i] for i in kept] if s.lemmas else None, forms, capitals)
        made.targets["lemma"] += [IGNORED if other else lemma for other, lemma in zip(others, lemmas)]
        if heads is None:
            made.heads += [IGNORED] * len(kept)
            made.rels += [IGNORED] * len(kept)
            made.ends += [IGNORED] * len(kept)
        else:
            made.heads += [0 if heads[i] == 0 else back[heads[i] - 1] + 1 for i in kept]
            made.rels += self.labels.encode("label", [s.rels[i] for i in kept])
            made.ends += [0] * (len(kept) - 1) + [1]
        moved(s.marks, back, len(kept), made)
        made.spans.append((start, len(made.forms)))

    def _retype(self, forms, capitals):
        roll = self.random
        if capitals:
            forms = [f.upper() for f in forms]
        if roll.random() < 0.3:
            curly = roll.random() < 0.7
            forms = [_quote(f, i, curly) for i, f in enumerate(forms)]
        if roll.random() < 0.3:
            dash = roll.choice(["--", "–", "—", "-"])
            forms = [dash if f in ("--", "—", "–") else f for f in forms]
        return forms

    def _lemmas(self, lemmas, forms, capitals):
        if lemmas is None:
            return [IGNORED] * len(forms)
        numbers = self.labels.encode("lemma", [script(f, l) for f, l in zip(forms, lemmas)])
        if capitals:
            return [n if l == l.lower() else IGNORED for n, l in zip(numbers, lemmas)]
        return numbers

    def _dateline(self, made):
        """A dateline in front: tags and names known, attachment unknown."""
        roll = self.random
        place = roll.choice(PLACES).split()
        words = [(w, "PROPN", "NNP", ("B-LOC", "I-LOC")[i > 0]) for i, w in enumerate(place)]
        agency = roll.random()
        if agency < 0.6:
            words += [("(", "PUNCT", "-LRB-", "O"), (roll.choice(AGENCIES), "PROPN", "NNP", "B-ORG"), (")", "PUNCT", "-RRB-", "O")]
        mark = roll.choice(["-", "–", "—", "--"] if agency < 0.6 else ["-", "—", ":", ":"])
        words.append((mark, "PUNCT", ":" if mark in ("--", ":") else ",", "O"))
        for form, upos, xpos, name in words:
            made.forms.append(form)
            made.pieces.append(self.pieces(form))
            made.shapes.append(shape(form))
            for head, value in (("upos", upos), ("xpos", xpos if mark != form else None), ("name", name)):
                made.targets[head].append(self.labels.numbers[head].get(value, IGNORED))
            for head in ("feats", "lemma"):
                made.targets[head].append(IGNORED)
            made.heads.append(IGNORED)
            made.rels.append(IGNORED)
            made.ends.append(0)
            for values in made.marks.values():
                values.append(IGNORED)


def _quote(form, at, curly):
    if form in ('"', "``", "''", "“", "”"):
        if not curly:
            return '"'
        return "“" if form in ("``", "“") or (form == '"' and at % 2 == 0) else "”"
    if "'" in form and curly:
        return form.replace("'", "’")
    if "’" in form and not curly:
        return form.replace("’", "'")
    return form


def runs(sentences, roll, single=0.5):
    """Cuts a pool into runs of sentences that follow each other: half alone, half two to five together."""
    found, at = [], 0
    while at < len(sentences):
        want = 1 if roll.random() < single else roll.randint(2, 5)
        cross = roll.random() < 0.3
        run, words = [sentences[at]], len(sentences[at].forms)
        while len(run) < want and at + len(run) < len(sentences):
            new = sentences[at + len(run)]
            words += len(new.forms)
            near = new.place[:-1] == run[0].place[:-1] and 0 <= new.place[-1] - run[-1].place[-1] <= cross
            if words > MOST_WORDS or not near:
                break
            run.append(new)
        found.append(run)
        at += len(run)
    return found


def clip(chunk):
    """Shortens the pieces of long words until the chunk fits; None if nothing helps."""
    for most in (6, 3, 1):
        if chunk.length <= MOST_PIECES:
            return chunk
        chunk.pieces = [p[:most] for p in chunk.pieces]
    return chunk if chunk.length <= MOST_PIECES else None


def batch(chunks, step=1):
    """Tensors of chunks, padded to the longest (rounded up to a multiple of `step`)."""
    up = lambda n: -(-n // step) * step
    rows, words = up(max(c.length for c in chunks)), up(max(len(c.forms) for c in chunks))
    count = len(chunks)
    pieces = np.zeros((count, rows), np.int64)
    mask = np.zeros((count, rows), np.float32)
    pool = np.zeros((count, words, rows), np.float32)
    shapes = np.zeros((count, words), np.int64)
    targets = {h: np.full((count, words), IGNORED, np.int64)
               for h in ("upos", "xpos", "feats", "lemma", "name", "head", "rel", "end", *CLASSES)}
    inside = np.zeros((count, words, words + 1), bool)
    for b, c in enumerate(chunks):
        flat = [FIRST] + [p for word in c.pieces for p in word] + [LAST]
        pieces[b, :len(flat)] = flat
        mask[b, :len(flat)] = 1
        at = 1
        for w, word in enumerate(c.pieces):
            pool[b, w, at:at + len(word)] = 1 / len(word)
            at += len(word)
        n = len(c.forms)
        shapes[b, :n] = c.shapes
        for name, values in (*c.targets.items(), *c.marks.items(), ("head", c.heads), ("rel", c.rels), ("end", c.ends)):
            targets[name][b, :n] = values
        for start, end in c.spans:
            inside[b, start:end, start + 1:end + 1] = True
        inside[b, :, 0] = True
    as_tensors = {k: torch.from_numpy(v) for k, v in targets.items()}
    as_tensors["inside"] = torch.from_numpy(inside)
    return tuple(map(torch.from_numpy, (pieces, mask, pool, shapes))), as_tensors


class Stream:
    """Batches without end from three pools, whose shares move with the progress of the run."""

    def __init__(self, pools, chunker, size, seed=1):
        self.pools, self.chunker, self.size = pools, chunker, size
        self.random = random.Random(seed)
        self.waiting = {name: [] for name in pools}
        self.served = {name: 0 for name in pools}

    def _next(self, name):
        if not self.waiting[name]:
            sentences = self.pools[name]
            if name == "gold":
                self.waiting[name] = runs(sentences, self.random)
            elif name == "articles":
                self.waiting[name] = runs(sentences, self.random, single=0.4)
            else:
                order = self.random.sample(sentences, len(sentences))
                at = 0
                while at < len(order):
                    want = 1 if self.random.random() < (0.7 if name == "names" else 0.5) else self.random.randint(2, 4)
                    while sum(len(s.forms) for s in order[at:at + want]) > MOST_WORDS and want > 1:
                        want -= 1
                    self.waiting[name].append(order[at:at + want])
                    at += want
            self.random.shuffle(self.waiting[name])
        return self.waiting[name].pop()

    def batches(self, shares):
        """Some twelve batches of chunks of like length, shuffled. `shares`: pool -> share of the pieces."""
        drawn, total = [], 0
        names, weights = list(shares), list(shares.values())
        while total < 12 * self.size:
            # The pool that lags furthest behind its share comes next: no share drifts by chance.
            have = sum(self.served.values()) or 1
            name = max(names, key=lambda n: shares[n] - self.served[n] / have)
            chunk = clip(self.chunker.chunk(self._next(name), change=True))
            if chunk is None:
                continue
            self.served[name] += chunk.length
            drawn.append(chunk)
            total += chunk.length
        if sum(self.served.values()) > 100_000:
            self.served = {n: self.served[n] / 4 for n in names}
        drawn.sort(key=lambda c: c.length)
        groups, group = [], []
        for chunk in drawn:
            if group and (len(group) + 1) * chunk.length > self.size:
                groups.append(group)
                group = []
            group.append(chunk)
        groups.append(group)
        self.random.shuffle(groups)
        return groups
