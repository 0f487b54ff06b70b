import { MOST_EXAMPLES } from '../../core/learn/train/examples.ts';
import type { Studio, StudioOptions } from '../../core/learn/studio.ts';
import { DIMENSIONS } from '../../models/own-model.ts';

/** What an encoder made of a list of texts, in its order. */
export interface Embedded {
  /** Row-major [texts, DIMENSIONS]. */
  embeddings: Float32Array<ArrayBuffer>;
  /** Row-major [texts, 3]: what its own classifier says. */
  probabilities: Float32Array<ArrayBuffer>;
}

interface One {
  embedding: Float32Array;
  probabilities: Float32Array;
}

/** Texts of one call; what is given up loses at most these. */
const PART = 100;
/** Texts remembered: 1.5 kB each. */
const MOST_KNOWN = 2 * MOST_EXAMPLES;

/** Reads texts with an encoder and remembers them, so that other settings, columns or labels need not wait again. */
export function createEmbeddings({ embed }: Pick<Studio, 'embed'>) {
  let known = new Map<string, One>();
  let knownBy = '';

  /**
   * Rejects as the studio does, and with an AbortError once `signal` aborts; what was read until then is remembered.
   *
   * @param onDone texts that are known so far
   */
  return async function embedAll(
    encoder: string,
    texts: readonly string[],
    { onDone, ...options }: StudioOptions & { onDone?: (done: number) => void } = {},
  ): Promise<Embedded> {
    const fits = known.size + texts.length <= MOST_KNOWN;
    if (encoder !== knownBy || !fits) known = new Map();
    knownBy = encoder;
    const here = known; // another call, begun meanwhile, may have a map of its own
    const missing = texts.filter((text) => !here.has(text));
    const before = texts.length - missing.length;
    for (let from = 0; from < missing.length; from += PART) {
      options.signal?.throwIfAborted();
      const part = missing.slice(from, from + PART);
      const scored = await embed(encoder, part, {
        ...options,
        onDone: (done) => onDone?.(before + from + done),
      });
      part.forEach((text, i) =>
        here.set(text, {
          embedding: scored.embeddings!.subarray(i * DIMENSIONS, (i + 1) * DIMENSIONS), // asked for
          probabilities: scored.probabilities.subarray(i * 3, i * 3 + 3),
        }),
      );
    }
    const embeddings = new Float32Array(texts.length * DIMENSIONS);
    const probabilities = new Float32Array(texts.length * 3);
    texts.forEach((text, i) => {
      const one = here.get(text)!; // read above
      embeddings.set(one.embedding, i * DIMENSIONS);
      probabilities.set(one.probabilities, i * 3);
    });
    return { embeddings, probabilities };
  };
}
