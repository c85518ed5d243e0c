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
    for s in sentences:
        counts["upos"].update(s.upos)
        counts["xpos"].update(s.xpos)
        counts["feats"].update(s.feats)
        counts["label"].update(s.rels)
        counts["lemma"].update(script(form, lemma) for form, lemma in zip(s.forms, s.lemmas))
    classes = {head: sorted((c for c, n in found.items() if n >= FEWEST[head]), key=lambda c: (-found[c], c))
               for head, found in counts.items()}
    classes["upos"].sort()
    classes["label"].sort()
    classes["name"] = NAMES
    return Labels(classes, lemma_table(sentences))


def lemma_table(sentences):
    """Lemmas of all words of train but names, numbers and the like, by lower-case form, a tab, and universal tag: the scripts are for other words."""
    lemmas = defaultdict(Counter)
    for s in sentences:
        for form, lemma, upos in zip(s.forms, s.lemmas, s.upos):
            if upos not in ("PROPN", "NUM", "X", "SYM", "PUNCT") and "\t" not in form and lemma != "_":
                lemmas[f"{form.lower()}\t{upos}"][lemma] += 1
    return {key: counts.most_common(1)[0][0] for key, counts in sorted(lemmas.items())}
