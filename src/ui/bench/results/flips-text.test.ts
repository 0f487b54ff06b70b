import { expect, it } from 'vitest';
import type { CellFigures, Headline } from '../../../core/bench/figures.ts';
import { flipsText } from './flips-text.ts';
import { madeFigures } from './made-headline.ts';

const { headline } = madeFigures();

const withFlips = (figures: CellFigures, flips: number): CellFigures => ({
  ...figures,
  result: { ...figures.result, check: { ...figures.result.check, flips } },
});
/** So many texts flipped in every batch of that size. */
const flipped = (size: number, flips: number, from: Headline = headline): Headline => ({
  ...from,
  others: from.others.map((other) => ({
    ...other,
    figures:
      other.figures.cell.batchSize === size ? withFlips(other.figures, flips) : other.figures,
  })),
});

it('says that none flipped, and needs no reason for it', () => {
  expect(flipsText(headline)).toEqual({
    counted: '0 of 64 texts got another label in company, in any batch measured.',
    why: undefined,
    alarm: undefined,
  });
});

it('counts the most flips of a batch, and gives the int8 session’s scale as the reason', () => {
  const { counted, why, alarm } = flipsText(flipped(4, 3));
  expect(counted).toMatch(
    /^0 of 64 texts got another label in that batch\. The most: 3 of 64 texts/,
  );
  expect(counted).toMatch(/in batches of 4 /);
  expect(why).toMatch(/one activation scale for a whole padded batch/);
  expect(alarm).toBeUndefined();
});

it('blames no activation scale on a GPU', () => {
  const gpu = { ...headline, engine: { ...headline.engine, device: 'webgpu' as const } };
  expect(flipsText(flipped(4, 3, gpu)).why).toMatch(/rounded otherwise/);
});

it('raises the alarm when a text flipped that was alone', () => {
  const { alarm, why } = flipsText({ ...headline, batch: withFlips(headline.batch!, 1) });
  expect(alarm).toMatch(/^1 of 64 texts got another label in batches of one, 2 workers/);
  expect(why).toBeUndefined();
});

it('raises it too when texts flipped whose engine lets none touch another', () => {
  const apart = { ...headline, engine: { ...headline.engine, pads: false } };
  expect(flipsText(flipped(4, 1, apart)).alarm).toMatch(/should not happen/);
});

it('knows of no company without a batch', () => {
  const { counted } = flipsText({ ...headline, batch: undefined, others: [] });
  expect(counted).toMatch(/No batch was measured/);
});
