import { smallestStep } from '../core/bench/tick.ts';
import { AppError } from '../core/failure.ts';
import type { Calls, Scored } from '../core/protocol.ts';
import type { Label } from '../core/sentiment.ts';
import { serve } from '../core/serve.ts';
import { cacheStore } from '../storage/files.ts';
import { fetchFiles } from './fetch-files.ts';
import { loadEncoder, type Encoder } from './library-engine.ts';
import { score } from './score.ts';

let loaded: { encoder: Encoder; classes: readonly Label[] } | undefined;

serve<Calls>(
  self,
  {
    fetch: (files, context) => fetchFiles(files, cacheStore, context),

    async load(order) {
      const start = performance.now();
      loaded = { encoder: await loadEncoder(order), classes: order.model.classes };
      return { loadMs: performance.now() - start };
    },

    async score(order, { signal }) {
      if (!loaded) throw new AppError({ code: 'inference-failed', detail: 'score before load' });
      return score(loaded.encoder, loaded.classes, order, signal);
    },

    tick: async () => smallestStep(),
  },
  { transfer: buffersOf },
);

/** The arrays of a score are moved to the page, not copied. */
function buffersOf(output: unknown): Transferable[] {
  if (typeof output !== 'object' || output === null || !('probabilities' in output)) return [];
  const { probabilities, logits, tokens, windows } = output as Scored; // the one output with that field
  return [probabilities.buffer, logits.buffer, tokens.buffer, windows.buffer];
}
