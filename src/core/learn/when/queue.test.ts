import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRandom } from '../../bench/random.ts';
import { quantileOf } from '../../bench/bootstrap.ts';
import { erlangC, waitsOf, workersFor } from './queue.ts';
import { simulateWaits } from './made-queue.ts';

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const within = (values: readonly number[], p: number) =>
  quantileOf(Float64Array.from(values).sort(), p);
const COUNT = 400_000;

it.each([
  { rate: 5, service: 0.1, workers: 1 },
  { rate: 8, service: 0.1, workers: 1 },
  { rate: 30, service: 0.1, workers: 4 },
])('waits as long as a simulated queue: $rate a second, $workers workers', (queue) => {
  const random = createRandom(1);
  const exponential = () => -Math.log(1 - random()) * queue.service;
  const played = simulateWaits({ ...queue, count: COUNT }, exponential, createRandom(2));
  const { chance, mean, within: told } = waitsOf(queue);
  expect(played.filter((wait) => wait > 0).length / played.length).toBeCloseTo(chance, 1.5);
  expect(meanOf(played) / mean).toBeCloseTo(1, 1);
  expect(within(played, 0.95) / told(0.95)).toBeCloseTo(1, 1);
  expect(within(played, 0.99) / told(0.99)).toBeCloseTo(1, 1);
});

it.each([1, 2, 8])(
  'promises no less than work that always takes the same time needs: %i',
  (workers) => {
    for (const utilisation of [0.3, 0.6, 0.9]) {
      const queue = { rate: utilisation * workers * 10, service: 0.1, workers };
      const played = simulateWaits({ ...queue, count: 100_000 }, () => 0.1, createRandom(3));
      const told = waitsOf(queue);
      // Work alike waits half as long on average with one worker (Pollaczek and Khinchine), and at most about as long here.
      expect(meanOf(played)).toBeLessThan(told.mean);
      expect(within(played, 0.99)).toBeLessThan(told.within(0.99) + queue.service);
      if (workers === 1 && utilisation === 0.6)
        expect(meanOf(played) / told.mean).toBeCloseTo(0.5, 1);
    }
  },
);

it('keeps for 95 of 100 what it says of wait and work together, whatever lengths texts have', () => {
  const random = createRandom(4);
  const mixed = () => (random() < 0.8 ? 0.05 : 0.3) * (0.5 + random());
  const alone = Array.from({ length: 50_000 }, mixed);
  const [service, slow] = [meanOf(alone), within(alone, 0.95)];
  for (const workers of [1, 3])
    for (const utilisation of [0.1, 0.5, 0.8]) {
      const queue = { rate: (utilisation * workers) / service, service, workers };
      const played = simulateWaits({ ...queue, count: 60_000 }, mixed, createRandom(5));
      const told = waitsOf(queue).within(0.95) + slow;
      const late = played.filter((wait) => wait + mixed() > told).length / played.length;
      expect(late).toBeLessThan(0.055);
    }
});

it('is the textbook sum of Erlang where that can be written out', () => {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (c, share) => {
        const load = share * c;
        const last = load ** c / factorial(c) / (1 - share);
        const rest = Array.from({ length: c }, (_, k) => load ** k / factorial(k));
        const written = last / (rest.reduce((sum, term) => sum + term, 0) + last);
        expect(erlangC(load, c)).toBeCloseTo(written, 10);
      },
    ),
  );
});

it('never catches up from full use on', () => {
  for (const rate of [10, 11, 1e9])
    expect(waitsOf({ rate, service: 0.1, workers: 1 })).toMatchObject({
      utilisation: expect.closeTo(rate / 10) as number,
      mean: Infinity,
    });
  expect(waitsOf({ rate: 10, service: 0.1, workers: 1 }).within(0.5)).toBe(Infinity);
});

it('lets nobody wait where nobody comes', () => {
  const { utilisation, chance, mean, within: told } = waitsOf({ rate: 0, service: 1, workers: 3 });
  expect([utilisation, chance, mean, told(0.99)]).toEqual([0, 0, 0, 0]);
});

it('stays a number for a hundred thousand workers', () => {
  const { chance, mean } = waitsOf({ rate: 990_000, service: 0.1, workers: 100_000 });
  expect(chance).toBeGreaterThanOrEqual(0);
  expect(chance).toBeLessThan(0.01);
  expect(Number.isFinite(mean)).toBe(true);
});

it('finds the fewest workers that keep a promise', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 200, noNaN: true }),
      fc.double({ min: 0.001, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 5, noNaN: true }),
      (rate, service, longest) => {
        const keeps = (workers: number) =>
          waitsOf({ rate, service, workers }).within(0.95) <= longest;
        const found = workersFor({ rate, service }, 0.95, longest)!;
        expect(keeps(found)).toBe(true);
        if (found > 1) expect(keeps(found - 1)).toBe(false);
      },
    ),
  );
  expect(workersFor({ rate: 1, service: 2 }, 0.95, -0.1)).toBeUndefined();
  expect(workersFor({ rate: 1e9, service: 1 }, 0.95, 2)).toBeUndefined();
});
