import { smallestStep } from '../core/bench/tick.ts';
import { AppError } from '../core/failure.ts';
import type { Calls, Look, ModelSpec, Scored, ScoreOrder, Taps } from '../core/protocol.ts';
import { serve } from '../core/serve.ts';
import { createTurns } from '../core/turns.ts';
import { cacheStore } from '../storage/files.ts';
import { scoreCascade } from './cascade.ts';
import { fetchFiles } from './fetch-files.ts';
import { loadKernel } from './kernel-engine.ts';
import type { Encoder, OpenEncoder } from './library-engine.ts';
import { look } from './look.ts';
import { score } from './score.ts';

let loaded: { encoder: Encoder; model: ModelSpec } | undefined;
/** The small model of a cascade. */
let companion: Encoder | undefined;
/** The same encoder, where a load with taps has laid it open. */
let open: { encoder: OpenEncoder; taps: Taps } | undefined;
const turns = createTurns();

serve<Calls>(
  self,
  {
    fetch: (files, context) => fetchFiles(files, cacheStore, context),

    async load(order) {
      const start = performance.now();
      const { model, taps } = order;
      open = undefined;
      companion = undefined;
      if (model.engine === 'kernel') {
        const { encoder, build } = await loadKernel(order);
        loaded = { encoder, model };
        return { loadMs: performance.now() - start, build };
      }
      const { loadEncoder } = await library();
      const encoder = await loadEncoder(order);
      loaded = { encoder, model };
      open = taps && { encoder, taps };
      return { loadMs: performance.now() - start };
    },

    async accompany(order) {
      const start = performance.now();
      const { encoder, build } = await loadKernel(order);
      companion = encoder;
      return { loadMs: performance.now() - start, build };
    },

    async score(order, { signal }) {
      if (!loaded) throw new AppError({ code: 'inference-failed', detail: 'score before load' });
      if (order.cascade) {
        if (!companion)
          throw new AppError({ code: 'inference-failed', detail: 'cascade before accompany' });
        const encoders = { small: companion, accurate: loaded.encoder };
        return scoreCascade(
          encoders,
          loaded.model,
          { ...order, cascade: order.cascade },
          signal,
          turns,
        );
      }
      return score(loaded.encoder, loaded.model, order, signal, turns);
    },

    async look(texts) {
      if (!open)
        throw new AppError({ code: 'inference-failed', detail: 'look before a load with taps' });
      return look(open.encoder, open.taps, texts);
    },

    async count(texts) {
      if (!loaded) throw new AppError({ code: 'inference-failed', detail: 'count before load' });
      const { encoder } = loaded;
      return Uint32Array.from(texts, (text) => encoder.wrap(encoder.encode(text)).length);
    },

    tick: async () => smallestStep(),
  },
  {
    atOnce: ({ call, input }) => call === 'score' && isUrgent(input),
    transfer: buffersOf,
  },
);

const isUrgent = ({ priority = 'batch' }: ScoreOrder) => priority !== 'batch';

/** Our own models do without it on the processor, and a first visit is over before it would be here. */
const library = () =>
  import('./library-engine.ts').catch((error: unknown) => {
    throw new AppError({
      code: 'runtime-missing',
      detail: String(error),
      subject: 'transformers.js',
    });
  });

/** The arrays of an answer are moved to the page, not copied. */
function buffersOf(output: unknown): Transferable[] {
  if (typeof output !== 'object' || output === null || !('probabilities' in output)) return [];
  const arrays = Object.values(output as Scored | Look).filter((value) =>
    ArrayBuffer.isView(value),
  ); // the two outputs with that field
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
