import { expect, it } from 'vitest';
import { latencyChart, latencyLabel } from './latency-chart.ts';
import { largestOf, latencyRows } from './latency-rows.ts';
import { madeFigures } from './made-headline.ts';

const { headline } = madeFigures();
const rows = latencyRows(headline);

it('puts real time beside the page’s own way and both sides of the largest batch', () => {
  expect(rows.map(({ name }) => name)).toEqual([
    'Real time',
    'One by one, 2 workers',
    'Share, batch of 4',
    'Wait, batch of 4',
  ]);
  expect(largestOf(headline)!.cell).toMatchObject({ batchSize: 4, plan: 'sorted', workers: 1 });
});

it('keeps every sample', () => {
  expect(rows[0]!.samples).toBe(headline.realTime.drawn);
  expect(rows[0]!.samples).toHaveLength(headline.realTime.result.samples.length);
});

it('makes a share of a wait: its samples, median and interval over the texts', () => {
  const [share, wait] = [rows[2]!, rows[3]!];
  expect(share.samples).toEqual(wait.samples.map((ms) => ms / 4));
  expect(share.median).toBeCloseTo(wait.median / 4);
  expect(share.interval![0]).toBeCloseTo(wait.interval![0] / 4);
  expect(share.interval![1]).toBeCloseTo(wait.interval![1] / 4);
});

it('has real time alone where no batch was measured', () => {
  const alone = latencyRows({ ...headline, batch: undefined, others: [] });
  expect(alone.map(({ name }) => name)).toEqual(['Real time']);
});

it('draws them on an axis that holds them all, and says them in a sentence', () => {
  const { x } = latencyChart(rows, 100);
  const [from, to] = x!.domain as [number, number];
  for (const sample of rows.flatMap(({ samples }) => samples)) {
    expect(sample).toBeGreaterThanOrEqual(from);
    expect(sample).toBeLessThanOrEqual(to);
  }
  expect(latencyLabel(rows)).toMatch(/Real time: \d+ samples, median [\d.]+ ms, p95 [\d.]+ ms/);
});
