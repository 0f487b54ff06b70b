import { expect, it } from 'vitest';
import { BLOCK_ROWS, FLAGS } from '../core/runs.ts';
import { makeRun, type MadeRow } from './made-run.ts';
import { findTerms } from './terms.ts';

const row = (i: number): MadeRow =>
  i % 2
    ? { text: 'lovely soup', corrected: 'positive' }
    : { text: 'cold soup', corrected: 'negative' };

it('reads every labelled text once, over all blocks, and says how far it is', async () => {
  const { columns, read } = makeRun([
    ...Array.from({ length: BLOCK_ROWS }, (_, i) => row(i)),
    ...Array.from({ length: 10 }, (): MadeRow => ({ ...row(1), flags: FLAGS.duplicate })),
    { text: 'not scored' },
    row(1),
  ]);
  const steps: number[] = [];
  const { signal } = new AbortController();
  const terms = await findTerms(columns, read, { report: ({ rows }) => steps.push(rows), signal });
  expect(terms.reviews).toBe(BLOCK_ROWS + 1);
  expect(terms.positive.map(({ term }) => term)).toEqual(['lovely', 'lovely soup']);
  expect(terms.positive[0]).toMatchObject({ positive: BLOCK_ROWS / 2 + 1, negative: 0 });
  expect(terms.negative.map(({ term }) => term)).toEqual(['cold', 'cold soup']);
  expect(steps).toEqual([BLOCK_ROWS, BLOCK_ROWS + 12]);
});

it('stops when asked to', async () => {
  const { columns, read } = makeRun([row(0)]);
  const context = { report: () => undefined, signal: AbortSignal.abort() };
  await expect(findTerms(columns, read, context)).rejects.toMatchObject({ name: 'AbortError' });
});
