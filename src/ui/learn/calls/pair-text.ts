import { isList } from '../../../core/learn/calls/describe-answer.ts';
import type { Prediction } from '../../../core/predict.ts';

type Answer = Prediction | readonly Prediction[];

/** Ways to read an answer, right for one kind and wrong for the other; each really done. */
export const EXPRESSIONS: readonly { code: string; read: (answer: Answer) => string }[] = [
  { code: 'answer.label', read: (answer) => written(() => field(answer, 'label')) },
  { code: 'answer[0].label', read: (answer) => written(() => field(field(answer, '0'), 'label')) },
  { code: 'answer.length', read: (answer) => written(() => field(answer, 'length')) },
  { code: 'Array.isArray(answer)', read: (answer) => written(() => Array.isArray(answer)) },
];

/** @throws TypeError for a field of nothing, as JavaScript does */
const field = (value: unknown, name: string): unknown => (value as Record<string, unknown>)[name]; // may be nothing: that is the point

function written(read: () => unknown): string {
  try {
    return JSON.stringify(read()) ?? 'undefined';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

/** Whether both answers say the same of the text. */
export function agreement(list: Answer, one: Answer): string {
  const [first] = isList(list) ? list : [list];
  if (!first || isList(one)) return '';
  const largest = Object.entries(one.probabilities).reduce(
    (most, [label, p]) => Math.max(most, Math.abs(p - (first.probabilities[label] ?? 0))),
    0,
  );
  const same = first.label === one.label ? 'the same label' : 'different labels';
  return largest === 0
    ? 'Both hold the same prediction, to the last digit: only its wrapping differs. A list in, a list out; one text in, one prediction out.'
    : `The predictions have ${same}; the largest difference of a probability is ${largest.toPrecision(2)}. A list in, a list out; one text in, one prediction out.`;
}
