import { wilson, type Interval } from '../core/analysis/wilson.ts';
import type { CascadeOrder } from '../core/cascade.ts';
import type { RunModel } from '../core/runs.ts';
import { BASE, SMALL } from './catalogue.ts';
import { keyOf } from './chosen.ts';
import curve from './cascade-curve.json';
import { modelNamed } from './named-model.ts';

/** Gates that can be chosen: top probabilities of the small model, ascending. */
export const GATES: readonly number[] = curve.under;
/** Where a choice starts: more than 97.5 % of labels are the accurate model’s, of everyday reviews and of mixed texts. */
export const FIRST_GATE = 0.72;

/** Time for a token by the small model over that by the accurate one; measured by `npm run bench -- kernel`. */
export const USUAL_COST = curve.cost;

export const SETS = ['everyday', 'mixed', 'hard'] as const;
/** Texts that the curve was measured on: our reviews, and held-out texts of many kinds (the small model's calibration.json). */
export type TextSet = (typeof SETS)[number];

export interface Expected {
  texts: number;
  /** Texts sent on, 0 to 1. */
  sentOn: number;
  /** Same label as by the accurate model alone. */
  agreement: Interval;
  /** Times as fast as the accurate model alone. */
  speedUp: number;
}

/**
 * What a gate did on texts of a kind.
 *
 * @param under one of GATES
 * @param cost see USUAL_COST
 */
export function expectedOf(set: TextSet, under: number, cost: number = USUAL_COST): Expected {
  const { texts, sentOn, sentOnTokens, agreement } = curve.sets[set];
  const i = GATES.indexOf(under);
  const tokens = (sentOnTokens ?? sentOn)[i]!; // nothing is known of the lengths of the mixed texts
  return {
    texts,
    sentOn: sentOn[i]!,
    agreement: wilson(Math.round(agreement[i]! * texts), texts),
    speedUp: 1 / (cost + tokens),
  };
}

/** The nearest gate that can be chosen. */
export const nearestGate = (under: number): number =>
  GATES.reduce((best, gate) => (Math.abs(gate - under) < Math.abs(best - under) ? gate : best));

/** Named as scale/ names its own: answers of one gate do not stand for those of another. */
export function cascadeModel({ under, check }: CascadeOrder): RunModel {
  const accurate = keyOf(BASE, 'q8', 'kernel');
  const key = `${keyOf(SMALL, 'q8', 'kernel')} under ${under} ${accurate}`;
  return { ...modelNamed(key), id: BASE.id, cascade: { accurate, under, check } };
}

/** One way to decide what is sent on: how often the outcome agreed, by the share of the everyday reviews sent on. */
export interface Candidate {
  name: string;
  shares: readonly number[];
  agreement: readonly number[];
}

/** The gate in use first. Those that are fitted were judged on reviews that they were not fitted on. */
export const CANDIDATES: readonly Candidate[] = Object.entries(curve.gates.everyday).map(
  ([name, agreement]) => ({ name, shares: curve.gates.share, agreement }),
);
