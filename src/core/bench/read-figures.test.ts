import { expect, it } from 'vitest';
import { PARTS } from './figures.ts';
import { madeResult } from './made-result.ts';
import { readFigures } from './read-figures.ts';

const figures = readFigures(madeResult());
const [base] = figures.headlines;
const cellOf = (part: string) => figures.cells.find(({ cell }) => cell.id.includes(part))!;

it('sees that two workers halve the time a review takes', () => {
  expect(base!.batch!.cell).toMatchObject({ workers: 2, batchSize: 1 });
  expect(base!.ratio!.value).toBeCloseTo(2);
  expect(base!.ratio!.clear).toBe(true);
  expect(base!.breakEven?.waiting).toBe(2);
});

it('sees no difference where both do the same', () => {
  const alone = base!.others.find(({ figures: { cell } }) => cell.batchSize === 1)!;
  expect(alone.ratio).toMatchObject({ value: 1, clear: false });
});

it('sees padding make file order slower than sorted batches', () => {
  const speed = (id: string) => cellOf(id).perReview!.value;
  expect(speed('b4 file')).toBeGreaterThan(1.2 * speed('b4 sorted'));
  expect(cellOf('b4 file').paddingShare).toBeGreaterThan(cellOf('b4 sorted').paddingShare);
});

it('adds the parts of real time up to its time', () => {
  const { parts, perReview } = base!.realTime;
  const sum = PARTS.reduce((total, part) => total + parts[part], 0);
  expect(sum - parts.paint).toBeGreaterThan(0.95 * perReview!.value);
  expect(parts.paint).toBe(9);
});

it('counts a server request’s wait as queue, once', () => {
  const [server] = figures.servers;
  const { waitParts, latency } = server!.points[0]!.figures;
  expect(waitParts.queue).toBe(10);
  const sum = PARTS.reduce((total, part) => total + waitParts[part], 0) - waitParts.paint;
  const mean = server!.points[0]!.figures.drawn.reduce((total, ms) => total + ms, 0) / latency.n;
  expect(sum).toBeCloseTo(mean, 0);
  expect(server!.holds).toBe(20);
});

it('judges by the labels given', () => {
  expect(base!.accuracy).toMatchObject({ value: 0.75, reviews: 64 });
  const unlabelled = madeResult();
  unlabelled.texts.given = unlabelled.texts.given.map(() => null);
  expect(readFigures(unlabelled).headlines[0]!.accuracy).toBeUndefined();
});

it('says how the machine itself changed', () => {
  expect(figures.machineChange).toBeCloseTo(1.1);
});

it('makes do with a run that was cancelled at once', () => {
  const empty = readFigures(madeResult({ cells: [], complete: false }));
  expect(empty).toMatchObject({ cells: [], headlines: [], servers: [] });
});
