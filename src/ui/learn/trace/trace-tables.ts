import { devMean } from '../../../core/learn/trace/points.ts';
import type { Trace, TraceEntry } from '../../../core/learn/trace/read-trace.ts';
import type { Column, FigureTable } from '../../parts/figure-table.ts';
import { count } from '../../parts/format.ts';
import { sourceName } from '../records/source-name.ts';
import { fitName, lossText, rateText, share, timeText } from './point-text.ts';

const STEP: Column<TraceEntry> = { name: 'Update', value: ({ step }) => String(step) };

/** The numbers behind each chart of a trace. */
export const lossTable = (trace: Trace): FigureTable<TraceEntry> => ({
  rows: trace.entries,
  columns: [
    STEP,
    { name: 'Loss', value: ({ loss }) => loss, show: lossText },
    { name: 'Time', unit: 's', value: ({ seconds }) => seconds, show: timeText },
    ...(trace.entries.every(({ tokens }) => tokens !== undefined)
      ? [{ name: 'Tokens', value: ({ tokens }: TraceEntry) => tokens, show: count }]
      : []),
  ],
});

export const rateTable = ({ entries }: Trace): FigureTable<TraceEntry> => ({
  rows: entries,
  columns: [
    STEP,
    { name: 'Learning rate', value: ({ learningRate }) => learningRate, show: rateText },
  ],
});

export const fitTable = (trace: Trace): FigureTable<TraceEntry> => ({
  rows: trace.entries,
  columns: [
    STEP,
    { name: fitName(trace), unit: '0 to 1', value: ({ fit }) => fit, show: share },
    ...trace.devSets.map((set): Column<TraceEntry> => ({
      name: `${sourceName(set)} (${set})`,
      unit: '0 to 1',
      value: ({ dev }) => dev?.[set],
      show: share,
    })),
    { name: 'Mean of these', unit: '0 to 1', value: devMean, show: share },
  ],
});

/** What a chart of `value` shows, in a sentence: its ends and its extreme. */
export function courseText(
  { entries }: Trace,
  value: (entry: TraceEntry) => number,
  show: (value: number) => string,
  extreme: 'lowest' | 'highest',
): string {
  const sign = extreme === 'lowest' ? -1 : 1;
  const at = (entry: TraceEntry) => `${show(value(entry))} at update ${count(entry.step)}`;
  const most = entries.reduce((best, each) =>
    sign * value(each) > sign * value(best) ? each : best,
  );
  return `${at(entries[0]!)}, ${at(entries.at(-1)!)}; ${extreme} ${at(most)}.`;
}
