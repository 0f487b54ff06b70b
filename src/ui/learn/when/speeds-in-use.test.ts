import { expect, it } from 'vitest';
import { madeResult } from '../../../core/bench/made-result.ts';
import { readFigures } from '../../../core/bench/read-figures.ts';
import { FIRST_WHEN } from '../../../state/learn/when-state.ts';
import { speedsInUse } from './speeds-in-use.ts';

const result = madeResult();
const measured = { phase: 'ready', result, figures: readFigures(result) } as const;

it('takes the first engine of the benchmark, or the one chosen, and says which', () => {
  const first = speedsInUse(FIRST_WHEN, measured, undefined)!;
  expect(first.said).toMatch(
    /^Measured by the Benchmark of this machine \(“A made machine”\), .*: sentiscope-base wasm on WASM, the list by 2 workers\.$/,
  );
  expect(first.waits).toHaveLength(1);
  const vader = speedsInUse({ ...FIRST_WHEN, engine: 'vader' }, measured, undefined)!;
  expect(vader.said).toMatch(/: vader, the list by 1 worker\.$/);
  expect(vader.speeds.alone).toBeLessThan(first.speeds.alone);
});

it('makes no numbers up where there are none', () => {
  expect(speedsInUse(FIRST_WHEN, { phase: 'none' }, undefined)).toBeUndefined();
  expect(speedsInUse({ ...FIRST_WHEN, source: 'quick' }, measured, undefined)).toBeUndefined();
  const typed = { ...FIRST_WHEN, source: 'typed', typed: { alone: '12.5', listed: '' } } as const;
  expect(speedsInUse(typed, measured, undefined)).toBeUndefined();
});

it('calls typed numbers typed', () => {
  const typed = { ...FIRST_WHEN, source: 'typed', typed: { alone: '12.5', listed: '10' } } as const;
  expect(speedsInUse(typed, measured, undefined)).toMatchObject({
    speeds: { alone: 0.0125, aloneP95: 0.0125, listed: 0.01 },
    said: 'Typed by you, not measured.',
  });
});
