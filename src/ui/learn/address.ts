export const LEARN = '/learn';

const queryOf = (location: string) =>
  new URLSearchParams(location.replace(/^#/, '').split('?')[1] ?? '');

/** Where a part of Learn is shown, as a hash location. */
export const addressOf = (part: string): string => `${LEARN}?part=${part}`;

/** @returns the part that a hash location names, if any */
export const partIn = (location: string): string | undefined =>
  queryOf(location).get('part') ?? undefined;

/** @returns what a hash location says of `key`, such as a quiz's seed */
export const valueIn = (location: string, key: string): string | undefined =>
  queryOf(location).get(key) ?? undefined;
