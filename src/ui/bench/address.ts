import { settingsIn, settingsQuery } from '../../core/bench/link.ts';
import type { BenchSettings } from '../../core/bench/settings.ts';

export const BENCHMARK = '/benchmark';

/** Where a kept run is shown, as a hash location. */
export const addressOf = (run: string): string => `${BENCHMARK}?run=${run}`;

const queryOf = (location: string) => location.replace(/^#/, '').split('?')[1] ?? '';

/** @returns the kept run that a hash location names, if any */
export const runIn = (location: string): string | undefined =>
  new URLSearchParams(queryOf(location)).get('run') ?? undefined;

/** @returns the settings that a hash location carries, if any, and the keys in it that say nothing */
export function linkedSettings(location: string) {
  const query = queryOf(location);
  return query === '' || runIn(location) !== undefined ? undefined : settingsIn(query);
}

/** The same question for every laptop of a class. */
export function classLink(settings: BenchSettings): string {
  const [page] = window.location.href.split('#');
  return `${page}#${BENCHMARK}?${settingsQuery(settings)}`;
}
