"""Maximum spanning trees (Chu-Liu and Edmonds) over arc scores, one root each."""
import numpy as np


def tree(scores):
    """Heads (0 for the root, else 1 + word) of the best tree; scores[word, 0 for the root or 1 + head]."""
    count = scores.shape[0]
    square = np.full((count + 1, count + 1), -np.inf)
    square[1:] = scores
    np.fill_diagonal(square, -np.inf)
    heads = _edmonds(square)
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) == 1:
        return heads[1:]
    best, found = -np.inf, heads
    for root in roots:
        alone = square.copy()
        alone[1:, 0] = -np.inf
        alone[root, 0] = square[root, 0]
        heads = _edmonds(alone)
        total = alone[np.arange(1, count + 1), heads[1:]].sum()
        if total > best:
            best, found = total, heads
    return found[1:]


def _edmonds(square):
    count = square.shape[0]
    heads = square.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(count, bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    cost = square[cycle, heads[cycle]]
    smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    smaller[:-1, :-1] = square[np.ix_(outside, outside)]
    into = square[np.ix_(cycle, outside)] - cost[:, None]
    enter = into.argmax(0)
    smaller[-1, :-1] = into[enter, np.arange(len(outside))]
    leaving = square[np.ix_(outside, cycle)]
    leave = leaving.argmax(1)
    smaller[:-1, -1] = leaving[np.arange(len(outside)), leave]
    smaller[0] = -np.inf
    inner = _edmonds(smaller)
    result = heads.copy()
    for i, node in enumerate(outside):
        if node:
            result[node] = cycle[leave[i]] if inner[i] == len(outside) else outside[inner[i]]
    result[cycle[enter[inner[-1]]]] = outside[inner[-1]]
    return result


def _cycle(heads):
    seen = np.zeros(len(heads), int)
    for start in range(1, len(heads)):
        node = start
        while node and not seen[node]:
            seen[node] = start
            node = heads[node]
        if node and seen[node] == start:
            cycle, at = [node], heads[node]
            while at != node:
                cycle.append(at)
                at = heads[at]
            return np.array(cycle)
    return None
