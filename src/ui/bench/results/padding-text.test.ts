import { expect, it } from 'vitest';
import { madeFigures } from './made-headline.ts';
import { costText } from './padding-text.ts';

const { figures } = madeFigures();
const cells = figures.cells.filter(({ cell }) => cell.scenario === 'offline');

it('says what file order costs, with its interval', () => {
  expect(costText(cells, 4, 1)).toMatch(
    /^Measured in batches of 4: [\d.]+ ms a review in file order, [\d.]+ ms sorted: file order takes [\d.]+ times as long \(95% interval .*\), [\d.]+ ms more for each review\.$/,
  );
});

it('can’t tell from one order alone', () => {
  const sorted = cells.filter(({ cell }) => cell.plan === 'sorted');
  expect(costText(sorted, 4, 1)).toMatch(/in one order only/);
});

it('says so where both take the same', () => {
  const sorted = cells.find(({ cell }) => cell.batchSize === 4 && cell.plan === 'sorted')!;
  const file = { ...sorted, cell: { ...sorted.cell, plan: 'file' as const } };
  expect(costText([file, sorted], 4, 1)).toMatch(/no clear difference/);
});
