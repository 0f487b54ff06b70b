import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTrace } from './read-trace.ts';

const entry = { step: 100, loss: 1, accuracy: 0.5, lr: 1e-4, seconds: 10 };

describe.each(['sentiscope-base', 'sentiscope-small'])('training.json of %s', (id) => {
  const file = new URL(`../../../../public/models/${id}/training.json`, import.meta.url);
  const data = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>[];
  const { entries, fit, devSets } = readTrace(data);

  it('is read entry by entry, its numbers untouched', () => {
    expect(entries).toHaveLength(data.length);
    entries.forEach(({ fit: share, learningRate, ...rest }, i) =>
      expect({ ...rest, [fit]: share, lr: learningRate }).toEqual(data[i]),
    );
  });

  it('has four development sets', () => expect(devSets).toHaveLength(4));
});

it('tells a share of right labels from agreement with a teacher', () => {
  const { accuracy, ...rest } = entry;
  const other = { ...rest, agreement: accuracy };
  expect(readTrace([entry, { ...entry, step: 200 }]).fit).toBe('accuracy');
  expect(readTrace([other, { ...other, step: 200 }]).fit).toBe('agreement');
  expect(() => readTrace([entry, { ...other, step: 200 }])).toThrow('missing');
});

it.each([
  ['an object', {}],
  ['a single entry', [entry]],
  ['steps out of order', [entry, { ...entry, step: 50 }]],
  ['a share over 1', [entry, { ...entry, step: 200, accuracy: 78 }]],
  ['a check of no set', [entry, { ...entry, step: 200, dev: {} }]],
])('refuses %s', (_, data) => expect(() => readTrace(data)).toThrow());
