import type { ListedRun, Run } from '../../../core/runs.ts';
import { count } from '../../parts/format.ts';

const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

export const dateText = (at: number): string => DATE.format(at);

/** How far a run got: "10,000 rows", "512 of 10,000 rows, not finished". */
export function stateText({ status, done, rows, read }: Run): string {
  if (status === 'finished') return `${count(rows)} rows`;
  const all = read ? '' : 'at least ';
  const word = status === 'stopped' ? 'stopped' : 'not finished';
  return `${count(done)} of ${all}${count(rows)} rows, ${word}`;
}

/** Tells runs of one name apart in a list to choose from. */
export const choiceText = (run: ListedRun): string =>
  `${run.name}, ${dateText(run.createdAt)}, ${run.model.title}`;
