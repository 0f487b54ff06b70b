import { cascadeFigures, type CascadeWork } from '../../../core/cascade.ts';
import type { Run } from '../../../core/runs.ts';
import type { Activity, Pace } from '../../../state/scoring-state.ts';
import { share } from '../results/rate-text.ts';
import { bytes, count, duration, ms, percent } from '../../parts/format.ts';
import type { Interval } from '../../../core/analysis/wilson.ts';

/** What goes on, in a few words that change seldom. */
export function headline(run: Run, activity: Activity): string {
  switch (activity.kind) {
    case 'working':
      return activity.waitsForModel ? 'Waiting for the model' : 'Scoring';
    case 'paused':
      return 'Paused';
    case 'elsewhere':
      return 'Another tab is scoring this run';
    case 'idle':
      if (run.status === 'finished') return 'Every row is scored';
      return run.status === 'stopped' ? 'Stopped' : 'Not finished yet';
  }
}

/** "1,024 of 10,000 rows", with "about" while the file is not read to its end. */
export function rowsText(run: Run, pace: Pace | undefined): string {
  const total = Math.max(pace?.total ?? run.rows, run.rows);
  const about = run.read ? '' : 'about ';
  return `${count(run.done)} of ${about}${count(total)} rows`;
}

export const rate = (rowsPerSecond: number): string =>
  rowsPerSecond < 10 ? rowsPerSecond.toFixed(1) : count(rowsPerSecond);

/** "3 min to 4 min"; one figure where both read the same. */
export function rangeText([low, high]: readonly [number, number]): string {
  const [from, to] = [duration(roughly(low)), duration(roughly(high))];
  return from === to ? from : `${from} to ${to}`;
}

/** Two digits are enough for the future. */
function roughly(seconds: number): number {
  const unit = seconds < 60 ? 1 : seconds < 600 ? 10 : seconds < 3600 ? 60 : 600;
  return Math.max(unit, Math.round(seconds / unit) * unit);
}

export interface Figure {
  name: string;
  value: string;
  note?: string;
}

export function figures({ work, done }: Run, pace: Pace | undefined): Figure[] {
  const seconds = work.activeMs / 1000;
  const padding = work.paddedTokens > 0 ? 1 - work.tokens / work.paddedTokens : 0;
  return [
    {
      name: 'Rows a second',
      value: pace ? rate(pace.rowsPerSecond.now) : seconds > 0 ? rate(done / seconds) : '–',
      ...(pace && { note: `${rate(pace.rowsPerSecond.overall)} since it was last started` }),
    },
    {
      name: 'Tokens',
      value: count(work.tokens),
      note: `${percent(padding, 1)} padding beside them`,
    },
    { name: 'Texts scored', value: count(work.scored) },
    {
      name: 'Scored already',
      value: count(work.duplicates + work.cached),
      note: `${count(work.duplicates)} duplicates, ${count(work.cached)} from earlier files`,
    },
    ...(work.cascade ? ofCascade(work.cascade) : []),
  ];
}

function ofCascade(work: CascadeWork): Figure[] {
  const { sentOn, agreement, speedUp } = cascadeFigures(work);
  return [
    {
      name: 'Read by the accurate model',
      value: percent(sentOn, 1),
      note: `${count(work.sentOn)} of ${count(work.texts)} texts`,
    },
    {
      name: 'Same label as by it alone',
      value: Number.isNaN(agreement.share) ? '–' : percent(agreement.share, 1),
      note: agreementNote(work, agreement),
    },
    {
      name: 'Speed',
      value: Number.isNaN(speedUp) ? '–' : `${speedUp.toFixed(2)} times`,
      note: `as fast as it alone, ${ms(work.checkMs)} of checks left out`,
    },
  ];
}

function agreementNote({ checked, agreed }: CascadeWork, { low, high }: Interval): string {
  if (Number.isNaN(low)) return 'Nothing was checked';
  const range = `${percent(low, 1).slice(0, -1)} to ${percent(high, 1)}`;
  return `${range}: ${count(agreed)} of ${count(checked)} checked texts agree`;
}

/** What a run by cascade came to, in sentences; undefined for other runs, and where all rows were known already. */
export function cascadeText({ cascade }: Run['work']): string | undefined {
  if (!cascade || cascade.texts === 0) return undefined;
  const { sentOn, agreement, speedUp } = cascadeFigures(cascade);
  const read = `Cascade: the accurate model read ${percent(sentOn, 1)} of the texts.`;
  const fast = Number.isNaN(speedUp)
    ? ''
    : ` It was ${speedUp.toFixed(1)} times as fast as the accurate model alone.`;
  if (cascade.sentOn === cascade.texts) return `${read}${fast}`;
  if (cascade.checked === 0)
    return `${read} None of the others was checked, so nothing is known of how often both agree.${fast}`;
  return (
    `${read} About ${share(agreement, 1)} of all labels are those it gives alone: ` +
    `of ${count(cascade.checked)} other texts that it read as a check, ${count(cascade.agreed)} got the same label.${fast}`
  );
}

export function yieldText({ requests, ms: time }: Pace['yielded']): string {
  if (requests === 0) return 'Live typing goes first whenever there is any.';
  return `Live typing went first ${count(requests)} times and took ${ms(time)} from this run.`;
}

export const readingText = (reading: { bytes: number; totalBytes: number }): string =>
  `Reading the file: ${bytes(reading.bytes)} of ${bytes(reading.totalBytes)}`;

/** "in 1 min 20 s" */
export const activeText = ({ activeMs }: Run['work']): string =>
  activeMs < 1000 ? `in ${ms(activeMs)}` : `in ${duration(activeMs / 1000)}`;
