import { expect, it } from 'vitest';
import type { Headline, Ratio } from '../../../core/bench/figures.ts';
import { headlineText } from './headline-text.ts';
import { madeFigures } from './made-headline.ts';

const { result, headline } = madeFigures();

const said = (ratio: Partial<Ratio>, change: Partial<Headline> = {}) =>
  headlineText(
    {
      ...headline,
      ratio: { value: 1, low: 1, high: 1, rounds: 10, clear: true, ...ratio },
      ...change,
    },
    result,
  );

it('says by how much batch is faster, with the interval and both times', () => {
  const text = said({ value: 1.816, low: 1.75, high: 1.9 });
  expect(text.verdict).toBe('faster');
  expect(text.claim).toBe('On this machine, batch is 1.8 times as fast as real time.');
  expect(text.measured).toMatch(/^A review took [\d.]+ ms in batch and [\d.]+ ms in real time: /);
  expect(text.measured).toContain('batch is 1.82 times as fast (95% interval 1.75 to 1.90)');
  expect(text.measured).toContain('from 10 rounds');
});

it('says that batch is slower, and how many times as long it takes', () => {
  const text = said({ value: 0.5, low: 0.4, high: 0.625 });
  expect(text.verdict).toBe('slower');
  expect(text.claim).toContain('batch is slower: a review takes 2.0 times as long');
  expect(text.measured).toContain('batch takes 2.00 times as long (95% interval 1.60 to 2.50)');
});

it('speaks of no clear difference whenever the ratio is not clear, however far from 1 it is', () => {
  const text = said({ value: 3, low: 0.9, high: 5, clear: false });
  expect(text.verdict).toBe('unclear');
  expect(text.claim).toContain('no clear difference');
  expect(text.measured).toContain('no clear difference: 3.00 times as fast');
});

it('compares nothing where only real time was measured', () => {
  const cells = result.cells.filter(({ cell }) => cell.scenario === 'single-stream');
  const alone = madeFigures({ cells });
  const text = headlineText(alone.headline, alone.result);
  expect(text.verdict).toBe('unmeasured');
  expect(text.claim).toBe('Only real time was measured.');
  expect(text).toMatchObject({ batch: undefined, breakEven: undefined });
  expect(text.measured).toMatch(/^A review took [\d.]+ ms in real time\.$/);
});

it('says so where batch and real time share no round', () => {
  const text = headlineText({ ...headline, ratio: undefined }, result);
  expect(text.claim).toMatch(/no complete round in common/);
});

it('says what the batch was, and that several workers shared it', () => {
  const { batch } = said({});
  expect(batch).toMatch(
    /^Batch here means batches of one, 2 workers, as the page itself scores a file\./,
  );
  expect(batch).toMatch(/2 workers share the work/);
});

it('says of a batch without padding how its texts share a forward pass', () => {
  const batchOn = (device: 'kernel' | 'webgpu') =>
    said(
      {},
      {
        engine: { ...headline.engine, device, pads: false },
        batch: { ...headline.batch!, cell: { ...headline.batch!.cell, batchSize: 8 } },
      },
    ).batch;
  expect(batchOn('kernel')).toContain('Nothing is padded: texts of any length lie one behind');
  expect(batchOn('webgpu')).toContain('Nothing is padded: only texts of equal length share');
});

it('gives one accuracy where both are the same, and both where they are not', () => {
  expect(said({}).accuracy).toMatch(/^Right in both: 75\.0% .* of 64 labelled reviews/);
  const batch = { ...headline.batch!, accuracy: { value: 0.7, low: 0.6, high: 0.8, reviews: 64 } };
  expect(said({}, { batch }).accuracy).toMatch(/^Right in real time: 75\.0% .*; in batch: 70\.0%/);
});

it('knows no accuracy of texts without labels', () => {
  const bare = madeFigures({
    texts: { ...result.texts, given: result.texts.given.map(() => null) },
    cells: result.cells.map((cell) => ({
      ...cell,
      check: { ...cell.check, labelled: 0, correct: 0, correctAlone: 0 },
    })),
  });
  expect(headlineText(bare.headline, bare.result).accuracy).toMatch(/accuracy is unknown/);
});

it('says that a cancelled run was ended early', () => {
  expect(said({}).measured).not.toMatch(/ended early/);
  const text = headlineText(headline, { ...result, complete: false, warnings: ['cancelled'] });
  expect(text.measured).toMatch(/ended early/);
});

it('says from how many waiting reviews on batch wins, or that it never does', () => {
  const { batch } = headline;
  expect(said({}, { breakEven: null }).breakEven).toMatch(/No batch measured is clearly faster/);
  expect(said({}, { breakEven: { waiting: 2, figures: batch! } }).breakEven).toBe(
    'Batch wins from 2 waiting reviews on (batches of one, 2 workers).',
  );
});

it('holds p95 against the bound of the settings', () => {
  const { bound } = said({}, { underBound: false });
  expect(bound).toMatch(/^Real time is not under 0\.1 s: 95 of 100/);
  const settings = { ...result.settings, boundMs: 250 };
  expect(headlineText({ ...headline, underBound: true }, { ...result, settings }).bound).toMatch(
    /^Real time is under 0\.25 s: /,
  );
});
