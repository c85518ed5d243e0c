"""The fast network: hashed forms and word vectors, gated dilated convolutions, the same heads of syntax and semantics as the accurate one."""
import json
import math

import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

from labels import IGNORED, Labels
from forms import BUCKETS, HASHED, LEARNED, VECTOR
from network import FastDropout
from semantics import CLASSES, SemanticHeads

WIDTH, DILATIONS = 160, (1, 2, 4, 8, 1, 2)
ARC_WIDTH, LABEL_WIDTH, FARTHEST = 96, 64, 32
MEANING_WIDTH, ROLE_WIDTH = 160, 32
RANGE, STEPS = 5.0, 63      # an activation is cut at so many standard deviations and rounded to so many steps on each side
TAGS = ("upos", "xpos", "feats", "lemma", "name", "end")


class Dense(nn.Linear):
    """A linear layer that can reckon as the 8-bit kernels do: weights and activations of 7 bits, so that four products fit 16 bits."""

    eight_bits = False

    def forward(self, x):
        w = self.weight
        if Dense.eight_bits:
            step = RANGE / STEPS
            x = x + (torch.round(x / step) * step - x).detach()
            scale = w.detach().abs().amax(1, keepdim=True).clamp_min(1e-8) / STEPS
            w = w + (torch.round(w / scale) * scale - w).detach()
        return F.linear(x, w, self.bias)


def normed(x):
    """Mean 0, variance 1, cut at the range of an activation. What a layer norm's gain would do, the next matrix does."""
    return F.layer_norm(x, x.shape[-1:]).clamp(-RANGE, RANGE)


def rectified(x):
    """What follows the hidden layer of the semantic heads."""
    return normed(F.relu(x))


class FastNetwork(nn.Module):
    """`sizes` gives the classes of upos, xpos, feats, lemma, name and label."""

    def __init__(self, vectors, learned, sizes, dropout=0.2):
        super().__init__()
        self.vectors = nn.Parameter(torch.from_numpy(vectors), requires_grad=False)
        self.learned = nn.Embedding(learned + 1, LEARNED)
        self.hashed = nn.ModuleList(nn.Embedding(BUCKETS, width) for _, _, width in HASHED)
        total = VECTOR + LEARNED + sum(width for _, _, width in HASHED)
        for table in (self.learned, *self.hashed):
            nn.init.normal_(table.weight, std=0.1)
        self.join = nn.Linear(total, WIDTH)
        self.layers = nn.ModuleList(Dense(3 * WIDTH, 2 * WIDTH) for _ in DILATIONS)
        self.drop = FastDropout(dropout)
        self.sizes = sizes | {"end": 1}
        self.tags = Dense(WIDTH, sum(self.sizes[t] for t in TAGS))
        self.pairs = Dense(WIDTH, 2 * (ARC_WIDTH + LABEL_WIDTH))
        self.arc = nn.Parameter(torch.zeros(ARC_WIDTH + 1, ARC_WIDTH))
        self.distance = nn.Parameter(torch.zeros(2 * FARTHEST + 1))
        self.label = nn.Linear(LABEL_WIDTH, sizes["label"])
        self.root_arc = nn.Parameter(torch.randn(ARC_WIDTH) * 0.02)
        self.root_label = nn.Parameter(torch.randn(LABEL_WIDTH) * 0.02)
        self.semantics = SemanticHeads(WIDTH, MEANING_WIDTH, self.drop, Dense, rectified, ROLE_WIDTH)
        nn.init.xavier_uniform_(self.arc)

    def embed(self, features):
        """One vector a word before any context: all that is cached by form."""
        words = features[..., 0]
        seen = torch.where(words < self.learned.num_embeddings, words, torch.zeros_like(words))
        if self.training:
            seen = seen * (torch.rand(seen.shape) >= 0.1)
        parts = [self.vectors[words], self.learned(seen)]
        parts += [table(features[..., 1 + i]) for i, table in enumerate(self.hashed)]
        return self.join(self.drop(torch.cat(parts, -1)))

    def words(self, features, mask):
        x = self.embed(features)
        for dilation, layer in zip(DILATIONS, self.layers):
            h = normed(x) * mask
            n = x.shape[1]
            around = torch.cat([F.pad(h, (0, 0, dilation, 0))[:, :n], h, F.pad(h, (0, 0, 0, dilation))[:, -n:]], -1)
            value, gate = layer(around).chunk(2, -1)
            x = x + self.drop(value * torch.sigmoid(gate))
        return x

    def forward(self, features, mask):
        x = self.drop(normed(self.words(features, mask[..., None])) * mask[..., None])
        out = dict(zip(TAGS, self.tags(x).split([self.sizes[t] for t in TAGS], -1)))
        out["end"] = out["end"].squeeze(-1)
        word, head, label_word, label_head = self.pairs(x).split([ARC_WIDTH, ARC_WIDTH, LABEL_WIDTH, LABEL_WIDTH], -1)
        rows, n = x.shape[:2]
        word = F.pad(self.drop(F.relu(word)), (0, 1), value=1.0)
        head = torch.cat([self.root_arc.expand(rows, 1, -1), self.drop(F.relu(head))], 1)
        scores = torch.matmul(torch.matmul(word, self.arc), head.transpose(1, 2)) / math.sqrt(ARC_WIDTH)
        at = torch.arange(n)
        away = (at[None, :] - at[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        out["arc"] = scores + F.pad(self.distance[away], (1, 0))
        out["label_word"] = label_word
        out["label_head"] = torch.cat([self.root_label.expand(rows, 1, -1), label_head], 1)
        return out | self.semantics(x)

    def labels(self, word, head):
        """Scores of relations for pairs of rows of `label_word` and `label_head`."""
        return self.label(self.drop(F.relu(word + head)))


def load(run):
    """The network, the labels and the numbers of words that a run has stored; heads that it has not are new."""
    labels = Labels.load(run / "labels.json")
    known = json.loads((run / "words.json").read_text(encoding="utf-8"))
    network = FastNetwork(np.zeros((len(known["words"]) + 1, VECTOR), np.float32), known["learned"], labels.sizes)
    missing, _ = network.load_state_dict(torch.load(run / "best.pt"), strict=False)
    assert all(name.startswith("semantics.") for name in missing), missing
    return network, labels, {word: i + 1 for i, word in enumerate(known["words"])}


def batcher(forms):
    """The function that makes tensors of chunks, padded to the longest."""

    def batch(chunks):
        count, words = len(chunks), max(len(c.forms) for c in chunks)
        numbers = np.zeros((count, words), np.int64)
        mask = np.zeros((count, words), np.float32)
        targets = {h: np.full((count, words), IGNORED, np.int64)
                   for h in ("upos", "xpos", "feats", "lemma", "name", "head", "rel", "end", *CLASSES)}
        inside = np.zeros((count, words, words + 1), bool)
        for b, c in enumerate(chunks):
            n = len(c.forms)
            numbers[b, :n] = [p[0] for p in c.pieces]
            mask[b, :n] = 1
            for name, values in (*c.targets.items(), *c.marks.items(), ("head", c.heads), ("rel", c.rels), ("end", c.ends)):
                targets[name][b, :n] = values
            for start, end in c.spans:
                inside[b, start:end, start + 1:end + 1] = True
            inside[b, :, 0] = True
        as_tensors = {k: torch.from_numpy(v) for k, v in targets.items()}
        as_tensors["inside"] = torch.from_numpy(inside)
        return (torch.from_numpy(forms.lookup(numbers)), torch.from_numpy(mask)), as_tensors

    return batch
