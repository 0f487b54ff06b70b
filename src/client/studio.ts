import { endOfChunk } from '../core/chunks.ts';
import { AppError } from '../core/failure.ts';
import type { Studio, StudioOptions } from '../core/learn/studio.ts';
import { mergeScores } from '../core/merge.ts';
import type { Calls, Scored } from '../core/protocol.ts';
import type { Runtime } from '../core/runtime.ts';
import { filesOf, findBundled, specOf } from '../models/chosen.ts';
import type { Connection } from './connect.ts';

/** Tokens of one call: short enough that a look at a text need not wait long behind it. */
const CHUNK_TOKENS = 1024;

interface Open {
  connection: Connection<Calls>;
  /** Settles once the model is loaded. */
  loaded: Promise<unknown>;
}

/**
 * One worker for each bundled model, which starts with the first call for it and stays: looking into one model must not end a
 * training on another. They run on WASM, whatever the page runs on: heads are trained on embeddings of the int8 weights, and
 * padding is only masked there (docs/decisions/0009).
 */
export function createStudio(
  spawn: () => Connection<Calls>,
  { runtime, modelBase }: { runtime: Runtime; modelBase: string },
): Studio {
  const open = new Map<string, Open>();

  async function ready(id: string, options: StudioOptions): Promise<Connection<Calls>> {
    let found = open.get(id);
    if (!found) {
      const connection = spawn();
      const fresh = (found = { connection, loaded: load(id, connection, options) });
      open.set(id, fresh);
      connection.onEnd(() => {
        if (open.get(id) === fresh) open.delete(id);
      });
      // A load that failed is tried again by the next call.
      fresh.loaded.catch(() => connection.end({ code: 'cancelled', detail: 'the load failed' }));
    }
    const { connection, loaded } = found;
    await loaded;
    options.signal?.throwIfAborted();
    return connection;
  }

  async function load(id: string, connection: Connection<Calls>, { onDownload }: StudioOptions) {
    const model = findBundled(id);
    const specs = [...filesOf(model, 'q8', modelBase), runtime.wasm];
    // Not given up with the call that began it: others may wait for it by then.
    const { files } = await connection.call(
      'fetch',
      specs,
      onDownload ? { onProgress: onDownload } : {},
    );
    await connection.call('load', {
      model: specOf(model, 'wasm', modelBase),
      files,
      runtime: { mjs: runtime.mjs, wasm: files[runtime.wasm.name]! },
      taps: model.taps,
    });
  }

  return {
    async look(model, texts, options = {}) {
      const connection = await ready(model, options);
      return connection.call('look', texts, options.signal ? { signal: options.signal } : {});
    },
    async count(model, texts, options = {}) {
      return (await ready(model, options)).call('count', texts);
    },
    async embed(model, texts, options = {}) {
      const { signal, onDone } = options;
      if (texts.length === 0)
        throw new AppError({ code: 'bad-input', detail: 'no texts to embed' });
      const connection = await ready(model, options);
      const parts: Scored[] = [];
      for (let from = 0; from < texts.length;) {
        const to = endOfChunk(texts, from, CHUNK_TOKENS);
        const order = {
          texts: texts.slice(from, to),
          batchTokens: 1,
          pieces: false,
          embeddings: true,
        };
        parts.push(await connection.call('score', order, signal ? { signal } : {}));
        onDone?.(to);
        from = to;
      }
      return mergeScores(parts);
    },
  };
}
