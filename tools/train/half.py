"""Products of linear layers in bfloat16, sums in float32: three times as fast where the processor has AVX-512 BF16, and a matter of rounding for what is learned."""
import torch
from torch import nn


STEP = 64       # rows are filled up to a multiple of so many: oneDNN compiles a product anew for each shape


def padded(rows):
    """The rows in bfloat16, with rows of zeros behind."""
    count = len(rows)
    made = torch.empty(-(-count // STEP) * STEP, rows.shape[1], dtype=torch.bfloat16)
    made[:count] = rows
    made[count:] = 0
    return made


class Product(torch.autograd.Function):
    """x W' + b of a linear layer. oneDNN is on for the products alone: its GELU gives wrong gradients (README.md, traps)."""

    @staticmethod
    def forward(ctx, x, weight, bias):
        flat, half = padded(x.reshape(-1, x.shape[-1])), weight.bfloat16()
        ctx.save_for_backward(flat, half)
        with torch.backends.mkldnn.flags(enabled=True):
            result = torch.mm(flat, half.t())
        return result[:x.numel() // x.shape[-1]].float().add_(bias).view(*x.shape[:-1], -1)

    @staticmethod
    def backward(ctx, given):
        flat, half = ctx.saved_tensors
        rows = given.reshape(-1, given.shape[-1])
        small = padded(rows)
        with torch.backends.mkldnn.flags(enabled=True):
            back, weight = torch.mm(small, half), torch.mm(small.t(), flat)
        return back[:len(rows)].float().view(*given.shape[:-1], -1), weight.float(), rows.sum(0)


def use():
    """Lets every linear layer of this process reckon so; does nothing where the processor has no such products."""
    with open("/proc/cpuinfo", encoding="ascii") as lines:
        if "avx512_bf16" in lines.read():
            nn.Linear.forward = lambda self, x: Product.apply(x, self.weight, self.bias)
