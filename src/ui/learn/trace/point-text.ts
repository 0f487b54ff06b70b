import { devMean, fitAround, LEAP_WIDTH, type Point } from '../../../core/learn/trace/points.ts';
import type { Trace, TraceEntry } from '../../../core/learn/trace/read-trace.ts';
import { count, duration, percent } from '../../parts/format.ts';
import { sourceName } from '../records/source-name.ts';

/** What is said of a point: every sentence follows from the numbers, whichever model they are of. */
export interface PointText {
  title: string;
  numbers: readonly { name: string; value: string }[];
  sentences: readonly string[];
}

export const share = (value: number): string => percent(value, 1);
export const lossText = (value: number): string => value.toFixed(3);
/** "9.43e-5" */
export const rateText = (value: number): string =>
  value === 0 ? '0' : value.toExponential(2).replace(/\.?0+e/, 'e');

/** `duration` rounds up, for those who wait. */
export const timeText = (seconds: number): string => duration(Math.round(seconds));

/** What `fit` counts, as a name. */
export const fitName = ({ fit }: Trace): string =>
  fit === 'accuracy' ? 'Right on training batches' : 'Same as the teacher on training batches';

const TITLES: Record<Point['kind'], string> = {
  start: 'The first entry',
  check: 'The first check',
  leap: 'The steepest later rise',
  best: 'The best check',
  end: 'The last entry',
};

export function pointText(trace: Trace, { kind, at }: Point): PointText {
  const entry = trace.entries[at]!;
  return {
    title: TITLES[kind],
    numbers: numbersOf(trace, entry),
    sentences: SENTENCES[kind](trace, at).filter((sentence) => sentence !== undefined),
  };
}

function numbersOf(trace: Trace, entry: TraceEntry) {
  const { step, loss, fit, learningRate, seconds, tokens } = entry;
  const checked = devMean(entry);
  return [
    { name: 'Update', value: `${count(step)} of ${count(trace.entries.at(-1)!.step)}` },
    { name: 'Loss', value: lossText(loss) },
    { name: fitName(trace), value: share(fit) },
    ...(checked === undefined
      ? []
      : [{ name: 'Right on the development sets', value: share(checked) }]),
    { name: 'Learning rate', value: rateText(learningRate) },
    { name: 'Time', value: timeText(seconds) },
    ...(tokens === undefined ? [] : [{ name: 'Tokens read', value: count(tokens) }]),
  ];
}

type Sentences = (trace: Trace, at: number) => (string | undefined)[];

const SENTENCES: Record<Point['kind'], Sentences> = {
  start: (trace, at) => {
    const { fit } = trace.entries[at]!;
    const subject =
      trace.fit === 'accuracy' ? 'The model is right' : 'The model says what its teacher says';
    return [
      fit > 1 / 3
        ? `${subject} more often than the one time in three that guessing among three classes would give.`
        : `${subject} no more often than guessing among three classes would give.`,
      rateSentence(trace, at),
    ];
  },

  check: (trace, at) => {
    const { entries } = trace;
    const [first, here, last] = [entries[0]!, entries[at]!, entries.at(-1)!];
    const fallen = (first.loss - here.loss) / (first.loss - last.loss);
    const dev = Object.entries(here.dev!).sort(([, a], [, b]) => a - b);
    const [[lowName, low], [highName, high]] = [dev[0]!, dev.at(-1)!];
    return [
      last.loss < first.loss && fallen > 0
        ? `From the first entry to the last the loss falls from ${lossText(first.loss)} to ${lossText(last.loss)}; ${percent(fallen)} of that fall is done by here, after ${percent(here.step / last.step)} of the updates.`
        : undefined,
      `The development sets are texts that the model does not learn from. It is right on ${share(low)} of the hardest (${sourceName(lowName)}) and ${share(high)} of the easiest (${sourceName(highName)}); the figure above is their mean.`,
      rateSentence(trace, at),
    ];
  },

  leap: (trace, at) => {
    const { before, after } = fitAround(trace, at);
    const what = trace.fit === 'accuracy' ? 'accuracy' : 'agreement with the teacher';
    return [
      `Over the ${LEAP_WIDTH} entries before this one the ${what} on training batches averages ${share(before)}, over the ${LEAP_WIDTH} from this one on ${share(after)}: no rise after the first check is as steep.`,
      leapOnDev(trace, at, after - before),
    ];
  },

  best: (trace, at) => {
    const here = trace.entries[at]!;
    const checks = trace.entries.filter(({ dev }) => dev);
    const later = checks.filter(({ step }) => step > here.step);
    const last = trace.entries.at(-1)!;
    return [
      `Of ${checks.length} checks none has a higher mean on the development sets than ${share(devMean(here)!)}.`,
      later.length === 0
        ? 'It is also the last check: the model was still getting better on new texts.'
        : last.fit > here.fit
          ? `The ${later.length} later ${later.length === 1 ? 'check does' : 'checks do'} not beat it, while on training batches the figure still goes from ${share(here.fit)} to ${share(last.fit)}.`
          : `The ${later.length} later ${later.length === 1 ? 'check does' : 'checks do'} not beat it.`,
    ];
  },

  end: (trace, at) => {
    const { entries } = trace;
    const last = entries[at]!;
    const top = Math.max(...entries.map(({ learningRate }) => learningRate));
    const checks = entries.filter(({ dev }) => dev);
    const best = checks.reduce<TraceEntry | undefined>(
      (best, each) => (best && devMean(best)! >= devMean(each)! ? best : each),
      undefined,
    );
    const end = checks.at(-1);
    const lost = best && end ? devMean(best)! - devMean(end)! : 0;
    return [
      last.learningRate < top / 20
        ? `The learning rate has come down to ${percent(last.learningRate / top, 1)} of its highest entry: the weights hardly move any more.`
        : `The learning rate stands at ${percent(last.learningRate / top)} of its highest entry.`,
      best && end && lost > 0 && last.fit > best.fit
        ? `Since the best check the figure on training batches has risen by ${pointsText(last.fit - best.fit)}, the mean of the development sets has fallen by ${pointsText(lost)} by the last check, at update ${count(end.step)}: new texts gained nothing.`
        : undefined,
      lost > 0 && lost < 0.02
        ? 'A difference as small as that between two checks can be chance.'
        : undefined,
    ];
  },
};

/** Where the learning rate stands on its way up and down. */
function rateSentence({ entries }: Trace, at: number): string | undefined {
  const rates = entries.map(({ learningRate }) => learningRate);
  const top = Math.max(...rates);
  const here = rates[at]!;
  const falls = rates.slice(at + 1).every((rate, i) => rate < rates[at + i]!);
  if (here === top)
    return (
      `The learning rate, ${rateText(here)}, is the highest of all entries` +
      (at === 0
        ? ': a warm-up, if there was one, was over before the first.'
        : ': the warm-up is over.') +
      (falls ? ' From here on it falls.' : '')
    );
  if (at < rates.indexOf(top))
    return `The learning rate is still warming up: ${rateText(here)}, with ${rateText(top)} as its highest entry.`;
  return falls
    ? `The learning rate is on its way down, at ${percent(here / top)} of its highest entry.`
    : undefined;
}

/** What the development sets did over the same stretch, between the checks on either side of it. */
function leapOnDev({ entries }: Trace, at: number, rise: number): string | undefined {
  const before = entries.slice(0, at).findLast(({ dev }) => dev);
  const after = entries.slice(at).find(({ dev }) => dev);
  if (!before || !after) return undefined;
  const [from, to] = [devMean(before)!, devMean(after)!];
  const checks = `Between the checks at ${count(before.step)} and ${count(after.step)} updates the mean of the development sets goes from ${share(from)} to ${share(to)}`;
  return to - from < rise / 2
    ? `${checks}: new texts do not gain as much. Every pass brings the same training texts again, and some are remembered.`
    : `${checks}: new texts gain as well.`;
}

/** @param difference of two shares */
export const pointsText = (difference: number): string =>
  `${(difference * 100).toFixed(1)} percentage points`;
