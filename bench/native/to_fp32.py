"""Writes a bundled int8 model out in full precision, for `npm run bench -- engines` to run beside it natively.

    pip install onnx numpy && python bench/native/to_fp32.py sentiscope-base

The same graph and the same (dequantized) weights; float32 multiplications in place of the quantized ones.
"""

import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper

ROOT = Path(__file__).parents[2]


def to_fp32(model_id: str) -> Path:
    model = onnx.load(ROOT / "public/models" / model_id / "onnx/model_quantized.onnx")
    graph = model.graph
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    nodes = list(graph.node)
    maker = {output: node for node in nodes for output in node.output}
    unquantized = {
        node.output[0]: node.input[0] for node in nodes if node.op_type == "DynamicQuantizeLinear"
    }
    weights = {}

    def dequantized(name: str) -> str:
        scale = tensors[name.removesuffix("_q") + "_s"]
        weights[name + "_fp32"] = (tensors[name].astype(np.float32) * scale).astype(np.float32)
        return name + "_fp32"

    kept = []
    for node in nodes:
        if node.op_type == "QAttention":
            inputs = [unquantized[node.input[0]], dequantized(node.input[1]), node.input[2]]
            attributes = [a for a in node.attribute if a.name in ("num_heads", "unidirectional")]
            kept.append(helper.make_node("Attention", [*inputs, node.input[5]], node.output, domain=node.domain))
            kept[-1].attribute.extend(attributes)
        elif node.op_type == "Mul" and (cast := maker.get(node.input[0])) and cast.op_type == "Cast":
            product = maker.get(cast.input[0])
            if product is None or product.op_type != "MatMulInteger":
                kept.append(node)
                continue
            inputs = [unquantized[product.input[0]], dequantized(product.input[1])]
            kept.append(helper.make_node("MatMul", inputs, node.output))
        else:
            kept.append(node)

    graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in weights.items())
    wanted, needed = {output.name for output in graph.output}, []
    for node in reversed(kept):
        if wanted & set(node.output):
            needed.append(node)
            wanted |= set(node.input)
    del graph.node[:]
    graph.node.extend(reversed(needed))
    used = [tensor for tensor in graph.initializer if tensor.name in wanted]
    del graph.initializer[:]
    graph.initializer.extend(used)
    path = Path(__file__).parent / f"{model_id}-fp32.onnx"
    onnx.save(model, path)
    return path


if __name__ == "__main__":
    print(to_fp32(sys.argv[1]))
