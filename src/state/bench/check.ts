import type { Check } from '../../core/bench/result.ts';
import { wilson } from '../../core/analysis/wilson.ts';
import { labelOf, type Alone } from './alone.ts';
import type { LabelIndex } from './given.ts';

/**
 * Least share of answers in company that must agree with the text's own, alone: see createCheck.
 * Measured with native onnxruntime, batches of 8 to 64: 90 to 97 % of our hard reviews, 95 % of the everyday ones.
 */
const LEAST_SHARE = 0.9;

/**
 * Holds every timed answer of one cell against the same text's untimed one, scored alone.
 *
 * The library's int8 session has one activation scale for a whole padded batch, so that a text's probabilities move with
 * its company, single ones by up to 0.58, though nothing is broken (docs/decisions/0014). So there are two rules. Answers
 * of an engine whose texts don't touch each other, and of requests of one text, must all be within the tolerance. Of
 * answers in company nine in ten must be; since texts are few, a cell fails where even the upper end of the share's 95 %
 * Wilson interval is below that. A session that answers nonsense fails either.
 *
 * @param strict the first rule holds
 * @param given label of each text, null where none is
 */
export function createCheck(
  alone: Alone,
  given: readonly (LabelIndex | null)[],
  { strict, tolerance }: { strict: boolean; tolerance: number },
) {
  const last = new Map<number, LabelIndex>();
  const flipped = new Set<number>();
  let answers = 0;
  let beyond = 0;
  let largest = 0;

  /** @param probabilities row-major [texts, 3] */
  function add(texts: readonly number[], probabilities: Float32Array) {
    texts.forEach((text, row) => {
      const answer = probabilities.subarray(row * 3, row * 3 + 3);
      const expected = alone.probabilities.subarray(text * 3, text * 3 + 3);
      const difference = largestDifference(answer, expected);
      const label = labelOf(answer);
      answers += 1;
      if (difference > tolerance) beyond += 1;
      largest = Math.max(largest, difference);
      if (label !== alone.labels[text]) flipped.add(text);
      last.set(text, label);
    });
  }

  /** What is wrong, for the details; undefined as long as all is well. */
  function fault(): string | undefined {
    const share = (answers - beyond) / answers;
    const many = Math.round(share * last.size);
    const broken = strict ? beyond > 0 : wilson(many, last.size).high < LEAST_SHARE;
    if (!broken) return undefined;
    return `${beyond} of ${answers} timed answers are off by more than ${tolerance}, the worst by ${largest.toFixed(3)}`;
  }

  function read(): Check {
    const labelled = [...last].filter(([text]) => given[text] !== null);
    return {
      answers,
      texts: last.size,
      largest,
      beyond,
      flips: flipped.size,
      labelled: labelled.length,
      correct: labelled.filter(([text, label]) => label === given[text]).length,
      correctAlone: labelled.filter(([text]) => alone.labels[text] === given[text]).length,
    };
  }

  return { add, fault, read };
}

/** @returns 1, the largest there can be, where a probability is missing or no number */
function largestDifference(answer: Float32Array, expected: Float32Array): number {
  let largest = 0;
  for (let i = 0; i < 3; i++) {
    const difference = Math.abs((answer[i] ?? NaN) - expected[i]!);
    largest = Math.max(largest, Number.isNaN(difference) ? 1 : difference);
  }
  return largest;
}
