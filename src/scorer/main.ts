import { AppError } from '../core/failure.ts';
import type { Label } from '../core/sentiment.ts';
import { cacheStore } from '../storage/files.ts';
import { fetchFiles } from './fetch-files.ts';
import { loadEncoder, type Encoder } from './library-engine.ts';
import { score } from './score.ts';
import { serve } from './serve.ts';

let loaded: { encoder: Encoder; classes: readonly Label[] } | undefined;

serve(self, {
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
});
