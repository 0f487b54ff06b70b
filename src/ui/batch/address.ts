import type { Run } from '../../core/runs.ts';
import { count } from '../parts/format.ts';

export const BATCH = '/batch';

/** Where a run is shown, as a hash location. */
export const addressOf = (run: string): string => `${BATCH}?run=${run}`;

/** @returns the run that a hash location names, if any */
export function runAt(location: string): string | undefined {
  const [path, search] = location.replace(/^#/, '').split('?');
  return path === BATCH ? (new URLSearchParams(search).get('run') ?? undefined) : undefined;
}

/** What the browser's notification says: title and body. */
export const finishedText = ({ name, done }: Run): [string, string] => [
  'Scoring is done',
  `${name}: ${count(done)} rows`,
];
