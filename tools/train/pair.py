"""Two processes that train one network: each learns from its own batches and updates half of the weights.

On a busy machine this is faster than two threads, which wait for each other at every product of matrices.
"""
import torch
import torch.multiprocessing as multiprocessing

MOST_ROWS = 8192


class Pair:
    """What the two share: gradients, rows of the embedding's gradient, and a few numbers."""

    def __init__(self, network):
        network.share_memory()
        self.table = network.encoder.words.weight
        self.dense = [p for p in network.parameters() if p is not self.table]
        self.gradients = [[torch.zeros_like(p).share_memory_() for p in self.dense] for _ in range(2)]
        width = self.table.shape[1]
        self.rows = [torch.zeros(MOST_ROWS, dtype=torch.long).share_memory_() for _ in range(2)]
        self.values = [torch.zeros(MOST_ROWS, width).share_memory_() for _ in range(2)]
        self.counts = torch.zeros(2, dtype=torch.long).share_memory_()
        self.norms = torch.zeros(2).share_memory_()
        self.done = torch.zeros(2, dtype=torch.long).share_memory_()
        self.progress = torch.zeros(1, dtype=torch.double).share_memory_()
        self.scores = torch.zeros(2).share_memory_()
        self.barrier = multiprocessing.get_context("fork").Barrier(2)
        self.owner = self._divide()

    def _divide(self):
        """Who updates which weights: about half each."""
        owners, load = [0] * len(self.dense), [0, 0]
        for i in sorted(range(len(self.dense)), key=lambda i: -self.dense[i].numel()):
            owners[i] = load.index(min(load))
            load[owners[i]] += self.dense[i].numel()
        return owners

    def owned(self, worker):
        return {id(p) for p, owner in zip(self.dense, self.owner) if owner == worker}

    def begin(self, worker):
        """Empties the gradients of this worker before its pass."""
        for p, gradient in zip(self.dense, self.gradients[worker]):
            p.grad = gradient.zero_()
        self.table.grad = None

    def exchange(self, worker, clip):
        """Waits for the other, then leaves the mean gradient, clipped, on the weights this worker owns."""
        rows = self.table.grad.coalesce()
        count = rows.indices().shape[1]
        self.rows[worker][:count] = rows.indices()[0]
        self.values[worker][:count] = rows.values()
        self.counts[worker] = count
        self.barrier.wait()
        mine = [i for i, owner in enumerate(self.owner) if owner == worker]
        means = [(self.gradients[0][i] + self.gradients[1][i]).mul_(0.5) for i in mine]
        self.norms[worker] = sum(float(m.norm()) ** 2 for m in means)
        self.barrier.wait()
        scale = min(1.0, clip / (float(self.norms.sum()) ** 0.5 + 1e-6))
        for p in self.dense:
            p.grad = None
        for i, mean in zip(mine, means):
            self.dense[i].grad = mean.mul_(scale)
        found = [(self.rows[w][:n], self.values[w][:n]) for w, n in enumerate(self.counts.tolist())]
        indices, values = (torch.cat(parts) for parts in zip(*found))
        chosen = indices % 2 == worker
        self.table.grad = torch.sparse_coo_tensor(indices[chosen][None], values[chosen] * 0.5, self.table.shape).coalesce()
