"""Scores of a network on dev sentences with gold words."""
import numpy as np
import torch

from chunks import batch, clip
from tree import tree


def names_of(tags):
    """Entities (start, end, kind) of BIO tags; an I- that continues nothing begins a name."""
    found, start, kind = [], None, None
    for i, tag in enumerate(list(tags) + ["O"]):
        goes_on = tag.startswith("I-") and kind == tag[2:]
        if start is not None and not goes_on:
            found.append((start, i, kind))
            start = kind = None
        if tag != "O" and not goes_on:
            start, kind = i, tag[2:]
    return set(found)


def predict(network, chunks, size=3000, make=batch):
    """Outputs of the network as arrays, in the order of the chunks."""
    order = sorted(range(len(chunks)), key=lambda i: chunks[i].length)
    results, group = [None] * len(chunks), []
    network.eval()
    with torch.no_grad():
        for at, i in enumerate(order):
            group.append(i)
            following = chunks[order[at + 1]].length if at + 1 < len(order) else size
            if following * (len(group) + 1) <= size:
                continue
            inputs, _ = make([chunks[j] for j in group])
            out = {k: v.numpy() for k, v in network(*inputs).items()}
            for row, j in enumerate(group):
                results[j] = {k: v[row] for k, v in out.items()}
            group = []
    return results


def score(network, labels, chunker, sentences, together=False, make=batch):
    """Accuracies in percent. `together`: chunks of several sentences, cut where the end head says."""
    groups = [[s] for s in sentences]
    if together:
        groups = _paragraphs(sentences)
    chunks = [clip(chunker.chunk(g)) for g in groups]
    outputs = predict(network, chunks, make=make)
    hits = dict.fromkeys(("upos", "xpos", "feats", "lemma", "uas", "las"), 0)
    words = 0
    names = np.zeros(3, int)
    ends = np.zeros(3, int)
    for group, chunk, out in zip(groups, chunks, outputs):
        count = len(chunk.forms)
        words += count
        for head in ("upos", "xpos", "feats"):
            best = [labels.classes[head][k] for k in out[head][:count].argmax(-1)]
            gold = [v for s in group for v in getattr(s, head)]
            hits[head] += sum(a == b for a, b in zip(best, gold))
            if head == "upos":
                upos = best
        lemmas = [labels.lemma(f, u, k) for f, u, k in zip(chunk.forms, upos, out["lemma"][:count].argmax(-1))]
        hits["lemma"] += sum(a == b for a, b in zip(lemmas, (v for s in group for v in s.lemmas)))
        cuts = [b for _, b in chunk.spans]
        if together:
            cuts = [i + 1 for i in range(count) if out["end"][i] > 0 or i == count - 1]
            gold_cuts = {b for _, b in chunk.spans if b < count}
            found = {c for c in cuts if c < count}
            ends += (len(gold_cuts & found), len(found), len(gold_cuts))
        heads, start = np.zeros(count, int), 0
        for end in cuts:
            local = tree(out["arc"][start:end][:, [0, *range(start + 1, end + 1)]].astype(np.float64))
            heads[start:end] = np.where(local == 0, 0, local + start)
            start = end
        rels = relations(network, out, heads)
        right = heads == np.array(chunk.heads)
        hits["uas"] += right.sum()
        hits["las"] += sum(r and labels.classes["label"][k] == g
                           for r, k, g in zip(right, rels, (v for s in group for v in s.rels)))
        if all(s.names is not None for s in group):
            gold = names_of(v for s in group for v in s.names)
            found = names_of(labels.classes["name"][k] for k in out["name"][:count].argmax(-1))
            names += (len(gold & found), len(found), len(gold))
    result = {k: round(100 * v / words, 2) for k, v in hits.items()}
    result["names"] = f1(names)
    if together:
        result["ends"] = f1(ends)
    return result


def _paragraphs(sentences):
    """Runs of sentences of one paragraph, up to a hundred words."""
    groups = []
    for s in sentences:
        if groups and s.place == groups[-1][-1].place and sum(len(x.forms) for x in groups[-1]) + len(s.forms) <= 100:
            groups[-1].append(s)
        else:
            groups.append([s])
    return groups


def relations(network, out, heads):
    """Best relation of each word under its head."""
    with torch.no_grad():
        scores = network.labels(torch.from_numpy(out["label_word"][:len(heads)].copy()),
                                torch.from_numpy(out["label_head"][heads].copy()))
    return scores.argmax(-1).numpy()


def f1(counts):
    right, found, gold = counts
    return round(200 * right / max(1, found + gold), 2)
