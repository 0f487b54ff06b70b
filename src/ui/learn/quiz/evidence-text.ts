import { needsBenchmark, type Probe } from '../../../core/learn/quiz/question.ts';
import type { Truth } from '../../../core/learn/quiz/truth.ts';
import { ms, percent } from '../../parts/format.ts';
import { plain } from './points-text.ts';

/** Where the right answer comes from, said before it is known. */
export const sourceText = (probe: Probe): string =>
  needsBenchmark(probe)
    ? 'Checked against this machine’s newest benchmark.'
    : 'Checked against the model on this page: it is asked when you answer.';

/** Why a substitute is asked. */
export const insteadText = (probe: Probe): string =>
  needsBenchmark(probe)
    ? 'This one stands in for a question about this machine’s own benchmark, as there is none with the figure here. Run one under Benchmark, and the next quiz can ask it.'
    : 'This one stands in for a question that the model on this page cannot answer.';

/** What the model or the benchmark said, with its numbers. */
export function evidenceText({ ask }: Probe, { value, evidence }: Truth): string {
  const n = evidence.map(Number);
  switch (ask) {
    case 'label':
      return `Asked just then, the model on this page said “${value}”, with ${percent(n[0]!, 1)}.`;
    case 'tokens':
      return `Asked just then, the tokenizer made ${value} tokens of it.`;
    case 'padding':
      return `Asked just then, the tokenizer counted ${n.join(', ')} tokens: ${n.length} x ${Math.max(...n)} - ${n.reduce((sum, each) => sum + each)} = ${value}.`;
    case 'outcome':
      return value === 'TypeError'
        ? `Called just then, predict answered with this TypeError: ${evidence[0]}`
        : `Called just then, predict answered with ${outcomeText(String(value))}.`;
    case 'ratio':
      return `Measured on this machine: ${plain(Number(value))} times as fast, 95% interval ${plain(n[0]!)} to ${plain(n[1]!)}.`;
    case 'winner':
      return `Measured on this machine: batch was ${plain(n[0]!)} times as fast as real time, 95% interval ${plain(n[1]!)} to ${plain(n[2]!)}.`;
    case 'part':
      return `Measured on this machine: the largest part took ${ms(n[0]!)} of ${ms(n[1]!)}.`;
  }
}

function outcomeText(value: string): string {
  if (value === 'prediction') return 'one prediction';
  const items = Number(value.split(' ')[1]);
  if (items === 0) return 'an empty list';
  return `a list of ${items} ${items === 1 ? 'prediction' : 'predictions'}`;
}
