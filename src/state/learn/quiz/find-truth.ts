import { PARTS, type Figures } from '../../../core/bench/figures.ts';
import { outcomeOf, paddingOf, type Truth } from '../../../core/learn/quiz/truth.ts';
import type { Probe } from '../../../core/learn/quiz/question.ts';
import type { Predict } from '../../../core/predict.ts';
import type { Measured } from '../measured-state.ts';

/**
 * Asks the model, or reads the newest benchmark.
 *
 * @returns undefined where the benchmark has no such figure
 * @throws what predict throws, but for the TypeError that is the answer to a wrong call
 */
export async function findTruth(
  probe: Probe,
  { predict, measured }: { predict: Predict; measured: Measured },
): Promise<Truth | undefined> {
  switch (probe.ask) {
    case 'label': {
      const { label, confidence } = await predict(probe.text);
      return { value: label, evidence: [confidence] };
    }
    case 'tokens':
      return { value: (await predict(probe.text)).tokens, evidence: [] };
    case 'padding': {
      const tokens = (await predict(probe.texts)).map((each) => each.tokens);
      return { value: paddingOf(tokens), evidence: tokens };
    }
    case 'outcome':
      try {
        const answer: unknown = await predict(probe.input as string); // wrong types are the point
        return { value: outcomeOf(answer), evidence: [] };
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        return { value: outcomeOf(error), evidence: [error.message] };
      }
    case 'ratio':
    case 'winner':
    case 'part':
      return measured.phase === 'ready' ? figureOf(probe, measured.figures) : undefined;
  }
}

/** @returns what the first model of a benchmark says, which is measured in every way */
export function figureOf(
  { ask }: Extract<Probe, { ask: 'ratio' | 'winner' | 'part' }>,
  { headlines }: Figures,
): Truth | undefined {
  const [headline] = headlines;
  if (!headline?.ratio) return undefined;
  const { value, low, high, clear } = headline.ratio;
  switch (ask) {
    case 'ratio':
      return { value, evidence: [low, high] };
    case 'winner': {
      const winner = value > 1 ? 'batch' : 'real time';
      return { value: clear ? winner : 'unclear', evidence: [value, low, high] };
    }
    case 'part': {
      const { parts } = headline.realTime;
      const [most] = PARTS.toSorted((a, b) => parts[b] - parts[a]);
      const total = PARTS.reduce((sum, part) => sum + parts[part], 0);
      return { value: most!, evidence: [parts[most!], total] };
    }
  }
}
