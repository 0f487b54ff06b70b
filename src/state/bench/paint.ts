import type { Surroundings } from '../../core/bench/rig.ts';
import { LABELS } from '../../core/sentiment.ts';
import type { Sight } from './sight.ts';
import type { LabelIndex } from './given.ts';

const TIMES = 30;

/** From an answer on the page to the frame that shows it, ms. A hidden tab has no frames: it is given up and done again. */
export async function measurePaint(
  { paint }: Pick<Surroundings, 'paint'>,
  sight: Sight,
  labels: readonly LabelIndex[],
): Promise<number[]> {
  const times: number[] = [];
  while (times.length < TIMES) {
    const label = LABELS[labels[times.length % labels.length]!];
    times.push(await sight.whileSeen((signal) => unless(signal, paint(label)), ignore));
  }
  return times;
}

const ignore = () => {}; // no round is lost

/** Rejects with the signal's reason as soon as it aborts. */
function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}
