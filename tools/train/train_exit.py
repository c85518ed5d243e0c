"""Lets the reader of testimony stop half way: a small layer behind one of its first layers tells when the rest would give nothing. See README.md.

    python3 train_exit.py --data DATA --pairs PAIRS.tsv --model ../../models/en-testimony --version 1.3 [--check ASKED.tsv]

Learned from the network's own answers on pairs of screen_pairs.py; the network itself stays as it is. testimony.onnx gets one more input, `closely`: where it is
true, a pair is read to the end whatever the layer says. `--check` tells, on pairs that were not learned from, what thresholds keep and spare.
"""
import argparse
import json
import time
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper
from torch import nn

import half
import testimony
from graph import Graph
from recover import recover_testimony
from sections import write_manifest
from wordpieces import WordPieces

AFTER, HIDDEN = 2, 48        # layers that all pairs go through, and the width of the layer behind them
MATTERS = 0.2                # what the network gives at least for a pair that should be read to the end


class Exit(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.hidden = nn.Linear(width, HIDDEN)
        self.out = nn.Linear(HIDDEN, 1)

    def forward(self, pooled):
        return self.out(torch.tanh(self.hidden(pooled)))[:, 0]


def look(network, pairs, size=32):
    """Of each pair, what pools behind the first layers, and the greatest probability that the whole network gives for a bearing."""
    pooled, given, seen = None, np.zeros(len(pairs), np.float32), []
    hook = network.encoder.layers[AFTER - 1].register_forward_hook(lambda module, taken, result: seen.append(result))
    order = sorted(range(len(pairs)), key=lambda i: sum(map(len, pairs[i][:2])))
    with torch.no_grad():
        for at in range(0, len(order), size):
            part = order[at:at + size]
            pieces, mask, second = testimony.batch([pairs[i] for i in part])
            p = network(pieces, mask, second).softmax(-1).numpy()
            given[part] = np.maximum(p[:, 1] + p[:, 2], p[:, 3:].max(1))
            x, theirs, mine = seen.pop(), (mask * second)[:, :, None], (mask * (1 - second))[:, :, None]
            found = torch.cat([x[:, 0], (x * mine).sum(1) / mine.sum(1), (x * theirs).sum(1) / theirs.sum(1)], -1).numpy()
            if pooled is None:
                pooled = np.zeros((len(pairs), found.shape[1]), np.float16)
            pooled[part] = found
    hook.remove()
    return torch.from_numpy(pooled), torch.from_numpy(given)


def train(pooled, given, rounds=12, size=256):
    """The layer that tells the pairs that matter, those that are surer for more."""
    layer = Exit(pooled.shape[1])
    optimizer = torch.optim.AdamW(layer.parameters(), lr=2e-3, weight_decay=0.02)
    wanted = torch.clamp(given / MATTERS, 0, 1)
    weight = 1 + 4 * (given >= MATTERS).float()
    for turn in range(rounds):
        for group in optimizer.param_groups:
            group["lr"] = 2e-3 * (1 - turn / rounds)
        for part in torch.randperm(len(given)).split(size):
            optimizer.zero_grad()
            x = F.dropout(pooled[part].float(), 0.1)
            F.binary_cross_entropy_with_logits(layer(x), wanted[part], weight[part]).backward()
            optimizer.step()
    return layer.eval()


def tell(layer, pooled, given, kept):
    """Prints for some shares of the pairs that matter the threshold that keeps it and what share of all is spared; gives the threshold for `kept`."""
    with torch.no_grad():
        scores = layer(pooled.float()).numpy()
    given = given.numpy()
    for share in (0.95, 0.97, 0.98, 0.99, 0.995):
        least = np.quantile(scores[given >= MATTERS], 1 - share)
        print(f"  keeps {share:.3f} of {int((given >= MATTERS).sum())}: threshold {least:.3f}, spares {(scores < least).mean():.3f} of {len(scores)}")
    return float(np.quantile(scores[given >= MATTERS], 1 - kept))


def insert(path, layer, least):
    """Puts the layer into the graph: what stands behind it runs only where it does not tell that there is nothing."""
    model = onnx.load(str(path))
    old = model.graph
    assert all(one.name != "closely" for one in old.input), f"{path} has such a layer already"
    norms = [at for at, node in enumerate(old.node) if node.op_type == "LayerNormalization"]
    cut = norms[2 * AFTER] + 1
    first, rest, end = list(old.node)[:cut], list(old.node)[cut:], old.output[0]
    g = Graph()
    g.count = 1 << 20                                  # names apart from those that are there
    x, seen = first[-1].output[0], g.add("Cast", ["mask"], to=TensorProto.FLOAT)
    theirs = g.add("Mul", [seen, g.add("Cast", ["second"], to=TensorProto.FLOAT)])
    mine = g.add("Sub", [seen, theirs])

    def mean(share):
        total = g.add("ReduceSum", [g.add("Mul", [x, g.add("Unsqueeze", [share, g.whole(2)])]), g.whole(1)], keepdims=0)
        return g.add("Div", [total, g.add("ReduceSum", [share, g.whole(1)], keepdims=1)])

    lead = g.add("Squeeze", [g.add("Slice", [x, g.whole(0), g.whole(1), g.whole(1)]), g.whole(1)])
    pooled = g.add("Concat", [lead, mean(mine), mean(theirs)], axis=-1)
    w = {name: value.detach().numpy() for name, value in layer.state_dict().items()}
    score = g.linear(g.add("Tanh", [g.linear(pooled, w["hidden.weight"].T, w["hidden.bias"])]), w["out.weight"].T, w["out.bias"])
    goes_on = g.add("Or", ["closely", g.add("Greater", [g.add("ReduceMax", [score], keepdims=0), g.weight(least)])])
    shape = helper.make_tensor_value_info("found", TensorProto.FLOAT, None)
    for node in rest:
        node.output[:] = ["found" if name == end.name else name for name in node.output]
    nothing = np.zeros((1, len(testimony.CLASSES)), np.float32)
    nothing[0, 0] = 1
    stop = helper.make_graph([helper.make_node("Identity", [g.weight(nothing)], ["none"])], "stop", [],
                             [helper.make_tensor_value_info("none", TensorProto.FLOAT, None)])
    choice = helper.make_node("If", [goes_on], [end.name], then_branch=helper.make_graph(rest, "read", [], [shape]), else_branch=stop)
    graph = helper.make_graph([*first, *g.nodes, choice], old.name,
                              [*old.input, helper.make_tensor_value_info("closely", TensorProto.BOOL, [])],
                              [helper.make_tensor_value_info(end.name, TensorProto.FLOAT, [1, len(testimony.CLASSES)])],
                              [*old.initializer, *g.weights])
    made = helper.make_model(graph, producer_name="parley", opset_imports=list(model.opset_import))
    made.ir_version = model.ir_version
    onnx.checker.check_model(made)
    onnx.save(made, str(path))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--pairs", required=True, type=Path, help="promise, tab, sentence a line, as screen_pairs.py writes them")
    parser.add_argument("--model", required=True, type=Path, help="folder of the reader of testimony, changed in place")
    parser.add_argument("--version", required=True)
    parser.add_argument("--check", type=Path)
    parser.add_argument("--keep", type=float, default=0.985, help="share of the pairs that matter that are to be read to the end")
    parser.add_argument("--seed", type=int, default=1)
    a = parser.parse_args()
    torch.manual_seed(a.seed)
    torch.set_num_threads(2)
    half.use()
    started = time.time()
    config = json.loads((a.data / "encoder/config.json").read_text())
    network = testimony.TestimonyNetwork(config)
    network.load_state_dict(recover_testimony(a.model, config))
    network.eval()
    cut = testimony.Cutter(WordPieces(a.data / "encoder/vocab.txt"))

    def read(path):
        return look(network, [cut.pair((*line.split("\t")[:2], 0, "")) for line in path.read_text(encoding="utf-8").splitlines()])

    pooled, given = read(a.pairs)
    print(f"{len(given)} pairs, {int((given >= MATTERS).sum())} matter, {time.time() - started:.0f} s", flush=True)
    held = torch.arange(len(given)) % 8 == 0
    least = tell(train(pooled[~held], given[~held]), pooled[held], given[held], a.keep)
    layer = train(pooled, given)
    if a.check:
        tell(layer, *read(a.check), a.keep)
    insert(a.model / "testimony.onnx", layer, least)
    write_manifest(a.model, "en-testimony", a.version)
    print(f"threshold {least:.3f}, {time.time() - started:.0f} s")


if __name__ == "__main__":
    main()
