import { BONUS_MS, LEAST_ACCURACY, type Headline } from '../../../core/bench/figures.ts';
import { ms, percent } from '../../parts/format.ts';
import { boundText, shareShort } from './ratio-text.ts';

/** What the experiment asks for, of one engine. */
export interface Goal {
  /** Undefined where it can't be told. */
  met: boolean | undefined;
  text: string;
}
export interface Goals {
  accuracy: Goal;
  bound: Goal;
  bonus: Goal;
}

export const goalNames = (boundMs: number): Record<keyof Goals, string> => ({
  accuracy: `Over ${percent(LEAST_ACCURACY)} right`,
  bound: `Under ${boundText(boundMs)} (p95)`,
  bonus: `Under ${boundText(BONUS_MS)} (median)`,
});

/** Real time against the experiment's three goals. */
export function goalsOf(headline: Headline): Goals {
  const { realTime, underBound, underBonus } = headline;
  const { p95, median } = realTime.latency;
  const accuracy = accuracyOf(headline);
  return {
    accuracy: accuracy
      ? { met: accuracy.value > LEAST_ACCURACY, text: shareShort(accuracy) }
      : { met: undefined, text: 'no labels' },
    bound: { met: underBound, text: ms(p95) },
    bonus: { met: underBonus, text: ms(median.value) },
  };
}

const accuracyOf = ({ realTime, accuracy }: Headline) => realTime.accuracy ?? accuracy;

/** Whether some model's accuracy has an interval that holds the goal: other reviews could turn the answer. */
export const inDoubt = (headlines: readonly Headline[]): boolean =>
  headlines.some((headline) => {
    const accuracy = accuracyOf(headline);
    return accuracy && accuracy.low <= LEAST_ACCURACY && accuracy.high >= LEAST_ACCURACY;
  });
