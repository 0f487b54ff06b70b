import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findPoints, type Point } from '../../../core/learn/trace/points.ts';
import { readTrace, type Trace, type TraceEntry } from '../../../core/learn/trace/read-trace.ts';
import { pointText, rateText } from './point-text.ts';

const bundled = (id: string) =>
  readTrace(
    JSON.parse(
      readFileSync(
        new URL(`../../../../public/models/${id}/training.json`, import.meta.url),
        'utf8',
      ),
    ),
  );

/** Ten entries; the changes are laid over those at their place. */
const made = (changes: Record<number, Partial<TraceEntry>>): Trace => ({
  fit: 'accuracy',
  devSets: ['sst3.dev'],
  entries: Array.from({ length: 10 }, (_, i) => ({
    step: 100 * (i + 1),
    loss: 1 - i / 20,
    fit: 0.5,
    learningRate: 1e-3 - i * 1e-4,
    seconds: 10 * i,
    ...changes[i],
  })),
});
const said = (trace: Trace, kind: Point['kind'], at: number) =>
  pointText(trace, { kind, at }).sentences.join(' ');

describe.each(['sentiscope-base', 'sentiscope-small'])('%s', (id) => {
  const trace = bundled(id);
  const points = findPoints(trace);

  it.each(points)('says something in whole sentences at its $kind', (point) => {
    const { numbers, sentences } = pointText(trace, point);
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^]*\.$/);
    for (const text of [...sentences, ...numbers.map(({ value }) => value)])
      expect(text).not.toMatch(/NaN|undefined|Infinity|(?<!e)-\d/);
  });
});

it('says of the base model that it warms up, and of the small one that it does not', () => {
  const [base, small] = [bundled('sentiscope-base'), bundled('sentiscope-small')];
  expect(said(base, 'start', 0)).toContain('still warming up: 2.25e-5, with 9.43e-5');
  expect(said(base, 'check', 4)).toContain('the warm-up is over. From here on it falls.');
  expect(said(small, 'start', 0)).toContain(
    'a warm-up, if there was one, was over before the first',
  );
});

it('names what the log counts', () => {
  expect(pointText(bundled('sentiscope-small'), { kind: 'start', at: 0 }).numbers).toContainEqual({
    name: 'Same as the teacher on training batches',
    value: '62.9%',
  });
});

describe('a training of another course', () => {
  it('is no better than guessing at its start', () =>
    expect(said(made({ 0: { fit: 0.3 } }), 'start', 0)).toContain('no more often than guessing'));

  it('has no fall of the loss to share out where there is none', () => {
    const trace = made({ 0: { loss: 0.1 }, 3: { dev: { 'sst3.dev': 0.6 } } });
    expect(said(trace, 'check', 3)).not.toContain('fall is done');
  });

  it('gains on new texts as well', () => {
    const trace = made({
      2: { dev: { 'sst3.dev': 0.5 } },
      ...Object.fromEntries([5, 6, 7, 8].map((i) => [i, { fit: 0.6 }])),
      9: { fit: 0.6, dev: { 'sst3.dev': 0.62 } },
    });
    expect(said(trace, 'leap', 5)).toContain('new texts gain as well');
  });

  it('ends at its best check', () => {
    const trace = made({ 9: { dev: { 'sst3.dev': 0.7 } } });
    expect(said(trace, 'best', 9)).toContain('still getting better');
    expect(said(trace, 'end', 9)).toBe('The learning rate stands at 10% of its highest entry.');
  });
});

it.each([
  [9.4334e-5, '9.43e-5'],
  [1e-4, '1e-4'],
  [2.5e-4, '2.5e-4'],
  [1.1e-10, '1.1e-10'],
  [0, '0'],
])('writes a learning rate in powers of ten: %f', (value, text) =>
  expect(rateText(value)).toBe(text),
);
