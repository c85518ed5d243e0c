"""The network: a BERT encoder over word pieces, pooled to words, with all heads of Parley's syntax and semantics."""
import math

import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

from semantics import SemanticHeads

SHAPE_WIDTH, ARC_WIDTH, LABEL_WIDTH = 32, 256, 96


class FastDropout(nn.Module):
    """Dropout by slices of one random mask made beforehand: drawing numbers anew costs a sixth of a step."""

    SIZE = 1 << 24

    def __init__(self, rate):
        super().__init__()
        self.rate = rate
        self.mask = None

    def forward(self, x):
        if not self.training or self.rate == 0:
            return x
        if self.mask is None or np.random.rand() < 0.002:
            keep = np.random.rand(self.SIZE).astype(np.float32) >= self.rate
            self.mask = torch.from_numpy(keep.astype(np.float32) / (1 - self.rate))
        at = np.random.randint(0, self.SIZE - x.numel())
        return x * self.mask[at:at + x.numel()].view(x.shape)


class Layer(nn.Module):
    """One transformer layer of BERT; query, key and value are one matrix."""

    def __init__(self, config, dropout):
        super().__init__()
        width, inner = config["hidden_size"], config["intermediate_size"]
        self.heads = config["num_attention_heads"]
        self.attend = nn.Linear(width, 3 * width)
        self.join = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = dropout

    def forward(self, x, bias):
        batch, length, width = x.shape
        q, k, v = self.attend(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        scores = torch.matmul(q * (1 / math.sqrt(q.shape[-1])), k.transpose(2, 3)) + bias
        mixed = torch.matmul(scores.softmax(-1), v).transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.drop(self.join(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """BERT without its pooler. `places` holds position and segment embeddings summed."""

    def __init__(self, config, dropout):
        super().__init__()
        width = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], width, sparse=True)
        self.places = nn.Embedding(config["max_position_embeddings"], width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(config, dropout) for _ in range(config["num_hidden_layers"]))
        self.drop = dropout

    def forward(self, pieces, mask):
        x = self.words(pieces) + self.places.weight[:pieces.shape[1]]
        x = self.drop(self.norm(x))
        bias = (1 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load(self, path):
        """Takes the weights of an npz under their names in BERT."""
        given = np.load(path)

        def take(name):
            return torch.from_numpy(given[name].astype(np.float32))

        with torch.no_grad():
            self.words.weight.copy_(take("embeddings.word_embeddings.weight"))
            self.places.weight.copy_(take("embeddings.position_embeddings.weight")
                                     + take("embeddings.token_type_embeddings.weight")[0])
            pairs = [(self.norm, "embeddings.LayerNorm")]
            for i, layer in enumerate(self.layers):
                at = f"encoder.layer.{i}."
                for kind in ("weight", "bias"):
                    getattr(layer.attend, kind).copy_(torch.cat(
                        [take(f"{at}attention.self.{part}.{kind}") for part in ("query", "key", "value")]))
                pairs += [(layer.join, at + "attention.output.dense"), (layer.norm1, at + "attention.output.LayerNorm"),
                          (layer.up, at + "intermediate.dense"), (layer.down, at + "output.dense"),
                          (layer.norm2, at + "output.LayerNorm")]
            for part, name in pairs:
                part.weight.copy_(take(name + ".weight"))
                part.bias.copy_(take(name + ".bias"))


class Network(nn.Module):
    """All heads in one pass. `sizes` gives the classes of upos, xpos, feats, lemma, name and label."""

    def __init__(self, config, sizes, dropout=0.1, head_dropout=0.25):
        super().__init__()
        width = config["hidden_size"]
        self.encoder = Encoder(config, FastDropout(dropout))
        self.shapes = nn.Embedding(9, SHAPE_WIDTH)
        self.mix = nn.Linear(width + SHAPE_WIDTH, width)
        self.near = nn.Linear(3 * width, width)
        self.norm = nn.LayerNorm(width)
        self.drop = FastDropout(head_dropout)
        self.tags = nn.ModuleDict({name: nn.Linear(width, sizes[name])
                                   for name in ("upos", "xpos", "feats", "lemma", "name")})
        self.end = nn.Linear(width, 1)
        self.arc_word = nn.Linear(width, ARC_WIDTH)
        self.arc_head = nn.Linear(width, ARC_WIDTH)
        self.arc = nn.Parameter(torch.zeros(ARC_WIDTH + 1, ARC_WIDTH))
        self.label_word = nn.Linear(width, LABEL_WIDTH)
        self.label_head = nn.Linear(width, LABEL_WIDTH)
        self.label = nn.Parameter(torch.zeros(LABEL_WIDTH + 1, sizes["label"] * (LABEL_WIDTH + 1)))
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.semantics = SemanticHeads(width, width, self.drop)
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.label, std=0.02)

    def words(self, pieces, mask, pool, shape):
        """One vector a word, before the heads."""
        x = torch.matmul(pool, self.encoder(pieces, mask))
        x = F.gelu(self.mix(torch.cat([x, self.shapes(shape)], -1)))
        x = x * pool.sum(-1, keepdim=True)
        near = torch.cat([F.pad(x[:, :-1], (0, 0, 1, 0)), x, F.pad(x[:, 1:], (0, 0, 0, 1))], -1)
        return self.norm(x + F.gelu(self.near(self.drop(near))))

    def forward(self, pieces, mask, pool, shape):
        """Scores of all heads; `arc` is [batch, word, 1 + head]."""
        x = self.drop(self.words(pieces, mask, pool, shape))
        out = {name: tag(x) for name, tag in self.tags.items()}
        out["end"] = self.end(x).squeeze(-1)
        heads = torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)
        word = one(self.drop(F.gelu(self.arc_word(x))))
        head = self.drop(F.gelu(self.arc_head(heads)))
        # Without the divisor one step of Adam moves scores by whole units.
        out["arc"] = torch.matmul(torch.matmul(word, self.arc), head.transpose(1, 2)) / math.sqrt(ARC_WIDTH)
        out["label_word"] = self.drop(F.gelu(self.label_word(x)))
        out["label_head"] = self.drop(F.gelu(self.label_head(heads)))
        return out | self.semantics(x)

    def labels(self, word, head):
        """Scores of relations for pairs of rows of `label_word` and `label_head`."""
        word, head = one(word), one(head)
        product = torch.matmul(word, self.label).view(len(word), -1, head.shape[-1])
        return torch.matmul(product, head.unsqueeze(-1)).squeeze(-1)


def one(x):
    """A column of ones joined on: the bias of a biaffine form."""
    return F.pad(x, (0, 1), value=1.0)
