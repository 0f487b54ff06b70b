import { expect, it } from 'vitest';
import { PARTS } from '../../../core/bench/figures.ts';
import { madeFigures } from './made-headline.ts';
import { partsLabel, piecesOf, totalOf } from './parts-chart.ts';
import { partsRows } from './parts-rows.ts';

const { figures, headline } = madeFigures();
const rows = partsRows(headline, figures);

it('has a row for real time, shares, the whole wait, and arrivals that held the bound', () => {
  expect(rows.map(({ name }) => name)).toEqual([
    'Real time',
    'Share, one by one, 2 workers',
    'Share, batch of 4 sorted',
    'Wait, batch of 4 sorted',
    'Arrivals, 20 a second',
  ]);
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length); // the chart tells them apart by name
});

it('lays the parts end to end over the whole bar', () => {
  for (const row of rows) {
    const pieces = piecesOf(row);
    expect(pieces.map(({ part }) => part)).toEqual(PARTS);
    pieces.forEach(({ x1 }, i) => expect(x1).toBe(pieces[i - 1]?.x2 ?? 0));
    expect(pieces.at(-1)!.x2).toBeCloseTo(1);
    expect(pieces.reduce((sum, { ms }) => sum + ms, 0)).toBeCloseTo(totalOf(row.parts));
  }
});

it('draws nothing of a row without time', () => {
  const nothing = Object.fromEntries(PARTS.map((part) => [part, 0])) as (typeof rows)[0]['parts'];
  for (const { x2 } of piecesOf({ name: 'none', parts: nothing })) expect(x2).toBe(0);
});

it('says every part in its label', () => {
  expect(partsLabel(rows)).toMatch(/Real time: Queue 0\.00 ms, Tokenise 0\.50 ms, Inference/);
});
