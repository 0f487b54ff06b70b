import { expect, it } from 'vitest';
import { createWarmUp } from './warm-up.ts';

function warm(medians: number[]) {
  const warmUp = createWarmUp();
  const used = medians.findIndex((ms) => warmUp.add(ms)) + 1;
  return { used, settled: warmUp.settled, kept: warmUp.medians };
}

it('ends when two medians in a row agree within 5 %', () => {
  expect(warm([30, 20, 12, 11.5, 11])).toEqual({
    used: 4,
    settled: true,
    kept: [30, 20, 12, 11.5],
  });
});

it('counts both directions, and exactly 5 % as agreement', () => {
  expect(warm([100, 105])).toMatchObject({ used: 2, settled: true });
  expect(warm([100, 95])).toMatchObject({ used: 2, settled: true });
  expect(warm([100, 106, 94])).toMatchObject({ used: 0, settled: false });
});

it('gives up at the tenth and says so', () => {
  const restless = Array.from({ length: 20 }, (_, i) => (i % 2 ? 10 : 20));
  expect(warm(restless)).toMatchObject({ used: 10, settled: false });
});

it('can settle at the tenth', () => {
  const late = [10, 20, 10, 20, 10, 20, 10, 20, 10, 10];
  expect(warm(late)).toMatchObject({ used: 10, settled: true });
});

it('takes a clock that sees nothing for steady', () => {
  expect(warm([0, 0])).toMatchObject({ used: 2, settled: true });
});
