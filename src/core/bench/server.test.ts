import { expect, it } from 'vitest';
import { PARTS } from './figures.ts';
import { madeResult } from './made-result.ts';
import { arrivals } from './poisson.ts';
import { createRandom } from './random.ts';
import { readFigures } from './read-figures.ts';
import type { CellResult } from './result.ts';
import { limitOf, serverRates } from './server.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

it('takes the user’s own rates, else shares of the capacity', () => {
  expect(serverRates({ ...DEFAULT_SETTINGS, rates: [9, 3, 9] }, 100)).toEqual([3, 9]);
  expect(serverRates(DEFAULT_SETTINGS, 100)).toEqual([40, 60, 75, 90, 105]);
  expect(serverRates(DEFAULT_SETTINGS, 64.1234)).toEqual([25.6, 38.5, 48.1, 57.7, 67.3]);
});

it('holds up to the first that breaks', () => {
  const points = [true, true, false, true].map((holds, i) => ({ rate: i + 1, holds }));
  expect(limitOf(points)).toEqual({ holds: 2, breaks: 3 });
  expect(limitOf(points.slice(2))).toEqual({ holds: undefined, breaks: 3 });
  expect(limitOf(points.slice(0, 2))).toEqual({ holds: 2, breaks: undefined });
  expect(limitOf([])).toEqual({ holds: undefined, breaks: undefined });
});

const SERVICE_MS = 20;
const STEP_MS = 0.5;

/** A queue before one worker, first in, first out: the slow obvious way, one step of the clock after the other. */
function simulate(due: readonly number[]) {
  const served: { dueAt: number; sentAt: number; endedAt: number }[] = [];
  const queue: number[] = [];
  let next = 0;
  let freeAt = 0;
  for (let now = 0; served.length < due.length; now += STEP_MS) {
    while (next < due.length && due[next]! <= now) queue.push(due[next++]!);
    if (now < freeAt || queue.length === 0) continue;
    freeAt = now + SERVICE_MS;
    served.push({ dueAt: queue.shift()!, sentAt: now, endedAt: freeAt });
  }
  return served;
}

function serverCell(rate: number, requests: number): CellResult {
  const made = madeResult().cells.find(({ cell }) => cell.scenario === 'server')!;
  const served = simulate(arrivals(rate, requests, createRandom(9)));
  const samples = served.map(({ dueAt, sentAt, endedAt }) => ({
    ...made.samples[0]!,
    atMs: sentAt,
    ms: endedAt - dueAt,
    queueMs: sentAt - dueAt,
    tokenizeMs: 1,
    inferenceMs: SERVICE_MS - 4,
    postprocessMs: 1,
  }));
  return { ...made, cell: { ...made.cell, id: `at ${rate}`, rate }, samples };
}

it('takes a request’s time apart into its wait and its service', () => {
  const result = madeResult({ cells: [serverCell(20, 2000)] });
  const { waitParts, parts, latency, drawn } = readFigures(result).servers[0]!.points[0]!.figures;
  const mean = drawn.reduce((sum, ms) => sum + ms, 0) / latency.n;
  const sum = PARTS.reduce((total, part) => total + waitParts[part], -waitParts.paint);
  expect(sum).toBeCloseTo(mean);
  expect(waitParts.queue + SERVICE_MS).toBeCloseTo(mean);
  expect(waitParts.message).toBeCloseTo(2);
  expect(parts.queue).toBe(waitParts.queue);
});

it('waits as long as queueing theory says for such arrivals (M/D/1, Pollaczek and Khinchine)', () => {
  const rate = 25; // half of what the worker can do
  const load = (rate * SERVICE_MS) / 1000;
  const expected = (load * SERVICE_MS) / (2 * (1 - load));
  const samples = serverCell(rate, 8000).samples;
  const wait = samples.reduce((sum, { queueMs }) => sum + queueMs, 0) / samples.length;
  expect(wait - STEP_MS / 2).toBeGreaterThan(0.85 * expected); // a step of the clock waits half of itself
  expect(wait - STEP_MS / 2).toBeLessThan(1.15 * expected);
});

it('finds the rates between which p95 breaks the bound', () => {
  const cells = [48, 10, 30, 52].map((rate) => serverCell(rate, 400));
  const [server] = readFigures(madeResult({ cells })).servers;
  expect(server!.points.map(({ rate }) => rate)).toEqual([10, 30, 48, 52]);
  const p95 = server!.points.map(({ figures }) => figures.latency.p95);
  expect(p95).toEqual(p95.toSorted((a, b) => a - b));
  expect(server!.points.map(({ holds }) => holds)).toEqual(p95.map((ms) => ms <= 100));
  expect(server).toMatchObject({ holds: 30, breaks: 48 });
});
