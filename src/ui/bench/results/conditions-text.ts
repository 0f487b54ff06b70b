import type { Figures } from '../../../core/bench/figures.ts';
import type { BenchResult, Warning } from '../../../core/bench/result.ts';
import { cellName, engineName, some } from './names.ts';
import { count, ms } from '../../parts/format.ts';

/** What each warning means for the numbers. */
export const WARNING_TEXTS: Record<Warning, string> = {
  'software-adapter':
    'The GPU is imitated in software: WebGPU figures are right about labels and say nothing about the speed of a real GPU.',
  'on-battery':
    'The machine ran on battery, which often slows it down: all times may be longer than on mains.',
  'busy-before':
    'Something else kept the machine busy before the run: times scatter more, and small differences mean little.',
  'slower-after':
    'The machine was slower after the run than before, by heat or other work: absolute times are too long, while ratios, measured in turns, stay fair.',
  'scoring-run': 'A file was being scored meanwhile and took its share: all times are too long.',
  throttled: 'The browser held the page’s timers back: waits and arrivals are less exact.',
  hidden: 'The tab was hidden meanwhile. What was under way does not count.',
  'tick-coarse':
    'This browser’s clock steps by 1 ms or more: single short times are mostly rounding, only many together say something.',
  'workers-capped':
    'More workers were asked for than the machine has cores: they take turns on them and gain nothing.',
  cancelled: 'The run was cancelled: what was complete by then is shown, with wider intervals.',
};

/** All that a reader should know before believing a number; empty when nothing stood out. */
export function cautions(result: BenchResult, figures: Figures): string[] {
  const { warnings, complete, discarded } = result;
  const change = figures.machineChange;
  return [
    ...(!complete && !warnings.includes('cancelled') ? [WARNING_TEXTS.cancelled] : []),
    ...warnings.map((warning) => WARNING_TEXTS[warning]),
    ...(discarded > 0
      ? [
          `${some(discarded, 'round')} ${discarded === 1 ? 'was' : 'were'} thrown away because the tab was hidden.`,
        ]
      : []),
    ...(change !== undefined && Math.abs(change - 1) > 0.1
      ? [
          `A fixed loop of arithmetic took ${change.toFixed(2)} times as long after the run as before it.`,
        ]
      : []),
  ];
}

/** What was odd about single variants: too few samples, drift, outliers, grouping. */
export function oddities({ cells }: Figures, { machine }: BenchResult): string[] {
  return cells.flatMap(({ cell, engine, capped, drift, latency }) => {
    const found = [
      ...(capped
        ? [`only ${some(latency.n, 'sample')}, the time was up before there were 30`]
        : []),
      ...(drift.clear
        ? [
            `${drift.ratio > 1 ? 'slower' : 'faster'} towards its end: the last third took ${drift.ratio.toFixed(2)} times as long a token as the first`,
          ]
        : []),
      ...(latency.outliers > 0
        ? [`${count(latency.outliers)} of ${some(latency.n, 'sample')} far from the rest, kept`]
        : []),
      ...(latency.groupedBy > 1
        ? [
            `single times were under 100 ticks of the clock (${ms(machine.tickMs)}), so ${count(latency.groupedBy)} in a row make one sample`,
          ]
        : []),
    ];
    return found.length > 0
      ? [`${engineName(engine)}, ${cellName(cell)}: ${found.join('; ')}.`]
      : [];
  });
}
