"""Writes what the semantic heads of a shipped fast model give for some sentences, reckoned by PyTorch: the case that holds C# and Python equal.

    python3 cases_fast.py --weights ../../models/en-fast/weights.bin --cases ../../tests/Parley.Tests/Syntax/Fast/meanings.tsv
"""
import argparse
from pathlib import Path

import numpy as np
import torch

from chunks import Chunker
from corpora import Sentence
from fast import Dense, FastNetwork, batcher
from forms import VECTOR, Forms
from labels import Labels
from recover_fast import HEADS, network_of, numbers, read_sections
from sections import key
from semantics import CLASSES, ROLES

SENTENCES = ["The army shelled the town on Monday .",
             "“ We will not sign before the last hostage is home , ” the envoy told reporters in Geneva .",
             "Nobody was hurt ."]


class Hashed:
    """The numbers of words as the file knows them: by hash."""

    def __init__(self, sections):
        self.numbers = dict(zip(numbers(sections, "word.keys", np.uint64).tolist(), numbers(sections, "word.numbers", np.int32).tolist()))

    def get(self, word, default):
        return self.numbers.get(key(word), default)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", required=True, type=Path)
    parser.add_argument("--cases", required=True, type=Path)
    a = parser.parse_args()
    sections = read_sections(a.weights)
    lines = [line.split("\t") for line in sections["labels"].decode("utf-8").split("\n")]
    labels = Labels({HEADS[head]: classes for head, *classes in lines if head in HEADS}, {})
    state = network_of(sections)
    network = FastNetwork(np.zeros((len(state["vectors"]), VECTOR), np.float32), len(state["learned.weight"]) - 1, labels.sizes)
    network.load_state_dict(state)
    network.eval()
    Dense.eight_bits = True
    forms = Forms(Hashed(sections))
    chunker, make = Chunker(labels, forms), batcher(forms)
    plain = lambda values: " ".join(f"{v:.3f}" for v in values.tolist())
    written = ["# text, words | meaning, word, scores of all classes | role, governing word, role, log-odds of all words"]
    with torch.no_grad():
        for text in SENTENCES:
            words = text.split()
            out = network(*make([chunker.chunk([Sentence(forms=words, place=())])])[0])
            written.append(f"text\t{text}")
            scores = torch.cat([out[head][0] for head in CLASSES], -1)
            written += [f"meaning\t{at}\t{plain(scores[at])}" for at in range(len(words))]
            governor = int((out["type"][0, :, 1:].amax(-1) - out["type"][0, :, 0]).argmax())
            for role in range(len(ROLES)):
                found = network.semantics.pairs(out, torch.tensor([0]), torch.tensor([governor]), torch.tensor([role]))[0]
                written.append(f"role\t{governor}\t{role}\t{plain(found)}")
    a.cases.write_text("\n".join(written) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
