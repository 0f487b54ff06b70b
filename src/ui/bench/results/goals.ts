import {
  BONUS_MS,
  LEAST_ACCURACY,
  type Headline,
  type Latency,
} from '../../../core/bench/figures.ts';
import { ms } from '../../parts/format.ts';
import { boundText, shareText } from './ratio-text.ts';
import { percent } from '../../parts/format.ts';

/** What the experiment asks for, of one engine. `met` is undefined where it can't be told. */
export interface Goal {
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
export function goalsOf({ realTime, accuracy, underBound, underBonus }: Headline): Goals {
  const { p95, median }: Latency = realTime.latency;
  return {
    accuracy: accuracyGoal(realTime.accuracy ?? accuracy),
    bound: { met: underBound, text: ms(p95) },
    bonus: { met: underBonus, text: ms(median.value) },
  };
}

function accuracyGoal(accuracy: Headline['accuracy']): Goal {
  if (!accuracy) return { met: undefined, text: 'no labels to compare with' };
  const { value, low, high } = accuracy;
  const sure = low >= LEAST_ACCURACY || high < LEAST_ACCURACY;
  const doubt = sure ? '' : '; the interval holds both sides';
  return { met: value > LEAST_ACCURACY, text: shareText(accuracy) + doubt };
}
