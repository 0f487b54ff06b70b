import * as v from 'valibot';
import { BenchSettings, DEFAULT_SETTINGS, type TextSource } from './settings.ts';

// Settings travel in the part of the address after #: a class opens one link and is asked the same.

/** @returns such as models=sentiscope-base,vader&batch=1,4,16&texts=everyday:192 */
export function settingsQuery(settings: BenchSettings): string {
  const { models, devices, workers, batchSizes, plans, scenarios, rates } = settings;
  const lists = { models, devices, workers, batch: batchSizes, plans, scenarios, rates };
  const { seconds, seed, boundMs } = settings;
  const parts = [
    ...Object.entries(lists).map(([key, list]) => [key, list.join(',')]),
    ['texts', sourceText(settings.texts)],
    ...Object.entries({ seconds, seed, bound: boundMs }),
  ];
  return parts
    .map(
      ([key, value]) => `${key}=${encodeURIComponent(String(value)).replace(/%(2C|3A)/g, plain)}`,
    )
    .join('&');
}

/** Commas and colons need no escape after #, and read better without. */
const plain = (escape: string) => decodeURIComponent(escape);

function sourceText(source: TextSource): string {
  switch (source.kind) {
    case 'tokens':
      return `tokens:${source.lengths.join('-')}`;
    case 'run':
      return `run:${source.run}:${source.count}`;
    case 'everyday':
    case 'hard':
      return `${source.kind}:${source.count}`;
  }
}

/** How each key of a query is read into settings. */
const READ: Record<string, (value: string) => object> = {
  models: (value) => ({ models: words(value) }),
  devices: (value) => ({ devices: words(value) }),
  workers: (value) => ({ workers: numbers(value) }),
  batch: (value) => ({ batchSizes: numbers(value) }),
  plans: (value) => ({ plans: words(value) }),
  scenarios: (value) => ({ scenarios: words(value) }),
  rates: (value) => ({ rates: numbers(value) }),
  texts: (value) => ({ texts: readSource(value) }),
  seconds: (value) => ({ seconds: number(value) }),
  seed: (value) => ({ seed: number(value) }),
  bound: (value) => ({ boundMs: number(value) }),
};

/** Number('') is 0, which would be a seed. */
const number = (value: string) => (value.trim() === '' ? NaN : Number(value));

const words = (value: string) => (value === '' ? [] : value.split(','));
const numbers = (value: string) => words(value).map(number);

function readSource(value: string): object {
  const [kind = '', ...rest] = value.split(':');
  if (kind === 'tokens') return { kind, lengths: (rest[0] ?? '').split('-').map(number) };
  const count = number(rest.at(-1) ?? '');
  if (kind === 'run') return { kind, run: rest.slice(0, -1).join(':'), name: '', count };
  return { kind, count };
}

/** Defaults stand for what is missing or no valid setting; the keys of the latter are named. */
export function settingsIn(query: string): { settings: BenchSettings; ignored: string[] } {
  let settings = DEFAULT_SETTINGS;
  const ignored: string[] = [];
  for (const [key, value] of new URLSearchParams(query)) {
    const read = Object.hasOwn(READ, key) ? READ[key] : undefined;
    const result = read && v.safeParse(BenchSettings, { ...settings, ...read(value) });
    if (result?.success) settings = result.output;
    else ignored.push(key);
  }
  return { settings, ignored };
}
