"""What the fast model sees of a word form: its number in the vocabulary, and hashed prefix, suffixes and shape."""
import json
import re

import numpy as np

BUCKETS = 4096
HASHED = (("prefix", 3, 24), ("suffix2", 2, 24), ("suffix3", 3, 32), ("suffix4", 4, 32), ("shape", 0, 24))
VECTOR, LEARNED = 100, 64
SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def small(char):
    """The small letter of one UTF-16 unit, as C#'s char.ToLowerInvariant gives it."""
    low = char.lower()
    return low if len(low) == 1 else char


def normal(form):
    """The form under which the vocabulary lists a word: small letters, plain quotes and dashes, 0 for every digit."""
    return "".join("0" if c.isdigit() else small(c) for c in form.translate(SAME))


def outline(form):
    """The shape of a form: X, x, 0 for letters and digits, other characters as they are, no run longer than three."""
    made = []
    for c in form.translate(SAME):
        kind = "0" if c.isdigit() else "X" if c.isupper() else "x" if c.isalpha() else c
        if made[-3:] != [kind] * 3:
            made.append(kind)
    return "".join(made)


def bucket(text, seed):
    """FNV-1a over UTF-16 units, folded to 12 bits."""
    value = 2166136261 ^ seed
    data = text.encode("utf-16-le", "surrogatepass")
    for at in range(0, len(data), 2):
        value = ((value ^ (data[at] | data[at + 1] << 8)) * 16777619) & 0xFFFFFFFF
    return (value ^ value >> 15) & (BUCKETS - 1)


class Forms:
    """Numbers forms on first sight and keeps the features of each: word, then one bucket for each hash."""

    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.numbers = {}
        self.rows = []
        self.table = np.zeros((0, 1 + len(HASHED)), np.int64)

    def __call__(self, form):
        number = self.numbers.get(form)
        if number is None:
            number = self.numbers[form] = len(self.rows)
            self.rows.append(self.features(form))
        return (number,)

    def features(self, form):
        form = form if len(form) <= 64 else form[:32] + form[-32:]
        word = normal(form)
        row = [self.vocabulary.get(word, 0)]
        for seed, (kind, length, _) in enumerate(HASHED):
            part = outline(form) if kind == "shape" else word[:length] if kind == "prefix" else word[-length:]
            row.append(bucket(part, seed))
        return row

    def lookup(self, numbers):
        """Features of an array of numbers."""
        if len(self.table) < len(self.rows):
            self.table = np.array(self.rows, np.int64)
        return self.table[numbers]


def vocabulary(pools, vectors_path, lexicons, size):
    """Words that are learned (seen twice or more), then words that only have a vector: the commonest, and those of the lexicons.

    Gives (words, number learned, vectors); row 0 is the unknown word.
    """
    counts = {}
    for pool in pools:
        for sentence in pool:
            for form in sentence.forms:
                word = normal(form)
                counts[word] = counts.get(word, 0) + 1
    learned = sorted((w for w, n in counts.items() if n >= 2 and len(w) <= 32), key=lambda w: (-counts[w], w))
    given = json.loads(vectors_path.read_text(encoding="utf-8"))
    listed = set()
    for file in sorted(lexicons.rglob("*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                listed.update(normal(w) for w in re.findall(r"[^\W\d_]{3,}", line))
    known, words = set(learned), list(learned)
    rest = [w for w in given["words"] if w not in known and w.isalpha() and w.isascii()]
    named = [w for w in rest if w in listed]
    common = [w for w in rest if w not in listed]
    words += named[:size // 4]
    words += common[:max(0, size - len(words))]
    table = np.zeros((len(words) + 1, VECTOR), np.float32)
    for i, word in enumerate(words):
        if word in given["vectors"]:
            table[i + 1] = given["vectors"][word][:VECTOR]
    # Eight bits a value, one scale for all.
    scale = float(np.percentile(np.abs(table), 99.9)) / 127
    table = np.clip(np.round(table / scale), -127, 127) * scale
    return words, len(learned), table, scale
