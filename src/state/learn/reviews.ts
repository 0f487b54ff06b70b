import { readSample } from '../bench/sample-texts.ts';
import type { BenchDeps } from '../bench/deps.ts';

/** The bundled everyday reviews, read once. A failure is not kept: the next call tries again. */
export function reviewsReader(deps: Pick<BenchDeps, 'fetchSample'>): () => Promise<string[]> {
  let read: Promise<string[]> | undefined;
  return () => {
    read ??= readSample(deps, 'everyday', new AbortController().signal).then((reviews) =>
      reviews.map(({ text }) => text),
    );
    read.catch(() => (read = undefined));
    return read;
  };
}
