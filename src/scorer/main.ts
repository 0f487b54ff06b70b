import { smallestStep } from '../core/bench/tick.ts';
import { AppError } from '../core/failure.ts';
import type { Calls, Look, ModelSpec, Scored, Taps } from '../core/protocol.ts';
import { serve } from '../core/serve.ts';
import { cacheStore } from '../storage/files.ts';
import { fetchFiles } from './fetch-files.ts';
import { loadEncoder, type OpenEncoder } from './library-engine.ts';
import { look } from './look.ts';
import { score } from './score.ts';

let loaded: { encoder: OpenEncoder; model: ModelSpec; taps: Taps | undefined } | undefined;

serve<Calls>(
  self,
  {
    fetch: (files, context) => fetchFiles(files, cacheStore, context),

    async load(order) {
      const start = performance.now();
      loaded = { encoder: await loadEncoder(order), model: order.model, taps: order.taps };
      return { loadMs: performance.now() - start };
    },

    async score(order, { signal }) {
      if (!loaded) throw new AppError({ code: 'inference-failed', detail: 'score before load' });
      return score(loaded.encoder, loaded.model, order, signal);
    },

    async look(texts) {
      if (!loaded?.taps)
        throw new AppError({ code: 'inference-failed', detail: 'look before a load with taps' });
      return look(loaded.encoder, loaded.taps, texts);
    },

    async count(texts) {
      if (!loaded) throw new AppError({ code: 'inference-failed', detail: 'count before load' });
      const { encoder } = loaded;
      return Uint32Array.from(texts, (text) => encoder.wrap(encoder.encode(text)).length);
    },

    tick: async () => smallestStep(),
  },
  { transfer: buffersOf },
);

/** The arrays of an answer are moved to the page, not copied. */
function buffersOf(output: unknown): Transferable[] {
  if (typeof output !== 'object' || output === null || !('probabilities' in output)) return [];
  const arrays = Object.values(output as Scored | Look).filter((value) =>
    ArrayBuffer.isView(value),
  ); // the two outputs with that field
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
