"""The classes of every head, and the edit scripts that turn forms into lemmas."""
import json
from collections import Counter, defaultdict

from corpora import NAMES

IGNORED = -100
FEWEST = {"upos": 1, "xpos": 2, "feats": 3, "lemma": 6, "label": 5}


def script(form, lemma):
    """The edit script from form to lemma: `L2+y` lowers the case, cuts two characters, adds a y; `K0+` keeps all."""
    best = None
    for kind, start in (("L", form.lower()), ("K", form)):
        if len(start) != len(form):
            continue
        same = 0
        while same < min(len(start), len(lemma)) and start[same] == lemma[same]:
            same += 1
        cost = len(start) - same + len(lemma) - same
        if best is None or cost < best[0]:
            best = (cost, f"{kind}{len(start) - same}+{lemma[same:]}")
    return best[1] if best else "K0+"


class Labels:
    """Numbers of classes by head."""

    def __init__(self, classes, exceptions):
        self.classes = classes
        self.exceptions = exceptions
        self.numbers = {head: {c: i for i, c in enumerate(names)} for head, names in classes.items()}

    @property
    def sizes(self):
        return {head: len(names) for head, names in self.classes.items()}

    def encode(self, head, values):
        """Numbers of the values; IGNORED for what is unknown or too rare to have a class."""
        numbers = self.numbers[head]
        return [numbers.get(v, IGNORED) for v in values]

    def lemma(self, form, upos, number):
        """The lemma that a script of that number gives, exceptions first."""
        found = self.exceptions.get(f"{form.lower()}\t{upos}")
        if found is not None:
            return found
        code, suffix = self.classes["lemma"][number].split("+", 1)
        cut = int(code[1:])
        stem = form[:len(form) - cut] if cut <= len(form) else form
        return (stem.lower() if code[0] == "L" else stem) + suffix

    def save(self, path):
        with open(path, "w", encoding="utf-8") as out:
            json.dump({"classes": self.classes, "exceptions": self.exceptions}, out, ensure_ascii=False)

    @staticmethod
    def load(path):
        with open(path, encoding="utf-8") as given:
            stored = json.load(given)
        return Labels(stored["classes"], stored["exceptions"])


def collect(sentences):
    """Classes and lemma exceptions from treebank sentences."""
    counts = {head: Counter() for head in ("upos", "xpos", "feats", "lemma", "label")}
    lemmas = defaultdict(Counter)
    for s in sentences:
        counts["upos"].update(s.upos)
        counts["xpos"].update(s.xpos)
        counts["feats"].update(s.feats)
        counts["label"].update(s.rels)
        for form, lemma, upos in zip(s.forms, s.lemmas, s.upos):
            counts["lemma"][script(form, lemma)] += 1
            lemmas[f"{form.lower()}\t{upos}"][lemma] += 1
    classes = {head: sorted((c for c, n in found.items() if n >= FEWEST[head]), key=lambda c: (-found[c], c))
               for head, found in counts.items()}
    classes["upos"].sort()
    classes["label"].sort()
    classes["name"] = NAMES
    return Labels(classes, _exceptions(lemmas, set(classes["lemma"])))


def _exceptions(lemmas, scripts):
    """Words whose lemma no frequent script gives (irregular verbs, odd spellings), if they nearly always have it."""
    found = {}
    for key, counts in sorted(lemmas.items()):
        form, upos = key.split("\t")
        lemma, often = counts.most_common(1)[0]
        total = sum(counts.values())
        rare = script(form, lemma) not in scripts and script(form.upper(), lemma) not in scripts \
            and script(form.capitalize(), lemma) not in scripts
        irregular = upos in ("VERB", "AUX", "NOUN", "ADJ", "ADV", "PRON", "DET") and lemma != form \
            and not lemma.startswith(form[:max(1, len(form) - 3)]) and often >= 2
        if (rare or irregular) and often >= 0.9 * total and upos != "PROPN" and "\t" not in lemma:
            found[key] = lemma
    return found
