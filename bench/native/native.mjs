// Our models in native onnxruntime, on one thread, tokenised by the library's own tokeniser. Loaded by bench/engines.mjs where
// onnxruntime-node is installed in this folder.
import { existsSync, readFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';
import { InferenceSession, Tensor } from 'onnxruntime-node';

const LABELS = ['negative', 'neutral', 'positive'];
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** The model in full precision, where to_fp32.py has written it. */
export const fp32Of = (id) => [`bench/native/${id}-fp32.onnx`].find((path) => existsSync(path));

/** @param path of the model; the shipped one when absent */
export async function openNative(id, path = `public/models/${id}/onnx/model_quantized.onnx`) {
  const folder = `public/models/${id}`;
  const tokenizer = new Tokenizer(
    read(`${folder}/tokenizer.json`),
    read(`${folder}/tokenizer_config.json`),
  );
  const session = await InferenceSession.create(path, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });

  async function forward(rows) {
    const longest = Math.max(...rows.map((ids) => ids.length));
    const dims = [rows.length, longest];
    const ids = new BigInt64Array(rows.length * longest);
    const mask = new BigInt64Array(ids.length);
    rows.forEach((row, r) =>
      row.forEach((id, i) => {
        ids[r * longest + i] = BigInt(id);
        mask[r * longest + i] = 1n;
      }),
    );
    const inputs = {
      input_ids: new Tensor('int64', ids, dims),
      attention_mask: new Tensor('int64', mask, dims),
      token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), dims),
    };
    const used = Object.fromEntries(session.inputNames.map((name) => [name, inputs[name]]));
    const { logits } = await session.run(used);
    return rows.map((_, r) => {
      const row = [...logits.data.slice(r * 3, r * 3 + 3)];
      return LABELS[row.indexOf(Math.max(...row))];
    });
  }

  /** @param size texts of one forward pass, sorted by length; 1: one by one */
  return async (texts, size) => {
    const start = performance.now();
    const rows = texts.map((text) => tokenizer.encode(text).ids.slice(0, 512));
    const order = rows.map((_, i) => i).sort((a, b) => rows[a].length - rows[b].length);
    const labels = [];
    for (let i = 0; i < order.length; i += size) {
      const batch = order.slice(i, i + size);
      (await forward(batch.map((n) => rows[n]))).forEach((label, n) => (labels[batch[n]] = label));
    }
    return { ms: performance.now() - start, labels };
  };
}
