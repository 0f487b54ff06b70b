// What somebody writes who uses the library as its documentation shows: one pipeline, on the page or in one worker. The
// files and the runtime's build are those of our page.
import { env, pipeline } from '@xenova/transformers';

env.allowRemoteModels = false;
env.allowLocalModels = true;
env.localModelPath = '/models/';
env.useBrowserCache = false;
env.backends.onnx.wasm.numThreads = 1;
env.backends.onnx.wasm.wasmPaths = {
  mjs: '/runtime/ort-wasm-simd-threaded.mjs',
  wasm: '/runtime/ort-wasm-simd-threaded.wasm',
};

let classify;
const timed = async (work) => {
  const start = performance.now();
  const labels = await work();
  return { ms: performance.now() - start, labels: labels.map(({ label }) => label.toLowerCase()) };
};

window.library = {
  async load(id) {
    classify = await pipeline('text-classification', id, { device: 'wasm', dtype: 'q8' });
  },
  whole: (texts) => timed(() => classify(texts)),
  chunks: (texts) =>
    timed(async () => {
      const all = [];
      for (let i = 0; i < texts.length; i += 32)
        all.push(...(await classify(texts.slice(i, i + 32))));
      return all;
    }),
  oneByOne: (texts) =>
    timed(async () => {
      const all = [];
      for (const text of texts) all.push(...(await classify(text)));
      return all;
    }),
};
