import type { Prediction } from '../../predict.ts';

/** What predict has handed back, as JavaScript calls it. */
export function typeOf(answer: Prediction | readonly Prediction[]): string {
  if (!isList(answer)) return 'Prediction';
  return answer.length === 0 ? 'Array(0)' : `Array(${answer.length}) of Prediction`;
}

/** The sizes in it: "label, confidence, probabilities {3}, uncertain, logits [3], tokens, windows". */
export function shapeOf(answer: Prediction | readonly Prediction[]): string {
  if (!isList(answer)) return fieldsOf(answer);
  const [first] = answer;
  return first ? `[${answer.length}], each {${fieldsOf(first)}}` : '[0]';
}

const fieldsOf = (prediction: Prediction) =>
  Object.entries(prediction)
    .map(([name, value]: [string, unknown]) => {
      if (Array.isArray(value)) return `${name} [${value.length}]`;
      return typeof value === 'object' && value !== null
        ? `${name} {${Object.keys(value).length}}`
        : name;
    })
    .join(', ');

/** Array.isArray does not narrow read-only lists. */
export const isList = (answer: unknown): answer is readonly Prediction[] => Array.isArray(answer);
