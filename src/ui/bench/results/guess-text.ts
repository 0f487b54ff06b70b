import type { Ratio } from '../../../core/bench/figures.ts';
import { times, verdictOf } from './ratio-text.ts';

const plain = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** Further from what was measured than this factor is called far. */
const CLOSE = 1.25;

export interface GuessText {
  guessed: string;
  measured: string;
  /** What came of it, without flattery. */
  verdict: string;
}

/** @param guess real time's ms a review over batch's, as `ratio` is */
export function guessText(guess: number, ratio: Ratio | undefined): GuessText {
  const guessed =
    guess === 1
      ? 'You said both take the same time.'
      : guess > 1
        ? `You said batch is ${plain.format(guess)} times as fast.`
        : `You said real time is ${plain.format(1 / guess)} times as fast.`;
  if (!ratio)
    return { guessed, measured: 'Not measured.', verdict: 'There is nothing to hold it against.' };
  const { times: value, interval } = times(ratio);
  return {
    guessed,
    measured: `Measured: batch is ${value} as fast (95% interval ${interval}).`,
    verdict: verdict(guess, ratio),
  };
}

function verdict(guess: number, ratio: Ratio): string {
  if (guess >= ratio.low && guess <= ratio.high)
    return 'Inside the interval: as good as this run can tell.';
  const off = Math.max(guess / ratio.value, ratio.value / guess);
  const more = guess > ratio.value ? 'You expected more of batch.' : 'You expected less of batch.';
  const side =
    verdictOf(ratio) === 'faster' && guess > 1
      ? 'Right about which is faster. '
      : verdictOf(ratio) === 'slower' && guess < 1
        ? 'Right about which is faster. '
        : '';
  return off <= CLOSE
    ? `${side}Close, but outside the interval.`
    : `${side}${more} Off by a factor of ${plain.format(off)}.`;
}
