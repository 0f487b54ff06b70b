import { expect, it } from 'vitest';
import { WARNINGS } from '../../../core/bench/result.ts';
import { cautions, oddities, WARNING_TEXTS } from './conditions-text.ts';
import { madeFigures } from './made-headline.ts';

const { result, figures } = madeFigures();
const calm = { ...figures, machineChange: 1.02 };

it('cautions against nothing where nothing stood out', () => {
  expect(cautions(result, calm)).toEqual([]);
});

it('has a sentence for every warning', () => {
  const all = cautions({ ...result, warnings: [...WARNINGS], complete: false }, calm);
  expect(all).toHaveLength(WARNINGS.length);
  expect(new Set(all)).toEqual(new Set(Object.values(WARNING_TEXTS)));
});

it('says that a run is incomplete, warned or not', () => {
  expect(cautions({ ...result, complete: false }, calm)).toEqual([WARNING_TEXTS.cancelled]);
});

it('counts discarded rounds', () => {
  expect(cautions({ ...result, discarded: 2 }, calm)).toEqual([
    '2 rounds were thrown away because the tab was hidden.',
  ]);
  const hidden = cautions({ ...result, discarded: 1, warnings: ['hidden'] }, calm);
  expect(hidden).toEqual([
    WARNING_TEXTS.hidden,
    '1 round was thrown away because the tab was hidden.',
  ]);
});

it('says how the machine changed, in either direction', () => {
  expect(cautions(result, { ...figures, machineChange: 1.3 })[0]).toMatch(/1\.30 times as long/);
  expect(cautions(result, { ...figures, machineChange: 0.8 })[0]).toMatch(/0\.80 times as long/);
});

it('flags what is odd about a cell, and names it', () => {
  const [first] = figures.cells;
  const odd = {
    ...first!,
    capped: true,
    drift: { ratio: 1.2, clear: true },
    latency: { ...first!.latency, n: 12, outliers: 2, groupedBy: 3 },
  };
  const [line] = oddities({ ...figures, cells: [odd] }, result);
  expect(line).toMatch(/only 12 samples/);
  expect(line).toMatch(/slower towards its end: the last third took 1\.20 times as long/);
  expect(line).toMatch(/2 of 12 samples far from the rest/);
  expect(line).toMatch(/under 100 ticks of the clock .*so 3 in a row make one sample/);
});
