import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { devMean, findPoints, fitAround } from './points.ts';
import { readTrace, type Trace, type TraceEntry } from './read-trace.ts';

const madeOf = (entries: Partial<TraceEntry>[]): Trace => ({
  fit: 'accuracy',
  devSets: ['a', 'b'],
  entries: entries.map((entry, i) => ({
    step: 100 * (i + 1),
    loss: 1,
    fit: 0.5,
    learningRate: 1e-4,
    seconds: i,
    ...entry,
  })),
});

describe.each(['sentiscope-base', 'sentiscope-small'])('%s', (id) => {
  const file = new URL(`../../../../public/models/${id}/training.json`, import.meta.url);
  const trace = readTrace(JSON.parse(readFileSync(file, 'utf8')));
  const points = findPoints(trace);
  const steps = points.map(({ at }) => trace.entries[at]!.step);

  it('has five points, in the order of the training', () => {
    expect(points.map(({ kind }) => kind)).toEqual(['start', 'check', 'leap', 'best', 'end']);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  it('has its best check where no other is better', () => {
    const means = trace.entries.flatMap((entry) => devMean(entry) ?? []);
    const { at } = points.find(({ kind }) => kind === 'best')!;
    expect(devMean(trace.entries[at]!)).toBe(Math.max(...means));
  });

  it('has its leap where, after the first check, no other rise is steeper', () => {
    const [, check, leap] = points;
    const rise = (at: number) => fitAround(trace, at).after - fitAround(trace, at).before;
    for (let at = check!.at + 3; at + 3 <= trace.entries.length; at++)
      expect(rise(at)).toBeLessThanOrEqual(rise(leap!.at));
  });
});

it('counts each development set the same', () => {
  const { entries } = madeOf([{ dev: { a: 0.5, b: 0.7 } }, {}]);
  expect(devMean(entries[0]!)).toBeCloseTo(0.6);
  expect(devMean(entries[1]!)).toBeUndefined();
});

it('names no entry twice: a check that is the last entry is the end', () => {
  const points = findPoints(madeOf([{}, {}, { dev: { a: 0.5 } }]));
  expect(points).toEqual([
    { kind: 'start', at: 0 },
    { kind: 'end', at: 2 },
  ]);
});

it('has no check where none was made, and no leap where nothing rises', () => {
  const points = findPoints(madeOf(Array.from({ length: 12 }, () => ({}))));
  expect(points.map(({ kind }) => kind)).toEqual(['start', 'end']);
});
