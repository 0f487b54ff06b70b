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

it('does not take a batch of one for a batch that wins', () => {
  const result = madeResult();
  for (const { cell, rounds } of result.cells)
    if (cell.scenario === 'offline' && cell.batchSize * cell.workers === 1)
      for (const round of rounds) round.wallMs /= 2;
  const [first] = readFigures(result).headlines;
  expect(first!.others.find(({ figures }) => figures.cell.batchSize === 1)!.ratio.clear).toBe(true);
  expect(first!.breakEven?.waiting).toBe(2);
});

it('adds the parts of two workers up to the time a review took', () => {
  const { parts, perReview } = base!.batch!;
  const sum = PARTS.reduce((total, part) => total + parts[part], -parts.paint);
  expect(sum / perReview!.value).toBeCloseTo(1, 1);
});

it('gives a batch’s whole times to the wait of each of its reviews', () => {
  const { parts, waitParts } = cellOf('offline 1w b4 file');
  expect(waitParts.inference).toBeCloseTo(4 * parts.inference);
  expect(waitParts.paint).toBeCloseTo(4 * parts.paint);
  expect(parts.queue).toBe(0);
  expect(waitParts.queue).toBeGreaterThan(0);
});

it('amortises a batch’s time over its reviews', () => {
  const { drawn, amortised } = cellOf('offline 1w b4 file');
  expect(amortised).toEqual(drawn.map((ms) => ms / 4));
});

it('keeps its head where the clock sees nothing', () => {
  const result = madeResult();
  for (const { samples, rounds } of result.cells) {
    for (const sample of samples)
      Object.assign(sample, { ms: 0, queueMs: 0, tokenizeMs: 0, inferenceMs: 0, postprocessMs: 0 });
    for (const round of rounds) round.wallMs = 0;
  }
  const blind = readFigures({ ...result, machine: { ...result.machine, tickMs: 100 } });
  expect(blind.headlines[0]).toMatchObject({ ratio: undefined, others: [], breakEven: null });
  for (const cell of blind.cells) {
    expect(cell).toMatchObject({ perReview: undefined, throughput: undefined });
    expect(cell.drift).toEqual({ ratio: 1, clear: false });
    expect(cell.latency.median).toEqual({ value: 0, low: 0, high: 0 });
  }
});

it('groups samples too short for the clock, in the order of time', () => {
  const result = madeResult();
  const coarse = readFigures({ ...result, machine: { ...result.machine, tickMs: 0.1 } });
  const vader = coarse.cells.find(({ cell }) => cell.engine === 'vader')!;
  expect(vader.latency.groupedBy).toBe(10); // about 1 ms each
  expect(vader.drawn).toHaveLength(vader.result.samples.length / 10);
  expect(vader.capped).toBe(false);
});

it('compares at the length nearest to 32 tokens where there are several', () => {
  const result = madeResult();
  const lengths = [8, 40, 512];
  const cells = lengths.flatMap((tokens) =>
    result.cells
      .filter(({ cell }) => cell.engine === 'vader')
      .map((each) => ({
        ...each,
        cell: { ...each.cell, id: `${each.cell.id} ${tokens}t`, tokens },
      })),
  );
  const [vader] = readFigures({ ...result, cells }).headlines;
  expect(vader!.realTime.cell.tokens).toBe(40);
  expect(vader!.batch!.cell.tokens).toBe(40);
});

it('compares only rounds that both have done', () => {
  const result = madeResult();
  const batch = result.cells.find(({ cell }) => cell.id === base!.batch!.cell.id)!;
  batch.rounds = batch.rounds.slice(3);
  expect(readFigures(result).headlines[0]!.ratio!.rounds).toBe(7);
});

it('compares a GPU at its largest batch', () => {
  const result = madeResult();
  for (const engine of result.engines) engine.device = 'webgpu';
  const { batch } = readFigures(result).headlines[0]!;
  expect(batch!.cell).toMatchObject({ batchSize: 4, plan: 'sorted' });
});
