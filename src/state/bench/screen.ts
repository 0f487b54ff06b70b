import type { Surroundings } from '../../core/bench/rig.ts';
import type { Step } from './state.ts';

/** Least time between two reports of progress, ms. */
const EVERY = 500;
/** What a redraw is given before the next request is timed, ms: two frames of a slow screen. */
const REDRAW = 33;

/** What a run shows of itself. Nothing is drawn while something is timed: await both. */
export interface Screen {
  /** Shows the next step. */
  show: (step: Step) => Promise<void>;
  /** The same step gone on: shown at most twice a second. */
  progress: (step: Step) => Promise<void>;
}

export function createScreen(
  set: (step: Step) => void,
  { until }: Pick<Surroundings, 'until'>,
  now: () => number,
): Screen {
  let shownAt = -Infinity;

  async function show(step: Step) {
    shownAt = now();
    set(step);
    await until(shownAt + REDRAW);
  }

  return {
    show,
    async progress(step) {
      if (now() - shownAt >= EVERY) await show(step);
    },
  };
}
