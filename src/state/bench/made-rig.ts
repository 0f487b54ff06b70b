import type { Crew, Rig } from '../../core/bench/rig.ts';
import { AppError } from '../../core/failure.ts';
import type { Scored } from '../../core/protocol.ts';
import type { MadeClock } from './made-clock.ts';

/** One request as a test may meddle with it. */
export interface MadeRequest {
  /** Counted from 0 over all crews. */
  number: number;
  texts: readonly string[];
  /** Row-major [texts, 3]: may be changed. */
  probabilities: Float32Array;
}

/** For tests: a text of so many tokens whose label, to a made model, is its last digit modulo 3. */
export const madeReview = (n: number) =>
  `${'word '.repeat(1 + ((n * 7) % 23))}number ${n}`.replace(/^./, 'W');

/** Tokens as a made model counts them: words and two special ones. */
export const madeTokens = (text: string) => text.split(' ').length + 2;

/** The fixed opinion of a made model: the number at a text's end decides. */
export function madeLabel(text: string): 0 | 1 | 2 {
  const number = Number(/\d+$/.exec(text)?.[0] ?? text.length);
  return (number % 3) as 0 | 1 | 2;
}

/** ms of a forward pass over so many cells: a millisecond, and a tenth for each cell. */
export const madeCost = (cells: number) => 1 + cells / 10;

/**
 * For tests: workers that cost time by the clock, one request after the other each, and judge by `madeLabel`.
 *
 * @param onRequest called before a request is answered; what it throws is the answer
 */
export function makeRig(clock: MadeClock, onRequest: (request: MadeRequest) => void = () => {}) {
  let requests = 0;
  let open = 0;
  const opened: { workers: number; model: string }[] = [];

  function crewOf(workers: number, model: string): Crew {
    const freeAt = Array<number>(workers).fill(0);
    let isOpen = true;
    open += 1;
    opened.push({ workers, model });
    return {
      loadMs: Array<number>(workers).fill(50),
      async score(worker, texts) {
        const tokens = texts.map(madeTokens);
        const cells = Math.max(...tokens) * texts.length;
        const inferenceMs = madeCost(cells);
        freeAt[worker] = Math.max(freeAt[worker]!, clock.now()) + inferenceMs;
        await clock.until(freeAt[worker]);
        if (!isOpen) throw new AppError({ code: 'cancelled', detail: 'the crew was let go' });
        const probabilities = probabilitiesOf(texts);
        onRequest({ number: requests++, texts, probabilities });
        return scoredOf(probabilities, tokens, cells, inferenceMs);
      },
      tickMs: async () => 0.1,
      close() {
        if (isOpen) open -= 1;
        isOpen = false;
      },
    };
  }

  const rig: Rig = {
    async fetch(files, { onProgress }) {
      const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
      const from = 'network' as const;
      const progress = files.map(({ name, bytes }) => ({
        name,
        loaded: bytes,
        total: bytes,
        from,
      }));
      await clock.until(clock.now() + 100);
      onProgress({ loaded: total, total, files: progress });
      const probes = JSON.stringify({ tolerance: { q8: 0.131, q4: 0.061 }, probes: [] });
      return { files: Object.fromEntries(files.map(({ name }) => [name, new Blob([probes])])) };
    },
    open: async ({ model }, workers) => crewOf(workers, model.id),
    openBaseline: async ({ kind, examples }) => ({
      ...crewOf(1, kind),
      trainedOn: kind === 'vader' ? null : Math.floor(examples.length * 0.8),
    }),
  };
  return { rig, opened, stillOpen: () => open, requests: () => requests };
}

function probabilitiesOf(texts: readonly string[]): Float32Array<ArrayBuffer> {
  const probabilities = new Float32Array(texts.length * 3).fill(0.1);
  texts.forEach((text, i) => (probabilities[i * 3 + madeLabel(text)] = 0.8));
  return probabilities;
}

function scoredOf(
  probabilities: Float32Array<ArrayBuffer>,
  tokens: readonly number[],
  paddedTokens: number,
  inferenceMs: number,
): Scored {
  return {
    probabilities,
    logits: probabilities.slice(),
    tokens: Uint32Array.from(tokens),
    windows: new Uint16Array(tokens.length).fill(1),
    paddedTokens,
    tokenizeMs: 0.1,
    inferenceMs,
    postprocessMs: 0,
  };
}
