import type { Checked, Known } from './question.ts';

/** What the model, or the benchmark, said when a question was answered. */
export interface Truth {
  /** A choice's value, or the number asked for. */
  value: string | number;
  /** What came with it, as numbers or words: see evidenceText in the view. */
  evidence: (string | number)[];
}

/** @returns the question with its right answer; undefined where no choice stands for the truth */
export function settle(question: Checked, { value }: Truth): Known | undefined {
  const { prompt, explanation, read } = question;
  const said = { prompt, explanation, read };
  if (question.kind === 'number') {
    if (typeof value !== 'number') return undefined;
    const { unit, within, slips } = question;
    return {
      ...said,
      kind: 'number',
      answer: value,
      tolerance: within * Math.abs(value),
      unit,
      slips: slips.filter((slip) => Math.abs(slip.value - value) > within * Math.abs(value)),
    };
  }
  if (!question.choices.some((choice) => choice.value === value)) return undefined;
  const choices = question.choices.map(({ value: own, text, mistake }) =>
    own === value ? { text } : { text, mistake },
  );
  return { ...said, kind: 'one', choices };
}

/** What a call of predict came to: list 0, list 1, …, prediction, TypeError. */
export function outcomeOf(answer: unknown): string {
  if (answer instanceof TypeError) return 'TypeError';
  return Array.isArray(answer) ? `list ${answer.length}` : 'prediction';
}

/** Cells that hold no token, in a block as wide as the longest of the texts. */
export function paddingOf(tokens: readonly number[]): number {
  const sum = tokens.reduce((total, count) => total + count, 0);
  return tokens.length * Math.max(...tokens) - sum;
}
