import { readFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';
import Papa from 'papaparse';
import { runnerImport } from 'vite';

const json = (path) => JSON.parse(readFileSync(`public/${path}`, 'utf8'));

/** Every review of a sample, scored by both models: [{ tokens, base, small, embedding }]; logits, and the small one's embedding. */
export async function scoreBoth(sample) {
  const { module: tool } = await runnerImport('./tools/kernel.ts');
  const { module } = await runnerImport('./src/kernel/encoder.ts', { plugins: [tool.kernel()] });
  const tokenizer = new Tokenizer(
    json('models/sentiscope-base/tokenizer.json'),
    json('models/sentiscope-base/tokenizer_config.json'),
  );
  const load = (id) =>
    module.createEncoder(
      new Uint8Array(readFileSync(`public/models/${id}/onnx/model_quantized.onnx`)),
      'baseline', // Node 20 has the other one behind a flag
    );
  const [accurate, fast] = [await load('sentiscope-base'), await load('sentiscope-small')];
  const { data } = Papa.parse(readFileSync(`public/samples/${sample}`, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map(({ text }) => {
    const ids = [...tokenizer.encode(text).ids].slice(0, 512);
    const { logits, embedding } = fast.forward([ids], { embedding: true });
    const base = [...accurate.forward([ids]).logits];
    return { tokens: ids.length, base, small: [...logits], embedding: [...embedding] };
  });
}
