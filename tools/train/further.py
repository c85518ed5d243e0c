"""What rounds of training that go on from a finished network share: bare sentences taught, the mean of the weights, scores of the semantic heads."""
import copy

import numpy as np
import torch

import semantics
from chunks import batch, clip
from score import predict, relations
from tree import tree

KEPT = 0.985      # how much of the old mean is kept at each taking


def teach(network, labels, chunker, sentences, make=batch):
    """Gives sentences without a tree the tags, tree and names of the network that training starts from, lest it forget them."""
    bare = [s for s in sentences if s.heads is None]
    outputs = predict(network, [clip(chunker.chunk([s])) for s in bare], make=make)
    for s, out in zip(bare, outputs):
        count = len(s.forms)
        best = lambda head: [labels.classes[head][k] for k in out[head][:count].argmax(-1)]
        s.upos, s.xpos, s.feats, s.names = best("upos"), best("xpos"), best("feats"), best("name")
        s.heads = tree(out["arc"][:count, :count + 1].astype(np.float64)).tolist()
        s.rels = [labels.classes["label"][k] for k in relations(network, out, np.array(s.heads))]


def evaluate(network, chunker, sentences, records, make=batch):
    """Scores of the semantic heads on marked sentences, one at a time."""
    chunks = [clip(chunker.chunk([s])) for s in sentences]
    outputs = predict(network, chunks, make=make)
    pairs = []
    with torch.no_grad():
        for record, out in zip(records, outputs):
            out = {k: torch.from_numpy(np.array(v))[None] for k, v in out.items()}
            pairs.append((record, semantics.decode(network.semantics, out, 0, len(record["words"]))))
    return semantics.score(pairs)


class Mean:
    """An exponential mean of the weights: steadier on rare classes than the last ones."""

    def __init__(self, network):
        self.network, self.kept, self.steps = network, copy.deepcopy(network), 0
        self.kept.eval()

    def take(self):
        self.steps += 1
        old = min(KEPT, self.steps / (10 + self.steps))
        with torch.no_grad():
            for mine, new in zip(self.kept.parameters(), self.network.parameters()):
                if new.requires_grad:
                    mine.mul_(old).add_(new, alpha=1 - old)
