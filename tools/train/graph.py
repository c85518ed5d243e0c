"""A small builder of ONNX graphs: float or 8-bit products, embeddings kept as 8-bit rows."""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = "com.microsoft"


class Graph:
    """Nodes, weights, inputs and outputs of one graph. `ranges`: name of a linear layer -> (min, max) of its input."""

    def __init__(self, ranges=None):
        self.nodes, self.weights, self.inputs, self.outputs = [], [], [], []
        self.ranges = ranges
        self.count = 0

    def input(self, name, kind, shape):
        self.inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def output(self, value, name, kind, shape):
        self.nodes.append(helper.make_node("Identity", [value], [name]))
        self.outputs.append(helper.make_tensor_value_info(name, kind, shape))

    def weight(self, array, kind=np.float32):
        self.count += 1
        name = f"w{self.count}"
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array, dtype=kind), name))
        return name

    def whole(self, *values):
        """A constant of whole numbers: axes, shapes, indices."""
        return self.weight(np.array(values), np.int64)

    def add(self, op, inputs, outputs=1, domain="", **attributes):
        """Adds a node; gives the name of its output, or the names of several."""
        self.count += 1
        names = [f"v{self.count}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(op, inputs, names, domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def linear(self, x, weight, bias, name=None):
        """x times weight [in, out] plus bias: in 8 bits when the range of x is known."""
        return self.linears(x, weight, bias, name, parts=1)[0]

    def linears(self, x, weight, bias, name, parts):
        """The same as several products side by side, each a part of the columns."""
        columns = np.split(weight, parts, axis=1), np.split(bias, parts)
        if self.ranges is None or name not in self.ranges:
            return [self.add("Add", [self.add("MatMul", [x, self.weight(w)]), self.weight(b)]) for w, b in zip(*columns)]
        low, high = self.ranges[name]
        scale = max(high - low, 1e-6) / 255
        zero = int(np.clip(round(-low / scale), 0, 255))
        x_scale, x_zero = self.weight(scale), self.weight(zero, np.uint8)
        small = self.add("QuantizeLinear", [x, x_scale, x_zero])
        return [self._small_product(small, x_scale, x_zero, w, b) for w, b in zip(*columns)]

    def _small_product(self, x, x_scale, x_zero, weight, bias):
        # Seven bits: two products of eight bits overflow the 16-bit sums of AVX2's VPMADDUBSW.
        scales = np.maximum(np.abs(weight).max(0), 1e-8) / 63
        rounded = np.clip(np.rint(weight / scales), -63, 63)
        return self.add("MatMulIntegerToFloat",
                        [x, self.weight(rounded, np.int8), x_scale, self.weight(scales), x_zero, "",
                         self.weight(bias)], domain=MICROSOFT)

    def rows(self, table, indices):
        """Rows of a table kept in 8 bits with a scale a row (float when nothing is quantised)."""
        if self.ranges is None:
            return self.add("Gather", [self.weight(table), indices])
        scales = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
        small = self.add("Gather", [self.weight(np.rint(table / scales), np.int8), indices])
        wide = self.add("Cast", [small], to=TensorProto.FLOAT)
        return self.add("Mul", [wide, self.add("Gather", [self.weight(scales), indices])])

    def gelu(self, x):
        return self.add("Gelu", [x], domain=MICROSOFT)

    def norm(self, x, weight, bias, epsilon, skip=None):
        """Layer normalisation of x, or of x and skip added (one operator for both is slower on the CPU)."""
        if skip is not None:
            x = self.add("Add", [x, skip])
        return self.add("LayerNormalization", [x, self.weight(weight), self.weight(bias)], axis=-1, epsilon=epsilon)

    def save(self, path, name):
        graph = helper.make_graph(self.nodes, name, self.inputs, self.outputs, self.weights)
        model = helper.make_model(graph, producer_name="parley", opset_imports=[
            helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)])
        model.ir_version = 8
        onnx.save(model, path)
